/*
 * makeup.c - the lines that a match stands for, and their words
 *
 * Worked example, the pattern on the left:
 *
 *	def $F(...):		1  def f(a):		own
 *	  ...			2      b = a
 *	  g($X)			3      if b:
 *	  ...			4          return g(	own
 *				5              b)	own
 *				6      return 0
 *
 * The pattern takes the function and, in its block, the call. A node that was
 * taken is a piece without the blocks and parameters in it, and without what a pattern need
 * not mention (annotations, an `else`), unless it names them: the function is its head. So the match does
 * not change with line 2, 3 or 6, and does with 1, 4 and 5.
 *
 * The essence is a hash of the words in the pieces, "g b" here. It is the same
 * where the match was moved, wrapped, re-indented or commented, and when the function
 * got another name, for a name that is merely declared says nothing about a
 * defect. Equal ones excuse a finding, so it is a part of SHA-256, in which nobody finds
 * a second text for it.
 */
#include "match/makeup.h"

#include <stdlib.h>

#include "base/hash.h"
#include "match/definition.h"

/* --- pieces --- */

struct cutter {
	struct piece items[PIECES_MAX];
	size_t n;
	bool full;
};

static void
add_piece(struct cutter *c, uint32_t start, uint32_t end)
{
	if (start >= end)
		return;
	if (c->n < PIECES_MAX)
		c->items[c->n++] = (struct piece){start, end};
	else
		c->full = true;
}

/* The bytes of a node before its first child: `def`, `if (`. */
static uint32_t
own_bytes_end(const struct shape_node *nodes, uint32_t t)
{
	uint32_t first = nodes[t].first;

	if (first == NODE_NONE)
		return nodes[t].end;
	return nodes[first].start > nodes[t].start ? nodes[t].start + 1 : nodes[t].start;
}

static bool
is_passed_over(const struct shape_node *nodes, uint32_t t, uint32_t k)
{
	if (nodes[k].shape == SHAPE_BLOCK || nodes[k].shape == SHAPE_MODIFIERS ||
	    nodes[k].shape == SHAPE_PARAMETERS)
		return true;
	if (nodes[t].shape == SHAPE_DECORATED && nodes[k].parent == t)
		return nodes[k].shape != SHAPE_FUNCTION && nodes[k].shape != SHAPE_CLASS;
	return (nodes[k].flags & SHAPE_OPTIONAL) != 0;
}

/* A node without what is passed over in it, and without what closes it behind that. */
static void
cut_node(struct cutter *c, const struct shape_tree *tree, uint32_t t)
{
	const struct shape_node *nodes = tree->nodes;
	uint32_t start = nodes[t].start, end = own_bytes_end(nodes, t);

	for (uint32_t k = t + 1; k < nodes[t].subtree_end;) {
		if (is_passed_over(nodes, t, k)) {
			add_piece(c, start, end);
			start = end = nodes[k].end;
			k = nodes[k].subtree_end;
			continue;
		}
		if (nodes[k].first == NODE_NONE) {
			start = start == end ? nodes[k].start : start;
			end = nodes[k].end > end ? nodes[k].end : end;
		}
		k++;
	}
	add_piece(c, start, end);
}

int
makeup_pieces(struct range *range, const struct unit *unit, const uint32_t *taken, uint32_t ntaken,
	      struct arena *arena, struct err *err)
{
	struct cutter c = {.n = 0};

	for (uint32_t i = 0; i < ntaken; i++)
		cut_node(&c, &unit->shape, taken[i]);
	if (c.full || c.n == 0)
		return range_whole(range, arena, err);
	struct piece *items = arena_array(arena, c.n, sizeof(*items));
	if (!items)
		return err_oom(err);
	memcpy(items, c.items, c.n * sizeof(*items));
	range->own = (struct pieces){items, c.n};
	return 0;
}

/* --- lines --- */

static int
compare_ranges(const void *a, const void *b)
{
	const struct line_range *x = a, *y = b;

	return (x->first > y->first) - (x->first < y->first);
}

static struct line_range
lines_of_piece(struct piece p, const struct text *text)
{
	return (struct line_range){text_line_at(text, p.start),
				   text_line_at(text, p.end > p.start ? p.end - 1 : p.start)};
}

static int
lines_of(struct line_set *out, const struct pieces *pieces, const struct text *text, struct arena *arena,
	 struct err *err)
{
	struct line_range *lines = arena_array(arena, pieces->n, sizeof(*lines));
	size_t n = 0;

