#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/file.h"
#include "base/output.h"
#include "rule/selftest.h"

static char directory[] = "/tmp/test_selftest.XXXXXX";

static const char *const made[] = {"z.yml",    "z.py",   "z.test.yml", "z.fixed.py",
				   "z.q.yaml", "z.q.py", "zz.py"};

static const char *
path_of(const char *name)
{
	static char path[256];

	snprintf(path, sizeof(path), "%s/%s", directory, name);
	return path;
}

static int
setup_directory(void **state)
{
	struct err err = ERR_INIT;

	(void)state;
	if (!mkdtemp(directory))
		return -1;
	for (size_t i = 0; i < sizeof(made) / sizeof(*made); i++)
		if (file_replace(path_of(made[i]), slice_str("x\n"), 0600, &err) < 0)
			return -1;
	return 0;
}

static int
teardown_directory(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(made) / sizeof(*made); i++)
		unlink(path_of(made[i]));
	return rmdir(directory);
}
static void
test_targets(void **state)
{
	struct arena arena = ARENA_INIT;
	struct err err = ERR_INIT;
	const char *const *targets;
	size_t n;

	(void)state;
	assert_int_equal(selftest_targets(&targets, &n, &arena, path_of("z.yml"), &err), 0);
	assert_int_equal(n, 2);
	assert_string_equal(targets[0], path_of("z.py"));
	assert_string_equal(targets[1], path_of("z.test.yml"));
	assert_int_equal(selftest_targets(&targets, &n, &arena, path_of("z.q.yaml"), &err), 0);
	assert_int_equal(n, 1);
	assert_string_equal(targets[0], path_of("z.q.py"));
	assert_int_equal(selftest_targets(&targets, &n, &arena, path_of("none.yaml"), &err), 0);
	assert_int_equal(n, 0);
	arena_release(&arena);
}

static void
test_targets_of_missing_directory(void **state)
{
	struct arena arena = ARENA_INIT;
	struct err err = ERR_INIT;
	const char *const *targets;
	size_t n;

	(void)state;
	assert_int_equal(selftest_targets(&targets, &n, &arena, "/nonexistent/x.yaml", &err), -1);
	assert_string_equal(err.msg, "cannot read /nonexistent/: No such file or directory");
	arena_release(&arena);
}

static void
test_target_names(void **state)
{
	static const struct {
		const char *name;
		bool target;
	} rows[] = {
		{"foo.py", true},        {"foo.Dockerfile", true}, {"foo.dockerfile", true},
		{"foo.test.yaml", true}, {"foo.test.yml", true},   {"foo.html.erb", true},
		{"foo.yaml", false},     {"foo.yml", false},       {"foo.fixed.py", false},
		{"foo", false},          {"foo.", false},          {"food.py", false},
		{"fo.py", false},        {"foo.bar.yaml", false},  {"foo.test.fixed.yaml", false},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		assert_int_equal(selftest_is_target(slice_str("rules/x/foo.yaml"), slice_str(rows[i].name)),
				 rows[i].target);
	assert_false(selftest_is_target(slice_str("rules/x/foo.txt"), slice_str("foo.py")));
}

static void
test_annotations(void **state)
{
	static const char text[] = "import os\n"
				   "# ruleid: a-1, b.2\n"
				   "  // ok:c_3\n"
				   "bad()\n"
				   "<!-- todoruleid: d -->\n"
				   "\n"
				   "x /* todook: e */\n"
				   "# ok: this is prose\n"
				   "look: x\n"
				   "s = 'http://ok: y'\n"
				   "-- ruleid: f\r\n"
				   "last";
	static const struct {
		const char *id;
		enum selftest_expect expect;
		uint32_t line, at;
	} expected[] = {
		{"a-1", SELFTEST_REPORTED, 4, 2}, {"b.2", SELFTEST_REPORTED, 4, 2},
		{"c_3", SELFTEST_CLEAN, 4, 3},    {"d", SELFTEST_TODO_REPORTED, 6, 5},
		{"e", SELFTEST_TODO_CLEAN, 8, 7}, {"f", SELFTEST_REPORTED, 12, 11},
	};
	struct arena arena = ARENA_INIT;
	struct err err = ERR_INIT;
	struct selftest_annotation *notes;
	size_t n;

	(void)state;
	assert_int_equal(selftest_parse(&notes, &n, &arena, "t", slice_str(text), &err), 0);
	assert_int_equal(n, sizeof(expected) / sizeof(*expected));
	for (size_t i = 0; i < n; i++) {
		assert_slice_equal(notes[i].rule_id, expected[i].id);
		assert_int_equal(notes[i].expect, expected[i].expect);
		assert_int_equal(notes[i].line, expected[i].line);
		assert_int_equal(notes[i].at, expected[i].at);
	}
	arena_release(&arena);
}

/* One line with an annotation, another behind it: the ids that are read, joined by blanks. */
static void
test_forms(void **state)
{
	static const struct {
		const char *line, *ids;
	} rows[] = {
		{"# ruleid: a, b", "a b"},      {"call()  # ruleid: a", "a"},
		{"call() // ruleid: a", "a"},   {"/* ruleid: a */", "a"},
		{" * ruleid: a", "a"},          {"<!-- ruleid: a -->", "a"},
		{"<!-- ruleid: a-b-->", "a-b"}, {"{# ruleid: a #}", "a"},
		{"{{!-- ruleid: a --}}", "a"},  {"{/* ruleid: a */}", "a"},
		{"<%-- ruleid: a --%>", "a"},   {"(* ruleid: a *)", "a"},
		{"; ruleid: a", "a"},           {"\"// ruleid: a\",", "a"},
		{"# ruleid: deepok: a", "a"},   {"# ruleid: deeptodoruleid: a", "a"},
		{"# ruleid: deep: a", ""},      {"# ruleid: a is found", ""},
		{"# noruleid: a", ""},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct arena arena = ARENA_INIT;
		struct err err = ERR_INIT;
		struct selftest_annotation *notes;
		struct buf text = BUF_INIT(1u << 10), ids = BUF_INIT(1u << 10);
		size_t n;
		buf_addf(&text, "%s\nx\n", rows[i].line);
		assert_int_equal(selftest_parse(&notes, &n, &arena, "t", buf_slice(&text), &err), 0);
		for (size_t k = 0; k < n; k++) {
			buf_add_str(&ids, k > 0 ? " " : "");
			buf_add_slice(&ids, notes[k].rule_id);
			assert_int_equal(notes[k].line, 2);
		}
		assert_slice_equal(buf_slice(&ids), rows[i].ids);
		buf_release(&text);
		buf_release(&ids);
		arena_release(&arena);
	}
}

static void
test_annotation_without_line(void **state)
{
	struct arena arena = ARENA_INIT;
	struct err err = ERR_INIT;
	struct selftest_annotation *notes;
	size_t n;

	(void)state;
	assert_int_equal(selftest_parse(&notes, &n, &arena, "t.py", slice_str("x\n# ok: a\n"), &err), -1);
	assert_string_equal(err.msg, "t.py:2:1: no line follows this annotation");
	err = (struct err)ERR_INIT;
	assert_int_equal(selftest_parse(&notes, &n, &arena, "t.py", slice_str(""), &err), 0);
	assert_int_equal(n, 0);
	arena_release(&arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_targets),      cmocka_unit_test(test_targets_of_missing_directory),
		cmocka_unit_test(test_target_names), cmocka_unit_test(test_annotations),
		cmocka_unit_test(test_forms),        cmocka_unit_test(test_annotation_without_line),
	};

	return cmocka_run_group_tests_name("selftest", tests, setup_directory, teardown_directory);
}
