#include "cli/skip.h"

#include <errno.h>
#include <fcntl.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/escape.h"
#include "base/file.h"
#include "base/limits.h"
#include "change/repository.h"
#include "change/source.h"
#include "policy/policy.h"

#define OPTION "sluice.skip"

/* Push options that are looked at; git passes on as many as the pusher gives. */
#define OPTIONS_MAX 1000L

const char *
skip_reason(void)
{
	const char *count = getenv("GIT_PUSH_OPTION_COUNT"), *reason = NULL;
	long n = count ? strtol(count, NULL, 10) : 0;

	for (long i = 0; i < n && i < OPTIONS_MAX && !reason; i++) {
		char name[48];
		snprintf(name, sizeof(name), "GIT_PUSH_OPTION_%ld", i);
		const char *value = getenv(name);
		if (!value || strncmp(value, OPTION, sizeof(OPTION) - 1) != 0)
			continue;
		value += sizeof(OPTION) - 1;
		if (*value == '\0' || *value == '=')
			reason = *value ? value + 1 : value;
	}
	return reason;
}

/* Whom the server takes the pusher for; the first that is set. */
static const char *
user_name(void)
{
	static const char *const names[] = {
		"GL_USERNAME",       /* GitLab */
		"GL_USER",           /* gitolite */
		"GITEA_PUSHER_NAME", /* Gitea, Forgejo */
		"GITHUB_USER_LOGIN", /* GitHub Enterprise Server */
		"REMOTE_USER",       /* git http-backend */
	};

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		const char *value = getenv(names[i]);
		if (value && *value)
			return value;
	}
	const struct passwd *entry = getpwuid(getuid());
	return entry ? entry->pw_name : "unknown";
}

/* The log that the server's configuration names, or NULL in *out. */
static int
find_log(char **out, struct err *err)
{
	struct repository *repo = NULL;
	struct policy *policy = NULL;
	struct buf path = BUF_INIT(8192);

	*out = NULL;
	int rc = repository_open(&repo, true, err);
	if (rc == 0)
		rc = policy_new(&policy, err);
	if (rc == 0)
		rc = repository_config(repo, policy_visit, policy, err);
	if (rc == 0 && policy_skip_log(policy)) {
		repository_config_path(&path, repo, policy_skip_log(policy));
		*out = buf_ok(&path) ? strndup(path.ptr, path.len) : NULL;
		rc = *out ? 0 : err_oom(err);
	}
	buf_release(&path);
	policy_free(policy);
	repository_free(repo);
	return rc;
}

int
skip_begin(struct skip *skip, struct err *err)
{
	*skip = (struct skip){.reason = skip_reason(), .fd = -1};
	if (!skip->reason)
		return 0;
	if (find_log(&skip->log, err) < 0)
		return -1;
	if (!skip->log) {
		fprintf(stderr,
			"note: push option " OPTION " is not allowed here (sluice.skipLog is not set)\n");
		return 0;
	}
	if (*skip->reason == '\0') {
		free(skip->log);
		return err_set(err, ERR_INPUT,
			       "push option " OPTION " wants a reason: --push-option='" OPTION "=<reason>'");
	}
	skip->fd = open(skip->log, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0640);
	if (skip->fd >= 0)
		return 1;
	err_set(err, ERR_IO, "cannot write %s (sluice.skipLog): %s", skip->log, strerror(errno));
	free(skip->log);
	return -1;
}

/* Foreign bytes in a line of fields that tabs part. */
static void
add_field(struct buf *out, struct slice field)
{
	size_t from = out->len;

	escape_terminal(out, slice_sub(field, 0, 1000));
	for (size_t i = from; i < out->len; i++)
		if (out->ptr[i] == '\t')
			out->ptr[i] = ' ';
}

static void
add_entry(struct buf *out, const struct ref_update *update, const char *reason)
{
	time_t now = time(NULL);
	struct tm tm;
	char when[32] = "";

	if (gmtime_r(&now, &tm))
		strftime(when, sizeof(when), "%Y-%m-%dT%H:%M:%SZ", &tm);
	buf_addf(out, "%s\t", when);
	add_field(out, slice_str(user_name()));
	buf_add_char(out, '\t');
	add_field(out, update->ref);
	buf_addf(out, "\t%s..%s\t", update->old_id.hex, update->new_id.hex);
	add_field(out, slice_str(reason));
	buf_add_char(out, '\n');
}

int
skip_entries(struct buf *out, struct slice lines, const char *reason, struct err *err)
{
	struct arena arena = ARENA_INIT;
	struct ref_update *updates;
	size_t n;
	int rc = ref_updates_parse(&updates, &n, &arena, lines, err);

	for (size_t i = 0; rc == 0 && i < n; i++)
		add_entry(out, &updates[i], reason);
	if (rc == 0 && !buf_ok(out))
		rc = err_oom(err);
	arena_release(&arena);
	return rc;
}

int
skip_finish(struct skip *skip, struct slice lines, struct err *err)
{
	struct buf out = BUF_INIT(LIMIT_REPORT_BYTES), reason = BUF_INIT(8192);
	int rc = skip_entries(&out, lines, skip->reason, err);

	add_field(&reason, slice_str(skip->reason));
	if (rc == 0 && !buf_ok(&reason))
		rc = err_oom(err);
	if (rc == 0)
		rc = file_write_fd(skip->fd, buf_slice(&out), skip->log, err);
	if (close(skip->fd) < 0 && rc == 0)
		rc = err_set(err, ERR_IO, "cannot write %s: %s", skip->log, strerror(errno));
	if (rc == 0)
		fprintf(stderr, "not reviewed, as the push asks: %.*s\nThis is logged.\n", (int)reason.len,
			reason.ptr);
	buf_release(&reason);
	buf_release(&out);
	free(skip->log);
	return rc;
}
