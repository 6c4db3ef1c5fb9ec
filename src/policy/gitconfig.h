/*
 * gitconfig.h - a reader of git's configuration syntax from memory
 *
 * The grammar is that of git-config(1), "CONFIGURATION FILE": sections, quoted
 * subsections, comments, continued lines, quotes and escapes. It reads one
 * text and nothing else: include.path and includeIf are refused, so that a
 * committed file cannot pull in others.
 */
#ifndef SLUICE_POLICY_GITCONFIG_H
#define SLUICE_POLICY_GITCONFIG_H

#include <stdint.h>

#include "base/err.h"
#include "base/limits.h"
#include "base/slice.h"

/*
 * One variable: name as `git config --list` prints it (section and variable
 * lower-cased, subsection as written), value "true" for a variable without
 * one, line from 1 where its name stands. Both strings are the reader's.
 */
typedef int (*gitconfig_visit)(void *ctx, const char *name, const char *value, uint32_t line,
			       struct err *err);

/*
 * Calls visit for every variable in order of the text and stops when it
 * returns -1. Malformed text: ERR_CONFIG "file:line: what is wrong".
 */
int gitconfig_parse(const char *file, struct slice text, gitconfig_visit visit, void *ctx, struct err *err)
	__attribute__((warn_unused_result));

#endif
