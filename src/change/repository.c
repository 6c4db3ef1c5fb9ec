#include "change/repository_internal.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/escape.h"

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

void
object_id_from_git(struct object_id *out, const git_oid *id)
{
	git_oid_tostr(out->hex, sizeof(out->hex), id);
}

int
object_id_to_git(git_oid *out, const struct object_id *id, struct err *err)
{
	if (strlen(id->hex) != GIT_OID_HEXSZ || git_oid_fromstr(out, id->hex) < 0)
		return err_set(err, ERR_GIT, "'%s' is no object name that this build's libgit2 can look up",
			       id->hex);
	return 0;
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
	buf_release(&b);
	return shown->text;
}

const char *
show_str(struct shown *shown, const char *s)
{
	return show(shown, slice_str(s));
}

const char *
show_git_error(struct shown *shown)
{
	const git_error *last = git_error_last();

	return show_str(shown, last && last->message ? last->message : "unknown error of libgit2");
}

int
err_git(struct err *err, const char *fmt, ...)
{
	const git_error *last = git_error_last();
	struct shown why;
	char what[512];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(what, sizeof(what), fmt, ap);
	va_end(ap);
	if (last && last->klass == GIT_ERROR_NOMEMORY)
		return err_oom(err);
	return err_set(err, ERR_GIT, "%s: %s", what, show_git_error(&why));
}

int
repository_tree(git_tree **out, struct repository *repo, const struct object_id *treeish, struct err *err)
{
	git_object *object = NULL;
	git_oid id;

	*out = NULL;
	if (object_id_is_none(treeish))
		return 0;
	if (object_id_to_git(&id, treeish, err) < 0)
		return -1;
	int rc = git_object_lookup(&object, repo->git, &id, GIT_OBJECT_ANY);
	if (rc == 0)
		rc = git_object_peel((git_object **)out, object, GIT_OBJECT_TREE);
	git_object_free(object);
	return rc < 0 ? err_git(err, "cannot read the tree of %s", treeish->hex) : 0;
}

static bool
names_head(const char *revision)
{
	return strcmp(revision, "HEAD") == 0 || strcmp(revision, "@") == 0;
}

static int
err_revision(struct err *err, int rc, const char *revision)
{
	struct shown shown;

	show_str(&shown, revision);
	if (rc == GIT_EAMBIGUOUS)
		return err_set(err, ERR_GIT, "revision '%s' is unknown or ambiguous", shown.text);
	if (rc == GIT_ENOTFOUND)
		return err_set(err, ERR_GIT,
			       "unknown revision '%s': it names nothing in this repository (a shallow clone "
			       "needs 'git fetch --deepen=<n>', in CI fetch-depth: 0)",
			       shown.text);
	return err_git(err, "cannot resolve the revision '%s'", shown.text);
}

int
repository_commit(struct object_id *out, struct repository *repo, const char *revision, struct err *err)
{
	git_object *object = NULL;
	git_object *commit = NULL;
	struct shown shown;

	*out = (struct object_id){""};
	if (names_head(revision)) {
		int unborn = git_repository_head_unborn(repo->git);
		if (unborn < 0)
			return err_git(err, "cannot read HEAD");
		if (unborn)
			return 0;
	}
	int rc = git_revparse_single(&object, repo->git, revision);
	if (rc < 0)
		return err_revision(err, rc, revision);
	rc = git_object_peel(&commit, object, GIT_OBJECT_COMMIT);
	if (rc == 0)
		object_id_from_git(out, git_object_id(commit));
	else
		err_set(err, ERR_GIT, "'%s' names a %s, not a commit", show_str(&shown, revision),
			git_object_type2string(git_object_type(object)));
	git_object_free(commit);
	git_object_free(object);
	return rc == 0 ? 1 : -1;
}

/* Appends a blob of a tree to out, unless it is larger than max. */
static int
read_entry(struct buf *out, struct repository *repo, const git_tree_entry *entry, const char *path,
	   size_t max, struct err *err)
{
	git_odb_object *object = NULL;
	git_object_t type;
	size_t size;

	if (git_odb_read_header(&size, &type, repo->odb, git_tree_entry_id(entry)) < 0)
		return err_git(err, "cannot read %s", path);
	if (size > max)
		return err_set(err, ERR_LIMIT, "%s has %zu bytes, more than the %zu that are read", path,
			       size, max);
	if (git_odb_read(&object, repo->odb, git_tree_entry_id(entry)) < 0)
		return err_git(err, "cannot read %s", path);
	buf_add(out, git_odb_object_data(object), git_odb_object_size(object));
	git_odb_object_free(object);
	return buf_ok(out) ? 1 : err_oom(err);
}

/* 1 with the entry, 0 when the tree has no such path, -1. */
static int
find_entry(git_tree_entry **out, git_tree *tree, struct slice path, const char *shown, struct err *err)
{
	char *name = memchr(path.ptr, '\0', path.len) ? NULL : strndup(path.ptr, path.len);

	if (!name)
		return err_oom(err);
	int rc = git_tree_entry_bypath(out, tree, name);
	free(name);
	if (rc == GIT_ENOTFOUND)
		return 0;
	if (rc < 0)
		return err_git(err, "cannot look up %s", shown);
	if (git_tree_entry_filemode(*out) == GIT_FILEMODE_BLOB ||
	    git_tree_entry_filemode(*out) == GIT_FILEMODE_BLOB_EXECUTABLE)
		return 1;
	git_tree_entry_free(*out);
	*out = NULL;
	/* Were it "no such file", a symbolic link could switch a policy off. */
	return err_set(err, ERR_GIT, "%s is not a regular file", shown);
}

int
repository_file(struct buf *out, struct repository *repo, const struct object_id *commit, struct slice path,
		size_t max, struct err *err)
{
	git_tree *tree = NULL;
	git_tree_entry *entry = NULL;
	struct shown shown;

	buf_clear(out);
	if (path.len == 0 || memchr(path.ptr, '\0', path.len) || object_id_is_none(commit))
		return 0;
	if (repository_tree(&tree, repo, commit, err) < 0)
		return -1;
	int rc = find_entry(&entry, tree, path, show(&shown, path), err);
	if (rc == 1)
		rc = read_entry(out, repo, entry, shown.text, max, err);
	git_tree_entry_free(entry);
	git_tree_free(tree);
	return rc;
}
