/*
 * test_syntax.c - each grammar on a sample, the flat tree's invariants, hostile texts
 *
 * A build without grammars has fewer tests: that no language is known, and
 * that parsing says so.
 */
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "base/buf.h"
#include "base/deadline.h"
#include "base/limits.h"
#include "syntax/fence.h"
#include "syntax/kind_index.h"
#include "syntax/syntax.h"

#define FENCE_ITSELF
#include "syntax/fenced.h"

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

struct sample {
	const char *name;
	enum language language;
	const char *path;
	const char *text;
	const char *root;
	const char *kind, *part; /* a node of this kind has exactly this text */
	const char *field;       /* its role in its parent; NULL: none */
};

static const struct sample samples[] = {
	{"python", LANG_PYTHON, "a.py", "y = f(x)\n", "module", "call", "f(x)", "right"},
	{"javascript", LANG_JAVASCRIPT, "a.js", "y = f(x);\n", "program", "call_expression", "f(x)", "right"},
	{"jsx", LANG_JAVASCRIPT, "a.jsx", "y = <a href={f(x)}/>;\n", "program", "call_expression", "f(x)",
	 NULL},
	{"typescript", LANG_TYPESCRIPT, "a.ts", "y = <T>f(x);\n", "program", "call_expression", "f(x)", NULL},
	{"tsx", LANG_TYPESCRIPT, "a.TSX", "y = <T>{f(x)}</T>;\n", "program", "jsx_element", "<T>{f(x)}</T>",
	 "right"},
	{"java", LANG_JAVA, "A.java", "class A { void g() { f(x); } }\n", "program", "method_invocation",
	 "f(x)", NULL},
	{"kotlin", LANG_KOTLIN, "a.kt", "fun g() { f(x) }\n", "source_file", "call_expression", "f(x)", NULL},
	{"scala", LANG_SCALA, "a.scala", "object A { def g() = f(x) }\n", "compilation_unit",
	 "call_expression", "f(x)", "body"},
	{"go", LANG_GO, "a.go", "package p\nfunc g() { f(x) }\n", "source_file", "call_expression", "f(x)",
	 NULL},
	{"php", LANG_PHP, "a.php", "<p><?php f($x); ?></p>\n", "program", "function_call_expression", "f($x)",
	 NULL},
	{"ruby", LANG_RUBY, "a.rb", "y = f(x)\n", "program", "call", "f(x)", "right"},
	{"c", LANG_C, "a.c", "int g(void) { return f(x); }\n", "translation_unit", "call_expression", "f(x)",
	 NULL},
	{"c++", LANG_CPP, "a.cc", "int g() { return n::f(x); }\n", "translation_unit", "call_expression",
	 "n::f(x)", NULL},
	{"c#", LANG_CSHARP, "a.cs", "class A { void g() { f(x); } }\n", "compilation_unit",
	 "invocation_expression", "f(x)", NULL},
	{"rust", LANG_RUST, "a.rs", "fn g() { f(x); }\n", "source_file", "call_expression", "f(x)", NULL},
	{"swift", LANG_SWIFT, "a.swift", "f(x)\n", "source_file", "call_expression", "f(x)", NULL},
	{"solidity", LANG_SOLIDITY, "a.sol", "contract A { function g() public { f(x); } }\n", "source_file",
	 "call_expression", "f(x)", NULL},
	{"bash", LANG_BASH, "a.sh", "y=$(f x)\n", "program", "command", "f x", NULL},
	{"terraform", LANG_TERRAFORM, "a.tf", "y = f(x)\n", "config_file", "function_call", "f(x)", NULL},
	{"yaml", LANG_YAML, "a.yml", "f: x\n", "stream", "block_mapping_pair", "f: x", NULL},
	{"json", LANG_JSON, "a.json", "{\"f\": 1}\n", "document", "pair", "\"f\": 1", NULL},
	{"toml", LANG_TOML, "a.toml", "f = \"x\"\n", "document", "pair", "f = \"x\"", NULL},
	{"xml", LANG_XML, "a.xml", "<f x=\"1\"/>\n", "document", "Attribute", "x=\"1\"", NULL},
	{"html", LANG_HTML, "a.html", "<f x=\"1\"></f>\n", "document", "attribute", "x=\"1\"", NULL},
};

