#include "change/history.h"
#include "change/plan.h"
#include "change/shallow.h"

/* A, B of "A..B" or "A...B", where an omitted side is HEAD; *out is NULL for a single revision. */
static int
split(char **from, const char **to, struct arena *arena, const char *revisions, struct err *err)
{
	const char *dots = strstr(revisions, "..");

	*from = NULL;
	if (!dots)
		return 0;
	const char *rest = dots + (dots[2] == '.' ? 3 : 2);
	if (dots == revisions && *rest == '\0')
		return err_set(err, ERR_USAGE, "'%s' names no revision", revisions);
	*from = dots == revisions ? arena_strndup(arena, "HEAD", 4)
				  : arena_strndup(arena, revisions, (size_t)(dots - revisions));
	*to = *rest ? rest : "HEAD";
	return *from ? 0 : err_oom(err);
}

static int
resolve(struct object_id *out, struct repository *repo, const char *revision, struct err *err)
{
	int rc = repository_commit(out, repo, revision, err);

	if (rc == 0)
		return err_set(err, ERR_GIT, "HEAD has no commit yet: there is no range to review");
	return rc < 0 ? -1 : 0;
}

/*
 * The merge bases, best first. Of several commits where the range leaves the
 * known history only those count that no other one of them has among its ancestors.
 */
static int
find_merge_bases(struct object_id **bases, size_t *n, struct plan *plan, const struct object_id *from,
		 const struct object_id *to, struct err *err)
{
	struct repository *repo = plan->repo;
	struct object_id *found;
	size_t nfound;

	if (repo->backend->merge_bases(&found, &nfound, &plan->source.arena, repo, from, to, err) < 0)
		return -1;
	/* In a shallow clone there may be none to be found: then all of them stay, which is close. */
	if (nfound > 0) {
		*bases = found;
		*n = nfound;
	}
	return 0;
}

/* The net step, unless B brings nothing. */
static int
add_net(struct plan *plan, struct history *history, struct origin *origin, const struct object_id *from,
	const struct object_id *to, struct err *err)
{
	struct step step = {.kind = STEP_TREES, .judged = JUDGE_TIP, .origin = origin, .target = *to};
	struct object_id *bases = NULL;

	if (!history_is_new(history, to))
		return 0;
	if (history_bases(&bases, &step.nbases, &plan->source.arena, history, to, 1, err) < 0)
		return -1;
	if (step.nbases > 1 && find_merge_bases(&bases, &step.nbases, plan, from, to, err) < 0)
		return -1;
	step.bases = bases;
	if (step.nbases > 0)
		origin->trusted = bases[0];
	return plan_add(plan, &step, err);
}

static int
plan_range(struct plan *plan, const char *from_name, const char *to_name, struct err *err)
{
	struct origin *origin = arena_alloc(&plan->source.arena, sizeof(*origin));
	struct history *history = NULL;
	struct object_id from, to;
	int rc = -1;

	if (!origin)
		return err_oom(err);
	if (resolve(&from, plan->repo, from_name, err) < 0 || resolve(&to, plan->repo, to_name, err) < 0)
		return -1;
	if (history_new(&history, plan->repo, err) == 0 && history_add_known(history, &from, err) == 0 &&
	    history_add_tip(history, &to, err) == 0 && history_walk(history, err) == 0 &&
	    add_net(plan, history, origin, &from, &to, err) == 0)
		rc = plan_add_commits(plan, history, origin, NULL, err);
	history_free(history);
	return rc;
}

/* The first parent of a commit, none for a root; an error where a shallow clone is cut off. */
static int
first_parent(struct object_id *out, struct plan *plan, const struct object_id *id, struct err *err)
{
	struct object_id *parents;
	struct shallow shallow;
	size_t n;

	*out = (struct object_id){""};
	if (shallow_load(&shallow, plan->repo, err) < 0)
		return -1;
	bool is_cut = shallow_has(&shallow, id);
	shallow_release(&shallow);
	if (is_cut)
		return err_shallow(err, id);
	if (repository_parents(&parents, &n, &plan->source.arena, plan->repo, id, err) < 0)
		return -1;
	if (n > 0)
		*out = parents[0];
	return 0;
}

static int
plan_commit(struct plan *plan, const char *revision, struct err *err)
{
	struct origin *origin = arena_alloc(&plan->source.arena, sizeof(*origin));
	struct step step = {.kind = STEP_COMMIT, .judged = JUDGE_TIP | JUDGE_EVERY, .origin = origin};

	if (!origin)
		return err_oom(err);
	if (resolve(&step.target, plan->repo, revision, err) < 0 ||
	    first_parent(&origin->trusted, plan, &step.target, err) < 0)
		return -1;
	return plan_add(plan, &step, err);
}

int
source_range(struct source **out, struct repository *repo, const char *revisions, struct err *err)
{
	const char *to = NULL;
	struct shown shown;
	struct plan *plan;
	char *from;
	int rc;

	*out = NULL;
	show_str(&shown, revisions);
	if (plan_new(&plan, repo, err, "%s%s", strstr(revisions, "..") ? "" : "commit ", shown.text) < 0)
		return -1;
	rc = split(&from, &to, &plan->source.arena, revisions, err);
	if (rc == 0)
		rc = from ? plan_range(plan, from, to, err) : plan_commit(plan, revisions, err);
	if (rc < 0) {
		source_free(&plan->source);
		return -1;
	}
	*out = &plan->source;
	return 0;
}
