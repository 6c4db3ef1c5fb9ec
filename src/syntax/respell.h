/*
 * respell.h - a text in the spelling that its grammar reads
 *
 * Where a grammar lacks a construct that real files are full of, and another spelling
 * of the same length says the same, the grammar is given that one. Nodes have the
 * same places in both; what they say is taken from the text itself.
 */
#ifndef SLUICE_SYNTAX_RESPELL_H
#define SLUICE_SYNTAX_RESPELL_H

#include "base/arena.h"
#include "base/slice.h"

/* *out is the text itself, or a copy in the arena; -1 when memory runs out. In time that is linear. */
int respell_scala(struct slice *out, struct arena *arena, struct slice text)
	__attribute__((warn_unused_result));

#endif
