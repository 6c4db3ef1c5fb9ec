#include "unit.h"

#include <stdio.h>

#include "rule/embed.h"
#include "rule/ruleset.h"

/* The C file for rules given as YAML. */
static void
print(struct buf *out, const char *yaml)
{
	struct ruleset set;
	struct err err = ERR_INIT;

	ruleset_init(&set);
	set.syntax = LANGUAGE_BIT(LANG_PYTHON);
	if (ruleset_load_bytes(&set, "f.yaml", slice_str(yaml), &err) < 0)
		fail_msg("%s", err.msg);
	embed_print(out, set.rules, set.n);
	ruleset_release(&set);
	assert_true(buf_ok(out));
}

static void
assert_holds(const struct buf *out, const char *text)
{
	if (slice_find(buf_slice(out), slice_str(text)) == (size_t)-1)
		fail_msg("not in the output: %s\n%s", text, out->ptr);
}

/* Where a text stands in the output; it must stand there once. */
static size_t
place_of(const struct buf *out, const char *text)
{
	size_t at = slice_find(buf_slice(out), slice_str(text));

	assert_holds(out, text);
	struct slice rest = slice_sub(buf_slice(out), at + 1, out->len);
	assert_true(slice_find(rest, slice_str(text)) == (size_t)-1);
	return at;
}

static const char rules[] =
	"rules:\n"
	"- id: first\n"
	"  message: m\n"
	"  severity: ERROR\n"
	"  languages: [python, go]\n"
	"  keywords: [abc]\n"
	"  diff: {on: removed, commits: every, window: 3, decode: false}\n"
	"  metadata: {area: auth, cwe: CWE-287, confidence: HIGH, messages: true, observes: logins}\n"
	"  patterns:\n"
	"  - pattern-either:\n"
	"    - pattern-regex: a\n"
	"    - pattern-regex: b\n"
	"  - focus-metavariable: $1\n"
	"  - metavariable-entropy: {metavariable: $1, min: 3.25}\n"
	"  - metavariable-words: {metavariable: $1, words: [x], negate: true}\n"
	"  - metavariable-words: {metavariable: $1, words: placeholders}\n"
	"  - metavariable-checksum: {metavariable: $1, kind: jwt}\n"
	"  - metavariable-credential: {metavariable: $1, as: password}\n"
	"- {id: second, message: m, severity: INFO, languages: [regex], pattern-regex: x}\n";

static const char patterns[] =
	"rules:\n"
	"- id: p\n"
	"  message: m\n"
	"  severity: ERROR\n"
	"  languages: [python]\n"
	"  patterns:\n"
	"  - pattern: f($X)\n"
	"  - pattern-not: f(1)\n"
	"  - pattern-inside: g(...)\n"
	"  - pattern-not-inside: h(...)\n"
	"  - pattern-not-regex: r\n"
	"  - metavariable-regex: {metavariable: $X, regex: a}\n"
	"  - metavariable-comparison: {metavariable: $X, comparison: $X > 1, base: 16, strip: "
	"true}\n"
	"  - metavariable-pattern: {metavariable: $X, pattern: k()}\n";

static void
test_patterns(void **state)
{
	static const char *const parts[] = {
		".syntax = true,",
		"{.op = OP_PATTERN,\n\t .text = {\"f($X)\", 5},",
		"{.op = OP_NOT, .children = ",
		"{.op = OP_PATTERN,\n\t .text = {\"f(1)\", 4},",
		"{.op = OP_INSIDE, .children = ",
		"{.op = OP_NOT_INSIDE, .children = ",
		"{.op = OP_NOT_REGEX,\n\t .text = {\"r\", 1},",
		"{.op = CONDITION_REGEX,\n\t .metavariable = {\"$X\", 2},\n\t .text = {\"a\", 1},",
		"{.op = CONDITION_COMPARISON,\n\t .metavariable = {\"$X\", 2},\n\t .text = {\"$X > 1\", 6}, "
		".number = 16, .strip = true,",
		"{.op = CONDITION_PATTERN,\n\t .metavariable = {\"$X\", 2}, .formula = &r0_formula",
		"static const struct formula r0_formula",
	};
	struct buf out = BUF_INIT(1u << 20);

	(void)state;
	print(&out, patterns);
	for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); i++)
		assert_holds(&out, parts[i]);
	buf_release(&out);
	print(&out, rules);
	assert_true(slice_find(buf_slice(&out), slice_str(".syntax")) == (size_t)-1);
	buf_release(&out);
}

