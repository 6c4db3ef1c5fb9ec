/*
 * gitleaks.c - gitleaks' rules as rules of ours
 *
 *	[[rules]]                             id: a
 *	id = "a"                              pattern-regex: key=(\w+)
 *	regex = '''[\w.-]{0,50}?key=(\w+)'''  keywords: [key]
 *	keywords = ["KEY"]                    a screen (screen.h): the secret is the first group that is not
 *	entropy = 3                           empty, its entropy above 3, and it has no "test"
 *	[[rules.allowlists]]
 *	stopwords = ["test"]
 *
 * A rule of a file that extends another (gitleaks_extend.c) is read together with that of the same id there.
 */
#include "rule/gitleaks_internal.h"

#include <stdlib.h>

#include "base/ascii.h"
#include "base/buf.h"

#define MAX_ID_BYTES 100u

/* Lines before and behind a touched one that are seen. [\s"'] and the like cross a line end or two. */
#define LINES_AROUND 5u

/* The tables of one rule, that which has the say first. */
struct chain {
	const struct tree_node *maps[1 + LIMIT_EXTENDED_FILES];
	size_t n;
};

/* A rule on its way. */
struct draft {
	struct rule rule;
	struct screen *screen;
	struct allowance *allowances;
	size_t cap;
};

/* ---- keys ---- */

/* Others are another scanner's, and what they mean to it nobody knows. */
static int
check_keys(struct loader *ld, const struct tree_node *map)
{
	static const char *const known[] = {"id",          "description", "regex",    "entropy",
					    "secretGroup", "keywords",    "path",     "tags",
					    "allowlist",   "allowlists",  "required", "skipReport",
					    "validate",    "specificity", "filter"};

	for (const struct tree_node *key = map->first; key; key = key->next->next) {
		size_t i = 0, n = sizeof(known) / sizeof(*known);
		while (i < n && !slice_eq_nocase(key->value, known[i]))
			i++;
		if (i == n && load_unsupported(ld, key->at, "key '%s' of gitleaks is not supported",
					       shown(key->value).text) < 0)
			return -1;
	}
	return 0;
}

/* The text of the first table that has one. */
static int
read_text(struct loader *ld, struct slice *out, const struct chain *chain, const char *key)
{
	*out = slice_of(NULL, 0);
	for (size_t i = 0; i < chain->n && out->len == 0; i++)
		if (gitleaks_text(ld, out, chain->maps[i], key) < 0)
			return -1;
	return 0;
}

/* The number of the first table that has one which is not 0. */
static int
read_number(struct loader *ld, double *out, const struct chain *chain, const char *key, double max)
{
	*out = 0;
	for (size_t i = 0; i < chain->n && *out <= 0; i++) {
		const struct tree_node *found = load_key(chain->maps[i], key);
		if (found && load_number(ld, out, found, 0, max) < 0)
			return -1;
	}
	return 0;
}

/* gitleaks allows any name; ours is one word. */
static int
read_id(struct loader *ld, struct slice *out, const struct tree_node *map)
{
	const struct tree_node *key = load_key(map, "id");

	if (!key)
		return load_fail(ld, map, "a rule needs the key 'id'");
	if (load_text(ld, out, key) < 0)
		return -1;
	if (out->len > MAX_ID_BYTES || !ascii_is_alnum(out->ptr[0]))
		return load_fail(ld, key->next,
				 "an id starts with a letter or digit and has at most %u bytes",
				 MAX_ID_BYTES);
	return 0;
}

static int
as_word(struct loader *ld, struct slice *id)
{
	char *copy = arena_strndup(ld->arena, id->ptr, id->len);

	if (!copy)
		return err_oom(ld->err);
	for (size_t i = 0; i < id->len; i++)
		if (!ascii_is_alnum(copy[i]) && (copy[i] == '\0' || !strchr("._-", copy[i])))
			copy[i] = '-';
	id->ptr = copy;
	return 0;
}

/* ---- what matches ---- */

