#include "match/taint.h"

#include <stdlib.h>

#include "match/place.h"
#include "match/taint_machine.h"

struct taint_program {
	struct taint_machine machine;
};

/* ---- making one ---- */

static int
too_many_labels(const struct rule *rule, const struct taint_entry *entry, struct err *err)
{
	struct place place = {rule->file, entry->at};

	return place_error(err, &place, "more than %u labels in one rule", REQUIRES_LABELS - 1);
}

static int
read_labels(struct taint_machine *m, struct entry *entry, struct err *err)
{
	const struct taint_entry *rule = entry->rule;
	struct slice label = rule->label.len > 0 ? rule->label : slice_str(LABEL_PLAIN);
	int number = label_number(&m->labels, label);

	entry->label = (uint8_t)number;
	entry->has_requires = rule->requires.len > 0;
	entry->replaced = rule->nreplaced > 0 ? 0 : UINT32_MAX;
	for (size_t i = 0; i < rule->nreplaced && number >= 0; i++) {
		number = label_number(&m->labels, rule->replaced[i]);
		if (number >= 0)
			entry->replaced |= 1u << number;
	}
	if (number < 0 ||
	    (entry->has_requires && !requires_read(&entry->requires, rule->requires, &m->labels)))
		return too_many_labels(m->rule, rule, err);
	return 0;
}

static int
make_entries(struct taint_machine *m, struct entries *out, const struct taint_list *list, struct err *err)
{
	out->items = calloc(list->n + 1, sizeof(*out->items));
	if (!out->items)
		return err_oom(err);
	for (; out->n < list->n; out->n++) {
		struct entry *entry = &out->items[out->n];
		entry->rule = &list->items[out->n];
		if (read_labels(m, entry, err) < 0 ||
		    formula_program_of(&entry->program, m->rule, &entry->rule->formula, err) < 0)
			return -1;
	}
	return 0;
}

int
taint_program_new(struct taint_program **out, const struct rule *rule, struct err *err)
{
	struct taint_program *program = calloc(1, sizeof(*program));

	*out = NULL;
	if (!program)
		return err_oom(err);
	struct taint_machine *m = &program->machine;
	m->rule = rule;
	m->taint = rule->taint;
	for (size_t i = 0; i < m->taint->sources.n; i++)
		m->asks_for_known |= m->taint->sources.items[i].of.len > 0;
	arena_init(&m->arena);
	m->sets.arena = &m->arena;
	if (make_entries(m, &m->sources, &m->taint->sources, err) < 0 ||
	    make_entries(m, &m->sinks, &m->taint->sinks, err) < 0 ||
	    make_entries(m, &m->sanitizers, &m->taint->sanitizers, err) < 0 ||
	    make_entries(m, &m->propagators, &m->taint->propagators, err) < 0 ||
	    make_entries(m, &m->guards, &m->taint->guards, err) < 0) {
		taint_program_free(program);
		return -1;
	}
	*out = program;
	return 0;
}

static void
release_entries(struct entries *entries)
{
	/* The one behind the last may be half made. */
	for (size_t i = 0; entries->items && i <= entries->n; i++)
		formula_program_free(entries->items[i].program);
	free(entries->items);
}

void
taint_program_free(struct taint_program *program)
{
	if (!program)
		return;
	struct taint_machine *m = &program->machine;
	release_entries(&m->sources);
	release_entries(&m->sinks);
	release_entries(&m->sanitizers);
	release_entries(&m->propagators);
	release_entries(&m->guards);
	for (size_t i = 0; i < m->summaries_cap; i++)
		free(m->summaries[i].sinks);
	for (size_t i = 0; i < m->njoins; i++)
		taint_store_release(&m->joins[i]);
	free(m->summaries);
	free(m->joins);
	free(m->behind);
	free(m->marks);
	free(m->found.items);
	path_table_release(&m->paths);
	taint_store_release(&m->store);
	taint_store_release(&m->outside);
	arena_release(&m->arena);
	free(program);
}

/* ---- running it ---- */

int
taint_evaluate(const struct range_list **out, struct taint_program *program, struct formula_window *window,
	       struct err *err)
{
	struct taint_machine *m = &program->machine;

	m->window = window;
	m->unit = window->unit;
	m->nodes = window->unit->shape.nodes;
	m->language = window->language;
	m->lang = window->language->lang;
	m->err = err;
	m->limit = m->lacking = NULL;
	m->work = 0;
	m->found.n = 0;
	m->found.full = false;
	m->sets.lines = window->lines;
	m->sets.touched = window->touched;
	m->sets.failed = m->sets.full = false;
	m->has_lists = m->knows = false;
	arena_clear(&m->arena);
	path_table_clear(&m->paths);
	*out = &m->found;
	int rc = taint_mark(m);
	if (rc > 0)
		rc = taint_run(m);
	window->limit = m->limit ? m->limit : m->lacking;
	return rc;
}

/* ---- checking ---- */

static int
check_entries(struct entries *entries, struct err *err)
{
	for (size_t i = 0; i < entries->n; i++)
		if (formula_program_check(entries->items[i].program, err) < 0)
			return -1;
	return 0;
}

int
taint_program_check(struct taint_program *program, struct err *err)
{
	struct taint_machine *m = &program->machine;

	return check_entries(&m->sources, err) < 0 || check_entries(&m->sinks, err) < 0 ||
			       check_entries(&m->sanitizers, err) < 0 ||
			       check_entries(&m->propagators, err) < 0 || check_entries(&m->guards, err) < 0
		       ? -1
		       : 0;
}
