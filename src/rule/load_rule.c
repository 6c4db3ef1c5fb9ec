/*
 * load_rule.c - the keys of one rule
 *
 * Three kinds of keys: those we run, those of Semgrep that have no effect on
 * text rules and are accepted, and those that make a rule one which this build
 * cannot run. Anything else is a mistake.
 */
#include "base/ascii.h"
#include "rule/load.h"

#define MAX_ID_BYTES 100u

struct rule_draft {
	struct rule rule;
	bool has_formula;
	const struct tree_node *taint;   /* the key `mode` with taint, or NULL */
	const struct tree_node *tainted; /* a key that only that mode has, or NULL */
};

/* ---- readers; target is a struct rule_draft ---- */

static int
read_id(struct loader *ld, void *target, const struct tree_node *key)
{
	struct rule_draft *draft = target;

	if (load_text(ld, &draft->rule.id, key) < 0)
		return -1;
	struct slice id = draft->rule.id;
	bool good = id.len <= MAX_ID_BYTES && ascii_is_alnum(id.ptr[0]);
	for (size_t i = 0; i < id.len && good; i++)
		good = ascii_is_alnum(id.ptr[i]) || (id.ptr[i] != '\0' && strchr("._-", id.ptr[i]) != NULL);
	if (!good)
		return load_fail(ld, key->next,
				 "an id is made of letters, digits, '.', '_' and '-', starts with a letter "
				 "or digit and has at most %u bytes",
				 MAX_ID_BYTES);
	return 0;
}

static int
read_message(struct loader *ld, void *target, const struct tree_node *key)
{
	struct rule_draft *draft = target;

	return load_text(ld, &draft->rule.message, key);
}

/* Empty text is a fix: it deletes. We have no mark for that, so it counts as none. */
static int
read_fix(struct loader *ld, void *target, const struct tree_node *key)
{
	struct rule_draft *draft = target;

	if (key->next->kind == TREE_SCALAR && key->next->value.len == 0)
		return 0;
	return load_text(ld, &draft->rule.fix, key);
}

static int
read_severity(struct loader *ld, void *target, const struct tree_node *key)
{
	static const struct {
		const char *name;
		enum severity severity;
	} names[] = {
		{"INFO", SEVERITY_INFO},      {"WARNING", SEVERITY_WARNING}, {"ERROR", SEVERITY_ERROR},
		{"LOW", SEVERITY_INFO},       {"MEDIUM", SEVERITY_WARNING},  {"HIGH", SEVERITY_ERROR},
		{"CRITICAL", SEVERITY_ERROR}, {"INVENTORY", SEVERITY_INFO},  {"EXPERIMENT", SEVERITY_INFO},
	};
	struct rule_draft *draft = target;

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (key->next->kind == TREE_SCALAR && slice_eq_str(key->next->value, names[i].name)) {
			draft->rule.severity = names[i].severity;
			return 0;
		}
	return load_fail(ld, key->next,
			 "severity is INFO, WARNING or ERROR (or LOW, MEDIUM, HIGH, CRITICAL)");
}

static bool
is_listed(struct slice name, const char *const *list)
{
	for (; *list; list++)
		if (slice_eq_nocase(name, *list))
			return true;
	return false;
}

/* One name: adds to the set, or counts a language that Semgrep knows and we do not. */
static int
read_language(struct loader *ld, struct rule *rule, const struct tree_node *node)
{
	static const char *const any[] = {"regex", "none", NULL};
	static const char *const generic[] = {"generic", "spacegrep", NULL};
	static const char *const foreign[] = {
		"apex",     "cairo",       "circom",        "clojure",    "dart",   "elixir",
		"ex",       "hack",        "julia",         "jsonnet",    "lisp",   "lua",
		"ocaml",    "ml",          "promql",        "proto",      "proto3", "protobuf",
		"ql",       "move_on_sui", "move_on_aptos", "r",          "scheme", "vue",
		"hacklang", "vb",          "visualbasic",   "powershell", "perl",   NULL};
	struct slice name = node->value;

	if (node->kind != TREE_SCALAR)
		return load_fail(ld, node, "expected the name of a language");
	enum language lang = language_by_name(name);
	if (lang != LANG_NONE)
		rule->languages |= LANGUAGE_BIT(lang);
	else if (is_listed(name, any) || is_listed(name, generic))
		rule->languages = LANGUAGE_ANY;
	else if (slice_eq_nocase(name, "aliengrep"))
		return load_unsupported(ld, node->at, "generic_engine aliengrep is not supported");
	else if (!is_listed(name, foreign))
		return load_fail(ld, node, "there is no language '%s'", shown(name).text);
	rule->generic.on |= is_listed(name, generic);
	return 0;
}

