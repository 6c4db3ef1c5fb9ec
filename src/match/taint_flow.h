/*
 * taint_flow.h - a function's tree as steps in the order in which they are executed
 *
 *	x = f()                VALUE f()      ASSIGN x, f()
 *	if (c)                 VALUE c        FORK 1
 *	    x = 1;             ASSIGN x, 1    GO 2
 *	else                   LABEL 1
 *	    g(x);              VALUE g(x)
 *	return x;              LABEL 2        VALUE x     RETURN x    END
 *
 * Of nodes that are no statement of control the children come first, in the order of
 * the text; a language's particulars are left to the kinds of flow.h. Functions
 * within functions and lambdas stand where they are defined, behind a FORK: they
 * may be called there and see the variables round them.
 */
#ifndef SLUICE_MATCH_TAINT_FLOW_H
#define SLUICE_MATCH_TAINT_FLOW_H

#include "match/unit.h"

enum flow_op {
	DO_VALUE,     /* a: node whose operands have values */
	DO_ASSIGN,    /* a: target, b: node of its value, or NODE_NONE: clean */
	DO_MIX,       /* the same, and a keeps what it had */
	DO_PARAMETER, /* a: name of a parameter, b: node of its default or NODE_NONE */
	DO_LABEL,     /* a: number */
	DO_FORK,      /* control goes on and to label a */
	DO_GO,        /* to label a */
	DO_HOLDS,     /* a: node of a condition, b: whether it holds from here on */
	DO_KNOW,      /* a: node whose value is, from here on, one that the program itself has */
	DO_RETURN,    /* a: node of the result, or NODE_NONE */
	DO_END,       /* control ends */
};

struct flow_step {
	uint8_t op; /* enum flow_op */
	uint32_t a, b;
};

struct flow_steps {
	struct flow_step *items;
	size_t n, cap;
	uint32_t nlabels;
};

void flow_steps_release(struct flow_steps *steps);

/*
 * The steps of a SHAPE_FUNCTION or SHAPE_LAMBDA; of the root: of all code outside
 * functions. *limit is set when not all of it fits.
 */
int flow_steps_read(struct flow_steps *out, const struct unit *unit, const struct pattern_language *language,
		    uint32_t function, const char **limit, struct err *err)
	__attribute__((warn_unused_result));

/* ---- taint_shape.c: what the shapes of a language leave open ---- */

/* The child that is assigned to, and that whose value it gets; NODE_NONE: there is none. */
uint32_t flow_target(const struct unit *unit, const struct pattern_language *language, uint32_t node);
uint32_t flow_value(const struct unit *unit, const struct pattern_language *language, uint32_t node);

/* The SHAPE_PARAMETERS of a function, or NODE_NONE. */
uint32_t flow_parameters(const struct unit *unit, const struct pattern_language *language, uint32_t function);

/* The names that a parameter binds, one after the other; start with NODE_NONE. */
uint32_t flow_bound_name(const struct unit *unit, const struct pattern_language *language, uint32_t parameter,
			 uint32_t last);

/* The expression behind the '=' of a parameter, or NODE_NONE. */
uint32_t flow_default(const struct unit *unit, uint32_t parameter, uint32_t name);

/* The last operand of a node, or (skip 1) the one before it. */
uint32_t flow_last_operand(const struct shape_tree *tree, uint32_t node, unsigned skip);

/* What stands between the first two operands, without brackets: "+", "not in"; empty: there are not two. */
struct slice flow_operator(const struct shape_tree *tree, uint32_t node);

/* Of !x and `not x` it is x, of others NODE_NONE. */
uint32_t flow_negated(const struct shape_tree *tree, uint32_t node);

/* The name behind the dot of a SHAPE_ATTRIBUTE, or NODE_NONE. */
uint32_t flow_member(const struct shape_tree *tree, uint32_t attribute);

/* Whether a node reads as a variable: a name, `this`, `@x`. */
bool flow_is_variable(const struct shape_tree *tree, uint32_t node);

#endif
