/*
 * Reads the input as a patch. Whatever it accepts must be consistent: the
 * hunks turn the old lines into the new ones, the sets name just their lines,
 * every file has a path, and what failed once gives no further change.
 */
#include "oracle.h"

#include "change/source.h"

static void
check_change(const struct change *c)
{
	const struct entry *e = &c->entry;

	check_text(&c->old_text);
	check_text(&c->new_text);
	check_hunks(c->hunks, c->nhunks, &c->old_text, &c->new_text);
	check_set(&c->added, &c->new_text);
	check_set(&c->removed, &c->old_text);
	for (size_t i = 0; i < c->nhunks; i++) {
		CHECK(c->hunks[i].old_count == 0 || line_set_has(&c->removed, c->hunks[i].old_start));
		CHECK(c->hunks[i].new_count == 0 || line_set_has(&c->added, c->hunks[i].new_start));
	}
	CHECK((e->status == ENTRY_ADDED) == (e->old_path.len == 0));
	CHECK((e->status == ENTRY_DELETED) == (e->new_path.len == 0));
	CHECK(!c->skipped || c->nhunks == 0);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct err err = ERR_INIT;
	const struct change *change;
	struct source *source;
	uint64_t removed = 0;
	int rc;

	CHECK(source_patch(&source, NULL, slice_of(data, size), &err) == 0);
	while ((rc = source_next(source, &change, &err)) > 0) {
		check_change(change);
		removed += change->kind == CHANGE_FILE ? line_set_count(&change->removed) : 0;
	}
	CHECK(rc == 0 || err.code == ERR_INPUT || err.code == ERR_LIMIT);
	CHECK((rc < 0) == err_is_set(&err));
	CHECK(source_next(source, &change, &err) == rc);
	CHECK(source_scope(source)->removed_lines == removed);
	source_free(source);
	return 0;
}
