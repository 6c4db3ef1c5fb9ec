/*
 * taint_guard.c - what a condition that holds, or does not, says of values
 *
 *	if (!ALLOWED.contains(x))      behind it x is one of ALLOWED, which the program has written
 *		return;
 *	if (x == "a")                  in it x is "a"
 *	if (!x.isdigit()) return;      a guard of the rule's own: pattern $X.isdigit(), of $X
 *
 * Such a value is known: it is clean, and what sources say of it does not count, until it is
 * assigned anew or ways meet on which it is not known.
 */
#include "match/taint_machine.h"
#include "match/taint_truth.h"

/* ---- what is known ---- */

/* Without brackets. */
static uint32_t
bare(const struct taint_machine *m, uint32_t node)
{
	while (node != NODE_NONE && m->nodes[node].shape == SHAPE_NODE && m->nodes[node].first != NODE_NONE &&
	       m->nodes[m->nodes[node].first].next == NODE_NONE)
		node = m->nodes[node].first;
	return node;
}

int
taint_know(struct taint_machine *m, uint32_t node)
{
	struct taint_path path;

	node = bare(m, node);
	/* What is clean need not be remembered, unless it is clean just there. */
	if (node == NODE_NONE || (!m->values[node] && !m->asks_for_known && !taint_is_sanitized(m, node)) ||
	    !taint_path_of(&path, m, node) || path.cut)
		return 0;
	uint32_t place = taint_path_add(m, &path);
	if (place == PATH_NONE)
		return 0;
	m->knows = true;
	return taint_store_know(&m->store, &m->paths, place) < 0 ? err_oom(m->err) : 0;
}

bool
taint_is_known(const struct taint_machine *m, uint32_t node)
{
	struct taint_path path;
	bool whole;

	if (!m->knows || !(flow_is_variable(&m->unit->shape, node) ||
			   m->nodes[node].shape == SHAPE_ATTRIBUTE || taint_flow_at(m, node) == FLOW_INDEX))
		return false;
	if (!taint_path_of(&path, m, node) || path.cut)
		return false;
	uint32_t place = taint_path_find(m, &path, &whole);
	return whole && taint_store_knows(&m->store, place);
}

/* ---- comparisons ---- */

static uint32_t
operand(const struct taint_machine *m, uint32_t node, unsigned number)
{
	for (uint32_t k = m->nodes[node].first; k != NODE_NONE; k = m->nodes[k].next)
		if (m->nodes[k].shape != SHAPE_TOKEN && number-- == 0)
			return k;
	return NODE_NONE;
}

/* One of two that are the same, if the other is a constant. */
static int
know_equal(struct taint_machine *m, uint32_t a, uint32_t b)
{
	if (a == NODE_NONE || b == NODE_NONE)
		return 0;
	if (taint_is_constant(m->unit, m->lang, b) && taint_know(m, a) < 0)
		return -1;
	return taint_is_constant(m->unit, m->lang, a) ? taint_know(m, b) : 0;
}

static int
know_member(struct taint_machine *m, uint32_t member, uint32_t container)
{
	if (member == NODE_NONE || container == NODE_NONE || m->values[container])
		return 0;
	return taint_know(m, member);
}

static const char *const same[] = {"==", "===", "is", "eq", NULL};
static const char *const different[] = {"!=", "!==", "<>", "is not", NULL};

static int
learn_from_comparison(struct taint_machine *m, uint32_t node, bool holds)
{
	struct slice sign = flow_operator(&m->unit->shape, node);
	uint32_t a = operand(m, node, 0), b = operand(m, node, 1);

	if (operand(m, node, 2) != NODE_NONE)
		return 0;
	if (taint_is_one_of(sign, holds ? same : different))
		return know_equal(m, a, b);
	return slice_eq_str(sign, holds ? "in" : "not in") ? know_member(m, a, b) : 0;
}

/* ---- calls ---- */

enum saying {
	SAYS_NOTHING,
	SAYS_MEMBER,    /* container.f(x) */
	SAYS_NO_MEMBER, /* the same, when it does not hold */
	SAYS_MEMBER_OF, /* f(container, x), module.f(container, x) */
	SAYS_IS_IN,     /* f(x, container) */
	SAYS_EQUAL,     /* a.f(b), f(a, b) */
	SAYS_SET,       /* f(container[x]) */
	SAYS_DIFFERENT, /* f(a, b) is zero when they are the same */
};

