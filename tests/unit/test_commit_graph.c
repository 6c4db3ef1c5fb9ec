#include "unit.h"

#include <stdio.h>
#include <stdlib.h>

#include "change/commit_graph.h"

/* An id of which only some bytes differ from those of its neighbours. */
static struct object_id
id_of(uint32_t n)
{
	struct object_id id;

	snprintf(id.hex, sizeof(id.hex), "%08x%032x", n % 4, n);
	return id;
}

static void
test_nodes(void **state)
{
	struct commit_graph graph = {0};
	struct err err = ERR_INIT;
	uint32_t at;

	(void)state;
	struct object_id id = id_of(0);
	assert_false(commit_graph_find(&at, &graph, &id));
	for (uint32_t i = 0; i < 5000; i++) {
		id = id_of(i);
		assert_int_equal(commit_graph_node(&at, &graph, &id, &err), 0);
		assert_int_equal(at, i);
	}
	for (uint32_t i = 0; i < 5000; i++) {
		id = id_of(i);
		assert_true(commit_graph_find(&at, &graph, &id));
		assert_int_equal(at, i);
		assert_int_equal(commit_graph_node(&at, &graph, &id, &err), 0);
		assert_int_equal(at, i);
	}
	assert_int_equal(graph.n, 5000);
	id = id_of(5000);
	assert_false(commit_graph_find(&at, &graph, &id));
	commit_graph_release(&graph);
}

static void
test_queue_order(void **state)
{
	static const int64_t times[] = {5, 9, 5, -3, 9, 7, 5, INT64_MAX, 0};
	static const uint32_t expected[] = {7, 1, 4, 5, 0, 2, 6, 8, 3};
	const size_t n = sizeof(times) / sizeof(*times);
	struct commit_queue queue = {0};
	uint32_t node;
	int64_t time;

	(void)state;
	assert_false(commit_queue_pop(&queue, &node, &time));
	for (size_t i = 0; i < n; i++)
		assert_int_equal(commit_queue_push(&queue, (uint32_t)i, times[i]), 0);
	for (size_t i = 0; i < n; i++) {
		assert_true(commit_queue_pop(&queue, &node, &time));
		assert_int_equal(node, expected[i]);
		assert_true(time == times[expected[i]]);
	}
	assert_false(commit_queue_pop(&queue, &node, &time));
	commit_queue_release(&queue);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_nodes),
		cmocka_unit_test(test_queue_order),
	};

	return cmocka_run_group_tests_name("commit_graph", tests, NULL, NULL);
}
