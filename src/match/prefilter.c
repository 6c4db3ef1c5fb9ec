/*
 * prefilter.c - Aho-Corasick, dense, in four lanes
 *
 * Worked example, literals "he" and "she". Bytes that no literal holds share
 * class 0, the others have one each: e=1 h=2 s=3 (upper case goes with lower).
 * The trie has the states 0 "", 1 "h", 2 "he", 3 "s", 4 "sh", 5 "she". The
 * failure link of a state is the longest other state that is its end: "sh"
 * falls back to "h", "she" to "he". Filling the empty places of each row from
 * the row of the failure link (breadth first, so that row is ready) leaves one
 * table look-up a byte. States at which a literal ends are numbered last,
 * which makes "is this a match?" one comparison; their literals are found by
 * walking the failure links that end in a literal ("she", then "he").
 *
 * Only the first STATE_BYTES of a literal have states, and bytes that few
 * literals hold share a class: the table stays small enough for the cache and
 * is made in a fraction of a millisecond. What the automaton finds is
 * therefore compared with the literals that begin so.
 *
 * One look-up waits for the one before, so the processor idles. Four places of
 * the text are therefore walked at once; each lane but the first starts a
 * literal's length early to be in the right state when its own part begins.
 */
#include "match/prefilter_tables.h"

#include <stdbool.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/ascii.h"
#include "base/buf.h"
#include "base/limits.h"

#define STATE_BYTES    5u
#define CLASSES_MAX    64u
#define LANES          4u
#define LANE_MIN_BYTES 64u /* a shorter text is walked in one lane */

/* --- building --- */

static unsigned char
fold(char c)
{
	return (unsigned char)ascii_lower(c);
}

static struct slice
clip(struct slice literal)
{
	return slice_sub(literal, 0, STATE_BYTES);
}

struct byte_count {
	unsigned char byte;
	uint32_t count;
};

static int
compare_counts(const void *a, const void *b)
{
	const struct byte_count *x = a, *y = b;

	if (x->count != y->count)
		return x->count > y->count ? -1 : 1;
	return x->byte - y->byte;
}

/* Class 0 is for bytes of no literal; the last one is shared by those for which no class is left. */
static void
make_classes(struct prefilter *pf, const struct slice *literals, size_t n)
{
	struct byte_count counts[256];
	unsigned classes = 1;

	for (unsigned b = 0; b < 256; b++)
		counts[b] = (struct byte_count){(unsigned char)b, 0};
	for (size_t i = 0; i < n; i++) {
		struct slice literal = clip(literals[i]);
		for (size_t k = 0; k < literal.len; k++)
			counts[fold(literal.ptr[k])].count++;
	}
	qsort(counts, 256, sizeof(counts[0]), compare_counts);
	for (unsigned b = 0; b < 256 && counts[b].count > 0; b++) {
		pf->class_of[counts[b].byte] =
			(unsigned char)(classes < CLASSES_MAX ? classes : CLASSES_MAX - 1);
		classes += classes < CLASSES_MAX;
	}
	for (unsigned b = 'A'; b <= 'Z'; b++)
		pf->class_of[b] = pf->class_of[b + ('a' - 'A')];
	while ((1u << pf->shift) < classes)
		pf->shift++;
}

static size_t
count_states(const struct slice *literals, size_t n)
{
	size_t total = 1;

	for (size_t i = 0; i < n && total < PREFILTER_STATES; i++)
		total += clip(literals[i]).len;
	return total < PREFILTER_STATES ? total : PREFILTER_STATES;
}

static bool
is_text(const struct literal_text *text, struct slice literal)
{
	if (text->text.len != literal.len)
		return false;
	for (size_t i = 0; i < literal.len; i++)
		if ((unsigned char)text->text.ptr[i] != fold(literal.ptr[i]))
			return false;
	return true;
}

