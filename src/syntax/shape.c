/*
 * shape.c - one pass from a syntax tree to its shape
 *
 * Each syntax node knows the shape node that takes its children (itself, its
 * parent's where it is passed through, none where it is dropped). Nodes are put in
 * where a grammar has none: the ATTRIBUTE of a method call, and the block round a
 * single statement after `if (x)`. Children of a node come in the order
 * of the text, so the array stays in pre-order.
 */
#include "syntax/shape.h"

#include "syntax/shape_table.h"

struct shaping {
	const struct shape_table *table;
	const struct syntax_tree *tree;
	struct shape_tree *out;
	uint32_t *holders; /* of each syntax node: the shape node for its children */
	uint32_t *last;    /* of each shape node: its last child */
	uint32_t *ends;    /* of each syntax node: where it ends, comments behind its last part left out */
	uint32_t max;
};

static uint16_t
kind_of(const struct shaping *s, const struct syntax_node *node)
{
	uint16_t as = node->kind < SHAPE_KINDS ? s->table->same_as[node->kind] : 0;

	return as ? as : node->kind;
}

static uint32_t
append(struct shaping *s, uint32_t parent, enum shape shape, const struct syntax_node *from)
{
	uint32_t at = s->out->n++;

	s->out->nodes[at] = (struct shape_node){
		.start = from->start,
		.end = s->ends[from - s->tree->nodes],
		.first = NODE_NONE,
		.next = NODE_NONE,
		.parent = parent,
		.kind = kind_of(s, from),
		.shape = (uint8_t)shape,
		.flags = from->flags & NODE_BROKEN ? SHAPE_UNSOUND : 0,
	};
	s->last[at] = NODE_NONE;
	if (parent == NODE_NONE)
		return at;
	if (s->last[parent] == NODE_NONE)
		s->out->nodes[parent].first = at;
	else
		s->out->nodes[s->last[parent]].next = at;
	s->last[parent] = at;
	return at;
}

static uint16_t
role_of(const struct shaping *s, const struct syntax_node *node)
{
	return node->field < SHAPE_FIELDS ? s->table->roles[node->field] : 0;
}

/* Tokens that tell one operation from another, and modifiers; `=` and `a.b` say no more than their node. */
static bool
is_kept(const struct shaping *s, const struct syntax_node *node)
{
	uint8_t outer = s->table->shapes[s->tree->nodes[node->parent].kind % SHAPE_KINDS];

	if (outer == SHAPE_MODIFIERS)
		return !strchr("[]<>,", s->tree->text.ptr[node->start]);
	switch ((enum token)s->table->tokens[node->kind]) {
	case TOKEN_NAME:
	case TOKEN_OPERATOR:
		return true;
	case TOKEN_MODIFIER:
		return outer != SHAPE_LAMBDA;
	default:
		return role_of(s, node) & ROLE_OPERATOR && outer != SHAPE_METHOD_CALL &&
		       outer != SHAPE_ATTRIBUTE && !strchr("=:", s->tree->text.ptr[node->start]);
	}
}

/* Text without quotes that is nothing but space: what stands between the elements of JSX. */
static bool
is_blank(const struct shaping *s, uint32_t i)
{
	struct slice text = node_text(s->tree, i);

	return slice_trim(text).len == 0;
}

static bool
has_one_child(const struct shaping *s, uint32_t i)
{
	uint32_t only = node_named_child(s->tree, i);

	return only != NODE_NONE && node_named_next(s->tree, only) == NODE_NONE;
}

static bool
has_token(const struct shaping *s, uint32_t i, uint16_t token)
{
	uint32_t k = node_child(s->tree, i);

	while (k != NODE_NONE && s->tree->nodes[k].kind != token)
		k = s->tree->nodes[k].next;
	return k != NODE_NONE;
}

