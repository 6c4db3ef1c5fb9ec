/*
 * pattern_literal.c - which word a pattern asks for
 *
 * A name of the pattern stands in the text as it is, or in an import that the text's
 * own name comes from. Words that the shape of a tree leaves out (`var` matches
 * `let`, `function` an arrow, `require` an import, `exports.a` an export) are no such
 * names.
 */
#include "match/pattern_literal.h"

#include "base/ascii.h"
#include "match/generic.h"
#include "match/pattern_typed.h"

static const char *const reserved[] = {
	"var",     "let",     "const",   "function",  "func",   "def",  "class",  "async", "return",
	"public",  "private", "static",  "protected", "final",  "void", "self",   "this",  "new",
	"else",    "export",  "default", "type",      "module", "null", "none",   "nil",   "true",
	"false",   "pass",    "finally", "interface", "string", "int",  "then",   "elif",  "done",
	"while",   "until",   "boolean", "object",    "yes",    "off",  "import", "from",  "require",
	"exports", "using",   "include", "use",
};

static bool
is_word_char(char c)
{
	return ascii_is_alnum(c) || c == '_';
}

/* Function is a constructor of JavaScript. */
static bool
is_reserved(struct slice word)
{
	if (slice_eq_str(word, "Function"))
		return false;
	for (size_t i = 0; i < sizeof(reserved) / sizeof(reserved[0]); i++)
		if (slice_eq_nocase(word, reserved[i]))
			return true;
	return false;
}

size_t
pattern_skip_quoted(struct slice s, size_t at)
{
	char quote = s.ptr[at++];

	while (at < s.len && s.ptr[at] != quote && s.ptr[at] != '\n')
		at += s.ptr[at] == '\\' ? 2 : 1;
	return at < s.len ? at + 1 : s.len;
}

/* Text without a metavariable, an ellipsis or an escape. */
static bool
is_simple(struct slice s)
{
	for (size_t i = 0; i < s.len; i++)
		if (!is_word_char(s.ptr[i]) && s.ptr[i] != '-' && s.ptr[i] != ':')
			return false;
	return s.len > 0;
}

/* A word of the pattern reader's own (dialect.h) reads as a hole, whoever wrote it. */
static bool
is_own(struct slice word)
{
	return word.len >= 2 && ascii_lower(word.ptr[0]) == 'z' && ascii_lower(word.ptr[1]) == 'q';
}

static void
consider(struct slice *best, struct slice word)
{
	if (word.len >= LITERAL_MIN_BYTES && word.len > best->len && !is_reserved(word) && !is_own(word))
		*best = word;
}

/* A '#' here begins a comment in many languages; in the others the line is no loss. */
static bool
begins_line(struct slice s, size_t at)
{
	while (at > 0 && ascii_is_space(s.ptr[at - 1]) && s.ptr[at - 1] != '\n')
		at--;
	return at == 0 || s.ptr[at - 1] == '\n';
}

static struct slice
best_word(struct slice s, bool text)
{
	struct slice best = {NULL, 0}, name, type;

	for (size_t at = 0; at < s.len;) {
		size_t end = at + 1, typed = pattern_typed(&name, &type, s, at, true, true);
		if (typed > 0) {
			end = at + typed; /* its type need not be written in the text */
		} else if (s.ptr[at] == '#' && begins_line(s, at)) {
			while (end < s.len && s.ptr[end] != '\n')
				end++;
		} else if (strchr("\"'`", s.ptr[at])) {
			end = pattern_skip_quoted(s, at);
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

static int
set_of_word(struct literal_set *out, struct arena *arena, struct slice word, struct err *err)
{
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

int
pattern_literals(struct literal_set *out, struct arena *arena, struct slice pattern, bool text,
		 struct err *err)
{
	return set_of_word(out, arena, best_word(pattern, text), err);
}

/* A pattern with a mistake asks for nothing; whoever compiles it says what is wrong. */
int
generic_literals(struct literal_set *out, struct arena *arena, struct slice pattern,
		 const struct generic_options *options, struct err *err)
{
	struct slice word = {NULL, 0};
	struct err mistake = ERR_INIT;
	struct place nowhere = {0};
	struct generic_pattern *read = arena_alloc(arena, sizeof(*read));

	*out = (struct literal_set){NULL, 0};
	if (!read)
		return err_oom(err);
	if (generic_pattern_read(read, pattern, options, &nowhere, &mistake) < 0)
		return mistake.code == ERR_MEMORY ? err_oom(err) : 0;
	for (size_t i = 0; i < read->n; i++)
		if (read->ops[i].bytes.len >= LITERAL_MIN_BYTES && read->ops[i].bytes.len > word.len &&
		    is_word_char(read->ops[i].bytes.ptr[0]))
			word = read->ops[i].bytes;
	return set_of_word(out, arena, word, err);
}
