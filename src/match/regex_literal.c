/*
 * regex_literal.c - required literals by putting pieces together
 *
 * Worked example: (?:api|auth)[_-]?key\s*=\s*"[^"]{16,}"
 *
 * Each piece is either exact, a small set of all the strings it can stand for
 * ({api, auth}, {_, -, nothing}, {key}), or loose. Neighbouring exact pieces are
 * multiplied: {api_key, api-key, apikey, auth_key, ...}. A loose piece (\s*)
 * ends the run: the product so far is a candidate, and a new run begins ("=",
 * too short to be one). The best candidate wins: long literals, few of them.
 *
 * Alternatives: exact if all are, else the union of their best candidates,
 * and nothing when one of them has none. A group that may be left out gives
 * {..., nothing} if it is exact, else it only ends the run. Lookarounds stand
 * for nothing. All is case folded, which only makes the sets mean more texts.
 */
#include "match/regex_literal.h"

#include "base/ascii.h"
#include "match/regex_read.h"

#define DEPTH_MAX  40u /* nested groups */
#define COPIES_MAX 31u /* of x in x{n} */

/* A run of pieces, from left to right. */
struct sequence {
	struct literal_set run;
	struct literal_set best;
	bool exact; /* run is all the sequence can stand for */
};

/* What a finished piece stands for. */
struct piece {
	bool exact;
	struct literal_set set; /* exact: all strings; else: the best candidate, or none */
};

struct group {
	struct sequence sequence; /* the alternative being read */
	struct piece others;      /* the alternatives before it */
	bool has_others;
	bool look;     /* a lookaround */
	bool extended; /* the reader's flag outside */
};

struct derivation {
	struct regex_reader reader;
	struct arena *arena;
	struct group groups[DEPTH_MAX];
	size_t depth;
};

/* --- sets --- */

static size_t
shortest(const struct literal_set *set)
{
	size_t least = LITERAL_MAX_BYTES;

	for (size_t i = 0; i < set->n; i++)
		if (set->items[i].len < least)
			least = set->items[i].len;
	return set->n > 0 ? least : 0;
}

unsigned
literal_set_score(const struct literal_set *set)
{
	size_t least = shortest(set);
	unsigned cost = 0;

	if (least < LITERAL_MIN_BYTES)
		return 0;
	for (size_t n = set->n; n > 1; n >>= 1)
		cost++;
	return (unsigned)(least > 8 ? 8 : least) * 6 - cost;
}

static struct slice
literal_slice(const struct literal *literal)
{
	return slice_of(literal->bytes, literal->len);
}

static bool
has_literal(const struct literal_set *set, const struct literal *literal)
{
	for (size_t i = 0; i < set->n; i++)
		if (slice_eq(literal_slice(&set->items[i]), literal_slice(literal)))
			return true;
	return false;
}

int
literal_set_union(struct literal_set *set, const struct literal_set *more, struct arena *arena,
		  struct err *err)
{
	struct literal_set both = {NULL, 0};

	if (set->n == 0 || more->n == 0) {
		set->n = 0;
		return 0;
	}
	both.items = arena_array(arena, set->n + more->n, sizeof(*both.items));
	if (!both.items)
		return err_oom(err);
	memcpy(both.items, set->items, set->n * sizeof(*both.items));
	both.n = set->n;
	for (size_t i = 0; i < more->n; i++)
		if (!has_literal(&both, &more->items[i]))
			both.items[both.n++] = more->items[i];
	if (both.n > LITERAL_SET_MAX)
		both.n = 0;
	*set = both;
	return 0;
}

/* A longer one that holds another item, or the second of two equal ones. */
static bool
is_superfluous(const struct literal_set *set, size_t at)
{
	struct slice literal = literal_slice(&set->items[at]);

	for (size_t i = 0; i < set->n; i++) {
		struct slice other = literal_slice(&set->items[i]);

		if (i != at && other.len <= literal.len && slice_find(literal, other) != (size_t)-1 &&
		    (other.len < literal.len || i < at))
			return true;
	}
	return false;
}

void
literal_set_reduce(struct literal_set *set)
{
	for (size_t i = set->n; i-- > 0;)
		if (is_superfluous(set, i)) {
			memmove(&set->items[i], &set->items[i + 1], (set->n - i - 1) * sizeof(*set->items));
			set->n--;
		}
}

