/*
 * slice.h - a borrowed run of bytes
 *
 * Every byte that comes from git or from a file travels as a slice: it may
 * hold NUL, need not end in one, and is owned by somebody else (an arena, a
 * buffer, a blob). Text that this program wrote itself stays a C string.
 */
#ifndef SLUICE_BASE_SLICE_H
#define SLUICE_BASE_SLICE_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

struct slice {
	const char *ptr; /* may be NULL only when len is 0 */
	size_t len;      /* bytes */
};

static inline struct slice
slice_of(const void *ptr, size_t len)
{
	return (struct slice){ptr, len};
}

static inline struct slice
slice_str(const char *s)
{
	return (struct slice){s, s ? strlen(s) : 0};
}

/* The literal's bytes without its NUL; usable in static initialisers. */
#define SLICE_LITERAL(s)                                                                                     \
	{                                                                                                    \
		(s), sizeof(s) - 1                                                                           \
	}

/* Bytes [from, to) of s; both are clamped to the slice. */
struct slice slice_sub(struct slice s, size_t from, size_t to);

bool slice_eq(struct slice a, struct slice b);
bool slice_eq_str(struct slice a, const char *b);
bool slice_eq_nocase(struct slice a, const char *b); /* ASCII */
bool slice_starts(struct slice s, const char *prefix);
bool slice_ends(struct slice s, const char *suffix);
int slice_cmp(struct slice a, struct slice b); /* order of bytes, as memcmp */

/* Offset of the first needle in s, or (size_t)-1. An empty needle is at 0. */
size_t slice_find(struct slice s, struct slice needle);

/* Offset of the first byte c in s, or (size_t)-1. */
size_t slice_chr(struct slice s, char c);

/* s without ASCII white space (space, \t \r \n \v \f) at both ends. */
struct slice slice_trim(struct slice s);

/*
 * Takes the next line off *rest, without its LF (a CR stays). False when
 * *rest is empty; a last line without LF is a line.
 */
bool slice_next_line(struct slice *rest, struct slice *line);

/*
 * Takes the next run of bytes without ASCII white space off *rest. False when
 * there is none.
 */
bool slice_next_word(struct slice *rest, struct slice *word);

/* What stands behind the last "/" of a path. */
struct slice slice_base_name(struct slice path);

/* A decimal number that fills s; false if it is no number or above max. */
bool slice_to_ulong(struct slice s, unsigned long max, unsigned long *out);

#endif
