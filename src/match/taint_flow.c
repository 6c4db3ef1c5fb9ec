/*
 * taint_flow.c - from a tree to steps; see taint_flow.h for an example
 */
#include "match/taint_reader.h"

#include <stdlib.h>

#include "base/buf.h"
#include "base/limits.h"

static const struct context outside = {LABEL_NONE, LABEL_NONE, LABEL_NONE, LABEL_NONE, false, false};

void
flow_steps_release(struct flow_steps *steps)
{
	free(steps->items);
	*steps = (struct flow_steps){0};
}

/* ---- jobs; those of one node are pushed in order and turned round ---- */

static void
push(struct flow_reader *r, struct job job)
{
	void *jobs = r->jobs;

	if (r->failed || array_reserve(&jobs, &r->cap, r->n + 1, sizeof(*r->jobs)) < 0) {
		r->failed = true;
		return;
	}
	r->jobs = jobs;
	r->jobs[r->n++] = job;
}

void
reader_visit(struct flow_reader *r, uint32_t node)
{
	if (node != NODE_NONE)
		push(r, (struct job){.visit = true, .a = node, .context = r->context});
}

void
reader_step(struct flow_reader *r, enum flow_op op, uint32_t a, uint32_t b)
{
	push(r, (struct job){.op = (uint8_t)op, .a = a, .b = b});
}

void
reader_visit_condition(struct flow_reader *r, uint32_t node)
{
	bool asked = r->context.asked;

	r->context.asked = true;
	reader_visit(r, node);
	r->context.asked = asked;
}

static void
reverse_jobs(struct job *jobs, size_t n)
{
	for (size_t i = 0; i < n / 2; i++) {
		struct job job = jobs[i];
		jobs[i] = jobs[n - 1 - i];
		jobs[n - 1 - i] = job;
	}
}

static void
read_parameters(struct flow_reader *r, uint32_t function)
{
	uint32_t list = flow_parameters(r->unit, r->language, function);

	if (list == NODE_NONE)
		return;
	for (uint32_t p = r->nodes[list].first; p != NODE_NONE; p = r->nodes[p].next)
		for (uint32_t name = flow_bound_name(r->unit, r->language, p, NODE_NONE); name != NODE_NONE;
		     name = flow_bound_name(r->unit, r->language, p, name)) {
			uint32_t value = flow_default(r->unit, p, name);
			reader_visit(r, value);
			reader_step(r, DO_PARAMETER, name, value);
		}
}

/* ---- functions ---- */

/* The expression that a function returns without saying so: all of a lambda, or the last statement. */
static uint32_t
implicit_result(const struct flow_reader *r, uint32_t body, bool lambda)
{
	uint32_t last = NODE_NONE, only = r->nodes[body].first;

	if (!reader_is_block(r, body))
		return body;
	/* x => f(x) is a block that the shape put round the call. */
	if (lambda && only != NODE_NONE && r->nodes[only].next == NODE_NONE &&
	    r->nodes[only].start == r->nodes[body].start && reader_flow(r, only) != FLOW_RETURN)
		return only;
	if (!flow_returns_last(r->language->lang))
		return NODE_NONE;
	for (uint32_t k = r->nodes[body].first; k != NODE_NONE; k = r->nodes[k].next)
		if (reader_flow(r, k) == FLOW_NONE || reader_flow(r, k) == FLOW_INDEX ||
		    reader_flow(r, k) == FLOW_CONDITIONAL)
			last = k;
	return last;
}

/* What stands behind the parameters, or is a block. */
static void
read_body(struct flow_reader *r, uint32_t function)
{
	uint32_t result = NODE_NONE;
	bool lambda = r->nodes[function].shape == SHAPE_LAMBDA;
	/* Statements without a block round them. */
	bool loose = r->language->lang == LANG_RUBY || (r->language->lang == LANG_KOTLIN && lambda);

	for (uint32_t k = r->nodes[function].first; k != NODE_NONE; k = r->nodes[k].next) {
		bool last = r->nodes[k].next == NODE_NONE && lambda && r->nodes[k].shape != SHAPE_PARAMETERS;
		if (!reader_is_block(r, k) && !last &&
		    !(loose && r->nodes[k].shape != SHAPE_NAME && r->nodes[k].shape != SHAPE_PARAMETERS))
			continue;
		reader_visit(r, k);
		result = implicit_result(r, k, lambda);
	}
	if (result != NODE_NONE && function == r->function)
		reader_step(r, DO_RETURN, result, NODE_NONE);
}

