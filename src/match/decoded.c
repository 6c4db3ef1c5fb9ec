#include "match/decoded.h"

#include <stdlib.h>

#include "base/limits.h"

/* Views are made and matched so many bytes at a time; of a longer line, pieces that overlap. */
#define PIECE_BYTES (1u << 20)

void
decoded_init(struct decoded *decoded)
{
	*decoded = (struct decoded){.bound = ORIGINS_NONE};
	buf_init(&decoded->bytes, 2 * (size_t)LIMIT_PATCH_BYTES);
	arena_init(&decoded->arena);
}

void
decoded_release(struct decoded *decoded)
{
	buf_release(&decoded->bytes);
	free(decoded->origins.items);
	free(decoded->views);
	arena_release(&decoded->arena);
	decoded_init(decoded);
}

void
decoded_clear(struct decoded *decoded)
{
	buf_clear(&decoded->bytes);
	arena_clear(&decoded->arena);
	decoded->text = (struct text){0};
	decoded->lines = (struct line_set){NULL, 0};
	decoded->origins.n = decoded->n = 0;
	decoded->bound = ORIGINS_NONE;
}

/* --- from views to the original --- */

/* The view that the byte stands in, or the one before it; there is one. */
static const struct decoded_view *
view_at(const struct decoded *decoded, uint32_t offset)
{
	size_t low = 0, high = decoded->n - 1;

	while (low < high) {
		size_t middle = low + (high - low + 1) / 2;

		if (decoded->views[middle].start <= offset)
			low = middle;
		else
			high = middle - 1;
	}
	return &decoded->views[low];
}

static uint32_t
origin_of(const struct decoded *decoded, const struct decoded_view *view, uint32_t offset)
{
	if (offset >= view->end)
		return view->to;
	if (view->origins == ORIGINS_NONE)
		return view->from;
	return decoded->origins.items[view->origins + (offset - view->start)];
}

struct decoded_place
decoded_place(const struct decoded *decoded, uint32_t start, uint32_t end)
{
	const struct decoded_view *view = view_at(decoded, start);
	struct decoded_place place = {view->from, view->to, view->encoding};

	if (view->origins != ORIGINS_NONE) {
		place.start = origin_of(decoded, view, start);
		place.end = origin_of(decoded, view, end);
		/* Escapes within a run all came from its first byte. */
		if (place.end <= place.start)
			place.end = view->to;
	}
	return place;
}

/* The same for a place in a text that may be the original itself. */
static struct decoded_place
place_in(const struct decoded *parent, size_t start, size_t end)
{
	if (parent)
		return decoded_place(parent, (uint32_t)start, (uint32_t)end);
	return (struct decoded_place){(uint32_t)start, (uint32_t)end, ENCODING_NONE};
}

/* --- making views --- */

int
decoded_add_view(struct decoded *out, size_t start, const struct decoded_place *place, size_t origins,
		 enum encoding encoding, struct err *err)
{
	void *views = out->views;

	if (array_reserve(&views, &out->cap, out->n + 1, sizeof(*out->views)) < 0)
		return err_oom(err);
	out->views = views;
	out->views[out->n++] = (struct decoded_view){
		.start = (uint32_t)start,
		.end = (uint32_t)out->bytes.len,
		.from = place->start,
		.to = place->end,
		.origins = origins,
		.encoding = place->encoding && encoding == ENCODING_ESCAPES ? place->encoding : encoding,
	};
	buf_add_char(&out->bytes, '\n');
	return buf_ok(&out->bytes) ? 0 : err_oom(err);
}

static int
add_unescaped(struct decoded *out, const struct decoded_walk *w, size_t start, size_t end, struct err *err)
{
	size_t before = out->bytes.len, first = out->origins.n;
	struct slice piece = slice_sub(w->text->bytes, start, end);
	int rc = encoded_unescape(&out->bytes, &out->origins, piece, start, err);

	if (rc <= 0)
		return rc;
	for (size_t i = first; w->parent && i < out->origins.n; i++)
		out->origins.items[i] = place_in(w->parent, out->origins.items[i], end).start;
	struct decoded_place place = place_in(w->parent, start, end);
	return decoded_add_view(out, before, &place, first, ENCODING_ESCAPES, err);
}

