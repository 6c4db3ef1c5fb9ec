/*
 * taint_element.c - calls that put elements into containers, take them out and move them
 *
 *	m.put("a", x)      x is element "a" of m, and no other
 *	l.add(x)           of a list of n elements: element n, and there are n + 1
 *	l.remove(0)        element 1 becomes 0, 2 becomes 1, ...
 *	l.shuffle()        any may be anywhere: each is as tainted as all are
 *
 * A list has a length from where it is made until something may have changed it unseen:
 * it is handed on, or changed on one way through the function and not on another.
 */
#include <stdio.h>

#include "match/declaration.h"
#include "match/taint_machine.h"
#include "match/taint_truth.h"

enum element_op {
	OP_UNKNOWN,
	OP_LOOK, /* changes nothing */
	OP_GET,
	OP_PUT,
	OP_APPEND,
	OP_INSERT, /* position, element */
	OP_TAKE_FIRST,
	OP_TAKE_LAST,
	OP_TAKE, /* position */
};

/* A method call on a container. */
struct element_call {
	uint32_t object, first, second, last; /* arguments, or NODE_NONE */
	size_t n;                             /* of them */
	enum element_op op;
	struct taint_path path; /* of the object */
};

static enum element_op
op_of_name(enum language lang, struct slice name, size_t n)
{
	static const struct {
		const char *name;
		uint8_t op, arguments; /* at least */
	} rows[] = {{"get", OP_GET, 1},          {"getOrDefault", OP_GET, 2},
		    {"getProperty", OP_GET, 1},  {"put", OP_PUT, 2},
		    {"putIfAbsent", OP_PUT, 2},  {"setProperty", OP_PUT, 2},
		    {"setdefault", OP_PUT, 2},   {"Insert", OP_INSERT, 2},
		    {"insert", OP_INSERT, 2},    {"append", OP_APPEND, 1},
		    {"push", OP_APPEND, 1},      {"addLast", OP_APPEND, 1},
		    {"shift", OP_TAKE_FIRST, 0}, {"removeFirst", OP_TAKE_FIRST, 0},
		    {"RemoveAt", OP_TAKE, 1},    {"removeLast", OP_TAKE_LAST, 0},
		    {"size", OP_LOOK, 0},        {"isEmpty", OP_LOOK, 0},
		    {"contains", OP_LOOK, 1},    {"Contains", OP_LOOK, 1},
		    {"indexOf", OP_LOOK, 1},     {"includes", OP_LOOK, 1},
		    {"containsKey", OP_LOOK, 1}, {"ContainsKey", OP_LOOK, 1},
		    {"join", OP_LOOK, 0},        {"toString", OP_LOOK, 0},
		    {"index", OP_LOOK, 1},       {"count", OP_LOOK, 1},
		    {"has", OP_LOOK, 1},         {"keys", OP_LOOK, 0},
		    {"values", OP_LOOK, 0},      {"items", OP_LOOK, 0},
		    {"entrySet", OP_LOOK, 0},    {"keySet", OP_LOOK, 0},
		    {"hashCode", OP_LOOK, 0},    {"equals", OP_LOOK, 1}};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		if (n >= rows[i].arguments && slice_eq_str(name, rows[i].name))
			return (enum element_op)rows[i].op;
	if (slice_eq_str(name, "add") || slice_eq_str(name, "Add"))
		return n == 1 ? OP_APPEND : n == 2 ? (lang == LANG_CSHARP ? OP_PUT : OP_INSERT) : OP_UNKNOWN;
	if (slice_eq_str(name, "set"))
		return (lang == LANG_PYTHON ? n == 3 : n == 2) ? OP_PUT : OP_UNKNOWN;
	if (slice_eq_str(name, "pop") || slice_eq_str(name, "remove"))
		return n == 0 ? OP_TAKE_LAST : n == 1 ? OP_TAKE : OP_UNKNOWN;
	return OP_UNKNOWN;
}

/* `set` of JavaScript says little without the Map. */
static bool
is_made_as_map(const struct taint_machine *m, uint32_t object)
{
	const struct declaration *only =
		flow_is_variable(&m->unit->shape, object) ? declaration_only(m->unit, object) : NULL;

	return only && only->value != NODE_NONE &&
	       slice_starts(shape_text(&m->unit->shape, only->value), "new Map");
}