/* Takes `what` off the front, with a flag group before it that is put into *flags. */
static bool
take_lazy(struct slice *regex, struct slice *flags)
{
	static const char preamble[] = "[\\w.-]{0,50}?";
	static const char *const heads[] = {"", "(?i)", "(?i:"};

	for (size_t i = 0; i < sizeof(heads) / sizeof(*heads); i++) {
		struct slice rest = slice_sub(*regex, strlen(heads[i]), regex->len);
		if (!slice_starts(*regex, heads[i]) || !slice_starts(rest, preamble))
			continue;
		*flags = slice_str(heads[i]);
		*regex = slice_sub(rest, sizeof(preamble) - 1, rest.len);
		return true;
	}
	return false;
}

/*
 * The words that gitleaks lets stand before a name are lazy and come first: they bind nothing, and cost a
 * search at every byte. It writes them twice in places. Allowlists of matches look at them, so they are
 * found again behind a match.
 */
static int
drop_preamble(struct loader *ld, struct slice *regex, uint32_t *bytes)
{
	struct buf out = BUF_INIT(LIMIT_RULE_FILE_BYTES);
	struct slice rest = *regex, flags;

	for (*bytes = 0; take_lazy(&rest, &flags); *bytes += 50)
		buf_add_slice(&out, flags);
	buf_add_slice(&out, rest);
	int rc = buf_ok(&out) ? arena_dup(regex, ld->arena, buf_slice(&out)) : -1;
	buf_release(&out);
	return rc < 0 ? err_oom(ld->err) : 0;
}

/* Does it mean text of many lines? */
static bool
spans_lines(struct slice regex)
{
	static const char *const marks[] = {"\\s\\S", "\\S\\s", "(?s", "\\n]", "\\n)"};

	for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); i++)
		if (slice_find(regex, slice_str(marks[i])) != (size_t)-1)
			return true;
	return false;
}

static int
read_formula(struct gitleaks *g, struct draft *d, const struct chain *chain)
{
	struct loader *ld = g->ld;
	struct slice regex, path;

	if (read_text(ld, &regex, chain, "regex") < 0 || read_text(ld, &path, chain, "path") < 0 ||
	    (regex.len > 0 && drop_preamble(ld, &regex, &d->screen->preamble) < 0))
		return -1;
	d->rule.names = regex.len == 0;
	if (!d->rule.names)
		d->screen->path = path;
	d->rule.window = spans_lines(regex) ? WINDOW_FILE : WINDOW_LINES;
	d->rule.window_lines = LINES_AROUND;
	d->rule.formula = (struct formula){
		.op = OP_REGEX, .text = d->rule.names ? path : regex, .at = chain->maps[0]->at};
	if (d->rule.formula.text.len > 0)
		return 0;
	return load_unsupported(ld, chain->maps[0]->at,
				g->defaults ? "it changes one of gitleaks' own rules, which are not here"
					    : "it has neither regex nor path");
}

static int
read_numbers(struct loader *ld, struct screen *screen, const struct chain *chain)
{
	double entropy, group;

	if (read_number(ld, &entropy, chain, "entropy", 8) < 0 ||
	    read_number(ld, &group, chain, "secretGroup", 99) < 0)
		return -1;
	screen->entropy = entropy > 0 ? entropy : -1;
	screen->group = (uint32_t)group;
	return 0;
}

static int
read_keywords(struct loader *ld, struct rule *rule, const struct chain *chain)
{
	struct slice_list keywords = {NULL, 0};

	for (size_t i = chain->n; i-- > 0;)
		if (gitleaks_texts(ld, &keywords, chain->maps[i], "keywords", load_lower_case) < 0)
			return -1;
	rule->keywords = keywords.items;
	rule->nkeywords = keywords.n;
	return 0;
}

/* ---- what is let pass ---- */

static int
allow(struct loader *ld, struct draft *d, const struct allowance *allowance)
{
	void *items = d->allowances;

	if (array_reserve(&items, &d->cap, d->screen->nallowances + 1, sizeof(*d->allowances)) < 0)
		return err_oom(ld->err);
	d->allowances = items;
	d->allowances[d->screen->nallowances++] = *allowance;
	return 0;
}

