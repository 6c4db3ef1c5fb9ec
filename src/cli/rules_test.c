/*
 * rules_test.c - rules against their annotated examples
 *
 * A rule passes when every line under one of its `ruleid:` annotations is
 * reported, no line under an `ok:` is, and it has at least one of each.
 *
 * An example may hold a secret only as a place holder, which is filled in
 * here: {{sluice:N}} by N characters of A-Z2-7, {{sluice-mixed:N}} of
 * A-Za-z0-9, {{sluice-hex:N}} of 0-9a-f. So no scanner trips on the file.
 * {{sluice-u:XXXX}} is the character U+XXXX, for those that nobody can see.
 */
#include "cli/rules_test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/ascii.h"
#include "base/escape.h"
#include "base/file.h"
#include "base/limits.h"
#include "change/text.h"
#include "match/match.h"
#include "rule/ruleset.h"
#include "rule/selftest.h"
#include "syntax/dialect.h"

struct example {
	const char *path;
	struct buf bytes;
	struct text text;
	enum language lang;
	struct selftest_annotation *annotations;
	size_t n;
};

/* The rules of one file, their examples, and what was found wrong with the rule at hand. */
struct session {
	struct ruleset rules;
	struct matcher *matcher;
	struct example *examples;
	size_t nexamples;
	struct match_list matches;
	struct arena arena;
	struct buf complaints;
	unsigned long bad, good; /* annotations of the rule at hand */
	unsigned long todo;
};

/* ---- place holders */

struct alphabet {
	const char *name; /* up to and with the colon */
	const char *digits;
};

static const struct alphabet alphabets[] = {
	{"{{sluice:", "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"},
	{"{{sluice-mixed:", "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"},
	{"{{sluice-hex:", "0123456789abcdef"},
};

/* Characters that look random and are the same on each run. */
static void
add_filling(struct buf *out, const char *digits, unsigned long n, size_t seed)
{
	uint64_t state = 0x9e3779b97f4a7c15u ^ (uint64_t)seed;
	size_t base = strlen(digits);

	for (unsigned long i = 0; i < n; i++) {
		state = state * 6364136223846793005u + 1442695040888963407u;
		buf_add_char(out, digits[(state >> 33) % base]);
	}
}

/* "{{sluice-u:202E}}" */
static size_t
fill_character(struct buf *out, struct slice rest)
{
	static const char name[] = "{{sluice-u:";
	size_t at = sizeof(name) - 1, end = slice_find(rest, slice_str("}}"));
	unsigned long code_point = 0;

	if (!slice_starts(rest, name) || end == (size_t)-1 || end - at < 4 || end - at > 6)
		return 0;
	for (; at < end; at++) {
		int digit = ascii_hex_value(rest.ptr[at]);
		if (digit < 0)
			return 0;
		code_point = code_point * 16 + (unsigned long)digit;
	}
	utf8_add(out, code_point);
	return end + 2;
}

/* Fills in the place holder at the start of rest; its length, or 0 if there is none. */
static size_t
fill_one(struct buf *out, struct slice rest, size_t seed)
{
	for (size_t i = 0; i < sizeof(alphabets) / sizeof(alphabets[0]); i++) {
		if (!slice_starts(rest, alphabets[i].name))
			continue;
		size_t from = strlen(alphabets[i].name), to = slice_find(rest, slice_str("}}"));
		unsigned long n;
		if (to == (size_t)-1 || !slice_to_ulong(slice_sub(rest, from, to), 256, &n))
			return 0;
		add_filling(out, alphabets[i].digits, n, seed);
		return to + 2;
	}
	return fill_character(out, rest);
}

static void
fill_in(struct buf *out, struct slice in)
{
	for (size_t at = 0; at < in.len;) {
		struct slice rest = slice_sub(in, at, in.len);
		size_t next = slice_find(rest, slice_str("{{sluice"));
		if (next == (size_t)-1)
			next = rest.len;
		buf_add_slice(out, slice_sub(rest, 0, next));
		at += next;
		if (at == in.len)
			break;
		size_t used = fill_one(out, slice_sub(in, at, in.len), at);
		if (used == 0)
			buf_add_char(out, in.ptr[at]);
		at += used ? used : 1;
	}
}