static enum shape
shape_of(const struct shaping *s, uint32_t i)
{
	const struct syntax_node *node = &s->tree->nodes[i];

	if (node->kind >= SHAPE_KINDS)
		return SHAPE_NODE;
	if (!(node->flags & NODE_NAMED)) {
		bool name = s->table->tokens[node->kind] == TOKEN_NAME;
		return !is_kept(s, node) ? SHAPE_DROP : name ? SHAPE_NAME : SHAPE_TOKEN;
	}
	if (node->flags & NODE_EXTRA)
		return SHAPE_DROP;
	enum shape shape = s->table->shapes[node->kind];
	if (shape == SHAPE_STRING && is_blank(s, i))
		return SHAPE_DROP;
	switch (shape) {
	case SHAPE_SINGLE:
		return has_one_child(s, i) ? SHAPE_THROUGH : SHAPE_NODE;
	case SHAPE_ARGUMENT:
		return has_one_child(s, i) ? SHAPE_THROUGH : SHAPE_KEYWORD;
	case SHAPE_ENTRY:
		return has_one_child(s, i) ? SHAPE_THROUGH : SHAPE_PAIR;
	case SHAPE_LET:
		return has_token(s, i, s->table->equals) ? SHAPE_ASSIGN : SHAPE_DECLARATION;
	case SHAPE_DECORATED:
		if (!has_one_child(s, i))
			return shape;
		/* `export default x` is more than x. */
		return role_of(s, &s->tree->nodes[node_named_child(s->tree, i)]) & ROLE_DEFAULT
			       ? SHAPE_NODE
			       : SHAPE_THROUGH;
	default:
		return shape;
	}
}

/* Whether text holds expressions. */
static bool
has_expressions(const struct shaping *s, uint32_t i)
{
	for (uint32_t k = i + 1; k < s->tree->nodes[i].subtree_end; k++) {
		const struct syntax_node *node = &s->tree->nodes[k];
		if (node->flags & NODE_NAMED && node->kind < SHAPE_KINDS &&
		    s->table->kind_flags[node->kind] & SHAPE_TEXT_HOLE)
			return true;
	}
	return false;
}

/* What a statement is by its place: behind which token, or at the end. */
static uint16_t
branch_role(const struct shaping *s, uint32_t i)
{
	const struct syntax_node *nodes = s->tree->nodes;
	uint32_t parent = nodes[i].parent;
	uint32_t flags = parent == NODE_NONE ? 0 : s->table->kind_flags[nodes[parent].kind % SHAPE_KINDS];

	if (flags & SHAPE_ENDS_IN_BODY && nodes[i].next == NODE_NONE)
		return ROLE_BODY;
	if (!(flags & SHAPE_BRANCHES))
		return 0;
	if (nodes[i - 1].kind == s->table->otherwise)
		return ROLE_BODY | ROLE_OPTIONAL;
	return nodes[i - 1].kind == s->table->close && nodes[i - 1].parent == parent ? ROLE_BODY : 0;
}

/* The shape node below which the children of a call's field go: its ATTRIBUTE for object and name. */
static uint32_t
holder_of(struct shaping *s, uint32_t i, uint16_t role)
{
	const struct syntax_node *node = &s->tree->nodes[i];
	uint32_t holder = node->parent == NODE_NONE ? NODE_NONE : s->holders[node->parent];

	if (holder == NODE_NONE || !(role & ROLE_OBJECT) || s->out->nodes[holder].shape != SHAPE_CALL ||
	    s->table->shapes[s->tree->nodes[node->parent].kind % SHAPE_KINDS] != SHAPE_METHOD_CALL)
		return holder;
	uint32_t attribute = s->out->nodes[holder].first;
	if (attribute == NODE_NONE || s->out->nodes[attribute].shape != SHAPE_ATTRIBUTE ||
	    s->out->nodes[attribute].start != s->out->nodes[holder].start ||
	    s->holders[node->parent] + 1 != attribute)
		return holder;
	if (role & ROLE_NAME)
		s->out->nodes[attribute].end = s->ends[i];
	return attribute;
}

static bool
has_role(const struct shaping *s, uint32_t i, uint16_t mask, uint16_t want)
{
	for (uint32_t k = node_child(s->tree, i); k != NODE_NONE; k = s->tree->nodes[k].next)
		if ((role_of(s, &s->tree->nodes[k]) & mask) == want)
			return true;
	return false;
}

