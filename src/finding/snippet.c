/*
 * snippet.c - what is shown of a finding
 *
 * Example, a line of 300 bytes with a secret and a match behind it:
 *
 *	key = "<secret>"; ... run(cmd) ...
 *	      ^^^^^^^^^^      ^^^^^^^^  reported
 *	|-------- at most SNIPPET_BYTES round the reported bytes --------|
 *	key = "***"; ... run(cmd) ...
 *	                 ^^^^^^^^      the mark has moved with the text
 *
 * Masking comes first and looks further than the cut, so that a cut through a
 * secret shows no piece of it.
 */
#include "finding/snippet.h"

#include "base/buf.h"
#include "base/limits.h"
#include "finding/digest.h"
#include "finding/trace.h"

#define BEFORE_MARK_BYTES 60u /* shown before the mark of a line that is cut */
#define MESSAGE_BYTES     8192u

/* Bytes before and after the shown lines that are searched for secrets, too. */
#define NEARBY_BYTES 2048u

/* Bytes on both sides of a cut in which copies of a secret are looked for: no
 * match is longer than its window. */
#define BEYOND_CUT_BYTES (2 * LIMIT_WINDOW_BYTES)

void
capture_init(struct capture *capture, struct matcher *matcher)
{
	*capture = (struct capture){.matcher = matcher};
	mask_init(&capture->mask);
	vault_init(&capture->vault);
}

void
capture_release(struct capture *capture)
{
	capture_end(capture);
	mask_release(&capture->mask);
	vault_release(&capture->vault);
}

void
capture_begin(struct capture *capture, const struct change *change, const struct match_list *added)
{
	capture->change = change;
	capture->added = added;
	fingerprint_side_init(&capture->old_side, change, false);
	fingerprint_side_init(&capture->new_side, change, true);
}

void
capture_end(struct capture *capture)
{
	mask_clear(&capture->mask);
	fingerprint_side_release(&capture->old_side);
	fingerprint_side_release(&capture->new_side);
	capture->change = NULL;
}

/* --- one line --- */

/* Moves a cut off the middle of a UTF-8 sequence, forwards or backwards. */
static size_t
off_sequence(struct slice line, size_t cut, bool forwards)
{
	size_t moved = cut;

	while (moved > 0 && moved < line.len && ((unsigned char)line.ptr[moved] & 0xc0) == 0x80) {
		if (moved + 3 < cut || moved > cut + 3) /* no UTF-8 at all */
			return cut;
		moved = forwards ? moved + 1 : moved - 1;
	}
	return moved;
}

/* The part of a line to show, SNIPPET_BYTES or less, with the marked bytes early in it. */
static struct slice
cut_line(struct slice line, size_t mark)
{
	size_t from = mark > BEFORE_MARK_BYTES ? mark - BEFORE_MARK_BYTES : 0;

	if (line.len <= SNIPPET_BYTES)
		return line;
	if (from > line.len - SNIPPET_BYTES)
		from = line.len - SNIPPET_BYTES;
	return slice_sub(line, off_sequence(line, from, true),
			 off_sequence(line, from + SNIPPET_BYTES, false));
}

static int
mask_beyond(struct mask *mask, struct slice line, struct slice shown, struct err *err)
{
	size_t from = (size_t)(shown.ptr - line.ptr), to = from + shown.len + BEYOND_CUT_BYTES;

	from = from > BEYOND_CUT_BYTES ? from - BEYOND_CUT_BYTES : 0;
	return mask_copies(mask, slice_sub(line, from, to), err);
}

/* The text under way and the two places of the source that are followed into it. */
struct writer {
	struct buf *out;
	const char *start, *end; /* of the marked bytes, in the source */
	uint32_t mark_start, mark_end;
};

static void
write_plain(struct writer *w, const char *from, const char *to)
{
	if (w->start >= from && w->start < to)
		w->mark_start = (uint32_t)(w->out->len + (size_t)(w->start - from));
	if (w->end >= from && w->end < to)
		w->mark_end = (uint32_t)(w->out->len + (size_t)(w->end - from));
	buf_add(w->out, from, (size_t)(to - from));
}

/* A mark that begins or ends inside a secret takes in its whole mask. */
static void
write_secret(struct writer *w, const char *from, const char *to)
{
	if (w->start >= from && w->start < to)
		w->mark_start = (uint32_t)w->out->len;
	if (w->end == from)
		w->mark_end = (uint32_t)w->out->len;
	buf_add_str(w->out, MASK_TEXT);
	if (w->end > from && w->end < to)
		w->mark_end = (uint32_t)w->out->len;
}

