/*
 * inflate.h - compressed bytes, with a bound on what they become (by zlib)
 */
#ifndef SLUICE_BASE_INFLATE_H
#define SLUICE_BASE_INFLATE_H

#include "base/buf.h"
#include "base/err.h"

enum inflate_form {
	INFLATE_ANY, /* zlib, or streams of gzip, told by the header */
	INFLATE_RAW, /* deflate alone, as in a zip file */
};

enum inflate_outcome {
	INFLATE_DONE,
	INFLATE_BROKEN, /* no such stream, or one that ends early: what came out until then was added */
	INFLATE_BOUND,  /* more than max bytes: that many were added */
};

/* Adds at most max bytes of what the stream at the start of s holds; -1: no memory. */
int inflate_bytes(struct buf *out, size_t max, struct slice s, enum inflate_form form, struct err *err)
	__attribute__((warn_unused_result));

#endif
