#include "finding/mask.h"

#include <stdlib.h>

#include "base/ascii.h"
#include "base/buf.h"
#include "finding/mask_forms.h"

void
mask_init(struct mask *mask)
{
	*mask = (struct mask){0};
	match_list_init(&mask->list);
	arena_init(&mask->arena);
}

void
mask_release(struct mask *mask)
{
	free(mask->ranges);
	free(mask->values);
	match_list_release(&mask->list);
	arena_release(&mask->arena);
	mask_init(mask);
}

void
mask_clear(struct mask *mask)
{
	mask->nranges = mask->file_ranges = mask->base_ranges = 0;
	mask->nvalues = mask->file_values = mask->base_values = 0;
	mask->scanned = slice_of(NULL, 0);
	mask->files[0] = mask->files[1] = NULL;
	match_list_clear(&mask->list);
	arena_clear(&mask->arena);
}

int
mask_add_range(struct mask *mask, struct slice bytes, struct err *err)
{
	void *ranges = mask->ranges;

	if (array_reserve(&ranges, &mask->ranges_cap, mask->nranges + 1, sizeof(*mask->ranges)) < 0)
		return err_oom(err);
	mask->ranges = ranges;
	mask->ranges[mask->nranges++] = (struct mask_range){bytes.ptr, bytes.ptr + bytes.len};
	return 0;
}

static int
add_value(struct mask *mask, struct slice value, struct err *err)
{
	void *values = mask->values;

	if (value.len < MASK_VALUE_BYTES)
		return 0;
	for (size_t i = 0; i < mask->nvalues; i++)
		if (slice_eq(mask->values[i], value))
			return 0;
	if (array_reserve(&values, &mask->values_cap, mask->nvalues + 1, sizeof(*mask->values)) < 0)
		return err_oom(err);
	mask->values = values;
	mask->values[mask->nvalues++] = value;
	return 0;
}

/* Both ends of a are inside b. */
static bool
lies_in(struct slice a, struct slice b)
{
	return a.len > 0 && a.ptr >= b.ptr && a.ptr + a.len <= b.ptr + b.len;
}

/*
 * What a line assigns: its quoted parts, or else what stands behind the first
 * '=' or ':'. A rule without a focus reports `password = "..."` whole, but only the
 * inner part turns up elsewhere.
 */
static int
add_inner_values(struct mask *mask, struct slice line, struct err *err)
{
	size_t assigned = 0;
	bool quoted = false;

	for (size_t at = 0; at < line.len; at++) {
		char c = line.ptr[at];
		if (assigned == 0 && (c == '=' || c == ':'))
			assigned = at + 1;
		if (c != '"' && c != '\'')
			continue;
		size_t len = slice_chr(slice_sub(line, at + 1, line.len), c);
		if (len == (size_t)-1)
			continue;
		if (add_value(mask, slice_sub(line, at + 1, at + 1 + len), err) < 0)
			return -1;
		quoted = true;
		at += len + 1;
	}
	if (quoted || assigned == 0)
		return 0;
	return add_value(mask, slice_trim(slice_sub(line, assigned, line.len)), err);
}

static int
add_lines(struct mask *mask, struct slice secret, struct err *err)
{
	struct slice line;

	while (slice_next_line(&secret, &line))
		if (add_value(mask, slice_trim(line), err) < 0 || add_inner_values(mask, line, err) < 0)
			return -1;
	return 0;
}

/*
 * The values of a secret: the reported bytes line by line (a key in PEM form
 * has many), what is assigned within them, and what metavariables name there.
 */
int
mask_match(struct mask *mask, const struct text *text, const struct match *match, struct err *err)
{
	struct slice reported = slice_sub(text->bytes, match->start, match->end), plain = match->plain;

	if (mask_add_range(mask, reported, err) < 0 || add_lines(mask, reported, err) < 0)
		return -1;
	/* The list that the match is of may go before the mask does. */
	if (plain.len > 0 &&
	    (arena_dup(&plain, &mask->arena, plain) < 0 ? err_oom(err) : add_lines(mask, plain, err)) < 0)
		return -1;
	for (size_t i = 0; i < match->nbindings; i++)
		if (lies_in(match->bindings[i].value, reported) &&
		    slice_chr(match->bindings[i].value, '\n') == (size_t)-1 &&
		    add_value(mask, slice_trim(match->bindings[i].value), err) < 0)
			return -1;
	return 0;
}

static bool
is_secret_text(void *ctx, const struct rule *rule)
{
	(void)ctx;
	return rule_hides(rule) && rule->window != WINDOW_FILE && !rule->syntax && !rule->taint;
}

static int
take_results(struct mask *mask, const struct text *text, struct err *err)
{
	for (size_t i = 0; i < mask->list.n; i++)
		if (mask_match(mask, text, &mask->list.items[i], err) < 0)
			return -1;
	for (size_t i = 0; i < mask->list.nlimits; i++)
		if (mask_add_range(mask, text_line(text, mask->list.limits[i].line), err) < 0)
			return -1;
	return 0;
}

