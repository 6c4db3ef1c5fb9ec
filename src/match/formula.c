#include "match/formula.h"

#include <stdlib.h>

#include "base/buf.h"
#include "base/limits.h"
#include "match/comparison.h"
#include "match/formula_steps.h"
#include "match/formula_walk.h"
#include "match/reading.h"
#include "match/window.h"

bool
formula_needs_syntax(const struct formula *formula)
{
	struct formula_walk walk;
	const struct formula *f;

	formula_walk_begin(&walk, formula);
	while ((f = formula_walk_next(&walk))) {
		if (f->op >= OP_PATTERN)
			return true;
		for (size_t i = 0; i < f->nconditions; i++)
			if (f->conditions[i].op == CONDITION_PATTERN || f->conditions[i].op == CONDITION_TYPE)
				return true;
	}
	return false;
}

int
formula_program_of(struct formula_program **out, const struct rule *rule, const struct formula *formula,
		   struct err *err)
{
	struct formula_program *program = calloc(1, sizeof(*program));

	*out = NULL;
	if (!program)
		return err_oom(err);
	program->rule = rule;
	program->formula = formula;
	program->generic = rule->generic.on ? &rule->generic : NULL;
	arena_init(&program->arena);
	if (formula_compile(program, err) < 0) {
		formula_program_free(program);
		return -1;
	}
	*out = program;
	return 0;
}

int
formula_program_new(struct formula_program **out, const struct rule *rule, struct err *err)
{
	return formula_program_of(out, rule, &rule->formula, err);
}

void
formula_program_free(struct formula_program *program)
{
	if (!program)
		return;
	for (size_t i = 0; i < program->n; i++) {
		regex_free(program->steps[i].regex);
		regex_free(program->steps[i].test.regex);
		formula_program_free(program->steps[i].test.nested);
	}
	arena_release(&program->arena);
	for (size_t i = 0; i < program->stack_cap; i++)
		free(program->stack[i].items);
	free(program->spare.items);
	free(program->stack);
	free(program->steps);
	free(program);
}

/* --- the stack; lists keep their memory --- */

static struct range_list *
push_list(struct formula_program *p, struct err *err)
{
	size_t had = p->stack_cap;
	void *stack = p->stack;

	if (array_reserve(&stack, &p->stack_cap, p->nstack + 1, sizeof(*p->stack)) < 0) {
		err_oom(err);
		return NULL;
	}
	p->stack = stack;
	for (size_t i = had; i < p->stack_cap; i++)
		p->stack[i] = (struct range_list){0};
	struct range_list *list = &p->stack[p->nstack++];
	list->n = 0;
	list->full = false;
	return list;
}

static void
swap_lists(struct range_list *a, struct range_list *b)
{
	struct range_list other = *a;

	*a = *b;
	*b = other;
}

static struct range_list *
top(struct formula_program *p)
{
	return &p->stack[p->nstack - 1];
}

/* --- steps --- */

static int
prepare_generic(struct formula_program *p, struct step *step, struct err *err)
{
	struct place place = formula_place(p, step->formula->at);

	step->generic = arena_alloc(&p->arena, sizeof(*step->generic));
	if (!step->generic)
		return err_oom(err);
	return generic_pattern_read(step->generic, step->formula->text, p->generic, &place, err);
}

/* metavariable-pattern: in the mode of the rule, unless it asks for generic mode itself. */
static int
prepare_nested(struct formula_program *p, struct step *step, struct err *err)
{
	static const struct generic_options plain = {.on = true, .max_span = GENERIC_MAX_SPAN};
	const struct condition *condition = step->test.condition;

	if (!condition->formula)
		return place_error(err, &step->test.place, "metavariable-pattern has no formula");
	if (formula_program_of(&step->test.nested, p->rule, condition->formula, err) < 0)
		return -1;
	step->test.nested->generic = p->generic || !condition->generic ? p->generic : &plain;
	return 0;
}

