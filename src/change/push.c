/*
 * push.c - what a push brings
 *
 * Worked example. main stood at c2; refs/heads/main c2 -> c4 and
 * refs/tags/v1 0 -> t, an annotated tag on c4, are pushed. Known: every
 * existing ref and c2. New: c3 and c4. The plan: c4's tree against c2's
 * (main's net result), nothing for the tag's commit again, c3, c4, and
 * the message of t.
 */
#include <stdio.h>
#include <stdlib.h>

#include "change/history.h"
#include "change/known.h"
#include "change/plan.h"

/* Tags of tags of tags: nobody means that. */
#define MAX_TAG_DEPTH 100

/* One update in the works. */
struct update {
	const struct ref_update *ref;
	struct object_id old; /* the commit it named before; none: it is new */
	struct object_id tip; /* the commit, tree or blob behind all tags */
	git_object_t type;    /* of the tip; GIT_OBJECT_INVALID: nothing is new */
};

struct push {
	struct plan *plan;
	struct known known;
	struct history *history;
	struct origin *origins; /* one for each update */
	struct update *updates;
	size_t n;
	struct step *tags; /* of malloc; they come last in the plan */
	size_t ntags, tags_cap;
};

static int
add_tag(struct push *p, const git_oid *id, const struct origin *origin, struct err *err)
{
	struct step step = {.kind = STEP_TAG, .judged = JUDGE_TIP | JUDGE_EVERY, .origin = origin};

	object_id_from_git(&step.target, id);
	if (array_reserve((void **)&p->tags, &p->tags_cap, p->ntags + 1, sizeof(*p->tags)) < 0)
		return err_oom(err);
	p->tags[p->ntags++] = step;
	return known_add(&p->known, id, err);
}

/* Follows the tags that an update names; those that nobody has yet are noted. */
static int
follow_tags(struct push *p, const struct update *u, const struct origin *origin, git_object **object,
	    struct err *err)
{
	for (int depth = 0; git_object_type(*object) == GIT_OBJECT_TAG; depth++) {
		const git_oid *id = git_object_id(*object);
		git_object *target = NULL;
		struct shown shown;
		if (depth == MAX_TAG_DEPTH)
			return err_set(err, ERR_LIMIT, "%s: more than %d tags of tags",
				       show(&shown, u->ref->ref), MAX_TAG_DEPTH);
		if (!known_has(&p->known, id) && add_tag(p, id, origin, err) < 0)
			return -1;
		if (git_tag_target(&target, (git_tag *)*object) < 0)
			return err_git(err, "cannot read what the tag %s names", git_oid_tostr_s(id));
		git_object_free(*object);
		*object = target;
	}
	return 0;
}

static int
set_tip(struct push *p, struct update *u, const git_object *object, struct err *err)
{
	object_id_from_git(&u->tip, git_object_id(object));
	u->type = git_object_type(object);
	if (u->type == GIT_OBJECT_COMMIT)
		return history_add_tip(p->history, &u->tip, err);
	/* A tree or blob that a ref names already, or an earlier update, is not new. */
	if (known_has(&p->known, git_object_id(object)))
		u->type = GIT_OBJECT_INVALID;
	return known_add(&p->known, git_object_id(object), err);
}

static int
resolve_update(struct push *p, struct update *u, const struct origin *origin, struct err *err)
{
	git_object *object = NULL;
	struct shown shown;
	git_oid id;

	u->type = GIT_OBJECT_INVALID;
	if (object_id_is_none(&u->ref->new_id))
		return 0;
	if (object_id_to_git(&id, &u->ref->new_id, err) < 0)
		return -1;
	if (git_object_lookup(&object, p->plan->repo->git, &id, GIT_OBJECT_ANY) < 0)
		return err_git(err, "%s: cannot read %s", show(&shown, u->ref->ref), u->ref->new_id.hex);
	int rc = follow_tags(p, u, origin, &object, err);
	if (rc == 0)
		rc = set_tip(p, u, object, err);
	git_object_free(object);
	return rc;
}

/* The commit behind an id, peeled; none when it is missing or no commit. */
static void
peel_to_commit(struct object_id *out, struct repository *repo, const struct object_id *id)
{
	git_object *object = NULL, *commit = NULL;
	git_oid oid;

	*out = (struct object_id){""};
	if (object_id_is_none(id) || git_oid_fromstr(&oid, id->hex) < 0)
		return;
	if (git_object_lookup(&object, repo->git, &oid, GIT_OBJECT_ANY) == 0 &&
	    git_object_peel(&commit, object, GIT_OBJECT_COMMIT) == 0)
		object_id_from_git(out, git_object_id(commit));
	git_object_free(commit);
	git_object_free(object);
}

/* What hides an update's old history. */
static int
set_old(struct push *p, struct update *u, struct err *err)
{
	peel_to_commit(&u->old, p->plan->repo, &u->ref->old_id);
	return object_id_is_none(&u->old) ? 0 : history_add_known(p->history, &u->old, err);
}

/*
 * What an update's changes may believe: on the server the branch that HEAD
 * names, and no other. Anybody who may push can make a branch of his own with a
 * .sluiceconfig that switches everything off, have the defect accepted there,
 * and then push the commit, known by now, to where it matters.
 */