/* What was unpacked is more than its run; a view may only grow by what there is room for. */
static void
use_room(struct decoded *out, const struct decoded_walk *w, const struct encoded_run *run, size_t added,
	 bool met)
{
	size_t grown = added > run->end - run->start ? added - (run->end - run->start) : 0;

	*w->room -= grown < *w->room ? grown : *w->room;
	if (met && out->bound == ORIGINS_NONE)
		out->bound = place_in(w->parent, run->start, run->end).start;
}

/* The runs that begin in these bytes; none goes on behind a gap. */
static int
add_runs(struct decoded *out, struct decoded_walk *w, size_t start, size_t end, struct err *err)
{
	struct line_range known = text_contiguous(w->text, text_line_at(w->text, start));
	struct slice seen = slice_sub(w->text->bytes, 0, w->text->starts[known.last]);
	struct encoded_run run;

	if (w->at < start)
		w->at = start;
	for (;;) {
		size_t before = out->bytes.len;
		int rc = encoded_next(&run, &out->bytes, *w->room, seen, &w->at, end, err);
		if (rc <= 0)
			return rc;
		struct decoded_place place = place_in(w->parent, run.start, run.end);
		use_room(out, w, &run, out->bytes.len - before, rc == 2);
		if (decoded_add_view(out, before, &place, ORIGINS_NONE, run.encoding, err) < 0)
			return -1;
	}
}

/* The next piece of a touched line; false at the end. */
static bool
next_piece(struct decoded_walk *w, size_t *start, size_t *end)
{
	while (w->range < w->lines->n) {
		struct line_range lines = w->lines->ranges[w->range];
		if (w->line < lines.first) {
			w->line = lines.first;
			w->from = 0;
		}
		if (w->line > lines.last || w->line > w->text->nlines) {
			w->range++;
			continue;
		}
		struct slice line = text_line(w->text, w->line);
		size_t base = w->text->starts[w->line - 1], left = line.len - w->from;
		*start = base + w->from;
		*end = *start + (left > PIECE_BYTES ? PIECE_BYTES : left);
		if (left > PIECE_BYTES) {
			w->from += PIECE_BYTES - LIMIT_WINDOW_BYTES;
		} else {
			w->line++;
			w->from = 0;
		}
		return true;
	}
	return false;
}

/* Lines of one view follow one another, those of two do not. */
int
decoded_set_text(struct decoded *out, struct err *err)
{
	struct slice bytes = buf_slice(&out->bytes);
	uint32_t *numbers, number = 0;
	size_t n = 0;

	for (size_t i = 0; i < bytes.len; i++)
		n += bytes.ptr[i] == '\n';
	numbers = arena_array(&out->arena, n, sizeof(*numbers));
	if (!numbers)
		return err_oom(err);
	n = 0;
	for (size_t v = 0; v < out->n; v++) {
		number++;
		for (uint32_t i = out->views[v].start; i <= out->views[v].end; i++)
			if (bytes.ptr[i] == '\n')
				numbers[n++] = ++number;
	}
	if (text_from_lines(&out->text, &out->arena, bytes, numbers, err) < 0)
		return -1;
	struct line_range *all = arena_array(&out->arena, 1, sizeof(*all));
	if (!all)
		return err_oom(err);
	*all = (struct line_range){1, out->text.nlines};
	out->lines = (struct line_set){all, 1};
	return 0;
}

int
decoded_next(struct decoded *out, struct decoded_walk *w, const struct deadline *deadline, struct err *err)
{
	size_t start, end;

	decoded_clear(out);
	while (out->bytes.len < PIECE_BYTES && !deadline_is_past(deadline) && next_piece(w, &start, &end))
		if (add_unescaped(out, w, start, end, err) < 0 || add_runs(out, w, start, end, err) < 0)
			return -1;
	if (out->n == 0)
		return 0;
	return decoded_set_text(out, err) < 0 ? -1 : 1;
}