static int
read_languages(struct loader *ld, void *target, const struct tree_node *key)
{
	struct rule_draft *draft = target;
	const struct tree_node *list = key->next;

	if (list->kind != TREE_SEQUENCE || list->n == 0)
		return load_fail(ld, list, "languages is a list: [python], or [regex] for every file");
	for (const struct tree_node *item = list->first; item; item = item->next)
		if (read_language(ld, &draft->rule, item) < 0)
			return -1;
	if (draft->rule.languages == 0 && ld->unsupported.len == 0)
		return load_unsupported(ld, list->at, "language %s is not supported",
					shown(list->first->value).text);
	return 0;
}

static int
read_keywords(struct loader *ld, void *target, const struct tree_node *key)
{
	struct rule_draft *draft = target;

	return load_texts(ld, &draft->rule.keywords, &draft->rule.nkeywords, key, load_lower_case);
}

static int
read_formula(struct loader *ld, void *target, const struct tree_node *key)
{
	struct rule_draft *draft = target;

	if (draft->has_formula)
		return load_fail(
			ld, key,
			"a rule has exactly one of pattern-regex, patterns, pattern-either, pattern");
	draft->has_formula = true;
	return load_formula(ld, &draft->rule.formula, key);
}

static int
read_mode(struct loader *ld, void *target, const struct tree_node *key)
{
	static const char *const modes[] = {"join", "extract", "step", "steps", "secrets", NULL};
	struct slice mode = key->next->value;

	if (slice_eq_str(mode, "taint"))
		((struct rule_draft *)target)->taint = key;
	if (slice_eq_str(mode, "search") || slice_eq_str(mode, "taint"))
		return 0;
	if (!is_listed(mode, modes))
		return load_fail(ld, key->next, "mode is search (or taint, join, extract)");
	return load_unsupported(ld, key->at, "mode %s is not supported", shown(mode).text);
}

/* Read by load_taint(), once all keys are known. */
static int
read_tainted(struct loader *ld, void *target, const struct tree_node *key)
{
	(void)ld;
	((struct rule_draft *)target)->tainted = key;
	return 0;
}

static int
read_unsupported(struct loader *ld, void *target, const struct tree_node *key)
{
	(void)target;
	return load_unsupported(ld, key->at, "operator %s is not supported", shown(key->value).text);
}

static int
read_ignored(struct loader *ld, void *target, const struct tree_node *key)
{
	(void)ld, (void)target, (void)key;
	return 0;
}

static int
read_metadata(struct loader *ld, void *target, const struct tree_node *key)
{
	return load_metadata(ld, &((struct rule_draft *)target)->rule, key);
}

static int
read_paths(struct loader *ld, void *target, const struct tree_node *key)
{
	return load_paths(ld, &((struct rule_draft *)target)->rule, key);
}

static int
read_diff(struct loader *ld, void *target, const struct tree_node *key)
{
	return load_diff(ld, &((struct rule_draft *)target)->rule, key);
}

static int
read_options(struct loader *ld, void *target, const struct tree_node *key)
{
	struct rule *rule = &((struct rule_draft *)target)->rule;

	if (load_options(ld, &rule->generic, key) < 0)
		return -1;
	return load_switches(ld, &rule->options, key);
}

static const struct field rule_fields[] = {
	{"id", read_id},
	{"message", read_message},
	{"severity", read_severity},
	{"languages", read_languages},
	{"pattern-regex", read_formula},
	{"patterns", read_formula},
	{"pattern-either", read_formula},
	{"pattern", read_formula},
	{"paths", read_paths},
	{"diff", read_diff},
	{"keywords", read_keywords},
	{"fix", read_fix},
	{"metadata", read_metadata},
	{"mode", read_mode},
	{"options", read_options},
	{"min-version", read_ignored}, /* of Semgrep */
	{"max-version", read_ignored},
	{"fix-regex", read_ignored}, /* the finding stands without it */
	{"pattern-sources", read_tainted},
	{"pattern-sinks", read_tainted},
	{"pattern-sanitizers", read_tainted},
	{"pattern-propagators", read_tainted},
	{"pattern-guards", read_tainted},
	{"match", read_unsupported},
	{"taint", read_unsupported},
	{"join", read_unsupported},
	{"steps", read_unsupported},
	{"extract", read_unsupported},
	{"dest-language", read_unsupported},
	{"dest-rules", read_unsupported},
	{"reduce", read_unsupported},
	{"transform", read_unsupported},
	{"validators", read_unsupported},
	{"dependencies", read_unsupported},
	{"r2c-internal-project-depends-on", read_unsupported},
};

