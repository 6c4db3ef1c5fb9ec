/*
 * gitleaks_allow.c - allowlists of gitleaks
 *
 * They stand in a rule or beside the rules, as `[allowlist]` (the older form) or `[[allowlists]]`. Case of
 * keys does not matter to gitleaks, and so not here.
 */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/ascii.h"
#include "base/buf.h"
#include "rule/gitleaks_internal.h"

int
gitleaks_problem(struct loader *ld, struct slice *problem, const char *fmt, ...)
{
	char message[200];
	va_list args;

	if (problem->len > 0)
		return 0;
	va_start(args, fmt);
	vsnprintf(message, sizeof(message), fmt, args);
	va_end(args);
	return arena_dup(problem, ld->arena, slice_str(message)) < 0 ? err_oom(ld->err) : 0;
}

const struct tree_node *
gitleaks_first_table(const struct tree_node *key)
{
	if (!key)
		return NULL;
	return key->next->kind == TREE_SEQUENCE ? key->next->first : key->next;
}

const struct tree_node *
gitleaks_next_table(const struct tree_node *key, const struct tree_node *table)
{
	return key->next->kind == TREE_SEQUENCE ? table->next : NULL;
}

int
gitleaks_text(struct loader *ld, struct slice *out, const struct tree_node *map, const char *key)
{
	const struct tree_node *found = load_key(map, key);

	*out = slice_of(NULL, 0);
	if (!found || (found->next->kind == TREE_SCALAR && found->next->value.len == 0))
		return 0;
	return load_text(ld, out, found);
}

int
gitleaks_texts(struct loader *ld, struct slice_list *out, const struct tree_node *map, const char *key,
	       text_converter convert)
{
	const struct tree_node *found = load_key(map, key);
	const struct slice *more;
	size_t n;

	if (!found)
		return 0;
	if (load_texts(ld, &more, &n, found, convert) < 0)
		return -1;
	struct slice *all = arena_array(ld->arena, out->n + n, sizeof(*all));
	if (!all)
		return err_oom(ld->err);
	if (out->n > 0)
		memcpy(all, out->items, out->n * sizeof(*all));
	if (n > 0)
		memcpy(all + out->n, more, n * sizeof(*all));
	*out = (struct slice_list){all, out->n + n};
	return 0;
}

static int
lower_trimmed(struct loader *ld, struct slice *text, const struct tree_node *node)
{
	*text = slice_trim(*text);
	return load_lower_case(ld, text, node);
}

/* The first key that nobody knows, or NULL. */
static const struct tree_node *
foreign_key(const struct tree_node *map)
{
	static const char *const known[] = {"description", "condition", "commits",   "paths",
					    "regexTarget", "regexes",   "stopwords", "targetRules"};

	for (const struct tree_node *key = map->first; key; key = key->next->next) {
		size_t i = 0, n = sizeof(known) / sizeof(*known);
		while (i < n && !slice_eq_nocase(key->value, known[i]))
			i++;
		if (i == n)
			return key;
	}
	return NULL;
}

static int
read_condition(struct loader *ld, bool *all, const struct tree_node *map)
{
	struct slice text;

	if (gitleaks_text(ld, &text, map, "condition") < 0)
		return -1;
	*all = slice_eq_nocase(text, "AND") || slice_eq_str(text, "&&");
	if (*all || text.len == 0 || slice_eq_nocase(text, "OR") || slice_eq_str(text, "||"))
		return 0;
	return load_fail(ld, load_key(map, "condition")->next, "condition is AND or OR");
}

static int
read_target(struct loader *ld, enum allowance_target *target, const struct tree_node *map)
{
	static const char *const names[] = {"secret", "match", "line"};
	struct slice text;

	*target = TARGET_SECRET;
	if (gitleaks_text(ld, &text, map, "regexTarget") < 0)
		return -1;
	for (int i = TARGET_SECRET; i <= TARGET_LINE; i++)
		if (slice_eq_str(text, names[i])) {
			*target = (enum allowance_target)i;
			return 0;
		}
	if (text.len == 0)
		return 0;
	return load_fail(ld, load_key(map, "regexTarget")->next, "regexTarget is secret, match or line");
}

int
gitleaks_allowance(struct loader *ld, struct allowance *out, struct slice_list *rules, struct slice *problem,
		   const struct tree_node *map)
{
	struct allowance *a = out;

	if (map->kind != TREE_MAPPING)
		return load_fail(ld, map, "an allowlist is a table");
	*a = (struct allowance){.line = map->at.line};
	if (read_condition(ld, &a->all, map) < 0 || read_target(ld, &a->target, map) < 0 ||
	    gitleaks_texts(ld, &a->commits, map, "commits", lower_trimmed) < 0 ||
	    gitleaks_texts(ld, &a->paths, map, "paths", NULL) < 0 ||
	    gitleaks_texts(ld, &a->regexes, map, "regexes", NULL) < 0 ||
	    gitleaks_texts(ld, &a->words, map, "stopwords", load_lower_case) < 0 ||
	    (rules && gitleaks_texts(ld, rules, map, "targetRules", NULL) < 0))
		return -1;
	const struct tree_node *foreign = foreign_key(map);
	if (!foreign)
		return 1;
	return gitleaks_problem(ld, problem, "key '%s' of the allowlist at line %u is not supported",
				shown(foreign->value).text, map->at.line);
}

