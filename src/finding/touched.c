#include "finding/touched.h"

#include "base/ascii.h"

/* Bytes of a hunk's removed lines in which a match's own text is looked for;
 * beyond it a match counts as introduced, which is the stricter class. */
#define TOUCHED_BYTES (1u << 20)

/* Removed lines of one hunk that are held against one with another version. */
#define VERSION_LINES 4096u

static bool
overlaps(const struct hunk *hunk, struct line_range lines)
{
	return hunk->new_start <= lines.last && hunk->new_start + hunk->new_count > lines.first;
}

static uint32_t
text_in_hunk(const struct change *change, const struct hunk *hunk, struct slice own, const struct rule *rule,
	     const struct moved_table *removed, uint32_t file)
{
	const struct text *old = &change->old_text;

	if (hunk->old_count == 0 || hunk->old_start - 1 + hunk->old_count > old->nlines)
		return 0;
	struct slice lines = slice_sub(old->bytes, old->starts[hunk->old_start - 1],
				       old->starts[hunk->old_start - 1 + hunk->old_count]);
	lines = slice_sub(lines, 0, TOUCHED_BYTES);
	for (size_t at = 0, found; at < lines.len; at += found + 1) {
		found = slice_find(slice_sub(lines, at, lines.len), own);
		if (found == (size_t)-1)
			return 0;
		uint32_t line = text_line_at(old, old->starts[hunk->old_start - 1] + at + found);
		if (moved_was_reported(removed, file, text_number(old, line), rule))
			return line;
	}
	return 0;
}

uint32_t
touched_line(const struct change *change, const struct match *match, const struct moved_table *removed,
	     uint32_t file)
{
	const struct text *text = &change->new_text;
	struct slice own = slice_trim(slice_sub(text->bytes, match->start, match->end));
	struct line_range lines = fingerprint_lines(text, match->span_start, match->span_end);
	uint32_t line = 0;

	for (size_t i = 0; own.len > 0 && line == 0 && i < change->nhunks; i++)
		if (overlaps(&change->hunks[i], lines))
			line = text_in_hunk(change, &change->hunks[i], own, match->rule, removed, file);
	return line;
}

/* --- versions --- */

static bool
is_joint(char c)
{
	return c == '.' || c == '-' || c == '+' || c == '_';
}

/* "1", "1.2-alpine", "v3.0.0+b1": what begins with a digit and is no part of a word. */
static size_t
version_at(struct slice line, size_t i)
{
	size_t begin = i;

	if (i > 0 && (ascii_is_alnum(line.ptr[i - 1]) || line.ptr[i - 1] == '_'))
		return 0;
	if (i < line.len && (line.ptr[i] == 'v' || line.ptr[i] == 'V'))
		i++;
	if (i == line.len || !ascii_is_digit(line.ptr[i]))
		return 0;
	while (i < line.len && (ascii_is_alnum(line.ptr[i]) || is_joint(line.ptr[i])))
		i++;
	return i - begin;
}

/* The next byte that is no white space; a version is one '0'; -1 at the end. */
static int
next_byte(struct slice line, size_t *at)
{
	while (*at < line.len && ascii_is_space(line.ptr[*at]))
		++*at;
	if (*at >= line.len)
		return -1;
	size_t version = version_at(line, *at);
	if (version > 0) {
		*at += version;
		return '0';
	}
	return (unsigned char)line.ptr[(*at)++];
}

static bool
differ_in_versions(struct slice a, struct slice b)
{
	size_t i = 0, k = 0;
	int x, y;

	do {
		x = next_byte(a, &i);
		y = next_byte(b, &k);
	} while (x == y && x >= 0);
	return x == y;
}

uint32_t
touched_version(const struct change *change, const struct match *match, const struct moved_table *removed,
		uint32_t file, uint32_t after)
{
	const struct text *old = &change->old_text, *text = &change->new_text;
	struct line_range lines = fingerprint_lines(text, match->start, match->end);

	for (size_t i = 0; lines.first == lines.last && i < change->nhunks; i++) {
		const struct hunk *h = &change->hunks[i];
		if (h->old_count > VERSION_LINES)
			continue;
		uint32_t first = h->old_start > after ? h->old_start : after + 1;
		for (uint32_t line = first; overlaps(h, lines) && line < h->old_start + h->old_count; line++)
			if (moved_was_reported(removed, file, text_number(old, line), match->rule) &&
			    differ_in_versions(text_line(old, line), text_line(text, lines.first)))
				return line;
	}
	return 0;
}
