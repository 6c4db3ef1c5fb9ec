#include "change/known.h"

#include <stdlib.h>

#include "base/limits.h"

/* Ids that are searched one by one; before more would be, all are sorted. */
#define UNSORTED 1024u

static int
compare_ids(const void *a, const void *b)
{
	return strcmp(((const struct object_id *)a)->hex, ((const struct object_id *)b)->hex);
}

int
known_add(struct known *known, const struct object_id *id, struct err *err)
{
	if (array_reserve((void **)&known->ids, &known->cap, known->n + 1, sizeof(*known->ids)) < 0)
		return err_oom(err);
	known->ids[known->n++] = *id;
	return 0;
}

bool
known_has(struct known *known, const struct object_id *id)
{
	if (known->n - known->nsorted > UNSORTED) {
		qsort(known->ids, known->n, sizeof(*known->ids), compare_ids);
		known->nsorted = known->n;
	}
	if (known->nsorted > 0 && bsearch(id, known->ids, known->nsorted, sizeof(*known->ids), compare_ids))
		return true;
	for (size_t i = known->nsorted; i < known->n; i++)
		if (object_id_eq(&known->ids[i], id))
			return true;
	return false;
}

void
known_release(struct known *known)
{
	free(known->ids);
	*known = (struct known){NULL, 0, 0, 0};
}

struct ref_visit {
	struct known *known;
	struct history *history;
	struct repository *repo;
};

/* Notes an object and, through tags, what is behind it; a commit at the end becomes known. */
static int
add_object(void *ctx, const char *name, const struct object_id *id, struct err *err)
{
	struct ref_visit *v = ctx;
	struct object_id at = *id;
	int rc = 1;

	(void)name;
	if (deadline_is_past(v->repo->deadline))
		return err_set(err, ERR_LIMIT, "time limit reached while references were listed");
	while (rc == 1) {
		struct object object;
		if (known_add(v->known, &at, err) < 0 || object_header(&object, v->repo, &at, err) < 0)
			return -1;
		if (object.type == OBJECT_COMMIT)
			return history_add_known(v->history, &at, err);
		rc = object.type == OBJECT_TAG ? object_follow_tag(&at, v->repo, err) : 0;
	}
	return rc;
}

int
known_refs(struct known *known, struct history *history, struct repository *repo, const char *prefix,
	   struct err *err)
{
	struct ref_visit visit = {known, history, repo};
	enum revision_state state;
	struct object_id head;

	if (repo->backend->each_ref(repo, prefix ? prefix : "", add_object, &visit, err) < 0)
		return -1;
	if (!prefix) {
		if (repo->backend->resolve(&head, &state, repo, "HEAD", err) < 0)
			return -1;
		if (state == REVISION_FOUND && add_object(&visit, "HEAD", &head, err) < 0)
			return -1;
	}
	return 0;
}
