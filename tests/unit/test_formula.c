/*
 * What formulas, conditions and comparisons mean, and the mistakes in them.
 */
#include "match_fixture.h"

#include "match/comparison.h"
#include "match/condition.h"

/* --- ranges and bindings --- */

#define RULE(...)                                                                                            \
	{                                                                                                    \
		.id = S("r"), .file = S("f.yaml"), .window = WINDOW_FILE, .formula = __VA_ARGS__             \
	}
#define COND(o, m, t)                                                                                        \
	{                                                                                                    \
		.op = (o), .metavariable = S(m), .text = S(t), .at = { 4, 5 }                                \
	}
#define FOCUS(...) .focus = LIST(__VA_ARGS__), .nfocus = COUNT(LIST(__VA_ARGS__))

struct row {
	const char *name;
	struct rule rule;
	const char *text;
	const char *shown;
};

/* clang-format off */
static const struct row rows[] = {
	{"a regular expression", RULE(REGEX("b+")), "abbab", "r 1-3; r 4-5"},
	{"^ and $ at every line", RULE(REGEX("^b$")), "a\nb\nb", "r 2-3; r 4-5"},
	{"numbered and named groups", RULE(REGEX("(a)(?<N>b)")), "ab", "r 0-2 $1=a $2=b $N=b"},
	{"a group that is not set", RULE(REGEX("(a)|(b)")), "b", "r 0-1 $2=b"},
	{"an empty match", RULE(REGEX("x*")), "ab", "r 0-0; r 1-1; r 2-2"},
	{"a longer match behind an empty one", RULE(REGEX("|a")), "a", "r 0-0; r 0-1; r 1-1"},
	{"an empty match does not stop in CR LF", RULE(REGEX("$")), "a\r\nb\r\n", "r 1-1; r 4-4; r 6-6"},
	{"bytes that are no UTF-8", RULE(REGEX("a.b")), "a\xff" "b", "r 0-3"},
	{"\\K", RULE(REGEX("a\\Kb")), "ab", "r 1-2"},

	{"all: the inner range", RULE(ALL(REGEX("x(?<A>\\w+)x"), REGEX("b"))), "xabbx b", "r 2-3 $1=ab" "b $A=abb; r 3-4 $1=abb $A=abb"},
	{"all: whichever is inside", RULE(ALL(REGEX("b"), REGEX("x\\w+x"))), "xabx b", "r 2-3"},
	{"all: equal ranges are one", RULE(ALL(REGEX("ab"), REGEX("a."))), "ab", "r 0-2"},
	{"all: overlapping is not inside", RULE(ALL(REGEX("ab"), REGEX("bc"))), "abc", ""},
	{"all: three", RULE(ALL(REGEX("\\w+"), REGEX("abc"), REGEX("b"))), "abc xbx", "r 1-2"},
	{"all: one that never matches", RULE(ALL(REGEX("a"), REGEX("z"), REGEX("a"))), "a", ""},
	{"any", RULE(ANY(REGEX("a"), REGEX("c"))), "abc", "r 0-1; r 2-3"},
	{"any: the same range twice", RULE(ANY(REGEX("a"), REGEX("[ab]"))), "ab", "r 0-1; r 1-2"},
	{"any in all", RULE(ALL(REGEX("f\\(.*\\)"), ANY(REGEX("a"), REGEX("b")))), "a f(b)", "r 4-5"},
	{"all in any", RULE(ANY(ALL(REGEX("ab"), REGEX("z")), ALL(REGEX("ab"), REGEX("b")))), "ab", "r 1-2"},
	{"all in all", RULE(ALL(ALL(REGEX("a.*d"), REGEX("b.*d")), REGEX("c"))), "abcd c", "r 2-3"},

	{"names agree", RULE(ALL(REGEX("(?<X>\\w)=\\w;"), REGEX("(?<X>\\w)="))), "a=b;", "r 0-2 $1=a $X=a"},
	{"names do not agree", RULE(ALL(REGEX("(?<X>\\w)=\\w;"), REGEX("=(?<X>\\w)"))), "a=b;", ""},
	{"numbers never clash; the later one stays", RULE(ALL(REGEX("(\\w)=\\w;"), REGEX("=(\\w)"))), "a=b;", "r 1-3 $1=b"},
	{"other names are taken over", RULE(ALL(REGEX("(?:(?<X>\\w)=)\\w;"), REGEX("=(?<Y>\\w)"))), "a=b;", "r 1-3 $1=b $Y=b $X=a"},

	{"not: overlaps", RULE(ALL(REGEX("foo"), NOT_REGEX("foo-"))), "foo foo-", "r 0-3"},
	{"not: overlaps at the start", RULE(ALL(REGEX("foo"), NOT_REGEX("-foo"))), "foo -foo", "r 0-3"},
	{"not: overlaps in part", RULE(ALL(REGEX("abc"), NOT_REGEX("cd"))), "abcd abc", "r 5-8"},
	{"not: beside is no overlap", RULE(ALL(REGEX("ab"), NOT_REGEX("cd"))), "abcd", "r 0-2"},
	{"not: within", RULE(ALL(REGEX("a\\w+"), NOT_REGEX("x"))), "axb acb", "r 4-7"},
	{"not: empty within", RULE(ALL(REGEX("a b"), NOT_REGEX("\\b(?=b)"))), "a b", ""},
	{"not: first in the list", RULE(ALL(NOT_REGEX("x"), REGEX("\\w+"))), "ax ab", "r 3-5"},
	{"not: two", RULE(ALL(REGEX("\\w+"), NOT_REGEX("x"), NOT_REGEX("y"))), "ax ay az", "r 6-8"},

	{"condition: left-anchored", RULE({NODES(OP_ALL, REGEX("f\\((\\w+)\\)")), WITH(COND(CONDITION_REGEX, "$1", "b"))}), "f(ab) f(ba)", "r 6-11 $1=ba"},
	{"condition: $ is the value's end", RULE({NODES(OP_ALL, REGEX("f\\((\\w+)\\)")), WITH(COND(CONDITION_REGEX, "$1", "a$"))}), "f(ab) f(a)", "r 6-10 $1=a"},
	{"condition: group not set", RULE({NODES(OP_ALL, REGEX("f(\\d)?")), WITH(COND(CONDITION_REGEX, "$1", ""))}), "f f1", "r 2-4 $1=1"},
	{"condition: comparison", RULE({NODES(OP_ALL, REGEX("n=(\\w+)")), WITH(COND(CONDITION_COMPARISON, "$1", "$1 < 2048"))}), "n=1024 n=4096 n=x", "r 0-6 $1=1024"},
	{"condition: entropy", RULE({NODES(OP_ALL, REGEX("k=(\\w+)")), WITH({.op = CONDITION_ENTROPY, .metavariable = S("$1"), .number = 2})}), "k=aaaa k=abcd k=abca", "r 7-13 $1=abcd"},
	{"condition: words", RULE({NODES(OP_ALL, REGEX("k=(\\w+)")), WITH({.op = CONDITION_WORDS, .metavariable = S("$1"), .words = LIST(S("example"), S("dummy")), .nwords = 2})}), "k=MyEXAMPLE1 k=other", "r 0-12 $1=MyEXAMPLE1"},
	{"condition: no words", RULE({NODES(OP_ALL, REGEX("k=(\\w+)")), WITH({.op = CONDITION_WORDS, .metavariable = S("$1"), .words = LIST(S("example"), S("dummy")), .nwords = 2, .negated = true})}), "k=MyEXAMPLE1 k=other", "r 13-20 $1=other"},
	{"condition: on one of several equal ranges", RULE({NODES(OP_ALL, ANY(REGEX("(?<X>a)b"), REGEX("a(?<X>b)"))), WITH(COND(CONDITION_REGEX, "$X", "b"))}), "ab", "r 0-2 $1=b $X=b"},
	{"condition: two", RULE({NODES(OP_ALL, REGEX("(\\w)(\\w)")), WITH(COND(CONDITION_REGEX, "$1", "a"), COND(CONDITION_REGEX, "$2", "b"))}), "aa ab bb", "r 3-5 $1=a $2=b"},

	{"focus", RULE({NODES(OP_ALL, REGEX("k=(?<V>\\w+);")), FOCUS(S("$V"))}), "k=abc;", "r 2-5 $1=abc $V=abc"},
	{"focus: each of several", RULE({NODES(OP_ALL, REGEX("(a)b(c)")), FOCUS(S("$1"), S("$2"))}), "abc", "r 0-1 $1=a $2=c; r 2-3 $1=a $2=c"},
	{"focus: not set", RULE({NODES(OP_ALL, REGEX("(a)|(b)")), FOCUS(S("$1"))}), "b", ""},
	{"focus: after the conditions", RULE({NODES(OP_ALL, REGEX("(a)=(b)")), WITH(COND(CONDITION_REGEX, "$1", "a")), FOCUS(S("$2"))}), "a=b", "r 2-3 $1=a $2=b"},
	{"focus: within another all", RULE(ALL({NODES(OP_ALL, REGEX("f(a+)")), FOCUS(S("$1"))}, REGEX("a"))), "faa", "r 1-2 $1=aa; r 2-3 $1=aa"},
};
/* clang-format on */

