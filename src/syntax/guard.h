/*
 * guard.h - foreign code in bounds: memory, time, and no way to end the process
 *
 * tree-sitter aborts when memory runs out, its scanners when an assertion of
 * theirs fails; and some texts make it allocate gigabytes in one step ("a<",
 * 100,000 times, in Java) or scan for minutes without a look at the clock
 * (200 KB of "`" in Scala). So its sources are compiled with guarded.h, which
 * sends malloc, free, abort and assert here. All memory that it takes hangs in
 * the guard's list. When a bound is met, in whatever depth of its functions,
 * control jumps back to where guard_enter() was called, and the memory is freed.
 *
 *	guard_enter(&guard, max_bytes, deadline);
 *	if (setjmp(guard.escape) == 0)
 *		...call it; what it allocated lives on...
 *	else
 *		guard_release(&guard);    with everything that it allocated, ever
 *	guard_leave();
 */
#ifndef SLUICE_SYNTAX_GUARD_H
#define SLUICE_SYNTAX_GUARD_H

#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>

enum guard_reason { GUARD_TIME, GUARD_MEMORY, GUARD_FAILED };

struct guard_block {
	struct guard_block *next, *previous;
	size_t size;
};

/* All zero at first. */
struct guard {
	jmp_buf escape;
	enum guard_reason reason; /* why it was used */
	struct guard_block *blocks;
	size_t bytes, max_bytes;
	uint64_t deadline; /* of guard_clock() */
	unsigned calls;
};

uint64_t guard_clock(void); /* milliseconds of some monotonic clock */

/* This thread's allocations belong to the guard until guard_leave(). */
void guard_enter(struct guard *guard, size_t max_bytes, uint64_t deadline);
void guard_leave(void);

/* For callbacks that foreign code makes: jumps out when it is late. */
void guard_check_time(const struct guard *guard);

/* Frees everything. */
void guard_release(struct guard *guard);

#endif
