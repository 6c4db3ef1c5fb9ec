/*
 * taint_call.c - functions of the text, and what calls of them do
 *
 * A function is looked at as if each parameter were tainted with itself. What comes
 * out is its summary: which parameters reach the result, which reach a sink, and which
 * sources are in the result. A call puts its arguments in the parameters'
 * places. Summaries begin empty and grow from round to round over all functions
 * (taint_run.c), so recursion needs no care, and calls are followed as deep as
 * there are rounds.
 *
 * A function is known by its name: f(x), and self.f(x), this.f(x) or C.f(x) for one of a
 * class, also new C().f(x) and c.f(x) of a c that is made as a C and never anything else.
 * Where several may be meant, none is.
 */
#include <stdlib.h>

#include "base/buf.h"
#include "match/declaration.h"
#include "match/taint_machine.h"

#define CLASS_LEVELS 64u /* between a method and its class */

/* ---- finding them ---- */

static uint32_t
class_of(const struct taint_machine *m, uint32_t node)
{
	for (unsigned i = 0; i < CLASS_LEVELS && node != NODE_NONE; i++) {
		if (m->nodes[node].shape == SHAPE_CLASS)
			return node;
		node = m->nodes[node].parent;
	}
	return NODE_NONE;
}

static struct slice
class_name(const struct taint_machine *m, uint32_t class)
{
	uint32_t name = shape_child(m->nodes, class, SHAPE_NAME);

	return name == NODE_NONE ? slice_of(NULL, 0) : shape_text(&m->unit->shape, name);
}

/* Of `int f(...)`, `def f(...)` the name before the parameters; of a lambda that of its variable. */
static struct slice
function_name(const struct taint_machine *m, uint32_t node)
{
	uint32_t found = NODE_NONE, parent = m->nodes[node].parent;

	if (m->nodes[node].shape == SHAPE_LAMBDA) {
		if (parent == NODE_NONE || m->nodes[parent].shape != SHAPE_ASSIGN)
			return slice_of(NULL, 0);
		uint32_t target = flow_target(m->unit, m->language, parent);
		if (target == NODE_NONE || m->nodes[target].shape != SHAPE_NAME)
			return slice_of(NULL, 0);
		return shape_text(&m->unit->shape, target);
	}
	for (uint32_t k = node + 1; k < m->nodes[node].subtree_end; k++) {
		if (m->nodes[k].shape == SHAPE_MODIFIERS) {
			k = m->nodes[k].subtree_end - 1;
			continue;
		}
		/* The receiver of a Go method stands before its name. */
		if (m->nodes[k].shape == SHAPE_PARAMETERS && found == NODE_NONE && m->lang == LANG_GO) {
			k = m->nodes[k].subtree_end - 1;
			continue;
		}
		if (m->nodes[k].shape == SHAPE_PARAMETERS || m->nodes[k].shape == SHAPE_BLOCK)
			break;
		if (m->nodes[k].shape == SHAPE_NAME)
			found = k;
	}
	return found == NODE_NONE ? slice_of(NULL, 0) : shape_text(&m->unit->shape, found);
}

static int
add_function(struct taint_machine *m, uint32_t node, struct slice name)
{
	void *functions = m->functions;
	size_t had = m->functions_cap;

	if (array_reserve(&functions, &m->functions_cap, m->nfunctions + 1, sizeof(*m->functions)) < 0)
		return err_oom(m->err);
	m->functions = functions;
	for (size_t i = had; i < m->functions_cap; i++)
		m->functions[i] = (struct taint_function){0};
	struct taint_function *f = &m->functions[m->nfunctions++];
	f->node = node;
	f->class = node == 0 ? NODE_NONE : class_of(m, m->nodes[node].parent);
	f->name = name;
	f->result = NULL;
	f->nsinks = 0;
	return flow_steps_read(&f->steps, m->unit, m->language, node, &m->limit, m->err);
}