static bool
read_call(struct element_call *out, const struct taint_machine *m, uint32_t call)
{
	uint32_t callee = m->nodes[call].first, list = shape_child(m->nodes, call, SHAPE_ARGUMENTS);

	*out = (struct element_call){.first = NODE_NONE, .second = NODE_NONE, .last = NODE_NONE};
	if (callee == NODE_NONE || list == NODE_NONE || m->nodes[callee].shape != SHAPE_ATTRIBUTE)
		return false;
	out->object = m->nodes[callee].first;
	if (out->object == NODE_NONE || !taint_path_of(&out->path, m, out->object))
		return false;
	for (uint32_t k = m->nodes[list].first; k != NODE_NONE; k = m->nodes[k].next) {
		if (out->n == 0)
			out->first = k;
		else if (out->n == 1)
			out->second = k;
		out->last = k;
		out->n++;
	}
	struct slice name = taint_called_name(m, call);
	bool script = m->lang == LANG_JAVASCRIPT || m->lang == LANG_TYPESCRIPT;
	out->op = op_of_name(m->lang, name, out->n);
	if (script && slice_eq_str(name, "set") && !is_made_as_map(m, out->object))
		out->op = OP_UNKNOWN;
	return true;
}

/* ---- places ---- */

static const struct path_part any_element = {SLICE_LITERAL("[]"), false};

bool
taint_holds_constants(const struct taint_machine *m, uint32_t node)
{
	const struct declaration *only =
		flow_is_variable(&m->unit->shape, node) ? declaration_only(m->unit, node) : NULL;
	uint32_t value = only ? only->value : node;

	return value != NODE_NONE && !flow_is_variable(&m->unit->shape, value) &&
	       m->nodes[value].first != NODE_NONE && m->nodes[value].shape != SHAPE_ATTRIBUTE &&
	       taint_is_constant(m->unit, m->lang, value);
}

static struct taint_path
keyed(const struct taint_path *container, struct path_part key)
{
	struct taint_path path = *container;

	taint_path_append(&path, any_element);
	taint_path_append(&path, key);
	return path;
}

/* As x[position] is read; see taint_path.c. */
static struct taint_path
positioned(const struct taint_machine *m, const struct taint_path *container, size_t position)
{
	static const char *const digits[LENGTH_MAX + 1] = {"0", "1",  "2",  "3",  "4",  "5",  "6",  "7", "8",
							   "9", "10", "11", "12", "13", "14", "15", "16"};
	struct path_part key = {slice_str(digits[position]), true};
	struct taint_path path = *container;

	if (m->lang != LANG_JAVASCRIPT && m->lang != LANG_TYPESCRIPT)
		return keyed(container, key);
	key.key = false;
	taint_path_append(&path, key);
	return path;
}

static const struct taint_set *
value_at(struct taint_machine *m, const struct taint_path *place)
{
	bool whole;
	uint32_t path = taint_path_find(m, place, &whole);

	return path == PATH_NONE ? NULL : taint_store_get(&m->store, &m->sets, &m->paths, path, whole);
}

static uint32_t
known_path(const struct taint_machine *m, const struct taint_path *place)
{
	bool whole;
	uint32_t path = taint_path_find(m, place, &whole);

	return whole ? path : PATH_NONE;
}

static uint8_t
length_of(const struct taint_machine *m, const struct taint_path *place)
{
	uint32_t path = m->has_lists ? known_path(m, place) : PATH_NONE;

	return path == PATH_NONE ? LENGTH_UNKNOWN : taint_store_length(&m->store, path);
}

static int
set_length(struct taint_machine *m, const struct taint_path *place, uint8_t length)
{
	uint32_t path = length == LENGTH_UNKNOWN ? known_path(m, place) : taint_path_add(m, place);

	m->has_lists = true;
	if (path == PATH_NONE || m->store.dead)
		return 0;
	return taint_store_set_length(&m->store, path, length) < 0 ? err_oom(m->err) : 0;
}

/* Whether the elements of a path are known by their positions, or were. */
static bool
has_positions(struct taint_machine *m, uint32_t path)
{
	uint32_t k = m->paths.items[path].first;

	if (taint_store_length(&m->store, path) != LENGTH_UNKNOWN)
		return true;
	uint32_t elements = path_find(&m->paths, path, any_element);
	if (elements != PATH_NONE && m->lang != LANG_JAVASCRIPT && m->lang != LANG_TYPESCRIPT)
		k = m->paths.items[elements].first;
	for (; k != PATH_NONE && taint_work(m, 1); k = m->paths.items[k].next) {
		struct slice name = m->paths.items[k].part.name;
		if (name.len > 0 && name.ptr[0] >= '0' && name.ptr[0] <= '9')
			return true;
	}
	return false;
}