/* --- sequences --- */

/* The set of the empty string alone. */
static int
start_run(struct literal_set *run, struct arena *arena, struct err *err)
{
	run->items = arena_alloc(arena, sizeof(*run->items));
	run->n = 1;
	return run->items ? 0 : err_oom(err);
}

static int
start_sequence(struct sequence *s, struct arena *arena, struct err *err)
{
	*s = (struct sequence){.exact = true};
	return start_run(&s->run, arena, err);
}

static void
consider(struct sequence *s, const struct literal_set *candidate)
{
	if (literal_set_score(candidate) > literal_set_score(&s->best))
		s->best = *candidate;
}

static int
end_run(struct sequence *s, struct arena *arena, struct err *err)
{
	consider(s, &s->run);
	s->exact = false;
	return start_run(&s->run, arena, err);
}

static bool
fits(const struct literal_set *a, const struct literal_set *b)
{
	size_t longest = 0, other = 0;

	if (a->n * b->n > LITERAL_MADE_MAX)
		return false;
	for (size_t i = 0; i < a->n; i++)
		longest = a->items[i].len > longest ? a->items[i].len : longest;
	for (size_t i = 0; i < b->n; i++)
		other = b->items[i].len > other ? b->items[i].len : other;
	return longest + other <= LITERAL_MAX_BYTES;
}

static void
append(struct literal *to, const struct literal *tail)
{
	memcpy(to->bytes + to->len, tail->bytes, tail->len);
	to->len = (unsigned char)(to->len + tail->len);
}

static int
multiply(struct literal_set *run, const struct literal_set *by, struct arena *arena, struct err *err)
{
	struct literal_set product = {NULL, 0};

	product.items = arena_array(arena, run->n * by->n, sizeof(*product.items));
	if (!product.items)
		return err_oom(err);
	for (size_t i = 0; i < run->n; i++)
		for (size_t k = 0; k < by->n; k++) {
			struct literal longer = run->items[i];
			append(&longer, &by->items[k]);
			if (!has_literal(&product, &longer))
				product.items[product.n++] = longer;
		}
	*run = product;
	return 0;
}

static int
add_exact(struct sequence *s, const struct literal_set *set, struct arena *arena, struct err *err)
{
	if (!fits(&s->run, set) && end_run(s, arena, err) < 0)
		return -1;
	if (s->run.n == 1 && set->n == 1 && set != &s->run) {
		append(&s->run.items[0], &set->items[0]); /* the run's array is its own */
		return 0;
	}
	return multiply(&s->run, set, arena, err);
}

static int
add_optional(struct sequence *s, const struct literal_set *set, struct arena *arena, struct err *err)
{
	struct literal nothing = {.len = 0};
	struct literal_set with = *set, empty = {&nothing, 1};

	if (literal_set_union(&with, &empty, arena, err) < 0)
		return -1;
	if (with.n == 0 || !fits(&s->run, &with))
		return end_run(s, arena, err);
	return multiply(&s->run, &with, arena, err);
}

static int
add_piece(struct sequence *s, const struct piece *piece, unsigned min, unsigned max, struct arena *arena,
	  struct err *err)
{
	if (!piece->exact) {
		if (min > 0)
			consider(s, &piece->set);
		return end_run(s, arena, err);
	}
	if (min == 0)
		return max == 1 ? add_optional(s, &piece->set, arena, err) : end_run(s, arena, err);
	unsigned copies = min < COPIES_MAX ? min : COPIES_MAX;
	for (unsigned i = 0; i < copies; i++)
		if (add_exact(s, &piece->set, arena, err) < 0)
			return -1;
	return copies < max ? end_run(s, arena, err) : 0;
}

static struct piece
end_sequence(struct sequence *s)
{
	if (s->exact)
		return (struct piece){true, s->run};
	consider(s, &s->run);
	return (struct piece){false, s->best};
}

/* --- groups --- */

static struct group *
top(struct derivation *d)
{
	return &d->groups[d->depth - 1];
}

static int
open_group(struct derivation *d, bool look, bool extended, struct err *err)
{
	struct group *group = &d->groups[d->depth++];

	*group = (struct group){.look = look, .extended = extended};
	return start_sequence(&group->sequence, d->arena, err);
}

