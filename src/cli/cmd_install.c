/*
 * cmd_install.c - put the hook scripts where git looks for them
 *
 * A hook of ours carries HOOK_MARKER in its second line. One that does not is
 * somebody else's and is never overwritten: install refuses, or with --chain
 * keeps it beside ours as "<name>.before-sluice" and runs it first.
 */
#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/output.h"
#include "cli/cli.h"
#include "cli/hook_file.h"

#define KEPT_SUFFIX ".before-sluice"

struct install {
	bool wanted[HOOK_COUNT];
	bool chain;
	struct repository *repo;
	struct buf dir;     /* the hooks directory, ends in '/' */
	struct buf program; /* the absolute path of this program */
};

static const struct option install_options[] = {
	{"pre-commit", no_argument, NULL, 'c'},
	{"pre-push", no_argument, NULL, 'p'},
	{"pre-receive", no_argument, NULL, 'r'},
	{"chain", no_argument, NULL, 'x'},
	{NULL, 0, NULL, 0},
};

static int
parse(struct install *in, int argc, char **argv, struct err *err)
{
	int id;

	opterr = 0;
	optind = 1;
	while ((id = getopt_long(argc, argv, ":", install_options, NULL)) != -1) {
		if (id == 'c') /* a clean merge runs pre-merge-commit instead of pre-commit */
			in->wanted[HOOK_PRE_COMMIT] = in->wanted[HOOK_PRE_MERGE_COMMIT] = true;
		else if (id == 'p')
			in->wanted[HOOK_PRE_PUSH] = true;
		else if (id == 'r')
			in->wanted[HOOK_PRE_RECEIVE] = true;
		else if (id == 'x')
			in->chain = true;
		else
			return err_set(err, ERR_USAGE, "unknown option '%s'", argv[optind - 1]);
	}
	if (optind < argc)
		return err_set(err, ERR_USAGE, "%s takes options only, not '%s'", argv[0], argv[optind]);
	return 0;
}

static bool
nothing_wanted(const struct install *in)
{
	for (int i = 0; i < HOOK_COUNT; i++)
		if (in->wanted[i])
			return false;
	return true;
}

/* A bare repository receives pushes, any other one makes commits. */
static int
settle_wanted(struct install *in, struct err *err)
{
	bool bare = repository_is_bare(in->repo);

	if (nothing_wanted(in)) {
		in->wanted[HOOK_PRE_RECEIVE] = bare;
		in->wanted[HOOK_PRE_COMMIT] = in->wanted[HOOK_PRE_MERGE_COMMIT] = !bare;
	}
	if (bare && (in->wanted[HOOK_PRE_COMMIT] || in->wanted[HOOK_PRE_PUSH]))
		return err_set(err, ERR_USAGE, "a bare repository makes no commits: only --pre-receive fits");
	return 0;
}

static int
find_program(struct buf *out, struct err *err)
{
	char path[4096];
	ssize_t len = readlink("/proc/self/exe", path, sizeof(path) - 1);

	if (len <= 0 || (size_t)len >= sizeof(path) - 1)
		return err_set(err, ERR_IO, "cannot find the path of this program (is /proc mounted?)");
	buf_add(out, path, (size_t)len);
	return buf_ok(out) ? 0 : err_oom(err);
}

static void
add_quoted(struct buf *out, const char *s)
{
	buf_add_char(out, '\'');
	for (; *s; s++) {
		if (*s == '\'')
			buf_add_str(out, "'\\''");
		else
			buf_add_char(out, *s);
	}
	buf_add_char(out, '\'');
}

/* A chained hook gets the same arguments and the same standard input first. */
static void
print_hook(struct buf *out, const struct install *in, const char *name, bool chained)
{
	bool reads_input = strcmp(name, "pre-push") == 0 || strcmp(name, "pre-receive") == 0;

	buf_addf(out, "#!/bin/sh\n" HOOK_MARKER ": %s\n", name);
	if (chained && reads_input)
		buf_addf(out, "input=$(cat)\n"
			      "if [ -n \"$input\" ]; then input=\"$input\n\"; fi\n"
			      "printf %%s \"$input\" | \"$0" KEPT_SUFFIX "\" \"$@\" || exit\n"
			      "printf %%s \"$input\" | ");
	else if (chained)
		buf_add_str(out, "\"$0" KEPT_SUFFIX "\" \"$@\" || exit\nexec ");
	else
		buf_add_str(out, "exec ");
	add_quoted(out, in->program.ptr);
	buf_addf(out, " hook %s \"$@\"\n", name);
}

