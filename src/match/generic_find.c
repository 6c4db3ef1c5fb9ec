/*
 * generic_find.c - where a generic pattern matches
 *
 * The instructions are carried out one after the other, from each place of the
 * text that can be the beginning. Only DOTS has a choice: it passes over nothing
 * first, and when what follows fails, over one token more:
 *
 *	a ... b c        a b d b c
 *	                 a           TOKEN a
 *	                   ^         DOTS over nothing: b, but no c
 *	                       ^     DOTS over b d: b c
 *
 * So the DOTS that were met form a stack of choices. An instruction's place in
 * the pattern says which metavariables are bound there, so nothing has to be
 * taken back. A choice that was tried in vain fails from every other beginning in the
 * same list, too, unless the pattern asks for a metavariable again or has
 * lists: `done` remembers how far each DOTS got, and the whole stays linear.
 */
#include "match/generic.h"

#include "base/ascii.h"
#include "base/limits.h"

/* What was matched so far. */
struct progress {
	uint32_t at;      /* node that comes next */
	uint32_t last;    /* token that was matched last; 0: none */
	uint32_t line;    /* its line */
	uint32_t end;     /* its end in bytes */
	uint32_t npieces; /* runs of tokens between DOTS */
	bool apart;       /* the next token begins a new one */
	unsigned depth;
	uint32_t bounds[GENERIC_DEPTH]; /* where the lists entered so far end */
};

struct choice {
	uint32_t op;
	uint32_t next; /* node to go on with when it comes back here */
	struct progress before;
};

struct span {
	uint32_t start, end;
};

struct machine {
	const struct generic_pattern *pattern;
	const struct generic_tree *tree;
	const struct generic_node *nodes;
	struct progress now;
	struct choice choices[GENERIC_OPS / 2];
	size_t nchoices;
	struct span slots[GENERIC_SLOTS];
	struct piece pieces[GENERIC_OPS];
	uint32_t done[GENERIC_OPS]; /* by DOTS: what follows fails before this node */
	uint32_t done_bound;        /* of the list that `done` is about */
	uint32_t steps, place_steps;
	bool gave_up;
};

/* The matches so far. */
struct found {
	struct range_list *out;
	uint32_t *by_end; /* by token: the place in `out` of the match that ends with it, from 1; NULL: none
			     yet */
	uint32_t base;
	struct arena *arena;
};

static uint32_t
bound(const struct machine *m)
{
	return m->now.bounds[m->now.depth];
}

static bool
is_token(const struct machine *m, uint32_t at)
{
	return m->nodes[at].kind <= GENERIC_MARK;
}

/* The first token from `at` on, or `end`. */
static uint32_t
token_from(const struct machine *m, uint32_t at, uint32_t end)
{
	while (at < end && !is_token(m, at))
		at++;
	return at;
}

/* The last token before `at`; 0 if there is none. */
static uint32_t
token_before(const struct machine *m, uint32_t at)
{
	while (--at > 0 && !is_token(m, at))
		continue;
	return at;
}

static bool
same_bytes(const struct machine *m, struct slice a, struct slice b)
{
	if (a.len != b.len || !m->pattern->options->caseless)
		return slice_eq(a, b);
	for (size_t i = 0; i < a.len; i++)
		if (ascii_lower(a.ptr[i]) != ascii_lower(b.ptr[i]))
			return false;
	return true;
}

/* Binds the metavariable, or asks that it reads as before. */
static bool
bind(struct machine *m, const struct generic_op *op, uint32_t start, uint32_t end)
{
	struct span *slot = &m->slots[op->slot];

	if (!op->binds)
		return same_bytes(m, slice_sub(m->tree->text, start, end),
				  slice_sub(m->tree->text, slot->start, slot->end));
	*slot = (struct span){start, end};
	return true;
}

static void
matched(struct machine *m, uint32_t token)
{
	m->now.last = token;
	m->now.line = m->nodes[token].line;
	m->now.end = m->nodes[token].end;
}

