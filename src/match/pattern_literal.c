/*
 * pattern_literal.c - which word a pattern asks for
 *
 * A name of the pattern stands in the text as it is, or in an import that the text's
 * own name comes from. Words that the shape of a tree leaves out (`var` matches
 * `let`, `function` an arrow) are no such names.
 */
#include "match/pattern_literal.h"

#include "base/ascii.h"
#include "match/pattern_typed.h"

static const char *const reserved[] = {
	"var",    "let",     "const",   "function", "func",      "def",     "class",     "async",
	"return", "public",  "private", "static",   "protected", "final",   "void",      "self",
	"this",   "new",     "else",    "export",   "default",   "type",    "module",    "null",
	"none",   "nil",     "true",    "false",    "pass",      "finally", "interface", "string",
	"int",    "boolean", "object",  "yes",      "off",
};

static bool
is_word_char(char c)
{
	return ascii_is_alnum(c) || c == '_';
}

static bool
is_reserved(struct slice word)
{
	for (size_t i = 0; i < sizeof(reserved) / sizeof(reserved[0]); i++)
		if (slice_eq_nocase(word, reserved[i]))
			return true;
	return false;
}

/* The end of the quoted text at `at`. */
static size_t
skip_quoted(struct slice s, size_t at)
{
	char quote = s.ptr[at++];

	while (at < s.len && s.ptr[at] != quote && s.ptr[at] != '\n')
		at += s.ptr[at] == '\\' ? 2 : 1;
	return at < s.len ? at + 1 : s.len;
}

static bool
is_simple(struct slice s)
{
	for (size_t i = 0; i < s.len; i++)
		if (!is_word_char(s.ptr[i]) && s.ptr[i] != '-')
			return false;
	return s.len > 0;
}

static void
consider(struct slice *best, struct slice word)
{
	if (word.len >= LITERAL_MIN_BYTES && word.len > best->len && !is_reserved(word))
		*best = word;
}

static struct slice
best_word(struct slice s, bool text)
{
	struct slice best = {NULL, 0}, name, type;

	for (size_t at = 0; at < s.len;) {
		size_t end = at + 1, typed = pattern_typed(&name, &type, s, at, true, true);
		if (typed > 0) {
			end = at + typed; /* its type need not be written in the text */
		} else if (strchr("\"'`", s.ptr[at])) {
			end = skip_quoted(s, at);
			struct slice inner = slice_sub(s, at + 1, end > at + 1 ? end - 1 : end);
			if (text && is_simple(inner) && end <= s.len)
				consider(&best, inner);
		} else if (s.ptr[at] == '$') {
			if (slice_starts(slice_sub(s, end, s.len), "..."))
				end += 3;
			while (end < s.len && is_word_char(s.ptr[end]))
				end++;
		} else if (is_word_char(s.ptr[at])) {
			while (end < s.len && is_word_char(s.ptr[end]))
				end++;
			if (!ascii_is_digit(s.ptr[at]))
				consider(&best, slice_sub(s, at, end));
		}
		at = end;
	}
	return best;
}

int
pattern_literals(struct literal_set *out, struct arena *arena, struct slice pattern, bool text,
		 struct err *err)
{
	struct slice word = best_word(pattern, text);

	*out = (struct literal_set){NULL, 0};
	if (word.len == 0)
		return 0;
	struct literal *literal = arena_alloc(arena, sizeof(*literal));
	if (!literal)
		return err_oom(err);
	literal->len = (unsigned char)(word.len < LITERAL_MAX_BYTES ? word.len : LITERAL_MAX_BYTES);
	for (size_t i = 0; i < literal->len; i++)
		literal->bytes[i] = ascii_lower(word.ptr[i]);
	*out = (struct literal_set){literal, 1};
	return 0;
}
