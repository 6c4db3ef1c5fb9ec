/*
 * Takes the input as a text whose touched lines are looked through for what is encoded, and what
 * comes out of it again; and as a notebook. Then as bytes that are written as base64 and read back.
 *
 * What must hold: the views of a text follow one another, a line end behind each; every view, and
 * every byte of it, stands for bytes of the original text; what is unpacked does not grow beyond what is
 * allowed; base64 and hexadecimal digits of any bytes give these bytes again.
 */
#include "oracle.h"

#include "base/buf.h"
#include "base/decode.h"
#include "base/limits.h"
#include "match/decoded.h"
#include "match/notebook.h"

#define TEXT_MAX 20000u
#define ROOM     (1u << 20)

static void
check_views(const struct decoded *d, size_t original)
{
	uint32_t at = 0;

	CHECK(d->n > 0 && d->bytes.len == d->text.bytes.len);
	for (size_t i = 0; i < d->n; i++) {
		const struct decoded_view *v = &d->views[i];
		CHECK(v->start == at && v->end >= v->start && v->end < d->bytes.len);
		CHECK(d->bytes.ptr[v->end] == '\n');
		CHECK(v->from <= v->to && v->to <= original && v->encoding != ENCODING_NONE);
		at = v->end + 1;
		for (uint32_t b = v->start; b < v->end; b++) {
			struct decoded_place place = decoded_place(d, b, b + 1);
			CHECK(place.start <= place.end && place.end <= original);
			CHECK(place.start >= v->from && place.end <= v->to);
		}
	}
	CHECK(at == d->bytes.len);
}

/* Views of views, as deep as a review goes. */
static void
look(const struct text *text, const struct line_set *lines, const struct decoded *parent, size_t *room,
     size_t original, unsigned depth)
{
	struct decoded d;
	struct err err = ERR_INIT;
	struct decoded_walk walk = {.text = text, .lines = lines, .parent = parent, .room = room};
	size_t before = *room;

	decoded_init(&d);
	while (decoded_next(&d, &walk, NULL, &err) == 1) {
		struct line_range all = {1, d.text.nlines};
		struct line_set whole = {&all, 1};
		check_text(&d.text);
		check_views(&d, original);
		CHECK(*room <= before);
		if (depth > 1)
			look(&d.text, &whole, &d, room, original, depth - 1);
	}
	CHECK(!err_is_set(&err));
	decoded_release(&d);
}

static void
read_notebook(const struct text *text, const struct line_set *lines)
{
	struct notebook notebook;
	struct decoded d;
	struct err err = ERR_INIT;
	size_t room = ROOM;

	if (!notebook_begin(&notebook, slice_str("a.ipynb"), text, lines))
		return;
	decoded_init(&d);
	while (notebook_next(&d, &notebook, NULL, &err) == 1) {
		check_text(&d.text);
		check_views(&d, text->bytes.len);
		for (size_t i = 0; i < d.lines.n; i++) {
			CHECK(d.lines.ranges[i].first > (i > 0 ? d.lines.ranges[i - 1].last + 1 : 0));
			CHECK(d.lines.ranges[i].first <= d.lines.ranges[i].last);
			CHECK(d.lines.ranges[i].last <= d.text.nlines);
		}
		look(&d.text, &d.lines, &d, &room, text->bytes.len, LIMIT_DECODE_DEPTH - 1);
	}
	CHECK(!err_is_set(&err));
	decoded_release(&d);
}

static void
try_text(struct slice input)
{
	struct arena arena = ARENA_INIT;
	struct line_range ranges[] = {{1, 2}, {4, 4000}};
	struct line_set lines = {ranges, 2};
	struct err err = ERR_INIT;
	struct text text;
	size_t room = ROOM;

	CHECK(text_from_lines(&text, &arena, input, NULL, &err) == 0);
	read_notebook(&text, &lines);
	if (text.nlines > 0)
		look(&text, &lines, NULL, &room, text.bytes.len, LIMIT_DECODE_DEPTH);
	arena_release(&arena);
}

/* RFC 4648, written by hand: what is read back must be what was written. */
static void
try_base64(struct slice input)
{
	static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	struct slice bytes = slice_sub(input, 0, 300);
	struct buf written = BUF_INIT(1000);
	uint8_t back[300];

	for (size_t i = 0; i < bytes.len; i += 3) {
		unsigned long three = 0;
		size_t n = bytes.len - i < 3 ? bytes.len - i : 3;
		for (size_t k = 0; k < 3; k++)
			three = three << 8 | (k < n ? (uint8_t)bytes.ptr[i + k] : 0);
		for (size_t k = 0; k < 4; k++)
			buf_add_char(&written, k <= n ? letters[three >> (18 - 6 * k) & 63] : '=');
	}
	size_t n = base64_decode(back, sizeof(back), buf_slice(&written));
	CHECK(bytes.len == 0 || n == bytes.len);
	CHECK(bytes.len == 0 || memcmp(back, bytes.ptr, n) == 0);
	buf_release(&written);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct slice input = slice_of(data, size);

	if (size > TEXT_MAX)
		return 0;
	try_text(input);
	try_base64(input);
	return 0;
}
