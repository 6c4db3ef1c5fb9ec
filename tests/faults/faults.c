/*
 * faults.c - makes the n-th call of a kind fail: LD_PRELOAD=faults.so
 *
 *	FAULT=alloc:17        the 17th malloc, calloc, realloc, ... gives NULL
 *	FAULT=read:3:5        the 3rd read(2) fails with errno 5; also open, mmap, stat, write, rename, list
 *	FAULT=short           every write takes one to seven bytes, every third is interrupted
 *	FAULT_FD=9            at the end, how often each kind was called is written there
 *	FAULT_BITE=1          with the first object that is read, tries what a sandbox forbids and
 *	                      says on standard error what it could do
 */
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t n, size_t size);
void *__libc_realloc(void *ptr, size_t size);
void *__libc_memalign(size_t alignment, size_t size);

enum kind { ALLOC, READ, OPEN, MMAP, STAT, WRITE, RENAME, LIST, KINDS };

static const char *const names[KINDS] = {"alloc", "read", "open", "mmap", "stat", "write", "rename", "list"};

static atomic_ulong calls[KINDS];
static unsigned long victim[KINDS]; /* 0: none */
static int error_number = EIO;
static int short_writes, count_fd = -1;

static void begin(void) __attribute__((constructor));
static void end(void) __attribute__((destructor));

static void
begin(void)
{
	const char *fault = getenv("FAULT"), *fd = getenv("FAULT_FD");

	count_fd = fd ? atoi(fd) : -1;
	for (int k = 0; fault && k < KINDS; k++) {
		size_t len = strlen(names[k]);
		char *rest;
		if (strncmp(fault, names[k], len) != 0 || fault[len] != ':')
			continue;
		victim[k] = strtoul(fault + len + 1, &rest, 10);
		if (*rest == ':')
			error_number = atoi(rest + 1);
	}
	short_writes = fault && strcmp(fault, "short") == 0;
	for (int k = 0; k < KINDS; k++) /* what the loader did does not count */
		calls[k] = 0;
	unsetenv("LD_PRELOAD"); /* what the program starts has its own calls */
}

static void
end(void)
{
	char line[64];

	for (int k = 0; count_fd >= 0 && k < KINDS; k++) {
		int len = snprintf(line, sizeof(line), "%s %lu\n", names[k], (unsigned long)calls[k]);
		if (write(count_fd, line, (size_t)len) < 0)
			return;
	}
}

/* Is this the call that fails? Sets errno. */
static int
fails(enum kind kind)
{
	unsigned long n = ++calls[kind];

	if (n != victim[kind])
		return 0;
	errno = kind == ALLOC ? ENOMEM : error_number;
	return 1;
}

/* ---- memory ---- */

void *
malloc(size_t size)
{
	return fails(ALLOC) ? NULL : __libc_malloc(size);
}

void *
calloc(size_t n, size_t size)
{
	return fails(ALLOC) ? NULL : __libc_calloc(n, size);
}

void *
realloc(void *ptr, size_t size)
{
	return fails(ALLOC) ? NULL : __libc_realloc(ptr, size);
}

void *
aligned_alloc(size_t alignment, size_t size)
{
	return fails(ALLOC) ? NULL : __libc_memalign(alignment, size);
}

int
posix_memalign(void **out, size_t alignment, size_t size)
{
	if (fails(ALLOC))
		return ENOMEM;
	*out = __libc_memalign(alignment, size);
	return *out ? 0 : ENOMEM;
}

#define NEXT(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

/* ---- what a sandbox forbids ---- */

static void
tell(const char *what, int could)
{
	char line[64];
	int len = snprintf(line, sizeof(line), "bite: %s: %s\n", what, could ? "DONE" : "refused");

	if (NEXT(write)(STDERR_FILENO, line, (size_t)len) < 0)
		return;
}

static int
can_start(void)
{
	static char name[] = "true";
	char *const argv[] = {name, NULL};
	pid_t child = fork();
	int status;

	if (child == 0) {
		execv("/bin/true", argv);
		_exit(1);
	}
	return waitpid(child, &status, 0) == child && status == 0;
}

/* True for .git/objects/9f/02..., in a file of its own. */
static int
is_object(const char *path)
{
	const char *directory = strstr(path, "/objects/");

	return directory && strspn(directory + strlen("/objects/"), "0123456789abcdef") == 2;
}

static void
bite(const char *path)
{
	static int bitten;

	if (!getenv("FAULT_BITE") || !is_object(path) || bitten++)
		return;
	tell("read", NEXT(open)("/etc/passwd", O_RDONLY) >= 0);
	tell("write", NEXT(open)("bitten", O_WRONLY | O_CREAT, 0600) >= 0);
	tell("program", can_start());
	tell("socket", socket(AF_INET, SOCK_STREAM, 0) >= 0);
}

/* ---- files ---- */

static mode_t
mode_of(int flags, va_list ap)
{
	return flags & (O_CREAT | O_TMPFILE) ? va_arg(ap, mode_t) : 0;
}

#define OPEN_LIKE(name)                                                                                      \
	int name(const char *path, int flags, ...)                                                           \
	{                                                                                                    \
		va_list ap;                                                                                  \
		va_start(ap, flags);                                                                         \
		mode_t mode = mode_of(flags, ap);                                                            \
		va_end(ap);                                                                                  \
		bite(path);                                                                                  \
		return fails(OPEN) ? -1 : NEXT(name)(path, flags, mode);                                     \
	}

OPEN_LIKE(open)
OPEN_LIKE(open64)

ssize_t
read(int fd, void *buf, size_t n)
{
	return fails(READ) ? -1 : NEXT(read)(fd, buf, n);
}

ssize_t
pread64(int fd, void *buf, size_t n, off64_t at)
{
	return fails(READ) ? -1 : NEXT(pread64)(fd, buf, n, at);
}

ssize_t
write(int fd, const void *buf, size_t n)
{
	if (fd == count_fd)
		return NEXT(write)(fd, buf, n);
	if (fails(WRITE))
		return -1;
	if (!short_writes)
		return NEXT(write)(fd, buf, n);
	if (calls[WRITE] % 3 == 0) {
		errno = EINTR;
		return -1;
	}
	size_t most = calls[WRITE] % 7 + 1;
	return NEXT(write)(fd, buf, n < most ? n : most);
}

void *
mmap(void *addr, size_t len, int prot, int flags, int fd, off_t at)
{
	return fd >= 0 && fails(MMAP) ? MAP_FAILED : NEXT(mmap)(addr, len, prot, flags, fd, at);
}

void *
mmap64(void *addr, size_t len, int prot, int flags, int fd, off64_t at)
{
	return fd >= 0 && fails(MMAP) ? MAP_FAILED : NEXT(mmap64)(addr, len, prot, flags, fd, at);
}

#define STAT_LIKE(name, type, first)                                                                         \
	int name(first at, struct type *st)                                                                  \
	{                                                                                                    \
		return fails(STAT) ? -1 : NEXT(name)(at, st);                                                \
	}

STAT_LIKE(stat, stat, const char *)
STAT_LIKE(lstat, stat, const char *)
STAT_LIKE(fstat, stat, int)
STAT_LIKE(stat64, stat64, const char *)
STAT_LIKE(lstat64, stat64, const char *)
STAT_LIKE(fstat64, stat64, int)

int
rename(const char *from, const char *to)
{
	return fails(RENAME) ? -1 : NEXT(rename)(from, to);
}

DIR *
opendir(const char *path)
{
	return fails(LIST) ? NULL : NEXT(opendir)(path);
}
