#include "unit.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "change/process.h"

/* Descriptors of this process that are open. */
static int
open_descriptors(void)
{
	DIR *dir = opendir("/proc/self/fd");
	int n = 0;

	assert_non_null(dir);
	while (readdir(dir))
		n++;
	closedir(dir);
	return n;
}

static void
start(struct process *p, const char *script, bool with_input)
{
	const char *const argv[] = {"sh", "-c", script, NULL};
	char *const environment[] = {(char *)(uintptr_t) "PATH=/usr/bin:/bin", (char *)(uintptr_t) "X=y",
				     NULL};
	struct err err = ERR_INIT;

	assert_int_equal(process_start(p, "/bin/sh", argv, environment, with_input, &err), 0);
	assert_true(process_is_running(p));
}

/* Those that any child gets: what we were started with, and its own three. */
static int
inherited_descriptors(void)
{
	int n = 3;

	for (int fd = 3; fd < 1024; fd++) {
		int flags = fcntl(fd, F_GETFD);
		n += flags >= 0 && !(flags & FD_CLOEXEC);
	}
	return n;
}

/* What a script prints, and its exit status. */
static void
expect(const char *script, const char *out, const char *complaints, int status)
{
	struct buf got = BUF_INIT(1u << 20), said = BUF_INIT(1u << 20);
	struct err err = ERR_INIT;
	struct process p;

	start(&p, script, false);
	assert_int_equal(process_read_all(&p, &got, &err), 0);
	process_complaints(&said, &p, 0);
	assert_int_equal(process_complaints_size(&p), said.len);
	assert_slice_equal(buf_slice(&got), out);
	assert_slice_equal(buf_slice(&said), complaints);
	assert_int_equal(process_finish(&p), status);
	assert_false(process_is_running(&p));
	buf_release(&got);
	buf_release(&said);
}

static void
test_runs(void **state)
{
	(void)state;
	expect("printf a; echo no >&2; exit 3", "a", "no\n", 3);
	expect("echo $X; cat", "y\n", "", 0);
	expect("kill -9 $$", "", "", 255);
	expect("kill -15 $$", "", "", 255);
	expect("exit 255", "", "", 255);
}

static void
test_leaves_nothing(void **state)
{
	int before = open_descriptors();
	char count[16];

	(void)state;
	snprintf(count, sizeof(count), "%d\n", inherited_descriptors() + 1);
	expect("ls /proc/self/fd | wc -l", count, "", 0); /* one more: the directory that is listed */
	assert_int_equal(open_descriptors(), before);
	assert_int_equal(waitpid(-1, NULL, WNOHANG), -1);
	assert_int_equal(errno, ECHILD);
}

static void
test_not_there(void **state)
{
	const char *const argv[] = {"x", NULL};
	char *const environment[] = {NULL};
	int before = open_descriptors();
	struct err err = ERR_INIT;
	struct process p;

	(void)state;
	if (getenv("UNDER_VALGRIND")) /* there the child is started, and finds out itself */
		return;
	assert_int_equal(process_start(&p, "/nonexistent/x", argv, environment, true, &err), -1);
	assert_int_equal(err.code, ERR_IO);
	assert_string_equal(err.msg, "cannot start /nonexistent/x: No such file or directory");
	assert_int_equal(process_finish(&p), 255);
	process_kill(&p);
	assert_int_equal(open_descriptors(), before);
}

static void
test_talks(void **state)
{
	struct buf line = BUF_INIT(100);
	struct err err = ERR_INIT;
	struct process p;
	char bytes[6];

	(void)state;
	start(&p, "while read -r x; do echo \"<$x>\"; done; echo end; printf half", true);
	for (int i = 0; i < 100; i++) {
		assert_int_equal(process_write(&p, slice_str("hello\n"), &err), 1);
		assert_int_equal(process_read_line(&p, &line, &err), 1);
		assert_slice_equal(buf_slice(&line), "<hello>");
	}
	assert_int_equal(process_write(&p, slice_str("a\nb\n"), &err), 1);
	assert_int_equal(process_read(&p, bytes, 6, &err), 1);
	assert_memory_equal(bytes, "<a>\n<b", 6);
	assert_int_equal(process_read(&p, bytes, 0, &err), 1);
	assert_int_equal(process_read_line(&p, &line, &err), 1);
	assert_slice_equal(buf_slice(&line), ">");
	close(p.in);
	p.in = -1;
	assert_int_equal(process_read_line(&p, &line, &err), 1);
	assert_slice_equal(buf_slice(&line), "end");
	assert_int_equal(process_read(&p, bytes, 5, &err), 0);
	assert_int_equal(process_read_line(&p, &line, &err), 0);
	assert_int_equal(process_finish(&p), 0);
	buf_release(&line);
}

