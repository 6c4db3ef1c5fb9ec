/*
 * taint_truth.c - conditions that constants decide
 *
 *	int num = 86;
 *	if (7 * 42 - num > 200)     "7 * 42 - 86 > 200" is what metavariable-comparison reads: it holds
 *	if (s.charAt(0) != 'A')     "'B' != 'A'"
 *
 * What stands between the leaves is taken over, with the signs of that reader. Numbers are
 * calculated with; text is compared only, and with text only.
 */
#include "match/taint_truth.h"

#include <string.h>

#include "base/ascii.h"
#include "match/comparison.h"

#define CONDITION_MAX 256u /* bytes */
#define NODES_MAX     64u

struct truth {
	const struct unit *unit;
	enum language lang;
	char text[CONDITION_MAX];
	size_t len;
	uint32_t read; /* of the unit's text */
	bool texts, numbers, calculates;
};

static bool
put(struct truth *t, struct slice piece)
{
	if (piece.len > CONDITION_MAX - t->len)
		return false;
	memcpy(t->text + t->len, piece.ptr, piece.len);
	t->len += piece.len;
	return true;
}

/* In these 7 / 2 is 3.5. */
static bool
divides_exactly(enum language lang)
{
	return lang == LANG_PYTHON || lang == LANG_JAVASCRIPT || lang == LANG_TYPESCRIPT || lang == LANG_PHP;
}

struct sign {
	const char *here, *there; /* of the language, of metavariable-comparison; NULL: it has none */
};

static const struct sign *
sign_at(struct slice rest)
{
	static const struct sign signs[] = {{"===", "=="},   {"!==", "!="},  {"==", "=="},  {"!=", "!="},
					    {"&&", " and "}, {"||", " or "}, {"//", NULL},  {"/*", NULL},
					    {"++", NULL},    {"--", NULL},   {">>>", NULL}, {"!", " not "},
					    {"#", NULL},     {"=", NULL}};

	for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++)
		if (slice_starts(rest, signs[i].here))
			return &signs[i];
	return NULL;
}

/* The text up to a leaf, which holds signs and brackets. */
static bool
put_until(struct truth *t, uint32_t end)
{
	struct slice text = t->unit->shape.text;

	while (t->read < end) {
		char c = text.ptr[t->read];
		bool order = (c == '<' || c == '>') && t->read + 1 < end && text.ptr[t->read + 1] == '=';
		const struct sign *sign = sign_at(slice_sub(text, t->read, end));
		if ((sign && !sign->there) || (c == '/' && divides_exactly(t->lang)))
			return false;
		t->calculates |= !sign && strchr("+-*/%<>&|^~", c) != NULL;
		struct slice piece = sign    ? slice_str(sign->there)
				     : order ? slice_sub(text, t->read, t->read + 2)
					     : slice_sub(text, t->read, t->read + 1);
		if (!put(t, piece))
			return false;
		t->read += (uint32_t)(sign ? strlen(sign->here) : piece.len);
	}
	return t->read == end;
}

/* Both spellings of the two words. */
static bool
put_word(struct truth *t, struct slice word)
{
	if (slice_eq_nocase(word, "true"))
		return put(t, slice_str("True"));
	return slice_eq_nocase(word, "false") && put(t, slice_str("False"));
}

static bool
put_constant(struct truth *t, uint32_t node)
{
	struct taint_constant constant;

	if (!put_until(t, t->unit->shape.nodes[node].start))
		return false;
	t->read = t->unit->shape.nodes[node].end;
	if (!taint_constant_read(&constant, t->unit, node)) {
		uint32_t value = taint_behind_names(t->unit, node);
		return value != NODE_NONE && put_word(t, shape_text(&t->unit->shape, value));
	}
	t->texts |= constant.is_text;
	t->numbers |= !constant.is_text;
	const char *quote = constant.is_text ? "\"" : "";
	return put(t, slice_str(quote)) && put(t, constant.text) && put(t, slice_str(quote));
}

/* The node behind this one and what it holds, within the condition. */
static uint32_t
next_outside(const struct shape_node *nodes, uint32_t node, uint32_t top)
{
	while (node != top && nodes[node].next == NODE_NONE)
		node = nodes[node].parent;
	return node == top ? NODE_NONE : nodes[node].next;
}

/* A node whose operands are looked at; any other is a constant itself, or nothing is known. */
static bool
has_operands(const struct unit *unit, uint32_t node)
{
	const struct shape_node *n = &unit->shape.nodes[node];
	struct taint_constant constant;

	return n->first != NODE_NONE && n->shape == SHAPE_NODE && !taint_constant_read(&constant, unit, node);
}

int
taint_truth(const struct unit *unit, enum language lang, uint32_t condition)
{
	const struct shape_node *nodes = unit->shape.nodes;
	struct truth t = {.unit = unit, .lang = lang, .read = nodes[condition].start};
	const char *problem;
	size_t offset;
	unsigned seen = 0;
	uint32_t node = condition;

	while (node != NODE_NONE) {
		bool inner = has_operands(unit, node);
		/* A sign comes with the text behind it. */
		if (++seen > NODES_MAX ||
		    (!inner && nodes[node].shape != SHAPE_TOKEN && !put_constant(&t, node)))
			return -1;
		node = inner ? nodes[node].first : next_outside(nodes, node, condition);
	}
	if (!put_until(&t, nodes[condition].end) || (t.texts && (t.numbers || t.calculates)))
		return -1;
	struct comparison comparison = {.text = slice_of(t.text, t.len)};
	return comparison_holds(&comparison, &problem, &offset);
}
