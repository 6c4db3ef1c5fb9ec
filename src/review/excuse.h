/*
 * excuse.h - suppression comments of the changes of one comparison
 *
 * While changes stream by, their suppression comments are noted, and those
 * the change brings become matches of built-in rules. When the comparison's
 * findings are there, each is offered to the comments that apply to it.
 *
 * In a push a comment counts only if it stood in the trusted commit's version
 * of the file; anything that arrives with the push has no say.
 */
#ifndef SLUICE_REVIEW_EXCUSE_H
#define SLUICE_REVIEW_EXCUSE_H

#include "base/arena.h"
#include "base/err.h"
#include "change/repository.h"
#include "finding/finding.h"
#include "match/match.h"
#include "policy/suppression.h"

struct excuse {
	struct slice path;
	uint32_t line, applies; /* file line numbers */
	struct slice rule_id, reason;
	bool gitleaks; /* of every rule on secrets; nobody hears of it where there is none */
	bool wanted;   /* a finding asked for it, whether it counts or not */
	bool counts;
	bool judged; /* its rule had its say in this comparison, or there is no such rule */
	bool used;
	bool in_commit;    /* noted in one commit of several, where only a comment in use is reported */
	struct slice text; /* its line */
};

/* An added comment that the net comparison reports. */
struct excuse_known {
	struct slice path, text;
};

struct excuses {
	struct excuse *items;
	size_t n, cap;
	size_t cursor;      /* where excuses_settle() looks first */
	struct arena arena; /* of the current comparison */
	struct excuse_known *known;
	size_t nknown, known_cap;
	struct arena known_arena;
};

void excuses_init(struct excuses *excuses);
void excuses_release(struct excuses *excuses);
void excuses_clear(struct excuses *excuses); /* the next comparison */

/* What comments are read with. */
struct excuse_reader {
	const struct ruleset *rules;
	struct matcher *matcher; /* says what in a reason is secret */
	struct repository
		*push_repo; /* of a push, where comments are checked against the trusted commit; else NULL */
	const char *today;
	const struct deadline *deadline;
};

/*
 * Notes the comments of a change's new text, and appends to matches those that
 * are to be reported. 1: all of them, 0: not all, LIMIT_SUPPRESSIONS was met, -1.
 */
int excuses_note(struct excuses *excuses, const struct change *change, const struct excuse_reader *reader,
		 struct match_list *matches, struct err *err) __attribute__((warn_unused_result));

/* The comment that silences the finding, or NULL; it is marked as used. */
const struct excuse *excuses_find(struct excuses *excuses, const struct finding *finding);

/*
 * For a finding of a built-in suppression rule, once all others have been
 * offered: true if there is nothing to report (the comment was not new and
 * was used). A new comment that silenced nothing becomes "unused".
 */
bool excuses_settle(struct excuses *excuses, struct finding *finding);

#endif
