/*
 * drive.c - runs a command with one fault at a time and judges what comes of it
 *
 *	drive <faults.so> <kind> <most> <command> [<argument>...]
 *
 * kind is one of those of faults.c ("alloc", "read:5" with an errno), or
 * "nofile", "data", "stack", "fsize": the rlimit of that name, by the numbers
 * in LIMITS. First the command runs without a fault, which gives what is
 * right; then with the first FIRST calls failed one by one, and further ones
 * with a stride, so that there are at most <most> runs. Each must end with
 *
 *	the right status, output and report, or
 *	status 128, something on standard error, and no report ($REPORT),
 *
 * and never leave a temporary file. Nothing is printed for what is well; the
 * last line counts.
 */
#include <ctype.h>
#include <dirent.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define FIRST   300u
#define SECONDS 60 /* of one run */
#define SHOWN   5u

struct result {
	int status; /* as wait(2) gives it */
	char *out, *err, *report;
};

struct drive {
	const char *library;
	char kind[32], error[16];
	char **command;
	const char *report; /* NULL: the command writes none */
	struct result right;
	unsigned long runs, refused, bad;
};

static void
die(const char *what)
{
	perror(what);
	exit(2);
}

/* "total": 12.3 */
static void
hide_times(char *text)
{
	for (char *at = text; (at = strstr(at, "\"total\": ")); at++) {
		char *digits = at + strlen("\"total\": "), *end = digits;
		while (isdigit((unsigned char)*end) || *end == '.')
			end++;
		memmove(digits, end, strlen(end) + 1);
	}
}

/* What says of itself that it is a part. */
static bool
is_labelled(const char *text)
{
	return text && (strstr(text, "ncomplete") || strstr(text, "\"executionSuccessful\": false"));
}

/* The whole file, without what differs from run to run; NULL: there is none. */
static char *
slurp(int fd)
{
	size_t n = 0, cap = 1u << 16;
	char *text = malloc(cap + 1);
	ssize_t got;

	if (fd < 0 || !text || lseek(fd, 0, SEEK_SET) < 0)
		return NULL;
	while ((got = read(fd, text + n, cap - n)) > 0) {
		n += (size_t)got;
		if (n == cap && !(text = realloc(text, (cap *= 2) + 1)))
			die("realloc");
	}
	text[n] = '\0';
	hide_times(text);
	return text;
}

static char *
slurp_path(const char *path)
{
	int fd = open(path, O_RDONLY);
	char *text = fd < 0 ? NULL : slurp(fd);

	if (fd >= 0)
		close(fd);
	return text;
}

static int
scratch(void)
{
	FILE *file = tmpfile();

	if (!file)
		die("tmpfile");
	return fileno(file);
}

static int
limit_of(const char *kind)
{
	return strcmp(kind, "nofile") == 0  ? RLIMIT_NOFILE
	       : strcmp(kind, "data") == 0  ? RLIMIT_DATA
	       : strcmp(kind, "stack") == 0 ? RLIMIT_STACK
	       : strcmp(kind, "fsize") == 0 ? RLIMIT_FSIZE
					    : -1;
}

/* In the child: standard streams, the fault, the command. */
static void
become(const struct drive *d, const char *fault, unsigned long n, int out, int err, int counts)
{
	int in = open("/dev/null", O_RDONLY), limit = limit_of(d->kind);
	const char *input = getenv("INPUT");
	char text[64];

	if (input)
		in = open(input, O_RDONLY);
	dup2(in, 0);
	dup2(out, 1);
	dup2(err, 2);
	dup2(counts, 9);
	for (int fd = 3; fd < 9; fd++)
		close(fd);
	for (int fd = 10; fd < 64; fd++)
		close(fd);
	snprintf(text, sizeof(text), "%lu", n);
	if (limit >= 0 && n > 0) {
		struct rlimit rl = {n, n};
		if (setrlimit((__rlimit_resource_t)limit, &rl) < 0)
			_exit(99);
	} else if (limit < 0) {
		setenv("LD_PRELOAD", d->library, 1);
		setenv("FAULT", fault, 1);
		setenv("FAULT_FD", "9", 1);
	}
	if (limit >= 0)
		close(9);
	alarm(SECONDS);
	execvp(d->command[0], d->command);
	_exit(99);
}

