/*
 * keyword_index.h - which rules' keywords stand where
 */
#ifndef SLUICE_MATCH_KEYWORD_INDEX_H
#define SLUICE_MATCH_KEYWORD_INDEX_H

#include <stdbool.h>

#include "match/prefilter.h"

struct keyword_list {
	const struct slice *items;
	size_t n;
};

struct keyword_index;

/* The automaton over all keywords, in the order of the rules and their lists. */
int keyword_prefilter_new(struct prefilter **out, const struct keyword_list *lists, size_t nrules,
			  struct err *err) __attribute__((warn_unused_result));

/*
 * One list for each rule, empty for a rule that runs everywhere. prebuilt:
 * what keyword_prefilter_new() would make of these very lists, borrowed, or NULL.
 */
int keyword_index_new(struct keyword_index **out, const struct keyword_list *lists, size_t nrules,
		      const struct prefilter *prebuilt, struct err *err) __attribute__((warn_unused_result));
void keyword_index_free(struct keyword_index *index);

/* False if the rule has no keywords, or some that the prefilter had no room for. */
bool keyword_index_covers(const struct keyword_index *index, size_t rule);

/* Bytes of the longest keyword. */
size_t keyword_index_longest(const struct keyword_index *index);

/* The hits in one stretch of a text, by keyword. */
struct keyword_hits {
	struct prefilter_hits raw;
	uint32_t *first; /* of each id, and one more: into starts */
	uint32_t *starts;
	size_t first_cap, starts_cap;
};

int keyword_index_scan(struct keyword_hits *hits, const struct keyword_index *index, struct slice text,
		       size_t from, size_t to, struct err *err) __attribute__((warn_unused_result));
void keyword_hits_release(struct keyword_hits *hits);

bool keyword_hits_any(const struct keyword_hits *hits, const struct keyword_index *index, size_t rule);

struct keyword_span {
	uint32_t start, end;
};

struct keyword_spans {
	struct keyword_span *items; /* ascending start */
	size_t n, cap;
};

/* All hits of a rule; out is overwritten, the caller frees out->items. */
int keyword_hits_of_rule(struct keyword_spans *out, const struct keyword_hits *hits,
			 const struct keyword_index *index, size_t rule, struct err *err)
	__attribute__((warn_unused_result));

/* True if one of the spans from *at on lies in [start, end); *at moves to those that begin there. */
bool keyword_spans_within(const struct keyword_spans *spans, size_t *at, size_t start, size_t end);

/* keyword_hits_any() without an index: true if a keyword of the list stands in s. For the oracle of tests. */
bool keyword_list_find(const struct keyword_list *list, struct slice s);

#endif
