#include "unit.h"

#include <stdio.h>

#include "base/buf.h"
#include "rule/load.h"
#include "rule/ruleset.h"
#include "rule/words.h"

/* A rule that is complete but for its formula (and whatever the row adds). */
#define HEAD  "rules:\n- id: r\n  message: m\n  severity: ERROR\n  languages: [python]\n"
#define RULE  HEAD "  pattern-regex: x\n"
#define TAINT HEAD "  mode: taint\n  pattern-sources:\n  - pattern: x\n  pattern-sinks:\n  - pattern: y\n"

#define GENERIC_RULE                                                                                         \
	"rules:\n- id: r\n  message: m\n  severity: ERROR\n  languages: [generic]\n  pattern: x\n"

/* ---- defects: one named test a row ---- */

struct defect {
	const char *name;
	const char *yaml;
	const char *message;
};

static const struct defect defects[] = {
	{"empty file", "", "f:1:1: the file is empty"},
	{"comment only", "# nothing\n", "f:1:1: the file is empty"},
	{"not a mapping", "- a\n", "f:1:1: a rule file is a mapping (key: value)"},
	{"no rules key", "{}\n", "f:1:1: a rule file needs the key 'rules'"},
	{"other top key", "rules: []\nrule: 1\n", "f:1:8: rules is a list of at least one rule"},
	{"unknown top key", "rulez: []\n",
	 "f:1:1: 'rulez' is no key of a rule file; known are: rules, lists"},
	{"rule is text", "rules:\n- abc\n", "f:2:3: a rule is a mapping (key: value)"},
	{"no id", "rules:\n  - message: m\n    pattern-regex: x\n", "f:2:5: a rule needs the key 'id'"},
	{"no message", "rules:\n- id: r\n  severity: INFO\n  languages: [go]\n  pattern-regex: x\n",
	 "f:2:3: a rule needs the key 'message'"},
	{"no severity", "rules:\n- id: r\n  message: m\n  languages: [go]\n  pattern-regex: x\n",
	 "f:2:3: a rule needs the key 'severity'"},
	{"no languages", "rules:\n- id: r\n  message: m\n  severity: INFO\n  pattern-regex: x\n",
	 "f:2:3: a rule needs the key 'languages'"},
	{"no formula", HEAD, "f:2:3: a rule needs one of pattern-regex, patterns, pattern-either"},
	{"two formulas", RULE "  pattern-either:\n  - pattern-regex: y\n",
	 "f:7:3: a rule has exactly one of pattern-regex, patterns, pattern-either, pattern"},
	{"bad id", "rules:\n- id: a b\n",
	 "f:2:7: an id is made of letters, digits, '.', '_' and '-', starts with a letter or digit and has "
	 "at most 100 bytes"},
	{"id starts with a dash", "rules:\n- id: -a\n",
	 "f:2:7: an id is made of letters, digits, '.', '_' and '-', starts with a letter or digit and has "
	 "at most 100 bytes"},
	{"id is null", "rules:\n- id: ~\n", "f:2:7: 'id' expects text here"},
	{"empty message", "rules:\n- message: ''\n", "f:2:12: 'message' expects text here"},
	{"severity", "rules:\n- severity: error\n",
	 "f:2:13: severity is INFO, WARNING or ERROR (or LOW, MEDIUM, HIGH, CRITICAL)"},
	{"language", "rules:\n- languages: [python, pyton]\n", "f:2:23: there is no language 'pyton'"},
	{"languages is text", "rules:\n- languages: python\n",
	 "f:2:14: languages is a list: [python], or [regex] for every file"},
	{"options are a list", GENERIC_RULE "  options: [a]\n", "f:7:12: options is a mapping (key: value)"},
	{"span", GENERIC_RULE "  options: {generic_ellipsis_max_span: -1}\n",
	 "f:7:40: 'generic_ellipsis_max_span' is a number from 0 to 100000"},
	{"comment style", GENERIC_RULE "  options: {generic_comment_style: lisp}\n",
	 "f:7:36: 'generic_comment_style' is c, cpp or shell"},
	{"caseless", GENERIC_RULE "  options: {generic_caseless: 1}\n",
	 "f:7:31: 'generic_caseless' is true or false"},
	{"mode", "rules:\n- mode: serach\n", "f:2:9: mode is search (or taint, join, extract)"},
	{"operand with two keys", HEAD "  patterns:\n  - pattern-regex: x\n    pattern-not-regex: y\n",
	 "f:7:5: an operand has exactly one key (pattern-regex, pattern-either ...)"},
	{"operator misspelt", HEAD "  patterns:\n  - pattern-regexp: x\n",
	 "f:7:5: 'pattern-regexp' is no operator of patterns (nor a metavariable-... condition); known are: "
	 "pattern-regex, pattern-not-regex, patterns, pattern-either, pattern, pattern-not, pattern-inside, "
	 "pattern-not-inside"},
	{"negative in either", HEAD "  pattern-either:\n  - pattern-not-regex: x\n",
	 "f:7:5: pattern-not-regex takes matches away, so it must stand in 'patterns'"},
	{"condition in either", HEAD "  pattern-either:\n  - metavariable-regex: x\n",
	 "f:7:5: 'metavariable-regex' is no operator of pattern-either; known are: pattern-regex, "
	 "pattern-not-regex, patterns, pattern-either, pattern, pattern-not, pattern-inside, "
	 "pattern-not-inside"},
	{"nothing positive", HEAD "  patterns:\n  - pattern-not-regex: x\n",
	 "f:6:3: patterns needs an operand that matches something, such as pattern-regex"},
	{"patterns is text", HEAD "  patterns: x\n", "f:6:13: 'patterns' expects a list of operands"},
	{"patterns is empty", HEAD "  patterns: []\n", "f:6:13: 'patterns' expects a list of operands"},
	{"deep defect",
	 HEAD "  pattern-either:\n  - patterns:\n    - pattern-either:\n      - pattern-regex: ''\n",
	 "f:9:24: 'pattern-regex' expects text here"},
	{"the first of two defects", HEAD "  pattern-either:\n  - pattern-regex: ''\n  - pattern-regex: ~\n",
	 "f:7:20: 'pattern-regex' expects text here"},
	{"metavariable name", HEAD "  patterns:\n  - pattern-regex: (x)\n  - focus-metavariable: X\n",
	 "f:8:25: expected a metavariable, $NAME or $1"},
	{"metavariable digit first",
	 HEAD "  patterns:\n  - pattern-regex: (x)\n  - focus-metavariable: $1X\n",
	 "f:8:25: expected a metavariable, $NAME or $1"},
	{"condition lacks its regex",
	 HEAD "  patterns:\n  - pattern-regex: (x)\n  - metavariable-regex: {metavariable: $1}\n",
	 "f:8:5: metavariable-regex needs the key 'regex'"},
	{"condition lacks metavariable",
	 HEAD "  patterns:\n  - pattern-regex: (x)\n  - metavariable-entropy: {min: 3}\n",
	 "f:8:5: metavariable-entropy needs the key 'metavariable'"},
	{"condition key",
	 HEAD "  patterns:\n  - pattern-regex: (x)\n  - metavariable-regex: {metavariable: $1, regx: a}\n",
	 "f:8:44: 'regx' is no key of metavariable-regex; known are: metavariable, regex, "
	 "constant-propagation"},
	{"entropy",
	 HEAD "  patterns:\n  - pattern-regex: (x)\n  - metavariable-entropy: {metavariable: $1, min: 8.5}\n",
	 "f:8:51: 'min' is a number from 0 to 8"},
	{"a checksum that nobody knows",
	 HEAD
	 "  patterns:\n  - pattern-regex: (x)\n  - metavariable-checksum: {metavariable: $1, kind: md5}\n",
	 "f:8:53: there is no checksum 'md5'"},
	{"a credential of another kind",
	 HEAD
	 "  patterns:\n  - pattern-regex: (x)\n  - metavariable-credential: {metavariable: $1, as: word}\n",
	 "f:8:53: expected key, password, weak-password, form or named"},
	{"a checksum without a kind",
	 HEAD "  patterns:\n  - pattern-regex: (x)\n  - metavariable-checksum: {metavariable: $1}\n",
	 "f:8:5: metavariable-checksum needs the key 'kind'"},
	{"entropy is no number",
	 HEAD "  patterns:\n  - pattern-regex: (x)\n  - metavariable-entropy: {metavariable: $1, min: 1e1}\n",
	 "f:8:51: 'min' is a number from 0 to 8"},
	{"word list",
	 HEAD "  patterns:\n  - pattern-regex: (x)\n  - metavariable-words: {metavariable: $1, words: x}\n",
	 "f:8:51: there is no word list 'x'; shipped are: examples, placeholders, fillers"},
	{"no words",
	 HEAD "  patterns:\n  - pattern-regex: (x)\n  - metavariable-words: {metavariable: $1, words: []}\n",
	 "f:8:5: metavariable-words needs at least one word"},
	{"taint without sinks", HEAD "  mode: taint\n  pattern-sources:\n  - pattern: x\n",
	 "f:2:3: mode taint needs the key 'pattern-sinks'"},
	{"taint with a formula", TAINT "  pattern: z\n",
	 "f:2:3: a rule of mode taint has its patterns in pattern-sources, pattern-sinks and their like"},
	{"sink without a pattern",
	 HEAD "  mode: taint\n  pattern-sources:\n  - pattern: x\n  pattern-sinks:\n  - exact: true\n",
	 "f:10:5: a sink needs a pattern"},
	{"option of a source at a sink",
	 HEAD
	 "  mode: taint\n  pattern-sources:\n  - pattern: x\n  pattern-sinks:\n  - {pattern: y, label: A}\n",
	 "f:10:18: 'label' is no key of a sink; known are: pattern, patterns, pattern-either, pattern-regex, "
	 "exact, requires, at-exit"},
	{"propagator without its end", TAINT "  pattern-propagators:\n  - {pattern: f($A), from: $A}\n",
	 "f:12:5: a propagator needs the keys 'from' and 'to'"},
	{"guard of nothing", TAINT "  pattern-guards:\n  - {pattern: f($A)}\n",
	 "f:12:5: a guard needs the key 'of'"},
	{"requires ends in and",
	 HEAD "  mode: taint\n  pattern-sources:\n  - pattern: x\n  pattern-sinks:\n"
	      "  - {pattern: y, requires: A and}\n",
	 "f:10:28: requires is a condition on labels (A and not B) of at most 64 words"},
	{"option of taint", TAINT "  options: {taint_unify_mvars: perhaps}\n",
	 "f:11:32: 'taint_unify_mvars' is true or false"},
	{"area", RULE "  metadata: {area: sql}\n",
	 "f:7:20: area is one of sql-injection, input-validation, error-handling, data-exposure, auth, "
	 "comments, dependencies, secrets"},
	{"cwe", RULE "  metadata: {cwe: [CWE-1, 'OWASP']}\n", "f:7:27: a CWE is written CWE-<number>"},
	{"confidence", RULE "  metadata:\n    confidence: SURE\n",
	 "f:8:17: confidence is LOW, MEDIUM or HIGH"},
	{"messages", RULE "  metadata: {messages: perhaps}\n", "f:7:24: 'messages' is true or false"},
	{"paths key", RULE "  paths: {includes: [a]}\n",
	 "f:7:11: 'includes' is no key of paths; known are: include, exclude"},
	{"diff key", RULE "  diff: {in: added}\n",
	 "f:7:10: 'in' is no key of diff; known are: decode, on, commits, window"},
	{"diff.decode", RULE "  diff: {decode: 1}\n", "f:7:18: 'decode' is true or false"},
	{"diff.on", RULE "  diff: {on: both}\n", "f:7:14: on is added or removed"},
	{"diff.commits", RULE "  diff: {commits: all}\n", "f:7:19: commits is tip or every"},
	{"diff.window", RULE "  diff: {window: 0}\n",
	 "f:7:18: window is line, statement, file or a number of lines up to 1000"},
	{"diff.window is a list", RULE "  diff: {window: [3]}\n",
	 "f:7:18: window is line, statement, file or a number of lines up to 1000"},
	{"keywords", RULE "  keywords: {a: b}\n", "f:7:13: 'keywords' expects a list of texts"},
	{"repeated key", RULE "  message: n\n", "f:7:3: key 'message' stands here twice, first at line 3"},
	{"repeated id",
	 RULE "- id: r\n  message: m\n  severity: INFO\n  languages: [go]\n  pattern-regex: x\n",
	 "f:7:3: rule id 'r' is taken by the rule at line 2 of f"},
	{"alias", "rules: &a []\n", "f:1:8: anchors and aliases are not supported; write the value out"},
	{"tag", "rules: !!seq []\n", "f:1:8: tags are not supported"},
	{"tag directive", "%TAG ! tag:x,2000:\n---\nrules: []\n", "f:1:1: tag directives are not supported"},
	{"two documents", RULE "---\nrules: []\n", "f:7:1: a rule file is one document; this starts another"},
	{"key is a list", "? [a]\n: b\n", "f:1:3: a key must be text"},
	{"not YAML", "rules:\n- id: 'a\n",
	 "f:3:1: not YAML: while scanning a quoted scalar found unexpected end "
	 "of stream"},
	{"invalid UTF-8", "rules:\n  \xff\n", "f:2:3: not YAML: invalid leading UTF-8 octet"},
	{"control character", "rules:\n  \x01\n", "f:2:3: not YAML: control characters are not allowed"},
	/* columns count bytes, lines end at LF alone, a BOM is no column */
	{"column behind UTF-8", "rules:\n- {message: \xc3\xa4\xe2\x82\xac, idd: r}\n",
	 NULL /* see expected_prefix */},
	{"line behind U+2028",
	 "rules:\n- {message: \"a\xe2\x80\xa8"
	 "b\", idd: r}\n",
	 NULL},
	{"BOM", "\xef\xbb\xbfrulez: []\n",
	 "f:1:1: 'rulez' is no key of a rule file; known are: rules, lists"},
	{"escapes in messages", "rules:\n- {\"\\e[31m\": r}\n", NULL},
};

