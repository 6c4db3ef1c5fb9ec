/*
 * owner.c - whose repository git is willing to read: safe.directory
 *
 * libgit2 1.5 honours only an exact path. git also knows a lone asterisk
 * (everything), "<dir>/" and an asterisk (everything below), "~/", and an
 * empty value that forgets what was said before (git-config(1)). Only
 * configuration that the repository itself cannot set is asked.
 */
#include <stdlib.h>

#include "change/repository_internal.h"

struct trust {
	struct slice directory; /* without a '/' at its end */
	bool trusted;
};

static struct slice
without_last_slash(struct slice s)
{
	while (s.len > 1 && s.ptr[s.len - 1] == '/')
		s.len--;
	return s;
}

static bool
names_directory(struct slice value, struct slice directory)
{
	if (slice_eq_str(value, "*"))
		return true;
	if (slice_ends(value, "/*"))
		return directory.len >= value.len &&
		       slice_eq(slice_sub(directory, 0, value.len - 1), slice_sub(value, 0, value.len - 1));
	return slice_eq(without_last_slash(value), directory);
}

/* "~/..." stands for a path below HOME. */
static bool
names_below_home(const char *value, struct slice directory)
{
	const char *home = getenv("HOME");

	if (!home || value[0] != '~' || value[1] != '/' || directory.len < strlen(home))
		return false;
	struct slice head = slice_sub(directory, 0, strlen(home));
	struct slice rest = slice_sub(directory, strlen(home), directory.len);
	return slice_eq_str(head, home) && names_directory(slice_str(value + 1), rest);
}

static int
visit_safe_directory(void *ctx, const char *name, const char *value, const char *origin, struct err *err)
{
	struct trust *trust = ctx;

	(void)origin;
	(void)err;
	if (strcmp(name, "safe.directory") != 0)
		return 0;
	if (!*value)
		trust->trusted = false;
	else if (names_directory(slice_str(value), trust->directory) ||
		 names_below_home(value, trust->directory))
		trust->trusted = true;
	return 0;
}

int
repository_is_trusted_directory(const char *directory, struct err *err)
{
	struct trust trust = {without_last_slash(slice_str(directory)), false};

	if (config_each(NULL, visit_safe_directory, &trust, err) < 0)
		return -1;
	return trust.trusted;
}
