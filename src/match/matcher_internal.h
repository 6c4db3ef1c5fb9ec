/*
 * matcher_internal.h - the state of a matcher and of one scan
 *
 * matcher.c          a text: its windows, its rules, what they find
 * matcher_seen.c     which rules on the whole of it find their words
 * matcher_decoded.c  the same for what is encoded in it
 */
#ifndef SLUICE_MATCH_MATCHER_INTERNAL_H
#define SLUICE_MATCH_MATCHER_INTERNAL_H

#include "match/decoded.h"
#include "match/found.h"
#include "match/keyword_index.h"
#include "match/match.h"
#include "match/regex.h"
#include "match/statement.h"

/* Bounds what is remembered of keywords at a time. */
#define STRETCH_BYTES (1u << 20)

struct rule_state {
	struct rule_program *program; /* NULL until first needed */
	bool written;                 /* its keywords are the author's */
	bool syntax;                  /* it has patterns: looks at the whole text */
	bool decodes;                 /* it reads what is encoded */
	/* of the current scan */
	bool active;
	bool seen; /* WINDOW_FILE: a keyword stands in the text */
	uint32_t matches, limits;
};

/* Rules by their places, ascending. */
struct rule_places {
	uint32_t *items; /* room for all rules */
	size_t n;
};

struct matcher {
	const struct ruleset *rules;
	size_t n;
	struct rule_state *states;
	struct rule_places on_lines, on_file; /* those that the current scan began with */
	struct keyword_list *keywords;
	struct keyword_index *index;
	struct regex_engine *engine;
	struct reading *reading;
	bool unfiltered, ignores_notebooks;
	struct arena arena;   /* derived keywords */
	struct arena scratch; /* bindings of one window */
	struct statements statements;
	struct keyword_hits hits;
	struct keyword_spans spans;
	struct found_list found;
	char *squeezed; /* for matcher_seen.c alone */
	size_t squeezed_cap;
	struct decoded *views; /* LIMIT_DECODE_DEPTH of them; NULL: no rule asks for any */
};

/* One call of matcher_scan(). */
struct run {
	struct matcher *m;
	const struct text *text;
	const struct line_set *lines;
	struct match_list *list;
	struct err *err;
	bool split; /* the current stretch's statements are known */
	const struct scan *scan;
	bool parsed; /* unit and language are known */
	const struct unit *unit;
	const struct pattern_language *language;
	const char *unread; /* why not all of the text was parsed; NULL when it was said */
};

/* Leaves of the rules none, and puts one in. */
void matcher_clear_rules(struct matcher *m);
void matcher_add_rule(struct matcher *m, size_t i);

/* Runs the active rules on the run's text; what they find is added to the matcher's found list. */
int matcher_scan_text(struct run *run) __attribute__((warn_unused_result));

/* Marks the rules on the whole file of which a keyword stands in the text. */
int matcher_see_keywords(struct run *run) __attribute__((warn_unused_result));

/* The same of one rule, without the index. 1, 0 or -1. */
int matcher_has_keyword(struct run *run, size_t i) __attribute__((warn_unused_result));

/* After a scan for keywords: that a rule may have missed its words from somewhere in this line on. */
int matcher_note_full(struct run *run, uint32_t line) __attribute__((warn_unused_result));

/* Runs those that read it on what is encoded in the run's lines. */
int matcher_scan_decoded(struct run *run) __attribute__((warn_unused_result));

/* Room for the views, if a rule of the matcher asks for any. */
int matcher_make_views(struct matcher *m, struct err *err) __attribute__((warn_unused_result));
void matcher_free_views(struct matcher *m);

#endif
