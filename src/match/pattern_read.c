/*
 * pattern_read.c - from a pattern's text to its shape and operators
 *
 * A pattern is a piece of a program, so it is tried within several frames
 * (nothing, a function, a class, the right side of an assignment), and each hole in
 * several forms: as long as something does not parse, the hole whose other form
 * leaves the least unparsed takes that form. Patterns are small, and the number of
 * tries is bounded.
 */
#include "match/pattern.h"

#include <stdlib.h>

#include "base/ascii.h"
#include "base/escape.h"
#include "match/pattern_text.h"
#include "match/source.h"

#define TRIES_MAX    64u /* of forms in one frame */
#define FRAMES_MAX   16u
#define SEARCHED_MAX 3u /* frames in which forms are searched */

struct reader {
	const struct pattern_language *language;
	struct arena *arena; /* of the result */
	struct arena scratch;
	struct pattern_text text;
	struct buf rendered;
	size_t begin, end; /* of the pattern in what was rendered */
	unsigned tries;
	struct slice source;
	bool statements; /* the pattern has a semicolon */
	bool mixed;      /* a word is partly a hole */
	bool entry;      /* it is `name: value` */
	bool record;     /* it is all in braces */
	const struct place *place;
	struct err *err;
};

static uint32_t
count_trouble(const struct syntax_tree *tree)
{
	uint32_t trouble = tree->n == 0;

	for (uint32_t i = 0; i < tree->n; i++) {
		if (tree->nodes[i].flags & NODE_ERROR)
			trouble += 1 + tree->nodes[i].end - tree->nodes[i].start;
		else if (tree->nodes[i].flags & NODE_MISSING)
			trouble += 2;
	}
	return trouble;
}

/* Parses the pattern as its forms stand; *trouble is 0 when all of it parses. */
static int
parse(struct reader *r, struct syntax_tree *tree, struct arena *arena, const struct dialect_frame *frame,
      uint32_t *trouble)
{
	struct text text;

	r->tries++;
	buf_clear(&r->rendered);
	buf_add_str(&r->rendered, frame->before);
	r->begin = r->rendered.len;
	pattern_text_render(&r->rendered, &r->text);
	r->end = r->rendered.len;
	buf_add_str(&r->rendered, frame->behind);
	buf_add_char(&r->rendered, '\n');
	struct slice copy;
	if (!buf_ok(&r->rendered) || arena_dup(&copy, arena, buf_slice(&r->rendered)) < 0)
		return err_oom(r->err);
	if (text_from_lines(&text, arena, copy, NULL, r->err) < 0 ||
	    syntax_parse(tree, r->language->parser, arena, r->language->syntax, &text, r->err) < 0)
		return -1;
	if (tree->outcome == PARSE_MEMORY_LIMIT) /* for so few bytes: there is none */
		return err_oom(r->err);
	*trouble = count_trouble(tree);
	return 0;
}

static int
try_parse(struct reader *r, const struct dialect_frame *frame, uint32_t *trouble)
{
	struct syntax_tree tree;

	int rc = parse(r, &tree, &r->scratch, frame, trouble);
	arena_clear(&r->scratch);
	return rc;
}

/* Gives each hole the form that leaves the least trouble. */
static int
improve(struct reader *r, const struct dialect_frame *frame, uint32_t *trouble, unsigned budget)
{
	for (size_t i = 0; i<r->text.n && * trouble> 0; i++) {
		struct pattern_piece *piece = &r->text.pieces[i];
		unsigned best = piece->form;
		for (unsigned form = 0; form < piece->nforms && r->tries<budget && * trouble> 0; form++) {
			uint32_t now;
			piece->form = form;
			if (form == best)
				continue;
			if (try_parse(r, frame, &now) < 0)
				return -1;
			if (now < *trouble) {
				*trouble = now;
				best = form;
			}
		}
		piece->form = best;
	}
	return 0;
}

/* Gives the dots that begin alike, or all, the same form, for those that only parse together. */
static int
try_uniform(struct reader *r, const struct dialect_frame *frame, const unsigned *alike, uint32_t *trouble)
{
	unsigned best[PATTERN_PIECES];

	for (size_t i = 0; i < r->text.n; i++)
		best[i] = r->text.pieces[i].form;
	for (unsigned form = 0; form<DIALECT_DOTS && * trouble> 0; form++) {
		uint32_t now;
		for (size_t i = 0; i < r->text.n; i++)
			if (r->text.pieces[i].hole == HOLE_DOTS && form < r->text.pieces[i].nforms &&
			    (!alike || alike[i] == 1))
				r->text.pieces[i].form = form;
		if (try_parse(r, frame, &now) < 0)
			return -1;
		if (now >= *trouble)
			continue;
		*trouble = now;
		for (size_t i = 0; i < r->text.n; i++)
			best[i] = r->text.pieces[i].form;
	}
	for (size_t i = 0; i < r->text.n; i++)
		r->text.pieces[i].form = best[i];
	return 0;
}

