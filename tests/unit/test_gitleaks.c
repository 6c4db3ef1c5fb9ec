/* TOML, and gitleaks' rules in it */
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/buf.h"
#include "rule/ruleset.h"
#include "rule/toml.h"

/* ---- TOML ---- */

/* A tree in one line: {a,[1,'b']}; texts stand in quotes. */
static void
print_tree(struct buf *out, const struct tree_node *root)
{
	const struct tree_node *node = root;
	bool up = false;

	while (node) {
		if (!up && node->kind != TREE_SCALAR) {
			buf_add_str(out, node->kind == TREE_MAPPING ? "{" : "[");
			if (node->first) {
				node = node->first;
				continue;
			}
		}
		if (node->kind == TREE_SCALAR)
			buf_addf(out, node->plain ? "%s" : "'%s'", node->value.ptr);
		else
			buf_add_str(out, node->kind == TREE_MAPPING ? "}" : "]");
		up = !node->next;
		if (!up)
			buf_add_str(out, ",");
		node = node == root ? NULL : up ? node->parent : node->next;
	}
}

struct toml_row {
	const char *name;
	const char *toml;
	const char *tree; /* or the message */
};

static const struct toml_row toml_rows[] = {
	{"empty", "", "{}"},
	{"comments", "# a\r\n\n # b", "{}"},
	{"bare values", "a = 1 # x\nb=-3.5e+2\nc = true\nd = 1979-05-27T07:32:00Z\n",
	 "{a,1,b,-3.5e+2,c,true,d,1979-05-27T07:32:00Z}"},
	{"escapes", "a = \"x\\t\\u00e9\\U0001F600\\\\\\\"\"", "{a,'x\t\xc3\xa9\xf0\x9f\x98\x80\\\"'}"},
	{"literal", "a = '\\d\"'", "{a,'\\d\"'}"},
	{"several lines", "a = '''\nx\n'y'\n'''", "{a,'x\n'y'\n'}"},
	{"quotes at the end", "a = '''x''''\nb = \"\"\"\"y\"\"\"\"\"", "{a,'x'',b,'\"y\"\"'}"},
	{"line joined", "a = \"\"\"x\\\n   y\"\"\"", "{a,'xy'}"},
	{"lists", "a = [ # c\n 1, [ 'x', ],\n]\nb = []", "{a,[1,['x']],b,[]}"},
	{"inline tables", "a = {b = 1, c = {d = [2]}}\ne = {}", "{a,{b,1,c,{d,[2]}},e,{}}"},
	{"dotted keys", "a.b.\"c d\" = 1\na.e = 2", "{a,{b,{'c d',1},e,2}}"},
	{"tables", "x = 0\n[a.b]\nc = 1\n[a]\nd = 2", "{x,0,a,{b,{c,1},d,2}}"},
	{"lists of tables", "[[r]]\ni=1\n[[r.l]]\nx=1\n[[r.l]]\n[[r]]\ni=2\n[r.m]\ny=3",
	 "{r,[{i,1,l,[{x,1},{}]},{i,2,m,{y,3}}]}"},
	{"twice", "a = 1\nb = 2\na = 3", "f:3:1: key 'a' stands here twice, first at line 1"},
	{"no value", "a =\n", "f:1:4: not TOML: expected a key or a value"},
	{"no equals", "a 1\n", "f:1:3: not TOML: expected '='"},
	{"two on a line", "a = 1 b = 2\n", "f:1:7: not TOML: expected the end of the line"},
	{"text without end", "a = 'x\n'", "f:1:7: not TOML: a text without end"},
	{"lines without end", "a = '''x\n''", "f:2:3: not TOML: a text without end"},
	{"list without end", "a = [1,", "f:1:8: not TOML: expected a key or a value"},
	{"list without comma", "a = [1 2]", "f:1:8: not TOML: expected ','"},
	{"unknown escape", "a = \"\\q\"", "f:1:7: not TOML: unknown escape"},
	{"surrogate", "a = \"\\ud800\"", "f:1:12: not TOML: this is no character"},
	{"table over value", "a = 1\n[a]\n", "f:2:4: not TOML: this key is no table"},
	{"header without end", "[a\n", "f:1:3: not TOML: expected ']'"},
};

static void
test_toml(void **state)
{
	const struct toml_row *row = *state;
	struct arena arena = ARENA_INIT;
	struct buf out = BUF_INIT(4096);
	struct err err = ERR_INIT;
	const struct tree_node *root;

	if (toml_parse(&root, &arena, "f", slice_str(row->toml), &err) < 0)
		buf_add_str(&out, err.msg);
	else
		print_tree(&out, root);
	buf_add(&out, "", 1);
	assert_string_equal(out.ptr, row->tree);
	buf_release(&out);
	arena_release(&arena);
}

