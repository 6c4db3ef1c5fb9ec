/*
 * before.h - what the rules for added lines found on the old side of a change
 *
 * A finding whose lines changed is no new one when the old text had it. For rules
 * on lines moved.h knows that. A match of a rule on syntax has words and lines
 * of its own (struct makeup), so the old match that it continues can be named:
 *
 *	old			new
 *	1  def f(a):		1  def g(a):		the head changed
 *	2      b = a		2      b = a		stays
 *	3      eval(a)		3      eval(a)		stays
 *
 * With `def $F(...): ... eval($X)` both sides match, their words are the same
 * (names of functions do not count), and they share lines that did not change.
 */
#ifndef SLUICE_FINDING_BEFORE_H
#define SLUICE_FINDING_BEFORE_H

#include "base/err.h"
#include "change/change.h"
#include "match/match.h"

struct before {
	struct matcher *matcher;
	rule_reach reach; /* NULL: every rule is on everywhere */
	void *reach_ctx;
	const struct deadline *deadline; /* of the scans; NULL: none */
	const struct change *change;     /* at hand */
	enum language lang;              /* of its old side */
	struct match_list removed;       /* what touches removed lines */
	struct match_list all; /* of rules on syntax that match the new text; made when first asked for */
	bool asked;
	bool *used; /* of all: it is continued already */
	size_t used_cap;
	size_t from; /* where the matches of the rule asked for last begin in all */
};

void before_init(struct before *before, struct matcher *matcher);
void before_release(struct before *before);

/*
 * Scans the removed lines of a change, which is borrowed until the next call;
 * `added` are all matches of the new text. With `kept` the rules on syntax that are not
 * among them wait for later.h. A limit met there excuses less.
 */
int before_begin(struct before *before, const struct change *change, enum language lang,
		 const struct match_list *added, bool kept, struct err *err)
	__attribute__((warn_unused_result));

/* Whether the rule, for added lines, reads the old side of the change. */
bool before_reads(const struct before *before, const struct change *change, enum language lang,
		  const struct rule *rule);

/*
 * The old match that this one of the new text continues, or NULL; `added` are
 * all matches of the new text. Matches of rules on lines continue none.
 */
int before_find(const struct match **out, struct before *before, const struct match *match,
		const struct match_list *added, struct err *err) __attribute__((warn_unused_result));

/* The line of the other side's text that a line is or was, or 0. */
uint32_t before_line(const struct change *change, uint32_t new_line);
uint32_t after_line(const struct change *change, uint32_t old_line);

#endif
