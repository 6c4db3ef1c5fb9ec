#include "finding/before.h"

#include <stdlib.h>

#include "base/buf.h"
#include "finding/fingerprint.h"

/* Lines of one match that are asked whether they changed; a match with more continues none. */
#define SHARED_LINES 2048u

void
before_init(struct before *before, struct matcher *matcher)
{
	*before = (struct before){.matcher = matcher};
	match_list_init(&before->removed);
	match_list_init(&before->all);
}

void
before_release(struct before *before)
{
	match_list_release(&before->removed);
	match_list_release(&before->all);
	free(before->used);
}

/* --- scanning --- */

bool
before_reads(const struct before *b, const struct change *change, enum language lang, const struct rule *rule)
{
	struct slice path = change->entry.old_path;

	return rule->on == DIFF_ADDED && rule->observes.len == 0 &&
	       change->judged & (rule->commits == COMMITS_EVERY ? JUDGE_EVERY : JUDGE_TIP) &&
	       rule_reads(rule, path, lang) && (!b->reach || b->reach(b->reach_ctx, rule, path));
}

struct asked {
	struct before *before;
	const struct match_list *added;
	bool kept;
};

static bool
reads_now(void *ctx, const struct rule *rule)
{
	const struct asked *asked = ctx;
	const struct before *b = asked->before;
	bool now = !rule->syntax || !asked->kept;

	for (size_t i = 0; !now && i < asked->added->n; i++)
		now = asked->added->items[i].rule == rule;
	return now && before_reads(b, b->change, b->lang, rule);
}

int
before_begin(struct before *b, const struct change *change, enum language lang,
	     const struct match_list *added, bool kept, struct err *err)
{
	struct asked asked = {b, added, kept};

	b->change = change;
	b->lang = lang;
	b->asked = false;
	match_list_clear(&b->removed);
	if (change->removed.n == 0)
		return 0;
	const struct scan scan = {.text = &change->old_text,
				  .lines = &change->removed,
				  .filter = reads_now,
				  .filter_ctx = &asked,
				  .lang = lang,
				  .path = change->entry.old_path,
				  .deadline = b->deadline};
	return matcher_scan(b->matcher, &scan, &b->removed, err);
}

static bool
matched_new_text(void *ctx, const struct rule *rule)
{
	const struct asked *asked = ctx;
	const struct before *b = asked->before;

	for (size_t i = 0; i < asked->added->n; i++)
		if (asked->added->items[i].rule == rule && asked->added->items[i].makeup.own.n > 0)
			return before_reads(b, b->change, b->lang, rule);
	return false;
}

static int
ask_all(struct before *b, const struct match_list *added, struct err *err)
{
	struct asked asked = {b, added, false};
	void *used = b->used;

	if (b->asked)
		return 0;
	b->asked = true;
	b->from = 0;
	match_list_clear(&b->all);
	if (b->change->old_text.nlines == 0)
		return 0;
	const struct scan scan = {.text = &b->change->old_text,
				  .filter = matched_new_text,
				  .filter_ctx = &asked,
				  .lang = b->lang,
				  .path = b->change->entry.old_path,
				  .deadline = b->deadline};
	if (matcher_scan(b->matcher, &scan, &b->all, err) < 0)
		return -1;
	if (array_reserve(&used, &b->used_cap, b->all.n, sizeof(*b->used)) < 0)
		return err_oom(err);
	b->used = used;
	if (b->all.n > 0)
		memset(b->used, 0, b->all.n * sizeof(*b->used));
	return 0;
}

/* --- which one --- */

/* Where a hunk begins and how long it is, on the one side and on the other. */
struct sides {
	uint32_t start, count, other_start, other_count;
};

static struct sides
sides_of(const struct hunk *h, bool from_new)
{
	if (from_new)
		return (struct sides){h->new_start, h->new_count, h->old_start, h->old_count};
	return (struct sides){h->old_start, h->old_count, h->new_start, h->new_count};
}

static uint32_t
other_line(const struct change *change, uint32_t line, bool from_new)
{
	size_t low = 0, high = change->nhunks;

	/* The hunks that begin at or above the line. */
	while (low < high) {
		size_t mid = low + (high - low) / 2;
		if (sides_of(&change->hunks[mid], from_new).start <= line)
			low = mid + 1;
		else
			high = mid;
	}
	if (low == 0)
		return line;
	struct sides s = sides_of(&change->hunks[low - 1], from_new);
	return line - s.start < s.count ? 0 : line - (s.start + s.count) + s.other_start + s.other_count;
}

