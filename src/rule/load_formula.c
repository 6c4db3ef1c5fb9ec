/*
 * load_formula.c - which ranges match
 *
 *   patterns:                          OP_ALL
 *     - pattern-either:                  OP_ANY
 *         - pattern-regex: a(b)            OP_REGEX
 *         - pattern-regex: a(c)            OP_REGEX
 *     - pattern-not-regex: abc           OP_NOT_REGEX
 *     - metavariable-regex: {...}        condition of the OP_ALL
 *     - focus-metavariable: $1           focus of the OP_ALL
 *
 * Reading is top-down over a queue of (key node, formula to fill): a list
 * allocates its children and queues them. Nesting of the file thus costs no C
 * stack.
 */
#include <stdlib.h>

#include "base/buf.h"
#include "base/limits.h"
#include "rule/load.h"

enum operand { OPERAND_REGEX, OPERAND_PATTERN, OPERAND_ONE, OPERAND_LIST };

struct operator
{
	const char *key;
	enum formula_op op;
	enum operand operand;
	bool positive; /* brings ranges; the others take some away */
	bool top;      /* may stand where a whole formula is asked for */
	bool syntax;   /* needs a grammar */
};

static const struct operator operators[] = {
	{"pattern-regex", OP_REGEX, OPERAND_REGEX, true, true, false},
	{"pattern-not-regex", OP_NOT_REGEX, OPERAND_REGEX, false, false, false},
	{"patterns", OP_ALL, OPERAND_LIST, true, true, false},
	{"pattern-either", OP_ANY, OPERAND_LIST, true, true, false},
	{"pattern", OP_PATTERN, OPERAND_PATTERN, true, true, true},
	{"pattern-not", OP_NOT, OPERAND_ONE, false, false, true},
	{"pattern-inside", OP_INSIDE, OPERAND_ONE, true, false, true},
	{"pattern-not-inside", OP_NOT_INSIDE, OPERAND_ONE, false, false, true},
};

#define NOPERATORS (sizeof(operators) / sizeof(*operators))
#define FOCUS_KEY  "focus-metavariable"

struct formula_job {
	const struct tree_node *key;
	struct formula *out;
	bool lax;
};

static const struct operator* operator_by_key(struct slice key)
{
	for (size_t i = 0; i < NOPERATORS; i++)
		if (slice_eq_str(key, operators[i].key))
			return &operators[i];
	return NULL;
}

static const struct operator* operator_by_op(enum formula_op op)
{
	size_t i = 0;

	while (i + 1 < NOPERATORS && operators[i].op != op)
		i++;
	return &operators[i];
}

bool
formula_is_positive_key(struct slice key)
{
	const struct operator* operator= operator_by_key(key);

	return operator&& operator->top;
}

int
formula_queue_add(struct loader *ld, struct formula_queue *queue, struct formula *out,
		  const struct tree_node *key, bool lax)
{
	void *items = queue->items;

	if (array_reserve(&items, &queue->cap, queue->n + 1, sizeof(*queue->items)) < 0)
		return err_oom(ld->err);
	queue->items = items;
	queue->items[queue->n++] = (struct formula_job){key, out, lax};
	return 0;
}

static int
read_leaf(struct loader *ld, struct formula *out, const struct tree_node *key, bool regex)
{
	if (load_text(ld, &out->text, key) < 0)
		return -1;
	if (regex && out->text.len > LIMIT_REGEX_BYTES)
		return load_fail(ld, key->next, "a regular expression of more than %u bytes",
				 LIMIT_REGEX_BYTES);
	return 0;
}

/* The only key of an operand of a list. */
static const struct tree_node *
operand_key(struct loader *ld, const struct tree_node *item)
{
	if (item->kind != TREE_MAPPING || item->n != 2) {
		load_fail(ld, item, "an operand has exactly one key (pattern-regex, pattern-either ...)");
		return NULL;
	}
	return item->first;
}

static int
fail_operator(struct loader *ld, const struct tree_node *key, const char *where)
{
	struct buf known = BUF_INIT(4096);

	for (size_t i = 0; i < NOPERATORS; i++)
		buf_addf(&known, "%s%s", i == 0 ? "" : ", ", operators[i].key);
	load_fail(ld, key, "'%s' is no operator %s; known are: %s", shown(key->value).text, where,
		  known.ptr ? known.ptr : "");
	buf_release(&known);
	return -1;
}

