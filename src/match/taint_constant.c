/*
 * taint_constant.c - expressions that are always the same number or text
 *
 *	String guess = "ABC";
 *	char c = guess.charAt(1);
 *	switch (c)                  c is guess.charAt(1), guess is "ABC": B
 *
 * A name counts when the text gives it a value once and hands nobody its address.
 */
#include <stdio.h>

#include "base/ascii.h"
#include "match/declaration.h"
#include "match/taint_flow.h"
#include "match/taint_truth.h"

#define HOPS_MAX   8u    /* names that stand for names */
#define SCOPE_MAX  4096u /* nodes of a function that are looked through for the address of a name */
#define DIGITS_MAX 9u    /* more may not fit into a language's int */

static bool
read_number(struct taint_constant *out, struct slice leaf)
{
	for (size_t i = 0; i < leaf.len; i++)
		if (!ascii_is_digit(leaf.ptr[i]))
			return false;
	*out = (struct taint_constant){.text = leaf};
	return leaf.len > 0 && leaf.len <= DIGITS_MAX && (leaf.len == 1 || leaf.ptr[0] != '0');
}

static bool
read_text(struct taint_constant *out, struct slice leaf)
{
	char quote = leaf.len > 1 ? leaf.ptr[0] : 0;

	if ((quote != '"' && quote != '\'') || leaf.ptr[leaf.len - 1] != quote)
		return false;
	*out = (struct taint_constant){.is_text = true, .text = slice_sub(leaf, 1, leaf.len - 1)};
	for (size_t i = 0; i < out->text.len; i++)
		if (strchr("\\\"'{$#", out->text.ptr[i]))
			return false;
	return true;
}

static bool
read_literal(struct taint_constant *out, const struct unit *unit, uint32_t node)
{
	struct slice text = shape_text(&unit->shape, node);

	/* The parts of a literal, as of a character's, say nothing more. */
	return (unit->shape.nodes[node].first == NODE_NONE || unit->shape.nodes[node].shape == SHAPE_NODE) &&
	       (read_number(out, text) || read_text(out, text));
}

/* ---- names ---- */

/* `&n`, `ref n`, `out n`: somebody else may write there. */
static bool
is_handed_out(struct slice text, uint32_t start)
{
	size_t at = start;

	while (at > 0 && ascii_is_space(text.ptr[at - 1]))
		at--;
	struct slice before = slice_sub(text, at > 4 ? at - 4 : 0, at);
	return slice_ends(before, "&") || slice_ends(before, "ref") || slice_ends(before, "out") ||
	       slice_ends(before, "mut");
}

static bool
keeps_its_value(const struct unit *unit, uint32_t name, uint32_t scope)
{
	const struct shape_node *nodes = unit->shape.nodes;
	struct slice text = shape_text(&unit->shape, name);

	if (nodes[scope].subtree_end - scope > SCOPE_MAX)
		return false;
	for (uint32_t i = scope; i < nodes[scope].subtree_end; i++)
		if (nodes[i].first == NODE_NONE && slice_eq(shape_text(&unit->shape, i), text) &&
		    is_handed_out(unit->shape.text, nodes[i].start))
			return false;
	return true;
}

uint32_t
taint_behind_names(const struct unit *unit, uint32_t node)
{
	const struct shape_tree *tree = &unit->shape;

	for (unsigned hop = 0; hop < HOPS_MAX && node != NODE_NONE; hop++) {
		if (!flow_is_variable(tree, node))
			return node;
		const struct declaration *only = declaration_only(unit, node);
		if (!only || only->value == NODE_NONE || !keeps_its_value(unit, node, only->scope))
			return NODE_NONE;
		node = only->value;
	}
	return NODE_NONE;
}

/* ---- parts of text ---- */

static bool
read_behind_names(struct taint_constant *out, const struct unit *unit, uint32_t node)
{
	uint32_t value = node == NODE_NONE ? NODE_NONE : taint_behind_names(unit, node);

	return value != NODE_NONE && read_literal(out, unit, value);
}