uint32_t
before_line(const struct change *change, uint32_t line)
{
	return other_line(change, line, true);
}

uint32_t
after_line(const struct change *change, uint32_t line)
{
	return other_line(change, line, false);
}

/* Both begin at the same byte of a line that did not change. */
static bool
same_place(const struct change *change, const struct match *old, const struct match *match)
{
	uint32_t line = text_line_at(&change->new_text, match->start);
	uint32_t old_line = text_line_at(&change->old_text, old->start);

	return before_line(change, line) == old_line &&
	       match->start - change->new_text.starts[line - 1] ==
		       old->start - change->old_text.starts[old_line - 1];
}

static bool
lost_own_line(const struct change *change, const struct match *match)
{
	const struct line_set *own = &match->makeup.own;

	for (size_t i = 0; i < own->n; i++)
		if (line_set_touches(&change->removed, own->ranges[i].first, own->ranges[i].last))
			return true;
	return false;
}

/* Whether a line that says something is part of both and did not change. */
static bool
share_a_line(const struct change *change, const struct match *old, const struct match *match)
{
	struct line_range span = fingerprint_lines(&change->new_text, match->span_start, match->span_end);
	struct line_range old_span = fingerprint_lines(&change->old_text, old->span_start, old->span_end);

	if (span.last - span.first >= SHARED_LINES)
		return false;
	for (uint32_t line = span.first; line <= span.last; line++) {
		uint32_t was = before_line(change, line);
		if (was >= old_span.first && was <= old_span.last &&
		    !fingerprint_is_trivial(text_line(&change->new_text, line)))
			return true;
	}
	return false;
}

static bool
changed(const struct change *change, const struct match *match)
{
	const struct line_set *own = &match->makeup.own;

	for (size_t i = 0; i < own->n; i++)
		if (line_set_touches(&change->added, own->ranges[i].first, own->ranges[i].last))
			return true;
	return false;
}

/* Nothing in it was passed over: all of its lines are its own. */
static bool
is_compact(const struct text *text, const struct match *match)
{
	struct line_range span = fingerprint_lines(text, match->span_start, match->span_end);
	const struct line_set *own = &match->makeup.own;

	return own->n == 1 && own->ranges[0].first <= span.first && own->ranges[0].last >= span.last;
}

/* The same words take the place of the old ones, wrapped otherwise. */
static bool
is_rewritten(const struct change *change, const struct match *old, const struct match *match)
{
	uint32_t line = match->makeup.own.ranges[0].first, old_line = old->makeup.own.ranges[0].first;

	if (!is_compact(&change->new_text, match) || !is_compact(&change->old_text, old))
		return false;
	for (size_t i = 0; i < change->nhunks; i++) {
		const struct hunk *h = &change->hunks[i];
		if (line >= h->new_start && line - h->new_start < h->new_count)
			return old_line >= h->old_start && old_line - h->old_start < h->old_count;
	}
	return false;
}

static bool
continues(const struct change *change, const struct match *old, const struct match *match)
{
	bool same = same_place(change, old, match);

	if (same && !changed(change, match))
		return true;
	if (match->makeup.essence == 0 || match->makeup.essence != old->makeup.essence)
		return false;
	return same || (lost_own_line(change, old) &&
			(share_a_line(change, old, match) || is_rewritten(change, old, match)));
}

int
before_find(const struct match **out, struct before *b, const struct match *match,
	    const struct match_list *added, struct err *err)
{
	*out = NULL;
	if (match->makeup.own.n == 0)
		return 0;
	if (ask_all(b, added, err) < 0)
		return -1;
	if (b->from >= b->all.n || b->all.items[b->from].rule != match->rule)
		for (b->from = 0; b->from < b->all.n && b->all.items[b->from].rule != match->rule;)
			b->from++;
	for (size_t i = b->from; i < b->all.n && b->all.items[i].rule == match->rule; i++) {
		if (b->used[i] || !continues(b->change, &b->all.items[i], match))
			continue;
		b->used[i] = true;
		*out = &b->all.items[i];
		return 0;
	}
	return 0;
}
