/*
 * renames.c - renames and copies, found the way git finds them
 *
 * As git diff -M -C: first files with the same content, one with the same
 * name in another directory before others; then files at least half alike.
 * Likeness (gitdiffcore(7)): both files are cut into pieces at each LF and
 * after 64 bytes; the bytes of pieces that both have, over the size of the
 * larger one. A deleted file becomes a rename once, for the most alike; a
 * further likeness to it, or one to a file that was changed, is a copy.
 */
#include "change/renames.h"

#include <stdlib.h>

#include "base/hash.h"
#include "base/limits.h"
#include "change/blob.h"
#include "change/spans.h"

#define MAX_SCORE 60000u
#define MIN_SCORE (MAX_SCORE / 2)

/* git's NUM_CANDIDATE_PER_DST: with more, other files would be renames than git diff shows. */
#define MAX_CANDIDATES 4u

/* Equal files among which one is chosen by name. */
#define MAX_EQUALS 100u

struct candidate {
	struct entry *entry;
	struct slice base;        /* name without its directory */
	struct candidate *source; /* of an added file: where it comes from */
	size_t uses;              /* of a source: how many files come from it */
	size_t size;              /* of the content; 0: nothing to compare */
	bool is_loaded;
	struct spans spans;
};

struct search {
	struct arena arena;
	struct repository *repo;
	struct candidate *added, *sources; /* in order of path */
	size_t nadded, nsources;
	struct candidate **by_id; /* sources in order of id, then path */
	size_t bytes;             /* of content read */
};

/* One source that is like one added file. */
struct pair {
	struct candidate *added, *source;
	unsigned score;
	bool same_base;
	size_t slot; /* among the best of `added`: the order of equal ones, as git has it */
};

static bool
is_regular(uint32_t mode)
{
	return mode == MODE_FILE || mode == MODE_EXECUTABLE;
}

static bool
same_kind(uint32_t a, uint32_t b)
{
	return a == b || (is_regular(a) && is_regular(b));
}

/* Sorts the entries into files that came and files they may come from. */
static int
search_init(struct search *s, const struct entry_list *entries, struct err *err)
{
	s->added = arena_array(&s->arena, entries->n, sizeof(*s->added));
	s->sources = arena_array(&s->arena, entries->n, sizeof(*s->sources));
	if (!s->added || !s->sources)
		return err_oom(err);
	for (size_t i = 0; i < entries->n; i++) {
		struct entry *e = &entries->items[i];
		bool added = e->status == ENTRY_ADDED;
		struct candidate *c = added ? &s->added[s->nadded++] : &s->sources[s->nsources++];
		c->entry = e;
		c->base = slice_base_name(added ? e->new_path : e->old_path);
	}
	return 0;
}

static int
compare_ids(const void *a, const void *b)
{
	const struct candidate *x = *(const struct candidate *const *)a;
	const struct candidate *y = *(const struct candidate *const *)b;
	int order = strcmp(x->entry->old_id.hex, y->entry->old_id.hex);

	return order != 0 ? order : slice_cmp(x->entry->old_path, y->entry->old_path);
}

static int
index_sources(struct search *s, struct err *err)
{
	s->by_id = arena_array(&s->arena, s->nsources, sizeof(*s->by_id));
	if (!s->by_id)
		return err_oom(err);
	for (size_t i = 0; i < s->nsources; i++)
		s->by_id[i] = &s->sources[i];
	qsort(s->by_id, s->nsources, sizeof(*s->by_id), compare_ids);
	return 0;
}

