#include "match/pattern_store.h"

#include <stdlib.h>

#include "base/hash.h"
#include "base/image.h"
#include "match/reading.h"
#include "rule/taint.h"

/* ---- where it holds pointers ---- */

static const struct image_layout shape_node_layout = {.size = sizeof(struct shape_node)};

static const struct image_field node_fields[] = {
	{.kind = IMAGE_TEXT, .at = offsetof(struct pattern_node, type)},
	{.kind = IMAGE_NULL, .at = offsetof(struct pattern_node, regex)},
};
static const struct image_layout node_layout = {sizeof(struct pattern_node), node_fields, 2};

static const struct image_field pattern_fields[] = {
	{.kind = IMAGE_TEXT, .at = offsetof(struct pattern, shape.text)},
	{IMAGE_ARRAY32, offsetof(struct pattern, shape.nodes), offsetof(struct pattern, shape.n),
	 &shape_node_layout},
	{IMAGE_ARRAY32, offsetof(struct pattern, nodes), offsetof(struct pattern, shape.n), &node_layout},
	{IMAGE_ARRAY, offsetof(struct pattern, slots), offsetof(struct pattern, nslots), &image_slice},
	{.kind = IMAGE_NULL, .at = offsetof(struct pattern, regexes)},
};
static const struct image_layout pattern_layout = {sizeof(struct pattern), pattern_fields, 5};

static const struct image_field stored_fields[] = {
	{.kind = IMAGE_TEXT, .at = offsetof(struct stored_pattern, grammar)},
	{.kind = IMAGE_TEXT, .at = offsetof(struct stored_pattern, text)},
	{IMAGE_ONE, offsetof(struct stored_pattern, pattern), 0, &pattern_layout},
};
static const struct image_layout stored_layout = {sizeof(struct stored_pattern), stored_fields, 3};

static const struct image_field store_fields[] = {
	{IMAGE_ARRAY, offsetof(struct pattern_store, items), offsetof(struct pattern_store, n),
	 &stored_layout},
};
const struct image_layout pattern_store_layout = {sizeof(struct pattern_store), store_fields, 1};

/* ---- looking one up ---- */

uint64_t
pattern_hash(struct slice text)
{
	return hash_bytes(text.ptr, text.len, HASH_SEED);
}

const struct stored_pattern *
pattern_store_find(const struct pattern_store *store, const struct syntax_language *syntax, struct slice text,
		   uint64_t hash)
{
	const char *grammar = syntax_language_name(syntax);
	size_t low = 0, high = store->n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (store->items[middle].hash < hash)
			low = middle + 1;
		else
			high = middle;
	}
	for (; low < store->n && store->items[low].hash == hash; low++)
		if (slice_eq_str(store->items[low].grammar, grammar) &&
		    slice_eq(store->items[low].text, text))
			return &store->items[low];
	return NULL;
}

/* ---- filling one ---- */

/* The formulas of one rule. Recursion is as deep as they are, which the loader bounds. */
struct gathering {
	struct reading *reading;
	const struct rule *rule;
	struct err *err;
};

static int
read_in(const struct gathering *g, const struct formula *f, enum language lang, const char *path)
{
	const struct place place = {g->rule->file, f->at};
	const struct pattern_language *language;
	const struct pattern_key key = {.text = f->text};
	struct cached_pattern *cached;

	if (reading_language(g->reading, &language, lang, slice_str(path), g->err) < 0)
		return -1;
	return language ? pattern_cache_get(&cached, reading_patterns(g->reading), language, &key, &place,
					    g->err)
			: 0;
}

static int
gather(const struct gathering *g, const struct formula *f, language_set languages)
{
	int rc = 0;

	for (int lang = LANG_NONE + 1; rc == 0 && f->op == OP_PATTERN && lang < LANG_COUNT; lang++) {
		if (!(languages & LANGUAGE_BIT(lang)))
			continue;
		rc = read_in(g, f, (enum language)lang, "");
		if (rc == 0 && lang == LANG_TYPESCRIPT)
			rc = read_in(g, f, LANG_TYPESCRIPT, "a.tsx");
	}
	for (size_t i = 0; rc == 0 && i < f->nchildren; i++)
		rc = gather(g, &f->children[i], languages);
	for (size_t i = 0; rc == 0 && i < f->nconditions; i++) {
		const struct condition *c = &f->conditions[i];
		if (c->formula && !c->generic)
			rc = gather(g, c->formula, c->language ? LANGUAGE_BIT(c->language) : languages);
	}
	return rc;
}

static int
gather_rule(const struct gathering *g)
{
	const struct rule *rule = g->rule;
	int rc = 0;

	if (rule->generic.on || rule->languages == LANGUAGE_ANY)
		return 0;
	if (!rule->taint)
		return gather(g, &rule->formula, rule->languages);
	const struct taint_list *const lists[] = {&rule->taint->sources, &rule->taint->sinks,
						  &rule->taint->sanitizers, &rule->taint->propagators,
						  &rule->taint->guards};
	for (size_t k = 0; k < sizeof(lists) / sizeof(lists[0]); k++)
		for (size_t i = 0; rc == 0 && i < lists[k]->n; i++)
			rc = gather(g, &lists[k]->items[i].formula, rule->languages);
	return rc;
}

static int
compare(const void *a, const void *b)
{
	const struct stored_pattern *x = a, *y = b;
	int order = (x->hash > y->hash) - (x->hash < y->hash);

	return order ? order : slice_cmp(x->grammar, y->grammar);
}

int
pattern_store_fill(struct pattern_store *store, struct arena *arena, struct reading *reading,
		   const struct rule *rules, size_t n, struct err *err)
{
	struct gathering g = {.reading = reading, .err = err};
	struct cached_pattern *const *cached;

	for (size_t i = 0; i < n; i++) {
		g.rule = &rules[i];
		if (gather_rule(&g) < 0)
			return -1;
	}
	size_t ncached = pattern_cache_items(&cached, reading_patterns(reading));
	struct stored_pattern *items = arena_array(arena, ncached, sizeof(*items));
	if (!items)
		return err_oom(err);
	store->items = items;
	store->n = 0;
	for (size_t i = 0; i < ncached; i++) {
		const struct cached_pattern *c = cached[i];
		/* An expression is compiled, which no image keeps. */
		if (c->pattern && c->pattern->nregexes > 0)
			continue;
		items[store->n++] = (struct stored_pattern){pattern_hash(c->key.text),
							    slice_str(syntax_language_name(c->syntax)),
							    c->key.text, c->pattern};
	}
	qsort(items, store->n, sizeof(*items), compare);
	return 0;
}
