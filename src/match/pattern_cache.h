/*
 * pattern_cache.h - patterns that several rules have, read and tried once
 *
 * A dozen rules about what comes from a request have the same dozens of sources.
 * A pattern is read when the first rule needs it; where it matches in a whole text
 * is remembered until another text comes. What matches in many places is tried
 * anew, so that a hostile text cannot fill the memory.
 *
 * What a rule asks of a metavariable by metavariable-regex comes along as guards: `$READ(...)`
 * has as many results as a text has calls, and next to none where $READ is to be one of five names.
 */
#ifndef SLUICE_MATCH_PATTERN_CACHE_H
#define SLUICE_MATCH_PATTERN_CACHE_H

#include "match/pattern.h"

struct pattern_cache;

/* A pattern as a rule has it. */
struct pattern_key {
	struct slice text;
	uint32_t options; /* of the rule */
	const struct pattern_guard *guards;
	size_t nguards;
};

/* The same in one grammar. */
struct cached_pattern {
	struct pattern *pattern; /* NULL: it does not parse */
	const struct syntax_language *syntax;
	struct pattern_key key;
	uint64_t filling; /* of the cache's memory for ranges, which the rest lies in; 0: there is none */
	struct range_list ranges; /* of malloc; what they point at lives in the cache */
	const char *limit;        /* why it was given up, or NULL */
};

/* store (borrowed): patterns that need not be read; or NULL. */
struct pattern_store;
int pattern_cache_new(struct pattern_cache **out, const struct pattern_store *store, struct err *err)
	__attribute__((warn_unused_result));
void pattern_cache_free(struct pattern_cache *cache);

/* The key's texts must outlive the cache. As pattern_read(); borrowed. */
int pattern_cache_get(struct cached_pattern **out, struct pattern_cache *cache,
		      const struct pattern_language *language, const struct pattern_key *key,
		      const struct place *place, struct err *err) __attribute__((warn_unused_result));

/* All that were asked for. */
size_t pattern_cache_items(struct cached_pattern *const **out, const struct pattern_cache *cache);

/* As pattern_find(), for a unit that is looked at as a whole. */
int pattern_cache_find(struct range_list *out, struct pattern_cache *cache, struct cached_pattern *cached,
		       const struct unit *unit, struct regex_engine *engine, struct arena *arena,
		       const char **limit, struct err *err) __attribute__((warn_unused_result));

#endif