/* Writes the shown bytes with every secret replaced; marks at or behind their end stay there. */
static void
write_masked(struct writer *w, const struct mask *mask, struct slice shown)
{
	const char *at = shown.ptr, *stop = shown.ptr + shown.len;
	struct mask_range secret;

	w->mark_start = w->mark_end = UINT32_MAX;
	while (at < stop && mask_next(&secret, mask, at, stop)) {
		const char *next = secret.end < stop ? secret.end : stop;
		if (secret.start > at) {
			write_plain(w, at, secret.start);
			at = secret.start;
		}
		write_secret(w, at, next);
		at = next;
	}
	if (at < stop)
		write_plain(w, at, stop);
}

/* A mask may be longer than what it hides. */
static void
clip(struct snippet_line *line)
{
	struct slice whole = line->text;

	if (whole.len > SNIPPET_BYTES)
		line->text = slice_sub(whole, 0, off_sequence(whole, SNIPPET_BYTES, false));
	if (line->mark_start > line->text.len)
		line->mark_start = (uint32_t)line->text.len;
	if (line->mark_end > line->text.len)
		line->mark_end = (uint32_t)line->text.len;
}

static const char *
within(const char *byte, struct slice shown)
{
	const char *end = shown.ptr + shown.len;

	return byte < shown.ptr ? shown.ptr : byte > end ? end : byte;
}

/* One text line; [start, end) are the reported bytes of the text, perhaps on other lines. */
static int
add_line(struct snippet_line *out, struct arena *arena, struct mask *mask, const struct text *text,
	 uint32_t number, uint32_t start, uint32_t end, struct err *err)
{
	struct slice line = text_line(text, number);
	uint32_t base = text->starts[number - 1], stop = base + (uint32_t)line.len;
	struct buf masked = BUF_INIT(8 * SNIPPET_BYTES);
	bool marked = start < stop && end > base && start < end;
	struct slice shown = cut_line(line, marked && start > base ? start - base : 0);

	if (mask_beyond(mask, line, shown, err) < 0)
		return -1;
	struct writer w = {
		.out = &masked,
		.start = within(text->bytes.ptr + start, shown),
		.end = within(text->bytes.ptr + end, shown),
	};
	write_masked(&w, mask, shown);
	out->number = text_number(text, number);
	out->mark_start = marked ? w.mark_start : 0;
	out->mark_end = marked ? w.mark_end : 0;
	int rc = buf_ok(&masked) ? arena_dup(&out->text, arena, buf_slice(&masked)) : -1;
	buf_release(&masked);
	clip(out);
	return rc < 0 ? err_oom(err) : 0;
}

/* --- the lines of a finding --- */

struct excerpt {
	const struct text *text;
	struct line_range lines;
	const struct line_set *changed;
	enum snippet_kind kind; /* of changed lines */
	uint32_t start, end;    /* reported bytes; equal: none here */
};

static int
add_excerpt(struct snippet_line *out, struct arena *arena, struct mask *mask, const struct excerpt *e,
	    struct err *err)
{
	for (uint32_t line = e->lines.first; line <= e->lines.last; line++, out++) {
		out->kind = line_set_has(e->changed, line) ? e->kind : SNIPPET_CONTEXT;
		if (add_line(out, arena, mask, e->text, line, e->start, e->end, err) < 0)
			return -1;
	}
	return 0;
}

static uint32_t
count(struct line_range lines)
{
	return lines.last - lines.first + 1;
}

/* The reported lines with their context, as far as it is known and fits. */
static struct line_range
with_context(const struct text *text, struct line_range lines)
{
	struct line_range known = text_contiguous(text, lines.first);

	lines.first = lines.first - known.first > SNIPPET_AROUND ? lines.first - SNIPPET_AROUND : known.first;
	if (lines.last > known.last)
		lines.last = known.last;
	lines.last = known.last - lines.last > SNIPPET_AROUND ? lines.last + SNIPPET_AROUND : known.last;
	if (count(lines) > SNIPPET_LINES)
		lines.last = lines.first + SNIPPET_LINES - 1;
	return lines;
}

/*
 * The lines in which secrets are looked for: more than what is shown, for a
 * value that only the assignment some lines above makes known as a secret.
 */
