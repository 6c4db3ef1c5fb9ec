/*
 * backend_git.c - the repository as git's plumbing reads it
 *
 * One `git rev-parse` opens it, one `git cat-file --batch` gives objects and
 * resolves revisions for the whole run, one `git config` the configuration; a
 * staged review needs a `git diff-index` more.
 */
#include <stdlib.h>
#include <unistd.h>

#include "base/limits.h"
#include "change/git.h"
#include "change/index_file.h"

/* Between the answers of one rev-parse, which prints options that it does not know as they are. */
#define BORDER "--end-of-this-answer"

/* Takes what stands before a border off *rest, without its line end; the last answer ends with the text. */
static struct slice
take_answer(struct slice *rest)
{
	size_t at = slice_find(*rest, slice_str("\n" BORDER "\n"));
	struct slice answer = slice_sub(*rest, 0, at);

	*rest = at == (size_t)-1 ? slice_of("", 0)
				 : slice_sub(*rest, at + strlen("\n" BORDER "\n"), rest->len);
	return slice_ends(answer, "\n") ? slice_sub(answer, 0, answer.len - 1) : answer;
}

static int
set_place(char **out, struct slice path, struct err *err)
{
	char *name = strndup(path.ptr, path.len);

	if (!name)
		return err_oom(err);
	int rc = real_directory(out, name, err);
	free(name);
	return rc;
}

/* In the git directory git names no working tree: it is the directory around it, unless configured otherwise.
 */
static int
guess_work_tree(struct repository *repo, struct err *err)
{
	struct slice name = slice_str(repo->git_dir);

	if (getenv("GIT_WORK_TREE"))
		return real_directory(&repo->work_tree, getenv("GIT_WORK_TREE"), err);
	if (!slice_ends(name, "/.git/"))
		return 0;
	return set_place(&repo->work_tree, slice_sub(name, 0, name.len - strlen(".git/")), err);
}

/* "sha1|sha256 BORDER true|false (bare) BORDER git dir BORDER common dir BORDER [work tree]" */
static int
set_places(struct repository *repo, struct slice text, struct err *err)
{
	struct slice format = take_answer(&text), bare = take_answer(&text);

	if (slice_eq_str(format, "sha1"))
		repo->id_bytes = 20;
	else if (slice_eq_str(format, "sha256"))
		repo->id_bytes = 32;
	else
		return err_set(err, ERR_GIT, "git reads this repository's format, but this program does not");
	if (set_place(&repo->git_dir, take_answer(&text), err) < 0 ||
	    set_place(&repo->common_dir, take_answer(&text), err) < 0)
		return -1;
	if (text.len > 0)
		return set_place(&repo->work_tree, take_answer(&text), err);
	return slice_eq_str(bare, "false") ? guess_work_tree(repo, err) : 0;
}

/* git names the directory between quotes, and goes on. */
static int
err_foreign(struct err *err, struct slice why)
{
	size_t from = slice_chr(why, '\''), to = slice_find(why, slice_str("' To add"));

	if (from == (size_t)-1 || to == (size_t)-1 || to <= from)
		return err_owner(err, slice_str("this directory"));
	return err_owner(err, slice_sub(why, from + 1, to));
}

static int
err_open(struct err *err, const struct git_answer *answer)
{
	struct slice why = slice_str(answer->why.text);

	if (slice_starts(why, "not a git repository"))
		return err_set(err, ERR_ABSENT, "not a git repository (or any of the parent directories)");
	if (slice_starts(why, "detected dubious ownership"))
		return err_foreign(err, why);
	return err_set(err, ERR_GIT, "git cannot open the repository: %s", answer->why.text);
}

static int
ignore_setting(void *ctx, const char *name, const char *value, const char *origin, struct err *err)
{
	(void)ctx;
	(void)name;
	(void)value;
	(void)origin;
	(void)err;
	return 0;
}

static int
git_open(struct repository *repo, struct err *err)
{
	static const char *const args[] = {"rev-parse",
					   "--path-format=absolute",
					   "--show-object-format",
					   BORDER,
					   "--is-bare-repository",
					   BORDER,
					   "--git-dir",
					   BORDER,
					   "--git-common-dir",
					   BORDER,
					   "--show-toplevel",
					   NULL};
	struct git_answer answer;

	if (config_each_environment(ignore_setting, NULL, err) < 0)
		return -1;
	if (git_run(&answer, repo->git, args, err) < 0)
		return -1;
	/* The last one fails where there is no working tree. */
	bool is_complete = answer.status == 0 || slice_ends(buf_slice(&answer.out), "\n" BORDER "\n");
	int rc = is_complete ? set_places(repo, buf_slice(&answer.out), err) : err_open(err, &answer);
	git_answer_release(&answer);
	return rc < 0 ? -1 : 1;
}

