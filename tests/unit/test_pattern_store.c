/* Patterns that were built in are those that would be read now. */
#include "unit.h"

#include "base/arena.h"
#include "match/pattern_store.h"
#include "match/reading.h"
#include "rule/shipped.h"

static const struct pattern_language *
language_named(struct reading *reading, struct slice grammar)
{
	static const char *const paths[] = {"", "a.tsx"};
	const struct pattern_language *language;
	struct err err = ERR_INIT;

	for (int lang = LANG_NONE + 1; lang < LANG_COUNT; lang++)
		for (size_t i = 0; i < 2; i++) {
			assert_int_equal(reading_language(reading, &language, (enum language)lang,
							  slice_str(paths[i]), &err),
					 0);
			if (language && slice_eq_str(grammar, syntax_language_name(language->syntax)))
				return language;
		}
	fail_msg("no grammar %.*s", (int)grammar.len, grammar.ptr);
	return NULL;
}

static void
assert_same_pattern(const struct pattern *a, const struct pattern *b)
{
	assert_true(slice_eq(a->shape.text, b->shape.text));
	assert_int_equal(a->shape.n, b->shape.n);
	assert_int_equal(a->root, b->root);
	assert_int_equal(a->sequence, b->sequence);
	assert_int_equal(a->ended, b->ended);
	assert_int_equal(a->nslots, b->nslots);
	for (size_t i = 0; i < a->nslots; i++)
		assert_true(slice_eq(a->slots[i], b->slots[i]));
	for (uint32_t i = 0; i < a->shape.n; i++) {
		const struct shape_node *s = &a->shape.nodes[i], *t = &b->shape.nodes[i];
		const struct pattern_node *p = &a->nodes[i], *q = &b->nodes[i];
		assert_int_equal(s->kind, t->kind);
		assert_int_equal(s->shape, t->shape);
		assert_int_equal(s->flags, t->flags);
		assert_true(s->start == t->start && s->end == t->end && s->first == t->first &&
			    s->next == t->next && s->parent == t->parent && s->subtree_end == t->subtree_end);
		assert_true(p->op == q->op && p->slot == q->slot && p->type_slot == q->type_slot &&
			    p->type_bound == q->type_bound && p->child == q->child);
		assert_true(slice_eq(p->type, q->type));
		assert_null(p->regex);
	}
}

static void
test_built_in_is_read_now(void **state)
{
	const struct pattern_store *store = shipped_rules()->patterns;
	struct arena arena = ARENA_INIT;
	struct err err = ERR_INIT;
	struct reading *reading;

	(void)state;
	assert_int_equal(reading_new(&reading, NULL, &err), 0);
	assert_true(syntax_available() ? store->n > 1000 : store->n == 0);
	for (size_t i = 0; i < store->n; i++) {
		const struct stored_pattern *stored = &store->items[i];
		const struct pattern_language *language = language_named(reading, stored->grammar);
		const struct place nowhere = {0};
		struct pattern *read;
		int rc = pattern_read(&read, &arena, language, stored->text, &nowhere, &err);
		assert_int_equal(rc, stored->pattern != NULL);
		if (rc > 0)
			assert_same_pattern(stored->pattern, read);
		pattern_release(read);
		arena_clear(&arena);
	}
	arena_release(&arena);
	reading_free(reading);
}

static void
test_find(void **state)
{
	const struct pattern_store *store = shipped_rules()->patterns;
	const struct syntax_language *python = syntax_language(LANG_PYTHON, slice_str("a.py"));
	struct slice none = slice_str("no_such_call($NOTHING)");

	(void)state;
	if (!python)
		return;
	assert_null(pattern_store_find(store, python, none, pattern_hash(none)));
	size_t found = 0;
	for (size_t i = 0; i < store->n; i++) {
		const struct stored_pattern *s = &store->items[i];
		assert_true(i == 0 || s[-1].hash <= s->hash);
		if (!slice_eq_str(s->grammar, "python"))
			continue;
		assert_ptr_equal(pattern_store_find(store, python, s->text, pattern_hash(s->text)), s);
		found++;
	}
	assert_true(found > 100);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_built_in_is_read_now),
		cmocka_unit_test(test_find),
	};

	return cmocka_run_group_tests_name("pattern_store", tests, NULL, NULL);
}
