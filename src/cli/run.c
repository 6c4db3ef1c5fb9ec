/*
 * run.c - one review from its source to its reports and exit status
 */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "base/file.h"
#include "base/limits.h"
#include "cli/cli.h"
#include "cli/interrupt.h"
#include "cli/progress.h"
#include "cli/resume.h"

void
today_utc(char out[11])
{
	time_t now = time(NULL);
	struct tm tm;

	gmtime_r(&now, &tm);
	strftime(out, 11, "%Y-%m-%d", &tm);
}

int
exit_status(const struct err *err)
{
	return err->code == ERR_USAGE ? EXIT_USAGE : EXIT_FATAL;
}

static bool
terminal_wants_color(int fd)
{
	const char *term = getenv("TERM");
	const char *paged = getenv("GIT_PAGER_IN_USE");

	if (paged && strcmp(paged, "true") == 0)
		return true;
	return isatty(fd) && term && strcmp(term, "dumb") != 0;
}

/* --color, then NO_COLOR, then color.sluice, color.ui, then the terminal. */
static int
choose_color(bool *out, const struct options *options, struct repository *repo, int fd, struct err *err)
{
	struct arena arena = ARENA_INIT;
	const char *no_color = getenv("NO_COLOR"), *value = NULL;

	*out = options->color == COLOR_ALWAYS;
	if (options->color != COLOR_AUTO || (no_color && *no_color))
		return 0;
	int rc = repository_config_string(&value, &arena, repo, "color.sluice", err);
	if (rc == 0 && !value)
		rc = repository_config_string(&value, &arena, repo, "color.ui", err);
	if (value && strcmp(value, "always") == 0)
		*out = true;
	else if (!value || (strcmp(value, "never") != 0 && strcmp(value, "false") != 0))
		*out = terminal_wants_color(fd);
	arena_release(&arena);
	return rc;
}

static int
write_report(const struct report_target *target, struct output *output, const struct review *review,
	     const struct report_options *report, int fd, struct err *err)
{
	struct buf out = BUF_INIT(LIMIT_REPORT_BYTES);
	int rc = target->format->write(&out, review, report, err);

	if (rc == 0 && !buf_ok(&out))
		rc = err_set(err, ERR_LIMIT, "the report does not fit into memory");
	if (rc == 0 && output->open)
		rc = output_commit(output, buf_slice(&out), err);
	else if (rc == 0)
		rc = file_write_fd(fd, buf_slice(&out),
				   fd == STDERR_FILENO ? "standard error" : "standard output", err);
	buf_release(&out);
	return rc;
}

static int
write_reports(const struct review *review, struct options *options, const struct ruleset *rules,
	      struct repository *repo, enum audience audience, struct err *err)
{
	int fd = audience == AUDIENCE_TERMINAL ? STDOUT_FILENO : STDERR_FILENO;
	bool color = false;

	if (audience != AUDIENCE_PUSHER && choose_color(&color, options, repo, fd, err) < 0)
		return -1;
	for (size_t i = 0; i < options->nreports; i++) {
		const struct report_options report = {
			.color = color && (!options->reports[i].path || options->color == COLOR_ALWAYS),
			.quiet = options->quiet || (audience != AUDIENCE_TERMINAL && !options->verbose),
			.verbose = options->verbose,
			.pusher = audience == AUDIENCE_PUSHER && !options->reports[i].path,
			.gitlab = getenv("GL_ID") != NULL,
			.rules = rules,
		};
		if (write_report(&options->reports[i], &options->outputs[i], review, &report, fd, err) < 0)
			return -1;
	}
	return 0;
}

static int
verdict_status(const struct review *review)
{
	if (!review_refuses(review))
		return EXIT_PASS;
	return review->verdict == VERDICT_INCOMPLETE && !review->tolerated ? EXIT_FATAL : EXIT_BLOCK;
}

static int
review_with(const struct ruleset *rules, struct source *source, struct repository *repo,
	    struct options *options, enum audience audience, struct err *err)
{
	char today[11];
	struct review review;
	struct progress progress = progress_start(options->quiet);
	const struct review_options how = {
		.only_area = options->area,
		.fail_on_warn = options->fail_on_warn,
		.baseline_path = options->baseline,
		.today = today,
		.time_limit = options->time_limit,
		.deadline = &options->deadline,
		.is_cancelled = options->all ? interrupt_asked : NULL,
		.progress = options->all ? progress_show : NULL,
		.progress_ctx = &progress,
	};

	today_utc(today);
	int rc = review_run(&review, source, repo, rules, &how, err);
	progress_end(&progress);
	if (rc < 0)
		return EXIT_FATAL;
	int status = verdict_status(&review);
	if (options->verbose && repo && repository_note(repo))
		fprintf(stderr, "note: %s; git was asked\n", repository_note(repo));
	if (write_reports(&review, options, rules, repo, audience, err) < 0 ||
	    (options->state && resume_write(options->state, source, review.groups_done, err) < 0))
		status = EXIT_FATAL;
	interrupt_no_longer();
	review_release(&review);
	return status;
}

int
run_review(struct source *source, struct repository *repo, struct options *options, enum audience audience,
	   struct err *err)
{
	struct ruleset rules;
	int status = EXIT_FATAL;

	if (run_confine_more(options, repo, err) < 0)
		return EXIT_FATAL;
	if (load_rules(&rules, options, repo, err) == 0) {
		if (rules.n == 0)
			err_set(err, ERR_RULE, "no rules are loaded: nothing would be reviewed");
		else
			status = review_with(&rules, source, repo, options, audience, err);
	}
	ruleset_release(&rules);
	return status;
}

int
run_push(struct repository *repo, struct slice lines, const char *remote, struct options *options,
	 enum audience audience, struct err *err)
{
	struct arena arena = ARENA_INIT;
	struct ref_update *updates;
	struct source *source = NULL;
	size_t n;
	int status = EXIT_FATAL;

	int rc = ref_updates_parse(&updates, &n, &arena, lines, err);
	if (rc == 0)
		rc = remote ? source_outgoing(&source, repo, remote, updates, n, err)
			    : source_push(&source, repo, updates, n, err);
	if (rc == 0)
		status = run_review(source, repo, options, audience, err);
	source_free(source);
	arena_release(&arena);
	return status;
}
