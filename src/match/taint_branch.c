/*
 * taint_branch.c - the steps of branches, loops and try
 */
#include <string.h>

#include "match/taint_reader.h"
#include "match/taint_truth.h"

/* A clause may stand in a block of its own, which the shape puts round single statements. */
static uint32_t
clause_in(const struct flow_reader *r, uint32_t node)
{
	uint32_t only = r->nodes[node].first;

	if (!reader_is_block(r, node) || only == NODE_NONE || r->nodes[only].next != NODE_NONE)
		return node;
	switch (reader_flow(r, only)) {
	case FLOW_ELSE:
	case FLOW_ELSE_IF:
	case FLOW_CASE:
	case FLOW_CLAUSE:
		return only;
	default:
		return node;
	}
}

/* ---- branches ---- */

static bool
is_branch(const struct flow_reader *r, uint32_t node)
{
	return reader_is_block(r, node) || reader_flow(r, node) == FLOW_ELSE ||
	       reader_flow(r, node) == FLOW_ELSE_IF;
}

/* Of Ruby's `x() if c` the condition, which comes last; else NODE_NONE. */
static uint32_t
condition_behind(const struct flow_reader *r, uint32_t node)
{
	uint32_t body = r->nodes[node].first;
	uint32_t condition = body == NODE_NONE ? NODE_NONE : r->nodes[body].next;

	if (r->language->lang != LANG_RUBY || condition == NODE_NONE ||
	    r->nodes[condition].next != NODE_NONE || r->nodes[body].start != r->nodes[node].start)
		return NODE_NONE;
	return condition;
}

/* Whether the branch is gone through when the condition does not hold. */
static bool
is_unless(const struct flow_reader *r, uint32_t node, uint32_t condition)
{
	struct slice text = r->unit->shape.text;
	size_t at = r->nodes[condition].start;

	if (r->language->lang != LANG_RUBY)
		return false;
	if (condition_behind(r, node) == NODE_NONE)
		return slice_starts(shape_text(&r->unit->shape, node), "unless");
	while (at > r->nodes[node].start && strchr(" \t(", text.ptr[at - 1]))
		at--;
	return slice_ends(slice_sub(text, r->nodes[node].start, at), "unless");
}

/* `elif c` with its block: what c says holds in there. */
static void
read_else_if(struct flow_reader *r, uint32_t clause, uint32_t *condition)
{
	for (uint32_t k = r->nodes[clause].first; k != NODE_NONE; k = r->nodes[k].next) {
		if (reader_is_block(r, k) && *condition != NODE_NONE)
			flow_read_known(r, *condition, true);
		else if (!is_branch(r, k))
			*condition = k;
		if (k == *condition)
			reader_visit_condition(r, k);
		else
			reader_visit(r, k);
	}
}

/* A branch that is gone through if the condition gives that, and what is known behind it. */
static void
read_branch(struct flow_reader *r, uint32_t branch, uint32_t condition, bool yes, uint32_t end)
{
	uint32_t next = reader_label(r);

	reader_step(r, DO_FORK, next, 0);
	if (reader_flow(r, branch) == FLOW_ELSE_IF) {
		condition = NODE_NONE;
		read_else_if(r, branch, &condition);
	} else {
		if (condition != NODE_NONE)
			flow_read_known(r, condition, yes);
		reader_visit(r, branch);
	}
	if (flow_stops(r, branch))
		reader_leave(r);
	else
		reader_step(r, DO_GO, end, 0);
	reader_step(r, DO_LABEL, next, 0);
	if (condition != NODE_NONE)
		flow_read_known(r, condition, !yes);
}

static void
read_modifier(struct flow_reader *r, uint32_t node, uint32_t condition)
{
	uint32_t end = reader_label(r);

	reader_visit_condition(r, condition);
	read_branch(r, r->nodes[node].first, condition, !is_unless(r, node, condition), end);
	reader_step(r, DO_LABEL, end, 0);
	reader_step(r, DO_VALUE, node, 0);
}

