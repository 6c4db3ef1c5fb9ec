/* What a rule of gitleaks takes for a secret: loaded from TOML, run on one text. */
#include "match_fixture.h"

struct row {
	const char *name, *toml;
	const char *text, *path, *commit; /* the latter two may be NULL */
	const char *found;                /* reported bytes of each match, each with a '|' behind it */
};

#define RULE         "[[rules]]\nid = 'r'\n"
#define KEY          RULE "regex = 'key=(\\w+)(;)?'\n"
#define FILTER(text) "filter = '''\n" text "\n'''\n"
#define LIST_OF(...) "[[rules.allowlists]]\n" __VA_ARGS__ "\n"

static const struct row rows[] = {
	{"without groups the match", RULE "regex = 'k[0-9]+'", "a k12 b", NULL, NULL, "k12|"},
	{"the first group", KEY, "key=abc;", NULL, NULL, "abc|"},
	{"the first that is not empty", RULE "regex = '(?:a(x*)|b)(y)'", "ay by axy", NULL, NULL, "y|y|x|"},
	{"secretGroup", KEY "secretGroup = 2", "key=abc;", NULL, NULL, ";|"},
	{"entropy is more than that", KEY "entropy = 2", "key=abcd key=abcde", NULL, NULL, "abcde|"},
	{"entropy of the secret", RULE "regex = 'xxxxxxxxxxxxx(\\w+)'\nentropy = 1.9", "xxxxxxxxxxxxxabcd",
	 NULL, NULL, "abcd|"},
	{"stop words are folded", KEY LIST_OF("stopwords = ['bc']"), "key=aBcd key=acd", NULL, NULL, "acd|"},
	{"a secret's own borders", KEY LIST_OF("regexes = ['^bc$']"), "key=abc key=bc key=bcd", NULL, NULL,
	 "abc|bcd|"},
	{"the match", KEY LIST_OF("regexTarget = 'match'\nregexes = ['^key=b']"), "key=bc key=cb", NULL, NULL,
	 "cb|"},
	{"the match with what was dropped of its front",
	 RULE "regex = '[\\w.-]{0,50}?key=(\\w+)'\n" LIST_OF("regexTarget = 'match'\nregexes = ['^my-key']"),
	 "my-key=a our-key=b", NULL, NULL, "b|"},
	{"the line", KEY LIST_OF("regexTarget = 'line'\nregexes = ['# ok$']"),
	 "key=a # ok\nkey=b\n# ok\nkey=c", NULL, NULL, "b|c|"},
	{"a path", KEY LIST_OF("paths = ['(?i)TEST/']"), "key=a", "src/test/a", NULL, ""},
	{"another path", KEY LIST_OF("paths = ['test/']"), "key=a", "src/tests/a", NULL, "a|"},
	{"an unknown path", KEY LIST_OF("paths = ['.*']"), "key=a", NULL, NULL, "a|"},
	{"a commit", KEY LIST_OF("commits = ['ABC1']"), "key=a", NULL, "abc1", ""},
	{"another commit", KEY LIST_OF("commits = ['abc']"), "key=a", NULL, "abc1", "a|"},
	{"any part", KEY LIST_OF("stopwords = ['b']\npaths = ['x']"), "key=a key=b", "y", NULL, "a|"},
	{"all parts", KEY LIST_OF("condition = 'AND'\nstopwords = ['b']\npaths = ['x']"), "key=a key=b", "x",
	 NULL, "a|"},
	{"not all parts", KEY LIST_OF("condition = 'AND'\nstopwords = ['b']\npaths = ['x']"), "key=b", "y",
	 NULL, "b|"},
	{"all of nothing", KEY LIST_OF("condition = 'AND'"), "key=a", NULL, NULL, "a|"},
	{"any of two lists", KEY LIST_OF("stopwords = ['b']") LIST_OF("stopwords = ['c']"),
	 "key=b key=c key=d", NULL, NULL, "d|"},
	{"of all rules", "[allowlist]\nregexes = ['b']\n" KEY, "key=a key=b", NULL, NULL, "a|"},
	{"path", KEY "path = '\\.py$'", "key=a", "x.py", NULL, "a|"},
	{"other path", KEY "path = '\\.py$'", "key=a", "x.pyc", NULL, ""},
	{"required",
	 KEY "[[rules.required]]\nid = 'h'\nwithinLines = 1\n[[rules]]\nid = 'h'\nregex = 'id=\\d'\n"
	     "skipReport = true",
	 "key=a\nid=1\n\nkey=b", NULL, NULL, "a|"},
	{"required in columns",
	 KEY "[[rules.required]]\nid = 'h'\nwithinColumns = 6\nwithinLines = 0\n"
	     "[[rules]]\nid = 'h'\nregex = 'id=\\d'\n",
	 "key=a id=1\nkey=b   id=2", NULL, NULL, "a|id=1|id=2|"},
	{"a filter's entropy", KEY FILTER("entropy(finding[\"secret\"]) <= 2.0"), "key=abcd key=abcde", NULL,
	 NULL, "abcde|"},
	{"entropy that is enough", KEY FILTER("filter.entropy(finding[\"secret\"]) < 2"), "key=abc key=abcd",
	 NULL, NULL, "abcd|"},
	{"a filter of several",
	 KEY FILTER("entropy(finding[\"secret\"]) < 0.5 || // a comment\n"
		    "(matchesAny(finding[\"secret\"], [`^b`, \"^\\\\d+$\",]) ||\n"
		    " containsAny(finding[\"secret\"], [\"Xy\"]))"),
	 "key=ccc key=bcd key=12 key=b12 key=axYz key=abc", NULL, NULL, "abc|"},
	{"a filter on the match and the path",
	 KEY FILTER("matchesAny(finding[\"match\"], [`=b`]) || matchesAny(get(attributes, \"path\", \"\"), "
		    "[`x`])"),
	 "key=b key=c", "y", NULL, "c|"},
	{"a filter's path", KEY FILTER("matchesAny((attributes[\"path\"] ?? \"\"), [`x`])"), "key=b", "x",
	 NULL, ""},
	{"a filter of what does not match", KEY FILTER("!matchesAny(finding[\"secret\"], [`b`, `c`])"),
	 "key=a key=b key=c", NULL, NULL, "b|c|"},
	{"a filter of all rules",
	 "prefilter = '''matchesAny(attributes[\"path\"], [`^t/`])'''\n"
	 "filter = '''matchesAny(finding[\"line\"], [`# ok$`])'''\n" KEY,
	 "key=a\nkey=b # ok", "s/t/a", NULL, "a|"},
	{"decoded", KEY LIST_OF("paths = ['x']"), "a2V5PXNlc2FtZXNlc2FtZQ==", "y", NULL,
	 "a2V5PXNlc2FtZXNlc2FtZQ==|"},
	{"decoded and allowed", KEY LIST_OF("paths = ['x']"), "a2V5PXNlc2FtZXNlc2FtZQ==", "x", NULL, ""},
};

