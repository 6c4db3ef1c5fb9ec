/*
 * oracle.h - what must hold for any text and any hunks, whatever the input
 *
 * For fuzz_text.c and fuzz_patch.c. A broken promise ends the process, which
 * libFuzzer reports with the input.
 */
#ifndef SLUICE_TESTS_FUZZ_ORACLE_H
#define SLUICE_TESTS_FUZZ_ORACLE_H

#include <stdio.h>
#include <stdlib.h>

#include "change/change.h"

#define CHECK(holds)                                                                                         \
	do {                                                                                                 \
		if (!(holds)) {                                                                              \
			fprintf(stderr, "%s:%d: does not hold: %s\n", __FILE__, __LINE__, #holds);           \
			abort();                                                                             \
		}                                                                                            \
	} while (0)

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Starts ascend strictly, each behind an LF; what is asked by offset agrees with them. */
static inline void
check_text(const struct text *text)
{
	if (!text->starts) {
		CHECK(text->nlines == 0 && text->bytes.len == 0);
		return;
	}
	CHECK(text->starts[0] == 0 && text->starts[text->nlines] == text->bytes.len);
	for (uint32_t line = 1; line <= text->nlines; line++) {
		uint32_t from = text->starts[line - 1], to = text->starts[line];

		CHECK(from < to);
		CHECK(line == text->nlines || text->bytes.ptr[to - 1] == '\n');
		CHECK(!memchr(text->bytes.ptr + from, '\n', to - from - 1));
		CHECK(text_line_at(text, from) == line && text_line_at(text, to - 1) == line);
		CHECK(line == 1 || text_number(text, line) > text_number(text, line - 1));
		struct line_range run = text_contiguous(text, line);
		CHECK(run.first <= line && line <= run.last);
		CHECK(text_number(text, run.last) - text_number(text, run.first) == run.last - run.first);
	}
}

static inline struct slice
whole_line(const struct text *text, uint32_t line)
{
	CHECK(line >= 1 && line <= text->nlines);
	return slice_sub(text->bytes, text->starts[line - 1], text->starts[line]);
}

/* The hunks ascend, and all outside them is the same on both sides: applied to one they give the other. */
static inline void
check_hunks(const struct hunk *hunks, size_t n, const struct text *old_text, const struct text *new_text)
{
	uint32_t old_line = 1, new_line = 1;

	for (size_t i = 0; i <= n; i++) {
		uint32_t until = i < n ? hunks[i].old_start : old_text->nlines + 1;

		CHECK(until >= old_line);
		for (; old_line < until; old_line++, new_line++)
			CHECK(slice_eq(whole_line(old_text, old_line), whole_line(new_text, new_line)));
		if (i == n)
			break;
		CHECK(hunks[i].new_start == new_line);
		CHECK(hunks[i].old_count + hunks[i].new_count > 0);
		old_line += hunks[i].old_count;
		new_line += hunks[i].new_count;
	}
	CHECK(old_line == old_text->nlines + 1 && new_line == new_text->nlines + 1);
}

static inline void
check_set(const struct line_set *set, const struct text *text)
{
	for (size_t i = 0; i < set->n; i++) {
		CHECK(set->ranges[i].first >= 1 && set->ranges[i].first <= set->ranges[i].last);
		CHECK(set->ranges[i].last <= text->nlines);
		CHECK(i == 0 || set->ranges[i].first > set->ranges[i - 1].last + 1);
	}
}

#endif
