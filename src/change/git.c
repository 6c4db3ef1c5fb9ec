#include "change/git.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/hash.h"
#include "base/limits.h"

/* What every process of git is told, whatever its environment says. */
static const char *const settings[] = {
	"GIT_OPTIONAL_LOCKS=0",     /* do not refresh the index on disk */
	"GIT_NO_REPLACE_OBJECTS=1", /* what is pushed, not what refs/replace makes of it */
	"GIT_NO_LAZY_FETCH=1",      /* a missing object of a partial clone is missing ... */
	"GIT_ALLOW_PROTOCOL=none",  /* ... also for a git that does not know the former */
	"GIT_TERMINAL_PROMPT=0",    "GIT_PAGER=cat", "LC_ALL=C",
};

/* Variables that would change an answer, or speak where nobody listens. */
static const char *const unwanted[] = {
	"GIT_CONFIG=", /* names the only file that `git config` reads */
	"GIT_EXTERNAL_DIFF=",  "GIT_DIFF_OPTS=",   "GIT_GRAFT_FILE=", "GIT_ICASE_PATHSPECS=",
	"GIT_GLOB_PATHSPECS=", "GIT_ATTR_SOURCE=", "GIT_TRACE",       "LANGUAGE=",
};

static bool
has_prefix(const char *s, const char *prefix)
{
	return strncmp(s, prefix, strlen(prefix)) == 0;
}

/* Where things are, as far as it is known by now; NULL: as the environment says. */
struct places {
	const char *git_dir, *index_path;
};

static bool
is_kept(const char *variable, const struct places *places)
{
	for (size_t i = 0; i < sizeof(settings) / sizeof(*settings); i++)
		if (strncmp(variable, settings[i], strcspn(settings[i], "=") + 1) == 0)
			return false;
	for (size_t i = 0; i < sizeof(unwanted) / sizeof(*unwanted); i++)
		if (has_prefix(variable, unwanted[i]))
			return false;
	return !(places->git_dir && has_prefix(variable, "GIT_DIR=")) &&
	       !(places->index_path && has_prefix(variable, "GIT_INDEX_FILE="));
}

/* Appends "<name><value>"; there is room. */
static int
add_variable(struct git *git, size_t *n, const char *name, const char *value, struct err *err)
{
	git->environment[*n] = joined_name(name, value);
	return git->environment[(*n)++] ? 0 : err_oom(err);
}

static int
set_environment(struct git *git, const struct places *places, struct err *err)
{
	const size_t nsettings = sizeof(settings) / sizeof(*settings);
	size_t n = 0;

	for (char **env = environ; *env; env++)
		n++;
	git->environment = calloc(n + nsettings + 3, sizeof(*git->environment));
	if (!git->environment)
		return err_oom(err);
	n = 0;
	for (char **env = environ; *env; env++)
		if (is_kept(*env, places) && add_variable(git, &n, *env, "", err) < 0)
			return -1;
	for (size_t i = 0; i < nsettings; i++)
		if (add_variable(git, &n, settings[i], "", err) < 0)
			return -1;
	if (places->git_dir && add_variable(git, &n, "GIT_DIR=", places->git_dir, err) < 0)
		return -1;
	return places->index_path ? add_variable(git, &n, "GIT_INDEX_FILE=", places->index_path, err) : 0;
}

static bool
is_program(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && S_ISREG(st.st_mode) && access(path, X_OK) == 0;
}

/* git in the absolute directories of PATH: the repository's own files are not to be run. */
static int
find_program(char **out, struct err *err)
{
	const char *path = getenv("PATH");
	struct slice rest = slice_str(path ? path : "");

	while (rest.len > 0) {
		size_t colon = slice_chr(rest, ':');
		struct slice directory = slice_sub(rest, 0, colon);
		struct buf name = BUF_INIT(LIMIT_PATH_BYTES);
		rest = colon == (size_t)-1 ? slice_of("", 0) : slice_sub(rest, colon + 1, rest.len);
		buf_add_slice(&name, directory);
		buf_add_str(&name, "/git");
		bool found = slice_starts(directory, "/") && buf_ok(&name) && is_program(name.ptr);
		*out = found ? strdup(name.ptr) : NULL;
		buf_release(&name);
		if (found)
			return *out ? 0 : err_oom(err);
	}
	return err_set(err, ERR_GIT, "git is not on PATH: install it");
}

