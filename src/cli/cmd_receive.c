#include "base/file.h"
#include "base/limits.h"
#include "cli/cli.h"
#include "cli/skip.h"

/* A ref name is at most a path long; this bounds the lines of a push. */
#define PUSH_LINE_BYTES 4400u

static int
receive(struct options *options, struct err *err)
{
	struct buf lines = BUF_INIT((size_t)LIMIT_REF_UPDATES * PUSH_LINE_BYTES);
	struct repository *repo = NULL;
	struct skip skip;
	int status = EXIT_FATAL;

	int skips = skip_begin(&skip, err);
	if (skips > 0) {
		if (file_read(&lines, "-", lines.max, err) == 0 &&
		    skip_finish(&skip, buf_slice(&lines), err) == 0)
			status = EXIT_PASS;
	} else if (skips == 0 && run_prepare(options, err) == 0 && run_open(&repo, true, options, err) == 0 &&
		   file_read(&lines, "-", lines.max, err) == 0) {
		status = run_push(repo, buf_slice(&lines), NULL, options, AUDIENCE_PUSHER, err);
	}
	repository_free(repo);
	buf_release(&lines);
	return status;
}

int
cmd_receive(int argc, char **argv, struct err *err)
{
	struct options options;

	if (options_parse(&options, argc, argv, err) < 0)
		return exit_status(err);
	options.is_push = true;
	if (options.rest < argc || options.staged || options.patch) {
		err_set(err, ERR_USAGE, "receive reads \"<old> <new> <ref>\" lines from standard input only");
		return EXIT_USAGE;
	}
	int status = receive(&options, err);
	options_release(&options);
	return status;
}
