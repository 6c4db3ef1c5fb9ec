/*
 * match.h - where a rule matches a text
 *
 * A matcher belongs to one thread; the ruleset it was made for is shared.
 * Making one derives missing keywords and builds the prefilter; regular
 * expressions are compiled when a keyword of theirs is first seen.
 */
#ifndef SLUICE_MATCH_MATCH_H
#define SLUICE_MATCH_MATCH_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/deadline.h"
#include "base/err.h"
#include "change/text.h"
#include "rule/ruleset.h"

/* A metavariable's value: bytes of the text. */
struct binding {
	struct slice name; /* "$1", "$NAME" */
	struct slice value;
	struct slice constant; /* of a value put together elsewhere ("a" + B): its text; else empty */
};

/*
 * What a match of a rule on syntax is made of. A function of a hundred lines
 * may match for two of them, its head and one call: what `...` passed over in a block is no
 * part. See makeup.c.
 */
struct makeup {
	struct line_set
		own; /* text lines of what the patterns matched; none: not known, every line of the span */
	struct line_set around; /* text lines that only say where: of pattern-inside */
	uint64_t essence; /* hash of own's words, without the names of functions and classes; 0: not known */
	uint64_t setting; /* hash of around's */
};

/* A place that taint went through. */
struct match_step {
	uint32_t start, end; /* bytes of the text */
	const char *note;    /* static: "source", "propagated", "sink" */
};

struct match {
	const struct rule *rule;
	uint32_t start, end; /* bytes of the text that are reported: the focus, else the whole match,
			      * without white space at its ends */
	uint32_t span_start, span_end; /* bytes of all that makes the match up */
	const struct binding *bindings;
	size_t nbindings;
	struct makeup makeup;
	const struct match_step *trace; /* of a rule of mode taint: from the source to the sink */
	size_t ntrace;
	struct slice plain; /* what they decode to: to be masked, never shown */
	bool of_file; /* it says something of the file as it is now: it is new whatever stood there before */
	const char *encoding; /* static: the bytes are written in it, the match is in what they decode to; or
			       * NULL */
	bool of_run;          /* such a run of letters, all of which stands for the match */
};

/* A limit that was met: the rule may have missed something here. */
struct match_limit {
	const struct rule *rule; /* NULL: what is encoded was not all looked at */
	uint32_t line;           /* text line */
	const char *reason;      /* static: "match limit", "window cut at 4096 bytes" ... */
	bool partial;            /* the text has syntax errors: it was matched where its tree is sound */
};

struct match_list {
	struct match *items; /* by rule (ruleset order), then start, then end */
	size_t n, cap;
	struct match_limit *limits;
	size_t nlimits, limits_cap;
	struct arena arena; /* bindings, line sets, traces */
};

void match_list_init(struct match_list *list);
void match_list_clear(struct match_list *list);
void match_list_release(struct match_list *list);
int match_list_add_limit(struct match_list *list, const struct match_limit *limit, struct err *err)
	__attribute__((warn_unused_result));

struct matcher;

/* The ruleset is borrowed and must outlive the matcher. */
int matcher_new(struct matcher **out, const struct ruleset *rules, struct err *err)
	__attribute__((warn_unused_result));
void matcher_free(struct matcher *matcher);

/* Which rules a scan runs; called once a rule and scan, before any work for it. */
typedef bool (*rule_filter)(void *ctx, const struct rule *rule);

struct scan {
	const struct text *text;
	const struct line_set *lines; /* a match must touch one of these text lines; NULL: any */
	rule_filter filter;           /* NULL: every rule */
	void *filter_ctx;
	enum language lang;  /* which grammar rules on syntax need; LANG_NONE: they find nothing */
	struct slice path;   /* decides between dialects, and what rules allow there; may be empty */
	struct slice commit; /* in hex, what rules allow in it; may be empty */
	const struct deadline *deadline; /* what is found until then is delivered; NULL: none */
};

/* Asked before each rule and each window: what was found until then is what there is. */
static inline bool
scan_is_late(const struct scan *scan)
{
	return deadline_is_past(scan->deadline);
}

/*
 * Appends to list every match of the filtered rules whose span, or what of the
 * text led to it, touches the scan's lines; of a rule on removed lines only what makes it up counts.
 * Language, path, diff.on and diff.commits are the filter's business. A limit that is met goes to
 * list->limits, not to err.
 */
int matcher_scan(struct matcher *matcher, const struct scan *scan, struct match_list *list, struct err *err)
	__attribute__((warn_unused_result));

/* Whether what the cells of a notebook (.ipynb) say is read, too, besides how it stands there; at first it
 * is. */
void matcher_open_notebooks(struct matcher *matcher, bool open);

/* Turns the prefilter off (every rule runs on every window): the oracle of tests. */
void matcher_disable_prefilter(struct matcher *matcher);

/*
 * Compiles everything a rule will need, to find mistakes when it is loaded:
 * regular expressions, metavariable names, comparisons, patterns. ERR_RULE with
 * "file:line:column: message".
 */
int matcher_check_rule(const struct rule *rule, struct err *err) __attribute__((warn_unused_result));

/* The same without patterns and without what rules share, which a rule_checker looks at. */
int matcher_check_text_parts(const struct rule *rule, struct err *err) __attribute__((warn_unused_result));

/* Parses the patterns of many rules. */
struct rule_checker;

int rule_checker_new(struct rule_checker **out, struct err *err) __attribute__((warn_unused_result));
void rule_checker_free(struct rule_checker *checker);

/* Checks what the rule shares with others of its file, once for all that come after each other. */
int rule_checker_common(struct rule_checker *checker, const struct rule *rule, struct err *err)
	__attribute__((warn_unused_result));

/* 1; 0: the pattern at *at parses in none of the rule's languages; -1. Without a grammar nobody can say. */
int rule_checker_patterns(struct rule_checker *checker, const struct rule *rule, struct rule_position *at,
			  struct err *err) __attribute__((warn_unused_result));

/*
 * The text with "$1", "$NAME" replaced by the match's bindings; unknown names
 * stay. For messages and fixes.
 */
struct buf;
void match_interpolate(struct buf *out, struct slice text, const struct match *match);

#endif
