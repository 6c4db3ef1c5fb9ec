#include "change/patch_reader.h"

#include <stdlib.h>

#include "base/limits.h"

/* Leaves room for adding a start and a count in 32 bits. */
#define NUMBER_MAX 0x7fffffffu

struct hunk_header {
	uint32_t line; /* of the patch */
	uint32_t old_start, old_count, new_start, new_count;
};

/* --- lines --- */

void
patch_advance(struct patch_reader *r)
{
	r->ended = !slice_next_line(&r->rest, &r->line);
	if (r->ended)
		r->line = slice_of("", 0);
	else
		r->number++;
}

void
patch_reader_init(struct patch_reader *r, struct slice patch)
{
	*r = (struct patch_reader){.rest = patch};
	patch_advance(r);
}

static struct slice
without_cr(struct slice line)
{
	if (line.len > 0 && line.ptr[line.len - 1] == '\r')
		line.len--;
	return line;
}

struct slice
patch_peek(const struct patch_reader *r, unsigned ahead)
{
	struct slice line = r->line, rest = r->rest;

	while (ahead-- > 0)
		if (!slice_next_line(&rest, &line))
			return slice_of("", 0);
	return without_cr(line);
}

/* --- the body's memory --- */

static void
side_init(struct patch_side *side)
{
	*side = (struct patch_side){.bytes = BUF_INIT(LIMIT_PATCH_BYTES + 1)};
}

static void
side_clear(struct patch_side *side)
{
	buf_clear(&side->bytes);
	side->n = 0;
	side->next = 1;
	side->incomplete = false;
}

static void
side_release(struct patch_side *side)
{
	buf_release(&side->bytes);
	free(side->numbers);
}

void
patch_body_init(struct patch_body *body)
{
	*body = (struct patch_body){0};
	side_init(&body->old_side);
	side_init(&body->new_side);
	patch_body_clear(body);
}

void
patch_body_clear(struct patch_body *body)
{
	side_clear(&body->old_side);
	side_clear(&body->new_side);
	body->nhunks = 0;
	body->open = body->from_none = body->to_none = false;
}

void
patch_body_release(struct patch_body *body)
{
	side_release(&body->old_side);
	side_release(&body->new_side);
	free(body->hunks);
	*body = (struct patch_body){0};
}

/* --- one hunk --- */

/* "<start>" or "<start>,<count>". */
static bool
parse_range(uint32_t *start, uint32_t *count, struct slice s)
{
	size_t comma = slice_chr(s, ',');
	unsigned long first, lines = 1;

	if (!slice_to_ulong(slice_sub(s, 0, comma), NUMBER_MAX, &first))
		return false;
	if (comma != (size_t)-1 && !slice_to_ulong(slice_sub(s, comma + 1, s.len), NUMBER_MAX, &lines))
		return false;
	*start = (uint32_t)first;
	*count = (uint32_t)lines;
	return lines == 0 || first > 0;
}

/* "@@ -<range> +<range> @@", and anything behind it. */
static bool
parse_header(struct hunk_header *h, struct slice line)
{
	struct slice word[4];

	for (size_t i = 0; i < 4; i++)
		if (!slice_next_word(&line, &word[i]))
			return false;
	return slice_eq_str(word[0], "@@") && slice_starts(word[1], "-") && slice_starts(word[2], "+") &&
	       slice_eq_str(word[3], "@@") &&
	       parse_range(&h->old_start, &h->old_count, slice_sub(word[1], 1, word[1].len)) &&
	       parse_range(&h->new_start, &h->new_count, slice_sub(word[2], 1, word[2].len));
}

/* A range without lines names the line before it. False: it lies before what was read. */
static bool
move_side(struct patch_side *side, uint32_t start, uint32_t count)
{
	uint32_t at = start + (count == 0);

	if (at < side->next)
		return false;
	side->next = at;
	return true;
}

static int
start_hunk(struct hunk_header *h, struct patch_body *body, const struct patch_reader *r, struct err *err)
{
	bool is_first = body->old_side.n + body->new_side.n == 0;

	h->line = r->number;
	if (!parse_header(h, patch_peek(r, 0)))
		return err_set(err, ERR_INPUT, "line %u: malformed hunk header", r->number);
	if (!move_side(&body->old_side, h->old_start, h->old_count) ||
	    !move_side(&body->new_side, h->new_start, h->new_count))
		return err_set(err, ERR_INPUT, "line %u: hunk overlaps the one before it", r->number);
	body->from_none = is_first && h->old_start + h->old_count == 0;
	body->to_none = is_first && h->new_start + h->new_count == 0;
	body->open = false;
	return 0;
}

static int
add_line(struct patch_side *side, struct slice content, uint32_t line, struct err *err)
{
	if (side->incomplete)
		return err_set(err, ERR_INPUT, "line %u: a line behind the end of the file", line);
	if (array_reserve((void **)&side->numbers, &side->cap, side->n + 1, sizeof(*side->numbers)) < 0)
		return err_oom(err);
	side->numbers[side->n++] = side->next++;
	buf_add_slice(&side->bytes, content);
	buf_add_char(&side->bytes, '\n');
	return buf_ok(&side->bytes) ? 0 : err_oom(err);
}

