/*
 * measure.c - runs a command and says what it took
 *
 *	measure <command> [<argument>...]
 *
 * Writes "<exit status, or 1000 + signal> <milliseconds> <peak KB> <milliseconds in line>" to
 * descriptor 3. In line is how long the command could have run and others had the
 * processor, as the kernel counts it (schedstat): what a busy machine adds, and
 * nothing that the command itself could be blamed for. Of its children only the waiting
 * of the command itself counts; where the kernel does not say, it is 0.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double
now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

/* Of a process that has ended and is not waited for yet. */
static double
in_line_ms(pid_t pid)
{
	uint64_t ran, waited = 0;
	char path[64];

	snprintf(path, sizeof(path), "/proc/%ld/schedstat", (long)pid);
	FILE *f = fopen(path, "r");
	if (f && fscanf(f, "%" SCNu64 " %" SCNu64, &ran, &waited) != 2)
		waited = 0;
	if (f)
		fclose(f);
	return (double)waited / 1e6;
}

int
main(int argc, char **argv)
{
	struct rusage usage;
	siginfo_t info;
	int status;

	if (argc < 2)
		return 99;
	double start = now_ms();
	pid_t child = fork();
	if (child == 0) {
		close(3);
		execvp(argv[1], argv + 1);
		_exit(99);
	}
	if (child < 0 || waitid(P_PID, (id_t)child, &info, WEXITED | WNOWAIT) < 0)
		return 99;
	double took = now_ms() - start, in_line = in_line_ms(child);
	if (wait4(child, &status, 0, &usage) != child)
		return 99;
	int code = WIFEXITED(status) ? WEXITSTATUS(status) : 1000 + WTERMSIG(status);
	dprintf(3, "%d %.0f %ld %.0f\n", code, took, usage.ru_maxrss, in_line);
	return 0;
}
