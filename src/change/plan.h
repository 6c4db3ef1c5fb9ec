/*
 * plan.h - a source that works through a list of steps
 *
 * Staged changes, ranges and pushes differ in what they compare, not in how:
 * each writes its plan, and the plan is the source. Every step is one group.
 */
#ifndef SLUICE_CHANGE_PLAN_H
#define SLUICE_CHANGE_PLAN_H

#include "change/compare.h"
#include "change/source_internal.h"

enum step_kind {
	STEP_INDEX,  /* the index against the bases */
	STEP_TREES,  /* the target's tree against the bases */
	STEP_COMMIT, /* the target against its parents, then its message and its header */
	STEP_TAG,    /* the message of the tag object that is the target */
	STEP_BLOB,   /* the target itself, a blob that a ref names */
};

/* What changes say about where they come from. */
struct origin {
	struct slice ref;
	struct object_id trusted;
};

struct step {
	enum step_kind kind;
	unsigned judged;
	const struct origin *origin; /* NULL: no ref, nothing trusted */
	struct object_id target;
	const struct object_id *bases; /* INDEX, TREES; in the source's arena */
	size_t nbases;
};

struct plan {
	struct source source; /* first: the plan is the source */
	struct repository *repo;
	struct step *steps; /* of malloc */
	size_t nsteps, cap;
	size_t at;      /* the running step */
	bool is_active; /* its comparison is open */
	struct comparison comparison;
	struct blob message;
	bool has_header; /* of the object whose message was handed out: its header comes next */
};

/* The description is formatted into the source's arena. */
int plan_new(struct plan **out, struct repository *repo, struct err *err, const char *fmt, ...)
	__attribute__((warn_unused_result, format(printf, 4, 5)));
int plan_add(struct plan *plan, const struct step *step, struct err *err) __attribute__((warn_unused_result));

/* Opens the first comparison now, so that what is wrong with it is known when the source is made. */
int plan_open(struct plan *plan, struct err *err) __attribute__((warn_unused_result));

/*
 * Steps for commits, each judged on its own: those of a range after the net result. But for those in except,
 * which may be NULL.
 */
struct history;
struct known;
int plan_add_commits(struct plan *plan, const struct history *history, const struct origin *origins,
		     struct known *except, struct err *err) __attribute__((warn_unused_result));

#endif
