/*
 * taint_call.c - what calls of functions of the text do
 *
 * A function is looked at as if each parameter were tainted with itself. What comes
 * out is its summary: which parameters reach the result, which reach a sink, and which
 * sources are in the result. A call puts its arguments in the parameters'
 * places. Summaries begin empty and grow from round to round over all functions
 * (taint_run.c), so recursion needs no care, and calls are followed as deep as
 * there are rounds.
 */
#include "match/taint_machine.h"

/* A function with nothing but a declaration says nothing of its result. */
static bool
has_body(const struct taint_machine *m, const struct text_function *f)
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

/* What the call gives that parameter, or NODE_NONE. */
static uint32_t
argument_of(const struct taint_machine *m, uint32_t call, const struct text_function *f, uint32_t parameter)
{
	uint32_t callee = m->nodes[call].first, list = text_arguments(m->unit, call);
	size_t own = m->nodes[callee].shape == SHAPE_ATTRIBUTE ? text_own_parameters(m->functions, f) : 0,
	       at = own;
	struct slice name = shape_text(&m->unit->shape, f->parameters[parameter]);

	if (parameter < own)
		return m->nodes[callee].first;
	for (uint32_t k = list == NODE_NONE ? list : m->nodes[list].first; k != NODE_NONE;
	     k = m->nodes[k].next) {
		bool keyword = m->nodes[k].shape == SHAPE_KEYWORD;
		if (keyword ? is_named(m, k, name) : at++ == parameter)
			return k;
	}
	return NODE_NONE;
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

static const struct taint_step *
step_at(struct taint_machine *m, const struct taint_step *before, uint32_t node)
{
	return taint_step(&m->sets, before, m->nodes[node].start, m->nodes[node].end);
}

/* An argument's taint after its way through the function. */
static const struct taint_set *
carried(struct taint_machine *m, uint32_t argument, const struct taint_step *within)
{
	const struct taint_set *out = NULL, *set = argument == NODE_NONE ? NULL : m->values[argument];

	for (uint32_t i = 0; set && i < set->n; i++) {
		struct taint_item item = set->items[i];
		item.trace = joined_steps(m, step_at(m, item.trace, argument), within);
		out = taint_union(&m->sets, out, taint_one(&m->sets, &item));
	}
	return out;
}

static const struct taint_set *
result_of(struct taint_machine *m, uint32_t call, const struct text_function *f,
	  const struct taint_set *result)
{
	const struct taint_set *out = NULL;

	for (uint32_t i = 0; result && i < result->n; i++) {
		struct taint_item item = result->items[i];
		const struct taint_set *set;
		if (ORIGIN_IS_PARAMETER(item.origin)) {
			set = carried(m, argument_of(m, call, f, ORIGIN_INDEX(item.origin)), item.trace);
		} else {
			item.trace = step_at(m, item.trace, call);
			set = taint_one(&m->sets, &item);
		}
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

	return object == NODE_NONE || text_is_self(m->unit, object) ? NULL : m->values[object];
}

static bool
is_handed_taint(const struct taint_machine *m, uint32_t call)
{
	uint32_t callee = m->nodes[call].first, list = text_arguments(m->unit, call);

	for (uint32_t k = list == NODE_NONE ? list : m->nodes[list].first; k != NODE_NONE;
	     k = m->nodes[k].next)
		if (m->values[k])
			return true;
	return m->nodes[callee].shape == SHAPE_ATTRIBUTE && m->values[m->nodes[callee].first];
}

/* ---- what a method keeps of its arguments ---- */

static bool
names_parameter(const struct taint_machine *m, uint32_t node, struct slice name)
{
	for (uint32_t i = node; i < m->nodes[node].subtree_end; i++)
		if (m->nodes[i].shape == SHAPE_NAME && slice_eq(shape_text(&m->unit->shape, i), name))
			return true;
	return false;
}

/* Whether the method has `this.field = ...` of that parameter. */
static bool
keeps_parameter(struct taint_machine *m, const struct text_function *f, struct slice name)
{
	for (uint32_t i = f->node; i < m->nodes[f->node].subtree_end && taint_work(m, 1); i++) {
		if (m->nodes[i].shape != SHAPE_ASSIGN)
			continue;
		uint32_t target = flow_target(m->unit, m->language, i);
		uint32_t value = flow_value(m->unit, m->language, i);
		if (target != NODE_NONE && value != NODE_NONE && m->nodes[target].shape == SHAPE_ATTRIBUTE &&
		    m->nodes[target].first != NODE_NONE && text_is_self(m->unit, m->nodes[target].first) &&
		    names_parameter(m, value, name))
			return true;
	}
	return false;
}

/* box.set(x): what a method of the text puts into its object's fields is in the object. */
static int
keep_arguments(struct taint_machine *m, uint32_t call, const struct text_function *f)
{
	uint32_t callee = m->nodes[call].first;
	uint32_t object = m->nodes[callee].shape == SHAPE_ATTRIBUTE ? m->nodes[callee].first : NODE_NONE;

	if (object == NODE_NONE || !flow_is_variable(&m->unit->shape, object) ||
	    text_is_self(m->unit, object))
		return 0;
	for (uint32_t p = (uint32_t)text_own_parameters(m->functions, f); p < f->nparameters; p++) {
		const struct taint_set *set = carried(m, argument_of(m, call, f, p), NULL);
		if (set && keeps_parameter(m, f, shape_text(&m->unit->shape, f->parameters[p])) &&
		    taint_write(m, object, set, true) < 0)
			return -1;
	}
	return 0;
}

bool
taint_knows_call(const struct taint_machine *m, uint32_t call)
{
	uint32_t function = text_callee(m->functions, call, m->function->class);

	return function != FUNCTION_NONE && has_body(m, &m->functions->items[function]);
}

int
taint_call(const struct taint_set **out, struct taint_machine *m, uint32_t call, uint32_t function)
{
	const struct text_function *f = &m->functions->items[function];
	const struct summary *summary = &m->summaries[function];

	*out = NULL;
	if (!has_body(m, f))
		return 0;
	if (is_handed_taint(m, call))
		taint_open(m, function);
	for (size_t i = 0; i < summary->nsinks && taint_work(m, 1); i++) {
		const struct summary_sink sink = summary->sinks[i];
		const struct taint_set *set = carried(m, argument_of(m, call, f, sink.parameter), sink.trace);
		if (set && taint_reach(m, sink.entry, sink.range, set) < 0)
			return -1;
	}
	*out = taint_join(m, result_of(m, call, f, summary->result), held_by_object(m, call));
	return keep_arguments(m, call, f);
}
