/*
 * memory.c - what libgit2 allocates with
 *
 * libgit2 1.5.1 goes on with NULL where memory runs out: of 3,000 allocations
 * of a small review, every fortieth ended in a crash when it failed. So it
 * never sees one fail: the process ends instead, in the way that cli/ gave us.
 */
#include <git2/sys/alloc.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "change/repository_internal.h"

/* Of the whole process, as libgit2's own settings are. Set once, before any thread. */
static void (*end_of_memory)(void);

static void *
checked(void *ptr)
{
	if (!ptr)
		end_of_memory();
	return ptr;
}

static void *
git_malloc(size_t n, const char *file, int line)
{
	(void)file, (void)line;
	return checked(malloc(n ? n : 1));
}

static void *
git_calloc(size_t n, size_t size, const char *file, int line)
{
	(void)file, (void)line;
	return checked(calloc(n ? n : 1, size ? size : 1));
}

static char *
git_substrdup(const char *s, size_t n, const char *file, int line)
{
	char *copy = n < SIZE_MAX ? git_malloc(n + 1, file, line) : checked(NULL);

	memcpy(copy, s, n);
	copy[n] = '\0';
	return copy;
}

static char *
git_strndup(const char *s, size_t n, const char *file, int line)
{
	return git_substrdup(s, strnlen(s, n), file, line);
}

static char *
git_strdup(const char *s, const char *file, int line)
{
	return git_substrdup(s, strlen(s), file, line);
}

static void *
git_realloc(void *ptr, size_t n, const char *file, int line)
{
	(void)file, (void)line;
	return checked(realloc(ptr, n ? n : 1));
}

static void *
git_reallocarray(void *ptr, size_t n, size_t size, const char *file, int line)
{
	(void)file, (void)line;
	return checked(reallocarray(ptr, n ? n : 1, size ? size : 1));
}

static void *
git_mallocarray(size_t n, size_t size, const char *file, int line)
{
	return git_reallocarray(NULL, n, size, file, line);
}

int
repository_set_out_of_memory(void (*end)(void), struct err *err)
{
	git_allocator allocator = {
		.gmalloc = git_malloc,
		.gcalloc = git_calloc,
		.gstrdup = git_strdup,
		.gstrndup = git_strndup,
		.gsubstrdup = git_substrdup,
		.grealloc = git_realloc,
		.greallocarray = git_reallocarray,
		.gmallocarray = git_mallocarray,
		.gfree = free,
	};

	end_of_memory = end;
	if (git_libgit2_opts(GIT_OPT_SET_ALLOCATOR, &allocator) < 0)
		return err_set(err, ERR_GIT, "cannot set up libgit2");
	return 0;
}
