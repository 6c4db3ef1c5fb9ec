/*
 * The expected side of each row is what `git config --list` printed for the
 * same text, with "<line>: " before each variable, or the message of a refusal.
 */
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/buf.h"
#include "base/limits.h"
#include "policy/gitconfig.h"

struct row {
	const char *name, *text, *expected;
};

/* clang-format off */
static const struct row rows[] = {
	{"nothing", "", ""},
	{"comments and blank lines", "# a\n; b\n\n\t\n[s]\n# c\n", ""},
	{"section and variable lower-cased", "[Sluice]\nFailOn = Warn\n", "2: sluice.failon=Warn\n"},
	{"subsection as written", "[sluice \"Rule.Py-X\"]\n\tAction=off\n", "2: sluice.Rule.Py-X.action=off\n"},
	{"old form of subsection", "[Sluice.Rule.X]\naction=off\n", "2: sluice.rule.x.action=off\n"},
	{"no value is true", "[s]\na\nb\n", "2: s.a=true\n3: s.b=true\n"},
	{"no value at the end", "[s]\na", "2: s.a=true\n"},
	{"empty value", "[s]\na =\nb = \"\"\n", "2: s.a=\n3: s.b=\n"},
	{"variable behind its section", "[s] a = 1\n", "1: s.a=1\n"},
	{"two sections on a line", "[s] [t] a = 1\n", "1: t.a=1\n"},
	{"comment behind a value", "[s]\na = 1 # x\nb = 2;y\n", "2: s.a=1\n3: s.b=2\n"},
	{"comment behind a section", "[s] # x\na = 1\n", "2: s.a=1\n"},
	{"quotes keep comment signs and blanks", "[s]\na = \" x # y ; \"\n", "2: s.a= x # y ; \n"},
	{"quotes within a value", "[s]\na = b\"c d\"e f \n", "2: s.a=bc de f\n"},
	{"blanks inside a value stay", "[s]\na =  x  y  \n", "2: s.a=x  y\n"},
	{"escapes", "[s]\na = \\t|\\n|\\b|\\\\|\\\"\n", "2: s.a=\t|\n|\b|\\|\"\n"},
	{"continued line", "[s]\na = x\\\ny\nb = 1\n", "2: s.a=xy\n4: s.b=1\n"},
	{"continued within quotes", "[s]\na = \"x\\\n  y\"\n", "2: s.a=x  y\n"},
	{"continued at the end", "[s]\na = x\\", "2: s.a=x\n"},
	{"CRLF", "[s]\r\na = x\r\nb\r\n", "2: s.a=x\n3: s.b=true\n"},
	{"byte order mark", "\xef\xbb\xbf[s]\na = x\n", "2: s.a=x\n"},
	{"escapes in a subsection", "[s \"a\\\\b\\\"c\\d]\"]\nx = 1\n", "2: s.a\\b\"cd].x=1\n"},
	{"dots and slashes in a subsection", "[s \"path.a/b.c/\"]\nx = 1\n", "2: s.path.a/b.c/.x=1\n"},
	{"empty subsection", "[s \"\"]\nx = 1\n", "2: s..x=1\n"},
	{"digits and dashes in names", "[s-1]\na-2b = 1\n", "2: s-1.a-2b=1\n"},
	{"one name several times", "[s]\na = 1\na = 2\n[s]\na = 3\n", "2: s.a=1\n3: s.a=2\n5: s.a=3\n"},
	{"any bytes in a value", "[s]\na = \xff\xfe\x01\n", "2: s.a=\xff\xfe\x01\n"},

	{"refused: no section", "a = 1\n", "f:1: a variable stands before the first [section]"},
	{"refused: section not closed", "[s\na = 1\n", "f:1: a section name holds letters, digits, '-' and '.'"},
	{"refused: empty section", "\n[]\n", "f:2: expected a section name after '['"},
	{"refused: bare subsection", "[s t]\n", "f:1: expected a quoted subsection or ']'"},
	{"refused: subsection not closed", "[s \"t\n\"]\n", "f:1: the quoted subsection is not closed on its line"},
	{"refused: escaped end of line in a subsection", "[s \"t\\\n\"]\n", "f:1: the quoted subsection is not closed on its line"},
	{"refused: text behind a subsection", "[s \"t\" ]\n", "f:1: expected ']' after the subsection"},
	{"refused: name with underscore", "[s]\na_b = 1\n", "f:2: expected 'name = value'"},
	{"refused: name begins with a digit", "[s]\n1a = 1\n", "f:2: expected [section], 'name = value' or a comment"},
	{"refused: comment behind a name", "[s]\na # x\n", "f:2: expected 'name = value'"},
	{"refused: quote not closed", "[s]\n\na = \"x\nb = 1\n", "f:3: a quoted value is not closed on its line"},
	{"refused: quote open at the end", "[s]\na = \"x", "f:2: a quoted value is not closed on its line"},
	{"refused: unknown escape", "[s]\na = C:\\dir\n", "f:2: unknown escape in a value; a backslash is written \\\\"},
	{"refused: escaped blank", "[s]\na = x\\ y\n", "f:2: unknown escape in a value; a backslash is written \\\\"},
	{"refused: include", "[include]\npath = /etc/x\n", "f:2: include and includeIf are not allowed here"},
	{"refused: conditional include", "[includeIf \"gitdir:/x\"]\npath = y\n", "f:2: include and includeIf are not allowed here"},
};
/* clang-format on */

