/*
 * screen.h - which matches of a rule of gitleaks are secrets (rule/screen.h)
 */
#ifndef SLUICE_MATCH_SCREEN_H
#define SLUICE_MATCH_SCREEN_H

#include "match/formula.h"
#include "match/found.h"

struct screen_program;

/* For a rule that has a screen; regular expressions are compiled when they are first asked. */
int screen_program_new(struct screen_program **out, const struct rule *rule, struct err *err)
	__attribute__((warn_unused_result));
void screen_program_free(struct screen_program *program);

/* Compiles all of them but for what the rule shares with others. ERR_RULE as regex_compile(). */
int screen_program_check(struct screen_program *program, struct err *err) __attribute__((warn_unused_result));

/* Compiles what it shares. */
int screen_check_common(const struct rule *rule, struct err *err) __attribute__((warn_unused_result));

/*
 * Replaces *ranges by those that are secrets, which is what they report then; the whole match
 * stays their span. Borrowed until the next call. A regular expression that gave up allows nothing.
 */
int screen_filter(const struct range_list **ranges, struct screen_program *program,
		  struct formula_window *window, struct err *err) __attribute__((warn_unused_result));

/* Of a sorted list: takes out what lacks a match of another rule near it, and what is there for others only.
 */
void screen_settle(struct found_list *found, const struct text *text);

#endif
