/*
 * Every case is one comparison (or several, one after the other) written as
 * listings, and the findings that come of it. Rules:
 *
 *	eval    added    eval(<name>), not below vendor/
 *	pair    added    open(<name>) with run below it: two lines
 *	token   added    every commit; a secret
 *	below   added    a secret below its name: two lines
 *	login   removed  @login_required
 *	check   removed  check_access()
 *	leave   removed  abort(403)
 */
#include "finding_fixture.h"

static const struct slice vendor[] = {SLICE_LITERAL("vendor/")};
static const struct slice first_group[] = {SLICE_LITERAL("$1")};

#define RULE(name, regex, side)                                                                              \
	.id = SLICE_LITERAL(name), .message = SLICE_LITERAL(name), .languages = LANGUAGE_ANY,                \
	.area = AREA_INPUT_VALIDATION, .on = (side),                                                         \
	.formula = {.op = OP_REGEX, .text = SLICE_LITERAL(regex)}

static const struct rule eval_rule = {
	RULE("eval", "eval\\([a-z]*\\)", DIFF_ADDED),
	.exclude = vendor,
	.nexclude = 1,
};
static const struct rule pair_rule = {
	RULE("pair", "open\\([a-z]*\\)\\n\\s*run", DIFF_ADDED),
	.window = WINDOW_LINES,
	.window_lines = 1,
};
static const struct formula token_regex = {.op = OP_REGEX, .text = SLICE_LITERAL("token = (T0K[0-9]+)")};
static const struct rule token_rule = {
	.id = SLICE_LITERAL("token"),
	.message = SLICE_LITERAL("token"),
	.languages = LANGUAGE_ANY,
	.area = AREA_SECRETS,
	.commits = COMMITS_EVERY,
	.formula =
		{.op = OP_ALL, .children = &token_regex, .nchildren = 1, .focus = first_group, .nfocus = 1},
};
static const struct rule below_rule = {
	.id = SLICE_LITERAL("below"),
	.message = SLICE_LITERAL("below"),
	.languages = LANGUAGE_ANY,
	.area = AREA_SECRETS,
	.window = WINDOW_LINES,
	.window_lines = 1,
	.formula = {.op = OP_REGEX, .text = SLICE_LITERAL("name =\\n\\s*T0K[0-9]+")},
};
static const struct rule login_rule = {RULE("login", "@login_required", DIFF_REMOVED)};
static const struct rule check_rule = {RULE("check", "check_access\\(\\)", DIFF_REMOVED)};
static const struct rule leave_rule = {RULE("leave", "abort\\(403\\)", DIFF_REMOVED)};

static const struct rule *const rules[] = {
	&eval_rule, &pair_rule, &token_rule, &below_rule, &login_rule, &check_rule, &leave_rule,
};

/* --- one comparison --- */

#define FILES 3

struct file_row {
	const char *old_path, *new_path, *listing;
};

struct row {
	const char *name;
	struct file_row files[FILES];
	const char *expected;
};

