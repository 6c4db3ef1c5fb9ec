#include "cli/rules_tally.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/buf.h"

#define ROW_ANY LANG_COUNT

void
rules_tally_init(struct rules_tally *tally)
{
	*tally = (struct rules_tally){.reasons = NULL};
	arena_init(&tally->arena);
}

void
rules_tally_release(struct rules_tally *tally)
{
	free(tally->reasons);
	arena_release(&tally->arena);
}

/* ---- counting ---- */

static size_t
row_of(language_set languages)
{
	size_t row = 1;

	if (languages == LANGUAGE_ANY)
		return ROW_ANY;
	while (row < LANG_COUNT && !(languages & LANGUAGE_BIT(row)))
		row++;
	return row < LANG_COUNT ? row : LANG_NONE;
}

void
rules_tally_add(struct rules_tally *tally, language_set languages, enum rule_outcome outcome)
{
	tally->rows[row_of(languages)][outcome]++;
}

static struct rules_reason *
find_reason(struct rules_tally *tally, struct slice reason)
{
	for (size_t i = 0; i < tally->nreasons; i++)
		if (slice_eq(tally->reasons[i].text, reason))
			return &tally->reasons[i];
	return NULL;
}

int
rules_tally_add_unsupported(struct rules_tally *tally, language_set languages, struct slice reason,
			    struct err *err)
{
	struct rules_reason *known = find_reason(tally, reason);
	void *items = tally->reasons;

	rules_tally_add(tally, languages, RULE_UNSUPPORTED);
	if (known) {
		known->n++;
		return 0;
	}
	if (array_reserve(&items, &tally->cap, tally->nreasons + 1, sizeof(*tally->reasons)) < 0)
		return err_oom(err);
	tally->reasons = items;
	known = &tally->reasons[tally->nreasons];
	if (arena_dup(&known->text, &tally->arena, reason) < 0)
		return err_oom(err);
	known->n = 1;
	tally->nreasons++;
	return 0;
}

unsigned long
rules_tally_total(const struct rules_tally *tally, enum rule_outcome outcome)
{
	unsigned long n = 0;

	for (size_t row = 0; row < RULES_TALLY_ROWS; row++)
		n += tally->rows[row][outcome];
	return n;
}

/* ---- printing ---- */

static const char *
row_name(size_t row)
{
	if (row == ROW_ANY)
		return "any";
	return row == LANG_NONE ? "other" : language_name((enum language)row);
}

static void
print_row(const struct rules_tally *tally, size_t row)
{
	const unsigned long *n = tally->rows[row];
	unsigned long rules = 0;

	for (size_t i = 0; i < RULE_OUTCOMES; i++)
		rules += n[i];
	if (rules > 0)
		printf("%-12s %7lu %7lu %12lu %11lu\n", row_name(row), n[RULE_PASSED], n[RULE_FAILED],
		       n[RULE_UNSUPPORTED], n[RULE_NO_EXAMPLE]);
}

static int
compare_reasons(const void *a, const void *b)
{
	const struct rules_reason *x = a, *y = b;

	if (x->n != y->n)
		return x->n > y->n ? -1 : 1;
	return slice_cmp(x->text, y->text);
}

static void
print_table(const struct rules_tally *tally)
{
	printf("%-12s %7s %7s %12s %11s\n", "language", "passed", "failed", "unsupported", "no example");
	for (size_t row = 1; row < RULES_TALLY_ROWS; row++)
		print_row(tally, row);
	print_row(tally, LANG_NONE);
	printf("\n");
}

static void
print_reasons(struct rules_tally *tally)
{
	if (tally->nreasons == 0)
		return;
	qsort(tally->reasons, tally->nreasons, sizeof(*tally->reasons), compare_reasons);
	for (size_t i = 0; i < tally->nreasons; i++)
		printf("%5lu  %.*s\n", tally->reasons[i].n, (int)tally->reasons[i].text.len,
		       tally->reasons[i].text.ptr);
	printf("\n");
}

void
rules_tally_print(struct rules_tally *tally)
{
	unsigned long n[RULE_OUTCOMES], rules = 0;

	for (int i = 0; i < RULE_OUTCOMES; i++) {
		n[i] = rules_tally_total(tally, (enum rule_outcome)i);
		rules += n[i];
	}
	if (rules > 0)
		print_table(tally);
	print_reasons(tally);
	printf("rules %lu, files %lu: %lu passed, %lu failed, %lu unsupported, %lu without example\n", rules,
	       tally->files, n[RULE_PASSED], n[RULE_FAILED], n[RULE_UNSUPPORTED], n[RULE_NO_EXAMPLE]);
	printf("malformed files %lu, rules without ok: %lu, todo %lu\n", tally->malformed, tally->without_ok,
	       tally->todo);
}
