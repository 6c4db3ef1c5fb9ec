#include "rule/selftest.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/ascii.h"
#include "base/buf.h"
#include "rule/tree.h"

/* ---- annotations ---- */

static const struct {
	const char *word;
	enum selftest_expect expect;
} keywords[] = {
	{"ruleid:", SELFTEST_REPORTED},
	{"ok:", SELFTEST_CLEAN},
	{"todoruleid:", SELFTEST_TODO_REPORTED},
	{"todook:", SELFTEST_TODO_CLEAN},
};

/* What may stand before an annotation (white space aside) and behind it. */
static const char *const openers[] = {"#", "//", "/*", "*", "<!--", "--", ";", "%", "{#", "(*", "'", "!"};
static const char *const closers[] = {"-->",  "*/", "*/}",  "#}",  "*)", "%>",
				      "--%>", "}}", "--}}", "\",", "\""};

struct annotations {
	struct selftest_annotation *items;
	size_t n, cap;
};

static bool
is_id_byte(char c)
{
	return ascii_is_alnum(c) || c == '.' || c == '_' || c == '-';
}

/* Takes "id" off *rest; the "--" of a closing "-->" is no part of it. */
static struct slice
take_id(struct slice *rest)
{
	size_t len = 0;

	*rest = slice_trim(*rest);
	while (len < rest->len && is_id_byte(rest->ptr[len]) &&
	       !slice_starts(slice_sub(*rest, len, rest->len), "-->"))
		len++;
	struct slice id = slice_sub(*rest, 0, len);
	*rest = slice_trim(slice_sub(*rest, len, rest->len));
	return id;
}

static bool
is_comment_end(struct slice rest)
{
	for (size_t i = 0; i < sizeof(closers) / sizeof(*closers); i++)
		if (slice_eq_str(rest, closers[i]))
			return true;
	return rest.len == 0;
}

/* The ids behind the keyword: none unless the list fills the comment, so that
 * "ok: this is prose" is prose. */
static size_t
count_ids(struct slice rest)
{
	for (size_t n = 1;; n++) {
		if (take_id(&rest).len == 0)
			return 0;
		if (!slice_starts(rest, ","))
			return is_comment_end(rest) ? n : 0;
		rest = slice_sub(rest, 1, rest.len);
	}
}

static bool
is_comment_start(struct slice before)
{
	before = slice_trim(before);
	for (size_t i = 0; i < sizeof(openers) / sizeof(*openers); i++)
		if (slice_ends(before, openers[i]))
			return true;
	return before.len == 0;
}

/* "ruleid: deepok: id" says that another engine of Semgrep's disagrees, which is nothing to us. */
static struct slice
skip_other_engine(struct slice ids)
{
	static const char *const words[] = {"deepruleid:", "deepok:", "deeptodoruleid:", "deeptodook:"};

	ids = slice_trim(ids);
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (slice_starts(ids, words[i]))
			return slice_sub(ids, strlen(words[i]), ids.len);
	return ids;
}

/* Finds the annotation of a line: its keyword's kind, and *ids behind it. */
static bool
find_annotation(struct slice line, enum selftest_expect *expect, struct slice *ids)
{
	for (size_t i = 0; i < sizeof(keywords) / sizeof(*keywords); i++) {
		size_t at = slice_find(line, slice_str(keywords[i].word));
		if (at == (size_t)-1 || !is_comment_start(slice_sub(line, 0, at)))
			continue;
		*expect = keywords[i].expect;
		*ids = skip_other_engine(slice_sub(line, at + strlen(keywords[i].word), line.len));
		if (count_ids(*ids) > 0)
			return true;
	}
	return false;
}

/* Appends one annotation per id; their target line is not known yet. */
static int
add_annotations(struct annotations *list, enum selftest_expect expect, struct slice ids, uint32_t at)
{
	for (size_t left = count_ids(ids); left > 0; left--) {
		void *items = list->items;
		if (array_reserve(&items, &list->cap, list->n + 1, sizeof(*list->items)) < 0)
			return -1;
		list->items = items;
		list->items[list->n++] = (struct selftest_annotation){take_id(&ids), expect, 0, at};
		ids = slice_sub(ids, slice_starts(ids, ","), ids.len);
	}
	return 0;
}

static int
scan_lines(struct annotations *list, const char *name, struct slice text, struct err *err)
{
	struct slice line, ids;
	enum selftest_expect expect;
	size_t pending = 0; /* the first annotation that waits for its line */

	for (uint32_t number = 1; slice_next_line(&text, &line); number++) {
		if (find_annotation(line, &expect, &ids)) {
			if (add_annotations(list, expect, ids, number) < 0)
				return err_oom(err);
			continue;
		}
		for (; pending < list->n; pending++)
			list->items[pending].line = number;
	}
	if (pending == list->n)
		return 0;
	struct rule_position at = {list->items[pending].at, 1};
	return tree_error(err, name, at, "no line follows this annotation");
}

int
selftest_parse(struct selftest_annotation **out, size_t *n, struct arena *arena, const char *name,
	       struct slice text, struct err *err)
{
	struct annotations list = {NULL, 0, 0};
	int rc = scan_lines(&list, name, text, err);

