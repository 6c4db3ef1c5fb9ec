#include "change/patch_name.h"

static int
malformed(uint32_t line, struct err *err)
{
	return err_set(err, ERR_INPUT, "line %u: malformed file name", line);
}

/* Three octal digits at s, of which the first is at most 3; or -1. */
static int
octal_value(struct slice s)
{
	int value = 0;

	if (s.len < 3 || s.ptr[0] > '3')
		return -1;
	for (size_t i = 0; i < 3; i++) {
		if (s.ptr[i] < '0' || s.ptr[i] > '7')
			return -1;
		value = value * 8 + (s.ptr[i] - '0');
	}
	return value;
}

/* Takes what follows a backslash off *rest; the byte, or -1. */
static int
take_escape(struct slice *rest)
{
	static const char names[] = "abtnvfr\"\\", bytes[] = "\a\b\t\n\v\f\r\"\\";
	const char *at = rest->len > 0 && rest->ptr[0] ? strchr(names, rest->ptr[0]) : NULL;
	int value = at ? (unsigned char)bytes[at - names] : octal_value(*rest);

	*rest = slice_sub(*rest, at ? 1 : 3, rest->len);
	return value;
}

/* Takes a quoted name off *rest, which starts with the quote. */
static int
take_quoted(struct slice *out, struct slice *rest, struct arena *arena, uint32_t line, struct err *err)
{
	char *name = arena_alloc(arena, rest->len);
	size_t n = 0;

	if (!name)
		return err_oom(err);
	for (*rest = slice_sub(*rest, 1, rest->len); rest->len > 0;) {
		char c = rest->ptr[0];

		*rest = slice_sub(*rest, 1, rest->len);
		if (c == '"') {
			*out = slice_of(name, n);
			return n > 0 ? 0 : malformed(line, err);
		}
		int value = c == '\\' ? take_escape(rest) : (unsigned char)c;
		if (value < 0)
			return malformed(line, err);
		name[n++] = (char)value;
	}
	return malformed(line, err);
}

int
patch_name_parse(struct slice *out, struct arena *arena, struct slice text, uint32_t line, struct err *err)
{
	if (slice_starts(text, "\""))
		return take_quoted(out, &text, arena, line, err);
	*out = slice_sub(text, 0, slice_chr(text, '\t'));
	return out->len > 0 ? 0 : malformed(line, err);
}

/* <plain> "<quoted>": a plain name holds no quote. */
static int
split_before_quote(struct patch_names *out, struct arena *arena, struct slice text, size_t quote,
		   uint32_t line, struct err *err)
{
	struct slice rest = slice_sub(text, quote, text.len);

	if (quote < 2 || text.ptr[quote - 1] != ' ')
		return malformed(line, err);
	out->old_name = slice_sub(text, 0, quote - 1);
	if (take_quoted(&out->new_name, &rest, arena, line, err) < 0)
		return -1;
	return rest.len == 0 ? 1 : malformed(line, err);
}

/*
 * Two plain names of one file are equally long with prefixes of one length,
 * which git's are. Otherwise a single blank must be the one between.
 */
static int
split_plain(struct patch_names *out, struct slice text)
{
	size_t middle = text.len / 2, first = slice_chr(text, ' ');
	struct patch_names bare;

	if (text.len < 3 || first == (size_t)-1)
		return 0;
	*out = (struct patch_names){slice_sub(text, 0, middle), slice_sub(text, middle + 1, text.len)};
	bare = *out;
	patch_name_strip(&bare, true);
	if (text.ptr[middle] == ' ' && text.len % 2 == 1 && slice_eq(bare.old_name, bare.new_name))
		return 1;
	*out = (struct patch_names){slice_sub(text, 0, first), slice_sub(text, first + 1, text.len)};
	return out->old_name.len > 0 && out->new_name.len > 0 && slice_chr(out->new_name, ' ') == (size_t)-1;
}

int
patch_name_split(struct patch_names *out, struct arena *arena, struct slice text, uint32_t line,
		 struct err *err)
{
	size_t quote = slice_chr(text, '"');

	if (quote == (size_t)-1)
		return split_plain(out, text);
	if (quote > 0)
		return split_before_quote(out, arena, text, quote, line, err);
	if (take_quoted(&out->old_name, &text, arena, line, err) < 0)
		return -1;
	if (!slice_starts(text, " ") || text.len < 2)
		return malformed(line, err);
	text = slice_sub(text, 1, text.len);
	if (!slice_starts(text, "\"")) {
		out->new_name = text;
		return 1;
	}
	if (take_quoted(&out->new_name, &text, arena, line, err) < 0)
		return -1;
	return text.len == 0 ? 1 : malformed(line, err);
}

bool
patch_name_is_null(struct slice name)
{
	return slice_eq_str(name, "/dev/null");
}

static bool
has_prefix(struct slice name, const char *letters)
{
	return name.len > 2 && name.ptr[1] == '/' && name.ptr[0] != '\0' && strchr(letters, name.ptr[0]);
}

/* Bytes of the longest common tail that follows a slash in both. */
static size_t
common_tail(struct slice a, struct slice b)
{
	size_t most = a.len < b.len ? a.len : b.len, n = 0, found = 0;

	while (n < most && a.ptr[a.len - n - 1] == b.ptr[b.len - n - 1]) {
		if (a.ptr[a.len - n - 1] == '/')
			found = n;
		n++;
	}
	return found;
}

static void
strip_pair(struct patch_names *names, size_t old_len, size_t new_len)
{
	names->old_name = slice_sub(names->old_name, old_len, names->old_name.len);
	names->new_name = slice_sub(names->new_name, new_len, names->new_name.len);
}

void
patch_name_strip(struct patch_names *names, bool is_git)
{
	const char *letters = is_git ? "abciow12" : "ab";
	struct slice a = names->old_name, b = names->new_name;
	bool no_old = patch_name_is_null(a), no_new = patch_name_is_null(b);

	if (no_old || no_new) {
		strip_pair(names, !no_old && has_prefix(a, letters) ? 2 : 0,
			   !no_new && has_prefix(b, letters) ? 2 : 0);
	} else if (has_prefix(a, letters) && has_prefix(b, letters) && a.ptr[0] != b.ptr[0]) {
		strip_pair(names, 2, 2);
	} else if (is_git && !slice_eq(a, b)) {
		size_t tail = common_tail(a, b);

		if (tail > 0)
			strip_pair(names, a.len - tail, b.len - tail);
	}
}
