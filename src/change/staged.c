#include <unistd.h>

#include "change/plan.h"

#define MAX_MERGE_HEADS (COMPARE_MAX_BASES - 1)

struct bases {
	struct object_id *ids; /* room for COMPARE_MAX_BASES */
	size_t n;
};

static int
add_merge_head(const git_oid *id, void *payload)
{
	struct bases *bases = payload;

	if (bases->n <= MAX_MERGE_HEADS)
		object_id_from_git(&bases->ids[bases->n++], id);
	return 0;
}

/*
 * A clean merge runs its hook before it writes MERGE_HEAD, but names what it
 * merges in variables GITHEAD_<id>, meant for its merge strategies. Only
 * believed when git started us: it may be somebody's leftover otherwise.
 */
static void
add_environment_heads(struct bases *bases, struct repository *repo)
{
	static const char prefix[] = "GITHEAD_";
	const size_t start = sizeof(prefix) - 1;

	for (char **env = environ; *env; env++) {
		git_commit *commit = NULL;
		git_oid id;
		if (strncmp(*env, prefix, start) != 0 || strcspn(*env, "=") != start + GIT_OID_HEXSZ ||
		    git_oid_fromstrn(&id, *env + start, GIT_OID_HEXSZ) < 0)
			continue;
		if (git_commit_lookup(&commit, repo->git, &id) == 0)
			add_merge_head(&id, bases);
		git_commit_free(commit);
	}
}

/* The commits that the next one will have as parents beside HEAD. */
static int
add_merge_heads(struct bases *bases, struct repository *repo, struct err *err)
{
	int rc = git_repository_mergehead_foreach(repo->git, add_merge_head, bases);

	if (rc == GIT_ENOTFOUND) {
		if (repo->as_hook)
			add_environment_heads(bases, repo);
		return 0;
	}
	return rc < 0 ? err_git(err, "cannot read MERGE_HEAD") : 0;
}

static int
add_index_step(struct plan *plan, struct err *err)
{
	struct arena *arena = &plan->source.arena;
	struct origin *origin = arena_alloc(arena, sizeof(*origin));
	struct bases bases = {arena_array(arena, COMPARE_MAX_BASES, sizeof(*bases.ids)), 0};
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