int
step_prepare(struct formula_program *program, struct step *step, struct err *err)
{
	const struct condition *condition = step->test.condition;

	if ((step->op == STEP_REGEX || step->op == STEP_SUBTRACT) && !step->regex) {
		struct place place = formula_place(program, step->formula->at);
		return regex_compile(&step->regex, step->formula->text, REGEX_SEARCH, &place, err);
	}
	if (step->op == STEP_CONDITION && condition->op == CONDITION_REGEX && !step->test.regex)
		return regex_compile(&step->test.regex, condition->text, REGEX_VALUE, &step->test.place, err);
	if (step->op == STEP_PATTERN && program->generic && !step->generic)
		return prepare_generic(program, step, err);
	if (step->op == STEP_CONDITION && condition->op == CONDITION_PATTERN && !step->test.nested)
		return prepare_nested(program, step, err);
	return 0;
}

static int
add_regex_match(struct range_list *list, const struct step *step, const struct regex_walk *walk,
		struct formula_window *w, bool with_bindings, struct err *err)
{
	size_t base = (size_t)(w->subject.bytes.ptr - w->text.ptr);
	struct range range = {.start = (uint32_t)(base + walk->start), .end = (uint32_t)(base + walk->end)};

	range.span_start = range.start;
	range.span_end = range.end;
	if ((w->unit || w->reading) && range_whole(&range, w->arena, err) < 0)
		return -1;
	if (with_bindings && regex_bindings(&range.bindings, &range.nbindings, w->arena, w->engine,
					    step->regex, &w->subject, err) < 0)
		return -1;
	return range_list_add(list, &range, err);
}

/* A part of the subject, its own matches begin in [start, own_end). Longer ones than the overlap with
 * the next can be missed where they meet. */
struct stretch {
	size_t start, end, own_end;
};

/* The place behind the last line end in (low, high], else high. */
static size_t
line_start(struct slice s, size_t low, size_t high)
{
	for (size_t i = high; i > low; i--)
		if (s.ptr[i - 1] == '\n')
			return i;
	return high;
}

/* A rule on syntax has all of a text before it, so its regular expressions get it in pieces, as text rules
 * do. */
static void
cut_stretch(struct stretch *stretch, struct slice s, size_t start)
{
	stretch->start = start;
	stretch->end = stretch->own_end = s.len;
	if (s.len - start <= LIMIT_WINDOW_BYTES)
		return;
	stretch->end = line_start(s, start + LIMIT_WINDOW_BYTES / 2, start + LIMIT_WINDOW_BYTES);
	stretch->own_end = line_start(s, start, stretch->end - LIMIT_OVERLAP_FILE);
}

static int
find_in_stretch(struct range_list *list, const struct step *step, struct formula_window *w,
		struct stretch *stretch, bool with_bindings, struct err *err)
{
	const struct subject whole = w->subject;
	size_t from = stretch->start < WINDOW_CONTEXT ? 0 : stretch->start - WINDOW_CONTEXT;
	bool last = stretch->end == whole.bytes.len;
	struct regex_walk walk = {0};
	int rc;

	w->subject = (struct subject){.bytes = slice_sub(whole.bytes, from, stretch->end),
				      .start = stretch->start - from,
				      .cut_start = from > 0 || whole.cut_start,
				      .cut_end = !last || whole.cut_end};
	while ((rc = regex_next(&walk, w->engine, step->regex, &w->subject, err)) > 0) {
		if (!last && from + walk.start >= stretch->own_end)
			break;
		if (add_regex_match(list, step, &walk, w, with_bindings, err) < 0) {
			rc = -1;
			break;
		}
		if (from + walk.end > stretch->own_end)
			stretch->own_end = from + walk.end;
	}
	w->subject = whole;
	if (walk.limit)
		w->limit = walk.limit;
	return rc < 0 ? -1 : 0;
}

static int
find_regex(struct range_list *list, const struct step *step, struct formula_window *w, bool with_bindings,
	   struct err *err)
{
	struct stretch stretch = {.own_end = w->subject.start};