static const struct {
	const char *name, *prefix;
} prefixes[] = {
	{"column behind UTF-8", "f:2:20: 'idd' is no key of a rule; known are: id, message, "},
	{"line behind U+2028", "f:2:22: 'idd' is no key of a rule; known are: id, message, "},
	{"escapes in messages", "f:2:4: '\\x1b[31m' is no key of a rule; known are: "},
};

static const char *
prefix_of(const struct defect *row)
{
	for (size_t i = 0; i < sizeof(prefixes) / sizeof(*prefixes); i++)
		if (strcmp(prefixes[i].name, row->name) == 0)
			return prefixes[i].prefix;
	return "no prefix";
}

static void
test_defect(void **state)
{
	const struct defect *row = *state;
	struct ruleset set;
	struct err err = ERR_INIT;

	ruleset_init(&set);
	assert_int_equal(ruleset_load_bytes(&set, "f", slice_str(row->yaml), &err), -1);
	if (!row->message)
		err.msg[strlen(prefix_of(row))] = '\0';
	assert_string_equal(err.msg, row->message ? row->message : prefix_of(row));
	assert_int_equal(err.code, ERR_RULE);
	assert_int_equal(set.n, 0);
	assert_int_equal(set.nunsupported, 0);
	ruleset_release(&set);
}

