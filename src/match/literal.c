/*
 * literal.c - a rule's keywords from its formula
 *
 * A match of `patterns` has a match of each positive operand, so the best of
 * their sets will do; one of `pattern-either` may come from any operand, so
 * it takes all their sets. Negative operands require nothing.
 */
#include "match/literal.h"

#include <stdlib.h>

#include "base/ascii.h"
#include "base/buf.h"
#include "match/formula_walk.h"
#include "match/pattern_literal.h"
#include "match/regex_literal.h"
#include "rule/taint.h"

/* The sets of nodes whose parent is still to come. */
struct set_stack {
	struct literal_set *items;
	size_t n, cap;
};

static struct literal_set
best_of(const struct literal_set *sets, size_t n)
{
	struct literal_set best = {NULL, 0};

	for (size_t i = 0; i < n; i++)
		if (literal_set_score(&sets[i]) > literal_set_score(&best))
			best = sets[i];
	return best;
}

static int
union_of(struct literal_set *out, const struct literal_set *sets, size_t n, struct arena *scratch,
	 struct err *err)
{
	*out = n > 0 ? sets[0] : (struct literal_set){NULL, 0};
	for (size_t i = 1; i < n; i++)
		if (literal_set_union(out, &sets[i], scratch, err) < 0)
			return -1;
	return 0;
}

/* Whether text can be put together from pieces in one of the languages. */
static bool
has_expressions(language_set languages)
{
	static const enum language records[] = {LANG_TERRAFORM, LANG_DOCKERFILE, LANG_YAML, LANG_JSON,
						LANG_TOML,      LANG_XML,        LANG_HTML, LANG_INI};

	for (size_t i = 0; i < sizeof(records) / sizeof(records[0]); i++)
		languages &= ~LANGUAGE_BIT(records[i]);
	return languages != 0;
}

int
literals_of_pattern(struct literal_set *out, struct arena *arena, const struct rule *rule,
		    struct slice pattern, struct err *err)
{
	return pattern_literals(out, arena, pattern, !has_expressions(rule->languages), err);
}

/* The metavariable stands in the pattern, outside quoted text, whose value may be put together elsewhere. */
static bool
has_bare(struct slice pattern, struct slice metavariable)
{
	for (size_t at = 0; at < pattern.len; at++) {
		size_t end = at + metavariable.len;

		if (strchr("\"'`", pattern.ptr[at])) {
			at = pattern_skip_quoted(pattern, at) - 1;
			continue;
		}
		if (end <= pattern.len && memcmp(pattern.ptr + at, metavariable.ptr, metavariable.len) == 0 &&
		    (end == pattern.len || !(ascii_is_alnum(pattern.ptr[end]) || pattern.ptr[end] == '_')))
			return true;
	}
	return false;
}

/* Single names: a dotted one may stand for an import, which says it in pieces. */
static bool
are_names(const struct literal_set *set)
{
	for (size_t i = 0; i < set->n; i++)
		for (size_t k = 0; k < set->items[i].len; k++)
			if (!ascii_is_alnum(set->items[i].bytes[k]) &&
			    !memchr("_$@", set->items[i].bytes[k], 3))
				return false;
	return true;
}

int
literals_of_guard(struct literal_set *out, struct arena *arena, struct slice pattern,
		  struct slice metavariable, struct slice regex, struct err *err)
{
	*out = (struct literal_set){NULL, 0};
	if (!has_bare(pattern, metavariable))
		return 0;
	if (regex_literals(out, arena, regex, err) < 0)
		return -1;
	if (!are_names(out))
		*out = (struct literal_set){NULL, 0};
	return 0;
}

static bool
is_negative(const struct formula_walk *walk)
{
	for (size_t i = 0; i < walk->depth; i++)
		if (walk->path[i].formula->op == OP_NOT || walk->path[i].formula->op == OP_NOT_INSIDE)
			return true;
	return false;
}

/* Whether the text bound to the metavariable stands in the file as it is. */
static bool
binds_text(const struct formula *all, struct slice metavariable)
{
	const struct formula *formula;
	struct formula_walk walk;

	formula_walk_begin(&walk, all);
	while ((formula = formula_walk_next(&walk)))
		if (formula->op == OP_PATTERN && !is_negative(&walk) && has_bare(formula->text, metavariable))
			return true;
	return false;
}

