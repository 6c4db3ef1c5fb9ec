/*
 * comparison.c - operator precedence with two stacks
 *
 * Worked example, $X % 2 == 0 and not $Y: values go to one stack, operators
 * to the other. Before an operator is pushed, those on the stack that bind at
 * least as tightly are applied: when "==" comes, "%" is; when "and" comes,
 * "==" is. A bracket is a mark on the operator stack that stops this.
 */
#include "match/comparison.h"

#include "base/ascii.h"
#include "match/comparison_value.h"
#include "match/number.h"
#include "match/range.h"
#include "match/regex.h"

#define STACK_MAX          64u

#define PRECEDENCE_COMPARE 4

static const struct operator
{
	const char *spelling; /* of binary operators; longer before shorter */
	int precedence;       /* 0: a mark */
}
operators[TOKEN_COUNT] = {
	[TOKEN_OR] = {"or", 1},      [TOKEN_AND] = {"and", 2},   [TOKEN_NOT] = {NULL, 3},
	[TOKEN_EQ] = {"==", 4},      [TOKEN_NE] = {"!=", 4},     [TOKEN_LT] = {"<", 4},
	[TOKEN_LE] = {"<=", 4},      [TOKEN_GT] = {">", 4},      [TOKEN_GE] = {">=", 4},
	[TOKEN_IN] = {"in", 4},      [TOKEN_NOT_IN] = {NULL, 4}, [TOKEN_BIT_OR] = {"|", 5},
	[TOKEN_BIT_XOR] = {"^", 6},  [TOKEN_BIT_AND] = {"&", 7}, [TOKEN_LEFT] = {"<<", 8},
	[TOKEN_RIGHT] = {">>", 8},   [TOKEN_ADD] = {"+", 9},     [TOKEN_SUB] = {"-", 9},
	[TOKEN_MUL] = {"*", 10},     [TOKEN_FLOOR] = {"//", 10}, [TOKEN_DIV] = {"/", 10},
	[TOKEN_MOD] = {"%", 10},     [TOKEN_PLUS] = {NULL, 11},  [TOKEN_MINUS] = {NULL, 11},
	[TOKEN_INVERT] = {NULL, 11}, [TOKEN_POW] = {"**", 12},
};

struct evaluator {
	const struct comparison *comparison;
	struct slice rest;
	struct value values[STACK_MAX];
	size_t nvalues;
	struct value items[STACK_MAX]; /* of lists */
	size_t nitems;
	struct {
		enum token token;
		size_t height; /* of values when it was pushed */
	} pending[STACK_MAX];
	size_t npending;
	const char *problem;
};

static int
fail(struct evaluator *e, const char *problem)
{
	e->problem = problem;
	return -1;
}

static bool
is_unary(enum token token)
{
	return token == TOKEN_NOT || token == TOKEN_PLUS || token == TOKEN_MINUS || token == TOKEN_INVERT;
}

static void
apply_top(struct evaluator *e)
{
	enum token token = e->pending[--e->npending].token;
	struct value *last = &e->values[e->nvalues - 1];

	if (is_unary(token)) {
		*last = value_unary(token, last);
		return;
	}
	last[-1] = value_binary(token, &last[-1], last, e->items);
	e->nvalues--;
}

/* Applies what binds at least as tightly as `precedence`, back to the last mark. */
static void
apply_down_to(struct evaluator *e, int precedence)
{
	while (e->npending > 0) {
		int on_top = operators[e->pending[e->npending - 1].token].precedence;
		if (on_top == 0 || on_top < precedence)
			return;
		apply_top(e);
	}
}

static int
push_pending(struct evaluator *e, enum token token)
{
	if (e->npending == STACK_MAX)
		return fail(e, "the expression is too deep");
	e->pending[e->npending].token = token;
	e->pending[e->npending++].height = e->nvalues;
	return 0;
}

static int
push_value(struct evaluator *e, struct value value)
{
	if (e->nvalues == STACK_MAX)
		return fail(e, "the expression is too long");
	e->values[e->nvalues++] = value;
	return 0;
}

/* --- reading --- */

