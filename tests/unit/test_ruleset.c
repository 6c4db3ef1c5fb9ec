#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/limits.h"
#include "base/output.h"
#include "rule/ruleset.h"
#include "rule/tree.h"

static void
load(struct ruleset *set, const char *yaml)
{
	struct err err = ERR_INIT;

	if (ruleset_load_bytes(set, "f", slice_str(yaml), &err) < 0)
		fail_msg("%s", err.msg);
}

/* ---- sets ---- */

#define NAMED(id, text)                                                                                      \
	"rules:\n- {id: " id ", message: " text ", severity: INFO, languages: [go], pattern-regex: x}\n"
#define SYNTAX(id) "rules:\n- {id: " id ", message: m, severity: INFO, languages: [go], pattern: x}\n"

static void
test_later_call_replaces(void **state)
{
	struct ruleset set;

	(void)state;
	ruleset_init(&set);
	load(&set, NAMED("a", "first"));
	load(&set, NAMED("b", "second"));
	load(&set, NAMED("a", "third"));
	assert_int_equal(set.n, 2);
	assert_slice_equal(set.rules[0]->id, "a");
	assert_slice_equal(set.rules[0]->message, "third");
	assert_slice_equal(set.rules[1]->id, "b");
	ruleset_release(&set);
}

static void
test_unsupported_and_supported_meet(void **state)
{
	struct ruleset set;

	(void)state;
	ruleset_init(&set);
	load(&set, SYNTAX("a"));
	load(&set, SYNTAX("a"));
	assert_int_equal(set.nunsupported, 1);
	load(&set, NAMED("a", "m"));
	assert_int_equal(set.nunsupported, 0);
	assert_int_equal(set.n, 1);
	load(&set, SYNTAX("a"));
	assert_int_equal(set.nunsupported, 1);
	assert_int_equal(set.n, 1);
	ruleset_release(&set);
}

static void
test_drop_syntax(void **state)
{
	struct ruleset set;
	struct err err = ERR_INIT;

	(void)state;
	ruleset_init(&set);
	assert_int_equal(ruleset_drop_syntax(&set, &err), 0);
	load(&set, SYNTAX("unknown"));
	set.syntax = LANGUAGE_BIT(LANG_GO);
	load(&set, SYNTAX("a"));
	load(&set, NAMED("b", "m"));
	load(&set, SYNTAX("c"));
	assert_int_equal(set.n, 3);
	assert_true(set.rules[0]->syntax);
	assert_false(set.rules[1]->syntax);
	assert_int_equal(ruleset_drop_syntax(&set, &err), 0);
	assert_int_equal(set.n, 1);
	assert_slice_equal(set.rules[0]->id, "b");
	assert_int_equal(set.nwithout_grammars, 2);
	assert_int_equal(set.nunsupported, 3);
	assert_slice_equal(set.unsupported[0].id, "unknown");
	assert_slice_equal(set.unsupported[0].reason, "operator pattern is not supported");
	assert_slice_equal(set.unsupported[1].id, "a");
	assert_slice_equal(set.unsupported[2].id, "c");
	assert_slice_equal(set.unsupported[2].reason, "built without grammars");
	assert_int_equal(set.unsupported[2].languages, LANGUAGE_BIT(LANG_GO));
	ruleset_release(&set);
}

static void
test_failure_leaves_set(void **state)
{
	struct ruleset set;
	struct err err = ERR_INIT;
	struct slice bad = slice_str(NAMED("a", "new") "- {id: c}\n");

	(void)state;
	ruleset_init(&set);
	load(&set, NAMED("a", "old"));
	const struct rule *before = set.rules[0];
	assert_int_equal(ruleset_load_bytes(&set, "g", bad, &err), -1);
	assert_string_equal(err.msg, "g:3:3: a rule needs the key 'message'");
	assert_int_equal(set.n, 1);
	assert_ptr_equal(set.rules[0], before);
	assert_slice_equal(set.rules[0]->message, "old");
	ruleset_release(&set);
}

/* ---- limits ---- */

static void
assert_refused(struct buf *yaml, const char *message)
{
	struct ruleset set;
	struct err err = ERR_INIT;

	assert_true(buf_ok(yaml));
	ruleset_init(&set);
	assert_int_equal(ruleset_load_bytes(&set, "f", buf_slice(yaml), &err), -1);
	assert_string_equal(err.msg, message);
	ruleset_release(&set);
	buf_release(yaml);
}

