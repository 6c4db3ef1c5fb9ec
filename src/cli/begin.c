/*
 * begin.c - what a run does before it reads anything of the change
 */
#include <stdio.h>
#include <string.h>

#include "base/limits.h"
#include "base/sandbox.h"
#include "cli/cli.h"
#include "cli/interrupt.h"
#include "cli/resume.h"
#include "policy/policy.h"

static bool
is_file(const struct report_target *target)
{
	return target->path && strcmp(target->path, "-") != 0;
}

int
run_prepare(struct options *options, struct err *err)
{
	for (size_t i = 0; i < options->nreports; i++)
		if (is_file(&options->reports[i]) &&
		    output_open(&options->outputs[i], options->reports[i].path, 0644, err) < 0)
			return -1;
	return 0;
}

void
options_release(struct options *options)
{
	for (size_t i = 0; i < MAX_REPORTS; i++)
		output_abort(&options->outputs[i]);
}

/* The command line first, then the configuration; NULL while that has not been read. From the start of the
 * run on. */
static int
set_deadline(struct options *options, const struct policy *policy, struct err *err)
{
	double limit = options->time_limit;

	if (limit <= 0 && policy)
		limit = policy_time_limit(policy);
	if (limit <= 0 && options->is_push)
		limit = LIMIT_PUSH_SECONDS;
	options->deadline = deadline_in(limit);
	deadline_hasten(&options->deadline, deadline_clock() - options->started);
	if (policy)
		options->time_limit = limit;
	return interrupt_after(&options->deadline, err);
}

/* Where the outputs are renamed. Two reports in one directory make it two entries: no harm. */
static int
add_directory(struct sandbox_wish *wish, const char **slots, struct arena *arena, const char *path,
	      struct err *err)
{
	const char *slash = strrchr(path, '/');

	slots[wish->nreplace_in] = ".";
	if (slash)
		slots[wish->nreplace_in] = arena_strndup(arena, path, (size_t)(slash - path) + 1);
	return slots[wish->nreplace_in++] ? 0 : err_oom(err);
}

static int
check_sandbox(const struct options *options, const struct sandbox *sandbox, struct err *err)
{
	struct buf what = BUF_INIT(256);

	if (sandbox_is_complete(sandbox))
		return 0;
	sandbox_describe(&what, sandbox);
	if (options->require_sandbox)
		err_set(err, ERR_IO, "a sandbox is required and this system has none: %s",
			what.len ? what.ptr : "");
	else if (options->verbose)
		fprintf(stderr, "note: sandbox: %s\n", what.len ? what.ptr : "");
	buf_release(&what);
	return options->require_sandbox ? -1 : 0;
}

/* program: what may be started, or NULL. */
static int
enter_sandbox(struct sandbox *sandbox, const struct options *options, const char *program, struct err *err)
{
	const char *directories[MAX_REPORTS + 1];
	struct sandbox_wish wish = {
		.replace_in = directories, .programs = &program, .nprograms = program != NULL};
	struct arena arena = ARENA_INIT;
	int rc = 0;

	for (size_t i = 0; rc == 0 && i < options->nreports; i++)
		if (options->outputs[i].temporary)
			rc = add_directory(&wish, directories, &arena, options->reports[i].path, err);
	if (rc == 0 && options->state && options->state->output.temporary)
		rc = add_directory(&wish, directories, &arena, options->resume, err);
	if (rc == 0)
		rc = sandbox_enter(sandbox, &wish, err);
	arena_release(&arena);
	return rc;
}

int
run_confine(struct options *options, struct repository *repo, struct err *err)
{
	struct policy *policy;

	if (policy_new(&policy, err) < 0)
		return -1;
	int rc = repository_config(repo, policy_visit, policy, err);
	if (rc == 0) {
		options->require_sandbox |= policy_requires_sandbox(policy);
		rc = set_deadline(options, policy, err);
	}
	policy_free(policy);
	if (repo)
		repository_set_deadline(repo, &options->deadline);
	if (rc < 0)
		return -1;
	const char *program = repo ? repository_program(repo, options->reads_index) : NULL;
	struct sandbox sandbox;
	options->may_start = program != NULL;
	return enter_sandbox(&sandbox, options, program, err) < 0 ? -1
								  : check_sandbox(options, &sandbox, err);
}

int
run_confine_more(struct options *options, struct repository *repo, struct err *err)
{
	struct sandbox sandbox;

	if (!options->may_start || repository_program(repo, false))
		return 0;
	options->may_start = false;
	return enter_sandbox(&sandbox, options, NULL, err);
}

int
run_open(struct repository **out, bool as_hook, struct options *options, struct err *err)
{
	/* git may be asked where the repository is, and not answer. */
	if (set_deadline(options, NULL, err) < 0 || repository_open(out, as_hook, err) < 0)
		return -1;
	return run_confine(options, *out, err);
}