static int
keep_foreign(const char *path, const char *kept, const struct install *in, struct err *err)
{
	struct stat st;

	if (!in->chain)
		return err_set(err, ERR_IO,
			       "%s exists and is not git-sluice's; --chain keeps it and runs it first", path);
	if (lstat(kept, &st) == 0)
		return err_set(err, ERR_IO, "%s exists already: move it away first", kept);
	if (rename(path, kept) < 0)
		return err_set(err, ERR_IO, "cannot rename %s: %s", path, strerror(errno));
	return 0;
}

static int
install_one(const struct install *in, const char *path, const char *kept, const char *name, struct err *err)
{
	struct buf script = BUF_INIT(1u << 16);
	enum hook_owner owner;
	struct stat st;

	if (hook_owner_of(&owner, path, err) < 0)
		return -1;
	if (owner == HOOK_FOREIGN && keep_foreign(path, kept, in, err) < 0)
		return -1;
	print_hook(&script, in, name, lstat(kept, &st) == 0);
	int rc = buf_ok(&script) ? file_replace(path, buf_slice(&script), 0755, err) : err_oom(err);
	buf_release(&script);
	if (rc == 0)
		fprintf(stderr, "installed %s\n", path);
	return rc;
}

static int
uninstall_one(const char *path, const char *kept, struct err *err)
{
	enum hook_owner owner;
	struct stat st;

	if (hook_owner_of(&owner, path, err) < 0)
		return -1;
	if (owner != HOOK_OURS)
		return 0;
	bool restore = lstat(kept, &st) == 0;
	if (restore ? rename(kept, path) < 0 : unlink(path) < 0)
		return err_set(err, ERR_IO, "cannot remove %s: %s", path, strerror(errno));
	fprintf(stderr, "%s %s\n", restore ? "restored" : "removed", path);
	return 0;
}

static int
for_one(const struct install *in, const char *name, bool installing, struct err *err)
{
	struct buf path = BUF_INIT(1u << 16), kept = BUF_INIT(1u << 16);
	int rc;

	buf_addf(&path, "%s%s", in->dir.ptr, name);
	buf_addf(&kept, "%s%s" KEPT_SUFFIX, in->dir.ptr, name);
	if (!buf_ok(&path) || !buf_ok(&kept))
		rc = err_oom(err);
	else
		rc = installing ? install_one(in, path.ptr, kept.ptr, name, err)
				: uninstall_one(path.ptr, kept.ptr, err);
	buf_release(&kept);
	buf_release(&path);
	return rc;
}

/* Refuses before the first hook is written if any of them could not be. */
static int
check_foreign(const struct install *in, struct err *err)
{
	struct buf path = BUF_INIT(1u << 16);
	int rc = 0;

	for (int i = 0; rc == 0 && !in->chain && i < HOOK_COUNT; i++) {
		enum hook_owner owner = HOOK_ABSENT;
		buf_clear(&path);
		buf_addf(&path, "%s%s", in->dir.ptr, hook_names[i]);
		if (!buf_ok(&path))
			rc = err_oom(err);
		else if (in->wanted[i])
			rc = hook_owner_of(&owner, path.ptr, err);
		if (rc == 0 && owner == HOOK_FOREIGN)
			rc = keep_foreign(path.ptr, "", in, err);
	}
	buf_release(&path);
	return rc;
}

static int
prepare(struct install *in, bool installing, int argc, char **argv, struct err *err)
{
	if (parse(in, argc, argv, err) < 0 || repository_open(&in->repo, false, err) < 0 ||
	    hook_directory(&in->dir, in->repo, err) < 0)
		return -1;
	if (!installing) {
		if (nothing_wanted(in))
			memset(in->wanted, true, sizeof(in->wanted));
		return 0;
	}
	if (settle_wanted(in, err) < 0 || find_program(&in->program, err) < 0)
		return -1;
	if (mkdir(in->dir.ptr, 0777) < 0 && errno != EEXIST)
		return err_set(err, ERR_IO, "cannot create %s: %s", in->dir.ptr, strerror(errno));
	return check_foreign(in, err);
}

static int
run(int argc, char **argv, bool installing, struct err *err)
{
	struct install in = {.dir = BUF_INIT(1u << 16), .program = BUF_INIT(1u << 16)};
	int rc = prepare(&in, installing, argc, argv, err);

	for (int i = 0; rc == 0 && i < HOOK_COUNT; i++)
		if (in.wanted[i])
			rc = for_one(&in, hook_names[i], installing, err);
	repository_free(in.repo);
	buf_release(&in.program);
	buf_release(&in.dir);
	return rc == 0 ? EXIT_PASS : exit_status(err);
}

int
cmd_install(int argc, char **argv, struct err *err)
{
	return run(argc, argv, true, err);
}

int
cmd_uninstall(int argc, char **argv, struct err *err)
{
	return run(argc, argv, false, err);
}