static int
read_allowlists(struct loader *ld, struct draft *d, const struct tree_node *map)
{
	static const char *const keys[] = {"allowlist", "allowlists"};
	struct allowance allowance;

	for (size_t i = 0; i < sizeof(keys) / sizeof(*keys); i++) {
		const struct tree_node *key = load_key(map, keys[i]);
		for (const struct tree_node *list = gitleaks_first_table(key); list;
		     list = gitleaks_next_table(key, list)) {
			int rc = gitleaks_allowance(ld, &allowance, NULL, &d->rule.partial, list);
			if (rc < 0 || (rc > 0 && allow(ld, d, &allowance) < 0))
				return -1;
		}
	}
	return 0;
}

static int
read_all_allowlists(struct gitleaks *g, struct draft *d, struct slice id, const struct chain *chain)
{
	d->rule.partial = g->partial;
	d->screen->common = g->common;
	d->screen->ncommon = g->ncommon;
	for (size_t i = 0; i < g->nglobals; i++)
		if (gitleaks_is_for(&g->globals[i], id) && allow(g->ld, d, &g->globals[i].allowance) < 0)
			return -1;
	for (size_t i = chain->n; i-- > 0;)
		if (read_allowlists(g->ld, d, chain->maps[i]) < 0)
			return -1;
	return 0;
}

static int
apply_filter(struct loader *ld, struct draft *d, const struct gitleaks_filter *filter, uint32_t line)
{
	if (filter->entropy >= 0) {
		d->screen->entropy = filter->entropy;
		d->screen->entropy_equal = filter->entropy_equal;
	}
	for (size_t i = 0; i < filter->n; i++) {
		filter->allowances[i].line = line;
		if (allow(ld, d, &filter->allowances[i]) < 0)
			return -1;
	}
	return 0;
}

/* What betterleaks has instead of entropy and allowlists. */
static int
read_filter(struct loader *ld, struct draft *d, const struct chain *chain)
{
	uint32_t line = chain->maps[0]->at.line;
	struct gitleaks_filter filter;
	struct slice text;

	if (read_text(ld, &text, chain, "filter") < 0)
		return -1;
	if (text.len == 0)
		return 0;
	int rc = gitleaks_filter_read(&filter, ld, text);
	if (rc > 0)
		rc = apply_filter(ld, d, &filter, line);
	else if (rc == 0)
		rc = gitleaks_problem(ld, &d->rule.partial, "its filter is not supported");
	free(filter.allowances);
	return rc;
}

/* ---- what else must be found ---- */

static int
read_distance(struct loader *ld, uint32_t *out, const struct tree_node *map, const char *name)
{
	const struct tree_node *key = load_key(map, name);
	double number;

	*out = SCREEN_ANYWHERE;
	if (!key)
		return 0;
	if (load_number(ld, &number, key, 0, 1000000) < 0)
		return -1;
	*out = (uint32_t)number;
	return 0;
}

static int
read_need(struct loader *ld, struct screen_need *need, const struct tree_node *map)
{
	if (map->kind != TREE_MAPPING)
		return load_fail(ld, map, "required is a list of tables");
	if (read_id(ld, &need->rule_id, map) < 0 || as_word(ld, &need->rule_id) < 0)
		return -1;
	if (read_distance(ld, &need->lines, map, "withinLines") < 0)
		return -1;
	return read_distance(ld, &need->columns, map, "withinColumns");
}

static int
read_needs(struct loader *ld, struct screen *screen, const struct chain *chain)
{
	const struct tree_node *key = NULL, *helper = load_key(chain->maps[0], "skipReport");

	if (helper && load_bool(ld, &screen->helper, helper) < 0)
		return -1;
	for (size_t i = 0; i < chain->n && !key; i++)
		key = load_key(chain->maps[i], "required");
	if (!key)
		return 0;
	struct screen_need *needs = arena_array(ld->arena, key->next->n + 1, sizeof(*needs));
	if (!needs)
		return err_oom(ld->err);
	for (const struct tree_node *map = gitleaks_first_table(key); map;
	     map = gitleaks_next_table(key, map))
		if (read_need(ld, &needs[screen->nneeds++], map) < 0)
			return -1;
	screen->needs = needs;
	return 0;
}

