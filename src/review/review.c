/*
 * review.c - the loop from source to verdict
 *
 *	source_next ──► plan: which rules read this change?
 *	                │
 *	                ├─► matcher_scan(new text, added lines)    rules on: added
 *	                ├─► matcher_scan(old text, removed lines)  rules on: removed
 *	                ├─► matcher_scan(both texts, near the change)  is the guard still there?
 *	                └─► excuses_note: suppression comments
 *	                         │
 *	                classifier_add ... until the comparison is complete
 *	                         │
 *	                classifier_finish ─► policy, suppressions, baseline
 */
#include "review/review.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/limits.h"
#include "finding/classify.h"
#include "review/bulk.h"
#include "review/excuse.h"
#include "review/names.h"
#include "review/once.h"
#include "review/plan.h"
#include "review/redact.h"
#include "review/tally.h"
#include "review/trust.h"
#include "review/unread.h"

/* Of a file that some rule with patterns would have read. */
static const char unparsed[] = "not parsed, left to rules on text: sluice.path.<glob>.syntax is false";

struct reviewer {
	struct review *out;
	struct source *source;
	struct repository *repo;
	const struct ruleset *rules;
	const struct review_options *options;
	struct trust_store trusts;
	const struct trust *trust; /* of the current comparison */
	struct matcher *matcher;
	struct classifier *classifier;
	struct excuses excuses;
	struct names names;
	struct redactor redactor;
	struct match_list added, removed;
	struct match_list guards_old, guards_now; /* of rules for removed guards, in each text */
	struct arena reach;                       /* lines where they are looked for */
	struct bulk bulk;                         /* of the current change */
	struct rules_on rules_on;
	uint32_t group;
	bool group_open;
	size_t handled;           /* findings that have been through the gate */
	bool fatal_warning;       /* one where the policy at hand says failOn = warn */
	bool cancelled;           /* that is why time is up */
	uint64_t started;         /* of deadline_clock() */
	struct deadline scanning; /* the options' deadline, less what the end will take */
};

static int
scan(struct reviewer *r, struct match_list *list, const struct text *text, const struct line_set *lines,
     rule_filter filter, void *ctx, const struct change *change, struct err *err)
{
	bool old = text == &change->old_text;
	const struct scan s = {.text = text,
			       .lines = lines,
			       .lang = language_of_side(change, old),
			       .path = old ? change->entry.old_path : change->entry.new_path,
			       .commit = slice_str(change->commit.hex),
			       .filter = filter,
			       .filter_ctx = ctx,
			       .deadline = &r->scanning};

	match_list_clear(list);
	if (text->nlines == 0 || (lines && lines->n == 0))
		return 0;
	if (matcher_scan(r->matcher, &s, list, err) < 0 || once_told(list, r->trust->policy, s.path, err) < 0)
		return -1;
	return tally_limits(r->out, change, r->trust->policy, text, list, &r->bulk, err);
}

/*
 * The new side. What a renamed or copied file had before is looked at too, to
 * be counted; a limit that is met in counting must not stop a mere rename.
 */
static int
scan_added(struct reviewer *r, const struct change *change, struct plan *plan, struct err *err)
{
	const struct scan whole = {.text = &change->new_text,
				   .lang = plan->lang,
				   .path = plan->path,
				   .filter = plan_runs,
				   .filter_ctx = plan,
				   .deadline = &r->scanning};

	match_list_clear(&r->added);
	if (plan_is_followed(change) && change->new_text.nlines > 0) {
		if (matcher_scan(r->matcher, &whole, &r->added, err) < 0 ||
		    once_told(&r->added, r->trust->policy, whole.path, err) < 0)
			return -1;
		if (r->added.nlimits == 0)
			return 0;
	}
	return scan(r, &r->added, &change->new_text, &change->added, plan_runs, plan, change, err);
}

/* Takes what was merely seen out of the matches. */
static int
observe(struct reviewer *r, const struct change *change, struct match_list *list, struct err *err)
{
	size_t kept = 0;

	for (size_t i = 0; i < list->n; i++) {
		if (list->items[i].rule->observes.len == 0)
			list->items[kept++] = list->items[i];
		else if (tally_observe(r->out, change, &list->items[i], err) < 0)
			return -1;
	}
	list->n = kept;
	return 0;
}