static int
compare_names(const void *a, const void *b, void *ctx)
{
	const struct taint_machine *m = ctx;
	const struct taint_function *x = &m->functions[*(const uint32_t *)a];
	const struct taint_function *y = &m->functions[*(const uint32_t *)b];

	int order = slice_cmp(x->name, y->name);
	return order ? order : (x->node > y->node) - (x->node < y->node);
}

static int
sort_names(struct taint_machine *m)
{
	m->nby_name = 0;
	m->by_name = arena_array(&m->arena, m->nfunctions, sizeof(*m->by_name));
	if (!m->by_name)
		return err_oom(m->err);
	for (size_t i = 0; i < m->nfunctions; i++)
		if (m->functions[i].name.len > 0)
			m->by_name[m->nby_name++] = (uint32_t)i;
	qsort_r(m->by_name, m->nby_name, sizeof(*m->by_name), compare_names, m);
	return 0;
}

/* Inner functions are part of the outer one's steps; they stand here for calls by name. */
int
taint_find_functions(struct taint_machine *m)
{
	uint32_t inside = 0;

	m->nfunctions = 0;
	m->has_lists = false;
	if (add_function(m, 0, slice_of(NULL, 0)) < 0)
		return -1;
	for (uint32_t i = 1; i < m->unit->shape.n && !m->limit; i++) {
		uint8_t shape = m->nodes[i].shape;
		if (shape != SHAPE_FUNCTION && shape != SHAPE_LAMBDA)
			continue;
		struct slice name = function_name(m, i);
		bool outer = i >= inside && shape == SHAPE_FUNCTION;
		if (i >= inside)
			inside = m->nodes[i].subtree_end;
		if (!outer && name.len == 0)
			continue;
		/* Steps of inner functions are read again and again with every outer one. */
		if (!taint_work(m, m->nodes[i].subtree_end - i))
			break;
		if (add_function(m, i, name) < 0)
			return -1;
	}
	return sort_names(m);
}

/* ---- which one is called ---- */

static uint32_t
arguments_of(const struct taint_machine *m, uint32_t call)
{
	return shape_child(m->nodes, call, SHAPE_ARGUMENTS);
}

static size_t
count_arguments(const struct taint_machine *m, uint32_t call)
{
	uint32_t list = arguments_of(m, call);
	size_t n = 0;

	for (uint32_t k = list == NODE_NONE ? list : m->nodes[list].first; k != NODE_NONE;
	     k = m->nodes[k].next)
		n++;
	return n;
}

/* 1 for a method that names its object among its parameters. */
static size_t
own_parameters(const struct taint_machine *m, const struct taint_function *f)
{
	if (m->lang != LANG_PYTHON || f->steps.nparameters == 0)
		return 0;
	struct slice first = shape_text(&m->unit->shape, f->steps.parameters[0]);
	return slice_eq_str(first, "self") || slice_eq_str(first, "cls");
}

static bool
is_self(const struct taint_machine *m, uint32_t node)
{
	static const char *const names[] = {"self", "this", "$this", "cls", "super", "static"};
	struct slice text = shape_text(&m->unit->shape, node);

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (slice_eq_str(text, names[i]))
			return true;
	return false;
}

/* What is written before the name: nothing, the object itself, a class, or an object of one. */
struct callee {
	struct slice name, class;
	bool plain, self;
};

/* The C of `new C(...)`, or of Python's C(...); empty: it is no such thing. */
static struct slice
made_class(const struct taint_machine *m, uint32_t node)
{
	struct slice text = shape_text(&m->unit->shape, node);
	uint32_t first = m->nodes[node].first;

	if (m->lang == LANG_PYTHON ? m->nodes[node].shape != SHAPE_CALL
				   : m->nodes[node].shape != SHAPE_NODE || !slice_starts(text, "new "))
		return slice_of(NULL, 0);
	/* With a body it is of a class without a name. */
	if (first == NODE_NONE || m->nodes[first].shape != SHAPE_NAME || !slice_ends(text, ")"))
		return slice_of(NULL, 0);
	return shape_text(&m->unit->shape, first);
}

