/*
 * libgit2_open.c - opening a repository in spite of libgit2
 *
 * libgit2 1.5 fails where git does not, or means something else than git:
 *
 *   GIT_WORK_TREE, GIT_COMMON_DIR   not implemented: refuses to open
 *   GIT_INDEX_FILE                  relative to the current directory, and an
 *                                   index it cannot read stops the opening
 *   GIT_ALTERNATE_OBJECT_DIRECTORIES  git's quoted form is taken literally
 *   safe.directory                  only an exact path is honoured
 *   extensions.*                    some that do not concern a reader
 *
 * So those variables are taken out of the environment while libgit2 looks,
 * put back (git may be started later), and honoured here.
 */
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "change/libgit2.h"

enum { ENV_WORK_TREE, ENV_COMMON_DIR, ENV_INDEX_FILE, ENV_ALTERNATES, ENV_COUNT };

static const char *const env_names[ENV_COUNT] = {
	"GIT_WORK_TREE",
	"GIT_COMMON_DIR",
	"GIT_INDEX_FILE",
	"GIT_ALTERNATE_OBJECT_DIRECTORIES",
};

/* What the variables held; NULL: not set, or set to nothing. */
struct environment {
	char *values[ENV_COUNT];
};

static void
environment_release(struct environment *env)
{
	for (int i = 0; i < ENV_COUNT; i++)
		free(env->values[i]);
}

static int
environment_take(struct environment *env, struct err *err)
{
	for (int i = 0; i < ENV_COUNT; i++) {
		const char *value = getenv(env_names[i]);
		if (!value || !*value)
			continue;
		env->values[i] = strdup(value);
		if (!env->values[i])
			return err_oom(err);
	}
	for (int i = 0; i < ENV_COUNT; i++)
		unsetenv(env_names[i]);
	return 0;
}

static int
environment_restore(const struct environment *env, struct err *err)
{
	for (int i = 0; i < ENV_COUNT; i++)
		if (env->values[i] && setenv(env_names[i], env->values[i], 1) < 0)
			return err_oom(err);
	return 0;
}

/* Process-wide switches of libgit2. */
static int
set_options(bool check_owner, struct err *err)
{
	/* A reader that follows no worktree of others, prunes nothing and
	 * reports a missing object needs to know nothing of these. */
	const char *harmless[] = {"worktreeconfig", "relativeworktrees", "preciousobjects", "partialclone"};

	if (git_libgit2_opts(GIT_OPT_SET_EXTENSIONS, harmless, sizeof(harmless) / sizeof(*harmless)) < 0 ||
	    git_libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, check_owner ? 1 : 0) < 0)
		return err_git(err, "cannot set up libgit2");
	/* git hashes what it writes and what it receives. Hashing every object
	 * again when it is read takes 40 % of the time of a review. */
	git_libgit2_opts(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, 0);
	/* libgit2's own 256 MB are the budget of a whole push; objects are
	 * seldom read twice. */
	git_libgit2_opts(GIT_OPT_SET_CACHE_MAX_SIZE, (ssize_t)(32 << 20));
	return 0;
}

/* What a variable is set to; NULL: not set, or set to nothing. */
static const char *
value_of(const char *name)
{
	const char *value = getenv(name);

	return value && *value ? value : NULL;
}

static bool
is_owner_failure(int rc)
{
	const git_error *last = git_error_last();

	/* 1.5 says "not found" when nobody has a safe.directory at all. */
	return rc == GIT_EOWNER || (rc == GIT_ENOTFOUND && last && last->klass == GIT_ERROR_CONFIG);
}

/* 0: refused, -1: git would say no other. */
static int
err_open(struct err *err, int rc)
{
	const git_error *last = git_error_last();

	if (rc == GIT_ENOTFOUND && last && last->klass == GIT_ERROR_REPOSITORY)
		return err_set(err, ERR_ABSENT, "not a git repository (or any of the parent directories)");
	err_git(err, "libgit2 %s cannot open the repository", LIBGIT2_VERSION);
	return 0;
}

/* git's own check of ownership, where libgit2's has failed: safe.directory may have the last word. */
static int
judge_owner(const git_repository *git, struct err *err)
{
	const char *directory = git_repository_workdir(git);
	struct shown shown;

	if (!directory)
		directory = git_repository_path(git);
	int trusted = repository_is_trusted_directory(directory, err);
	if (trusted != 0)
		return trusted;
	return err_owner(err, slice_str(show_str(&shown, directory)));
}

/* 1, 0: refused, -1. */
static int
open_git(git_repository **out, bool as_hook, struct err *err)
{
	/* With GIT_DIR git does not look at the owner; nothing that the
	 * repository's configuration names is executed here. */
	bool check_owner = !as_hook && !value_of("GIT_DIR");

	if (set_options(check_owner, err) < 0)
		return -1;
	int rc = git_repository_open_ext(out, NULL, GIT_REPOSITORY_OPEN_FROM_ENV, NULL);
	if (rc == 0)
		return 1;
	if (!check_owner || !is_owner_failure(rc))
		return err_open(err, rc);
	if (set_options(false, err) < 0)
		return -1;
	rc = git_repository_open_ext(out, NULL, GIT_REPOSITORY_OPEN_FROM_ENV, NULL);
	return rc < 0 ? err_open(err, rc) : judge_owner(*out, err);
}