static void
test_row(void **state)
{
	const struct row *row = *state;
	struct fixture f;

	fixture_begin(&f, &row->rule, 1);
	fixture_scan(&f, slice_str(row->text), NULL);
	assert_string_equal(fixture_show(&f), row->shown);
	fixture_end(&f);
}

static const struct rule span_rule =
	RULE(ALL({NODES(OP_ALL, REGEX("x\\w+x"), REGEX("ab(c)")), FOCUS(S("$1"))}, REGEX("\\w+-")));

/* The span covers all operands, whatever the reported range is narrowed to. */
static void
test_span(void **state)
{
	struct fixture f;

	(void)state;
	fixture_begin(&f, &span_rule, 1);
	fixture_scan(&f, slice_str("  zxabcx-"), NULL);
	assert_int_equal(f.list.n, 1);
	assert_int_equal(f.list.items[0].start, 6);
	assert_int_equal(f.list.items[0].end, 7);
	assert_int_equal(f.list.items[0].span_start, 2);
	assert_int_equal(f.list.items[0].span_end, 9);
	fixture_end(&f);
}

/* --- comparisons; $A is 5, $B 2.5, $S foo, $Q "12", $O 0755, $H 0x1F, $L 10UL, $U 1_000, $T true, $F False,
 * $W "true" --- */