/* clang-format off */
static const struct row rows[] = {
	{"introduced: an added line", {{"a.py", "a.py",
		" x\n"
		"+eval(y)\n"}},
		"introduced a.py:2 eval\n"},
	{"introduced: a new file", {{"", "a.py",
		"+x\n"
		"+eval(y)\n"}},
		"introduced a.py:2 eval\n"},
	{"D1: two identical lines are two findings", {{"a.py", "a.py",
		"+eval(y)\n"
		" x\n"
		"+eval(y)\n"}},
		"introduced a.py:1 eval\n"
		"introduced a.py:3 eval\n"},
	{"D1: a copy above the old line is the new one", {{"a.py", "a.py",
		"+eval(y)\n"
		" x\n"
		" eval(y)\n"}},
		"introduced a.py:1 eval\n"},
	{"D1: one removed line excuses one of two copies", {{"a.py", "a.py",
		"-eval(y)\n"
		"+    eval(y)\n"
		" x\n"
		"+    eval(y)\n"}},
		"moved a.py:1 eval old=1\n"
		"introduced a.py:3 eval\n"},
	{"D1: a file's own removed line excuses its own copy first", {
		{"a.py", "a.py", "+eval(y)\n"},
		{"b.py", "b.py", "-eval(y)\n+  eval(y)\n"}},
		"introduced a.py:1 eval\n"
		"moved b.py:1 eval old=1\n"},
	{"D6: the second line of a match re-indented is no new finding", {{"a.py", "a.py",
		" open(x)\n"
		"-run it\n"
		"+    run it\n"}},
		"moved a.py:1 pair old=2\n"},
	{"D6: two moved lines in another file", {
		{"a.py", "a.py", "-open(x)\n-run it\n"},
		{"b.py", "b.py", "+open(x)\n+    run it\n"}},
		"moved b.py:1 pair old=1 from=a.py\n"},
	{"D6: half of a match moved in from another file is new", {
		{"a.py", "a.py", "-run it\n"},
		{"b.py", "b.py", " open(x)\n+run it\n"}},
		"introduced b.py:1 pair\n"},
	{"D6: one of two lines moved is new", {
		{"a.py", "a.py", "-open(x)\n"},
		{"b.py", "b.py", "+open(x)\n+run it\n"}},
		"introduced b.py:1 pair\n"},
	{"D6: a secret moved to below another file's name for it is the same", {
		{"a.py", "a.py", " name =\n-T0K1\n"},
		{"b.py", "b.py", " name =\n+  T0K1\n"}},
		"moved b.py:1 below old=2 from=a.py\n"},
	{"D6: a match that is new takes no removed line from one that moved", {
		{"a.py", "a.py", "-open(x)\n-run it\n"},
		{"b.py", "b.py", "+open(x)\n+run so\n"},
		{"c.py", "c.py", "+open(x)\n+run it\n"}},
		"introduced b.py:1 pair\n"
		"moved c.py:1 pair old=1 from=a.py\n"},
	{"D7: another argument is a new defect", {{"a.py", "a.py",
		"-eval(one)\n"
		"+eval(two)\n"}},
		"introduced a.py:1 eval\n"},
	{"touched: the line is edited around the match", {{"a.py", "a.py",
		"-x = eval(y)\n"
		"+x = eval(y) + 1\n"}},
		"touched a.py:1 eval old=1\n"},
	{"touched: only by its own hunk", {{"a.py", "a.py",
		"-x = eval(y)\n"
		" z\n"
		"+x = eval(y) + 1\n"}},
		"introduced a.py:2 eval\n"},
	{"D9, D13: a match that only touches an added line", {{"a.py", "a.py",
		" x\n"
		" open(x)\n"
		"+run it\n"}},
		"introduced a.py:2 pair\n"},
	{"moved: between files, white space aside", {
		{"a.py", "a.py", "-x = eval(y)\n"},
		{"b.py", "b.py", "+\tx  =  eval(y)\n"}},
		"moved b.py:1 eval old=1 from=a.py\n"},
	{"moved: the file that lost it may come later", {
		{"a.py", "a.py", "+x = eval(y)\n"},
		{"b.py", "b.py", "-x = eval(y)\n"}},
		"moved a.py:1 eval old=1 from=b.py\n"},
	{"moved: both matches of one line", {
		{"a.py", "a.py", "-eval(x); eval(y)\n"},
		{"b.py", "b.py", "+eval(x); eval(y)\n"}},
		"moved b.py:1 eval old=1 from=a.py\n"
		"moved b.py:1 eval old=1 from=a.py\n"},
	{"D5: out of a file that the rule does not read it is new", {
		{"vendor/a.py", "vendor/a.py", "-x = eval(y)\n"},
		{"b.py", "b.py", "+x = eval(y)\n"}},
		"introduced b.py:1 eval\n"},
	{"D11: deleting above makes nothing new", {{"a.py", "a.py",
		"-x\n"
		"-y\n"
		" eval(y)\n"}},
		""},
	{"D2: a guard moved to another function is lost", {{"a.py", "a.py",
		"-@login_required\n"
		" def a():\n"
		"     x\n"
		"+@login_required\n"
		" def b():\n"}},
		"removed-guard a.py:1 login old=1\n"},
	{"D2: also when both functions begin alike", {{"a.py", "a.py",
		"-@login_required\n"
		" def get(self):\n"
		"     x\n"
		"+@login_required\n"
		"+def get(self):\n"
		"+    y\n"}},
		"removed-guard a.py:1 login old=1\n"},
	{"D10: a deleted guard", {{"a.py", "a.py",
		" def a():\n"
		"-    check_access()\n"
		"     x\n"}},
		"removed-guard a.py:2 check old=2\n"},
	{"guard: still in the hunk", {{"a.py", "a.py",
		"-@login_required\n"
		"+@login_required(role)\n"
		" def a():\n"}},
		""},
	{"guard: replaced by another rule's guard", {{"a.py", "a.py",
		" x\n"
		"-@login_required\n"
		"+check_access()\n"
		" def a():\n"}},
		"removed-guard a.py:2 login old=2\n"},
	{"guard: replaced by something else", {{"a.py", "a.py",
		" x\n"
		"-@login_required\n"
		"+@cached\n"
		" def a():\n"}},
		"removed-guard a.py:2 login old=2\n"},
	{"guard: moved with what it guards", {
		{"a.py", "a.py", " x\n-@login_required\n-def a():\n+y\n z\n"},
		{"b.py", "b.py", "+@login_required\n+def a():\n w\n"}},
		""},
	{"guard: what it guarded moved without it", {
		{"a.py", "a.py", " x\n-@login_required\n-def a():\n+y\n"},
		{"b.py", "b.py", "+def a():\n"}},
		"removed-guard a.py:2 login old=2\n"},
	{"guard: the decorated line goes too", {{"a.py", "a.py",
		" x\n"
		"-@login_required\n"
		"-@app.route(\n"
		"-    '/a')\n"
		"-def a():\n"
		"-    y\n"}},
		""},
	{"guard: only other decorators go too", {{"a.py", "a.py",
		" x\n"
		"-@login_required\n"
		"-@cached\n"
		" def a():\n"}},
		"removed-guard a.py:2 login old=2\n"},
	{"guard: a deletion that diff slid down", {{"a.py", "a.py",
		" @login_required\n"
		"-def a():\n"
		"-    y\n"
		"-@login_required\n"
		" def b():\n"}},
		""},
	{"guard: one of two equal ones", {{"a.py", "a.py",
		" @login_required\n"
		" def a():\n"
		"-@login_required\n"
		" def b():\n"}},
		"removed-guard a.py:3 login old=3\n"},
	{"guard: the enclosing line goes too", {{"a.py", "a.py",
		"-def a():\n"
		"-    check_access()\n"
		"-    x\n"
		" def b():\n"}},
		""},
	{"guard: a comment does not enclose", {{"a.py", "a.py",
		" def a():\n"
		"-# who may\n"
		"-    check_access()\n"
		"     x\n"}},
		"removed-guard a.py:2 check old=3\n"},
	{"guard: with its condition, the guarded code stays", {{"a.py", "a.py",
		" def a():\n"
		"-    if not allowed():\n"
		"-        abort(403)\n"
		"     x\n"}},
		"removed-guard a.py:2 leave old=3\n"},
	{"guard: with its condition and the function", {{"a.py", "a.py",
		"-def a():\n"
		"-    if not allowed():\n"
		"-        abort(403)\n"
		"-    x\n"}},
		""},
	{"guard: with a block that is not its condition", {{"a.py", "a.py",
		" def a():\n"
		"-    if feature:\n"
		"-        check_access()\n"
		"-        x\n"
		"     y\n"}},
		""},
	{"guard: at the end of the file", {{"a.py", "a.py",
		" def a():\n"
		"-    check_access()\n"}},
		"removed-guard a.py:1 check old=2\n"},
	{"guard: a deleted file", {{"a.py", "",
		"-def a():\n"
		"-    check_access()\n"}},
		""},
	{"guard: emptied, not deleted", {{"a.py", "a.py",
		"-check_access()\n"}},
		"removed-guard a.py:1 check old=1\n"},
	{"order: by path, then line", {
		{"b.py", "b.py", "+eval(x)\n"},
		{"a.py", "a.py", "+eval(x)\n+eval(y)\n"}},
		"introduced a.py:1 eval\n"
		"introduced a.py:2 eval\n"
		"introduced b.py:1 eval\n"},
};
/* clang-format on */

