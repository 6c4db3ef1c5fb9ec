/*
 * taint.h - what a rule of `mode: taint` follows through a text
 *
 * The model is Semgrep's (https://semgrep.dev/docs/writing-rules/data-flow/taint-mode):
 * what a source matches is tainted, taint goes where the value goes, a
 * sanitizer takes it away, and a tainted value in a sink is a finding. Guards are ours: conditions
 * behind which a value is clean.
 */
#ifndef SLUICE_RULE_TAINT_H
#define SLUICE_RULE_TAINT_H

#include "rule/rule.h"

/* by-side-effect: whether the variable that was matched changes, too. */
enum taint_effect { EFFECT_NONE, EFFECT_TOO, EFFECT_ONLY };

/* One source, sink, sanitizer, propagator or guard. */
struct taint_entry {
	struct formula formula;
	enum taint_effect effect;
	bool exact;            /* what lies within the match does not count */
	bool not_conflicting;  /* sanitizer: gives way where a source or a sink matches the same */
	struct slice label;    /* source, propagator: of the taint; empty: none */
	struct slice requires; /* source, sink, propagator: labels, see requires.h; empty: none */
	struct slice from, to; /* propagator: metavariables */
	struct slice of; /* guard: the metavariable whose value it vouches for; source: it is none where that
			    is known */
	bool holds;      /* guard: it does where the condition holds; else where it does not */
	const struct slice *replaced; /* propagator: labels that give way to `label`; none: all */
	size_t nreplaced;
	struct rule_position at;
};

struct taint_list {
	const struct taint_entry *items;
	size_t n;
};

struct taint {
	struct taint_list sources, sinks, sanitizers, propagators, guards;
	/* options */
	bool safe_functions;   /* a call's arguments do not taint its result */
	bool safe_indexes;     /* nor an index the element */
	bool safe_comparisons; /* == and its like are clean */
	bool safe_booleans;    /* so is what is surely true or false */
	bool safe_numbers;     /* or a number */
	bool only_assignments; /* nothing but an assignment passes taint on */
	bool unify;            /* metavariables of one name have one value in source and sink */
};

#endif
