/*
 * statement.h - which lines form one statement, in any language
 *
 * A line goes on in the next one while the innermost open bracket is a round or
 * square one (or a curly one that holds values, see below), when it ends in
 * an operator, a comma or a backslash, when the next line begins with an operator
 * or a '.', and within a text in three quotes or backticks.
 *
 * A '{' holds values when what stands before it is an operator, a comma, '('
 * '[' '{' ':' or, without a space, a name (Go's http.Server{); else it begins a
 * block, whose statements are their own. Brackets in quoted text and in whole
 * comment lines do not count. A bracket that is still open when a line stands
 * further left than the one that opened it was no bracket. None of this needs
 * to be exact: a window that is too large costs time, and no statement is
 * taken for longer than STATEMENT_LINES to each side of a line.
 */
#ifndef SLUICE_MATCH_STATEMENT_H
#define SLUICE_MATCH_STATEMENT_H

#include "base/err.h"
#include "change/text.h"

/* Lines before and behind a line that its statement can have. */
#define STATEMENT_LINES 40u

struct statements {
	uint32_t first_line;
	uint32_t n;      /* lines */
	uint32_t *begin; /* of each line: the first line of its statement */
	size_t cap;
};

/* Splits the lines first..last (within 1..nlines); memory is kept for the next call. */
int statements_find(struct statements *st, const struct text *text, uint32_t first, uint32_t last,
		    struct err *err) __attribute__((warn_unused_result));
void statements_release(struct statements *st);

/* The first line of a line's statement. */
uint32_t statement_begin(const struct statements *st, uint32_t line);

/* The lines of the statement of a line among those that were split, at most STATEMENT_LINES to each side. */
struct line_range statement_of(const struct statements *st, uint32_t line);

#endif
