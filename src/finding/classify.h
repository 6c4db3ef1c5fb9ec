/*
 * classify.h - is this finding of the change's making?
 *
 * One classifier per comparison (struct change's group). While its changes
 * stream by, it is told every change with its matches on touched lines
 * (classifier_add). When the comparison is complete, classifier_finish decides:
 *
 * - a match all of whose lines (white space taken out) also stand among the
 *   comparison's removed lines, in a file the rule reads, is MOVED; every
 *   removed line excuses one added line only, one of its own file first. Blank lines,
 *   brackets and other lines that say nothing are no evidence; for a match with lines
 *   that were not added, the others must come from the same file. Messages never move;
 * - a match that is of the file as a whole is INTRODUCED;
 * - a match on lines that are not added (a renamed or copied file judged as
 *   a whole) is EXISTING;
 * - a match of a rule on syntax that continues one of the old text (before.h) is MOVED
 *   when lines of its own were added, else EXISTING; TOUCHED when what pattern-inside matched
 *   round it reads otherwise;
 * - a match whose own text stands in a removed line of its hunk is TOUCHED;
 * - any other is INTRODUCED.
 * - a match of an `on: removed` rule in the old text is REMOVED_GUARD when the function
 *   that it stands in or before is still in the file and the guard is not (lost.h), or when that
 *   function stands in another file of the comparison without it (elsewhere.h);
 * - outside of functions, or where there is no grammar, it is REMOVED_GUARD unless
 *   the guard is still there (the rule matches an added line of the same hunk, or the same
 *   line and the line after it were removed here and added elsewhere) or what it guarded went with it
 *   (a deleted file, or a hunk that only deletes and takes the line that
 *   encloses the guard, by indentation, or the line it decorates; for a guard that
 *   leaves, as `return` does, the line that encloses its condition). guard.c has examples.
 *
 * Findings of `commits: every` rules that a later commit of the range takes
 * out get removed_in; one that a later commit brings back is folded into the first.
 */
#ifndef SLUICE_FINDING_CLASSIFY_H
#define SLUICE_FINDING_CLASSIFY_H

#include "base/arena.h"
#include "base/err.h"
#include "finding/finding.h"
#include "finding/lost.h"
#include "finding/vault.h"
#include "match/match.h"

struct classifier;

/* The matcher is borrowed: it masks secrets in snippets and looks for guards. */
int classifier_new(struct classifier **out, struct matcher *matcher, struct err *err)
	__attribute__((warn_unused_result));
void classifier_free(struct classifier *c);

/*
 * A line moved from where the rule was switched off was never judged: reach says where it is on.
 * Past the deadline, changes are taken in part and no search is made for what moved. Each match taken
 * in brings it nearer by LIMIT_FINDING_US: what is kept must be settled and reported in time.
 * Both are NULL at first: on everywhere, no deadline. Borrowed.
 */
void classifier_set_reach(struct classifier *c, rule_reach reach, void *ctx, struct deadline *deadline);

/*
 * Takes in one change with its matches: `added` are matches in new_text that
 * touch change->added (rules on: added; a file renamed from where a rule does not
 * read it is scanned whole), `guards` those of rules on: removed. Copies what it needs; the change may go.
 */
int classifier_add(struct classifier *c, const struct change *change, const struct match_list *added,
		   const struct guards_seen *guards, struct err *err) __attribute__((warn_unused_result));

/* The key of fingerprints of secrets; borrowed; NULL, as at first: none. */
void classifier_set_key(struct classifier *c, const char *key);

/* The secrets of all changes so far. Borrowed. */
const struct vault *classifier_vault(const struct classifier *c);

/*
 * Ends the comparison: appends its findings, silent classes included, to
 * *findings (grown with array_reserve; strings in arena) in order of path and line, and
 * starts the next one.
 */
int classifier_finish(struct classifier *c, struct arena *arena, struct finding **findings, size_t *n,
		      size_t *cap, struct err *err) __attribute__((warn_unused_result));

#endif
