/*
 * scala_lambda.c - lambdas that Scala's grammar does not know
 *
 *	Action { implicit request: Request[A] =>      as Play's controllers have it
 *	Action {          (request: Request[A])=>     what the grammar reads instead
 *
 * An error there would cost the whole function. Each byte stays where it is, so the
 * nodes are the text's. `trait A { self: B =>`, which looks alike, is known to the grammar.
 */
#include "syntax/respell.h"

#include "base/ascii.h"

#define TYPE_BYTES 200u
#define HEAD_BYTES 400u
#define IMPLICIT   "implicit"

static size_t
skip_space(struct slice text, size_t at)
{
	while (at < text.len && ascii_is_space(text.ptr[at]))
		at++;
	return at;
}

static bool
is_word_byte(char c)
{
	return ascii_is_alnum(c) || c == '_' || c == '$';
}

static size_t
skip_word(struct slice text, size_t at)
{
	while (at < text.len && is_word_byte(text.ptr[at]))
		at++;
	return at;
}

/* The `=>` behind the type that begins there, with a space before it; 0: there is none. */
static size_t
find_arrow(struct slice text, size_t at)
{
	for (size_t i = at; i + 1 < text.len && i < at + TYPE_BYTES; i++) {
		char c = text.ptr[i];
		if (c == '=')
			return text.ptr[i + 1] == '>' && text.ptr[i - 1] == ' ' ? i : 0;
		if (!is_word_byte(c) && (c == '\0' || !strchr(" .,[]", c)))
			return 0;
	}
	return 0;
}

/* Whether the line up to the brace is the head of a class, so that the name is its own. */
static bool
is_template(struct slice text, size_t brace)
{
	static const char *const words[] = {"class", "trait", "object", "enum", "extends", "with", "new"};
	size_t at = brace;

	while (at > 0 && at + HEAD_BYTES > brace && text.ptr[at - 1] != '\n')
		at--;
	for (size_t end; at < brace; at = end + 1) {
		end = skip_word(text, at);
		for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
			if (slice_eq_str(slice_sub(text, at, end), words[i]))
				return true;
	}
	return false;
}

struct lambda {
	size_t implicit; /* where that word stands; 0: nowhere */
	size_t name, arrow;
};

static bool
read_lambda(struct lambda *out, struct slice text, size_t brace)
{
	size_t at = skip_space(text, brace + 1), end = skip_word(text, at);

	out->implicit = 0;
	if (slice_eq_str(slice_sub(text, at, end), IMPLICIT)) {
		out->implicit = at;
		at = skip_space(text, end);
		end = skip_word(text, at);
	}
	out->name = at;
	at = skip_space(text, end);
	if (end == out->name || out->name == brace + 1 || at == text.len || text.ptr[at] != ':')
		return false;
	out->arrow = find_arrow(text, at + 1);
	return out->arrow > 0 && (out->implicit > 0 || !is_template(text, brace));
}

int
respell_scala(struct slice *out, struct arena *arena, struct slice text)
{
	struct lambda lambda;
	char *copy = NULL;

	*out = text;
	for (size_t i = 0; i < text.len; i++) {
		if (text.ptr[i] != '{' || !read_lambda(&lambda, text, i))
			continue;
		if (!copy && !(copy = arena_strndup(arena, text.ptr, text.len)))
			return -1;
		if (lambda.implicit > 0)
			memset(copy + lambda.implicit, ' ', strlen(IMPLICIT));
		copy[lambda.name - 1] = '(';
		copy[lambda.arrow - 1] = ')';
		*out = slice_of(copy, text.len);
	}
	return 0;
}