/* What stands behind the `if` is gone through when nothing before it was. */
void
flow_read_if(struct flow_reader *r, uint32_t node)
{
	uint32_t end = reader_label(r), condition = condition_behind(r, node);
	bool first = true;
	int truth = -1; /* of the condition before */

	if (condition != NODE_NONE) {
		read_modifier(r, node, condition);
		return;
	}
	for (uint32_t child = r->nodes[node].first; child != NODE_NONE; child = r->nodes[child].next) {
		uint32_t k = clause_in(r, child);
		if (!is_branch(r, k)) {
			reader_visit_condition(r, k);
			condition = first ? k : NODE_NONE;
			continue;
		}
		bool otherwise = reader_flow(r, k) == FLOW_ELSE || (reader_is_block(r, k) && !first);
		bool unless = first && condition != NODE_NONE && is_unless(r, node, condition);
		if (first && condition != NODE_NONE)
			truth = taint_truth(r->unit, r->language->lang, condition);
		if (truth >= 0 && unless)
			truth = !truth;
		bool never = first && truth == 0;
		first = false;
		if (never)
			continue;
		if (otherwise || truth == 1) {
			reader_visit(r, k);
			if (truth == 1)
				break;
			continue;
		}
		read_branch(r, k, condition, !unless, end);
		condition = NODE_NONE;
	}
	reader_step(r, DO_LABEL, end, 0);
	reader_step(r, DO_VALUE, node, 0);
}

static bool
is_default(const struct flow_reader *r, uint32_t clause)
{
	struct slice text = shape_text(&r->unit->shape, clause);

	return reader_flow(r, clause) == FLOW_ELSE || slice_starts(text, "default") ||
	       slice_starts(text, "case _");
}

/* What a case is compared with: the one expression in its label, or in front of its statements. */
static uint32_t
label_of(const struct flow_reader *r, uint32_t clause)
{
	uint32_t k = r->nodes[clause].first;

	while (k != NODE_NONE && r->nodes[k].shape == SHAPE_NODE && r->nodes[k].first != NODE_NONE &&
	       r->nodes[r->nodes[k].first].next == NODE_NONE)
		k = r->nodes[k].first;
	return k;
}

/* Whether control enters a clause: 1, 0, or -1 where that cannot be told. */
static int
enters(const struct flow_reader *r, uint32_t subject, uint32_t clause)
{
	uint32_t label = label_of(r, clause);

	if (subject == NODE_NONE || label == NODE_NONE || is_default(r, clause))
		return -1;
	return taint_same_constant(r->unit, subject, label);
}

static bool
enters_any(const struct flow_reader *r, uint32_t subject, uint32_t parent)
{
	for (uint32_t k = r->nodes[parent].first; k != NODE_NONE; k = r->nodes[k].next)
		if (enters(r, subject, clause_in(r, k)) == 1)
			return true;
	return false;
}

static bool
is_label(const struct flow_reader *r, uint32_t clause, uint32_t child)
{
	return !reader_is_block(r, child) &&
	       (child == r->nodes[clause].first || r->language->lang == LANG_RUBY ||
		slice_starts(shape_text(&r->unit->shape, child), "case"));
}

/* Where all labels are constants, so is what is switched on. */
static void
read_labels(struct flow_reader *r, uint32_t subject, uint32_t clause)
{
	for (uint32_t k = r->nodes[clause].first; k != NODE_NONE; k = r->nodes[k].next)
		if (is_label(r, clause, k) && !taint_is_constant(r->unit, r->language->lang, k))
			return;
	reader_step(r, DO_KNOW, subject, 0);
}

/*
 *	case 1: a();         FORK next   LABEL first    VALUE a()   GO second   LABEL next
 *	case 2: b(); break;  FORK other  LABEL second   VALUE b()   GO end ...
 */
