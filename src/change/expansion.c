#include "change/expansion.h"

#include <stdio.h>

#include "base/limits.h"
#include "change/compare.h"

int
expansion_begin(struct expansion *x, const struct entry *entry, struct slice old, struct slice now,
		struct err *err)
{
	*x = (struct expansion){
		.entry = *entry, .room = LIMIT_ARCHIVE_BYTES, .old_room = LIMIT_ARCHIVE_BYTES};
	archive_init(&x->old);
	archive_init(&x->now);
	int rc = archive_list(&x->now, now, err);
	if (rc == 1)
		rc = archive_list(&x->old, old, err) < 0 ? -1 : 1;
	x->active = rc == 1;
	if (rc != 1)
		expansion_end(x);
	x->bound = x->now.bound;
	x->damaged = x->now.damaged;
	return rc;
}

void
expansion_end(struct expansion *x)
{
	if (!x->active && x->now.entries == NULL && x->now.unpacked.ptr == NULL)
		return;
	archive_release(&x->old);
	archive_release(&x->now);
	x->active = false;
}

static bool
is_unchanged(const struct archive_entry *old, const struct archive_entry *now)
{
	return old && old->deflated == now->deflated && slice_eq(old->packed, now->packed);
}

/* As archive_text(); what is unpacked leaves less room for others. */
static int
read_text(struct slice *out, struct arena *arena, const struct archive_entry *entry, size_t *room,
	  struct err *err)
{
	int rc = archive_text(out, arena, entry, *room, err);
	size_t took = rc == 1 ? out->len : rc == 3 ? entry->size : 0;

	*room -= took < *room ? took : *room;
	return rc;
}

/* "<archive>!<name>" */
static int
inner_path(struct slice *out, struct arena *arena, struct slice path, struct slice name, struct err *err)
{
	struct buf whole = BUF_INIT(2 * (size_t)LIMIT_PATH_BYTES);

	buf_add_slice(&whole, path);
	buf_add_char(&whole, '!');
	buf_add_slice(&whole, name);
	int rc = buf_ok(&whole) ? arena_dup(out, arena, buf_slice(&whole)) : -1;
	buf_release(&whole);
	return rc < 0 ? err_oom(err) : 0;
}

/* One entry. 1, 0: there is nothing to hand out, -1. */
static int
expand(struct expansion *x, struct arena *arena, struct change *change, const struct archive_entry *now,
       struct err *err)
{
	const struct archive_entry *old = archive_find(&x->old, now->name);
	struct slice new_bytes, old_bytes = {"", 0};

	if (is_unchanged(old, now))
		return 0;
	int rc = read_text(&new_bytes, arena, now, &x->room, err);
	x->bound |= rc == 2;
	x->damaged |= rc == 3;
	if (rc != 1)
		return rc < 0 ? -1 : 0;
	int rc_old = old ? read_text(&old_bytes, arena, old, &x->old_room, err) : 0;
	if (rc_old < 0)
		return -1;
	if (rc_old == 1 && slice_eq(old_bytes, new_bytes))
		return 0;
	change->unpacked = true;
	change->entry = (struct entry){.status = rc_old == 1 ? ENTRY_MODIFIED : ENTRY_ADDED,
				       .new_mode = MODE_FILE,
				       .old_mode = rc_old == 1 ? MODE_FILE : 0};
	if (inner_path(&change->entry.new_path, arena, x->entry.new_path, now->name, err) < 0)
		return -1;
	if (rc_old == 1)
		change->entry.old_path = change->entry.new_path;
	x->ntexts++;
	return change_of_bytes(change, arena, rc_old == 1 ? old_bytes : slice_of("", 0), new_bytes, err) < 0
		       ? -1
		       : 1;
}

static int
finish(struct expansion *x, struct arena *arena, struct change *change, struct err *err)
{
	char reason[224];

	snprintf(reason, sizeof(reason),
		 "an archive: of its %zu files, %zu new texts were read for secrets%s", x->now.n, x->ntexts,
		 x->bound     ? "; there are more than may be (see sluice.archives)"
		 : x->damaged ? "; others are damaged, encrypted or packed in an unknown way"
			      : "");
	change->incomplete = x->bound;
	change->entry = x->entry;
	change->skipped = arena_strndup(arena, reason, strlen(reason));
	expansion_end(x);
	return change->skipped ? 1 : err_oom(err);
}

int
expansion_next(struct expansion *x, struct arena *arena, struct change *change, struct err *err)
{
	while (x->at < x->now.n) {
		int rc = expand(x, arena, change, &x->now.entries[x->at++], err);
		if (rc != 0)
			return rc;
	}
	return finish(x, arena, change, err);
}