static void
skip(struct evaluator *e, size_t n)
{
	e->rest = slice_sub(e->rest, n, e->rest.len);
}

static void
skip_space(struct evaluator *e)
{
	while (e->rest.len > 0 && ascii_is_space(e->rest.ptr[0]))
		skip(e, 1);
}

static bool
is_name_byte(char c)
{
	return ascii_is_alnum(c) || c == '_';
}

static enum token
innermost(const struct evaluator *e)
{
	return e->npending > 0 ? e->pending[e->npending - 1].token : TOKEN_COUNT;
}

static int
end_list(struct evaluator *e)
{
	apply_down_to(e, 1);
	if (innermost(e) != TOKEN_LIST)
		return fail(e, "']' without '['");
	struct value list = {.kind = VALUE_LIST, .first = e->nitems};
	list.n = e->nvalues - e->pending[--e->npending].height;
	if (e->nitems + list.n > STACK_MAX)
		return fail(e, "the expression is too long");
	e->nvalues -= list.n;
	for (size_t i = 0; i < list.n; i++)
		e->items[e->nitems++] = e->values[e->nvalues + i];
	skip(e, 1);
	return push_value(e, list);
}

/* 1, 0, -1: the expression is none. Where there is nothing to match with it is only read. */
static int
match_at_start(struct evaluator *e, struct slice expression, struct slice value)
{
	const struct comparison *c = e->comparison;
	const struct place place = {0};
	const char *limit = NULL;
	struct err err = ERR_INIT;
	struct regex *regex;

	if (regex_compile(&regex, expression, REGEX_VALUE, &place, &err) < 0)
		return fail(e, "a regular expression cannot be used");
	int rc = c->engine ? regex_fits(c->engine, regex, value, &limit, &err) : 0;
	regex_free(regex);
	if (rc < 0)
		return fail(e, "a regular expression ran out of memory");
	if (limit && c->limit)
		*c->limit = limit;
	return rc == 1 || limit;
}

/* re.match("...", $X): the values behind `height`. */
static int
call_match(struct evaluator *e, size_t height)
{
	const struct value *arguments = &e->values[height];

	if (e->nvalues - height != 2 || arguments[0].kind != VALUE_STRING)
		return fail(e, "re.match() takes a regular expression and a value");
	int rc = match_at_start(e, arguments[0].text, arguments[1].text);
	if (rc < 0)
		return -1;
	e->nvalues = height;
	return push_value(e, arguments[1].kind == VALUE_NONE ? value_none() : value_bool(rc == 1));
}

static int
end_parenthesis(struct evaluator *e)
{
	apply_down_to(e, 1);
	enum token mark = innermost(e);
	if (mark != TOKEN_OPEN && mark != TOKEN_INT && mark != TOKEN_STR && mark != TOKEN_MATCH)
		return fail(e, "')' without '('");
	size_t height = e->pending[--e->npending].height;
	skip(e, 1);
	if (mark == TOKEN_MATCH)
		return call_match(e, height);
	if (mark != TOKEN_OPEN)
		e->values[e->nvalues - 1] = value_call(mark, &e->values[e->nvalues - 1]);
	return 0;
}

static struct slice
peek_word(const struct evaluator *e)
{
	size_t n = 0;

	while (n < e->rest.len && is_name_byte(e->rest.ptr[n]))
		n++;
	return slice_sub(e->rest, 0, n);
}

static bool
take_word(struct evaluator *e, const char *word)
{
	if (!slice_eq_str(peek_word(e), word))
		return false;
	skip(e, strlen(word));
	skip_space(e);
	return true;
}

static struct slice
unquote(struct slice s)
{
	if (s.len >= 2 && strchr("'\"`", s.ptr[0]) && s.ptr[0] && s.ptr[s.len - 1] == s.ptr[0])
		return slice_sub(s, 1, s.len - 1);
	return s;
}

/* As the languages write them. */
static bool
is_truth(struct slice s, double *number)
{
	*number = slice_eq_str(s, "true") || slice_eq_str(s, "True");
	return *number > 0 || slice_eq_str(s, "false") || slice_eq_str(s, "False");
}

