/*
 * history.c - see history.h
 *
 * Commits are taken newest first from a queue in which both tips and known
 * commits start. A known commit makes its parents known, also those that were
 * taken as new before (their dates lied). The walk ends when nothing in the
 * queue can be new and everything left is older than what was found, with a
 * few commits more for wrong clocks (as git's limit_list()).
 */
#include "change/history.h"

#include <stdlib.h>

#include "base/limits.h"
#include "change/commit_graph.h"
#include "change/shallow.h"

/* Known commits looked at beyond the point where the dates say that all is found. */
#define SLOP 5

struct history {
	struct repository *repo;
	struct shallow shallow;
	struct commit_graph graph;
	struct commit_queue queue;
	uint32_t *listed; /* taken as new, newest first; may have become known since */
	size_t nlisted, listed_cap;
	uint32_t *order; /* the new commits, oldest first */
	size_t norder;
	uint32_t *stack; /* work list of the searches, room for every node */
	size_t stack_cap;
	size_t nopen; /* commits in the queue that are not known */
	int64_t oldest;
	uint32_t stamp;
	uint32_t limit; /* new commits */
};

int
history_new(struct history **out, struct repository *repo, struct err *err)
{
	struct history *h = calloc(1, sizeof(*h));

	*out = NULL;
	if (!h)
		return err_oom(err);
	h->repo = repo;
	h->oldest = INT64_MAX;
	h->limit = LIMIT_COMMITS;
	if (shallow_load(&h->shallow, repo, err) < 0) {
		history_free(h);
		return -1;
	}
	*out = h;
	return 0;
}

void
history_free(struct history *h)
{
	if (!h)
		return;
	shallow_release(&h->shallow);
	commit_graph_release(&h->graph);
	commit_queue_release(&h->queue);
	free(h->listed);
	free(h->order);
	free(h->stack);
	free(h);
}

/* 1: the commit was read, 0: it is missing or no commit, -1. */
static int
load(struct history *h, uint32_t at, struct err *err)
{
	return commit_graph_load(&h->graph, at, h->repo, &h->shallow, err);
}

static int
enqueue(struct history *h, uint32_t at, struct err *err)
{
	struct commit_node *node = &h->graph.nodes[at];

	if (node->queued)
		return 0;
	if (commit_queue_push(&h->queue, at, node->time) < 0)
		return err_oom(err);
	node->queued = true;
	h->nopen += !node->known;
	return 0;
}

/* A work list holds each node once at most. */
static int
reserve_stack(struct history *h, size_t n, struct err *err)
{
	return array_reserve((void **)&h->stack, &h->stack_cap, n, sizeof(*h->stack)) < 0 ? err_oom(err) : 0;
}

/* Makes a commit known, and with it every ancestor that was read before. */
static int
mark_known(struct history *h, uint32_t start, struct err *err)
{
	size_t n = 0;

	if (reserve_stack(h, h->graph.n + 1, err) < 0)
		return -1;
	if (!h->graph.nodes[start].known)
		h->stack[n++] = start;
	h->graph.nodes[start].known = true;
	while (n > 0) {
		struct commit_node *node = &h->graph.nodes[h->stack[--n]];
		h->nopen -= node->queued && !node->taken;
		for (uint32_t i = 0; i < node->nparents; i++) {
			uint32_t parent = commit_graph_parent(&h->graph, node, i);
			if (h->graph.nodes[parent].known)
				continue;
			h->graph.nodes[parent].known = true;
			h->stack[n++] = parent;
		}
	}
	return 0;
}

int
history_add_tip(struct history *h, const struct object_id *commit, struct err *err)
{
	uint32_t at;

	if (commit_graph_node(&at, &h->graph, commit, err) < 0)
		return -1;
	int rc = load(h, at, err);
	if (rc == 0)
		return err_set(err, ERR_GIT, "commit %s is missing", commit->hex);
	return rc < 0 ? -1 : enqueue(h, at, err);
}