/* ---- beside the rules ---- */

static int
add_global(struct gitleaks *g, const struct gitleaks_global *global)
{
	const struct allowance *a = &global->allowance;
	void *items = g->globals;

	g->npatterns += 1 + a->paths.n + a->regexes.n;
	if (g->npatterns > LIMIT_COMMON_ALLOWED)
		return err_set(g->ld->err, ERR_LIMIT,
			       "%s:%u:1: more than %u lists and patterns for all rules", g->ld->name, a->line,
			       LIMIT_COMMON_ALLOWED);
	if (array_reserve(&items, &g->globals_cap, g->nglobals + 1, sizeof(*g->globals)) < 0)
		return err_oom(g->ld->err);
	g->globals = items;
	g->globals[g->nglobals++] = *global;
	return 0;
}

static int
compare_texts(const void *a, const void *b)
{
	return slice_cmp(*(const struct slice *)a, *(const struct slice *)b);
}

static int
sort_rules(struct loader *ld, struct slice_list *rules)
{
	struct slice *sorted = arena_array(ld->arena, rules->n, sizeof(*sorted));

	if (!sorted)
		return err_oom(ld->err);
	if (rules->n == 0)
		return 0;
	memcpy(sorted, rules->items, rules->n * sizeof(*sorted));
	qsort(sorted, rules->n, sizeof(*sorted), compare_texts);
	rules->items = sorted;
	return 0;
}

bool
gitleaks_is_for(const struct gitleaks_global *global, struct slice id)
{
	return global->rules.n > 0 &&
	       bsearch(&id, global->rules.items, global->rules.n, sizeof(id), compare_texts);
}

static int
read_global(struct gitleaks *g, const struct tree_node *map)
{
	struct gitleaks_global global = {0};

	int rc = gitleaks_allowance(g->ld, &global.allowance, &global.rules, &g->partial, map);
	if (rc <= 0)
		return rc;
	return sort_rules(g->ld, &global.rules) < 0 ? -1 : add_global(g, &global);
}

static int
add_filter(struct gitleaks *g, const struct gitleaks_filter *filter, uint32_t line)
{
	for (size_t i = 0; i < filter->n; i++) {
		struct gitleaks_global global = {.allowance = filter->allowances[i]};
		global.allowance.line = line;
		if (add_global(g, &global) < 0)
			return -1;
	}
	return 0;
}

/* One over all rules; an entropy for all of them is nothing that we have. */
static int
read_filter(struct gitleaks *g, const struct tree_node *toml, const char *name)
{
	struct gitleaks_filter filter;
	struct slice text;

	if (gitleaks_text(g->ld, &text, toml, name) < 0)
		return -1;
	if (text.len == 0)
		return 0;
	uint32_t line = load_key(toml, name)->at.line;
	int rc = gitleaks_filter_read(&filter, g->ld, text);
	if (rc > 0 && filter.entropy < 0)
		rc = add_filter(g, &filter, line);
	else if (rc >= 0)
		rc = gitleaks_problem(g->ld, &g->partial, "the %s at line %u is not supported", name, line);
	free(filter.allowances);
	return rc;
}

static int
keep_common(struct gitleaks *g)
{
	struct allowance *common = arena_array(g->ld->arena, g->nglobals, sizeof(*common));

	if (!common)
		return err_oom(g->ld->err);
	for (size_t i = 0; i < g->nglobals; i++)
		if (g->globals[i].rules.n == 0)
			common[g->ncommon++] = g->globals[i].allowance;
	g->common = common;
	return 0;
}

int
gitleaks_read_globals(struct gitleaks *g)
{
	static const char *const keys[] = {"allowlist", "allowlists"};

	for (size_t i = 0; i < 2 * g->nfiles; i++) {
		const struct tree_node *key = load_key(g->files[i / 2].toml, keys[i % 2]);
		gitleaks_enter(g, i / 2);
		for (const struct tree_node *map = gitleaks_first_table(key); map;
		     map = gitleaks_next_table(key, map))
			if (read_global(g, map) < 0)
				return -1;
		const char *filter = i % 2 == 0 ? "prefilter" : "filter";
		if (read_filter(g, g->files[i / 2].toml, filter) < 0)
			return -1;
	}
	return keep_common(g);
}
