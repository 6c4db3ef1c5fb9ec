#include "base/file.h"
#include "base/limits.h"
#include "cli/cli.h"
#include "cli/interrupt.h"
#include "cli/resume.h"

static int
review_patch(struct options *options, struct err *err)
{
	struct buf patch = BUF_INIT(LIMIT_PATCH_BYTES);
	struct err no_repository = ERR_INIT;
	struct repository *repo = NULL;
	struct source *source = NULL;
	int status = EXIT_FATAL;

	/* A patch needs no repository; with one, its configuration counts. */
	int rc = repository_open(&repo, false, &no_repository);
	if (rc < 0 && no_repository.code != ERR_ABSENT)
		err_set(err, no_repository.code, "%s", no_repository.msg);
	else if (run_confine(options, repo, err) == 0 &&
		 file_read(&patch, options->patch, LIMIT_PATCH_BYTES, err) == 0 &&
		 source_patch(&source, repo, buf_slice(&patch), err) == 0)
		status = run_review(source, repo, options, AUDIENCE_TERMINAL, err);
	source_free(source);
	repository_free(repo);
	buf_release(&patch);
	return status;
}

static int
review_repository(struct options *options, struct err *err)
{
	struct repository *repo = NULL;
	struct source *source = NULL;
	int status = EXIT_FATAL;

	options->reads_index = !options->revisions;
	int rc = run_open(&repo, false, options, err);
	if (rc == 0)
		rc = options->revisions ? source_range(&source, repo, options->revisions, err)
					: source_staged(&source, repo, err);
	if (rc == 0)
		status = run_review(source, repo, options, AUDIENCE_TERMINAL, err);
	source_free(source);
	repository_free(repo);
	return status;
}

/* Every commit of every ref. */
static int
review_all(struct options *options, struct err *err)
{
	struct repository *repo = NULL;
	struct source *source = NULL;
	int status = EXIT_FATAL;

	int rc = options->resume ? resume_open(&options->state, options, err) : 0;
	const struct resume *resume = options->state;
	if (rc == 0)
		rc = run_open(&repo, false, options, err);
	if (rc == 0)
		rc = source_all(&source, repo, resume ? resume->done : NULL, resume ? resume->n : 0, err);
	if (rc == 0) {
		interrupt_gently();
		status = run_review(source, repo, options, AUDIENCE_TERMINAL, err);
	}
	source_free(source);
	repository_free(repo);
	resume_free(options->state);
	options->state = NULL;
	return status;
}

/* What is to be reviewed: one thing. */
static int
check_choice(const struct options *options, struct err *err)
{
	if (options->staged + options->all + (options->patch != NULL) + (options->revisions != NULL) > 1)
		return err_set(err, ERR_USAGE, "--staged, --all, --patch and a revision exclude each other");
	if (options->resume && !options->all)
		return err_set(err, ERR_USAGE, "--resume goes with --all");
	return 0;
}

static int
review_chosen(struct options *options, struct err *err)
{
	if (options->patch)
		return review_patch(options, err);
	return options->all ? review_all(options, err) : review_repository(options, err);
}

int
cmd_review(int argc, char **argv, struct err *err)
{
	struct options options;

	if (options_parse(&options, argc, argv, err) < 0)
		return exit_status(err);
	if (argc - options.rest > 1) {
		err_set(err, ERR_USAGE, "one revision or range at a time, not '%s' and '%s'",
			argv[options.rest], argv[options.rest + 1]);
		return EXIT_USAGE;
	}
	if (options.rest < argc)
		options.revisions = argv[options.rest];
	if (check_choice(&options, err) < 0)
		return EXIT_USAGE;
	int status = EXIT_FATAL;
	if (run_prepare(&options, err) == 0)
		status = review_chosen(&options, err);
	options_release(&options);
	return status;
}
