/*
 * shape.h - a syntax tree in the form in which patterns are compared
 *
 * Grammars differ, and say more than a pattern means: brackets, commas,
 * `const` or `let`, a statement round an expression. The shape of a tree leaves that
 * out and gives what languages share one name: `a.f(x)` is
 *
 *	CALL
 *	  ATTRIBUTE   a, f
 *	  ARGUMENTS   x
 *
 * in Python, where the grammar says so, and in Java, where a method_invocation
 * has object, name and arguments. What has no common name stays a SHAPE_NODE of
 * its grammar's kind. Which kind becomes what stands in shape_table.c, and
 * for one language in its dialect (dialect.h).
 *
 * Nodes stand in pre-order as in tree.h.
 */
#ifndef SLUICE_SYNTAX_SHAPE_H
#define SLUICE_SYNTAX_SHAPE_H

#include "base/arena.h"
#include "base/err.h"
#include "syntax/syntax.h"

enum shape {
	SHAPE_NODE,     /* of a kind of its grammar */
	SHAPE_DROP,     /* not in the tree, nor is what is below it */
	SHAPE_THROUGH,  /* not in the tree; its children are its parent's */
	SHAPE_SINGLE,   /* SHAPE_THROUGH with one child, else SHAPE_NODE */
	SHAPE_NAME,     /* leaf: compared by its bytes */
	SHAPE_STRING,   /* leaf: constant text */
	SHAPE_TEMPLATE, /* text with expressions in it */
	SHAPE_CALL,
	SHAPE_METHOD_CALL, /* in tables only: a CALL whose object and name are ATTRIBUTE */
	SHAPE_ATTRIBUTE,
	SHAPE_RUN, /* of its children a pattern names the first; white space round text is left out */
	SHAPE_ARGUMENTS,
	SHAPE_PARAMETERS,
	SHAPE_PARAMETER,
	SHAPE_LIST,
	SHAPE_DICTIONARY,
	SHAPE_PAIR,
	SHAPE_KEYWORD,  /* f(name=value) */
	SHAPE_ARGUMENT, /* in tables only: a SHAPE_KEYWORD when it has a name, else SHAPE_THROUGH */
	SHAPE_BLOCK,    /* its children are statements */
	SHAPE_ASSIGN,
	SHAPE_LET,         /* in tables only: a SHAPE_ASSIGN that declares, without `=` a SHAPE_DECLARATION */
	SHAPE_DECLARATION, /* type and ASSIGN */
	SHAPE_FUNCTION,
	SHAPE_LAMBDA,
	SHAPE_CLASS,
	SHAPE_WHOLE, /* a type, a command: a hole that is all of it stands for any */
	SHAPE_MODIFIERS,
	SHAPE_DECORATED, /* with one child SHAPE_THROUGH */
	SHAPE_IF,        /* condition, BLOCK, what else */
	SHAPE_LOOP,      /* `for`, in all its forms */
	SHAPE_ELEMENT,   /* of JSX: name, KEYWORDs, contents */
	SHAPE_SHORTHAND, /* in tables only: `{a}`, a PAIR of a and a */
	SHAPE_ENTRY,     /* in tables only: a PAIR, with one child SHAPE_THROUGH */
	SHAPE_COMMAND,   /* in tables only: `include a`, a CALL of its word */
	SHAPE_SYMBOL,    /* in tables only: `:a`, a NAME; as the key of a PAIR it is a */
	SHAPE_TOKEN,     /* an operator */
};

enum shape_flag {
	SHAPE_OPTIONAL = 1,    /* a pattern need not mention it */
	SHAPE_DECLARES = 2,    /* ASSIGN: `var x = 1`, not `x = 1` */
	SHAPE_EXPRESSION = 8,  /* SHAPE_NODE: has a value */
	SHAPE_UNSOUND = 4,     /* the parser had trouble here or below */
	SHAPE_IMPORT = 16,     /* gives names to what is elsewhere */
	SHAPE_NO_VALUE = 32,   /* no metavariable stands for it: a type, a slice */
	SHAPE_CALLS = 64,      /* `@a` is `@a()` */
	SHAPE_IS_FIRST = 128,  /* `a as T`: for a pattern that is no such thing it is a */
	SHAPE_IS_LAST = 256,   /* `(T) a` */
	SHAPE_LOOSE = 512,     /* with `...` alone in it a pattern's node is `...` */
	SHAPE_ANYWHERE = 1024, /* a pattern's node: what it holds is sought in all of the text's node */
	SHAPE_SHORT = 16384,   /* SHAPE_DECLARES without a word for it: `x := 1` */
	SHAPE_MEMBERS = 32768, /* SHAPE_NODE: its block is one of members, as that of a class */
	SHAPE_SOME = 65536,    /* a pattern names some of its children, in any order */
	/* Below only in tables, where the grammar has no node for what they say: */
	SHAPE_PARENTHESES = 2048, /* its ( ) are round ARGUMENTS, or PARAMETERS of a function */
	SHAPE_BRANCHES = 4096, /* behind its ) and `else` stands a statement; behind `else` an optional one */
	SHAPE_ENDS_IN_BODY = 131072, /* its last child, though no field says so */
	SHAPE_TEXT_HOLE = 8192,      /* a string that has it is a SHAPE_TEMPLATE */
};

struct shape_node {
	uint32_t start, end; /* bytes of the text */
	uint32_t first, next, parent;
	uint32_t subtree_end;
	uint32_t flags; /* set of enum shape_flag */
	uint16_t kind;
	uint8_t shape; /* enum shape */
};

struct shape_tree {
	struct slice text;
	struct shape_node *nodes;
	uint32_t n;
};

/* What the kinds of one grammar become; made once, shared afterwards. */
struct shape_table;

/* NULL when memory runs out. */
const struct shape_table *shape_table_new(struct arena *arena, enum language lang,
					  const struct syntax_language *language);

int shape_build(struct shape_tree *out, struct arena *arena, const struct shape_table *table,
		const struct syntax_tree *tree, struct err *err) __attribute__((warn_unused_result));

/* Whether a node's kind says more than its shape. */
static inline bool
shape_has_kind(const struct shape_node *node)
{
	return node->shape == SHAPE_NODE || node->shape == SHAPE_IF || node->shape == SHAPE_LOOP;
}

/* The first child of that shape, or NODE_NONE. */
static inline uint32_t
shape_child(const struct shape_node *nodes, uint32_t node, enum shape shape)
{
	uint32_t k = nodes[node].first;

	while (k != NODE_NONE && nodes[k].shape != shape)
		k = nodes[k].next;
	return k;
}

/* The first node that begins at or behind the byte; n: there is none. In pre-order nodes begin in the order
 * of the text. */
static inline uint32_t
shape_node_from(const struct shape_tree *tree, uint32_t start)
{
	uint32_t low = 0, high = tree->n;

	while (low < high) {
		uint32_t mid = low + (high - low) / 2;
		if (tree->nodes[mid].start < start)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

static inline struct slice
shape_text(const struct shape_tree *tree, uint32_t node)
{
	return slice_of(tree->text.ptr + tree->nodes[node].start,
			tree->nodes[node].end - tree->nodes[node].start);
}

#endif
