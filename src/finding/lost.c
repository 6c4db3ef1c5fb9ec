/*
 * lost.c - a guard and its function, before and after
 *
 * Worked example; the rule matches "@login_required".
 *
 *	old			new
 *	1  @login_required	1  def b():
 *	2  def a():		2      return 2
 *	3      return 1		3  @login_required
 *	4  @login_required	4  def a():
 *	5  def b():		5      return 1
 *	6      return 2
 *
 * The functions changed places and one guard is gone. Their lines do not say
 * whose: a diff may show line 1 to 3 as moved, or 4 to 6, and slide either by a line. The
 * trees do. Every match of the old text belongs to the innermost function round it
 * (1 to a, 4 to b); its heir is the function of the new text with the same name, or,
 * when it was renamed, the one that has its unchanged lines. Then each
 * looks for one of the new text in the heir that stands for it: at the same place, with the
 * same words, in the same hunk. What finds none is lost (b's), although its line may be one
 * that did not change.
 */
#include "finding/lost.h"

#include <stdlib.h>

#include "base/ascii.h"
#include "base/buf.h"
#include "finding/before.h"

#define HEIR_UNKNOWN (DEFINITION_NONE - 1) /* not yet asked for */

/* Lines of a function that are asked where they are now. */
#define HEIR_LINES 2048u

/* A guard further from the next hunk that adds lines stands in the function where it stood. */
#define GUARD_REACH 100u

void
lost_init(struct lost *l, struct matcher *matcher)
{
	*l = (struct lost){.matcher = matcher};
	definition_list_init(&l->old_defs);
	definition_list_init(&l->new_defs);
}

void
lost_release(struct lost *l)
{
	definition_list_release(&l->old_defs);
	definition_list_release(&l->new_defs);
	free(l->heirs);
	free(l->fates);
	free(l->candidates);
}

/* --- functions --- */

static uint32_t
owner_of(const struct definition_list *definitions, const struct match *match)
{
	return definition_around(definitions, match->start, match->end);
}

const struct definition *
lost_definition(const struct lost *l, const struct match *match)
{
	uint32_t d = l->by_function ? owner_of(&l->old_defs, match) : DEFINITION_NONE;

	return d == DEFINITION_NONE ? NULL : &l->old_defs.items[d];
}

/* What stands on a line: the innermost function round its first byte. */
static uint32_t
owner_of_line(const struct definition_list *definitions, const struct text *text, uint32_t line)
{
	struct slice s = text_line(text, line);
	uint32_t at = text->starts[line - 1], blanks = 0;

	while (blanks < s.len && ascii_is_space(s.ptr[blanks]))
		blanks++;
	return definition_around(definitions, at + blanks, at + blanks + 1);
}

/* The function of the new text that has the unchanged lines of the old one. */
static uint32_t
heir_by_lines(const struct lost *l, uint32_t d)
{
	const struct text *old = &l->change->old_text, *new = &l->change->new_text;
	const struct definition *definition = &l->old_defs.items[d];
	uint32_t first = text_line_at(old, definition->head), last = text_line_at(old, definition->end - 1);

	if (last - first > HEIR_LINES)
		last = first + HEIR_LINES;
	for (uint32_t line = first; line <= last; line++) {
		if (line_set_has(&l->change->removed, line) || fingerprint_is_trivial(text_line(old, line)) ||
		    owner_of_line(&l->old_defs, old, line) != d)
			continue;
		uint32_t now = after_line(l->change, line);
		if (now >= 1 && now <= new->nlines)
			return owner_of_line(&l->new_defs, new, now);
	}
	return DEFINITION_NONE;
}

static uint32_t
find_heir(const struct lost *l, uint32_t d)
{
	uint32_t named = definition_like(&l->new_defs, &l->old_defs, d);

	/* Of several of one name (overloads, callbacks) the one with its lines. */
	if (named != DEFINITION_NONE && definition_is_single(&l->old_defs, d) &&
	    definition_is_single(&l->new_defs, named))
		return named;
	uint32_t heir = heir_by_lines(l, d);
	return heir != DEFINITION_NONE ? heir : named;
}

