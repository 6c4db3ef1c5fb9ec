/*
 * load_taint.c - the keys of `mode: taint`
 *
 *   mode: taint
 *   pattern-sources:                 a list; one entry is a formula and options
 *     - pattern: read_line(...)
 *       label: INPUT
 *   pattern-sinks:
 *     - patterns: [...]
 *       requires: INPUT and not CHECKED
 *
 * What Semgrep's engine knows and ours does not (control, at-exit, conditions on
 * single metavariables of a sink) makes the rule one that cannot be run.
 */
#include "rule/load.h"
#include "rule/requires.h"
#include "rule/taint.h"

struct entry_draft {
	struct taint_entry entry;
	bool has_formula;
};

/* ---- one entry; target is a struct entry_draft ---- */

static int
read_formula(struct loader *ld, void *target, const struct tree_node *key)
{
	struct entry_draft *draft = target;

	if (draft->has_formula)
		return load_fail(ld, key,
				 "an entry has exactly one of pattern, patterns, pattern-either, "
				 "pattern-regex");
	draft->has_formula = true;
	return load_formula(ld, &draft->entry.formula, key);
}

static int
read_effect(struct loader *ld, void *target, const struct tree_node *key)
{
	struct entry_draft *draft = target;
	bool too;

	if (key->next->kind == TREE_SCALAR && slice_eq_str(key->next->value, "only")) {
		draft->entry.effect = EFFECT_ONLY;
		return 0;
	}
	if (load_bool(ld, &too, key) < 0)
		return -1;
	draft->entry.effect = too ? EFFECT_TOO : EFFECT_NONE;
	return 0;
}

static int
read_exact(struct loader *ld, void *target, const struct tree_node *key)
{
	return load_bool(ld, &((struct entry_draft *)target)->entry.exact, key);
}

static int
read_not_conflicting(struct loader *ld, void *target, const struct tree_node *key)
{
	return load_bool(ld, &((struct entry_draft *)target)->entry.not_conflicting, key);
}

static int
read_label(struct loader *ld, void *target, const struct tree_node *key)
{
	return load_text(ld, &((struct entry_draft *)target)->entry.label, key);
}

static int
read_replaced(struct loader *ld, void *target, const struct tree_node *key)
{
	struct entry_draft *draft = target;

	return load_texts(ld, &draft->entry.replaced, &draft->entry.nreplaced, key, NULL);
}

static int
read_requires(struct loader *ld, void *target, const struct tree_node *key)
{
	struct entry_draft *draft = target;
	struct label_table labels = {.n = 0};
	struct requires requires;

	if (key->next->kind == TREE_SEQUENCE)
		return load_unsupported(ld, key->at, "requires with metavariables is not supported");
	if (load_text(ld, &draft->entry.requires, key) < 0)
		return -1;
	if (!requires_read(&requires, draft->entry.requires, &labels))
		return load_fail(ld, key->next,
				 "requires is a condition on labels (A and not B) of at most %u words",
				 REQUIRES_STEPS);
	return 0;
}

static int
read_from(struct loader *ld, void *target, const struct tree_node *key)
{
	return load_metavariable(ld, &((struct entry_draft *)target)->entry.from, key->next);
}

static int
read_to(struct loader *ld, void *target, const struct tree_node *key)
{
	return load_metavariable(ld, &((struct entry_draft *)target)->entry.to, key->next);
}

static int
read_of(struct loader *ld, void *target, const struct tree_node *key)
{
	return load_metavariable(ld, &((struct entry_draft *)target)->entry.of, key->next);
}

static int
read_holds(struct loader *ld, void *target, const struct tree_node *key)
{
	return load_bool(ld, &((struct entry_draft *)target)->entry.holds, key);
}

/* An option of Semgrep's that changes nothing when it is false. */
static int
read_foreign(struct loader *ld, void *target, const struct tree_node *key)
{
	bool on;

	(void)target;
	if (load_bool(ld, &on, key) < 0)
		return -1;
	return on ? load_unsupported(ld, key->at, "%s in taint mode is not supported", shown(key->value).text)
		  : 0;
}

#define FORMULA                                                                                              \
	{"pattern", read_formula}, {"patterns", read_formula}, {"pattern-either", read_formula},             \
	{                                                                                                    \
		"pattern-regex", read_formula                                                                \
	}

static const struct field source_fields[] = {
	FORMULA,
	{"by-side-effect", read_effect},
	{"exact", read_exact},
	{"label", read_label},
	{"requires", read_requires},
	{"of", read_of},
	{"control", read_foreign},
};

static const struct field sink_fields[] = {
	FORMULA,
	{"exact", read_exact},
	{"requires", read_requires},
	{"at-exit", read_foreign},
};

static const struct field sanitizer_fields[] = {
	FORMULA,
	{"by-side-effect", read_effect},
	{"exact", read_exact},
	{"not_conflicting", read_not_conflicting},
	{"not-conflicting", read_not_conflicting},
};