/* Any element may be anywhere. */
static int
mix_elements(struct taint_machine *m, const struct taint_path *container)
{
	uint32_t path = known_path(m, container);

	if (path == PATH_NONE || m->store.dead || !has_positions(m, path))
		return 0;
	const struct taint_set *all = taint_store_get(&m->store, &m->sets, &m->paths, path, true);
	if (path < m->store.n)
		m->store.facts[path] = LENGTH_UNKNOWN;
	return taint_store_add(&m->store, &m->sets, &m->paths, path, all) < 0 ? err_oom(m->err) : 0;
}

/* ---- maps ---- */

/* What a container has beside its elements, as an object of one's own may. */
static const struct taint_set *
fields_of(struct taint_machine *m, const struct taint_path *container)
{
	const struct taint_set *set = NULL;
	uint32_t path = known_path(m, container);
	uint32_t k = path == PATH_NONE ? PATH_NONE : m->paths.items[path].first;

	for (; k != PATH_NONE && taint_work(m, 1); k = m->paths.items[k].next)
		if (!slice_eq_str(m->paths.items[k].part.name, "[]"))
			set = taint_join(m, set, taint_store_get(&m->store, &m->sets, &m->paths, k, true));
	return set;
}

/* What is given to a get() beside its key: what it gives when there is no such key. */
static const struct taint_set *
otherwise(struct taint_machine *m, const struct element_call *call)
{
	const struct taint_set *set = NULL;

	for (uint32_t k = call->second; k != NODE_NONE; k = m->nodes[k].next)
		set = taint_join(m, set, m->values[k]);
	return set;
}

/* m.get("a"), m.get("a", otherwise), conf.get("section", "key") */
static bool
get(const struct taint_set **out, struct taint_machine *m, const struct element_call *call)
{
	struct path_part key, second;

	if (taint_holds_constants(m, call->object)) {
		*out = taint_join(m, m->values[call->object], otherwise(m, call));
		return true;
	}
	if (!taint_key(m, call->first, &key))
		return false;
	struct taint_path place = keyed(&call->path, key), within = place;
	const struct taint_set *set = fields_of(m, &call->path);
	if (taint_key(m, call->second, &second)) {
		taint_path_append(&within, any_element);
		if (known_path(m, &within) != PATH_NONE)
			set = taint_join(m, set, value_at(m, &within));
		taint_path_append(&place, second);
	}
	set = taint_join(m, set, value_at(m, &place));
	set = taint_join(m, set, taint_path_sources(m, call->object));
	*out = taint_join(m, set, otherwise(m, call));
	return true;
}

static int
put(struct taint_machine *m, const struct element_call *call)
{
	struct taint_path place = call->path;
	struct path_part key;
	bool weak = false;

	taint_path_append(&place, any_element);
	for (uint32_t k = call->first; k != call->last && !weak; k = m->nodes[k].next) {
		weak = !taint_key(m, k, &key);
		if (!weak)
			taint_path_append(&place, key);
	}
	return taint_write_path(m, &place, call->object, m->values[call->last], weak);
}

/* ---- lists ---- */

static int
put_position(struct taint_machine *m, const struct element_call *call, size_t position,
	     const struct taint_set *set)
{
	struct taint_path place = positioned(m, &call->path, position);
	uint32_t path = taint_path_add(m, &place);

	if (path == PATH_NONE || m->store.dead)
		return 0;
	return taint_store_set(&m->store, &m->paths, path, set) < 0 ? err_oom(m->err) : 0;
}

static int
append(struct taint_machine *m, const struct element_call *call, uint8_t length)
{
	for (uint32_t k = call->first; k != NODE_NONE && length < LENGTH_MAX; k = m->nodes[k].next) {
		struct taint_path place = positioned(m, &call->path, length++);
		if (taint_write_path(m, &place, call->object, m->values[k], false) < 0)
			return -1;
	}
	return length < LENGTH_MAX ? set_length(m, &call->path, length) : mix_elements(m, &call->path);
}

/* A constant position within a list of that length. */
static bool
position_of(const struct taint_machine *m, uint32_t node, uint8_t length, size_t *out)
{
	struct path_part key;

	*out = 0;
	if (!taint_key(m, node, &key) || key.name.len > 2)
		return false;
	for (size_t i = 0; i < key.name.len; i++) {
		if (key.name.ptr[i] < '0' || key.name.ptr[i] > '9')
			return false;
		*out = *out * 10 + (size_t)(key.name.ptr[i] - '0');
	}
	return *out < length;
}

