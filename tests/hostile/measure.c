/*
 * measure.c - runs a command and says what it took
 *
 *	measure <command> [<argument>...]
 *
 * Writes "<exit status, or 1000 + signal> <milliseconds> <peak KB> <scale>" to
 * descriptor 3. scale is how many times longer than alone something takes on
 * this machine now, in hundredths: a loop that needs 20 ms of processor time
 * is timed before and after, and the slower one counts.
 */
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define SPIN_MS 20.0

static double
ms_of(clockid_t clock)
{
	struct timespec t;

	clock_gettime(clock, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static double
spin(void)
{
	double wall = ms_of(CLOCK_MONOTONIC), used = ms_of(CLOCK_PROCESS_CPUTIME_ID);

	while (ms_of(CLOCK_PROCESS_CPUTIME_ID) - used < SPIN_MS)
		;
	return (ms_of(CLOCK_MONOTONIC) - wall) / SPIN_MS;
}

int
main(int argc, char **argv)
{
	struct rusage usage;
	int status;

	if (argc < 2)
		return 99;
	double before = spin(), start = ms_of(CLOCK_MONOTONIC);
	pid_t child = fork();
	if (child == 0) {
		close(3);
		execvp(argv[1], argv + 1);
		_exit(99);
	}
	if (child < 0 || wait4(child, &status, 0, &usage) != child)
		return 99;
	double took = ms_of(CLOCK_MONOTONIC) - start, after = spin();
	int code = WIFEXITED(status) ? WEXITSTATUS(status) : 1000 + WTERMSIG(status);
	dprintf(3, "%d %.0f %ld %.0f\n", code, took, usage.ru_maxrss,
		100 * (before > after ? before : after));
	return 0;
}
