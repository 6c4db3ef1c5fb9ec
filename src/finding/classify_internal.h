/*
 * classify_internal.h - the state of a classifier
 *
 * classify.c        changes, what moved, history, handing out
 * classify_guard.c  removed guards
 */
#ifndef SLUICE_FINDING_CLASSIFY_INTERNAL_H
#define SLUICE_FINDING_CLASSIFY_INTERNAL_H

#include "finding/before.h"
#include "finding/classify.h"
#include "finding/elsewhere.h"
#include "finding/history.h"
#include "finding/later.h"
#include "finding/moved.h"
#include "finding/snippet.h"

struct pending {
	struct finding finding; /* strings in classifier.arena */
	const struct rule *rule;
	uint32_t file;
	size_t first_query, nqueries; /* its added lines that say something */
	size_t nreported;             /* of them, how many are reported; they come first */
	bool may_move;                /* a match in a file's new text */
	bool same_file;               /* parts of it were not added: evidence must be of its own file */
	uint64_t touched;             /* hash of the removed line with its text */
	uint64_t place;               /* of a removed guard; 0: none */
	const struct gone *gone;      /* the function it guarded left the file; NULL: it did not */
	bool file_went;               /* and so did the file */
	bool every;                   /* for history */
};

/* Where an added guard stands. */
struct guard_spot {
	uint64_t place;
	const struct rule *rule;
};

struct classifier {
	struct matcher *matcher;
	struct deadline *deadline; /* NULL: none */
	struct capture capture;
	struct moved_table removed;
	struct before before; /* of the current change */
	struct later later;
	struct lost lost;
	struct elsewhere elsewhere;
	struct history history;
	struct pending *pending;
	size_t n, cap;
	struct moved_query *queries;
	size_t nqueries, queries_cap;
	struct guard_spot *spots;
	size_t nspots, spots_cap;
	struct kept_line *kept;
	size_t nkept, kept_cap;
	char commit[64 + 1]; /* of this comparison, when it is one commit of several */
	struct arena arena;
};

/* Room for one more pending finding; it is counted when it is complete. */
struct pending *next_pending(struct classifier *c, const struct match *match, uint32_t file, struct err *err);

/* Whether history follows the rule's findings in this change. */
bool is_every(const struct change *change, const struct rule *rule);

/* Takes in the guards of a change. */
int take_guards(struct classifier *c, const struct change *change, uint32_t file, enum language new_lang,
		const struct guards_seen *guards, struct err *err) __attribute__((warn_unused_result));

/* Takes out the removed guards that are not lost after all. */
int settle_guards(struct classifier *c, struct err *err) __attribute__((warn_unused_result));

#endif