static void
test_row(void **state)
{
	const struct row *row = *state;
	struct court court;

	court_init(&court, rules, sizeof(rules) / sizeof(*rules));
	for (size_t i = 0; i < FILES && row->files[i].listing; i++)
		court_hear(&court, row->files[i].old_path, row->files[i].new_path, row->files[i].listing);
	court_finish(&court);
	court_expect(&court, row->expected);
	court_release(&court);
}

/* --- renames --- */

static void
test_rename(void **state)
{
	struct arena arena = ARENA_INIT;
	struct change change;
	struct court court;

	(void)state;
	court_init(&court, rules, 1);
	listing_change(&change, &arena, "old.py", "new.py", " eval(x)\n+eval(y)\n");
	court_hear_change(&court, &change, true);
	court_finish(&court);
	court_expect(&court, "existing new.py:1 eval from=old.py\n"
			     "introduced new.py:2 eval from=old.py\n");
	court_release(&court);
	arena_release(&arena);
}

/* --- merges: a line that one parent alone lost was not removed by the merge --- */

static void
test_merge(void **state)
{
	struct arena arena = ARENA_INIT;
	struct change change;
	struct court court;

	(void)state;
	court_init(&court, rules, sizeof(rules) / sizeof(*rules));
	listing_change(&change, &arena, "a.py", "a.py", "-x = eval(y)\n+x = eval(y) + 1\n");
	change.removed.n = 0;
	court_hear_change(&court, &change, false);
	court_finish(&court);
	court_expect(&court, "introduced a.py:1 eval\n");
	court_release(&court);
	arena_release(&arena);
}