static int
add_text(struct prefilter *pf, struct slice literal, uint32_t state)
{
	char *copy = arena_strndup(pf->arena, literal.ptr, literal.len);

	if (!copy)
		return -1;
	for (size_t i = 0; i < literal.len; i++)
		copy[i] = (char)fold(copy[i]);
	pf->texts[pf->nids] = (struct literal_text){slice_of(copy, literal.len), pf->literal[state]};
	pf->literal[state] = (uint32_t)pf->nids++;
	if (literal.len > pf->longest)
		pf->longest = (uint32_t)literal.len;
	return 0;
}

/* The state in which the start of the literal ends, made if it is new. 0 stands for "no child": the root is
 * nobody's. */
static uint32_t
insert_path(struct prefilter *pf, struct slice start)
{
	uint32_t state = 0;

	for (size_t i = 0; i < start.len; i++) {
		uint16_t *to = &pf->next[((size_t)state << pf->shift) + pf->class_of[fold(start.ptr[i])]];
		if (*to == 0)
			*to = (uint16_t)pf->nstates++;
		state = *to;
	}
	if (start.len > pf->deepest)
		pf->deepest = (uint32_t)start.len;
	return state;
}

static int
insert(struct prefilter *pf, size_t room, struct slice literal, uint32_t *id)
{
	struct slice start = clip(literal);

	*id = PREFILTER_NONE;
	if (literal.len == 0 || literal.len > UINT32_MAX || room - pf->nstates < start.len)
		return 0;
	uint32_t state = insert_path(pf, start);
	for (*id = pf->literal[state]; *id != PREFILTER_NONE; *id = pf->texts[*id].other)
		if (is_text(&pf->texts[*id], literal))
			return 0;
	*id = (uint32_t)pf->nids;
	return add_text(pf, literal, state);
}

/* Rows completed breadth first; `fail` becomes the failure link of each state. */
static void
complete(struct prefilter *pf, uint16_t *queue, uint16_t *fail)
{
	size_t width = (size_t)1 << pf->shift, head = 0, tail = 0;

	queue[tail++] = 0;
	while (head < tail) {
		uint16_t state = queue[head++];
		uint16_t *row = &pf->next[(size_t)state << pf->shift];
		const uint16_t *back = &pf->next[(size_t)fail[state] << pf->shift];

		for (size_t c = 0; c < width; c++) {
			uint16_t child = row[c];
			if (child == 0) {
				row[c] = state ? back[c] : 0;
				continue;
			}
			fail[child] = state ? back[c] : 0;
			uint16_t link = fail[child];
			pf->fallback[child] = pf->literal[link] != PREFILTER_NONE ? link : pf->fallback[link];
			queue[tail++] = child;
		}
	}
}

/* Numbers the states at which something ends last. */
static int
renumber(struct prefilter *pf, uint16_t *number)
{
	size_t entries = pf->nstates << pf->shift;
	uint32_t low = 0, high = (uint32_t)pf->nstates;
	uint16_t *next = malloc(entries * sizeof(*next));
	uint32_t *literal = malloc(pf->nstates * sizeof(*literal));
	uint16_t *fallback = malloc(pf->nstates * sizeof(*fallback));

	if (!next || !literal || !fallback) {
		free(next);
		free(literal);
		free(fallback);
		return -1;
	}
	for (uint32_t s = 0; s < pf->nstates; s++) {
		bool ends = pf->literal[s] != PREFILTER_NONE || pf->fallback[s] != 0;
		number[s] = (uint16_t)(ends ? --high : low++);
	}
	pf->first_match = high;
	for (uint32_t s = 0; s < pf->nstates; s++) {
		const uint16_t *from = &pf->next[(size_t)s << pf->shift];
		uint16_t *to = &next[(size_t)number[s] << pf->shift];

		for (size_t c = 0; c < (size_t)1 << pf->shift; c++)
			to[c] = number[from[c]];
		literal[number[s]] = pf->literal[s];
		fallback[number[s]] = number[pf->fallback[s]];
	}
	free(pf->next);
	free(pf->literal);
	free(pf->fallback);
	pf->next = next;
	pf->nentries = entries;
	pf->literal = literal;
	pf->fallback = fallback;
	return 0;
}

