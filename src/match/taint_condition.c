/*
 * taint_condition.c - the steps of conditions: what is evaluated, and what is known on either side
 *
 *	if (!ok.has(x) || n == 0)     VALUE ...          FORK 1
 *	    return;                   (one of them: nothing is known)
 *	use(x);                       LABEL 1            HOLDS ok.has(x)    n == 0 does not hold
 *
 * Which conditions say something of a value is not known here, but to the rule that runs
 * the steps (taint_guard.c): each part gets a step of its own.
 */
#include "match/taint_reader.h"

#define PARTS_MAX 32u /* of what has more, the rest says nothing */

enum logic { LOGIC_NONE, LOGIC_AND, LOGIC_OR };

static enum logic
logic_of(const struct flow_reader *r, uint32_t node)
{
	struct slice sign = flow_operator(&r->unit->shape, node);

	if (slice_eq_str(sign, "&&") || slice_eq_str(sign, "and"))
		return LOGIC_AND;
	return slice_eq_str(sign, "||") || slice_eq_str(sign, "or") ? LOGIC_OR : LOGIC_NONE;
}

/* What brackets stand round, or NODE_NONE. */
static uint32_t
within_brackets(const struct flow_reader *r, uint32_t node)
{
	uint32_t only = flow_last_operand(&r->unit->shape, node, 0);

	if (r->nodes[node].shape != SHAPE_NODE || only == NODE_NONE ||
	    flow_last_operand(&r->unit->shape, node, 1) != NODE_NONE)
		return NODE_NONE;
	bool same = r->nodes[only].start == r->nodes[node].start && r->nodes[only].end == r->nodes[node].end;
	return same || r->unit->shape.text.ptr[r->nodes[node].start] == '(' ? only : NODE_NONE;
}

/* Parts of conditions that are still to be looked at. */
struct parts {
	struct {
		uint32_t node;
		bool holds;
	} items[PARTS_MAX];
	size_t n;
};

static void
put_part(struct parts *parts, uint32_t node, bool holds)
{
	if (node == NODE_NONE || parts->n == PARTS_MAX)
		return;
	parts->items[parts->n].node = node;
	parts->items[parts->n++].holds = holds;
}

/* If `a and b` holds both do; if `a or b` does not, neither does. */
static void
put_parts_of(struct parts *parts, const struct flow_reader *r, uint32_t node, bool holds)
{
	enum logic logic = logic_of(r, node);

	if (logic == LOGIC_NONE) {
		put_part(parts, within_brackets(r, node), holds);
		put_part(parts, flow_negated(&r->unit->shape, node), !holds);
	} else if ((logic == LOGIC_AND) == holds) {
		for (uint32_t k = r->nodes[node].first; k != NODE_NONE; k = r->nodes[k].next)
			if (r->nodes[k].shape != SHAPE_TOKEN)
				put_part(parts, k, holds);
	}
}

void
flow_read_known(struct flow_reader *r, uint32_t condition, bool holds)
{
	struct parts parts = {.n = 0};

	for (put_part(&parts, condition, holds); parts.n > 0;) {
		uint32_t node = parts.items[--parts.n].node;
		bool part_holds = parts.items[parts.n].holds;
		if (r->nodes[node].first != NODE_NONE)
			reader_step(r, DO_HOLDS, node, part_holds);
		put_parts_of(&parts, r, node, part_holds);
	}
}

/* ---- in expressions ---- */

/*
 *	c ? a : b     VALUE c   FORK 1   HOLDS c   VALUE a   GO 2   LABEL 1   c does not   VALUE b   LABEL 2
 *
 * Python has the condition between the two.
 */
bool
flow_read_conditional(struct flow_reader *r, uint32_t node)
{
	uint32_t first = r->nodes[node].first;
	uint32_t second = first == NODE_NONE ? NODE_NONE : r->nodes[first].next;
	uint32_t third = second == NODE_NONE ? NODE_NONE : r->nodes[second].next;

	if (third == NODE_NONE || r->nodes[third].next != NODE_NONE)
		return false;
	bool between = r->language->lang == LANG_PYTHON;
	uint32_t condition = between ? second : first, yes = between ? first : second;
	uint32_t other = reader_label(r), end = reader_label(r);

	reader_visit(r, condition);
	reader_step(r, DO_FORK, other, 0);
	flow_read_known(r, condition, true);
	reader_visit(r, yes);
	reader_step(r, DO_GO, end, 0);
	reader_step(r, DO_LABEL, other, 0);
	flow_read_known(r, condition, false);
	reader_visit(r, third);
	reader_step(r, DO_LABEL, end, 0);
	reader_step(r, DO_VALUE, node, 0);
	return true;
}

/*
 * a && b: b is evaluated when a holds. In the condition of a branch it is taken for evaluated: where
 * the condition holds it was, and what it does to variables counts there.
 */
bool
flow_read_logic(struct flow_reader *r, uint32_t node)
{
	enum logic logic = logic_of(r, node);
	uint32_t end;

	if (logic == LOGIC_NONE || r->context.asked)
		return false;
	end = reader_label(r);
	for (uint32_t k = r->nodes[node].first; k != NODE_NONE; k = r->nodes[k].next) {
		reader_visit(r, k);
		if (r->nodes[k].next == NODE_NONE || r->nodes[k].shape == SHAPE_TOKEN)
			continue;
		reader_step(r, DO_FORK, end, 0);
		flow_read_known(r, k, logic == LOGIC_AND);
	}
	reader_step(r, DO_LABEL, end, 0);
	reader_step(r, DO_VALUE, node, 0);
	return true;
}

/* ---- branches that go no further ---- */

static bool
is_one_of(struct slice text, const char *const *list)
{
	for (; *list; list++)
		if (slice_eq_str(text, *list))
			return true;
	return false;
}

/*
 * A call that does not come back. That is believed at the end of a branch only: a
 * program may name a function of its own so.
 */
static bool
never_returns(const struct flow_reader *r, uint32_t call)
{
	static const char *const names[] = {"exit",
					    "_exit",
					    "_Exit",
					    "quick_exit",
					    "abort",
					    "die",
					    "panic",
					    "raise",
					    "fail",
					    "wp_die",
					    "sys.exit",
					    "os._exit",
					    "os.abort",
					    "os.Exit",
					    "process.exit",
					    "process.abort",
					    "System.exit",
					    "Environment.Exit",
					    "Environment.FailFast",
					    "log.Fatal",
					    "log.Fatalf",
					    "log.Fatalln",
					    "flask.abort",
					    "exitProcess",
					    NULL};
	uint32_t callee = r->nodes[call].first;

	return r->nodes[call].shape == SHAPE_CALL && callee != NODE_NONE &&
	       is_one_of(shape_text(&r->unit->shape, callee), names);
}

/* Whether control never comes to the end of a branch. */
bool
flow_stops(const struct flow_reader *r, uint32_t branch)
{
	uint32_t last = branch;

	for (unsigned level = 0; level < 4 && last != NODE_NONE; level++) {
		if (never_returns(r, last))
			return true;
		if (r->nodes[last].shape != SHAPE_BLOCK && r->nodes[last].shape != SHAPE_NODE)
			return false;
		uint32_t k = r->nodes[last].first;
		while (k != NODE_NONE && r->nodes[k].next != NODE_NONE)
			k = r->nodes[k].next;
		last = k;
	}
	return false;
}
