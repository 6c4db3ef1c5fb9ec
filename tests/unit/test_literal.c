/*
 * Required literals of patterns and of formulas.
 */
#include "match_fixture.h"

#include <stdio.h>

#include "match/literal.h"

struct row {
	const char *pattern;
	const char *literals; /* separated by '/'; "": none */
};

/* clang-format off */
static const struct row rows[] = {
	/* runs and where they end */
	{"password", "password"},
	{"PassWord", "password"},
	{"ab", ""},
	{"foo.*quux", "quux"},
	{"foo\\s*=\\s*bar", "foo"},
	{"foo.bar", "foo"},
	{"foo.barbar", "barbar"},
	{"^foo$", "foo"},
	{"\\bfoo\\b", "foo"},
	{"foo\\bbar", "foobar"},
	{".*", ""},
	{"", ""},
	{"[a-z]+", ""},
	{"\\w{3}key", "key"},
	{"abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz", "abcdefghijklmnopqrstuvwxyzabcde"},
	/* quantifiers */
	{"https?://", "https://|http://"},
	{"colou?r", "colour|color"},
	{"abc?", ""},
	{"abcd?", "abc"},
	{"abcx*def", "abc"},
	{"abcx+def", "abcx"},
	{"abc+", "abc"},
	{"abc{0}def", "def"},
	{"a{3}", "aaa"},
	{"a{3,}", "aaa"},
	{"a{3,5}b", "aaa"},
	{"a{0,5}bcd", "bcd"},
	{"(?:foo)+", "foo"},
	{"(?:foo)*bar", "bar"},
	{"(?:foo){2}", "foofoo"},
	{"(?:foo)?bar", "bar"},
	{"foo??bar", "foobar|fobar"},
	{"foo++bar", "foo"},
	{"fo{,2}bar", ""},
	{"foo{bar", "foo{bar"},
	{"foo{}", "foo{}"},
	{"x{2}{3}abc", ""},
	/* alternatives */
	{"foo|bar", "foo|bar"},
	{"foo|b", ""},
	{"foo|", ""},
	{"(foo|bar)baz", "foobaz|barbaz"},
	{"(?:api|auth)[_-]?key", "api-key|api_key|apikey|auth-key|auth_key|authkey"},
	{"(?:foo.*x|bar)", "foo|bar"},
	{"(?:.*x|bar)", ""},
	{"(a|b)(c|d)(e|f)", "ace|acf|ade|adf|bce|bcf|bde|bdf"},
	{"[ab][ab][ab]x[ab][ab][ab][ab]abcdefgh", "aabcdefgh|babcdefgh"},
	{"(?|foo|bar)", "foo|bar"},
	{"foo|barfoo", "foo"},
	/* classes */
	{"[Kk]ey", "key"},
	{"[kK][eE][yY]", "key"},
	{"f[^o]obar", "obar"},
	{"f[[:alpha:]]obar", "obar"},
	{"f[]]bar", "f]bar"},
	{"f[^]]obar", "obar"},
	{"f[\\]a]obar", "f]obar|faobar"},
	{"f[\\d]obar", "obar"},
	{"f[a-c]obar", "obar"},
	{"f[-x]obar", "f-obar|fxobar"},
	{"f[x-]obar", "f-obar|fxobar"},
	{"f[\\x41\\x42]o", "fao|fbo"},
	{"f[[.x.]]obar", ""},
	{"f[\\Qa]\\E]obar", ""},
	{"f[[:x]obar", ""},
	{"f[abcde]obar", "obar"},
	{"foo[", ""},
	/* escapes */
	{"a\\.b\\.c", "a.b.c"},
	{"foo\\x2ebar", "foo.bar"},
	{"foo\\x{2e}bar", "foo.bar"},
	{"foo\\056bar", "foo.bar"},
	{"foo\\o{56}bar", "foo.bar"},
	{"foo\\tbar", "foo\tbar"},
	{"foo\\cAb", "foo\x01" "b"},
	{"(a)fo\\1quux", "quux"},
	{"foo\\g{1}barx", "barx"},
	{"foo\\k<n>barx", "barx"},
	{"foo\\pLbarx", "barx"},
	{"foo\\p{Lu}barx", "barx"},
	{"foo\\Kbar", ""},
	{"foo\\Rbarx", "barx"},
	{"foo\\Q.*\\Ebar", "foo.*bar"},
	{"foo\\Qab\\E+", "fooab"},
	{"foo\\Q\\E+barx", "barx"},
	{"fooa\\E?bar", "fooabar|foobar"},
	{"\\Qfoo", "foo"},
	{"foo\\y", ""},
	{"foo\\", ""},
	/* groups */
	{"(?<NAME>foo)bar", "foobar"},
	{"(?'NAME'foo)bar", "foobar"},
	{"(?P<NAME>foo)bar", "foobar"},
	{"(?>foo)bar", "foobar"},
	{"foo(?=quux)bar", "foobar"},
	{"foo(?!quux)bar", "foobar"},
	{"(?<=quux)foo", "foo"},
	{"(?<!quux|x)foo", "foo"},
	{"foo(?#comment)bar", "foobar"},
	{"foo(?#comment)?bar", "foobar|fobar"},
	{"(?i)foo", "foo"},
	{"(?i:foo)bar", "foobar"},
	{"(?-i)foo", "foo"},
	{"foo(?R)?barx", "barx"},
	{"(foo)(?1)barx", "barx"},
	{"(foo)(?&n)barx", "barx"},
	{"(foo)(?P>n)barx", "barx"},
	{"(?(1)foo|bar)", ""},
	{"foo(*ACCEPT)bar", ""},
	{"foo(*SKIP)(*F)|bar", ""},
	{"(foo", ""},
	{"foo)", ""},
	{"*foo", ""},
	/* (?x) */
	{"(?x) foo # comment\n bar", "foobar"},
	{"(?x) foo \\  bar", "foo bar"},
	{"(?x) fo o ? bar", "foobar|fobar"},
	{"(?x: f o o) b", "foo b"},
	{"((?x) f o o) b", "foo b"},
	{"(?x) foo [ ] bar", "foo bar"},
	{"(?xx) foo [ab] bar", ""},
	{"(?x) foo\x85" "bar", ""},
	{"foo\x85" "bar", "foo\x85" "bar"},
	{"(?x-x) foo", " foo"},
	/* the score: length counts, up to 8 bytes */
	{"abc.*(?:longer|wordy)", "longer|wordy"},
	{"password.*passwordpassword", "password"},
};
/* clang-format on */