static bool
is_possible(const struct reader *r, const struct dialect_frame *frame)
{
	return !(frame->expression && r->statements) && !(frame->entry && !r->entry) &&
	       !(frame->record && !r->record);
}

/* Looks for forms of the holes with which the pattern parses: 1, 0, -1. */
static int
search_forms(struct reader *r, const struct dialect_frame *frame, const unsigned *forms)
{
	unsigned budget = r->tries + TRIES_MAX;
	uint32_t trouble;

	if (try_parse(r, frame, &trouble) < 0 || try_uniform(r, frame, forms, &trouble) < 0 ||
	    improve(r, frame, &trouble, budget) < 0 || try_uniform(r, frame, NULL, &trouble) < 0 ||
	    improve(r, frame, &trouble, budget) < 0)
		return -1;
	return trouble == 0;
}

/*
 * 1 with the frame in which the pattern parses, 0, -1. When it does in none as its holes stand, their
 * forms are searched in those that left the least unparsed.
 */
static int
find_frame(struct reader *r, const struct dialect_frame **out)
{
	const struct dialect_frame *frames = dialect_frames(r->language->dialect);
	uint32_t troubles[FRAMES_MAX] = {0};
	unsigned forms[PATTERN_PIECES];
	size_t n = 0;

	for (; n < FRAMES_MAX && frames[n].before; n++) {
		troubles[n] = UINT32_MAX;
		*out = &frames[n];
		if (!is_possible(r, *out))
			continue;
		if (try_parse(r, *out, &troubles[n]) < 0)
			return -1;
		if (troubles[n] == 0)
			return 1;
	}
	for (size_t i = 0; i < r->text.n; i++)
		forms[i] = r->text.pieces[i].form;
	for (unsigned searched = 0; searched < SEARCHED_MAX; searched++) {
		size_t best = 0;
		for (size_t k = 1; k < n; k++)
			best = troubles[k] < troubles[best] ? k : best;
		if (troubles[best] == UINT32_MAX)
			return 0;
		troubles[best] = UINT32_MAX;
		*out = &frames[best];
		for (size_t i = 0; i < r->text.n; i++)
			r->text.pieces[i].form = forms[i];
		int rc = search_forms(r, *out, forms);
		if (rc != 0)
			return rc;
	}
	return 0;
}

/* ---- operators ---- */

static bool
is_leaf(const struct shape_tree *tree, uint32_t i)
{
	return tree->nodes[i].first == NODE_NONE;
}

static int
slot_of(struct reader *r, struct pattern *p, uint8_t *slot, const char *prefix, struct slice name)
{
	struct buf full = BUF_INIT(256);
	int rc = 0;

	buf_add_str(&full, prefix);
	buf_add_slice(&full, name);
	size_t i = 0;
	while (i < p->nslots && !slice_eq(p->slots[i], buf_slice(&full)))
		i++;
	if (i == PATTERN_SLOTS || !buf_ok(&full))
		rc = err_set(r->err, ERR_LIMIT, "a pattern with more than %u metavariables", PATTERN_SLOTS);
	else if (i == p->nslots && arena_dup(&p->slots[p->nslots++], r->arena, buf_slice(&full)) < 0)
		rc = err_oom(r->err);
	*slot = (uint8_t)i;
	buf_release(&full);
	return rc;
}

/* =~/re/, =~/re/i */
static int
read_text_regex(struct reader *r, struct pattern *p, struct pattern_node *node, struct slice content)
{
	struct buf text = BUF_INIT(2u * PATTERN_BYTES);
	size_t end = content.len;

	node->op = PATTERN_TEXT_REGEX;
	while (end > 3 && content.ptr[end - 1] != '/')
		end--;
	for (size_t i = end; i < content.len; i++)
		if (strchr("imsx", content.ptr[i]))
			buf_addf(&text, "(?%c)", content.ptr[i]);
	buf_add_slice(&text, slice_sub(content, 3, end - 1));
	int rc = !buf_ok(&text)
			 ? err_oom(r->err)
			 : regex_compile(&node->regex, buf_slice(&text), REGEX_SEARCH, r->place, r->err);
	buf_release(&text);
	if (rc == 0)
		p->regexes[p->nregexes++] = node->regex;
	return rc;
}

