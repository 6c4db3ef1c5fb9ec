#include "review/names.h"

#include <stdlib.h>

#include "base/limits.h"

void
names_init(struct names *names)
{
	*names = (struct names){.n = 0};
	buf_init(&names->lines, LIMIT_PATCH_BYTES);
	arena_init(&names->arena);
}

void
names_release(struct names *names)
{
	buf_release(&names->lines);
	free(names->paths);
	arena_release(&names->arena);
}

void
names_clear(struct names *names)
{
	buf_clear(&names->lines);
	names->n = 0;
	arena_clear(&names->arena);
}

static bool
is_new_name(const struct change *change)
{
	enum entry_status status = change->entry.status;

	return change->kind == CHANGE_FILE && change->entry.new_path.len > 0 &&
	       (status == ENTRY_ADDED || status == ENTRY_RENAMED || status == ENTRY_COPIED);
}

int
names_note(struct names *names, const struct change *change, struct err *err)
{
	void *paths = names->paths;

	if (!is_new_name(change))
		return 0;
	if (array_reserve(&paths, &names->cap, names->n + 1, sizeof(*names->paths)) < 0)
		return err_oom(err);
	names->paths = paths;
	size_t start = names->lines.len;
	buf_add_slice(&names->lines, change->entry.new_path);
	buf_add_char(&names->lines, '\n');
	if (!buf_ok(&names->lines) ||
	    arena_dup(&names->paths[names->n], &names->arena, change->entry.new_path) < 0)
		return err_oom(err);
	for (size_t i = start; i + 1 < names->lines.len; i++)
		if (names->lines.ptr[i] == '\n')
			names->lines.ptr[i] = ' ';
	names->origin = *change;
	names->n++;
	return 0;
}

int
names_change(struct change *out, struct names *names, uint32_t line, struct err *err)
{
	struct line_range *all = arena_alloc(&names->arena, sizeof(*all));
	struct slice lines = buf_slice(&names->lines);
	struct text text;

	if (!all || arena_dup(&lines, &names->arena, lines) < 0)
		return err_oom(err);
	if (text_from_lines(&text, &names->arena, lines, NULL, err) < 0)
		return -1;
	*out = (struct change){
		.kind = CHANGE_NAME,
		.judged = names->origin.judged,
		.group = names->origin.group,
		.commit = names->origin.commit,
		.ref = names->origin.ref,
		.trusted = names->origin.trusted,
		.entry = {.status = ENTRY_ADDED, .new_mode = MODE_FILE},
	};
	if (line > 0) {
		out->entry.new_path = names->paths[line - 1];
		if (text_from_lines(&text, &names->arena, text_line(&text, line), NULL, err) < 0)
			return -1;
	}
	*all = (struct line_range){1, text.nlines};
	out->new_text = text;
	out->added = (struct line_set){all, 1};
	return 0;
}
