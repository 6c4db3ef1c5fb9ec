/*
 * blob.h - the bytes of one object, if they may and can be read
 */
#ifndef SLUICE_CHANGE_BLOB_H
#define SLUICE_CHANGE_BLOB_H

#include "change/repository_internal.h"

struct blob {
	struct object object; /* zeroed: nothing was read */
	struct slice bytes;   /* as long as the blob */
};

/*
 * Reads an object of one type. 1: read. 0: not to be had (missing, damaged,
 * larger than LIMIT_BLOB_BYTES), and *reason, in the arena, says why and what
 * helps. -1: error.
 */
int blob_read(struct blob *out, const char **reason, struct arena *arena, struct repository *repo,
	      const struct object_id *id, enum object_type type, struct err *err)
	__attribute__((warn_unused_result));

/* An object's size; 0 when it is not there. */
int blob_size(size_t *out, struct repository *repo, const struct object_id *id, struct err *err)
	__attribute__((warn_unused_result));

void blob_release(struct blob *blob);

#endif