/* What the pattern names is the match's own, what DOTS pass over is not. */
static void
own(struct machine *m, uint32_t start, uint32_t end)
{
	if (m->now.apart || m->now.npieces == 0)
		m->pieces[m->now.npieces++].start = start;
	m->pieces[m->now.npieces - 1].end = end;
	m->now.apart = false;
}

/* --- one word --- */

static bool
agrees(struct machine *m, const struct generic_op *op, uint32_t at)
{
	const struct generic_node *node = &m->nodes[at];

	if (op->kind == GENERIC_OP_META)
		return node->kind == GENERIC_WORD && bind(m, op, node->start, node->end);
	return same_bytes(m, op->bytes, slice_sub(m->tree->text, node->start, node->end));
}

static bool
run_token(struct machine *m, const struct generic_op *op)
{
	uint32_t at = token_from(m, m->now.at, bound(m));

	if (at == bound(m) || !agrees(m, op, at))
		return false;
	matched(m, at);
	own(m, m->nodes[at].start, m->nodes[at].end);
	m->now.at = at + 1;
	return true;
}

/* --- ... --- */

/* The last line that DOTS may pass over. */
static uint32_t
reach(const struct machine *m, const struct generic_op *op, const struct progress *before)
{
	uint64_t line = before->line + (uint64_t)op->repeat * m->pattern->options->max_span;

	return line < UINT32_MAX ? (uint32_t)line : UINT32_MAX;
}

/* Passes over all nodes before `at`. */
static bool
take(struct machine *m, const struct generic_op *op, uint32_t at)
{
	uint32_t from = m->now.end, token = token_before(m, at);

	if (token >= m->now.at)
		matched(m, token);
	m->now.at = at;
	m->now.apart = true;
	if (op->slot == GENERIC_NONE)
		return true;
	if (m->now.end > from)
		own(m, from, m->now.end);
	return bind(m, op, from, m->now.end);
}

/* The first node behind the lines that can be reached, at most `end`; lines ascend. */
static uint32_t
node_behind(const struct machine *m, uint32_t line, uint32_t from, uint32_t end)
{
	while (from < end) {
		uint32_t middle = token_from(m, from + (end - from) / 2, end);
		if (middle < end && m->nodes[middle].line <= line)
			from = middle + 1;
		else
			end = from + (end - from) / 2;
	}
	return end;
}

/*
 * DOTS at the end of a list of the pattern take the rest of the text's list. At the very end they
 * take what can be reached of the list that the last word stands in.
 */
static bool
take_rest(struct machine *m, const struct generic_op *op)
{
	uint32_t end = bound(m);

	if (op->last) {
		uint32_t list = m->nodes[m->nodes[m->now.last].up].next;
		if (m->now.last != 0 && list < end)
			end = list;
		end = node_behind(m, reach(m, op, &m->now), m->now.at, end);
	}
	bool good = take(m, op, end);
	m->now.at = bound(m);
	return good;
}

/* DOTS before a list of the pattern pass over tokens, but not over a list. */
static bool
take_until_list(struct machine *m, const struct generic_op *op)
{
	uint32_t at = m->now.at, line = reach(m, op, &m->now);

	for (; at < bound(m) && m->nodes[at].kind != GENERIC_LIST; at++, m->steps++)
		if (is_token(m, at) && m->nodes[at].line > line)
			return false;
	return at < bound(m) && take(m, op, at);
}

static bool
may_step(struct machine *m)
{
	bool hard = m->pattern->recalls || m->pattern->nests;

	m->place_steps++;
	m->steps++;
	m->gave_up = (hard && m->place_steps > LIMIT_GENERIC_PLACE_STEPS) || m->steps > LIMIT_GENERIC_STEPS;
	return !m->gave_up;
}

/* Goes on from a choice with the next token that the following word can be; false when there is none. */
static bool
resume(struct machine *m, struct choice *choice)
{
	const struct generic_op *op = &m->pattern->ops[choice->op];
	uint32_t line = reach(m, op, &choice->before);
	uint32_t end = choice->before.bounds[choice->before.depth];

	for (; (choice->next = token_from(m, choice->next, end)) < end; choice->next++) {
		if (m->nodes[choice->next].line > line || !may_step(m))
			return false;
		if (op[1].kind == GENERIC_OP_TOKEN && !agrees(m, &op[1], choice->next))
			continue;
		m->now = choice->before;
		if (take(m, op, choice->next))
			return true;
	}
	return false;
}