static struct line_range
nearby(const struct text *text, struct line_range lines)
{
	uint32_t start = text->starts[lines.first - 1], end = text->starts[lines.last];

	while (lines.first > 1 && start - text->starts[lines.first - 2] <= NEARBY_BYTES)
		lines.first--;
	while (lines.last < text->nlines && text->starts[lines.last + 1] - end <= NEARBY_BYTES)
		lines.last++;
	return lines;
}

static struct line_range
join(struct line_range a, struct line_range b)
{
	return (struct line_range){a.first < b.first ? a.first : b.first, a.last > b.last ? a.last : b.last};
}

static int
mask_side(struct capture *capture, bool old, struct err *err)
{
	const struct change *change = capture->change;
	const struct scan file = {
		.text = old ? &change->old_text : &change->new_text,
		.lang = language_of_side(change, old),
		.path = old ? change->entry.old_path : change->entry.new_path,
	};

	return mask_file(&capture->mask, capture->matcher, &file, old ? NULL : capture->added, err);
}

/* --- message and fix --- */

/* Asks about values that stand farther away than what is shown, when a text is to name them. */
static int
mask_far(struct capture *capture, const struct text *text, const struct match *match, struct err *err)
{
	const struct rule *rule = match->rule;
	const char *end = text->bytes.ptr + text->bytes.len;

	if (slice_chr(rule->message, '$') == (size_t)-1 && slice_chr(rule->fix, '$') == (size_t)-1)
		return 0;
	for (size_t i = 0; i < match->nbindings; i++) {
		struct slice value = match->bindings[i].value, seen = capture->mask.scanned;

		if (mask_copies(&capture->mask, value, err) < 0)
			return -1;
		if (value.len == 0 || value.ptr < text->bytes.ptr || value.ptr >= end ||
		    (value.ptr >= seen.ptr && value.ptr + value.len <= seen.ptr + seen.len))
			continue;
		uint32_t start = (uint32_t)(value.ptr - text->bytes.ptr);
		struct line_range lines = fingerprint_lines(text, start, start + (uint32_t)value.len);
		if (mask_scan(&capture->mask, capture->matcher, text, nearby(text, lines), err) < 0)
			return -1;
	}
	return 0;
}

/* A fix or message with the values of metavariables, secret ones masked. */
static int
fill_in(struct slice *out, struct arena *arena, struct slice text, const struct match *masked,
	struct slice otherwise, struct err *err)
{
	struct buf filled = BUF_INIT(MESSAGE_BYTES);

	if (text.len > 0)
		match_interpolate(&filled, text, masked);
	int rc =
		filled.starved ? -1 : arena_dup(out, arena, buf_ok(&filled) ? buf_slice(&filled) : otherwise);
	buf_release(&filled);
	return rc < 0 ? err_oom(err) : 0;
}

/* The match with every binding that would show a secret replaced. */
static int
mask_bindings(struct match *out, struct arena *arena, const struct mask *mask, const struct match *match,
	      struct err *err)
{
	struct binding *bindings = arena_array(arena, match->nbindings, sizeof(*bindings));

	if (!bindings)
		return err_oom(err);
	for (size_t i = 0; i < match->nbindings; i++) {
		bindings[i] = match->bindings[i];
		if (mask_hides(mask, bindings[i].value))
			bindings[i].value = slice_str(MASK_TEXT);
	}
	*out = *match;
	out->bindings = bindings;
	return 0;
}

/* Whoever looks at the line sees nothing there. */
static int
add_remark(struct slice *message, struct arena *arena, const char *remark, const char *what, struct err *err)
{
	struct buf text = BUF_INIT(2 * MESSAGE_BYTES);

	buf_add_slice(&text, *message);
	buf_addf(&text, " (%s%s)", remark, what);
	int rc = buf_ok(&text) ? arena_dup(message, arena, buf_slice(&text)) : -1;
	buf_release(&text);
	return rc < 0 ? err_oom(err) : 0;
}

static int
fill_texts(struct finding *out, struct arena *arena, const struct mask *mask, const struct match *match,
	   struct err *err)
{
	const struct rule *rule = match->rule;
	struct match masked;

	if (mask_bindings(&masked, arena, mask, match, err) < 0 ||
	    fill_in(&out->message, arena, rule->message, &masked, rule->message, err) < 0 ||
	    (match->encoding && add_remark(&out->message, arena, "decoded from ", match->encoding, err) < 0))
		return -1;
	return fill_in(&out->fix, arena, rule->fix, &masked, slice_str(""), err);
}

/* --- findings --- */

