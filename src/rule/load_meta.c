/*
 * load_meta.c - metadata, paths and diff of a rule
 *
 * `metadata` is free-form: what is not ours is passed over. In `paths` and
 * `diff` every key must be known.
 */
#include "base/ascii.h"
#include "rule/load.h"

#define FIELDS(f) (f), sizeof(f) / sizeof(*(f))

/* ---- metadata ---- */

static int
read_area(struct loader *ld, void *target, const struct tree_node *key)
{
	struct rule *rule = target;

	if (key->next->kind == TREE_SCALAR && area_by_name(&rule->area, key->next->value))
		return 0;
	return load_fail(ld, key->next,
			 "area is one of sql-injection, input-validation, error-handling, "
			 "data-exposure, auth, comments, dependencies, secrets");
}

/* "CWE-89: Improper Neutralization ..." becomes "CWE-89". */
static int
reduce_cwe(struct loader *ld, struct slice *text, const struct tree_node *node)
{
	size_t len = 4;

	while (len < text->len && ascii_is_digit(text->ptr[len]))
		len++;
	if (!slice_starts(*text, "CWE-") || len == 4 || len > 12)
		return load_fail(ld, node, "a CWE is written CWE-<number>");
	text->len = len;
	return 0;
}

static int
read_cwe(struct loader *ld, void *target, const struct tree_node *key)
{
	struct rule *rule = target;

	return load_texts(ld, &rule->cwe, &rule->ncwe, key, reduce_cwe);
}

static int
read_confidence(struct loader *ld, void *target, const struct tree_node *key)
{
	struct rule *rule = target;

	for (int i = CONFIDENCE_LOW; i <= CONFIDENCE_HIGH; i++)
		if (key->next->kind == TREE_SCALAR &&
		    slice_eq_nocase(key->next->value, confidence_name((enum confidence)i))) {
			rule->confidence = (enum confidence)i;
			return 0;
		}
	return load_fail(ld, key->next, "confidence is LOW, MEDIUM or HIGH");
}

/* Packs carry empty entries here; nobody needs to be stopped by one. */
static int
read_references(struct loader *ld, void *target, const struct tree_node *key)
{
	struct rule *rule = target;
	const struct tree_node *value = key->next;
	const struct tree_node *item = value->kind == TREE_SCALAR ? value : value->first;
	struct slice *texts = arena_array(ld->arena, value->n + 1, sizeof(*texts));

	if (!texts)
		return err_oom(ld->err);
	rule->references = texts;
	if (value->kind == TREE_MAPPING)
		return load_fail(ld, value, "references is a list of addresses");
	for (; item; item = value->kind == TREE_SCALAR ? NULL : item->next) {
		if (item->kind != TREE_SCALAR)
			return load_fail(ld, item, "references is a list of addresses");
		if (item->value.len == 0 || tree_is_null(item))
			continue;
		if (arena_dup(&texts[rule->nreferences++], ld->arena, item->value) < 0)
			return err_oom(ld->err);
	}
	return 0;
}

static int
read_messages(struct loader *ld, void *target, const struct tree_node *key)
{
	struct rule *rule = target;

	return load_bool(ld, &rule->messages, key);
}

static int
read_names(struct loader *ld, void *target, const struct tree_node *key)
{
	struct rule *rule = target;

	return load_bool(ld, &rule->names, key);
}

static int
read_observes(struct loader *ld, void *target, const struct tree_node *key)
{
	struct rule *rule = target;

	return load_text(ld, &rule->observes, key);
}

static const struct field metadata_fields[] = {
	{"area", read_area},
	{"cwe", read_cwe},
	{"confidence", read_confidence},
	{"references", read_references},
	{"messages", read_messages},
	{"names", read_names},
	{"observes", read_observes},
};

int
load_metadata(struct loader *ld, void *rule, const struct tree_node *key)
{
	const struct tree_node *map = key->next;

	if (map->kind != TREE_MAPPING)
		return load_fail(ld, map, "metadata is a mapping (key: value)");
	for (size_t i = 0; i < sizeof(metadata_fields) / sizeof(*metadata_fields); i++) {
		const struct field *field = &metadata_fields[i];
		const struct tree_node *at = map->first;
		while (at && !slice_eq_str(at->value, field->key))
			at = at->next->next;
		if (at && field->read(ld, rule, at) < 0)
			return -1;
	}
	return 0;
}