static void
read_clauses(struct flow_reader *r, uint32_t subject, uint32_t parent, uint32_t end)
{
	uint32_t body = reader_label(r);
	bool any = enters_any(r, subject, parent);

	for (uint32_t child = r->nodes[parent].first; child != NODE_NONE; child = r->nodes[child].next) {
		uint32_t k = clause_in(r, child), next = reader_label(r);
		enum flow flow = reader_flow(r, k);
		if (flow != FLOW_CASE && flow != FLOW_CLAUSE && flow != FLOW_ELSE) {
			if (!reader_is_block(r, k) && r->nodes[k].shape != SHAPE_NODE)
				reader_visit(r, k);
			continue;
		}
		int truth = is_default(r, k) && any ? 0 : enters(r, subject, k);
		if (truth == 0)
			reader_step(r, DO_GO, next, 0);
		else if (truth < 0 && (!is_default(r, k) || r->nodes[child].next != NODE_NONE))
			reader_step(r, DO_FORK, next, 0);
		if (subject != NODE_NONE && !is_default(r, k))
			read_labels(r, subject, k);
		reader_step(r, DO_LABEL, body, 0);
		reader_visit(r, k);
		body = reader_label(r);
		reader_step(r, DO_GO, flow == FLOW_CASE && r->nodes[child].next != NODE_NONE ? body : end, 0);
		reader_step(r, DO_LABEL, next, 0);
	}
}

/* The clauses are its children, or stand in a block of their own. */
static uint32_t
holder_of_clauses(const struct flow_reader *r, uint32_t node)
{
	for (unsigned level = 0; level < 3 && node != NODE_NONE; level++) {
		uint32_t first = r->nodes[node].first;
		enum flow flow = first == NODE_NONE ? FLOW_NONE : reader_flow(r, clause_in(r, first));
		if (flow == FLOW_CASE || flow == FLOW_CLAUSE)
			return node;
		node = first;
	}
	return NODE_NONE;
}

void
flow_read_switch(struct flow_reader *r, uint32_t node)
{
	uint32_t end = reader_label(r), holder = node, subject = NODE_NONE;

	r->context.on_break = end;
	for (uint32_t k = r->nodes[node].first; k != NODE_NONE; k = r->nodes[k].next) {
		uint32_t inner = holder_of_clauses(r, k);
		if (inner != NODE_NONE)
			holder = inner;
		else if (reader_flow(r, k) == FLOW_NONE && !reader_is_block(r, k))
			reader_visit(r, subject = k);
	}
	read_clauses(r, subject, holder, end);
	reader_step(r, DO_LABEL, end, 0);
	reader_step(r, DO_VALUE, node, 0);
}

/* ---- loops ---- */

static bool
begins_loop(const struct flow_reader *r, uint32_t node)
{
	return r->nodes[node].shape == SHAPE_ASSIGN || r->nodes[node].shape == SHAPE_DECLARATION;
}

/* What a `while` asks before its block, or NODE_NONE. */
static uint32_t
condition_of_loop(const struct flow_reader *r, uint32_t node)
{
	uint32_t condition = r->nodes[node].first;
	uint32_t block = condition == NODE_NONE ? NODE_NONE : r->nodes[condition].next;

	if (block == NODE_NONE || !reader_is_block(r, block) || reader_is_block(r, condition) ||
	    begins_loop(r, condition) || reader_flow(r, condition) != FLOW_NONE ||
	    !slice_starts(shape_text(&r->unit->shape, node), "while"))
		return NODE_NONE;
	return condition;
}

/* Also of Go's `for x := range y`, whose FLOW_RANGE is one of the children. */
void
flow_read_loop(struct flow_reader *r, uint32_t node, bool once)
{
	uint32_t head = reader_label(r), end = reader_label(r), out = reader_label(r);
	uint32_t k = r->nodes[node].first, condition = condition_of_loop(r, node);
	bool forked = once;

	r->context.on_break = end;
	r->context.on_continue = head;
	if (k != NODE_NONE && begins_loop(r, k)) {
		reader_visit(r, k);
		k = r->nodes[k].next;
	}
	reader_step(r, DO_LABEL, head, 0);
	for (; k != NODE_NONE; k = r->nodes[k].next) {
		if (reader_is_block(r, k) && !forked) {
			reader_step(r, DO_FORK, out, 0);
			forked = true;
			if (condition != NODE_NONE)
				flow_read_known(r, condition, true);
		}
		if (k == condition)
			reader_visit_condition(r, k);
		else
			reader_visit(r, k);
	}
	reader_step(r, once ? DO_FORK : DO_GO, head, 0);
	reader_step(r, DO_LABEL, out, 0);
	if (condition != NODE_NONE)
		flow_read_known(r, condition, false);
	reader_step(r, DO_LABEL, end, 0);
}