static void
load(struct ruleset *set, const char *toml)
{
	struct err err = ERR_INIT;

	ruleset_init(set);
	if (ruleset_load_bytes(set, "f.toml", slice_str(toml), &err) < 0)
		fail_msg("%s", err.msg);
	assert_int_equal(set->nunsupported, 0);
	for (size_t i = 0; i < set->n; i++)
		assert_slice_equal(set->rules[i]->partial, "");
	for (size_t i = 0; i < set->n; i++)
		if (matcher_check_rule(set->rules[i], &err) < 0)
			fail_msg("%s", err.msg);
}

static void
test_row(void **state)
{
	const struct row *row = *state;
	struct arena arena = ARENA_INIT;
	struct buf shown = BUF_INIT(4096);
	struct err err = ERR_INIT;
	struct matcher *matcher;
	struct match_list list;
	struct ruleset set;
	struct text text;

	load(&set, row->toml);
	match_list_init(&list);
	assert_int_equal(matcher_new(&matcher, &set, &err), 0);
	assert_int_equal(text_decode(&text, &arena, slice_str(row->text), &err), 0);
	const struct scan scan = {
		.text = &text, .path = slice_str(row->path), .commit = slice_str(row->commit)};
	if (matcher_scan(matcher, &scan, &list, &err) < 0)
		fail_msg("%s", err.msg);
	for (size_t i = 0; i < list.n; i++) {
		buf_add_slice(&shown, slice_sub(text.bytes, list.items[i].start, list.items[i].end));
		buf_add_char(&shown, '|');
	}
	assert_int_equal(list.nlimits, 0);
	assert_slice_equal(buf_slice(&shown), row->found);
	buf_release(&shown);
	match_list_release(&list);
	matcher_free(matcher);
	ruleset_release(&set);
	arena_release(&arena);
}

/* A mistake in a screen is found before it runs. */
static void
test_bad_regex(void **state)
{
	struct err err = ERR_INIT;
	struct ruleset set;

	(void)state;
	ruleset_init(&set);
	assert_int_equal(
		ruleset_load_bytes(&set, "f.toml", slice_str(KEY LIST_OF("paths = ['x', '(']")), &err), 0);
	assert_int_equal(matcher_check_rule(set.rules[0], &err), -1);
	assert_string_equal(err.msg,
			    "f.toml:4:1: regular expression: missing closing parenthesis at offset 1");
	ruleset_release(&set);
}

int
main(void)
{
	struct CMUnitTest tests[COUNT(rows) + 1];

	for (size_t i = 0; i < COUNT(rows); i++)
		tests[i] =
			(struct CMUnitTest){rows[i].name, test_row, NULL, NULL, (void *)(uintptr_t)&rows[i]};
	tests[COUNT(rows)] = (struct CMUnitTest)cmocka_unit_test(test_bad_regex);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
