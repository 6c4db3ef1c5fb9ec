/*
 * image.h - structs that point at each other, as bytes to be used where they lie
 *
 * A position independent program that holds pointers in constant data pays
 * for each when it starts: the loader writes them all, and every page that
 * has one is copied. Ours would have 150,000, which cost more than a whole
 * review. An image is the same data with pointers that are right already, if
 * it lies at IMAGE_BASE:
 *
 *   header   where the root and the marks are
 *   bytes    structs, arrays and texts; equal ones are there once
 *   marks    one bit a word: it is a pointer
 *
 * The program carries it in whole pages of its own and moves these, without
 * copying or reading them, to IMAGE_BASE. Where that address is taken (by a
 * sanitizer, say), the image is copied and its pointers are corrected by the
 * marks. It is made for one program by one compiler on one machine: not a
 * format for exchange.
 */
#ifndef SLUICE_BASE_IMAGE_H
#define SLUICE_BASE_IMAGE_H

#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/err.h"

/* Far from programs, libraries and stacks in every layout that Linux has; within what valgrind grants. */
#define IMAGE_BASE ((uintptr_t)(UINTPTR_MAX > 0xffffffffu ? UINT64_C(0x800000000) : 0x30000000u))

/* Images begin at a multiple of this, and are as long. */
#define IMAGE_PAGE 4096u

/* ---- what structs look like ---- */

enum image_kind {
	IMAGE_TEXT,    /* struct slice; a NUL is put behind it */
	IMAGE_ARRAY,   /* pointer to as many items as the size_t at `count` says */
	IMAGE_ARRAY32, /* or the uint32_t */
	IMAGE_ONE,     /* pointer to one item, or NULL */
	IMAGE_INSIDE,  /* a struct within this one */
	IMAGE_NULL,    /* pointer that is NULL in the image */
};

struct image_layout;

/* A member that is a pointer or has some; all others are copied as they are. */
struct image_field {
	enum image_kind kind;
	size_t at; /* offsetof the member, in bytes */
	size_t count;
	const struct image_layout *of; /* of what it points at or is; not for IMAGE_TEXT */
};

struct image_layout {
	size_t size; /* sizeof the struct */
	const struct image_field *fields;
	size_t nfields;
};

extern const struct image_layout image_slice; /* struct slice */
extern const struct image_layout image_u16;   /* uint16_t */
extern const struct image_layout image_u32;   /* uint32_t */

/* ---- making and using one ---- */

/*
 * Appends the image of *root and all that it points at, which must not point
 * back. Recurses as deep as the structs are nested. ERR_MEMORY.
 */
int image_write(struct buf *out, const struct image_layout *layout, const void *root, struct err *err)
	__attribute__((warn_unused_result));

/*
 * Makes the image at `data` usable and returns its root, or NULL without
 * memory. If it begins at a page, it may be gone from where it was: call this
 * once for each. What is returned is there as long as the process and must not
 * be written to.
 */
const void *image_map(const void *data, size_t size);

/* The same, but always a copy: for data that does not lie in pages of its own. */
const void *image_copy(const void *data, size_t size);

#endif