/* ---- one rule ---- */

static int
fill(struct gitleaks *g, struct draft *d, const struct chain *chain)
{
	static const struct slice cwe[] = {SLICE_LITERAL("CWE-798")};
	struct loader *ld = g->ld;

	d->rule = (struct rule){
		.severity = SEVERITY_ERROR,
		.area = AREA_SECRETS,
		.cwe = cwe,
		.ncwe = 1,
		.languages = LANGUAGE_ANY,
		.commits = COMMITS_EVERY,
		.generic = {.max_span = GENERIC_MAX_SPAN},
		.screen = d->screen,
		.file = ld->file,
		.at = chain->maps[0]->at,
	};
	if (read_id(ld, &d->rule.id, chain->maps[0]) < 0 ||
	    read_all_allowlists(g, d, d->rule.id, chain) < 0 || as_word(ld, &d->rule.id) < 0 ||
	    read_text(ld, &d->rule.message, chain, "description") < 0 || read_formula(g, d, chain) < 0 ||
	    read_numbers(ld, d->screen, chain) < 0 || read_filter(ld, d, chain) < 0 ||
	    read_keywords(ld, &d->rule, chain) < 0 || read_needs(ld, d->screen, chain) < 0)
		return -1;
	if (d->rule.message.len == 0)
		d->rule.message = slice_str("This looks like a secret.");
	d->rule.confidence = d->rule.partial.len > 0 ? CONFIDENCE_MEDIUM : CONFIDENCE_HIGH;
	return 0;
}

static int
keep_allowances(struct loader *ld, struct draft *d)
{
	struct allowance *copy = arena_array(ld->arena, d->screen->nallowances, sizeof(*copy));

	if (!copy)
		return err_oom(ld->err);
	if (d->screen->nallowances > 0)
		memcpy(copy, d->allowances, d->screen->nallowances * sizeof(*copy));
	d->screen->allowances = copy;
	return 0;
}

static int
read_rule(struct gitleaks *g, const struct chain *chain)
{
	struct loader *ld = g->ld;
	struct draft d = {.screen = arena_alloc(ld->arena, sizeof(*d.screen))};
	int rc = 0;

	if (!d.screen)
		return err_oom(ld->err);
	*d.screen = (struct screen){0};
	ld->unsupported = slice_of(NULL, 0);
	for (size_t i = 0; rc == 0 && i < chain->n; i++)
		rc = check_keys(ld, chain->maps[i]);
	if (rc == 0)
		rc = fill(g, &d, chain);
	if (rc == 0)
		rc = keep_allowances(ld, &d);
	free(d.allowances);
	if (rc < 0)
		return -1;
	return ld->unsupported.len > 0 ? batch_add_unsupported(g->batch, ld, &d.rule)
				       : batch_add(g->batch, ld, &d.rule);
}

/* ---- the whole ---- */

/* The tables of the rule in the files behind this one. */
static void
follow(struct chain *chain, const struct gitleaks *g, size_t file, struct slice id)
{
	for (size_t i = file + 1; i < g->nfiles; i++) {
		const struct tree_node *rule = gitleaks_rule(&g->files[i], id);
		if (rule)
			chain->maps[chain->n++] = rule;
	}
}

static int
read_rules(struct gitleaks *g, size_t file)
{
	const struct tree_node *rules = load_key(g->files[file].toml, "rules");
	struct slice id;

	gitleaks_enter(g, file);
	for (const struct tree_node *map = gitleaks_first_table(rules); map;
	     map = gitleaks_next_table(rules, map)) {
		struct chain chain = {{map}, 1};
		if (map->kind != TREE_MAPPING)
			return load_fail(g->ld, map, "a rule is a table");
		if (read_id(g->ld, &id, map) < 0)
			return -1;
		if (gitleaks_is_taken(g, file, id))
			continue;
		if (g->batch->n + g->batch->nunsupported >= LIMIT_RULES)
			return load_fail(g->ld, map, "more than %u rules", LIMIT_RULES);
		follow(&chain, g, file, id);
		if (read_rule(g, &chain) < 0)
			return -1;
	}
	return 0;
}

