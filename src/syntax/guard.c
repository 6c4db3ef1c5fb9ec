#include "syntax/guard.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include <time.h>

#define GUARD_ITSELF
#include "syntax/guarded.h"

#define CALLS_PER_CHECK 64u
#define HEADER          ((sizeof(struct guard_block) + 15) & ~(size_t)15)

/* Foreign code hands no context to malloc(), so a thread must know its guard. */
static _Thread_local struct guard *current;

uint64_t
guard_clock(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (uint64_t)now.tv_sec * 1000 + (uint64_t)now.tv_nsec / 1000000;
}

void
guard_enter(struct guard *guard, size_t max_bytes, uint64_t deadline)
{
	guard->max_bytes = max_bytes;
	guard->deadline = deadline;
	current = guard;
}

void
guard_leave(void)
{
	current = NULL;
}

static _Noreturn void
escape(enum guard_reason reason)
{
	if (!current)
		__builtin_trap();
	current->reason = reason;
	longjmp(current->escape, 1);
}

void
guard_check_time(const struct guard *guard)
{
	if (guard == current && guard_clock() >= guard->deadline)
		escape(GUARD_TIME);
}

static void
unlink_block(struct guard_block *block)
{
	if (block->next)
		block->next->previous = block->previous;
	if (block->previous)
		block->previous->next = block->next;
	else
		current->blocks = block->next;
	current->bytes -= block->size;
}

static void *
link_block(struct guard_block *block, size_t size)
{
	*block = (struct guard_block){.next = current->blocks, .size = size};
	if (block->next)
		block->next->previous = block;
	current->blocks = block;
	current->bytes += size;
	return (char *)block + HEADER;
}

static struct guard_block *
block_of(void *ptr)
{
	return (struct guard_block *)(void *)((char *)ptr - HEADER);
}

/* Whether so many more bytes are allowed, and time is left. */
static void
check(size_t size)
{
	if (!current)
		escape(GUARD_FAILED);
	if (current->calls++ % CALLS_PER_CHECK == 0)
		guard_check_time(current);
	if (size > current->max_bytes || current->bytes > current->max_bytes - size)
		escape(GUARD_MEMORY);
}

static void *
allocate(size_t size, bool zeroed)
{
	check(size);
	struct guard_block *block = zeroed ? calloc(1, HEADER + size) : malloc(HEADER + size);
	if (!block)
		escape(GUARD_MEMORY);
	return link_block(block, size);
}

void *
guarded_malloc(size_t size)
{
	return allocate(size, false);
}

void *
guarded_calloc(size_t n, size_t size)
{
	if (size > 0 && n > SIZE_MAX / size)
		escape(GUARD_MEMORY);
	return allocate(n * size, true);
}

void *
guarded_realloc(void *ptr, size_t size)
{
	if (!ptr)
		return allocate(size, false);
	check(size);
	struct guard_block *block = block_of(ptr);
	size_t old = block->size;
	unlink_block(block);
	struct guard_block *moved = realloc(block, HEADER + size);
	if (!moved) {
		link_block(block, old);
		escape(GUARD_MEMORY);
	}
	return link_block(moved, size);
}

void
guarded_free(void *ptr)
{
	if (!ptr)
		return;
	unlink_block(block_of(ptr));
	free(block_of(ptr));
}

void
guarded_abort(void)
{
	escape(GUARD_FAILED);
}

void
guard_release(struct guard *guard)
{
	while (guard->blocks) {
		struct guard_block *next = guard->blocks->next;
		free(guard->blocks);
		guard->blocks = next;
	}
	guard->bytes = 0;
}