/* pattern-not and its like: a pattern, or a mapping with one formula. */
static int
read_one(struct loader *ld, struct formula_queue *queue, struct formula *out, const struct tree_node *key,
	 bool lax)
{
	struct formula *child = arena_alloc(ld->arena, sizeof(*child));

	if (!child)
		return err_oom(ld->err);
	out->children = child;
	out->nchildren = 1;
	if (key->next->kind == TREE_SCALAR) {
		*child = (struct formula){.op = OP_PATTERN, .at = key->next->at};
		return load_text(ld, &child->text, key);
	}
	const struct tree_node *inner = operand_key(ld, key->next);
	if (!inner)
		return -1;
	if (!formula_is_positive_key(inner->value))
		return fail_operator(ld, inner, "that can stand here");
	return formula_queue_add(ld, queue, child, inner, lax);
}

static int
check_list(struct loader *ld, const struct tree_node *key)
{
	if (key->next->kind != TREE_SEQUENCE || key->next->n == 0)
		return load_fail(ld, key->next, "'%s' expects a list of operands", shown(key->value).text);
	return 0;
}

static int
read_any(struct loader *ld, struct formula_queue *queue, struct formula *out, const struct tree_node *key,
	 bool lax)
{
	if (check_list(ld, key) < 0)
		return -1;
	struct formula *children = arena_array(ld->arena, key->next->n, sizeof(*children));
	if (!children)
		return err_oom(ld->err);
	out->children = children;
	for (const struct tree_node *item = key->next->first; item; item = item->next) {
		const struct tree_node *inner = operand_key(ld, item);
		if (!inner)
			return -1;
		const struct operator* operator= operator_by_key(inner->value);
		if (!operator)
			return fail_operator(ld, inner, "of pattern-either");
		if (!operator->positive)
			return load_fail(
				ld, inner,
				"%s takes matches away, so it must stand in 'patterns'", operator->key);
		if (formula_queue_add(ld, queue, &children[out->nchildren++], inner, lax) < 0)
			return -1;
	}
	return 0;
}

/* The operands of `patterns`, sorted by what they become. */
struct operands {
	struct formula *children;
	struct condition *conditions;
	struct slice *focus;
	size_t nchildren, nconditions, nfocus;
	bool positive;
};

static int
count_operands(struct loader *ld, struct operands *count, const struct tree_node *list)
{
	for (const struct tree_node *item = list->first; item; item = item->next) {
		const struct tree_node *key = operand_key(ld, item);
		if (!key)
			return -1;
		const struct operator* operator= operator_by_key(key->value);
		if (operator) {
			count->nchildren++;
			count->positive |= operator->positive;
		} else if (condition_is_key(key->value)) {
			count->nconditions++;
		} else if (slice_eq_str(key->value, FOCUS_KEY)) {
			count->nfocus += 1 + (key->next->kind == TREE_SCALAR ? 1 : key->next->n);
		} else {
			return fail_operator(ld, key, "of patterns (nor a metavariable-... condition)");
		}
	}
	return 0;
}

static int
allocate_operands(struct loader *ld, struct operands *to, const struct operands *count)
{
	*to = (struct operands){
		.children = arena_array(ld->arena, count->nchildren, sizeof(*to->children)),
		.conditions = arena_array(ld->arena, count->nconditions, sizeof(*to->conditions)),
		.focus = arena_array(ld->arena, count->nfocus, sizeof(*to->focus)),
	};
	return to->children && to->conditions && to->focus ? 0 : err_oom(ld->err);
}

static int
read_focus(struct loader *ld, struct operands *to, const struct tree_node *key)
{
	const struct tree_node *value = key->next;

	if (to->nfocus > 0)
		to->focus[to->nfocus++] = slice_of("", 0);
	if (value->kind == TREE_SCALAR)
		return load_metavariable(ld, &to->focus[to->nfocus++], value);
	if (value->kind == TREE_MAPPING || value->n == 0)
		return load_fail(ld, value, FOCUS_KEY " expects a metavariable or a list of them");
	for (const struct tree_node *item = value->first; item; item = item->next)
		if (load_metavariable(ld, &to->focus[to->nfocus++], item) < 0)
			return -1;
	return 0;
}

static int
read_operand(struct loader *ld, struct formula_queue *queue, struct operands *to, const struct tree_node *key)
{
	if (operator_by_key(key->value))
		return formula_queue_add(ld, queue, &to->children[to->nchildren++], key, false);
	if (slice_eq_str(key->value, FOCUS_KEY))
		return read_focus(ld, to, key);
	int rc = load_condition(ld, &to->conditions[to->nconditions], key, queue);
	if (rc > 0)
		to->nconditions++;
	return rc < 0 ? -1 : 0;
}