/* ---- the whole ---- */

/* What metadata.area is when it says nothing, and diff.commits: a secret must be in no commit. */
static void
fill_defaults(struct rule *rule, const struct tree_node *node)
{
	const struct tree_node *metadata = tree_get(node, "metadata"), *diff = tree_get(node, "diff");

	if (!metadata || !tree_get(metadata, "area"))
		rule->area = area_of_cwe(rule->cwe, rule->ncwe);
	if (!diff || !tree_get(diff, "commits"))
		rule->commits =
			rule->area == AREA_SECRETS && rule->on == DIFF_ADDED && rule->observes.len == 0
				? COMMITS_EVERY
				: COMMITS_TIP;
}

static int
check_required(struct loader *ld, const struct tree_node *node)
{
	static const char *const required[] = {"id", "message", "severity", "languages"};

	for (size_t i = 0; i < sizeof(required) / sizeof(*required); i++)
		if (!tree_get(node, required[i]))
			return load_fail(ld, node, "a rule needs the key '%s'", required[i]);
	return 0;
}

static int
check_own(struct loader *ld, const struct rule *rule, const struct tree_node *node)
{
	const struct tree_node *metadata = tree_get(node, "metadata");

	if (!metadata || !tree_get(metadata, "area"))
		return load_fail(ld, node, "a shipped rule needs metadata.area");
	if (rule->ncwe == 0 && rule->observes.len == 0)
		return load_fail(ld, node, "a shipped rule needs metadata.cwe");
	if (ld->unsupported.len > 0)
		return tree_error(ld->err, load_name_at(ld, ld->unsupported_at), ld->unsupported_at, "%s",
				  ld->unsupported.ptr);
	return 0;
}

static int
check_supported(struct loader *ld, struct rule_draft *draft)
{
	struct rule *rule = &draft->rule;
	const char *operator_name;
	struct rule_position at;
	bool text;

	if (formula_is_supported(&text, &rule->formula, false, &operator_name, &at, ld->err) < 0)
		return -1;
	rule->syntax = (!text && !rule->generic.on) || draft->taint;
	if (!rule->syntax || (rule->languages != LANGUAGE_ANY && (rule->languages & ld->syntax) != 0))
		return 0;
	/* What taint is followed through are the nodes of a tree. */
	if (draft->taint)
		return load_unsupported(ld, draft->taint->at, "mode taint is not supported");
	return load_unsupported(ld, at, "operator %s is not supported", operator_name);
}

static int
read_taint(struct loader *ld, struct rule_draft *draft, const struct tree_node *node)
{
	if (!draft->taint && draft->tainted)
		return load_unsupported(ld, draft->tainted->at,
					"operator %s without mode taint is not supported",
					shown(draft->tainted->value).text);
	if (!draft->taint)
		return 0;
	if (draft->has_formula)
		return load_fail(ld, node,
				 "a rule of mode taint has its patterns in pattern-sources, "
				 "pattern-sinks and their like");
	draft->has_formula = true;
	draft->rule.formula = (struct formula){.op = OP_ANY, .at = node->at};
	return load_taint(ld, &draft->rule.taint, node);
}

int
load_rule(struct loader *ld, struct rule *out, const struct tree_node *node)
{
	struct rule_draft draft = {.rule = {.confidence = CONFIDENCE_MEDIUM,
					    .generic = {.max_span = GENERIC_MAX_SPAN},
					    .file = ld->file,
					    .at = node->at}};

	ld->unsupported = slice_of(NULL, 0);
	if (load_fields(ld, node, "a rule", rule_fields, sizeof(rule_fields) / sizeof(*rule_fields), &draft) <
		    0 ||
	    check_required(ld, node) < 0 || read_taint(ld, &draft, node) < 0)
		return -1;
	fill_defaults(&draft.rule, node);
	if (!draft.has_formula && ld->unsupported.len == 0)
		return load_fail(ld, node, "a rule needs one of pattern-regex, patterns, pattern-either");
	if (draft.has_formula && check_supported(ld, &draft) < 0)
		return -1;
	if (ld->own && check_own(ld, &draft.rule, node) < 0)
		return -1;
	*out = draft.rule;
	return ld->unsupported.len == 0;
}