static uint32_t
only_argument(const struct shape_node *nodes, uint32_t call)
{
	uint32_t list = shape_child(nodes, call, SHAPE_ARGUMENTS);
	uint32_t first = list == NODE_NONE ? NODE_NONE : nodes[list].first;

	return first == NODE_NONE || nodes[first].next != NODE_NONE ? NODE_NONE : first;
}

static bool
read_length(struct taint_constant *out, const struct unit *unit, uint32_t object)
{
	struct taint_constant text;

	if (!read_behind_names(&text, unit, object) || !text.is_text)
		return false;
	for (size_t i = 0; i < text.text.len; i++)
		if ((unsigned char)text.text.ptr[i] >= 0x80)
			return false; /* bytes or characters, as the language counts */
	*out = (struct taint_constant){0};
	snprintf(out->digits, sizeof(out->digits), "%u", (unsigned)text.text.len % 1000000u);
	out->text = slice_str(out->digits);
	return text.text.len < 1000000u;
}

static bool
read_character(struct taint_constant *out, const struct unit *unit, uint32_t object, uint32_t index)
{
	struct taint_constant number;
	size_t at = 0;

	if (!read_behind_names(out, unit, object) || !out->is_text ||
	    !read_behind_names(&number, unit, index) || number.is_text)
		return false;
	for (size_t i = 0; i < number.text.len; i++)
		at = at * 10 + (size_t)(number.text.ptr[i] - '0');
	for (size_t i = 0; i < out->text.len; i++)
		if ((unsigned char)out->text.ptr[i] >= 0x80)
			return false;
	if (at >= out->text.len)
		return false;
	out->text = slice_sub(out->text, at, at + 1);
	return true;
}

/* x.charAt(1), x.length(), len(x) */
static bool
read_call(struct taint_constant *out, const struct unit *unit, uint32_t call)
{
	const struct shape_node *nodes = unit->shape.nodes;
	uint32_t callee = nodes[call].first, argument = only_argument(nodes, call);

	if (callee == NODE_NONE)
		return false;
	if (nodes[callee].shape == SHAPE_NAME)
		return (slice_eq_str(shape_text(&unit->shape, callee), "len") ||
			slice_eq_str(shape_text(&unit->shape, callee), "strlen")) &&
		       read_length(out, unit, argument);
	uint32_t member = flow_member(&unit->shape, callee);
	if (nodes[callee].shape != SHAPE_ATTRIBUTE || member == NODE_NONE)
		return false;
	struct slice name = shape_text(&unit->shape, member);
	if (slice_eq_str(name, "charAt"))
		return read_character(out, unit, nodes[callee].first, argument);
	return slice_eq_str(name, "length") && read_length(out, unit, nodes[callee].first);
}

/* x[1] of a text */
static bool
read_element(struct taint_constant *out, const struct unit *unit, uint32_t node)
{
	const struct shape_node *nodes = unit->shape.nodes;
	uint32_t object = nodes[node].first;
	uint32_t index = object == NODE_NONE ? NODE_NONE : nodes[object].next;

	if (index == NODE_NONE || nodes[index].next != NODE_NONE || nodes[object].end >= nodes[node].end ||
	    unit->shape.text.ptr[nodes[object].end] != '[')
		return false;
	if (nodes[index].shape == SHAPE_ARGUMENTS)
		index = nodes[index].first;
	return index != NODE_NONE && read_character(out, unit, object, index);
}

bool
taint_constant_read(struct taint_constant *out, const struct unit *unit, uint32_t node)
{
	const struct shape_node *nodes = unit->shape.nodes;
	uint32_t value = taint_behind_names(unit, node);

	if (value == NODE_NONE)
		return false;
	if (nodes[value].shape == SHAPE_CALL)
		return read_call(out, unit, value);
	if (read_literal(out, unit, value))
		return true;
	if (nodes[value].shape == SHAPE_ATTRIBUTE) {
		uint32_t member = flow_member(&unit->shape, value);
		return member != NODE_NONE &&
		       (slice_eq_str(shape_text(&unit->shape, member), "length") ||
			slice_eq_str(shape_text(&unit->shape, member), "Length")) &&
		       read_length(out, unit, nodes[value].first);
	}
	return nodes[value].shape == SHAPE_NODE && read_element(out, unit, value);
}

/* ---- what holds nothing but constants ---- */

