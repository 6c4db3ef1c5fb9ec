/* What files of gitleaks and detect-secrets accept. */
#include "unit.h"

#include "base/buf.h"
#include "base/json.h"
#include "policy/detect_secrets.h"
#include "policy/gitleaks_ignore.h"

#define COMMIT   "0123456789abcdef0123456789abcdef01234567"
#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

static const struct rule rule = {.id = SLICE_LITERAL("a-rule")};

/* ---- .gitleaksignore ---- */

struct ignore_row {
	const char *name, *text;
	const char *path, *commit;
	uint32_t line, match_line;
	bool accepted;
};

static const struct ignore_row ignore_rows[] = {
	{"in any commit", "a.py:a-rule:3\n", "a.py", COMMIT, 3, 3, true},
	{"in none", "a.py:a-rule:3\n", "a.py", "", 3, 3, true},
	{"in that commit", COMMIT ":a.py:a-rule:3\n", "a.py", COMMIT, 3, 3, true},
	{"not in another", COMMIT ":a.py:a-rule:3\n", "a.py", "", 3, 3, false},
	{"another line", "a.py:a-rule:3\n", "a.py", "", 4, 4, false},
	{"where the match begins", "a.py:a-rule:3\n", "a.py", "", 4, 3, true},
	{"another path", "a.py:a-rule:3\n", "b/a.py", "", 3, 3, false},
	{"another rule", "a.py:rule:3\n", "a.py", "", 3, 3, false},
	{"a name that is no word", "a.py:a rule:3\n", "a.py", "", 3, 3, true},
	{"colons in the path", "a:b:c.py:a-rule:3\n", "a:b:c.py", "", 3, 3, true},
	{"a short commit is a path", "0123:a.py:a-rule:3\n", "0123:a.py", "", 3, 3, true},
	{"of Windows", "d\\a.py:a-rule:3\r\n", "d/a.py", "", 3, 3, true},
	{"comments and blanks", "# a.py:a-rule:4\n\n  a.py:a-rule:3  ", "a.py", "", 3, 3, true},
	{"a comment", "#a.py:a-rule:3\n", "#a.py", "", 3, 3, false},
	{"one of many", "z:a-rule:1\na.py:x:3\na.py:a-rule:3\na.py:y:3\nb:a-rule:1\n", "a.py", "", 3, 3,
	 true},
	{"no line", "a.py:a-rule\na.py:a-rule:\na.py:a-rule:x\n:a-rule:3\nnonsense\n", "a.py", "", 3, 3,
	 false},
	{"nothing", "", "a.py", "", 3, 3, false},
};

static void
test_ignore(void **state)
{
	const struct ignore_row *row = *state;
	const struct finding finding = {.rule = &rule,
					.path = slice_str(row->path),
					.commit = slice_str(row->commit),
					.line = row->line,
					.match_line = row->match_line};
	struct err err = ERR_INIT;
	struct gitleaks_ignore *ignore;

	assert_int_equal(gitleaks_ignore_parse(&ignore, slice_str(row->text), &err), 0);
	assert_int_equal(gitleaks_ignore_has(ignore, &finding), row->accepted);
	gitleaks_ignore_free(ignore);
}

/* ---- detect-secrets ---- */

/* SHA-1 of "sesame", as sha1sum prints it. */
#define SESAME "084a3501edef6845f2f1e4198ec3a2b81cf5c6bc"
#define ENTRY(hash)                                                                                          \
	"[{\"type\": \"Secret Keyword\", \"filename\": \"a.py\", \"hashed_secret\": \"" hash                 \
	"\", \"is_verified\": false, \"line_number\": 7}]"

struct known_row {
	const char *name, *text;
	const char *path, *secret;
	bool accepted;
};

