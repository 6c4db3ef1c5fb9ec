/*
 * taint_machine.h - the state of one rule's way through one text, shared by taint*.c
 */
#ifndef SLUICE_MATCH_TAINT_MACHINE_H
#define SLUICE_MATCH_TAINT_MACHINE_H

#include "base/limits.h"
#include "match/formula.h"
#include "match/taint_functions.h"
#include "match/taint_store.h"
#include "rule/requires.h"
#include "rule/taint.h"
#include "syntax/flow.h"

enum mark_kind {
	MARK_SOURCE,
	MARK_SOURCE_PART, /* within a match */
	MARK_SINK,
	MARK_SINK_PART,
	MARK_SANITIZER,
	MARK_SANITIZER_PART,
	MARK_FROM, /* of a propagator */
	MARK_GUARD,
};

/* What an entry of the rule says of a node. */
struct mark {
	uint32_t next; /* of the node, index + 1 */
	uint32_t range;
	uint16_t entry; /* of the list that the kind belongs to */
	uint8_t kind;   /* enum mark_kind */
};

/* An entry of the rule with what it matched in this text. */
struct entry {
	const struct taint_entry *rule;
	struct formula_program *program;
	struct requires requires;
	bool has_requires;
	uint8_t label;
	uint32_t replaced; /* set of labels */
	const struct range_list *ranges;
	bool *found; /* sink: by range */
};

struct entries {
	struct entry *items;
	size_t n;
};

/* A parameter reaches a sink. */
struct summary_sink {
	uint32_t parameter;
	uint16_t entry;
	uint32_t range;
	const struct taint_step *trace; /* from the parameter on */
};

/* What is known of a function of the text; see taint_scope.c for who runs. */
struct summary {
	const struct taint_set *result;
	struct summary_sink *sinks;
	size_t nsinks, sinks_cap;
	bool runs;
	bool reports; /* a finding that is asked for may begin in it */
	bool open;    /* tainted arguments come in: parameters are followed */
	bool due;     /* it is to be run, again if something that it depends on changed */
};

/* The calls that end in a function, or begin in one, as lists of numbers + 1. */
struct call_lists {
	uint32_t *first; /* by function */
	uint32_t *next;  /* by call */
	bool up;         /* those that end in it */
};

struct taint_machine {
	const struct rule *rule;
	const struct taint *taint;
	struct entries sources, sinks, sanitizers, propagators, guards;
	struct label_table labels;

	/* of the text at hand */
	struct formula_window *window;
	const struct unit *unit;
	const struct shape_node *nodes;
	const struct pattern_language *language;
	enum language lang;
	struct taint_sets sets;
	struct arena arena;
	struct mark *marks;
	size_t nmarks, marks_cap;
	uint32_t *first_mark;             /* by node, index + 1 */
	const struct taint_set **values;  /* by node */
	const struct taint_set **pending; /* by node: what a propagator sends there */
	struct text_functions *functions;
	struct summary *summaries; /* by function */
	size_t summaries_cap;
	struct call_lists callers;
	struct path_table paths;
	struct taint_store store, outside; /* at the step at hand; at the end of the code outside functions */
	struct taint_store *joins;         /* by label */
	bool *behind;                      /* by label: its step has been passed */
	size_t njoins;
	bool has_lists;                       /* a length was ever known */
	bool knows;                           /* a value was */
	bool asks_for_known;                  /* of clean ones, too: sources depend on them */
	const struct text_function *function; /* the one at hand */
	const struct flow_steps *steps;       /* its */
	struct summary *summary;              /* its */
	bool again;                           /* its loops need another pass */
	bool changed;                         /* a function became due */
	bool reporting;                       /* nothing changes any more: findings count */
	uint32_t work;
	struct range_list found;
	const char *limit;   /* a bound that ends the work, or NULL */
	const char *lacking; /* one that leaves something out */
	struct err *err;
};

/* ---- taint_marks.c ---- */

/* Evaluates the rule's formulas and marks the nodes. 1, 0: nothing to be followed here, or -1. */
int taint_mark(struct taint_machine *m) __attribute__((warn_unused_result));

/* The innermost node with those bytes, or NODE_NONE. */
uint32_t taint_node_of(const struct taint_machine *m, uint32_t start, uint32_t end);

