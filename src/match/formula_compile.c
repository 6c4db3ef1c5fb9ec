/*
 * formula_compile.c - from a tree of operators to steps
 *
 * patterns: [A, pattern-either: [B, C], pattern-not-regex: N, condition K,
 * focus F] becomes
 *
 *	REGEX A, SKIP, REGEX B, REGEX C, UNION, SKIP(drop A), INTERSECT, SKIP,
 *	SUBTRACT N, SKIP, CONDITION K, SKIP, FOCUS F
 *
 * where each SKIP leaves the whole `patterns` as soon as nothing is left, so
 * that most windows never need (or compile) what comes after A. Operands that
 * match come before those that filter, whatever their order in the rule.
 *
 * Operators on syntax will be more steps: a pattern and what it is inside of
 * push lists as REGEX does and combine as INTERSECT does; pattern-not and
 * pattern-not-inside take away as SUBTRACT does.
 */
#include <stdlib.h>

#include "base/buf.h"
#include "base/limits.h"
#include "match/formula_steps.h"

/* An OP_ALL or OP_ANY whose operands are being compiled. */
struct frame {
	const struct formula *formula;
	size_t next;     /* operand */
	bool negatives;  /* second round */
	size_t operands; /* positive ones so far */
	size_t begin;    /* its first step */
};

struct compiler {
	struct formula_program *program;
	struct frame frames[LIMIT_YAML_DEPTH];
	size_t depth;
	struct err *err;
};

struct place
formula_place(const struct formula_program *program, struct rule_position at)
{
	return (struct place){program->rule->file, at};
}

static int
mistake(struct compiler *c, const struct formula *formula, const char *message)
{
	struct place place = formula_place(c->program, formula->at);

	return place_error(c->err, &place, "%s", message);
}

static struct step *
emit(struct compiler *c, enum step_op op, const struct formula *formula)
{
	struct formula_program *p = c->program;
	void *steps = p->steps;

	if (array_reserve(&steps, &p->cap, p->n + 1, sizeof(*p->steps)) < 0) {
		err_oom(c->err);
		return NULL;
	}
	p->steps = steps;
	p->steps[p->n] = (struct step){.op = op, .formula = formula};
	return &p->steps[p->n++];
}

static int
emit_skip(struct compiler *c, const struct formula *formula, size_t drop)
{
	struct step *step = emit(c, STEP_SKIP, formula);

	if (!step)
		return -1;
	step->drop = drop;
	return 0;
}

static bool
is_negative(const struct formula *formula)
{
	return formula->op == OP_NOT_REGEX;
}

/* An operand of the frame is complete. */
static int
operand_done(struct compiler *c, struct frame *frame, bool negative)
{
	if (negative)
		return emit_skip(c, frame->formula, 0);
	bool first = frame->operands++ == 0;
	if (frame->formula->op == OP_ANY)
		return first || emit(c, STEP_UNION, frame->formula) ? 0 : -1;
	if (first)
		return emit_skip(c, frame->formula, 0);
	if (emit_skip(c, frame->formula, 1) < 0 || !emit(c, STEP_INTERSECT, frame->formula))
		return -1;
	return emit_skip(c, frame->formula, 0);
}

static int
emit_condition(struct compiler *c, const struct frame *frame, const struct condition *condition)
{
	struct step *step = emit(c, STEP_CONDITION, frame->formula);

	if (!step)
		return -1;
	step->begin = frame->begin;
	step->test.condition = condition;
	step->test.place = formula_place(c->program, condition->at);
	return emit_skip(c, frame->formula, 0);
}

static int
end_frame(struct compiler *c, struct frame *frame)
{
	const struct formula *f = frame->formula;

	if (frame->operands == 0)
		return mistake(c, f, "no operand here that matches, only ones that filter");
	for (size_t i = 0; i < f->nconditions; i++)
		if (emit_condition(c, frame, &f->conditions[i]) < 0)
			return -1;
	if (f->nfocus > 0) {
		struct step *step = emit(c, STEP_FOCUS, f);
		if (!step)
			return -1;
		step->begin = frame->begin;
	}
	for (size_t i = frame->begin; i < c->program->n; i++)
		if (c->program->steps[i].op == STEP_SKIP && c->program->steps[i].formula == f)
			c->program->steps[i].target = c->program->n;
	return 0;
}

/* A leaf, or the beginning of a node with operands. */
static int
compile_node(struct compiler *c, const struct formula *formula)
{
	struct frame *parent = c->depth > 0 ? &c->frames[c->depth - 1] : NULL;
	bool negative = is_negative(formula);

	if (negative && (!parent || parent->formula->op != OP_ALL))
		return mistake(c, formula, "pattern-not-regex is only possible in patterns");
	if (formula->op == OP_REGEX || negative) {
		if (!emit(c, negative ? STEP_SUBTRACT : STEP_REGEX, formula))
			return -1;
		return parent ? operand_done(c, parent, negative) : 0;
	}
	if (formula->op != OP_ALL && formula->op != OP_ANY)
		return mistake(c, formula,
			       "this operator needs a parsed text, which this build does not have");
	if (c->depth == LIMIT_YAML_DEPTH)
		return mistake(c, formula, "the formula is nested too deeply");
	c->frames[c->depth++] = (struct frame){.formula = formula, .begin = c->program->n};
	return 0;
}

/* The frame's next operand: first all that match, then all that filter. */
static const struct formula *
next_operand(struct frame *frame)
{
	for (;; frame->negatives = true, frame->next = 0) {
		while (frame->next < frame->formula->nchildren) {
			const struct formula *child = &frame->formula->children[frame->next++];
			if (is_negative(child) == frame->negatives)
				return child;
		}
		if (frame->negatives)
			return NULL;
	}
}

int
formula_compile(struct formula_program *program, struct err *err)
{
	struct compiler c = {.program = program, .err = err};

	if (compile_node(&c, &program->rule->formula) < 0)
		return -1;
	while (c.depth > 0) {
		struct frame *frame = &c.frames[c.depth - 1];
		const struct formula *child = next_operand(frame);

		if (child) {
			if (compile_node(&c, child) < 0)
				return -1;
			continue;
		}
		if (end_frame(&c, frame) < 0)
			return -1;
		c.depth--;
		if (c.depth > 0 && operand_done(&c, &c.frames[c.depth - 1], false) < 0)
			return -1;
	}
	return 0;
}
