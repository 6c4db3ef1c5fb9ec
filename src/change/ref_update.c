#include "base/limits.h"
#include "change/repository_internal.h"
#include "change/source.h"

/* Takes an object name and the space behind it off *line. */
static bool
take_id(struct object_id *out, struct slice *line)
{
	size_t len = slice_chr(*line, ' ');

	if (len == (size_t)-1 || !object_id_parse(out, slice_sub(*line, 0, len)))
		return false;
	*line = slice_sub(*line, len + 1, line->len);
	return true;
}

/* A ref has no space, no control byte, and something in it (git-check-ref-format(1)). */
static bool
is_ref_name(struct slice s)
{
	for (size_t i = 0; i < s.len; i++)
		if ((unsigned char)s.ptr[i] <= ' ' || s.ptr[i] == 0x7f)
			return false;
	return s.len > 0;
}

static bool
parse_line(struct ref_update *out, struct slice line)
{
	if (!take_id(&out->old_id, &line) || !take_id(&out->new_id, &line))
		return false;
	out->ref = line;
	return strlen(out->old_id.hex) == strlen(out->new_id.hex) && is_ref_name(line);
}

static size_t
count_lines(struct slice input)
{
	struct slice line;
	size_t n = 0;

	while (slice_next_line(&input, &line))
		n++;
	return n;
}

int
ref_updates_parse(struct ref_update **out, size_t *n, struct arena *arena, struct slice input,
		  struct err *err)
{
	size_t lines = count_lines(input);
	struct slice line;
	struct shown shown;

	*out = NULL;
	*n = 0;
	if (lines == 0)
		return err_set(err, ERR_INPUT, "no reference updates: expected lines \"<old> <new> <ref>\"");
	if (lines > LIMIT_REF_UPDATES)
		return err_set(err, ERR_LIMIT,
			       "%zu references updated at once, more than the %u that are reviewed", lines,
			       LIMIT_REF_UPDATES);
	*out = arena_array(arena, lines, sizeof(**out));
	if (!*out)
		return err_oom(err);
	while (slice_next_line(&input, &line)) {
		if (!parse_line(&(*out)[*n], line))
			return err_set(err, ERR_INPUT,
				       "reference update %zu is not \"<old> <new> <ref>\": '%s'", *n + 1,
				       show(&shown, line));
		if (arena_dup(&(*out)[*n].ref, arena, (*out)[*n].ref) < 0)
			return err_oom(err);
		(*n)++;
	}
	return 0;
}