static void
git_close(struct repository *repo)
{
	(void)repo; /* repository_free() ends the processes: libgit2's backend may use them, too */
}

static void
set_state(struct object *out, const struct batch_line *line)
{
	if (line->state == BATCH_FOUND) {
		out->type = line->type;
		out->size = line->size;
	} else {
		out->state = OBJECT_MISSING;
	}
}

static int
git_header(struct object *out, struct repository *repo, const struct object_id *id, struct err *err)
{
	const struct batch_line *seen = git_seen(repo->git, id);
	struct batch_line line;
	int rc = 1;

	if (seen)
		line = *seen;
	else
		rc = git_batch(&line, repo->git, false, id->hex, err);
	if (rc == 0)
		out->state = OBJECT_DAMAGED;
	else if (rc == 1)
		set_state(out, &line);
	return rc < 0 ? -1 : 0;
}

/* The bytes of an object that --batch has announced. */
static int
read_bytes(struct object *out, struct git *git, const struct batch_line *line, size_t max, struct err *err)
{
	char *bytes;

	if (line->size > max) {
		git_batch_drop(git);
		out->state = OBJECT_TOO_LARGE;
		return 0;
	}
	int rc = git_batch_bytes(&bytes, git, line, err);
	if (rc < 0)
		return -1;
	if (rc == 0) {
		*out = (struct object){.state = OBJECT_DAMAGED};
		return 0;
	}
	out->bytes = slice_of(bytes, line->size);
	out->owner = bytes;
	out->release = free;
	return 0;
}

static int
git_read(struct object *out, struct repository *repo, const struct object_id *id, size_t max, struct err *err)
{
	struct batch_line line;
	int rc = git_batch(&line, repo->git, true, id->hex, err);

	if (rc < 0)
		return -1;
	if (rc == 0) {
		out->state = OBJECT_DAMAGED;
		return 0;
	}
	set_state(out, &line);
	if (line.state == BATCH_FOUND)
		return read_bytes(out, repo->git, &line, max, err);
	/* "missing" is also said of what is there and cannot be read. */
	if (git_batch_complained(repo->git))
		out->state = OBJECT_DAMAGED;
	return 0;
}

/* Runs a command whose failure is the caller's: 1: it ended well, 0, -1. */
static int
run(struct git_answer *out, struct repository *repo, const char *const *args, struct err *err)
{
	if (git_run(out, repo->git, args, err) < 0)
		return -1;
	return out->status == 0;
}

/*
 * HEAD names no object that is there. It is unborn if it names a branch of
 * which git knows nothing, not even that it is broken. 1, 0, -1.
 */
static int
is_unborn(struct repository *repo, struct err *err)
{
	static const char *const head[] = {"symbolic-ref", "-q", "HEAD", NULL};
	struct git_answer branch, ref;

	int rc = run(&branch, repo, head, err);
	if (rc < 0)
		return -1;
	buf_add_str(&branch.out, "");
	struct slice name = slice_trim(buf_slice(&branch.out));
	char *pattern = strndup(name.ptr, name.len);
	const char *const list[] = {"for-each-ref", "--format=%(refname)", pattern, NULL};
	if (!pattern)
		rc = err_oom(err);
	if (rc == 1) {
		rc = run(&ref, repo, list, err);
		if (rc >= 0) {
			rc = rc == 1 && name.len > 0 && ref.out.len == 0 && !ref.has_complaints;
			git_answer_release(&ref);
		}
	}
	free(pattern);
	git_answer_release(&branch);
	return rc;
}

/* What no line of --batch asks for. */
static bool
is_askable(const char *revision)
{
	return *revision && !strchr(revision, '\n') && strlen(revision) < LIMIT_PATH_BYTES / 2;
}

static bool
names_head(const char *revision)
{
	return strcmp(revision, "HEAD") == 0 || strcmp(revision, "@") == 0;
}

/* git gave no object: why not? */
static int
not_resolved(enum revision_state *state, struct repository *repo, const char *revision, struct err *err)
{
	int rc = names_head(revision) ? is_unborn(repo, err) : !git_batch_complained(repo->git);

	if (rc == 0)
		return err_resolve(err, revision);
	*state = names_head(revision) ? REVISION_UNBORN : REVISION_UNKNOWN;
	return rc < 0 ? -1 : 0;
}

