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
	GUARD_LOST_HERE, /* by lines: unless guard_place() knows it elsewhere */
	GUARD_GONE,      /* its function is no longer in the file: elsewhere.h knows */
};

/* A match of the new text. */
struct candidate {
	uint32_t owner; /* of new_defs */
	bool used;      /* stands for a removed one, or was there before */
};

struct lost {
	struct matcher *matcher;
	const struct change *change; /* at hand */
	enum language old_lang;
	const struct match_list *guards;
	struct definition_list old_defs, new_defs;
	bool by_function; /* both are known */
	uint32_t *heirs;  /* of old_defs: of new_defs, or HEIR_* */
	size_t heirs_cap;
	enum fate *fates; /* of the removed matches */
	size_t fates_cap;
	struct candidate *candidates; /* one a guard */
	size_t candidates_cap;
};

void lost_init(struct lost *lost, struct matcher *matcher);
void lost_release(struct lost *lost);

/*
 * Decides on every removed match of a change: lost->fates. `guards` are all
 * matches of the same rules in the new text. All is borrowed until the next call.
 */
int lost_decide(struct lost *lost, const struct change *change, enum language old_lang,
		enum language new_lang, const struct match_list *removed, const struct match_list *guards,
		struct err *err) __attribute__((warn_unused_result));

/* The function that a removed match belongs to, or NULL. */
const struct definition *lost_definition(const struct lost *lost, const struct match *match);

#endif