static void
show(struct buf *out, const struct slice *literals, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		buf_add_str(out, i ? "|" : "");
		buf_add_slice(out, literals[i]);
	}
}

static void
assert_derived(const struct rule *rule, const char *expected)
{
	struct arena arena = ARENA_INIT;
	struct buf shown = BUF_INIT(8192);
	struct err err = ERR_INIT;
	const struct slice *literals;
	size_t n;

	assert_int_equal(literals_derive(&literals, &n, &arena, rule, &err), 0);
	show(&shown, literals, n);
	assert_string_equal(shown.ptr ? shown.ptr : "", expected);
	buf_release(&shown);
	arena_release(&arena);
}

static void
test_row(void **state)
{
	const struct row *row = *state;
	struct rule rule = {.formula = {.op = OP_REGEX, .text = slice_str(row->pattern)}};

	assert_derived(&rule, row->literals);
}

static const struct rule all = {.formula = ALL(REGEX("key"), NOT_REGEX("notthisone"), REGEX("password"))};
static const struct rule any = {.formula = ANY(REGEX("key"), REGEX("password"))};
static const struct rule any_none = {.formula = ANY(REGEX("key"), REGEX(".*"))};
static const struct rule all_of_any = {.formula = ALL(REGEX(".*"), ANY(REGEX("key"), REGEX("word.*")))};
static const struct rule any_of_all = {.formula = ANY(ALL(REGEX("x"), REGEX("one")), REGEX("two"))};
static const struct rule only_not = {.formula = ALL(NOT_REGEX("password"))};
static const struct rule syntax = {.formula = {.op = OP_PATTERN, .text = S("password")}};
static const struct rule method = {.formula = {.op = OP_PATTERN, .text = S("$CURSOR.run($...REST)")}};
static const struct rule no_word = {.formula = {.op = OP_PATTERN, .text = S("$...CURSOR, $RUN")}};

/* metavariable-regex asks for words of the text that its metavariable stands for. */
static const struct condition is_load = {
	.op = CONDITION_REGEX, .metavariable = S("$NAME"), .text = S("(?:re)?load$")};
static const struct condition is_dotted = {
	.op = CONDITION_REGEX, .metavariable = S("$NAME"), .text = S("os\\.load$")};
static const struct condition is_constant = {
	.op = CONDITION_REGEX, .metavariable = S("$NAME"), .text = S("load$"), .constants = true};
#define NAMED(condition, ...)                                                                                \
	{                                                                                                    \
		.op = OP_ALL, .children = (const struct formula[]){__VA_ARGS__},                             \
		.nchildren = sizeof((const struct formula[]){__VA_ARGS__}) / sizeof(struct formula),         \
		.conditions = &(condition), .nconditions = 1                                                 \
	}
#define PATTERN(pattern)                                                                                     \
	{                                                                                                    \
		.op = OP_PATTERN, .text = S(pattern)                                                         \
	}