/* A type that is a metavariable itself is bound. */
static int
read_type(struct reader *r, struct pattern *p, struct pattern_node *node, struct slice type)
{
	struct slice name;

	if (arena_dup(&node->type, r->arena, type) < 0)
		return err_oom(r->err);
	node->type_bound = pattern_hole_of(&name, r->language->dialect, type) == HOLE_META;
	return node->type_bound ? slot_of(r, p, &node->type_slot, "$", name) : 0;
}

/* A leaf, and what it says. */
static int
read_leaf(struct reader *r, struct pattern *p, uint32_t i, struct slice text)
{
	struct pattern_node *node = &p->nodes[i];
	struct slice name;

	r->mixed |= r->language->dialect->words_are_whole && pattern_word_is_mixed(text);
	switch (pattern_word(&name, text)) {
	case HOLE_META: {
		size_t piece = pattern_word_piece(&name);
		if (piece < r->text.n && read_type(r, p, node, r->text.pieces[piece].type) < 0)
			return -1;
		node->op = slice_eq_str(name, "_") ? PATTERN_ANY : PATTERN_META;
		return node->op == PATTERN_META ? slot_of(r, p, &node->slot, "$", name) : 0;
	}
	case HOLE_MORE:
		node->op = PATTERN_MORE;
		return slot_of(r, p, &node->slot, "$...", name);
	case HOLE_DOTS:
		node->op = PATTERN_DOTS;
		return 0;
	default:
		if (slice_eq_str(text, "...") && p->shape.nodes[i].shape != SHAPE_TOKEN) /* within text */
			node->op = PATTERN_DOTS;
		return 0;
	}
}

static int
read_string(struct reader *r, struct pattern *p, uint32_t i)
{
	struct slice content = source_unquoted(shape_text(&p->shape, i)), name;
	struct pattern_node *node = &p->nodes[i];

	if (r->language->dialect->holes_are_quoted && pattern_word(&name, content) != HOLE_NONE)
		return read_leaf(r, p, i, content);
	if (slice_eq_str(content, "...") || pattern_word(&name, content) == HOLE_DOTS)
		node->op = PATTERN_TEXT;
	else if (slice_starts(content, "=~/") && content.len > 4)
		return read_text_regex(r, p, node, content);
	else if (pattern_hole_of(&name, r->language->dialect, content) == HOLE_META) {
		node->op = PATTERN_TEXT_META;
		return slot_of(r, p, &node->slot, "$", name);
	} else if (pattern_word(&name, content) == HOLE_META) {
		node->op = PATTERN_TEXT_META;
		return slot_of(r, p, &node->slot, "$", name);
	} else if (pattern_word(&name, content) == HOLE_DOTS) {
		node->op = PATTERN_DOTS; /* among elements of JSX */
	}
	return 0;
}

/* A node that is nothing but a hole: `zqdots zqdott` as a parameter, `**zqdots`, with modifiers before it or
 * not. */
static void
fold_holes(struct pattern *p, uint32_t i, bool modifiers)
{
	const struct shape_node *node = &p->shape.nodes[i];
	bool dots = true, filler = false;
	uint32_t others = 0, other = NODE_NONE;

	if (is_leaf(&p->shape, i) || node->shape == SHAPE_BLOCK || node->shape == SHAPE_ARGUMENTS ||
	    node->shape == SHAPE_PARAMETERS || node->shape == SHAPE_LIST || node->shape == SHAPE_DICTIONARY)
		return;
	for (uint32_t k = node->first; k != NODE_NONE; k = p->shape.nodes[k].next) {
		if (p->shape.nodes[k].shape == SHAPE_TOKEN)
			continue;
		if (modifiers && node->shape != SHAPE_PARAMETER && node->first == k &&
		    p->shape.nodes[k].flags & SHAPE_OPTIONAL && p->shape.nodes[k].next != NODE_NONE) {
			filler = true; /* `public zqdots` */
			continue;
		}
		struct slice word = shape_text(&p->shape, k);
		bool fills = pattern_word_is_filler(
			p->shape.nodes[k].shape == SHAPE_STRING ? source_unquoted(word) : word);
		filler |= fills;
		dots &= fills || p->nodes[k].op == PATTERN_DOTS;
		others += !fills;
		other = fills ? other : k;
	}
	struct slice all = shape_text(&p->shape, i);
	bool splat = slice_starts(all, "**");
	while (slice_ends(all, ";"))
		all = slice_trim(slice_sub(all, 0, all.len - 1));
	bool whole =
		node->shape == SHAPE_PARAMETER || node->shape == SHAPE_WHOLE || node->shape == SHAPE_KEYWORD;
	bool alone = all.len == shape_text(&p->shape, node->first).len;
	dots &= others > 0 || filler; /* tokens alone are no hole */
	if (dots && (filler || splat || whole || alone))
		p->nodes[i].op = PATTERN_DOTS;
	else if (whole && others == 1 && p->nodes[other].op != PATTERN_NODE)
		p->nodes[i] = p->nodes[other];
}