static void
test_toml_depth(void **state)
{
	struct arena arena = ARENA_INIT;
	struct buf toml = BUF_INIT(1u << 20);
	struct err err = ERR_INIT;
	const struct tree_node *root;

	(void)state;
	buf_add_str(&toml, "a = ");
	for (int i = 0; i < 100000; i++)
		buf_add_str(&toml, "[");
	assert_int_equal(toml_parse(&root, &arena, "f", buf_slice(&toml), &err), -1);
	assert_string_equal(err.msg, "f:1:70: not TOML: nested too deep");
	buf_release(&toml);
	arena_release(&arena);
}

/* ---- rules ---- */

static void
load(struct ruleset *set, const char *toml)
{
	struct err err = ERR_INIT;

	ruleset_init(set);
	if (ruleset_load_bytes(set, "f.toml", slice_str(toml), &err) < 0)
		fail_msg("%s", err.msg);
}

static void
test_rule(void **state)
{
	struct ruleset set;

	(void)state;
	load(&set, "[[rules]]\nid = 'a b'\ndescription = 'A key.'\nkeywords = ['KEY']\nentropy = 3.5\n"
		   "regex = '''(?i)[\\w.-]{0,50}?key=([a-z(]+)'''\npath = '\\.py$'\n");
	assert_int_equal(set.n, 1);
	assert_int_equal(set.nunsupported, 0);
	const struct rule *rule = set.rules[0];
	assert_slice_equal(rule->id, "a-b");
	assert_slice_equal(rule->message, "A key.");
	assert_slice_equal(rule->keywords[0], "key");
	assert_int_equal(rule->area, AREA_SECRETS);
	assert_int_equal(rule->commits, COMMITS_EVERY);
	assert_int_equal(rule->window, WINDOW_LINES);
	assert_true(rule_blocks(rule));
	assert_slice_equal(rule->formula.text, "(?i)key=([a-z(]+)");
	assert_int_equal(rule->screen->group, 0);
	assert_true(rule->screen->entropy > 3.49 && rule->screen->entropy < 3.51);
	assert_slice_equal(rule->screen->path, "\\.py$");
	ruleset_release(&set);
}

/* The old and the new form, of the file, for some rules of it, and of the rule. */
static void
test_allowlists(void **state)
{
	struct ruleset set;

	(void)state;
	load(&set, "[allowlist]\npaths = ['x']\n[[allowlists]]\ntargetRules = ['b']\nstopWords = ['Q']\n"
		   "[[rules]]\nid = 'a'\nregex = 'k'\n[rules.allowlist]\ncommits = [' ABC ']\n"
		   "[[rules]]\nid = 'b'\nregex = 'l'\n[[rules.allowlists]]\ncondition = 'and'\n"
		   "regexTarget = 'line'\nregexes = ['r', 's']\npaths = ['t']\n");
	const struct screen *a = set.rules[0]->screen, *b = set.rules[1]->screen;
	assert_int_equal(a->ncommon, 1);
	assert_slice_equal(a->common[0].paths.items[0], "x");
	assert_ptr_equal(a->common, b->common);
	assert_int_equal(a->nallowances, 1);
	assert_slice_equal(a->allowances[0].commits.items[0], "abc");
	assert_int_equal(b->nallowances, 2);
	assert_slice_equal(b->allowances[0].words.items[0], "q");
	assert_false(b->allowances[0].all);
	assert_true(b->allowances[1].all);
	assert_int_equal(b->allowances[1].target, TARGET_LINE);
	assert_int_equal(b->allowances[1].regexes.n, 2);
	assert_int_equal(b->allowances[1].line, 14);
	ruleset_release(&set);
}

/* What an allowlist would have let pass must not block, and nothing else suffers. */
static void
test_partial(void **state)
{
	struct ruleset set;

	(void)state;
	load(&set,
	     "[[rules]]\nid = 'a'\nregex = 'k'\n[[rules.allowlists]]\nstopwords = ['x']\nauthors = ['y']\n"
	     "[[rules.allowlists]]\nstopwords = ['z']\n[[rules]]\nid = 'b'\nregex = 'k'\n");
	assert_int_equal(set.n, 2);
	assert_false(rule_blocks(set.rules[0]));
	assert_slice_equal(set.rules[0]->partial,
			   "key 'authors' of the allowlist at line 4 is not supported");
	assert_int_equal(set.rules[0]->screen->nallowances, 1);
	assert_slice_equal(set.rules[0]->screen->allowances[0].words.items[0], "z");
	assert_true(rule_blocks(set.rules[1]));
	ruleset_release(&set);
}

