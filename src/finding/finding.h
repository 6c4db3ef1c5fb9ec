/*
 * finding.h - a defect at a line of the change
 *
 * A finding owns nothing of the change it came from: all its bytes live in the
 * arena of the review, secrets are masked when it is made (snippet, message,
 * fix), so no writer ever holds one.
 */
#ifndef SLUICE_FINDING_FINDING_H
#define SLUICE_FINDING_FINDING_H

#include <stdbool.h>
#include <stdint.h>

#include "base/hash.h"
#include "change/change.h"
#include "rule/rule.h"

enum finding_class {
	CLASS_INTRODUCED,    /* part of what makes it up is on an added line */
	CLASS_TOUCHED,       /* an old finding whose lines were edited around */
	CLASS_REMOVED_GUARD, /* the change deletes a protection */
	CLASS_MOVED,         /* the old side had it elsewhere: counted, silent */
	CLASS_EXISTING,      /* came along unchanged with a rename or copy: counted, silent */
};

const char *finding_class_name(enum finding_class class);

/* Counted and not reported: it is not of the change's making. */
bool finding_class_is_silent(enum finding_class class);

enum action { ACTION_OFF, ACTION_WARN, ACTION_BLOCK };

const char *action_name(enum action action); /* "off", "warn", "block" */

/* Why an otherwise reportable finding is silent. */
enum finding_state {
	FINDING_ACTIVE,
	FINDING_SUPPRESSED, /* by a comment with id and reason */
	FINDING_BASELINED,
	FINDING_VOID, /* turned out to be none; not counted */
};

enum snippet_kind { SNIPPET_CONTEXT = ' ', SNIPPET_ADDED = '+', SNIPPET_REMOVED = '-' };

struct snippet_line {
	enum snippet_kind kind;
	uint32_t number;               /* file line number on its own side */
	struct slice text;             /* masked, at most SNIPPET_BYTES, without line end */
	uint32_t mark_start, mark_end; /* bytes of text to underline; equal: none */
};

#define SNIPPET_BYTES 200u /* of one line; longer ones are cut round the match */
#define SNIPPET_LINES 9u

struct trace_step {
	struct slice path;
	uint32_t line, column;
	struct slice note;
};

struct digest {
	uint8_t bytes[HASH_SHA1_BYTES];
};

struct finding {
	const struct rule *rule;
	enum finding_class class;
	enum finding_state state;
	enum action verdict; /* policy's word; meaningful while state is active */

	struct slice path;     /* pseudo-path for messages: "commit-message@<12 hex>", "tag-message@<name>" */
	struct slice old_path; /* empty: none or the same */
	uint32_t line, column; /* from 1, bytes; new side (removed-guard: where it stood, in new lines) */
	uint32_t end_line, end_column; /* end_column: behind the last byte */
	uint32_t old_line;             /* removed-guard, touched, moved: the old side's line; 0: none */
	struct slice commit;           /* hex; empty for staged and net */
	struct slice
		removed_in; /* hex of the later commit of the same range that takes it out; empty: none */
	struct slice ref;   /* push: the updated ref */

	struct slice message; /* metavariables filled in, masked */
	struct slice fix;     /* the replacement for the reported bytes; empty: none */
	const struct snippet_line *snippet;
	size_t nsnippet;
	const struct trace_step *trace;
	size_t ntrace;
	struct slice reason; /* suppressed: the reason given */

	char fingerprint[32 + 1]; /* hex; survives moved lines, indentation, renames */
	char other[32 + 1];  /* the one that says more, or less, of a secret (fingerprint.h): baselines of
			      * other versions and rules have it; never written */
	uint32_t match_line; /* where all that makes it up begins: in front of line, or the same */
	const struct digest *digests; /* of what may be its secret (digest.h); never written */
	size_t ndigests;
	bool holds_secret; /* fingerprint is the one that says less */
};

/* Of a side of a change: what the file is written in. */
enum language language_of_side(const struct change *change, bool old);

/* The fingerprint that says most: what tells two findings apart. */
const char *finding_identity(const struct finding *finding);

/* True for a finding that is reported: not silent for any reason. */
bool finding_is_active(const struct finding *finding);

#endif
