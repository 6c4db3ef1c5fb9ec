/*
 * unit.h - what every test binary includes first: cmocka and its headers
 */
#ifndef SLUICE_TESTS_UNIT_H
#define SLUICE_TESTS_UNIT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/slice.h"

/* Fails with both texts, not with a dump of bytes. */
#define assert_slice_equal(actual, expected)                                                                 \
	do {                                                                                                 \
		struct slice actual_ = (actual), expected_ = slice_str(expected);                            \
		if (!slice_eq(actual_, expected_))                                                           \
			fail_msg("\"%.*s\" is not \"%.*s\"", (int)actual_.len, actual_.ptr,                  \
				 (int)expected_.len, expected_.ptr);                                         \
	} while (0)

#endif
