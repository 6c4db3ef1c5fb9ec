/*
 * cmd_hook.c - what git calls
 *
 * hooks/ and installed hooks run "git-sluice hook <name> <git's arguments>";
 * the program may also be the hook file itself (main() looks at its own name).
 */
#include <stdlib.h>

#include "base/file.h"
#include "base/limits.h"
#include "cli/cli.h"

#define PUSH_BYTES (64u << 20)

static const struct options defaults = {.area = -1};

static void
use_text_report(struct options *options)
{
	*options = defaults;
	options->started = deadline_clock();
	options->reports[0].format = report_format_by_name("text");
	options->nreports = 1;
}

static int
hook_staged(int argc, char **argv, struct err *err)
{
	struct options options;
	struct repository *repo = NULL;
	struct source *source = NULL;
	int status = EXIT_FATAL;

	(void)argc;
	(void)argv;
	use_text_report(&options);
	options.reads_index = true;
	if (run_open(&repo, true, &options, err) == 0 && source_staged(&source, repo, err) == 0)
		status = run_review(source, repo, &options, AUDIENCE_COMMITTER, err);
	source_free(source);
	repository_free(repo);
	return status;
}

/* "<local ref> <local id> <remote ref> <remote id>" becomes "<remote id> <local id> <remote ref>". */
static int
turn_line(struct buf *out, struct slice line, struct err *err)
{
	struct slice local_ref, local_id, remote_ref, remote_id, rest = line;

	if (!slice_next_word(&rest, &local_ref) || !slice_next_word(&rest, &local_id) ||
	    !slice_next_word(&rest, &remote_ref) || !slice_next_word(&rest, &remote_id))
		return err_set(err, ERR_INPUT,
			       "pre-push wants \"<local ref> <local id> <remote ref> <remote id>\" lines");
	buf_add_slice(out, remote_id);
	buf_add_char(out, ' ');
	buf_add_slice(out, local_id);
	buf_add_char(out, ' ');
	buf_add_slice(out, remote_ref);
	buf_add_char(out, '\n');
	return buf_ok(out) ? 0 : err_oom(err);
}

static int
read_outgoing(struct buf *out, struct err *err)
{
	struct buf input = BUF_INIT(PUSH_BYTES);
	struct slice rest, line;
	int rc = file_read(&input, "-", PUSH_BYTES, err);

	rest = buf_slice(&input);
	while (rc == 0 && slice_next_line(&rest, &line))
		rc = turn_line(out, line, err);
	buf_release(&input);
	return rc;
}

/*
 * Without a range (the push brings a root commit) the framework names the
 * branches only: whatever the remote does not have is judged.
 */
static int
push_of_branch(struct repository *repo, struct options *options, const char *local, struct err *err)
{
	static const char zeros[] = "0000000000000000000000000000000000000000000000000000000000000000";
	const char *remote_ref = getenv("PRE_COMMIT_REMOTE_BRANCH"),
		   *remote = getenv("PRE_COMMIT_REMOTE_NAME");
	struct buf line = BUF_INIT(1u << 14);
	struct object_id tip;
	int status = EXIT_FATAL;

	int found = repository_commit(&tip, repo, local, err);
	if (found == 0)
		err_set(err, ERR_GIT, "%s has no commit yet", local);
	buf_addf(&line, "%.*s %s %s\n", (int)strlen(tip.hex), zeros, tip.hex,
		 remote_ref ? remote_ref : local);
	if (found > 0 && buf_ok(&line))
		status = run_push(repo, buf_slice(&line), remote ? remote : "origin", options,
				  AUDIENCE_COMMITTER, err);
	buf_release(&line);
	return status;
}

/* The pre-commit framework eats standard input and names the range in the environment. */
static int
push_of_framework(struct repository *repo, struct options *options, struct err *err)
{
	const char *from = getenv("PRE_COMMIT_FROM_REF"), *to = getenv("PRE_COMMIT_TO_REF");
	struct buf range = BUF_INIT(1u << 12);
	struct source *source = NULL;
	int status = EXIT_FATAL;

	buf_addf(&range, "%s..%s", from, to);
	if (!buf_ok(&range))
		err_oom(err);
	else if (source_range(&source, repo, range.ptr, err) == 0)
		status = run_review(source, repo, options, AUDIENCE_COMMITTER, err);
	source_free(source);
	buf_release(&range);
	return status;
}

static int
hook_push(int argc, char **argv, struct err *err)
{
	struct options options;
	struct buf lines = BUF_INIT(PUSH_BYTES);
	struct repository *repo = NULL;
	int status = EXIT_FATAL;

	use_text_report(&options);
	if (run_open(&repo, true, &options, err) < 0)
		return EXIT_FATAL;
	const char *branch = getenv("PRE_COMMIT") ? getenv("PRE_COMMIT_LOCAL_BRANCH") : NULL;
	if (getenv("PRE_COMMIT_FROM_REF") && getenv("PRE_COMMIT_TO_REF"))
		status = push_of_framework(repo, &options, err);
	else if (branch)
		status = push_of_branch(repo, &options, branch, err);
	else if (read_outgoing(&lines, err) < 0)
		status = EXIT_FATAL;
	else if (lines.len == 0)
		status = EXIT_PASS; /* git found nothing to push */
	else
		status = run_push(repo, buf_slice(&lines), argc > 1 ? argv[1] : "origin", &options,
				  AUDIENCE_COMMITTER, err);
	repository_free(repo);
	buf_release(&lines);
	return status;
}

static int
hook_receive(int argc, char **argv, struct err *err)
{
	(void)argc;
	char *receive[] = {argv[0], NULL};
	return cmd_receive(1, receive, err);
}

static const struct command hooks[] = {
	{"pre-commit", hook_staged, NULL},
	{"pre-merge-commit", hook_staged, NULL},
	{"pre-push", hook_push, NULL},
	{"pre-receive", hook_receive, NULL},
};

int
cmd_hook(int argc, char **argv, struct err *err)
{
	for (size_t i = 0; argc > 1 && i < sizeof(hooks) / sizeof(hooks[0]); i++)
		if (strcmp(argv[1], hooks[i].name) == 0)
			return hooks[i].run(argc - 1, argv + 1, err);
	err_set(err, ERR_USAGE, "hook wants pre-commit, pre-merge-commit, pre-push or pre-receive%s%s",
		argc > 1 ? ", not " : "", argc > 1 ? argv[1] : "");
	return EXIT_USAGE;
}