/* The same change seen by a rule that never read its old path: all of it is new. */
static struct change
as_added(const struct change *change, const struct hunk *whole, const struct line_range *all)
{
	struct change view = *change;

	view.entry.status = ENTRY_ADDED;
	view.old_text = (struct text){0};
	view.hunks = whole;
	view.nhunks = 1;
	view.added = (struct line_set){all, 1};
	view.removed = (struct line_set){NULL, 0};
	return view;
}

static int
review_strangers(struct reviewer *r, const struct change *change, struct err *err)
{
	const uint32_t lines = change->new_text.nlines;
	const struct hunk whole = {1, 0, 1, lines};
	const struct line_range all = {1, lines};
	struct change view = as_added(change, &whole, &all);
	struct plan plan = plan_for(&r->rules_on, change, DIFF_ADDED, true);
	struct match_list none;

	if (lines == 0)
		return 0;
	if (scan(r, &r->added, &view.new_text, NULL, plan_runs, &plan, &view, err) < 0 ||
	    observe(r, &view, &r->added, err) < 0)
		return -1;
	if (r->added.n == 0)
		return 0;
	match_list_init(&none);
	const struct guards_seen guards = {&none, &none, &none};
	int rc = classifier_add(r->classifier, &view, &r->added, &guards, err);
	match_list_release(&none);
	return rc;
}

/* To judge removed guards: a limit that is met there excuses less, and no line counts as read. */
static int
scan_quietly(struct reviewer *r, struct match_list *list, const struct change *change, bool old,
	     const struct line_set *lines, struct err *err)
{
	const struct text *text = old ? &change->old_text : &change->new_text;
	struct plan plan = plan_for(&r->rules_on, change, old ? DIFF_REMOVED : DIFF_ADDED, false);
	const struct scan s = {.text = text,
			       .lines = lines,
			       .filter = plan_has,
			       .filter_ctx = &plan,
			       .lang = language_of_side(change, old),
			       .path = plan.path,
			       .deadline = &r->scanning};

	match_list_clear(list);
	plan.on = DIFF_REMOVED;
	if (change->kind != CHANGE_FILE || text->nlines == 0 || (lines && lines->n == 0))
		return 0;
	return matcher_scan(r->matcher, &s, list, err);
}

/*
 * What was guarded in a deleted file went with its guard, unless it stands in another file now.
 * Else a guard can be lost although its line is not removed, when it comes to stand in another
 * function.
 */
static int
scan_removed(struct reviewer *r, const struct change *change, struct plan *of_new, struct err *err)
{
	struct plan plan = plan_for(&r->rules_on, change, DIFF_REMOVED, false);
	bool deleted = change->entry.status == ENTRY_DELETED;

	match_list_clear(&r->removed);
	if (!deleted &&
	    scan(r, &r->removed, &change->old_text, &change->removed, plan_runs, &plan, change, err) < 0)
		return -1;
	of_new->read |= plan.read;
	of_new->unparsed |= plan.unparsed;
	match_list_clear(&r->guards_old);
	match_list_clear(&r->guards_now);
	if (change->entry.status == ENTRY_COPIED)
		return 0;
	struct line_set old_lines, new_lines;
	arena_clear(&r->reach);
	if (lost_reach(&old_lines, &new_lines, &r->reach, change, err) < 0 ||
	    scan_quietly(r, &r->guards_old, change, true, &old_lines, err) < 0)
		return -1;
	return scan_quietly(r, &r->guards_now, change, false,
			    r->guards_old.n > 0 ? &new_lines : &change->added, err);
}

static void
count_reviewed(struct reviewer *r, const struct change *change)
{
	if (change->kind == CHANGE_COMMIT_MESSAGE || change->kind == CHANGE_TAG_MESSAGE)
		r->out->messages++;
	else if (change->kind == CHANGE_FILE && !change->unpacked && (change->judged & JUDGE_TIP))
		r->out->reviewed_lines += line_set_count(&change->added) + line_set_count(&change->removed);
}

/* What a copy lacks still stands in its source: nothing was removed. */
static struct change
without_false_removals(const struct change *change)
{
	struct change view = *change;

	if (change->entry.status == ENTRY_COPIED)
		view.removed = (struct line_set){NULL, 0};
	return view;
}

/* Once it is in, a malformed configuration would stop every further review, that of its repair too. */
static int
check_config(struct reviewer *r, const struct change *change, struct err *err)
{
	struct err why = ERR_INIT;

	if (change->kind != CHANGE_FILE || change->partial || !(change->judged & JUDGE_TIP) ||
	    !trust_is_config_path(change->entry.new_path))
		return 0;
	if (trust_check_config(change->new_text.bytes, &why) == 0)
		return 0;
	return tally_skipped(r->out, change, slice_str(why.msg), true, err);
}

