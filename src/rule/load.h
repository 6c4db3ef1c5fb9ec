/*
 * load.h - inside src/rule: from a tree to rules
 *
 * load.c       documents, batches and ruleset_load*()
 * load_lists.c named lists, which are written out first
 * load_rule.c  the keys of one rule
 * load_meta.c  metadata, paths and diff
 * load_options.c  options of generic mode
 * load_formula.c, load_condition.c   what matches
 * load_switches.c   options
 * load_taint.c  mode: taint
 * load_value.c scalars, lists and mappings with known keys
 * load_dir.c   the rule files of a directory
 * gitleaks*.c  the same from configurations of gitleaks
 *
 * Everything a rule keeps is copied into the loader's arena. Every defect is
 * reported at the node it is about; readers return 0 or -1.
 */
#ifndef SLUICE_RULE_LOAD_H
#define SLUICE_RULE_LOAD_H

#include "rule/ruleset.h"
#include "rule/tree.h"

struct loader {
	struct arena *arena;
	const char *name;    /* of the file, printable */
	struct slice file;   /* the same, as it is */
	language_set syntax; /* languages in which operators on syntax can be run */
	bool own;            /* a pack of ours: stricter */
	struct err *err;
	struct list_shelf *shelf; /* for the lists beside the file; NULL: it lies nowhere */
	const char *lists_name;   /* of that file as name is, once it was asked for */

	/* Of the rule at hand: its first operator that this build cannot run. */
	struct slice unsupported; /* "operator pattern-sinks is not supported", or empty */
	struct rule_position unsupported_at;
};

/* ---- load.c ---- */

/* Sets ld->name and ld->file to what a file is called. */
int load_name(struct loader *ld, const char *name) __attribute__((warn_unused_result));

/* ---- load_lists.c ---- */

/* A named list of entries. */
struct list {
	struct slice name;
	const struct tree_node *entries; /* a sequence, in which nothing is to be written out any more */
	size_t nodes, levels;            /* of all entries together, with what they share counted each time */
};

struct list_table {
	struct list *items;
	size_t n;
};

/* The lists of one lists.yaml, kept for all files beside it. */
struct list_shelf {
	struct arena arena;
	const char *name; /* printable; NULL: nothing was asked for yet */
	struct slice file;
	struct list_table table;
};

void list_shelf_release(struct list_shelf *shelf);

/* Puts the entries of a list in place of every `use` of it in a document's lists and rules. */
int load_lists(struct loader *ld, struct arena *trees, const struct tree_node *root)
	__attribute__((warn_unused_result));

/* True for lists.yaml, which needs no rules. */
bool is_lists_file(struct slice file);

/* ---- load_value.c ---- */

/* The printable name of the file that a position is about. */
const char *load_name_at(const struct loader *ld, struct rule_position at);

int load_fail(struct loader *ld, const struct tree_node *node, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));

/* Takes note that the rule cannot be run; returns 0, or -1 for lack of memory. */
int load_unsupported(struct loader *ld, struct rule_position at, const char *fmt, ...)
	__attribute__((format(printf, 3, 4), warn_unused_result));

/* A key that a mapping may have. read gets the key's node and the mapping's target. */
struct field {
	const char *key;
	int (*read)(struct loader *ld, void *target, const struct tree_node *key);
};

/* Reads every key of a mapping in the order of the file; an unknown key is a
 * defect whose message lists the known ones. what: "a rule". */
int load_fields(struct loader *ld, const struct tree_node *mapping, const char *what,
		const struct field *fields, size_t nfields, void *target) __attribute__((warn_unused_result));

/* A key of a mapping, whatever its case, or NULL; its value is key->next. */
const struct tree_node *load_key(const struct tree_node *mapping, const char *key);

/* Text that is not empty. key is the key's node, for messages; its value is key->next. */
int load_text(struct loader *ld, struct slice *out, const struct tree_node *key)
	__attribute__((warn_unused_result));
int load_bool(struct loader *ld, bool *out, const struct tree_node *key) __attribute__((warn_unused_result));
/* A decimal number without sign and exponent, in [min, max]. */
int load_number(struct loader *ld, double *out, const struct tree_node *key, double min, double max)
	__attribute__((warn_unused_result));
/* "$NAME", "$1" or "$...NAME". */
int load_metavariable(struct loader *ld, struct slice *out, const struct tree_node *node)
	__attribute__((warn_unused_result));