static int
fill_origin(struct finding *out, struct arena *arena, const struct change *change, const struct rule *rule,
	    struct err *err)
{
	struct slice old_path = change->entry.old_path, path = change->entry.new_path;

	if (path.len == 0)
		path = old_path;
	if (slice_eq(old_path, path))
		old_path = slice_str("");
	struct slice commit =
		object_id_is_none(&change->commit) ? slice_str("") : slice_str(change->commit.hex);
	*out = (struct finding){.rule = rule};
	if (arena_dup(&out->path, arena, path) < 0 || arena_dup(&out->old_path, arena, old_path) < 0 ||
	    arena_dup(&out->commit, arena, commit) < 0 || arena_dup(&out->ref, arena, change->ref) < 0)
		return err_oom(err);
	return 0;
}

/* An end behind an LF is the end of that LF's line. */
static void
fill_position(struct finding *out, const struct text *text, const struct match *match)
{
	struct line_range lines = fingerprint_lines(text, match->start, match->end);
	uint32_t last_start = text->starts[lines.last - 1];
	uint32_t last_end = last_start + (uint32_t)text_line(text, lines.last).len;
	uint32_t end = match->end < last_end ? match->end : last_end;

	out->line = text_number(text, lines.first);
	out->match_line = text_number(text, text_line_at(text, match->span_start));
	out->column = match->start - text->starts[lines.first - 1] + 1;
	out->end_line = text_number(text, lines.last);
	out->end_column = end - last_start + 1;
	if (out->end_line == out->line && out->end_column < out->column)
		out->end_column = out->column;
}

static int
mask_own(struct capture *capture, const struct text *text, const struct match *match, struct err *err)
{
	struct mask *mask = &capture->mask;

	if (!rule_hides(match->rule))
		return 0;
	if (mask_match(mask, text, match, err) < 0)
		return -1;
	for (size_t i = 0; i < mask->nvalues; i++)
		if (vault_add(&capture->vault, mask->values[i], err) < 0)
			return -1;
	return 0;
}

/* A name has no place in its file. */
static int
place_in_name(struct finding *out, struct arena *arena, struct err *err)
{
	out->line = out->column = out->end_line = out->end_column = 1;
	return add_remark(&out->message, arena, "in the name of the file", "", err);
}

/* Of a finding whose lines hold a secret, its own or another, less is written. */
static int
fill_fingerprints(struct finding *out, struct capture *capture, struct fingerprint_side *side,
		  const struct match *match, struct err *err)
{
	const struct text *text = side->text;
	struct line_range lines = fingerprint_lines(text, match->start, match->end);
	struct slice bytes = slice_sub(text->bytes, text->starts[lines.first - 1], text->starts[lines.last]);
	struct fingerprints prints;

	if (fingerprint_in_side(&prints, side, match, capture->key, err) < 0)
		return -1;
	out->holds_secret = rule_hides(match->rule) || mask_hides(&capture->mask, bytes);
	memcpy(out->fingerprint, out->holds_secret ? prints.secret : prints.full, sizeof(out->fingerprint));
	memcpy(out->other, out->holds_secret ? prints.full : prints.secret, sizeof(out->other));
	return 0;
}

int
capture_added(struct finding *out, struct arena *arena, struct capture *capture, const struct match *match,
	      struct err *err)
{
	const struct change *change = capture->change;
	const struct text *text = &change->new_text;
	struct mask *mask = &capture->mask;
	struct line_range lines = fingerprint_lines(text, match->start, match->end);
	struct line_range span = fingerprint_lines(text, match->span_start, match->span_end);
	struct excerpt e = {text,      with_context(text, lines), &change->added, SNIPPET_ADDED, match->start,
			    match->end};
	struct snippet_line *snippet = arena_array(arena, count(e.lines), sizeof(*snippet));

	if (!snippet)
		return err_oom(err);
	if (fill_origin(out, arena, change, match->rule, err) < 0 || mask_side(capture, false, err) < 0 ||
	    mask_start(mask, capture->matcher, text, nearby(text, join(e.lines, span)), err) < 0 ||
	    mask_own(capture, text, match, err) < 0 || mask_far(capture, text, match, err) < 0 ||
	    add_excerpt(snippet, arena, mask, &e, err) < 0 || trace_fill(out, arena, text, match, err) < 0)
		return -1;
	fill_position(out, text, match);
	out->snippet = snippet;
	out->nsnippet = count(e.lines);
	if (fill_fingerprints(out, capture, &capture->new_side, match, err) < 0 ||
	    fill_texts(out, arena, mask, match, err) < 0 || digests_of(out, arena, text, match, err) < 0)
		return -1;
	return change->kind == CHANGE_NAME ? place_in_name(out, arena, err) : 0;
}