#define CONSTANT_NODES 512u /* more are not looked through */

static bool
is_constant_name(struct slice name)
{
	static const char *const words[] = {"null", "nil",   "None", "NULL",  "nullptr", "undefined",
					    "true", "false", "True", "False", "TRUE",    "FALSE"};

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (slice_eq_str(name, words[i]))
			return true;
	for (size_t i = 0; i < name.len; i++)
		if (!ascii_is_digit(name.ptr[i]) && name.ptr[i] != '_' &&
		    !(name.ptr[i] >= 'A' && name.ptr[i] <= 'Z'))
			return false;
	return name.len > 1;
}

static bool
is_constant_leaf(const struct shape_tree *tree, enum language lang, uint32_t node)
{
	struct slice text = shape_text(tree, node);

	if (tree->nodes[node].shape == SHAPE_TOKEN || text.len == 0)
		return true;
	if (tree->nodes[node].shape == SHAPE_STRING)
		return lang != LANG_KOTLIN || slice_chr(text, '$') == (size_t)-1;
	return ascii_is_digit(text.ptr[0]) || strchr("\"':", text.ptr[0]) || is_constant_name(text);
}

/* `Colour.RED`, and what makes a list or map of what it is given. */
static bool
is_constant_callee(const struct shape_tree *tree, uint32_t node)
{
	static const char *const makers[] = {"List.of",   "Set.of",    "Map.of",       "Arrays.asList",
					     "Map.entry", "frozenset", "set",          "tuple",
					     "dict",      "list",      "array",        "Object.freeze",
					     "Map",       "Set",       "Map.ofEntries"};
	struct slice text = shape_text(tree, node);
	uint32_t parent = tree->nodes[node].parent;

	if (parent == NODE_NONE || tree->nodes[parent].first != node ||
	    shape_child(tree->nodes, parent, SHAPE_ARGUMENTS) == NODE_NONE)
		return false;
	for (size_t i = 0; i < sizeof(makers) / sizeof(makers[0]); i++)
		if (slice_eq_str(text, makers[i]))
			return true;
	return false;
}

static bool
is_member_of_constants(const struct shape_tree *tree, uint32_t node)
{
	uint32_t member = tree->nodes[node].shape == SHAPE_ATTRIBUTE ? flow_member(tree, node) : NODE_NONE;

	return member != NODE_NONE && is_constant_name(shape_text(tree, member));
}

/* The name of a field that is written out: `a` of {a: 1}. */
static bool
is_key_of_pair(const struct shape_tree *tree, enum language lang, uint32_t node)
{
	uint32_t parent = tree->nodes[node].parent;

	return lang != LANG_PYTHON && lang != LANG_PHP && parent != NODE_NONE &&
	       tree->nodes[parent].shape == SHAPE_PAIR && tree->nodes[parent].first == node &&
	       tree->nodes[node].next != NODE_NONE;
}

bool
taint_is_constant(const struct unit *unit, enum language lang, uint32_t node)
{
	const struct shape_tree *tree = &unit->shape;
	uint32_t end = tree->nodes[node].subtree_end;

	if (end - node > CONSTANT_NODES)
		return false;
	for (uint32_t i = node; i < end; i++) {
		bool whole = tree->nodes[i].shape == SHAPE_STRING || is_member_of_constants(tree, i) ||
			     is_constant_callee(tree, i) || is_key_of_pair(tree, lang, i);
		bool leaf = tree->nodes[i].first == NODE_NONE || tree->nodes[i].shape == SHAPE_STRING;
		if (leaf && !whole && !is_constant_leaf(tree, lang, i))
			return false;
		if (tree->nodes[i].shape == SHAPE_STRING && !is_constant_leaf(tree, lang, i))
			return false;
		if (whole)
			i = tree->nodes[i].subtree_end - 1;
	}
	return true;
}

/* Digits tell numbers apart: none begins with a zero. */
int
taint_same_constant(const struct unit *unit, uint32_t a, uint32_t b)
{
	struct taint_constant x, y;

	if (!taint_constant_read(&x, unit, a) || !taint_constant_read(&y, unit, b) || x.is_text != y.is_text)
		return -1;
	return slice_eq(x.text, y.text);
}