static void
remember(struct machine *m, const struct choice *choice, uint32_t next)
{
	if (!m->pattern->recalls && !m->pattern->nests && next > m->done[choice->op])
		m->done[choice->op] = next;
}

/* Whether there is another way, and where it goes on. */
static bool
backtrack(struct machine *m, size_t *op)
{
	for (; m->nchoices > 0 && !m->gave_up; m->nchoices--) {
		struct choice *choice = &m->choices[m->nchoices - 1];

		if (resume(m, choice)) {
			*op = choice->op + 1;
			choice->next++;
			return true;
		}
		if (!m->gave_up)
			remember(m, choice, choice->next);
	}
	return false;
}

static bool
run_dots(struct machine *m, size_t at)
{
	const struct generic_op *op = &m->pattern->ops[at];

	if (op->last || op[1].kind == GENERIC_OP_LEAVE)
		return take_rest(m, op);
	if (op[1].kind == GENERIC_OP_ENTER)
		return take_until_list(m, op);
	uint32_t next = m->now.at > m->done[at] ? m->now.at : m->done[at];
	m->choices[m->nchoices++] = (struct choice){(uint32_t)at, next, m->now};
	return false; /* backtrack() tries them all */
}

/* --- lists --- */

/* A list of `...` alone may be missing. */
static bool
run_enter(struct machine *m, size_t *at)
{
	const struct generic_op *op = &m->pattern->ops[*at];

	while (m->now.at < bound(m) && m->nodes[m->now.at].kind == GENERIC_NOTHING)
		m->now.at++;
	bool list = m->now.at < bound(m) && m->nodes[m->now.at].kind == GENERIC_LIST;
	if (!list && op->optional) {
		*at += 2;
		return op[1].slot == GENERIC_NONE || bind(m, &op[1], m->now.end, m->now.end);
	}
	if (!list)
		return false;
	m->now.depth++;
	m->now.bounds[m->now.depth] = m->nodes[m->now.at].next;
	m->now.at++;
	return true;
}

static bool
run_leave(struct machine *m)
{
	if (token_from(m, m->now.at, bound(m)) < bound(m))
		return false;
	m->now.at = bound(m);
	m->now.depth--;
	return true;
}

/* --- a match --- */

static bool
run_op(struct machine *m, size_t *at)
{
	const struct generic_op *op = &m->pattern->ops[*at];

	switch ((enum generic_op_kind)op->kind) {
	case GENERIC_OP_TOKEN:
	case GENERIC_OP_META:
		return run_token(m, op);
	case GENERIC_OP_DOTS:
		return run_dots(m, *at);
	case GENERIC_OP_ENTER:
		return run_enter(m, at);
	case GENERIC_OP_LEAVE:
		return run_leave(m);
	}
	return false;
}

/* The whole pattern from m->now on. */
static bool
run(struct machine *m)
{
	m->nchoices = 0;
	m->place_steps = 0;
	for (size_t at = 0; at < m->pattern->n;) {
		m->steps++;
		if (run_op(m, &at))
			at++;
		else if (!backtrack(m, &at))
			return false;
	}
	for (size_t i = 0; i < m->nchoices; i++)
		remember(m, &m->choices[i], m->choices[i].next - 1);
	return true;
}

/* Whether a match can begin at this node. */
static bool
can_begin(struct machine *m, uint32_t at)
{
	const struct generic_op *first = &m->pattern->ops[0];
	bool list = m->nodes[at].kind == GENERIC_LIST;

	switch ((enum generic_op_kind)first->kind) {
	case GENERIC_OP_DOTS: /* a text that begins indented: the list in it is meant */
		return list && at + 1 < m->tree->n && is_token(m, at + 1);
	case GENERIC_OP_ENTER:
		return list ? at > 0 : first->optional && is_token(m, at);
	default:
		return is_token(m, at) && agrees(m, first, at);
	}
}

