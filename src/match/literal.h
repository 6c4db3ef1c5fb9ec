/*
 * literal.h - what must stand in a text for a rule to match it
 */
#ifndef SLUICE_MATCH_LITERAL_H
#define SLUICE_MATCH_LITERAL_H

#include "base/arena.h"
#include "base/err.h"
#include "rule/rule.h"

/*
 * Derives the rule's keywords from its patterns: a set of lower-case literals
 * (each at least 3 bytes, at most 64 of them) such that every match contains
 * one of them, ASCII case folded. *n is 0 when no such set exists.
 */
int literals_derive(const struct slice **out, size_t *n, struct arena *arena, const struct rule *rule,
		    struct err *err) __attribute__((warn_unused_result));

/* The same for one pattern of a rule on syntax. */
struct literal_set;
int literals_of_pattern(struct literal_set *out, struct arena *arena, const struct rule *rule,
			struct slice pattern, struct err *err) __attribute__((warn_unused_result));

/* What a text must have for a name to be a metavariable's that the regular expression of a
 * metavariable-regex matches; none if the pattern may take the name from elsewhere. */
int literals_of_guard(struct literal_set *out, struct arena *arena, struct slice pattern,
		      struct slice metavariable, struct slice regex, struct err *err)
	__attribute__((warn_unused_result));

#endif
