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

void
pattern_cache_free(struct pattern_cache *cache)
{
	if (!cache)
		return;
	for (size_t i = 0; i < cache->n; i++) {
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

static bool
is_it(const struct cached_pattern *c, const struct syntax_language *syntax, struct slice text,
      uint32_t options)
{
	return c->syntax == syntax && c->options == options && slice_eq(c->text, text);
}

/* The place of a pattern in the table, free if it is not there. */
static struct cached_pattern **
slot_of(const struct pattern_cache *cache, const struct syntax_language *syntax, struct slice text,
	uint32_t options, uint64_t hash)
{
	for (uint64_t at = hash;; at++) {
		struct cached_pattern **slot = &cache->table[at & (cache->table_size - 1)];
		if (!*slot || is_it(*slot, syntax, text, options))
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
		*slot_of(cache, c->syntax, c->text, c->options, pattern_hash(c->text)) = c;
	}
	return 0;
}

/* From the store, whose patterns have the options of no rule, or by reading it. */
static int
make(struct pattern **out, struct pattern_cache *cache, const struct pattern_language *language,
     struct slice text, uint64_t hash, const struct place *place, struct err *err)
{
	const struct stored_pattern *stored =
		cache->store ? pattern_store_find(cache->store, language->syntax, text, hash) : NULL;

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

int
pattern_cache_get(struct cached_pattern **out, struct pattern_cache *cache,
		  const struct pattern_language *language, struct slice text, uint32_t options,
		  const struct place *place, struct err *err)
{
	if (reserve_table(cache, err) < 0)
		return -1;
	uint64_t hash = pattern_hash(text);
	struct cached_pattern **slot = slot_of(cache, language->syntax, text, options, hash);
	*out = *slot;
	if (*out)
		return 0;
	struct cached_pattern *c = arena_alloc(&cache->arena, sizeof(*c));
	if (!c || array_reserve((void **)&cache->items, &cache->cap, cache->n + 1,
				sizeof(struct cached_pattern *)) < 0)
		return err_oom(err);
	if (make(&c->pattern, cache, language, text, hash, place, err) < 0)
		return -1;
	if (c->pattern)
		c->pattern->options = options;
	c->syntax = language->syntax;
	c->text = text;
	c->options = options;
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
