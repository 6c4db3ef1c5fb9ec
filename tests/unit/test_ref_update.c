#include "unit.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/limits.h"
#include "change/source.h"

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

#define A        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
#define B        "00000000000000000000000000000000000000b1"
#define ZERO     "0000000000000000000000000000000000000000"
#define WIDE     A "000000000000000000000000"

struct row {
	const char *name;
	struct slice input;
	const char *expected; /* "<old> <new> <ref>;" for each, or what the message holds */
	enum err_code code;
};

/* clang-format off */
#define ROW(name, input, expected, code) {name, {input, sizeof(input) - 1}, expected, code}
static const struct row rows[] = {
	ROW("one", A " " B " refs/heads/main\n", A " " B " refs/heads/main;", ERR_NONE),
	ROW("no last LF", A " " B " r", A " " B " r;", ERR_NONE),
	ROW("two", A " " B " r\n" B " " ZERO " s\n", A " " B " r;" B " " ZERO " s;", ERR_NONE),
	ROW("64 digits", WIDE " " WIDE " r\n", WIDE " " WIDE " r;", ERR_NONE),
	ROW("capitals", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA " B " r\n", A " " B " r;", ERR_NONE),
	ROW("ref that is no UTF-8", A " " B " refs/\xff\n", A " " B " refs/\xff;", ERR_NONE),
	ROW("nothing", "", "no reference updates", ERR_INPUT),
	ROW("empty line", "\n", "update 1", ERR_INPUT),
	ROW("empty line behind", A " " B " r\n\n", "update 2", ERR_INPUT),
	ROW("no ref", A " " B " \n", "update 1", ERR_INPUT),
	ROW("no ref, no space", A " " B "\n", "update 1", ERR_INPUT),
	ROW("one id", A " refs/heads/main\n", "update 1", ERR_INPUT),
	ROW("two spaces", A "  " B " r\n", "update 1", ERR_INPUT),
	ROW("tab", A "\t" B " r\n", "update 1", ERR_INPUT),
	ROW("space in front", " " A " " B " r\n", "update 1", ERR_INPUT),
	ROW("space in the ref", A " " B " r s\n", "update 1", ERR_INPUT),
	ROW("CR", A " " B " r\r\n", "update 1", ERR_INPUT),
	ROW("NUL", A " " B " r\0s\n", "update 1", ERR_INPUT),
	ROW("39 digits", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa " B " r\n", "update 1", ERR_INPUT),
	ROW("no digit", "gaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa " B " r\n", "update 1", ERR_INPUT),
	ROW("ids of two lengths", A " " WIDE " r\n", "update 1", ERR_INPUT),
	ROW("escapes what it shows", "\x1b[31m\n", "\\x1b[31m", ERR_INPUT),
};
/* clang-format on */

static void
test_row(void **state)
{
	const struct row *row = *state;
	struct arena arena = ARENA_INIT;
	struct buf got = BUF_INIT(4096);
	struct err err = ERR_INIT;
	struct ref_update *updates;
	size_t n;
	int rc = ref_updates_parse(&updates, &n, &arena, row->input, &err);

	assert_int_equal(err.code, row->code);
	assert_int_equal(rc, row->code == ERR_NONE ? 0 : -1);
	if (rc < 0) {
		if (!strstr(err.msg, row->expected))
			fail_msg("'%s' does not hold '%s'", err.msg, row->expected);
	} else {
		for (size_t i = 0; i < n; i++)
			buf_addf(&got, "%s %s %.*s;", updates[i].old_id.hex, updates[i].new_id.hex,
				 (int)updates[i].ref.len, updates[i].ref.ptr);
		assert_slice_equal(buf_slice(&got), row->expected);
	}
	buf_release(&got);
	arena_release(&arena);
}

static void
test_limit(void **state)
{
	struct buf input = BUF_INIT(1u << 24);
	struct arena arena = ARENA_INIT;
	struct err err = ERR_INIT;
	struct ref_update *updates;
	size_t n;

	(void)state;
	for (unsigned i = 0; i < LIMIT_REF_UPDATES; i++)
		buf_addf(&input, A " " B " refs/heads/%u\n", i);
	assert_true(buf_ok(&input));
	assert_int_equal(ref_updates_parse(&updates, &n, &arena, buf_slice(&input), &err), 0);
	assert_int_equal(n, LIMIT_REF_UPDATES);
	buf_add_str(&input, A " " B " r");
	assert_int_equal(ref_updates_parse(&updates, &n, &arena, buf_slice(&input), &err), -1);
	assert_int_equal(err.code, ERR_LIMIT);
	buf_release(&input);
	arena_release(&arena);
}

int
main(void)
{
	struct CMUnitTest tests[COUNT(rows) + 1];

	for (size_t i = 0; i < COUNT(rows); i++)
		tests[i] =
			(struct CMUnitTest){rows[i].name, test_row, NULL, NULL, (void *)(uintptr_t)&rows[i]};
	tests[COUNT(rows)] = (struct CMUnitTest)cmocka_unit_test(test_limit);
	return cmocka_run_group_tests_name("ref_update", tests, NULL, NULL);
}