/* ---- what this build cannot run ---- */

struct unsupported_row {
	const char *yaml;
	const char *reason;
	uint32_t line, column;
};

#define ANY_RULE "rules:\n- id: r\n  message: m\n  severity: ERROR\n  languages: [python]\n"

#define TAINT_RULE                                                                                           \
	ANY_RULE "  mode: taint\n  pattern-sources:\n  - pattern: x\n  pattern-sinks:\n  - pattern: y\n"

static const struct unsupported_row unsupported_rows[] = {
	{ANY_RULE "  pattern: foo(...)\n", "operator pattern is not supported", 6, 3},
	{ANY_RULE "  patterns:\n  - pattern-regex: x\n  - pattern-not: y\n",
	 "operator pattern-not is not supported", 8, 5},
	{ANY_RULE "  patterns:\n  - pattern-regex: x\n  - pattern-inside: y\n",
	 "operator pattern-inside is not supported", 8, 5},
	{ANY_RULE
	 "  patterns:\n  - pattern-regex: x\n  - pattern-not-inside:\n      patterns:\n      - pattern: y\n",
	 "operator pattern-not-inside is not supported", 8, 5},
	{ANY_RULE
	 "  patterns:\n  - pattern-regex: x\n  - metavariable-pattern:\n      metavariable: $X\n      "
	 "pattern-regex: y\n",
	 "operator metavariable-pattern is not supported", 8, 5},
	{ANY_RULE "  patterns:\n  - pattern-regex: x\n  - metavariable-type: {metavariable: $X, type: int}\n",
	 "operator metavariable-type is not supported", 8, 5},
	{ANY_RULE "  patterns:\n  - pattern-regex: x\n  - metavariable-name: {anything: [1]}\n",
	 "operator metavariable-name is not supported", 8, 5},
	{ANY_RULE "  patterns:\n  - pattern-regex: x\n"
		  "  - metavariable-analysis: {metavariable: $X, analyzer: magic}\n",
	 "analyzer magic is not supported", 8, 47},
	{ANY_RULE "  pattern-either:\n  - pattern-regex: x\n  - patterns:\n    - pattern: y\n",
	 "operator pattern is not supported", 9, 7},
	{ANY_RULE "  mode: taint\n  pattern-sources:\n  - pattern: x\n  pattern-sinks:\n  - pattern: y\n",
	 "mode taint is not supported", 6, 3},
	{ANY_RULE "  pattern-sinks:\n  - pattern: y\n",
	 "operator pattern-sinks without mode taint is not supported", 6, 3},
	{TAINT_RULE "  - {pattern: y, at-exit: true}\n", "at-exit in taint mode is not supported", 11, 18},
	{TAINT_RULE "  - {pattern: y, requires: [{$X: A}]}\n", "requires with metavariables is not supported",
	 11, 18},
	{TAINT_RULE "  options: {taint_focus_on: source}\n", "option taint_focus_on is not supported", 11,
	 13},
	{ANY_RULE "  match: {any: [a]}\n", "operator match is not supported", 6, 3},
	{ANY_RULE "  mode: join\n  join: {rules: []}\n", "mode join is not supported", 6, 3},
	{"rules:\n- id: r\n  message: m\n  severity: ERROR\n  languages: [ocaml]\n  pattern-regex: x\n",
	 "language ocaml is not supported", 5, 14},
	{ANY_RULE "  pattern-regex: x\n  options:\n    attr_expr: false\n",
	 "option attr_expr: false is not supported", 8, 5},
	{ANY_RULE "  pattern-regex: x\n  options: {no_such: true}\n", "option no_such is not known", 7, 13},
	{GENERIC_RULE "  options: {generic_engine: aliengrep}\n", "generic_engine aliengrep is not supported",
	 7, 13},
	{"rules:\n- id: r\n  message: m\n  severity: ERROR\n  languages: [aliengrep]\n  pattern: x\n",
	 "generic_engine aliengrep is not supported", 5, 15},
};

