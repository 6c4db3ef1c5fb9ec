#include "change/commit_graph.h"

#include <stdlib.h>

#include "base/hash.h"
#include "base/limits.h"

/* The position of an id in the table: where it is, or where it belongs. */
static size_t
slot_of(const struct commit_graph *g, const struct object_id *id)
{
	size_t at = (size_t)hash_bytes(id->hex, strlen(id->hex), HASH_SEED);

	for (at &= g->table_size - 1; g->table[at] != 0; at = (at + 1) & (g->table_size - 1))
		if (object_id_eq(&g->nodes[g->table[at] - 1].id, id))
			break;
	return at;
}

/* Keeps the table at most half full. */
static int
grow_table(struct commit_graph *g, struct err *err)
{
	size_t size = g->table_size == 0 ? 1024 : g->table_size;

	while (size < 2 * (g->n + 1))
		size *= 2;
	if (size == g->table_size)
		return 0;
	uint32_t *table = calloc(size, sizeof(*table));
	if (!table)
		return err_oom(err);
	free(g->table);
	g->table = table;
	g->table_size = size;
	for (size_t i = 0; i < g->n; i++)
		g->table[slot_of(g, &g->nodes[i].id)] = (uint32_t)i + 1;
	return 0;
}

bool
commit_graph_find(uint32_t *out, const struct commit_graph *g, const struct object_id *id)
{
	uint32_t found = g->table_size == 0 ? 0 : g->table[slot_of(g, id)];

	*out = found - 1;
	return found != 0;
}

int
commit_graph_node(uint32_t *out, struct commit_graph *g, const struct object_id *id, struct err *err)
{
	if (commit_graph_find(out, g, id))
		return 0;
	if (g->n >= UINT32_MAX / 2)
		return err_set(err, ERR_LIMIT, "the history has too many commits");
	if (array_reserve((void **)&g->nodes, &g->cap, g->n + 1, sizeof(*g->nodes)) < 0)
		return err_oom(err);
	if (grow_table(g, err) < 0)
		return -1;
	g->nodes[g->n] = (struct commit_node){.id = *id};
	g->table[slot_of(g, id)] = (uint32_t)g->n + 1;
	*out = (uint32_t)g->n++;
	return 0;
}

static int
add_parents(struct commit_graph *g, uint32_t at, struct slice parents, struct err *err)
{
	struct object_id id;

	g->nodes[at].first_parent = (uint32_t)g->nparents;
	while (commit_next_parent(&id, &parents)) {
		uint32_t parent;
		if (g->nparents == UINT32_MAX)
			return err_set(err, ERR_LIMIT, "the history has too many commits");
		if (array_reserve((void **)&g->parents, &g->parents_cap, g->nparents + 1,
				  sizeof(*g->parents)) < 0)
			return err_oom(err);
		if (commit_graph_node(&parent, g, &id, err) < 0)
			return -1;
		g->parents[g->nparents++] = parent;
		g->nodes[at].nparents++;
	}
	return 0;
}

/* What a commit's bytes say. */
static int
fill_node(struct commit_graph *g, uint32_t at, struct slice bytes, const struct shallow *shallow,
	  struct err *err)
{
	struct commit_node *node = &g->nodes[at];
	struct commit commit;

	if (!commit_parse(&commit, bytes))
		return err_set(err, ERR_GIT, "commit %s is malformed: run 'git fsck'", node->id.hex);
	node->time = commit.time;
	node->cut = shallow_has(shallow, &node->id);
	return node->cut ? 0 : add_parents(g, at, commit.parents, err);
}

int
commit_graph_load(struct commit_graph *g, uint32_t at, struct repository *repo, const struct shallow *shallow,
		  struct err *err)
{
	struct object_id id = g->nodes[at].id;
	struct object object;
	int rc = 1;

	if (g->nodes[at].loaded)
		return !g->nodes[at].missing;
	g->nodes[at].loaded = true;
	if (object_read(&object, repo, &id, LIMIT_BLOB_BYTES, err) < 0)
		return -1;
	if (object.state == OBJECT_DAMAGED || object.state == OBJECT_TOO_LARGE) {
		rc = err_set(err, ERR_GIT, "commit %s cannot be read: run 'git fsck'", id.hex);
	} else if (object.state == OBJECT_MISSING || object.type != OBJECT_COMMIT) {
		g->nodes[at].missing = true;
		rc = 0;
	} else if (fill_node(g, at, object.bytes, shallow, err) < 0) {
		rc = -1;
	}
	object_release(&object);
	return rc;
}

void
commit_graph_release(struct commit_graph *g)
{
	free(g->nodes);
	free(g->parents);
	free(g->table);
	*g = (struct commit_graph){0};
}

static bool
goes_before(const struct queued_commit *a, const struct queued_commit *b)
{
	return a->time != b->time ? a->time > b->time : a->serial < b->serial;
}

static void
swap(struct queued_commit *a, struct queued_commit *b)
{
	struct queued_commit t = *a;

	*a = *b;
	*b = t;
}

int
commit_queue_push(struct commit_queue *q, uint32_t node, int64_t time)
{
	if (array_reserve((void **)&q->items, &q->cap, q->n + 1, sizeof(*q->items)) < 0)
		return -1;
	size_t at = q->n++;
	q->items[at] = (struct queued_commit){time, q->serial++, node};
	for (; at > 0 && goes_before(&q->items[at], &q->items[(at - 1) / 2]); at = (at - 1) / 2)
		swap(&q->items[at], &q->items[(at - 1) / 2]);
	return 0;
}

bool
commit_queue_pop(struct commit_queue *q, uint32_t *node, int64_t *time)
{
	if (q->n == 0)
		return false;
	*node = q->items[0].node;
	*time = q->items[0].time;
	q->items[0] = q->items[--q->n];
	for (size_t at = 0, child = 1; child < q->n; child = 2 * at + 1) {
		if (child + 1 < q->n && goes_before(&q->items[child + 1], &q->items[child]))
			child++;
		if (!goes_before(&q->items[child], &q->items[at]))
			break;
		swap(&q->items[child], &q->items[at]);
		at = child;
	}
	return true;
}

void
commit_queue_release(struct commit_queue *q)
{
	free(q->items);
	*q = (struct commit_queue){0};
}
