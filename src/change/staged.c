#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/file.h"
#include "base/limits.h"
#include "change/plan.h"

#define MAX_MERGE_HEADS (LIMIT_BASES - 1)

struct bases {
	struct object_id *ids; /* room for LIMIT_BASES */
	size_t n;
};

static void
add_merge_head(struct bases *bases, const struct object_id *id)
{
	if (bases->n <= MAX_MERGE_HEADS)
		bases->ids[bases->n++] = *id;
}

/*
 * A clean merge runs its hook before it writes MERGE_HEAD, but names what it
 * merges in variables GITHEAD_<id>, meant for its merge strategies. Only
 * believed when git started us: it may be somebody's leftover otherwise.
 */
static int
add_environment_heads(struct bases *bases, struct repository *repo, struct err *err)
{
	static const char prefix[] = "GITHEAD_";
	const size_t start = sizeof(prefix) - 1;

	for (char **env = environ; *env; env++) {
		struct object object;
		struct object_id id;
		if (strncmp(*env, prefix, start) != 0 ||
		    !object_id_parse(&id, slice_of(*env + start, strcspn(*env + start, "="))))
			continue;
		if (object_header(&object, repo, &id, err) < 0)
			return -1;
		if (object.type == OBJECT_COMMIT)
			add_merge_head(bases, &id);
	}
	return 0;
}

static int
parse_merge_heads(struct bases *bases, struct slice lines, struct err *err)
{
	struct object_id id;
	struct slice line;

	while (slice_next_line(&lines, &line)) {
		if (!object_id_parse(&id, line))
			return err_set(err, ERR_GIT, "the repository's file MERGE_HEAD is malformed");
		add_merge_head(bases, &id);
	}
	return 0;
}

/* The commits that the next one will have as parents beside HEAD. */
static int
add_merge_heads(struct bases *bases, struct repository *repo, struct err *err)
{
	char *path = joined_name(repo->git_dir, "MERGE_HEAD");
	struct buf bytes = BUF_INIT(1u << 20);
	int rc = 0;

	if (!path)
		return err_oom(err);
	bool exists = access(path, F_OK) == 0 || errno != ENOENT;
	if (exists)
		rc = file_read(&bytes, path, bytes.max, err);
	if (exists && rc == 0)
		rc = parse_merge_heads(bases, buf_slice(&bytes), err);
	else if (!exists && repo->as_hook)
		rc = add_environment_heads(bases, repo, err);
	buf_release(&bytes);
	free(path);
	return rc;
}

static int
add_index_step(struct plan *plan, struct err *err)
{
	struct arena *arena = &plan->source.arena;
	struct origin *origin = arena_alloc(arena, sizeof(*origin));
	struct bases bases = {arena_array(arena, LIMIT_BASES, sizeof(*bases.ids)), 0};
	struct object_id head;

	if (!origin || !bases.ids)
		return err_oom(err);
	int rc = repository_commit(&head, plan->repo, "HEAD", err);
	if (rc < 0)
		return -1;
	if (rc == 1) {
		bases.ids[bases.n++] = head;
		origin->trusted = head;
		if (add_merge_heads(&bases, plan->repo, err) < 0)
			return -1;
	}
	struct step step = {.kind = STEP_INDEX,
			    .judged = JUDGE_TIP | JUDGE_EVERY,
			    .origin = origin,
			    .bases = bases.ids,
			    .nbases = bases.n};
	return plan_add(plan, &step, err);
}

int
source_staged(struct source **out, struct repository *repo, struct err *err)
{
	struct plan *plan;

	*out = NULL;
	if (plan_new(&plan, repo, err, "staged changes") < 0)
		return -1;
	if (add_index_step(plan, err) < 0 || plan_open(plan, err) < 0) {
		source_free(&plan->source);
		return -1;
	}
	*out = &plan->source;
	return 0;
}