static const struct binding bindings[] = {
	{S("$A"), S("5")},    {S("$B"), S("2.5")},   {S("$S"), S("foo")},      {S("$Q"), S("\"12\"")},
	{S("$O"), S("0755")}, {S("$H"), S("0x1F")},  {S("$L"), S("10UL")},     {S("$U"), S("1_000")},
	{S("$N"), S("-3")},   {S("$E"), S("")},      {S("$V"), S("a + 1")},    {S("$M"), S("750")},
	{S("$T"), S("true")}, {S("$F"), S("False")}, {S("$W"), S("\"true\"")}, {S("$...R"), S("a b")},
};

struct comparison_row {
	const char *text;
	int holds;
};

/* clang-format off */
static const struct comparison_row comparison_rows[] = {
	{"$A == 5", 1}, {"$A != 5", 0}, {"$A < 6", 1}, {"$A <= 5", 1}, {"$A > 5", 0}, {"$A >= 5", 1},
	{"$A % 2 == 1", 1}, {"$A + 1 == 6", 1}, {"$A - 1 == 4", 1}, {"$A * 2 == 10", 1}, {"$A / 2 == 2", 1},
	{"$A / 2.0 == 2.5", 1}, {"$A // 2 == 2", 1}, {"$N // 2 == -2", 1}, {"$N % 5 == 2", 1}, {"$A ** 2 == 25", 1},
	{"2 ** 3 ** 2 == 512", 1}, {"-2 ** 2 == -4", 1}, {"2 ** -1 == 0.5", 1}, {"- -$A == 5", 1}, {"+$A == 5", 1},
	{"1 + 2 * 3 == 7", 1}, {"(1 + 2) * 3 == 9", 1}, {"10 - 4 - 3 == 3", 1}, {"$B == 2.5", 1}, {"$B * 2 == $A", 1},
	{"$A > 1 and $A < 9", 1}, {"$A > 9 or $A < 6", 1}, {"$A > 9 and $A < 6 or True", 1},
	{"not $A > 9", 1}, {"not $A > 1", 0}, {"not not True", 1}, {"not False and False", 0}, {"True or False and False", 1},
	{"$H == 31", 1}, {"$O == 493", 1}, {"$O == 0o755", 1}, {"$L == 10", 1}, {"$U == 1000", 1}, {"$N < 0", 1}, {"$N == -3", 1},
	{"0x10 == 16", 1}, {"0b11 == 3", 1}, {"1_000 == 1000", 1}, {".5 == 0.5", 1}, {"1e3 == 1000", 1},
	{"$O & 0o022 == 0o022", 0}, {"$O & 0o050 != 0", 1}, {"1 | 2 == 3", 1}, {"5 ^ 1 == 4", 1}, {"~5 == -6", 1}, {"1 << 4 == 16", 1}, {"-5 >> 1 == -3", 1},
	{"str($A) == '5'", 1}, {"str($A) == \"5\"", 1}, {"str($S) == 'foo'", 1}, {"$S == 'foo'", 1}, {"$S != 'foo'", 0}, {"str($Q) == '12'", 1},
	{"int($Q) == 12", 1}, {"int($B) == 2", 1}, {"int('0x10') == 16", 1}, {"int($A) % 2 == 1", 1}, {"int(str($A)) == 5", 1},
	{"$A in [1, 5]", 1}, {"$A in [1, 2]", 0}, {"$A not in [1, 2]", 1}, {"$A in []", 0}, {"$A in [5,]", 1}, {"$S in ['foo', 'bar']", 1},
	{"str($A) in ['5']", 1}, {"'oo' in $S", 1}, {"'x' in $S", 0}, {"'x' not in $S", 1}, {"$A + 1 in [2 * 3]", 1},
	{"str($V) == 'a + 1'", 1}, {"$...R == 'a b'", 1}, {"str($...R) in ['a']", 0},
	{"$T == True", 1}, {"$F == False", 1}, {"$F == True", 0}, {"$W == True", 0}, {"$T == 'true'", 1}, {"$W == 'true'", 1}, {"$T", 1}, {"not $F", 1},
	/* what has no value does not hold, not even negated */
	{"$S > 3", 0}, {"not $S > 3", 0}, {"$S > 3 or True", 0}, {"int($S) == 0", 0}, {"$E > 0", 0}, {"$X == 5", 0}, {"not $X == 5", 0},
	{"$A == 'x'", 0}, {"$A != 'x'", 1}, {"1 / 0 == 1", 0}, {"1 % 0 == 0", 0}, {"$A", 0}, {"5", 0}, {"'x'", 0}, {"True", 1},
	{"$V > 0", 0}, {"10 ** 400 > 1", 0}, {"$A and True", 0}, {"str(1 + 1) == '2'", 0}, {"1 << 70 > 1", 0}, {"$B & 1 == 0", 0},
	{"$A in 5", 0}, {"[1] == [1]", 0},
	/* mistakes */
	{"", -1}, {"$A ==", -1}, {"== 5", -1}, {"$A 5", -1}, {"(1", -1}, {"1)", -1}, {"[1", -1}, {"1]", -1}, {"[1 + ]", -1}, {"()", -1},
	{"1 < 2 < 3", -1}, {"1 == 2 in [3]", -1}, {"$ == 1", -1}, {"'x == 1", -1}, {"'\\n' == 1", -1}, {"foo == 1", -1}, {"int 5", -1}, {"int()", -1},
	{"1, 2", -1}, {"(1, 2)", -1}, {"[,]", -1}, {"1.2.3 == 1", -1}, {"08x == 1", -1}, {"not", -1}, {"$A not 5", -1}, {"$A is 5", -1}, {"$A = 5", -1},
	{"re.match('x')", -1}, {"re.match($A, 'x')", -1}, {"re.match('(', $A)", -1}, {"re.match('x', $A, 1)", -1}, {"re.search('x', $A)", -1},
	{"$... == 1", -1}, {"[1)", -1}, {"(1]", -1}, {"int(1]", -1}, {"1 +", -1}, {"-", -1}, {"\xff", -1},
};
/* clang-format on */

