/*
 * regex_read.h - the syntax of PCRE2 patterns, one item at a time
 *
 * Enough of pcre2pattern(3) to know where each item ends and which bytes it
 * stands for. What is not known here is ITEM_UNKNOWN, and the caller gives up.
 */
#ifndef SLUICE_MATCH_REGEX_READ_H
#define SLUICE_MATCH_REGEX_READ_H

#include <limits.h>
#include <stdbool.h>

#include "base/slice.h"

enum item_kind {
	ITEM_END,
	ITEM_BYTES,   /* one byte out of a small set */
	ITEM_ANY,     /* something, perhaps nothing: a class, '.', a back reference, a recursion */
	ITEM_NOTHING, /* an assertion such as \b or ^ */
	ITEM_OPEN,    /* a group begins */
	ITEM_LOOK,    /* a lookaround begins: what stands in it is no part of the match */
	ITEM_CLOSE,
	ITEM_OR,
	ITEM_UNKNOWN
};

#define ITEM_BYTES_MAX 4u

struct item {
	enum item_kind kind;
	char bytes[ITEM_BYTES_MAX]; /* ITEM_BYTES: lower case, different */
	unsigned nbytes;
};

#define REPEAT_MAX UINT_MAX /* no upper bound */

struct regex_reader {
	struct slice pattern;
	size_t at;
	bool quoted;   /* between \Q and \E */
	bool extended; /* (?x): white space and # comments are skipped */
};

struct item regex_read_item(struct regex_reader *reader);

/*
 * The quantifier at the reader's place, {1,1} if there is none. False if what
 * stands there means different things in different versions of PCRE2.
 */
bool regex_read_quantifier(struct regex_reader *reader, unsigned *min, unsigned *max);

#endif
