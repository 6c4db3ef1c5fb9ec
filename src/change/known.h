/*
 * known.h - what a repository has before a push: its refs
 */
#ifndef SLUICE_CHANGE_KNOWN_H
#define SLUICE_CHANGE_KNOWN_H

#include "change/history.h"

/* Objects that refs name directly, or through tags. */
struct known {
	struct object_id *ids; /* the first nsorted in order */
	size_t n, nsorted, cap;
};

/*
 * Reads the refs that start with prefix (NULL: all, and HEAD) and makes their
 * commits known to the history. A ref that cannot be resolved hides nothing.
 */
int known_refs(struct known *known, struct history *history, struct repository *repo, const char *prefix,
	       struct err *err) __attribute__((warn_unused_result));

/* Asking sorts what has been added, so all of a great number of ids is best added before. */
bool known_has(struct known *known, const struct object_id *id);
int known_add(struct known *known, const struct object_id *id, struct err *err)
	__attribute__((warn_unused_result));
void known_release(struct known *known);

#endif
