/*
 * window.h - the pieces of a text that a rule is run on
 *
 * A window is what the rule asks to see round touched lines (diff.window);
 * windows that overlap are one. A window of more than LIMIT_WINDOW_BYTES is
 * examined in pieces that overlap. Nothing is found twice: what begins behind the
 * first WINDOW_MARGIN bytes of a piece belongs to that piece alone, so that a
 * piece that begins in the middle of a long token does not report its tail.
 *
 * What can be missed is a match longer than the overlap, and it only when its
 * window is longer than LIMIT_WINDOW_BYTES.
 */
#ifndef SLUICE_MATCH_WINDOW_H
#define SLUICE_MATCH_WINDOW_H

#include "base/limits.h"
#include "change/text.h"
#include "match/statement.h"
#include "rule/rule.h"

/* Bytes before a piece that \b and lookbehind can see. */
#define WINDOW_CONTEXT 64u
#define WINDOW_MARGIN  64u

struct window {
	size_t start, end;         /* what is examined */
	size_t own_start, own_end; /* matches that begin within this are the piece's own */
};

/* What a pattern can see of the text before a window. */
struct window_context {
	size_t start;
	bool cut_start, cut_end; /* the seen part begins, ends within a line */
};

struct window_context window_context(const struct text *text, const struct window *window);

/* Walks all pieces for one kind of window. */
struct windows {
	const struct text *text;
	const struct line_set *lines;        /* touched */
	struct line_range within;            /* only touched lines of this run */
	const struct statements *statements; /* of WINDOW_STATEMENT */
	enum diff_window kind;
	uint32_t reach;     /* of WINDOW_LINES */
	bool resumes;       /* set it when the first window goes on from one that was examined before */
	uint32_t next_line; /* private from here on */
	size_t from, to;    /* the rest of the current window */
	bool first_piece;
};

/* statements may be NULL unless kind is WINDOW_STATEMENT. */
void windows_begin(struct windows *w, const struct text *text, const struct line_set *lines,
		   struct line_range within, enum diff_window kind, uint32_t reach,
		   const struct statements *statements);

/* The next piece that holds a touched line, in ascending order; false at the end. */
bool windows_next(struct windows *w, struct window *out);

/* Pieces that end before offset need not come any more (a hint). */
void windows_seek(struct windows *w, size_t offset);

/* The first touched line from `line` on, or 0. */
uint32_t touched_line_from(const struct line_set *lines, uint32_t line);

/* How many lines a window can reach beyond a touched one (WINDOW_FILE: 0). */
uint32_t window_reach(const struct rule *rule);

#endif
