/*
 * flow.h - which kinds of a grammar direct the flow of control
 *
 * Most grammars name them alike, so one table serves all languages; where a name
 * means something else in one of them, the row says which.
 */
#ifndef SLUICE_SYNTAX_FLOW_H
#define SLUICE_SYNTAX_FLOW_H

#include "syntax/kind_index.h"
#include "syntax/shape.h"

enum flow {
	FLOW_NONE,
	FLOW_IF,            /* conditions, and blocks of which one is gone through */
	FLOW_ELSE_IF,       /* in it: a further condition with its block */
	FLOW_ELSE,          /* in it, in a try, behind a loop: what is done otherwise */
	FLOW_CONDITIONAL,   /* a ? b : c */
	FLOW_LOOP,          /* while, for (;;) */
	FLOW_DO,            /* its block is gone through at least once */
	FLOW_EACH,          /* for x in y, with a block */
	FLOW_RANGE,         /* "x in y" of a comprehension, or of a FLOW_LOOP */
	FLOW_COMPREHENSION, /* [f(x) for x in y] */
	FLOW_SWITCH,
	FLOW_CASE,   /* goes on into the next unless it breaks off */
	FLOW_CLAUSE, /* does not */
	FLOW_CATCH,
	FLOW_FINALLY,
	FLOW_RETURN,
	FLOW_THROW,
	FLOW_BREAK,
	FLOW_CONTINUE,
	FLOW_ASSIGN,  /* (x := y), x <- y: target first, value last */
	FLOW_AUGMENT, /* x += y */
	FLOW_AS,      /* y as x: value first, target last */
	FLOW_INDEX,   /* x[i] */
	FLOW_COMMA,   /* (x, y): the last is its value */
};

/* Of a SHAPE_NODE's kind. */
enum flow flow_of(const struct shape_table *table, uint16_t kind);

/* Whether the last expression of a function is what it returns. */
bool flow_returns_last(enum language lang);

/* For shape_table.c. */
void flow_fill(uint8_t *flows, size_t n, enum language lang, const struct kind_index *kinds);

#endif
