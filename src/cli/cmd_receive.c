#include "base/file.h"
#include "base/limits.h"
#include "cli/cli.h"

/* A ref name is at most a path long; this bounds the lines of a push. */
#define PUSH_LINE_BYTES 4400u

int
cmd_receive(int argc, char **argv, struct err *err)
{
	struct options options;
	struct buf lines = BUF_INIT((size_t)LIMIT_REF_UPDATES * PUSH_LINE_BYTES);
	struct repository *repo = NULL;
	int status = EXIT_FATAL;

	if (options_parse(&options, argc, argv, err) < 0)
		return exit_status(err);
	options.is_push = true;
	if (options.rest < argc || options.staged || options.patch) {
		err_set(err, ERR_USAGE, "receive reads \"<old> <new> <ref>\" lines from standard input only");
		return EXIT_USAGE;
	}
	if (run_prepare(&options, err) == 0 && run_open(&repo, true, &options, err) == 0 &&
	    file_read(&lines, "-", lines.max, err) == 0)
		status = run_push(repo, buf_slice(&lines), NULL, &options, AUDIENCE_PUSHER, err);
	repository_free(repo);
	options_release(&options);
	buf_release(&lines);
	return status;
}
