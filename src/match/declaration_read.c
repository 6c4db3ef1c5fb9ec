/*
 * declaration_read.c - what the nodes of a text declare
 *
 * Where a name, its type and its value stand depends on the kind of node and on whether a
 * language writes the type before the name; see kinds[].
 */
#include "match/declaration.h"

#include <stdlib.h>

#include "base/buf.h"

enum form {
	FORM_NONE,
	FORM_CHANGE, /* name, ...: its value is not known any more */
	FORM_TYPED,  /* type, name */
	FORM_FIELD,  /* name, type?, value? */
	FORM_MEMBER, /* type, name; of a class */
};

static const struct {
	const char *kind;
	enum form form;
} kinds[] = {
	{"augmented_assignment", FORM_CHANGE},
	{"augmented_assignment_expression", FORM_CHANGE},
	{"operator_assignment", FORM_CHANGE},
	{"update_expression", FORM_CHANGE},
	{"inc_statement", FORM_CHANGE},
	{"dec_statement", FORM_CHANGE},
	{"postfix_unary_expression", FORM_CHANGE},
	{"prefix_unary_expression", FORM_CHANGE},
	{"for_statement", FORM_CHANGE},
	{"for_in_statement", FORM_CHANGE},
	{"range_clause", FORM_CHANGE},
	{"for", FORM_CHANGE},
	{"enhanced_for_statement", FORM_TYPED},
	{"foreach_statement", FORM_TYPED},
	{"catch_formal_parameter", FORM_TYPED},
	{"catch_declaration", FORM_TYPED},
	{"property_declaration", FORM_MEMBER},
	{"public_field_definition", FORM_FIELD},
	{"field_definition", FORM_FIELD},
	{"property_element", FORM_FIELD},
	{"const_element", FORM_FIELD},
};

#define NKINDS (sizeof(kinds) / sizeof(kinds[0]))

struct reader {
	struct declarations *out;
	const struct unit *unit;
	const struct shape_node *nodes;
	enum dialect_types place;
	uint16_t numbers[NKINDS]; /* of kinds[] in the grammar; 0: it has none */
	uint16_t annotation, plain_default;
	struct err *err;
};

void
declarations_release(struct declarations *declarations)
{
	free(declarations->items);
	*declarations = (struct declarations){0};
}

/* ---- reading ---- */

static uint32_t
class_of(const struct shape_node *nodes, uint32_t t)
{
	while (t != 0 && nodes[t].shape != SHAPE_CLASS)
		t = declaration_scope(nodes, t);
	return t;
}

static void
set_type(const struct reader *r, struct declaration *item, struct slice type)
{
	if (type.len == 0)
		return;
	item->type_start = (uint32_t)(type.ptr - r->unit->shape.text.ptr);
	item->type_end = item->type_start + (uint32_t)type.len;
}

static int
add(struct reader *r, struct declaration item)
{
	struct declarations *out = r->out;
	void *items = out->items;

	item.scope = declaration_scope(r->nodes, item.at);
	if (item.field)
		item.scope = class_of(r->nodes, item.scope);
	if (r->nodes[item.scope].shape == SHAPE_CLASS)
		item.field = true;
	if (item.field)
		item.name = declaration_field_name(item.name);
	if (array_reserve(&items, &out->cap, out->n + 1, sizeof(*out->items)) < 0)
		return err_oom(r->err);
	out->items = items;
	out->items[out->n++] = item;
	return 0;
}

static struct slice
text_of(const struct reader *r, uint32_t node)
{
	return shape_text(&r->unit->shape, node);
}

/* From the type's node up to the name: `char *` of `char *p`. */
static struct slice
type_before(const struct reader *r, uint32_t type, uint32_t name)
{
	uint32_t start = r->nodes[type].start, end = r->nodes[name].start;

	return slice_trim(slice_sub(r->unit->shape.text, start, end > start ? end : start));
}

static struct slice
type_behind(const struct reader *r, uint32_t type)
{
	struct slice text = text_of(r, type);

	return slice_trim(slice_starts(text, ":") ? slice_sub(text, 1, text.len) : text);
}

/* The first child from k on that a pattern must mention. */
static uint32_t
skip_optional(const struct shape_node *nodes, uint32_t k)
{
	while (k != NODE_NONE && nodes[k].flags & SHAPE_OPTIONAL)
		k = nodes[k].next;
	return k;
}

static bool
is_name(const struct reader *r, uint32_t k)
{
	return k != NODE_NONE && r->nodes[k].shape == SHAPE_NAME;
}