static void
test_unsupported(void **state)
{
	const struct unsupported_row *row = *state;
	struct ruleset set;
	struct err err = ERR_INIT;

	ruleset_init(&set);
	assert_int_equal(ruleset_load_bytes(&set, "dir/f.yaml", slice_str(row->yaml), &err), 0);
	assert_string_equal(err.msg, "");
	assert_int_equal(set.n, 0);
	assert_int_equal(set.nunsupported, 1);
	assert_string_equal(set.unsupported[0].reason.ptr, row->reason);
	assert_string_equal(set.unsupported[0].id.ptr, "r");
	assert_string_equal(set.unsupported[0].file.ptr, "dir/f.yaml");
	assert_int_equal(set.unsupported[0].at.line, row->line);
	assert_int_equal(set.unsupported[0].at.column, row->column);
	ruleset_release(&set);
}

/* ---- what is loaded ---- */

static void
load(struct ruleset *set, const char *yaml)
{
	struct err err = ERR_INIT;

	if (ruleset_load_bytes(set, "f", slice_str(yaml), &err) < 0)
		fail_msg("%s", err.msg);
}

static void
test_defaults(void **state)
{
	struct ruleset set;

	(void)state;
	ruleset_init(&set);
	load(&set, RULE);
	assert_int_equal(set.n, 1);
	const struct rule *r = set.rules[0];
	assert_slice_equal(r->id, "r");
	assert_slice_equal(r->message, "m");
	assert_slice_equal(r->fix, "");
	assert_slice_equal(r->observes, "");
	assert_slice_equal(r->file, "f");
	assert_int_equal(r->severity, SEVERITY_ERROR);
	assert_int_equal(r->confidence, CONFIDENCE_MEDIUM);
	assert_int_equal(r->area, AREA_INPUT_VALIDATION);
	assert_true(r->languages == LANGUAGE_BIT(LANG_PYTHON));
	assert_false(r->messages);
	assert_false(r->names);
	assert_int_equal(r->on, DIFF_ADDED);
	assert_int_equal(r->commits, COMMITS_TIP);
	assert_int_equal(r->window, WINDOW_LINE);
	assert_int_equal(r->ncwe + r->nreferences + r->ninclude + r->nexclude + r->nkeywords, 0);
	assert_false(r->keywords_derived);
	assert_int_equal(r->formula.op, OP_REGEX);
	assert_slice_equal(r->formula.text, "x");
	assert_int_equal(r->formula.at.line, 6);
	assert_int_equal(r->formula.at.column, 3);
	assert_int_equal(r->at.line, 2);
	assert_int_equal(r->at.column, 3);
	ruleset_release(&set);
}

