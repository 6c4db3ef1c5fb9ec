/*
 * dialect.h - what Semgrep's patterns need to know of a language
 *
 * To add a language for patterns:
 *
 * 1. Its grammar has a row in grammars.c and a name in rule/language.c.
 * 2. A file dialect_<language>.c with a struct dialect, named in the Makefile's
 *    list; its line below and in the table of dialect.c. Rules in the language are
 *    loaded from then on, instead of reported as unsupported.
 *    tests/unit/test_dialect.c tells a kind or field that the grammar has not.
 * 3. Rows in tests/unit/pattern_rows.h: a call, a method call, `...` among
 *    arguments and among statements, a string, a definition, an assignment. Run
 *    build/unit/test_pattern. A pattern that does not parse is reported as such.
 *
 * Everything in a struct dialect may be left out: it then is as in a language with
 * braces and semicolons. Start with the kinds; shape_table.c has the rows for all
 * languages, so only what is particular to the grammar is listed. The names of kinds and
 * fields stand in parser.c of the grammar's package (ts_symbol_names,
 * ts_field_names). Rust's file, say, begins as
 *
 *	static const struct dialect_kind kinds[] = {
 *		{"let_declaration", SHAPE_LET, SHAPE_DECLARES},      let a = 1;  is  ASSIGN a, 1
 *		{"function_item", SHAPE_FUNCTION, 0},
 *		{"closure_expression", SHAPE_LAMBDA, 0},
 *		{"scoped_identifier", SHAPE_ATTRIBUTE, 0},           a::f(x)  is  CALL (ATTRIBUTE a, f) ...
 *		{"attribute_item", SHAPE_NODE, SHAPE_OPTIONAL},      a pattern need not mention #[...]
 *		{"use_declaration", SHAPE_NODE, SHAPE_IMPORT},       given to read_import
 *		{NULL},
 *	};
 *	static const struct dialect_frame frames[] = {
 *		{"fn zq() { zq = ", "; }", true},   an expression
 *		{"fn zq() {", "}"},                 statements
 *		{"", ""},                           definitions
 *		{NULL, NULL},
 *	};
 *	const struct dialect dialect_rust = {.kinds = kinds, .frames = frames, .read_import = read_import};
 *
 * What each shape means stands in shape.h. A pattern is tried in each frame and with
 * each form of its holes, in order, until all of it parses (match/pattern_read.c);
 * so the common one comes first. Text with expressions in it is recognised by the
 * kinds that have SHAPE_TEXT_HOLE.
 */
#ifndef SLUICE_SYNTAX_DIALECT_H
#define SLUICE_SYNTAX_DIALECT_H

#include "syntax/shape.h"

/* Lists below end with a row of NULL. */

/* What a kind of the grammar becomes. One the grammar does not have is passed over. */
struct dialect_kind {
	const char *kind; /* a rule of the grammar; with SHAPE_TOKEN also a word of it that has to be kept */
	uint8_t shape;    /* enum shape */
	uint32_t flags;   /* set of enum shape_flag */
	const char *as;   /* the kind that it is for a pattern; NULL: itself */
};

enum role {
	ROLE_OPTIONAL = 1,   /* a pattern need not mention it */
	ROLE_BODY = 2,       /* one statement here is a block of one */
	ROLE_OBJECT = 4,     /* object or name of a SHAPE_METHOD_CALL */
	ROLE_NAME = 8,       /* with ROLE_OBJECT: the name */
	ROLE_PARAMETER = 16, /* one parameter here is a list of one */
	ROLE_OPERATOR = 32,  /* a word here is an operator */
	ROLE_DEFAULT = 64,   /* optional in a SHAPE_PARAMETER */
	ROLE_TYPE = 128,     /* optional in a SHAPE_ASSIGN */
	ROLE_ARGUMENT = 256, /* what is no list of arguments is one of one */
};

/* What a child is to its parent, by the grammar's field. */
struct dialect_field {
	const char *field;
	uint16_t role; /* set of enum role */
};