	do {
		cut_stretch(&stretch, w->subject.bytes, stretch.own_end);
		if (find_in_stretch(list, step, w, &stretch, with_bindings, err) < 0)
			return -1;
	} while (stretch.own_end < w->subject.bytes.len && !list->full);
	return 0;
}

static int
run_subtract(struct formula_program *p, const struct step *step, struct formula_window *w, struct err *err)
{
	p->spare.n = 0;
	if (find_regex(&p->spare, step, w, false, err) < 0)
		return -1;
	range_list_subtract(top(p), &p->spare);
	return 0;
}

static int
run_intersect(struct formula_program *p, struct formula_window *w, struct err *err)
{
	p->spare.n = 0;
	p->spare.full = false;
	if (range_list_intersect(&p->spare, top(p) - 1, top(p), w->arena, err) < 0)
		return -1;
	p->nstack--;
	swap_lists(top(p), &p->spare);
	return 0;
}

static int
run_generic(struct range_list *list, const struct step *step, struct formula_window *w, struct err *err)
{
	struct slice text = w->subject.bytes;
	const struct generic_tree *tree;

	if (!w->reading)
		return 0;
	if (reading_generic(w->reading, &tree, text, !w->part, step->generic->options->comments, err) < 0)
		return -1;
	if (!tree) {
		w->limit = "too large for generic patterns";
		return 0;
	}
	return generic_find(list, step->generic, tree, (uint32_t)(text.ptr - w->text.ptr), w->arena,
			    &w->limit, err);
}

static int
run_pattern(struct formula_program *p, struct step *step, struct formula_window *w, struct err *err)
{
	struct range_list *list = push_list(p, err);

	if (!list)
		return -1;
	return p->generic ? run_generic(list, step, w, err) : formula_pattern(list, p, step, w, err);
}

static int
run_whole(struct formula_program *p, const struct formula_window *w, struct err *err)
{
	struct range_list *list = push_list(p, err);
	size_t base = (size_t)(w->subject.bytes.ptr - w->text.ptr);
	struct range whole = {.start = (uint32_t)base, .end = (uint32_t)(base + w->subject.bytes.len)};

	whole.span_start = whole.start;
	whole.span_end = whole.end;
	return list ? range_list_add(list, &whole, err) : -1;
}

static void
run_inside(struct formula_program *p)
{
	for (size_t i = 0; i < top(p)->n; i++) {
		struct range *range = &top(p)->items[i];
		range->inside = true;
		range->around = range->own.n > 0 ? range->own : range->around;
		range->own.n = 0;
	}
}

static void
run_exclude(struct formula_program *p)
{
	range_list_exclude(top(p) - 1, top(p));
	p->nstack--;
}

static int
run_condition(struct formula_program *p, const struct step *step, struct formula_window *w, struct err *err)
{
	if (formula_filter(&p->spare, step, top(p), w, err) < 0)
		return -1;
	swap_lists(top(p), &p->spare);
	return 0;
}

static void
run_skip(struct formula_program *p, const struct step *step, size_t *next)
{
	if (top(p)->n > 0)
		return;
	for (size_t i = 0; i < step->drop; i++) {
		swap_lists(top(p), top(p) - 1);
		p->nstack--;
	}
	*next = step->target;
}

static int
run_step(struct formula_program *p, struct step *step, struct formula_window *w, size_t *next,
	 struct err *err)
{
	switch (step->op) {
	case STEP_REGEX: {
		struct range_list *list = push_list(p, err);
		return list ? find_regex(list, step, w, true, err) : -1;
	}
	case STEP_PATTERN:
		return run_pattern(p, step, w, err);
	case STEP_WHOLE:
		return run_whole(p, w, err);
	case STEP_INSIDE:
		run_inside(p);
		return 0;
	case STEP_EXCLUDE:
		run_exclude(p);
		return 0;
	case STEP_INTERSECT:
		return run_intersect(p, w, err);
	case STEP_UNION:
		p->nstack--;
		return range_list_append(top(p), top(p) + 1, err);
	case STEP_SUBTRACT:
		return run_subtract(p, step, w, err);
	case STEP_CONDITION:
		return run_condition(p, step, w, err);
	case STEP_FOCUS:
		return range_list_focus(top(p), step->formula->focus, step->formula->nfocus, w->text, err);
	case STEP_SKIP:
		run_skip(p, step, next);
		return 0;
	}
	return 0;
}