/* What a rule on secrets finds must be in no commit; it may say otherwise, and what a commit removed is no
 * secret. */
static void
test_default_commits(void **state)
{
	static const struct {
		const char *tail;
		int commits;
	} rows[] = {
		{"  metadata: {area: secrets}\n", COMMITS_EVERY},
		{"  metadata: {cwe: [CWE-798]}\n", COMMITS_EVERY},
		{"  metadata: {area: secrets}\n  diff: {window: 2}\n", COMMITS_EVERY},
		{"  metadata: {area: secrets}\n  diff: {commits: tip}\n", COMMITS_TIP},
		{"  metadata: {area: secrets}\n  diff: {on: removed}\n", COMMITS_TIP},
		{"  metadata: {area: auth}\n", COMMITS_TIP},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct ruleset set;
		char yaml[1000];

		snprintf(yaml, sizeof(yaml), RULE "%s", rows[i].tail);
		ruleset_init(&set);
		load(&set, yaml);
		if ((int)set.rules[0]->commits != rows[i].commits)
			fail_msg("%s", rows[i].tail);
		ruleset_release(&set);
	}
}

static void
test_names(void **state)
{
	struct ruleset set;

	(void)state;
	ruleset_init(&set);
	load(&set, RULE "  metadata: {names: true}\n");
	assert_true(set.rules[0]->names);
	ruleset_release(&set);
}

