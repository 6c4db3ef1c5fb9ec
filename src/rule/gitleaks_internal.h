/*
 * gitleaks_internal.h - a configuration of gitleaks on its way into rules
 *
 * gitleaks.c         rules
 * gitleaks_allow.c   allowlists
 * gitleaks_extend.c  the files that one extends
 * gitleaks_filter.c  filters of betterleaks
 */
#ifndef SLUICE_RULE_GITLEAKS_INTERNAL_H
#define SLUICE_RULE_GITLEAKS_INTERNAL_H

#include "base/limits.h"
#include "rule/gitleaks.h"

struct gitleaks_id {
	struct slice id;
	const struct tree_node *rule;
};

struct gitleaks_file {
	const char *name;  /* as in struct loader */
	struct slice file; /* the same */
	const struct tree_node *toml;
	struct gitleaks_id *ids; /* of its rules, sorted; freed by gitleaks_close() */
	size_t nids;
	struct slice *disabled; /* extend.disabledRules, sorted; the same */
	size_t ndisabled;
};

/* An allowlist that is not of one rule. */
struct gitleaks_global {
	struct allowance allowance;
	struct slice_list rules; /* the ids it is for, sorted; none: all */
};

struct gitleaks {
	struct loader *ld;
	struct batch *batch;
	struct gitleaks_file files[1 + LIMIT_EXTENDED_FILES]; /* each extends the next */
	size_t nfiles;
	bool defaults; /* the last one extends gitleaks' own rules, which are not here */
	struct gitleaks_global *globals;
	size_t nglobals, globals_cap, npatterns;
	const struct allowance *common; /* those that are for all rules */
	size_t ncommon;
	struct slice partial; /* why one of them is missing; empty: none is */
	struct arena trees;
};

/* Makes the loader speak of the file. */
void gitleaks_enter(struct gitleaks *g, size_t file);

/* Reads the first file and those that it extends. What cannot be extended is noted as unsupported. */
int gitleaks_open(struct gitleaks *g, struct slice toml, bool on_disk) __attribute__((warn_unused_result));

void gitleaks_close(struct gitleaks *g);

/* The rule of that id in a file, the first of several; NULL: it has none. */
const struct tree_node *gitleaks_rule(const struct gitleaks_file *file, struct slice id);

/* True if the rule of that id is switched off by a file before this one, or is part of a rule there. */
bool gitleaks_is_taken(const struct gitleaks *g, size_t file, struct slice id);

/* The tables at a key: itself, those of a list, none. NULL at the end; key is load_key()'s. */
const struct tree_node *gitleaks_first_table(const struct tree_node *key);
const struct tree_node *gitleaks_next_table(const struct tree_node *key, const struct tree_node *table);

/* The text at a key; empty: there is none. -1: it is no text. */
int gitleaks_text(struct loader *ld, struct slice *out, const struct tree_node *map, const char *key)
	__attribute__((warn_unused_result));

/* The texts at a key, behind those that *out has. */
int gitleaks_texts(struct loader *ld, struct slice_list *out, const struct tree_node *map, const char *key,
		   text_converter convert) __attribute__((warn_unused_result));

/*
 * An allowlist. 1; 0: it cannot be kept, and *problem (if it was empty) says why; -1. rules: the ids of
 * targetRules; NULL where there is no such key.
 */
int gitleaks_allowance(struct loader *ld, struct allowance *out, struct slice_list *rules,
		       struct slice *problem, const struct tree_node *map)
	__attribute__((warn_unused_result));

/* What a filter of betterleaks discards. */
struct gitleaks_filter {
	double entropy; /* as in struct screen */
	bool entropy_equal;
	struct allowance *allowances; /* the caller frees them */
	size_t n, cap;
};

/* 1; 0: it says what is not understood here; -1. *out is to be freed in each case. */
int gitleaks_filter_read(struct gitleaks_filter *out, struct loader *ld, struct slice text)
	__attribute__((warn_unused_result));

/* Those of the files themselves, filters included. */
int gitleaks_read_globals(struct gitleaks *g) __attribute__((warn_unused_result));

/* Whether it is for this rule and not for all. */
bool gitleaks_is_for(const struct gitleaks_global *global, struct slice id);

/* "what ... is not supported" into *problem, unless something stands there. */
int gitleaks_problem(struct loader *ld, struct slice *problem, const char *fmt, ...)
	__attribute__((format(printf, 3, 4), warn_unused_result));

#endif