static void
read_function(struct flow_reader *r, uint32_t function)
{
	r->context = outside;
	r->context.inner = true;
	read_parameters(r, function);
	read_body(r, function);
}

/* A function within: it may be called here, or not. */
static void
read_inner(struct flow_reader *r, uint32_t function)
{
	uint32_t end = reader_label(r);

	r->context = outside;
	r->context.on_return = end;
	r->context.inner = true;
	reader_step(r, DO_FORK, end, 0);
	read_parameters(r, function);
	read_body(r, function);
	reader_step(r, DO_LABEL, end, 0);
	reader_step(r, DO_VALUE, function, 0);
}

/* ---- statements and expressions ---- */

static void
leave_to(struct flow_reader *r, uint32_t label)
{
	if (label == LABEL_NONE)
		reader_step(r, DO_END, 0, 0);
	else
		reader_step(r, DO_GO, label, 0);
}

void
reader_leave(struct flow_reader *r)
{
	leave_to(r, r->context.on_return);
}

static void
visit_children(struct flow_reader *r, uint32_t node)
{
	for (uint32_t k = r->nodes[node].first; k != NODE_NONE; k = r->nodes[k].next)
		reader_visit(r, k);
}

static void
read_leave(struct flow_reader *r, uint32_t node, enum flow flow)
{
	visit_children(r, node);
	reader_step(r, DO_VALUE, node, 0);
	if (flow == FLOW_RETURN && r->context.on_return == LABEL_NONE)
		reader_step(r, DO_RETURN, node, NODE_NONE);
	if (flow == FLOW_THROW && r->context.guard != LABEL_NONE)
		reader_step(r, DO_FORK, r->context.guard, 0);
	if (flow == FLOW_BREAK && r->context.on_break != LABEL_NONE)
		leave_to(r, r->context.on_break);
	else if (flow == FLOW_CONTINUE && r->context.on_continue != LABEL_NONE)
		leave_to(r, r->context.on_continue);
	else
		leave_to(r, r->context.on_return);
}

static void
read_assignment(struct flow_reader *r, uint32_t node, bool mixed)
{
	uint32_t target = flow_target(r->unit, r->language, node),
		 value = flow_value(r->unit, r->language, node);

	reader_visit(r, value);
	reader_visit(r, target);
	if (target != NODE_NONE)
		reader_step(r, mixed ? DO_MIX : DO_ASSIGN, target, value);
	reader_step(r, DO_VALUE, node, 0);
}

static void
read_block(struct flow_reader *r, uint32_t node)
{
	for (uint32_t k = r->nodes[node].first; k != NODE_NONE; k = r->nodes[k].next) {
		reader_visit(r, k);
		if (r->context.guard != LABEL_NONE)
			reader_step(r, DO_FORK, r->context.guard, 0);
	}
	reader_step(r, DO_VALUE, node, 0);
}

/* The name behind a dot and that of an argument are no variables. */
static bool
names_a_part(const struct flow_reader *r, uint32_t parent, uint32_t child)
{
	uint32_t first = r->nodes[parent].first;

	if (r->nodes[child].shape != SHAPE_NAME)
		return false;
	switch (r->nodes[parent].shape) {
	case SHAPE_ATTRIBUTE:
		return child != first;
	case SHAPE_KEYWORD:
		return child == first && r->nodes[first].next != NODE_NONE;
	case SHAPE_PAIR:
		return child == first && r->language->lang != LANG_PYTHON && r->language->lang != LANG_PHP;
	default:
		return false;
	}
}

