/*
 * push.c - what refs bring: those of a push, or all there are
 *
 * Worked example. main stood at c2; refs/heads/main c2 -> c4 and
 * refs/tags/v1 0 -> t, an annotated tag on c4, are pushed. Known: every
 * existing ref and c2. New: c3 and c4. The plan: c4's tree against c2's
 * (main's net result), nothing for the tag's commit again, c3, c4, and
 * the message of t.
 *
 * All of history is a push of every ref into an empty repository, without net
 * results.
 */
#include <stdio.h>
#include <stdlib.h>

#include "base/limits.h"
#include "change/history.h"
#include "change/known.h"
#include "change/plan.h"

/* One update in the works. */
struct update {
	const struct ref_update *ref;
	struct object_id old;  /* the commit it named before; none: it is new */
	struct object_id tip;  /* the commit, tree or blob behind all tags */
	enum object_type type; /* of the tip; OBJECT_NONE: nothing is new */
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
	bool is_all;
	struct known done; /* is_all: commits that were judged before */
};

static int
add_tag(struct push *p, const struct object_id *id, const struct origin *origin, struct err *err)
{
	struct step step = {.kind = STEP_TAG, .judged = JUDGE_TIP | JUDGE_EVERY, .origin = origin};

	step.target = *id;
	if (array_reserve((void **)&p->tags, &p->tags_cap, p->ntags + 1, sizeof(*p->tags)) < 0)
		return err_oom(err);
	p->tags[p->ntags++] = step;
	return known_add(&p->known, id, err);
}

/* The target of a tag object. */
static int
read_tag(struct object_id *target, struct push *p, const struct object_id *id, struct err *err)
{
	struct object object;
	struct tag tag;
	int rc = 0;

	if (object_need(&object, p->plan->repo, id, OBJECT_TAG, err) < 0)
		return -1;
	if (tag_parse(&tag, object.bytes))
		*target = tag.target;
	else
		rc = err_set(err, ERR_GIT, "tag %s is malformed: run 'git fsck'", id->hex);
	object_release(&object);
	return rc;
}

/* Follows the tags that an update names, to u->tip; those that nobody has yet are noted. */
static int
follow_tags(struct push *p, struct update *u, const struct origin *origin, struct err *err)
{
	struct object object;
	struct shown shown;

	u->tip = u->ref->new_id;
	for (int depth = 0; depth <= LIMIT_TAG_DEPTH; depth++) {
		if (object_header(&object, p->plan->repo, &u->tip, err) < 0)
			return -1;
		if (object.type == OBJECT_NONE)
			return err_set(err, ERR_GIT, "%s: cannot read object %s: run 'git fsck'",
				       show(&shown, u->ref->ref), u->tip.hex);
		u->type = object.type;
		if (u->type != OBJECT_TAG)
			return 0;
		if (!known_has(&p->known, &u->tip) && add_tag(p, &u->tip, origin, err) < 0)
			return -1;
		if (read_tag(&u->tip, p, &u->tip, err) < 0)
			return -1;
	}
	return err_set(err, ERR_LIMIT, "%s: more than %d tags of tags", show(&shown, u->ref->ref),
		       LIMIT_TAG_DEPTH);
}

static int
resolve_update(struct push *p, struct update *u, const struct origin *origin, struct err *err)
{
	u->type = OBJECT_NONE;
	if (object_id_is_none(&u->ref->new_id))
		return 0;
	if (follow_tags(p, u, origin, err) < 0)
		return -1;
	if (u->type == OBJECT_COMMIT)
		return history_add_tip(p->history, &u->tip, err);
	/* A tree or blob that a ref names already, or an earlier update, is not new. */
	if (known_has(&p->known, &u->tip))
		u->type = OBJECT_NONE;
	return known_add(&p->known, &u->tip, err);
}