static int
insert(struct taint_machine *m, const struct element_call *call, uint8_t length)
{
	size_t position;

	if (call->n != 2 || length + 1u >= LENGTH_MAX ||
	    !position_of(m, call->first, (uint8_t)(length + 1), &position))
		return mix_elements(m, &call->path);
	for (size_t i = length; i > position; i--) {
		struct taint_path before = positioned(m, &call->path, i - 1);
		if (put_position(m, call, i, value_at(m, &before)) < 0)
			return -1;
	}
	struct taint_path place = positioned(m, &call->path, position);
	if (taint_write_path(m, &place, call->object, m->values[call->last], false) < 0)
		return -1;
	return set_length(m, &call->path, (uint8_t)(length + 1));
}

static int
take(const struct taint_set **out, struct taint_machine *m, const struct element_call *call, uint8_t length)
{
	size_t position = call->op == OP_TAKE_LAST ? length - 1u : 0;

	if (length == 0 || (call->op == OP_TAKE && !position_of(m, call->first, length, &position)))
		return mix_elements(m, &call->path);
	struct taint_path place = positioned(m, &call->path, position);
	*out = value_at(m, &place);
	for (size_t i = position; i + 1u < length; i++) {
		struct taint_path behind = positioned(m, &call->path, i + 1);
		if (put_position(m, call, i, value_at(m, &behind)) < 0)
			return -1;
	}
	if (put_position(m, call, length - 1u, NULL) < 0)
		return -1;
	return set_length(m, &call->path, (uint8_t)(length - 1));
}

/* 1: it is one of a list whose length is known; 0: not. */
static int
call_on_list(const struct taint_set **out, struct taint_machine *m, const struct element_call *call)
{
	uint8_t length = length_of(m, &call->path);

	if (length == LENGTH_UNKNOWN)
		return 0;
	switch (call->op) {
	case OP_APPEND:
		return append(m, call, length) < 0 ? -1 : 1;
	case OP_INSERT:
		return insert(m, call, length) < 0 ? -1 : 1;
	case OP_TAKE:
	case OP_TAKE_FIRST:
	case OP_TAKE_LAST:
		return take(out, m, call, length) < 0 ? -1 : 1;
	default:
		return 0;
	}
}

/* ---- all of it ---- */

/* 1: *out is what the call gives; 0: that is left to its operands. */
int
taint_element_call(const struct taint_set **out, struct taint_machine *m, uint32_t node)
{
	struct element_call call;

	if (!read_call(&call, m, node))
		return 0;
	int rc = call_on_list(out, m, &call);
	if (rc != 0)
		return rc;
	switch (call.op) {
	case OP_LOOK:
		return 0;
	case OP_GET:
		return get(out, m, &call);
	case OP_PUT:
		if (put(m, &call) < 0)
			return -1;
		*out = taint_operands(m, node);
		return 1;
	case OP_TAKE:
		if (taint_key(m, call.first, &(struct path_part){0}) &&
		    !position_of(m, call.first, LENGTH_MAX, &(size_t){0}))
			return 0; /* of a map */
		break;
	default:
		break;
	}
	return m->has_lists && mix_elements(m, &call.path) < 0 ? -1 : 0;
}

bool
taint_knows_element(const struct taint_machine *m, uint32_t node)
{
	struct element_call call;
	struct path_part key;

	return read_call(&call, m, node) && call.op == OP_GET && taint_key(m, call.first, &key);
}

/* ---- where lists begin, and where they get out of sight ---- */

static bool
is_new_list(const struct taint_machine *m, uint32_t value)
{
	static const char *const begins[] = {"new ArrayList", "new LinkedList", "new Vector", "new List<",
					     "list()",        "new Array()",    NULL};
	struct slice text = shape_text(&m->unit->shape, value);
	uint32_t list = shape_child(m->nodes, value, SHAPE_ARGUMENTS);

	if (list == NODE_NONE || m->nodes[list].first != NODE_NONE)
		return false;
	for (size_t i = 0; begins[i]; i++)
		if (slice_starts(text, begins[i]))
			return slice_ends(text, ")");
	return false;
}

