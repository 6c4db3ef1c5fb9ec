/*
 * words.h - word lists that rules name instead of writing them out
 */
#ifndef SLUICE_RULE_WORDS_H
#define SLUICE_RULE_WORDS_H

#include <stddef.h>

#include "base/slice.h"

struct word_list {
	const char *name;          /* as rules write it: "placeholders" */
	const struct slice *words; /* lower case */
	size_t n;
};

/* What somebody writes where a secret would stand: examples, stop words, filled rows. */
extern const struct slice words_examples[];

/* The same, and what is filled in at run time: variables, template markers. */
extern const struct slice words_placeholders[];

/*
 * Both without the words that stand in real secrets as well ("test", "1234567"): for forms that
 * prove something already.
 */
extern const struct slice words_fillers[];

/* NULL if there is no such list. */
const struct word_list *word_list_by_name(struct slice name);

/* "placeholders, ..." for messages. */
const char *word_list_names(void);

#endif
