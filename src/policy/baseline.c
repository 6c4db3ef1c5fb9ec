#include "policy/baseline.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/ascii.h"
#include "base/escape.h"
#include "base/limits.h"
#include "policy/suppression.h"

#define FINGERPRINT_LEN 32u

struct entry_line {
	struct slice fingerprint;
	struct slice path; /* as git has it, unquoted */
};

struct baseline {
	struct entry_line *entries; /* sorted by fingerprint, then path; unique */
	size_t n, cap;
	struct arena arena;
};

/* --- reading --- */

static bool
is_fingerprint(struct slice s)
{
	for (size_t i = 0; i < s.len; i++)
		if (ascii_hex_value(s.ptr[i]) < 0 || (s.ptr[i] >= 'A' && s.ptr[i] <= 'F'))
			return false;
	return s.len == FINGERPRINT_LEN;
}

/* The byte of an escape behind its backslash; moves *at behind it. -1 when it is none. */
static int
unescape(struct slice s, size_t *at)
{
	static const char named[] = "\aa\bb\tt\nn\vv\ff\rr\"\"\\\\";
	unsigned value = 0;

	for (const char *n = named; *at < s.len && *n; n += 2)
		if (n[1] == s.ptr[*at])
			return (unsigned char)(++*at, n[0]);
	if (s.len - *at < 3)
		return -1;
	for (int digits = 0; digits < 3; digits++) {
		char c = s.ptr[(*at)++];
		if (c < '0' || c > '7')
			return -1;
		value = value * 8 + (unsigned)(c - '0');
	}
	return value <= 255 ? (int)value : -1;
}

/* Undoes escape_path(). 0, 1 when malformed, -1 out of memory. */
static int
unquote_path(struct slice *out, struct arena *arena, struct slice s)
{
	if (s.len == 0)
		return 1;
	if (s.ptr[0] != '"')
		return arena_dup(out, arena, s);
	char *path = arena_alloc(arena, s.len);
	size_t n = 0, at = 1;
	if (!path)
		return -1;
	while (at < s.len && s.ptr[at] != '"') {
		int c = (unsigned char)s.ptr[at++];
		if (c == '\\' && (c = unescape(s, &at)) < 0)
			return 1;
		path[n++] = (char)c;
	}
	*out = slice_of(path, n);
	return n > 0 && at + 1 == s.len ? 0 : 1;
}

/* "<fingerprint> <rule-id> <path>"; the rule id is for people. 0, 1 when malformed, -1. */
static int
parse_line(struct entry_line *out, struct arena *arena, struct slice line)
{
	size_t id = FINGERPRINT_LEN + 1;

	out->fingerprint = slice_sub(line, 0, FINGERPRINT_LEN);
	if (line.len <= id || line.ptr[id - 1] != ' ' || !is_fingerprint(out->fingerprint))
		return 1;
	size_t len = slice_chr(slice_sub(line, id, line.len), ' ');
	if (len == (size_t)-1 || len == 0)
		return 1;
	if (arena_dup(&out->fingerprint, arena, out->fingerprint) < 0)
		return -1;
	return unquote_path(&out->path, arena, slice_sub(line, id + len + 1, line.len));
}

static int
compare_entries(const void *a, const void *b)
{
	const struct entry_line *x = a, *y = b;
	int order = slice_cmp(x->fingerprint, y->fingerprint);

	return order ? order : slice_cmp(x->path, y->path);
}

static void
sort_unique(struct baseline *b)
{
	size_t kept = 0;

	if (b->n > 0)
		qsort(b->entries, b->n, sizeof(*b->entries), compare_entries);
	for (size_t i = 0; i < b->n; i++)
		if (kept == 0 || compare_entries(&b->entries[kept - 1], &b->entries[i]) != 0)
			b->entries[kept++] = b->entries[i];
	b->n = kept;
}

static int
add_line(struct baseline *b, const char *name, size_t number, struct slice line, struct err *err)
{
	void *entries = b->entries;

	if (array_reserve(&entries, &b->cap, b->n + 1, sizeof(*b->entries)) < 0)
		return err_oom(err);
	b->entries = entries;
	int rc = parse_line(&b->entries[b->n], &b->arena, line);
	if (rc < 0)
		return err_oom(err);
	if (rc > 0)
		return err_set(err, ERR_CONFIG, "%s:%zu: expected '<fingerprint> <rule-id> <path>'", name,
			       number);
	b->n++;
	return 0;
}

