/*
 * index.c - reading the index, and saying what is in the way
 *
 * libgit2 takes a missing index for an empty one, reads no split and no
 * sparse index, and takes an index without checksum (index.skipHash) for a
 * damaged one. All of it is said, with what helps.
 */
#include "change/index.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

static bool
is_intent_to_add(const git_index_entry *entry)
{
	return (entry->flags_extended & GIT_INDEX_ENTRY_INTENT_TO_ADD) != 0;
}

/* Only in memory: this index is never written. */
static int
drop_intents_to_add(git_index *index, struct err *err)
{
	for (size_t i = git_index_entrycount(index); i-- > 0;) {
		const git_index_entry *entry = git_index_get_byindex(index, i);
		if (entry && is_intent_to_add(entry) && git_index_remove(index, entry->path, 0) < 0)
			return err_git(err, "cannot read the index");
	}
	return 0;
}

/* True when the last 20 bytes, the checksum, are zero: git's index.skipHash. */
static bool
has_no_checksum(const char *path)
{
	char tail[GIT_OID_RAWSZ];
	static const char zero[GIT_OID_RAWSZ];
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	bool is_zero = false;

	if (fd >= 0) {
		is_zero = lseek(fd, -(off_t)sizeof(tail), SEEK_END) >= 0 &&
			  read(fd, tail, sizeof(tail)) == (ssize_t)sizeof(tail) &&
			  memcmp(tail, zero, sizeof(tail)) == 0;
		close(fd);
	}
	return is_zero;
}

static int
err_index(struct err *err, const char *path)
{
	const git_error *last = git_error_last();
	const char *message = last && last->message ? last->message : "";

	if (strstr(message, "'link'"))
		return err_set(err, ERR_GIT,
			       "this repository has a split index (core.splitIndex), which libgit2 cannot "
			       "read: run 'git update-index --no-split-index'");
	if (strstr(message, "'sdir'"))
		return err_set(
			err, ERR_GIT,
			"this repository has a sparse index (index.sparse), which libgit2 cannot read: "
			"run 'git sparse-checkout reapply --no-sparse-index'");
	if (has_no_checksum(path))
		return err_set(err, ERR_GIT,
			       "the index has no checksum (index.skipHash, feature.manyFiles), so libgit2 "
			       "cannot read it: run 'git config index.skipHash false' and 'git update-index "
			       "--force-write-index'");
	return err_git(err, "cannot read the index");
}

/* Without this a mistyped GIT_INDEX_FILE would look like a commit that deletes everything. */
static int
check_named_file(const struct repository *repo, struct err *err)
{
	struct shown shown;

	if (!repo->index_path)
		return err_set(err, ERR_GIT, "a bare repository has no staged changes");
	if (!repo->index_is_named || access(repo->index_path, R_OK) == 0)
		return 0;
	return err_set(err, ERR_GIT, "GIT_INDEX_FILE: cannot read '%s': %s",
		       show_str(&shown, repo->index_path), strerror(errno));
}

int
index_open(git_index **out, struct repository *repo, struct err *err)
{
	*out = NULL;
	if (check_named_file(repo, err) < 0)
		return -1;
	/* Not git_repository_index(): that one follows core.ignoreCase and the environment. */
	if (git_index_open(out, repo->index_path) < 0)
		return err_index(err, repo->index_path);
	if (git_index_has_conflicts(*out))
		return err_set(err, ERR_GIT,
			       "the index has unmerged paths: resolve them and 'git add' them first");
	return drop_intents_to_add(*out, err);
}
