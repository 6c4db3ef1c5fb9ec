/*
 * The input is a text in which rules of the area secrets look for words, also
 * where it is encoded.
 *
 * What must hold: a match lies in the text; the prefilter changes nothing; of one rule nothing that
 * was decoded overlaps what stands there plainly.
 */
#include "scan.h"

static void
check_list(const struct match_list *list, const struct text *text)
{
	for (size_t i = 0; i < list->n; i++) {
		const struct match *m = &list->items[i];

		CHECK(m->start <= m->end && m->end <= text->bytes.len);
		for (size_t b = 0; b < m->nbindings; b++)
			CHECK(m->bindings[b].value.ptr >= text->bytes.ptr &&
			      m->bindings[b].value.ptr + m->bindings[b].value.len <=
				      text->bytes.ptr + text->bytes.len);
		for (size_t k = i + 1; k < list->n && list->items[k].rule == m->rule; k++) {
			const struct match *n = &list->items[k];
			if (!m->encoding != !n->encoding)
				CHECK(n->start >= m->end);
		}
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const struct slice keyword = SLICE_LITERAL("k");
	const struct rule word = {.id = slice_str("word"),
				  .area = AREA_SECRETS,
				  .formula = {.op = OP_REGEX, .text = slice_str("\\bk(\\w)+")}};
	struct rule file = word, keyed = word;
	const struct rule *list[] = {&word, &file, &keyed};
	const struct ruleset rules = {.rules = list, .n = 3};
	struct arena arena = ARENA_INIT;
	struct err err = ERR_INIT;
	struct text text;
	struct scans scans;

	file.id = slice_str("file");
	file.window = WINDOW_FILE;
	keyed.id = slice_str("keyed");
	keyed.keywords = &keyword;
	keyed.nkeywords = 1;
	if (text_decode(&text, &arena, slice_of(data, size), &err) == 0) {
		const struct scan scan = {.text = &text};
		scans_run(&scans, &rules, &scan);
		if (scans_ran(&scans)) {
			scans_check_same(&scans);
			check_list(&scans.with, &text);
		}
		scans_release(&scans);
	}
	arena_release(&arena);
	return 0;
}
