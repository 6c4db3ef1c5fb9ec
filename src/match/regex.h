/*
 * regex.h - regular expressions, by PCRE2
 *
 * The only user of <pcre2.h>. Patterns and subjects are bytes, never UTF-8
 * mode: a subject may hold anything. `.` and `$` stop before LF, CR and CRLF
 * alike (PCRE2_NEWLINE_ANYCRLF), so that a file with CRLF has the matches of
 * its LF form; `$` never means "before a last line end" only.
 *
 * JIT-compiled code knows no depth or heap limit and counts few steps of some
 * loops; what really bounds the time is that no subject of it is longer than
 * LIMIT_WINDOW_BYTES and its context.
 */
#ifndef SLUICE_MATCH_REGEX_H
#define SLUICE_MATCH_REGEX_H

#include <stdbool.h>

#include "base/arena.h"
#include "match/match.h"
#include "match/place.h"

/* What matching needs beside the pattern: one for each thread. */
struct regex_engine;

int regex_engine_new(struct regex_engine **out, struct err *err) __attribute__((warn_unused_result));
void regex_engine_free(struct regex_engine *engine);

/* When it is past, every search is given up ("time limit"). Borrowed; NULL: none, as at first. */
void regex_engine_set_deadline(struct regex_engine *engine, const struct deadline *deadline);
bool regex_engine_is_late(const struct regex_engine *engine);

struct regex;

enum regex_mode {
	REGEX_SEARCH, /* anywhere; ^ and $ match at line borders */
	REGEX_VALUE,  /* at the start of a value only; ^ and $ are the value's borders */
	REGEX_WITHIN, /* anywhere in a value; ^ and $ are the value's borders */
};

/*
 * ERR_RULE with the place for a pattern that PCRE2 refuses, that is too long,
 * or that holds a callout or a start-of-pattern setting such as (*UTF),
 * (*NO_JIT), (*LIMIT_MATCH=1): those would change the guards of this module.
 */
int regex_compile(struct regex **out, struct slice pattern, enum regex_mode mode, const struct place *place,
		  struct err *err) __attribute__((warn_unused_result));
void regex_free(struct regex *regex);

/* The metavariables that a match can bind: "$1", ..., then "$NAME"; the same name may come twice. */
size_t regex_nnames(const struct regex *regex);
struct slice regex_name(const struct regex *regex, size_t i);

struct subject {
	struct slice bytes; /* what the pattern can see */
	size_t start;       /* matches begin here or later; the bytes before it are for \b and lookbehind */
	bool cut_start;     /* ^ does not match before the first byte */
	bool cut_end;       /* $ does not match behind the last byte */
};

/* One walk over a subject; starts zeroed. */
struct regex_walk {
	size_t start, end; /* the match, within the subject's bytes */
	const char *limit; /* why matching was given up, or NULL */
	size_t next;       /* private from here on */
	bool begun, empty;
};

/* The next match: 1, 0 at the end or when a limit was met (walk->limit), -1. */
int regex_next(struct regex_walk *walk, struct regex_engine *engine, struct regex *regex,
	       const struct subject *subject, struct err *err) __attribute__((warn_unused_result));

/*
 * Whether a REGEX_SEARCH matches anywhere in a text of any length: one longer than
 * LIMIT_WINDOW_BYTES is searched in pieces that overlap by LIMIT_OVERLAP_FILE. 1, 0 (also when a
 * limit was met: *limit is set), -1.
 */
int regex_finds(struct regex_engine *engine, struct regex *regex, struct slice text, const char **limit,
		struct err *err) __attribute__((warn_unused_result));

/*
 * Whether a REGEX_VALUE matches at the start of a value. One longer than LIMIT_WINDOW_BYTES is
 * not for machine code but for the interpreter, whose steps and memory are bounded; beyond
 * LIMIT_VALUE_BYTES a limit is met unless what comes there cannot matter. 1, 0 (also when a limit
 * was met: *limit is set), -1.
 */
int regex_fits(struct regex_engine *engine, struct regex *regex, struct slice value, const char **limit,
	       struct err *err) __attribute__((warn_unused_result));

/* The groups that the last match set, as bindings in the arena; the values are the subject's bytes. */
int regex_bindings(const struct binding **out, size_t *n, struct arena *arena, struct regex_engine *engine,
		   const struct regex *regex, const struct subject *subject, struct err *err)
	__attribute__((warn_unused_result));

/* True if the pattern runs as machine code (for tests and benchmarks). */
bool regex_is_jit(const struct regex *regex);

#endif