static void
test_comparison(void **state)
{
	const struct comparison_row *row = *state;
	struct comparison comparison = {slice_str(row->text), bindings, COUNT(bindings),
					slice_str(""),        0,        false};
	const char *problem = NULL;
	size_t offset = 999;
	int holds = comparison_holds(&comparison, &problem, &offset);

	assert_int_equal(holds, row->holds);
	if (holds < 0) {
		assert_non_null(problem);
		assert_true(offset <= strlen(row->text));
	}
}

static void
test_base_and_strip(void **state)
{
	struct comparison c = {slice_str("$M == 488"), bindings, COUNT(bindings), slice_str("$M"), 8, false};
	const char *problem;
	size_t offset;

	(void)state;
	assert_int_equal(comparison_holds(&c, &problem, &offset), 1);
	c.metavariable = slice_str("$A");
	assert_int_equal(comparison_holds(&c, &problem, &offset), 0);
	c = (struct comparison){slice_str("$Q > 3"), bindings, COUNT(bindings), slice_str("$Q"), 0, false};
	assert_int_equal(comparison_holds(&c, &problem, &offset), 0);
	c.strip = true;
	assert_int_equal(comparison_holds(&c, &problem, &offset), 1);
}

/* Longer and deeper than there is room for: an error, not a crash. */
static void
test_bounded(void **state)
{
	static const char *const units[] = {"(", "[", "not ", "-", "1+(", "[1,", "1,", "int("};
	const char *problem;
	size_t offset;

	(void)state;
	for (size_t u = 0; u < COUNT(units); u++) {
		struct buf text = BUF_INIT(65536);
		for (int i = 0; i < 500; i++)
			buf_add_str(&text, units[u]);
		struct comparison c = {.text = buf_slice(&text)};
		assert_int_equal(comparison_holds(&c, &problem, &offset), -1);
		buf_release(&text);
	}
}

