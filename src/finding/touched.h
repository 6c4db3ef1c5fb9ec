/*
 * touched.h - a finding whose line was edited round it
 */
#ifndef SLUICE_FINDING_TOUCHED_H
#define SLUICE_FINDING_TOUCHED_H

#include "finding/moved.h"

/*
 * The removed line, of a hunk of the match, that the rule reported and that has the
 * match's own text; a line of the old text, or 0. file as in moved.h.
 */
uint32_t touched_line(const struct change *change, const struct match *match,
		      const struct moved_table *removed, uint32_t file);

/*
 * The same for a line that differs in versions only: `image: web:1.2` is raised to
 * 1.3 and as unpinned as before. The first such line behind `after`.
 */
uint32_t touched_version(const struct change *change, const struct match *match,
			 const struct moved_table *removed, uint32_t file, uint32_t after);

#endif
