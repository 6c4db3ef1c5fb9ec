/*
 * pattern_text.h - the holes of a pattern, and the words that stand for them
 */
#ifndef SLUICE_MATCH_PATTERN_TEXT_H
#define SLUICE_MATCH_PATTERN_TEXT_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "syntax/dialect.h"

enum hole { HOLE_NONE, HOLE_META, HOLE_MORE, HOLE_DOTS, HOLE_OPEN, HOLE_CLOSE };

/* Text, and the hole behind it. */
struct pattern_piece {
	struct slice text;
	enum hole hole;
	struct slice name; /* without '$', dots */
	struct slice type; /* of (T $X); empty: none */
	unsigned form;     /* which of its words stands for it */
	unsigned nforms;
};

#define PATTERN_PIECES 400u
#define PATTERN_BYTES  16384u

struct pattern_text {
	struct pattern_piece *pieces;
	size_t n;
	const struct dialect *dialect;
};

/* ERR_LIMIT when it is too long. */
int pattern_text_split(struct pattern_text *out, struct arena *arena, const struct dialect *dialect,
		       struct slice text, struct err *err) __attribute__((warn_unused_result));
void pattern_text_render(struct buf *out, const struct pattern_text *text);

/* What a word of a rendered pattern stands for; *name is that of a metavariable. */
enum hole pattern_word(struct slice *name, struct slice word);

/* Takes the mark of a typed metavariable off its name: the number of its piece, or PATTERN_PIECES. */
size_t pattern_word_piece(struct slice *name);
/* "$X/bin": a hole and more in one word. Text of several words is none. */
bool pattern_word_is_mixed(struct slice word);

/* The second word of a hole that is written as two. */
bool pattern_word_is_filler(struct slice word);

/* "$X", "$...X" as the whole of s: its kind and name. */
enum hole pattern_hole_of(struct slice *name, const struct dialect *dialect, struct slice s);

#endif