/* A write to what has ended is no signal, and an answer that is too long an error. */
static void
test_bad_partners(void **state)
{
	struct buf line = BUF_INIT(3), all = BUF_INIT(10);
	struct err err = ERR_INIT;
	struct process p;
	char byte;

	(void)state;
	start(&p, "exit 7", true);
	assert_int_equal(process_read(&p, &byte, 1, &err), 0);
	int rc = 1; /* its input may be closed a moment after its output */
	for (int i = 0; rc == 1 && i < 10000; i++)
		rc = process_write(&p, slice_str("x\n"), &err);
	assert_int_equal(rc, 0);
	assert_int_equal(process_finish(&p), 7);

	start(&p, "echo abcd", false);
	assert_int_equal(process_read_line(&p, &line, &err), -1);
	assert_int_equal(err.code, ERR_LIMIT);
	assert_string_equal(err.msg, "a line from /bin/sh is longer than 3 bytes");
	process_kill(&p);

	err = (struct err)ERR_INIT;
	start(&p, "while :; do echo more; done", false);
	assert_int_equal(process_read_all(&p, &all, &err), -1);
	assert_int_equal(err.code, ERR_LIMIT);
	process_kill(&p);
	buf_release(&line);
	buf_release(&all);
}

/* Signals that we ignore or block are not ignored by a child; who ignores SIGCHLD learns how it ended. */
static void
test_signals(void **state)
{
	struct sigaction old;

	(void)state;
	signal(SIGPIPE, SIG_IGN);
	expect("kill -13 $$; echo ignored", "", "", 255);
	signal(SIGPIPE, SIG_DFL);
	assert_int_equal(sigaction(SIGCHLD, NULL, &old), 0);
	signal(SIGCHLD, SIG_IGN);
	expect("exit 5", "", "", 5);
	sigaction(SIGCHLD, &old, NULL);
}

/* Started with standard input and error closed, pipes must not take their places. */
static void
test_closed_descriptors(void **state)
{
	int in = dup(STDIN_FILENO), error = dup(STDERR_FILENO);

	(void)state;
	close(STDIN_FILENO);
	close(STDERR_FILENO);
	expect("echo out; echo error >&2; cat", "out\n", "error\n", 0);
	dup2(in, STDIN_FILENO);
	dup2(error, STDERR_FILENO);
	close(in);
	close(error);
}

/* Nobody waits for it longer than to the deadline: not for an answer, not for its end. */
static void
test_deadline(void **state)
{
	struct deadline deadline = deadline_in(0.1);
	struct buf line = BUF_INIT(100);
	struct err err = ERR_INIT;
	struct process p;

	(void)state;
	uint64_t start_ns = deadline_clock();
	start(&p, "exec sleep 100", true);
	p.deadline = &deadline;
	assert_int_equal(process_read_line(&p, &line, &err), -1);
	assert_int_equal(err.code, ERR_LIMIT);
	assert_string_equal(err.msg, "/bin/sh has not answered within the time limit");
	assert_int_equal(process_finish(&p), 255);
	uint64_t took = (deadline_clock() - start_ns) / 1000000;
	assert_in_range(took, 99, 1500);
	buf_release(&line);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_runs),
		cmocka_unit_test(test_leaves_nothing),
		cmocka_unit_test(test_not_there),
		cmocka_unit_test(test_talks),
		cmocka_unit_test(test_bad_partners),
		cmocka_unit_test(test_signals),
		cmocka_unit_test(test_closed_descriptors),
		cmocka_unit_test(test_deadline),
	};

	return cmocka_run_group_tests_name("process", tests, NULL, NULL);
}