static int
parse_lines(struct baseline *b, const char *name, struct slice text, struct err *err)
{
	struct slice line;

	for (size_t number = 1; slice_next_line(&text, &line); number++) {
		if (slice_ends(line, "\r")) /* a bare CR is never part of a path here: it would be quoted */
			line.len--;
		if (slice_trim(line).len == 0 || line.ptr[0] == '#')
			continue;
		if (add_line(b, name, number, line, err) < 0)
			return -1;
	}
	return 0;
}

int
baseline_parse(struct baseline **out, const char *name, struct slice text, struct err *err)
{
	if (text.len > LIMIT_BASELINE_BYTES)
		return err_set(err, ERR_LIMIT, "%s has more than %u bytes", name, LIMIT_BASELINE_BYTES);
	struct baseline *b = calloc(1, sizeof(*b));
	if (!b)
		return err_oom(err);
	arena_init(&b->arena);
	if (parse_lines(b, name, text, err) < 0) {
		baseline_free(b);
		return -1;
	}
	sort_unique(b);
	*out = b;
	return 0;
}

void
baseline_free(struct baseline *baseline)
{
	if (!baseline)
		return;
	free(baseline->entries);
	arena_release(&baseline->arena);
	free(baseline);
}

/* --- asking --- */

static bool
has(const struct baseline *b, const char *fingerprint, struct slice path)
{
	const struct entry_line key = {slice_str(fingerprint), path};

	if (path.len == 0 || b->n == 0)
		return false;
	return bsearch(&key, b->entries, b->n, sizeof(key), compare_entries) != NULL;
}

bool
baseline_has(const struct baseline *baseline, const struct finding *finding)
{
	return has(baseline, finding->fingerprint, finding->path) ||
	       has(baseline, finding->fingerprint, finding->old_path) ||
	       has(baseline, finding->other, finding->path) ||
	       has(baseline, finding->other, finding->old_path);
}

size_t
baseline_count(const struct baseline *baseline)
{
	return baseline->n;
}

/* --- writing --- */

static int
compare_findings(const void *a, const void *b)
{
	const struct finding *x = *(const struct finding *const *)a;
	const struct finding *y = *(const struct finding *const *)b;
	int order = slice_cmp(x->path, y->path);

	if (order == 0)
		order = slice_cmp(x->rule->id, y->rule->id);
	return order ? order : strcmp(x->fingerprint, y->fingerprint);
}

/* An id is one word in the file, whatever a foreign pack calls its rules. */
static void
print_id(struct buf *out, struct slice id)
{
	for (size_t i = 0; i < id.len; i++)
		buf_add_char(out, id.ptr[i] > ' ' && id.ptr[i] < 0x7f ? id.ptr[i] : '_');
	if (id.len == 0)
		buf_add_char(out, '_');
}

static void
print_findings(struct buf *out, const struct finding *const *findings, size_t n)
{
	buf_add_str(out, "# git-sluice baseline: findings that are known and not reported.\n"
			 "# <fingerprint> <rule-id> <path>\n");
	for (size_t i = 0; i < n; i++) {
		const struct finding *f = findings[i];
		if (f->path.len == 0 || (i > 0 && compare_findings(&findings[i - 1], &findings[i]) == 0))
			continue;
		buf_addf(out, "%s ", f->fingerprint);
		print_id(out, f->rule->id);
		buf_add_char(out, ' ');
		escape_path(out, f->path);
		buf_add_char(out, '\n');
	}
}

int
baseline_print(struct buf *out, const struct finding *findings, size_t n, struct err *err)
{
	const struct finding **sorted = calloc(n + 1, sizeof(*sorted));
	size_t active = 0;

	if (!sorted)
		return err_oom(err);
	for (size_t i = 0; i < n; i++)
		if (findings[i].state == FINDING_ACTIVE && !findings[i].rule->stands)
			sorted[active++] = &findings[i];
	qsort(sorted, active, sizeof(*sorted), compare_findings);
	print_findings(out, sorted, active);
	free(sorted);
	if (!buf_ok(out))
		return err_set(err, ERR_LIMIT, "the baseline does not fit into memory or its limit");
	return 0;
}
