/*
 * image_map.c - an image at its address, or a copy with other pointers
 */
#include <stdbool.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/image_format.h"

static const void *
root_of(const char *image)
{
	struct image_header header;

	memcpy(&header, image, sizeof(header));
	return image + header.root;
}

/* Moves the pages of the image; false if they are where they were. */
static bool
move_pages(const void *data, size_t size)
{
	static bool taken; /* by the first image of the process */
	void *base = (void *)IMAGE_BASE;
	size_t page = (size_t)sysconf(_SC_PAGESIZE);

	if (taken || (uintptr_t)data % page != 0 || size % page != 0)
		return false;
	/* The address is reserved first: what lies there would be gone by MREMAP_FIXED. Kernels
	 * before 4.17 do not know the flag and choose any address. */
	void *got = mmap(base, size, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED_NOREPLACE, -1, 0);
	taken = got == base &&
		mremap((void *)(uintptr_t)data, size, size, MREMAP_MAYMOVE | MREMAP_FIXED, base) == base;
	if (taken)
		return true;
	if (got != MAP_FAILED)
		munmap(got, size);
	return false;
}

static void
correct_pointers(char *image, const struct image_header *header)
{
	const unsigned char *marks = (const unsigned char *)image + header->marks;
	uintptr_t delta = (uintptr_t)image - IMAGE_BASE;

	for (size_t word = 0; word < header->marks / IMAGE_WORD; word++) {
		uintptr_t address;
		char *at = image + word * IMAGE_WORD;
		if (!(marks[word / 8] & 1u << word % 8))
			continue;
		memcpy(&address, at, sizeof(address));
		address += delta;
		memcpy(at, &address, sizeof(address));
	}
}

const void *
image_copy(const void *data, size_t size)
{
	char *image = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	struct image_header header;

	if (image == MAP_FAILED)
		return NULL;
	memcpy(image, data, size);
	memcpy(&header, image, sizeof(header));
	correct_pointers(image, &header);
	mprotect(image, size, PROT_READ);
	return root_of(image);
}

const void *
image_map(const void *data, size_t size)
{
	return move_pages(data, size) ? root_of((const char *)IMAGE_BASE) : image_copy(data, size);
}
