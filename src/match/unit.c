/*
 * unit.c - what a text imports, and which of its variables are constant text
 *
 * An import holds for the whole text. A variable is constant text where the last
 * assignment before it, in its own function, gave it that and stands in a block round it;
 * one of another function's, where the text has no other of that name outside functions.
 */
#include "match/unit.h"

#include <stdlib.h>

#include "base/buf.h"

void
unit_names_release(struct unit_names *names)
{
	free(names->items);
	*names = (struct unit_names){NULL, 0, 0};
}

static int
compare_names(const void *a, const void *b)
{
	const struct unit_name *x = a, *y = b;
	int order = slice_cmp(x->name, y->name);

	return order ? order : (x->at > y->at) - (x->at < y->at);
}

/* The first entry of that name, or n. */
static size_t
first_of(const struct unit_names *names, struct slice name)
{
	size_t low = 0, high = names->n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;
		if (slice_cmp(names->items[mid].name, name) < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return low < names->n && slice_eq(names->items[low].name, name) ? low : names->n;
}

struct slice
unit_import(const struct unit *unit, struct slice name)
{
	size_t i = unit->names ? first_of(unit->names, name) : 0;

	if (!unit->names || i == unit->names->n)
		return slice_of(NULL, 0);
	return unit->names->items[i].full;
}

/* The function, lambda or text that a node stands in. */
static uint32_t
scope_of(const struct shape_tree *tree, uint32_t t)
{
	do
		t = tree->nodes[t].parent;
	while (t != NODE_NONE && tree->nodes[t].shape != SHAPE_FUNCTION &&
	       tree->nodes[t].shape != SHAPE_LAMBDA);
	return t;
}

static uint32_t
block_of(const struct shape_tree *tree, uint32_t t)
{
	while (t != 0 && tree->nodes[t].shape != SHAPE_BLOCK)
		t = tree->nodes[t].parent;
	return t;
}

uint32_t
unit_constant(const struct unit *unit, uint32_t t)
{
	const struct shape_tree *tree = &unit->shape;
	struct slice name = shape_text(tree, t);
	uint32_t scope = scope_of(tree, t), outside = NODE_NONE;
	const struct unit_name *last = NULL;
	bool local = false, several = false;

	for (size_t i = unit->names ? first_of(unit->names, name) : 0;
	     unit->names && i < unit->names->n && slice_eq(unit->names->items[i].name, name); i++) {
		const struct unit_name *item = &unit->names->items[i];
		uint32_t its = scope_of(tree, item->at);
		local |= its == scope;
		if (its == scope && item->at < t && tree->nodes[item->at].end <= tree->nodes[t].start)
			last = item;
		several |= its != scope && outside != NODE_NONE;
		if (its != scope)
			outside = item->constant;
	}
	if (!local)
		return several ? NODE_NONE : outside;
	if (!last || tree->nodes[block_of(tree, last->at)].subtree_end <= t)
		return NODE_NONE;
	return last->constant;
}

static int
add(struct unit_names *names, struct unit_name item, struct err *err)
{
	void *items = names->items;

	if (array_reserve(&items, &names->cap, names->n + 1, sizeof(*names->items)) < 0)
		return err_oom(err);
	names->items = items;
	names->items[names->n++] = item;
	return 0;
}

static bool
next_word(struct slice *rest, struct slice *word)
{
	while (rest->len > 0 && strchr(" \t\r\n(),;", rest->ptr[0]))
		*rest = slice_sub(*rest, 1, rest->len);
	size_t n = 0;
	while (n < rest->len && !strchr(" \t\r\n(),;", rest->ptr[n]))
		n++;
	*word = slice_sub(*rest, 0, n);
	*rest = slice_sub(*rest, n, rest->len);
	return n > 0;
}

static int
add_import(struct unit_names *names, struct arena *arena, struct slice module, struct slice item,
	   struct slice alias, struct err *err)
{
	struct unit_name name = {.name = alias, .full = item, .constant = NODE_NONE};

	if (module.len > 0) {
		char *full = arena_alloc(arena, module.len + 1 + item.len);
		if (!full)
			return err_oom(err);
		memcpy(full, module.ptr, module.len);
		full[module.len] = '.';
		memcpy(full + module.len + 1, item.ptr, item.len);
		name.full = slice_of(full, module.len + 1 + item.len);
	}
	return add(names, name, err);
}

/* from a.b import c as d, e; import a.b as c */
static int
read_python(struct unit_names *names, struct arena *arena, struct slice text, struct err *err)
{
	struct slice word, module = {NULL, 0}, item = {NULL, 0};
	bool as = false;

	next_word(&text, &word);
	if (slice_eq_str(word, "from") && (!next_word(&text, &module) || !next_word(&text, &word)))
		return 0;
	if (!slice_eq_str(word, "import"))
		return 0;
	while (next_word(&text, &word)) {
		if (slice_eq_str(word, "as")) {
			as = true;
			continue;
		}
		if (as) {
			as = false;
			if (add_import(names, arena, module, item, word, err) < 0)
				return -1;
			item.len = 0;
			continue;
		}
		if (item.len > 0 && module.len > 0 && add_import(names, arena, module, item, item, err) < 0)
			return -1;
		item = word;
	}
	return item.len > 0 && module.len > 0 ? add_import(names, arena, module, item, item, err) : 0;
}

/* import a.b.C; */
static int
read_java(struct unit_names *names, struct slice text, struct err *err)
{
	struct slice word, last;

	next_word(&text, &word);
	if (!slice_eq_str(word, "import") || !next_word(&text, &word) || slice_eq_str(word, "static"))
		return 0;
	last = word;
	for (size_t i = 0; i < word.len; i++)
		if (word.ptr[i] == '.')
			last = slice_sub(word, i + 1, word.len);
	if (slice_eq_str(last, "*") || last.len == word.len)
		return 0;
	return add(names, (struct unit_name){.name = last, .full = word, .constant = NODE_NONE}, err);
}

static int
read_assignment(struct unit_names *names, const struct shape_tree *tree, uint32_t i, struct err *err)
{
	uint32_t name = tree->nodes[i].first, value;

	if (name == NODE_NONE || tree->nodes[name].shape != SHAPE_NAME)
		return 0;
	value = tree->nodes[name].next;
	while (value != NODE_NONE && tree->nodes[value].next != NODE_NONE)
		value = tree->nodes[value].next;
	bool text = value != NODE_NONE && tree->nodes[value].shape == SHAPE_STRING;
	struct unit_name item = {
		.name = shape_text(tree, name), .constant = text ? value : NODE_NONE, .at = i};
	return add(names, item, err);
}

static int
read_node(struct unit_names *names, struct arena *arena, const struct unit *unit, uint32_t i, struct err *err)
{
	const struct shape_tree *tree = &unit->shape;
	const struct shape_node *node = &tree->nodes[i];
	struct slice text = shape_text(tree, i);

	if (node->shape == SHAPE_ASSIGN)
		return read_assignment(names, tree, i, err);
	if (node->shape == SHAPE_PARAMETER && node->first != NODE_NONE)
		return add(names, (struct unit_name){shape_text(tree, node->first), {NULL, 0}, NODE_NONE, i},
			   err);
	if (node->shape != SHAPE_NODE || text.len > 4096)
		return 0;
	if (unit->lang == LANG_PYTHON && (slice_starts(text, "import ") || slice_starts(text, "from ")))
		return read_python(names, arena, text, err);
	if (unit->lang == LANG_JAVA && slice_starts(text, "import "))
		return read_java(names, text, err);
	return 0;
}

int
unit_names_read(struct unit_names *out, struct arena *arena, const struct unit *unit, struct err *err)
{
	for (uint32_t i = 0; i < unit->shape.n; i++)
		if (read_node(out, arena, unit, i, err) < 0)
			return -1;
	if (out->n > 1)
		qsort(out->items, out->n, sizeof(*out->items), compare_names);
	return 0;
}