/* A spread or the like is not one element. */
static bool
is_plain_list(const struct taint_machine *m, uint32_t value)
{
	size_t n = 0;

	if (m->nodes[value].shape != SHAPE_LIST)
		return false;
	for (uint32_t k = m->nodes[value].first; k != NODE_NONE; k = m->nodes[k].next) {
		struct slice text = shape_text(&m->unit->shape, k);
		if (++n >= LENGTH_MAX || m->nodes[k].shape == SHAPE_TOKEN || slice_starts(text, "*") ||
		    slice_starts(text, "..."))
			return false;
	}
	return true;
}

/* The part that the key of a pair names: `a` of {a: 1} is a name, "a" a constant. */
static bool
key_of_pair(const struct taint_machine *m, uint32_t key, struct path_part *out)
{
	bool script = m->lang == LANG_JAVASCRIPT || m->lang == LANG_TYPESCRIPT;
	bool named = (script || m->lang == LANG_RUBY) && m->nodes[key].shape == SHAPE_NAME;

	if (named)
		out->name = shape_text(&m->unit->shape, key);
	else if (!taint_key(m, key, out))
		return false;
	out->key = !script;
	return true;
}

static int
fill_map(struct taint_machine *m, uint32_t target, const struct taint_path *path, uint32_t value)
{
	bool script = m->lang == LANG_JAVASCRIPT || m->lang == LANG_TYPESCRIPT;

	for (uint32_t k = m->nodes[value].first; k != NODE_NONE; k = m->nodes[k].next) {
		uint32_t key = m->nodes[k].shape == SHAPE_PAIR ? m->nodes[k].first : NODE_NONE;
		uint32_t content = key == NODE_NONE ? NODE_NONE : m->nodes[key].next;
		struct path_part part;
		if (content == NODE_NONE || !key_of_pair(m, key, &part)) {
			if (taint_write_path(m, path, target, m->values[k], true) < 0)
				return -1;
			continue;
		}
		struct taint_path place = *path;
		if (!script)
			taint_path_append(&place, any_element);
		taint_path_append(&place, part);
		if (taint_write_path(m, &place, target, m->values[content], false) < 0)
			return -1;
	}
	return 0;
}

/* Of `new String[] {a, b}` the list. */
static uint32_t
written_out(const struct taint_machine *m, uint32_t value)
{
	uint32_t list =
		m->nodes[value].shape == SHAPE_NODE ? shape_child(m->nodes, value, SHAPE_LIST) : NODE_NONE;

	return list != NODE_NONE && slice_starts(shape_text(&m->unit->shape, value), "new ") ? list : value;
}

int
taint_fill_container(struct taint_machine *m, uint32_t target, uint32_t value)
{
	struct element_call call = {.object = target};

	if (value == NODE_NONE || m->store.dead)
		return 0;
	value = written_out(m, value);
	bool list = is_plain_list(m, value);
	if (!list && m->nodes[value].shape != SHAPE_DICTIONARY && !is_new_list(m, value))
		return 0;
	if (!taint_path_of(&call.path, m, target) || call.path.cut)
		return 0;
	if (m->nodes[value].shape == SHAPE_DICTIONARY)
		return fill_map(m, target, &call.path, value);
	call.first = list ? m->nodes[value].first : NODE_NONE;
	return append(m, &call, 0);
}

/* Whether the variable at a node may be changed by what it is given to. */
static bool
gets_out_of_sight(const struct taint_machine *m, uint32_t node)
{
	uint32_t parent = m->nodes[node].parent, above = m->nodes[parent].parent;

	if (m->nodes[parent].shape == SHAPE_ATTRIBUTE && m->nodes[parent].first == node)
		return false;
	if (taint_flow_at(m, parent) == FLOW_INDEX && m->nodes[parent].first == node) {
		bool assigned = m->nodes[above].shape == SHAPE_ASSIGN && m->nodes[above].first == parent;
		struct path_part key;
		uint32_t index = m->nodes[node].next;
		return slice_starts(shape_text(&m->unit->shape, above), "del") ||
		       (assigned && !taint_key(m, index, &key));
	}
	if (m->nodes[parent].shape == SHAPE_ASSIGN || m->nodes[parent].shape == SHAPE_DECLARATION)
		return flow_target(m->unit, m->language, parent) != node;
	return taint_flow_at(m, parent) != FLOW_EACH;
}

int
taint_see_variable(struct taint_machine *m, uint32_t node)
{
	struct taint_path path;

	if (!m->has_lists || m->nodes[node].parent == NODE_NONE || !taint_path_of(&path, m, node) ||
	    length_of(m, &path) == LENGTH_UNKNOWN || !gets_out_of_sight(m, node))
		return 0;
	return mix_elements(m, &path);
}
