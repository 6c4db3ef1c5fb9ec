/*
 * patch_name.h - the file names in the headers of a patch
 *
 * For patch.c. Names are written as they are or, with any odd byte in them,
 * in double quotes with C escapes (git's quote.c); "diff --git" puts both
 * behind each other with nothing but a blank between, although names may hold
 * blanks. Names are borrowed from the patch or, unquoted, live in the arena.
 */
#ifndef SLUICE_CHANGE_PATCH_NAME_H
#define SLUICE_CHANGE_PATCH_NAME_H

#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/slice.h"

struct patch_names {
	struct slice old_name, new_name;
};

/* The name in "--- <name>[TAB...]", "+++ ..." or "rename from <name>". ERR_INPUT if it is malformed. */
int patch_name_parse(struct slice *out, struct arena *arena, struct slice text, uint32_t line,
		     struct err *err) __attribute__((warn_unused_result));

/*
 * Both names behind "diff --git ", with their prefixes. 1: read, 0: they
 * cannot be told apart (then the lines below have them), -1: malformed.
 */
int patch_name_split(struct patch_names *out, struct arena *arena, struct slice text, uint32_t line,
		     struct err *err) __attribute__((warn_unused_result));

/*
 * Takes the prefixes off: git's (a/ b/, the mnemonic i/ w/ c/ o/, those of
 * --no-index 1/ 2/), each side another one, or whatever two sides of the same
 * file differ in. --no-prefix leaves the same name on both sides, which stays.
 */
void patch_name_strip(struct patch_names *names, bool is_git);

/* "/dev/null", the side that does not exist */
bool patch_name_is_null(struct slice name);

#endif
