/*
 * load_options.c - the options of a rule about generic mode
 *
 * They change what a pattern matches. The others are read in load_switches.c.
 */
#include "rule/load.h"

struct option {
	const char *key;
	int (*read)(struct loader *ld, struct generic_options *out, const struct tree_node *key);
};

/* How many lines a pattern reaches is somebody's choice; it need not be more than a text has. */
#define MAX_SPAN 100000.0

static int
read_max_span(struct loader *ld, struct generic_options *out, const struct tree_node *key)
{
	double span = 0;

	if (load_number(ld, &span, key, 0, MAX_SPAN) < 0)
		return -1;
	out->max_span = (uint32_t)span;
	return 0;
}

static int
read_caseless(struct loader *ld, struct generic_options *out, const struct tree_node *key)
{
	return load_bool(ld, &out->caseless, key);
}

static int
read_comment_style(struct loader *ld, struct generic_options *out, const struct tree_node *key)
{
	static const char *const names[] = {
		[COMMENTS_C] = "c", [COMMENTS_CPP] = "cpp", [COMMENTS_SHELL] = "shell"};

	for (int i = COMMENTS_C; i <= COMMENTS_SHELL; i++)
		if (key->next->kind == TREE_SCALAR && slice_eq_str(key->next->value, names[i])) {
			out->comments = (enum comment_style)i;
			return 0;
		}
	return load_fail(ld, key->next, "'%s' is c, cpp or shell", shown(key->value).text);
}

static int
read_engine(struct loader *ld, struct generic_options *out, const struct tree_node *key)
{
	struct slice engine = key->next->value;

	(void)out;
	if (key->next->kind == TREE_SCALAR && slice_eq_str(engine, "spacegrep"))
		return 0;
	return load_unsupported(ld, key->at, "generic_engine %s is not supported", shown(engine).text);
}

static const struct option options[] = {
	{"generic_ellipsis_max_span", read_max_span},
	{"generic_caseless", read_caseless},
	{"generic_comment_style", read_comment_style},
	{"generic_engine", read_engine},
};

int
load_options(struct loader *ld, struct generic_options *out, const struct tree_node *key)
{
	if (key->next->kind != TREE_MAPPING)
		return load_fail(ld, key->next, "options is a mapping (key: value)");
	for (const struct tree_node *at = key->next->first; at; at = at->next->next)
		for (size_t i = 0; i < sizeof(options) / sizeof(*options); i++)
			if (slice_eq_str(at->value, options[i].key) && options[i].read(ld, out, at) < 0)
				return -1;
	return 0;
}