static const char full_rule[] =
	"rules:\n"
	"  - id: py.full_rule-1\n"
	"    message: >-\n"
	"      two\n"
	"      lines\n"
	"    severity: HIGH\n"
	"    languages: [js, typescript]\n"
	"    fix: $1()\n"
	"    options: {interfile: true, ac_matching: false, attr_expr: true}\n"
	"    min-version: 1.2.3\n"
	"    fix-regex: {regex: a, replacement: b}\n"
	"    mode: search\n"
	"    keywords: [PassWord, 'api key']\n"
	"    paths:\n"
	"      include: ['*.js', src/]\n"
	"      exclude: [test]\n"
	"    diff: {on: removed, commits: every, window: 12}\n"
	"    metadata:\n"
	"      area: data-exposure\n"
	"      cwe: ['CWE-532: Insertion of Sensitive Information into Log File', CWE-200]\n"
	"      confidence: high\n"
	"      references: ['', https://example.org/a]\n"
	"      messages: true\n"
	"      observes: log lines\n"
	"      technology: {nested: [x, {y: z}]}\n"
	"    patterns:\n"
	"      - pattern-regex: log\\((?<ARG>.*)\\)\n"
	"      - pattern-either:\n"
	"          - pattern-regex: a\n"
	"          - patterns:\n"
	"              - pattern-regex: b\n"
	"              - pattern-not-regex: c\n"
	"      - pattern-not-regex: nolog\n"
	"      - focus-metavariable: $ARG\n"
	"      - focus-metavariable: [$1, $X_2]\n"
	"      - metavariable-regex: {metavariable: $ARG, regex: '^x'}\n"
	"      - metavariable-comparison: {comparison: $1 > 8, base: 16, strip: true}\n"
	"      - metavariable-entropy: {metavariable: $1, min: 3.25}\n"
	"      - metavariable-words: {metavariable: $1, words: [Foo, BAR], negate: true}\n"
	"      - metavariable-words: {metavariable: $1, words: placeholders}\n";

static void
test_full_rule(void **state)
{
	struct ruleset set;

	(void)state;
	ruleset_init(&set);
	load(&set, full_rule);
	const struct rule *r = ruleset_find(&set, slice_str("py.full_rule-1"));
	assert_non_null(r);
	assert_slice_equal(r->message, "two lines");
	assert_slice_equal(r->fix, "$1()");
	assert_int_equal(r->severity, SEVERITY_ERROR);
	assert_int_equal(r->confidence, CONFIDENCE_HIGH);
	assert_true(r->languages == (LANGUAGE_BIT(LANG_JAVASCRIPT) | LANGUAGE_BIT(LANG_TYPESCRIPT)));
	assert_int_equal(r->nkeywords, 2);
	assert_slice_equal(r->keywords[0], "password");
	assert_slice_equal(r->keywords[1], "api key");
	assert_int_equal(r->ninclude, 2);
	assert_slice_equal(r->include[1], "src/");
	assert_int_equal(r->nexclude, 1);
	assert_slice_equal(r->exclude[0], "test");
	assert_int_equal(r->on, DIFF_REMOVED);
	assert_int_equal(r->commits, COMMITS_EVERY);
	assert_int_equal(r->window, WINDOW_LINES);
	assert_int_equal(r->window_lines, 12);
	assert_int_equal(r->options, 1u << OPTION_AC_MATCHING);
	assert_int_equal(r->area, AREA_DATA_EXPOSURE);
	assert_int_equal(r->ncwe, 2);
	assert_slice_equal(r->cwe[0], "CWE-532");
	assert_slice_equal(r->cwe[1], "CWE-200");
	assert_int_equal(r->nreferences, 1);
	assert_slice_equal(r->references[0], "https://example.org/a");
	assert_true(r->messages);
	assert_slice_equal(r->observes, "log lines");
	ruleset_release(&set);
}