static uint32_t
heir_of(struct lost *l, uint32_t d)
{
	if (l->heirs[d] == HEIR_UNKNOWN)
		l->heirs[d] = find_heir(l, d);
	return l->heirs[d];
}

/* --- does a match of the new text stand for one of the old text --- */

struct pair {
	const struct match *old, *new;
	struct line_range old_lines, new_lines; /* reported */
};

static bool
same_place(struct lost *l, const struct pair *p)
{
	return before_line(l->change, p->new_lines.first) == p->old_lines.first;
}

static bool
same_words(struct lost *l, const struct pair *p)
{
	const struct makeup *old = &p->old->makeup, *new = &p->new->makeup;
	uint32_t n = p->old_lines.last - p->old_lines.first;

	if (old->essence != 0 && old->essence == new->essence)
		return true;
	if (n != p->new_lines.last - p->new_lines.first)
		return false;
	for (uint32_t i = 0; i <= n; i++)
		if (!fingerprint_same_line(text_line(&l->change->old_text, p->old_lines.first + i),
					   text_line(&l->change->new_text, p->new_lines.first + i)))
			return false;
	return true;
}

static bool
same_hunk(struct lost *l, const struct pair *p)
{
	struct guard guard;

	guard_init(&guard, l->change, l->old_lang, p->old);
	return guard_in_hunk(&guard, p->new);
}

typedef bool (*pairing)(struct lost *l, const struct pair *p);

/* Looks in the heir for a match that stands for the old one; those of its rule begin at `from`. */
static bool
find_pair(struct lost *l, const struct match *old, uint32_t heir, size_t from, pairing fits)
{
	struct pair p = {.old = old,
			 .old_lines = fingerprint_lines(&l->change->old_text, old->start, old->end)};

	for (size_t i = from; i < l->now->n && l->now->items[i].rule == old->rule; i++) {
		p.new = &l->now->items[i];
		if (l->candidates[i].used || l->candidates[i].owner != heir)
			continue;
		p.new_lines = fingerprint_lines(&l->change->new_text, p.new->start, p.new->end);
		if (fits(l, &p)) {
			l->candidates[i].used = true;
			return true;
		}
	}
	return false;
}

static void
pair_all(struct lost *l, pairing fits)
{
	const struct match_list *old = l->judged;
	size_t from = 0;

	for (size_t i = 0; i < old->n; i++) {
		const struct match *match = &old->items[i];
		uint32_t d = owner_of(&l->old_defs, match);
		if (i > 0 && match->rule != old->items[i - 1].rule)
			from = 0;
		while (from < l->now->n && l->now->items[from].rule != match->rule)
			from++;
		if (l->fates[i] != GUARD_LOST || d == DEFINITION_NONE)
			continue;
		if (find_pair(l, match, heir_of(l, d), from, fits))
			l->fates[i] = GUARD_STAYS;
	}
}

/* --- the decision --- */

static bool
is_removed(const struct change *change, const struct line_set *lines)
{
	for (size_t i = 0; i < lines->n; i++)
		if (line_set_touches(&change->removed, lines->ranges[i].first, lines->ranges[i].last))
			return true;
	return false;
}

static bool
touches_removed(const struct change *change, const struct match *match)
{
	struct line_range span = fingerprint_lines(&change->old_text, match->span_start, match->span_end);

	if (match->makeup.own.n > 0)
		return is_removed(change, &match->makeup.own) || is_removed(change, &match->makeup.around);
	return line_set_touches(&change->removed, span.first, span.last);
}

/* Where there are no functions: only a guard whose lines are removed can be lost. */
static enum fate
fate_by_lines(const struct lost *l, const struct match *match)
{
	struct guard guard;

	if (!touches_removed(l->change, match))
		return GUARD_STAYS;
	guard_init(&guard, l->change, l->old_lang, match);
	return guard_is_lost(&guard, l->now) ? GUARD_LOST_HERE : GUARD_STAYS;
}