static const struct rule named = {.formula = NAMED(is_load, PATTERN("$X.$NAME($Y)"))};
static const struct rule named_longer = {.formula = NAMED(is_load, PATTERN("$X.$NAMED($Y)"))};
static const struct rule named_in_text = {.formula = NAMED(is_load, PATTERN("$X.f(\"$NAME\")"))};
static const struct rule named_in_both = {.formula = NAMED(is_load, PATTERN("$X.f(\"$NAME\", $NAME)"))};
static const struct rule named_apart = {.formula = NAMED(is_dotted, PATTERN("$NAME($Y)"))};
static const struct rule named_constant = {.formula = NAMED(is_constant, PATTERN("f($NAME)"))};
static const struct rule named_in_not = {
	.formula = NAMED(
		is_load, PATTERN("$X.f($Y)"),
		{.op = OP_NOT, .children = &(const struct formula)PATTERN("$X.$NAME($Y)"), .nchildren = 1})};

static void
test_names(void **state)
{
	(void)state;
	assert_derived(&named, "load");
	assert_derived(&named_longer, "");
	assert_derived(&named_in_text, "");
	assert_derived(&named_in_both, "load");
	assert_derived(&named_apart, "");
	assert_derived(&named_constant, "");
	assert_derived(&named_in_not, "");
}

static void
test_formulas(void **state)
{
	(void)state;
	assert_derived(&all, "password");
	assert_derived(&any, "key|password");
	assert_derived(&any_none, "");
	assert_derived(&all_of_any, "key|word");
	assert_derived(&any_of_all, "one|two");
	assert_derived(&only_not, "");
	assert_derived(&syntax, "password");
	assert_derived(&method, "run");
	assert_derived(&no_word, "");
}

/* 257 alternatives are one too many. */
static void
test_many(void **state)
{
	struct buf pattern = BUF_INIT(8192);
	struct arena arena = ARENA_INIT;
	struct err err = ERR_INIT;
	const struct slice *literals;
	size_t n;

	(void)state;
	for (int i = 0; i < 256; i++)
		buf_addf(&pattern, "%sword%03d", i ? "|" : "", i);
	struct rule rule = {.formula = {.op = OP_REGEX, .text = buf_slice(&pattern)}};
	assert_int_equal(literals_derive(&literals, &n, &arena, &rule, &err), 0);
	assert_int_equal(n, 256);
	buf_add_str(&pattern, "|other");
	rule.formula.text = buf_slice(&pattern);
	assert_int_equal(literals_derive(&literals, &n, &arena, &rule, &err), 0);
	assert_int_equal(n, 0);
	buf_release(&pattern);
	arena_release(&arena);
}

/* Groups and formulas deeper than what is followed give nothing, quickly. */
static void
test_deep(void **state)
{
	struct buf pattern = BUF_INIT(8192);
	static struct formula deep[100];

	(void)state;
	for (int i = 0; i < 100; i++)
		buf_add_str(&pattern, "(");
	buf_add_str(&pattern, "foobar");
	for (int i = 0; i < 100; i++)
		buf_add_str(&pattern, ")");
	struct rule rule = {.formula = {.op = OP_REGEX, .text = buf_slice(&pattern)}};
	assert_derived(&rule, "");
	for (size_t i = 0; i + 1 < COUNT(deep); i++)
		deep[i] = (struct formula){.op = OP_ALL, .children = &deep[i + 1], .nchildren = 1};
	deep[COUNT(deep) - 1] = (struct formula){.op = OP_REGEX, .text = slice_str("foobar")};
	rule.formula = deep[0];
	assert_derived(&rule, "");
	rule.formula = deep[COUNT(deep) - 10];
	assert_derived(&rule, "foobar");
	buf_release(&pattern);
}

/* TAP reads line ends and '#' in a name. */
static const char *
name_of(char *name, size_t size, size_t i)
{
	snprintf(name, size, "%zu: %s", i + 1, rows[i].pattern);
	for (char *c = name; *c; c++)
		if (*c == '\n' || *c == '#')
			*c = '?';
	return name;
}

int
main(void)
{
	struct CMUnitTest tests[COUNT(rows) + 4];
	static char names[COUNT(rows)][80];

	for (size_t i = 0; i < COUNT(rows); i++)
		tests[i] = (struct CMUnitTest){name_of(names[i], sizeof(names[i]), i), test_row, NULL, NULL,
					       (void *)(uintptr_t)&rows[i]};
	tests[COUNT(rows)] = (struct CMUnitTest)cmocka_unit_test(test_formulas);
	tests[COUNT(rows) + 1] = (struct CMUnitTest)cmocka_unit_test(test_names);
	tests[COUNT(rows) + 2] = (struct CMUnitTest)cmocka_unit_test(test_many);
	tests[COUNT(rows) + 3] = (struct CMUnitTest)cmocka_unit_test(test_deep);
	return cmocka_run_group_tests_name("literal", tests, NULL, NULL);
}