static int
finish(struct prefilter *pf)
{
	uint16_t *queue = calloc(pf->nstates, sizeof(*queue));
	uint16_t *fail = calloc(pf->nstates, sizeof(*fail));
	int rc = -1;

	if (queue && fail) {
		complete(pf, queue, fail);
		rc = renumber(pf, queue);
	}
	free(queue);
	free(fail);
	return rc;
}

static int
build(struct prefilter *pf, const struct slice *literals, size_t n)
{
	size_t room = count_states(literals, n);

	pf->nliterals = n;
	make_classes(pf, literals, n);
	pf->next = calloc(room << pf->shift, sizeof(*pf->next));
	pf->literal = malloc(room * sizeof(*pf->literal));
	pf->fallback = calloc(room, sizeof(*pf->fallback));
	pf->ids = malloc((n + 1) * sizeof(*pf->ids));
	pf->texts = malloc((n + 1) * sizeof(*pf->texts));
	if (!pf->next || !pf->literal || !pf->fallback || !pf->ids || !pf->texts)
		return -1;
	for (size_t s = 0; s < room; s++)
		pf->literal[s] = PREFILTER_NONE;
	pf->nstates = 1;
	for (size_t i = 0; i < n; i++)
		if (insert(pf, room, literals[i], &pf->ids[i]) < 0)
			return -1;
	return finish(pf);
}

int
prefilter_new(struct prefilter **out, const struct slice *literals, size_t n, struct err *err)
{
	struct prefilter *pf = calloc(1, sizeof(*pf));

	*out = NULL;
	if (!pf)
		return err_oom(err);
	pf->arena = calloc(1, sizeof(*pf->arena));
	if (!pf->arena) {
		free(pf);
		return err_oom(err);
	}
	arena_init(pf->arena);
	if (build(pf, literals, n) < 0) {
		prefilter_free(pf);
		return err_oom(err);
	}
	*out = pf;
	return 0;
}

void
prefilter_free(struct prefilter *pf)
{
	if (!pf || !pf->arena)
		return;
	free(pf->next);
	free(pf->literal);
	free(pf->fallback);
	free(pf->ids);
	free(pf->texts);
	arena_release(pf->arena);
	free(pf->arena);
	free(pf);
}

const uint32_t *
prefilter_ids(const struct prefilter *pf)
{
	return pf->ids;
}

size_t
prefilter_nids(const struct prefilter *pf)
{
	return pf->nids;
}

uint32_t
prefilter_length(const struct prefilter *pf, uint32_t id)
{
	return (uint32_t)pf->texts[id].text.len;
}

uint32_t
prefilter_longest(const struct prefilter *pf)
{
	return pf->longest;
}

/* --- scanning --- */

/* A part of the text and the places in it where a literal ends. */
struct lane {
	const unsigned char *at, *end;
	uint32_t state;
	struct lane_end {
		const unsigned char *at; /* the last byte of the literal */
		uint32_t state;
	} * ends;
	size_t n, cap;
	bool full;
};

static inline int
step(const struct prefilter *pf, struct lane *lane)
{
	lane->state = pf->next[((size_t)lane->state << pf->shift) + pf->class_of[*lane->at]];
	if (__builtin_expect(lane->state >= pf->first_match, 0)) {
		void *ends = lane->ends;
		if (lane->n == LIMIT_KEYWORD_HITS / LANES) {
			lane->full = true;
			lane->at++;
			return 0;
		}
		if (array_reserve(&ends, &lane->cap, lane->n + 1, sizeof(*lane->ends)) < 0)
			return -1;
		lane->ends = ends;
		lane->ends[lane->n++] = (struct lane_end){lane->at, lane->state};
	}
	lane->at++;
	return 0;
}

