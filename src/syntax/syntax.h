/*
 * syntax.h - parsing a text with the grammar of its language
 *
 * The grammars are tree-sitter's, compiled into the program; nobody outside
 * src/syntax/ sees that library. A build without them has the same functions:
 * no language is known then, and syntax_available() says so.
 */
#ifndef SLUICE_SYNTAX_SYNTAX_H
#define SLUICE_SYNTAX_SYNTAX_H

#include "base/arena.h"
#include "base/deadline.h"
#include "base/err.h"
#include "change/text.h"
#include "rule/language.h"
#include "syntax/tree.h"

bool syntax_available(void);

/* For `version` and reports: "tree-sitter 0.25.1", or "none (built without grammars)". */
const char *syntax_description(void);

/*
 * The grammar for a file. The path decides between dialects (".tsx"); it may
 * be empty. NULL: none. Static, shared by threads.
 */
const struct syntax_language *syntax_language(enum language lang, struct slice path);
const char *syntax_language_name(const struct syntax_language *language); /* "typescript", "tsx" */

/* The kind of that name; named tells a rule "if" from the token "if". 0: none. */
uint16_t syntax_kind(const struct syntax_language *language, struct slice name, bool named);
const char *syntax_kind_name(const struct syntax_language *language, uint16_t kind);

/* Kinds are below it. Some have a name, but syntax_kind() knows none of them: they are in no tree. */
uint16_t syntax_nkinds(const struct syntax_language *language);
bool syntax_kind_is(const struct syntax_language *language, uint16_t kind, bool named);

/* The role of that name. 0: none. */
uint16_t syntax_field(const struct syntax_language *language, struct slice name);
const char *syntax_field_name(const struct syntax_language *language, uint16_t field);

/* What one parse may cost; see base/limits.h. */
struct parse_limits {
	uint32_t bytes;  /* of the text */
	uint32_t ms;     /* of the processor's time */
	uint32_t nodes;  /* at least 1 */
	uint32_t memory; /* bytes that the parser holds, the nodes not counted */
};

/* Belongs to one thread; serves every language. */
struct syntax_parser;

/* NULL for limits: those of base/limits.h. */
int syntax_parser_new(struct syntax_parser **out, const struct parse_limits *limits, struct err *err)
	__attribute__((warn_unused_result));
void syntax_parser_free(struct syntax_parser *parser);

/* A parse ends then at the latest (PARSE_TIME_LIMIT). Borrowed; NULL: none, as at first. */
void syntax_parser_set_deadline(struct syntax_parser *parser, const struct deadline *deadline);

/*
 * Parses a text. The nodes live in the arena, the text is borrowed. Errors in the
 * text and limits that were met are an outcome, not a failure: only memory
 * that runs out for the nodes is. A NULL language gives PARSE_NO_GRAMMAR.
 */
int syntax_parse(struct syntax_tree *out, struct syntax_parser *parser, struct arena *arena,
		 const struct syntax_language *language, const struct text *text, struct err *err)
	__attribute__((warn_unused_result));

#endif