/* ---- examples */

static int
read_example(struct session *s, struct example *example, const char *path, struct err *err)
{
	struct buf raw = BUF_INIT(LIMIT_RULE_FILE_BYTES);

	example->path = path;
	buf_init(&example->bytes, LIMIT_BLOB_BYTES);
	int rc = file_read(&raw, path, LIMIT_RULE_FILE_BYTES, err);
	if (rc == 0) {
		fill_in(&example->bytes, buf_slice(&raw));
		rc = buf_ok(&example->bytes) ? 0 : err_oom(err);
	}
	buf_release(&raw);
	if (rc < 0 || text_decode(&example->text, &s->arena, buf_slice(&example->bytes), err) < 0)
		return -1;
	example->lang = language_of_file(slice_str(path), text_line(&example->text, 1));
	return selftest_parse(&example->annotations, &example->n, &s->arena, path, example->text.bytes, err);
}

static int
read_examples(struct session *s, const char *rule_file, struct err *err)
{
	const char *const *paths;
	size_t n;

	if (selftest_targets(&paths, &n, &s->arena, rule_file, err) < 0)
		return -1;
	s->examples = arena_array(&s->arena, n, sizeof(*s->examples));
	if (!s->examples)
		return err_oom(err);
	for (size_t i = 0; i < n; i++) {
		s->nexamples++;
		if (read_example(s, &s->examples[i], paths[i], err) < 0)
			return -1;
	}
	return 0;
}

/* ---- one rule */

static bool
is_rule(void *ctx, const struct rule *rule)
{
	const struct rule *const *only = ctx;

	return rule == *only;
}

static bool
reports_line(const struct session *s, const struct text *text, uint32_t line)
{
	for (size_t i = 0; i < s->matches.n; i++)
		if (text_line_at(text, s->matches.items[i].start) == line)
			return true;
	return false;
}

static void
complain(struct session *s, const struct example *example, uint32_t line, const char *what)
{
	buf_addf(&s->complaints, "%s:%u: %s: ", example->path, line, what);
	escape_terminal(&s->complaints, slice_trim(text_line(&example->text, line)));
	buf_add_char(&s->complaints, '\n');
}

static void
judge_annotation(struct session *s, const struct example *example, const struct selftest_annotation *a)
{
	bool reported = reports_line(s, &example->text, a->line);

	switch (a->expect) {
	case SELFTEST_REPORTED:
		s->bad++;
		if (!reported)
			complain(s, example, a->line, "not reported");
		break;
	case SELFTEST_CLEAN:
		s->good++;
		if (reported)
			complain(s, example, a->line, "reported, but ok");
		break;
	default:
		s->todo++;
		break;
	}
}

static bool
reads_example(const struct rule *rule, const struct example *example)
{
	struct rule anywhere = *rule; /* an example's own path says nothing */

	anywhere.ninclude = anywhere.nexclude = 0;
	return rule_reads(&anywhere, slice_str(example->path), example->lang);
}

static int
test_on_example(struct session *s, const struct rule *rule, const struct example *example, struct err *err)
{
	const struct scan scan = {.text = &example->text,
				  .lang = example->lang,
				  .path = slice_str(example->path),
				  .filter = is_rule,
				  .filter_ctx = &rule};

	match_list_clear(&s->matches);
	if (example->text.nlines > 0 && reads_example(rule, example) &&
	    matcher_scan(s->matcher, &scan, &s->matches, err) < 0)
		return -1;
	for (size_t i = 0; i < s->matches.nlimits; i++)
		complain(s, example, s->matches.limits[i].line, s->matches.limits[i].reason);
	for (size_t i = 0; i < example->n; i++)
		if (slice_eq(example->annotations[i].rule_id, rule->id))
			judge_annotation(s, example, &example->annotations[i]);
	return 0;
}