static bool
has_arguments(const struct shaping *s, uint32_t i)
{
	for (uint32_t k = node_child(s->tree, i); k != NODE_NONE; k = s->tree->nodes[k].next)
		if (shape_of(s, k) == SHAPE_ARGUMENTS || shape_of(s, k) == SHAPE_LAMBDA)
			return true;
	return false;
}

/* object.name(arguments); without arguments it is no call but an ATTRIBUTE. */
static uint32_t
append_method_call(struct shaping *s, uint32_t i, uint32_t holder)
{
	const struct syntax_node *node = &s->tree->nodes[i];
	bool object = has_role(s, i, ROLE_OBJECT | ROLE_NAME, ROLE_OBJECT);

	if (object && !has_arguments(s, i))
		return append(s, holder, SHAPE_ATTRIBUTE, node);
	uint32_t call = append(s, holder, SHAPE_CALL, node);
	if (object)
		append(s, call, SHAPE_ATTRIBUTE, node);
	return call;
}

static bool
is_statement_body(const struct shaping *s, uint32_t i, enum shape shape, uint16_t role)
{
	const struct syntax_node *parent, *node = &s->tree->nodes[i];

	if (!(role & ROLE_BODY) || !(node->flags & NODE_NAMED) || node->parent == NODE_NONE)
		return false;
	while (shape == SHAPE_THROUGH && has_one_child(s, i)) {
		i = node_named_child(s->tree, i);
		shape = shape_of(s, i);
	}
	if (shape == SHAPE_BLOCK)
		return false;
	parent = &s->tree->nodes[node->parent];
	enum shape outer = parent->kind < SHAPE_KINDS ? s->table->shapes[parent->kind] : SHAPE_NODE;
	if (outer == SHAPE_CLASS || outer == SHAPE_PAIR)
		return false;
	/* The b and c of a ? b : c have the names of branches, too. */
	if (s->table->kind_flags[parent->kind % SHAPE_KINDS] & SHAPE_EXPRESSION)
		return false;
	return shape != SHAPE_DICTIONARY &&
	       !(s->table->kind_flags[node->kind % SHAPE_KINDS] & SHAPE_OPTIONAL);
}

/* What holds a node that its grammar has without: the block of one statement, the list of one parameter. */
static uint32_t
put_around(struct shaping *s, uint32_t i, enum shape shape, uint16_t role, uint32_t holder)
{
	enum shape around = SHAPE_NODE;

	if (is_statement_body(s, i, shape, role))
		around = SHAPE_BLOCK;
	else if (role & ROLE_PARAMETER && shape == SHAPE_NAME)
		around = SHAPE_PARAMETERS;
	else if (role & ROLE_ARGUMENT && shape != SHAPE_ARGUMENTS)
		around = SHAPE_ARGUMENTS;
	if (around == SHAPE_NODE)
		return holder;
	uint32_t at = append(s, holder, around, &s->tree->nodes[i]);
	s->out->nodes[at].flags |= around == SHAPE_BLOCK && role & ROLE_OPTIONAL ? SHAPE_OPTIONAL : 0;
	return at;
}

static uint32_t
append_shaped(struct shaping *s, uint32_t i, enum shape shape, uint32_t holder)
{
	const struct syntax_node *node = &s->tree->nodes[i];
	enum shape outer = holder == NODE_NONE ? SHAPE_NODE : (enum shape)s->out->nodes[holder].shape;
	uint32_t at;

	switch (shape) {
	case SHAPE_METHOD_CALL:
		return append_method_call(s, i, holder);
	case SHAPE_SHORTHAND:
		at = append(s, holder, SHAPE_PAIR, node);
		append(s, at, SHAPE_NAME, node);
		append(s, at, SHAPE_NAME, node);
		return at;
	case SHAPE_COMMAND:
		at = append(s, holder, SHAPE_CALL, node);
		s->out->nodes[append(s, at, SHAPE_NAME, node)].end = s->ends[i + 1];
		at = append(s, at, SHAPE_ARGUMENTS, node);
		s->out->nodes[at].start = s->ends[i + 1];
		return at;
	case SHAPE_SYMBOL:
		at = append(s, holder, SHAPE_NAME, node);
		if ((outer == SHAPE_PAIR || outer == SHAPE_KEYWORD) && s->out->nodes[holder].first == at)
			s->out->nodes[at].start++;
		return at;
	case SHAPE_PAIR:
		return append(s, holder, outer == SHAPE_ARGUMENTS ? SHAPE_KEYWORD : shape, node);
	case SHAPE_STRING:
		return append(s, holder, has_expressions(s, i) ? SHAPE_TEMPLATE : shape, node);
	default:
		return append(s, holder, shape, node);
	}
}

