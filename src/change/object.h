/*
 * object.h - what stands in a commit, a tag and a tree
 *
 * Read from the bytes that git stores (git-cat-file(1)), the same for every
 * backend. The bytes may be hostile; nothing here allocates or reads beyond
 * them.
 *
 *   tree 6b1c...\n               object 9f02...\n       100644 a.py\0<20 or 32 bytes>
 *   parent 41d3...\n             type commit\n           40000 src\0<20 or 32 bytes>
 *   author A <a@b> 1 +0000\n     tag v1\n                ...
 *   committer A <a@b> 1 +0000\n  tagger ...\n
 *   \nmessage                    \nmessage
 */
#ifndef SLUICE_CHANGE_OBJECT_H
#define SLUICE_CHANGE_OBJECT_H

#include "change/change.h"

enum object_type {
	OBJECT_NONE,
	OBJECT_COMMIT,
	OBJECT_TREE,
	OBJECT_BLOB,
	OBJECT_TAG,
};

const char *object_type_name(enum object_type type);

/* OBJECT_NONE: no type has this name. */
enum object_type object_type_of(struct slice name);

#define MODE_TREE 0040000u
#define MODE_KIND 0170000u /* file, symbolic link, tree or gitlink */

/* As git's canon_mode(): whatever is no file, link or directory is a submodule. */
uint32_t mode_canonical(uint32_t mode);

struct commit {
	struct object_id tree;
	struct slice parents; /* lines "parent <id>"; see commit_next_parent() */
	int64_t time;         /* of the committer; seconds since 1970; 0: unreadable */
};

/* False: these bytes are no commit. */
bool commit_parse(struct commit *out, struct slice object);
bool commit_next_parent(struct object_id *out, struct slice *parents);

struct tag {
	struct object_id target;
	enum object_type type;
	struct slice name; /* may be empty */
};

bool tag_parse(struct tag *out, struct slice object);

/*
 * The next header that is not about other objects or a signature, with its continuation lines; false at the
 * end of the headers. Starts with the object's bytes in *rest.
 */
bool object_next_field(struct slice *out, struct slice *rest);

/* What stands behind the headers of a commit or tag, byte for byte. */
struct slice object_message(struct slice object);

struct tree_entry {
	uint32_t mode; /* as git reads it: MODE_TREE or one of MODE_FILE and its like */
	struct slice name;
	const char *id; /* raw; as many bytes as the repository's ids have */
};

/* Takes the next entry off *rest. 1, 0 at the end, -1: malformed. */
int tree_next(struct tree_entry *out, struct slice *rest, size_t id_bytes);

/* git's order of the entries of a tree: bytes, a directory as if '/' stood behind its name. */
int tree_entry_cmp(const struct tree_entry *a, const struct tree_entry *b);

#endif