static int
test_rule(struct session *s, const struct rule *rule, const char *file, struct err *err)
{
	s->bad = s->good = 0;
	buf_clear(&s->complaints);
	for (size_t i = 0; i < s->nexamples; i++)
		if (test_on_example(s, rule, &s->examples[i], err) < 0)
			return -1;
	if (s->bad == 0)
		buf_addf(&s->complaints, "%s: no example with ruleid: %.*s\n", file, (int)rule->id.len,
			 rule->id.ptr);
	if (s->good == 0)
		buf_addf(&s->complaints, "%s: no example with ok: %.*s\n", file, (int)rule->id.len,
			 rule->id.ptr);
	return buf_ok(&s->complaints) ? 0 : err_oom(err);
}

/* An annotation of a rule that the file does not have is a mistake in one of them. */
static int
check_annotations(const struct session *s, struct err *err)
{
	for (size_t i = 0; i < s->nexamples; i++) {
		const struct example *example = &s->examples[i];
		for (size_t j = 0; j < example->n; j++) {
			struct slice id = example->annotations[j].rule_id;
			bool known = ruleset_find(&s->rules, id) != NULL;
			for (size_t k = 0; k < s->rules.nunsupported; k++)
				known |= slice_eq(s->rules.unsupported[k].id, id);
			if (!known)
				return err_set(err, ERR_RULE, "%s:%u:1: no rule %.*s beside this example",
					       example->path, example->annotations[j].at, (int)id.len,
					       id.ptr);
		}
	}
	return 0;
}

static void
print_result(struct session *s, const struct rule *rule, struct rules_test_count *count, bool tap)
{
	bool passed = s->complaints.len == 0;
	struct slice rest = buf_slice(&s->complaints), line;

	count->rules++;
	*(passed ? &count->passed : &count->failed) += 1;
	if (tap)
		printf("%sok %lu - %.*s\n", passed ? "" : "not ", count->rules, (int)rule->id.len,
		       rule->id.ptr);
	while (slice_next_line(&rest, &line))
		printf("%s%.*s [%.*s]\n", tap ? "# " : "", (int)line.len, line.ptr, (int)rule->id.len,
		       rule->id.ptr);
}

static int
test_rules(struct session *s, struct rules_test_count *count, const char *file, bool tap, struct err *err)
{
	if (ruleset_load(&s->rules, file, err) < 0 || read_examples(s, file, err) < 0 ||
	    check_annotations(s, err) < 0 || matcher_new(&s->matcher, &s->rules, err) < 0)
		return -1;
	for (size_t i = 0; i < s->rules.n; i++) {
		const struct rule *rule = s->rules.rules[i];
		if (matcher_check_rule(rule, err) < 0 || test_rule(s, rule, file, err) < 0)
			return -1;
		print_result(s, rule, count, tap);
	}
	count->files++;
	count->unsupported += s->rules.nunsupported;
	count->todo += s->todo;
	return 0;
}

static int
test_file(struct rules_test_count *count, const char *file, bool tap, struct err *err)
{
	struct session s = {.complaints = BUF_INIT(1u << 20)};

	ruleset_init(&s.rules);
	s.rules.syntax = dialect_languages();
	match_list_init(&s.matches);
	arena_init(&s.arena);
	int rc = test_rules(&s, count, file, tap, err);
	for (size_t i = 0; i < s.nexamples; i++)
		buf_release(&s.examples[i].bytes);
	buf_release(&s.complaints);
	matcher_free(s.matcher);
	match_list_release(&s.matches);
	ruleset_release(&s.rules);
	arena_release(&s.arena);
	return rc;
}

int
rules_test_path(struct rules_test_count *count, const char *path, bool tap, struct err *err)
{
	struct arena arena = ARENA_INIT;
	const char *const *files;
	struct stat st;
	size_t n;

	if (stat(path, &st) == 0 && !S_ISDIR(st.st_mode))
		return test_file(count, path, tap, err);
	int rc = rule_files(&files, &n, &arena, path, err);
	for (size_t i = 0; rc == 0 && i < n; i++)
		rc = test_file(count, files[i], tap, err);
	arena_release(&arena);
	return rc;
}
