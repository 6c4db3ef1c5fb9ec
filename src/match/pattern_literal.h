/*
 * pattern_literal.h - a word that stands in every text a pattern matches
 */
#ifndef SLUICE_MATCH_PATTERN_LITERAL_H
#define SLUICE_MATCH_PATTERN_LITERAL_H

#include "match/regex_literal.h"
#include "rule/rule.h"

/*
 * The longest name of a pattern that is no word of a language; out->n is 0 when there is none. text: quoted
 * text counts, too; else the text may say it in pieces ("a" + B).
 */
int pattern_literals(struct literal_set *out, struct arena *arena, struct slice pattern, bool text,
		     struct err *err) __attribute__((warn_unused_result));

/* Where the quoted text ends that begins at `at`: behind its quote, or at the end of s. */
size_t pattern_skip_quoted(struct slice s, size_t at);

/* The same for a generic pattern: the longest of its words. */
int generic_literals(struct literal_set *out, struct arena *arena, struct slice pattern,
		     const struct generic_options *options, struct err *err)
	__attribute__((warn_unused_result));

#endif
