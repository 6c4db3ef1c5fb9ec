/*
 * cmd_baseline.c - accept what is there, judge what comes
 */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/limits.h"
#include "cli/cli.h"
#include "policy/baseline.h"

#define DEFAULT_BASELINE ".sluice-baseline"

/* A baseline report is one more format of a review, written by the same road. */
static int
print_baseline(struct buf *out, const struct review *review, const struct report_options *options,
	       struct err *err)
{
	(void)options;
	if (review->verdict == VERDICT_INCOMPLETE)
		return err_set(err, ERR_LIMIT, "the review is incomplete (%.*s): no baseline was written",
			       (int)review->incomplete[0].reason.len, review->incomplete[0].reason.ptr);
	return baseline_print(out, review->findings, review->nactive, err);
}

static const struct report_format baseline_format = {"baseline", print_baseline};

static int
source_of(struct source **out, struct repository *repo, const struct options *options, struct err *err)
{
	if (options->all)
		return source_all(out, repo, NULL, 0, err);
	if (options->revisions)
		return source_range(out, repo, options->revisions, err);
	return source_staged(out, repo, err);
}

static int
write_baseline(int argc, char **argv, struct err *err)
{
	struct options options;
	struct repository *repo = NULL;
	struct source *source = NULL;
	int status = EXIT_FATAL;

	if (options_parse(&options, argc, argv, err) < 0)
		return exit_status(err);
	if (options.patch || options.resume || argc - options.rest > 1 ||
	    options.staged + options.all + (argc > options.rest) > 1) {
		err_set(err, ERR_USAGE, "baseline write takes --staged, --all, or one revision or range");
		return EXIT_USAGE;
	}
	if (options.rest < argc)
		options.revisions = argv[options.rest];
	const char *path = options.baseline ? options.baseline : DEFAULT_BASELINE;
	options.baseline = NULL; /* what it is to replace has no say in it */
	options.reports[0] = (struct report_target){&baseline_format, path};
	options.reads_index = !options.revisions && !options.all;
	int rc = run_prepare(&options, err);
	if (rc == 0)
		rc = run_open(&repo, false, &options, err);
	if (rc == 0)
		rc = source_of(&source, repo, &options, err);
	if (rc == 0)
		status = run_review(source, repo, &options, AUDIENCE_TERMINAL, err);
	source_free(source);
	repository_free(repo);
	options_release(&options);
	return status == EXIT_BLOCK ? EXIT_PASS : status;
}

static int
show_baseline(int argc, char **argv, struct err *err)
{
	struct buf text = BUF_INIT(LIMIT_BASELINE_BYTES);
	struct baseline *baseline = NULL;
	const char *path = argc > 1 ? argv[1] : DEFAULT_BASELINE;

	if (argc > 2) {
		err_set(err, ERR_USAGE, "baseline show takes one file");
		return EXIT_USAGE;
	}
	int rc = file_read(&text, path, LIMIT_BASELINE_BYTES, err);
	if (rc == 0)
		rc = baseline_parse(&baseline, path, buf_slice(&text), err);
	if (rc == 0)
		rc = file_write_fd(STDOUT_FILENO, buf_slice(&text), "standard output", err);
	if (rc == 0)
		fprintf(stderr, "%s: %zu accepted\n", path, baseline_count(baseline));
	baseline_free(baseline);
	buf_release(&text);
	return rc == 0 ? EXIT_PASS : EXIT_FATAL;
}

int
cmd_baseline(int argc, char **argv, struct err *err)
{
	if (argc > 1 && strcmp(argv[1], "write") == 0)
		return write_baseline(argc - 1, argv + 1, err);
	if (argc > 1 && strcmp(argv[1], "show") == 0)
		return show_baseline(argc - 1, argv + 1, err);
	err_set(err, ERR_USAGE, "baseline wants write or show");
	return EXIT_USAGE;
}
