#include "change/shallow.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/file.h"

/* A million cut-off commits. */
#define MAX_BYTES ((size_t)41 << 20)

static int
compare_ids(const void *a, const void *b)
{
	return strcmp(((const struct object_id *)a)->hex, ((const struct object_id *)b)->hex);
}

static int
parse(struct shallow *out, struct slice bytes, struct err *err)
{
	struct slice line;

	while (slice_next_line(&bytes, &line)) {
		struct object_id id;
		if (!object_id_parse(&id, line))
			return err_set(err, ERR_GIT, "the repository's file 'shallow' is malformed");
		if (array_reserve((void **)&out->ids, &out->cap, out->n + 1, sizeof(*out->ids)) < 0)
			return err_oom(err);
		out->ids[out->n++] = id;
	}
	if (out->n > 0)
		qsort(out->ids, out->n, sizeof(*out->ids), compare_ids);
	return 0;
}

int
shallow_load(struct shallow *out, const struct repository *repo, struct err *err)
{
	struct buf bytes = BUF_INIT(MAX_BYTES);
	char *path = joined_name(repo->common_dir, "shallow");
	int rc = 0;

	*out = (struct shallow){NULL, 0, 0};
	if (!path)
		return err_oom(err);
	if (access(path, F_OK) == 0 || errno != ENOENT)
		rc = file_read(&bytes, path, MAX_BYTES, err);
	if (rc == 0)
		rc = parse(out, buf_slice(&bytes), err);
	free(path);
	buf_release(&bytes);
	return rc;
}

void
shallow_release(struct shallow *shallow)
{
	free(shallow->ids);
	*shallow = (struct shallow){NULL, 0, 0};
}

bool
shallow_has(const struct shallow *shallow, const struct object_id *id)
{
	return shallow->n > 0 && bsearch(id, shallow->ids, shallow->n, sizeof(*shallow->ids), compare_ids);
}

int
err_shallow(struct err *err, const struct object_id *id)
{
	return err_set(
		err, ERR_GIT,
		"this is a shallow clone, cut off at commit %.12s, and the review needs what comes "
		"before: run 'git fetch --deepen=<n>' or 'git fetch --unshallow' (in CI: fetch-depth: 0)",
		id->hex);
}
