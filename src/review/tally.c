#include "review/tally.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/limits.h"

void
tally_init(struct review *review)
{
	for (int i = 0; i < AREA_COUNT; i++)
		review->areas[i].area = (enum area)i;
}

void
tally_rules(struct review *review, const struct ruleset *rules, const bool *on, const bool *applied)
{
	for (size_t i = 0; i < rules->n; i++) {
		const struct rule *rule = rules->rules[i];
		if (!on[i])
			continue;
		review->rules++;
		if (rule->observes.len > 0)
			continue;
		review->areas[rule->area].rules++;
		review->areas[rule->area].applied += applied[i];
	}
}

static struct observation *
observation_of(struct review *review, struct area_review *area, const struct rule *rule)
{
	for (size_t i = 0; i < area->nseen; i++)
		if (slice_eq(area->seen[i].what, rule->observes))
			return &area->seen[i];
	/* Few labels an area: one array of the next size each time is cheap. */
	struct observation *grown = arena_array(&review->arena, area->nseen + 1, sizeof(*grown));
	struct place *places = arena_array(&review->arena, OBSERVATION_PLACES, sizeof(*places));
	if (!grown || !places)
		return NULL;
	if (area->nseen > 0)
		memcpy(grown, area->seen, area->nseen * sizeof(*grown));
	area->seen = grown;
	struct observation *fresh = &grown[area->nseen++];
	fresh->what = rule->observes;
	fresh->places = places;
	return fresh;
}

int
tally_observe(struct review *review, const struct change *change, const struct match *match, struct err *err)
{
	struct area_review *area = &review->areas[match->rule->area];
	struct observation *seen = observation_of(review, area, match->rule);

	if (!seen)
		return err_oom(err);
	seen->count++;
	if (seen->nplaces == OBSERVATION_PLACES)
		return 0;
	struct place *place = &seen->places[seen->nplaces];
	if (arena_dup(&place->path, &review->arena, change->entry.new_path) < 0)
		return err_oom(err);
	place->line = text_number(&change->new_text, text_line_at(&change->new_text, match->start));
	seen->nplaces++;
	return 0;
}

static struct slice
shown_path(const struct change *change)
{
	return change->entry.new_path.len ? change->entry.new_path : change->entry.old_path;
}

int
tally_skipped(struct review *review, const struct change *change, struct slice reason, bool incomplete,
	      struct err *err)
{
	void *items = incomplete ? review->incomplete : review->skipped;
	size_t *n = incomplete ? &review->nincomplete : &review->nskipped;
	size_t *cap = incomplete ? &review->incomplete_cap : &review->skipped_cap;
	struct skipped fresh = {0};

	if (arena_dup(&fresh.reason, &review->arena, reason) < 0)
		return err_oom(err);
	if (change && (arena_dup(&fresh.path, &review->arena, shown_path(change)) < 0 ||
		       arena_dup(&fresh.commit, &review->arena, slice_str(change->commit.hex)) < 0))
		return err_oom(err);
	if (array_reserve(&items, cap, *n + 1, sizeof(fresh)) < 0)
		return err_oom(err);
	((struct skipped *)items)[(*n)++] = fresh;
	if (incomplete)
		review->incomplete = items;
	else
		review->skipped = items;
	return 0;
}

/* What is merely seen may go uncounted, what is off unfound; a text with syntax errors was read where it is
 * sound. */
static bool
is_fatal(const struct match_limit *limit, const struct change *change, const struct policy *policy)
{
	const struct rule *rule = limit->rule;

	if (limit->partial || !rule)
		return !limit->partial;
	return rule->observes.len == 0 && policy_action(policy, rule, shown_path(change)) != ACTION_OFF;
}

int
tally_limits(struct review *review, const struct change *change, const struct policy *policy,
	     const struct text *text, const struct match_list *list, struct bulk *bulk, struct err *err)
{
	bool is_bulk = list->nlimits > 0 && bulk_is(text);

	for (size_t i = 0; i < list->nlimits; i++) {
		const struct match_limit *limit = &list->limits[i];
		char reason[256];
		if (limit->rule)
			snprintf(reason, sizeof(reason), "rule %.*s gave up at line %u: %s",
				 (int)limit->rule->id.len, limit->rule->id.ptr, limit->line, limit->reason);
		else
			snprintf(reason, sizeof(reason), "line %u: %s", limit->line, limit->reason);
		bool fatal = is_fatal(limit, change, policy);
		if (fatal && is_bulk && bulk_note(bulk, limit))
			fatal = false;
		if (tally_skipped(review, change, slice_str(reason), fatal, err) < 0)
			return -1;
	}
	return 0;
}

int
tally_excess(struct review *review, const struct change *change, struct err *err)
{
	char reason[96];

	snprintf(reason, sizeof(reason), "more than %u suppression comments: the others were not read",
		 LIMIT_SUPPRESSIONS);
	return tally_skipped(review, change, slice_str(reason), true, err);
}

/* Active ones first; by place. */
static int
finding_order(const void *left, const void *right)
{
	const struct finding *a = left, *b = right;

	if (finding_is_active(a) != finding_is_active(b))
		return finding_is_active(a) ? -1 : 1;
	int order = slice_cmp(a->path, b->path);
	if (order != 0)
		return order;
	if (a->line != b->line)
		return a->line < b->line ? -1 : 1;
	if (a->column != b->column)
		return a->column < b->column ? -1 : 1;
	order = slice_cmp(a->rule->id, b->rule->id);
	return order != 0 ? order : slice_cmp(a->commit, b->commit);
}

static void
count_silent(struct review *review, const struct finding *f)
{
	if (f->state == FINDING_VOID)
		return;
	if (f->class == CLASS_MOVED)
		review->moved++;
	else if (f->class == CLASS_EXISTING)
		review->existing++;
	else if (f->state == FINDING_SUPPRESSED)
		review->suppressed++;
	else if (f->state == FINDING_BASELINED)
		review->baselined++;
	else
		review->off++;
}

static void
count_active(struct review *review, const struct finding *f)
{
	struct area_review *area = &review->areas[f->rule->area];

	review->nactive++;
	area->findings++;
	area->blocking += f->verdict == ACTION_BLOCK;
	area->verdict = area->blocking ? VERDICT_BLOCK : VERDICT_WARN;
}

void
tally_finish(struct review *review, bool fatal_warning)
{
	uint64_t blocking = 0;

	if (review->n > 0)
		qsort(review->findings, review->n, sizeof(*review->findings), finding_order);
	for (size_t i = 0; i < review->n; i++) {
		if (finding_is_active(&review->findings[i]))
			count_active(review, &review->findings[i]);
		else
			count_silent(review, &review->findings[i]);
	}
	for (int i = 0; i < AREA_COUNT; i++)
		blocking += review->areas[i].blocking;
	if (blocking > 0 || fatal_warning)
		review->rest = VERDICT_BLOCK;
	else
		review->rest = review->nactive > 0 ? VERDICT_WARN : VERDICT_PASS;
	review->verdict = review->nincomplete > 0 ? VERDICT_INCOMPLETE : review->rest;
}