static void
test_limit_depth(void **state)
{
	struct buf yaml = BUF_INIT(1u << 23);

	(void)state;
	for (size_t i = 0; i < 1u << 20; i++)
		buf_add_char(&yaml, '[');
	assert_refused(&yaml, "f:1:65: nested deeper than 64 levels");
}

static void
test_limit_block_depth(void **state)
{
	struct buf yaml = BUF_INIT(1u << 23);

	(void)state;
	for (size_t i = 0; i < 1000; i++)
		buf_add_str(&yaml, "- ");
	assert_refused(&yaml, "f:1:129: nested deeper than 64 levels");
}

static void
test_limit_bytes(void **state)
{
	struct buf yaml = BUF_INIT(1u << 23);

	(void)state;
	for (size_t i = 0; i < LIMIT_RULE_FILE_BYTES + 1; i++)
		buf_add_char(&yaml, '#');
	assert_refused(&yaml, "f:1:1: larger than 4194304 bytes");
}

static void
test_limit_keys(void **state)
{
	struct buf yaml = BUF_INIT(1u << 23);

	(void)state;
	for (size_t i = 0; i < 300; i++)
		buf_addf(&yaml, "k%zu: v\n", i);
	assert_refused(&yaml, "f:257:1: more than 256 keys in one mapping");
}

static void
test_limit_nodes(void **state)
{
	struct buf yaml = BUF_INIT(1u << 23);

	(void)state;
	buf_add_str(&yaml, "[");
	for (size_t i = 0; i < LIMIT_YAML_NODES; i++)
		buf_add_str(&yaml, "a,");
	assert_refused(&yaml, "f:1:1000000: more than 500000 nodes");
}

static void
test_limit_regex(void **state)
{
	struct buf yaml = BUF_INIT(1u << 23);

	(void)state;
	buf_add_str(
		&yaml,
		"rules:\n- id: r\n  message: m\n  severity: ERROR\n  languages: [python]\n  pattern-regex: ");
	for (size_t i = 0; i < LIMIT_REGEX_BYTES + 1; i++)
		buf_add_char(&yaml, 'x');
	assert_refused(&yaml, "f:6:18: a regular expression of more than 16384 bytes");
}

/* ---- directories ---- */

static char directory[] = "/tmp/test_rule_load.XXXXXX";

static void
write_file(const char *name, const char *text)
{
	char path[256];
	struct err err = ERR_INIT;

	snprintf(path, sizeof(path), "%s/%s", directory, name);
	assert_int_equal(file_replace(path, slice_str(text), 0600, &err), 0);
}

static void
make_dir(const char *name)
{
	char path[256];

	snprintf(path, sizeof(path), "%s/%s", directory, name);
	assert_int_equal(mkdir(path, 0700), 0);
}

static const char *const made[] = {"b/z.yml",     "b/.hidden.yaml", "b/z.test.yml", "b/z.py",
				   "b/z.q.yaml",  "a.yaml",         "a.test.yaml",  "a.txt",
				   ".git/x.yaml", "loop",           "empty/x.txt"};
static const char *const made_dirs[] = {"b", ".git", "empty", "none"};

static int
setup_directory(void **state)
{
	char path[256];

	(void)state;
	if (!mkdtemp(directory))
		return -1;
	for (size_t i = 0; i < sizeof(made_dirs) / sizeof(*made_dirs); i++)
		make_dir(made_dirs[i]);
	write_file("b/z.yml", NAMED("z", "m"));
	write_file("b/z.q.yaml", NAMED("q", "m"));
	write_file("a.yaml", NAMED("a", "m"));
	write_file("b/.hidden.yaml", "no");
	write_file("b/z.test.yml", "no");
	write_file("a.test.yaml", "no");
	write_file("a.txt", "no");
	write_file("b/z.py", "no");
	write_file(".git/x.yaml", "no");
	write_file("empty/x.txt", "no");
	snprintf(path, sizeof(path), "%s/loop", directory);
	return symlink(".", path);
}

static int
teardown_directory(void **state)
{
	char path[256];

	(void)state;
	for (size_t i = 0; i < sizeof(made) / sizeof(*made); i++) {
		snprintf(path, sizeof(path), "%s/%s", directory, made[i]);
		unlink(path);
	}
	for (size_t i = 0; i < sizeof(made_dirs) / sizeof(*made_dirs); i++) {
		snprintf(path, sizeof(path), "%s/%s", directory, made_dirs[i]);
		rmdir(path);
	}
	return rmdir(directory);
}