static void
test_full_formula(void **state)
{
	struct ruleset set;

	(void)state;
	ruleset_init(&set);
	load(&set, full_rule);
	const struct formula *f = &set.rules[0]->formula;
	assert_int_equal(f->op, OP_ALL);
	assert_int_equal(f->nchildren, 3);
	assert_int_equal(f->children[0].op, OP_REGEX);
	assert_slice_equal(f->children[0].text, "log\\((?<ARG>.*)\\)");
	assert_int_equal(f->children[0].at.line, 27);
	assert_int_equal(f->children[0].at.column, 9);
	assert_int_equal(f->children[1].op, OP_ANY);
	assert_int_equal(f->children[1].nchildren, 2);
	assert_slice_equal(f->children[1].children[0].text, "a");
	const struct formula *inner = &f->children[1].children[1];
	assert_int_equal(inner->op, OP_ALL);
	assert_int_equal(inner->nchildren, 2);
	assert_int_equal(inner->children[1].op, OP_NOT_REGEX);
	assert_slice_equal(inner->children[1].text, "c");
	assert_int_equal(f->children[2].op, OP_NOT_REGEX);
	assert_int_equal(f->nfocus, 4); /* an empty one between two operators */
	assert_slice_equal(f->focus[0], "$ARG");
	assert_slice_equal(f->focus[3], "$X_2");
	ruleset_release(&set);
}

static void
test_full_conditions(void **state)
{
	struct ruleset set;

	(void)state;
	ruleset_init(&set);
	load(&set, full_rule);
	assert_int_equal(set.rules[0]->formula.nconditions, 5);
	const struct condition *c = set.rules[0]->formula.conditions;
	assert_int_equal(c[0].op, CONDITION_REGEX);
	assert_slice_equal(c[0].metavariable, "$ARG");
	assert_slice_equal(c[0].text, "^x");
	assert_int_equal(c[1].op, CONDITION_COMPARISON);
	assert_slice_equal(c[1].metavariable, "");
	assert_slice_equal(c[1].text, "$1 > 8");
	assert_true(c[1].number == 16);
	assert_true(c[1].strip);
	assert_int_equal(c[2].op, CONDITION_ENTROPY);
	assert_true(c[2].number == 3.25);
	assert_int_equal(c[3].op, CONDITION_WORDS);
	assert_true(c[3].negated);
	assert_int_equal(c[3].nwords, 2);
	assert_slice_equal(c[3].words[0], "foo");
	assert_slice_equal(c[3].words[1], "bar");
	assert_false(c[4].negated);
	assert_ptr_equal(c[4].words, words_placeholders);
	assert_int_equal(c[4].nwords, word_list_by_name(slice_str("placeholders"))->n);
	assert_int_equal(c[4].at.line, 40);
	ruleset_release(&set);
}

static void
test_languages_any(void **state)
{
	static const char *const names[] = {"regex", "generic", "none"};
	char yaml[256];

	(void)state;
	for (size_t i = 0; i < 3; i++) {
		struct ruleset set;
		ruleset_init(&set);
		snprintf(yaml, sizeof(yaml),
			 "rules:\n- {id: r, message: m, severity: INFO, languages: [%s], pattern-regex: x}\n",
			 names[i]);
		load(&set, yaml);
		assert_true(set.rules[0]->languages == LANGUAGE_ANY);
		ruleset_release(&set);
	}
}

static void
test_generic(void **state)
{
	struct ruleset set;
	const struct generic_options *generic;

	(void)state;
	ruleset_init(&set);
	load(&set, GENERIC_RULE);
	generic = &set.rules[0]->generic;
	assert_true(generic->on && !generic->caseless && !set.rules[0]->syntax);
	assert_int_equal(generic->comments, COMMENTS_NONE);
	assert_int_equal(generic->max_span, 10);
	ruleset_release(&set);

	ruleset_init(&set);
	load(&set, GENERIC_RULE "  options: {generic_ellipsis_max_span: 3, generic_caseless: true, "
				"generic_comment_style: shell, generic_engine: spacegrep}\n");
	generic = &set.rules[0]->generic;
	assert_true(generic->on && generic->caseless);
	assert_int_equal(generic->comments, COMMENTS_SHELL);
	assert_int_equal(generic->max_span, 3);
	ruleset_release(&set);

	ruleset_init(&set);
	load(&set, RULE);
	assert_false(set.rules[0]->generic.on);
	ruleset_release(&set);
}

