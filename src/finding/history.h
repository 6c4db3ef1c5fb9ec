/*
 * history.h - what later commits of a range do to earlier findings
 *
 * Findings of `commits: every` rules are remembered by their place in the
 * caller's array. A later commit that removes their lines sets removed_in; one
 * that brings the same finding back is folded into the first.
 */
#ifndef SLUICE_FINDING_HISTORY_H
#define SLUICE_FINDING_HISTORY_H

#include "base/arena.h"
#include "base/err.h"
#include "finding/finding.h"
#include "finding/moved.h"

struct history_item {
	size_t index; /* of the finding */
	uint64_t print_key, line_key;
	const uint64_t *lines; /* hashes of the reported lines that say something */
	size_t nlines;
	uint32_t next_print, next_line; /* index + 1 of the next item with the same bucket; 0: none */
};

struct history {
	struct history_item *items;
	size_t n, cap;
	uint32_t *by_print, *by_line; /* buckets: index + 1 of an item */
	size_t nbuckets;              /* a power of two, or 0 */
	struct arena arena;
};

/* The caller's array of findings. */
struct finding_list {
	struct finding *items;
	size_t n;
};

/* Lines of a rule that this comparison moved or edited: their removal takes nothing out. */
struct kept_line {
	uint64_t hash;
	const struct rule *rule;
};

void history_init(struct history *history);
void history_release(struct history *history);

/* Remembers the finding at findings.items[index] with the hashes of its reported lines. */
int history_add(struct history *history, struct finding_list findings, size_t index, const uint64_t *lines,
		size_t nlines, struct line_key key, struct err *err) __attribute__((warn_unused_result));

/* The finding of an earlier commit with the same fingerprint and path, or NULL. */
struct finding *history_find(const struct history *history, struct finding_list findings,
			     const struct finding *finding, struct line_key key);

/* True if a finding with this line is remembered: moved_sort() is then needed. */
bool history_watches(const struct history *history, const struct moved_table *removed);

/*
 * Sets removed_in = commit (a string that outlives the findings) of every
 * finding whose lines are among the sorted removed ones and not kept. Where
 * several findings have the line, those in a file that lost it.
 */
void history_remove(struct history *history, struct finding_list findings, const struct moved_table *removed,
		    const struct kept_line *kept, size_t nkept, struct slice commit);

#endif