static void
test_directory(void **state)
{
	struct ruleset set;
	struct err err = ERR_INIT;
	char expected[256];

	(void)state;
	ruleset_init(&set);
	if (ruleset_load(&set, directory, &err) < 0)
		fail_msg("%s", err.msg);
	assert_int_equal(set.n, 3);
	assert_slice_equal(set.rules[0]->id, "a");
	assert_slice_equal(set.rules[1]->id, "q");
	assert_slice_equal(set.rules[2]->id, "z");
	snprintf(expected, sizeof(expected), "%s/b/z.yml", directory);
	assert_slice_equal(set.rules[2]->file, expected);
	ruleset_release(&set);
}

static void
test_directory_defect_leaves_set(void **state)
{
	struct ruleset set;
	struct err err = ERR_INIT;
	char expected[512];

	(void)state;
	write_file("b/z.q.yaml", NAMED("a", "m"));
	ruleset_init(&set);
	assert_int_equal(ruleset_load(&set, directory, &err), -1);
	write_file("b/z.q.yaml", NAMED("q", "m"));
	snprintf(expected, sizeof(expected),
		 "%s/b/z.q.yaml:2:3: rule id 'a' is taken by the rule at line 2 of %s/a.yaml", directory,
		 directory);
	assert_string_equal(err.msg, expected);
	assert_int_equal(set.n, 0);
	ruleset_release(&set);
}

static void
test_paths_without_rules(void **state)
{
	static const char *const names[] = {"empty", "none", "missing"};
	char path[256], expected[512];

	(void)state;
	for (size_t i = 0; i < 3; i++) {
		struct ruleset set;
		struct err err = ERR_INIT;
		snprintf(path, sizeof(path), "%s/%s", directory, names[i]);
		snprintf(expected, sizeof(expected),
			 i < 2 ? "there is no rule file (*.yaml, *.yml) below %s"
			       : "cannot read the rules in %s: No such file or directory",
			 path);
		ruleset_init(&set);
		assert_int_equal(ruleset_load(&set, path, &err), -1);
		assert_string_equal(err.msg, expected);
		ruleset_release(&set);
	}
}

static void
test_own_packs_are_stricter(void **state)
{
	static const struct {
		const char *metadata, *message;
	} rows[] = {
		{"", ":2:3: a shipped rule needs metadata.area"},
		{", metadata: {cwe: CWE-89}", ":2:3: a shipped rule needs metadata.area"},
		{", metadata: {area: auth}", ":2:3: a shipped rule needs metadata.cwe"},
		{", metadata: {area: auth, cwe: CWE-287}, mode: join", ":2:112: mode join is not supported"},
		{", metadata: {area: auth, cwe: CWE-287}", NULL},
		{", metadata: {area: auth, observes: logins}", NULL},
	};
	char yaml[512], path[256];

	(void)state;
	snprintf(path, sizeof(path), "%s/a.yaml", directory);
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct ruleset set;
		struct err err = ERR_INIT;
		snprintf(yaml, sizeof(yaml),
			 "rules:\n- {id: a, message: m, severity: INFO, languages: [go], pattern-regex: "
			 "x%s}\n",
			 rows[i].metadata);
		write_file("a.yaml", yaml);
		ruleset_init(&set);
		assert_int_equal(ruleset_load_own(&set, path, &err), rows[i].message ? -1 : 0);
		if (rows[i].message)
			assert_string_equal(err.msg + strlen(path), rows[i].message);
		ruleset_release(&set);
	}
	write_file("a.yaml", NAMED("a", "m"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_later_call_replaces),
		cmocka_unit_test(test_unsupported_and_supported_meet),
		cmocka_unit_test(test_drop_syntax),
		cmocka_unit_test(test_failure_leaves_set),
		cmocka_unit_test(test_limit_depth),
		cmocka_unit_test(test_limit_block_depth),
		cmocka_unit_test(test_limit_bytes),
		cmocka_unit_test(test_limit_keys),
		cmocka_unit_test(test_limit_nodes),
		cmocka_unit_test(test_limit_regex),
		cmocka_unit_test(test_directory),
		cmocka_unit_test(test_directory_defect_leaves_set),
		cmocka_unit_test(test_paths_without_rules),
		cmocka_unit_test(test_own_packs_are_stricter),
	};

	return cmocka_run_group_tests_name("ruleset", tests, setup_directory, teardown_directory);
}