static int
set_origins(struct push *p, const struct ref_update *updates, bool received, struct err *err)
{
	struct object_id head;

	if (repository_commit(&head, p->plan->repo, "HEAD", err) < 0)
		return -1;
	for (size_t i = 0; i < p->n; i++) {
		struct update *u = &p->updates[i];
		u->ref = &updates[i];
		if (set_old(p, u, err) < 0)
			return -1;
		p->origins[i].ref = updates[i].ref;
		p->origins[i].trusted = received || object_id_is_none(&u->old) ? head : u->old;
	}
	return 0;
}

/* Brings the ref's old commit to the front of the bases: its lines are those that count as removed. */
static void
put_first(struct object_id *bases, size_t n, const struct object_id *old)
{
	for (size_t i = 1; i < n; i++) {
		if (strcmp(bases[i].hex, old->hex) != 0)
			continue;
		struct object_id found = bases[i];
		memmove(bases + 1, bases, i * sizeof(*bases));
		bases[0] = found;
		return;
	}
}

/* True when an earlier update has the same tip and the same commit to believe. */
static bool
is_repeated(const struct push *p, size_t at)
{
	for (size_t i = 0; i < at; i++)
		if (p->updates[i].type == GIT_OBJECT_COMMIT &&
		    strcmp(p->updates[i].tip.hex, p->updates[at].tip.hex) == 0 &&
		    strcmp(p->origins[i].trusted.hex, p->origins[at].trusted.hex) == 0)
			return true;
	return false;
}

static int
add_net(struct push *p, size_t at, struct err *err)
{
	const struct update *u = &p->updates[at];
	const struct origin *origin = &p->origins[at];
	struct step step = {.kind = STEP_TREES, .judged = JUDGE_TIP, .origin = origin, .target = u->tip};
	struct object_id *bases;

	if (!history_is_new(p->history, &u->tip) || is_repeated(p, at))
		return 0;
	if (history_bases(&bases, &step.nbases, &p->plan->source.arena, p->history, &u->tip, (uint32_t)at + 1,
			  err) < 0)
		return -1;
	put_first(bases, step.nbases, &u->old);
	step.bases = bases;
	return plan_add(p->plan, &step, err);
}

/* A blob or tree that a ref names directly is in no commit: all of it is new. */
static int
add_object(struct push *p, size_t at, struct err *err)
{
	const struct update *u = &p->updates[at];
	struct step step = {.kind = u->type == GIT_OBJECT_BLOB ? STEP_BLOB : STEP_TREES,
			    .judged = JUDGE_TIP | JUDGE_EVERY,
			    .origin = &p->origins[at],
			    .target = u->tip};

	return plan_add(p->plan, &step, err);
}

static int
add_steps(struct push *p, struct err *err)
{
	int rc = 0;

	for (size_t i = 0; rc == 0 && i < p->n; i++) {
		if (p->updates[i].type == GIT_OBJECT_COMMIT)
			rc = add_net(p, i, err);
		else if (p->updates[i].type != GIT_OBJECT_INVALID)
			rc = add_object(p, i, err);
	}
	if (rc == 0)
		rc = plan_add_commits(p->plan, p->history, p->origins, err);
	for (size_t i = 0; rc == 0 && i < p->ntags; i++)
		rc = plan_add(p->plan, &p->tags[i], err);
	return rc;
}

static int
make_plan(struct push *p, const struct ref_update *updates, const char *prefix, struct err *err)
{
	struct arena *arena = &p->plan->source.arena;

	p->origins = arena_array(arena, p->n + 1, sizeof(*p->origins));
	p->updates = arena_array(arena, p->n + 1, sizeof(*p->updates));
	if (!p->origins || !p->updates)
		return err_oom(err);
	if (history_new(&p->history, p->plan->repo, err) < 0 ||
	    set_origins(p, updates, prefix == NULL, err) < 0 ||
	    known_refs(&p->known, p->history, p->plan->repo, prefix, err) < 0)
		return -1;
	for (size_t i = 0; i < p->n; i++)
		if (resolve_update(p, &p->updates[i], &p->origins[i], err) < 0)
			return -1;
	return history_walk(p->history, err) < 0 ? -1 : add_steps(p, err);
}

static int
finish(struct source **out, struct plan *plan, const struct ref_update *updates, size_t n, const char *prefix,
       struct err *err)
{
	struct push push = {.plan = plan, .n = n};
	int rc = make_plan(&push, updates, prefix, err);

	history_free(push.history);
	known_release(&push.known);
	free(push.tags);
	if (rc < 0) {
		source_free(&plan->source);
		return -1;
	}
	*out = &plan->source;
	return 0;
}

int
source_push(struct source **out, struct repository *repo, const struct ref_update *updates, size_t n,
	    struct err *err)
{
	struct plan *plan;

	*out = NULL;
	if (plan_new(&plan, repo, err, "push of %zu ref%s", n, n == 1 ? "" : "s") < 0)
		return -1;
	plan->source.scope.is_push = true;
	return finish(out, plan, updates, n, NULL, err);
}

int
source_outgoing(struct source **out, struct repository *repo, const char *remote,
		const struct ref_update *updates, size_t n, struct err *err)
{
	struct shown shown;
	struct plan *plan;

	*out = NULL;
	show_str(&shown, remote);
	if (plan_new(&plan, repo, err, "push of %zu ref%s to %s", n, n == 1 ? "" : "s", shown.text) < 0)
		return -1;
	size_t size = strlen("refs/remotes//") + strlen(remote) + 1;
	char *prefix = arena_alloc(&plan->source.arena, size);
	if (!prefix) {
		source_free(&plan->source);
		return err_oom(err);
	}
	snprintf(prefix, size, "refs/remotes/%s/", remote);
	return finish(out, plan, updates, n, prefix, err);
}
