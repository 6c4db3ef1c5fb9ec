/*
 * buf.h - a growing run of bytes with a maximum
 *
 * Failure (no memory, or past the maximum) is sticky: writers go on writing
 * without looking, and whoever uses the result asks buf_ok() once.
 */
#ifndef SLUICE_BASE_BUF_H
#define SLUICE_BASE_BUF_H

#include <stdbool.h>
#include <stddef.h>

#include "base/slice.h"

struct buf {
	char *ptr;  /* a NUL stands behind len once anything was added */
	size_t len; /* bytes */
	size_t cap; /* bytes, with the NUL */
	size_t max; /* bytes; adding past it fails */
	bool failed;
	bool starved; /* failed for want of memory */
};

#define BUF_INIT(max_bytes)                                                                                  \
	{                                                                                                    \
		NULL, 0, 0, (max_bytes), false, false                                                        \
	}

void buf_init(struct buf *b, size_t max);
void buf_release(struct buf *b);
void buf_clear(struct buf *b); /* keeps the memory, forgets bytes and failure */

void buf_add(struct buf *b, const void *ptr, size_t len);
void buf_add_slice(struct buf *b, struct slice s);
void buf_add_str(struct buf *b, const char *s);
void buf_add_char(struct buf *b, char c);
void buf_addf(struct buf *b, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

/* True when everything added is there. */
bool buf_ok(const struct buf *b);

static inline struct slice
buf_slice(const struct buf *b)
{
	return slice_of(b->len ? b->ptr : "", b->len);
}

/*
 * Makes room in a plain array of items: *ptr has room for *cap items and is
 * reallocated so that need items fit (doubling). 0 or -1; on -1 the array is
 * as it was.
 */
int array_reserve(void **ptr, size_t *cap, size_t need, size_t item_size) __attribute__((warn_unused_result));

#endif
