#include "syntax/fence.h"

#include <stdint.h>
#include <string.h>
#include <time.h>

#define FENCE_ITSELF
#include "syntax/fenced.h"

#define CALLS_PER_CHECK 64u
#define NS_PER_MS       UINT64_C(1000000)
#define HEADER          ((sizeof(struct fence_block) + 15) & ~(size_t)15)

/* Foreign code hands no context to malloc(), so a thread must know its fence. */
static _Thread_local struct fence *current;

uint64_t
fence_clock(void)
{
	struct timespec now;

	clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
	return (uint64_t)now.tv_sec * 1000 + (uint64_t)now.tv_nsec / 1000000;
}

void
fence_enter(struct fence *fence, size_t max_bytes, uint64_t until, const struct deadline *deadline)
{
	fence->max_bytes = max_bytes;
	fence->until = until;
	fence->idle = 0;
	fence->deadline = deadline;
	current = fence;
}

void
fence_leave(void)
{
	current = NULL;
}

static _Noreturn void
escape(enum fence_reason reason)
{
	if (!current)
		__builtin_trap();
	current->reason = reason;
	longjmp(current->escape, 1);
}

/* The processor's time is asked of the kernel, so it is asked when enough of any time is over. */
static bool
has_worked_enough(struct fence *fence)
{
	uint64_t now = deadline_clock();

	if (now < fence->idle)
		return false;
	uint64_t worked = fence_clock();
	if (worked >= fence->until)
		return true;
	fence->idle = now + (fence->until - worked) * NS_PER_MS;
	return false;
}

bool
fence_is_late(struct fence *fence)
{
	return has_worked_enough(fence) || deadline_is_past(fence->deadline);
}

void
fence_check_time(struct fence *fence)
{
	if (fence == current && fence_is_late(fence))
		escape(FENCE_TIME);
}

static void
unlink_block(struct fence_block *block)
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
link_block(struct fence_block *block, size_t size)
{
	*block = (struct fence_block){.next = current->blocks, .size = size};
	if (block->next)
		block->next->previous = block;
	current->blocks = block;
	current->bytes += size;
	return (char *)block + HEADER;
}

static struct fence_block *
block_of(void *ptr)
{
	return (struct fence_block *)(void *)((char *)ptr - HEADER);
}

/* Whether so many more bytes are allowed, and time is left. */
static void
check(size_t size)
{
	if (!current)
		escape(FENCE_FAILED);
	if (current->calls++ % CALLS_PER_CHECK == 0)
		fence_check_time(current);
	if (size > current->max_bytes || current->bytes > current->max_bytes - size)
		escape(FENCE_MEMORY);
}

static void *
allocate(size_t size, bool zeroed)
{
	check(size);
	struct fence_block *block = zeroed ? calloc(1, HEADER + size) : malloc(HEADER + size);
	if (!block)
		escape(FENCE_MEMORY);
	return link_block(block, size);
}

void *
fenced_malloc(size_t size)
{
	return allocate(size, false);
}

void *
fenced_calloc(size_t n, size_t size)
{
	if (size > 0 && n > SIZE_MAX / size)
		escape(FENCE_MEMORY);
	return allocate(n * size, true);
}

void *
fenced_realloc(void *ptr, size_t size)
{
	if (!ptr)
		return allocate(size, false);
	check(size);
	struct fence_block *block = block_of(ptr);
	size_t old = block->size;
	unlink_block(block);
	struct fence_block *moved = realloc(block, HEADER + size);
	if (!moved) {
		link_block(block, old);
		escape(FENCE_MEMORY);
	}
	return link_block(moved, size);
}

void
fenced_free(void *ptr)
{
	if (!ptr)
		return;
	unlink_block(block_of(ptr));
	free(block_of(ptr));
}

void
fenced_abort(void)
{
	escape(FENCE_FAILED);
}

void
fence_release(struct fence *fence)
{
	while (fence->blocks) {
		struct fence_block *next = fence->blocks->next;
		free(fence->blocks);
		fence->blocks = next;
	}
	fence->bytes = 0;
}
