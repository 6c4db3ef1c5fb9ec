/*
 * plumbing.h - reading what git's plumbing prints
 *
 * The formats of git-diff-index(1) --raw -z, git-cat-file(1) --batch,
 * git-for-each-ref(1) and git-config(1) -z --list --show-scope --show-origin. Paths, names
 * and values in it are foreign bytes. What is not of the format is refused:
 * better no review than one of half the changes.
 */
#ifndef SLUICE_CHANGE_PLUMBING_H
#define SLUICE_CHANGE_PLUMBING_H

#include "change/entries.h"
#include "change/object.h"

/* One record of --raw -z: ":100644 100755 <id> <id> M\0a.py\0". */
struct raw_change {
	struct entry_side old_side, new_side;
	char status; /* A, D, M, T (kind changed), U (unmerged) */
	struct slice path;
};

/* Takes the next record off *rest. 1, 0 at the end, -1: malformed. So for all below. */
int raw_change_next(struct raw_change *out, struct slice *rest);

/* A line of --batch: "<id> <type> <size>", "<what was asked> missing", "<...> ambiguous". */
enum batch_state {
	BATCH_FOUND,
	BATCH_MISSING,
	BATCH_AMBIGUOUS,
};

struct batch_line {
	enum batch_state state;
	struct object_id id;
	enum object_type type;
	size_t size;
};

/* False: malformed. */
bool batch_line_parse(struct batch_line *out, struct slice line);

/* A line "<id> <name>". */
struct ref_line {
	struct object_id id;
	struct slice name;
};
int ref_line_next(struct ref_line *out, struct slice *rest);

/* A variable: "<scope>\0<origin>\0<name>\n<value>\0", or without "\n<value>". */
struct config_item {
	struct slice scope, origin, name, value;
	bool has_value;
};
int config_item_next(struct config_item *out, struct slice *rest);

#endif
