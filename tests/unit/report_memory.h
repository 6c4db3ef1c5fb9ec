/*
 * report_memory.h - a JSON writer when memory runs out
 */
#ifndef SLUICE_TESTS_REPORT_MEMORY_H
#define SLUICE_TESTS_REPORT_MEMORY_H

#include <jansson.h>
#include <stdlib.h>

#include "report/report.h"
#include "unit.h"

/* jansson's allocations that still succeed; jansson's hooks take no context. */
static size_t allocations_left;

static void *
failing_malloc(size_t size)
{
	if (allocations_left == 0)
		return NULL;
	allocations_left--;
	return malloc(size);
}

/* Every allocation fails once: an error each time, never half a report taken for a whole one. */
static void
assert_survives_want(int (*write)(struct buf *, const struct review *, struct err *),
		     const struct review *review, const char *whole)
{
	size_t n = 0;
	int rc = -1;

	json_set_alloc_funcs(failing_malloc, free);
	for (; rc < 0 && n < 10000; n++) {
		struct buf out = BUF_INIT(1u << 20);
		struct err err = ERR_INIT;
		allocations_left = n;
		rc = write(&out, review, &err);
		if (rc < 0)
			assert_int_equal(err.code, ERR_MEMORY);
		else
			assert_slice_equal(buf_slice(&out), whole);
		buf_release(&out);
	}
	json_set_alloc_funcs(malloc, free);
	assert_int_equal(rc, 0);
	assert_true(n > 100);
}

#endif