/* Up to all but one of the snippet's lines: the last shows what stands there now. */
static struct line_range
removed_lines(const struct text *text, const struct match *match)
{
	struct line_range lines = fingerprint_lines(text, match->start, match->end);

	if (count(lines) > SNIPPET_LINES - 1)
		lines.last = lines.first + SNIPPET_LINES - 2;
	return lines;
}

/* The file's line number; behind the last line the last one's, of nothing 1. */
static uint32_t
line_now(const struct text *text, uint32_t line)
{
	if (text->nlines == 0)
		return 1;
	return text_number(text, line < 1 ? 1 : line > text->nlines ? text->nlines : line);
}

int
capture_removed(struct finding *out, struct arena *arena, struct capture *capture, const struct match *match,
		uint32_t new_line, struct err *err)
{
	const struct change *change = capture->change;
	const struct text *text = &change->old_text, *new_text = &change->new_text;
	struct mask *mask = &capture->mask;
	struct line_range span = fingerprint_lines(text, match->span_start, match->span_end);
	struct excerpt old = {
		text,      removed_lines(text, match), &change->removed, SNIPPET_REMOVED, match->start,
		match->end};
	struct excerpt now = {new_text, {new_line, new_line}, &change->added, SNIPPET_ADDED, 0, 0};
	bool stands = new_line >= 1 && new_line <= new_text->nlines;
	struct snippet_line *snippet = arena_array(arena, SNIPPET_LINES, sizeof(*snippet));
	uint32_t n = count(old.lines);

	if (!snippet)
		return err_oom(err);
	if (fill_origin(out, arena, change, match->rule, err) < 0 || mask_side(capture, true, err) < 0 ||
	    (stands && mask_side(capture, false, err) < 0) ||
	    mask_start(mask, capture->matcher, text, nearby(text, join(old.lines, span)), err) < 0 ||
	    mask_own(capture, text, match, err) < 0 || mask_far(capture, text, match, err) < 0 ||
	    (stands && mask_scan(mask, capture->matcher, new_text, nearby(new_text, now.lines), err) < 0) ||
	    add_excerpt(snippet, arena, mask, &old, err) < 0 ||
	    (stands && add_excerpt(snippet + n, arena, mask, &now, err) < 0))
		return -1;
	out->old_line = text_number(text, text_line_at(text, match->start));
	out->line = out->end_line = line_now(new_text, new_line);
	out->column = out->end_column = 1;
	out->snippet = snippet;
	out->nsnippet = n + stands;
	if (fill_fingerprints(out, capture, &capture->old_side, match, err) < 0)
		return -1;
	return fill_texts(out, arena, mask, match, err);
}

static int
copy_digests(struct finding *out, struct arena *arena, const struct finding *finding)
{
	struct digest *digests = arena_array(arena, finding->ndigests, sizeof(*digests));

	if (!digests)
		return -1;
	if (finding->ndigests > 0)
		memcpy(digests, finding->digests, finding->ndigests * sizeof(*digests));
	out->digests = digests;
	return 0;
}

static int
copy_snippet(struct finding *out, struct arena *arena, const struct finding *finding)
{
	struct snippet_line *lines = arena_array(arena, finding->nsnippet, sizeof(*lines));

	for (size_t i = 0; lines && i < finding->nsnippet; i++) {
		lines[i] = finding->snippet[i];
		if (arena_dup(&lines[i].text, arena, lines[i].text) < 0)
			return -1;
	}
	out->snippet = lines;
	return lines ? 0 : -1;
}

int
finding_copy(struct finding *out, struct arena *arena, const struct finding *finding, struct err *err)
{
	*out = *finding;
	if (arena_dup(&out->path, arena, finding->path) < 0 ||
	    arena_dup(&out->old_path, arena, finding->old_path) < 0 ||
	    arena_dup(&out->commit, arena, finding->commit) < 0 ||
	    arena_dup(&out->ref, arena, finding->ref) < 0 ||
	    arena_dup(&out->message, arena, finding->message) < 0 ||
	    arena_dup(&out->fix, arena, finding->fix) < 0 || copy_snippet(out, arena, finding) < 0 ||
	    copy_digests(out, arena, finding) < 0)
		return err_oom(err);
	return trace_copy(out, arena, finding, err);
}
