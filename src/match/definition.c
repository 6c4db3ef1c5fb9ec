#include "match/definition.h"

#include <stdlib.h>

#include "base/buf.h"
#include "match/reading.h"

/* A longer one is no name but code: what is passed to it belongs to what is round it. */
#define NAME_BYTES 200u

void
definition_list_init(struct definition_list *list)
{
	*list = (struct definition_list){.n = 0};
	arena_init(&list->arena);
}

void
definition_list_release(struct definition_list *list)
{
	free(list->items);
	arena_release(&list->arena);
	definition_list_init(list);
}

/* --- names --- */

uint32_t
definition_name(const struct shape_tree *tree, uint32_t t)
{
	const struct shape_node *nodes = tree->nodes;

	if (nodes[t].shape == SHAPE_CLASS)
		return shape_child(tree->nodes, t, SHAPE_NAME);
	/* What stands before the parameters: also below the declarators of C. */
	for (uint32_t k = t + 1; k < nodes[t].subtree_end;) {
		if (nodes[k].shape == SHAPE_BLOCK || nodes[k].shape == SHAPE_MODIFIERS) {
			k = nodes[k].subtree_end;
			continue;
		}
		uint32_t next = nodes[k].next;
		if ((nodes[k].shape == SHAPE_NAME || nodes[k].shape == SHAPE_ATTRIBUTE) &&
		    next != NODE_NONE && nodes[next].shape == SHAPE_PARAMETERS)
			return k;
		k++;
	}
	return shape_child(tree->nodes, t, SHAPE_NAME);
}

/* A method of Go is known by its receiver too: "(s *Server) Handle". */
static struct slice
name_of_function(const struct shape_tree *tree, uint32_t t)
{
	uint32_t name = definition_name(tree, t), before = tree->nodes[t].first;

	if (name == NODE_NONE)
		return slice_of("", 0);
	if (before != NODE_NONE && tree->nodes[before].shape == SHAPE_PARAMETERS &&
	    tree->nodes[before].next == name)
		return slice_sub(tree->text, tree->nodes[before].start, tree->nodes[name].end);
	return shape_text(tree, name);
}

/* `f = () => ...`, `f: () => ...`, `app.get("/a", () => ...)`. */
static struct slice
name_of_lambda(const struct shape_tree *tree, uint32_t t)
{
	const struct shape_node *nodes = tree->nodes;
	uint32_t up = nodes[t].parent;

	if (up == NODE_NONE || nodes[up].first == t)
		return slice_of("", 0);
	if (nodes[up].shape == SHAPE_ASSIGN || nodes[up].shape == SHAPE_PAIR)
		return shape_text(tree, nodes[up].first);
	uint32_t arguments = nodes[up].shape == SHAPE_ARGUMENTS ? up : NODE_NONE;
	uint32_t call = arguments == NODE_NONE ? up : nodes[up].parent;
	if (call == NODE_NONE || nodes[call].shape != SHAPE_CALL)
		return slice_of("", 0);
	uint32_t callee = nodes[call].first, last = callee;
	if (arguments == NODE_NONE)
		arguments = nodes[callee].next;
	uint32_t first = nodes[arguments].shape == SHAPE_ARGUMENTS ? nodes[arguments].first : NODE_NONE;
	if (first != NODE_NONE && nodes[first].shape == SHAPE_STRING)
		last = first;
	return slice_sub(tree->text, nodes[call].start, nodes[last].end);
}

static struct slice
name_of(const struct shape_tree *tree, uint32_t t)
{
	switch (tree->nodes[t].shape) {
	case SHAPE_FUNCTION:
	case SHAPE_CLASS:
		return name_of_function(tree, t);
	case SHAPE_LAMBDA:
		return name_of_lambda(tree, t);
	default:
		return slice_of("", 0);
	}
}

/* --- reading --- */

struct reader {
	struct definition_list *list;
	const struct shape_tree *tree;
	uint32_t *ends;          /* subtree_end of each definition */
	uint32_t open;           /* the innermost definition at hand */
	uint32_t decorated;      /* a sibling that decorators stand before, or NODE_NONE */
	uint32_t decorated_from; /* where the first of them begins */
};

/* Where a grammar has decorators as siblings of what they decorate. */
static void
note_decorator(struct reader *r, uint32_t t)
{
	struct slice text = shape_text(r->tree, t);

	if (r->tree->nodes[t].shape != SHAPE_NODE || (!slice_starts(text, "@") && !slice_starts(text, "#[")))
		return;
	if (r->decorated != t)
		r->decorated_from = r->tree->nodes[t].start;
	r->decorated = r->tree->nodes[t].next;
}