static void
test_generic(void **state)
{
	static const char generic[] =
		"rules:\n- {id: g, message: m, severity: INFO, languages: [generic], patterns: [pattern: a "
		"$X, "
		"metavariable-pattern: {metavariable: $X, language: generic, pattern: b}], options: "
		"{generic_caseless: true, generic_comment_style: cpp, generic_ellipsis_max_span: 2}}\n";
	struct buf out = BUF_INIT(1u << 20);

	(void)state;
	print(&out, generic);
	assert_holds(&out, ".generic = {true, true, (enum comment_style)2, 2},");
	assert_holds(&out, " .generic = true,");
	buf_release(&out);
	print(&out, rules);
	assert_true(slice_find(buf_slice(&out), slice_str(".generic")) == (size_t)-1);
	buf_release(&out);
}

static void
test_fields(void **state)
{
	struct buf out = BUF_INIT(1u << 20);

	(void)state;
	print(&out, rules);
	assert_holds(&out, "const size_t shipped_nrules = 2;\n");
	assert_holds(&out, "{.id = {\"first\", 5},");
	assert_holds(&out, ".severity = SEVERITY_ERROR, .confidence = CONFIDENCE_HIGH, .area = AREA_AUTH,");
	assert_holds(&out, ".languages = UINT64_C(0x82), .messages = true,");
	assert_holds(&out, ".on = DIFF_REMOVED, .commits = COMMITS_EVERY, .window = WINDOW_LINES, "
			   ".window_lines = 3,");
	assert_holds(&out, ".cwe = r0_cwe, .ncwe = 1,");
	assert_holds(&out, ".observes = {\"logins\", 6},");
	assert_holds(&out, ".keywords = r0_keywords, .nkeywords = 1,");
	assert_holds(&out, ".file = {\"f.yaml\", 6}, .at = {2, 3}},");
	assert_holds(&out, ".languages = LANGUAGE_ANY,");
	buf_release(&out);
}

static void
test_taint(void **state)
{
	struct buf out = BUF_INIT(1u << 20);
	static const char yaml[] =
		"rules:\n- id: r\n  message: m\n  severity: ERROR\n  languages: [python]\n  mode: taint\n"
		"  pattern-sources:\n  - {pattern: a, label: L, by-side-effect: only}\n"
		"  pattern-sinks:\n  - {pattern: b, requires: not L}\n  - patterns: [{pattern: c}]\n"
		"  pattern-propagators:\n"
		"  - {pattern: d, from: $A, to: $B, replace-labels: [L]}\n"
		"  options: {taint_unify_mvars: true}\n";

	(void)state;
	print(&out, yaml);
	/* Formulas by number: the rule's own, the source, the sinks, the propagator, then what is in them. */
	size_t inner = place_of(&out, "formula r0_children3[] = {");
	size_t sources = place_of(&out, "struct taint_entry r0_sources[] = {");
	size_t replaced = place_of(&out, "struct slice r0_replaced4[] = {");
	size_t taint = place_of(&out, "struct taint r0_taint = {");
	assert_true(inner < sources && sources < replaced && replaced < taint);
	assert_holds(&out, ".effect = EFFECT_ONLY,\n\t .label = {\"L\", 1}, .at = {8, 5}},");
	assert_holds(&out,
		     ".effect = EFFECT_NONE, .exact = true,\n\t .requires = {\"not L\", 5}, .at = {10, 5}},");
	assert_holds(&out,
		     ".from = {\"$A\", 2},\n\t .to = {\"$B\", 2}, .replaced = r0_replaced4, .nreplaced = 1,");
	assert_holds(&out, "\n\t.sources = {r0_sources, 1},\n\t.sinks = {r0_sinks, 2},\n\t.propagators = "
			   "{r0_propagators, 1}, .unify = true,\n};");
	assert_holds(&out, "\n\t .taint = &r0_taint,");
	buf_release(&out);
}

static void
test_formula_before_use(void **state)
{
	struct buf out = BUF_INIT(1u << 20);

	(void)state;
	print(&out, rules);
	size_t leaves = place_of(&out, "formula r0_children1[] = {");
	size_t either = place_of(&out, "formula r0_children0[] = {");
	size_t use = place_of(&out, ".formula = {.op = OP_ALL, .children = r0_children0, .nchildren = 1, "
				    ".conditions = r0_conditions0, .nconditions = 5, .focus = r0_focus0, "
				    ".nfocus = 1, .at = {9, 3}},");
	assert_true(leaves < either && either < use);
	assert_holds(&out, "{.op = OP_ANY, .children = r0_children1, .nchildren = 2, .at = {10, 5}},");
	buf_release(&out);
}