static const struct field propagator_fields[] = {
	FORMULA,
	{"from", read_from},
	{"to", read_to},
	{"by-side-effect", read_effect},
	{"label", read_label},
	{"requires", read_requires},
	{"replace-labels", read_replaced},
};

static const struct field guard_fields[] = {
	FORMULA,
	{"of", read_of},
	{"holds", read_holds},
};

/* ---- the lists ---- */

struct list_kind {
	const char *key;
	const char *what;
	const struct field *fields;
	size_t nfields;
	struct taint_entry defaults;
	bool required;
};

#define FIELDS(f) (f), sizeof(f) / sizeof(*(f))

static const struct list_kind sources = {
	"pattern-sources", "a source", FIELDS(source_fields), {.exact = false}, true};
static const struct list_kind sinks = {"pattern-sinks", "a sink", FIELDS(sink_fields), {.exact = true}, true};
static const struct list_kind sanitizers = {
	"pattern-sanitizers", "a sanitizer", FIELDS(sanitizer_fields), {.exact = false}, false};
static const struct list_kind propagators = {
	"pattern-propagators", "a propagator", FIELDS(propagator_fields), {.effect = EFFECT_TOO}, false};

static const struct list_kind guards = {
	"pattern-guards", "a guard", FIELDS(guard_fields), {.exact = true, .holds = true}, false};

static int
check_entry(struct loader *ld, const struct list_kind *kind, const struct entry_draft *draft,
	    const struct tree_node *node)
{
	if (!draft->has_formula)
		return load_fail(ld, node, "%s needs a pattern", kind->what);
	if (kind == &propagators && (draft->entry.from.len == 0 || draft->entry.to.len == 0))
		return load_fail(ld, node, "%s needs the keys 'from' and 'to'", kind->what);
	if (kind == &guards && draft->entry.of.len == 0)
		return load_fail(ld, node, "%s needs the key 'of'", kind->what);
	return 0;
}

static int
read_list(struct loader *ld, struct taint_list *out, const struct list_kind *kind,
	  const struct tree_node *rule)
{
	const struct tree_node *list = tree_get(rule, kind->key);

	if (!list && !kind->required)
		return 0;
	if (!list)
		return load_fail(ld, rule, "mode taint needs the key '%s'", kind->key);
	if (list->kind != TREE_SEQUENCE || list->n == 0)
		return load_fail(ld, list, "'%s' expects a list of patterns", kind->key);
	struct taint_entry *items = arena_array(ld->arena, list->n, sizeof(*items));
	if (!items)
		return err_oom(ld->err);
	out->items = items;
	for (const struct tree_node *item = list->first; item; item = item->next) {
		struct entry_draft draft = {.entry = kind->defaults};
		draft.entry.at = item->at;
		if (load_fields(ld, item, kind->what, kind->fields, kind->nfields, &draft) < 0 ||
		    check_entry(ld, kind, &draft, item) < 0)
			return -1;
		items[out->n++] = draft.entry;
	}
	return 0;
}

/* ---- options ---- */

static int
read_options(struct loader *ld, struct taint *taint, const struct tree_node *options)
{
	struct {
		const char *key;
		bool *value;
	} known[] = {
		{"taint_assume_safe_functions", &taint->safe_functions},
		{"taint_assume_safe_indexes", &taint->safe_indexes},
		{"taint_assume_safe_comparisons", &taint->safe_comparisons},
		{"taint_assume_safe_booleans", &taint->safe_booleans},
		{"taint_assume_safe_numbers", &taint->safe_numbers},
		{"taint_only_propagate_through_assignments", &taint->only_assignments},
		{"taint_unify_mvars", &taint->unify},
	};

	if (options->kind != TREE_MAPPING)
		return load_fail(ld, options, "options is a mapping (key: value)");
	for (const struct tree_node *key = options->first; key; key = key->next->next) {
		for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
			if (slice_eq_str(key->value, known[i].key) && load_bool(ld, known[i].value, key) < 0)
				return -1;
		if (slice_eq_str(key->value, "taint_focus_on") &&
		    !(key->next->kind == TREE_SCALAR && slice_eq_str(key->next->value, "sink")) &&
		    load_unsupported(ld, key->at, "option taint_focus_on is not supported") < 0)
			return -1;
	}
	return 0;
}

int
load_taint(struct loader *ld, const struct taint **out, const struct tree_node *rule)
{
	const struct tree_node *options = tree_get(rule, "options");
	struct taint *taint = arena_alloc(ld->arena, sizeof(*taint));

	if (!taint)
		return err_oom(ld->err);
	*out = taint;
	if (read_list(ld, &taint->sources, &sources, rule) < 0 ||
	    read_list(ld, &taint->sinks, &sinks, rule) < 0 ||
	    read_list(ld, &taint->sanitizers, &sanitizers, rule) < 0 ||
	    read_list(ld, &taint->propagators, &propagators, rule) < 0 ||
	    read_list(ld, &taint->guards, &guards, rule) < 0)
		return -1;
	return options ? read_options(ld, taint, options) : 0;
}
