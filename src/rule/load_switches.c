/*
 * load_switches.c - the options of a rule that are on or off
 *
 * One we cannot change is fine as long as the rule asks for what we do anyway. Those
 * of generic mode and of taint are read with the rest of those modes.
 */
#include "rule/load.h"

static const struct {
	const char *key;
	enum rule_option option;
} switches[] = {
	{"constant_propagation", OPTION_CONSTANT_PROPAGATION},
	{"symbolic_propagation", OPTION_SYMBOLIC_PROPAGATION},
	{"ac_matching", OPTION_AC_MATCHING},
	{"commutative_boolop", OPTION_COMMUTATIVE_BOOLOP},
	{"implicit_deep_exprstmt", OPTION_IMPLICIT_DEEP_EXPRSTMT},
	{"implicit_return", OPTION_IMPLICIT_RETURN},
	{"vardef_assign", OPTION_VARDEF_ASSIGN},
	{"arrow_is_function", OPTION_ARROW_IS_FUNCTION},
	{"let_is_var", OPTION_LET_IS_VAR},
	{"decorators_order_matters", OPTION_DECORATORS_ORDER_MATTERS},
};

/* What we do, always. */
static const struct {
	const char *key;
	bool value;
} fixed[] = {
	{"attr_expr", true},
	{"flddef_assign", true},
	{"commutative_compop", false},
	{"unify_ids_strictly", true},
	{"go_deeper_expr", true},
	{"go_deeper_stmt", true},
	{"implicit_ellipsis", true},
	{"cpp_parsing_pref", false},
	{"xml_singleton_loose_matching", false},
	{"xml_attrs_implicit_ellipsis", true},
	{"xml_children_ordered", true},
};

/* Without a meaning for one file, or of another mode. */
static bool
is_elsewhere(struct slice key)
{
	return slice_starts(key, "taint_") || slice_starts(key, "generic_") || slice_eq_str(key, "interfile");
}

/* What we do where Semgrep's default is another: both are accepted. */
static bool
is_lenient(struct slice key)
{
	return slice_eq_str(key, "flddef_assign");
}

static int
read_switch(struct loader *ld, uint32_t *out, const struct tree_node *key)
{
	bool on;

	for (size_t i = 0; i < sizeof(switches) / sizeof(switches[0]); i++) {
		if (!slice_eq_str(key->value, switches[i].key))
			continue;
		if (load_bool(ld, &on, key) < 0)
			return -1;
		uint32_t bit = 1u << switches[i].option;
		*out = on == ((OPTIONS_ON & bit) != 0) ? *out & ~bit : *out | bit;
		return 0;
	}
	for (size_t i = 0; i < sizeof(fixed) / sizeof(fixed[0]); i++) {
		if (!slice_eq_str(key->value, fixed[i].key))
			continue;
		if (load_bool(ld, &on, key) < 0)
			return -1;
		if (on == fixed[i].value || is_lenient(key->value))
			return 0;
		return load_unsupported(ld, key->at, "option %s: %s is not supported", fixed[i].key,
					on ? "true" : "false");
	}
	return load_unsupported(ld, key->at, "option %s is not known", shown(key->value).text);
}

int
load_switches(struct loader *ld, uint32_t *out, const struct tree_node *key)
{
	if (key->next->kind != TREE_MAPPING)
		return load_fail(ld, key->next, "options is a mapping (key: value)");
	for (const struct tree_node *at = key->next->first; at; at = at->next->next)
		if (!is_elsewhere(at->value) && read_switch(ld, out, at) < 0)
			return -1;
	return 0;
}
