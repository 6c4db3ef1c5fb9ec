#include "match/notebook.h"

#include "match/window.h"

/* Views are made and matched so many bytes at a time, or of one longer text. */
#define PIECE_BYTES (1u << 20)

/* A view that is being made. */
struct part {
	size_t start, origin; /* where it begins in the bytes and the origins */
	struct decoded_place place;
	size_t nstrings;
	bool escaped;
};

bool
notebook_begin(struct notebook *notebook, struct slice path, const struct text *text,
	       const struct line_set *lines)
{
	struct slice name = slice_sub(path, path.len < 6 ? 0 : path.len - 6, path.len);

	*notebook = (struct notebook){
		.reader = {.text = text->bytes},
		.text = text,
		.lines = lines,
		.token = JSON_NUMBER,
	};
	return slice_eq_nocase(name, ".ipynb") && !text->numbers &&
	       slice_starts(slice_trim(text->bytes), "{");
}

static bool
names_picture(struct slice key)
{
	return slice_starts(key, "image/") || slice_starts(key, "audio/") || slice_starts(key, "video/") ||
	       slice_starts(key, "application/pdf");
}

static int
add_string(struct decoded *out, struct part *part, const struct notebook *notebook, struct err *err)
{
	struct slice string = notebook->reader.token;
	size_t base = (size_t)(string.ptr - notebook->text->bytes.ptr);

	if (part->nstrings++ == 0) {
		part->start = out->bytes.len;
		part->origin = out->origins.n;
		part->place = (struct decoded_place){(uint32_t)base, 0, ENCODING_NOTEBOOK};
	}
	part->place.end = (uint32_t)(base + string.len);
	part->escaped |= slice_chr(string, '\\') != (size_t)-1;
	return encoded_add_string(&out->bytes, &out->origins, string, base, err);
}

static bool
is_touched(const struct notebook *notebook, size_t start, size_t end)
{
	uint32_t line = touched_line_from(notebook->lines, text_line_at(notebook->text, start));

	return line != 0 && line <= text_line_at(notebook->text, end);
}

/* Keeps the view, or forgets it where it has nothing to say. */
static int
end_part(struct decoded *out, struct part *part, const struct notebook *notebook, struct err *err)
{
	const struct part done = *part;

	*part = (struct part){.nstrings = 0};
	if (done.nstrings == 0)
		return 0;
	if ((done.nstrings > 1 || done.escaped) && is_touched(notebook, done.place.start, done.place.end))
		return decoded_add_view(out, done.start, &done.place, done.origin, ENCODING_NOTEBOOK, err);
	out->bytes.len = done.start;
	out->origins.n = done.origin;
	return 0;
}

/* Whether the string at hand goes on with the text before it. */
static bool
goes_on(const struct decoded *out, const struct part *part, enum json_token token)
{
	return token == JSON_STRING && part->nstrings > 0 && out->bytes.len > part->start &&
	       out->bytes.ptr[out->bytes.len - 1] == '\n';
}

static int
add_views(struct decoded *out, struct notebook *notebook, const struct deadline *deadline, struct err *err)
{
	struct part part = {.nstrings = 0};

	/* Two strings after each other, without a key between them, are of one array. */
	while ((part.nstrings > 0 || out->bytes.len < PIECE_BYTES) && !deadline_is_past(deadline)) {
		enum json_token token = json_next(&notebook->reader);

		notebook->token = token;
		if (!goes_on(out, &part, token) && end_part(out, &part, notebook, err) < 0)
			return -1;
		if (token == JSON_END || token == JSON_ERROR)
			return 0;
		if (token == JSON_KEY)
			notebook->picture = names_picture(notebook->reader.token);
		if (token == JSON_STRING && !notebook->picture && add_string(out, &part, notebook, err) < 0)
			return -1;
	}
	return end_part(out, &part, notebook, err);
}

/* The lines of a view that have a byte of a touched line. */
static void
add_touched(struct line_range *ranges, size_t *n, const struct decoded *out, const struct decoded_view *view,
	    const struct notebook *notebook)
{
	uint32_t first = text_line_at(&out->text, view->start), last = text_line_at(&out->text, view->end);

	for (uint32_t line = first; line <= last; line++) {
		uint32_t from = out->text.starts[line - 1], end = out->text.starts[line] - 1;
		struct decoded_place place = decoded_place(out, from, end < view->end ? end : view->end);

		if (!is_touched(notebook, place.start, place.end))
			continue;
		if (*n > 0 && ranges[*n - 1].last + 1 == line)
			ranges[*n - 1].last = line;
		else
			ranges[(*n)++] = (struct line_range){line, line};
	}
}

static int
set_lines(struct decoded *out, const struct notebook *notebook, struct err *err)
{
	struct line_range *ranges = arena_array(&out->arena, out->text.nlines, sizeof(*ranges));
	size_t n = 0;

	if (!ranges)
		return err_oom(err);
	for (size_t i = 0; i < out->n; i++)
		add_touched(ranges, &n, out, &out->views[i], notebook);
	out->lines = (struct line_set){ranges, n};
	return 0;
}

int
notebook_next(struct decoded *out, struct notebook *notebook, const struct deadline *deadline,
	      struct err *err)
{
	decoded_clear(out);
	if (notebook->token == JSON_END || notebook->token == JSON_ERROR)
		return 0;
	if (add_views(out, notebook, deadline, err) < 0)
		return -1;
	if (out->n == 0)
		return 0;
	return decoded_set_text(out, err) < 0 || set_lines(out, notebook, err) < 0 ? -1 : 1;
}
