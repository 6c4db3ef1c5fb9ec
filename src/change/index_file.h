/*
 * index_file.h - git's index file, read as if it were trees
 *
 * Format: gitformat-index(5), versions 2 to 4, with the extensions "TREE" (the
 * cache tree: ids of directories that stand in the index as they stand in a
 * tree) and "sdir" (sparse index: an entry may be a whole directory). A split
 * index ("link") is refused. Its bytes may be anything; nothing here reads beyond
 * them.
 *
 * Why not libgit2's git_index: it refuses sparse indexes and those without
 * checksum, and comparing with a tree it ignores the cache tree, which in a
 * repository of 2,000 files is most of the time of a review.
 */
#ifndef SLUICE_CHANGE_INDEX_FILE_H
#define SLUICE_CHANGE_INDEX_FILE_H

#include "base/arena.h"
#include "base/buf.h"
#include "change/repository.h"

struct tree_entry;

struct index_entry {
	struct slice path;
	uint32_t mode;  /* MODE_TREE: a directory of a sparse index, whose path ends in '/' */
	const char *id; /* raw */
};

/* A directory of the cache tree. */
struct index_cached {
	struct slice name; /* in its parent; empty: the top */
	const char *id;    /* raw; NULL: changed since */
	size_t nentries;   /* of the index below it; with an id only */
	struct index_cached *children;
	size_t nchildren;
};

struct index_file {
	struct index_entry *entries; /* in order of path, without those of `git add -N` */
	size_t n;
	struct index_cached *cached; /* the top; NULL: there is no cache tree */
	size_t id_bytes;
	struct buf bytes;   /* of the file */
	struct arena arena; /* for all the above */
};

/*
 * Reads a file; one that is not there is an empty index. 1; 0 with the reason in
 * err: git can read it, this cannot; -1: damaged, or with unmerged entries.
 */
int index_file_read(struct index_file *out, const char *path, size_t id_bytes, struct err *err)
	__attribute__((warn_unused_result));

/* The same from bytes, which must stay. */
int index_file_parse(struct index_file *out, struct slice bytes, size_t id_bytes, struct err *err)
	__attribute__((warn_unused_result));
void index_file_release(struct index_file *index);

/* A directory as the index has it: a run of entries that share the first path_len bytes. */
struct index_range {
	const struct index_file *index;
	const struct index_cached *cached; /* NULL: nothing is known of its id */
	size_t from, to;
	size_t path_len; /* with the '/' */
};

struct index_range index_top(const struct index_file *index);

/*
 * Takes the next file or directory off *rest; false at the end. Order and names are those of
 * a tree's entries. A directory's id is NULL where the cache tree does not know it; *below are its
 * entries, none if the directory is known by its id alone.
 */
bool index_next(struct tree_entry *out, struct index_range *below, struct index_range *rest);

#endif
