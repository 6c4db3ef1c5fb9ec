/*
 * A review made of the input: findings of every class and state, whose paths, messages,
 * snippets, fixes and traces are pieces of it, and parts that were not analysed. It is
 * written in every format.
 *
 * What must hold: no text report has a byte that commands a terminal, nor a
 * line that a CI service takes for its own; colours are all that a coloured report adds;
 * JSON and SARIF parse, in pure ASCII, without a key twice; all of them tell of the same findings, and JSON
 * gives paths and messages back as they were.
 */
#include "feed.h"
#include "oracle.h"

#include <jansson.h>

#include "base/buf.h"
#include "base/escape.h"
#include "report/json_emit.h"
#include "report/report.h"
#include "report/report_util.h"
#include "report/rule_list.h"
#include "review/tally.h"

#define FINDINGS    12u
#define PARTS       14u
#define RULES       3u
#define LINES       3u
#define STEPS       3u
#define REPORT_MAX  (64u << 20)
#define DESCRIPTION 64u

struct sample {
	struct review review;
	struct finding findings[FINDINGS];
	struct snippet_line lines[FINDINGS][LINES];
	struct trace_step steps[FINDINGS][STEPS];
	struct skipped parts[PARTS];
	struct rule rules[RULES];
	struct slice words[RULES][2]; /* a rule's CWE and its reference */
	const struct rule *list[RULES];
	struct ruleset set;
	char description[DESCRIPTION];
};

/* --- the review --- */

static void
make_rules(struct sample *s, struct slice *feed)
{
	/* The loader takes only ids of such bytes, and CWEs of this form. */
	static const char *const ids[RULES] = {"r", "a.rule-of_others", "z"};

	for (size_t i = 0; i < RULES; i++) {
		uint8_t byte = feed_byte(feed);
		s->words[i][0] = slice_str("CWE-89");
		s->words[i][1] = feed_text(feed);
		s->rules[i] = (struct rule){.id = slice_str(ids[i]),
					    .message = feed_text(feed),
					    .area = (enum area)(byte % AREA_COUNT),
					    .severity = byte & 8 ? SEVERITY_ERROR : SEVERITY_WARNING,
					    .confidence = byte & 16 ? CONFIDENCE_HIGH : CONFIDENCE_LOW,
					    .cwe = &s->words[i][0],
					    .ncwe = byte >> 7,
					    .references = &s->words[i][1],
					    .nreferences = (byte >> 6) & 1};
		s->list[i] = &s->rules[i];
	}
	s->set = (struct ruleset){.rules = s->list, .n = RULES};
}

static void
make_snippet(struct finding *f, struct snippet_line *lines, struct slice *feed)
{
	static const enum snippet_kind kinds[] = {SNIPPET_CONTEXT, SNIPPET_ADDED, SNIPPET_REMOVED};

	f->snippet = lines;
	f->nsnippet = feed_byte(feed) % (LINES + 1);
	for (size_t i = 0; i < f->nsnippet; i++) {
		struct slice text = slice_sub(feed_text(feed), 0, SNIPPET_BYTES);
		size_t end = slice_chr(text, '\n');
		text = slice_sub(text, 0, end == (size_t)-1 ? text.len : end);
		uint32_t from = text.len > 0 ? feed_byte(feed) % (uint32_t)text.len : 0;
		uint32_t to = from + feed_byte(feed);
		lines[i] = (struct snippet_line){.kind = kinds[feed_byte(feed) % 3],
						 .number = 1u << (feed_byte(feed) % 32),
						 .text = text,
						 .mark_start = from,
						 .mark_end = to < text.len ? to : (uint32_t)text.len};
	}
}

static void
make_trace(struct finding *f, struct trace_step *steps, struct slice *feed)
{
	f->trace = steps;
	f->ntrace = feed_byte(feed) % (STEPS + 1);
	for (size_t i = 0; i < f->ntrace; i++)
		steps[i] = (struct trace_step){.path = feed_text(feed),
					       .line = feed_byte(feed),
					       .column = feed_byte(feed),
					       .note = feed_text(feed)};
}

static void
make_finding(struct sample *s, size_t i, struct slice *feed)
{
	static const char hex[] = "00112233445566778899aabbccddeeff";
	struct finding *f = &s->findings[i];
	uint8_t byte = feed_byte(feed), more = feed_byte(feed);

	*f = (struct finding){.rule = &s->rules[byte % RULES],
			      .class = (enum finding_class)((byte >> 2) % (CLASS_EXISTING + 1)),
			      .state = (enum finding_state)((byte >> 5) % (FINDING_VOID + 1)),
			      .verdict = more & 1 ? ACTION_BLOCK : ACTION_WARN,
			      .path = feed_text(feed),
			      .line = (uint32_t)feed_byte(feed) << (more >> 4),
			      .column = feed_byte(feed),
			      .end_line = feed_byte(feed),
			      .end_column = feed_byte(feed),
			      .message = feed_text(feed),
			      .fix = feed_text(feed)};
	if (more & 2) {
		f->old_path = feed_text(feed);
		f->old_line = feed_byte(feed);
		f->reason = feed_text(feed);
		f->ref = feed_text(feed);
	}
	if (more & 4)
		f->commit = slice_str(hex);
	if (more & 8)
		f->removed_in = slice_str(hex);
	memcpy(f->fingerprint, hex, sizeof(hex));
	make_snippet(f, s->lines[i], feed);
	make_trace(f, s->steps[i], feed);
}

