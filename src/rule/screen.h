/*
 * screen.h - how scanners of secrets judge a match that their regular expression found
 *
 * Rules of gitleaks look at one group of a match, the secret, and at lists of what is allowed:
 *
 *	regex = 'key=(\w+)'    the match is key=abc, the secret abc
 *	entropy = 3            of the secret, more than that
 *	[[rules.allowlists]]   an allowance: this secret in that path is none
 *
 * That has no counterpart among the operators of Semgrep's language, so a rule carries it beside its formula.
 */
#ifndef SLUICE_RULE_SCREEN_H
#define SLUICE_RULE_SCREEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/slice.h"

struct slice_list {
	const struct slice *items;
	size_t n;
};

/* What an allowance's regular expressions are searched in. */
enum allowance_target {
	TARGET_SECRET,
	TARGET_MATCH,
	TARGET_LINE, /* the lines that the match stands on */
};

/* A match is let pass if one part of it holds, or all that it has. */
struct allowance {
	bool all;
	bool inverted; /* regexes: that none of them matches is what holds */
	enum allowance_target target;
	struct slice_list commits; /* full ids, lower case */
	struct slice_list paths;   /* regular expressions, anywhere in the path */
	struct slice_list regexes; /* anywhere in the target */
	struct slice_list words;   /* lower case, anywhere in the secret, case folded */
	uint32_t line;             /* of its file, for messages */
};

/* Another rule that must have found something in the same text, near the match. */
struct screen_need {
	struct slice rule_id;
	uint32_t lines, columns; /* at most so far between where both begin; SCREEN_ANYWHERE: no matter */
};
#define SCREEN_ANYWHERE UINT32_MAX

struct screen {
	uint32_t group;     /* the secret; 0: the first group that is not empty, without groups the match */
	uint32_t preamble;  /* so many letters, digits and "_.-" before a match count as part of it */
	double entropy;     /* in bits a byte, which the secret's is above; negative: no matter */
	bool entropy_equal; /* or as much */
	struct slice path;  /* a regular expression that the path matches; empty: no matter */
	const struct allowance *common; /* those of all rules of a file, which share them */
	size_t ncommon;
	const struct allowance *allowances; /* its own */
	size_t nallowances;
	const struct screen_need *needs;
	size_t nneeds;
	bool helper; /* found for the needs of other rules, never reported */
};

#endif