static int
git_resolve(struct object_id *out, enum revision_state *state, struct repository *repo, const char *revision,
	    struct err *err)
{
	struct object object = {0};
	struct batch_line line;

	*state = REVISION_UNKNOWN;
	if (!is_askable(revision))
		return 0;
	int rc = git_batch(&line, repo->git, true, revision, err);
	if (rc < 0)
		return -1;
	if (rc == 0)
		return err_resolve(err, revision);
	if (line.state == BATCH_MISSING)
		return not_resolved(state, repo, revision, err);
	*state = line.state == BATCH_FOUND ? REVISION_FOUND : REVISION_AMBIGUOUS;
	if (line.state != BATCH_FOUND)
		return 0;
	*out = line.id;
	/* The bytes must be taken out of the way. */
	rc = read_bytes(&object, repo->git, &line, LIMIT_BLOB_BYTES, err);
	object_release(&object);
	return rc;
}

static int
visit_refs(struct slice lines, const char *prefix, ref_visitor visit, void *ctx, struct err *err)
{
	struct ref_line ref;
	int rc;

	while ((rc = ref_line_next(&ref, &lines)) == 1) {
		struct buf name = BUF_INIT(LIMIT_PATH_BYTES);
		if (!slice_starts(ref.name, prefix))
			continue;
		buf_add_slice(&name, ref.name);
		rc = buf_ok(&name) ? visit(ctx, name.ptr, &ref.id, err) : err_oom(err);
		buf_release(&name);
		if (rc < 0)
			return -1;
	}
	return rc < 0 ? err_set(err, ERR_GIT, "git for-each-ref gives an answer that cannot be understood")
		      : 0;
}

static int
git_each_ref(struct repository *repo, const char *prefix, ref_visitor visit, void *ctx, struct err *err)
{
	static const char *const args[] = {"for-each-ref", "--format=%(objectname) %(refname)", NULL};
	struct git_answer answer;

	int rc = run(&answer, repo, args, err);
	if (rc < 0)
		return -1;
	if (rc == 1)
		rc = visit_refs(buf_slice(&answer.out), prefix, visit, ctx, err);
	else
		rc = err_set(err, ERR_GIT, "cannot list the references: %s", answer.why.text);
	git_answer_release(&answer);
	return rc;
}

static int
parse_ids(struct object_id **out, size_t *n, struct arena *arena, struct slice lines, struct err *err)
{
	struct slice line, rest = lines;
	size_t count = 0;

	while (slice_next_line(&rest, &line))
		count++;
	*out = arena_array(arena, count, sizeof(**out));
	if (!*out)
		return err_oom(err);
	while (slice_next_line(&lines, &line))
		if (!object_id_parse(&(*out)[(*n)++], line))
			return err_set(err, ERR_GIT,
				       "git merge-base gives an answer that cannot be understood");
	return 0;
}

static int
git_merge_bases(struct object_id **out, size_t *n, struct arena *arena, struct repository *repo,
		const struct object_id *a, const struct object_id *b, struct err *err)
{
	const char *const args[] = {"merge-base", "--all", a->hex, b->hex, NULL};
	struct git_answer answer;

	*n = 0;
	int rc = run(&answer, repo, args, err);
	if (rc < 0)
		return -1;
	rc = rc == 1 ? parse_ids(out, n, arena, buf_slice(&answer.out), err) : 0;
	git_answer_release(&answer);
	return rc;
}

static int
collect(struct entry_list *out, struct arena *arena, struct slice records, struct err *err)
{
	struct entry_collector c = {.arena = arena};
	struct raw_change change;
	int rc;

	while ((rc = raw_change_next(&change, &records)) == 1) {
		rc = change.status == 'U'
			     ? err_unmerged(err)
			     : entry_collector_add(&c, change.path, &change.old_side, &change.new_side, err);
		if (rc < 0) {
			entry_collector_release(&c);
			return -1;
		}
	}
	if (rc == 0)
		return entry_collector_finish(out, &c, err);
	entry_collector_release(&c);
	return err_set(err, ERR_GIT, "git diff-index gives an answer that cannot be understood");
}

/* git knows the empty tree without having it. */
static const char *
empty_tree(const struct repository *repo)
{
	return repo->id_bytes == 20 ? "4b825dc642cb6eb9a060e54bf8d69288fbee4904"
				    : "6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321";
}