static struct value
read_binding(const struct evaluator *e, struct slice name)
{
	const struct comparison *c = e->comparison;
	bool mine = c->metavariable.len == 0 || slice_eq(c->metavariable, name);
	struct value value = {.kind = VALUE_STRING};
	struct slice bound;

	if (!binding_find(&bound, c->bindings, c->nbindings, name))
		return value_none();
	value.text = slice_trim(bound);
	struct slice digits = mine && c->strip ? slice_trim(unquote(value.text)) : value.text;
	if (number_read(digits, mine ? c->base : 0, &value.number, &value.integer))
		value.kind = VALUE_NUMBER;
	else if (is_truth(value.text, &value.number))
		value.kind = VALUE_BOOL;
	else
		value.text = unquote(value.text);
	return value;
}

/* The end of the "$X" or "$...X" that begins there; 0: it has no name. */
static size_t
name_end(struct slice s, size_t at)
{
	size_t begin = at + (slice_starts(slice_sub(s, at, s.len), "$...") ? 4 : 1), end = begin;

	while (end < s.len && is_name_byte(s.ptr[end]))
		end++;
	return end > begin ? end : 0;
}

static int
read_metavariable(struct evaluator *e)
{
	size_t n = name_end(e->rest, 0);

	if (n == 0)
		return fail(e, "'$' without a name");
	struct slice name = slice_sub(e->rest, 0, n);
	skip(e, n);
	return push_value(e, read_binding(e, name));
}

static int
read_string(struct evaluator *e)
{
	size_t end = slice_chr(slice_sub(e->rest, 1, e->rest.len), e->rest.ptr[0]);

	if (end == (size_t)-1)
		return fail(e, "a string does not end");
	struct value value = {.kind = VALUE_STRING, .text = slice_sub(e->rest, 1, end + 1)};
	if (slice_chr(value.text, '\\') != (size_t)-1)
		return fail(e, "a string with a backslash is not supported");
	skip(e, end + 2);
	return push_value(e, value);
}

static int
read_number(struct evaluator *e)
{
	struct value value = {.kind = VALUE_NUMBER};
	size_t n = 0;

	while (n < e->rest.len && (is_name_byte(e->rest.ptr[n]) || e->rest.ptr[n] == '.'))
		n++;
	value.text = slice_sub(e->rest, 0, n);
	if (!number_read(value.text, 0, &value.number, &value.integer))
		return fail(e, "a number is malformed");
	skip(e, n);
	return push_value(e, value);
}

/* 1: a value was read, 0: a prefix, so that a value is still to come, -1. */
static int
read_word(struct evaluator *e)
{
	bool is_int = slice_eq_str(peek_word(e), "int");
	const char *match = "re.match(";

	if (slice_starts(e->rest, match)) {
		skip(e, strlen(match));
		return push_pending(e, TOKEN_MATCH);
	}
	if (take_word(e, "not"))
		return push_pending(e, TOKEN_NOT);
	if (take_word(e, "True"))
		return push_value(e, value_bool(true)) < 0 ? -1 : 1;
	if (take_word(e, "False"))
		return push_value(e, value_bool(false)) < 0 ? -1 : 1;
	if (!take_word(e, "int") && !take_word(e, "str"))
		return fail(e, "a name is not known here (int, str, re.match, not, True, False are)");
	if (e->rest.len == 0 || e->rest.ptr[0] != '(')
		return fail(e, "'(' is missing");
	skip(e, 1);
	return push_pending(e, is_int ? TOKEN_INT : TOKEN_STR);
}

static int
read_prefix(struct evaluator *e, enum token token)
{
	skip(e, 1);
	return push_pending(e, token);
}

/* As read_word(). */
static int
read_operand(struct evaluator *e)
{
	char c = e->rest.len > 0 ? e->rest.ptr[0] : '\0';

	switch (c) {
	case '$':
		return read_metavariable(e) < 0 ? -1 : 1;
	case '"':
	case '\'':
		return read_string(e) < 0 ? -1 : 1;
	case '(':
		return read_prefix(e, TOKEN_OPEN);
	case '[':
		return read_prefix(e, TOKEN_LIST);
	case ']': /* an empty list, or one that ends in a comma */
		return innermost(e) != TOKEN_LIST ? fail(e, "a value is missing") : end_list(e) < 0 ? -1 : 1;
	case '+':
		return read_prefix(e, TOKEN_PLUS);
	case '-':
		return read_prefix(e, TOKEN_MINUS);
	case '~':
		return read_prefix(e, TOKEN_INVERT);
	default:
		break;
	}
	if (ascii_is_digit(c) || c == '.')
		return read_number(e) < 0 ? -1 : 1;
	return is_name_byte(c) ? read_word(e) : fail(e, "a value is missing");
}