/* Only what differs from input-validation. */
static const struct {
	unsigned short cwe;
	unsigned char area;
} areas_by_cwe[] = {
	{89, AREA_SQL_INJECTION},   {564, AREA_SQL_INJECTION},  {798, AREA_SECRETS},
	{259, AREA_SECRETS},        {321, AREA_SECRETS},        {522, AREA_SECRETS},
	{532, AREA_DATA_EXPOSURE},  {200, AREA_DATA_EXPOSURE},  {209, AREA_DATA_EXPOSURE},
	{489, AREA_DATA_EXPOSURE},  {312, AREA_DATA_EXPOSURE},  {319, AREA_DATA_EXPOSURE},
	{287, AREA_AUTH},           {306, AREA_AUTH},           {352, AREA_AUTH},
	{862, AREA_AUTH},           {863, AREA_AUTH},           {295, AREA_AUTH},
	{327, AREA_AUTH},           {328, AREA_AUTH},           {330, AREA_AUTH},
	{338, AREA_AUTH},           {347, AREA_AUTH},           {732, AREA_AUTH},
	{390, AREA_ERROR_HANDLING}, {391, AREA_ERROR_HANDLING}, {396, AREA_ERROR_HANDLING},
	{703, AREA_ERROR_HANDLING}, {252, AREA_ERROR_HANDLING}, {754, AREA_ERROR_HANDLING},
	{1104, AREA_DEPENDENCIES},  {1357, AREA_DEPENDENCIES},  {829, AREA_DEPENDENCIES},
	{494, AREA_DEPENDENCIES},
};

enum area
area_of_cwe(const struct slice *cwe, size_t n)
{
	unsigned long number;

	if (n == 0 || !slice_to_ulong(slice_sub(cwe[0], 4, cwe[0].len), 65535, &number))
		return AREA_INPUT_VALIDATION;
	for (size_t i = 0; i < sizeof(areas_by_cwe) / sizeof(*areas_by_cwe); i++)
		if (areas_by_cwe[i].cwe == number)
			return (enum area)areas_by_cwe[i].area;
	return AREA_INPUT_VALIDATION;
}

/* ---- paths ---- */

static int
read_include(struct loader *ld, void *target, const struct tree_node *key)
{
	struct rule *rule = target;

	return load_texts(ld, &rule->include, &rule->ninclude, key, NULL);
}

static int
read_exclude(struct loader *ld, void *target, const struct tree_node *key)
{
	struct rule *rule = target;

	return load_texts(ld, &rule->exclude, &rule->nexclude, key, NULL);
}

static const struct field path_fields[] = {
	{"include", read_include},
	{"exclude", read_exclude},
};

int
load_paths(struct loader *ld, void *rule, const struct tree_node *key)
{
	return load_fields(ld, key->next, "paths", FIELDS(path_fields), rule);
}

/* ---- diff ---- */

#define MAX_WINDOW_LINES 1000u

static bool
is_word(const struct tree_node *node, const char *word)
{
	return node->kind == TREE_SCALAR && slice_eq_str(node->value, word);
}

static int
read_on(struct loader *ld, void *target, const struct tree_node *key)
{
	struct rule *rule = target;

	if (!is_word(key->next, "added") && !is_word(key->next, "removed"))
		return load_fail(ld, key->next, "on is added or removed");
	rule->on = is_word(key->next, "removed") ? DIFF_REMOVED : DIFF_ADDED;
	return 0;
}

static int
read_commits(struct loader *ld, void *target, const struct tree_node *key)
{
	struct rule *rule = target;

	if (!is_word(key->next, "tip") && !is_word(key->next, "every"))
		return load_fail(ld, key->next, "commits is tip or every");
	rule->commits = is_word(key->next, "every") ? COMMITS_EVERY : COMMITS_TIP;
	return 0;
}

static int
read_window(struct loader *ld, void *target, const struct tree_node *key)
{
	struct rule *rule = target;
	const struct tree_node *value = key->next;
	unsigned long lines;

	if (is_word(value, "line")) {
		rule->window = WINDOW_LINE;
	} else if (is_word(value, "statement")) {
		rule->window = WINDOW_STATEMENT;
	} else if (is_word(value, "file")) {
		rule->window = WINDOW_FILE;
	} else if (value->kind == TREE_SCALAR && slice_to_ulong(value->value, MAX_WINDOW_LINES, &lines) &&
		   lines > 0) {
		rule->window = WINDOW_LINES;
		rule->window_lines = (uint32_t)lines;
	} else {
		return load_fail(ld, value, "window is line, statement, file or a number of lines up to %u",
				 MAX_WINDOW_LINES);
	}
	return 0;
}

static int
read_decode(struct loader *ld, void *target, const struct tree_node *key)
{
	bool on = false;

	if (load_bool(ld, &on, key) < 0)
		return -1;
	((struct rule *)target)->decode = on ? DECODE_ALWAYS : DECODE_NEVER;
	return 0;
}

static const struct field diff_fields[] = {
	{"decode", read_decode},
	{"on", read_on},
	{"commits", read_commits},
	{"window", read_window},
};

int
load_diff(struct loader *ld, void *rule, const struct tree_node *key)
{
	return load_fields(ld, key->next, "diff", FIELDS(diff_fields), rule);
}
