/*
 * libgit2_index.c - what the index changes, by libgit2's diff, of which only deltas are used
 *
 * Never its content: it would ask attributes whether a file is text. Never
 * GIT_DIFF_INCLUDE_TYPECHANGE: a symbolic link that becomes a file would be
 * one delta without lines; without it, it is a deletion and an addition.
 * Never git_diff_find_similar(): it loads blobs of any size, stops at one that
 * is missing, and gives up a moved directory of more than 1000 files.
 *
 * libgit2 reads no split and no sparse index, and takes an index without
 * checksum (index.skipHash) for a damaged one. git is asked then.
 */
#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "base/limits.h"
#include "change/libgit2.h"

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

/* Why libgit2 does not read an index. */
static int
err_index(struct err *err, const char *path)
{
	const git_error *last = git_error_last();
	const char *message = last && last->message ? last->message : "";

	if (strstr(message, "'link'"))
		return err_set(err, ERR_GIT, "libgit2 cannot read a split index (core.splitIndex)");
	if (strstr(message, "'sdir'"))
		return err_set(err, ERR_GIT, "libgit2 cannot read a sparse index (index.sparse)");
	if (has_no_checksum(path))
		return err_set(err, ERR_GIT,
			       "libgit2 cannot read an index without checksum (index.skipHash, "
			       "feature.manyFiles)");
	return err_git(err, "libgit2 cannot read the index");
}

static struct entry_side
side_of(const git_diff_file *file, bool exists)
{
	struct entry_side side = {0};

	if (exists) {
		side.mode = file->mode;
		object_id_from_bytes(&side.id, file->id.id, GIT_OID_RAWSZ);
	}
	return side;
}

static int
add_delta(struct entry_collector *c, const git_diff_delta *delta, struct err *err)
{
	struct shown shown;
	bool was = delta->status != GIT_DELTA_ADDED, is = delta->status != GIT_DELTA_DELETED;

	if (delta->status > GIT_DELTA_MODIFIED)
		return err_set(err, ERR_GIT, "'%s' has a state that cannot be reviewed",
			       show_str(&shown, delta->new_file.path));
	struct entry_side old_side = side_of(&delta->old_file, was), new_side = side_of(&delta->new_file, is);
	return entry_collector_add(c, slice_str(delta->new_file.path), &old_side, &new_side, err);
}

static int
collect(struct entry_list *out, struct arena *arena, const git_diff *diff, struct err *err)
{
	struct entry_collector c = {.arena = arena};

	for (size_t i = 0; i < git_diff_num_deltas(diff); i++)
		if (add_delta(&c, git_diff_get_delta(diff, i), err) < 0) {
			entry_collector_release(&c);
			return -1;
		}
	return entry_collector_finish(out, &c, err);
}

/*
 * How many entries the file's header speaks of. 1, 0: there is no such file, -1.
 * Format: "DIRC", version, number of entries, each four bytes, the highest first
 * (gitformat-index(5)).
 */
static int
read_count(uint32_t *count, const char *path, struct err *err)
{
	unsigned char head[12];
	struct shown shown;
	int fd = open(path, O_RDONLY | O_CLOEXEC);

	if (fd < 0 && errno == ENOENT)
		return 0;
	if (fd < 0)
		return err_set(err, ERR_GIT, "cannot open the index '%s': %s", show_str(&shown, path),
			       strerror(errno));
	ssize_t got = read(fd, head, sizeof(head));
	close(fd);
	if (got != (ssize_t)sizeof(head))
		return err_set(err, ERR_GIT, "cannot read the index '%s'", show_str(&shown, path));
	*count = (uint32_t)head[8] << 24 | (uint32_t)head[9] << 16 | (uint32_t)head[10] << 8 | head[11];
	return 1;
}

/* libgit2 takes an index that it cannot look at for an empty one. */
static int
check_count(git_index *index, const char *path, struct err *err)
{
	uint32_t count = 0;
	int found = read_count(&count, path, err);

	if (found < 0)
		return -1;
	if (git_index_entrycount(index) == (found ? count : 0))
		return 0;
	return err_set(err, ERR_GIT,
		       "the index could not be read as a whole, or it changed meanwhile: try again");
}

/* Reads the index file into memory, without entries of git add -N. 1, 0: refused, -1. */
static int
open_index(git_index **out, struct repository *repo, struct err *err)
{
	/* Not git_repository_index(): that one follows core.ignoreCase and the environment. */
	if (git_index_open(out, repo->index_path) < 0) {
		err_index(err, repo->index_path);
		return 0;
	}
	if (check_count(*out, repo->index_path, err) < 0)
		return -1;
	if (git_index_has_conflicts(*out))
		return err_unmerged(err);
	return drop_intents_to_add(*out, err) < 0 ? -1 : 1;
}

static int
lookup_tree(git_tree **out, struct repository *repo, const struct object_id *id, struct err *err)
{
	git_oid oid;

	if (object_id_is_none(id))
		return 0;
	if (git_oid_fromstr(&oid, id->hex) < 0 || git_tree_lookup(out, repo->libgit2, &oid) < 0)
		return err_git(err, "cannot read the tree %s", id->hex);
	return 0;
}

int
libgit2_index_entries(struct entry_list *out, struct arena *arena, struct repository *repo,
		      const struct object_id *tree, struct err *err)
{
	git_diff_options options = GIT_DIFF_OPTIONS_INIT;
	git_index *index = NULL;
	git_tree *old = NULL;
	git_diff *diff = NULL;

	options.ignore_submodules = GIT_SUBMODULE_IGNORE_NONE; /* not what diff.ignoreSubmodules says */
	int rc = open_index(&index, repo, err);
	if (rc == 1 && lookup_tree(&old, repo, tree, err) < 0)
		rc = -1;
	if (rc == 1 && git_diff_tree_to_index(&diff, repo->libgit2, old, index, &options) < 0)
		rc = err_git(err, "cannot compare the index with the tree %s", tree->hex);
	if (rc == 1 && collect(out, arena, diff, err) < 0)
		rc = -1;
	git_diff_free(diff);
	git_tree_free(old);
	git_index_free(index);
	return rc;
}