static const char *const odd_filters[] = {
	"entropy(finding[\"secret\"]) <= 3 && true",
	"entropy(finding[\"secret\"]) > 3",
	"entropy(finding[\"line\"]) < 3",
	"entropy(finding[\"secret\"]) < 3 || entropy(finding[\"secret\"]) < 4",
	"!entropy(finding[\"secret\"]) < 3",
	"matchesAny(finding[\"secret\"], [])",
	"matchesAny(finding[\"secret\"], [`a` `b`])",
	"matchesAny(finding[\"secret\"], [`a`)",
	"matchesAny(finding[\"secret\"], [\"\\n\"])",
	"matchesAny(finding[\"secret\"], [`a])",
	"matchesAny(finding[\"author\"], [`a`])",
	"containsAny(finding[\"match\"], [`a`])",
	"!containsAny(finding[\"secret\"], [`a`])",
	"(matchesAny(finding[\"secret\"], [`a`])",
	"matchesAny(finding[\"secret\"], [`a`])) ",
	"matchesAny(finding[\"secret\"], [`a`]) ||",
	"let x = 1; x > 2",
	"// nothing",
};

/* Nothing is taken of a filter that is not understood, and the rule warns. */
static void
test_odd_filters(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(odd_filters) / sizeof(*odd_filters); i++) {
		struct buf toml = BUF_INIT(4096);
		struct ruleset set;

		buf_addf(&toml, "[[rules]]\nid = 'a'\nregex = 'k'\nfilter = '''%s'''\n", odd_filters[i]);
		load(&set, toml.ptr);
		assert_int_equal(set.n, 1);
		if (set.rules[0]->partial.len == 0)
			fail_msg("%s", odd_filters[i]);
		assert_slice_equal(set.rules[0]->partial, "its filter is not supported");
		assert_int_equal(set.rules[0]->screen->nallowances, 0);
		assert_true(set.rules[0]->screen->entropy < 0);
		assert_false(rule_blocks(set.rules[0]));
		ruleset_release(&set);
		buf_release(&toml);
	}
}

static void
test_unsupported(void **state)
{
	struct ruleset set;

	(void)state;
	load(&set, "[extend]\nuseDefault = true\n[[rules]]\nid = 'a'\nregex = 'k'\nmagic = 1\n"
		   "[[rules]]\nid = 'b'\n[[rules.allowlists]]\nstopwords = ['x']\n"
		   "[[rules]]\nid = 'c'\npath = 'p'\n"
		   "[[rules]]\nid = 'd'\nregex = 'k'\n[[rules.required]]\nid = 'e'\n"
		   "[[rules]]\nid = 'e'\nregex = 'k'\n[[rules.required]]\nid = 'a'\n");
	assert_int_equal(set.n, 1);
	assert_slice_equal(set.rules[0]->id, "c");
	assert_true(set.rules[0]->names);
	assert_int_equal(set.nunsupported, 5);
	assert_slice_equal(set.unsupported[0].id, "extend");
	assert_int_equal(set.unsupported[0].at.line, 2);
	assert_slice_equal(set.unsupported[1].reason, "key 'magic' of gitleaks is not supported");
	assert_slice_equal(set.unsupported[2].reason,
			   "it changes one of gitleaks' own rules, which are not here");
	assert_slice_equal(set.unsupported[3].id, "e");
	assert_slice_equal(set.unsupported[3].reason, "it requires the rule a, which is not here");
	assert_slice_equal(set.unsupported[4].id, "d");
	ruleset_release(&set);
}

static const struct toml_row refused[] = {
	{"no rules", "title = 'x'",
	 "f.toml:1:1: a TOML file of rules has [[rules]], as gitleaks writes them"},
	{"no id", "[[rules]]\nregex = 'x'", "f.toml:1:10: a rule needs the key 'id'"},
	{"a rule that is none", "rules = [1]", "f.toml:1:10: a rule is a table"},
	{"entropy", "[[rules]]\nid='a'\nregex='x'\nentropy=9",
	 "f.toml:4:9: 'entropy' is a number from 0 to 8"},
	{"condition", "[[rules]]\nid='a'\nregex='x'\n[rules.allowlist]\ncondition='xor'",
	 "f.toml:5:11: condition is AND or OR"},
	{"target", "[[rules]]\nid='a'\nregex='x'\n[rules.allowlist]\nregexTarget='file'",
	 "f.toml:5:13: regexTarget is secret, match or line"},
	{"allowlist", "[[rules]]\nid='a'\nregex='x'\nallowlist=1", "f.toml:4:11: an allowlist is a table"},
	{"path from memory", "[extend]\npath='/etc/passwd'", NULL},
};