/* The alternatives read so far, the current one among them. */
static int
end_alternative(struct derivation *d, struct piece *all, struct err *err)
{
	struct group *group = top(d);
	struct piece piece = end_sequence(&group->sequence);

	if (!group->has_others) {
		*all = piece;
		return 0;
	}
	*all = group->others;
	if (all->exact && piece.exact && all->set.n + piece.set.n <= LITERAL_SET_MAX)
		return literal_set_union(&all->set, &piece.set, d->arena, err);
	all->exact = false;
	if (literal_set_score(&all->set) == 0 || literal_set_score(&piece.set) == 0) {
		all->set.n = 0;
		return 0;
	}
	return literal_set_union(&all->set, &piece.set, d->arena, err);
}

static int
next_alternative(struct derivation *d, struct err *err)
{
	struct group *group = top(d);
	struct piece all;

	if (end_alternative(d, &all, err) < 0)
		return -1;
	group->others = all;
	group->has_others = true;
	return start_sequence(&group->sequence, d->arena, err);
}

static int
nothing_piece(struct piece *piece, struct arena *arena, struct err *err)
{
	piece->exact = true;
	return start_run(&piece->set, arena, err);
}

static int
close_group(struct derivation *d, struct piece *piece, struct err *err)
{
	struct group *group = top(d);

	if (end_alternative(d, piece, err) < 0)
		return -1;
	d->reader.extended = group->extended;
	d->depth--;
	return group->look ? nothing_piece(piece, d->arena, err) : 0;
}

static int
bytes_piece(struct piece *piece, const struct item *item, struct arena *arena, struct err *err)
{
	piece->exact = true;
	piece->set.n = item->nbytes;
	piece->set.items = arena_array(arena, item->nbytes, sizeof(*piece->set.items));
	if (!piece->set.items)
		return err_oom(err);
	for (unsigned i = 0; i < item->nbytes; i++) {
		piece->set.items[i].len = 1;
		piece->set.items[i].bytes[0] = item->bytes[i];
	}
	return 0;
}

static int
make_piece(struct derivation *d, struct piece *piece, const struct item *item, struct err *err)
{
	*piece = (struct piece){.exact = false};
	switch (item->kind) {
	case ITEM_BYTES:
		return bytes_piece(piece, item, d->arena, err);
	case ITEM_NOTHING:
		return nothing_piece(piece, d->arena, err);
	case ITEM_CLOSE:
		return close_group(d, piece, err);
	default:
		return 0;
	}
}

/* One item. 1: go on, 0: the end, or something unknown (then depth is 0), -1. */
static int
take_item(struct derivation *d, struct err *err)
{
	bool extended = d->reader.extended;
	struct item item = regex_read_item(&d->reader);
	bool opens = item.kind == ITEM_OPEN || item.kind == ITEM_LOOK;
	unsigned min, max;
	struct piece piece;

	if (item.kind == ITEM_END && d->depth == 1)
		return 0;
	if (item.kind == ITEM_UNKNOWN || item.kind == ITEM_END ||
	    (item.kind == ITEM_CLOSE && d->depth == 1) || (opens && d->depth == DEPTH_MAX)) {
		d->depth = 0;
		return 0;
	}
	if (opens)
		return open_group(d, item.kind == ITEM_LOOK, extended, err) < 0 ? -1 : 1;
	if (item.kind == ITEM_OR)
		return next_alternative(d, err) < 0 ? -1 : 1;
	if (make_piece(d, &piece, &item, err) < 0)
		return -1;
	if (!regex_read_quantifier(&d->reader, &min, &max)) {
		d->depth = 0;
		return 0;
	}
	return add_piece(&top(d)->sequence, &piece, min, max, d->arena, err) < 0 ? -1 : 1;
}

int
regex_literals(struct literal_set *out, struct arena *arena, struct slice pattern, struct err *err)
{
	struct derivation d = {.reader = {.pattern = pattern}, .arena = arena};
	struct piece piece;
	int rc = open_group(&d, false, false, err);

	*out = (struct literal_set){NULL, 0};
	for (rc = rc < 0 ? -1 : 1; rc > 0;)
		rc = take_item(&d, err);
	if (rc < 0)
		return -1;
	if (d.depth == 0)
		return 0;
	if (end_alternative(&d, &piece, err) < 0)
		return -1;
	if (literal_set_score(&piece.set) == 0)
		return 0;
	literal_set_reduce(&piece.set);
	*out = piece.set;
	return 0;
}
