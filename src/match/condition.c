#include "match/condition.h"

#include <math.h>

#include "base/ascii.h"
#include "match/comparison.h"

double
entropy_of(struct slice s)
{
	size_t counts[256] = {0};
	double bits = 0;

	for (size_t i = 0; i < s.len; i++)
		counts[(unsigned char)s.ptr[i]]++;
	for (size_t b = 0; b < 256; b++) {
		if (counts[b] == 0)
			continue;
		double share = (double)counts[b] / (double)s.len;
		bits -= share * log2(share);
	}
	return bits;
}

static bool
starts_nocase(struct slice s, struct slice word)
{
	if (s.len < word.len)
		return false;
	for (size_t i = 0; i < word.len; i++)
		if (ascii_lower(s.ptr[i]) != ascii_lower(word.ptr[i]))
			return false;
	return true;
}

static bool
has_word(const struct condition *c, struct slice value)
{
	for (size_t i = 0; i < value.len; i++)
		for (size_t w = 0; w < c->nwords; w++)
			if (c->words[w].len > 0 && starts_nocase(slice_sub(value, i, value.len), c->words[w]))
				return true;
	return false;
}

static int
regex_holds(const struct condition_test *test, struct regex_engine *engine, struct slice value,
	    const char **limit, struct err *err)
{
	struct subject subject = {.bytes = value};
	struct regex_walk walk = {0};
	int rc = regex_next(&walk, engine, test->regex, &subject, err);

	if (walk.limit)
		*limit = walk.limit;
	return rc == 0 && walk.limit ? 1 : rc;
}

static struct comparison
comparison_of(const struct condition *c)
{
	return (struct comparison){
		.text = c->text,
		.metavariable = c->metavariable,
		.base = c->number >= 2 && c->number <= 36 ? (unsigned)c->number : 0,
		.strip = c->strip,
	};
}

static int
comparison_rule_error(const struct place *place, const char *problem, size_t offset, struct err *err)
{
	return place_error(err, place, "comparison: %s at offset %zu", problem, offset);
}

static int
comparison_test(const struct condition_test *test, const struct binding *bindings, size_t n, struct err *err)
{
	struct comparison comparison = comparison_of(test->condition);
	const char *problem;
	size_t offset;

	comparison.bindings = bindings;
	comparison.nbindings = n;
	int rc = comparison_holds(&comparison, &problem, &offset);
	return rc < 0 ? comparison_rule_error(&test->place, problem, offset, err) : rc;
}

int
condition_holds(const struct condition_test *test, struct regex_engine *engine,
		const struct binding *bindings, size_t n, const char **limit, struct err *err)
{
	const struct condition *c = test->condition;
	struct slice value;

	if (c->op == CONDITION_COMPARISON)
		return comparison_test(test, bindings, n, err);
	if (!binding_find(&value, bindings, n, c->metavariable))
		return 0;
	switch (c->op) {
	case CONDITION_REGEX:
		return regex_holds(test, engine, value, limit, err);
	case CONDITION_ENTROPY:
		return entropy_of(value) >= c->number;
	case CONDITION_WORDS:
		return has_word(c, value) != c->negated;
	default:
		return place_error(err, &test->place, "this condition cannot be run");
	}
}

int
condition_check(const struct condition *condition, const struct place *place, struct err *err)
{
	struct comparison comparison = comparison_of(condition);
	const char *problem;
	size_t offset;

	if (condition->op == CONDITION_PATTERN)
		return place_error(err, place, "metavariable-pattern cannot be run");
	if (condition->op == CONDITION_COMPARISON && comparison_holds(&comparison, &problem, &offset) < 0)
		return comparison_rule_error(place, problem, offset, err);
	return 0;
}
