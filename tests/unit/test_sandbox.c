/*
 * What the sandbox forbids is tried, each in a child of its own. On a kernel
 * without Landlock or seccomp the attempts are skipped, and that is printed.
 */
#include "unit.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/sandbox.h"

static char top[] = "/tmp/sluice-sandbox-XXXXXX";

static int
set_up(void **state)
{
	(void)state;
	if (!mkdtemp(top) || chdir(top) < 0 || mkdir("out", 0700) < 0)
		return -1;
	int fd = open("secret", O_CREAT | O_WRONLY, 0600);
	return fd < 0 || write(fd, "old", 3) != 3 ? -1 : close(fd);
}

static int
tear_down(void **state)
{
	char command[128];

	(void)state;
	snprintf(command, sizeof(command), "rm -rf %s", top);
	return system(command);
}

/* 0 when it could be done, else errno. */
typedef int (*attempt)(void);

static int
result_of(long rc)
{
	return rc < 0 ? errno : 0;
}

/* The attempt's errno within the sandbox, or -1 when the kernel has none. */
static int
try(attempt run, const struct sandbox_wish *wish)
{
	pid_t child = fork();
	int status;

	if (child == 0) {
		struct err err = ERR_INIT;
		struct sandbox sandbox;
		_exit(sandbox_enter(&sandbox, wish, &err) == 0 && sandbox_is_complete(&sandbox) ? run()
												: 255);
	}
	assert_true(child > 0 && waitpid(child, &status, 0) == child && WIFEXITED(status));
	if (WEXITSTATUS(status) == 255) {
		print_message("# SKIP: this kernel has no whole sandbox\n");
		return -1;
	}
	return WEXITSTATUS(status);
}

static int
read_file(void)
{
	char byte;
	int fd = open("secret", O_RDONLY);

	return fd < 0 ? errno : result_of(read(fd, &byte, 1));
}

static int
write_file(void)
{
	return result_of(open("secret", O_WRONLY));
}

static int
create_file(void)
{
	return result_of(open("fresh", O_WRONLY | O_CREAT, 0600));
}

static int
empty_file(void)
{
	return result_of(truncate("secret", 0));
}

static int
remove_file(void)
{
	return result_of(unlink("secret"));
}

static int
rename_file(void)
{
	return result_of(rename("secret", "public"));
}

static int
link_file(void)
{
	return result_of(symlink("secret", "link"));
}

static int
make_directory(void)
{
	return result_of(mkdir("directory", 0700));
}

static int
start_program(void)
{
	static char name[] = "true";
	char *const argv[] = {name, NULL};

	return result_of(execv("/bin/true", argv));
}

static int
tcp_socket(void)
{
	return result_of(socket(AF_INET, SOCK_STREAM, 0));
}

static int
udp_socket(void)
{
	return result_of(socket(AF_INET, SOCK_DGRAM, 0));
}

static int
unix_socket(void)
{
	return result_of(socket(AF_UNIX, SOCK_STREAM, 0));
}

static int
set_up_ring(void)
{
	return result_of(syscall(SYS_io_uring_setup, 1, NULL));
}

static const struct {
	const char *name;
	attempt attempt;
	int expected;
} rows[] = {
	{"reading a file", read_file, 0},
	{"writing a file", write_file, EACCES},
	{"creating a file", create_file, EACCES},
	{"emptying a file", empty_file, EACCES},
	{"removing a file", remove_file, EACCES},
	{"renaming a file", rename_file, EACCES},
	{"a symbolic link", link_file, EACCES},
	{"a directory", make_directory, EACCES},
	{"starting a program", start_program, EPERM},
	{"a TCP socket", tcp_socket, EPERM},
	{"a UDP socket", udp_socket, EPERM},
	{"a socket of this machine", unix_socket, EPERM},
	{"an io_uring", set_up_ring, EPERM},
};

static void
test_attempt(void **state)
{
	size_t row = *(size_t *)*state;
	int got = try(rows[row].attempt, &(struct sandbox_wish){0});

	if (got != -1)
		assert_int_equal(got, rows[row].expected);
}