static void
make_parts(struct sample *s, struct slice *feed)
{
	size_t n = feed_byte(feed) % (PARTS + 1), incomplete = n > 0 ? feed_byte(feed) % (n + 1) : 0;

	for (size_t i = 0; i < n; i++) {
		struct slice path = feed_text(feed), reason = feed_text(feed);
		/* What has no path is a limit of the whole, in our own words. */
		s->parts[i] = (struct skipped){.path = path,
					       .reason = path.len > 0 ? reason : slice_str("time limit")};
	}
	s->review.incomplete = s->parts;
	s->review.nincomplete = incomplete;
	s->review.skipped = s->parts + incomplete;
	s->review.nskipped = n - incomplete;
}

static void
make_review(struct sample *s, struct slice feed)
{
	struct review *review = &s->review;

	*s = (struct sample){0};
	make_rules(s, &feed);
	make_parts(s, &feed);
	struct slice description = slice_sub(feed_text(&feed), 0, DESCRIPTION - 9);
	/* Revisions stand in it, which hold neither ':' nor '['; here they may. */
	memcpy(s->description, "push of ", 8);
	if (description.len > 0)
		memcpy(s->description + 8, description.ptr, description.len);
	review->scope = (struct source_scope){.description = s->description,
					      .commits = feed_byte(&feed),
					      .files = feed_byte(&feed),
					      .added_lines = 3,
					      .is_push = feed_byte(&feed) & 1};
	review->tolerated = feed_byte(&feed) & 1;
	review->rules_without_grammar = feed_byte(&feed);
	review->findings = s->findings;
	for (; review->n < FINDINGS && feed.len > 0; review->n++)
		make_finding(s, review->n, &feed);
	tally_init(review);
	tally_finish(review, false);
}

/* --- text --- */

static void
check_line(struct slice line)
{
	struct buf escaped = BUF_INIT(REPORT_MAX);
	size_t at = 0;

	escape_terminal(&escaped, line);
	CHECK(buf_ok(&escaped) && slice_eq(buf_slice(&escaped), line));
	buf_release(&escaped);
	/* GitHub's "::name::", Azure's "##vso[" and "##[name]"; white space before them is passed over. */
	while (at < line.len && (line.ptr[at] == ' ' || line.ptr[at] == '\t'))
		at++;
	line = slice_sub(line, at, line.len);
	CHECK(!slice_starts(line, "::") && !slice_starts(line, "##"));
}

/* Returns the empty lines: in a quiet report each finding ends with one. */
static size_t
check_report(const struct buf *report)
{
	struct slice rest = buf_slice(report), line;
	size_t empty = 0;

	CHECK(report->len > 0 && report->ptr[report->len - 1] == '\n');
	while (slice_next_line(&rest, &line)) {
		check_line(line);
		empty += line.len == 0;
	}
	return empty;
}

static void
write_text(struct buf *out, const struct sample *s, struct report_options options)
{
	struct err err = ERR_INIT;

	options.rules = &s->set;
	CHECK(report_text(out, &s->review, &options, &err) == 0);
}

/* "ESC [ digits m" is a colour; what is left is the report without them. */
static void
strip_colors(struct buf *report)
{
	size_t kept = 0;

	for (size_t at = 0; at < report->len; at++) {
		if (report->ptr[at] != '\033') {
			report->ptr[kept++] = report->ptr[at];
			continue;
		}
		CHECK(report->ptr[++at] == '[');
		while (report->ptr[++at] != 'm')
			CHECK(report->ptr[at] == ';' || (report->ptr[at] >= '0' && report->ptr[at] <= '9'));
	}
	report->len = kept;
}

static void
check_colors(const struct sample *s, const struct buf *plain)
{
	struct buf colored = BUF_INIT(REPORT_MAX);

	write_text(&colored, s, (struct report_options){.color = true});
	strip_colors(&colored);
	CHECK(slice_eq(buf_slice(&colored), buf_slice(plain)));
	buf_release(&colored);
}

/* The count that the verdict speaks of, told from what another format lists. */
static void
check_tally(const struct buf *quiet, struct report_counts listed)
{
	struct buf tally = BUF_INIT(1u << 10);

	report_tally(&tally, listed);
	if (listed.blocking + listed.warnings > 0)
		CHECK(slice_find(buf_slice(quiet), buf_slice(&tally)) != (size_t)-1);
	buf_release(&tally);
}

