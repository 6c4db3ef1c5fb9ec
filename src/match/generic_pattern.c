/*
 * generic_pattern.c - from a pattern's text to instructions
 *
 *	[$NAME]          TOKEN [, META $NAME, TOKEN ],
 *	  ...            ENTER, DOTS,
 *	  port = $...P   TOKEN port, TOKEN =, DOTS $...P (last), LEAVE
 */
#include "base/ascii.h"
#include "match/generic.h"

struct compiler {
	struct generic_pattern *out;
	const struct generic_tree *tree;
	const struct place *place;
	uint32_t at; /* node */
	unsigned depth;
	struct err *err;
};

static struct generic_op *
emit(struct compiler *c, enum generic_op_kind kind)
{
	if (c->out->n == GENERIC_OPS) {
		place_error(c->err, c->place, "a pattern of more than %u words and marks", GENERIC_OPS);
		return NULL;
	}
	struct generic_op *op = &c->out->ops[c->out->n++];
	*op = (struct generic_op){.kind = (uint8_t)kind, .slot = GENERIC_NONE};
	return op;
}

/* The node's bytes; empty for a list and behind the end. */
static struct slice
bytes_of(const struct compiler *c, uint32_t at)
{
	if (at >= c->tree->n || c->tree->nodes[at].kind > GENERIC_MARK)
		return slice_of(NULL, 0);
	return slice_sub(c->tree->text, c->tree->nodes[at].start, c->tree->nodes[at].end);
}

/* The node is this mark and stands right behind the one before. */
static bool
follows(const struct compiler *c, uint32_t at, const char *mark)
{
	return slice_eq_str(bytes_of(c, at), mark) && c->tree->nodes[at].start == c->tree->nodes[at - 1].end;
}

/* How many dots stand here in a row. */
static uint32_t
count_dots(const struct compiler *c, uint32_t at)
{
	uint32_t n = 0;

	if (slice_eq_str(bytes_of(c, at), "."))
		for (n = 1; follows(c, at + n, ".");)
			n++;
	return n;
}

/* A capital letter begins the name of a metavariable. */
static bool
is_name(const struct compiler *c, uint32_t at)
{
	struct slice name = bytes_of(c, at);

	return name.len > 0 && name.ptr[0] >= 'A' && name.ptr[0] <= 'Z' &&
	       c->tree->nodes[at].start == c->tree->nodes[at - 1].end;
}

/* --- holes --- */

static int
set_slot(struct compiler *c, struct generic_op *op, uint32_t first, uint32_t last)
{
	struct generic_pattern *out = c->out;
	struct slice name = slice_sub(c->tree->text, c->tree->nodes[first].start, c->tree->nodes[last].end);
	size_t slot = 0;

	while (slot < out->nslots && !slice_eq(out->slots[slot], name))
		slot++;
	if (slot == GENERIC_SLOTS)
		return place_error(c->err, c->place, "a pattern of more than %u metavariables",
				   GENERIC_SLOTS);
	op->slot = (uint8_t)slot;
	op->binds = slot == out->nslots;
	out->recalls |= !op->binds;
	if (op->binds)
		out->slots[out->nslots++] = name;
	return 0;
}

/* `...` right after `...` reaches further; $...X after it would not know where to begin. */
static int
emit_dots(struct compiler *c, uint32_t named, uint32_t next)
{
	struct generic_op *op = c->out->n > 0 ? &c->out->ops[c->out->n - 1] : NULL;
	bool again = op && op->kind == GENERIC_OP_DOTS;

	if (again && named)
		return place_error(c->err, c->place,
				   "an ellipsis metavariable cannot follow another ellipsis");
	if (!again)
		op = emit(c, GENERIC_OP_DOTS);
	if (!op || (named && set_slot(c, op, c->at, next - 1) < 0))
		return -1;
	op->repeat++;
	c->at = next;
	return 0;
}

static int
emit_token(struct compiler *c)
{
	bool meta = slice_eq_str(bytes_of(c, c->at), "$") && is_name(c, c->at + 1);
	struct generic_op *op = emit(c, meta ? GENERIC_OP_META : GENERIC_OP_TOKEN);

	if (!op || (meta && set_slot(c, op, c->at, c->at + 1) < 0))
		return -1;
	op->bytes = bytes_of(c, c->at);
	c->at += meta ? 2 : 1;
	return 0;
}

/* A run of more than three dots is no ellipsis but all of them. */
static int
emit_run(struct compiler *c, uint32_t n)
{
	for (; n > 0; n--)
		if (emit_token(c) < 0)
			return -1;
	return 0;
}

static int
compile_tokens(struct compiler *c)
{
	uint32_t dots = count_dots(c, c->at);

	if (dots == 3)
		return emit_dots(c, false, c->at + 3);
	if (dots > 0)
		return emit_run(c, dots);
	if (slice_eq_str(bytes_of(c, c->at), "$") && follows(c, c->at + 1, ".") &&
	    count_dots(c, c->at + 1) == 3 && is_name(c, c->at + 4))
		return emit_dots(c, true, c->at + 5);
	return emit_token(c);
}

/* --- lists --- */

static int
enter(struct compiler *c)
{
	c->out->nests = true;
	if (++c->depth >= GENERIC_DEPTH)
		return place_error(c->err, c->place, "a pattern that is indented more than %u times",
				   GENERIC_DEPTH - 1);
	c->at++;
	return emit(c, GENERIC_OP_ENTER) ? 0 : -1;
}

/* Leaves the lists that end before node c->at. */
static int
leave(struct compiler *c)
{
	uint32_t list =
		c->tree->nodes[c->at - 1].kind == GENERIC_LIST ? c->at - 1 : c->tree->nodes[c->at - 1].up;

	for (; list != 0 && c->tree->nodes[list].next == c->at; list = c->tree->nodes[list].up) {
		c->depth--;
		if (!emit(c, GENERIC_OP_LEAVE))
			return -1;
	}
	return 0;
}

/* What can be told of `...` and of lists only when all is known. */
static void
finish(struct generic_pattern *out)
{
	bool last = true;

	for (size_t i = out->n; i-- > 0;) {
		struct generic_op *op = &out->ops[i];
		op->last = last && op->kind == GENERIC_OP_DOTS;
		last &= op->kind == GENERIC_OP_LEAVE;
		op->optional = op->kind == GENERIC_OP_ENTER && out->ops[i + 1].kind == GENERIC_OP_DOTS &&
			       out->ops[i + 2].kind == GENERIC_OP_LEAVE;
	}
	out->open = out->n > 0 && out->ops[out->n - 1].kind == GENERIC_OP_DOTS;
}

static int
compile(struct compiler *c)
{
	for (c->at = 1; c->at < c->tree->n;) {
		int rc = c->tree->nodes[c->at].kind == GENERIC_LIST ? enter(c) : compile_tokens(c);
		if (rc < 0 || leave(c) < 0)
			return -1;
	}
	finish(c->out);
	return 0;
}

int
generic_pattern_read(struct generic_pattern *out, struct slice text, const struct generic_options *options,
		     const struct place *place, struct err *err)
{
	struct generic_tree tree = {0};
	struct compiler c = {.out = out, .tree = &tree, .place = place, .err = err};

	*out = (struct generic_pattern){.options = options};
	int rc = generic_tree_read(&tree, text, COMMENTS_NONE, false, err);
	if (rc == 0)
		rc = compile(&c);
	generic_tree_release(&tree);
	return rc;
}