static int
read_all(struct loader *ld, struct formula_queue *queue, struct formula *out, const struct tree_node *key,
	 bool lax)
{
	struct operands count = {0}, to;

	if (check_list(ld, key) < 0 || count_operands(ld, &count, key->next) < 0)
		return -1;
	if (!count.positive && !lax)
		return load_fail(ld, key,
				 "patterns needs an operand that matches something, such as "
				 "pattern-regex");
	if (allocate_operands(ld, &to, &count) < 0)
		return -1;
	for (const struct tree_node *item = key->next->first; item; item = item->next)
		if (read_operand(ld, queue, &to, item->first) < 0)
			return -1;
	out->children = to.children;
	out->nchildren = to.nchildren;
	out->conditions = to.conditions;
	out->nconditions = to.nconditions;
	out->focus = to.focus;
	out->nfocus = to.nfocus;
	return 0;
}

static int
read_job(struct loader *ld, struct formula_queue *queue, struct formula_job job)
{
	const struct operator* operator= operator_by_key(job.key->value);

	*job.out = (struct formula){.op = operator->op, .at = job.key->at};
	switch (operator->operand) {
	case OPERAND_REGEX:
		return read_leaf(ld, job.out, job.key, true);
	case OPERAND_PATTERN:
		return read_leaf(ld, job.out, job.key, false);
	case OPERAND_ONE:
		return read_one(ld, queue, job.out, job.key, job.lax);
	case OPERAND_LIST:
		break;
	}
	if (operator->op == OP_ANY)
		return read_any(ld, queue, job.out, job.key, job.lax);
	return read_all(ld, queue, job.out, job.key, job.lax);
}

/* The queue is worked off from its end; turned round, a list is read from its start. */
static void
reverse(struct formula_job *jobs, size_t n)
{
	for (size_t i = 0; i < n / 2; i++) {
		struct formula_job job = jobs[i];
		jobs[i] = jobs[n - 1 - i];
		jobs[n - 1 - i] = job;
	}
}

int
load_formula(struct loader *ld, struct formula *out, const struct tree_node *key)
{
	struct formula_queue queue = {NULL, 0, 0};
	int rc = formula_queue_add(ld, &queue, out, key, false);

	while (rc == 0 && queue.n > 0) {
		struct formula_job job = queue.items[--queue.n];
		size_t before = queue.n;
		rc = read_job(ld, &queue, job);
		reverse(queue.items + before, queue.n - before);
	}
	free(queue.items);
	return rc;
}

/* ---- what this build can run ---- */

struct formula_stack {
	const struct formula **items;
	size_t n, cap;
};

static int
push(struct formula_stack *stack, const struct formula *formula)
{
	void *items = stack->items;

	if (array_reserve(&items, &stack->cap, stack->n + 1, sizeof(*stack->items)) < 0)
		return -1;
	stack->items = items;
	stack->items[stack->n++] = formula;
	return 0;
}

/* The operator or condition of one node that cannot be run, or NULL. */
static const char *
unsupported_here(const struct formula *f, bool syntax, struct rule_position *at)
{
	const struct operator* operator= operator_by_op(f->op);

	*at = f->at;
	if (syntax)
		return NULL;
	if (operator->syntax)
		return operator->key;
	for (size_t i = 0; i < f->nconditions; i++)
		if (f->conditions[i].op == CONDITION_PATTERN || f->conditions[i].op == CONDITION_TYPE) {
			*at = f->conditions[i].at;
			return f->conditions[i].op == CONDITION_TYPE ? "metavariable-type"
								     : "metavariable-pattern";
		}
	return NULL;
}

int
formula_is_supported(bool *supported, const struct formula *formula, bool syntax, const char **operator_name,
		     struct rule_position *at, struct err *err)
{
	struct formula_stack stack = {NULL, 0, 0};
	int rc = push(&stack, formula);

	*operator_name = NULL;
	while (rc == 0 && stack.n > 0 && !*operator_name) {
		const struct formula *f = stack.items[--stack.n];
		*operator_name = unsupported_here(f, syntax, at);
		for (size_t i = f->nchildren; rc == 0 && i-- > 0;)
			rc = push(&stack, &f->children[i]);
	}
	free(stack.items);
	*supported = !*operator_name;
	return rc < 0 ? err_oom(err) : 0;
}
