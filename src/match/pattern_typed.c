#include "match/pattern_typed.h"

#include "base/ascii.h"

static bool
is_word_char(char c)
{
	return ascii_is_alnum(c) || c == '_' || c == '$';
}

/* What stands before the bracket makes it one of a call or of parameters. */
static bool
belongs_to_word(struct slice all, size_t at)
{
	static const char *const words[] = {"return", "throw", "await", "yield", "in",  "not",
					    "and",    "or",    "else",  "case",  "echo"};
	size_t end = at;

	while (end > 0 && ascii_is_space(all.ptr[end - 1]))
		end--;
	size_t start = end;
	while (start > 0 && is_word_char(all.ptr[start - 1]))
		start--;
	if (start == end)
		return end > 0 && strchr(")]>.", all.ptr[end - 1]) != NULL &&
		       !slice_ends(slice_sub(all, 0, end), "...");
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (slice_eq_str(slice_sub(all, start, end), words[i]))
			return false;
	return true;
}

/* The length of the metavariable at the start of s, with its '$'; 0: there is none. */
static size_t
metavariable_length(struct slice s)
{
	size_t n = 1;

	if (s.len < 2 || s.ptr[0] != '$')
		return 0;
	while (n < s.len &&
	       ((s.ptr[n] >= 'A' && s.ptr[n] <= 'Z') || ascii_is_digit(s.ptr[n]) || s.ptr[n] == '_'))
		n++;
	return n > 1 && (n == s.len || !ascii_is_alnum(s.ptr[n])) ? n : 0;
}

/* A type: names, dots, stars, brackets of arguments and of arrays. */
static bool
is_type(struct slice s)
{
	bool word = false;

	for (size_t i = 0; i < s.len; i++) {
		char c = s.ptr[i];
		word |= is_word_char(c);
		if (!is_word_char(c) && !ascii_is_space(c) && (c == '\0' || !strchr(".*<>[]:\\?&,", c)))
			return false;
	}
	return word;
}

static bool
split_type_first(struct slice *name, struct slice *type, struct slice inner)
{
	size_t at = inner.len;

	while (at > 0 && is_word_char(inner.ptr[at - 1]) && inner.ptr[at - 1] != '$')
		at--;
	if (at < 2 || inner.ptr[at - 1] != '$')
		return false;
	*name = slice_sub(inner, at, inner.len);
	*type = slice_trim(slice_sub(inner, 0, at - 1));
	char before = inner.ptr[at - 2];
	return metavariable_length(slice_sub(inner, at - 1, inner.len)) == name->len + 1 &&
	       (ascii_is_space(before) || before == '*' || before == ']' || before == '>') &&
	       slice_chr(*type, ':') == (size_t)-1 && is_type(*type);
}

static bool
split_name_first(struct slice *name, struct slice *type, struct slice inner)
{
	size_t n = metavariable_length(inner);

	if (n == 0)
		return false;
	struct slice rest = slice_trim(slice_sub(inner, n, inner.len));
	*name = slice_sub(inner, 1, n);
	if (!slice_starts(rest, ":") || slice_starts(rest, "::") || slice_starts(rest, ":="))
		return false;
	*type = slice_trim(slice_sub(rest, 1, rest.len));
	return is_type(*type);
}

size_t
pattern_typed(struct slice *name, struct slice *type, struct slice all, size_t at, bool before, bool behind)
{
	if (all.ptr[at] != '(')
		return 0;
	size_t end = slice_chr(slice_sub(all, at, all.len), ')');
	if (end == (size_t)-1 || belongs_to_word(all, at))
		return 0;
	struct slice inner = slice_trim(slice_sub(all, at + 1, at + end));
	struct slice rest = slice_trim(slice_sub(all, at + end + 1, all.len));
	if (slice_starts(rest, "=>") || slice_starts(rest, "->"))
		return 0;
	if ((before && split_type_first(name, type, inner)) ||
	    (behind && split_name_first(name, type, inner)))
		return end + 1;
	return 0;
}
