/*
 * later.h - old sides of changes, kept until it is known whether they matter
 *
 * A finding has moved when a rule reported its lines where they were removed. For
 * rules on syntax that means to parse the old text, which costs more than all the
 * rest of a small review, and mostly nothing was found that could have moved. So
 * the old side is copied, and scanned when the comparison is complete, for the
 * rules alone that found something new.
 */
#ifndef SLUICE_FINDING_LATER_H
#define SLUICE_FINDING_LATER_H

#include "base/arena.h"
#include "base/err.h"
#include "change/change.h"
#include "finding/moved.h"
#include "match/match.h"

struct later_side {
	struct change change; /* only its old side, what was removed, and who may judge it */
	enum language lang;
	uint32_t file; /* of struct moved_table */
};

/* All zero at first. */
struct later {
	struct later_side *sides;
	size_t n, cap;
	size_t bytes;                    /* of the texts */
	const struct deadline *deadline; /* of the scans; NULL: none */
	struct arena arena;
};

void later_release(struct later *later);
void later_clear(struct later *later);

/* 1: copied, 0: LIMIT_LATER_BYTES are reached and it must be scanned now, -1. */
int later_add(struct later *later, const struct change *change, enum language lang, uint32_t file,
	      struct err *err) __attribute__((warn_unused_result));

/* Whether a rule is asked about an old side. */
typedef bool (*later_filter)(void *ctx, const struct change *change, enum language lang,
			     const struct rule *rule);

/* Scans what was kept and tells the table. */
int later_scan(struct later *later, struct moved_table *table, struct matcher *matcher, later_filter filter,
	       void *ctx, struct err *err) __attribute__((warn_unused_result));

#endif