static uint32_t
annotation_of(const struct reader *r, uint32_t node)
{
	uint32_t k = r->nodes[node].first;

	while (k != NODE_NONE && (r->annotation == 0 || r->nodes[k].kind != r->annotation))
		k = r->nodes[k].next;
	return k;
}

/* The type that a declaration gives the ASSIGN in it, or the name at k. */
static struct slice
declared_type(const struct reader *r, uint32_t k)
{
	uint32_t parent = r->nodes[k].parent;

	if (parent == NODE_NONE || r->nodes[parent].shape != SHAPE_DECLARATION)
		return slice_of(NULL, 0);
	uint32_t type = skip_optional(r->nodes, r->nodes[parent].first);
	return type == NODE_NONE || type >= k ? slice_of(NULL, 0) : type_before(r, type, k);
}

/* A list of names that are assigned at once. */
static int
read_targets(struct reader *r, uint32_t at, uint32_t list)
{
	for (uint32_t k = r->nodes[list].first; k != NODE_NONE; k = r->nodes[k].next)
		if (is_name(r, k) &&
		    add(r, (struct declaration){.name = text_of(r, k),
						.at = at,
						.value = NODE_NONE,
						.declares = r->unit->dialect->assigning_declares}) < 0)
			return -1;
	return 0;
}

/* Whether `=` stands before the node: it is a value, no type. */
static bool
is_value(const struct reader *r, uint32_t before, uint32_t k)
{
	uint32_t start = r->nodes[before].end, end = r->nodes[k].start;

	return end > start && slice_chr(slice_sub(r->unit->shape.text, start, end), '=') != (size_t)-1;
}

static uint32_t
assigned_value(const struct reader *r, uint32_t name)
{
	uint32_t value = NODE_NONE;

	for (uint32_t k = name; r->nodes[k].next != NODE_NONE; k = r->nodes[k].next) {
		uint32_t next = r->nodes[k].next;
		if (r->nodes[next].shape == SHAPE_TOKEN)
			return NODE_NONE; /* `+=` */
		if (is_value(r, k, next))
			value = next;
	}
	return value;
}

/* name: T, name T */
static struct slice
assigned_type(const struct reader *r, uint32_t name)
{
	uint32_t second = r->nodes[name].next;

	if (r->place != TYPES_BEHIND || second == NODE_NONE || r->nodes[second].shape == SHAPE_TOKEN ||
	    is_value(r, name, second))
		return slice_of(NULL, 0);
	return type_behind(r, second);
}

static int
read_assignment(struct reader *r, uint32_t i)
{
	uint32_t target = skip_optional(r->nodes, r->nodes[i].first), name = target;

	if (target == NODE_NONE)
		return 0;
	uint32_t member = declaration_member(&r->unit->shape, target);
	if (member != NODE_NONE)
		name = member;
	else if (r->nodes[target].first != NODE_NONE)
		return r->nodes[target].shape == SHAPE_ATTRIBUTE ? 0 : read_targets(r, i, target);
	struct slice type = declared_type(r, i);
	if (type.len == 0 && member == NODE_NONE)
		type = assigned_type(r, target);
	struct declaration item = {
		.name = text_of(r, name),
		.at = i,
		.value = assigned_value(r, target),
		.field = member != NODE_NONE || slice_starts(text_of(r, name), "@"),
		.declares = (r->nodes[i].flags & SHAPE_DECLARES) || r->unit->dialect->assigning_declares,
	};
	set_type(r, &item, type);
	return add(r, item);
}

static int
read_parameter(struct reader *r, uint32_t i)
{
	uint32_t first = skip_optional(r->nodes, r->nodes[i].first), name = first;
	struct declaration item = {.at = i, .value = NODE_NONE, .declares = true};

	if (first == NODE_NONE)
		return 0;
	uint32_t second = r->nodes[first].next, last = first;
	while (r->nodes[last].next != NODE_NONE)
		last = r->nodes[last].next;
	if (r->place == TYPES_BEFORE && is_name(r, second)) {
		name = second;
		set_type(r, &item, type_before(r, first, name));
	} else if (annotation_of(r, i) != NODE_NONE)
		set_type(r, &item, type_behind(r, annotation_of(r, i)));
	else if (r->place == TYPES_BEHIND && second != NODE_NONE && r->annotation == 0 &&
		 r->nodes[i].kind != r->plain_default)
		set_type(r, &item, type_behind(r, r->plain_default ? second : last));
	for (uint32_t k = name; is_name(r, k); k = r->nodes[k].next) {
		item.name = text_of(r, k);
		if (add(r, item) < 0)
			return -1;
		/* Go: a, b int */
		if (r->place == TYPES_BEFORE || r->plain_default || r->annotation || r->nodes[k].next == last)
			break;
	}
	return 0;
}