/* What hides an update's old history. */
static int
set_old(struct push *p, struct update *u, struct err *err)
{
	if (repository_peel_to_commit(&u->old, p->plan->repo, &u->ref->old_id, err) < 0)
		return -1;
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
	p->origins[p->n].trusted = head; /* of what comes by many refs */
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
		if (p->updates[i].type == OBJECT_COMMIT &&
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
	struct step step = {.kind = u->type == OBJECT_BLOB ? STEP_BLOB : STEP_TREES,
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
		if (p->updates[i].type == OBJECT_COMMIT)
			rc = p->is_all ? 0 : add_net(p, i, err);
		else if (p->updates[i].type != OBJECT_NONE)
			rc = add_object(p, i, err);
	}
	if (rc == 0)
		rc = plan_add_commits(p->plan, p->history, p->is_all ? &p->origins[p->n] : p->origins,
				      &p->done, err);
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
	    set_origins(p, updates, prefix == NULL, err) < 0)
		return -1;
	if (p->is_all)
		history_set_limit(p->history, LIMIT_ALL_COMMITS);
	else if (known_refs(&p->known, p->history, p->plan->repo, prefix, err) < 0)
		return -1;
	for (size_t i = 0; i < p->n; i++)
		if (resolve_update(p, &p->updates[i], &p->origins[i], err) < 0)
			return -1;
	return history_walk(p->history, err) < 0 ? -1 : add_steps(p, err);
}

static int
finish(struct source **out, struct push *push, const struct ref_update *updates, const char *prefix,
       struct err *err)
{
	int rc = make_plan(push, updates, prefix, err);

	history_free(push->history);
	known_release(&push->known);
	known_release(&push->done);
	free(push->tags);
	if (rc < 0) {
		source_free(&push->plan->source);
		return -1;
	}
	*out = &push->plan->source;
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
	return finish(out, &(struct push){.plan = plan, .n = n}, updates, NULL, err);
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
	return finish(out, &(struct push){.plan = plan, .n = n}, updates, prefix, err);
}

/* The refs as updates from nothing, in an arena. */
struct ref_list {
	struct arena *arena;
	struct ref_update *items; /* of malloc */
	size_t n, cap;
};

static int
add_ref(void *ctx, const char *name, const struct object_id *id, struct err *err)
{
	struct ref_list *list = ctx;
	struct ref_update update = {.new_id = *id};

	if (array_reserve((void **)&list->items, &list->cap, list->n + 1, sizeof(*list->items)) < 0 ||
	    arena_dup(&update.ref, list->arena, slice_str(name)) < 0)
		return err_oom(err);
	list->items[list->n++] = update;
	return 0;
}

static int
list_refs(struct ref_list *list, struct repository *repo, struct err *err)
{
	struct object_id head;

	if (repo->backend->each_ref(repo, "", add_ref, list, err) < 0)
		return -1;
	int rc = repository_commit(&head, repo, "HEAD", err);
	return rc == 1 ? add_ref(list, "HEAD", &head, err) : rc;
}

static int
plan_all(struct source **out, struct push *push, struct ref_list *list, const struct object_id *done,
	 size_t ndone, struct err *err)
{
	int rc = list_refs(list, push->plan->repo, err);

	for (size_t i = 0; rc == 0 && i < ndone; i++)
		rc = known_add(&push->done, &done[i], err);
	if (rc == 0) {
		push->n = list->n;
		return finish(out, push, list->items, NULL, err);
	}
	known_release(&push->done);
	source_free(&push->plan->source);
	return -1;
}

int
source_all(struct source **out, struct repository *repo, const struct object_id *done, size_t ndone,
	   struct err *err)
{
	struct push push = {.is_all = true};

	*out = NULL;
	int rc = ndone == 0
			 ? plan_new(&push.plan, repo, err, "all of history")
			 : plan_new(&push.plan, repo, err, "all of history but %zu commit%s reviewed before",
				    ndone, ndone == 1 ? "" : "s");
	if (rc < 0)
		return -1;
	push.plan->source.scope.is_all = true;
	struct ref_list list = {.arena = &push.plan->source.arena};
	rc = plan_all(out, &push, &list, done, ndone, err);
	free(list.items);
	return rc;
}
