/*
 * parse.c - tree-sitter's tree, copied once into the flat array of tree.h
 *
 * Four bounds, since the text may be hostile. Size: refused before parsing.
 * Time: error recovery is quadratic for some texts; the parser asks us every
 * hundred operations, and since one operation may scan the whole text again and again,
 * the text is handed out in pieces and the clock looked at with each. Memory: fence.h.
 * Nodes: the array has room for as many as the tree has, up to a limit; a
 * larger tree is cut, and the nodes that lack children are flagged.
 *
 * A byte that is no UTF-8 (a string in Latin-1, say) is a letter to the grammar. To
 * tree-sitter it would be the end of what it can read: one such byte made by intent
 * would take the statement round it out of the tree.
 */
#include "syntax/syntax.h"

#ifdef SLUICE_SYNTAX

#include <stdlib.h>
#include <tree_sitter/api.h>

#include "base/escape.h"
#include "base/limits.h"
#include "syntax/fence.h"
#include "syntax/grammars.h"
#include "syntax/hand.h"

#define PIECE_BYTES 4096u

struct syntax_parser {
	struct fence fence;
	TSParser *parser; /* in the fence's memory; NULL before the first text, and after an escape */
	struct parse_limits limits;
	const struct deadline *deadline;
	struct slice text;
};

static uint16_t
hand_kind(const struct hand_grammar *grammar, struct slice name)
{
	for (uint16_t kind = 1; kind < grammar->nkinds; kind++)
		if (slice_eq_str(name, grammar->kinds[kind]))
			return kind;
	return 0;
}

uint16_t
syntax_kind(const struct syntax_language *language, struct slice name, bool named)
{
	if (language->hand)
		return named ? hand_kind(language->hand, name) : 0;
	return ts_language_symbol_for_name(language->grammar(), name.ptr, (uint32_t)name.len, named);
}

const char *
syntax_kind_name(const struct syntax_language *language, uint16_t kind)
{
	if (language->hand)
		return kind < language->hand->nkinds ? language->hand->kinds[kind] : NULL;
	return ts_language_symbol_name(language->grammar(), kind);
}

uint16_t
syntax_nkinds(const struct syntax_language *language)
{
	return (uint16_t)(language->hand ? language->hand->nkinds
					 : ts_language_symbol_count(language->grammar()));
}

bool
syntax_kind_is(const struct syntax_language *language, uint16_t kind, bool named)
{
	if (language->hand)
		return named;
	TSSymbolType type = ts_language_symbol_type(language->grammar(), kind);
	return named ? type == TSSymbolTypeRegular || type == TSSymbolTypeSupertype
		     : type == TSSymbolTypeAnonymous;
}

uint16_t
syntax_field(const struct syntax_language *language, struct slice name)
{
	if (language->hand)
		return 0;
	return ts_language_field_id_for_name(language->grammar(), name.ptr, (uint32_t)name.len);
}

const char *
syntax_field_name(const struct syntax_language *language, uint16_t field)
{
	if (language->hand)
		return NULL;
	return ts_language_field_name_for_id(language->grammar(), field);
}

int
syntax_parser_new(struct syntax_parser **out, const struct parse_limits *limits, struct err *err)
{
	static const struct parse_limits usual = {LIMIT_PARSE_BYTES, LIMIT_PARSE_MS, LIMIT_PARSE_NODES,
						  LIMIT_PARSE_MEMORY};

	*out = calloc(1, sizeof(**out));
	if (!*out)
		return err_oom(err);
	(*out)->limits = limits ? *limits : usual;
	return 0;
}

void
syntax_parser_free(struct syntax_parser *parser)
{
	if (!parser)
		return;
	fence_release(&parser->fence);
	free(parser);
}

void
syntax_parser_set_deadline(struct syntax_parser *parser, const struct deadline *deadline)
{
	parser->deadline = deadline;
}

static bool
is_late(TSParseState *state)
{
	struct syntax_parser *parser = state->payload;

	return fence_is_late(&parser->fence);
}