static uint32_t
start_of(const struct reader *r, uint32_t t)
{
	const struct shape_node *nodes = r->tree->nodes;
	uint32_t parent = nodes[t].parent;

	if (r->decorated == t)
		return r->decorated_from;
	if (parent != NODE_NONE && nodes[parent].shape == SHAPE_DECORATED)
		return nodes[parent].start;
	return nodes[t].start;
}

/* Annotations of Java and C# stand within what they are about. */
static uint32_t
head_of(const struct shape_tree *tree, uint32_t t)
{
	uint32_t k = tree->nodes[t].first;

	while (k != NODE_NONE &&
	       (tree->nodes[k].shape == SHAPE_MODIFIERS ||
		(tree->nodes[k].shape == SHAPE_NODE && slice_starts(shape_text(tree, k), "["))))
		k = tree->nodes[k].next;
	return k == NODE_NONE || k == tree->nodes[t].first ? tree->nodes[t].start : tree->nodes[k].start;
}

static int
add(struct reader *r, uint32_t t, struct slice name, struct err *err)
{
	struct definition_list *list = r->list;
	void *items = list->items;

	if (array_reserve(&items, &list->cap, list->n + 1, sizeof(*list->items)) < 0)
		return err_oom(err);
	list->items = items;
	struct definition *d = &list->items[list->n];
	*d = (struct definition){.start = start_of(r, t),
				 .end = r->tree->nodes[t].end,
				 .head = head_of(r->tree, t),
				 .parent = r->open};
	if (arena_dup(&d->name, &list->arena, name) < 0)
		return err_oom(err);
	r->ends[list->n] = r->tree->nodes[t].subtree_end;
	r->open = (uint32_t)list->n++;
	return 0;
}

static int
read_shape(struct definition_list *list, const struct shape_tree *tree, struct err *err)
{
	struct reader r = {.list = list, .tree = tree, .open = DEFINITION_NONE, .decorated = NODE_NONE};
	int rc = 0;

	r.ends = calloc((size_t)tree->n + 1, sizeof(*r.ends));
	if (!r.ends)
		return err_oom(err);
	for (uint32_t t = 0; rc == 0 && t < tree->n; t++) {
		while (r.open != DEFINITION_NONE && r.ends[r.open] <= t)
			r.open = list->items[r.open].parent;
		note_decorator(&r, t);
		struct slice name = name_of(tree, t);
		if (name.len > 0 && name.len <= NAME_BYTES)
			rc = add(&r, t, name, err);
	}
	free(r.ends);
	return rc;
}

int
definitions_read(struct definition_list *list, struct matcher *matcher, const struct text *text,
		 enum language lang, struct slice path, struct err *err)
{
	const struct pattern_language *language;
	const struct unit *unit;
	const char *unread;

	list->n = 0;
	list->known = false;
	arena_clear(&list->arena);
	if (reading_parse(matcher_reading(matcher), &unit, &language, &unread, lang, path, text, err) < 0)
		return -1;
	if (!unit || unread)
		return 0;
	list->known = true;
	return read_shape(list, &unit->shape, err);
}

/* --- asking --- */

uint32_t
definition_around(const struct definition_list *list, uint32_t start, uint32_t end)
{
	for (size_t i = list->n; i-- > 0;)
		if (list->items[i].start <= start && list->items[i].end >= end)
			return (uint32_t)i;
	return DEFINITION_NONE;
}

static bool
is_like(const struct definition_list *a, uint32_t i, const struct definition_list *b, uint32_t k)
{
	while (i != DEFINITION_NONE && k != DEFINITION_NONE) {
		if (!slice_eq(a->items[i].name, b->items[k].name))
			return false;
		i = a->items[i].parent;
		k = b->items[k].parent;
	}
	return i == k;
}

bool
definition_is_single(const struct definition_list *list, uint32_t d)
{
	for (size_t i = 0; i < list->n; i++)
		if (i != d && is_like(list, (uint32_t)i, list, d))
			return false;
	return true;
}

uint32_t
definition_like(const struct definition_list *list, const struct definition_list *other, uint32_t wanted)
{
	for (size_t i = 0; i < list->n; i++)
		if (is_like(list, (uint32_t)i, other, wanted))
			return (uint32_t)i;
	return DEFINITION_NONE;
}
