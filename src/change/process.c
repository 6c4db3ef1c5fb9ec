#include "change/process.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/limits.h"

#define BUFFER_SIZE 65536u
#define COMPLAINTS  65536u

/* How long a process may take to end once it has nothing more to read, in steps of a fifth of a millisecond.
 */
#define PATIENCE 10000

static void
close_fd(int *fd)
{
	if (*fd >= 0)
		close(*fd);
	*fd = -1;
}

/* Above 2, so that giving the child its three does not overwrite one of them. */
static int
raise_fd(int *fd)
{
	if (*fd < 0 || *fd > STDERR_FILENO)
		return *fd < 0 ? -1 : 0;
	int raised = fcntl(*fd, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
	close(*fd);
	*fd = raised;
	return raised < 0 ? -1 : 0;
}

/* The child's ends of what connects us. */
struct ends {
	int in, out;
};

static int
connect_ends(struct process *p, struct ends *child, bool with_input)
{
	int pair[2] = {-1, -1}, pipe_fds[2] = {-1, -1};
	int rc = with_input ? socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair)
			    : (pair[1] = open("/dev/null", O_RDONLY | O_CLOEXEC)) < 0;

	if (rc == 0)
		rc = pipe2(pipe_fds, O_CLOEXEC);
	p->in = pair[0];
	p->out = pipe_fds[0];
	*child = (struct ends){pair[1], pipe_fds[1]};
	p->complaints = memfd_create("complaints", MFD_CLOEXEC);
	if (rc != 0 || (with_input && raise_fd(&p->in) < 0) || raise_fd(&p->out) < 0 ||
	    raise_fd(&p->complaints) < 0 || raise_fd(&child->in) < 0 || raise_fd(&child->out) < 0)
		return -1;
	return 0;
}

