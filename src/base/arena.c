#include "base/arena.h"

#include <stdint.h>
#include <stdlib.h>

#define BLOCK_BYTES 16384u
#define ALIGNMENT   16u

struct arena_block {
	struct arena_block *next;
	size_t size; /* bytes of data */
	_Alignas(ALIGNMENT) unsigned char data[];
};

void
arena_init(struct arena *a)
{
	*a = (struct arena)ARENA_INIT;
}

static void
free_chain(struct arena_block *block)
{
	while (block) {
		struct arena_block *next = block->next;
		free(block);
		block = next;
	}
}

void
arena_release(struct arena *a)
{
	free_chain(a->head);
	arena_init(a);
}

void
arena_clear(struct arena *a)
{
	if (!a->head)
		return;
	free_chain(a->head->next);
	a->head->next = NULL;
	a->used = 0;
	a->total = a->head->size;
}

static int
add_block(struct arena *a, size_t size)
{
	/* Blocks grow with the arena, so that many small allocations stay cheap. */
	size_t room = a->total / 2 > BLOCK_BYTES ? a->total / 2 : BLOCK_BYTES;

	if (room < size)
		room = size;
	if (room > SIZE_MAX - sizeof(struct arena_block))
		return -1;
	struct arena_block *block = malloc(sizeof(*block) + room);
	if (!block)
		return -1;
	block->next = a->head;
	block->size = room;
	a->head = block;
	a->used = 0;
	a->total += room;
	return 0;
}

void *
arena_alloc(struct arena *a, size_t size)
{
	if (size > SIZE_MAX - ALIGNMENT)
		return NULL;
	size = size == 0 ? ALIGNMENT : (size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
	if ((!a->head || a->head->size - a->used < size) && add_block(a, size) < 0)
		return NULL;
	void *at = a->head->data + a->used;
	a->used += size;
	return memset(at, 0, size);
}

void *
arena_array(struct arena *a, size_t n, size_t size)
{
	if (size != 0 && n > SIZE_MAX / size)
		return NULL;
	return arena_alloc(a, n * size);
}

char *
arena_strndup(struct arena *a, const char *ptr, size_t len)
{
	char *copy = len < SIZE_MAX ? arena_alloc(a, len + 1) : NULL;

	if (copy && len > 0)
		memcpy(copy, ptr, len);
	return copy;
}

int
arena_dup(struct slice *out, struct arena *a, struct slice src)
{
	char *copy = arena_strndup(a, src.ptr, src.len);

	if (!copy)
		return -1;
	*out = slice_of(copy, src.len);
	return 0;
}