static struct slice
class_of_object(const struct taint_machine *m, uint32_t object)
{
	if (!flow_is_variable(&m->unit->shape, object))
		return made_class(m, object);
	const struct declaration *only = declaration_only(m->unit, object);
	struct slice made = only && only->value != NODE_NONE ? made_class(m, only->value) : slice_of(NULL, 0);
	return made.len > 0 ? made : shape_text(&m->unit->shape, object);
}

static bool
read_callee(const struct taint_machine *m, uint32_t call, struct callee *out)
{
	uint32_t node = m->nodes[call].first;

	*out = (struct callee){.plain = true};
	if (node == NODE_NONE)
		return false;
	if (m->nodes[node].shape == SHAPE_NAME) {
		out->name = shape_text(&m->unit->shape, node);
		return true;
	}
	uint32_t object = m->nodes[node].first, member = flow_member(&m->unit->shape, node);
	if (m->nodes[node].shape != SHAPE_ATTRIBUTE || member == NODE_NONE || object == NODE_NONE)
		return false;
	out->plain = false;
	out->self = is_self(m, object);
	out->class = class_of_object(m, object);
	out->name = shape_text(&m->unit->shape, member);
	return out->class.len > 0;
}

/* Where a plain name means a method of the same class. */
static bool
methods_are_plain(enum language lang)
{
	return lang == LANG_JAVA || lang == LANG_CSHARP || lang == LANG_CPP || lang == LANG_RUBY ||
	       lang == LANG_KOTLIN || lang == LANG_SCALA || lang == LANG_SWIFT;
}

static bool
may_be(const struct taint_machine *m, const struct callee *callee, const struct taint_function *f,
       size_t arguments)
{
	size_t parameters = f->steps.nparameters;

	if (callee->plain) {
		if (f->class != NODE_NONE && (!methods_are_plain(m->lang) || f->class != m->function->class))
			return false;
	} else if (f->class == NODE_NONE ||
		   !(callee->self ? f->class == m->function->class
				  : slice_eq(class_name(m, f->class), callee->class))) {
		return false;
	}
	if (!callee->plain)
		parameters -= own_parameters(m, f);
	return arguments <= parameters;
}

uint32_t
taint_callee(const struct taint_machine *m, uint32_t call)
{
	struct callee callee;
	uint32_t found = FUNCTION_NONE;
	size_t low = 0, high = m->nby_name, arguments, exact = 0;

	if (m->nby_name == 0 || !read_callee(m, call, &callee))
		return FUNCTION_NONE;
	while (low < high) {
		size_t mid = low + (high - low) / 2;
		if (slice_cmp(m->functions[m->by_name[mid]].name, callee.name) < 0)
			low = mid + 1;
		else
			high = mid;
	}
	arguments = count_arguments(m, call);
	for (size_t n = 0; low < m->nby_name; low++) {
		const struct taint_function *f = &m->functions[m->by_name[low]];
		if (!slice_eq(f->name, callee.name))
			break;
		if (!may_be(m, &callee, f, arguments))
			continue;
		size_t parameters = f->steps.nparameters - (callee.plain ? 0 : own_parameters(m, f));
		bool same = parameters == arguments;
		exact += same;
		if (++n == 1 || (same && exact == 1))
			found = m->by_name[low];
		else if (exact != 1)
			return FUNCTION_NONE;
	}
	return found;
}

/* ---- calling it ---- */

/* A function with nothing but a declaration says nothing of its result. */
static bool
has_body(const struct taint_machine *m, const struct taint_function *f)
{
	return m->nodes[f->node].shape == SHAPE_LAMBDA ||
	       shape_child(m->nodes, f->node, SHAPE_BLOCK) != NODE_NONE;
}

