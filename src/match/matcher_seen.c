/*
 * matcher_seen.c - which rules on the whole file find their words in it
 */
#include "base/buf.h"
#include "base/limits.h"
#include "match/matcher_internal.h"
#include "match/squeeze.h"

int
matcher_note_full(struct run *run, uint32_t line)
{
	const struct match_limit limit = {NULL, line, "more words that rules ask for than are noted", false};

	return run->m->hits.raw.full ? match_list_add_limit(run->list, &limit, run->err) : 0;
}

static int
see(struct run *run, struct slice text, size_t begin, size_t end, bool syntax_only)
{
	struct matcher *m = run->m;

	if (keyword_index_scan(&m->hits, m->index, text, begin, end, run->err) < 0)
		return -1;
	for (size_t k = 0; k < m->on_file.n; k++) {
		struct rule_state *state = &m->states[m->on_file.items[k]];
		if (!syntax_only || state->syntax)
			state->seen |= keyword_hits_any(&m->hits, m->index, m->on_file.items[k]);
	}
	return 0;
}

/* Tokens that make up a keyword may stand apart. */
static int
squeeze_text(struct slice *out, struct run *run, struct slice text)
{
	void *room = run->m->squeezed;

	if (array_reserve(&room, &run->m->squeezed_cap, text.len + 1, 1) < 0)
		return err_oom(run->err);
	run->m->squeezed = room;
	*out = slice_of(run->m->squeezed, squeeze(run->m->squeezed, text));
	return 0;
}

/* A rule on syntax whose author wrote its keywords, and none of them was seen. */
static bool
wants_more(const struct matcher *m)
{
	for (size_t k = 0; k < m->on_file.n; k++) {
		const struct rule_state *state = &m->states[m->on_file.items[k]];
		if (state->syntax && state->written && !state->seen)
			return true;
	}
	return false;
}

int
matcher_see_keywords(struct run *run)
{
	struct slice bytes = run->text->bytes, squeezed;
	size_t overlap = keyword_index_longest(run->m->index);

	for (size_t from = 0; from < bytes.len && !scan_is_late(run->scan); from += STRETCH_BYTES) {
		size_t begin = from > overlap ? from - overlap : 0;
		size_t end = bytes.len - from > STRETCH_BYTES ? from + STRETCH_BYTES : bytes.len;
		uint32_t line = text_line_at(run->text, begin);
		if (see(run, bytes, begin, end, false) < 0 || matcher_note_full(run, line) < 0)
			return -1;
		if (!wants_more(run->m))
			continue;
		begin = from > LIMIT_WINDOW_BYTES ? from - LIMIT_WINDOW_BYTES : 0;
		if (squeeze_text(&squeezed, run, slice_sub(bytes, begin, end)) < 0 ||
		    see(run, squeezed, 0, squeezed.len, true) < 0 || matcher_note_full(run, line) < 0)
			return -1;
	}
	return 0;
}

int
matcher_has_keyword(struct run *run, size_t i)
{
	const struct keyword_list *keywords = &run->m->keywords[i];
	struct slice squeezed;

	if (keyword_list_find(keywords, run->text->bytes))
		return 1;
	if (!run->m->states[i].syntax)
		return 0;
	if (squeeze_text(&squeezed, run, run->text->bytes) < 0)
		return -1;
	return keyword_list_find(keywords, squeezed);
}
