/*
 * backend.h - who reads the repository: libgit2, or git itself
 *
 * libgit2 is quick, and refuses some of what git reads: SHA-256, formats newer
 * than itself; the index it does not read at all (index_file.h), and what reads
 * it instead refuses a split one. There git's plumbing
 * (backend_git.c) does the same few things as processes, at a few
 * milliseconds each. The seam:
 *
 *   open, close    where the repository is, and how long its ids are
 *   header, read   an object's type, size and bytes: both never larger than asked for,
 *                  never fetched from anywhere, never replaced (refs/replace, grafts)
 *   resolve        a revision to an id, not peeled
 *   each_ref       the refs, with what they name
 *   merge_bases    of two commits
 *   index_entries  what the index changes against a tree
 *   config         every variable of git's configuration
 *
 * All else is one code above it that knows no backend: walking history and
 * trees, parsing commits and tags, comparing texts, MERGE_HEAD, "shallow". That is
 * what makes findings and messages the same byte for byte. A message that
 * quotes the backend's own words names it.
 *
 * Which: libgit2. When it refuses to open a repository, git is asked to; when
 * it refuses the index alone, git lists that and libgit2 still reads the
 * objects. SLUICE_BACKEND=libgit2 or =git in the environment allows one of
 * them only: both judge alike, so nobody gains by it.
 */
#ifndef SLUICE_CHANGE_BACKEND_H
#define SLUICE_CHANGE_BACKEND_H

#include "base/buf.h"
#include "base/err.h"
#include "change/entries.h"
#include "change/object.h"

enum object_state {
	OBJECT_READ,
	OBJECT_MISSING,
	OBJECT_DAMAGED,
	OBJECT_TOO_LARGE, /* type and size are known */
};

/* Of an object in the repository; bytes only if it was read. */
struct object {
	enum object_state state;
	enum object_type type;
	size_t size;
	struct slice bytes;
	void *owner; /* of the bytes; released with object_release() */
	void (*release)(void *owner);
};

enum revision_state {
	REVISION_FOUND,
	REVISION_UNKNOWN,
	REVISION_AMBIGUOUS,
	REVISION_UNBORN, /* HEAD names a branch without a commit */
};

/* Called for each ref; -1 stops. */
typedef int (*ref_visitor)(void *ctx, const char *name, const struct object_id *id, struct err *err);

/* Called for each variable; name as `git config --list` prints it. -1 stops. */
typedef int (*config_visitor)(void *ctx, const char *name, const char *value, const char *origin,
			      struct err *err);

/* 0 and -1 with err unless said otherwise. */
struct backend {
	const char *name;

	/*
	 * Fills git_dir, common_dir, work_tree, index_path and id_bytes. 1; 0 with the
	 * reason in err: refused, which git itself might not; -1.
	 */
	int (*open)(struct repository *repo, struct err *err);
	void (*close)(struct repository *repo);

	int (*header)(struct object *out, struct repository *repo, const struct object_id *id,
		      struct err *err);
	int (*read)(struct object *out, struct repository *repo, const struct object_id *id, size_t max,
		    struct err *err);

	int (*resolve)(struct object_id *out, enum revision_state *state, struct repository *repo,
		       const char *revision, struct err *err);
	/* Those whose names start with prefix, without what cannot be resolved. */
	int (*each_ref)(struct repository *repo, const char *prefix, ref_visitor visit, void *ctx,
			struct err *err);
	/* The best first; none found or none to be found: *n is 0. In the arena. */
	int (*merge_bases)(struct object_id **out, size_t *n, struct arena *arena, struct repository *repo,
			   const struct object_id *a, const struct object_id *b, struct err *err);
	/* Against a tree; none: the empty one. In order of path. 1, 0: refused (see open), -1. */
	int (*index_entries)(struct entry_list *out, struct arena *arena, struct repository *repo,
			     const struct object_id *tree, struct err *err);
	/* Weakest first. */
	int (*config)(struct repository *repo, config_visitor visit, void *ctx, struct err *err);
};

extern const struct backend backend_libgit2, backend_git;

/* As the operations of the repository's backend. */
int object_header(struct object *out, struct repository *repo, const struct object_id *id, struct err *err)
	__attribute__((warn_unused_result));
int object_read(struct object *out, struct repository *repo, const struct object_id *id, size_t max,
		struct err *err) __attribute__((warn_unused_result));
void object_release(struct object *object);

/* As object_read(), but anything but an object of this type is an error that names the object. */
int object_need(struct object *out, struct repository *repo, const struct object_id *id,
		enum object_type type, struct err *err) __attribute__((warn_unused_result));

/* What is wrong with an object that was not read, and what helps. */
void object_explain(struct buf *out, const struct object *object, const struct object_id *id, size_t max);

/* What both backends say. */
int err_unmerged(struct err *err);
int err_owner(struct err *err, struct slice directory); /* of the repository, escaped */
int err_resolve(struct err *err, const char *revision);

/* One step: 1 with the target of the tag *id in *id, 0 when it cannot be read, -1. */
int object_follow_tag(struct object_id *id, struct repository *repo, struct err *err)
	__attribute__((warn_unused_result));

/*
 * Follows tags from an object to what is no tag: its id and type. OBJECT_NONE
 * where something on the way cannot be read, or there are too many tags.
 */
int object_peel(struct object_id *out, enum object_type *type, struct repository *repo,
		const struct object_id *id, struct err *err) __attribute__((warn_unused_result));

#endif
