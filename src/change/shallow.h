/*
 * shallow.h - where a shallow clone's history is cut off
 */
#ifndef SLUICE_CHANGE_SHALLOW_H
#define SLUICE_CHANGE_SHALLOW_H

#include "change/repository_internal.h"

/* The commits whose parents were not fetched (the file "shallow"). */
struct shallow {
	struct object_id *ids; /* sorted; of malloc */
	size_t n, cap;
};

int shallow_load(struct shallow *out, const struct repository *repo, struct err *err)
	__attribute__((warn_unused_result));
void shallow_release(struct shallow *shallow);
bool shallow_has(const struct shallow *shallow, const struct object_id *id);

/* The error for a review that needs what is behind the cut. */
int err_shallow(struct err *err, const struct object_id *id);

#endif
