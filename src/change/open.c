/*
 * open.c - opening a repository in spite of libgit2
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

#include "change/repository_internal.h"

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

char *
directory_name(const char *path)
{
	size_t len = strlen(path);
	char *out = malloc(len + 2);

	if (!out)
		return NULL;
	memcpy(out, path, len);
	if (len == 0 || out[len - 1] != '/')
		out[len++] = '/';
	out[len] = '\0';
	return out;
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

static bool
is_owner_failure(int rc)
{
	const git_error *last = git_error_last();

	/* 1.5 says "not found" when nobody has a safe.directory at all. */
	return rc == GIT_EOWNER || (rc == GIT_ENOTFOUND && last && last->klass == GIT_ERROR_CONFIG);
}

static int
err_open(struct err *err, int rc)
{
	const git_error *last = git_error_last();

	if (rc == GIT_ENOTFOUND && last && last->klass == GIT_ERROR_REPOSITORY)
		return err_set(err, ERR_GIT, "not a git repository (or any of the parent directories)");
	if (last && last->message &&
	    (strstr(last->message, "unsupported extension") || strstr(last->message, "object format")))
		return err_git(err,
			       "libgit2 %s, which this program uses, cannot read this repository's format",
			       LIBGIT2_VERSION);
	return err_git(err, "cannot open the repository");
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
		return trusted < 0 ? -1 : 0;
	return err_set(err, ERR_GIT,
		       "the repository in '%s' belongs to another user. To trust it: "
		       "git config --global --add safe.directory <that directory>",
		       show_str(&shown, directory));
}

static int
open_git(git_repository **out, bool as_hook, struct err *err)
{
	const char *git_dir = getenv("GIT_DIR");
	/* With GIT_DIR git does not look at the owner; nothing that the
	 * repository's configuration names is executed here. */
	bool check_owner = !as_hook && !(git_dir && *git_dir);

	if (set_options(check_owner, err) < 0)
		return -1;
	int rc = git_repository_open_ext(out, NULL, GIT_REPOSITORY_OPEN_FROM_ENV, NULL);
	if (rc == 0)
		return 0;
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

/* The absolute name of a directory, with '/' at its end. */
static int
set_directory(char **out, const char *path, struct err *err)
{
	char *real = realpath(path, NULL);
	struct shown shown;

	if (!real)
		return err_set(err, ERR_GIT, "cannot find the directory '%s'", show_str(&shown, path));
	*out = directory_name(real);
	free(real);
	return *out ? 0 : err_oom(err);
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
find_work_tree(struct repository *repo, const struct environment *env, struct err *err)
{
	const char *git_dir = getenv("GIT_DIR");
	const char *found = git_repository_workdir(repo->git);

	if (env->values[ENV_WORK_TREE])
		return set_directory(&repo->work_tree, env->values[ENV_WORK_TREE], err);
	if (!found)
		return 0;
	if (git_dir && *git_dir && !has_core_worktree(repo->git) && !inside_git_dir(repo))
		found = ".";
	return set_directory(&repo->work_tree, found, err);
}

static char *
joined(const char *directory, const char *name)
{
	size_t size = strlen(directory) + strlen(name) + 1;
	char *out = malloc(size);

	if (out)
		snprintf(out, size, "%s%s", directory, name);
	return out;
}

/* git reads a relative GIT_INDEX_FILE from the top of the working tree, libgit2 from the current directory.
 */
static int
find_index(struct repository *repo, const struct environment *env, struct err *err)
{
	const char *named = env->values[ENV_INDEX_FILE];

	repo->index_is_named = named != NULL;
	if (named && (named[0] == '/' || !repo->work_tree))
		repo->index_path = strdup(named);
	else if (named)
		repo->index_path = joined(repo->work_tree, named);
	else if (repo->work_tree)
		repo->index_path = joined(repo->git_dir, "index");
	else
		return 0;
	return repo->index_path ? 0 : err_oom(err);
}

static int
find_places(struct repository *repo, const struct environment *env, struct err *err)
{
	const char *common = env->values[ENV_COMMON_DIR];

	if (set_directory(&repo->git_dir, git_repository_path(repo->git), err) < 0 ||
	    set_directory(&repo->common_dir, git_repository_commondir(repo->git), err) < 0)
		return -1;
	if (common && !same_directory(common, repo->common_dir))
		return err_set(err, ERR_GIT,
			       "GIT_COMMON_DIR names another directory than the repository's own, which "
			       "libgit2 cannot read: unset it");
	if (find_work_tree(repo, env, err) < 0 || find_index(repo, env, err) < 0)
		return -1;
	if (git_repository_odb(&repo->odb, repo->git) < 0)
		return err_git(err, "cannot open the object database");
	const char *alternates = env->values[ENV_ALTERNATES];
	return alternates ? add_alternates(repo->odb, alternates, err) : 0;
}

int
repository_open(struct repository **out, bool as_hook, struct err *err)
{
	struct environment env = {{NULL}};

	*out = NULL;
	struct repository *repo = calloc(1, sizeof(*repo));
	if (!repo)
		return err_oom(err);
	repo->as_hook = as_hook;
	if (git_libgit2_init() < 0) {
		free(repo);
		return err_set(err, ERR_GIT, "cannot set up libgit2");
	}
	int rc = environment_take(&env, err);
	if (rc == 0)
		rc = open_git(&repo->git, as_hook, err);
	if (environment_restore(&env, err) < 0)
		rc = -1;
	if (rc == 0)
		rc = find_places(repo, &env, err);
	environment_release(&env);
	if (rc < 0) {
		repository_free(repo);
		return -1;
	}
	*out = repo;
	return 0;
}

void
repository_free(struct repository *repo)
{
	if (!repo)
		return;
	git_odb_free(repo->odb);
	git_repository_free(repo->git);
	config_cache_release(&repo->config);
	free(repo->git_dir);
	free(repo->common_dir);
	free(repo->work_tree);
	free(repo->index_path);
	free(repo);
	git_libgit2_shutdown();
}
