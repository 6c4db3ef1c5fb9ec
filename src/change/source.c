#include "change/source_internal.h"

#include <stdlib.h>

void
source_init(struct source *source, const struct source_ops *ops)
{
	source->ops = ops;
	arena_init(&source->arena);
	arena_init(&source->change_arena);
}

static void
count(struct source_scope *scope, const struct change *change)
{
	if (change->kind != CHANGE_FILE || change->unpacked || !(change->judged & JUDGE_TIP))
		return;
	scope->files++;
	scope->added_lines += line_set_count(&change->added);
	scope->removed_lines += line_set_count(&change->removed);
}

int
source_next(struct source *source, const struct change **out, struct err *err)
{
	*out = NULL;
	if (source->failed)
		return err_set(err, ERR_GIT, "the change cannot be read any further");
	if (source->ended)
		return 0;
	arena_clear(&source->change_arena);
	source->change = (struct change){0};
	int rc = source->ops->next(source, &source->change, err);
	if (rc <= 0) {
		source->ended = true;
		source->failed = rc < 0;
		return rc;
	}
	count(&source->scope, &source->change);
	*out = &source->change;
	return 1;
}

void
source_open_archives(struct source *source, bool open)
{
	source->opens_archives = open;
}

void
source_read_as_text(struct source *source, text_filter is_text)
{
	source->is_text = is_text;
}

bool
source_unread(struct source *source, struct unread *out)
{
	*out = (struct unread){.commit = {""}};
	return !source->ended && source->ops->unread && source->ops->unread(source, out);
}

bool
source_commit_of(const struct source *source, uint32_t group, struct object_id *out)
{
	*out = (struct object_id){""};
	return source->ops->commit_of && source->ops->commit_of(source, group, out);
}

void
source_free(struct source *source)
{
	if (!source)
		return;
	if (source->ops->release)
		source->ops->release(source);
	arena_release(&source->change_arena);
	arena_release(&source->arena);
	free(source);
}

const struct source_scope *
source_scope(const struct source *source)
{
	return &source->scope;
}
