/*
 * taint_reader.h - the work of turning a tree into steps, shared by taint_flow.c and taint_branch.c
 *
 * What is left to be done stands on a stack of jobs: visit a node, or put out a step.
 * A visited node pushes the visits of its children with the steps between
 * them; they are turned round afterwards. So nesting costs no C stack.
 */
#ifndef SLUICE_MATCH_TAINT_READER_H
#define SLUICE_MATCH_TAINT_READER_H

#include "match/taint_flow.h"
#include "syntax/flow.h"

#define LABEL_NONE UINT32_MAX

/* Where control goes from within a node; LABEL_NONE: out of the program. */
struct context {
	uint32_t on_break, on_continue, on_return;
	uint32_t guard; /* of a try: control may go there before any statement */
	bool inner;     /* within a function or lambda */
	bool asked;     /* within the condition of a branch or loop */
};

struct job {
	bool visit;
	uint8_t op; /* of a step */
	uint32_t a, b;
	struct context context; /* of a visit */
};

struct flow_reader {
	const struct unit *unit;
	const struct shape_node *nodes;
	const struct pattern_language *language;
	struct flow_steps *out;
	uint32_t function;
	struct job *jobs;
	size_t n, cap;
	struct context context;
	bool full, failed;
};

/* Both put off what they say; a visit takes the reader's context with it. NODE_NONE is not visited. */
void reader_visit(struct flow_reader *r, uint32_t node);
void reader_step(struct flow_reader *r, enum flow_op op, uint32_t a, uint32_t b);

/* The same of what a branch or loop asks. */
void reader_visit_condition(struct flow_reader *r, uint32_t node);

static inline uint32_t
reader_label(struct flow_reader *r)
{
	return r->out->nlabels++;
}

static inline enum flow
reader_flow(const struct flow_reader *r, uint32_t node)
{
	return shape_has_kind(&r->nodes[node]) ? flow_of(r->language->table, r->nodes[node].kind) : FLOW_NONE;
}

static inline bool
reader_is_block(const struct flow_reader *r, uint32_t node)
{
	return r->nodes[node].shape == SHAPE_BLOCK;
}

/* Control leaves the function, or the one within it. */
void reader_leave(struct flow_reader *r);

/* ---- taint_condition.c ---- */

/* What is known from here on when a condition holds, or does not. */
void flow_read_known(struct flow_reader *r, uint32_t condition, bool holds);

/* Both push the jobs of a node: c ? a : b; a && b. False: it is no such node. */
bool flow_read_conditional(struct flow_reader *r, uint32_t node);
bool flow_read_logic(struct flow_reader *r, uint32_t node);

/* Whether control never comes to the end of a branch because what it calls last does not return. */
bool flow_stops(const struct flow_reader *r, uint32_t branch);

/* ---- taint_branch.c: each pushes the jobs of a node of that flow ---- */

void flow_read_if(struct flow_reader *r, uint32_t node);
void flow_read_switch(struct flow_reader *r, uint32_t node);
void flow_read_loop(struct flow_reader *r, uint32_t node, bool once);
void flow_read_each(struct flow_reader *r, uint32_t node);
void flow_read_comprehension(struct flow_reader *r, uint32_t node);
bool flow_is_try(const struct flow_reader *r, uint32_t node);
void flow_read_try(struct flow_reader *r, uint32_t node);

#endif