static struct result
run(const struct drive *d, unsigned long n, char **counts_text)
{
	int out = scratch(), err = scratch(), counts = scratch();
	struct result r = {0};
	char fault[64];

	if (d->report)
		unlink(d->report);
	snprintf(fault, sizeof(fault), "%s:%lu%s%s", d->kind, n, d->error[0] ? ":" : "", d->error);
	if (strcmp(d->kind, "short") == 0)
		snprintf(fault, sizeof(fault), "short");
	pid_t child = fork();
	if (child == 0)
		become(d, fault, n, out, err, counts);
	if (child < 0 || waitpid(child, &r.status, 0) != child)
		die("fork");
	r.out = slurp(out);
	r.err = slurp(err);
	r.report = d->report ? slurp_path(d->report) : NULL;
	if (counts_text)
		*counts_text = slurp(counts);
	close(out);
	close(err);
	close(counts);
	return r;
}

static bool
same(const char *a, const char *b)
{
	return a == b || (a && b && strcmp(a, b) == 0);
}

static bool
left_temporary(void)
{
	DIR *dir = opendir(".");
	bool found = false;

	for (struct dirent *e; dir && (e = readdir(dir));) {
		size_t len = strlen(e->d_name);
		if (len > 4 && strcmp(e->d_name + len - 4, ".tmp") == 0) {
			found = true;
			unlink(e->d_name);
		}
	}
	if (dir)
		closedir(dir);
	return found;
}

/* NULL: well. */
static const char *
judge(struct drive *d, const struct result *r)
{
	if (left_temporary())
		return "a temporary file is left";
	if (WIFSIGNALED(r->status))
		return "ended by a signal";
	if (WEXITSTATUS(r->status) == 128) {
		if (same(r->out, d->right.out) && d->right.status == r->status &&
		    same(r->report, d->right.report))
			return NULL;
		d->refused++;
		if (r->report && !same(r->report, d->right.report) && !is_labelled(r->report))
			return "status 128, and a report that does not say so";
		return r->err[0] || is_labelled(r->out) || is_labelled(r->report)
			       ? NULL
			       : "status 128 without a word";
	}
	if (WEXITSTATUS(r->status) == 127 && strstr(r->err, "error while loading shared libraries"))
		return NULL; /* it did not even start */
	if (r->status != d->right.status)
		return "another status";
	if (!same(r->out, d->right.out))
		return "another output";
	if (!same(r->report, d->right.report))
		return "another report";
	return NULL;
}

static void
release(struct result *r)
{
	free(r->out);
	free(r->err);
	free(r->report);
}

static void
try(struct drive *d, unsigned long n)
{
	struct result r = run(d, n, NULL);
	const char *what = judge(d, &r);

	d->runs++;
	if (what && d->bad++ < SHOWN)
		printf("# %s %lu: %s (status %#x)\n#   %.200s\n", d->kind, n, what, (unsigned)r.status,
		       r.err);
	release(&r);
}

static unsigned long
count_of(const char *counts, const char *kind)
{
	char name[40];

	snprintf(name, sizeof(name), "%s ", kind);
	for (const char *at = counts; at && *at; at = strchr(at, '\n') ? strchr(at, '\n') + 1 : NULL)
		if (strncmp(at, name, strlen(name)) == 0)
			return strtoul(at + strlen(name), NULL, 10);
	return 0;
}

static void
try_calls(struct drive *d, unsigned long most, unsigned long total)
{
	unsigned long stride = 1;

	if (total > most)
		stride = most > FIRST ? (total - FIRST) / (most - FIRST) + 1 : total;
	for (unsigned long n = 1; n <= total; n += n < FIRST ? 1 : stride)
		try(d, n);
}

static void
try_limits(struct drive *d)
{
	char *list = strdup(getenv("LIMITS") ? getenv("LIMITS") : ""), *at = list;

	while (*at)
		try(d, strtoul(at, &at, 10));
	free(list);
}

int
main(int argc, char **argv)
{
	struct drive d = {.library = argc > 1 ? argv[1] : NULL, .report = getenv("REPORT")};
	char *counts = NULL;

	if (argc < 5)
		return 2;
	sscanf(argv[2], "%31[^:]:%15s", d.kind, d.error);
	d.command = argv + 4;
	d.right = run(&d, 0, &counts);
	if (!WIFEXITED(d.right.status) || WEXITSTATUS(d.right.status) == 99 || left_temporary()) {
		printf("# without a fault: status %#x: %s\n", (unsigned)d.right.status, d.right.err);
		return 1;
	}
	unsigned long total = count_of(counts, d.kind);
	if (limit_of(d.kind) >= 0)
		try_limits(&d);
	else if (strcmp(d.kind, "short") == 0)
		try(&d, 1);
	else
		try_calls(&d, strtoul(argv[3], NULL, 10), total);
	printf("# %s: %lu calls, %lu runs, %lu refused, %lu bad\n", argv[2], total, d.runs, d.refused, d.bad);
	release(&d.right);
	free(counts);
	return d.bad > 0 || d.runs == 0;
}