	if (rc == 0) {
		*n = list.n;
		*out = arena_array(arena, list.n, sizeof(**out));
		if (!*out)
			rc = err_oom(err);
		else if (list.n > 0)
			memcpy(*out, list.items, list.n * sizeof(**out));
	}
	free(list.items);
	return rc;
}

/* ---- targets ---- */

/* Without ".yaml" or ".yml"; empty if it has neither. */
static struct slice
stem_of(struct slice rule_file)
{
	struct slice name = slice_base_name(rule_file);
	size_t suffix = slice_ends(name, ".yaml") ? 5 : slice_ends(name, ".yml") ? 4 : name.len;

	return slice_sub(name, 0, name.len - suffix);
}

bool
selftest_is_target(struct slice rule_file, struct slice name)
{
	struct slice stem = stem_of(rule_file);

	if (stem.len == 0 || name.len < stem.len + 2 || name.ptr[stem.len] != '.' ||
	    !slice_eq(slice_sub(name, 0, stem.len), stem))
		return false;
	struct slice rest = slice_sub(name, stem.len + 1, name.len);
	if (slice_eq_str(rest, "test.yaml") || slice_eq_str(rest, "test.yml"))
		return true;
	/* foo.fixed.py is what Semgrep's autofix makes of foo.py. */
	if (slice_starts(rest, "fixed.") || slice_starts(rest, "test.fixed."))
		return false;
	return !slice_ends(rest, "yaml") && !slice_ends(rest, "yml") && !slice_ends(rest, "~");
}

/* foo.bar.py belongs to foo.bar.yaml if that exists, not to foo.yaml. */
static bool
has_nearer_rule_file(const char *path, size_t dir_len, const char *rule_file)
{
	static const char *const suffixes[] = {".yaml", ".yml"};
	const char *dot = strrchr(path + dir_len, '.');
	bool found = false;

	for (size_t i = 0; i < 2 && dot; i++) {
		struct buf b = BUF_INIT(1u << 16);
		buf_add(&b, path, (size_t)(dot - path));
		buf_add_str(&b, suffixes[i]);
		found |= buf_ok(&b) && strcmp(b.ptr, rule_file) != 0 && access(b.ptr, F_OK) == 0 &&
			 !slice_ends(buf_slice(&b), ".test.yaml") && !slice_ends(buf_slice(&b), ".test.yml");
		buf_release(&b);
	}
	return found;
}

struct targets {
	struct arena *arena;
	const char *rule_file;
	const char *dir; /* ends in '/', or empty */
	const char **items;
	size_t n, cap;
};

static int
add_target(struct targets *targets, const char *name)
{
	size_t dir_len = strlen(targets->dir), name_len = strlen(name);
	void *items = targets->items;

	if (!selftest_is_target(slice_str(targets->rule_file), slice_str(name)))
		return 0;
	char *path = arena_alloc(targets->arena, dir_len + name_len + 1);
	if (!path)
		return -1;
	memcpy(path, targets->dir, dir_len);
	memcpy(path + dir_len, name, name_len);
	if (has_nearer_rule_file(path, dir_len, targets->rule_file))
		return 0;
	if (array_reserve(&items, &targets->cap, targets->n + 1, sizeof(*targets->items)) < 0)
		return -1;
	targets->items = items;
	targets->items[targets->n++] = path;
	return 0;
}

static int
read_targets(struct targets *targets, struct err *err)
{
	const char *dir = targets->dir[0] ? targets->dir : ".";
	DIR *stream = opendir(dir);
	const struct dirent *entry;
	int rc = 0;

	if (!stream)
		return err_set(err, ERR_IO, "cannot read %s: %s", dir, strerror(errno));
	errno = 0;
	while (rc == 0 && (entry = readdir(stream)) != NULL) {
		if (add_target(targets, entry->d_name) < 0)
			rc = err_oom(err);
		errno = 0;
	}
	if (rc == 0 && errno != 0)
		rc = err_set(err, ERR_IO, "cannot read %s: %s", dir, strerror(errno));
	closedir(stream);
	return rc;
}

static int
compare_paths(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

int
selftest_targets(const char *const **out, size_t *n, struct arena *arena, const char *rule_file,
		 struct err *err)
{
	struct slice path = slice_str(rule_file);
	struct targets targets = {.arena = arena, .rule_file = rule_file};

	targets.dir = arena_strndup(arena, rule_file, path.len - slice_base_name(path).len);
	if (!targets.dir)
		return err_oom(err);
	int rc = read_targets(&targets, err);
	const char **sorted = rc == 0 ? arena_array(arena, targets.n, sizeof(*sorted)) : NULL;
	if (rc == 0 && !sorted)
		rc = err_oom(err);
	if (sorted && targets.n > 0) {
		memcpy(sorted, targets.items, targets.n * sizeof(*sorted));
		qsort(sorted, targets.n, sizeof(*sorted), compare_paths);
	}
	*out = sorted;
	*n = targets.n;
	free(targets.items);
	return rc;
}