static uint32_t
flags_of(const struct shaping *s, const struct syntax_node *node, uint16_t role, uint32_t holder)
{
	enum shape outer = holder == NODE_NONE ? SHAPE_NODE : (enum shape)s->out->nodes[holder].shape;
	uint32_t flags = 0;

	if (node->kind < SHAPE_KINDS)
		flags = s->table->kind_flags[node->kind];
	if (!(node->flags & NODE_NAMED) && s->table->tokens[node->kind] == TOKEN_MODIFIER)
		flags |= SHAPE_OPTIONAL;
	if (role & ROLE_OPTIONAL || (role & ROLE_DEFAULT && outer == SHAPE_PARAMETER) ||
	    (role & ROLE_TYPE && (outer == SHAPE_ASSIGN || outer == SHAPE_FUNCTION)))
		flags |= SHAPE_OPTIONAL;
	/* Go: (int, error) */
	if (role & ROLE_OPTIONAL && node->kind < SHAPE_KINDS &&
	    s->table->shapes[node->kind] == SHAPE_PARAMETERS)
		flags &= ~(uint32_t)SHAPE_NO_VALUE;
	return flags;
}

static bool
is_leaf_shape(enum shape shape)
{
	return shape == SHAPE_NAME || shape == SHAPE_STRING || shape == SHAPE_SHORTHAND ||
	       shape == SHAPE_SYMBOL;
}

/* Text between elements counts without the white space round it. */
static bool
is_content(const struct shaping *s, uint32_t holder)
{
	return holder != NODE_NONE && s->out->nodes[holder].shape == SHAPE_RUN;
}

static void
trim(struct shaping *s, uint32_t at)
{
	struct shape_node *node = &s->out->nodes[at];
	struct slice text = slice_trim(shape_text(s->out, at));

	node->start = (uint32_t)(text.ptr - s->out->text.ptr);
	node->end = node->start + (uint32_t)text.len;
}

/* Begins or ends the list that parentheses are round, in a node where the grammar has none. */
static void
turn_parenthesis(struct shaping *s, uint32_t i)
{
	const struct syntax_node *node = &s->tree->nodes[i];
	uint32_t holder = node->parent == NODE_NONE ? NODE_NONE : s->holders[node->parent];

	if (holder == NODE_NONE ||
	    !(s->table->kind_flags[s->tree->nodes[node->parent].kind % SHAPE_KINDS] & SHAPE_PARENTHESES))
		return;
	bool within = s->out->nodes[holder].kind == s->table->open;
	if (node->kind == s->table->open && !within) {
		bool function = s->out->nodes[holder].shape == SHAPE_FUNCTION;
		s->holders[node->parent] =
			append(s, holder, function ? SHAPE_PARAMETERS : SHAPE_ARGUMENTS, node);
	} else if (node->kind == s->table->close && within) {
		s->out->nodes[holder].end = node->end;
		s->holders[node->parent] = s->out->nodes[holder].parent;
	}
}

