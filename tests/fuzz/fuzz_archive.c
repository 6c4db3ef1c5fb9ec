/*
 * The input is a zip, tar or gzip file.
 *
 * What must hold: names and stored bytes lie in it or in what was unpacked; a text is no longer than was
 * asked for; an entry is found by its name.
 */
#include "oracle.h"

#include "change/archive.h"
#include "change/text.h"

#define TEXT_MAX 20000u

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena arena = ARENA_INIT;
	struct err err = ERR_INIT;
	struct archive archive;

	archive_init(&archive);
	CHECK(archive_list(&archive, slice_of(data, size), &err) >= 0);
	for (size_t i = 0; i < archive.n && i < 100; i++) {
		const struct archive_entry *found = archive_find(&archive, archive.entries[i].name);
		struct slice text;

		CHECK(found && slice_eq(found->name, archive.entries[i].name));
		int rc = archive_text(&text, &arena, &archive.entries[i], TEXT_MAX, &err);
		CHECK(rc >= 0);
		if (rc == 1)
			CHECK(text.len <= TEXT_MAX && !text_is_binary(text));
	}
	archive_release(&archive);
	arena_release(&arena);
	return 0;
}