/* The node that a metavariable of a range is bound to, or NODE_NONE. */
uint32_t taint_bound_node(const struct taint_machine *m, const struct range *range, struct slice name);

static inline const struct mark *
taint_first_mark(const struct taint_machine *m, uint32_t node)
{
	uint32_t at = m->first_mark[node];

	return at > 0 ? &m->marks[at - 1] : NULL;
}

static inline const struct mark *
taint_next_mark(const struct taint_machine *m, const struct mark *mark)
{
	return mark->next > 0 ? &m->marks[mark->next - 1] : NULL;
}

static inline enum flow
taint_flow_at(const struct taint_machine *m, uint32_t node)
{
	return shape_has_kind(&m->nodes[node]) ? flow_of(m->language->table, m->nodes[node].kind) : FLOW_NONE;
}

static inline const struct taint_set *
taint_join(struct taint_machine *m, const struct taint_set *a, const struct taint_set *b)
{
	return taint_union(&m->sets, a, b);
}

/* ---- taint_path.c ---- */

/* The part of a path that a node names itself; *base is what it is a part of, NODE_NONE for a variable. */
bool taint_path_part(const struct taint_machine *m, uint32_t node, uint32_t *base, struct slice *name);

/* Looks through what only takes an address or follows one: &x, *x. */
uint32_t taint_unwrapped(const struct taint_machine *m, uint32_t node);

/* A place in memory, as a node names it. */
struct taint_path {
	struct path_part parts[PATH_LENGTH];
	size_t n;
	bool cut; /* it stands for more than what the node means: nothing there gets clean */
};

/* False: the node is no path. */
bool taint_path_of(struct taint_path *out, const struct taint_machine *m, uint32_t node);

void taint_path_append(struct taint_path *path, struct path_part part);

/* The known path; of one that is not known (*whole false) the longest part that is, or PATH_NONE. */
uint32_t taint_path_find(const struct taint_machine *m, const struct taint_path *wanted, bool *whole);

/* Makes it known; PATH_NONE when there are too many. */
uint32_t taint_path_add(struct taint_machine *m, const struct taint_path *wanted);

/* As taint_write(); node: what is written down as the step of the trace. */
int taint_write_path(struct taint_machine *m, const struct taint_path *wanted, uint32_t node,
		     const struct taint_set *set, bool weak) __attribute__((warn_unused_result));

/* The part that a constant key or position names; false: it is not constant. */
bool taint_key(const struct taint_machine *m, uint32_t node, struct path_part *out);

/* What a variable, field or element holds. */
const struct taint_set *taint_path_value(struct taint_machine *m, uint32_t node);

/* Gives the variable that a node names a value. weak: what was there stays. */
int taint_write(struct taint_machine *m, uint32_t node, const struct taint_set *set, bool weak)
	__attribute__((warn_unused_result));

/* The same without what the store has: what sources and propagators say of the nodes of the path. */
const struct taint_set *taint_path_sources(struct taint_machine *m, uint32_t node);

/* What the variables are tainted with that a text names without the grammar's seeing it. */
const struct taint_set *taint_named_in_text(struct taint_machine *m, uint32_t node);

/* ---- taint_element.c ---- */

/* A method of a container. 1: *out is what the call gives; 0: its operands tell; -1. */
int taint_element_call(const struct taint_set **out, struct taint_machine *m, uint32_t node)
	__attribute__((warn_unused_result));

/* Whether a call takes one element that is known by its key. */
bool taint_knows_element(const struct taint_machine *m, uint32_t node);

/* Whether a node is a list or map of constants, or the name of one: no key gets anything else out of it. */
bool taint_holds_constants(const struct taint_machine *m, uint32_t node);

/* After target = value: what each element of a container written out is. */
int taint_fill_container(struct taint_machine *m, uint32_t target, uint32_t value)
	__attribute__((warn_unused_result));

/* A variable is used: a list that is handed on may be changed unseen. */
int taint_see_variable(struct taint_machine *m, uint32_t node) __attribute__((warn_unused_result));

/* ---- taint_guard.c ---- */

/* A condition, or part of one, holds from here on, or it does not. */
int taint_learn(struct taint_machine *m, uint32_t condition, bool holds) __attribute__((warn_unused_result));