static void
test_conditions(void **state)
{
	struct buf out = BUF_INIT(1u << 20);

	(void)state;
	print(&out, rules);
	assert_holds(&out, "{.op = CONDITION_ENTROPY,\n\t .metavariable = {\"$1\", 2}, .number = 3.25, "
			   ".at = {14, 5}},");
	assert_holds(&out, ".negated = true, .words = r0_words0_1, .nwords = 1, .at = {15, 5}},");
	assert_holds(&out, ".words = words_placeholders, .nwords = ");
	assert_holds(
		&out,
		"{.op = CONDITION_CHECKSUM,\n\t .metavariable = {\"$1\", 2}, .checksum = (enum checksum)5,");
	assert_holds(&out, "{.op = CONDITION_CREDENTIAL,\n\t .metavariable = {\"$1\", 2}, "
			   ".credential = (enum credential)1,");
	buf_release(&out);
}

/* ---- strings: what C would read differently is escaped ---- */

struct string_row {
	const char *name;
	struct slice text;
	const char *printed;
};

static const struct string_row strings[] = {
	{"plain", SLICE_LITERAL("abc"), "\"abc\", 3}"},
	{"quotes and backslash", SLICE_LITERAL("a\"\\b"), "\"a\\\"\\\\b\", 4}"},
	{"trigraph", SLICE_LITERAL("(?\?=x)"), "\"(\\?\\?=x)\", 6}"},
	{"digit after an octal escape",
	 SLICE_LITERAL("\001"
		       "7"),
	 "\"\\0017\", 2}"},
	{"invalid UTF-8", SLICE_LITERAL("\xff\xfe"), "\"\\377\\376\", 2}"},
	{"NUL", SLICE_LITERAL("a\0b"), "\"a\\000b\", 3}"},
	{"newline", SLICE_LITERAL("a\nb"), "\"a\\nb\", 3}"},
	{"percent", SLICE_LITERAL("%s%n"), "\"%s%n\", 4}"},
};

static void
test_string(void **state)
{
	const struct string_row *row = *state;
	struct rule rule = {.id = SLICE_LITERAL("r"), .message = row->text};
	const struct rule *list[] = {&rule};
	struct buf out = BUF_INIT(1u << 20);
	char expected[128];

	embed_print(&out, list, 1);
	snprintf(expected, sizeof(expected), "\n\t .message = {%s,", row->printed);
	assert_holds(&out, expected);
	buf_release(&out);
}

static void
test_long_string_is_cut_into_lines(void **state)
{
	char text[20000];
	struct rule rule = {.id = SLICE_LITERAL("r"), .message = {text, sizeof(text)}};
	const struct rule *list[] = {&rule};
	struct buf out = BUF_INIT(1u << 20);

	(void)state;
	memset(text, 'x', sizeof(text));
	embed_print(&out, list, 1);
	assert_true(buf_ok(&out));
	assert_holds(&out, "x\", 20000},");
	struct slice rest = buf_slice(&out), line;
	while (slice_next_line(&rest, &line))
		assert_true(line.len <= 140);
	buf_release(&out);
}

static void
test_no_rules(void **state)
{
	struct buf out = BUF_INIT(1u << 20);

	(void)state;
	embed_print(&out, NULL, 0);
	assert_holds(&out, "const size_t shipped_nrules = 0;\n");
	assert_holds(&out, "const struct rule shipped_rules[] = {\n\t{.id = {\"\", 0}},\n};\n");
	buf_release(&out);
}

static void
test_full_buffer_fails(void **state)
{
	struct rule rule = {.id = SLICE_LITERAL("r")};
	const struct rule *list[] = {&rule};
	struct buf out = BUF_INIT(200);

	(void)state;
	embed_print(&out, list, 1);
	assert_false(buf_ok(&out));
	buf_release(&out);
}

#define NSTRINGS (sizeof(strings) / sizeof(*strings))

int
main(void)
{
	struct CMUnitTest tests[NSTRINGS + 9] = {
		cmocka_unit_test(test_fields),
		cmocka_unit_test(test_patterns),
		cmocka_unit_test(test_taint),
		cmocka_unit_test(test_formula_before_use),
		cmocka_unit_test(test_generic),
		cmocka_unit_test(test_conditions),
		cmocka_unit_test(test_long_string_is_cut_into_lines),
		cmocka_unit_test(test_no_rules),
		cmocka_unit_test(test_full_buffer_fails),
	};
	static char names[NSTRINGS][64];

	for (size_t i = 0; i < NSTRINGS; i++) {
		snprintf(names[i], sizeof(names[i]), "string: %s", strings[i].name);
		tests[8 + i] = (struct CMUnitTest){names[i], test_string, NULL, NULL,
						   (void *)(uintptr_t)&strings[i]};
	}
	return cmocka_run_group_tests_name("embed", tests, NULL, NULL);
}