/* As a shell would start it: no signal is blocked or ignored. */
static int
set_signals(posix_spawnattr_t *attributes)
{
	sigset_t none, all;

	sigemptyset(&none);
	sigfillset(&all);
	posix_spawnattr_setsigmask(attributes, &none);
	posix_spawnattr_setsigdefault(attributes, &all);
	return posix_spawnattr_setflags(attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
}

/* 0 or the error number. */
static int
spawn(struct process *p, const struct ends *child, const char *program, const char *const *argv,
      char *const *envp)
{
	posix_spawn_file_actions_t actions;
	posix_spawnattr_t attributes;
	int rc = posix_spawn_file_actions_init(&actions);

	if (rc != 0)
		return rc;
	rc = posix_spawnattr_init(&attributes);
	if (rc == 0) {
		rc = set_signals(&attributes);
		if (rc == 0)
			rc = posix_spawn_file_actions_adddup2(&actions, child->in, STDIN_FILENO);
		if (rc == 0)
			rc = posix_spawn_file_actions_adddup2(&actions, child->out, STDOUT_FILENO);
		if (rc == 0)
			rc = posix_spawn_file_actions_adddup2(&actions, p->complaints, STDERR_FILENO);
		if (rc == 0)
			rc = posix_spawn(&p->pid, program, &actions, &attributes, (char *const *)argv, envp);
		posix_spawnattr_destroy(&attributes);
	}
	posix_spawn_file_actions_destroy(&actions);
	return rc;
}

/* Who ignores SIGCHLD gets no exit status; we may have inherited that. */
static void
want_exit_status(void)
{
	struct sigaction action;

	if (sigaction(SIGCHLD, NULL, &action) == 0 && action.sa_handler == SIG_IGN)
		signal(SIGCHLD, SIG_DFL);
}

static void
release(struct process *p)
{
	close_fd(&p->in);
	close_fd(&p->out);
	close_fd(&p->complaints);
	free(p->buffer);
	*p = (struct process){.in = -1, .out = -1, .complaints = -1};
}

int
process_start(struct process *p, const char *program, const char *const *argv, char *const *envp,
	      bool with_input, struct err *err)
{
	struct ends child = {-1, -1};

	*p = (struct process){.in = -1, .out = -1, .complaints = -1, .name = program};
	p->buffer = malloc(BUFFER_SIZE);
	if (!p->buffer)
		return err_oom(err);
	want_exit_status();
	int rc = connect_ends(p, &child, with_input) < 0 ? errno : spawn(p, &child, program, argv, envp);
	close_fd(&child.in);
	close_fd(&child.out);
	if (rc == 0)
		return 0;
	p->pid = 0;
	release(p);
	return err_set(err, ERR_IO, "cannot start %s: %s", program, strerror(rc));
}

static int64_t
now_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* Until something can be read or written. */
static int
wait_for(const struct process *p, int fd, short events, struct err *err)
{
	struct pollfd ready = {.fd = fd, .events = events};
	const uint32_t left_ms = deadline_left_ms(p->deadline, LIMIT_GIT_MS);
	/* A step that was begun may end, as any other that cannot be interrupted. */
	const uint32_t most = left_ms > LIMIT_OVERTIME_MS ? left_ms : LIMIT_OVERTIME_MS;
	int64_t until = now_ms() + most;
	int rc;

	do {
		int64_t left = until - now_ms();
		rc = poll(&ready, 1, left > 0 ? (int)left : 0);
	} while (rc < 0 && errno == EINTR);
	if (rc < 0)
		return err_set(err, ERR_IO, "cannot wait for %s: %s", p->name, strerror(errno));
	if (rc == 0 && left_ms < LIMIT_GIT_MS)
		return err_set(err, ERR_LIMIT, "%s has not answered within the time limit", p->name);
	if (rc == 0)
		return err_set(err, ERR_LIMIT, "%s has not answered for %u seconds", p->name,
			       LIMIT_GIT_MS / 1000);
	return 0;
}

int
process_write(struct process *p, struct slice bytes, struct err *err)
{
	while (bytes.len > 0) {
		ssize_t n = send(p->in, bytes.ptr, bytes.len, MSG_NOSIGNAL | MSG_DONTWAIT);
		if (n >= 0)
			bytes = slice_sub(bytes, (size_t)n, bytes.len);
		else if (errno == EPIPE || errno == ECONNRESET)
			return 0;
		else if (errno != EINTR && errno != EAGAIN)
			return err_set(err, ERR_IO, "cannot write to %s: %s", p->name, strerror(errno));
		else if (wait_for(p, p->in, POLLOUT, err) < 0)
			return -1;
	}
	return 1;
}

/* Reads what is there, waiting for some. 1, 0 at the end, -1. */
static int
receive(struct process *p, char *out, size_t size, size_t *got, struct err *err)
{
	ssize_t n;

	do {
		if (wait_for(p, p->out, POLLIN, err) < 0)
			return -1;
		n = read(p->out, out, size);
	} while (n < 0 && (errno == EINTR || errno == EAGAIN));
	if (n < 0)
		return err_set(err, ERR_IO, "cannot read from %s: %s", p->name, strerror(errno));
	*got = (size_t)n;
	return n > 0;
}

static int
fill(struct process *p, struct err *err)
{
	size_t got = 0;
	int rc = receive(p, p->buffer, BUFFER_SIZE, &got, err);

	p->from = 0;
	p->to = got;
	return rc;
}

int
process_read_line(struct process *p, struct buf *out, struct err *err)
{
	buf_clear(out);
	for (;;) {
		struct slice left = slice_of(p->buffer + p->from, p->to - p->from);
		size_t lf = slice_chr(left, '\n');
		buf_add_slice(out, slice_sub(left, 0, lf));
		if (!buf_ok(out))
			return err_set(err, ERR_LIMIT, "a line from %s is longer than %zu bytes", p->name,
				       out->max);
		if (lf != (size_t)-1) {
			p->from += lf + 1;
			return 1;
		}
		int rc = fill(p, err);
		if (rc != 1)
			return rc;
	}
}

int
process_read(struct process *p, void *out, size_t n, struct err *err)
{
	size_t have = p->to - p->from, got;
	char *to = out;

	if (have > n)
		have = n;
	memcpy(to, p->buffer + p->from, have);
	p->from += have;
	while (have < n) {
		int rc = receive(p, to + have, n - have, &got, err);
		if (rc != 1)
			return rc;
		have += got;
	}
	return 1;
}

int
process_read_all(struct process *p, struct buf *out, struct err *err)
{
	int rc;

	do {
		buf_add(out, p->buffer + p->from, p->to - p->from);
		if (!buf_ok(out))
			return err_set(err, ERR_LIMIT, "%s answers with more than %zu bytes", p->name,
				       out->max);
	} while ((rc = fill(p, err)) == 1);
	return rc;
}

size_t
process_complaints_size(const struct process *p)
{
	struct stat st;

	return p->pid != 0 && fstat(p->complaints, &st) == 0 ? (size_t)st.st_size : 0;
}

void
process_complaints(struct buf *out, const struct process *p, size_t from)
{
	char text[4096];
	ssize_t n;

	for (size_t at = from; p->pid != 0 && at - from < COMPLAINTS; at += (size_t)n) {
		n = pread(p->complaints, text, sizeof(text), (off_t)at);
		if (n <= 0)
			break;
		buf_add(out, text, (size_t)n);
	}
}

/* Its exit status if it has ended, -1 if not. */
static int
reap(pid_t pid, int flags)
{
	int status;
	pid_t ended;

	do {
		ended = waitpid(pid, &status, flags);
	} while (ended < 0 && errno == EINTR);
	if (ended == 0)
		return -1;
	return ended == pid && WIFEXITED(status) ? WEXITSTATUS(status) : 255;
}

int
process_finish(struct process *p)
{
	const struct timespec pause = {0, 200000};
	int status = -1;

	if (p->pid == 0)
		return 255;
	close_fd(&p->in);
	close_fd(&p->out);
	for (int i = 0; i < PATIENCE; i++) {
		status = reap(p->pid, WNOHANG);
		if (status >= 0 || deadline_is_past(p->deadline))
			break;
		nanosleep(&pause, NULL);
	}
	if (status < 0) {
		kill(p->pid, SIGKILL);
		status = reap(p->pid, 0);
	}
	release(p);
	return status;
}

void
process_kill(struct process *p)
{
	if (p->pid == 0)
		return;
	kill(p->pid, SIGKILL);
	reap(p->pid, 0);
	release(p);
}