/* One escape of a C-quoted string, *p behind the backslash; -1: malformed. */
static int
unquote_escape(const char **p)
{
	static const char letters[] = "abfnrtv\\\"", bytes[] = "\a\b\f\n\r\t\v\\\"";
	const char *s = *p;
	const char *letter = *s ? strchr(letters, *s) : NULL;

	if (letter) {
		*p = s + 1;
		return bytes[letter - letters];
	}
	if (s[0] < '0' || s[0] > '3' || s[1] < '0' || s[1] > '7' || s[2] < '0' || s[2] > '7')
		return -1;
	*p = s + 3;
	return (s[0] - '0') * 64 + (s[1] - '0') * 8 + (s[2] - '0');
}

/* The C-quoted path at *list into out; false (nothing moved): it is none. */
static bool
unquote_path(struct buf *out, const char **list)
{
	const char *p = *list + 1;

	while (*p && *p != '"') {
		int c = (unsigned char)*p++;
		if (c == '\\')
			c = unquote_escape(&p);
		if (c < 0)
			return false;
		buf_add_char(out, (char)c);
	}
	if (*p != '"' || (p[1] && p[1] != ':'))
		return false;
	*list = p + 1;
	return true;
}

/* GIT_ALTERNATE_OBJECT_DIRECTORIES: paths between colons; one that starts with a quote is C-quoted. */
static int
add_alternates(git_odb *odb, const char *list, struct err *err)
{
	struct buf path = BUF_INIT(strlen(list) + 1);
	int rc = 0;

	while (rc == 0 && *list) {
		buf_clear(&path);
		if (*list != '"' || !unquote_path(&path, &list)) {
			size_t len = strcspn(list, ":");
			buf_clear(&path);
			buf_add(&path, list, len);
			list += len;
		}
		list += *list == ':';
		if (!buf_ok(&path))
			rc = err_oom(err);
		else if (path.len > 0 && git_odb_add_disk_alternate(odb, path.ptr) < 0)
			rc = err_git(err, "cannot use GIT_ALTERNATE_OBJECT_DIRECTORIES");
	}
	buf_release(&path);
	return rc;
}

static bool
same_directory(const char *a, const char *b)
{
	struct stat sa, sb;

	return stat(a, &sa) == 0 && stat(b, &sb) == 0 && sa.st_dev == sb.st_dev && sa.st_ino == sb.st_ino;
}

static bool
has_core_worktree(git_repository *git)
{
	git_config *config = NULL;
	git_config_entry *entry = NULL;
	bool has = git_repository_config_snapshot(&config, git) == 0 &&
		   git_config_get_entry(&entry, config, "core.worktree") == 0;

	git_config_entry_free(entry);
	git_config_free(config);
	return has;
}

/* True when the current directory lies in the git directory, as in a server's hook. */
static bool
inside_git_dir(const struct repository *repo)
{
	char *cwd = realpath(".", NULL);
	char *here = cwd ? directory_name(cwd) : NULL;
	bool inside = here && strncmp(here, repo->git_dir, strlen(repo->git_dir)) == 0;

	free(here);
	free(cwd);
	return inside;
}

/*
 * The top of the working tree, as git finds it: GIT_WORK_TREE, core.worktree,
 * with GIT_DIR alone the current directory, else what discovery found.
 */
static int
find_work_tree(struct repository *repo, struct err *err)
{
	const char *named = value_of("GIT_WORK_TREE");
	const char *found = git_repository_workdir(repo->libgit2);

	if (named)
		return real_directory(&repo->work_tree, named, err);
	if (!found)
		return 0;
	if (value_of("GIT_DIR") && !has_core_worktree(repo->libgit2) && !inside_git_dir(repo))
		found = ".";
	return real_directory(&repo->work_tree, found, err);
}

/* 1, 0: refused, -1. */
static int
find_places(struct repository *repo, struct err *err)
{
	const char *common = value_of("GIT_COMMON_DIR");

	if (real_directory(&repo->git_dir, git_repository_path(repo->libgit2), err) < 0 ||
	    real_directory(&repo->common_dir, git_repository_commondir(repo->libgit2), err) < 0)
		return -1;
	if (common && !same_directory(common, repo->common_dir)) {
		err_set(err, ERR_GIT, "GIT_COMMON_DIR names another directory than the repository's own");
		return 0;
	}
	if (find_work_tree(repo, err) < 0)
		return -1;
	if (git_repository_odb(&repo->odb, repo->libgit2) < 0) {
		err_git(err, "cannot open the object database");
		return 0;
	}
	const char *alternates = value_of("GIT_ALTERNATE_OBJECT_DIRECTORIES");
	return alternates && add_alternates(repo->odb, alternates, err) < 0 ? -1 : 1;
}

int
libgit2_open(struct repository *repo, struct err *err)
{
	struct environment env = {{NULL}};

	repo->id_bytes = GIT_OID_RAWSZ;
	int rc = environment_take(&env, err) < 0 ? -1 : open_git(&repo->libgit2, repo->as_hook, err);
	if (environment_restore(&env, err) < 0)
		rc = -1;
	environment_release(&env);
	return rc == 1 ? find_places(repo, err) : rc;
}

void
libgit2_close(struct repository *repo)
{
	git_odb_free(repo->odb);
	git_repository_free(repo->libgit2);
	repo->odb = NULL;
	repo->libgit2 = NULL;
}