/* A list of texts (one text stands for a list of one), each passed through
 * convert, which may change the slice and be NULL. */
typedef int (*text_converter)(struct loader *ld, struct slice *text, const struct tree_node *node);
int load_texts(struct loader *ld, const struct slice **out, size_t *n, const struct tree_node *key,
	       text_converter convert) __attribute__((warn_unused_result));
int load_lower_case(struct loader *ld, struct slice *text, const struct tree_node *node);

/* ---- load_formula.c ---- */

struct formula_job;

/* Formulas still to be read: nesting is worked off here, not on the C stack. */
struct formula_queue {
	struct formula_job *items;
	size_t n, cap;
};

/* True for pattern, patterns, pattern-either, pattern-regex. */
bool formula_is_positive_key(struct slice key);

/* Queues the operator at key for reading into out. lax: `patterns` needs no positive operand. */
int formula_queue_add(struct loader *ld, struct formula_queue *queue, struct formula *out,
		      const struct tree_node *key, bool lax) __attribute__((warn_unused_result));

/* Reads the formula at an operator's key node. */
int load_formula(struct loader *ld, struct formula *out, const struct tree_node *key)
	__attribute__((warn_unused_result));

/*
 * The one place that knows what this build can run: false, with the operator
 * and its place, for a formula it cannot. syntax: operators on syntax can be run.
 */
int formula_is_supported(bool *supported, const struct formula *formula, bool syntax,
			 const char **operator_name, struct rule_position *at, struct err *err)
	__attribute__((warn_unused_result));

/* ---- load_condition.c ---- */

/* True for metavariable-regex and its like, those included that only Semgrep runs. */
bool condition_is_key(struct slice key);

/* Reads a condition. 1: it is in *out, 0: this build cannot represent it (noted as unsupported), -1. */
int load_condition(struct loader *ld, struct condition *out, const struct tree_node *key,
		   struct formula_queue *queue) __attribute__((warn_unused_result));

/* ---- load_meta.c ---- */

/* Readers for the keys of those names; target is a struct rule. */
int load_metadata(struct loader *ld, void *rule, const struct tree_node *key);
int load_paths(struct loader *ld, void *rule, const struct tree_node *key);
int load_diff(struct loader *ld, void *rule, const struct tree_node *key);

/* The area that a foreign rule without metadata.area belongs to, by its first CWE. */
enum area area_of_cwe(const struct slice *cwe, size_t n);

/* ---- load_switches.c ---- */

/* `options`: those about patterns, as a set of enum rule_option that differ from the defaults. */
int load_switches(struct loader *ld, uint32_t *out, const struct tree_node *key)
	__attribute__((warn_unused_result));

/* ---- load_options.c ---- */

/* `options`: those of generic mode. */
int load_options(struct loader *ld, struct generic_options *out, const struct tree_node *key)
	__attribute__((warn_unused_result));

/* ---- load_taint.c ---- */

/* Reads the sources, sinks and their like of a rule of mode taint. */
int load_taint(struct loader *ld, const struct taint **out, const struct tree_node *rule)
	__attribute__((warn_unused_result));

/* ---- load_rule.c ---- */

/*
 * Reads one rule. 1: it is in *out, 0: it cannot be run (ld->unsupported says why, out->id is set), -1.
 */
int load_rule(struct loader *ld, struct rule *out, const struct tree_node *node)
	__attribute__((warn_unused_result));

/* ---- ruleset.c ---- */

/* What one call of ruleset_load() brings: all of it is taken, or nothing. */
struct batch {
	const struct rule **rules;
	size_t n, cap;
	struct unsupported_rule *unsupported;
	size_t nunsupported, unsupported_cap;
	struct list_shelf shelf;
};

void batch_release(struct batch *batch);

/* A copy of the rule joins the batch; the other: its id does, with ld->unsupported as the reason. */
int batch_add(struct batch *batch, struct loader *ld, const struct rule *rule)
	__attribute__((warn_unused_result));
int batch_add_unsupported(struct batch *batch, struct loader *ld, const struct rule *rule)
	__attribute__((warn_unused_result));

/* ERR_RULE if two of its rules share an id. */
int batch_check_ids(const struct batch *batch, struct err *err) __attribute__((warn_unused_result));

/* Adds the batch to the set; rules of the same id give way in place. */
int ruleset_take(struct ruleset *set, const struct batch *batch, struct err *err)
	__attribute__((warn_unused_result));

#endif
