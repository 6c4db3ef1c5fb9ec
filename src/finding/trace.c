#include "finding/trace.h"

/* A note is static text. */
int
trace_fill(struct finding *out, struct arena *arena, const struct text *text, const struct match *match,
	   struct err *err)
{
	struct trace_step *steps = arena_array(arena, match->ntrace, sizeof(*steps));

	if (!steps)
		return err_oom(err);
	for (size_t i = 0; i < match->ntrace; i++) {
		uint32_t line = text_line_at(text, match->trace[i].start);
		steps[i] = (struct trace_step){
			.path = out->path,
			.line = text_number(text, line),
			.column = match->trace[i].start - text->starts[line - 1] + 1,
			.note = slice_str(match->trace[i].note),
		};
	}
	out->trace = steps;
	out->ntrace = match->ntrace;
	return 0;
}

int
trace_copy(struct finding *out, struct arena *arena, const struct finding *finding, struct err *err)
{
	struct trace_step *steps = arena_array(arena, finding->ntrace, sizeof(*steps));

	if (!steps)
		return err_oom(err);
	for (size_t i = 0; i < finding->ntrace; i++) {
		steps[i] = finding->trace[i];
		steps[i].path = out->path;
	}
	out->trace = steps;
	out->ntrace = finding->ntrace;
	return 0;
}
