/*
 * patch_header.h - what stands in a patch before a file's hunks
 *
 * For patch.c. Formats: git's "diff --git" with its extended headers
 * (gitformat "generate patch text with -p"), and the two lines "---" and
 * "+++" alone.
 */
#ifndef SLUICE_CHANGE_PATCH_HEADER_H
#define SLUICE_CHANGE_PATCH_HEADER_H

#include "change/patch_name.h"
#include "change/patch_reader.h"

#define PATCH_SKIPPED_BINARY "binary: a patch carries no readable content"

struct patch_header {
	struct entry entry;       /* complete after patch_header_settle() */
	struct patch_names names; /* without prefixes; empty: not known yet */
	struct slice from, to;    /* of a rename or copy */
	struct arena *arena;      /* for names that were quoted */
	uint32_t line;
	bool is_git;
	bool crlf;           /* the patch was converted to CRLF */
	const char *skipped; /* why there are no hunks, or NULL */
};

/*
 * Reads the header at hand. ERR_INPUT when it is malformed, when its names
 * contradict each other or cannot be told.
 */
int patch_header_read(struct patch_header *out, struct arena *arena, struct patch_reader *r, bool is_git,
		      struct err *err) __attribute__((warn_unused_result));

/* Fills the rest of the entry once the hunks are known. */
void patch_header_settle(struct patch_header *h, const struct patch_body *body);

#endif
