/*
 * rules_test.h - git sluice rules test: rules against their annotated examples
 */
#ifndef SLUICE_CLI_RULES_TEST_H
#define SLUICE_CLI_RULES_TEST_H

#include <stdbool.h>

#include "base/err.h"
#include "cli/rules_tally.h"

enum rules_test_style {
	RULES_TEST_LINES,   /* the lines that do not hold */
	RULES_TEST_TAP,     /* these as comments, and one line a rule */
	RULES_TEST_SUMMARY, /* nothing but the tally, which is the caller's to print */
};

/* The session of one command: what is counted, and how it is shown. */
struct rules_test {
	struct rules_tally tally;
	enum rules_test_style style;
	unsigned long tests;  /* TAP's numbers: rules run, and malformed files */
	unsigned long not_ok; /* of them */
	bool has_lines;       /* something was shown */
};

/*
 * Tests the rules of one file or of every file below a directory. A file that
 * cannot be read is shown and counted, and the others go on; only a path that
 * is not there and memory that runs out end it.
 */
int rules_test_path(struct rules_test *test, const char *path, struct err *err)
	__attribute__((warn_unused_result));

#endif
