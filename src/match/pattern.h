/*
 * pattern.h - Semgrep's patterns on shapes
 *
 * A pattern is source text with holes. It is read by the grammar of the language
 * it is for, each hole as a name that parses there:
 *
 *	$X.execute("..." + $Y, ...)        the pattern
 *	zqmvX.execute("..." + zqmvY, zqdots)   what the parser sees
 *	CALL                               the pattern's shape, and its operators
 *	  ATTRIBUTE  zqmvX, execute          META $X, NODE
 *	  ARGUMENTS
 *	    binary_operator  "...", +, zqmvY   NODE: TEXT (any), NODE, META $Y
 *	    zqdots                           DOTS
 *
 * It is then compared node by node with the shape of a file (pattern_match.c);
 * META binds what it meets or asks that it reads as what it bound before, and DOTS
 * stands for any run of siblings: arguments, statements, fields.
 *
 * pattern_text.c finds the holes, pattern_read.c the words that parse.
 */
#ifndef SLUICE_MATCH_PATTERN_H
#define SLUICE_MATCH_PATTERN_H

#include "match/range.h"
#include "match/regex.h"
#include "syntax/dialect.h"

#define PATTERN_SLOTS 32u

enum pattern_op {
	PATTERN_NODE,
	PATTERN_META,       /* $X */
	PATTERN_ANY,        /* $_ */
	PATTERN_DOTS,       /* ... */
	PATTERN_MORE,       /* $...X */
	PATTERN_DEEP,       /* <... e ...> : e is `first` of deep */
	PATTERN_TEXT,       /* "...": any constant text */
	PATTERN_TEXT_META,  /* "$X" */
	PATTERN_TEXT_REGEX, /* "=~/re/" */
};

struct pattern_node {
	uint8_t op; /* enum pattern_op */
	uint8_t slot;
	uint8_t type_slot; /* ($T $X): of $T */
	bool type_bound;
	struct slice type; /* of (T $X); empty: any */
	uint32_t child;    /* of PATTERN_DEEP */
	struct regex *regex;
};

/* What a rule asks, by metavariable-regex, of a name before a metavariable takes it. */
struct pattern_guard {
	struct slice metavariable;
	struct slice text;   /* the regular expression */
	struct place place;  /* of it */
	struct regex *regex; /* NULL until a name is there to be asked about */
	uint8_t slot;        /* of the pattern, for the metavariable */
};

/* Immutable once made, but for the guards' expressions; the shape and the nodes have the same indexes. */
struct pattern {
	struct shape_tree shape;
	struct pattern_node *nodes;
	uint32_t root;       /* a node, or the first of several siblings */
	bool sequence;       /* of statements */
	bool ended;          /* by a semicolon: an expression is meant as a statement */
	struct slice *slots; /* metavariables, at most PATTERN_SLOTS */
	size_t nslots;
	struct regex **regexes;
	size_t nregexes;
	uint32_t options; /* of its rule */
	struct pattern_guard *guards;
	size_t nguards;
};

static inline bool
pattern_option(const struct pattern *pattern, enum rule_option option)
{
	return (pattern->options ^ OPTIONS_ON) >> option & 1u;
}

/* What reads patterns and texts in one language; of one thread. */
struct pattern_language {
	const struct syntax_language *syntax;
	const struct shape_table *table;
	const struct dialect *dialect;
	struct syntax_parser *parser;
	enum language lang;
};

/* 1: *out lives in the arena (its expressions until pattern_release()), 0: it parses in no way, -1. */
int pattern_read(struct pattern **out, struct arena *arena, const struct pattern_language *language,
		 struct slice text, const struct place *place, struct err *err)
	__attribute__((warn_unused_result));
void pattern_release(struct pattern *pattern);

/* A text as patterns see it. */
struct unit {
	struct shape_tree shape;
	const struct dialect *dialect;
	uint64_t serial;   /* of the text: another one has another */
	uint32_t from, to; /* bytes: only what lies within is looked at */
	const struct syntax_language *syntax;
	const struct unit_names *names;      /* what is imported; see unit.h */
	const struct trigrams *trigrams;     /* of the whole text */
	const struct declarations *declared; /* see declaration.h */
};

/* Appends where the pattern matches; bindings live in the arena. *limit is set when it was given up. */
int pattern_find(struct range_list *out, const struct pattern *pattern, const struct unit *unit,
		 struct regex_engine *engine, struct arena *arena, const char **limit, struct err *err)
	__attribute__((warn_unused_result));

#endif