static void
free_environment(struct git *git)
{
	for (char **env = git->environment; env && *env; env++)
		free(*env);
	free(git->environment);
	git->environment = NULL;
}

int
git_new(struct git **out, struct err *err)
{
	static const struct places unknown = {NULL, NULL};
	struct git *git = calloc(1, sizeof(*git));

	*out = NULL;
	if (!git)
		return err_oom(err);
	if (find_program(&git->program, err) < 0 || set_environment(git, &unknown, err) < 0) {
		git_free(git);
		return -1;
	}
	*out = git;
	return 0;
}

int
git_use_places(struct git *git, const char *git_dir, const char *index_path, struct err *err)
{
	const struct places places = {git_dir, index_path};

	free_environment(git);
	return set_environment(git, &places, err);
}

void
git_free(struct git *git)
{
	if (!git)
		return;
	process_finish(&git->batch);
	process_finish(&git->check);
	free_environment(git);
	free(git->program);
	free(git);
}

void
git_set_deadline(struct git *git, const struct deadline *deadline)
{
	git->deadline = git->batch.deadline = git->check.deadline = deadline;
}

int
git_instead(struct repository *repo, const struct err *why, struct err *err)
{
	struct err own = ERR_INIT;

	if (why->code != ERR_GIT)
		return err_set(err, why->code, "%s", why->msg);
	if (!repo->may_ask_git)
		return err_set(err, ERR_GIT, "%s, and SLUICE_BACKEND=libgit2 forbids to ask git", why->msg);
	if (!repo->git && git_new(&repo->git, &own) < 0)
		return err_set(err, own.code, "%s; git might, but %s", why->msg, own.msg);
	if (repo->git_dir && git_use_places(repo->git, repo->git_dir, repo->index_path, err) < 0)
		return -1;
	git_set_deadline(repo->git, repo->deadline);
	if (!repo->note)
		repo->note = strdup(why->msg);
	return repo->note ? 0 : err_oom(err);
}

static int
start(struct process *p, struct git *git, const char *const *args, bool with_input, struct err *err)
{
	const char *argv[32] = {"git", "--no-replace-objects", "--no-pager", "-c", "core.fsmonitor=false"};
	size_t n = 5;

	for (; *args && n + 1 < sizeof(argv) / sizeof(*argv); args++)
		argv[n++] = *args;
	if (process_start(p, git->program, argv, git->environment, with_input, err) < 0)
		return -1;
	p->deadline = git->deadline;
	return 0;
}

/* Its last complaint, without what git puts before it, in one line. */
static void
set_why(struct shown *why, const struct process *p)
{
	struct buf text = BUF_INIT(1u << 17), words = BUF_INIT(1u << 17);
	struct slice line, word, last = slice_str("it gives no reason");

	process_complaints(&text, p, 0);
	for (struct slice rest = buf_slice(&text); slice_next_line(&rest, &line);)
		if (slice_starts(line, "fatal: ") || slice_starts(line, "error: "))
			last = slice_sub(buf_slice(&text), (size_t)(line.ptr - text.ptr) + strlen("fatal: "),
					 text.len);
	while (slice_next_word(&last, &word)) {
		buf_add_str(&words, words.len > 0 ? " " : "");
		buf_add_slice(&words, word);
	}
	show(why, buf_slice(&words));
	buf_release(&words);
	buf_release(&text);
}

