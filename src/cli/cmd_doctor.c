/*
 * cmd_doctor.c - would a review work here, and under what rule?
 *
 * One line a check: "ok", "note" for what is only said, "BAD" for what makes
 * reviews fail or not happen. Each check goes on with what the ones before it found.
 */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/escape.h"
#include "base/file.h"
#include "base/limits.h"
#include "base/sandbox.h"
#include "cli/cli.h"
#include "cli/hook_file.h"
#include "policy/policy.h"
#include "review/trust.h"
#include "syntax/syntax.h"

#define OUTPUT_BYTES (4u << 20)

struct doctor {
	struct repository *repo; /* NULL: none could be opened */
	struct options options;
	struct buf out;
	bool ill;
};

enum result { FINE, NOTE, BAD };

/* The line's first two columns; the caller goes on with text and a LF. */
static void
begin(struct doctor *d, enum result kind, const char *what)
{
	static const char *const names[] = {"ok", "note", "BAD"};

	d->ill |= kind == BAD;
	buf_addf(&d->out, "%-4s  %-13s ", names[kind], what);
}

static void
say(struct doctor *d, enum result kind, const char *what, const char *text)
{
	begin(d, kind, what);
	escape_terminal(&d->out, slice_str(text));
	buf_add_char(&d->out, '\n');
}

static void
check_repository(struct doctor *d)
{
	struct err err = ERR_INIT;
	struct object_id head;

	if (repository_open(&d->repo, false, &err) < 0) {
		d->repo = NULL;
		say(d, BAD, "repository", err.msg);
		return;
	}
	int rc = repository_commit(&head, d->repo, "HEAD", &err);
	say(d, rc < 0 ? BAD : FINE, "repository", rc < 0 ? err.msg : repository_git_dir(d->repo));
	say(d, FINE, "HEAD", rc < 0 ? "cannot be read" : rc == 0 ? "no commit yet" : head.hex);
	say(d, FINE, "read by", repository_backend(d->repo));
}

static void
check_build(struct doctor *d)
{
	struct sandbox sandbox = sandbox_probe();
	struct buf text = BUF_INIT(256);

	say(d, syntax_available() ? FINE : NOTE, "syntax", syntax_description());
	sandbox_describe(&text, &sandbox);
	enum result without = d->options.require_sandbox ? BAD : NOTE;
	say(d, sandbox_is_complete(&sandbox) ? FINE : without, "sandbox", text.len ? text.ptr : "");
	buf_release(&text);
}

/* The hook that matters must be there; the others only if they are. */
static void
check_hook(struct doctor *d, struct slice directory, const char *name, bool wanted)
{
	struct buf path = BUF_INIT(1u << 16);
	struct err err = ERR_INIT;
	enum hook_owner owner;

	buf_add_slice(&path, directory);
	buf_add_str(&path, name);
	if (!buf_ok(&path) || hook_owner_of(&owner, path.ptr, &err) < 0)
		say(d, BAD, name, err_is_set(&err) ? err.msg : "out of memory");
	else if (owner == HOOK_ABSENT && wanted)
		say(d, BAD, name, "no such hook: 'git sluice install' puts it there");
	else if (owner != HOOK_ABSENT && access(path.ptr, X_OK) < 0)
		say(d, BAD, name, "the hook is not executable: git passes it over");
	else if (owner == HOOK_FOREIGN)
		say(d, NOTE, name, "a hook of somebody else's; it may or may not call git-sluice");
	else if (owner == HOOK_OURS)
		say(d, FINE, name, path.ptr);
	buf_release(&path);
}

static void
check_hooks(struct doctor *d)
{
	struct buf directory = BUF_INIT(1u << 16);
	struct err err = ERR_INIT;

	if (!d->repo)
		return;
	enum hook_id wanted = repository_is_bare(d->repo) ? HOOK_PRE_RECEIVE : HOOK_PRE_COMMIT;
	if (hook_directory(&directory, d->repo, &err) < 0)
		say(d, BAD, "hooks", err.msg);
	for (int i = 0; i < HOOK_COUNT && !err_is_set(&err); i++)
		check_hook(d, buf_slice(&directory), hook_names[i], i == (int)wanted);
	buf_release(&directory);
}

/* "sluice.failon = warn (git config file:.git/config)" */
static int
show_variable(void *ctx, const char *name, const char *value, const char *origin, struct err *err)
{
	struct doctor *d = ctx;

	(void)err;
	begin(d, FINE, "configuration");
	escape_terminal(&d->out, slice_str(name));
	buf_add_str(&d->out, " = ");
	escape_terminal(&d->out, slice_str(value));
	buf_add_str(&d->out, " (");
	escape_terminal(&d->out, slice_str(origin));
	buf_add_str(&d->out, ")\n");
	return 0;
}

static void
check_configuration(struct doctor *d)
{
	struct policy *policy = NULL;
	struct err err = ERR_INIT;

	int rc = repository_config(d->repo, show_variable, d, &err);
	if (rc == 0)
		rc = policy_new(&policy, &err);
	if (rc == 0)
		rc = repository_config(d->repo, policy_visit, policy, &err);
	if (rc < 0)
		say(d, BAD, "configuration", err.msg);
	else
		d->options.require_sandbox = policy_requires_sandbox(policy);
	policy_free(policy);
}

/* What HEAD's tree says: its .sluiceconfig and its baseline. */
static void
check_committed(struct doctor *d)
{
	struct trust_store store = {.repo = d->repo};
	const struct trust *trust;
	struct err err = ERR_INIT;
	struct object_id head;

	if (!d->repo || repository_commit(&head, d->repo, "HEAD", &err) <= 0)
		return;
	struct buf text = BUF_INIT(LIMIT_CONFIG_BYTES);
	int found =
		repository_file(&text, d->repo, &head, slice_str(".sluiceconfig"), LIMIT_CONFIG_BYTES, &err);
	if (found < 0 || trust_of(&trust, &store, &head, &err) < 0)
		say(d, BAD, "committed", err.msg);
	else
		say(d, FINE, "committed", found ? ".sluiceconfig of HEAD" : "no .sluiceconfig in HEAD");
	buf_release(&text);
	trust_store_release(&store);
}

static void
check_rules(struct doctor *d)
{
	struct err err = ERR_INIT;
	struct ruleset rules;

	if (load_rules(&rules, &d->options, d->repo, &err) < 0) {
		say(d, BAD, "rules", err.msg);
	} else {
		begin(d, rules.n > 0 ? FINE : BAD, "rules");
		buf_addf(&d->out, "%zu", rules.n);
		if (rules.nunsupported > 0)
			buf_addf(&d->out, ", and %zu that this build cannot run", rules.nunsupported);
		buf_add_char(&d->out, '\n');
	}
	ruleset_release(&rules);
}

int
cmd_doctor(int argc, char **argv, struct err *err)
{
	struct doctor d = {.options = {.area = -1}, .out = BUF_INIT(OUTPUT_BYTES)};
	int rc = 0;

	(void)argv;
	if (argc > 1) {
		err_set(err, ERR_USAGE, "doctor takes no arguments");
		return EXIT_USAGE;
	}
	check_repository(&d);
	check_configuration(&d);
	check_committed(&d);
	check_rules(&d);
	check_build(&d);
	check_hooks(&d);
	rc = buf_ok(&d.out) ? file_write_fd(STDOUT_FILENO, buf_slice(&d.out), "standard output", err)
			    : err_oom(err);
	buf_release(&d.out);
	repository_free(d.repo);
	if (rc < 0)
		return EXIT_FATAL;
	return d.ill ? EXIT_BLOCK : EXIT_PASS;
}