static int
review_change(struct reviewer *r, const struct change *given, struct err *err)
{
	const struct change view = without_false_removals(given), *change = &view;
	struct plan plan = plan_for(&r->rules_on, change, DIFF_ADDED, false);
	bool followed = plan_is_followed(change), push = source_scope(r->source)->is_push;

	r->bulk = (struct bulk){0};
	if (names_note(&r->names, change, err) < 0)
		return -1;
	if (change->skipped)
		return tally_skipped(r->out, change, slice_str(change->skipped), change->incomplete, err);
	if (check_config(r, change, err) < 0 || (followed && review_strangers(r, change, err) < 0))
		return -1;
	if (scan_added(r, change, &plan, err) < 0 || observe(r, change, &r->added, err) < 0 ||
	    scan_removed(r, change, &plan, err) < 0)
		return -1;
	if (plan.unparsed && tally_skipped(r->out, change, slice_str(unparsed), false, err) < 0)
		return -1;
	if (bulk_report(&r->bulk, &r->added, change, push, err) < 0)
		return -1;
	const struct excuse_reader reader = {r->rules, r->matcher, push ? r->repo : NULL, r->options->today,
					     &r->scanning};
	int all = excuses_note(&r->excuses, change, &reader, &r->added, err);
	if (all < 0 || (all == 0 && tally_excess(r->out, change, err) < 0))
		return -1;
	const struct guards_seen guards = {&r->removed, &r->guards_old, &r->guards_now};
	if (classifier_add(r->classifier, change, &r->added, &guards, err) < 0)
		return -1;
	if (plan.read && !deadline_is_past(&r->scanning))
		count_reviewed(r, change);
	return 0;
}

/* What one name of the comparison holds. */
static int
review_name(struct reviewer *r, uint32_t line, struct err *err)
{
	struct match_list none;
	struct change change;

	if (names_change(&change, &r->names, line, err) < 0)
		return -1;
	struct plan plan = plan_for(&r->rules_on, &change, DIFF_ADDED, false);
	if (scan(r, &r->added, &change.new_text, NULL, plan_runs, &plan, &change, err) < 0)
		return -1;
	match_list_init(&none);
	const struct guards_seen guards = {&none, &none, &none};
	int rc = classifier_add(r->classifier, &change, &r->added, &guards, err);
	match_list_release(&none);
	return rc;
}

/* Most comparisons have no secret in a name: all are asked about at once. */
static int
review_names(struct reviewer *r, struct err *err)
{
	struct match_list found;
	struct change change;
	uint32_t last = 0;

	if (r->names.n == 0 || deadline_is_past(&r->scanning))
		return 0;
	if (names_change(&change, &r->names, 0, err) < 0)
		return -1;
	struct plan plan = plan_for(&r->rules_on, &change, DIFF_ADDED, false);
	match_list_init(&found);
	int rc = scan(r, &found, &change.new_text, NULL, plan_runs, &plan, &change, err);
	for (size_t i = 0; rc == 0 && i < found.n; i++) {
		uint32_t line = text_line_at(&change.new_text, found.items[i].start);
		if (line != last)
			rc = review_name(r, line, err);
		last = line;
	}
	match_list_release(&found);
	return rc;
}

/* Policy, suppressions and baseline have their say, strongest first. */
static int
judge(struct reviewer *r, struct finding *finding, struct err *err)
{
	finding->verdict = policy_action(r->trust->policy, finding->rule, finding->path);
	if (finding->verdict == ACTION_OFF || finding_class_is_silent(finding->class) ||
	    finding->rule->stands)
		return 0;
	if (finding->class == CLASS_TOUCHED)
		finding->verdict = ACTION_WARN; /* it was there before: nobody is stopped for it */
	const struct excuse *excuse = excuses_find(&r->excuses, finding);
	if (excuse) {
		finding->state = FINDING_SUPPRESSED;
		if (arena_dup(&finding->reason, &r->out->arena, excuse->reason) < 0)
			finding->reason = slice_str("");
		return 0;
	}
	/* A baseline was written from what was reported. */
	if (redact_finding(&r->redactor, finding, err) < 0)
		return -1;
	if (trust_accepts(r->trust, finding))
		finding->state = FINDING_BASELINED;
	return 0;
}

