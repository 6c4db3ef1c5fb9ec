/*
 * patch_reader.h - the lines and hunks of a unified diff
 *
 * For patch.c. Format: POSIX diff -u, with git's "\ No newline at end of
 * file" and what mailers do to it (CRLF ends, an empty context line that lost
 * its blank). One pass; nothing is ever read twice but the next line or two.
 */
#ifndef SLUICE_CHANGE_PATCH_READER_H
#define SLUICE_CHANGE_PATCH_READER_H

#include "base/buf.h"
#include "base/err.h"
#include "change/change.h"

struct patch_reader {
	struct slice line; /* the line at hand without its LF; a CR stays */
	struct slice rest; /* what follows it */
	uint32_t number;   /* of the line at hand, from 1 */
	bool ended;        /* there is no line at hand */
};

void patch_reader_init(struct patch_reader *r, struct slice patch);
void patch_advance(struct patch_reader *r);

/* The line at hand, or the first or second one behind it, without CR; empty at the end. */
struct slice patch_peek(const struct patch_reader *r, unsigned ahead);

/* One side of a file's hunks: context and own lines, each with its number in the file. */
struct patch_side {
	struct buf bytes;
	uint32_t *numbers;
	size_t n, cap;
	uint32_t next;   /* the number of the next line */
	bool incomplete; /* the last line has no LF, so it is the file's last */
};

/* All hunks of one file. Memory is kept from file to file. */
struct patch_body {
	struct patch_side old_side, new_side;
	struct hunk *hunks; /* without context, in text lines of the sides */
	size_t nhunks, cap;
	bool open;               /* the last hunk still grows */
	bool from_none, to_none; /* the first hunk says that the old (new) side has no line */
};

void patch_body_init(struct patch_body *body);
void patch_body_clear(struct patch_body *body);
void patch_body_release(struct patch_body *body);

/*
 * Reads the hunks at hand, none or more, into body. crlf: the patch itself was
 * converted, so a CR at the end of a line is not the file's. ERR_INPUT for a
 * hunk that is malformed, out of order or lies about its length.
 */
int patch_read_hunks(struct patch_body *body, struct patch_reader *r, bool crlf, struct err *err)
	__attribute__((warn_unused_result));

#endif