/*
 * Says what is wrong with an index in the words of the other backend; what that one only refuses is right.
 * git diff-index does not compare the index's trees with its files.
 */
static int
check_index(struct repository *repo, struct arena *arena, const struct object_id *tree, struct err *err)
{
	struct entry_collector c = {.arena = arena};
	struct err why = ERR_INIT;
	struct index_file index;
	int rc = index_file_read(&index, repo->index_path, repo->id_bytes, &why);

	if (rc == 1) {
		rc = tree_walk_index(&c, repo, tree, &index, &why);
		entry_collector_release(&c);
		index_file_release(&index);
	}
	return rc < 0 ? err_set(err, why.code, "%s", why.msg) : 0;
}

static int
git_index_entries(struct entry_list *out, struct arena *arena, struct repository *repo,
		  const struct object_id *tree, struct err *err)
{
	const char *base = object_id_is_none(tree) ? empty_tree(repo) : tree->hex;
	const char *const args[] = {"diff-index",
				    "--cached",
				    "--raw",
				    "-z",
				    "--no-renames",
				    "--no-ext-diff",
				    "--no-relative",
				    "--full-index",
				    "--ignore-submodules=none",
				    "--ita-invisible-in-index",
				    base,
				    "--",
				    NULL};
	struct git_answer answer;

	if (check_index(repo, arena, tree, err) < 0)
		return -1;
	int rc = run(&answer, repo, args, err);
	if (rc < 0)
		return -1;
	if (rc == 1)
		rc = collect(out, arena, buf_slice(&answer.out), err);
	else
		rc = err_set(err, ERR_GIT, "cannot read the index: %s", answer.why.text);
	git_answer_release(&answer);
	return rc < 0 ? -1 : 1;
}

/* Where a variable comes from, as config_files.c says it: git's own words are relative to where it looked. */
static int
set_origin(struct buf *out, const struct repository *repo, const struct config_item *item)
{
	struct shown shown;

	buf_clear(out);
	if (slice_eq_str(item->scope, "local"))
		buf_addf(out, "file:%sconfig", show_str(&shown, repo->common_dir));
	else if (slice_eq_str(item->scope, "worktree"))
		buf_addf(out, "file:%sconfig.worktree", show_str(&shown, repo->git_dir));
	else
		buf_addf(out, "%s", show(&shown, item->origin));
	return buf_ok(out) ? 0 : -1;
}

static int
visit_items(struct repository *repo, struct slice items, config_visitor visit, void *ctx, struct err *err)
{
	struct buf name = BUF_INIT(LIMIT_GIT_BYTES), value = name, origin = name;
	struct config_item item;
	int rc;

	while ((rc = config_item_next(&item, &items)) == 1) {
		buf_clear(&name);
		buf_clear(&value);
		buf_add_slice(&name, item.name);
		buf_add_slice(&value, item.has_value ? item.value : slice_str("true"));
		if (set_origin(&origin, repo, &item) < 0 || !buf_ok(&name) || !buf_ok(&value))
			rc = err_oom(err);
		else
			rc = visit(ctx, name.ptr, value.len > 0 ? value.ptr : "", origin.ptr, err);
		if (rc < 0)
			break;
	}
	if (rc < 0 && !err_is_set(err))
		err_set(err, ERR_GIT, "git config gives an answer that cannot be understood");
	buf_release(&name);
	buf_release(&value);
	buf_release(&origin);
	return rc;
}

static int
git_config_each(struct repository *repo, config_visitor visit, void *ctx, struct err *err)
{
	static const char *const args[] = {"config", "--list", "-z", "--show-scope", "--show-origin", NULL};
	struct git_answer answer;

	int rc = run(&answer, repo, args, err);
	if (rc < 0)
		return -1;
	if (rc == 1)
		rc = visit_items(repo, buf_slice(&answer.out), visit, ctx, err);
	else
		rc = err_set(err, ERR_CONFIG, "cannot read git's configuration: %s", answer.why.text);
	git_answer_release(&answer);
	return rc;
}

const struct backend backend_git = {
	.name = "git",
	.open = git_open,
	.close = git_close,
	.header = git_header,
	.read = git_read,
	.resolve = git_resolve,
	.each_ref = git_each_ref,
	.merge_bases = git_merge_bases,
	.index_entries = git_index_entries,
	.config = git_config_each,
};