int
mask_scan(struct mask *mask, struct matcher *matcher, const struct text *text, struct line_range lines,
	  struct err *err)
{
	const struct line_set set = {&lines, 1};
	const struct scan scan = {.text = text, .lines = &set, .filter = is_secret_text};

	match_list_clear(&mask->list);
	if (matcher_scan(matcher, &scan, &mask->list, err) < 0)
		return -1;
	return take_results(mask, text, err);
}

/* One that needs the whole file, and this file's language: read once a file, not for every line that is
 * shown. */
static bool
is_secret_syntax(void *ctx, const struct rule *rule)
{
	const struct scan *file = ctx;

	return rule_hides(rule) && (rule->syntax || rule->taint || rule->window == WINDOW_FILE) &&
	       rule_reads(rule, file->path, file->lang);
}

/* What was found before stays behind what is found in a file. */
static void
forget_lines(struct mask *mask)
{
	mask->nranges = mask->file_ranges;
	mask->nvalues = mask->file_values;
	mask->scanned = slice_of(NULL, 0);
}

int
mask_file(struct mask *mask, struct matcher *matcher, const struct scan *file, const struct match_list *found,
	  struct err *err)
{
	struct scan scan = *file;

	if (file->text == mask->files[0] || file->text == mask->files[1])
		return 0;
	forget_lines(mask);
	mask->files[mask->files[0] != NULL] = file->text;
	scan.filter = is_secret_syntax;
	scan.filter_ctx = &scan;
	match_list_clear(&mask->list);
	if (file->text->nlines > 0 && matcher_scan(matcher, &scan, &mask->list, err) < 0)
		return -1;
	for (size_t i = 0; i < mask->list.n; i++)
		if (mask_match(mask, file->text, &mask->list.items[i], err) < 0)
			return -1;
	for (size_t i = 0; found && i < found->n; i++)
		if (rule_hides(found->items[i].rule) &&
		    mask_match(mask, file->text, &found->items[i], err) < 0)
			return -1;
	if (mask->nvalues > MASK_FILE_VALUES)
		mask->nvalues = MASK_FILE_VALUES;
	mask->file_ranges = mask->nranges;
	mask->file_values = mask->nvalues;
	return 0;
}

int
mask_start(struct mask *mask, struct matcher *matcher, const struct text *text, struct line_range lines,
	   struct err *err)
{
	struct slice bytes = slice_sub(text->bytes, text->starts[lines.first - 1], text->starts[lines.last]);

	if (mask->scanned.ptr != bytes.ptr || mask->scanned.len != bytes.len) {
		forget_lines(mask);
		if (mask_scan(mask, matcher, text, lines, err) < 0)
			return -1;
		mask->scanned = bytes;
		mask->base_ranges = mask->nranges;
		mask->base_values = mask->nvalues;
	}
	mask->nranges = mask->base_ranges;
	mask->nvalues = mask->base_values;
	return 0;
}

/* Adds each place of what `needle` is in these bytes. */
static int
add_places(struct mask *mask, struct slice bytes, struct slice needle, struct err *err)
{
	for (size_t at = 0, found; at < bytes.len; at += found + needle.len) {
		struct slice rest = slice_sub(bytes, at, bytes.len);

		found = slice_find(rest, needle);
		if (found == (size_t)-1)
			break;
		if (mask_add_range(mask, slice_sub(rest, found, found + needle.len), err) < 0)
			return -1;
	}
	return 0;
}

int
mask_copies(struct mask *mask, struct slice bytes, struct err *err)
{
	for (size_t i = 0; i < mask->nvalues; i++)
		if (add_places(mask, bytes, mask->values[i], err) < 0)
			return -1;
	return mask_forms(mask, bytes, err);
}

bool
mask_hides(const struct mask *mask, struct slice bytes)
{
	struct mask_range unused;

	if (bytes.len == 0)
		return false;
	for (size_t i = 0; i < mask->nvalues; i++)
		if (slice_find(bytes, mask->values[i]) != (size_t)-1)
			return true;
	return mask_next(&unused, mask, bytes.ptr, bytes.ptr + bytes.len);
}

bool
mask_next(struct mask_range *out, const struct mask *mask, const char *from, const char *to)
{
	bool found = false, grew = true;

	for (size_t i = 0; i < mask->nranges; i++) {
		const struct mask_range *r = &mask->ranges[i];
		if (r->end > from && r->start < to && r->start < r->end &&
		    (!found || r->start < out->start)) {
			*out = *r;
			found = true;
		}
	}
	while (found && grew) {
		grew = false;
		for (size_t i = 0; i < mask->nranges; i++) {
			const struct mask_range *r = &mask->ranges[i];
			if (r->start <= out->end && r->end > out->end) {
				out->end = r->end;
				grew = true;
			}
		}
	}
	return found;
}
