/*
 * moved.h - the lines a comparison removes, as evidence for moves
 *
 * 16 bytes a removed line: a keyed hash of its bytes without white space, its
 * file and its number. Lines that say nothing (blank, brackets) are left out.
 */
#ifndef SLUICE_FINDING_MOVED_H
#define SLUICE_FINDING_MOVED_H

#include "base/arena.h"
#include "base/err.h"
#include "change/change.h"
#include "finding/fingerprint.h"
#include "match/match.h"
#include "rule/rule.h"

struct removed_line {
	uint64_t hash;
	uint32_t file; /* index into files */
	uint32_t line; /* the file's line number */
};

/* One change of the comparison. */
struct moved_file {
	struct slice path; /* of the old side */
	enum language lang;
};

/* A rule reported a removed line, or used it. */
struct moved_report {
	uint32_t file, line; /* as in struct removed_line */
	const struct rule *rule;
};

#define MOVED_NONE UINT32_MAX

struct moved_table {
	struct removed_line *lines;
	size_t n, cap;
	uint32_t *used_by; /* who took the line; made by moved_sort() */
	size_t used_cap;
	struct moved_file *files;
	size_t nfiles, files_cap;
	struct moved_report *reports; /* sorted by file, line, rule */
	size_t nreports, reports_cap;
	struct line_key key;
	bool sorted;
	struct arena arena;
};

void moved_init(struct moved_table *table, struct line_key key);
void moved_release(struct moved_table *table);
void moved_clear(struct moved_table *table);

/* Takes in the removed lines of a change. *file is the change's index. */
int moved_add(struct moved_table *table, uint32_t *file, const struct change *change, enum language old_lang,
	      struct err *err) __attribute__((warn_unused_result));

/*
 * Takes in what rules for added lines found in the old text of a file that was
 * taken in. Only lines of such a match excuse a match of the same rule: what a
 * rule did not report before (the line stood in a comment, its words were
 * apart) is no old finding, whatever it looks like.
 */
int moved_add_reports(struct moved_table *table, uint32_t file, const struct change *change,
		      const struct match_list *reported, struct err *err) __attribute__((warn_unused_result));

/* Was the line of the file's old text part of a finding of this rule? */
bool moved_was_reported(const struct moved_table *table, uint32_t file, uint32_t line,
			const struct rule *rule);

/* Sorts by hash, file, line; moved_add() must not follow before moved_clear(). */
int moved_sort(struct moved_table *table, struct err *err) __attribute__((warn_unused_result));

/* The sorted run [*from, *to) of lines with this hash; false if there is none. */
bool moved_find(const struct moved_table *table, uint64_t hash, size_t *from, size_t *to);

/* False: no removed line that the rule reported has this hash. Of many lines with it some are looked at. */
bool moved_may_have(const struct moved_table *table, uint64_t hash, const struct rule *rule);

/* An added line that may have been moved, and the removed line that excuses it. */
struct moved_query {
	uint64_t hash;
	uint32_t file, line; /* of the added line; equal ones are one line */
	uint32_t partner;    /* index into lines, or MOVED_NONE */
};

/*
 * Pairs added lines with removed ones that the rule reported, one with one,
 * those of the same file first. user is a number of its own for each call
 * since moved_sort(), from 1. The queries are reordered.
 */
void moved_pair(struct moved_table *table, struct moved_query **queries, size_t n, const struct rule *rule,
		uint32_t user);

#endif
