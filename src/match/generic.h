/*
 * generic.h - Semgrep's generic mode: patterns on words and marks, without a grammar
 *
 * A text is a tree of words ([A-Za-z0-9_]+), marks (any other byte, or one
 * character that is not ASCII) and lists. Lines that are indented further than the
 * line before are a list; so is what stands within a pair of brackets on one line:
 *
 *	server {                 server {
 *	  listen 80 (v4);    →     [ listen 80 ( [ v4 ] ) ; ]
 *	}                        }
 *
 * A pattern is read the same way, but its brackets are marks as others. It is
 * matched from left to right, going down into lists and up again as if they
 * were not there, with two exceptions: a match never leaves the list it began in, and
 * a list of the pattern (its own indentation) is matched by one whole list.
 *
 *	$X      a word        ...     anything, up to max_span lines below what was matched last
 *	$...X   as ..., bound, with the white space before it
 *
 * What was not documented (https://semgrep.dev/docs/writing-rules/generic-pattern-matching)
 * was learnt by asking Semgrep 1.182.
 */
#ifndef SLUICE_MATCH_GENERIC_H
#define SLUICE_MATCH_GENERIC_H

#include "match/place.h"
#include "match/range.h"

enum generic_kind {
	GENERIC_WORD,
	GENERIC_MARK,
	GENERIC_LIST,
	GENERIC_NOTHING, /* was taken for a list, but its bracket is not closed */
};

struct generic_node {
	uint8_t kind;        /* enum generic_kind */
	uint32_t start, end; /* bytes; of a list: of no meaning */
	uint32_t line;       /* from 0; of the indentation's list: its column */
	uint32_t next;       /* the node behind it and all that it holds */
	uint32_t up;         /* the list it stands in */
};

/* In the order of the text, a list before what it holds; node 0 is the list of all. */
struct generic_tree {
	struct slice text;
	struct generic_node *nodes;
	size_t n, cap;
};

/* brackets: pairs of them make lists. ERR_LIMIT above LIMIT_PARSE_BYTES. */
int generic_tree_read(struct generic_tree *out, struct slice text, enum comment_style comments, bool brackets,
		      struct err *err) __attribute__((warn_unused_result));
void generic_tree_release(struct generic_tree *tree);

/* What a pattern became: instructions that are carried out in order. */
enum generic_op_kind {
	GENERIC_OP_TOKEN,
	GENERIC_OP_META,
	GENERIC_OP_DOTS,
	GENERIC_OP_ENTER, /* a list */
	GENERIC_OP_LEAVE,
};

#define GENERIC_OPS   400u
#define GENERIC_SLOTS 32u
#define GENERIC_DEPTH 16u
#define GENERIC_NONE  UINT8_MAX

struct generic_op {
	uint8_t kind;
	uint8_t slot;       /* META, DOTS: GENERIC_NONE if it has no name */
	bool binds;         /* the first of its slot: the others ask for the same text */
	bool last;          /* DOTS: nothing more has to be matched */
	bool optional;      /* ENTER: the list holds `...` only */
	uint16_t repeat;    /* DOTS: how many */
	struct slice bytes; /* TOKEN */
};

struct generic_pattern {
	struct generic_op ops[GENERIC_OPS];
	size_t n;
	struct slice slots[GENERIC_SLOTS]; /* "$X", "$...X" */
	size_t nslots;
	bool recalls; /* some slot is asked for again */
	bool nests;   /* has lists */
	bool open;    /* ends with `...` outside of any list */
	const struct generic_options *options;
};

/* ERR_RULE for a pattern that is too large, or where $...X follows dots. Borrows text and options. */
int generic_pattern_read(struct generic_pattern *out, struct slice text,
			 const struct generic_options *options, const struct place *place, struct err *err)
	__attribute__((warn_unused_result));

/*
 * Appends where the pattern matches; bindings live in the arena. base is added to all offsets.
 * *limit is set when it was given up.
 */
int generic_find(struct range_list *out, const struct generic_pattern *pattern,
		 const struct generic_tree *tree, uint32_t base, struct arena *arena, const char **limit,
		 struct err *err) __attribute__((warn_unused_result));

#endif
