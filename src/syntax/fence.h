/*
 * fence.h - foreign code in bounds: memory, time, and no way to end the process
 *
 * tree-sitter aborts when memory runs out, its scanners when an assertion of
 * theirs fails; and some texts make it allocate gigabytes in one step ("a<",
 * 100,000 times, in Java) or scan for minutes without a look at the clock
 * (200 KB of "`" in Scala). So its sources are compiled with fenced.h, which
 * sends malloc, free, abort and assert here. All memory that it takes hangs in
 * the fence's list. When a bound is met, in whatever depth of its functions,
 * control jumps back to where fence_enter() was called, and the memory is freed.
 *
 *	fence_enter(&fence, max_bytes, fence_clock() + ms, deadline);
 *	if (setjmp(fence.escape) == 0)
 *		...call it; what it allocated lives on...
 *	else
 *		fence_release(&fence);    with everything that it allocated, ever
 *	fence_leave();
 */
#ifndef SLUICE_SYNTAX_FENCE_H
#define SLUICE_SYNTAX_FENCE_H

#include <setjmp.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/deadline.h"

enum fence_reason { FENCE_TIME, FENCE_MEMORY, FENCE_FAILED };

struct fence_block {
	struct fence_block *next, *previous;
	size_t size;
};

/* All zero at first. */
struct fence {
	jmp_buf escape;
	enum fence_reason reason; /* why it was used */
	struct fence_block *blocks;
	size_t bytes, max_bytes;
	uint64_t until; /* of fence_clock() */
	uint64_t idle;  /* of deadline_clock(): it cannot be reached before */
	const struct deadline *deadline;
	unsigned calls;
};

/*
 * Milliseconds for which the processor has worked for this thread: whether a text can be
 * parsed must not depend on how busy the machine is.
 */
uint64_t fence_clock(void);

/* This thread's allocations belong to the fence until fence_leave(). The deadline is borrowed, or NULL. */
void fence_enter(struct fence *fence, size_t max_bytes, uint64_t until, const struct deadline *deadline);
void fence_leave(void);

bool fence_is_late(struct fence *fence);

/* For callbacks that foreign code makes: jumps out when it is late. */
void fence_check_time(struct fence *fence);

/* Frees everything. */
void fence_release(struct fence *fence);

#endif
