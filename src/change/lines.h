/*
 * lines.h - lines compared by what they say, wherever they stand
 */
#ifndef SLUICE_CHANGE_LINES_H
#define SLUICE_CHANGE_LINES_H

#include "change/text.h"

/*
 * Keeps of *set, lines of text, those that read like a line of other_set in
 * other (line ends aside). The result lives in the arena.
 */
int lines_also_in(struct line_set *set, struct arena *arena, const struct text *text,
		  const struct text *other, const struct line_set *other_set, struct err *err)
	__attribute__((warn_unused_result));

#endif
