/*
 * suppression.h - "sluice: allow <rule-id> -- <reason> [until YYYY-MM-DD]"
 *
 * Written in a comment of the file's language on the finding's line or on the line above
 * it (above: the comment stands alone there). Id and reason are mandatory, one id a comment, several
 * comments may stack above one line. An expired or malformed one suppresses nothing and is
 * itself reported; so is one that suppresses nothing ("unused"), and every one the change adds.
 *
 * "gitleaks:allow" in a comment on the finding's own line suppresses what rules of the area secrets find
 * there. It has no reason to give and is no mistake where we find nothing.
 */
#ifndef SLUICE_POLICY_SUPPRESSION_H
#define SLUICE_POLICY_SUPPRESSION_H

#include "base/arena.h"
#include "base/deadline.h"
#include "base/err.h"
#include "change/text.h"
#include "rule/rule.h"

enum suppression_defect {
	SUPPRESSION_GOOD,
	SUPPRESSION_NO_ID,
	SUPPRESSION_NO_REASON,
	SUPPRESSION_BAD_DATE,
	SUPPRESSION_EXPIRED,
};

struct suppression {
	uint32_t line;    /* text line it stands on */
	uint32_t applies; /* text line whose findings it suppresses: its own, or the next line that is no such
			     comment */
	uint32_t start, end; /* bytes of the text: the "sluice: allow ..." */
	bool gitleaks;       /* gitleaks:allow: no rule_id */
	struct slice rule_id;
	struct slice reason;
	char until[11]; /* "YYYY-MM-DD" or "" */
	enum suppression_defect defect;
};

/* Whether it is worth a search. */
bool suppressions_may_stand_in(struct slice text);

/*
 * Finds every suppression comment of a text. today is "YYYY-MM-DD" (UTC). lang LANG_NONE accepts
 * any of the usual comment prefixes. Results live in the arena and borrow from the text. More than
 * LIMIT_SUPPRESSIONS of them are not all; past the deadline (NULL: none) they are those found until then.
 */
int suppressions_find(struct suppression **out, size_t *n, struct arena *arena, const struct text *text,
		      enum language lang, const char *today, const struct deadline *deadline, struct err *err)
	__attribute__((warn_unused_result));

/* Built-in rules that report on suppressions; area comments, severity WARNING. */
extern const struct rule suppression_rule_added;   /* "sluice-suppression-added" */
extern const struct rule suppression_rule_unused;  /* "sluice-suppression-unused" */
extern const struct rule suppression_rule_invalid; /* "sluice-suppression-invalid": malformed or expired */

/* One of the three: neither a comment nor a baseline silences it. */
bool suppression_rule_is(const struct rule *rule);

#endif