/* What a test works with. */
struct bench {
	struct arena arena;
	struct err err;
	struct syntax_parser *parser;
	const struct syntax_language *language;
	struct text text;
	struct syntax_tree tree;
};

/* NULL: the usual limits, but for the time: a busy machine, or valgrind, may take more. */
static struct bench
bench_new(const struct parse_limits *limits)
{
	static const struct parse_limits patient = {LIMIT_PARSE_BYTES, 60000, LIMIT_PARSE_NODES,
						    LIMIT_PARSE_MEMORY};
	struct bench b = {.arena = ARENA_INIT, .err = ERR_INIT};

	assert_int_equal(syntax_parser_new(&b.parser, limits ? limits : &patient, &b.err), 0);
	return b;
}

static void
bench_release(struct bench *b)
{
	syntax_parser_free(b->parser);
	arena_release(&b->arena);
}

static enum parse_outcome
parse(struct bench *b, enum language language, const char *path, struct slice text)
{
	b->language = syntax_language(language, slice_str(path));
	assert_non_null(b->language);
	assert_int_equal(text_decode(&b->text, &b->arena, text, &b->err), 0);
	assert_int_equal(syntax_parse(&b->tree, b->parser, &b->arena, b->language, &b->text, &b->err), 0);
	return b->tree.outcome;
}

static const char *
kind_of(const struct bench *b, uint32_t node)
{
	return syntax_kind_name(b->language, b->tree.nodes[node].kind);
}

/* The first named node of a kind with exactly this text (NULL: any); NODE_NONE if there is none. */
static uint32_t
find(const struct bench *b, const char *kind, const char *part)
{
	uint16_t wanted = syntax_kind(b->language, slice_str(kind), true);

	assert_int_not_equal(wanted, 0);
	for (uint32_t i = 0; i < b->tree.n; i++)
		if (b->tree.nodes[i].kind == wanted && (!part || slice_eq_str(node_text(&b->tree, i), part)))
			return i;
	return NODE_NONE;
}

