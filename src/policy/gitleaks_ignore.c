#include "policy/gitleaks_ignore.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/ascii.h"
#include "base/buf.h"

struct print {
	struct slice path, rule_id;
	struct slice commit; /* empty: any */
	uint32_t line;
};

struct gitleaks_ignore {
	struct print *prints; /* sorted by path */
	size_t n, cap;
	struct arena arena;
};

/* Takes what stands behind the last ':' off the line. */
static bool
take_last(struct slice *line, struct slice *field)
{
	size_t at = line->len;

	while (at > 0 && line->ptr[at - 1] != ':')
		at--;
	if (at == 0)
		return false;
	*field = slice_sub(*line, at, line->len);
	line->len = at - 1;
	return true;
}

static bool
is_commit(struct slice s)
{
	for (size_t i = 0; i < s.len; i++)
		if (ascii_hex_value(s.ptr[i]) < 0)
			return false;
	return s.len == 40 || s.len == 64;
}

/* From the right: a path may hold colons. */
static bool
split(struct print *out, struct slice line)
{
	struct slice number;
	unsigned long value;

	if (!take_last(&line, &number) || !slice_to_ulong(number, UINT32_MAX, &value) ||
	    !take_last(&line, &out->rule_id) || out->rule_id.len == 0)
		return false;
	size_t colon = slice_chr(line, ':');
	bool committed = colon != (size_t)-1 && is_commit(slice_sub(line, 0, colon));
	out->commit = slice_sub(line, 0, committed ? colon : 0);
	out->path = committed ? slice_sub(line, colon + 1, line.len) : line;
	out->line = (uint32_t)value;
	return out->path.len > 0;
}

/* A copy with one byte for each of another kind. */
static int
copy(struct slice *s, struct arena *arena, char from, char to)
{
	char *bytes = arena_strndup(arena, s->ptr, s->len);

	if (!bytes)
		return -1;
	for (size_t i = 0; i < s->len; i++)
		bytes[i] = bytes[i] == from ? to : bytes[i];
	s->ptr = bytes;
	return 0;
}

static int
add_line(struct gitleaks_ignore *ignore, struct slice line, struct err *err)
{
	void *prints = ignore->prints;
	struct print print;

	if (!split(&print, line))
		return 0;
	if (array_reserve(&prints, &ignore->cap, ignore->n + 1, sizeof(*ignore->prints)) < 0)
		return err_oom(err);
	ignore->prints = prints;
	/* Paths of Windows; and rules' ids, which are words here. */
	if (copy(&print.path, &ignore->arena, '\\', '/') < 0 ||
	    copy(&print.rule_id, &ignore->arena, ' ', '-') < 0 ||
	    arena_dup(&print.commit, &ignore->arena, print.commit) < 0)
		return err_oom(err);
	ignore->prints[ignore->n++] = print;
	return 0;
}

static int
compare(const void *a, const void *b)
{
	return slice_cmp(((const struct print *)a)->path, ((const struct print *)b)->path);
}

int
gitleaks_ignore_parse(struct gitleaks_ignore **out, struct slice text, struct err *err)
{
	struct gitleaks_ignore *ignore = calloc(1, sizeof(*ignore));
	struct slice line;

	if (!ignore)
		return err_oom(err);
	arena_init(&ignore->arena);
	while (slice_next_line(&text, &line)) {
		line = slice_trim(line);
		if (line.len == 0 || line.ptr[0] == '#')
			continue;
		if (add_line(ignore, line, err) < 0) {
			gitleaks_ignore_free(ignore);
			return -1;
		}
	}
	if (ignore->n > 0)
		qsort(ignore->prints, ignore->n, sizeof(*ignore->prints), compare);
	*out = ignore;
	return 0;
}

void
gitleaks_ignore_free(struct gitleaks_ignore *ignore)
{
	if (!ignore)
		return;
	free(ignore->prints);
	arena_release(&ignore->arena);
	free(ignore);
}

/* The first fingerprint of a path, or where it would be. */
static size_t
first_of(const struct gitleaks_ignore *ignore, struct slice path)
{
	size_t low = 0, high = ignore->n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (slice_cmp(ignore->prints[middle].path, path) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

bool
gitleaks_ignore_has(const struct gitleaks_ignore *ignore, const struct finding *finding)
{
	for (size_t i = first_of(ignore, finding->path);
	     i < ignore->n && slice_eq(ignore->prints[i].path, finding->path); i++) {
		const struct print *p = &ignore->prints[i];
		if ((p->line == finding->line || p->line == finding->match_line) &&
		    slice_eq(p->rule_id, finding->rule->id) &&
		    (p->commit.len == 0 || slice_eq(p->commit, finding->commit)))
			return true;
	}
	return false;
}