static const struct known_row known_rows[] = {
	{"known", "{\"results\": {\"a.py\": " ENTRY(SESAME) "}}", "a.py", "sesame", true},
	{"another secret", "{\"results\": {\"a.py\": " ENTRY(SESAME) "}}", "a.py", "sesami", false},
	{"another file", "{\"results\": {\"a.py\": " ENTRY(SESAME) "}}", "b.py", "sesame", false},
	{"escapes", "{\"results\": {\"\\u00e9\\/\\ud83d\\ude00\": " ENTRY(SESAME) "}}",
	 "\xc3\xa9/\xf0\x9f\x98\x80", "sesame", true},
	{"beside others",
	 "{\"version\": \"1.4.0\", \"plugins_used\": [{\"name\": \"x\", \"hashed_secret\": \"y\"}],"
	 " \"results\": {\"0\": [], \"a.py\": " ENTRY(SESAME) ", \"z\": []}, \"generated_at\": \"x\"}",
	 "a.py", "sesame", true},
	{"not in results", "{\"results\": {}, \"x\": {\"a.py\": " ENTRY(SESAME) "}}", "a.py", "sesame",
	 false},
	{"a hash that is none", "{\"results\": {\"a.py\": " ENTRY("d78a") "}}", "a.py", "sesame", false},
};

static void
test_known(void **state)
{
	const struct known_row *row = *state;
	struct digest digests[2] = {{{0}}, {{0}}};
	const struct finding finding = {
		.rule = &rule, .path = slice_str(row->path), .digests = digests, .ndigests = 2};
	struct err err = ERR_INIT;
	struct detect_secrets *known;

	hash_sha1(digests[1].bytes, slice_str(row->secret));
	if (detect_secrets_parse(&known, "f", slice_str(row->text), &err) < 0)
		fail_msg("%s", err.msg);
	assert_int_equal(detect_secrets_has(known, &finding), row->accepted);
	detect_secrets_free(known);
}

static void
test_refused(void **state)
{
	struct err err = ERR_INIT;
	struct detect_secrets *known;

	(void)state;
	assert_int_equal(detect_secrets_parse(&known, "f", slice_str("{\"a\": 1}"), &err), -1);
	assert_string_equal(err.msg, "f: no baseline of detect-secrets: it lacks \"results\"");
	assert_int_equal(err.code, ERR_CONFIG);
}

/* ---- the texts of JSON ---- */

struct text_row {
	const char *name, *json, *text;
};

static const struct text_row text_rows[] = {
	{"plain", "a b", "a b"},
	{"named", "\\\"\\\\\\/\\b\\f\\n\\r\\t", "\"\\/\b\f\n\r\t"},
	{"code points", "\\u0041\\u00e9\\u20ac", "A\xc3\xa9\xe2\x82\xac"},
	{"a pair", "\\ud83d\\ude00", "\xf0\x9f\x98\x80"},
	{"half of one", "\\ud83dx\\ude00", "\xef\xbf\xbdx\xef\xbf\xbd"},
	{"two halves", "\\ud83d\\u0041",
	 "\xef\xbf\xbd"
	 "A"},
};

static void
test_text(void **state)
{
	const struct text_row *row = *state;
	struct buf out = BUF_INIT(64);

	json_text(&out, slice_str(row->json));
	assert_slice_equal(buf_slice(&out), row->text);
	buf_release(&out);
}

int
main(void)
{
	struct CMUnitTest tests[COUNT(ignore_rows) + COUNT(known_rows) + COUNT(text_rows) + 1];
	size_t n = 0;

#define ADD(rows, run)                                                                                       \
	for (size_t i = 0; i < COUNT(rows); i++)                                                             \
	tests[n++] = (struct CMUnitTest){(rows)[i].name, run, NULL, NULL, (void *)(uintptr_t) & (rows)[i]}

	ADD(ignore_rows, test_ignore);
	ADD(known_rows, test_known);
	ADD(text_rows, test_text);
	tests[n++] = (struct CMUnitTest)cmocka_unit_test(test_refused);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