static void
test_entropy(void **state)
{
	char bytes[256];

	(void)state;
	for (size_t i = 0; i < sizeof(bytes); i++)
		bytes[i] = (char)(unsigned char)i;
	assert_true(entropy_of(slice_str("")) == 0);
	assert_true(entropy_of(slice_str("aaaa")) == 0);
	assert_true(entropy_of(slice_str("abab")) == 1);
	assert_true(entropy_of(slice_of(bytes, sizeof(bytes))) == 8);
}

/* --- mistakes of rules --- */

struct check_row {
	const char *name;
	struct rule rule;
	const char *message; /* "": none */
};

/* clang-format off */
static const struct check_row check_rows[] = {
	{"fine", RULE({NODES(OP_ALL, REGEX("(?<A>a)(b)")), WITH(COND(CONDITION_REGEX, "$A", "a"), COND(CONDITION_COMPARISON, "$2", "$2 > $A")), FOCUS(S("$1"))}), ""},
	{"a bound one deeper", RULE({NODES(OP_ALL, ANY(REGEX("(?<A>a)"), ALL(REGEX("(?<B>a)")))), FOCUS(S("$A"), S("$B"))}), ""},
	{"does not compile", RULE(REGEX("a(")), "f.yaml:2:3: regular expression: missing closing parenthesis at offset 2"},
	{"in pattern-not-regex", RULE(ALL(REGEX("a"), NOT_REGEX("["))), "f.yaml:2:3: regular expression: missing terminating ] for character class at offset 1"},
	{"in a condition", RULE({NODES(OP_ALL, REGEX("(a)")), WITH(COND(CONDITION_REGEX, "$1", "*"))}), "f.yaml:4:5: regular expression: quantifier does not follow a repeatable item at offset 0"},
	{"UTF", RULE(REGEX("(*UTF)a")), "f.yaml:2:3: regular expression: settings such as (*UTF) are not allowed"},
	{"NO_JIT", RULE(REGEX("(*NO_JIT)a")), "f.yaml:2:3: regular expression: settings such as (*UTF) are not allowed"},
	{"LIMIT_MATCH", RULE(REGEX("(*LIMIT_MATCH=1)a")), "f.yaml:2:3: regular expression: settings such as (*UTF) are not allowed"},
	{"newline setting", RULE(REGEX("(*CRLF)a")), "f.yaml:2:3: regular expression: settings such as (*UTF) are not allowed"},
	{"verbs are no settings", RULE(REGEX("(*COMMIT)a(*SKIP)(*F)|b")), ""},
	{"callout", RULE(REGEX("a(?C1)b")), "f.yaml:2:3: regular expression: callouts (?C) are not allowed"},
	{"no callout in a class", RULE(REGEX("a[(?C1)]b\\(?C")), ""},
	{"no callout quoted", RULE(REGEX("a\\Q(?C1)\\E")), ""},
	{"\\C", RULE(REGEX("a\\C")), "f.yaml:2:3: regular expression: using \\C is disabled by the application at offset 3"},
	{"unknown metavariable", RULE({NODES(OP_ALL, REGEX("(a)")), WITH(COND(CONDITION_REGEX, "$2", "a"))}), "f.yaml:4:5: no group of a pattern-regex binds the metavariable '$2'"},
	{"bound by a negative only", RULE({NODES(OP_ALL, REGEX("a"), NOT_REGEX("(?<A>a)")), WITH(COND(CONDITION_REGEX, "$A", "a"))}), "f.yaml:4:5: no group of a pattern-regex binds the metavariable '$A'"},
	{"bound outside", RULE(ALL(REGEX("(?<A>a)"), {NODES(OP_ALL, REGEX("a")), WITH(COND(CONDITION_REGEX, "$A", "a"))})), "f.yaml:4:5: no group of a pattern-regex binds the metavariable '$A'"},
	{"unknown in a comparison", RULE({NODES(OP_ALL, REGEX("(a)")), WITH(COND(CONDITION_COMPARISON, "$1", "$1 > $B"))}), "f.yaml:4:5: no group of a pattern-regex binds the metavariable '$B'"},
	{"a dollar in a string", RULE({NODES(OP_ALL, REGEX("(a)")), WITH(COND(CONDITION_COMPARISON, "", "str($1) == '$B'"))}), ""},
	{"unknown focus", RULE({NODES(OP_ALL, REGEX("(a)")), FOCUS(S("$N"))}), "f.yaml:2:3: no group of a pattern-regex binds the metavariable '$N'"},
	{"a comparison that is none", RULE({NODES(OP_ALL, REGEX("(a)")), WITH(COND(CONDITION_COMPARISON, "$1", "$1 >"))}), "f.yaml:4:5: comparison: a value is missing at offset 4"},
	{"nothing positive", RULE(ALL(NOT_REGEX("a"))), "f.yaml:2:3: no operand here that matches, only ones that filter"},
	{"not in any", RULE(ANY(REGEX("a"), NOT_REGEX("a"))), "f.yaml:2:3: an operator that takes matches away is only possible in patterns"},
	{"not alone", RULE(NOT_REGEX("a")), "f.yaml:2:3: an operator that takes matches away is only possible in patterns"},
	{"syntax", RULE({.op = OP_PATTERN, .text = S("f(...)"), .at = {2, 3}}), ""},
	{"metavariable-pattern", RULE({NODES(OP_ALL, REGEX("(a)")), WITH(COND(CONDITION_PATTERN, "$1", ""))}), "f.yaml:4:5: metavariable-pattern has no formula"},
};
/* clang-format on */

