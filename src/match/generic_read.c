/*
 * generic_read.c - words, marks and lists of a text
 *
 * Two kinds of lists grow at once. The list of an indentation stays open over
 * lines; its column tells which lines belong to it:
 *
 *	a          a
 *	    b      [ b ]        deeper than a: a list
 *	  c        [ c ]        less deep than b, deeper than a: another one
 *	d          d
 *
 * The list of a bracket ends with its line. If the bracket was not closed by then its
 * list is declared to be NOTHING, and what it held belongs to what is round it.
 */
#include "match/generic.h"

#include <stdlib.h>

#include "base/ascii.h"
#include "base/buf.h"
#include "base/limits.h"

#define TAB_COLUMNS 8u

struct reader {
	struct generic_tree *tree;
	enum comment_style comments;
	bool brackets;
	uint32_t at;
	uint32_t line, line_start; /* the byte it begins at */
	uint32_t line_node;        /* the first node of the line; 0 before there is one */
	uint32_t block;            /* the open list by indentation */
	uint32_t list;             /* the innermost open list: block, or of a bracket */
	bool unclosed;             /* no comment ends any more */
	struct err *err;
};

static int
add(struct reader *r, struct generic_node node)
{
	void *nodes = r->tree->nodes;

	if (array_reserve(&nodes, &r->tree->cap, r->tree->n + 1, sizeof(node)) < 0)
		return err_oom(r->err);
	r->tree->nodes = nodes;
	node.up = r->list;
	node.next = (uint32_t)r->tree->n + 1;
	r->tree->nodes[r->tree->n++] = node;
	return 0;
}

/* --- lists --- */

/* The new list stands in the innermost one. */
static int
open_list(struct reader *r, uint32_t column)
{
	uint32_t list = (uint32_t)r->tree->n;

	if (add(r, (struct generic_node){.kind = GENERIC_LIST, .line = column}) < 0)
		return -1;
	r->list = list;
	return 0;
}

/* One that holds nothing was none. */
static void
close_list(struct reader *r)
{
	struct generic_node *list = &r->tree->nodes[r->list];

	list->next = (uint32_t)r->tree->n;
	if (list->next == r->list + 1)
		list->kind = GENERIC_NOTHING;
	r->list = list->up;
}

/* How far the line is indented; a comment counts as blanks. */
static uint32_t
column_of(const struct reader *r)
{
	uint32_t column = 0;

	for (uint32_t i = r->line_start; i < r->at; i++)
		column += r->tree->text.ptr[i] == '\t' ? TAB_COLUMNS : 1;
	return column;
}

/* Before the first token of a line. */
static int
begin_line(struct reader *r)
{
	uint32_t column = column_of(r);

	while (column < r->tree->nodes[r->block].line) {
		close_list(r);
		r->block = r->list;
	}
	if (column > r->tree->nodes[r->block].line) {
		if (open_list(r, column) < 0)
			return -1;
		r->block = r->list;
	}
	r->line_node = (uint32_t)r->tree->n;
	return 0;
}

/* Lists of brackets that are still open become NOTHING. Each node's list stands before it and is right
 * already. */
static void
end_line(struct reader *r)
{
	struct generic_node *nodes = r->tree->nodes;

	if (r->list != r->block) {
		for (; r->list != r->block; r->list = nodes[r->list].up)
			nodes[r->list].kind = GENERIC_NOTHING;
		for (uint32_t i = r->line_node; i < r->tree->n; i++)
			if (nodes[nodes[i].up].kind == GENERIC_NOTHING)
				nodes[i].up = nodes[nodes[i].up].up;
	}
	r->line_node = 0;
}

/* --- tokens --- */

static bool
is_word_char(char c)
{
	return ascii_is_alnum(c) || c == '_';
}

static char
closer_of(char c)
{
	switch (c) {
	case '(':
		return ')';
	case '[':
		return ']';
	case '{':
		return '}';
	default:
		return '\0';
	}
}

/* The bracket before the innermost list asks for this one. */
static bool
closes(const struct reader *r, char c)
{
	const struct generic_tree *tree = r->tree;

	return r->list != r->block && closer_of(tree->text.ptr[tree->nodes[r->list - 1].start]) == c;
}

static uint32_t
token_end(const struct reader *r)
{
	struct slice text = r->tree->text;
	uint32_t end = r->at + 1;

	if (is_word_char(text.ptr[r->at]))
		while (end < text.len && is_word_char(text.ptr[end]))
			end++;
	else if ((text.ptr[r->at] & 0xc0) == 0xc0)
		while (end < text.len && (text.ptr[end] & 0xc0) == 0x80)
			end++;
	return end;
}

static int
read_token(struct reader *r)
{
	char c = r->tree->text.ptr[r->at];
	struct generic_node node = {.kind = is_word_char(c) ? GENERIC_WORD : GENERIC_MARK,
				    .start = r->at,
				    .end = token_end(r),
				    .line = r->line};

	if (r->line_node == 0 && begin_line(r) < 0)
		return -1;
	if (closes(r, c))
		close_list(r);
	r->at = node.end;
	if (add(r, node) < 0)
		return -1;
	return r->brackets && closer_of(c) ? open_list(r, 0) : 0;
}

/* --- what is passed over --- */

/* The end of a comment that begins here; of one that has no end: its beginning. */
static uint32_t
comment_end(struct reader *r)
{
	struct slice rest = slice_sub(r->tree->text, r->at, r->tree->text.len);
	bool cpp = r->comments == COMMENTS_CPP;

	if ((r->comments == COMMENTS_SHELL && slice_starts(rest, "#")) || (cpp && slice_starts(rest, "//"))) {
		size_t len = slice_chr(rest, '\n');
		return r->at + (uint32_t)(len == (size_t)-1 ? rest.len : len);
	}
	if (r->unclosed || !(cpp || r->comments == COMMENTS_C) || !slice_starts(rest, "/*"))
		return r->at;
	size_t len = slice_find(slice_sub(rest, 2, rest.len), slice_str("*/"));
	r->unclosed = len == (size_t)-1;
	return r->unclosed ? r->at : r->at + (uint32_t)len + 4;
}

/* Passes over bytes without meaning, and notes the lines that begin in them. */
static void
pass(struct reader *r, uint32_t to)
{
	for (; r->at < to; r->at++)
		if (r->tree->text.ptr[r->at] == '\n') {
			end_line(r);
			r->line++;
			r->line_start = r->at + 1;
		}
}

int
generic_tree_read(struct generic_tree *out, struct slice text, enum comment_style comments, bool brackets,
		  struct err *err)
{
	struct reader r = {.tree = out, .comments = comments, .brackets = brackets, .err = err};

	if (text.len > LIMIT_PARSE_BYTES)
		return err_set(err, ERR_LIMIT, "a text of more than %u bytes", LIMIT_PARSE_BYTES);
	out->text = text;
	out->n = 0;
	if (open_list(&r, 0) < 0)
		return -1;
	while (r.at < text.len) {
		uint32_t end = ascii_is_space(text.ptr[r.at]) ? r.at + 1 : comment_end(&r);
		if (end > r.at)
			pass(&r, end);
		else if (read_token(&r) < 0)
			return -1;
	}
	end_line(&r);
	while (r.list != 0)
		close_list(&r);
	out->nodes[0].next = (uint32_t)out->n;
	return 0;
}

void
generic_tree_release(struct generic_tree *tree)
{
	free(tree->nodes);
	*tree = (struct generic_tree){0};
}