static const char *
read_text(void *payload, uint32_t at, TSPoint position, uint32_t *nread)
{
	struct syntax_parser *parser = payload;
	struct slice left = slice_sub(parser->text, at, parser->text.len);

	(void)position;
	fence_check_time(&parser->fence);
	*nread = (uint32_t)left.len;
	if (left.len > PIECE_BYTES)
		*nread = (uint32_t)utf8_whole(slice_sub(left, 0, PIECE_BYTES));
	return left.len > 0 ? left.ptr : "";
}

/* No piece ends within a character, so what does not decode is invalid. Grammars take a NUL for the end. */
static uint32_t
decode(const uint8_t *bytes, uint32_t n, int32_t *code_point)
{
	size_t pos = 0;
	long c = utf8_next(slice_of(bytes, n), &pos);

	*code_point = c < 0 ? '_' : c == 0 ? ' ' : (int32_t)c;
	return (uint32_t)pos;
}

/* NULL when time is up. */
static TSTree *
parse_in_time(struct syntax_parser *parser, struct slice text)
{
	TSInput input = {
		.payload = parser, .read = read_text, .encoding = TSInputEncodingCustom, .decode = decode};
	TSParseOptions options = {.payload = parser, .progress_callback = is_late};

	parser->text = text;
	TSTree *tree = ts_parser_parse_with_options(parser->parser, NULL, input, options);
	/* Else the next text would be taken for the rest of this one. */
	if (!tree)
		ts_parser_reset(parser->parser);
	return tree;
}

static uint16_t
flags_of(TSNode node)
{
	return (uint16_t)((ts_node_is_named(node) ? NODE_NAMED : 0) |
			  (ts_node_is_extra(node) ? NODE_EXTRA : 0) |
			  (ts_node_is_error(node) ? NODE_ERROR : 0) |
			  (ts_node_is_missing(node) ? NODE_MISSING : 0));
}

struct copy {
	TSTreeCursor cursor;
	struct syntax_node *nodes;
	uint32_t n, max;
	uint32_t at; /* where the cursor stands */
};

/* Not by ts_node_has_error(): an ERROR that cost nothing is none to it. */
static void
mark_broken(struct copy *copy)
{
	uint32_t at = copy->at;

	if (!(copy->nodes[at].flags & (NODE_ERROR | NODE_MISSING)))
		return;
	for (; at != NODE_NONE && !(copy->nodes[at].flags & NODE_BROKEN); at = copy->nodes[at].parent)
		copy->nodes[at].flags |= NODE_BROKEN;
}

/* Appends the node under the cursor. */
static void
append(struct copy *copy, uint32_t parent)
{
	TSNode node = ts_tree_cursor_current_node(&copy->cursor);

	copy->at = copy->n++;
	copy->nodes[copy->at] = (struct syntax_node){
		.start = ts_node_start_byte(node),
		.end = ts_node_end_byte(node),
		.line = ts_node_start_point(node).row + 1,
		.parent = parent,
		.next = NODE_NONE,
		.kind = ts_node_symbol(node),
		.field = ts_tree_cursor_current_field_id(&copy->cursor),
		.flags = flags_of(node),
	};
	mark_broken(copy);
}

/* Moves the cursor to the next node in pre-order, closing subtrees that end on the way; false at the end. */
static bool
advance(struct copy *copy, uint32_t *parent, uint32_t *sibling)
{
	*parent = copy->at;
	*sibling = NODE_NONE;
	if (ts_tree_cursor_goto_first_child(&copy->cursor))
		return true;
	for (;;) {
		struct syntax_node *node = &copy->nodes[copy->at];
		node->subtree_end = copy->n;
		*parent = node->parent;
		*sibling = copy->at;
		if (node->parent == NODE_NONE)
			return false;
		if (ts_tree_cursor_goto_next_sibling(&copy->cursor))
			return true;
		ts_tree_cursor_goto_parent(&copy->cursor);
		copy->at = node->parent;
	}
}