static int
open_run(struct patch_body *body, struct err *err)
{
	if (body->open)
		return 0;
	if (array_reserve((void **)&body->hunks, &body->cap, body->nhunks + 1, sizeof(*body->hunks)) < 0)
		return err_oom(err);
	body->hunks[body->nhunks++] = (struct hunk){.old_start = (uint32_t)body->old_side.n + 1,
						    .new_start = (uint32_t)body->new_side.n + 1};
	body->open = true;
	return 0;
}

/* Takes the LF off the last line. An empty one is no line then, so it stays. */
static void
drop_newline(struct patch_side *side)
{
	size_t len = side->bytes.len;

	side->incomplete = true;
	if (len >= 2 && side->bytes.ptr[len - 2] != '\n')
		side->bytes.len--;
}

/* "\ No newline at end of file", in whatever language, speaks of the line before. */
static void
take_marker(struct patch_body *body, char last)
{
	if (last == '-' || last == ' ')
		drop_newline(&body->old_side);
	if (last == '+' || last == ' ')
		drop_newline(&body->new_side);
}

static int
take_context(struct patch_body *body, struct slice content, uint32_t line, struct err *err)
{
	body->open = false;
	if (add_line(&body->old_side, content, line, err) < 0)
		return -1;
	return add_line(&body->new_side, content, line, err);
}

static int
take_change(struct patch_body *body, char kind, struct slice content, uint32_t line, struct err *err)
{
	if (open_run(body, err) < 0)
		return -1;
	struct hunk *run = &body->hunks[body->nhunks - 1];
	if (kind == '-') {
		run->old_count++;
		return add_line(&body->old_side, content, line, err);
	}
	run->new_count++;
	return add_line(&body->new_side, content, line, err);
}

/* ' ', '-', '+' or '\\' and what stands behind it; NUL for no line of a hunk. */
static char
split_line(struct slice *content, struct slice line)
{
	*content = line;
	if (without_cr(line).len == 0)
		return ' '; /* a mailer took the blank */
	if (line.ptr[0] != ' ' && line.ptr[0] != '-' && line.ptr[0] != '+' && line.ptr[0] != '\\')
		return '\0';
	*content = slice_sub(line, 1, line.len);
	return line.ptr[0];
}

static int
take_line(struct patch_body *body, char kind, struct slice content, uint32_t line, struct err *err)
{
	return kind == ' ' ? take_context(body, content, line, err)
			   : take_change(body, kind, content, line, err);
}

static int
lies(const struct hunk_header *h, uint32_t line, struct err *err)
{
	return err_set(err, ERR_INPUT, "line %u: the hunk of line %u has other lines than its header says",
		       line, h->line);
}

/* Counts a line of that kind; false when the header has no room for it. */
static bool
count_line(struct hunk_header *left, char kind)
{
	if ((kind != '+' && left->old_count == 0) || (kind != '-' && left->new_count == 0))
		return false;
	left->old_count -= kind != '+';
	left->new_count -= kind != '-';
	return true;
}

static int
read_lines(struct patch_body *body, struct patch_reader *r, const struct hunk_header *h, bool crlf,
	   struct err *err)
{
	struct hunk_header left = *h;
	struct slice content;
	char last = '\0';

	for (;; patch_advance(r)) {
		char kind = split_line(&content, crlf ? without_cr(r->line) : r->line);

		if (kind == '\\' && !r->ended) {
			take_marker(body, last);
			continue;
		}
		if (left.old_count == 0 && left.new_count == 0)
			return 0;
		if (r->ended || kind == '\0' || !count_line(&left, kind))
			return lies(h, r->number, err);
		if (take_line(body, kind, content, r->number, err) < 0)
			return -1;
		last = kind;
	}
}

/*
 * What may stand right behind a hunk: anything that is no line of one, the
 * "-- " before a mail's signature, or the "---" of the next file.
 */
static bool
is_end(const struct patch_reader *r)
{
	struct slice line = patch_peek(r, 0), content;
	char kind = split_line(&content, line);

	if (r->ended || kind == '\0' || slice_trim(line).len == 0)
		return true;
	return slice_eq_str(line, "-- ") || slice_eq_str(line, "--") ||
	       (slice_starts(line, "--- ") && slice_starts(patch_peek(r, 1), "+++ "));
}

int
patch_read_hunks(struct patch_body *body, struct patch_reader *r, bool crlf, struct err *err)
{
	struct hunk_header h;

	while (slice_starts(r->line, "@@") && !slice_starts(r->line, "@@@")) {
		if (start_hunk(&h, body, r, err) < 0)
			return -1;
		patch_advance(r);
		if (read_lines(body, r, &h, crlf, err) < 0)
			return -1;
		if (!is_end(r))
			return lies(&h, r->number, err);
	}
	return 0;
}