int
history_add_known(struct history *h, const struct object_id *commit, struct err *err)
{
	uint32_t at;

	if (commit_graph_node(&at, &h->graph, commit, err) < 0)
		return -1;
	int rc = load(h, at, err);
	if (rc <= 0)
		return rc;
	return mark_known(h, at, err) < 0 ? -1 : enqueue(h, at, err);
}

/* A known commit was taken: its parents are known too, as far as they are there. */
static int
take_known(struct history *h, uint32_t at, struct err *err)
{
	for (uint32_t i = 0; i < h->graph.nodes[at].nparents; i++) {
		uint32_t parent = commit_graph_parent(&h->graph, &h->graph.nodes[at], i);
		int rc = load(h, parent, err);
		if (rc < 0 || mark_known(h, parent, err) < 0)
			return -1;
		if (rc == 1 && enqueue(h, parent, err) < 0)
			return -1;
	}
	return 0;
}

static int
take_new(struct history *h, uint32_t at, struct err *err)
{
	if (array_reserve((void **)&h->listed, &h->listed_cap, h->nlisted + 1, sizeof(*h->listed)) < 0)
		return err_oom(err);
	h->listed[h->nlisted++] = at;
	if (h->graph.nodes[at].time < h->oldest)
		h->oldest = h->graph.nodes[at].time;
	for (uint32_t i = 0; i < h->graph.nodes[at].nparents; i++) {
		uint32_t parent = commit_graph_parent(&h->graph, &h->graph.nodes[at], i);
		int rc = load(h, parent, err);
		if (rc == 0 && !h->graph.nodes[parent].known)
			return err_set(err, ERR_GIT, "commit %s is missing: run 'git fsck'",
				       h->graph.nodes[parent].id.hex);
		if (rc < 0 || (rc == 1 && enqueue(h, parent, err) < 0))
			return -1;
	}
	return 0;
}

static int
run_queue(struct history *h, struct err *err)
{
	int slop = SLOP;
	uint32_t at;
	int64_t time;

	while (commit_queue_pop(&h->queue, &at, &time)) {
		struct commit_node *node = &h->graph.nodes[at];
		if (deadline_is_past(h->repo->deadline))
			return err_set(err, ERR_LIMIT, "time limit reached while commits were listed");
		if (h->nopen > 0 || time >= h->oldest)
			slop = SLOP;
		else if (--slop < 0)
			break;
		node->taken = true;
		h->nopen -= !node->known;
		if ((node->known ? take_known(h, at, err) : take_new(h, at, err)) < 0)
			return -1;
		if (h->nlisted > 2 * (size_t)h->limit)
			break;
	}
	return 0;
}

/* Puts a new commit behind its new parents, which go first. */
static void
order_from(struct history *h, uint32_t start)
{
	size_t n = 0;

	h->stack[n++] = start;
	h->graph.nodes[start].placed = true;
	while (n > 0) {
		struct commit_node *node = &h->graph.nodes[h->stack[n - 1]];
		if (node->next_parent == node->nparents) {
			h->order[h->norder++] = h->stack[--n];
			continue;
		}
		uint32_t parent = commit_graph_parent(&h->graph, node, node->next_parent++);
		struct commit_node *p = &h->graph.nodes[parent];
		if (p->known || p->placed)
			continue;
		p->placed = true;
		h->stack[n++] = parent;
	}
}

static int
make_order(struct history *h, struct err *err)
{
	h->order = calloc(h->nlisted + 1, sizeof(*h->order));
	if (!h->order)
		return err_oom(err);
	if (reserve_stack(h, h->graph.n + 1, err) < 0)
		return -1;
	for (size_t i = h->nlisted; i-- > 0;) {
		const struct commit_node *node = &h->graph.nodes[h->listed[i]];
		if (!node->known && node->cut)
			return err_shallow(err, &node->id);
		if (!node->known && !node->placed)
			order_from(h, h->listed[i]);
	}
	return 0;
}

