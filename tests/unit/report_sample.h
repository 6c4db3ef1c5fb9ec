/*
 * report_sample.h - one review with something of everything, for the writers' tests
 *
 * Paths and lines are of a change to a networking service; the bytes that
 * want escaping are in the last finding.
 */
#ifndef SLUICE_TESTS_REPORT_SAMPLE_H
#define SLUICE_TESTS_REPORT_SAMPLE_H

#include "report/report.h"

#define S(s)     SLICE_LITERAL(s)
#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

static const struct slice sample_cwe_sql[] = {S("CWE-89"), S("CWE-564")};
static const struct slice sample_cwe_secret[] = {S("CWE-798: Use of Hard-coded Credentials")};
static const struct slice sample_cwe_auth[] = {S("CWE-306")};
static const struct slice sample_references[] = {S("https://example.org/sql"), S("https://example.org/orm")};

static const struct rule sample_sql = {
	.id = S("python-sql-format"),
	.message = S("SQL is built from text.\nUse bound parameters."),
	.severity = SEVERITY_ERROR,
	.confidence = CONFIDENCE_HIGH,
	.area = AREA_SQL_INJECTION,
	.cwe = sample_cwe_sql,
	.ncwe = COUNT(sample_cwe_sql),
	.references = sample_references,
	.nreferences = COUNT(sample_references),
};

static const struct rule sample_secret = {
	.id = S("generic-private-token"),
	.message = S("A token is written down"),
	.severity = SEVERITY_ERROR,
	.confidence = CONFIDENCE_HIGH,
	.area = AREA_SECRETS,
	.cwe = sample_cwe_secret,
	.ncwe = COUNT(sample_cwe_secret),
	.commits = COMMITS_EVERY,
};

static const struct rule sample_auth = {
	.id = S("python-auth-decorator-removed"),
	.message = S("An authentication check goes away"),
	.severity = SEVERITY_WARNING,
	.confidence = CONFIDENCE_MEDIUM,
	.area = AREA_AUTH,
	.cwe = sample_cwe_auth,
	.ncwe = COUNT(sample_cwe_auth),
	.on = DIFF_REMOVED,
};

static const struct rule sample_comment = {
	.id = S("security-todo"),
	.message = S("A comment promises a check that is not there"),
	.severity = SEVERITY_INFO,
	.confidence = CONFIDENCE_LOW,
	.area = AREA_COMMENTS,
};

/* A tab before the mark, and two code points of two bytes each. */
static const struct snippet_line sample_sql_lines[] = {
	{SNIPPET_CONTEXT, 40, S("def by_name(self, name):"), 0, 0},
	{SNIPPET_REMOVED, 41, S("\treturn q.filter_by(name=name)"), 0, 0},
	{SNIPPET_ADDED, 41, S("\tquery = \"\xc3\xbc\xc3\xbc %s\" % name"), 9, 26},
};

static const struct snippet_line sample_secret_lines[] = {
	{SNIPPET_ADDED, 1, S("token = \"****\""), 8, 14},
};

static const struct snippet_line sample_auth_lines[] = {
	{SNIPPET_REMOVED, 17, S("@login_required"), 0, 15},
	{SNIPPET_CONTEXT, 17, S("def delete(port):"), 0, 0},
};

/* Two marked lines; the first holds an escape sequence and a bidi override. */
static const struct snippet_line sample_comment_lines[] = {
	{SNIPPET_ADDED, 100000, S("# TODO \x1b[2J\xe2\x80\xae check"), 2, 17},
	{SNIPPET_ADDED, 100001, S(""), 0, 0},
};

static const struct trace_step sample_trace[] = {
	{S("neutron/api.py"), 12, 5, S("input of the request")},
	{S("neutron/ports.py"), 41, 10, S("reaches the query")},
};

