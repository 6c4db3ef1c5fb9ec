/*
 * classify_guard.c - removed guards, from matches to findings
 */
#include <stdlib.h>

#include "base/buf.h"
#include "finding/classify_internal.h"

#define ORDER(a, b) (((a) > (b)) - ((a) < (b)))

/* --- taking a change in --- */

/* The function that a removed match guarded, to be looked for in other files. */
static int
note_gone(struct classifier *c, struct pending *p, const struct change *change, const struct match *match,
	  struct err *err)
{
	struct gone *gone = arena_alloc(&c->arena, sizeof(*gone));

	if (!gone)
		return err_oom(err);
	gone_note(gone, &change->old_text, lost_definition(&c->lost, match), match, c->removed.key);
	p->gone = gone;
	p->file_went = change->entry.status == ENTRY_DELETED;
	return 0;
}

static int
take_removed(struct classifier *c, const struct change *change, uint32_t file, const struct match *match,
	     enum fate fate, struct err *err)
{
	if (fate == GUARD_STAYS)
		return 0;
	struct pending *p = next_pending(c, match, file, err);
	if (!p || capture_removed(&p->finding, &c->arena, &c->capture, match, lost_new_line(&c->lost, match),
				  err) < 0)
		return -1;
	p->every = is_every(change, match->rule);
	p->finding.class = CLASS_REMOVED_GUARD;
	if (fate == GUARD_LOST_HERE)
		p->place = guard_place(&change->old_text, &change->removed, match, c->removed.key);
	if (fate == GUARD_GONE && note_gone(c, p, change, match, err) < 0)
		return -1;
	c->n++;
	return 0;
}

static int
take_guard(struct classifier *c, const struct change *change, const struct match *match, struct err *err)
{
	uint64_t place = guard_place(&change->new_text, &change->added, match, c->removed.key);
	void *spots = c->spots;

	if (place == 0)
		return 0;
	if (array_reserve(&spots, &c->spots_cap, c->nspots + 1, sizeof(*c->spots)) < 0)
		return err_oom(err);
	c->spots = spots;
	c->spots[c->nspots++] = (struct guard_spot){place, match->rule};
	return 0;
}

int
take_guards(struct classifier *c, const struct change *change, uint32_t file, enum language new_lang,
	    const struct guards_seen *guards, struct err *err)
{
	if (lost_decide(&c->lost, change, c->removed.files[file].lang, new_lang, guards, err) < 0)
		return -1;
	for (size_t i = 0; i < c->lost.judged->n; i++)
		if (take_removed(c, change, file, &c->lost.judged->items[i], c->lost.fates[i], err) < 0)
			return -1;
	for (size_t i = 0; i < guards->now->n; i++)
		if (take_guard(c, change, &guards->now->items[i], err) < 0)
			return -1;
	return 0;
}

/* --- which guards moved --- */

static int
compare_spots(const void *a, const void *b)
{
	const struct guard_spot *x = a, *y = b;

	if (x->place != y->place)
		return ORDER(x->place, y->place);
	return ORDER((uintptr_t)x->rule, (uintptr_t)y->rule);
}

/* When the file went, the function that stands elsewhere without its guard is the place to show. */
static int
is_bare_elsewhere(struct classifier *c, struct pending *p, struct err *err)
{
	struct finding *f = &p->finding;
	struct slice path;
	uint32_t line;

	if (!elsewhere_is_bare(&c->elsewhere, p->gone, p->rule, &path, &line))
		return 0;
	if (!p->file_went)
		return 1;
	f->line = f->end_line = line;
	f->old_path = f->path;
	return arena_dup(&f->path, &c->arena, path) < 0 ? err_oom(err) : 1;
}

static bool
stands_elsewhere(const struct classifier *c, const struct pending *p)
{
	struct guard_spot wanted = {p->place, p->rule};

	return wanted.place != 0 && c->nspots > 0 &&
	       bsearch(&wanted, c->spots, c->nspots, sizeof(wanted), compare_spots);
}

/*
 * Takes out the removed guards that stand elsewhere with the line after them, and
 * those whose function is nowhere, or has them where it is now.
 */
int
settle_guards(struct classifier *c, struct err *err)
{
	size_t kept = 0;

	if (c->nspots > 0)
		qsort(c->spots, c->nspots, sizeof(*c->spots), compare_spots);
	for (size_t i = 0; i < c->n; i++) {
		int bare = c->pending[i].gone ? is_bare_elsewhere(c, &c->pending[i], err) : 1;
		if (bare < 0)
			return -1;
		if (bare && !stands_elsewhere(c, &c->pending[i]))
			c->pending[kept++] = c->pending[i];
	}
	c->n = kept;
	return 0;
}