static void
test_area_by_cwe(void **state)
{
	static const struct {
		const char *cwe;
		enum area area;
	} rows[] = {
		{"CWE-89", AREA_SQL_INJECTION},    {"CWE-798", AREA_SECRETS},
		{"CWE-532", AREA_DATA_EXPOSURE},   {"CWE-295", AREA_AUTH},
		{"CWE-391", AREA_ERROR_HANDLING},  {"CWE-829", AREA_DEPENDENCIES},
		{"CWE-79", AREA_INPUT_VALIDATION}, {"CWE-99999999", AREA_INPUT_VALIDATION},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct slice cwe = slice_str(rows[i].cwe);
		assert_int_equal(area_of_cwe(&cwe, 1), rows[i].area);
	}
	assert_int_equal(area_of_cwe(NULL, 0), AREA_INPUT_VALIDATION);
}

static void
test_word_lists(void **state)
{
	const struct word_list *list = word_list_by_name(slice_str("placeholders"));

	(void)state;
	assert_non_null(list);
	assert_true(list->n >= 100);
	for (size_t i = 0; i < list->n; i++) {
		assert_true(list->words[i].len > 0);
		for (size_t k = 0; k < list->words[i].len; k++)
			assert_false(list->words[i].ptr[k] >= 'A' && list->words[i].ptr[k] <= 'Z');
		for (size_t k = 0; k < i; k++)
			assert_false(slice_eq(list->words[i], list->words[k]));
	}
	assert_null(word_list_by_name(slice_str("placeholder")));
}

/* Sixty levels of patterns are within the bound, and cost no stack. */
static void
test_deep_formula(void **state)
{
	struct buf yaml = BUF_INIT(1u << 20);
	struct ruleset set;

	(void)state;
	buf_add_str(&yaml, HEAD "  patterns: ");
	for (size_t i = 0; i < 28; i++)
		buf_add_str(&yaml, "[{patterns: ");
	buf_add_str(&yaml, "[{pattern-regex: x}]");
	for (size_t i = 0; i < 28; i++)
		buf_add_str(&yaml, "}]");
	buf_add_char(&yaml, '\n');
	assert_true(buf_ok(&yaml));
	ruleset_init(&set);
	load(&set, yaml.ptr);
	const struct formula *f = &set.rules[0]->formula;
	size_t depth = 0;
	for (; f->nchildren > 0; f = &f->children[0])
		depth++;
	assert_int_equal(depth, 29);
	assert_slice_equal(f->text, "x");
	ruleset_release(&set);
	buf_release(&yaml);
}

static void
test_text_survives_input(void **state)
{
	struct ruleset set;
	struct err err = ERR_INIT;
	char yaml[] = RULE;

	(void)state;
	ruleset_init(&set);
	assert_int_equal(ruleset_load_bytes(&set, "f", slice_of(yaml, sizeof(yaml) - 1), &err), 0);
	memset(yaml, 'z', sizeof(yaml));
	assert_slice_equal(set.rules[0]->formula.text, "x");
	ruleset_release(&set);
}

static const struct CMUnitTest plain_tests[] = {
	cmocka_unit_test(test_defaults),      cmocka_unit_test(test_default_commits),
	cmocka_unit_test(test_names),         cmocka_unit_test(test_full_rule),
	cmocka_unit_test(test_full_formula),  cmocka_unit_test(test_full_conditions),
	cmocka_unit_test(test_languages_any), cmocka_unit_test(test_generic),
	cmocka_unit_test(test_area_by_cwe),   cmocka_unit_test(test_word_lists),
	cmocka_unit_test(test_deep_formula),  cmocka_unit_test(test_text_survives_input),
};

#define NPLAIN       (sizeof(plain_tests) / sizeof(*plain_tests))
#define NDEFECTS     (sizeof(defects) / sizeof(*defects))
#define NUNSUPPORTED (sizeof(unsupported_rows) / sizeof(*unsupported_rows))

int
main(void)
{
	static struct CMUnitTest tests[NPLAIN + NDEFECTS + NUNSUPPORTED];
	static char names[NDEFECTS][64];
	size_t n = 0;

	for (size_t i = 0; i < NPLAIN; i++)
		tests[n++] = plain_tests[i];
	for (size_t i = 0; i < NDEFECTS; i++) {
		snprintf(names[i], sizeof(names[i]), "defect: %s", defects[i].name);
		tests[n++] = (struct CMUnitTest){names[i], test_defect, NULL, NULL,
						 (void *)(uintptr_t)&defects[i]};
	}
	for (size_t i = 0; i < NUNSUPPORTED; i++)
		tests[n++] = (struct CMUnitTest){unsupported_rows[i].reason, test_unsupported, NULL, NULL,
						 (void *)(uintptr_t)&unsupported_rows[i]};
	return cmocka_run_group_tests_name("rule_load", tests, NULL, NULL);
}