static void
test_refused(void **state)
{
	const struct toml_row *row = *state;
	struct err err = ERR_INIT;
	struct ruleset set;

	ruleset_init(&set);
	int rc = ruleset_load_bytes(&set, "f.toml", slice_str(row->toml), &err);
	if (row->tree) {
		assert_int_equal(rc, -1);
		assert_string_equal(err.msg, row->tree);
	} else {
		assert_int_equal(rc, 0);
		assert_slice_equal(set.unsupported[0].reason, "extend.path is not followed here");
	}
	ruleset_release(&set);
}

/* ---- files that extend others ---- */

static void
write_file(const char *path, const char *text)
{
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	assert_true(fputs(text, file) >= 0);
	assert_int_equal(fclose(file), 0);
}

static void
test_extend(void **state)
{
	char dir[] = "/tmp/sluice-test-XXXXXX", a[64], b[64];
	struct err err = ERR_INIT;
	struct ruleset set;

	(void)state;
	assert_non_null(mkdtemp(dir));
	snprintf(a, sizeof(a), "%s/a.toml", dir);
	snprintf(b, sizeof(b), "%s/b.toml", dir);
	write_file(a, "[extend]\npath = 'b.toml'\ndisabledRules = ['off']\n[[rules]]\nid = 'x'\nentropy = 2\n"
		      "keywords = ['two']\n[rules.allowlist]\nstopwords = ['a']\n");
	write_file(b, "[allowlist]\nstopwords = ['g']\n[[rules]]\nid = 'off'\nregex = 'o'\n[[rules]]\n"
		      "id = 'x'\nregex = 'base'\nentropy = 3\ndescription = 'X'\nkeywords = ['one']\n"
		      "[rules.allowlist]\nstopwords = ['b']\n[[rules]]\nid = 'y'\nregex = 'y'\n");
	ruleset_init(&set);
	if (ruleset_load(&set, a, &err) < 0)
		fail_msg("%s", err.msg);
	assert_int_equal(set.n, 2);
	const struct rule *x = set.rules[0];
	assert_slice_equal(x->formula.text, "base");
	assert_slice_equal(x->message, "X");
	assert_true(x->screen->entropy < 2.01);
	assert_int_equal(x->nkeywords, 2);
	assert_slice_equal(x->keywords[0], "one");
	assert_int_equal(x->screen->ncommon, 1);
	assert_slice_equal(x->screen->common[0].words.items[0], "g");
	assert_int_equal(x->screen->nallowances, 2);
	assert_slice_equal(x->screen->allowances[0].words.items[0], "b");
	assert_slice_equal(x->screen->allowances[1].words.items[0], "a");
	assert_slice_equal(x->file, a);
	assert_slice_equal(set.rules[1]->id, "y");
	assert_slice_equal(set.rules[1]->file, b);
	ruleset_release(&set);
	write_file(b, "[extend]\npath = 'a.toml'\n");
	ruleset_init(&set);
	assert_int_equal(ruleset_load(&set, a, &err), -1);
	assert_non_null(strstr(err.msg, "more than 3 files extend each other"));
	ruleset_release(&set);
	assert_int_equal(unlink(a) + unlink(b) + rmdir(dir), 0);
}

static const struct CMUnitTest plain_tests[] = {
	cmocka_unit_test(test_toml_depth),  cmocka_unit_test(test_rule),
	cmocka_unit_test(test_allowlists),  cmocka_unit_test(test_partial),
	cmocka_unit_test(test_unsupported), cmocka_unit_test(test_extend),
	cmocka_unit_test(test_odd_filters),
};

#define NPLAIN   (sizeof(plain_tests) / sizeof(*plain_tests))
#define NTOML    (sizeof(toml_rows) / sizeof(*toml_rows))
#define NREFUSED (sizeof(refused) / sizeof(*refused))

static struct CMUnitTest
row_test(const struct toml_row *row, CMUnitTestFunction run)
{
	return (struct CMUnitTest){row->name, run, NULL, NULL, (void *)(uintptr_t)row};
}

int
main(void)
{
	struct CMUnitTest tests[NPLAIN + NTOML + NREFUSED];

	memcpy(tests, plain_tests, sizeof(plain_tests));
	for (size_t i = 0; i < NTOML; i++)
		tests[NPLAIN + i] = row_test(&toml_rows[i], test_toml);
	for (size_t i = 0; i < NREFUSED; i++)
		tests[NPLAIN + NTOML + i] = row_test(&refused[i], test_refused);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
