/*
 * image_format.h - what image_write.c and image_map.c agree on
 */
#ifndef SLUICE_BASE_IMAGE_FORMAT_H
#define SLUICE_BASE_IMAGE_FORMAT_H

#include "base/image.h"

/* Offsets are from the image's first byte. */
struct image_header {
	size_t root;
	size_t marks; /* bit i of byte j is for the word 8 j + i of the image */
};

#define IMAGE_WORD sizeof(uintptr_t)

#endif