#define HOLDS(condition)                                                                                     \
	do {                                                                                                 \
		if (!(condition))                                                                            \
			fail_msg("node %u: %s", (unsigned)i, #condition);                                    \
	} while (0)

static void
check_relations(const struct syntax_tree *tree, uint32_t i)
{
	const struct syntax_node *node = &tree->nodes[i], *parent = &tree->nodes[node->parent];

	HOLDS(node->parent < i);
	HOLDS(node->subtree_end <= parent->subtree_end);
	HOLDS(node->start >= parent->start && node->end <= parent->end);
	HOLDS(!(node->flags & NODE_BROKEN) || (parent->flags & NODE_BROKEN));
	if (node->next == NODE_NONE) {
		HOLDS(node->subtree_end == parent->subtree_end);
		return;
	}
	HOLDS(node->next == node->subtree_end && node->next < tree->n);
	HOLDS(tree->nodes[node->next].parent == node->parent);
	HOLDS(tree->nodes[node->next].start >= node->end);
}

static void
check_invariants(const struct bench *b)
{
	const struct syntax_tree *tree = &b->tree;

	assert_true(tree->n > 0);
	assert_true(tree->nodes[0].parent == NODE_NONE && tree->nodes[0].next == NODE_NONE);
	assert_int_equal(tree->nodes[0].subtree_end, tree->n);
	for (uint32_t i = 0; i < tree->n; i++) {
		const struct syntax_node *node = &tree->nodes[i];
		HOLDS(node->subtree_end > i);
		HOLDS(node->start <= node->end && node->end <= tree->text.len);
		HOLDS((node->kind == KIND_ERROR) == ((node->flags & NODE_ERROR) != 0));
		HOLDS(!(node->flags & (NODE_ERROR | NODE_MISSING)) || (node->flags & NODE_BROKEN));
		if (node->start < tree->text.len)
			HOLDS(node->line == text_line_at(&b->text, node->start));
		if (i > 0)
			check_relations(tree, i);
	}
}

static void
test_sample(void **state)
{
	const struct sample *sample = *state;
	struct bench b = bench_new(NULL);

	assert_int_equal(parse(&b, sample->language, sample->path, slice_str(sample->text)), PARSE_CLEAN);
	check_invariants(&b);
	assert_string_equal(kind_of(&b, 0), sample->root);
	uint32_t found = find(&b, sample->kind, sample->part);
	assert_true(found != NODE_NONE);
	assert_true(node_is(&b.tree, found, NODE_NAMED));
	uint16_t field = b.tree.nodes[found].field;
	if (sample->field)
		assert_string_equal(syntax_field_name(b.language, field), sample->field);
	else
		assert_int_equal(field, 0);
	bench_release(&b);
}

struct expected_node {
	const char *kind, *field;
	uint32_t parent, next, subtree_end;
	bool named;
};

/* The table of tree.h. */
static const struct expected_node expected_nodes[] = {
	{"module", NULL, NODE_NONE, NODE_NONE, 8, true},
	{"expression_statement", NULL, 0, NODE_NONE, 8, true},
	{"call", NULL, 1, NODE_NONE, 8, true},
	{"identifier", "function", 2, 4, 4, true},
	{"argument_list", "arguments", 2, NODE_NONE, 8, true},
	{"(", NULL, 4, 6, 6, false},
	{"identifier", NULL, 4, 7, 7, true},
	{")", NULL, 4, NODE_NONE, 8, false},
};

static void
test_layout(void **state)
{
	(void)state;
	struct bench b = bench_new(NULL);

	parse(&b, LANG_PYTHON, "", slice_str("f(x)\n"));
	assert_int_equal(b.tree.n, COUNT(expected_nodes));
	for (uint32_t i = 0; i < b.tree.n; i++) {
		const struct expected_node *expected = &expected_nodes[i];
		const struct syntax_node *node = &b.tree.nodes[i];
		assert_string_equal(kind_of(&b, i), expected->kind);
		HOLDS(node->parent == expected->parent);
		HOLDS(node->next == expected->next);
		HOLDS(node->subtree_end == expected->subtree_end);
		HOLDS(node_is(&b.tree, i, NODE_NAMED) == expected->named);
		HOLDS((node->field != 0) == (expected->field != NULL));
		if (expected->field)
			HOLDS(node->field == syntax_field(b.language, slice_str(expected->field)));
	}
	bench_release(&b);
}

static void
test_steps(void **state)
{
	(void)state;
	struct bench b = bench_new(NULL);

	parse(&b, LANG_PYTHON, "", slice_str("f(# note\n  x, y=1)\n"));
	check_invariants(&b);
	uint32_t call = find(&b, "call", NULL), note = find(&b, "comment", NULL);
	uint32_t arguments =
		node_child_by_field(&b.tree, call, syntax_field(b.language, slice_str("arguments")));
	assert_string_equal(kind_of(&b, arguments), "argument_list");
	assert_true(node_is(&b.tree, note, NODE_EXTRA));
	uint32_t x = node_named_child(&b.tree, arguments);
	assert_slice_equal(node_text(&b.tree, x), "x");
	assert_int_equal(b.tree.nodes[x].line, 2);
	uint32_t y = node_named_next(&b.tree, x);
	assert_slice_equal(node_text(&b.tree, y), "y=1");
	assert_true(node_named_next(&b.tree, y) == NODE_NONE);
	assert_true(node_named_child(&b.tree, x) == NODE_NONE);
	assert_true(node_child_by_field(&b.tree, call, UINT16_MAX) == NODE_NONE);
	assert_true(node_holds(&b.tree, call, y) && node_holds(&b.tree, call, call));
	assert_false(node_holds(&b.tree, x, y));
	bench_release(&b);
}

static void
test_around(void **state)
{
	(void)state;
	struct bench b = bench_new(NULL);

	parse(&b, LANG_PYTHON, "", slice_str("a = f(x)\nb = g(y)\n"));
	uint32_t node = node_around(&b.tree, 13, 17);
	assert_string_equal(kind_of(&b, node), "call");
	assert_slice_equal(node_text(&b.tree, node), "g(y)");
	assert_int_equal(node_around(&b.tree, 4, 14), 0);
	assert_true(node_around(&b.tree, 4, 99) == NODE_NONE);
	bench_release(&b);
}

static void
test_names(void **state)
{
	(void)state;
	const struct syntax_language *js = syntax_language(LANG_JAVASCRIPT, slice_str(""));
	const struct syntax_language *ts = syntax_language(LANG_TYPESCRIPT, slice_str("dir.tsx/a.mts"));

	assert_string_equal(syntax_language_name(ts), "typescript");
	assert_string_equal(syntax_language_name(syntax_language(LANG_TYPESCRIPT, slice_str("a.tsx"))),
			    "tsx");
	assert_null(syntax_language(LANG_NONE, slice_str("a.py")));
	assert_null(syntax_language(LANG_SQL, slice_str("")));
	assert_int_equal(syntax_kind(js, slice_str("no_such_kind"), true), 0);
	assert_int_equal(syntax_field(js, slice_str("no_such_field")), 0);
	uint16_t rule = syntax_kind(js, slice_str("import"), true);
	uint16_t token = syntax_kind(js, slice_str("import"), false);
	assert_true(rule != 0 && token != 0 && rule != token);
	assert_string_equal(syntax_kind_name(js, rule), "import");
	assert_string_equal(syntax_kind_name(js, KIND_ERROR), "ERROR");
	assert_int_equal(strncmp(syntax_description(), "tree-sitter 0.", 14), 0);
}

static void
test_errors_are_flagged(void **state)
{
	(void)state;
	struct bench b = bench_new(NULL);

	parse(&b, LANG_JAVASCRIPT, "", slice_str("good(1);\nx = ] 5;\nbad(2;\nfine(3);\n"));
	assert_int_equal(b.tree.outcome, PARSE_ERRORS);
	assert_non_null(parse_outcome_reason(b.tree.outcome));
	check_invariants(&b);
	assert_true(node_is(&b.tree, 0, NODE_BROKEN));
	assert_false(node_is(&b.tree, find(&b, "call_expression", "good(1)"), NODE_BROKEN));
	assert_false(node_is(&b.tree, find(&b, "call_expression", "fine(3)"), NODE_BROKEN));
	uint32_t bad = find(&b, "call_expression", "bad(2"), errors = 0;
	assert_true(bad != NODE_NONE && node_is(&b.tree, bad, NODE_BROKEN));
	uint32_t last = b.tree.nodes[bad].subtree_end - 1;
	assert_true(node_is(&b.tree, last, NODE_MISSING));
	assert_string_equal(kind_of(&b, last), ")");
	for (uint32_t i = 0; i < b.tree.n; i++)
		errors += node_is(&b.tree, i, NODE_ERROR);
	assert_int_equal(errors, 1);
	bench_release(&b);
}

static void
test_empty_and_odd_bytes(void **state)
{
	(void)state;
	static const char odd[] = "a = '\xff\xfe'\n\0\nf(x)\n";
	struct bench b = bench_new(NULL);

	assert_int_equal(parse(&b, LANG_PYTHON, "", slice_str("")), PARSE_CLEAN);
	assert_int_equal(b.tree.n, 1);
	assert_true(node_around(&b.tree, 0, 0) == 0);
	assert_int_equal(parse(&b, LANG_PYTHON, "", slice_of(odd, sizeof(odd) - 1)), PARSE_CLEAN);
	check_invariants(&b);
	assert_true(find(&b, "call", "f(x)") != NODE_NONE);
	bench_release(&b);
}

/* One such byte must not take the statement round it out of the tree. */
static void
test_bytes_that_are_no_utf8(void **state)
{
	(void)state;
	static const struct {
		enum language language;
		const char *text, *kind, *part;
	} rows[] = {
		{LANG_KOTLIN, "val a\xcb = f(\"\xe9\")\n", "call_expression", "f(\"\xe9\")"},
		{LANG_JAVASCRIPT, "a\xcb = f('\xe9'); // \xff\n", "call_expression", "f('\xe9')"},
		{LANG_PHP, "<?php $a\xcb = f('\xe9'); # \xff\n", "function_call_expression", "f('\xe9')"},
		{LANG_C, "int a = f(\"\xe9\"); /* \xc3 */\n", "call_expression", "f(\"\xe9\")"},
		{LANG_RUBY, "a\xcb = f('\xe9') # \xed\xa0\x80\n", "call", "f('\xe9')"},
		{LANG_BASH, "a=$(f \xe9) # \xc3", "command", "f \xe9"},
	};
	struct bench b = bench_new(NULL);

	for (size_t i = 0; i < COUNT(rows); i++) {
		assert_int_equal(parse(&b, rows[i].language, "", slice_str(rows[i].text)), PARSE_CLEAN);
		assert_true(find(&b, rows[i].kind, rows[i].part) != NODE_NONE);
	}
	bench_release(&b);
}

/* The text goes to the grammar in pieces of 4096 bytes. */
static void
test_characters_between_pieces(void **state)
{
	(void)state;
	struct bench b = bench_new(NULL);
	struct buf source = BUF_INIT(8192);

	for (unsigned pad = 4085; pad < 4100; pad++) {
		buf_clear(&source);
		buf_addf(&source, "/*%*s*/ a = \u20ac\u20ac;\nf(\u00e9\u4e2d);\n", (int)pad, "");
		parse(&b, LANG_JAVASCRIPT, "", buf_slice(&source));
		assert_true(find(&b, "call_expression", "f(\u00e9\u4e2d)") != NODE_NONE);
		assert_true(find(&b, "identifier", "\u00e9\u4e2d") != NODE_NONE);
	}
	buf_release(&source);
	bench_release(&b);
}

static void
test_no_grammar(void **state)
{
	(void)state;
	struct bench b = bench_new(NULL);

	assert_int_equal(text_decode(&b.text, &b.arena, slice_str("SELECT 1"), &b.err), 0);
	assert_int_equal(syntax_parse(&b.tree, b.parser, &b.arena, NULL, &b.text, &b.err), 0);
	assert_int_equal(b.tree.outcome, PARSE_NO_GRAMMAR);
	assert_int_equal(b.tree.n, 0);
	assert_true(node_around(&b.tree, 0, 0) == NODE_NONE);
	bench_release(&b);
}

static void
test_absent(void **state)
{
	(void)state;
	for (int lang = 0; lang < LANG_COUNT; lang++)
		assert_null(syntax_language((enum language)lang, slice_str("a.tsx")));
	assert_string_equal(syntax_description(), "none (built without grammars)");
}

/* n times the same piece, in memory of the bench. */
static struct slice
repeat(struct bench *b, const char *piece, size_t bytes)
{
	size_t len = strlen(piece);
	char *text = arena_array(&b->arena, bytes, 1);

	assert_non_null(text);
	for (size_t i = 0; i < bytes; i++)
		text[i] = piece[i % len];
	return slice_of(text, bytes);
}

/* Of the processor: what a busy machine adds is no concern of ours. */
static double
worked(void)
{
	struct timespec now;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static void
test_size_limit(void **state)
{
	(void)state;
	struct bench b =
		bench_new(&(struct parse_limits){.bytes = 8, .ms = 60000, .nodes = 100, .memory = 64u << 20});

	assert_int_equal(parse(&b, LANG_PYTHON, "", slice_str("f(x), 1\n")), PARSE_CLEAN);
	assert_int_equal(parse(&b, LANG_PYTHON, "", slice_str("f(x), 12\n")), PARSE_SIZE_LIMIT);
	assert_int_equal(b.tree.n, 0);
	bench_release(&b);
	b = bench_new(NULL);
	assert_int_equal(parse(&b, LANG_JSON, "", repeat(&b, " ", LIMIT_PARSE_BYTES)), PARSE_CLEAN);
	assert_int_equal(parse(&b, LANG_JSON, "", repeat(&b, " ", LIMIT_PARSE_BYTES + 1)), PARSE_SIZE_LIMIT);
	bench_release(&b);
}

/* "f(x)" alone has 8 nodes, so a limit of 8 cuts nothing; each one below leaves that many. */
static void
test_node_limit(void **state)
{
	(void)state;
	for (uint32_t max = 1; max <= 8; max++) {
		struct bench b = bench_new(
			&(struct parse_limits){.bytes = 100, .ms = 60000, .nodes = max, .memory = 64u << 20});
		enum parse_outcome outcome = parse(&b, LANG_PYTHON, "", slice_str("f(x)\n"));
		assert_int_equal(outcome, max < 8 ? PARSE_CUT : PARSE_CLEAN);
		assert_int_equal(b.tree.n, max);
		assert_int_equal(node_is(&b.tree, 0, NODE_CUT), max < 8);
		for (uint32_t i = 0; i < max; i++) {
			bool open = expected_nodes[i].subtree_end > max;
			HOLDS(node_is(&b.tree, i, NODE_CUT) == open);
			HOLDS(b.tree.nodes[i].subtree_end == (open ? max : expected_nodes[i].subtree_end));
			uint32_t next = expected_nodes[i].next;
			HOLDS(b.tree.nodes[i].next == (next < max ? next : NODE_NONE));
		}
		bench_release(&b);
	}
}

struct hostile {
	const char *name;
	enum language language;
	const char *piece;
};

static const struct hostile hostile[] = {
	{"200 KB of ( in Python", LANG_PYTHON, "("}, {"200 KB of ( in JavaScript", LANG_JAVASCRIPT, "("},
	{"200 KB of ( in C", LANG_C, "("},           {"200 KB of ( in Bash", LANG_BASH, "("},
	{"200 KB of { in Java", LANG_JAVA, "{"},     {"200 KB of [ in JSON", LANG_JSON, "["},
	{"200 KB of < in HTML", LANG_HTML, "<a>"},   {"200 KB of - in YAML", LANG_YAML, "- "},
};

/* Not only "no crash": whatever tree comes out can be walked. */
static void
test_hostile(void **state)
{
	const struct hostile *row = *state;
	struct bench b = bench_new(&(struct parse_limits){LIMIT_PARSE_BYTES, LIMIT_PARSE_MS,
							  LIMIT_PARSE_NODES, LIMIT_PARSE_MEMORY});
	double start = worked();

	parse(&b, row->language, "", repeat(&b, row->piece, 200000));
	assert_true(worked() - start < LIMIT_PARSE_MS / 1000.0 + 2);
	if (b.tree.outcome == PARSE_TIME_LIMIT)
		assert_int_equal(b.tree.n, 0);
	else
		check_invariants(&b);
	bench_release(&b);
}

struct bound {
	const char *name;
	enum language language;
	const char *piece; /* of 200 KB of text */
	struct parse_limits limits;
	enum parse_outcome outcome;
};

/* Each takes far more than its limit allows: 14 s, over 100 s, over 10 GB. */
static const struct bound bounds[] = {
	{"time, in many steps", LANG_XML, "<a>", {1u << 20, 150, 1u << 20, 2u << 30}, PARSE_TIME_LIMIT},
	{"time, in one step", LANG_SCALA, "`", {1u << 20, 150, 1u << 20, 2u << 30}, PARSE_TIME_LIMIT},
	{"memory, in one step", LANG_JAVA, "a<", {1u << 20, 600000, 1u << 20, 96u << 20}, PARSE_MEMORY_LIMIT},
};

/* The limit ends it in time, and the parser is as new afterwards. */
static void
test_bound(void **state)
{
	const struct bound *row = *state;
	struct bench b = bench_new(&row->limits);
	double start = worked();

	assert_int_equal(parse(&b, row->language, "", repeat(&b, row->piece, 200000)), row->outcome);
	assert_true(row->outcome != PARSE_TIME_LIMIT || worked() - start < 2);
	assert_int_equal(b.tree.n, 0);
	assert_null(b.tree.nodes);
	assert_int_equal(parse(&b, LANG_PYTHON, "", slice_str("f(x)\n")), PARSE_CLEAN);
	assert_int_equal(b.tree.n, 8);
	bench_release(&b);
}

/* A busy machine takes nothing from the time that a text has, but the review's deadline ends the parse, too.
 */
static void
test_deadline(void **state)
{
	(void)state;
	struct bench b = bench_new(&(struct parse_limits){1u << 20, 600000, 1u << 20, 2u << 30});
	struct deadline deadline = deadline_in(0.1);
	double start = worked();

	syntax_parser_set_deadline(b.parser, &deadline);
	assert_int_equal(parse(&b, LANG_SCALA, "", repeat(&b, "`", 200000)), PARSE_TIME_LIMIT);
	assert_true(worked() - start < 2);
	syntax_parser_set_deadline(b.parser, NULL);
	assert_int_equal(parse(&b, LANG_PYTHON, "", slice_str("f(x)\n")), PARSE_CLEAN);
	bench_release(&b);
}

/* 700 open blocks: more state than the scanners of Python and YAML reckon with. */
static void
test_scanner_state(void **state)
{
	(void)state;
	struct bench b = bench_new(NULL);
	struct buf text = BUF_INIT(1u << 20);

	for (int depth = 0; depth < 700; depth++)
		buf_addf(&text, "%*sif x:\n", depth, "");
	parse(&b, LANG_PYTHON, "", buf_slice(&text));
	check_invariants(&b);
	buf_clear(&text);
	/* An odd number of bytes before the values. */
	buf_add_str(&text, "f'{\n");
	for (int depth = 0; depth < 700; depth++)
		buf_addf(&text, "%*sif x:\n", depth, "");
	parse(&b, LANG_PYTHON, "", buf_slice(&text));
	check_invariants(&b);
	parse(&b, LANG_YAML, "", repeat(&b, "- ", 4000));
	check_invariants(&b);
	buf_release(&text);
	bench_release(&b);
}

/* As deep as the text is long, and cleanly closed. */
static void
test_deep(void **state)
{
	(void)state;
	struct bench b = bench_new(&(struct parse_limits){
		.bytes = 1u << 20, .ms = 20000, .nodes = 1u << 20, .memory = 256u << 20});
	struct slice text = repeat(&b, "[", 100000);

	memset((char *)(uintptr_t)text.ptr + text.len / 2, ']', text.len / 2);
	assert_int_equal(parse(&b, LANG_JSON, "", text), PARSE_CLEAN);
	assert_int_equal(b.tree.n, 1 + 3 * 50000);
	check_invariants(&b);
	uint32_t depth = 0, inner = node_around(&b.tree, 49999, 50001);
	for (uint32_t i = inner; i != NODE_NONE; i = b.tree.nodes[i].parent)
		depth++;
	assert_int_equal(depth, 50001);
	bench_release(&b);
}

/* What foreign code might do; the last step never returns. */
static void
trespass(enum fence_reason reason)
{
	char *kept = fenced_malloc(100);

	kept = fenced_realloc(kept, 200);
	memset(kept, 1, 200);
	fenced_free(fenced_calloc(8, 8));
	switch (reason) {
	case FENCE_MEMORY:
		kept = fenced_realloc(kept, 1001);
		break;
	case FENCE_TIME:
		for (;;)
			fenced_free(fenced_malloc(1));
	case FENCE_FAILED:
		fenced_abort();
	}
	fail_msg("got %p", (void *)kept);
}

static void
expect_escape(enum fence_reason reason)
{
	static struct fence fence;

	fence_enter(&fence, 1000, fence_clock() + (reason == FENCE_TIME ? 20 : 60000), NULL);
	if (setjmp(fence.escape) == 0)
		trespass(reason);
	fence_leave();
	assert_int_equal(fence.reason, reason);
	assert_int_equal(fence.bytes, 200);
	fence_release(&fence);
	assert_int_equal(fence.bytes, 0);
	assert_null(fence.blocks);
}

static void
test_fence(void **state)
{
	(void)state;
	expect_escape(FENCE_TIME);
	expect_escape(FENCE_MEMORY);
	expect_escape(FENCE_FAILED);
}

static const struct CMUnitTest everywhere[] = {cmocka_unit_test(test_no_grammar),
					       cmocka_unit_test(test_fence)};
static const struct CMUnitTest without[] = {cmocka_unit_test(test_absent)};
/* The index says of every name of every grammar what tree-sitter's own search says. */
static void
test_kind_index(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(samples); i++) {
		const struct syntax_language *language =
			syntax_language(samples[i].language, slice_str(samples[i].path));
		struct arena arena = ARENA_INIT;
		struct kind_index index;
		assert_int_equal(kind_index_init(&index, &arena, language), 0);
		assert_int_equal(kind_index_find(&index, "no_such_kind", true), 0);
		for (uint16_t kind = 1; kind < syntax_nkinds(language); kind++) {
			const char *name = syntax_kind_name(language, kind);
			/* To tree-sitter a start of "ERROR" is the name of errors. */
			bool error = strncmp("ERROR", name, strlen(name)) == 0;
			for (int named = 0; named <= !error; named++)
				assert_int_equal(kind_index_find(&index, name, named),
						 syntax_kind(language, slice_str(name), named));
		}
		arena_release(&arena);
	}
}

static const struct CMUnitTest with[] = {
	cmocka_unit_test(test_layout),
	cmocka_unit_test(test_steps),
	cmocka_unit_test(test_around),
	cmocka_unit_test(test_names),
	cmocka_unit_test(test_errors_are_flagged),
	cmocka_unit_test(test_kind_index),
	cmocka_unit_test(test_empty_and_odd_bytes),
	cmocka_unit_test(test_bytes_that_are_no_utf8),
	cmocka_unit_test(test_characters_between_pieces),
	cmocka_unit_test(test_size_limit),
	cmocka_unit_test(test_node_limit),
	cmocka_unit_test(test_scanner_state),
	cmocka_unit_test(test_deep),
	cmocka_unit_test(test_deadline),
};

static size_t
add(struct CMUnitTest *tests, size_t n, const struct CMUnitTest *more, size_t count)
{
	memcpy(tests + n, more, count * sizeof(*more));
	return n + count;
}

static struct CMUnitTest
row_test(const char *name, CMUnitTestFunction function, const void *row)
{
	return (struct CMUnitTest){
		.name = name, .test_func = function, .initial_state = (void *)(uintptr_t)row};
}

int
main(void)
{
	struct CMUnitTest
		tests[COUNT(everywhere) + COUNT(with) + COUNT(samples) + COUNT(hostile) + COUNT(bounds)];
	size_t n = add(tests, 0, everywhere, COUNT(everywhere));

	if (!syntax_available()) {
		n = add(tests, n, without, COUNT(without));
		printf("# built without grammars: %zu tests instead of %zu\n", n, COUNT(tests));
		return _cmocka_run_group_tests("syntax", tests, n, NULL, NULL);
	}
	n = add(tests, n, with, COUNT(with));
	for (size_t i = 0; i < COUNT(samples); i++)
		tests[n++] = row_test(samples[i].name, test_sample, &samples[i]);
	for (size_t i = 0; i < COUNT(hostile); i++)
		tests[n++] = row_test(hostile[i].name, test_hostile, &hostile[i]);
	for (size_t i = 0; i < COUNT(bounds); i++)
		tests[n++] = row_test(bounds[i].name, test_bound, &bounds[i]);
	return _cmocka_run_group_tests("syntax", tests, n, NULL, NULL);
}