int
history_walk(struct history *h, struct err *err)
{
	if (run_queue(h, err) < 0 || make_order(h, err) < 0)
		return -1;
	if (h->norder > h->limit || h->nlisted > 2 * (size_t)h->limit)
		return err_set(err, ERR_LIMIT, "more than %u commits: review them in smaller ranges",
			       h->limit);
	return 0;
}

void
history_set_limit(struct history *h, uint32_t commits)
{
	h->limit = commits;
}

size_t
history_count(const struct history *h)
{
	return h->norder;
}

void
history_commit(const struct history *h, size_t i, struct object_id *out)
{
	*out = h->graph.nodes[h->order[i]].id;
}

uint32_t
history_owner(const struct history *h, size_t i)
{
	return h->graph.nodes[h->order[i]].owner;
}

bool
history_is_new(const struct history *h, const struct object_id *commit)
{
	uint32_t at;

	return commit_graph_find(&at, &h->graph, commit) && h->graph.nodes[at].placed;
}

/* Node numbers of known commits that have new children. */
struct base_list {
	uint32_t *nodes;
	size_t n, cap;
};

/* Visits a node once per stamp: a new one is to be searched, a known one is a base. */
static int
visit(struct history *h, struct base_list *bases, size_t *n, uint32_t at, struct err *err)
{
	struct commit_node *node = &h->graph.nodes[at];

	if (node->stamp == h->stamp)
		return 0;
	node->stamp = h->stamp;
	if (!node->known) {
		h->stack[(*n)++] = at;
		return 0;
	}
	if (array_reserve((void **)&bases->nodes, &bases->cap, bases->n + 1, sizeof(*bases->nodes)) < 0)
		return err_oom(err);
	bases->nodes[bases->n++] = at;
	return 0;
}

static int
search_bases(struct history *h, struct base_list *bases, uint32_t tip, uint32_t owner, struct err *err)
{
	size_t n = 0;

	h->stamp++;
	if (reserve_stack(h, h->graph.n + 1, err) < 0 || visit(h, bases, &n, tip, err) < 0)
		return -1;
	while (n > 0) {
		struct commit_node *node = &h->graph.nodes[h->stack[--n]];
		if (node->owner == 0)
			node->owner = owner;
		for (uint32_t i = 0; i < node->nparents; i++)
			if (visit(h, bases, &n, commit_graph_parent(&h->graph, node, i), err) < 0)
				return -1;
	}
	return 0;
}

/* Insertion sort: latest first, else in the order found. */
static void
sort_bases(const struct history *h, struct base_list *bases)
{
	for (size_t i = 1; i < bases->n; i++) {
		uint32_t node = bases->nodes[i];
		size_t j = i;
		for (; j > 0 && h->graph.nodes[bases->nodes[j - 1]].time < h->graph.nodes[node].time; j--)
			bases->nodes[j] = bases->nodes[j - 1];
		bases->nodes[j] = node;
	}
}

int
history_bases(struct object_id **out, size_t *n, struct arena *arena, struct history *h,
	      const struct object_id *tip, uint32_t owner, struct err *err)
{
	struct base_list bases = {NULL, 0, 0};
	uint32_t at;
	int rc = -1;

	*n = 0;
	if (!commit_graph_find(&at, &h->graph, tip))
		return err_set(err, ERR_GIT, "commit %s was not walked", tip->hex);
	if (search_bases(h, &bases, at, owner, err) == 0) {
		sort_bases(h, &bases);
		*out = arena_array(arena, bases.n, sizeof(**out));
		rc = *out ? 0 : err_oom(err);
	}
	for (size_t i = 0; rc == 0 && i < bases.n; i++)
		(*out)[(*n)++] = h->graph.nodes[bases.nodes[i]].id;
	free(bases.nodes);
	return rc;
}