static void
test_check(void **state)
{
	const struct check_row *row = *state;
	struct err err = ERR_INIT;
	int rc = matcher_check_rule(&row->rule, &err);

	assert_string_equal(err.msg, row->message);
	assert_int_equal(rc, *row->message ? -1 : 0);
	assert_int_equal(err.code, *row->message ? ERR_RULE : ERR_NONE);
}

static void
test_check_bounds(void **state)
{
	static struct formula deep[LIMIT_YAML_DEPTH + 2];
	static char pattern[LIMIT_REGEX_BYTES + 1];
	struct rule rule = {.file = S("f.yaml"),
			    .formula = {.op = OP_REGEX, .text = {pattern, sizeof(pattern)}}};
	struct err err = ERR_INIT;

	(void)state;
	memset(pattern, 'a', sizeof(pattern));
	assert_int_equal(matcher_check_rule(&rule, &err), -1);
	assert_string_equal(err.msg, "f.yaml:0:0: regular expression is longer than 16384 bytes");
	for (size_t i = 0; i + 1 < COUNT(deep); i++)
		deep[i] = (struct formula){.op = OP_ALL, .children = &deep[i + 1], .nchildren = 1};
	deep[COUNT(deep) - 1] = (struct formula){.op = OP_REGEX, .text = slice_str("a")};
	rule.formula = deep[0];
	err = (struct err)ERR_INIT;
	assert_int_equal(matcher_check_rule(&rule, &err), -1);
	assert_string_equal(err.msg, "f.yaml:0:0: the formula is nested too deeply");
}

