/*
 * source.h - pieces of source text, as a reader sees them
 */
#ifndef SLUICE_MATCH_SOURCE_H
#define SLUICE_MATCH_SOURCE_H

#include <stdbool.h>

#include "base/slice.h"

/* Equal but for white space. */
bool source_equal(struct slice a, struct slice b);

/* What stands between the quotes of a literal; a prefix such as r or f is taken off, too. Of
 * a `<<WORD` text the lines between the words. */
struct slice source_unquoted(struct slice literal);

/* Where the literal that begins at `at`, a prefix such as r included, ends; 0: there is none. */
size_t source_literal_end(struct slice s, size_t at);

#endif