static void
check_texts(const struct sample *s, struct report_counts listed)
{
	static const struct report_options others[] = {
		{.verbose = true}, {.pusher = true, .gitlab = true}, {.quiet = true, .verbose = true}};
	struct buf plain = BUF_INIT(REPORT_MAX), quiet = BUF_INIT(REPORT_MAX), other = BUF_INIT(REPORT_MAX);

	write_text(&plain, s, (struct report_options){0});
	check_report(&plain);
	check_colors(s, &plain);
	write_text(&quiet, s, (struct report_options){.quiet = true});
	CHECK(check_report(&quiet) == listed.blocking + listed.warnings);
	check_tally(&quiet, listed);
	for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++) {
		buf_clear(&other);
		write_text(&other, s, others[i]);
		check_report(&other);
	}
	buf_release(&plain);
	buf_release(&quiet);
	buf_release(&other);
}

/* --- JSON, SARIF --- */

static json_t *
parse_json(const struct buf *report)
{
	json_error_t error;

	for (size_t i = 0; i < report->len; i++)
		CHECK(report->ptr[i] == '\n' || (report->ptr[i] >= ' ' && report->ptr[i] <= '~'));
	/* jansson holds no string with a NUL unless it is told that one may come. */
	json_t *root = json_loadb(report->ptr, report->len, JSON_REJECT_DUPLICATES | JSON_ALLOW_NUL, &error);
	if (!root)
		fprintf(stderr, "%d:%d: %s\n", error.line, error.column, error.text);
	CHECK(root);
	return root;
}

static void
check_string(const json_t *value, struct slice bytes)
{
	struct buf valid = BUF_INIT(1u << 20);

	escape_utf8(&valid, bytes);
	CHECK(json_is_string(value));
	CHECK(slice_eq(slice_of(json_string_value(value), json_string_length(value)), buf_slice(&valid)));
	buf_release(&valid);
}

static struct report_counts
check_json(const struct sample *s)
{
	struct buf out = BUF_INIT(REPORT_MAX);
	struct err err = ERR_INIT;
	struct report_options options = {.rules = &s->set};
	struct report_counts counts = {0};

	CHECK(report_json(&out, &s->review, &options, &err) == 0);
	json_t *root = parse_json(&out), *list = json_object_get(root, "findings");
	for (size_t i = 0; i < json_array_size(list); i++) {
		const json_t *f = json_array_get(list, i);
		const char *verdict = json_string_value(json_object_get(f, "verdict"));
		CHECK(i < s->review.nactive);
		check_string(json_object_get(f, "path"), s->review.findings[i].path);
		check_string(json_object_get(f, "message"), s->review.findings[i].message);
		check_string(json_object_get(f, "rule"), s->review.findings[i].rule->id);
		counts.blocking += strcmp(verdict, "block") == 0;
		counts.warnings += strcmp(verdict, "warn") == 0;
	}
	CHECK(counts.blocking + counts.warnings == json_array_size(list));
	json_decref(root);
	buf_release(&out);
	return counts;
}

/* A rule's place in the tool's list is that of the id in the result. */
static void
check_result(const json_t *result, const json_t *rules)
{
	json_int_t index = json_integer_value(json_object_get(result, "ruleIndex"));
	const json_t *rule = json_array_get(rules, (size_t)index);

	CHECK(json_equal(json_object_get(rule, "id"), json_object_get(result, "ruleId")));
	CHECK(json_string_length(json_object_get(json_object_get(result, "message"), "text")) > 0);
}

static void
check_sarif(const struct sample *s, struct report_counts listed)
{
	struct buf out = BUF_INIT(REPORT_MAX);
	struct err err = ERR_INIT;
	struct report_options options = {.rules = &s->set};
	size_t active = 0;

	CHECK(report_sarif(&out, &s->review, &options, &err) == 0);
	json_t *root = parse_json(&out);
	const json_t *run = json_array_get(json_object_get(root, "runs"), 0);
	const json_t *results = json_object_get(run, "results");
	const json_t *driver = json_object_get(json_object_get(run, "tool"), "driver");
	for (size_t i = 0; i < json_array_size(results); i++) {
		const json_t *result = json_array_get(results, i);
		check_result(result, json_object_get(driver, "rules"));
		active += json_array_size(json_object_get(result, "suppressions")) == 0;
	}
	CHECK(active == listed.blocking + listed.warnings);
	json_decref(root);
	buf_release(&out);
}

static void
check_rule_list(const struct sample *s)
{
	struct buf out = BUF_INIT(REPORT_MAX);
	struct err err = ERR_INIT;

	rule_list_text(&out, &s->set, -1);
	CHECK(buf_ok(&out));
	check_report(&out);
	buf_clear(&out);
	CHECK(rule_list_json(&out, &s->set, -1, &err) == 0);
	json_t *root = parse_json(&out);
	CHECK(json_array_size(root) == RULES);
	json_decref(root);
	buf_release(&out);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct sample sample;

	make_review(&sample, slice_of(data, size));
	struct report_counts listed = check_json(&sample);
	check_texts(&sample, listed);
	check_sarif(&sample, listed);
	check_rule_list(&sample);
	return 0;
}
