/*
 * Decodes the input as one blob; then takes it as two texts, with the first
 * byte that is 0x1e between them, and compares these.
 */
#include "oracle.h"

#include <git2.h>

#include "change/diff.h"

static void
decode(struct arena *arena, struct slice blob)
{
	struct err err = ERR_INIT;
	struct text text;

	CHECK(text_decode(&text, arena, blob, &err) == 0);
	check_text(&text);
	if (text.encoding >= TEXT_UTF16LE)
		CHECK(!text_is_binary(blob));
	if (slice_chr(blob, '\0') == (size_t)-1)
		CHECK(!text_is_binary(blob));
}

static void
compare(struct arena *arena, struct slice a, struct slice b)
{
	struct err err = ERR_INIT;
	struct text old_text, new_text;
	struct line_set added, removed, both;
	struct hunk *hunks;
	size_t n;

	CHECK(text_from_lines(&old_text, arena, a, NULL, &err) == 0);
	CHECK(text_from_lines(&new_text, arena, b, NULL, &err) == 0);
	CHECK(diff_texts(&hunks, &n, arena, &old_text, &new_text, &err) == 0);
	CHECK((n == 0) == slice_eq(a, b));
	check_hunks(hunks, n, &old_text, &new_text);
	CHECK(diff_added(&added, arena, hunks, n, &err) == 0);
	CHECK(diff_removed(&removed, arena, hunks, n, &err) == 0);
	check_set(&added, &new_text);
	check_set(&removed, &old_text);
	CHECK(line_set_intersect(&both, arena, &added, &removed, &err) == 0);
	for (uint32_t line = 1; line <= new_text.nlines; line++)
		CHECK(line_set_has(&both, line) ==
		      (line_set_has(&added, line) && line_set_has(&removed, line)));
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct slice input = slice_of(data, size);
	struct arena arena = ARENA_INIT;
	size_t border = slice_chr(input, '\x1e');

	git_libgit2_init();
	decode(&arena, input);
	if (border != (size_t)-1)
		compare(&arena, slice_sub(input, 0, border), slice_sub(input, border + 1, size));
	arena_release(&arena);
	return 0;
}
