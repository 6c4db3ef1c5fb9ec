#include "cli/hook_file.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/file.h"

#define HOOK_BYTES (1u << 20)

const char *const hook_names[HOOK_COUNT] = {"pre-commit", "pre-merge-commit", "pre-push", "pre-receive"};

/* Somebody else's hook may well mention us further down. */
static bool
is_ours(struct slice text)
{
	struct slice line;

	return slice_next_line(&text, &line) && slice_next_line(&text, &line) &&
	       slice_starts(line, HOOK_MARKER);
}

int
hook_owner_of(enum hook_owner *owner, const char *path, struct err *err)
{
	struct buf text = BUF_INIT(HOOK_BYTES);
	struct stat st;

	*owner = HOOK_ABSENT;
	if (lstat(path, &st) < 0)
		return errno == ENOENT || errno == ENOTDIR
			       ? 0
			       : err_set(err, ERR_IO, "cannot look at %s: %s", path, strerror(errno));
	*owner = HOOK_FOREIGN;
	if (!S_ISREG(st.st_mode) || st.st_size > (off_t)HOOK_BYTES)
		return 0;
	int rc = file_read(&text, path, HOOK_BYTES, err);
	if (rc == 0 && is_ours(buf_slice(&text)))
		*owner = HOOK_OURS;
	buf_release(&text);
	return rc;
}

/* core.hooksPath as git reads it, else <common directory>/hooks/. */
int
hook_directory(struct buf *out, struct repository *repo, struct err *err)
{
	struct arena arena = ARENA_INIT;
	const char *value, *home = getenv("HOME");
	int rc = repository_config_string(&value, &arena, repo, "core.hookspath", err);

	if (rc == 0 && !value) {
		buf_addf(out, "%shooks/", repository_common_dir(repo));
	} else if (rc == 0) {
		const char *top = repository_work_tree(repo);
		if (value[0] == '~' && value[1] == '/' && home)
			buf_addf(out, "%s%s/", home, value + 1);
		else
			buf_addf(out, "%s%s/", value[0] == '/' ? "" : (top ? top : repository_git_dir(repo)),
				 value);
	}
	arena_release(&arena);
	return rc == 0 && !buf_ok(out) ? err_oom(err) : rc;
}
