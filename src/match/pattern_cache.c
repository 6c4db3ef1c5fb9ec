#include "match/pattern_cache.h"

#include <stdlib.h>

#include "base/buf.h"
#include "match/pattern_store.h"

/* What matches in more places than that is not remembered. */
#define RANGES_KEPT 64u

struct pattern_cache {
	const struct pattern_store *store;
	struct cached_pattern **items; /* in the order of their making */
	size_t n, cap;
	struct cached_pattern **table; /* open addressing */
	size_t table_size;
	struct arena arena; /* patterns */
	struct arena found; /* what ranges of the text at hand point at */
	uint64_t serial;    /* of that text; one that was read before may come again */
	uint64_t filling;   /* how many texts have used this memory */
};

int
pattern_cache_new(struct pattern_cache **out, const struct pattern_store *store, struct err *err)
{
	*out = calloc(1, sizeof(**out));
	if (!*out)
		return err_oom(err);
	(*out)->store = store;
	arena_init(&(*out)->arena);
	arena_init(&(*out)->found);
	return 0;
}

static void
release_guards(struct pattern *pattern)
{
	for (size_t i = 0; pattern && i < pattern->nguards; i++)
		regex_free(pattern->guards[i].regex);
}

void
pattern_cache_free(struct pattern_cache *cache)
{
	if (!cache)
		return;
	for (size_t i = 0; i < cache->n; i++) {
		release_guards(cache->items[i]->pattern);
		pattern_release(cache->items[i]->pattern);
		free(cache->items[i]->ranges.items);
	}
	free(cache->items);
	free(cache->table);
	arena_release(&cache->arena);
	arena_release(&cache->found);
	free(cache);
}

/* ---- patterns ---- */

static uint64_t
hash_of(const struct pattern_key *key)
{
	uint64_t hash = pattern_hash(key->text);

	for (size_t i = 0; i < key->nguards; i++)
		hash = hash * 31 + pattern_hash(key->guards[i].text);
	return hash;
}

static bool
same_keys(const struct pattern_key *a, const struct pattern_key *b)
{
	if (a->options != b->options || a->nguards != b->nguards || !slice_eq(a->text, b->text))
		return false;
	for (size_t i = 0; i < a->nguards; i++)
		if (!slice_eq(a->guards[i].metavariable, b->guards[i].metavariable) ||
		    !slice_eq(a->guards[i].text, b->guards[i].text))
			return false;
	return true;
}

/* The place of a pattern in the table, free if it is not there. */
static struct cached_pattern **
slot_of(const struct pattern_cache *cache, const struct syntax_language *syntax,
	const struct pattern_key *key)
{
	for (uint64_t at = hash_of(key);; at++) {
		struct cached_pattern **slot = &cache->table[at & (cache->table_size - 1)];
		if (!*slot || ((*slot)->syntax == syntax && same_keys(&(*slot)->key, key)))
			return slot;
	}
}

/* Keeps half of the table free. */
static int
reserve_table(struct pattern_cache *cache, struct err *err)
{
	if (cache->n * 2 < cache->table_size)
		return 0;
	size_t size = cache->table_size > 0 ? cache->table_size * 2 : 256;
	struct cached_pattern **table = calloc(size, sizeof(struct cached_pattern *));
	if (!table)
		return err_oom(err);
	free(cache->table);
	cache->table = table;
	cache->table_size = size;
	for (size_t i = 0; i < cache->n; i++) {
		struct cached_pattern *c = cache->items[i];
		*slot_of(cache, c->syntax, &c->key) = c;
	}
	return 0;
}

/* From the store, whose patterns have the options and guards of no rule, or by reading it. */
static int
make(struct pattern **out, struct pattern_cache *cache, const struct pattern_language *language,
     struct slice text, const struct place *place, struct err *err)
{
	const struct stored_pattern *stored =
		cache->store ? pattern_store_find(cache->store, language->syntax, text, pattern_hash(text))
			     : NULL;

	*out = NULL;
	if (!stored)
		return pattern_read(out, &cache->arena, language, text, place, err) < 0 ? -1 : 0;
	if (!stored->pattern)
		return 0;
	*out = arena_alloc(&cache->arena, sizeof(**out));
	if (!*out)
		return err_oom(err);
	**out = *stored->pattern;
	return 0;
}

