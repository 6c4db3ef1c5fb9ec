/*
 * rules_test.h - git sluice rules test: rules against their annotated examples
 */
#ifndef SLUICE_CLI_RULES_TEST_H
#define SLUICE_CLI_RULES_TEST_H

#include <stdbool.h>

#include "base/err.h"

struct rules_test_count {
	unsigned long files, rules;   /* tested */
	unsigned long passed, failed; /* rules */
	unsigned long unsupported;
	unsigned long todo; /* annotations that are known not to hold */
};

/*
 * Tests the rules of one file or of every file below a directory, and prints
 * what does not hold; tap: one TAP line a rule.
 */
int rules_test_path(struct rules_test_count *count, const char *path, bool tap, struct err *err)
	__attribute__((warn_unused_result));

#endif
