/*
 * pattern_typed.h - metavariables with a type: (int $X), ($X: T), ($X : *pkg.T)
 */
#ifndef SLUICE_MATCH_PATTERN_TYPED_H
#define SLUICE_MATCH_PATTERN_TYPED_H

#include <stdbool.h>

#include "base/slice.h"

/*
 * The typed metavariable that begins with the bracket at `at`: its length, or 0. *name is without '$'.
 * before: the type
 * may stand before the name, behind: behind it. Brackets of a call, of parameters and of `catch (T $X)` begin
 * none.
 */
size_t pattern_typed(struct slice *name, struct slice *type, struct slice all, size_t at, bool before,
		     bool behind);

#endif