/* Nodes that give way to `...` in them, or whose place in the text is of no matter. */
static void
fold_loose(struct pattern *p, uint32_t i)
{
	const struct shape_node *node = &p->shape.nodes[i];

	if (!(node->flags & (SHAPE_LOOSE | SHAPE_ANYWHERE)) || node->first == NODE_NONE ||
	    p->shape.nodes[node->first].next != NODE_NONE)
		return;
	const struct pattern_node *only = &p->nodes[node->first];
	if (only->op == PATTERN_DOTS || only->op == PATTERN_MORE)
		p->nodes[i] = *only;
	else if (node->flags & SHAPE_ANYWHERE)
		p->nodes[i] = (struct pattern_node){.op = PATTERN_DEEP, .child = node->first};
}

static void
fold_deep(struct pattern *p, uint32_t i)
{
	const struct shape_node *node = &p->shape.nodes[i];
	struct slice name;

	if (node->shape != SHAPE_CALL || node->first == NODE_NONE ||
	    pattern_word(&name, shape_text(&p->shape, node->first)) != HOLE_OPEN)
		return;
	uint32_t arguments = p->shape.nodes[node->first].next;
	if (arguments == NODE_NONE || p->shape.nodes[arguments].first == NODE_NONE)
		return;
	p->nodes[i].op = PATTERN_DEEP;
	p->nodes[i].child = p->shape.nodes[arguments].first;
}

static int
read_operators(struct reader *r, struct pattern *p)
{
	p->nodes = arena_array(r->arena, p->shape.n, sizeof(*p->nodes));
	p->regexes = arena_array(r->arena, p->shape.n, sizeof(struct regex *));
	p->slots = arena_array(r->arena, PATTERN_SLOTS, sizeof(*p->slots));
	if (!p->nodes || !p->regexes || !p->slots)
		return err_oom(r->err);
	for (uint32_t i = p->shape.n; i-- > 0;) {
		if (p->shape.nodes[i].shape == SHAPE_STRING ? read_string(r, p, i) < 0
		    : is_leaf(&p->shape, i)                 ? read_leaf(r, p, i, shape_text(&p->shape, i)) < 0
							    : false)
			return -1;
		fold_holes(p, i, !r->language->dialect->words_are_whole);
		fold_loose(p, i);
		fold_deep(p, i);
	}
	return 0;
}

/* ---- the root ---- */

/* A node that begins with the pattern, whether it is all of it and nothing of its frame. */
static bool
may_be_root(const struct pattern *p, uint32_t k, size_t end)
{
	const struct shape_node *node = &p->shape.nodes[k];
	bool single = node->first != NODE_NONE && p->shape.nodes[node->first].next == NODE_NONE;

	if (node->shape == SHAPE_BLOCK)
		return node->end == end && p->shape.text.ptr[node->start] == '{'; /* `{ f(); }` */
	if (node->shape == SHAPE_MODIFIERS && single)
		return false;
	/* A declaration that the frame completes is no part of what stands before it. */
	return node->shape != SHAPE_CLASS || node->end <= end || p->shape.text.ptr[end] == ';';
}

/* The node that is the whole pattern, or the first of the siblings that are. */
static bool
find_root(struct pattern *p, size_t begin, size_t end)
{
	const struct shape_node *nodes = p->shape.nodes;
	const char *text = p->shape.text.ptr;
	uint32_t at = 0;

	while (begin < end && strchr(" \t\r\n;", text[begin]))
		begin++;
	while (end > begin && strchr(" \t\r\n;", text[end - 1]))
		end--;
	for (uint32_t k = nodes[at].first; k != NODE_NONE;) {
		bool inner = nodes[k].start <= begin && nodes[k].end >= end;
		if (inner && nodes[k].start == begin && may_be_root(p, k, end)) {
			p->root = k;
			return true;
		}
		if (inner)
			at = k;
		k = inner ? nodes[k].first : nodes[k].next;
	}
	for (uint32_t k = nodes[at].first; k != NODE_NONE; k = nodes[k].next)
		if (nodes[k].start >= begin) {
			p->root = k;
			p->sequence = nodes[k].next != NODE_NONE && nodes[nodes[k].next].start < end;
			return nodes[k].start < end;
		}
	return false;
}