/* The state before `from`, had the walk begun at `begin`. */
static uint32_t
warm_up(const struct prefilter *pf, const unsigned char *begin, const unsigned char *from)
{
	uint32_t state = 0;

	if ((size_t)(from - begin) > pf->deepest)
		begin = from - pf->deepest;
	for (; begin < from; begin++)
		state = pf->next[((size_t)state << pf->shift) + pf->class_of[*begin]];
	return state;
}

static int
walk(const struct prefilter *pf, struct lane lanes[LANES], size_t common)
{
	for (size_t i = 0; i < common; i++)
		if (step(pf, &lanes[0]) < 0 || step(pf, &lanes[1]) < 0 || step(pf, &lanes[2]) < 0 ||
		    step(pf, &lanes[3]) < 0)
			return -1;
	for (size_t l = 0; l < LANES; l++)
		while (lanes[l].at < lanes[l].end)
			if (step(pf, &lanes[l]) < 0)
				return -1;
	return 0;
}

/* The part of a text that is searched. */
struct part {
	const unsigned char *bytes; /* of the whole text */
	size_t from, to;
};

static bool
stands_at(const struct literal_text *text, const struct part *in, size_t start)
{
	if (text->text.len > in->to - start)
		return false;
	for (size_t i = 0; i < text->text.len; i++)
		if (fold((char)in->bytes[start + i]) != (unsigned char)text->text.ptr[i])
			return false;
	return true;
}

static int
add_hit(struct prefilter_hits *hits, size_t start, uint32_t id)
{
	void *items = hits->items;

	if (hits->n == LIMIT_KEYWORD_HITS) {
		hits->full = true;
		return 0;
	}
	if (array_reserve(&items, &hits->cap, hits->n + 1, sizeof(*hits->items)) < 0)
		return -1;
	hits->items = items;
	hits->items[hits->n++] = (struct prefilter_hit){(uint32_t)start, id};
	return 0;
}

/* All literals whose start ends here in one state. */
static int
collect_state(const struct prefilter *pf, uint32_t state, size_t end, const struct part *in,
	      struct prefilter_hits *hits)
{
	for (uint32_t id = pf->literal[state]; id != PREFILTER_NONE; id = pf->texts[id].other) {
		const struct literal_text *text = &pf->texts[id];
		size_t start = end - (text->text.len < STATE_BYTES ? text->text.len : STATE_BYTES);

		if (stands_at(text, in, start) && add_hit(hits, start, id) < 0)
			return -1;
	}
	return 0;
}

static int
collect(const struct prefilter *pf, const struct lane *lane, const struct part *in,
	struct prefilter_hits *hits)
{
	for (size_t i = 0; i < lane->n; i++) {
		size_t end = (size_t)(lane->ends[i].at - in->bytes) + 1;

		for (uint32_t s = lane->ends[i].state; s != 0; s = pf->fallback[s])
			if (collect_state(pf, s, end, in, hits) < 0)
				return -1;
	}
	return 0;
}

int
prefilter_scan(const struct prefilter *pf, struct slice text, size_t from, size_t to,
	       struct prefilter_hits *hits, struct err *err)
{
	struct part in = {(const unsigned char *)text.ptr, from, to};
	struct lane lanes[LANES] = {0};
	int rc = 0;

	if (pf->nids == 0 || from >= to)
		return 0;
	size_t part = (to - from) / LANES;
	if (part < LANE_MIN_BYTES)
		part = 0; /* the last lane takes it all */
	for (size_t l = 0; l < LANES; l++) {
		lanes[l].at = in.bytes + from + l * part;
		lanes[l].end = l + 1 < LANES ? lanes[l].at + part : in.bytes + to;
		lanes[l].state = warm_up(pf, in.bytes + from, lanes[l].at);
	}
	rc = walk(pf, lanes, part);
	for (size_t l = 0; l < LANES; l++) {
		rc = rc < 0 ? rc : collect(pf, &lanes[l], &in, hits);
		hits->full |= lanes[l].full;
		free(lanes[l].ends);
	}
	return rc < 0 ? err_oom(err) : 0;
}
