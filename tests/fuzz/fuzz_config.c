/*
 * Takes the input as a .sluiceconfig, as a text with suppression comments, as
 * a baseline file, and as the paths of findings to write into one.
 *
 * What must hold: a refusal has a printable message; a variable's name and line lie in
 * the file, and the variables written as a file are read again as they were; a
 * suppression lies within its line, applies to a line there is, and written as a comment says the
 * same; every finding that a baseline was printed for is in it, and printing is stable.
 */
#include "oracle.h"

#include "base/buf.h"
#include "base/escape.h"
#include "base/limits.h"
#include "policy/baseline.h"
#include "policy/detect_secrets.h"
#include "policy/gitconfig.h"
#include "policy/gitleaks_ignore.h"
#include "policy/policy.h"
#include "policy/suppression.h"

static void
check_printable(const struct err *err)
{
	struct buf escaped = BUF_INIT(1u << 16);

	escape_terminal(&escaped, slice_str(err->msg));
	CHECK(buf_ok(&escaped) && slice_eq_str(buf_slice(&escaped), err->msg));
	buf_release(&escaped);
}

/* --- configuration --- */

static int
check_variable(void *ctx, const char *name, const char *value, uint32_t line, struct err *err)
{
	uint32_t *last = ctx;
	const char *dot = strrchr(name, '.');

	(void)err;
	CHECK(dot && dot > name && dot[1]);
	CHECK(strlen(name) <= LIMIT_CONFIG_NAME_BYTES && strlen(value) <= LIMIT_CONFIG_BYTES);
	CHECK(line >= *last);
	*last = line;
	return 0;
}

static void
write_value_byte(struct buf *out, char c)
{
	static const char escapes[] = "\n\\n\t\\t\b\\b\"\\\"\\\\\\"; /* the byte, then how it is written */

	for (const char *e = escapes; *e; e += 3) {
		if (*e == c) {
			buf_add(out, e + 1, 2);
			return;
		}
	}
	buf_add_char(out, c);
}

/* Each variable in a section of its own, with its line, all quoted: '[a "b"]\nc = "d"\n'. */
static int
write_variable(void *ctx, const char *name, const char *value, uint32_t line, struct err *err)
{
	struct buf *out = ctx;
	/* A section may begin with a dot, "[.a]"; its name is never empty. */
	const char *first = strchr(name + 1, '.'), *last = strrchr(name, '.');

	(void)line;
	(void)err;
	buf_add_char(out, '[');
	buf_add(out, name, (size_t)(first - name));
	if (first < last) {
		buf_add_str(out, " \"");
		for (const char *c = first + 1; c < last; c++) {
			if (*c == '"' || *c == '\\')
				buf_add_char(out, '\\');
			buf_add_char(out, *c);
		}
		buf_add_char(out, '"');
	}
	buf_addf(out, "]\n%s = \"", last + 1);
	for (const char *c = value; *c; c++)
		write_value_byte(out, *c);
	buf_add_str(out, "\"\n");
	return 0;
}

static void
try_config_again(struct slice input)
{
	struct buf once = BUF_INIT(1u << 26), twice = BUF_INIT(1u << 26);
	struct err err = ERR_INIT;

	if (gitconfig_parse("f", input, write_variable, &once, &err) == 0 && once.len <= LIMIT_CONFIG_BYTES) {
		CHECK(gitconfig_parse("f", buf_slice(&once), write_variable, &twice, &err) == 0);
		CHECK(slice_eq(buf_slice(&once), buf_slice(&twice)));
	}
	buf_release(&once);
	buf_release(&twice);
}

static void
try_config(struct slice input)
{
	static const struct rule rule = {.id = SLICE_LITERAL("x"), .area = AREA_AUTH};
	struct err err = ERR_INIT, again = ERR_INIT;
	struct policy *policy;
	uint32_t line = 1;

	int rc = gitconfig_parse("f", input, check_variable, &line, &err);
	CHECK(rc == 0 ? !err_is_set(&err) : err.code == ERR_CONFIG || err.code == ERR_LIMIT);
	check_printable(&err);
	CHECK(policy_new(&policy, &again) == 0);
	CHECK(rc == 0 || policy_read(policy, "f", input, &again) < 0);
	if (rc == 0 && policy_read(policy, "f", input, &again) == 0) {
		CHECK(!policy_rule_is_off(policy, &rule) ||
		      policy_action(policy, &rule, slice_str("a/b")) == ACTION_OFF);
		for (int kind = 0; kind < BASELINE_KINDS; kind++)
			CHECK(!policy_baseline_is_trusted_file(policy, (enum baseline_kind)kind));
	}
	check_printable(&again);
	policy_free(policy);
}

/* --- suppressions --- */

/* On a line of its own, in a comment that runs to its end. */
static void
check_written(const struct suppression *s)
{
	struct buf line = BUF_INIT(1u << 24);
	struct arena arena = ARENA_INIT;
	struct err err = ERR_INIT;
	struct suppression *again;
	struct text text;
	size_t n;

	buf_add_str(&line, "# sluice: allow ");
	buf_add_slice(&line, s->rule_id);
	buf_add_str(&line, " -- ");
	buf_add_slice(&line, s->reason);
	buf_addf(&line, "%s%s", s->until[0] ? " until " : "", s->until);
	CHECK(buf_ok(&line) && text_from_lines(&text, &arena, buf_slice(&line), NULL, &err) == 0);
	CHECK(suppressions_find(&again, &n, &arena, &text, LANG_PYTHON, "2026-06-15", NULL, &err) == 0);
	CHECK(n >= 1 && again->defect == s->defect && again->line == 1 && again->applies == 1);
	CHECK(slice_eq(again->rule_id, s->rule_id) && slice_eq(again->reason, s->reason));
	CHECK(strcmp(again->until, s->until) == 0);
	arena_release(&arena);
	buf_release(&line);
}

