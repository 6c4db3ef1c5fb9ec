#include "change/repository_internal.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/escape.h"
#include "change/git.h"

void
repository_set_deadline(struct repository *repo, const struct deadline *deadline)
{
	repo->deadline = deadline;
	if (repo->git)
		git_set_deadline(repo->git, deadline);
}

bool
repository_is_bare(const struct repository *repo)
{
	return !repo->work_tree;
}

const char *
repository_git_dir(const struct repository *repo)
{
	return repo->git_dir;
}

const char *
repository_common_dir(const struct repository *repo)
{
	return repo->common_dir;
}

const char *
repository_work_tree(const struct repository *repo)
{
	return repo->work_tree;
}

/* Without memory: what is no printable ASCII becomes a question mark. */
static void
show_plainly(struct shown *shown, struct slice s)
{
	for (size_t i = 0; i < s.len; i++)
		shown->text[i] = s.ptr[i] >= ' ' && s.ptr[i] <= '~' ? s.ptr[i] : '?';
	shown->text[s.len] = '\0';
}

const char *
show(struct shown *shown, struct slice s)
{
	struct buf b = BUF_INIT(8 * sizeof(shown->text));
	struct slice head = slice_sub(s, 0, sizeof(shown->text) - 4);

	escape_terminal(&b, head);
	if (head.len < s.len)
		buf_add_str(&b, "...");
	snprintf(shown->text, sizeof(shown->text), "%s", buf_ok(&b) && b.len > 0 ? b.ptr : "");
	shown->text[utf8_whole(slice_str(shown->text))] = '\0';
	if (!buf_ok(&b))
		show_plainly(shown, head);
	buf_release(&b);
	return shown->text;
}

const char *
show_str(struct shown *shown, const char *s)
{
	return show(shown, slice_str(s));
}

char *
directory_name(const char *path)
{
	size_t len = strlen(path);

	return joined_name(path, len == 0 || path[len - 1] != '/' ? "/" : "");
}

char *
joined_name(const char *directory, const char *name)
{
	size_t size = strlen(directory) + strlen(name) + 1;
	char *out = malloc(size);

	if (out)
		snprintf(out, size, "%s%s", directory, name);
	return out;
}

int
real_directory(char **out, const char *path, struct err *err)
{
	char *real = realpath(path, NULL);
	struct shown shown;

	if (!real)
		return err_set(err, ERR_GIT, "cannot find the directory '%s'", show_str(&shown, path));
	*out = directory_name(real);
	free(real);
	return *out ? 0 : err_oom(err);
}

int
repository_tree(struct object_id *out, struct repository *repo, const struct object_id *treeish,
		struct err *err)
{
	enum object_type type;
	struct object object;
	struct commit commit;

	*out = (struct object_id){""};
	if (object_id_is_none(treeish))
		return 0;
	if (object_peel(out, &type, repo, treeish, err) < 0)
		return -1;
	if (type == OBJECT_TREE)
		return 0;
	if (object_need(&object, repo, out, OBJECT_COMMIT, err) < 0)
		return -1;
	bool is_commit = commit_parse(&commit, object.bytes);
	object_release(&object);
	if (!is_commit)
		return err_set(err, ERR_GIT, "commit %s is malformed: run 'git fsck'", out->hex);
	*out = commit.tree;
	return 0;
}

int
repository_peel_to_commit(struct object_id *out, struct repository *repo, const struct object_id *id,
			  struct err *err)
{
	enum object_type type = OBJECT_NONE;

	*out = (struct object_id){""};
	if (!object_id_is_none(id) && object_peel(out, &type, repo, id, err) < 0)
		return -1;
	if (type != OBJECT_COMMIT)
		*out = (struct object_id){""};
	return 0;
}

static int
copy_parents(struct object_id **out, size_t *n, struct arena *arena, struct slice lines, struct err *err)
{
	struct object_id parent;
	struct slice rest = lines;

	*n = 0;
	while (commit_next_parent(&parent, &rest))
		++*n;
	*out = arena_array(arena, *n, sizeof(**out));
	if (!*out)
		return err_oom(err);
	for (size_t i = 0; commit_next_parent(&parent, &lines); i++)
		(*out)[i] = parent;
	return 0;
}

int
repository_parents(struct object_id **out, size_t *n, struct arena *arena, struct repository *repo,
		   const struct object_id *id, struct err *err)
{
	struct object object;
	struct commit commit;
	int rc;

	if (object_need(&object, repo, id, OBJECT_COMMIT, err) < 0)
		return -1;
	if (commit_parse(&commit, object.bytes))
		rc = copy_parents(out, n, arena, commit.parents, err);
	else
		rc = err_set(err, ERR_GIT, "commit %s is malformed: run 'git fsck'", id->hex);
	object_release(&object);
	return rc;
}

