/*
 * pattern_machine.h - the state of comparing, shared by pattern_match.c and pattern_siblings.c
 */
#ifndef SLUICE_MATCH_PATTERN_MACHINE_H
#define SLUICE_MATCH_PATTERN_MACHINE_H

#include "base/limits.h"
#include "match/pattern.h"

#define TAKEN_MAX 32u /* what is noted of one match */

#define GOAL_NONE UINT32_MAX

enum goal_kind {
	GOAL_NODE,
	GOAL_SIBLINGS,  /* in order */
	GOAL_ARGUMENTS, /* in order, but for what has a name */
	GOAL_SOME,      /* each of the pattern's is one of the text's */
	GOAL_MEMBERS,   /* of a class: from any of them on */
	GOAL_IMPORT,    /* the pattern's imports from number `stop` on are some of the text's */
	GOAL_STATEMENTS,
	GOAL_OPERANDS,
	GOAL_UNORDERED_OPERANDS,
};

struct goal {
	uint8_t kind;
	bool open; /* more may follow; STATEMENTS: the end of the match is noted. SOME: at any depth */
	bool dots; /* STATEMENTS: `...` stood before, so what is left of the block does not matter */
	uint32_t p, t;
	uint32_t stop; /* STATEMENTS, SOME: the first node behind the block; ARGUMENTS: their parent;
			* OPERANDS: the text's chain */
	uint32_t root; /* OPERANDS: the pattern's chain */
	uint64_t used; /* UNORDERED_OPERANDS, SOME: set of the text's, by number */
	uint32_t next;
};

struct bound {
	uint32_t start, end;
	struct slice constant; /* what it stands for, when that is no piece of the text; else empty */
};

struct machine {
	const struct pattern *pattern;
	const struct unit *unit;
	const struct shape_node *p, *t;
	uint32_t ngoals;
	struct bound slots[PATTERN_SLOTS];
	uint32_t bound; /* set of slots */
	uint32_t steps, place_steps, depth, solutions;
	uint32_t begin, end;       /* of the match */
	uint32_t taken[TAKEN_MAX]; /* nodes that the match is made of; more: all of it */
	uint32_t ntaken;
	struct range_list *out;
	size_t first; /* of this place's ranges */
	struct regex_engine *engine;
	struct arena *arena;
	const char *limit;   /* that was met at this place */
	const char *gave_up; /* at any */
	struct err *err;
	bool failed;
	struct goal goals[LIMIT_PATTERN_GOALS]; /* the first ngoals; the others are never cleared */
};

/* The new goal, or GOAL_NONE when there are too many. */
uint32_t machine_push(struct machine *m, struct goal goal);

/* Solves with one way of a choice, and takes back what it bound. */
void machine_attempt(struct machine *m, struct goal goal);

/* Notes a node that the pattern names, as against those that `...` passes over. */
void machine_take(struct machine *m, uint32_t t);

/* False when the metavariable is bound to something that reads differently. */
bool machine_bind(struct machine *m, uint8_t slot, uint32_t start, uint32_t end);
bool machine_bind_constant(struct machine *m, uint8_t slot, struct bound bound);

/* Whether all in a pattern's node is `...`. */
bool machine_is_any(const struct machine *m, uint32_t p);

bool machine_is_statement(const struct machine *m, uint32_t t);
bool machine_is_expression(const struct machine *m, uint32_t p); /* of the pattern */

/* Each meets a goal and leaves what follows in *next; false when there is nothing more to do. */
bool solve_siblings(struct machine *m, const struct goal *goal, uint32_t *next);
bool solve_arguments(struct machine *m, const struct goal *goal, uint32_t *next);
bool solve_some(struct machine *m, const struct goal *goal, uint32_t *next);
bool solve_members(struct machine *m, const struct goal *goal, uint32_t *next);
bool solve_import(struct machine *m, const struct goal *goal, uint32_t *next);
bool solve_statements(struct machine *m, const struct goal *goal, uint32_t *next);
bool solve_operands(struct machine *m, const struct goal *goal, uint32_t *next);
bool solve_unordered_operands(struct machine *m, const struct goal *goal, uint32_t *next);

/* ---- pattern_leaf.c: whether a leaf of the pattern is the node ---- */

bool machine_leaf_fits(const struct machine *m, uint32_t p, uint32_t t);
bool machine_literal_fits(struct machine *m, uint32_t p, uint32_t t); /* `5`: a name whose value is 5 */
bool machine_text_fits(struct machine *m, const struct pattern_node *p, uint32_t pnode, uint32_t t);
bool machine_guards_hold(struct machine *m, uint8_t slot, uint32_t t);
bool machine_type_fits(struct machine *m, const struct pattern_node *op, uint32_t t);
/* `a.b.c`, `a.b.$X` or `$X.c` against a name of the text that means a.b.c. */
bool machine_path_fits(struct machine *m, uint32_t p, uint32_t t);

/* ---- pattern_node.c ---- */

/* The node that a pattern of that shape, or a hole, means where the text says more. */
uint32_t machine_unwrap(const struct machine *m, uint8_t shape, bool hole, uint32_t t);

/* `a as T`, for a pattern that is no such thing; a of it, for a pattern that says nothing of T. */
bool machine_is_cast(const struct machine *m, uint32_t p, uint32_t t);
uint32_t machine_uncast(const struct machine *m, uint32_t p, uint32_t t);

/* `@a()` of a pattern, or `@a(...)`, where the text has `@a`. */
bool machine_is_decorator_call(const struct machine *m, uint32_t p, uint32_t t);

/* False when the pattern's node can certainly not be the other; costs next to nothing. */
bool machine_may_fit(struct machine *m, uint32_t p, uint32_t t);

bool machine_shapes_fit(const struct machine *m, uint32_t p, uint32_t t);

/* The goal for the children of two nodes; false when it cannot be met. */
bool machine_children(const struct machine *m, struct goal *goal, uint32_t p, uint32_t t);

/* ---- pattern_operands.c: the goal for two chains of one operator; false when they are none ---- */

bool machine_operands(struct machine *m, struct goal *out, uint32_t p, uint32_t t);

/* ---- pattern_same.c ---- */

/* A node that can mean what the pattern says in other words: as the solve_...() above. */
bool solve_same(struct machine *m, const struct goal *goal, uint32_t *next);

bool machine_is_any_function(const struct machine *m, uint32_t p);
bool machine_named_lambda(const struct machine *m, uint32_t t); /* const f = () => ... */
bool machine_returns(const struct machine *m, uint32_t t);      /* a function's value */
bool machine_is_return(const struct machine *m, uint32_t p);    /* return x */

#endif
