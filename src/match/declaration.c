/*
 * declaration.c - the table of names, and which entry a use of a name means
 *
 * A name is looked for in the function it is used in, then in those round it, then
 * in the text. In its own function the last assignment before the use counts, with
 * those before it that may have been the last one, as when it stands in a branch:
 *
 *	x = "a"
 *	if c:
 *	    x = "b"
 *	f(x)          "b" or "a"
 *
 * Further out the order of running is not known, so a name that is assigned twice has
 * no value there.
 */
#include "match/declaration.h"

/* Entries of one name that are looked at; more of them have no value. */
#define SAME_NAME_MAX 256u

static bool
is_scope(const struct shape_node *node)
{
	return node->shape == SHAPE_FUNCTION || node->shape == SHAPE_LAMBDA || node->shape == SHAPE_CLASS;
}

uint32_t
declaration_scope(const struct shape_node *nodes, uint32_t t)
{
	do
		t = nodes[t].parent;
	while (t != NODE_NONE && t != 0 && !is_scope(&nodes[t]));
	return t == NODE_NONE ? 0 : t;
}

struct slice
declaration_field_name(struct slice name)
{
	while (name.len > 0 && (name.ptr[0] == '$' || name.ptr[0] == '@'))
		name = slice_sub(name, 1, name.len);
	return name;
}

static bool
is_self(struct slice name)
{
	static const char *const names[] = {"self", "this", "cls", "$this", "static"};

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (slice_eq_str(name, names[i]))
			return true;
	return false;
}

uint32_t
declaration_member(const struct shape_tree *tree, uint32_t t)
{
	uint32_t object = tree->nodes[t].first;

	if (tree->nodes[t].shape != SHAPE_ATTRIBUTE || object == NODE_NONE ||
	    tree->nodes[object].first != NODE_NONE || !is_self(shape_text(tree, object)))
		return NODE_NONE;
	uint32_t name = tree->nodes[object].next;
	return name != NODE_NONE && tree->nodes[name].next == NODE_NONE ? name : NODE_NONE;
}

/* The entries of a name: [*begin, result). */
static size_t
entries_of(const struct declarations *d, struct slice name, size_t *begin)
{
	size_t low = 0, high = d->n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;
		if (slice_cmp(d->items[mid].name, name) < 0)
			low = mid + 1;
		else
			high = mid;
	}
	*begin = low;
	while (low < d->n && slice_eq(d->items[low].name, name) && low - *begin <= SAME_NAME_MAX)
		low++;
	return low;
}

static uint32_t
block_of(const struct shape_node *nodes, uint32_t t)
{
	while (t != 0 && nodes[t].shape != SHAPE_BLOCK)
		t = nodes[t].parent;
	return t;
}

/* A use of a name, and the entries it can mean. */
struct use {
	const struct unit *unit;
	const struct shape_node *nodes;
	const struct declarations *all;
	uint32_t t;
	bool field;
	size_t begin, end;
};

/* `Class.name` of a class of this text. */
static bool
is_class_of_text(const struct unit *unit, uint32_t object)
{
	const struct shape_node *nodes = unit->shape.nodes;

	if (nodes[object].shape != SHAPE_NAME)
		return false;
	struct slice name = shape_text(&unit->shape, object);
	for (uint32_t c = declaration_scope(nodes, object); c != 0; c = declaration_scope(nodes, c)) {
		uint32_t k = nodes[c].shape == SHAPE_CLASS ? nodes[c].first : NODE_NONE;
		for (; k != NODE_NONE; k = nodes[k].next)
			if (nodes[k].shape == SHAPE_NAME && slice_eq(shape_text(&unit->shape, k), name))
				return true;
	}
	return false;
}

static bool
find_use(struct use *use, const struct unit *unit, uint32_t t)
{
	*use = (struct use){.unit = unit, .nodes = unit->shape.nodes, .all = unit->declared, .t = t};
	uint32_t name = t;

	if (!use->all)
		return false;
	if (use->nodes[t].shape == SHAPE_ATTRIBUTE) {
		uint32_t object = use->nodes[t].first;
		name = declaration_member(&unit->shape, t);
		if (name == NODE_NONE && object != NODE_NONE && is_class_of_text(unit, object))
			name = use->nodes[object].next;
		use->field = true;
	} else if (use->nodes[t].first != NODE_NONE)
		return false;
	if (name == NODE_NONE)
		return false;
	struct slice text = shape_text(&unit->shape, name);
	if (use->field || slice_starts(text, "@"))
		text = declaration_field_name(text);
	use->field |= slice_starts(shape_text(&unit->shape, name), "@");
	use->end = entries_of(use->all, text, &use->begin);
	return use->end > use->begin && use->end - use->begin <= SAME_NAME_MAX;
}

