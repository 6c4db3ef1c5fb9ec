/*
 * cli.h - what the commands share
 */
#ifndef SLUICE_CLI_CLI_H
#define SLUICE_CLI_CLI_H

#include "base/deadline.h"
#include "base/err.h"
#include "base/output.h"
#include "change/repository.h"
#include "change/source.h"
#include "report/report.h"
#include "rule/ruleset.h"

/* Exit status, as git's own. */
enum {
	EXIT_PASS = 0,
	EXIT_BLOCK = 1,
	EXIT_FATAL = 128, /* the review could not be completed */
	EXIT_USAGE = 129,
};

/*
 * A command: argv[0] is its name. Returns an exit status; a failure is left in
 * err for main() to print.
 */
struct command {
	const char *name;
	int (*run)(int argc, char **argv, struct err *err);
	const char *usage; /* "git sluice rules (list | ...)"; NULL: not shown */
};

int cmd_review(int argc, char **argv, struct err *err);
int cmd_receive(int argc, char **argv, struct err *err);
int cmd_hook(int argc, char **argv, struct err *err);
int cmd_install(int argc, char **argv, struct err *err);
int cmd_uninstall(int argc, char **argv, struct err *err);
int cmd_rules(int argc, char **argv, struct err *err);
int cmd_baseline(int argc, char **argv, struct err *err);
int cmd_doctor(int argc, char **argv, struct err *err);
int cmd_version(int argc, char **argv, struct err *err);

/* The exit status that goes with a recorded failure. */
int exit_status(const struct err *err);

/* A report to write: a format and where to. */
struct report_target {
	const struct report_format *format;
	const char *path; /* NULL: standard output (a hook: standard error) */
};

#define MAX_REPORTS    16
#define MAX_RULE_PATHS 64

enum color_choice { COLOR_AUTO, COLOR_ALWAYS, COLOR_NEVER };

struct resume;

/* Options that review, receive, hook and baseline share. */
struct options {
	bool staged;
	const char *patch;    /* a path or "-" */
	bool all;             /* of history */
	const char *resume;   /* --resume: a path */
	struct resume *state; /* what stands there; NULL: not asked for */
	const char *revisions;
	struct report_target reports[MAX_REPORTS];
	size_t nreports;
	const char *rules[MAX_RULE_PATHS];
	size_t nrules;
	bool only_rules; /* the shipped rules are left out */
	int area;        /* enum area or -1 */
	bool fail_on_warn;
	const char *baseline;
	double time_limit;        /* seconds; 0: none */
	bool require_sandbox;     /* or sluice.requireSandbox */
	bool reads_index;         /* which libgit2 may refuse, and git is asked */
	bool may_start;           /* a program, in the sandbox */
	bool is_push;             /* received: there is a limit unless one is given */
	uint64_t started;         /* of deadline_clock() */
	struct deadline deadline; /* set by run_confine() */
	enum color_choice color;
	bool quiet, verbose;
	struct output outputs[MAX_REPORTS]; /* of the reports with a path, open while a run works */
	int rest;                           /* index of the first argument that is no option */
};

/* Fills options; ERR_USAGE for what it does not know. */
int options_parse(struct options *options, int argc, char **argv, struct err *err)
	__attribute__((warn_unused_result));

/*
 * How a run begins. run_prepare() opens the outputs, run_open() the repository,
 * run_confine() does what git's configuration (repo may be NULL) and the options say about
 * time and sandbox; run_open() calls it. Nothing of the change is read before.
 */
int run_prepare(struct options *options, struct err *err) __attribute__((warn_unused_result));
int run_open(struct repository **out, bool as_hook, struct options *options, struct err *err)
	__attribute__((warn_unused_result));
int run_confine(struct options *options, struct repository *repo, struct err *err)
	__attribute__((warn_unused_result));

/* Once the source is there it is known whether git is needed: if it is not, no program is. */
int run_confine_more(struct options *options, struct repository *repo, struct err *err)
	__attribute__((warn_unused_result));

/* Removes outputs that were not written. */
void options_release(struct options *options);

/*
 * The ruleset of a run: shipped rules, those of sluice.rules in git's configuration,
 * those of --rules; all checked. repo may be NULL.
 */
int load_rules(struct ruleset *set, const struct options *options, struct repository *repo, struct err *err)
	__attribute__((warn_unused_result));

/*
 * Looks for mistakes in a rule (ERR_RULE): 1 when it can run; 0 when a pattern of it, at *at, is read by no
 * grammar of its languages, and *why (static) says so; -1. Reading a pattern takes about a twentieth
 * of a millisecond.
 */
struct rule_checker;
int check_rule(struct rule_checker *checker, const struct rule *rule, struct rule_position *at,
	       const char **why, struct err *err) __attribute__((warn_unused_result));

/* The same for all rules but the shipped ones. Those that cannot run are dropped: their packs have others. */
int check_loaded_rules(struct ruleset *set, struct err *err) __attribute__((warn_unused_result));

/* Who a run speaks to. */
enum audience {
	AUDIENCE_TERMINAL,  /* standard output */
	AUDIENCE_COMMITTER, /* standard error of a local hook: short */
	AUDIENCE_PUSHER,    /* standard error of a server's hook: short, 72 columns, no colour */
};

/* Reviews a source and writes the reports; the exit status. */
int run_review(struct source *source, struct repository *repo, struct options *options,
	       enum audience audience, struct err *err);

/* The same for one push: "<old> <new> <ref>" lines. remote: NULL on the server. */
int run_push(struct repository *repo, struct slice lines, const char *remote, struct options *options,
	     enum audience audience, struct err *err);

/* "YYYY-MM-DD", UTC. */
void today_utc(char out[11]);

#endif