static bool
is_named(const struct taint_machine *m, uint32_t argument, struct slice name)
{
	return m->nodes[argument].shape == SHAPE_KEYWORD && m->nodes[argument].first != NODE_NONE &&
	       slice_eq(shape_text(&m->unit->shape, m->nodes[argument].first), name);
}

/* What the call gives that parameter. */
static const struct taint_set *
argument_value(struct taint_machine *m, uint32_t call, const struct taint_function *f, uint32_t parameter)
{
	uint32_t callee = m->nodes[call].first, list = arguments_of(m, call);
	size_t own = m->nodes[callee].shape == SHAPE_ATTRIBUTE ? own_parameters(m, f) : 0, at = own;
	struct slice name = shape_text(&m->unit->shape, f->steps.parameters[parameter]);

	if (parameter < own)
		return m->values[m->nodes[callee].first];
	for (uint32_t k = list == NODE_NONE ? list : m->nodes[list].first; k != NODE_NONE;
	     k = m->nodes[k].next) {
		bool keyword = m->nodes[k].shape == SHAPE_KEYWORD;
		if (keyword ? is_named(m, k, name) : at++ == parameter)
			return m->values[k];
	}
	return NULL;
}

/* The way up to here, then that within the function. */
static const struct taint_step *
joined_steps(struct taint_machine *m, const struct taint_step *before, const struct taint_step *within)
{
	const struct taint_step *steps[LIMIT_TAINT_TRACE];
	size_t n = 0;

	for (; within && n < LIMIT_TAINT_TRACE; within = within->before)
		steps[n++] = within;
	while (n-- > 0)
		before = taint_step(&m->sets, before, steps[n]->start, steps[n]->end);
	return before;
}

/* An argument's taint after its way through the function. */
static const struct taint_set *
carried(struct taint_machine *m, const struct taint_set *set, const struct taint_step *within)
{
	const struct taint_set *out = NULL;

	for (uint32_t i = 0; set && i < set->n; i++) {
		struct taint_item item = set->items[i];
		item.trace = joined_steps(m, item.trace, within);
		out = taint_union(&m->sets, out, taint_one(&m->sets, &item));
	}
	return out;
}

static const struct taint_set *
result_of(struct taint_machine *m, uint32_t call, const struct taint_function *f)
{
	const struct taint_set *out = NULL;

	for (uint32_t i = 0; f->result && i < f->result->n; i++) {
		const struct taint_item *item = &f->result->items[i];
		const struct taint_set *set;
		if (ORIGIN_IS_PARAMETER(item->origin))
			set = carried(m, argument_value(m, call, f, ORIGIN_INDEX(item->origin)), item->trace);
		else
			set = taint_one(&m->sets, item);
		out = taint_union(&m->sets, out, set);
	}
	return out;
}

/* What an object was made of or had put into it may come out of any method. */
static const struct taint_set *
held_by_object(const struct taint_machine *m, uint32_t call)
{
	uint32_t callee = m->nodes[call].first;
	uint32_t object = m->nodes[callee].shape == SHAPE_ATTRIBUTE ? m->nodes[callee].first : NODE_NONE;

	return object == NODE_NONE || is_self(m, object) ? NULL : m->values[object];
}

int
taint_call(const struct taint_set **out, struct taint_machine *m, uint32_t call, uint32_t function)
{
	const struct taint_function *f = &m->functions[function];

	*out = NULL;
	if (!has_body(m, f))
		return 0;
	for (size_t i = 0; i < f->nsinks && taint_work(m, 1); i++) {
		const struct summary_sink sink = f->sinks[i];
		const struct taint_set *set = argument_value(m, call, f, sink.parameter);
		set = set ? carried(m, set, sink.trace) : NULL;
		if (set && taint_reach(m, sink.entry, sink.range, set) < 0)
			return -1;
	}
	*out = taint_join(m, result_of(m, call, f), held_by_object(m, call));
	return 0;
}