/* Goes to the first token of a match that begins at this node: DOTS begin with their list. False if there is
 * none. */
static bool
begin(struct machine *m, uint32_t at)
{
	bool whole = m->pattern->ops[0].kind == GENERIC_OP_DOTS;
	uint32_t list = whole ? at : m->nodes[at].up, end = m->nodes[list].next;
	uint32_t first = token_from(m, at, end);

	if (first == end)
		return false;
	m->now = (struct progress){.at = whole ? at + 1 : at,
				   .line = m->nodes[first].line,
				   .end = m->nodes[first].start,
				   .bounds = {end}};
	if (end != m->done_bound)
		memset(m->done, 0, m->pattern->n * sizeof(m->done[0]));
	m->done_bound = end;
	return true;
}

/* --- all matches --- */

static int
bindings_of(struct range *range, const struct machine *m, struct arena *arena, struct err *err)
{
	size_t n = m->pattern->nslots;
	struct binding *bindings = arena_array(arena, n, sizeof(*bindings));

	if (!bindings)
		return err_oom(err);
	for (size_t i = 0; i < n; i++) {
		bindings[i].name = m->pattern->slots[i];
		bindings[i].value = slice_sub(m->tree->text, m->slots[i].start, m->slots[i].end);
	}
	range->bindings = bindings;
	range->nbindings = n;
	return 0;
}

/* Too many pieces become one that covers them. */
static int
pieces_of(struct range *range, const struct machine *m, uint32_t base, struct arena *arena, struct err *err)
{
	size_t n = m->now.npieces;

	if (n == 0 || n > PIECES_MAX)
		return range_whole(range, arena, err);
	struct piece *items = arena_array(arena, n, sizeof(*items));
	if (!items)
		return err_oom(err);
	for (size_t i = 0; i < n; i++)
		items[i] = (struct piece){base + m->pieces[i].start, base + m->pieces[i].end};
	range->own = (struct pieces){items, n};
	return 0;
}

/*
 * Of matches that end with the same token one stays: the shortest, or if the
 * pattern ends with `...`, the longest.
 */
static int
deliver(struct found *found, const struct machine *m, uint32_t at, struct err *err)
{
	uint32_t first = token_from(m, at, (uint32_t)m->tree->n);
	struct range range = {.start = m->nodes[first].start, .end = m->now.end};
	uint32_t *known;

	if (m->now.last == 0)
		return 0;
	if (!found->by_end)
		found->by_end = arena_array(found->arena, m->tree->n, sizeof(*found->by_end));
	if (!found->by_end)
		return err_oom(err);
	known = &found->by_end[m->now.last];
	if (*known && m->pattern->open)
		return 0;
	range.start += found->base;
	range.end += found->base;
	range.span_start = range.start;
	range.span_end = range.end;
	if (bindings_of(&range, m, found->arena, err) < 0 ||
	    pieces_of(&range, m, found->base, found->arena, err) < 0)
		return -1;
	if (*known) {
		found->out->items[*known - 1] = range;
		return 0;
	}
	if (range_list_add(found->out, &range, err) < 0)
		return -1;
	*known = found->out->full ? 0 : (uint32_t)found->out->n;
	return 0;
}

int
generic_find(struct range_list *out, const struct generic_pattern *pattern, const struct generic_tree *tree,
	     uint32_t base, struct arena *arena, const char **limit, struct err *err)
{
	struct machine m = {.pattern = pattern, .tree = tree, .nodes = tree->nodes};
	struct found found = {.out = out, .base = base, .arena = arena};

	for (uint32_t at = 0; at < tree->n && pattern->n > 0; at++) {
		if (!can_begin(&m, at) || !begin(&m, at))
			continue;
		if (run(&m) && deliver(&found, &m, at, err) < 0)
			return -1;
		if (m.gave_up)
			*limit = "a pattern was given up: too many steps";
		if (m.steps > LIMIT_GENERIC_STEPS)
			break;
		m.gave_up = false;
	}
	return 0;
}