/* What may have to stand round a pattern so that it parses. Its own names are zq, Zq. */
struct dialect_frame {
	const char *before, *behind;
	bool expression; /* for nothing that has a ';' */
	bool entry;      /* for `a: b` only */
	bool record;     /* for `{...}` only */
};

/* When the second form of `...` is tried first. */
enum dialect_second {
	SECOND_IS_STATEMENT, /* where a statement stands */
	SECOND_IN_BRACES,    /* within {} */
	SECOND_NEVER,
};

/* What an import gives a name to; the slices are the text's. */
struct import {
	struct slice name;   /* as the text uses it; empty: whatever the module has (`import a.b.*`) */
	struct slice module; /* "a.b", "path/x", without quotes */
	struct slice item;   /* what of it; empty: itself */
	struct slice also;   /* empty, or what patterns may call it instead of module: http of net/http */
};

/*
 * Is told what an import says; 0, or -1 when memory runs out.
 *
 *	import a.b as x         x, a.b             from a import b as x            x, a, b
 *	import a.b.C;           C, a.b.C           import a.b.*;                   -, a.b
 *	import x from 'y'       x, y, default      const {a: b} = require('c')     b, c, a
 *	import x "path/y"       x, path/y          using X = A.B;                  X, A.B
 */
struct import_taker {
	int (*take)(void *to, const struct import *import);
	void *to;
};

#define DIALECT_DOTS 8

/* Where a declaration has its type, and with it a typed metavariable. */
enum dialect_types {
	TYPES_BEHIND, /* x: T, x T; ($X: T) */
	TYPES_BEFORE, /* T x; (T $X) */
	TYPES_NONE,
};

struct dialect {
	const struct dialect_kind *kinds;   /* added to those of all languages; a later row wins */
	const struct dialect_field *fields; /* the same */
	const struct dialect_frame *frames;

	/*
	 * The forms of `...` and of a metavariable: what the parser sees in its place. '.' is the hole's
	 * name ('^': with a capital), once; ',' a second name where the grammar wants two: ", ." is a type
	 * and a name, ". = ,;" an assignment. At most DIALECT_DOTS of `...`; the second is that for
	 * statements, unless `second` says otherwise; ".;;" is that of `for (...)`.
	 */
	const char *const *dots;
	const char *const *metavariables; /* the first is that of $...X, too */
	enum dialect_second second;
	/* Instead of `second`: the form that `...` at that place of the pattern is tried in first. */
	unsigned (*dots_form)(struct slice pattern, size_t at, size_t len);
	const char *const *variables; /* without '$': of the language's own that read like a metavariable */

	/* Quoted text in which metavariables are holes, beside any that has "${". */
	const char *text_prefixes; /* the characters before its quote: "fF" of f"{$X}" */
	const char *text_quotes;   /* the quotes themselves */
	const char *text_hole;     /* that it has: "#{" */
	bool whole_text_is_hole;   /* one that is all of a text is any text, no variable in it */
	bool second_in_text;       /* a metavariable there is tried in its second form first */
	char dots_prefix;     /* with it "..." is only text that has it, with expressions or not: f"..." */
	bool dots_any_prefix; /* the same for each name before a quote: sql"..." is no s"..." */

	enum dialect_types types;
	bool assigning_declares; /* no word for it: an assignment in a function makes a name of its own */
	bool implicit_return;    /* a function's last expression is what it returns */
	bool fields_are_names;   /* a field is read by its name alone, without `this.` */

