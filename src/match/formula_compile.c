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
 * match come before those that filter, whatever their order in the rule, and of
 * them a pattern that is a mere $X comes last: it matches every expression there is.
 *
 * Operators on syntax are more steps: PATTERN pushes a list as REGEX does;
 * pattern-inside is its operand's steps and INSIDE, which keeps the range round a
 * match from being one; pattern-not and pattern-not-inside are their operand's
 * steps and EXCLUDE.
 */
#include <stdlib.h>

#include "base/ascii.h"
#include "base/buf.h"
#include "base/limits.h"
#include "match/formula_steps.h"

enum turn { TURN_MATCHES, TURN_MATCHES_ANYTHING, TURN_FILTERS, TURN_OVER };

/* An OP_ALL or OP_ANY whose operands are being compiled. */
struct frame {
	const struct formula *formula;
	size_t next;     /* operand */
	enum turn turn;  /* whose operands are compiled now */
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

static bool
is_negative(const struct formula *formula)
{
	return formula->op == OP_NOT_REGEX || formula->op == OP_NOT || formula->op == OP_NOT_INSIDE;
}

static size_t
taking_frames(const struct compiler *c)
{
	size_t n = 0;

	for (size_t i = 0; i < c->depth; i++)
		n += is_negative(c->frames[i].formula);
	return n;
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
	p->steps[p->n] = (struct step){.op = op, .formula = formula, .takes = taking_frames(c)};
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

/* An operand of the frame is complete. */
static int
operand_done(struct compiler *c, struct frame *frame, bool negative)
{
	if (negative)
		return emit_skip(c, frame->formula, 0);
	bool first = frame->operands++ == 0;
	if (frame->formula->op != OP_ALL)
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

	if (f->op == OP_INSIDE)
		return emit(c, STEP_INSIDE, f) ? 0 : -1;
	if (f->op == OP_NOT || f->op == OP_NOT_INSIDE)
		return emit(c, STEP_EXCLUDE, f) ? 0 : -1;
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

static enum step_op
leaf_step(enum formula_op op)
{
	switch (op) {
	case OP_REGEX:
		return STEP_REGEX;
	case OP_NOT_REGEX:
		return STEP_SUBTRACT;
	case OP_ALL: /* conditions alone, in metavariable-pattern */
	case OP_ANY:
		return STEP_WHOLE;
	default:
		return STEP_PATTERN;
	}
}

/* In metavariable-pattern what filters may stand alone: it filters the whole value. */
static int
begin_frame(struct compiler *c, struct frame *frame)
{
	const struct formula *f = frame->formula;

	for (size_t i = 0; i < f->nchildren; i++)
		if (f->op != OP_ALL || !is_negative(&f->children[i]))
			return 0;
	if (c->program->formula == &c->program->rule->formula)
		return mistake(c, f, "no operand here that matches, only ones that filter");
	if (!emit(c, STEP_WHOLE, f))
		return -1;
	return operand_done(c, frame, false);
}

/* A leaf, or the beginning of a node with operands. */
static int
compile_node(struct compiler *c, const struct formula *formula)
{
	struct frame *parent = c->depth > 0 ? &c->frames[c->depth - 1] : NULL;
	bool negative = is_negative(formula);

	if (negative && (!parent || parent->formula->op != OP_ALL))
		return mistake(c, formula,
			       "an operator that takes matches away is only possible in patterns");
	if (formula->nchildren == 0) {
		if (!emit(c, leaf_step(formula->op), formula))
			return -1;
		return parent ? operand_done(c, parent, negative) : 0;
	}
	if (c->depth == LIMIT_YAML_DEPTH)
		return mistake(c, formula, "the formula is nested too deeply");
	c->frames[c->depth++] = (struct frame){.formula = formula, .begin = c->program->n};
	return begin_frame(c, &c->frames[c->depth - 1]);
}

static bool
is_metavariable(const struct formula *formula)
{
	struct slice text = slice_trim(formula->text);
	size_t i = 1;

	if (formula->op != OP_PATTERN || text.len < 2 || text.ptr[0] != '$')
		return false;
	while (i < text.len && (ascii_is_alnum(text.ptr[i]) || text.ptr[i] == '_'))
		i++;
	return i == text.len;
}

static enum turn
turn_of(const struct formula *formula)
{
	if (is_negative(formula))
		return TURN_FILTERS;
	return is_metavariable(formula) ? TURN_MATCHES_ANYTHING : TURN_MATCHES;
}

static const struct formula *
next_operand(struct frame *frame)
{
	for (; frame->turn != TURN_OVER; frame->turn++, frame->next = 0)
		while (frame->next < frame->formula->nchildren) {
			const struct formula *child = &frame->formula->children[frame->next++];
			if (turn_of(child) == frame->turn)
				return child;
		}
	return NULL;
}

int
formula_compile(struct formula_program *program, struct err *err)
{
	struct compiler c = {.program = program, .err = err};

	if (compile_node(&c, program->formula) < 0)
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
		bool negative = is_negative(frame->formula);
		c.depth--;
		if (c.depth > 0 && operand_done(&c, &c.frames[c.depth - 1], negative) < 0)
			return -1;
	}
	return 0;
}
