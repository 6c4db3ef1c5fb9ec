/*
 * lost.h - which guards did a change take away, function by function
 *
 * Where both sides of a file can be parsed, a guard belongs to the function or
 * class it stands in or before. It is lost when that is still there, whatever its
 * place, and the guard is not. Where they cannot, or a guard stands outside
 * of functions, the lines of the hunk decide (guard.h).
 */
#ifndef SLUICE_FINDING_LOST_H
#define SLUICE_FINDING_LOST_H

#include "finding/elsewhere.h"
#include "finding/guard.h"

enum fate {
	GUARD_STAYS,
	GUARD_LOST,
	GUARD_LOST_HERE, /* by its lines: unless guard_place() knows it elsewhere */
	GUARD_GONE,      /* its function is no longer in the file: elsewhere.h knows */
};

/* A match of the new text. */
struct candidate {
	uint32_t owner; /* of new_defs */
	bool used;      /* stands for a removed one, or was there before */
};

/* What rules for removed guards match in a change. */
struct guards_seen {
	const struct match_list *removed; /* in the old text, touching removed lines */
	const struct match_list *old;     /* in the old text within reach; one with limits is not asked */
	const struct match_list
		*now; /* in the new text: within reach, or if there are none in old in added lines */
};

/*
 * The lines of each text where a guard can be lost, or stand for one: those round the hunks. The same of
 * both, so that one that is out of reach before is so afterwards. In the arena.
 */
int lost_reach(struct line_set *old_lines, struct line_set *new_lines, struct arena *arena,
	       const struct change *change, struct err *err) __attribute__((warn_unused_result));

struct lost {
	struct matcher *matcher;
	const struct change *change; /* at hand */
	enum language old_lang;
	const struct match_list *judged; /* those of the old text that were decided on */
	enum fate *fates;                /* of each */
	size_t fates_cap;
	const struct match_list *now;
	bool by_function; /* old_defs and new_defs are known */
	struct definition_list old_defs, new_defs;
	uint32_t *heirs; /* of each old definition: its place in new_defs */
	size_t heirs_cap;
	struct candidate *candidates; /* one for each of now */
	size_t candidates_cap;
};

void lost_init(struct lost *lost, struct matcher *matcher);
void lost_release(struct lost *lost);

/* Decides what became of every guard of the old text: lost->judged and lost->fates. All is borrowed. */
int lost_decide(struct lost *lost, const struct change *change, enum language old_lang,
		enum language new_lang, const struct guards_seen *seen, struct err *err)
	__attribute__((warn_unused_result));

/* The text line of the new side to show a lost guard at; see guard_new_line(). */
uint32_t lost_new_line(const struct lost *lost, const struct match *match);

/* The function that a match of the old text belongs to, or NULL. */
const struct definition *lost_definition(const struct lost *lost, const struct match *match);

#endif