/* The node limit: everything that is still open ends here. */
static void
cut(struct copy *copy, uint32_t open)
{
	for (; open != NODE_NONE; open = copy->nodes[open].parent) {
		copy->nodes[open].subtree_end = copy->n;
		copy->nodes[open].flags |= NODE_CUT;
	}
}

/* False when the limit was met. */
static bool
copy_nodes(struct copy *copy)
{
	uint32_t parent, sibling;

	append(copy, NODE_NONE);
	while (advance(copy, &parent, &sibling)) {
		if (copy->n == copy->max) {
			cut(copy, parent);
			return false;
		}
		if (sibling != NODE_NONE)
			copy->nodes[sibling].next = copy->n;
		append(copy, parent);
	}
	return true;
}

static int
flatten(struct syntax_tree *out, const TSTree *tree, uint32_t max, struct arena *arena, struct err *err)
{
	TSNode root = ts_tree_root_node(tree);
	uint32_t count = ts_node_descendant_count(root);
	struct copy copy = {.max = count < max ? count : max};

	copy.nodes = arena_array(arena, copy.max, sizeof(*copy.nodes));
	if (!copy.nodes)
		return err_oom(err);
	copy.cursor = ts_tree_cursor_new(root);
	bool whole = copy_nodes(&copy);
	bool broken = ts_node_has_error(root) || (copy.nodes[0].flags & NODE_BROKEN);
	out->outcome = !whole ? PARSE_CUT : broken ? PARSE_ERRORS : PARSE_CLEAN;
	out->nodes = copy.nodes;
	out->n = copy.n;
	ts_tree_cursor_delete(&copy.cursor);
	return 0;
}

static int
parse_fenced(struct syntax_tree *out, struct syntax_parser *parser, struct slice spelled, struct arena *arena,
	     struct err *err)
{
	if (!parser->parser)
		parser->parser = ts_parser_new();
	if (!ts_parser_set_language(parser->parser, out->language->grammar()))
		return 0;
	out->outcome = PARSE_TIME_LIMIT;
	TSTree *tree = parse_in_time(parser, spelled);
	if (!tree)
		return 0;
	int status = flatten(out, tree, parser->limits.nodes, arena, err);
	ts_tree_delete(tree);
	return status;
}

/* Nothing of the parse is left; the next one starts with a new parser. */
static void
escaped(struct syntax_tree *out, struct syntax_parser *parser)
{
	static const enum parse_outcome outcomes[] = {
		[FENCE_TIME] = PARSE_TIME_LIMIT,
		[FENCE_MEMORY] = PARSE_MEMORY_LIMIT,
		[FENCE_FAILED] = PARSE_FAILED,
	};

	fence_release(&parser->fence);
	parser->parser = NULL;
	out->outcome = outcomes[parser->fence.reason];
	out->nodes = NULL;
	out->n = 0;
}

int
syntax_parse(struct syntax_tree *out, struct syntax_parser *parser, struct arena *arena,
	     const struct syntax_language *language, const struct text *text, struct err *err)
{
	*out = (struct syntax_tree){.outcome = PARSE_NO_GRAMMAR, .language = language, .text = text->bytes};
	if (!language)
		return 0;
	out->outcome = PARSE_SIZE_LIMIT;
	if (text->bytes.len > parser->limits.bytes)
		return 0;
	if (language->hand)
		return language->hand->read(out, arena, parser->limits.nodes, err);
	out->outcome = PARSE_NO_GRAMMAR;
	struct slice spelled = text->bytes;
	if (language->respell && language->respell(&spelled, arena, text->bytes) < 0)
		return err_oom(err);
	fence_enter(&parser->fence, parser->limits.memory, fence_clock() + parser->limits.ms,
		    parser->deadline);
	if (setjmp(parser->fence.escape) != 0) {
		escaped(out, parser);
		fence_leave();
		return 0;
	}
	int status = parse_fenced(out, parser, spelled, arena, err);
	fence_leave();
	return status;
}

#endif
