#include "match/comparison_value.h"

#include <math.h>
#include <stdint.h>

#include "match/number.h"

struct value
value_none(void)
{
	return (struct value){.kind = VALUE_NONE};
}

struct value
value_bool(bool b)
{
	return (struct value){.kind = VALUE_BOOL, .number = b};
}

static struct value
number(double d, bool integer)
{
	return isfinite(d) ? (struct value){.kind = VALUE_NUMBER, .number = d, .integer = integer}
			   : value_none();
}

static bool
same(const struct value *a, const struct value *b)
{
	/* A text that reads as true or false is still a text. */
	bool words = (a->kind == VALUE_STRING && b->kind == VALUE_BOOL) ||
		     (a->kind == VALUE_BOOL && b->kind == VALUE_STRING);

	if (a->kind != b->kind && !words)
		return false;
	if (a->kind == VALUE_STRING || words)
		return slice_eq(a->text, b->text);
	return a->kind != VALUE_LIST && a->number == b->number;
}

static struct value
contains(const struct value *a, const struct value *b, const struct value *items)
{
	if (b->kind == VALUE_STRING && a->kind == VALUE_STRING)
		return value_bool(slice_find(b->text, a->text) != (size_t)-1);
	if (b->kind != VALUE_LIST)
		return value_none();
	for (size_t i = 0; i < b->n; i++)
		if (same(a, &items[b->first + i]))
			return value_bool(true);
	return value_bool(false);
}

/* Bits of whole numbers that a double holds exactly. */
static struct value
apply_bits(enum token token, const struct value *a, const struct value *b)
{
	const double most = 9007199254740992.0; /* 2^53 */

	if (!a->integer || !b->integer || fabs(a->number) > most || fabs(b->number) > most)
		return value_none();
	int64_t x = (int64_t)a->number, y = (int64_t)b->number;
	switch (token) {
	case TOKEN_BIT_OR:
		return number((double)(x | y), true);
	case TOKEN_BIT_XOR:
		return number((double)(x ^ y), true);
	case TOKEN_BIT_AND:
		return number((double)(x & y), true);
	case TOKEN_LEFT:
		return y >= 0 && y < 64 ? number(ldexp(a->number, (int)y), true) : value_none();
	default:
		return y >= 0 && y < 64 ? number(floor(ldexp(a->number, (int)-y)), true) : value_none();
	}
}

static struct value
apply_numbers(enum token token, const struct value *a, const struct value *b)
{
	bool whole = a->integer && b->integer;
	double x = a->number, y = b->number;

	switch (token) {
	case TOKEN_LT:
		return value_bool(x < y);
	case TOKEN_LE:
		return value_bool(x <= y);
	case TOKEN_GT:
		return value_bool(x > y);
	case TOKEN_GE:
		return value_bool(x >= y);
	case TOKEN_ADD:
		return number(x + y, whole);
	case TOKEN_SUB:
		return number(x - y, whole);
	case TOKEN_MUL:
		return number(x * y, whole);
	case TOKEN_DIV:
		return number(whole ? trunc(x / y) : x / y, whole);
	case TOKEN_FLOOR:
		return number(floor(x / y), whole);
	case TOKEN_MOD:
		return number(x - y * floor(x / y), whole);
	case TOKEN_POW:
		return number(pow(x, y), whole && y >= 0);
	default:
		return apply_bits(token, a, b);
	}
}

struct value
value_binary(enum token token, const struct value *a, const struct value *b, const struct value *items)
{
	if (a->kind == VALUE_NONE || b->kind == VALUE_NONE)
		return value_none();
	switch (token) {
	case TOKEN_OR:
	case TOKEN_AND:
		if (a->kind != VALUE_BOOL || b->kind != VALUE_BOOL)
			return value_none();
		return value_bool(token == TOKEN_OR ? a->number || b->number : a->number && b->number);
	case TOKEN_EQ:
		return value_bool(same(a, b));
	case TOKEN_NE:
		return value_bool(!same(a, b));
	case TOKEN_IN:
		return contains(a, b, items);
	case TOKEN_NOT_IN: {
		struct value in = contains(a, b, items);
		return in.kind == VALUE_BOOL ? value_bool(!in.number) : in;
	}
	default:
		return a->kind == VALUE_NUMBER && b->kind == VALUE_NUMBER ? apply_numbers(token, a, b)
									  : value_none();
	}
}

struct value
value_unary(enum token token, const struct value *a)
{
	if (token == TOKEN_NOT)
		return a->kind == VALUE_BOOL ? value_bool(!a->number) : value_none();
	if (a->kind != VALUE_NUMBER)
		return value_none();
	if (token == TOKEN_INVERT)
		return a->integer ? number(-a->number - 1, true) : value_none();
	return number(token == TOKEN_MINUS ? -a->number : a->number, a->integer);
}

struct value
value_call(enum token token, const struct value *a)
{
	struct value result = value_none();

	if (token == TOKEN_STR && (a->kind == VALUE_STRING || a->text.len > 0)) {
		result.kind = VALUE_STRING;
		result.text = a->text;
	} else if (token == TOKEN_INT && a->kind == VALUE_NUMBER)
		result = number(trunc(a->number), true);
	else if (token == TOKEN_INT && a->kind == VALUE_STRING &&
		 number_read(slice_trim(a->text), 0, &result.number, &result.integer))
		result = number(trunc(result.number), true);
	return result;
}