	bool imports_are_paths;    /* `import a` of a pattern is `from a.b import c`, too */
	bool records_are_open;     /* {a: 1} of a pattern is {a: 1, b: 2}, too */
	bool blocks_are_records;   /* a SHAPE_BLOCK or SHAPE_DICTIONARY of a pattern names some of its entries
				    */
	bool words_are_whole;      /* a name may be any bytes: one that is partly a hole is a mistake */
	bool has_tags;             /* `...>` is the end of a tag, and no `<... e ...>` is read */
	bool lambdas_have_names;   /* `const f = () => 1` is a function f, and what it has is returned */
	bool blocks_are_written;   /* what has no block is no function or class with one of `...` */
	bool words_are_text;       /* a name is constant text: `a: b` is `a: "b"` */
	bool holes_are_quoted;     /* the forms of holes have quotes round them */
	bool classes_are_open;     /* `...` in a class goes into its methods */
	bool functions_are_closed; /* `...` among statements does not go into a function */
	bool functions_are_bare;   /* of a function, as the whole pattern, modifiers do not matter */
	bool numbers_are_fractions; /* 1 is a `float`, and no `int` */
	bool root_is_single;        /* a dictionary or list of one, as the whole pattern, is that one */

	/* Whether names that differ are the same for the language; NULL: never. */
	bool (*names_equal)(struct slice a, struct slice b);

	const char *joint; /* between a module and what is in it; NULL: "." */

	/* Reads a node whose kind has SHAPE_IMPORT; what it does not understand it passes over. */
	int (*read_import)(const struct import_taker *taker, const struct shape_tree *tree, uint32_t node);
};

/* Never NULL: that of a language without its own has the defaults. */
const struct dialect *dialect_of(enum language lang);

/* Those that have a dialect of their own: their patterns can be run, in a build with grammars. */
language_set dialect_languages(void);

/* The lists with the defaults for what is left out. */
const struct dialect_frame *dialect_frames(const struct dialect *dialect);
const char *const *dialect_dots(const struct dialect *dialect);
const char *const *dialect_metavariables(const struct dialect *dialect);

/* ---- for the dialects' files ---- */

/* What may stand at a hole of a pattern of a language with braces. */
enum dialect_place {
	PLACE_EXPRESSION, /* an argument, too */
	PLACE_STATEMENT,
	PLACE_MEMBER,     /* class C { ... } */
	PLACE_VALUE,      /* new T(a) { ... }, T{...}: members or values */
	PLACE_CASE,       /* switch (a) { ... } */
	PLACE_CHAIN,      /* $X. ...; */
	PLACE_IMPORT,     /* import ( ... ) */
	PLACE_LOOP,       /* for (...) */
	PLACE_PARAMETER,  /* not of a lambda without types */
	PLACE_ANNOTATION, /* @A(..., b = 1) */
	PLACE_COUNT
};
enum dialect_place dialect_place(struct slice pattern, size_t at, size_t len);

/*
 * Takes the next word from an import's text. Round brackets, commas and semicolons part words, too;
 * braces, colons and `=` are words.
 */
bool import_word(struct slice *rest, struct slice *word);
/*
 * Takes what stands behind the word `import`: a.b.C, a.b.C as D, a.b.{C, D as E}, with
 * the dialect's words for `.` and `as`.
 */
int import_take_paths(const struct import_taker *taker, struct slice text, const char *joint, const char *as)
	__attribute__((warn_unused_result));
int import_take(const struct import_taker *taker, struct slice name, struct slice module, struct slice item)
	__attribute__((warn_unused_result));

extern const struct dialect dialect_python;
extern const struct dialect dialect_javascript;
extern const struct dialect dialect_java;
extern const struct dialect dialect_go;
extern const struct dialect dialect_php;
extern const struct dialect dialect_ruby;
extern const struct dialect dialect_c;
extern const struct dialect dialect_csharp;
extern const struct dialect dialect_bash;
extern const struct dialect dialect_dockerfile;
extern const struct dialect dialect_terraform;
extern const struct dialect dialect_solidity;
extern const struct dialect dialect_html;
extern const struct dialect dialect_xml;
extern const struct dialect dialect_toml;
extern const struct dialect dialect_scala;
extern const struct dialect dialect_kotlin;
extern const struct dialect dialect_rust;
extern const struct dialect dialect_swift;
extern const struct dialect dialect_yaml;
extern const struct dialect dialect_json;

#endif