static size_t
values_of_field(const struct use *use, uint32_t values[DECLARATION_VALUES])
{
	size_t n = 0;

	for (size_t i = use->begin; i < use->end; i++)
		if (use->all->items[i].field) {
			values[0] = use->all->items[i].value;
			n++;
		}
	return n == 1;
}

/* In the scope of the use itself: the last one before it, and those that it may not have replaced. */
static size_t
values_here(const struct use *use, uint32_t scope, uint32_t values[DECLARATION_VALUES])
{
	size_t n = 0;

	for (size_t i = use->begin; i < use->end; i++) {
		const struct declaration *d = &use->all->items[i];
		if (d->scope != scope || d->at >= use->t || use->nodes[d->at].end > use->nodes[use->t].start)
			continue;
		if (use->nodes[block_of(use->nodes, d->at)].subtree_end > use->t)
			n = 0;
		values[n < DECLARATION_VALUES ? n : DECLARATION_VALUES - 1] =
			n < DECLARATION_VALUES ? d->value : NODE_NONE;
		n = n < DECLARATION_VALUES ? n + 1 : n;
	}
	return n;
}

static bool
has_entries(const struct use *use, uint32_t scope)
{
	for (size_t i = use->begin; i < use->end; i++)
		if (use->all->items[i].scope == scope)
			return true;
	return false;
}

/* In a scope round that of the use: the only one. Another function may assign it, too. */
static size_t
values_around(const struct use *use, uint32_t scope, uint32_t values[DECLARATION_VALUES])
{
	size_t n = 0;

	for (size_t i = use->begin; i < use->end; i++) {
		const struct declaration *d = &use->all->items[i];
		if (d->scope != scope && d->declares)
			continue;
		values[0] = d->value;
		n++;
	}
	return n == 1;
}

static bool
is_visible(const struct use *use, uint32_t scope)
{
	return use->nodes[scope].shape != SHAPE_CLASS || use->unit->dialect->fields_are_names;
}

size_t
declaration_values(const struct unit *unit, uint32_t t, uint32_t values[DECLARATION_VALUES])
{
	struct use use;

	if (!find_use(&use, unit, t))
		return 0;
	if (use.field)
		return values_of_field(&use, values);
	uint32_t scope = declaration_scope(use.nodes, t);
	if (has_entries(&use, scope))
		return values_here(&use, scope, values);
	while (scope != 0) {
		scope = declaration_scope(use.nodes, scope);
		if (is_visible(&use, scope) && has_entries(&use, scope))
			return values_around(&use, scope, values);
	}
	return 0;
}

const struct declaration *
declaration_only(const struct unit *unit, uint32_t t)
{
	const struct declaration *only = NULL;
	struct use use;

	if (!find_use(&use, unit, t) || use.field)
		return NULL;
	uint32_t scope = declaration_scope(use.nodes, t);
	while (scope != 0 && !(is_visible(&use, scope) && has_entries(&use, scope)))
		scope = declaration_scope(use.nodes, scope);
	for (size_t i = use.begin; i < use.end; i++) {
		const struct declaration *d = &use.all->items[i];
		if (d->scope != scope && d->declares)
			continue;
		if (only || d->scope != scope)
			return NULL;
		only = d;
	}
	return only && only->at < t ? only : NULL;
}

/* The better of two entries for a use in the scope: one with a type, and of those the last before it. */
static const struct declaration *
better(const struct use *use, const struct declaration *best, const struct declaration *d)
{
	if (!best)
		return d;
	if ((d->type_end > d->type_start) != (best->type_end > best->type_start))
		return d->type_end > d->type_start ? d : best;
	return d->at <= use->t || best->at > use->t ? d : best;
}

const struct declaration *
declaration_of(const struct unit *unit, uint32_t t)
{
	const struct declaration *best = NULL;
	struct use use;

	if (!find_use(&use, unit, t))
		return NULL;
	uint32_t scope = use.field ? 0 : declaration_scope(use.nodes, t);
	for (;; scope = declaration_scope(use.nodes, scope)) {
		for (size_t i = use.begin; i < use.end; i++) {
			const struct declaration *d = &use.all->items[i];
			if (use.field ? d->field : d->scope == scope && is_visible(&use, scope))
				best = better(&use, best, d);
		}
		if (best || scope == 0)
			return best;
	}
}