/* A line that is no removed one and did not stay: another parent of a merge removed it. */
static bool
another_removed_it(const struct change *change, const struct match *match)
{
	uint32_t line = text_line_at(&change->old_text, match->start);

	if (match->makeup.own.n > 0)
		line = match->makeup.own.ranges[0].first;
	return !touches_removed(change, match) && (change->added.n == 0 || after_line(change, line) == 0);
}

/* Nothing stands for it: what became of its function, and of the block in it? */
static enum fate
fate_of_unpaired(struct lost *l, const struct match *match, uint32_t d)
{
	struct guard guard;

	if (another_removed_it(l->change, match))
		return GUARD_STAYS;
	if (heir_of(l, d) == DEFINITION_NONE)
		return GUARD_GONE;
	guard_init(&guard, l->change, l->old_lang, match);
	uint32_t head = text_line_at(&l->change->old_text, l->old_defs.items[d].head);
	return guard_block_went(&guard, head + 1) ? GUARD_STAYS : GUARD_LOST;
}

static int
reserve(struct lost *l, struct err *err)
{
	void *heirs = l->heirs, *fates = l->fates, *candidates = l->candidates;

	if (array_reserve(&heirs, &l->heirs_cap, l->old_defs.n + 1, sizeof(*l->heirs)) < 0)
		return err_oom(err);
	l->heirs = heirs;
	if (array_reserve(&fates, &l->fates_cap, l->judged->n + 1, sizeof(*l->fates)) < 0)
		return err_oom(err);
	l->fates = fates;
	if (array_reserve(&candidates, &l->candidates_cap, l->now->n + 1, sizeof(*l->candidates)) < 0)
		return err_oom(err);
	l->candidates = candidates;
	for (size_t i = 0; i < l->old_defs.n; i++)
		l->heirs[i] = HEIR_UNKNOWN;
	for (size_t i = 0; i < l->judged->n; i++)
		l->fates[i] = GUARD_LOST;
	for (size_t i = 0; l->by_function && i < l->now->n; i++)
		l->candidates[i] = (struct candidate){owner_of(&l->new_defs, &l->now->items[i]), false};
	return 0;
}

/* Adds the lines from first to last that the text has; ranges come in order. */
static void
add_range(struct line_set *set, struct line_range *ranges, uint64_t first, uint64_t last, uint32_t nlines)
{
	if (first < 1)
		first = 1;
	if (last > nlines)
		last = nlines;
	if (first > last)
		return;
	struct line_range *before = set->n > 0 ? &ranges[set->n - 1] : NULL;
	if (before && before->last + UINT64_C(1) >= first) {
		if (before->last < last)
			before->last = (uint32_t)last;
	} else {
		ranges[set->n++] = (struct line_range){(uint32_t)first, (uint32_t)last};
	}
}

static uint64_t
below(uint32_t line, uint32_t reach)
{
	return line > reach ? line - reach : 1;
}

int
lost_reach(struct line_set *old_lines, struct line_set *new_lines, struct arena *arena,
	   const struct change *change, struct err *err)
{
	struct line_range *old = arena_array(arena, change->nhunks, sizeof(*old));
	struct line_range *now = arena_array(arena, change->nhunks, sizeof(*now));

	if (!old || !now)
		return err_oom(err);
	*old_lines = (struct line_set){old, 0};
	*new_lines = (struct line_set){now, 0};
	for (size_t i = 0; i < change->nhunks; i++) {
		const struct hunk *h = &change->hunks[i];
		add_range(old_lines, old, below(h->old_start, GUARD_REACH),
			  (uint64_t)h->old_start + h->old_count + GUARD_REACH, change->old_text.nlines);
		add_range(new_lines, now, below(h->new_start, GUARD_REACH),
			  (uint64_t)h->new_start + h->new_count + GUARD_REACH, change->new_text.nlines);
	}
	return 0;
}

/* Whether a hunk can have changed what the match stands in. */
static bool
is_near(const struct change *change, const struct match *match)
{
	struct line_range lines = fingerprint_lines(&change->old_text, match->start, match->end);

	if (touches_removed(change, match))
		return true;
	for (size_t i = 0; i < change->nhunks; i++) {
		const struct hunk *h = &change->hunks[i];
		if (h->new_count > 0 && h->old_start <= (uint64_t)lines.last + GUARD_REACH &&
		    (uint64_t)h->old_start + h->old_count + GUARD_REACH >= lines.first)
			return true;
	}
	return false;
}