int
git_run(struct git_answer *out, struct git *git, const char *const *args, struct err *err)
{
	struct process p;

	*out = (struct git_answer){.out = BUF_INIT(LIMIT_GIT_BYTES)};
	if (start(&p, git, args, false, err) < 0)
		return -1;
	if (process_read_all(&p, &out->out, err) < 0) {
		process_kill(&p);
		git_answer_release(out);
		return -1;
	}
	out->has_complaints = process_complaints_size(&p) > 0;
	set_why(&out->why, &p);
	out->status = process_finish(&p);
	return 0;
}

void
git_answer_release(struct git_answer *answer)
{
	buf_release(&answer->out);
}

static size_t
seen_at(const struct object_id *id)
{
	return (size_t)(hash_bytes(id->hex, strlen(id->hex), HASH_SEED) % GIT_SEEN);
}

const struct batch_line *
git_seen(const struct git *git, const struct object_id *id)
{
	const struct batch_line *line = &git->seen[seen_at(id)];

	return line->type != OBJECT_NONE && object_id_eq(&line->id, id) ? line : NULL;
}

static int
start_batch(struct git *git, bool with_bytes, struct err *err)
{
	const char *const args[] = {"cat-file", with_bytes ? "--batch" : "--batch-check", NULL};

	if (with_bytes)
		git->complaints = 0;
	return start(with_bytes ? &git->batch : &git->check, git, args, true, err);
}

/*
 * A process died over an object. If that was promised to a partial clone, and
 * git was not allowed to fetch it, it is missing, as it is without a promise.
 */
static int
after_death(struct batch_line *out, struct process *p)
{
	struct buf text = BUF_INIT(1u << 17);

	process_complaints(&text, p, 0);
	bool is_promised = slice_find(buf_slice(&text), slice_str(" from promisor remote")) != (size_t)-1;
	buf_release(&text);
	process_kill(p);
	*out = (struct batch_line){.state = BATCH_MISSING};
	return is_promised;
}

int
git_batch(struct batch_line *out, struct git *git, bool with_bytes, const char *name, struct err *err)
{
	struct process *p = with_bytes ? &git->batch : &git->check;
	struct buf line = BUF_INIT(LIMIT_PATH_BYTES);

	if (!process_is_running(p) && start_batch(git, with_bytes, err) < 0)
		return -1;
	buf_addf(&line, "%s\n", name);
	int rc = buf_ok(&line) ? process_write(p, buf_slice(&line), err) : err_oom(err);
	if (rc == 1)
		rc = process_read_line(p, &line, err);
	if (rc == 1 && !batch_line_parse(out, buf_slice(&line)))
		rc = err_set(err, ERR_GIT, "git cat-file gives an answer that cannot be understood");
	if (rc == 1 && out->state == BATCH_FOUND)
		git->seen[seen_at(&out->id)] = *out;
	if (rc < 0)
		process_kill(p);
	buf_release(&line);
	return rc == 0 ? after_death(out, p) : rc;
}

int
git_batch_bytes(char **out, struct git *git, const struct batch_line *line, struct err *err)
{
	char lf;

	*out = malloc(line->size + 1);
	int rc = *out ? process_read(&git->batch, *out, line->size, err) : err_oom(err);
	if (rc == 1)
		rc = process_read(&git->batch, &lf, 1, err);
	if (rc == 1)
		return 1;
	process_kill(&git->batch);
	free(*out);
	*out = NULL;
	return rc;
}

void
git_batch_drop(struct git *git)
{
	process_kill(&git->batch);
}

bool
git_batch_complained(struct git *git)
{
	struct buf text = BUF_INIT(1u << 17);
	struct slice line;
	bool found = false;

	if (process_complaints_size(&git->batch) == git->complaints)
		return false;
	process_complaints(&text, &git->batch, git->complaints);
	git->complaints = process_complaints_size(&git->batch);
	struct slice rest = buf_slice(&text);
	while (slice_next_line(&rest, &line))
		found = found || slice_starts(line, "error: ");
	buf_release(&text);
	return found;
}
