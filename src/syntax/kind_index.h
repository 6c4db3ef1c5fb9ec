/*
 * kind_index.h - the kinds of a language by name, when many are asked for
 *
 * syntax_kind() compares a name with those of all kinds; a table of shapes
 * asks for three hundred.
 */
#ifndef SLUICE_SYNTAX_KIND_INDEX_H
#define SLUICE_SYNTAX_KIND_INDEX_H

#include "base/arena.h"
#include "syntax/syntax.h"

struct kind_index {
	const struct syntax_language *language;
	uint16_t *slots; /* open addressing; 0: free */
	size_t room;     /* a power of 2 */
};

/* The index lies in the arena. 0, or -1 without memory. */
int kind_index_init(struct kind_index *index, struct arena *arena, const struct syntax_language *language)
	__attribute__((warn_unused_result));

/* What syntax_kind() says. */
uint16_t kind_index_find(const struct kind_index *index, const char *name, bool named);

#endif