void
flow_read_each(struct flow_reader *r, uint32_t node)
{
	uint32_t head = reader_label(r), end = reader_label(r);
	uint32_t target = flow_target(r->unit, r->language, node),
		 value = flow_value(r->unit, r->language, node);

	r->context.on_break = end;
	r->context.on_continue = head;
	reader_visit(r, value);
	reader_step(r, DO_LABEL, head, 0);
	reader_step(r, DO_FORK, end, 0);
	if (target != NODE_NONE)
		reader_step(r, DO_ASSIGN, target, value);
	for (uint32_t k = r->nodes[node].first; k != NODE_NONE; k = r->nodes[k].next)
		if (reader_is_block(r, k))
			reader_visit(r, k);
	reader_step(r, DO_GO, head, 0);
	reader_step(r, DO_LABEL, end, 0);
	for (uint32_t k = r->nodes[node].first; k != NODE_NONE; k = r->nodes[k].next)
		if (reader_flow(r, k) == FLOW_ELSE)
			reader_visit(r, k);
	reader_step(r, DO_VALUE, node, 0);
}

/* [f(x) for x in y if z]: what comes first is done last. */
void
flow_read_comprehension(struct flow_reader *r, uint32_t node)
{
	uint32_t first = r->nodes[node].first;

	for (uint32_t k = first == NODE_NONE ? first : r->nodes[first].next; k != NODE_NONE;
	     k = r->nodes[k].next)
		reader_visit(r, k);
	reader_visit(r, first);
	reader_step(r, DO_VALUE, node, 0);
}

/* ---- try ---- */

bool
flow_is_try(const struct flow_reader *r, uint32_t node)
{
	for (uint32_t k = r->nodes[node].first; k != NODE_NONE; k = r->nodes[k].next)
		if (reader_flow(r, k) == FLOW_CATCH || reader_flow(r, k) == FLOW_FINALLY)
			return true;
	return false;
}

void
flow_read_try(struct flow_reader *r, uint32_t node)
{
	uint32_t caught = reader_label(r), end = reader_label(r);
	struct context outer = r->context;

	r->context.guard = caught;
	for (uint32_t k = r->nodes[node].first; k != NODE_NONE; k = r->nodes[k].next) {
		enum flow flow = reader_flow(r, k);
		if (flow == FLOW_CATCH || flow == FLOW_FINALLY)
			continue;
		reader_step(r, DO_FORK, caught, 0);
		reader_visit(r, k);
	}
	reader_step(r, DO_FORK, caught, 0);
	reader_step(r, DO_GO, end, 0);
	reader_step(r, DO_LABEL, caught, 0);
	r->context = outer;
	for (uint32_t k = r->nodes[node].first; k != NODE_NONE; k = r->nodes[k].next) {
		if (reader_flow(r, k) != FLOW_CATCH)
			continue;
		uint32_t next = reader_label(r);
		reader_step(r, DO_FORK, next, 0);
		reader_visit(r, k);
		reader_step(r, DO_GO, end, 0);
		reader_step(r, DO_LABEL, next, 0);
	}
	/* What no clause caught leaves; a `finally` alone is gone through all the same. */
	bool finally = false;
	for (uint32_t k = r->nodes[node].first; k != NODE_NONE; k = r->nodes[k].next)
		finally |= reader_flow(r, k) == FLOW_FINALLY;
	if (!finally)
		reader_step(r, DO_END, 0, 0);
	reader_step(r, DO_LABEL, end, 0);
	for (uint32_t k = r->nodes[node].first; k != NODE_NONE; k = r->nodes[k].next)
		if (reader_flow(r, k) == FLOW_FINALLY)
			reader_visit(r, k);
}