static int
err_revision(struct err *err, enum revision_state state, const char *revision)
{
	struct shown shown;

	show_str(&shown, revision);
	if (state == REVISION_AMBIGUOUS)
		return err_set(err, ERR_GIT,
			       "revision '%s' is ambiguous: more of its object's name is needed", shown.text);
	return err_set(err, ERR_GIT,
		       "unknown revision '%s': it names nothing in this repository (a shallow clone "
		       "needs 'git fetch --deepen=<n>', in CI fetch-depth: 0)",
		       shown.text);
}

int
repository_commit(struct object_id *out, struct repository *repo, const char *revision, struct err *err)
{
	enum revision_state state;
	enum object_type type;
	struct object_id id;
	struct shown shown;

	*out = (struct object_id){""};
	if (repo->backend->resolve(&id, &state, repo, revision, err) < 0)
		return -1;
	if (state == REVISION_UNBORN)
		return 0;
	if (state != REVISION_FOUND)
		return err_revision(err, state, revision);
	if (object_peel(out, &type, repo, &id, err) < 0)
		return -1;
	if (type == OBJECT_COMMIT)
		return 1;
	if (type == OBJECT_NONE)
		err_set(err, ERR_GIT, "revision '%s': cannot read object %s: run 'git fsck'",
			show_str(&shown, revision), out->hex);
	else
		err_set(err, ERR_GIT, "'%s' names a %s, not a commit", show_str(&shown, revision),
			object_type_name(type));
	*out = (struct object_id){""};
	return -1;
}

/* Looks one name up in a tree. 1 with *mode and *id, 0: not there, -1. */
static int
find_in_tree(struct object_id *id, uint32_t *mode, struct repository *repo, struct slice name,
	     struct err *err)
{
	struct tree_entry entry;
	struct object tree;
	int rc;

	if (object_need(&tree, repo, id, OBJECT_TREE, err) < 0)
		return -1;
	struct slice rest = tree.bytes;
	while ((rc = tree_next(&entry, &rest, repo->id_bytes)) == 1 && !slice_eq(entry.name, name))
		;
	if (rc < 0)
		err_set(err, ERR_GIT, "tree %s is malformed: run 'git fsck'", id->hex);
	if (rc == 1) {
		*mode = entry.mode;
		object_id_from_bytes(id, entry.id, repo->id_bytes);
	}
	object_release(&tree);
	return rc;
}

/* 1 with the file's id, 0 when the commit has no such path, -1. */
static int
find_file(struct object_id *id, struct repository *repo, const struct object_id *commit, struct slice path,
	  struct err *err)
{
	uint32_t mode = MODE_TREE;
	struct shown shown;

	if (repository_tree(id, repo, commit, err) < 0)
		return -1;
	for (struct slice rest = path; rest.len > 0;) {
		size_t slash = slice_chr(rest, '/');
		if (mode != MODE_TREE)
			return 0;
		int rc = find_in_tree(id, &mode, repo, slice_sub(rest, 0, slash), err);
		if (rc != 1)
			return rc;
		rest = slash == (size_t)-1 ? slice_of("", 0) : slice_sub(rest, slash + 1, rest.len);
	}
	if (mode == MODE_FILE || mode == MODE_EXECUTABLE)
		return 1;
	/* Were it "no such file", a symbolic link could switch a policy off. */
	return err_set(err, ERR_GIT, "%s is not a regular file", show(&shown, path));
}

int
repository_file(struct buf *out, struct repository *repo, const struct object_id *commit, struct slice path,
		size_t max, struct err *err)
{
	struct object object;
	struct object_id id;
	struct shown shown;

	buf_clear(out);
	if (path.len == 0 || object_id_is_none(commit))
		return 0;
	int rc = find_file(&id, repo, commit, path, err);
	if (rc != 1)
		return rc;
	if (object_read(&object, repo, &id, max, err) < 0)
		return -1;
	if (object.state == OBJECT_TOO_LARGE)
		rc = err_set(err, ERR_LIMIT, "%s has %zu bytes, more than the %zu that are read",
			     show(&shown, path), object.size, max);
	else if (object.state != OBJECT_READ || object.type != OBJECT_BLOB)
		rc = err_set(err, ERR_GIT, "cannot read %s: run 'git fsck'", show(&shown, path));
	else
		buf_add_slice(out, object.bytes);
	object_release(&object);
	return rc == 1 && !buf_ok(out) ? err_oom(err) : rc;
}