/* The road of a report: a temporary file that is open before, renamed within. */
static int opened = -1;

static int
put_report_into_place(void)
{
	if (write(opened, "whole", 5) != 5)
		return errno;
	return result_of(rename("out/report.tmp", "out/report"));
}

static int
create_in_outputs(void)
{
	return result_of(open("out/other", O_WRONLY | O_CREAT, 0600));
}

static int
move_out_of_outputs(void)
{
	return result_of(rename("out/report.tmp", "report"));
}

static void
test_outputs(void **state)
{
	const char *const directories[] = {"out"};
	const struct sandbox_wish wish = {.replace_in = directories, .nreplace_in = 1};

	(void)state;
	opened = open("out/report.tmp", O_WRONLY | O_CREAT | O_EXCL, 0600);
	assert_true(opened >= 0);
	int got = try(create_in_outputs, &wish);
	if (got == -1)
		return;
	assert_int_equal(got, EACCES);
	got = try(move_out_of_outputs, &wish);
	assert_true(got == EACCES || got == EXDEV);
	assert_int_equal(try(put_report_into_place, &wish), 0);
	assert_int_equal(access("out/report", F_OK), 0);
	close(opened);
}

static int
start_other_program(void)
{
	static char name[] = "false";
	char *const argv[] = {name, NULL};

	return result_of(execv("/bin/false", argv));
}

static void
test_programs(void **state)
{
	const char *const programs[] = {"/bin/true"};
	const struct sandbox_wish wish = {.programs = programs, .nprograms = 1};

	(void)state;
	int got = try(start_program, &wish);
	if (got == -1)
		return;
	assert_int_equal(got, 0);
	assert_int_equal(try(start_other_program, &wish), EACCES);
	assert_int_equal(try(tcp_socket, &wish), EPERM);
	assert_int_equal(try(write_file, &wish), EACCES);
}

/* A kernel without Landlock, as far as the program can tell. */
static void
hide_landlock(void)
{
	struct sock_filter code[] = {
		BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
		BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, 444, 0, 1),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | ENOSYS),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
	};
	struct sock_fprog program = {sizeof(code) / sizeof(code[0]), code};

	prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
	prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0);
}

static void
test_absence_is_said(void **state)
{
	pid_t child = fork();
	int status;

	(void)state;
	if (child == 0) {
		hide_landlock();
		struct err err = ERR_INIT;
		struct sandbox sandbox;
		int rc = sandbox_enter(&sandbox, &(struct sandbox_wish){0}, &err);
		struct buf text = BUF_INIT(256);
		sandbox_describe(&text, &sandbox);
		bool said = slice_starts(buf_slice(&text), "no Landlock, ");
		_exit(!(rc == 0 && said && sandbox.landlock == 0 && !sandbox_is_complete(&sandbox)));
	}
	assert_true(child > 0 && waitpid(child, &status, 0) == child);
	assert_int_equal(status, 0);
}

static void
test_probing_changes_nothing(void **state)
{
	struct sandbox sandbox = sandbox_probe();

	(void)state;
	assert_true(sandbox.landlock >= 0);
	assert_int_equal(write_file(), 0);
	assert_int_equal(udp_socket(), 0);
}

#define NROWS (sizeof(rows) / sizeof(rows[0]))

int
main(void)
{
	static size_t numbers[NROWS];
	struct CMUnitTest tests[NROWS + 4] = {
		cmocka_unit_test(test_probing_changes_nothing),
		cmocka_unit_test(test_outputs),
		cmocka_unit_test(test_programs),
		cmocka_unit_test(test_absence_is_said),
	};

	for (size_t i = 0; i < NROWS; i++) {
		numbers[i] = i;
		tests[4 + i] = (struct CMUnitTest){rows[i].name, test_attempt, NULL, NULL, &numbers[i]};
	}
	return cmocka_run_group_tests(tests, set_up, tear_down);
}