static const struct finding sample_findings[] = {
	{
		.rule = &sample_sql,
		.class = CLASS_INTRODUCED,
		.verdict = ACTION_BLOCK,
		.path = S("neutron/ports.py"),
		.line = 41,
		.column = 10,
		.end_line = 41,
		.end_column = 27,
		.message = S("SQL is built from text.\nUse bound parameters."),
		.fix = S("text(\"... :name\")\n    .bind(name)\n"),
		.snippet = sample_sql_lines,
		.nsnippet = COUNT(sample_sql_lines),
		.trace = sample_trace,
		.ntrace = COUNT(sample_trace),
		.fingerprint = "00112233445566778899aabbccddeeff",
	},
	{
		.rule = &sample_secret,
		.class = CLASS_INTRODUCED,
		.verdict = ACTION_BLOCK,
		.path = S("settings.py"),
		.line = 1,
		.column = 9,
		.end_line = 1,
		.end_column = 49,
		.commit = S("1a2b3c4d5e6f70819203a4b5c6d7e8f901234567"),
		.removed_in = S("d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f607"),
		.ref = S("refs/heads/topic"),
		.message = S("A token is written down"),
		.snippet = sample_secret_lines,
		.nsnippet = COUNT(sample_secret_lines),
		.fingerprint = "10112233445566778899aabbccddeeff",
	},
	{
		.rule = &sample_auth,
		.class = CLASS_REMOVED_GUARD,
		.verdict = ACTION_WARN,
		.path = S("neutron/ports.py"),
		.old_path = S("neutron/port.py"),
		.line = 17,
		.column = 1,
		.end_line = 17,
		.end_column = 16,
		.old_line = 17,
		.message = S("An authentication check goes away"),
		.snippet = sample_auth_lines,
		.nsnippet = COUNT(sample_auth_lines),
		.fingerprint = "20112233445566778899aabbccddeeff",
	},
	{
		.rule = &sample_comment,
		.class = CLASS_TOUCHED,
		.verdict = ACTION_WARN,
		.path = S("::error\nf.c\xff"),
		.line = 100000,
		.column = 3,
		.end_line = 100000,
		.end_column = 18,
		.old_line = 99,
		.message = S("A comment \x1b[31m promises\t a check"),
		.snippet = sample_comment_lines,
		.nsnippet = COUNT(sample_comment_lines),
		.fingerprint = "30112233445566778899aabbccddeeff",
	},
	{
		.rule = &sample_sql,
		.class = CLASS_INTRODUCED,
		.state = FINDING_SUPPRESSED,
		.verdict = ACTION_BLOCK,
		.path = S("neutron/agents.py"),
		.line = 7,
		.column = 2,
		.end_line = 8,
		.end_column = 4,
		.message = S("SQL is built from text."),
		.reason = S("the name is a constant"),
		.fingerprint = "40112233445566778899aabbccddeeff",
	},
	{
		.rule = &sample_comment,
		.class = CLASS_INTRODUCED,
		.state = FINDING_BASELINED,
		.verdict = ACTION_WARN,
		.path = S("neutron/old.py"),
		.line = 3,
		.column = 1,
		.end_line = 3,
		.end_column = 5,
		.message = S("A comment promises a check"),
		.fingerprint = "50112233445566778899aabbccddeeff",
	},
	{
		.rule = &sample_comment,
		.class = CLASS_MOVED,
		.verdict = ACTION_WARN,
		.path = S("neutron/old.py"),
		.line = 30,
		.column = 1,
		.end_line = 30,
		.end_column = 5,
		.old_line = 20,
		.message = S("A comment promises a check"),
		.fingerprint = "60112233445566778899aabbccddeeff",
	},
	{
		.rule = &sample_comment,
		.state = FINDING_VOID,
		.path = S("neutron/void.py"),
		.line = 1,
		.column = 1,
		.end_line = 1,
		.end_column = 1,
		.message = S("never shown"),
	},
};
#define SAMPLE_ACTIVE 4u

static const struct place sample_places[] = {
	{S("neutron/ports.py"), 12},
	{S("neutron/ports.py"), 19},
	{S("neutron/ports.py"), 33},
	{S("neutron/agents.py"), 4},
};

static const struct observation sample_seen[] = {
	{S("ORM queries"), 7, (struct place *)sample_places, COUNT(sample_places)},
};

static const struct skipped sample_skipped[] = {
	{S("logo.png"), S(""), S("binary")},
	{S("vendor/lib"), S("1a2b3c4d5e6f70819203a4b5c6d7e8f901234567"), S("submodule")},
};

static const struct skipped sample_incomplete[] = {
	{S("big.sql"), S(""), S("120 MB is above the limit of 64 MB")},
	{S(""), S(""), S("the time limit was met")},
};

static inline struct area_review
sample_area(enum area area, uint64_t rules, uint64_t applied, uint64_t findings, uint64_t blocking)
{
	enum verdict verdict = findings ? VERDICT_WARN : VERDICT_PASS;

	return (struct area_review){
		.area = area,
		.rules = rules,
		.applied = applied,
		.findings = findings,
		.blocking = blocking,
		.verdict = blocking ? VERDICT_BLOCK : verdict,
	};
}

/* The whole sample; nothing in it is to be released. */
static inline struct review
sample_review(void)
{
	struct review review = {
		.verdict = VERDICT_BLOCK,
		.findings = (struct finding *)sample_findings,
		.n = COUNT(sample_findings),
		.nactive = SAMPLE_ACTIVE,
		.moved = 1,
		.suppressed = 1,
		.baselined = 1,
		.scope = {"main..topic", 2, 5, 120, 14, false, false},
		.reviewed_lines = 130,
		.rules = 96,
		.unsupported_rules = 3,
		.skipped = (struct skipped *)sample_skipped,
		.nskipped = COUNT(sample_skipped),
		.ms_total = 12.3456,
	};

	review.areas[AREA_SQL_INJECTION] = sample_area(AREA_SQL_INJECTION, 31, 12, 1, 1);
	review.areas[AREA_SQL_INJECTION].seen = (struct observation *)sample_seen;
	review.areas[AREA_SQL_INJECTION].nseen = COUNT(sample_seen);
	review.areas[AREA_INPUT_VALIDATION] = sample_area(AREA_INPUT_VALIDATION, 20, 9, 0, 0);
	review.areas[AREA_ERROR_HANDLING] = sample_area(AREA_ERROR_HANDLING, 9, 9, 0, 0);
	review.areas[AREA_DATA_EXPOSURE] = sample_area(AREA_DATA_EXPOSURE, 8, 3, 0, 0);
	review.areas[AREA_AUTH] = sample_area(AREA_AUTH, 10, 10, 1, 0);
	review.areas[AREA_COMMENTS] = sample_area(AREA_COMMENTS, 5, 5, 1, 0);
	review.areas[AREA_DEPENDENCIES] = sample_area(AREA_DEPENDENCIES, 9, 0, 0, 0);
	review.areas[AREA_SECRETS] = sample_area(AREA_SECRETS, 4, 4, 1, 1);
	return review;
}

/* The same change without a finding. */
static inline struct review
sample_clean(void)
{
	struct review review = sample_review();

	review.verdict = VERDICT_PASS;
	review.n = review.nactive = 0;
	review.moved = review.suppressed = review.baselined = 0;
	review.nskipped = 0;
	for (int i = 0; i < AREA_COUNT; i++) {
		struct area_review *area = &review.areas[i];
		*area = sample_area(area->area, area->rules, area->applied, 0, 0);
	}
	return review;
}

#endif