static enum saying
saying_of(struct slice name)
{
	static const struct {
		const char *name;
		enum saying saying;
	} rows[] = {
		{"includes", SAYS_MEMBER},
		{"contains", SAYS_MEMBER},
		{"Contains", SAYS_MEMBER},
		{"has", SAYS_MEMBER},
		{"include?", SAYS_MEMBER},
		{"member?", SAYS_MEMBER},
		{"key?", SAYS_MEMBER},
		{"has_key?", SAYS_MEMBER},
		{"containsKey", SAYS_MEMBER},
		{"ContainsKey", SAYS_MEMBER},
		{"hasOwnProperty", SAYS_MEMBER},
		{"exclude?", SAYS_NO_MEMBER},
		{"hasOwn", SAYS_MEMBER_OF},
		{"in_array", SAYS_IS_IN},
		{"array_key_exists", SAYS_IS_IN},
		{"key_exists", SAYS_IS_IN},
		{"isset", SAYS_SET},
		{"equals", SAYS_EQUAL},
		{"equalsIgnoreCase", SAYS_EQUAL},
		{"Equals", SAYS_EQUAL},
		{"EqualFold", SAYS_EQUAL},
		{"strcmp", SAYS_DIFFERENT},
		{"strcasecmp", SAYS_DIFFERENT},
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		if (slice_eq_str(name, rows[i].name))
			return rows[i].saying;
	return SAYS_NOTHING;
}

static int
learn_from_call(struct taint_machine *m, uint32_t call, bool holds)
{
	uint32_t callee = m->nodes[call].first, list = shape_child(m->nodes, call, SHAPE_ARGUMENTS);

	if (callee == NODE_NONE || list == NODE_NONE)
		return 0;
	uint32_t object = m->nodes[callee].shape == SHAPE_ATTRIBUTE ? m->nodes[callee].first : NODE_NONE;
	uint32_t first = bare(m, operand(m, list, 0)), second = operand(m, list, 1);
	enum saying saying = saying_of(taint_called_name(m, call));

	if ((saying == SAYS_DIFFERENT || saying == SAYS_NO_MEMBER) == holds)
		return 0;
	switch (saying) {
	case SAYS_MEMBER:
	case SAYS_NO_MEMBER:
		/* slices.Contains(list, x) */
		return second == NODE_NONE  ? know_member(m, first, object)
		       : m->lang == LANG_GO ? know_member(m, second, first)
					    : 0;
	case SAYS_MEMBER_OF:
		return know_member(m, second, first);
	case SAYS_IS_IN:
		return know_member(m, first, second);
	case SAYS_EQUAL:
		return know_equal(m, second == NODE_NONE ? object : first,
				  second == NODE_NONE ? first : second);
	case SAYS_DIFFERENT:
		return know_equal(m, first, second);
	case SAYS_SET:
		return first != NODE_NONE && taint_flow_at(m, first) == FLOW_INDEX
			       ? know_member(m, operand(m, first, 1), operand(m, first, 0))
			       : 0;
	case SAYS_NOTHING:
		break;
	}
	return 0;
}

/* list.indexOf(x) >= 0, strcmp(x, "a") == 0 */
static int
learn_from_number(struct taint_machine *m, uint32_t node, bool holds)
{
	static const struct {
		const char *name, *sign, *number;
		bool holds;
	} rows[] = {
		{"indexOf", ">=", "0", true},     {"indexOf", "<", "0", false},
		{"indexOf", ">", "-1", true},     {"indexOf", "!=", "-1", true},
		{"indexOf", "!==", "-1", true},   {"indexOf", "==", "-1", false},
		{"indexOf", "===", "-1", false},  {"strcmp", "==", "0", true},
		{"strcmp", "===", "0", true},     {"strcmp", "!=", "0", false},
		{"strcmp", "!==", "0", false},    {"strcasecmp", "==", "0", true},
		{"strcasecmp", "!=", "0", false}, {"compareTo", "==", "0", true},
		{"compareTo", "!=", "0", false},
	};
	uint32_t call = operand(m, node, 0), number = operand(m, node, 1);

	if (call == NODE_NONE || number == NODE_NONE || m->nodes[call].shape != SHAPE_CALL)
		return 0;
	struct slice name = taint_called_name(m, call), sign = flow_operator(&m->unit->shape, node);
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		if (rows[i].holds != holds || !slice_eq_str(name, rows[i].name) ||
		    !slice_eq_str(sign, rows[i].sign) ||
		    !slice_eq_str(shape_text(&m->unit->shape, number), rows[i].number))
			continue;
		uint32_t callee = m->nodes[call].first, list = shape_child(m->nodes, call, SHAPE_ARGUMENTS);
		uint32_t first = list == NODE_NONE ? NODE_NONE : operand(m, list, 0);
		uint32_t object =
			m->nodes[callee].shape == SHAPE_ATTRIBUTE ? m->nodes[callee].first : NODE_NONE;
		if (slice_eq_str(name, "indexOf"))
			return know_member(m, first, object);
		return object != NODE_NONE ? know_equal(m, object, first)
		       : list != NODE_NONE ? know_equal(m, first, operand(m, list, 1))
					   : 0;
	}
	return 0;
}