/*
 * The gate for the findings of one comparison: first the defects, which may
 * use up suppression comments, then the reports about those comments.
 */
static int
judge_new_findings(struct reviewer *r, struct err *err)
{
	struct review *out = r->out;

	for (size_t i = r->handled; i < out->n; i++)
		if (!suppression_rule_is(out->findings[i].rule) && judge(r, &out->findings[i], err) < 0)
			return -1;
	for (size_t i = r->handled; i < out->n; i++) {
		struct finding *finding = &out->findings[i];
		if (!suppression_rule_is(finding->rule))
			continue;
		if (excuses_settle(&r->excuses, finding))
			finding->state = FINDING_VOID;
		finding->verdict = policy_action(r->trust->policy, finding->rule, finding->path);
	}
	if (r->options->fail_on_warn || policy_fail_on_warn(r->trust->policy))
		for (size_t i = r->handled; i < out->n; i++)
			r->fatal_warning |= finding_is_active(&out->findings[i]);
	for (; r->handled < out->n; r->handled++)
		if (redact_finding(&r->redactor, &out->findings[r->handled], err) < 0)
			return -1;
	return 0;
}

static int
close_group(struct reviewer *r, struct err *err)
{
	struct review *out = r->out;

	if (!r->group_open)
		return 0;
	r->group_open = false;
	if (review_names(r, err) < 0 ||
	    classifier_finish(r->classifier, &out->arena, &out->findings, &out->n, &out->cap, err) < 0 ||
	    judge_new_findings(r, err) < 0)
		return -1;
	excuses_clear(&r->excuses);
	names_clear(&r->names);
	if (!deadline_is_past(&r->scanning))
		out->groups_done = r->group;
	if (r->options->progress)
		r->options->progress(r->options->progress_ctx, source_scope(r->source), out->n);
	if (out->n <= LIMIT_FINDINGS)
		return 0;
	char reason[96];
	snprintf(reason, sizeof(reason), "more than %u findings: the rest of the change was not reviewed",
		 LIMIT_FINDINGS);
	return tally_skipped(out, NULL, slice_str(reason), true, err) < 0 ? -1 : 1;
}

/* From now on this commit's policy counts. */
static int
believe(struct reviewer *r, const struct object_id *commit, struct err *err)
{
	if (trust_of(&r->trust, &r->trusts, commit, err) < 0)
		return -1;
	r->rules_on.policy = r->trust->policy;
	return 0;
}

static int
open_group(struct reviewer *r, const struct change *change, struct err *err)
{
	r->group = change->group;
	r->group_open = true;
	return believe(r, &change->trusted, err);
}

/* What was found is judged, what was not looked at is named. current may be NULL. 1, -1. */
static int
out_of_time(struct reviewer *r, const struct change *current, struct err *err)
{
	char reason[96] = "ended by a signal";

	if (!r->cancelled)
		snprintf(reason, sizeof(reason), "time limit of %g s reached", r->options->time_limit);
	if (unread_list(r->out, r->source, current, slice_str(reason), err) < 0)
		return -1;
	return close_group(r, err) < 0 ? -1 : 1;
}

/* From then on the time is up. */
static void
look_for_cancel(struct reviewer *r)
{
	if (!r->options->is_cancelled || !r->options->is_cancelled())
		return;
	r->cancelled = true;
	r->scanning = (struct deadline){1};
}

/* 1: stopped early, and the review says so. */
static int
review_changes(struct reviewer *r, struct err *err)
{
	const struct change *change;
	int more, stop;

	while ((more = source_next(r->source, &change, err)) > 0) {
		if (!r->group_open || change->group != r->group) {
			if ((stop = close_group(r, err)) != 0)
				return stop;
			if (open_group(r, change, err) < 0)
				return -1;
		}
		look_for_cancel(r);
		if (!deadline_is_past(&r->scanning) && review_change(r, change, err) < 0)
			return -1;
		if (deadline_is_past(&r->scanning))
			return out_of_time(r, change, err);
	}
	if (more < 0 && !deadline_is_past(&r->scanning))
		return -1;
	if (more < 0) { /* a walk of history was cut short */
		*err = (struct err)ERR_INIT;
		return out_of_time(r, NULL, err);
	}
	if ((stop = close_group(r, err)) != 0 || !deadline_is_past(&r->scanning))
		return stop;
	return out_of_time(r, NULL, err); /* what moved may not have been found */
}

static bool
is_on_for(void *ctx, const struct rule *rule, struct slice path)
{
	const struct reviewer *r = ctx;

	return policy_runs(r->trust->policy, rule, path);
}

