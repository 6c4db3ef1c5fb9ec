/*
 * spans.h - how many bytes two files have in common, in whatever order
 */
#ifndef SLUICE_CHANGE_SPANS_H
#define SLUICE_CHANGE_SPANS_H

#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"

/* Equal pieces of a file, counted together. */
struct span {
	uint64_t hash;
	size_t bytes;
};

struct spans {
	struct span *items; /* in order of hash, no two the same */
	size_t n;
};

/*
 * Cuts a file at each LF and after 64 bytes; a CR before an LF does not count
 * unless the file holds a NUL. The result lives in the arena.
 */
int spans_of(struct spans *out, struct arena *arena, struct slice file, struct err *err)
	__attribute__((warn_unused_result));

/* Bytes of b's pieces that a has too. */
size_t spans_common(const struct spans *a, const struct spans *b);

#endif
