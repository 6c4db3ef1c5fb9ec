/*
 * commit_graph.h - commits as numbered nodes, and a queue by date
 */
#ifndef SLUICE_CHANGE_COMMIT_GRAPH_H
#define SLUICE_CHANGE_COMMIT_GRAPH_H

#include "change/shallow.h"

struct commit_node {
	struct object_id id;
	int64_t time;          /* of the committer; seconds */
	uint32_t first_parent; /* in commit_graph.parents */
	uint32_t nparents;
	uint32_t next_parent; /* history: how far it was ordered */
	uint32_t owner;       /* history: see history_bases(); 0: none */
	uint32_t stamp;       /* history: the search that met it last */
	bool loaded, missing; /* missing: loaded in vain */
	bool cut;             /* its parents were not fetched */
	bool queued, taken, known, placed;
};

struct commit_graph {
	struct commit_node *nodes;
	size_t n, cap;
	uint32_t *parents; /* node numbers */
	size_t nparents, parents_cap;
	uint32_t *table; /* open addressing; node number + 1, 0: free */
	size_t table_size;
};

/* The number of a commit's node, made if it is not there yet. Nodes may move. */
int commit_graph_node(uint32_t *out, struct commit_graph *g, const struct object_id *id, struct err *err)
	__attribute__((warn_unused_result));
bool commit_graph_find(uint32_t *out, const struct commit_graph *g, const struct object_id *id);

/* Reads date and parents once. 1: there, 0: missing or no commit, -1: error. */
int commit_graph_load(struct commit_graph *g, uint32_t at, struct repository *repo,
		      const struct shallow *shallow, struct err *err) __attribute__((warn_unused_result));

static inline uint32_t
commit_graph_parent(const struct commit_graph *g, const struct commit_node *node, uint32_t i)
{
	return g->parents[node->first_parent + i];
}

void commit_graph_release(struct commit_graph *g);

/* Latest first; of the same second, who came first. */
struct queued_commit {
	int64_t time;
	uint64_t serial;
	uint32_t node;
};

struct commit_queue {
	struct queued_commit *items; /* a binary heap */
	size_t n, cap;
	uint64_t serial;
};

int commit_queue_push(struct commit_queue *q, uint32_t node, int64_t time)
	__attribute__((warn_unused_result));
bool commit_queue_pop(struct commit_queue *q, uint32_t *node, int64_t *time);
void commit_queue_release(struct commit_queue *q);

#endif