/* Which rules may run at all; a trust's policy may take out more. */
static int
reviewer_init(struct reviewer *r, struct err *err)
{
	excuses_init(&r->excuses);
	names_init(&r->names);
	arena_init(&r->reach);
	match_list_init(&r->added);
	match_list_init(&r->removed);
	match_list_init(&r->guards_now);
	match_list_init(&r->guards_old);
	r->started = deadline_clock();
	r->rules_on.rules = r->rules;
	r->rules_on.on = calloc(r->rules->n + 1, sizeof(*r->rules_on.on));
	r->rules_on.applied = calloc(r->rules->n + 1, sizeof(*r->rules_on.applied));
	if (!r->rules_on.on || !r->rules_on.applied)
		return err_oom(err);
	for (size_t i = 0; i < r->rules->n; i++)
		r->rules_on.on[i] = r->options->only_area < 0 ||
				    r->rules->rules[i]->area == (enum area)r->options->only_area;
	const struct object_id none = {""};
	if (believe(r, &none, err) < 0 || matcher_new(&r->matcher, r->rules, err) < 0)
		return -1;
	matcher_open_notebooks(r->matcher, policy_opens_notebooks(r->trust->policy));
	if (classifier_new(&r->classifier, r->matcher, err) < 0)
		return -1;
	classifier_set_key(r->classifier, policy_fingerprint_key(r->trust->policy));
	source_open_archives(r->source, policy_opens_archives(r->trust->policy));
	source_read_as_text(r->source, language_is_run);
	redactor_init(&r->redactor, r->matcher, &r->out->arena);
	classifier_set_reach(r->classifier, is_on_for, r, &r->scanning);
	if (r->options->deadline)
		r->scanning = *r->options->deadline;
	deadline_hasten(&r->scanning, LIMIT_END_MS * UINT64_C(1000000));
	return 0;
}

static void
reviewer_release(struct reviewer *r)
{
	classifier_free(r->classifier);
	matcher_free(r->matcher);
	trust_store_release(&r->trusts);
	match_list_release(&r->guards_now);
	match_list_release(&r->guards_old);
	match_list_release(&r->removed);
	match_list_release(&r->added);
	excuses_release(&r->excuses);
	names_release(&r->names);
	redactor_release(&r->redactor);
	arena_release(&r->reach);
	free(r->rules_on.applied);
	free(r->rules_on.on);
}

static void
finish(struct reviewer *r)
{
	for (size_t i = 0; i < r->rules->n; i++)
		r->rules_on.on[i] =
			r->rules_on.on[i] && !policy_rule_is_off(r->trust->policy, r->rules->rules[i]);
	r->out->scope = *source_scope(r->source);
	r->out->rules_without_grammar = r->rules->nwithout_grammars;
	r->out->unsupported_rules = r->rules->nunsupported - r->rules->nwithout_grammars;
	tally_rules(r->out, r->rules, r->rules_on.on, r->rules_on.applied);
	tally_finish(r->out, r->fatal_warning);
	r->out->tolerated = policy_tolerates_incomplete(r->trust->policy);
	r->out->ms_total = (double)(deadline_clock() - r->started) / 1e6;
}

int
review_run(struct review *out, struct source *source, struct repository *repo, const struct ruleset *rules,
	   const struct review_options *options, struct err *err)
{
	struct reviewer r = {
		.out = out,
		.source = source,
		.repo = repo,
		.rules = rules,
		.options = options,
		.trusts = {.repo = repo, .baseline_path = options->baseline_path},
	};

	*out = (struct review){0};
	arena_init(&out->arena);
	tally_init(out);
	int rc = reviewer_init(&r, err);
	/* What git is asked must leave time for the end, too. */
	if (repo)
		repository_set_deadline(repo, &r.scanning);
	if (rc == 0)
		rc = review_changes(&r, err);
	if (rc >= 0 && redact_review(&r.redactor, out, classifier_vault(r.classifier), err) < 0)
		rc = -1;
	if (rc >= 0)
		finish(&r);
	if (repo)
		repository_set_deadline(repo, options->deadline);
	reviewer_release(&r);
	if (rc < 0)
		review_release(out);
	return rc < 0 ? -1 : 0;
}

void
review_release(struct review *review)
{
	free(review->findings);
	free(review->skipped);
	free(review->incomplete);
	arena_release(&review->arena);
	*review = (struct review){0};
}