/* The first of the sources by id that is not below id. */
static size_t
lower_bound(const struct search *s, const struct object_id *id)
{
	size_t low = 0, high = s->nsources;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (strcmp(s->by_id[middle]->entry->old_id.hex, id->hex) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* A deleted file that no other one comes from yet: this would be its rename. */
static bool
is_free(const struct candidate *source)
{
	return source->entry->status == ENTRY_DELETED && source->uses == 0;
}

static void
find_equal(struct search *s, struct candidate *added)
{
	struct candidate *best = NULL;
	int best_score = -1;
	size_t at = lower_bound(s, &added->entry->new_id);

	for (size_t i = 0; i < MAX_EQUALS && at + i < s->nsources; i++) {
		struct candidate *source = s->by_id[at + i];
		if (strcmp(source->entry->old_id.hex, added->entry->new_id.hex) != 0)
			break;
		if (!same_kind(source->entry->old_mode, added->entry->new_mode))
			continue;
		int score = is_free(source) + slice_eq(source->base, added->base);
		if (score > best_score) {
			best = source;
			best_score = score;
		}
	}
	added->source = best;
	if (best)
		best->uses++;
}

static const struct object_id *
content_id(const struct candidate *c)
{
	return c->entry->status == ENTRY_ADDED ? &c->entry->new_id : &c->entry->old_id;
}

/* Sizes are cheap to ask for. What has none takes no part. */
static int
load_size(struct search *s, struct candidate *c, struct err *err)
{
	uint32_t mode = c->entry->status == ENTRY_ADDED ? c->entry->new_mode : c->entry->old_mode;

	return is_regular(mode) ? blob_size(&c->size, s->repo, content_id(c), err) : 0;
}

static int
load_sizes(struct search *s, struct err *err)
{
	for (size_t i = 0; i < s->nadded; i++)
		if (!s->added[i].source && load_size(s, &s->added[i], err) < 0)
			return -1;
	for (size_t i = 0; i < s->nsources; i++)
		if (load_size(s, &s->sources[i], err) < 0)
			return -1;
	return 0;
}

/* False when the sizes alone say that two files are not half alike. */
static bool
sizes_fit(const struct candidate *a, const struct candidate *b)
{
	size_t larger = a->size > b->size ? a->size : b->size;
	size_t smaller = a->size > b->size ? b->size : a->size;

	return smaller > 0 && smaller >= larger - larger * MIN_SCORE / MAX_SCORE;
}

/* Reads a candidate's content, once, and cuts it into pieces. What cannot be read has none. */
static int
load_spans(struct search *s, struct candidate *c, struct err *err)
{
	struct blob blob;
	const char *reason;

	if (c->is_loaded || s->bytes >= LIMIT_RENAME_BYTES)
		return 0;
	c->is_loaded = true;
	int rc = blob_read(&blob, &reason, &s->arena, s->repo, content_id(c), OBJECT_BLOB, err);
	if (rc == 1) {
		s->bytes += blob.bytes.len;
		rc = spans_of(&c->spans, &s->arena, blob.bytes, err);
		blob_release(&blob);
	}
	return rc < 0 ? -1 : 0;
}

/* 0 to MAX_SCORE. */
static int
likeness(unsigned *out, struct search *s, struct candidate *a, struct candidate *b, struct err *err)
{
	*out = 0;
	if (!sizes_fit(a, b))
		return 0;
	if (load_spans(s, a, err) < 0 || load_spans(s, b, err) < 0)
		return -1;
	size_t larger = a->size > b->size ? a->size : b->size;
	*out = (unsigned)(spans_common(&a->spans, &b->spans) * MAX_SCORE / larger);
	return 0;
}

static int
compare_pairs(const void *a, const void *b)
{
	const struct pair *x = a, *y = b;

	if (x->score != y->score)
		return x->score > y->score ? -1 : 1;
	if (x->same_base != y->same_base)
		return x->same_base ? -1 : 1;
	if (x->added != y->added)
		return x->added < y->added ? -1 : 1;
	return x->slot < y->slot ? -1 : x->slot > y->slot;
}

static bool
is_better(const struct pair *a, const struct pair *b)
{
	return a->score != b->score ? a->score > b->score : a->same_base && !b->same_base;
}

/* Keeps a pair if it is better than the worst of the best so far; the first of equal ones stays. */
static void
keep_best(struct pair *best, size_t *n, struct pair pair)
{
	size_t worst = 0;

	if (*n < MAX_CANDIDATES) {
		pair.slot = *n;
		best[(*n)++] = pair;
		return;
	}
	for (size_t i = 1; i < MAX_CANDIDATES; i++)
		if (is_better(&best[worst], &best[i]))
			worst = i;
	pair.slot = worst;
	if (is_better(&pair, &best[worst]))
		best[worst] = pair;
}

/* The sources that are most like one added file, unlike ones among them: they decide about the slots. */
static int
find_candidates(struct pair *best, size_t *n, struct search *s, struct candidate *added, struct err *err)
{
	*n = 0;
	for (size_t j = 0; j < s->nsources && !deadline_is_past(s->repo->deadline); j++) {
		struct candidate *source = &s->sources[j];
		unsigned score;
		if (likeness(&score, s, added, source, err) < 0)
			return -1;
		keep_best(best, n,
			  (struct pair){.added = added,
					.source = source,
					.score = score,
					.same_base = slice_eq(added->base, source->base)});
	}
	return 0;
}

static int
find_pairs(struct pair **out, size_t *n, struct search *s, struct err *err)
{
	size_t cap = 0;

	for (size_t i = 0; i < s->nadded; i++) {
		struct pair best[MAX_CANDIDATES];
		size_t nbest;
		if (s->added[i].source)
			continue;
		if (find_candidates(best, &nbest, s, &s->added[i], err) < 0)
			return -1;
		if (array_reserve((void **)out, &cap, *n + nbest, sizeof(**out)) < 0)
			return err_oom(err);
		for (size_t j = 0; j < nbest; j++)
			if (best[j].score >= MIN_SCORE)
				(*out)[(*n)++] = best[j];
	}
	return 0;
}

/* The best pairs first; renames before copies, as git does. */
static void
choose(const struct pair *pairs, size_t n, bool copies)
{
	for (size_t i = 0; i < n; i++) {
		if (pairs[i].added->source || (!copies && !is_free(pairs[i].source)))
			continue;
		pairs[i].added->source = pairs[i].source;
		pairs[i].source->uses++;
	}
}

static int
find_alike(struct search *s, size_t nleft, struct err *err)
{
	struct pair *pairs = NULL;
	size_t n = 0;

	if (nleft == 0 || nleft > LIMIT_RENAME_PAIRS / s->nsources)
		return 0;
	if (load_sizes(s, err) < 0)
		return -1;
	int rc = find_pairs(&pairs, &n, s, err);
	if (rc == 0 && n > 0) {
		qsort(pairs, n, sizeof(*pairs), compare_pairs);
		choose(pairs, n, false);
		choose(pairs, n, true);
	}
	free(pairs);
	return rc;
}

/* The last file that comes from a deleted one is its rename, those before it are copies. */
static void
resolve(struct candidate *added)
{
	struct candidate *source = added->source;
	const struct entry *old = source->entry;

	added->entry->old_path = old->old_path;
	added->entry->old_id = old->old_id;
	added->entry->old_mode = old->old_mode;
	source->uses--;
	bool renamed = old->status == ENTRY_DELETED && source->uses == 0;
	added->entry->status = renamed ? ENTRY_RENAMED : ENTRY_COPIED;
}

/* Files that are somewhere else now are no longer deleted. */
static void
drop_renamed(struct entry_list *entries, const struct search *s, const bool *is_used)
{
	size_t kept = 0;

	for (size_t i = 0; i < s->nsources; i++)
		if (is_used[i] && s->sources[i].entry->status == ENTRY_DELETED)
			s->sources[i].entry->old_mode = 0;
	for (size_t i = 0; i < entries->n; i++) {
		struct entry *e = &entries->items[i];
		if (e->status != ENTRY_DELETED || e->old_mode != 0)
			entries->items[kept++] = *e;
	}
	entries->n = kept;
}

static int
apply(struct entry_list *entries, struct search *s, struct err *err)
{
	bool *is_used = arena_array(&s->arena, s->nsources, sizeof(*is_used));

	if (!is_used)
		return err_oom(err);
	for (size_t i = 0; i < s->nsources; i++)
		is_used[i] = s->sources[i].uses > 0;
	for (size_t i = 0; i < s->nadded; i++)
		if (s->added[i].source)
			resolve(&s->added[i]);
	drop_renamed(entries, s, is_used);
	return 0;
}

static int
run(struct entry_list *entries, struct search *s, struct err *err)
{
	size_t nleft = 0;

	if (search_init(s, entries, err) < 0)
		return -1;
	if (s->nadded == 0 || s->nsources == 0)
		return 0;
	if (index_sources(s, err) < 0)
		return -1;
	for (size_t i = 0; i < s->nadded; i++) {
		find_equal(s, &s->added[i]);
		nleft += !s->added[i].source;
	}
	if (find_alike(s, nleft, err) < 0)
		return -1;
	return apply(entries, s, err);
}

int
renames_find(struct entry_list *entries, struct repository *repo, struct err *err)
{
	struct search s = {.arena = ARENA_INIT, .repo = repo};
	int rc = run(entries, &s, err);

	arena_release(&s.arena);
	return rc;
}
