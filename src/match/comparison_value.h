/*
 * comparison_value.h - the values of comparison.h's expressions and what operators make of them
 */
#ifndef SLUICE_MATCH_COMPARISON_VALUE_H
#define SLUICE_MATCH_COMPARISON_VALUE_H

#include <stdbool.h>

#include "base/slice.h"

enum value_kind { VALUE_NONE, VALUE_BOOL, VALUE_NUMBER, VALUE_STRING, VALUE_LIST };

struct value {
	enum value_kind kind;
	double number;     /* also of VALUE_BOOL */
	bool integer;      /* the number was written or computed as a whole one */
	struct slice text; /* the bytes it was read from; computed numbers have none */
	size_t first, n;   /* VALUE_LIST: of items */
};

enum token {
	TOKEN_OPEN, /* the marks of brackets */
	TOKEN_INT,
	TOKEN_STR,
	TOKEN_MATCH,
	TOKEN_LIST,
	TOKEN_OR,
	TOKEN_AND,
	TOKEN_NOT,
	TOKEN_EQ,
	TOKEN_NE,
	TOKEN_LT,
	TOKEN_LE,
	TOKEN_GT,
	TOKEN_GE,
	TOKEN_IN,
	TOKEN_NOT_IN,
	TOKEN_BIT_OR,
	TOKEN_BIT_XOR,
	TOKEN_BIT_AND,
	TOKEN_LEFT,
	TOKEN_RIGHT,
	TOKEN_ADD,
	TOKEN_SUB,
	TOKEN_MUL,
	TOKEN_FLOOR,
	TOKEN_DIV,
	TOKEN_MOD,
	TOKEN_PLUS,
	TOKEN_MINUS,
	TOKEN_INVERT,
	TOKEN_POW,
	TOKEN_COUNT
};

struct value value_none(void);
struct value value_bool(bool b);

/* items: where the members of lists stand. */
struct value value_binary(enum token token, const struct value *a, const struct value *b,
			  const struct value *items);
struct value value_unary(enum token token, const struct value *a);
struct value value_call(enum token token, const struct value *a); /* int(), str() */

#endif
