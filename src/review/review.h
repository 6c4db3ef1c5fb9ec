/*
 * review.h - a source, a ruleset and a policy become a verdict
 *
 *   source_next → which rules read it → matcher_scan on touched lines → classifier
 *   → policy, baseline, suppressions → struct review
 *
 * A review is complete or says what it did not look at: `skipped` lists files with a
 * reason, `incomplete` what makes the verdict INCOMPLETE.
 */
#ifndef SLUICE_REVIEW_REVIEW_H
#define SLUICE_REVIEW_REVIEW_H

#include "base/arena.h"
#include "base/err.h"
#include "change/source.h"
#include "finding/finding.h"
#include "policy/policy.h"
#include "rule/ruleset.h"

enum verdict { VERDICT_PASS, VERDICT_WARN, VERDICT_BLOCK, VERDICT_INCOMPLETE };

const char *verdict_name(enum verdict verdict); /* "pass", "warn", "block", "incomplete" */

struct place {
	struct slice path;
	uint32_t line;
};

/* What rules with metadata.observes saw: evidence that does not accuse. */
struct observation {
	struct slice what; /* "ORM queries" */
	uint64_t count;
	struct place *places; /* the first OBSERVATION_PLACES of them */
	size_t nplaces;
};
#define OBSERVATION_PLACES 8u

struct area_review {
	enum area area;
	uint64_t rules;   /* defect rules of this area that were active */
	uint64_t applied; /* of them, those whose languages and paths met a changed file */
	struct observation *seen;
	size_t nseen;
	uint64_t findings; /* active, warn or block */
	uint64_t blocking;
	enum verdict verdict; /* PASS, WARN, BLOCK */
};

/* A file or part that was not analysed. */
struct skipped {
	struct slice path;
	struct slice commit; /* hex or empty */
	struct slice reason;
};

struct review {
	enum verdict verdict;
	enum verdict rest;        /* of what was reviewed; differs when verdict is INCOMPLETE */
	bool tolerated;           /* sluice.onIncomplete = warn: the rest decides */
	struct finding *findings; /* the active ones by path, line, column; then the silent ones */
	size_t n, cap;
	size_t nactive;
	uint64_t moved, existing, suppressed, baselined, off; /* silent findings, counted */
	struct area_review areas[AREA_COUNT];
	struct source_scope scope;
	uint64_t reviewed_lines;        /* added and removed lines that rules looked at (net comparison) */
	uint64_t messages;              /* commit and tag messages that were read */
	uint64_t rules;                 /* active rules */
	uint64_t unsupported_rules;     /* they use what no build of ours runs */
	uint64_t rules_without_grammar; /* rules on syntax in a build that has none */
	struct skipped *skipped;
	size_t nskipped, skipped_cap;
	struct skipped *incomplete; /* limits met, unreadable objects, deadline */
	size_t nincomplete, incomplete_cap;
	uint32_t groups_done; /* so many of the source's groups of changes were reviewed to their end */
	double ms_total;
	struct arena arena;
};

struct review_options {
	int only_area;                   /* an enum area, or -1: all */
	bool fail_on_warn;               /* --fail-on=warn */
	const char *baseline_path;       /* --baseline: a file; NULL: what the policy says */
	const char *today;               /* "YYYY-MM-DD" UTC: suppressions with "until" */
	double time_limit;               /* seconds, for messages */
	const struct deadline *deadline; /* NULL: none */
	/* Asked between files: true ends the review as the deadline does. NULL: never. */
	bool (*is_cancelled)(void);
	/* Called between comparisons with what was read so far. NULL: not. */
	void (*progress)(void *ctx, const struct source_scope *scope, size_t nfindings);
	void *progress_ctx;
};

/* Does the verdict stop the commit or push? An incomplete review does unless it is tolerated. */
bool review_refuses(const struct review *review);

/*
 * Reviews everything the source hands out. repo may be NULL (a patch). The rules must
 * outlive the review: findings point at them. 0 with the result in *out even when
 * the verdict is INCOMPLETE; -1 when no review could be made.
 */
int review_run(struct review *out, struct source *source, struct repository *repo,
	       const struct ruleset *rules, const struct review_options *options, struct err *err)
	__attribute__((warn_unused_result));
void review_release(struct review *review);

#endif