static void
shape_one(struct shaping *s, uint32_t i)
{
	const struct syntax_node *node = &s->tree->nodes[i];
	enum shape shape = shape_of(s, i);
	uint16_t role = role_of(s, node) | branch_role(s, i);
	uint32_t holder = holder_of(s, i, role);

	s->holders[i] = NODE_NONE;
	if (!(node->flags & NODE_NAMED))
		turn_parenthesis(s, i);
	if ((holder == NODE_NONE && node->parent != NODE_NONE) || shape == SHAPE_DROP)
		return;
	/* `function f() {}` as a value: what it is called within itself says nothing. */
	if (holder != NODE_NONE && s->out->nodes[holder].shape == SHAPE_LAMBDA && role & ROLE_NAME)
		return;
	holder = put_around(s, i, shape, role, holder);
	if (shape == SHAPE_THROUGH && role & ROLE_OPTIONAL)
		shape = SHAPE_NODE;
	/* What a statement declares, as one: `private int a = 1;` */
	if (shape == SHAPE_DECLARATION && holder != NODE_NONE &&
	    s->out->nodes[holder].shape == SHAPE_DECLARATION)
		shape = SHAPE_THROUGH;
	if (shape == SHAPE_TOKEN &&
	    s->table->shapes[s->tree->nodes[node->parent].kind % SHAPE_KINDS] == SHAPE_THROUGH)
		return;
	if (shape == SHAPE_THROUGH && holder != NODE_NONE) {
		s->holders[i] = holder;
		return;
	}
	if (shape == SHAPE_NAME && is_content(s, holder) && is_blank(s, i))
		return;
	uint32_t at = append_shaped(s, i, shape, holder);
	s->out->nodes[at].flags |= flags_of(s, node, role, holder);
	if (shape == SHAPE_NAME && is_content(s, holder))
		trim(s, at);
	if (!is_leaf_shape((enum shape)shape) || s->out->nodes[at].shape == SHAPE_TEMPLATE)
		s->holders[i] = at;
}

static void
close_subtrees(struct shape_tree *tree)
{
	for (uint32_t i = tree->n; i-- > 0;) {
		struct shape_node *node = &tree->nodes[i];
		if (node->subtree_end < i + 1)
			node->subtree_end = i + 1;
		if (node->parent != NODE_NONE && tree->nodes[node->parent].subtree_end < node->subtree_end)
			tree->nodes[node->parent].subtree_end = node->subtree_end;
	}
}

/* Children come before their parents, the last one first. */
static int
find_ends(struct shaping *s, struct arena *arena)
{
	enum { NONE_SEEN, COMMENTS_SEEN, FOUND };
	const struct syntax_node *nodes = s->tree->nodes;
	uint8_t *seen = arena_array(arena, s->tree->n, sizeof(*seen));

	s->ends = arena_array(arena, s->tree->n, sizeof(*s->ends));
	if (!seen || !s->ends)
		return -1;
	memset(seen, NONE_SEEN, s->tree->n);
	for (uint32_t i = 0; i < s->tree->n; i++)
		s->ends[i] = nodes[i].end;
	for (uint32_t i = s->tree->n; i-- > 1;) {
		uint32_t parent = nodes[i].parent;
		if (seen[parent] == FOUND)
			continue;
		if (nodes[i].flags & NODE_EXTRA) {
			seen[parent] = COMMENTS_SEEN;
			continue;
		}
		if (seen[parent] == COMMENTS_SEEN || nodes[i].end == nodes[parent].end)
			s->ends[parent] = s->ends[i];
		seen[parent] = FOUND;
	}
	return 0;
}

int
shape_build(struct shape_tree *out, struct arena *arena, const struct shape_table *table,
	    const struct syntax_tree *tree, struct err *err)
{
	struct shaping s = {.table = table, .tree = tree, .out = out};

	*out = (struct shape_tree){.text = tree->text};
	if (tree->n == 0)
		return 0;
	/* Every syntax node becomes at most three. */
	out->nodes = arena_array(arena, tree->n, 3 * sizeof(*out->nodes));
	s.holders = arena_array(arena, tree->n, sizeof(*s.holders));
	s.last = arena_array(arena, tree->n, 3 * sizeof(*s.last));
	if (!out->nodes || !s.holders || !s.last || find_ends(&s, arena) < 0)
		return err_oom(err);
	for (uint32_t i = 0; i < tree->n; i++)
		shape_one(&s, i);
	close_subtrees(out);
	return 0;
}
