/*
 * rules_tally.h - what became of the rules of a pack when they were tested
 */
#ifndef SLUICE_CLI_RULES_TALLY_H
#define SLUICE_CLI_RULES_TALLY_H

#include "base/arena.h"
#include "base/err.h"
#include "rule/language.h"

enum rule_outcome {
	RULE_PASSED,
	RULE_FAILED,
	RULE_UNSUPPORTED, /* asks for what this build cannot run */
	RULE_NO_EXAMPLE,  /* nothing stands under a `ruleid:` of it */
	RULE_OUTCOMES
};

/* One row a language, one for rules of any language; that of LANG_NONE is for languages we do not know. */
#define RULES_TALLY_ROWS (LANG_COUNT + 1)

struct rules_reason {
	struct slice text;
	unsigned long n;
};

struct rules_tally {
	unsigned long rows[RULES_TALLY_ROWS][RULE_OUTCOMES];
	unsigned long files;      /* of rules, that could be read */
	unsigned long malformed;  /* files of rules or examples */
	unsigned long without_ok; /* rules that passed so far as that can be said */
	unsigned long todo;       /* annotations that are known not to hold */
	struct rules_reason *reasons;
	size_t nreasons, cap;
	struct arena arena; /* of the reasons */
};

void rules_tally_init(struct rules_tally *tally);
void rules_tally_release(struct rules_tally *tally);

/* A rule of several languages counts once, under the first of them in language.h's order. */
void rules_tally_add(struct rules_tally *tally, language_set languages, enum rule_outcome outcome);

/* The reason is copied. */
int rules_tally_add_unsupported(struct rules_tally *tally, language_set languages, struct slice reason,
				struct err *err) __attribute__((warn_unused_result));

/* Rules of all languages. */
unsigned long rules_tally_total(const struct rules_tally *tally, enum rule_outcome outcome);

/* The table, the reasons by how often they were given, and a line of totals; sorts the reasons. */
void rules_tally_print(struct rules_tally *tally);

#endif