/* --- one comparison after the other --- */

static void
test_comparisons_are_apart(void **state)
{
	struct court court;

	(void)state;
	court_init(&court, rules, 1);
	court_hear(&court, "a.py", "a.py", "-x = eval(y)\n");
	court_finish(&court);
	court_hear(&court, "b.py", "b.py", "+x = eval(y)\n");
	court_finish(&court);
	court_expect(&court, "introduced b.py:1 eval\n");
	court_release(&court);
}

/* One commit with one file. */
static void
commit(struct court *court, const char *id, const char *path, const char *listing)
{
	court->commit = id;
	court_hear(court, path, path, listing);
	court_finish(court);
}

#define TOKEN "token = T0K12345678"

static void
test_removed_in(void **state)
{
	struct court court;

	(void)state;
	court_init(&court, rules, sizeof(rules) / sizeof(*rules));
	commit(&court, "1", "a.py", "+" TOKEN "\n");
	commit(&court, "2", "a.py", " " TOKEN "\n+x\n");
	court_expect(&court, "introduced a.py:1 token in=1\n");
	commit(&court, "3", "a.py", "-" TOKEN "\n x\n");
	court_expect(&court, "introduced a.py:1 token in=1 gone=3\n");
	commit(&court, "4", "b.py", "-" TOKEN "\n");
	court_expect(&court, "introduced a.py:1 token in=1 gone=3\n");
	court_release(&court);
}

static void
test_back_again(void **state)
{
	struct court court;

	(void)state;
	court_init(&court, rules, sizeof(rules) / sizeof(*rules));
	commit(&court, "1", "a.py", "+" TOKEN "\n");
	commit(&court, "2", "a.py", "-" TOKEN "\n");
	commit(&court, "3", "a.py", "+" TOKEN "\n");
	court_expect(&court, "introduced a.py:1 token in=1\n");
	commit(&court, "4", "a.py", "-" TOKEN "\n");
	court_expect(&court, "introduced a.py:1 token in=1 gone=4\n");
	court_release(&court);
}

static void
test_moved_is_not_removed(void **state)
{
	struct court court;

	(void)state;
	court_init(&court, rules, sizeof(rules) / sizeof(*rules));
	commit(&court, "1", "a.py", "+" TOKEN "\n");
	commit(&court, "2", "a.py", "-" TOKEN "\n+if x:\n+    " TOKEN "\n");
	court_expect(&court, "introduced a.py:1 token in=1\n"
			     "moved a.py:2 token old=1 in=2\n");
	commit(&court, "3", "a.py", "-    " TOKEN "\n");
	court_expect(&court, "introduced a.py:1 token in=1 gone=3\n"
			     "moved a.py:2 token old=1 in=2\n");
	court_release(&court);
}

