/*
 * sarif_region.c - byte columns become code points
 *
 * A snippet line may have been cut round the match or have had a secret
 * masked before it. It holds its line from the beginning exactly when the
 * mark starts (ends) where the finding's column says.
 */
#include "report/sarif_region.h"

#include "report/report_util.h"

static const struct snippet_line *
snippet_line_of(const struct finding *f, uint32_t number)
{
	for (size_t i = 0; i < f->nsnippet; i++)
		if (f->snippet[i].number == number && f->snippet[i].kind != SNIPPET_REMOVED)
			return &f->snippet[i];
	return NULL;
}

/* The column of the byte at offset; 0: not known. */
static uint32_t
column_at(const struct snippet_line *line, uint32_t offset, uint32_t byte_column)
{
	if (!line || byte_column == 0 || offset != byte_column - 1 || offset > line->text.len)
		return 0;
	return 1 + (uint32_t)report_width(slice_sub(line->text, 0, offset));
}

/* The new side has nothing of a removed guard: the start of the line where it stood. */
static struct sarif_region
region_of_removed(const struct finding *f)
{
	return (struct sarif_region){f->line, 1, f->line, 2};
}

struct sarif_region
sarif_region_of(const struct finding *f)
{
	if (f->class == CLASS_REMOVED_GUARD)
		return region_of_removed(f);
	const struct snippet_line *first = snippet_line_of(f, f->line);
	const struct snippet_line *last = snippet_line_of(f, f->end_line);
	uint32_t start = first ? column_at(first, first->mark_start, f->column) : 0;
	uint32_t end = last ? column_at(last, last->mark_end, f->end_column) : 0;

	if (start == 0)
		start = f->column;
	if (end == 0 && f->end_line == f->line) /* as long in bytes as it is */
		end = start + (f->end_column > f->column ? f->end_column - f->column : 0);
	else if (end == 0)
		end = f->end_column;
	return (struct sarif_region){f->line, start, f->end_line, end};
}