	*out = (struct line_set){NULL, 0};
	if (!lines)
		return err_oom(err);
	for (size_t i = 0; i < pieces->n; i++)
		lines[i] = lines_of_piece(pieces->items[i], text);
	if (pieces->n > 0)
		qsort(lines, pieces->n, sizeof(*lines), compare_ranges);
	for (size_t i = 0; i < pieces->n; i++) {
		if (n > 0 && lines[i].first <= lines[n - 1].last + 1) {
			if (lines[i].last > lines[n - 1].last)
				lines[n - 1].last = lines[i].last;
			continue;
		}
		lines[n++] = lines[i];
	}
	*out = (struct line_set){lines, n};
	return 0;
}

bool
pieces_touch(const struct pieces *pieces, const struct text *text, const struct line_set *lines)
{
	for (size_t i = 0; i < pieces->n; i++) {
		struct line_range range = lines_of_piece(pieces->items[i], text);
		if (line_set_touches(lines, range.first, range.last))
			return true;
	}
	return false;
}

bool
makeup_touches(const struct range *range, const struct text *text, const struct line_set *lines,
	       enum diff_on on)
{
	struct line_range span = lines_of_piece((struct piece){range->span_start, range->span_end}, text);

	if (pieces_touch(&range->own, text, lines) || pieces_touch(&range->around, text, lines))
		return true;
	/* A guard is not lost because a line changed that its pattern passes over. */
	return (range->own.n == 0 || on == DIFF_ADDED) && line_set_touches(lines, span.first, span.last);
}

/* --- words --- */

#define WORDS_MAX 4096u /* of one match; one with more is like no other */

static bool
is_declared_name(const struct shape_tree *tree, uint32_t t)
{
	uint32_t up = t;

	/* The name of a function in C stands in declarators. */
	for (int i = 0; i < 4 && up != NODE_NONE; i++) {
		up = tree->nodes[up].parent;
		if (up != NODE_NONE &&
		    (tree->nodes[up].shape == SHAPE_FUNCTION || tree->nodes[up].shape == SHAPE_CLASS))
			return definition_name(tree, up) == t;
	}
	return false;
}

static bool
add_words(struct slice *words, size_t *n, const struct shape_tree *tree, struct piece piece)
{
	for (uint32_t t = shape_node_from(tree, piece.start); t < tree->n && tree->nodes[t].start < piece.end;
	     t++) {
		if (tree->nodes[t].first != NODE_NONE || tree->nodes[t].end > piece.end)
			continue;
		if (*n == WORDS_MAX)
			return false;
		words[(*n)++] = is_declared_name(tree, t) ? slice_of("", 0) : shape_text(tree, t);
	}
	return true;
}

/* Without a tree: what stands between white space. */
static bool
add_plain_words(struct slice *words, size_t *n, const struct text *text, struct piece piece)
{
	struct slice rest = slice_sub(text->bytes, piece.start, piece.end), word;

	while (slice_next_word(&rest, &word)) {
		if (*n == WORDS_MAX)
			return false;
		words[(*n)++] = word;
	}
	return true;
}

static uint64_t
number_of(const char *hex)
{
	char part[17] = "";

	memcpy(part, hex, 16);
	return strtoull(part, NULL, 16);
}

/* Keeps its memory on the heap: matches have few words, but may have many. */
static int
hash_words(uint64_t *out, const struct pieces *pieces, const struct unit *unit, const struct text *text,
	   struct err *err)
{
	struct slice *words = calloc(WORDS_MAX, sizeof(*words));
	char hex[HASH_HEX_LEN + 1];
	bool all = true;
	size_t n = 0;

	*out = 0;
	if (!words)
		return err_oom(err);
	for (size_t i = 0; i < pieces->n && all; i++)
		all = unit ? add_words(words, &n, &unit->shape, pieces->items[i])
			   : add_plain_words(words, &n, text, pieces->items[i]);
	if (all) {
		hash_parts(hex, words, n);
		*out = number_of(hex) | 1;
	}
	free(words);
	return 0;
}

int
makeup_of(struct makeup *out, const struct range *range, const struct unit *unit, const struct text *text,
	  struct arena *arena, struct err *err)
{
	*out = (struct makeup){.essence = 0};
	if (range->own.n == 0)
		return 0;
	if (lines_of(&out->own, &range->own, text, arena, err) < 0 ||
	    lines_of(&out->around, &range->around, text, arena, err) < 0)
		return -1;
	if (hash_words(&out->essence, &range->own, unit, text, err) < 0)
		return -1;
	return hash_words(&out->setting, &range->around, unit, text, err);
}
