/*
 * taint_functions.h - the functions of a text, and which of them calls which
 *
 * They are the same for every rule, so they are found once a text.
 */
#ifndef SLUICE_MATCH_TAINT_FUNCTIONS_H
#define SLUICE_MATCH_TAINT_FUNCTIONS_H

#include "match/taint_flow.h"

#define FUNCTION_NONE UINT32_MAX

/* Number 0 is the code outside functions. */
struct text_function {
	uint32_t node;        /* SHAPE_FUNCTION or SHAPE_LAMBDA */
	uint32_t class;       /* node, or NODE_NONE */
	struct slice name;    /* may be empty */
	uint32_t *parameters; /* names, in order */
	size_t nparameters;
	struct flow_steps steps;
	bool apart;        /* its steps are no other function's, nor those outside functions */
	bool read;         /* steps are */
	const char *limit; /* not all of them, or NULL */
};

struct text_call {
	uint32_t caller, callee; /* functions */
};

/* Of one text; functions stand in its order, inner ones behind those round them. */
struct text_functions {
	const struct unit *unit;
	const struct shape_node *nodes; /* of it */
	const struct pattern_language *language;
	uint64_t serial; /* of the unit when they were found */
	struct text_function *items;
	size_t n, cap;
	uint32_t *by_name; /* those that have one, in order of it */
	size_t nby_name;
	struct text_call *calls;
	size_t ncalls, calls_cap;
	struct arena arena;
	uint32_t work;
	const char *limit; /* not all of them were found, or NULL */
};

/* Begins empty; {0} is an empty one. */
void text_functions_release(struct text_functions *functions);

/* Finds those of a text, unless that was done; what is borrowed lives as long as the unit. */
int text_functions_find(struct text_functions *functions, const struct unit *unit,
			const struct pattern_language *language, struct err *err)
	__attribute__((warn_unused_result));

/* A function's steps, read when they are first asked for; *limit is set when not all of it fits. */
int text_function_steps(const struct flow_steps **out, struct text_functions *functions, uint32_t function,
			const char **limit, struct err *err) __attribute__((warn_unused_result));

/* The function that a call is of, for a caller in that class (a node or NODE_NONE), or FUNCTION_NONE. */
uint32_t text_callee(const struct text_functions *functions, uint32_t call, uint32_t class);

/* 1 for a method that names its object among its parameters. */
size_t text_own_parameters(const struct text_functions *functions, const struct text_function *f);

/* Whether a node is `self`, `this` or their like. */
bool text_is_self(const struct unit *unit, uint32_t node);

/* The SHAPE_ARGUMENTS of a call, or NODE_NONE. */
static inline uint32_t
text_arguments(const struct unit *unit, uint32_t call)
{
	return shape_child(unit->shape.nodes, call, SHAPE_ARGUMENTS);
}

#endif