static void
read_expression(struct flow_reader *r, uint32_t node)
{
	for (uint32_t k = r->nodes[node].first; k != NODE_NONE; k = r->nodes[k].next)
		if (!names_a_part(r, node, k))
			reader_visit(r, k);
	reader_step(r, DO_VALUE, node, 0);
}

static bool
has_operator(const struct flow_reader *r, uint32_t node)
{
	for (uint32_t k = r->nodes[node].first; k != NODE_NONE; k = r->nodes[k].next)
		if (r->nodes[k].shape == SHAPE_TOKEN)
			return true;
	return false;
}

static void
read_flow(struct flow_reader *r, uint32_t node)
{
	enum flow flow = reader_flow(r, node);

	switch (flow) {
	case FLOW_IF:
		flow_read_if(r, node);
		break;
	case FLOW_LOOP:
	case FLOW_DO:
		flow_read_loop(r, node, flow == FLOW_DO);
		break;
	case FLOW_EACH:
		flow_read_each(r, node);
		break;
	case FLOW_COMPREHENSION:
		flow_read_comprehension(r, node);
		break;
	case FLOW_SWITCH:
		flow_read_switch(r, node);
		break;
	case FLOW_RETURN:
	case FLOW_THROW:
	case FLOW_BREAK:
	case FLOW_CONTINUE:
		read_leave(r, node, flow);
		break;
	case FLOW_ASSIGN:
	case FLOW_RANGE:
	case FLOW_AS:
		read_assignment(r, node, false);
		break;
	case FLOW_AUGMENT:
		read_assignment(r, node, true);
		break;
	case FLOW_CONDITIONAL:
		if (!flow_read_conditional(r, node))
			read_expression(r, node);
		break;
	default:
		if (!flow_read_logic(r, node))
			read_expression(r, node);
		break;
	}
}

static void
read_node(struct flow_reader *r, uint32_t node)
{
	switch (r->nodes[node].shape) {
	case SHAPE_FUNCTION:
		if (r->context.inner)
			read_inner(r, node);
		break;
	case SHAPE_LAMBDA:
		read_inner(r, node);
		break;
	case SHAPE_ASSIGN:
		read_assignment(r, node, has_operator(r, node));
		break;
	case SHAPE_DECLARATION:
		if (flow_of(r->language->table, r->nodes[node].kind) == FLOW_ASSIGN)
			read_assignment(r, node, false);
		else
			read_expression(r, node);
		break;
	default:
		if (flow_is_try(r, node))
			flow_read_try(r, node);
		else if (reader_is_block(r, node))
			read_block(r, node);
		else
			read_flow(r, node);
		break;
	}
}

static void
put_step(struct flow_reader *r, const struct job *job)
{
	void *items = r->out->items;

	if (r->out->n == LIMIT_TAINT_STEPS) {
		r->full = true;
		return;
	}
	if (array_reserve(&items, &r->out->cap, r->out->n + 1, sizeof(*r->out->items)) < 0) {
		r->failed = true;
		return;
	}
	r->out->items = items;
	r->out->items[r->out->n++] = (struct flow_step){job->op, job->a, job->b};
}

int
flow_steps_read(struct flow_steps *out, const struct unit *unit, const struct pattern_language *language,
		uint32_t function, const char **limit, struct err *err)
{
	struct flow_reader r = {.unit = unit,
				.nodes = unit->shape.nodes,
				.language = language,
				.out = out,
				.function = function,
				.context = outside};

	out->n = 0;
	out->nlabels = 0;
	if (function == 0)
		read_node(&r, 0);
	else
		read_function(&r, function);
	reverse_jobs(r.jobs, r.n);
	while (r.n > 0 && !r.failed && !r.full) {
		struct job job = r.jobs[--r.n];
		if (!job.visit) {
			put_step(&r, &job);
			continue;
		}
		size_t base = r.n;
		r.context = job.context;
		read_node(&r, job.a);
		reverse_jobs(r.jobs + base, r.n - base);
	}
	free(r.jobs);
	if (r.full)
		*limit = "taint was given up: a function has too many steps";
	return r.failed ? err_oom(err) : 0;
}