/* ---- one of several ---- */

#define CHOICES_MAX 32u /* of more nothing is learnt */

/* What a test finds to be a constant: x of x == "a" and of x.equals("a"), or NODE_NONE. */
static uint32_t
found_constant(const struct taint_machine *m, uint32_t test, bool holds)
{
	uint32_t a = operand(m, test, 0), b = operand(m, test, 1);

	if (m->nodes[test].shape == SHAPE_CALL) {
		uint32_t callee = m->nodes[test].first, list = shape_child(m->nodes, test, SHAPE_ARGUMENTS);
		if (!holds || callee == NODE_NONE || list == NODE_NONE ||
		    saying_of(taint_called_name(m, test)) != SAYS_EQUAL)
			return NODE_NONE;
		b = bare(m, operand(m, list, 0));
		a = operand(m, list, 1);
		if (a == NODE_NONE && m->nodes[callee].shape == SHAPE_ATTRIBUTE)
			a = m->nodes[callee].first;
	} else if (operand(m, test, 2) != NODE_NONE ||
		   !taint_is_one_of(flow_operator(&m->unit->shape, test), holds ? same : different)) {
		return NODE_NONE;
	}
	if (a == NODE_NONE || b == NODE_NONE)
		return NODE_NONE;
	if (taint_is_constant(m->unit, m->lang, b))
		return a;
	return taint_is_constant(m->unit, m->lang, a) ? b : NODE_NONE;
}

/* Where x == "a" || x == "b" holds, and where x != "a" && x != "b" does not, x is one of the constants. */
static int
learn_from_choice(struct taint_machine *m, uint32_t node, bool holds)
{
	static const char *const either[] = {"||", "or", NULL};
	static const char *const both[] = {"&&", "and", NULL};
	const char *const *signs = holds ? either : both;
	uint32_t rest[CHOICES_MAX] = {node}, found = NODE_NONE;

	if (!taint_is_one_of(flow_operator(&m->unit->shape, node), signs))
		return 0;
	for (size_t n = 1; n > 0;) {
		uint32_t test = rest[--n];
		if (taint_is_one_of(flow_operator(&m->unit->shape, test), signs)) {
			for (uint32_t k = m->nodes[test].first; k != NODE_NONE; k = m->nodes[k].next) {
				if (n == CHOICES_MAX)
					return 0;
				if (m->nodes[k].shape != SHAPE_TOKEN)
					rest[n++] = bare(m, k);
			}
			continue;
		}
		bool part_holds = holds;
		for (uint32_t denied; (denied = flow_negated(&m->unit->shape, test)) != NODE_NONE;) {
			test = bare(m, denied);
			part_holds = !part_holds;
		}
		uint32_t subject = found_constant(m, test, part_holds);
		if (subject == NODE_NONE ||
		    (found != NODE_NONE &&
		     !slice_eq(shape_text(&m->unit->shape, subject), shape_text(&m->unit->shape, found))))
			return 0;
		found = subject;
	}
	return taint_know(m, found);
}

/* ---- guards of the rule ---- */

static int
learn_from_guards(struct taint_machine *m, uint32_t node, bool holds)
{
	for (const struct mark *mark = taint_first_mark(m, node); mark; mark = taint_next_mark(m, mark)) {
		if (mark->kind != MARK_GUARD)
			continue;
		const struct entry *entry = &m->guards.items[mark->entry];
		uint32_t of = taint_bound_node(m, &entry->ranges->items[mark->range], entry->rule->of);
		if (entry->rule->holds == holds && of != NODE_NONE && taint_know(m, of) < 0)
			return -1;
	}
	return 0;
}

int
taint_learn(struct taint_machine *m, uint32_t condition, bool holds)
{
	if (m->nodes[condition].shape == SHAPE_CALL) {
		if (learn_from_call(m, condition, holds) < 0)
			return -1;
	} else if (learn_from_comparison(m, condition, holds) < 0 ||
		   learn_from_number(m, condition, holds) < 0 || learn_from_choice(m, condition, holds) < 0) {
		return -1;
	}
	return learn_from_guards(m, condition, holds);
}