/* Gives the pattern guards of its own, for the metavariables that it has. */
static int
take_guards(struct pattern *pattern, struct pattern_key *key, struct arena *arena, struct err *err)
{
	struct pattern_guard *all = arena_array(arena, key->nguards, sizeof(*all));
	struct pattern_guard *own = arena_array(arena, key->nguards, sizeof(*own));

	if (!all || !own)
		return err_oom(err);
	for (size_t i = 0; i < key->nguards; i++) {
		all[i] = key->guards[i];
		for (size_t slot = 0; slot < pattern->nslots; slot++)
			if (slice_eq(pattern->slots[slot], all[i].metavariable)) {
				own[pattern->nguards] = all[i];
				own[pattern->nguards++].slot = (uint8_t)slot;
			}
	}
	key->guards = all;
	pattern->guards = own;
	return 0;
}

int
pattern_cache_get(struct cached_pattern **out, struct pattern_cache *cache,
		  const struct pattern_language *language, const struct pattern_key *key,
		  const struct place *place, struct err *err)
{
	if (reserve_table(cache, err) < 0)
		return -1;
	struct cached_pattern **slot = slot_of(cache, language->syntax, key);
	*out = *slot;
	if (*out)
		return 0;
	struct cached_pattern *c = arena_alloc(&cache->arena, sizeof(*c));
	if (!c || array_reserve((void **)&cache->items, &cache->cap, cache->n + 1,
				sizeof(struct cached_pattern *)) < 0)
		return err_oom(err);
	if (make(&c->pattern, cache, language, key->text, place, err) < 0)
		return -1;
	c->syntax = language->syntax;
	c->key = *key;
	if (c->pattern)
		c->pattern->options = key->options;
	if (c->pattern && key->nguards > 0 && take_guards(c->pattern, &c->key, &cache->arena, err) < 0)
		return -1;
	*out = *slot = cache->items[cache->n++] = c;
	return 0;
}

size_t
pattern_cache_items(struct cached_pattern *const **out, const struct pattern_cache *cache)
{
	*out = cache->items;
	return cache->n;
}

/* ---- where they match ---- */

static int
copy_range(struct range *out, struct arena *arena, const struct range *range, struct err *err)
{
	struct binding *bindings = arena_array(arena, range->nbindings, sizeof(*bindings));
	struct piece *own = arena_array(arena, range->own.n, sizeof(*own));

	if (!bindings || !own)
		return err_oom(err);
	if (range->own.n > 0)
		memcpy(own, range->own.items, range->own.n * sizeof(*own));
	for (size_t i = 0; i < range->nbindings; i++) {
		bindings[i] = range->bindings[i];
		if (arena_dup(&bindings[i].constant, arena, range->bindings[i].constant) < 0)
			return err_oom(err);
	}
	*out = *range;
	out->bindings = bindings;
	out->own.items = own;
	return 0;
}

/* Remembers the ranges behind the first `from` of a list. */
static int
keep(struct pattern_cache *cache, struct cached_pattern *c, const struct range_list *list, size_t from,
     const struct unit *unit, struct err *err)
{
	struct range copy;

	if (cache->serial != unit->serial) {
		arena_clear(&cache->found);
		cache->serial = unit->serial;
		cache->filling++;
	}
	c->ranges.n = 0;
	for (size_t i = from; i < list->n; i++)
		if (copy_range(&copy, &cache->found, &list->items[i], err) < 0 ||
		    range_list_add(&c->ranges, &copy, err) < 0)
			return -1;
	c->filling = cache->filling;
	return 0;
}

int
pattern_cache_find(struct range_list *out, struct pattern_cache *cache, struct cached_pattern *c,
		   const struct unit *unit, struct regex_engine *engine, struct arena *arena,
		   const char **limit, struct err *err)
{
	size_t before = out->n;

	if (c->filling > 0 && c->filling == cache->filling && cache->serial == unit->serial) {
		if (c->limit)
			*limit = c->limit;
		return range_list_append(out, &c->ranges, err);
	}
	c->limit = NULL;
	c->filling = 0;
	if (pattern_find(out, c->pattern, unit, engine, arena, &c->limit, err) < 0)
		return -1;
	if (c->limit)
		*limit = c->limit;
	if (out->full || out->n - before > RANGES_KEPT)
		return 0;
	return keep(cache, c, out, before, unit, err);
}
