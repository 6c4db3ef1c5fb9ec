/*
 * ruleset.h - the rules of one run: shipped ones and loaded ones
 */
#ifndef SLUICE_RULE_RULESET_H
#define SLUICE_RULE_RULESET_H

#include "base/arena.h"
#include "base/err.h"
#include "rule/rule.h"

/* A rule of a foreign pack that uses an operator this build cannot run. */
struct unsupported_rule {
	struct slice id;
	struct slice file;
	struct rule_position at;
	struct slice reason;    /* "operator pattern-sinks is not supported" */
	language_set languages; /* 0: none that we know */
};

struct prefilter;     /* match/prefilter.h */
struct pattern_store; /* match/pattern_store.h */

struct ruleset {
	const struct rule **rules; /* unique ids, in order of loading */
	size_t n, cap;
	struct unsupported_rule *unsupported;
	size_t nunsupported, unsupported_cap;
	size_t nwithout_grammars; /* of the unsupported: ruleset_drop_syntax() put them there */
	language_set syntax;      /* set after init: whose patterns can be run (dialect_languages()) */
	struct arena arena;       /* of loaded rules */
	/* Made at build time: for exactly these rules, and for some of them; NULL: none. */
	const struct prefilter *prefilter;
	const struct pattern_store *patterns;
};

void ruleset_init(struct ruleset *set);
void ruleset_release(struct ruleset *set);

/* Adds the shipped rules (borrowed, static). */
int ruleset_add_shipped(struct ruleset *set, struct err *err) __attribute__((warn_unused_result));

/*
 * Loads a YAML file, or every *.yaml and *.yml below a directory in sorted
 * order (not *.test.yaml and *.fixed.yaml, which are examples, and nothing
 * whose name starts with a dot). Nothing is added unless all of it is
 * well-formed: the first defect is reported as "file:line:column: message"
 * (ERR_RULE). A rule with an operator this build cannot run goes to
 * `unsupported` instead; a rule of that id from an earlier call stays. A repeated
 * id is a defect within one call, and replaces the earlier rule in its place
 * across calls. Regular expressions are not compiled: see matcher_check_rule().
 */
int ruleset_load(struct ruleset *set, const char *path, struct err *err) __attribute__((warn_unused_result));

/* As ruleset_load() for packs of our own: metadata.area and (but for metadata.observes)
 * metadata.cwe are required, and an operator this build cannot run is a defect. */
int ruleset_load_own(struct ruleset *set, const char *path, struct err *err)
	__attribute__((warn_unused_result));

/* Loads from memory; name stands for the file in messages. */
int ruleset_load_bytes(struct ruleset *set, const char *name, struct slice yaml, struct err *err)
	__attribute__((warn_unused_result));

/* Takes the rule at a place out of the set: it is unsupported, for the reason (static) at a place of its
 * file. */
int ruleset_drop(struct ruleset *set, size_t i, struct rule_position at, const char *reason, struct err *err)
	__attribute__((warn_unused_result));

/*
 * For a build without grammars, when all is loaded: rules with patterns go to
 * `unsupported`, and are counted apart, too.
 */
int ruleset_drop_syntax(struct ruleset *set, struct err *err) __attribute__((warn_unused_result));

/* NULL if there is none. */
const struct rule *ruleset_find(const struct ruleset *set, struct slice id);

/*
 * The rule files below a directory, sorted by bytes; the names live in the
 * arena. Dot-files, dot-directories and example targets (*.test.yaml,
 * *.fixed.yaml) are left out, symbolic links to directories are not followed.
 */
int rule_files(const char *const **out, size_t *n, struct arena *arena, const char *dir, struct err *err)
	__attribute__((warn_unused_result));

#endif