/* ---- rules that need others ---- */

/* The rules of the batch by id. */
struct present {
	const struct rule **rules; /* sorted */
	size_t n;
};

static int
compare_rules(const void *a, const void *b)
{
	return slice_cmp((*(const struct rule *const *)a)->id, (*(const struct rule *const *)b)->id);
}

static bool
is_present(const struct present *present, struct slice id)
{
	const struct rule wanted = {.id = id}, *key = &wanted;

	return bsearch(&key, present->rules, present->n, sizeof(key), compare_rules);
}

static const struct screen_need *
missing_need(const struct present *present, const struct rule *rule)
{
	for (size_t i = 0; rule->screen && i < rule->screen->nneeds; i++)
		if (!is_present(present, rule->screen->needs[i].rule_id))
			return &rule->screen->needs[i];
	return NULL;
}

static int
take_out(struct gitleaks *g, const struct rule *rule, const struct screen_need *need)
{
	g->ld->unsupported = slice_of(NULL, 0);
	if (load_unsupported(g->ld, rule->at, "it requires the rule %s, which is not here",
			     shown(need->rule_id).text) < 0)
		return -1;
	return batch_add_unsupported(g->batch, g->ld, rule);
}

/* Takes out the rules that require what is not there: 1 if some were, 0, -1. */
static int
take_out_needy(struct gitleaks *g)
{
	struct batch *batch = g->batch;
	struct present present = {calloc(batch->n + 1, sizeof(*present.rules)), batch->n};
	size_t kept = 0, n = batch->n;
	int rc = present.rules ? 0 : err_oom(g->ld->err);

	if (present.rules && n > 0) {
		memcpy(present.rules, batch->rules, n * sizeof(*present.rules));
		qsort(present.rules, n, sizeof(*present.rules), compare_rules);
	}
	for (size_t i = 0; rc >= 0 && i < n; i++) {
		const struct screen_need *need = missing_need(&present, batch->rules[i]);
		if (!need)
			batch->rules[kept++] = batch->rules[i];
		else
			rc = take_out(g, batch->rules[i], need) < 0 ? -1 : 1;
	}
	free(present.rules);
	if (rc >= 0)
		batch->n = kept;
	return rc;
}

/* Such a rule would never find anything, and not say so; nor would one that requires it. */
static int
check_needs(struct gitleaks *g)
{
	int more = 1;

	for (unsigned depth = 0; more > 0 && depth < LIMIT_YAML_DEPTH; depth++)
		more = take_out_needy(g);
	if (more <= 0)
		return more;
	return load_fail(g->ld, g->files[0].toml, "rules require each other more than %u deep",
			 LIMIT_YAML_DEPTH);
}

/* ---- the file ---- */

static int
read_files(struct gitleaks *g)
{
	if (gitleaks_read_globals(g) < 0)
		return -1;
	for (size_t i = 0; i < g->nfiles; i++)
		if (read_rules(g, i) < 0)
			return -1;
	gitleaks_enter(g, 0);
	if (g->batch->n + g->batch->nunsupported == 0)
		return load_fail(g->ld, g->files[0].toml,
				 "a TOML file of rules has [[rules]], as gitleaks writes them");
	return check_needs(g);
}

int
gitleaks_load(struct loader *ld, struct batch *batch, struct slice toml, bool on_disk)
{
	struct gitleaks g = {.ld = ld, .batch = batch};

	arena_init(&g.trees);
	int rc = gitleaks_open(&g, toml, on_disk);
	if (rc == 0)
		rc = read_files(&g);
	free(g.globals);
	gitleaks_close(&g);
	return rc;
}
