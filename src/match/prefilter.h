/*
 * prefilter.h - all literals of all rules in one pass over a text
 *
 * A dense Aho-Corasick automaton over classes of bytes, ASCII case folded. It
 * reports every occurrence, also those inside others: a short keyword must
 * not be hidden by a long one.
 */
#ifndef SLUICE_MATCH_PREFILTER_H
#define SLUICE_MATCH_PREFILTER_H

#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/slice.h"

/* States are 16 bits wide; a literal that does not fit any more is refused. */
#define PREFILTER_STATES 65535u

/* In prefilter_ids(): a literal that is not looked for (too many, or empty). */
#define PREFILTER_NONE UINT32_MAX

struct prefilter;

struct prefilter_hit {
	uint32_t start; /* offset of the literal's first byte */
	uint32_t id;
};

struct prefilter_hits {
	struct prefilter_hit *items; /* those of one id ascend */
	size_t n, cap;
	bool full; /* LIMIT_KEYWORD_HITS was met: there may be more */
};

/* The literals are copied. */
int prefilter_new(struct prefilter **out, const struct slice *literals, size_t n, struct err *err)
	__attribute__((warn_unused_result));
void prefilter_free(struct prefilter *pf);

/* For an image (base/image.h) of the same automaton. */
struct image_layout;
extern const struct image_layout prefilter_layout;

/* One id for each literal that was given: equal ones (case folded) share an id. */
const uint32_t *prefilter_ids(const struct prefilter *pf);
size_t prefilter_nids(const struct prefilter *pf);
uint32_t prefilter_length(const struct prefilter *pf, uint32_t id);
uint32_t prefilter_longest(const struct prefilter *pf); /* of all literals */

/* Appends all occurrences within [from, to) of text, up to the limit; the caller frees hits->items. */
int prefilter_scan(const struct prefilter *pf, struct slice text, size_t from, size_t to,
		   struct prefilter_hits *hits, struct err *err) __attribute__((warn_unused_result));

#endif
