#include "change/known.h"

#include <stdlib.h>

static int
compare_ids(const void *a, const void *b)
{
	return git_oid_cmp(a, b);
}

int
known_add(struct known *known, const git_oid *id, struct err *err)
{
	if (array_reserve((void **)&known->ids, &known->cap, known->n + 1, sizeof(*known->ids)) < 0)
		return err_oom(err);
	known->ids[known->n++] = *id;
	return 0;
}

bool
known_has(const struct known *known, const git_oid *id)
{
	if (known->nsorted > 0 && bsearch(id, known->ids, known->nsorted, sizeof(*known->ids), compare_ids))
		return true;
	for (size_t i = known->nsorted; i < known->n; i++)
		if (git_oid_equal(&known->ids[i], id))
			return true;
	return false;
}

void
known_release(struct known *known)
{
	free(known->ids);
	*known = (struct known){NULL, 0, 0, 0};
}

/* Notes an object and, through tags, what is behind it; a commit at the end becomes known. */
static int
add_object(struct known *known, struct history *history, struct repository *repo, const git_oid *id,
	   struct err *err)
{
	git_oid at = *id;

	for (;;) {
		git_object_t type;
		git_tag *tag = NULL;
		struct object_id commit;
		size_t size;
		if (known_add(known, &at, err) < 0)
			return -1;
		if (git_odb_read_header(&size, &type, repo->odb, &at) < 0)
			return 0;
		object_id_from_git(&commit, &at);
		if (type == GIT_OBJECT_COMMIT)
			return history_add_known(history, &commit, err);
		if (type != GIT_OBJECT_TAG || git_tag_lookup(&tag, repo->git, &at) < 0)
			return 0;
		at = *git_tag_target_id(tag);
		git_tag_free(tag);
	}
}

static int
add_ref(struct known *known, struct history *history, struct repository *repo, git_reference *ref,
	struct err *err)
{
	git_reference *direct = NULL;
	int rc = 0;

	/* Dangling symbolic refs are common: origin/HEAD after its branch was renamed. */
	if (git_reference_resolve(&direct, ref) == 0)
		rc = add_object(known, history, repo, git_reference_target(direct), err);
	git_reference_free(direct);
	return rc;
}

static int
add_all(struct known *known, struct history *history, struct repository *repo, const char *prefix,
	struct err *err)
{
	git_reference_iterator *it = NULL;
	git_reference *ref;
	int rc = 0, found;

	if (git_reference_iterator_new(&it, repo->git) < 0)
		return err_git(err, "cannot list the references");
	while (rc == 0 && (found = git_reference_next(&ref, it)) == 0) {
		if (!prefix || slice_starts(slice_str(git_reference_name(ref)), prefix))
			rc = add_ref(known, history, repo, ref, err);
		git_reference_free(ref);
	}
	if (rc == 0 && found != GIT_ITEROVER)
		rc = err_git(err, "cannot list the references");
	git_reference_iterator_free(it);
	return rc;
}

int
known_refs(struct known *known, struct history *history, struct repository *repo, const char *prefix,
	   struct err *err)
{
	git_oid head;

	if (add_all(known, history, repo, prefix, err) < 0)
		return -1;
	if (!prefix && git_reference_name_to_id(&head, repo->git, "HEAD") == 0 &&
	    add_object(known, history, repo, &head, err) < 0)
		return -1;
	if (known->n > 0)
		qsort(known->ids, known->n, sizeof(*known->ids), compare_ids);
	known->nsorted = known->n;
	return 0;
}
