/*
 * taint_run.c - executes the steps of functions on stores
 *
 * One pass goes over a function's steps in order, with one store. A FORK leaves a copy
 * of it at its label, where the label's step joins it again. A label behind its
 * FORK is a loop's; what it gets late is there in the next pass. Sets only grow, so
 * passes end when nothing is new.
 */
#include <stdlib.h>

#include "base/buf.h"
#include "match/taint_machine.h"

/* ---- labels ---- */

static int
make_labels(struct taint_machine *m, size_t n)
{
	if (n > m->njoins) {
		struct taint_store *joins = realloc(m->joins, n * sizeof(*joins));
		if (!joins)
			return err_oom(m->err);
		m->joins = joins;
		for (size_t i = m->njoins; i < n; i++)
			m->joins[i] = (struct taint_store){0};
		bool *behind = realloc(m->behind, n * sizeof(*behind));
		if (!behind)
			return err_oom(m->err);
		m->behind = behind;
		m->njoins = n;
	}
	for (size_t i = 0; i < n; i++) {
		m->joins[i].n = 0;
		m->joins[i].dead = true;
	}
	return 0;
}

static int
leave_copy(struct taint_machine *m, uint32_t label)
{
	if (m->store.dead || !taint_work(m, (uint32_t)m->store.n / 16))
		return 0;
	int rc = taint_store_join(&m->joins[label], &m->sets, &m->paths, &m->store);

	m->again |= rc > 0 && m->behind[label];
	return rc < 0 ? err_oom(m->err) : 0;
}

static int
meet(struct taint_machine *m, uint32_t label)
{
	m->behind[label] = true;
	return taint_store_join(&m->store, &m->sets, &m->paths, &m->joins[label]) < 0 ? err_oom(m->err) : 0;
}

/* ---- steps ---- */

static int
give_back(struct taint_machine *m, uint32_t node)
{
	const struct taint_set *was = m->summary->result;

	if (m->store.dead || m->function->node == 0)
		return 0;
	m->summary->result = taint_union(&m->sets, was, m->values[node]);
	if (m->summary->result != was)
		taint_tell_callers(m);
	return 0;
}

static uint32_t
parameter_number(const struct taint_machine *m, uint32_t name)
{
	for (size_t i = 0; i < m->function->nparameters; i++)
		if (m->function->parameters[i] == name)
			return (uint32_t)i;
	return FUNCTION_NONE;
}

static int
execute(struct taint_machine *m, const struct flow_step *step)
{
	if (m->store.dead && step->op != DO_LABEL)
		return 0;
	switch ((enum flow_op)step->op) {
	case DO_VALUE:
		return taint_evaluate_node(m, step->a);
	case DO_ASSIGN:
	case DO_MIX:
		return taint_assign(m, step->a, step->b, step->op == DO_MIX);
	case DO_PARAMETER:
		return taint_enter(m, step->a, step->b, parameter_number(m, step->a));
	case DO_LABEL:
		return meet(m, step->a);
	case DO_FORK:
		return leave_copy(m, step->a);
	case DO_GO:
		if (leave_copy(m, step->a) < 0)
			return -1;
		m->store.dead = true;
		return 0;
	case DO_HOLDS:
		return taint_learn(m, step->a, step->b != 0);
	case DO_KNOW:
		return taint_know(m, step->a);
	case DO_RETURN:
		return give_back(m, step->a);
	case DO_END:
		m->store.dead = true;
		return 0;
	}
	return 0;
}

static int
run_pass(struct taint_machine *m)
{
	const struct flow_steps *steps = m->steps;

	if (taint_store_copy(&m->store, &m->outside) < 0)
		return err_oom(m->err);
	/* Other functions may have changed the lists outside. */
	if (m->function->node != 0)
		taint_store_forget(&m->store);
	m->store.dead = false;
	m->again = false;
	memset(m->behind, 0, steps->nlabels * sizeof(*m->behind));
	for (size_t i = 0; i < steps->n; i++)
		if (!taint_work(m, 1) || execute(m, &steps->items[i]) < 0 || m->sets.failed)
			return m->sets.failed ? err_oom(m->err) : m->limit ? 0 : -1;
	return 0;
}

/* ---- functions ---- */

static int
run_function(struct taint_machine *m, uint32_t number)
{
	const struct text_function *f = &m->functions->items[number];
	uint32_t end = m->nodes[f->node].subtree_end;
	bool reporting = m->reporting;

	if (text_function_steps(&m->steps, m->functions, number, &m->limit, m->err) < 0)
		return -1;
	if (m->steps->nlabels > LIMIT_TAINT_LABELS) {
		m->lacking = "taint was given up: too many branches";
		return 0;
	}
	m->function = f;
	m->summary = &m->summaries[number];
	memset(&m->values[f->node], 0, (end - f->node) * sizeof(*m->values));
	memset(&m->pending[f->node], 0, (end - f->node) * sizeof(*m->pending));
	if (make_labels(m, m->steps->nlabels + 1) < 0)
		return -1;
	m->reporting = false;
	for (unsigned pass = 0; pass == 0 || (m->again && !m->limit); pass++) {
		if (pass == LIMIT_TAINT_PASSES) {
			m->lacking = "taint was given up: a loop takes too many passes";
			break;
		}
		if (run_pass(m) < 0)
			return -1;
	}
	m->reporting = reporting;
	return reporting && !m->limit ? run_pass(m) : 0;
}

/* Variables outside functions are seen in them as they are at the end. */
static int
run_outside(struct taint_machine *m)
{
	m->outside.n = 0;
	m->outside.dead = false;
	if (run_function(m, 0) < 0)
		return -1;
	m->store.dead = false;
	if (taint_store_copy(&m->outside, &m->store) < 0)
		return err_oom(m->err);
	for (size_t i = 1; i < m->functions->n; i++)
		m->summaries[i].due |= m->summaries[i].runs;
	return 0;
}

/* Rounds go through the text forwards and backwards, so that long ways of calls are short in one. */
static int
run_round(struct taint_machine *m, bool backwards)
{
	m->changed = false;
	for (uint32_t i = 0; i < m->functions->n && !m->limit; i++) {
		uint32_t number = backwards && i > 0 ? (uint32_t)m->functions->n - i : i;
		struct summary *summary = &m->summaries[number];

		if (!summary->due)
			continue;
		summary->due = false;
		if (number == 0 ? run_outside(m) < 0 : run_function(m, number) < 0)
			return -1;
	}
	return 0;
}

/* Nothing changes any more. */
static int
run_reports(struct taint_machine *m)
{
	m->reporting = true;
	if (run_outside(m) < 0)
		return -1;
	for (uint32_t i = 1; i < m->functions->n && !m->limit; i++)
		if (m->summaries[i].reports && run_function(m, i) < 0)
			return -1;
	return 0;
}

int
taint_run(struct taint_machine *m)
{
	m->reporting = false;
	m->changed = true;
	for (unsigned round = 0; round < LIMIT_TAINT_ROUNDS && m->changed && !m->limit; round++)
		if (run_round(m, round % 2 == 1) < 0)
			return -1;
	if (m->changed)
		m->lacking = "taint was not followed deeper into calls";
	m->work /= 2;
	if (!m->limit && run_reports(m) < 0)
		return -1;
	if (m->sets.full)
		m->lacking = "taint was given up: a value with too many sources";
	return 0;
}
