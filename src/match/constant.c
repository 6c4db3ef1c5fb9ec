/*
 * constant.c - names followed, text put together
 *
 * What is left to be read is a stack of nodes, the next one on top. `A + ("b" + C)`:
 *
 *	[+]                      → [A, "b" + C]
 *	[A, "b" + C]             A is "a": pushed in its place
 *	["a", "b" + C]           text "a"
 *	["b" + C] → ["b", C]     text "ab" ...
 */
#include "match/constant.h"

#include "base/ascii.h"
#include "base/buf.h"
#include "match/declaration.h"
#include "match/source.h"

#define PENDING_MAX 64u
#define STEPS_MAX   256u
#define FOLDED_MAX  65536u /* bytes */

struct pending {
	uint32_t node;
	bool raw; /* a part of a text's content: no quotes */
};

struct folding {
	const struct unit *unit;
	const struct shape_node *nodes;
	struct pending pending[PENDING_MAX];
	size_t n;
	struct slice pieces[PENDING_MAX];
	size_t npieces;
	bool text; /* one of them is text */
	bool some; /* one of them is one of several */
};

bool
constant_is_literal(struct slice leaf)
{
	static const char *const words[] = {"true", "false", "null", "none", "nil", "undefined"};

	if (leaf.len > 0 && ascii_is_digit(leaf.ptr[0]))
		return true;
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (slice_eq_nocase(leaf, words[i]))
			return true;
	return false;
}

static bool
push(struct folding *f, uint32_t node, bool raw)
{
	if (f->n == PENDING_MAX)
		return false;
	f->pending[f->n++] = (struct pending){node, raw};
	return true;
}

static bool
take_piece(struct folding *f, struct slice piece, bool text)
{
	if (f->npieces == PENDING_MAX)
		return false;
	f->pieces[f->npieces++] = piece;
	f->text |= text;
	return true;
}

/* The operands of `a + b`; false for anything else. */
static bool
sum_of(const struct folding *f, uint32_t t, uint32_t *left, uint32_t *right)
{
	*left = f->nodes[t].first;
	if (f->nodes[t].shape != SHAPE_NODE || *left == NODE_NONE)
		return false;
	uint32_t operator= f->nodes[*left].next;
	if (operator== NODE_NONE || f->nodes[operator].shape != SHAPE_TOKEN)
		return false;
	struct slice sign = shape_text(&f->unit->shape, operator);
	*right = f->nodes[operator].next;
	return *right != NODE_NONE && f->nodes[*right].next == NODE_NONE &&
	       (slice_eq_str(sign, "+") || slice_eq_str(sign, "."));
}

/* Characters of a text with expressions, not a name in it. */
static bool
is_content(const struct folding *f, uint32_t t)
{
	const char *kind = syntax_kind_name(f->unit->syntax, f->nodes[t].kind);

	return kind && (strstr(kind, "content") || strstr(kind, "fragment") || strstr(kind, "escape") ||
			strstr(kind, "literal"));
}

/* The parts of a text with expressions, the last one first. */
static bool
push_parts(struct folding *f, uint32_t t)
{
	size_t first = f->n;

	for (uint32_t k = f->nodes[t].first; k != NODE_NONE; k = f->nodes[k].next) {
		uint32_t inner = f->nodes[k].first;
		bool raw = inner == NODE_NONE && is_content(f, k);
		if (inner != NODE_NONE &&
		    (f->nodes[k].shape != SHAPE_NODE || f->nodes[inner].next != NODE_NONE))
			return false;
		if (!push(f, inner == NODE_NONE ? k : inner, raw))
			return false;
	}
	for (size_t i = first, k = f->n; i + 1 < k; i++, k--) {
		struct pending other = f->pending[i];
		f->pending[i] = f->pending[k - 1];
		f->pending[k - 1] = other;
	}
	f->text = true;
	return true;
}

static bool
push_values(struct folding *f, uint32_t t)
{
	uint32_t values[DECLARATION_VALUES];
	size_t n = declaration_values(f->unit, t, values);

	if (n == 1)
		return values[0] != NODE_NONE && push(f, values[0], false);
	for (size_t i = 0; i < n; i++)
		if (values[i] == NODE_NONE || f->nodes[values[i]].shape != SHAPE_STRING)
			return false;
	f->some = f->text = true;
	return n > 0;
}

/* Literals side by side, as in Python: "a" 'b'. */
static bool
take_string(struct folding *f, struct slice literal)
{
	struct slice whole = source_unquoted(literal);
	size_t at = 0;

	if (literal.len == 0 || whole.len + 2 > literal.len || !source_literal_end(literal, 0))
		return take_piece(f, whole, true);
	while (at < literal.len) {
		size_t end = source_literal_end(literal, at);
		if (end == 0 || (at == 0 && end >= literal.len))
			return at == 0 ? take_piece(f, whole, true) : false;
		if (!take_piece(f, source_unquoted(slice_sub(literal, at, end)), true))
			return false;
		at = end;
		while (at < literal.len && (ascii_is_space(literal.ptr[at]) || literal.ptr[at] == '\\'))
			at++;
	}
	return true;
}

/* Takes the node on top apart; false when it is not constant. */
static bool
step(struct folding *f)
{
	struct pending top = f->pending[--f->n];
	uint32_t t = top.node, left, right;
	struct slice text = shape_text(&f->unit->shape, t);

	if (top.raw)
		return take_piece(f, text, true);
	switch (f->nodes[t].shape) {
	case SHAPE_STRING:
		return take_string(f, text);
	case SHAPE_TEMPLATE:
		return push_parts(f, t);
	case SHAPE_NAME:
	case SHAPE_ATTRIBUTE:
		if (f->nodes[t].first == NODE_NONE && constant_is_literal(text))
			return take_piece(f, text, false);
		return push_values(f, t);
	default:
		if (sum_of(f, t, &left, &right))
			return push(f, right, false) && push(f, left, false);
		if (f->nodes[t].first != NODE_NONE)
			return false;
		return constant_is_literal(text) ? take_piece(f, text, false) : push_values(f, t);
	}
}

static int
join(struct constant *out, struct arena *arena, const struct folding *f, struct err *err)
{
	struct buf all = BUF_INIT(FOLDED_MAX);
	int rc = 0;

	for (size_t i = 0; i < f->npieces; i++)
		buf_add_slice(&all, f->pieces[i]);
	if (!buf_ok(&all))
		out->kind = CONSTANT_SOME_TEXT; /* too long to be looked at */
	else if (arena_dup(&out->text, arena, buf_slice(&all)) < 0)
		rc = err_oom(err);
	out->folded = true;
	buf_release(&all);
	return rc;
}

int
constant_read(struct constant *out, struct arena *arena, const struct unit *unit, uint32_t t, struct err *err)
{
	struct folding f = {.unit = unit, .nodes = unit->shape.nodes};
	unsigned steps = 0;

	*out = (struct constant){.kind = CONSTANT_NONE};
	push(&f, t, false);
	while (f.n > 0)
		if (++steps > STEPS_MAX || !step(&f))
			return 0;
	if (f.some) {
		out->kind = CONSTANT_SOME_TEXT;
		return 0;
	}
	if (!f.text && f.npieces != 1)
		return 0; /* sums of numbers */
	out->kind = f.text ? CONSTANT_TEXT : CONSTANT_LITERAL;
	if (f.npieces == 1) {
		out->text = f.pieces[0];
		return 0;
	}
	return join(out, arena, &f, err);
}