/* --- operators --- */

static bool
spelled_here(const struct evaluator *e, const char *spelling)
{
	if (ascii_is_alpha(spelling[0]))
		return slice_eq_str(peek_word(e), spelling);
	return slice_starts(e->rest, spelling);
}

/* The binary operator here, the longest if several fit; TOKEN_COUNT if there is none. */
static enum token
find_operator(struct evaluator *e)
{
	enum token found = TOKEN_COUNT;
	size_t longest = 0;

	for (unsigned t = 0; t < TOKEN_COUNT; t++) {
		const char *spelling = operators[t].spelling;
		if (spelling && strlen(spelling) > longest && spelled_here(e, spelling)) {
			found = (enum token)t;
			longest = strlen(spelling);
		}
	}
	skip(e, longest);
	if (found == TOKEN_COUNT && take_word(e, "not"))
		return take_word(e, "in") ? TOKEN_NOT_IN : TOKEN_COUNT;
	return found;
}

static int
read_operator(struct evaluator *e)
{
	enum token token = find_operator(e);

	if (token == TOKEN_COUNT)
		return fail(e, "an operator is missing");
	int precedence = operators[token].precedence;
	apply_down_to(e,
		      token == TOKEN_POW ? precedence + 1 : precedence + (precedence == PRECEDENCE_COMPARE));
	if (precedence == PRECEDENCE_COMPARE && e->npending > 0 &&
	    operators[innermost(e)].precedence == PRECEDENCE_COMPARE)
		return fail(e, "comparisons cannot be chained; join them with 'and'");
	return push_pending(e, token);
}

/* Behind a value. 1: another value must follow, 0: not, -1. */
static int
read_after_value(struct evaluator *e)
{
	char c = e->rest.ptr[0];

	if (c == ')')
		return end_parenthesis(e);
	if (c == ']')
		return end_list(e);
	if (c != ',')
		return read_operator(e) < 0 ? -1 : 1;
	apply_down_to(e, 1);
	if (innermost(e) != TOKEN_LIST && innermost(e) != TOKEN_MATCH)
		return fail(e, "',' outside a list");
	skip(e, 1);
	return 1;
}

static int
evaluate(struct evaluator *e)
{
	bool value_next = true;

	for (skip_space(e); e->rest.len > 0 || value_next; skip_space(e)) {
		int rc = value_next ? read_operand(e) : read_after_value(e);
		if (rc < 0)
			return -1;
		value_next = value_next ? rc == 0 : rc == 1;
	}
	apply_down_to(e, 1);
	return e->npending > 0 ? fail(e, "a bracket is not closed") : 0;
}

int
comparison_holds(const struct comparison *comparison, const char **problem, size_t *offset)
{
	struct evaluator e = {.comparison = comparison, .rest = comparison->text};

	if (evaluate(&e) < 0) {
		*problem = e.problem;
		*offset = comparison->text.len - e.rest.len;
		return -1;
	}
	return e.values[0].kind == VALUE_BOOL && e.values[0].number != 0;
}

bool
comparison_next_name(struct slice *rest, struct slice *name)
{
	char quote = '\0';

	for (size_t i = 0; i < rest->len; i++) {
		char c = rest->ptr[i];

		if (quote)
			quote = c == quote ? '\0' : quote;
		else if (c == '"' || c == '\'')
			quote = c;
		else if (c == '$') {
			size_t end = name_end(*rest, i);
			if (end == 0)
				end = i + 1;
			*name = slice_sub(*rest, i, end);
			*rest = slice_sub(*rest, end, rest->len);
			return true;
		}
	}
	return false;
}
