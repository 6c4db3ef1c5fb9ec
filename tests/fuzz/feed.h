/*
 * feed.h - the input taken apart: a byte for a number, a counted piece for a text
 *
 * Behind the end all is 0 and empty, so that every input is a whole one.
 */
#ifndef SLUICE_TESTS_FUZZ_FEED_H
#define SLUICE_TESTS_FUZZ_FEED_H

#include <stdint.h>

#include "base/slice.h"

static inline uint8_t
feed_byte(struct slice *feed)
{
	if (feed->len == 0)
		return 0;
	uint8_t byte = (uint8_t)feed->ptr[0];
	*feed = slice_sub(*feed, 1, feed->len);
	return byte;
}

/* A length byte, and so many bytes. */
static inline struct slice
feed_text(struct slice *feed)
{
	size_t n = feed_byte(feed);
	struct slice text = slice_sub(*feed, 0, n);

	*feed = slice_sub(*feed, n, feed->len);
	return text;
}

#endif
