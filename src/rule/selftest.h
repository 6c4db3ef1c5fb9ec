/*
 * selftest.h - the examples that stand beside a rule file
 *
 * Semgrep's convention (https://semgrep.dev/docs/writing-rules/testing-rules):
 * rules/x/foo.yaml is tested on the files of its directory with the same stem
 * and another extension (foo.py, foo.Dockerfile; foo.test.yaml where YAML is
 * the language under review). In any comment of them
 *
 *   # ruleid: some-id, other-id     the next line must be reported by these rules
 *   # ok: some-id                   the next line must not be
 *   # todoruleid: / todook:         the same, known not to hold yet
 *
 * Annotations may stack: the next line is the next that holds none. For a rule
 * with `diff: {on: removed}` the file is the old side: `ruleid:` stands above a
 * line whose removal must be reported.
 */
#ifndef SLUICE_RULE_SELFTEST_H
#define SLUICE_RULE_SELFTEST_H

#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/slice.h"

enum selftest_expect {
	SELFTEST_REPORTED,      /* ruleid */
	SELFTEST_CLEAN,         /* ok */
	SELFTEST_TODO_REPORTED, /* todoruleid: counted, not judged */
	SELFTEST_TODO_CLEAN,    /* todook */
};

struct selftest_annotation {
	struct slice rule_id; /* borrows from the text */
	enum selftest_expect expect;
	uint32_t line; /* that is judged, from 1 */
	uint32_t at;   /* of the annotation itself */
};

/*
 * The annotations of a text, one for each rule id, in order; the array lives
 * in the arena. ERR_RULE ("name:line:column: ...") for an annotation that no
 * line follows.
 */
int selftest_parse(struct selftest_annotation **out, size_t *n, struct arena *arena, const char *name,
		   struct slice text, struct err *err) __attribute__((warn_unused_result));

/* True when a file of that name is an example target of a rule file in the same directory. */
bool selftest_is_target(struct slice rule_file, struct slice name);

/*
 * The targets of a rule file, as paths in its directory, sorted; they live in
 * the arena. None is no error.
 */
int selftest_targets(const char *const **out, size_t *n, struct arena *arena, const char *rule_file,
		     struct err *err) __attribute__((warn_unused_result));

#endif