static int
print(void *ctx, const char *name, const char *value, uint32_t line, struct err *err)
{
	(void)err;
	buf_addf(ctx, "%u: %s=%s\n", line, name, value);
	return 0;
}

static void
test_row(void **state)
{
	const struct row *row = *state;
	struct buf out = BUF_INIT(65536);
	struct err err = ERR_INIT;
	/* A copy of exact size, so that a sanitizer sees a read past the end. */
	size_t len = strlen(row->text);
	char *copy = malloc(len + (len == 0));
	assert_non_null(copy);
	memcpy(copy, row->text, len);

	buf_add_str(&out, "");
	if (gitconfig_parse("f", slice_of(copy, len), print, &out, &err) < 0) {
		assert_int_equal(err.code, ERR_CONFIG);
		assert_string_equal(err.msg, row->expected);
	} else {
		assert_string_equal(out.ptr, row->expected);
	}
	buf_release(&out);
	free(copy);
}

static void
expect_error(struct slice text, enum err_code code, const char *message)
{
	struct buf out = BUF_INIT(1u << 24);
	struct err err = ERR_INIT;

	assert_int_equal(gitconfig_parse("f", text, print, &out, &err), -1);
	assert_int_equal(err.code, code);
	assert_string_equal(err.msg, message);
	buf_release(&out);
}

static void
test_nul(void **state)
{
	(void)state;
	expect_error(slice_of("[s]\na = x\0y\n", 12), ERR_CONFIG, "f:2: NUL byte in a value");
	expect_error(slice_of("[s \"a\0b\"]\nx = 1\n", 16), ERR_CONFIG, "f:2: NUL byte in a subsection");
	expect_error(slice_of("[s]\n\0", 5), ERR_CONFIG,
		     "f:2: expected [section], 'name = value' or a comment");
}

static void
test_limits(void **state)
{
	struct buf text = BUF_INIT(SIZE_MAX / 2);

	(void)state;
	buf_add_str(&text, "[s \"");
	while (text.len < LIMIT_CONFIG_NAME_BYTES + 10)
		buf_add_char(&text, 'x');
	buf_add_str(&text, "\"]\na = 1\n");
	expect_error(buf_slice(&text), ERR_LIMIT, "f:2: a variable's name has more than 8192 bytes");
	buf_clear(&text);
	while (text.len <= LIMIT_CONFIG_BYTES)
		buf_add_str(&text, "# comment\n");
	expect_error(buf_slice(&text), ERR_LIMIT, "f has more than 1048576 bytes");
	buf_release(&text);
}

static int
refuse_second(void *ctx, const char *name, const char *value, uint32_t line, struct err *err)
{
	(void)name, (void)value, (void)line;
	return ++*(int *)ctx == 2 ? err_set(err, ERR_USAGE, "second") : 0;
}

static void
test_visit_stops(void **state)
{
	struct err err = ERR_INIT;
	int seen = 0;

	(void)state;
	assert_int_equal(gitconfig_parse("f", slice_str("[s]\na\nb\nc\n"), refuse_second, &seen, &err), -1);
	assert_int_equal(seen, 2);
	assert_string_equal(err.msg, "second");
}

#define ROWS (sizeof(rows) / sizeof(*rows))

int
main(void)
{
	static const struct CMUnitTest singles[] = {
		cmocka_unit_test(test_nul),
		cmocka_unit_test(test_limits),
		cmocka_unit_test(test_visit_stops),
	};
	struct CMUnitTest tests[ROWS + sizeof(singles) / sizeof(*singles)];

	for (size_t i = 0; i < ROWS; i++)
		tests[i] =
			(struct CMUnitTest){rows[i].name, test_row, NULL, NULL, (void *)(uintptr_t)&rows[i]};
	memcpy(tests + ROWS, singles, sizeof(singles));
	return cmocka_run_group_tests(tests, NULL, NULL);
}