/* The value at a node is, from here on, one that the program itself has. */
int taint_know(struct taint_machine *m, uint32_t node) __attribute__((warn_unused_result));

/* Whether that was said of the variable, field or element at a node. */
bool taint_is_known(const struct taint_machine *m, uint32_t node);

/* ---- taint_value.c ---- */

/* What a node's operands give it. */
int taint_natural_value(const struct taint_set **out, struct taint_machine *m, uint32_t node)
	__attribute__((warn_unused_result));

/* What a call is called on and its arguments. */
const struct taint_set *taint_operands(struct taint_machine *m, uint32_t call);

/* ---- taint_known.c ---- */

/* The last name of what is called: `parseInt` of Integer.parseInt(x). */
struct slice taint_called_name(const struct taint_machine *m, uint32_t call);

/* Whether a call gives a number or a truth value that the rule's options hold safe. */
bool taint_gives_safe_type(const struct taint_machine *m, uint32_t call);

/* Whether a method of that name puts its arguments into what it is called on. */
bool taint_puts_in(enum language lang, struct slice name);

/* Whether a function given to a method of that name gets what the method is called on. */
bool taint_is_each(struct slice name);

/* NULL ends the list. */
bool taint_is_one_of(struct slice name, const char *const *list);

/* ---- taint_rule.c ---- */

/* Gives a node its value: that of its operands, and what the rule says of it. */
int taint_evaluate_node(struct taint_machine *m, uint32_t node) __attribute__((warn_unused_result));

bool taint_is_sanitized(const struct taint_machine *m, uint32_t node);

/* Whether a sanitizer by side effect matches the node. */
bool taint_cleans_variable(const struct taint_machine *m, uint32_t node);

/* The set with what the sources at a node add: to its value, or (effect) to its variable. */
const struct taint_set *taint_sources_at(struct taint_machine *m, uint32_t node, const struct taint_set *set,
					 bool effect);

/* ---- taint_assign.c ---- */

/* value: a node, or NODE_NONE for a clean one; mixed: x += y. */
int taint_assign(struct taint_machine *m, uint32_t target, uint32_t value, bool mixed)
	__attribute__((warn_unused_result));

/* A parameter begins with its default; parameter: its number in the function at hand, or FUNCTION_NONE. */
int taint_enter(struct taint_machine *m, uint32_t name, uint32_t value, uint32_t parameter)
	__attribute__((warn_unused_result));

/* ---- taint_call.c ---- */

/* What a call of a function of the text gives; reports sinks that arguments reach in it. */
int taint_call(const struct taint_set **out, struct taint_machine *m, uint32_t call, uint32_t function)
	__attribute__((warn_unused_result));

/* Whether taint_call() is what says that: the function is written out in this text. */
bool taint_knows_call(const struct taint_machine *m, uint32_t call);

/* ---- taint_report.c ---- */

/* A value is in a sink: a finding, or part of the function's summary. */
int taint_reach(struct taint_machine *m, uint16_t entry, uint32_t range, const struct taint_set *set)
	__attribute__((warn_unused_result));

/* ---- taint_scope.c ---- */

/* Chooses the functions to run; where sources and sinks are is known. 1, 0: no finding is to be had, or -1.
 */
int taint_scope(struct taint_machine *m) __attribute__((warn_unused_result));

/* Somebody hands taint to a function. */
void taint_open(struct taint_machine *m, uint32_t function);

/* The summary of the function at hand has changed. */
void taint_tell_callers(struct taint_machine *m);

/* ---- taint_run.c ---- */

int taint_run(struct taint_machine *m) __attribute__((warn_unused_result));

#define TAINT_WORK_A_LOOK 4096u /* at the clock */

/* False when LIMIT_TAINT_WORK is met, or the scan's time is up. */
static inline bool
taint_work(struct taint_machine *m, uint32_t n)
{
	uint32_t before = m->work;

	m->work += n;
	if (m->work > LIMIT_TAINT_WORK)
		m->limit = "taint was given up: too many steps";
	else if (m->work / TAINT_WORK_A_LOOK != before / TAINT_WORK_A_LOOK &&
		 regex_engine_is_late(m->window->engine))
		m->limit = "time limit";
	return !m->limit;
}

#endif