static void
check_suppression(const struct suppression *s, const struct text *text)
{
	CHECK(s->line >= 1 && s->line <= text->nlines);
	CHECK(s->applies >= s->line && s->applies <= text->nlines);
	CHECK(s->start < s->end && s->end <= text->bytes.len);
	CHECK(text_line_at(text, s->start) == s->line && text_line_at(text, s->end - 1) == s->line);
	if (s->gitleaks) {
		CHECK(slice_eq_str(slice_sub(text->bytes, s->start, s->end), "gitleaks:allow"));
		CHECK(s->applies == s->line && s->defect == SUPPRESSION_GOOD);
		return;
	}
	CHECK(slice_starts(slice_sub(text->bytes, s->start, s->end), "sluice:"));
	CHECK(s->defect != SUPPRESSION_GOOD || (s->rule_id.len > 0 && s->reason.len > 0));
	CHECK(s->defect != SUPPRESSION_EXPIRED || strcmp(s->until, "2026-06-15") < 0);
	if (s->defect == SUPPRESSION_GOOD || s->defect == SUPPRESSION_EXPIRED)
		check_written(s);
}

static void
try_suppressions(struct slice input)
{
	static const enum language languages[] = {LANG_NONE, LANG_PYTHON, LANG_C, LANG_HTML, LANG_SQL};
	struct arena arena = ARENA_INIT;
	struct err err = ERR_INIT;
	struct suppression *found;
	struct text text;
	size_t n;

	for (size_t l = 0; l < sizeof(languages) / sizeof(*languages); l++) {
		CHECK(text_from_lines(&text, &arena, input, NULL, &err) == 0);
		CHECK(suppressions_find(&found, &n, &arena, &text, languages[l], "2026-06-15", NULL, &err) ==
		      0);
		for (size_t i = 0; i < n; i++)
			check_suppression(&found[i], &text);
	}
	arena_release(&arena);
}

/* --- baseline --- */

#define FINDINGS 16

/* Findings whose paths are the pieces between NULs. */
static size_t
findings_of(struct finding *findings, const struct rule *rule, struct slice input)
{
	size_t n = 0;

	for (; n < FINDINGS && input.len > 0; n++) {
		size_t end = slice_chr(input, '\0');
		struct slice path = slice_sub(input, 0, end);
		input = slice_sub(input, end == (size_t)-1 ? input.len : end + 1, input.len);
		findings[n] = (struct finding){.rule = rule, .path = path};
		memset(findings[n].fingerprint, "0123456789abcdef"[path.len % 16], 32);
	}
	return n;
}

static void
try_round_trip(struct slice input)
{
	const struct rule rule = {.id = slice_sub(input, 0, 8)};
	struct finding findings[FINDINGS], backwards[FINDINGS];
	struct buf once = BUF_INIT(LIMIT_BASELINE_BYTES), twice = BUF_INIT(LIMIT_BASELINE_BYTES);
	struct err err = ERR_INIT;
	struct baseline *baseline;
	size_t n = findings_of(findings, &rule, input);

	for (size_t i = 0; i < n; i++)
		backwards[i] = findings[n - 1 - i];
	CHECK(baseline_print(&once, findings, n, &err) == 0);
	CHECK(baseline_print(&twice, backwards, n, &err) == 0);
	CHECK(slice_eq(buf_slice(&once), buf_slice(&twice)));
	CHECK(baseline_parse(&baseline, "f", buf_slice(&once), &err) == 0);
	CHECK(baseline_count(baseline) <= n);
	for (size_t i = 0; i < n; i++)
		CHECK(findings[i].path.len == 0 || baseline_has(baseline, &findings[i]));
	baseline_free(baseline);
	buf_release(&once);
	buf_release(&twice);
}

static void
try_baseline(struct slice input)
{
	struct err err = ERR_INIT;
	struct baseline *baseline;

	if (baseline_parse(&baseline, "f", input, &err) == 0)
		baseline_free(baseline);
	else
		CHECK(err.code == ERR_CONFIG || err.code == ERR_LIMIT);
	check_printable(&err);
}

/* A fingerprint of each path is found again, whatever else the file has. */
static void
try_foreign_baselines(struct slice input)
{
	static const struct rule rule = {.id = SLICE_LITERAL("x")};
	struct finding finding = {.rule = &rule, .path = slice_str("a/b"), .line = 7};
	struct buf lines = BUF_INIT(LIMIT_BASELINE_BYTES);
	struct detect_secrets *known = NULL;
	struct gitleaks_ignore *ignore;
	struct err err = ERR_INIT;

	buf_add_slice(&lines, input);
	buf_add_str(&lines, "\na/b:x:7\n");
	CHECK(gitleaks_ignore_parse(&ignore, buf_slice(&lines), &err) == 0);
	CHECK(gitleaks_ignore_has(ignore, &finding));
	gitleaks_ignore_free(ignore);
	buf_release(&lines);
	if (detect_secrets_parse(&known, "f", input, &err) == 0)
		CHECK(!detect_secrets_has(known, &finding));
	else
		CHECK(err.code == ERR_CONFIG);
	check_printable(&err);
	detect_secrets_free(known);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct slice input = slice_of(data, size);

	try_config(input);
	try_config_again(input);
	try_suppressions(input);
	try_baseline(input);
	try_foreign_baselines(input);
	try_round_trip(input);
	return 0;
}