int
formula_evaluate(const struct range_list **out, struct formula_program *program,
		 struct formula_window *window, struct err *err)
{
	const char *limit = NULL;

	program->nstack = 0;
	window->limit = NULL;
	for (size_t i = 0; i < program->n;) {
		struct step *step = &program->steps[i++];
		window->limit = NULL;
		if (step_prepare(program, step, err) < 0 || run_step(program, step, window, &i, err) < 0)
			return -1;
		limit = window->limit ? window->limit : limit;
	}
	window->limit = limit;
	*out = top(program);
	if ((*out)->full)
		window->limit = "too many combinations of matches";
	return 0;
}

/* --- checking --- */

/* True if a regular expression of the steps [from, to) has a group of that name. */
static bool
is_bound(const struct formula_program *p, size_t from, size_t to, struct slice name)
{
	for (size_t i = from; i < to; i++) {
		if (p->steps[i].op == STEP_PATTERN &&
		    slice_find(p->steps[i].formula->text, name) != (size_t)-1)
			return true;
		const struct regex *regex = p->steps[i].op == STEP_REGEX ? p->steps[i].regex : NULL;

		for (size_t k = 0; regex && k < regex_nnames(regex); k++)
			if (slice_eq(regex_name(regex, k), name))
				return true;
	}
	return false;
}

static int
check_bound(const struct formula_program *p, size_t at, struct slice name, const struct place *place,
	    struct err *err)
{
	if (is_bound(p, p->steps[at].begin, at, name))
		return 0;
	return place_error(err, place, "no group of a pattern-regex binds the metavariable '%.*s'",
			   (int)(name.len < 100 ? name.len : 100), name.len ? name.ptr : "");
}

static int
check_condition(const struct formula_program *p, size_t at, struct err *err)
{
	const struct condition *c = p->steps[at].test.condition;
	const struct place *place = &p->steps[at].test.place;
	struct slice rest = c->text, name;

	/* Patterns bind what only matching can tell. */
	if (formula_needs_syntax(p->formula))
		return c->op == CONDITION_PATTERN ? 0 : condition_check(c, place, err);
	if (condition_check(c, place, err) < 0)
		return -1;
	if ((c->metavariable.len > 0 || c->op != CONDITION_COMPARISON) &&
	    check_bound(p, at, c->metavariable, place, err) < 0)
		return -1;
	while (c->op == CONDITION_COMPARISON && comparison_next_name(&rest, &name))
		if (check_bound(p, at, name, place, err) < 0)
			return -1;
	return 0;
}

static int
check_focus(const struct formula_program *p, size_t at, struct err *err)
{
	const struct formula *f = p->steps[at].formula;
	struct place place = formula_place(p, f->at);

	for (size_t i = 0; i < f->nfocus && !formula_needs_syntax(p->formula); i++)
		if (f->focus[i].len > 0 && check_bound(p, at, f->focus[i], &place, err) < 0)
			return -1;
	return 0;
}

int
formula_program_check(struct formula_program *program, struct err *err)
{
	for (size_t i = 0; i < program->n; i++) {
		struct step *step = &program->steps[i];

		if (step_prepare(program, step, err) < 0)
			return -1;
		if (step->op == STEP_CONDITION && check_condition(program, i, err) < 0)
			return -1;
		if (step->op == STEP_FOCUS && check_focus(program, i, err) < 0)
			return -1;
	}
	return 0;
}
