/*
 * decoded.h - what stands encoded in touched lines, as a text to be matched
 *
 *	7	key: "a2V5ID0gc2VzYW1l"		view 0	key = sesame
 *	9	url: q%3Dsesame			view 1	url: q=sesame
 *
 * All views of one text become one text, so that rules are run once; a gap in its
 * line numbers keeps windows from crossing from one view to the next. What is
 * found there is reported at the bytes that it came from. A view can hold encoded
 * runs in turn: the next text is made from this one, up to LIMIT_DECODE_DEPTH.
 */
#ifndef SLUICE_MATCH_DECODED_H
#define SLUICE_MATCH_DECODED_H

#include "base/deadline.h"
#include "change/text.h"
#include "match/encoded.h"

struct decoded_view {
	uint32_t start, end; /* bytes of the text of views */
	uint32_t from, to;   /* bytes of the original text that it stands for */
	size_t origins;      /* of its bytes, in decoded.origins; ORIGINS_NONE: all are of the whole run */
	enum encoding encoding;
};
#define ORIGINS_NONE ((size_t)-1)

struct decoded {
	struct text text;
	struct line_set lines; /* of that text, which came of touched ones */
	struct buf bytes;
	struct origins origins;
	struct decoded_view *views;
	size_t n, cap;
	size_t bound; /* where in the original text LIMIT_UNPACKED_BYTES was met; ORIGINS_NONE: nowhere */
	struct arena arena;
};

void decoded_init(struct decoded *decoded);
void decoded_release(struct decoded *decoded);

/* Bytes of the original text, and how something is written there. */
struct decoded_place {
	uint32_t start, end;
	enum encoding encoding;
};

/*
 * For those who make views: forget all; end a view, which began at this byte of `bytes`, with where its bytes
 * came from; make a text of all views.
 */
void decoded_clear(struct decoded *decoded);
int decoded_add_view(struct decoded *out, size_t start, const struct decoded_place *place, size_t origins,
		     enum encoding encoding, struct err *err) __attribute__((warn_unused_result));
int decoded_set_text(struct decoded *out, struct err *err) __attribute__((warn_unused_result));

/* A walk over lines of a text; starts zeroed but for the first group. */
struct decoded_walk {
	const struct text *text;
	const struct line_set *lines;
	const struct decoded *parent; /* the text is one of views; NULL: it is the original */
	size_t *room;                 /* bytes that unpacking may still add; becomes less */
	size_t range, from, at;       /* private */
	uint32_t line;
};

/* The next views, as many as are handled at a time: 1, 0: there are no more, or the deadline is past; -1. */
int decoded_next(struct decoded *out, struct decoded_walk *walk, const struct deadline *deadline,
		 struct err *err) __attribute__((warn_unused_result));

/* Where [start, end) of the views came from. */
struct decoded_place decoded_place(const struct decoded *decoded, uint32_t start, uint32_t end);

#endif