/* What each operand asks for, and what metavariable-regex asks of code; the best of it. */
static int
set_of_all(struct literal_set *out, const struct rule *rule, const struct formula *all,
	   const struct literal_set *children, struct arena *scratch, struct err *err)
{
	*out = best_of(children, all->nchildren);
	for (size_t i = 0; i < all->nconditions && !rule->generic.on; i++) {
		const struct condition *condition = &all->conditions[i];
		struct literal_set set;

		if (condition->op != CONDITION_REGEX || condition->constants ||
		    !binds_text(all, condition->metavariable))
			continue;
		if (regex_literals(&set, scratch, condition->text, err) < 0)
			return -1;
		if (are_names(&set) && literal_set_score(&set) > literal_set_score(out))
			*out = set;
	}
	return 0;
}

static int
set_of(struct literal_set *out, const struct rule *rule, const struct formula *formula,
       const struct literal_set *children, struct arena *scratch, struct err *err)
{
	switch (formula->op) {
	case OP_REGEX:
		return regex_literals(out, scratch, formula->text, err);
	case OP_PATTERN:
		if (rule->generic.on)
			return generic_literals(out, scratch, formula->text, &rule->generic, err);
		return literals_of_pattern(out, scratch, rule, formula->text, err);
	case OP_INSIDE:
		*out = children[0];
		return 0;
	case OP_ALL:
		return set_of_all(out, rule, formula, children, scratch, err);
	case OP_ANY:
		return union_of(out, children, formula->nchildren, scratch, err);
	default:
		*out = (struct literal_set){NULL, 0};
		return 0;
	}
}

static int
push_set_of(struct set_stack *stack, const struct rule *rule, const struct formula *formula,
	    struct arena *scratch, struct err *err)
{
	struct literal_set set;
	void *items = stack->items;

	size_t below = stack->n - formula->nchildren;
	if (set_of(&set, rule, formula, stack->items ? stack->items + below : NULL, scratch, err) < 0)
		return -1;
	if (array_reserve(&items, &stack->cap, below + 1, sizeof(*stack->items)) < 0)
		return err_oom(err);
	stack->items = items;
	stack->items[below] = set;
	stack->n = below + 1;
	return 0;
}

static int
copy_out(const struct slice **out, size_t *n, struct arena *arena, struct literal_set *set, struct err *err)
{
	literal_set_reduce(set);
	struct slice *slices = arena_array(arena, set->n, sizeof(*slices));
	if (!slices)
		return err_oom(err);
	for (size_t i = 0; i < set->n; i++)
		if (arena_dup(&slices[i], arena, slice_of(set->items[i].bytes, set->items[i].len)) < 0)
			return err_oom(err);
	*out = slices;
	*n = set->n;
	return 0;
}

/* The set of a whole formula; none for one that is too deep. */
static int
formula_set(struct literal_set *out, const struct rule *rule, const struct formula *top,
	    struct arena *scratch, struct err *err)
{
	struct set_stack stack = {NULL, 0, 0};
	struct formula_walk walk;
	const struct formula *formula;
	int rc = 0;

	*out = (struct literal_set){NULL, 0};
	formula_walk_begin(&walk, top);
	while (rc == 0 && (formula = formula_walk_next(&walk)) && !walk.too_deep)
		rc = push_set_of(&stack, rule, formula, scratch, err);
	if (rc == 0 && !walk.too_deep && stack.n == 1)
		*out = stack.items[0];
	free(stack.items);
	return rc;
}

/* Any entry may match, so the list has what all of its entries have. */
static int
list_set(struct literal_set *out, const struct rule *rule, const struct taint_list *list,
	 struct arena *scratch, struct err *err)
{
	*out = (struct literal_set){NULL, 0};
	for (size_t i = 0; i < list->n; i++) {
		struct literal_set set;
		if (formula_set(&set, rule, &list->items[i].formula, scratch, err) < 0)
			return -1;
		if (i == 0)
			*out = set;
		else if (literal_set_union(out, &set, scratch, err) < 0)
			return -1;
	}
	return 0;
}

/* A finding has a source and a sink. */
static int
taint_set(struct literal_set *out, const struct rule *rule, struct arena *scratch, struct err *err)
{
	struct literal_set sets[2];

	if (list_set(&sets[0], rule, &rule->taint->sources, scratch, err) < 0 ||
	    list_set(&sets[1], rule, &rule->taint->sinks, scratch, err) < 0)
		return -1;
	*out = best_of(sets, 2);
	return 0;
}

int
literals_derive(const struct slice **out, size_t *n, struct arena *arena, const struct rule *rule,
		struct err *err)
{
	struct arena scratch = ARENA_INIT;
	struct literal_set set;

	*out = NULL;
	*n = 0;
	int rc = rule->taint ? taint_set(&set, rule, &scratch, err)
			     : formula_set(&set, rule, &rule->formula, &scratch, err);
	if (rc == 0 && literal_set_score(&set) > 0)
		rc = copy_out(out, n, arena, &set, err);
	arena_release(&scratch);
	return rc;
}
