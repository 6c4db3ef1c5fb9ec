/*
 * load_dir.c - the rule files below a directory
 *
 * Directories that are still to be read wait in a list, so depth costs no
 * stack; a cycle is impossible because links to directories are not followed.
 */
#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "base/buf.h"
#include "base/limits.h"
#include "rule/load.h"

struct path_list {
	const char **items;
	size_t n, cap;
};

struct walk {
	struct arena *arena;
	struct path_list dirs, files;
	struct err *err;
};

/* Room for as many directories as rule files; more is no rule pack. */
static int
add_path(struct walk *walk, struct path_list *list, const char *path)
{
	void *items = list->items;

	if (list->n >= LIMIT_RULES)
		return err_set(walk->err, ERR_LIMIT, "more than %u files or directories at %s", LIMIT_RULES,
			       path);
	if (array_reserve(&items, &list->cap, list->n + 1, sizeof(*list->items)) < 0)
		return err_oom(walk->err);
	list->items = items;
	list->items[list->n++] = path;
	return 0;
}

static const char *
join(struct arena *arena, const char *dir, const char *name)
{
	size_t dir_len = strlen(dir), name_len = strlen(name);

	while (dir_len > 1 && dir[dir_len - 1] == '/')
		dir_len--;
	char *path = arena_alloc(arena, dir_len + name_len + 2);
	if (!path)
		return NULL;
	memcpy(path, dir, dir_len);
	path[dir_len] = '/';
	memcpy(path + dir_len + 1, name, name_len);
	return path;
}

static bool
is_rule_file_name(struct slice name)
{
	size_t suffix = slice_ends(name, ".yaml") ? 5 : slice_ends(name, ".yml") ? 4 : 0;

	if (suffix == 0)
		return false;
	name.len -= suffix;
	return !slice_ends(name, ".test") && !slice_ends(name, ".fixed");
}

static int
add_entry(struct walk *walk, const char *path, const char *name)
{
	struct stat st;

	if (lstat(path, &st) < 0)
		return err_set(walk->err, ERR_IO, "cannot read %s: %s", path, strerror(errno));
	if (S_ISDIR(st.st_mode))
		return add_path(walk, &walk->dirs, path);
	if (!is_rule_file_name(slice_str(name)))
		return 0;
	if (S_ISLNK(st.st_mode) && stat(path, &st) < 0)
		return err_set(walk->err, ERR_IO, "cannot read %s: %s", path, strerror(errno));
	return S_ISREG(st.st_mode) ? add_path(walk, &walk->files, path) : 0;
}

static int
read_entries(struct walk *walk, DIR *stream, const char *dir)
{
	for (;;) {
		errno = 0;
		const struct dirent *entry = readdir(stream);
		if (!entry && errno != 0)
			return err_set(walk->err, ERR_IO, "cannot read %s: %s", dir, strerror(errno));
		if (!entry)
			return 0;
		if (entry->d_name[0] == '.')
			continue;
		const char *path = join(walk->arena, dir, entry->d_name);
		if (!path)
			return err_oom(walk->err);
		if (add_entry(walk, path, entry->d_name) < 0)
			return -1;
	}
}

static int
read_directory(struct walk *walk, const char *dir)
{
	DIR *stream = opendir(dir);

	if (!stream)
		return err_set(walk->err, ERR_IO, "cannot read %s: %s", dir, strerror(errno));
	int rc = read_entries(walk, stream, dir);
	closedir(stream);
	return rc;
}

static int
compare_paths(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

int
rule_files(const char *const **out, size_t *n, struct arena *arena, const char *dir, struct err *err)
{
	struct walk walk = {.arena = arena, .err = err};
	int rc = add_path(&walk, &walk.dirs, dir);

	for (size_t i = 0; rc == 0 && i < walk.dirs.n; i++)
		rc = read_directory(&walk, walk.dirs.items[i]);
	const char **files = rc == 0 ? arena_array(arena, walk.files.n, sizeof(*files)) : NULL;
	if (rc == 0 && !files)
		rc = err_oom(err);
	if (files && walk.files.n > 0) {
		memcpy(files, walk.files.items, walk.files.n * sizeof(*files));
		qsort(files, walk.files.n, sizeof(*files), compare_paths);
	}
	*out = files;
	*n = walk.files.n;
	free(walk.dirs.items);
	free(walk.files.items);
	return rc;
}