/* --- all of them --- */

int
main(void)
{
	struct CMUnitTest tests[COUNT(rows) + COUNT(comparison_rows) + COUNT(check_rows) + 5];
	size_t n = 0;

	for (size_t i = 0; i < COUNT(rows); i++)
		tests[n++] =
			(struct CMUnitTest){rows[i].name, test_row, NULL, NULL, (void *)(uintptr_t)&rows[i]};
	for (size_t i = 0; i < COUNT(comparison_rows); i++)
		tests[n++] = (struct CMUnitTest){comparison_rows[i].text, test_comparison, NULL, NULL,
						 (void *)(uintptr_t)&comparison_rows[i]};
	for (size_t i = 0; i < COUNT(check_rows); i++)
		tests[n++] = (struct CMUnitTest){check_rows[i].name, test_check, NULL, NULL,
						 (void *)(uintptr_t)&check_rows[i]};
	tests[n++] = (struct CMUnitTest)cmocka_unit_test(test_span);
	tests[n++] = (struct CMUnitTest)cmocka_unit_test(test_base_and_strip);
	tests[n++] = (struct CMUnitTest)cmocka_unit_test(test_bounded);
	tests[n++] = (struct CMUnitTest)cmocka_unit_test(test_entropy);
	tests[n++] = (struct CMUnitTest)cmocka_unit_test(test_check_bounds);
	assert_int_equal(n, COUNT(tests));
	return cmocka_run_group_tests_name("formula", tests, NULL, NULL);
}
