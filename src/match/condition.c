#include "match/condition.h"

#include <math.h>

#include "base/ascii.h"
#include "base/limits.h"
#include "match/checksum.h"
#include "match/comparison.h"
#include "match/constant.h"
#include "match/credential.h"
#include "match/information.h"
#include "match/redos.h"
#include "match/type.h"
#include "match/unit.h"

_Static_assert(LIMIT_WINDOW_BYTES == 4096, "the sentence names the number");
#define VALUE_CUT "value of a metavariable cut at 4096 bytes"

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

bool
value_has_word(struct slice value, const struct slice *words, size_t n)
{
	for (size_t i = 0; i < value.len; i++)
		for (size_t w = 0; w < n; w++)
			if (words[w].len > 0 && starts_nocase(slice_sub(value, i, value.len), words[w]))
				return true;
	return false;
}

/* The text or number that a binding stands for; its bytes when it is no constant. */
static int
constant_value(struct slice *out, struct condition_scope *scope, const struct binding *binding,
	       struct err *err)
{
	struct constant constant = {.kind = CONSTANT_NONE};
	uint32_t t = scope->unit ? unit_node_of(scope->unit, binding->value) : NODE_NONE;

	*out = binding->constant.len > 0 ? binding->constant : binding->value;
	if (t == NODE_NONE || binding->constant.len > 0)
		return 0;
	if (constant_read(&constant, scope->arena, scope->unit, t, err) < 0)
		return -1;
	if (constant.kind == CONSTANT_TEXT || constant.kind == CONSTANT_LITERAL)
		*out = constant.text;
	return 0;
}

static int
regex_holds(const struct condition_test *test, struct condition_scope *scope, const struct binding *binding,
	    struct err *err)
{
	struct slice value = binding->constant.len > 0 ? binding->constant : binding->value;
	const char *limit = NULL;

	if (test->condition->constants && constant_value(&value, scope, binding, err) < 0)
		return -1;
	int rc = regex_fits(scope->engine, test->regex, value, &limit, err);
	if (limit)
		scope->limit = limit;
	return rc == 0 && limit ? 1 : rc;
}

static int
checksum_test(const struct condition_test *test, struct condition_scope *scope, const struct binding *binding,
	      struct err *err)
{
	struct slice value;

	if (constant_value(&value, scope, binding, err) < 0)
		return -1;
	/* Of an armour its beginning is enough; nothing else is that long. */
	if (value.len > LIMIT_WINDOW_BYTES && test->condition->checksum != CHECKSUM_PEM) {
		scope->limit = VALUE_CUT;
		return 1;
	}
	return checksum_holds(test->condition->checksum, value) != test->condition->negated;
}

static bool
type_holds(const struct condition *c, const struct condition_scope *scope, struct slice value)
{
	uint32_t t = scope->unit ? unit_node_of(scope->unit, value) : NODE_NONE;

	for (size_t i = 0; t != NODE_NONE && i < c->nwords; i++)
		if (type_fits(scope->unit, t, c->words[i]))
			return true;
	return false;
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

/* Bindings with names of constants replaced; a text with quotes is understood as it is. */
static int
known_bindings(const struct binding **out, struct condition_scope *scope, const struct binding *bindings,
	       size_t n, struct err *err)
{
	struct binding *known;

	*out = bindings;
	if (!scope->unit || n == 0)
		return 0;
	known = arena_array(scope->arena, n, sizeof(*known));
	if (!known)
		return err_oom(err);
	for (size_t i = 0; i < n; i++) {
		known[i] = bindings[i];
		uint32_t t = unit_node_of(scope->unit, bindings[i].value);
		if (t != NODE_NONE && scope->unit->shape.nodes[t].shape != SHAPE_STRING &&
		    constant_value(&known[i].value, scope, &bindings[i], err) < 0)
			return -1;
	}
	*out = known;
	return 0;
}

static int
comparison_test(const struct condition_test *test, struct condition_scope *scope,
		const struct binding *bindings, size_t n, struct err *err)
{
	struct comparison comparison = comparison_of(test->condition);
	const char *problem;
	size_t offset;

	if (known_bindings(&comparison.bindings, scope, bindings, n, err) < 0)
		return -1;
	comparison.nbindings = n;
	comparison.engine = scope->engine;
	comparison.limit = &scope->limit;
	int rc = comparison_holds(&comparison, &problem, &offset);
	return rc < 0 ? comparison_rule_error(&test->place, problem, offset, err) : rc;
}

static const struct binding *
find(const struct binding *bindings, size_t n, struct slice name)
{
	for (size_t i = 0; i < n; i++)
		if (slice_eq(bindings[i].name, name))
			return &bindings[i];
	return NULL;
}

static bool
analysis_holds(const struct condition *c, struct slice value)
{
	switch (c->op) {
	case CONDITION_REDOS:
		return regex_is_explosive(value);
	case CONDITION_RANDOM:
		return information_is_high(value);
	default:
		return entropy_of(value) >= c->number;
	}
}

/* name: of the metavariable that the condition names, if it names one. */
static bool
credential_test(const struct condition *c, const struct binding *name, struct slice value)
{
	if (c->text.len == 0)
		return credential_holds(c->credential, value);
	return name && credential_named_holds(c->credential, name->value, value);
}

int
condition_holds(const struct condition_test *test, struct condition_scope *scope,
		const struct binding *bindings, size_t n, struct err *err)
{
	const struct condition *c = test->condition;
	struct slice value;

	if (c->op == CONDITION_COMPARISON)
		return comparison_test(test, scope, bindings, n, err);
	const struct binding *binding = find(bindings, n, c->metavariable);
	if (!binding)
		return 0;
	switch (c->op) {
	case CONDITION_REGEX:
		return regex_holds(test, scope, binding, err);
	case CONDITION_ENTROPY:
	case CONDITION_REDOS:
	case CONDITION_RANDOM:
		return constant_value(&value, scope, binding, err) < 0 ? -1 : analysis_holds(c, value);
	case CONDITION_CHECKSUM:
		return checksum_test(test, scope, binding, err);
	case CONDITION_CREDENTIAL:
		if (constant_value(&value, scope, binding, err) < 0)
			return -1;
		return credential_test(c, find(bindings, n, c->text), value);
	case CONDITION_WORDS:
		return value_has_word(binding->value, c->words, c->nwords) != c->negated;
	case CONDITION_TYPE:
		return type_holds(c, scope, binding->value);
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