/* `a: 1` is one entry, wherever it stands, `$(a)` no command of that name. */
static void
unwrap_root(struct pattern *p)
{
	const struct shape_node *nodes = p->shape.nodes;

	for (;;) {
		uint8_t shape = nodes[p->root].shape;
		uint32_t only = nodes[p->root].first;
		if (only == NODE_NONE || nodes[only].next != NODE_NONE ||
		    (shape != SHAPE_DICTIONARY && shape != SHAPE_LIST &&
		     (shape != SHAPE_WHOLE || nodes[only].shape != SHAPE_NODE)))
			return;
		p->root = only;
	}
}

/* `public function f()` is `function f()`. */
static void
drop_modifiers(struct pattern *p)
{
	struct shape_node *root = &p->shape.nodes[p->root];

	while (root->shape == SHAPE_FUNCTION && root->first != NODE_NONE &&
	       p->shape.nodes[root->first].flags & SHAPE_OPTIONAL)
		root->first = p->shape.nodes[root->first].next;
}

/* Cuts off what a frame puts behind the pattern. */
static void
cut_behind(struct pattern *p, size_t end)
{
	for (uint32_t k = p->root; k != NODE_NONE; k = p->shape.nodes[k].next) {
		uint32_t next = p->shape.nodes[k].next;
		if (next != NODE_NONE && p->shape.nodes[next].start >= end)
			p->shape.nodes[k].next = NODE_NONE;
	}
	if (!p->sequence)
		p->shape.nodes[p->root].next = NODE_NONE;
}

static int
build(struct reader *r, struct pattern **out, const struct dialect_frame *frame)
{
	struct pattern *p = arena_alloc(r->arena, sizeof(*p));
	struct syntax_tree tree;
	uint32_t trouble;

	if (!p)
		return err_oom(r->err);
	if (parse(r, &tree, r->arena, frame, &trouble) < 0 ||
	    shape_build(&p->shape, r->arena, r->language->table, &tree, r->err) < 0)
		return -1;
	if (trouble > 0 || !find_root(p, r->begin, r->end)) /* now the time is up */
		return 0;
	if (r->language->dialect->root_is_single && !p->sequence)
		unwrap_root(p);
	if (r->language->dialect->functions_are_bare && !p->sequence)
		drop_modifiers(p);
	cut_behind(p, r->end);
	p->ended = slice_ends(r->source, ";");
	*out = p;
	int rc = read_operators(r, p);
	if (rc < 0 || r->mixed) {
		pattern_release(p);
		*out = NULL;
		return rc;
	}
	return 1;
}

/* `name: value`, and neither `name := value` nor statements. */
static bool
is_entry(struct slice text)
{
	size_t colon = slice_chr(text, ':');

	if (colon == (size_t)-1 || colon + 1 >= text.len || strchr(":=", text.ptr[colon + 1]) ||
	    slice_chr(text, ';') != (size_t)-1)
		return false;
	struct slice name = slice_trim(slice_sub(text, 0, colon));
	for (size_t i = 0; i < name.len; i++)
		if (!ascii_is_alnum(name.ptr[i]) && name.ptr[i] != '_' && name.ptr[i] != '$')
			return false;
	return name.len > 0 && !slice_eq_str(name, "default");
}

/* No rule file has any other text; of bytes that are none a grammar may drop some. */
static bool
is_utf8(struct slice text)
{
	for (size_t at = 0; at < text.len;)
		if (utf8_next(text, &at) < 0)
			return false;
	return true;
}

int
pattern_read(struct pattern **out, struct arena *arena, const struct pattern_language *language,
	     struct slice text, const struct place *place, struct err *err)
{
	struct reader r = {.language = language, .arena = arena, .place = place, .err = err};
	const struct dialect_frame *frame = NULL;

	*out = NULL;
	arena_init(&r.scratch);
	buf_init(&r.rendered, 8u * PATTERN_BYTES);
	text = slice_trim(text);
	if (!is_utf8(text))
		return 0;
	r.source = text;
	r.statements = slice_chr(text, ';') != (size_t)-1;
	r.entry = is_entry(text);
	r.record = slice_starts(text, "{") && slice_ends(text, "}");
	int rc = pattern_text_split(&r.text, arena, language->dialect, text, err);
	if (rc == 0)
		rc = find_frame(&r, &frame);
	if (rc > 0)
		rc = build(&r, out, frame);
	buf_release(&r.rendered);
	arena_release(&r.scratch);
	return rc;
}

void
pattern_release(struct pattern *pattern)
{
	for (size_t i = 0; pattern && i < pattern->nregexes; i++)
		regex_free(pattern->regexes[i]);
}
