/*
 * change.h - the model of what is under review
 *
 * A source (source.h) hands out one struct change at a time: one file's
 * difference between an old and a new side, or one commit or tag message.
 * Both sides carry their whole text (a patch: its known lines).
 *
 * Worked example. A merge M of P1 and P2 touches f.c. The change has P1's
 * f.c as its old side and M's as its new side, the hunks P1..M, and as
 * `added` only those lines of M that neither parent has.
 */
#ifndef SLUICE_CHANGE_CHANGE_H
#define SLUICE_CHANGE_CHANGE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/slice.h"
#include "change/text.h"

#define MODE_FILE       0100644u
#define MODE_EXECUTABLE 0100755u
#define MODE_SYMLINK    0120000u
#define MODE_GITLINK    0160000u

/* An object name as lower-case hex: 40 digits for SHA-1, 64 for SHA-256. */
struct object_id {
	char hex[64 + 1]; /* "" or all zeros: no object */
};

bool object_id_is_none(const struct object_id *id);
bool object_id_eq(const struct object_id *a, const struct object_id *b);

/* 40 or 64 hex digits and nothing else. */
bool object_id_parse(struct object_id *out, struct slice hex);

/* n bytes, 32 at most. */
void object_id_from_bytes(struct object_id *out, const void *bytes, size_t n);

enum entry_status {
	ENTRY_ADDED,
	ENTRY_DELETED,
	ENTRY_MODIFIED, /* content or mode */
	ENTRY_RENAMED,
	ENTRY_COPIED,
};

/* One changed path, before any blob is read. Whoever lists the paths fills this and nothing else. */
struct entry {
	enum entry_status status;
	uint32_t old_mode, new_mode; /* 0: the side does not exist */
	struct object_id old_id, new_id;
	struct slice old_path, new_path; /* relative to the top; both set unless added or deleted */
};

/*
 * A hunk without context, in text lines from 1. A side with count 0 has as
 * its start the line before which the other side's lines stand (so lines + 1
 * at the end of the text).
 */
struct hunk {
	uint32_t old_start, old_count;
	uint32_t new_start, new_count;
};

enum change_kind {
	CHANGE_FILE,
	CHANGE_COMMIT_MESSAGE, /* all lines of `new` are added; entry.new_path is its pseudo-path */
	CHANGE_TAG_MESSAGE,
	CHANGE_HEADER, /* what git keeps of a commit or tag beside its message: who made it, and other fields
			*/
	CHANGE_NAME,   /* the name of a file, made by who reviews; entry.new_path is it */
};

/* Which rules judge a change (a rule's diff.commits): both bits for a staged
 * change, a patch or a single commit. */
#define JUDGE_TIP   1u /* the net result: rules with commits: tip */
#define JUDGE_EVERY 2u /* one commit of several: rules with commits: every */

struct change {
	enum change_kind kind;
	unsigned judged;          /* JUDGE_* bits */
	uint32_t group;           /* changes of one comparison share a number; it only grows */
	struct object_id commit;  /* none for a staged or net change */
	struct slice ref;         /* push: the full name of the updated ref, else empty */
	struct object_id trusted; /* the commit whose configuration may be believed; none: there is none */
	struct entry entry;
	struct text old_text, new_text; /* empty (nlines 0) where a side is absent or was skipped */
	const struct hunk *hunks;       /* against the first base */
	size_t nhunks;
	struct line_set added;   /* lines of new_text that no base has */
	struct line_set removed; /* lines of old_text that were in every base */
	const char *skipped;     /* why the content is not analysed ("submodule", "binary"), or NULL */
	bool incomplete;         /* skipped because of a limit or an unreadable object: fail closed */
	bool partial;            /* a patch: lines outside the hunks are unknown */
	bool unpacked;           /* a text out of an archive, "<archive>!<name>": no file of the change */
};

#endif