static void
test_touched_is_not_removed(void **state)
{
	struct court court;

	(void)state;
	court_init(&court, rules, sizeof(rules) / sizeof(*rules));
	commit(&court, "1", "a.py", "+" TOKEN "\n");
	commit(&court, "2", "a.py", "-" TOKEN "\n+my_" TOKEN "\n");
	court_expect(&court, "introduced a.py:1 token in=1\n"
			     "touched a.py:1 token old=1 in=2\n");
	court_release(&court);
}

static void
test_removed_from_one_of_two(void **state)
{
	struct court court;

	(void)state;
	court_init(&court, rules, sizeof(rules) / sizeof(*rules));
	commit(&court, "1", "a.py", "+" TOKEN "\n");
	commit(&court, "2", "b.py", "+" TOKEN "\n");
	commit(&court, "3", "b.py", "-" TOKEN "\n");
	court_expect(&court, "introduced a.py:1 token in=1\n"
			     "introduced b.py:1 token in=2 gone=3\n");
	court_release(&court);
}

static void
test_message_is_never_moved(void **state)
{
	struct arena arena = ARENA_INIT;
	struct change change;
	struct court court;

	(void)state;
	court_init(&court, rules, sizeof(rules) / sizeof(*rules));
	court.commit = "1";
	court_hear(&court, "a.py", "a.py", "-" TOKEN "\n");
	listing_change(&change, &arena, "", "commit-message@111111111111", "+" TOKEN "\n");
	change.kind = CHANGE_COMMIT_MESSAGE;
	court_hear_change(&court, &change, false);
	court_finish(&court);
	commit(&court, "2", "b.py", "-" TOKEN "\n");
	court_expect(&court, "introduced commit-message@111111111111:1 token in=1\n");
	court_release(&court);
	arena_release(&arena);
}

/* Many findings and commits: the tables grow, nothing is mixed up. */
static void
test_many(void **state)
{
	struct buf listing = BUF_INIT(1u << 20);
	struct court court;

	(void)state;
	court_init(&court, rules, sizeof(rules) / sizeof(*rules));
	for (int i = 0; i < 500; i++)
		buf_addf(&listing, "+token = T0K%d\n", 10000 + i);
	commit(&court, "1", "a.py", listing.ptr);
	buf_clear(&listing);
	for (int i = 0; i < 500; i += 2)
		buf_addf(&listing, "-token = T0K%d\n", 10000 + i);
	commit(&court, "2", "a.py", listing.ptr);
	assert_int_equal(court.n, 500);
	for (size_t i = 0; i < court.n; i++) {
		assert_int_equal(court.findings[i].line, i + 1);
		assert_int_equal(court.findings[i].removed_in.len, i % 2 == 0 ? 40 : 0);
	}
	court_release(&court);
	buf_release(&listing);
}

#define ROWS (sizeof(rows) / sizeof(*rows))

int
main(void)
{
	static const struct CMUnitTest singles[] = {
		cmocka_unit_test(test_rename),
		cmocka_unit_test(test_merge),
		cmocka_unit_test(test_comparisons_are_apart),
		cmocka_unit_test(test_removed_in),
		cmocka_unit_test(test_back_again),
		cmocka_unit_test(test_moved_is_not_removed),
		cmocka_unit_test(test_touched_is_not_removed),
		cmocka_unit_test(test_removed_from_one_of_two),
		cmocka_unit_test(test_message_is_never_moved),
		cmocka_unit_test(test_many),
	};
	struct CMUnitTest tests[ROWS + sizeof(singles) / sizeof(*singles)];

	for (size_t i = 0; i < ROWS; i++)
		tests[i] =
			(struct CMUnitTest){rows[i].name, test_row, NULL, NULL, (void *)(uintptr_t)&rows[i]};
	memcpy(tests + ROWS, singles, sizeof(singles));
	return cmocka_run_group_tests(tests, NULL, NULL);
}