/* Names that stand alone among parameters. */
static int
read_parameters(struct reader *r, uint32_t i)
{
	for (uint32_t k = r->nodes[i].first; k != NODE_NONE; k = r->nodes[k].next)
		if (is_name(r, k) &&
		    add(r, (struct declaration){
				   .name = text_of(r, k), .at = k, .value = NODE_NONE, .declares = true}) < 0)
			return -1;
	return 0;
}

/* type name; type name[10]; without a value. */
static int
read_declaration(struct reader *r, uint32_t i)
{
	uint32_t type = skip_optional(r->nodes, r->nodes[i].first);

	if (r->place != TYPES_BEFORE || type == NODE_NONE)
		return 0;
	for (uint32_t k = r->nodes[type].next; k != NODE_NONE; k = r->nodes[k].next) {
		uint32_t name = r->nodes[k].shape == SHAPE_NODE ? r->nodes[k].first : k;
		if (!is_name(r, name))
			continue;
		struct declaration item = {
			.name = text_of(r, name), .at = i, .value = NODE_NONE, .declares = true};
		set_type(r, &item, type_before(r, type, name));
		if (add(r, item) < 0)
			return -1;
		if (r->nodes[k].next != NODE_NONE && !is_name(r, r->nodes[k].next))
			break; /* try (T x = value) */
	}
	return 0;
}

static enum form
form_of(const struct reader *r, uint16_t kind)
{
	for (size_t i = 0; i < NKINDS; i++)
		if (r->numbers[i] != 0 && r->numbers[i] == kind)
			return kinds[i].form;
	return FORM_NONE;
}

static int
read_form(struct reader *r, uint32_t i, enum form form)
{
	uint32_t first = skip_optional(r->nodes, r->nodes[i].first), name = first;
	struct declaration item = {.at = i, .value = NODE_NONE};

	if (form == FORM_NONE || first == NODE_NONE)
		return 0;
	if (form == FORM_TYPED || form == FORM_MEMBER) {
		name = r->nodes[first].next;
		item.declares = true;
		if (is_name(r, name))
			set_type(r, &item, type_before(r, first, name));
	} else if (form == FORM_FIELD) {
		uint32_t annotation = annotation_of(r, i);
		item.declares = true;
		item.value = assigned_value(r, first);
		if (annotation != NODE_NONE)
			set_type(r, &item, type_behind(r, annotation));
	} else if (r->nodes[first].shape == SHAPE_LIST)
		return read_targets(r, i, first);
	if (!is_name(r, name))
		return 0;
	item.name = text_of(r, name);
	item.at = form == FORM_FIELD ? i : name;
	item.declares |= r->unit->dialect->assigning_declares;
	return add(r, item);
}

static int
read_node(struct reader *r, uint32_t i)
{
	enum form form = form_of(r, r->nodes[i].kind);

	switch (r->nodes[i].shape) {
	case SHAPE_ASSIGN:
		return form == FORM_NONE ? read_assignment(r, i) : read_form(r, i, form);
	case SHAPE_PARAMETER:
		return read_parameter(r, i);
	case SHAPE_PARAMETERS:
		return read_parameters(r, i);
	case SHAPE_DECLARATION:
		return read_declaration(r, i);
	case SHAPE_NODE:
	case SHAPE_LOOP:
		return read_form(r, i, form);
	default:
		return 0;
	}
}

static int
compare(const void *a, const void *b)
{
	const struct declaration *x = a, *y = b;
	int order = slice_cmp(x->name, y->name);

	return order ? order : (x->at > y->at) - (x->at < y->at);
}

int
declarations_read(struct declarations *out, const struct unit *unit, struct err *err)
{
	struct reader r = {.out = out, .unit = unit, .nodes = unit->shape.nodes, .err = err};

	out->n = 0;
	r.place = unit->dialect->types;
	for (size_t i = 0; i < NKINDS; i++)
		r.numbers[i] = syntax_kind(unit->syntax, slice_str(kinds[i].kind), true);
	r.annotation = syntax_kind(unit->syntax, slice_str("type_annotation"), true);
	r.plain_default = syntax_kind(unit->syntax, slice_str("default_parameter"), true);
	for (uint32_t i = 0; i < unit->shape.n; i++)
		if (read_node(&r, i) < 0)
			return -1;
	if (out->n > 1)
		qsort(out->items, out->n, sizeof(*out->items), compare);
	return 0;
}
