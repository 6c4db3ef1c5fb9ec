/*
 * pattern_store.h - patterns that were read when the program was built
 *
 * Reading a pattern parses it in several frames and forms; a file in C asks
 * for hundreds. What comes out depends on the grammar and the pattern alone, so
 * rulec does it for the shipped rules and puts the result into their image.
 */
#ifndef SLUICE_MATCH_PATTERN_STORE_H
#define SLUICE_MATCH_PATTERN_STORE_H

#include "match/pattern_cache.h"
#include "rule/rule.h"

struct stored_pattern {
	uint64_t hash;        /* pattern_hash() */
	struct slice grammar; /* syntax_language_name() */
	struct slice text;
	const struct pattern *pattern; /* without options; NULL: it does not parse */
};

struct pattern_store {
	const struct stored_pattern *items; /* by hash */
	size_t n;
};

struct image_layout;
extern const struct image_layout pattern_store_layout;

uint64_t pattern_hash(struct slice text);

/* NULL: not there. */
const struct stored_pattern *pattern_store_find(const struct pattern_store *store,
						const struct syntax_language *syntax, struct slice text,
						uint64_t hash);

/* Reads the patterns of rules in all of their languages; what store points at lives in the arena
 * and in the reading, which must come without a store. */
struct reading;
int pattern_store_fill(struct pattern_store *store, struct arena *arena, struct reading *reading,
		       const struct rule *rules, size_t n, struct err *err)
	__attribute__((warn_unused_result));

#endif