static bool
any_is_near(const struct change *change, const struct match_list *list)
{
	for (size_t i = 0; i < list->n; i++)
		if (is_near(change, &list->items[i]))
			return true;
	return false;
}

static int
read_definitions(struct lost *l, enum language new_lang, struct err *err)
{
	const struct change *change = l->change;
	const struct entry *entry = &change->entry;
	bool deleted = entry->status == ENTRY_DELETED;

	if (definitions_read(&l->old_defs, l->matcher, &change->old_text, l->old_lang, entry->old_path, err) <
	    0)
		return -1;
	if (!l->old_defs.known)
		return 0;
	l->new_defs.n = 0;
	if (!deleted &&
	    definitions_read(&l->new_defs, l->matcher, &change->new_text, new_lang, entry->new_path, err) < 0)
		return -1;
	l->by_function = deleted || l->new_defs.known;
	return 0;
}

int
lost_decide(struct lost *l, const struct change *change, enum language old_lang, enum language new_lang,
	    const struct guards_seen *seen, struct err *err)
{
	l->change = change;
	l->old_lang = old_lang;
	l->now = seen->now;
	l->by_function = false;
	l->old_defs.n = 0;
	if (!change->partial && seen->old->nlimits == 0 && any_is_near(change, seen->old) &&
	    read_definitions(l, new_lang, err) < 0)
		return -1;
	l->judged = l->by_function ? seen->old : seen->removed;
	if (reserve(l, err) < 0)
		return -1;
	if (l->by_function) {
		pair_all(l, same_place);
		pair_all(l, same_words);
		pair_all(l, same_hunk);
	}
	for (size_t i = 0; i < l->judged->n; i++) {
		const struct match *match = &l->judged->items[i];
		uint32_t d = l->by_function ? owner_of(&l->old_defs, match) : DEFINITION_NONE;
		if (d == DEFINITION_NONE)
			l->fates[i] = fate_by_lines(l, match);
		else if (l->fates[i] == GUARD_LOST)
			l->fates[i] = fate_of_unpaired(l, match, d);
	}
	return 0;
}

/* The line of the heir that reads as what came behind the guard, else its head. */
static uint32_t
place_in_heir(const struct lost *l, const struct definition *old, const struct definition *heir,
	      uint32_t guard_end)
{
	const struct text *was = &l->change->old_text, *is = &l->change->new_text;
	uint32_t head = text_line_at(is, heir->head), last = text_line_at(is, heir->end - 1);
	uint32_t line = guard_end + 1, end = text_line_at(was, old->end - 1);

	while (line <= end && fingerprint_is_trivial(text_line(was, line)))
		line++;
	if (last - head > HEIR_LINES)
		last = head + HEIR_LINES;
	for (uint32_t now = head; line <= end && now <= last; now++)
		if (fingerprint_same_line(text_line(was, line), text_line(is, now)))
			return now;
	return head;
}

uint32_t
lost_new_line(const struct lost *l, const struct match *match)
{
	uint32_t d = l->by_function ? owner_of(&l->old_defs, match) : DEFINITION_NONE;
	const struct text *text = &l->change->new_text;
	struct guard guard;

	guard_init(&guard, l->change, l->old_lang, match);
	uint32_t line = guard_new_line(&guard);
	if (d == DEFINITION_NONE || l->heirs[d] >= HEIR_UNKNOWN)
		return line;
	/* A diff may hold its line for that of another function. */
	const struct definition *heir = &l->new_defs.items[l->heirs[d]];
	if (line_set_has(&l->change->removed, guard.line) &&
	    (guard.line == guard.first ||
	     (line >= text_line_at(text, heir->start) && line <= text_line_at(text, heir->end - 1))))
		return line;
	if (match->start <= l->old_defs.items[d].head)
		return text_line_at(text, heir->head);
	return place_in_heir(l, &l->old_defs.items[d], heir, guard.lines.last);
}
