/*
 * finding_fixture.h - changes written as listings, judged by the real matcher
 *
 * A listing shows both sides of one file; the first byte of a line says where
 * it stands: ' ' both, '-' old, '+' new. Neighbouring '-' and '+' lines are a hunk.
 */
#ifndef SLUICE_TESTS_FINDING_FIXTURE_H
#define SLUICE_TESTS_FINDING_FIXTURE_H

#include "unit.h"

#include <stdlib.h>

#include "base/buf.h"
#include "finding/classify.h"

#define UNUSED __attribute__((unused))

/* Appends a line to the last range of a set under construction, or starts a range. */
static void
set_add(struct line_set *set, struct line_range *ranges, uint32_t line)
{
	if (set->n > 0 && ranges[set->n - 1].last + 1 == line)
		ranges[set->n - 1].last = line;
	else
		ranges[set->n++] = (struct line_range){line, line};
	set->ranges = ranges;
}

/* One line of a listing; a context line ends the hunk under way. */
static void
listing_line(struct change *change, struct hunk *hunks, bool *open, char kind, uint32_t old_line,
	     uint32_t new_line)
{
	if (kind == ' ') {
		*open = false;
		return;
	}
	if (!*open)
		hunks[change->nhunks++] = (struct hunk){old_line, 0, new_line, 0};
	*open = true;
	struct hunk *h = &hunks[change->nhunks - 1];
	h->old_count += kind == '-';
	h->new_count += kind == '+';
}

static UNUSED void
listing_change(struct change *change, struct arena *arena, const char *old_path, const char *new_path,
	       const char *listing)
{
	struct buf olds = BUF_INIT(SIZE_MAX / 2), news = BUF_INIT(SIZE_MAX / 2);
	struct slice rest = slice_str(listing), line, bytes;
	size_t n = strlen(listing) + 1;
	struct hunk *hunks = arena_array(arena, n, sizeof(*hunks));
	struct line_range *added = arena_array(arena, n, sizeof(*added));
	struct line_range *removed = arena_array(arena, n, sizeof(*removed));
	uint32_t old_line = 1, new_line = 1;
	struct err err = ERR_INIT;
	bool open = false;

	*change = (struct change){.kind = CHANGE_FILE, .judged = JUDGE_TIP, .hunks = hunks};
	while (slice_next_line(&rest, &line)) {
		char kind = line.len > 0 ? line.ptr[0] : ' ';
		struct slice text = slice_sub(line, 1, line.len);
		listing_line(change, hunks, &open, kind, old_line, new_line);
		if (kind == '+')
			set_add(&change->added, added, new_line);
		if (kind == '-')
			set_add(&change->removed, removed, old_line);
		if (kind != '+') {
			buf_add_slice(&olds, text);
			buf_add_char(&olds, '\n');
			old_line++;
		}
		if (kind != '-') {
			buf_add_slice(&news, text);
			buf_add_char(&news, '\n');
			new_line++;
		}
	}
	assert_true(buf_ok(&olds) && buf_ok(&news));
	assert_int_equal(arena_dup(&bytes, arena, buf_slice(&olds)), 0);
	assert_int_equal(text_from_lines(&change->old_text, arena, bytes, NULL, &err), 0);
	assert_int_equal(arena_dup(&bytes, arena, buf_slice(&news)), 0);
	assert_int_equal(text_from_lines(&change->new_text, arena, bytes, NULL, &err), 0);
	buf_release(&olds);
	buf_release(&news);
	change->entry = (struct entry){
		.status = !*new_path                        ? ENTRY_DELETED
			  : !*old_path                      ? ENTRY_ADDED
			  : strcmp(old_path, new_path) != 0 ? ENTRY_RENAMED
							    : ENTRY_MODIFIED,
		.old_mode = MODE_FILE,
		.new_mode = MODE_FILE,
		.old_path = slice_str(old_path),
		.new_path = slice_str(new_path),
	};
}

/* Rules, a matcher and a classifier, and what came of them. */
struct court {
	struct ruleset rules;
	struct matcher *matcher;
	struct classifier *classifier;
	struct match_list added, removed, guards_old, guards_now;
	struct arena arena; /* of the findings */
	struct finding *findings;
	size_t n, cap;
	const char *commit; /* one digit, repeated; NULL: the net comparison */
};

static UNUSED void
court_init(struct court *c, const struct rule *const *rules, size_t n)
{
	struct err err = ERR_INIT;

	*c = (struct court){0};
	ruleset_init(&c->rules);
	c->rules.rules = calloc(n, sizeof(*c->rules.rules));
	assert_non_null(c->rules.rules);
	for (size_t i = 0; i < n; i++)
		c->rules.rules[i] = rules[i];
	c->rules.n = c->rules.cap = n;
	arena_init(&c->arena);
	match_list_init(&c->added);
	match_list_init(&c->removed);
	match_list_init(&c->guards_old);
	match_list_init(&c->guards_now);
	assert_int_equal(matcher_new(&c->matcher, &c->rules, &err), 0);
	assert_int_equal(classifier_new(&c->classifier, c->matcher, &err), 0);
}

static UNUSED void
court_release(struct court *c)
{
	classifier_free(c->classifier);
	matcher_free(c->matcher);
	match_list_release(&c->added);
	match_list_release(&c->removed);
	match_list_release(&c->guards_old);
	match_list_release(&c->guards_now);
	ruleset_release(&c->rules);
	arena_release(&c->arena);
	free(c->findings);
}

struct court_filter {
	const struct change *change;
	enum diff_on on;
};

static bool
court_runs(void *ctx, const struct rule *rule)
{
	const struct court_filter *f = ctx;
	const struct entry *e = &f->change->entry;
	struct slice path = f->on == DIFF_REMOVED ? e->old_path : e->new_path;

	if (!(f->change->judged & (rule->commits == COMMITS_EVERY ? JUDGE_EVERY : JUDGE_TIP)))
		return false;
	return rule->on == f->on && (f->change->kind != CHANGE_FILE || rule_reads(rule, path, LANG_PYTHON));
}

static void
court_scan(struct court *c, struct match_list *list, const struct text *text, const struct line_set *lines,
	   struct court_filter filter)
{
	const struct scan scan = {text, lines, court_runs, &filter};
	struct err err = ERR_INIT;

	match_list_clear(list);
	if (text->nlines > 0)
		assert_int_equal(matcher_scan(c->matcher, &scan, list, &err), 0);
}

static bool
court_is_removed_rule(void *ctx, const struct rule *rule)
{
	(void)ctx;
	return rule->on == DIFF_REMOVED;
}

/* Hands a change to the classifier as the review does; whole: all lines of the new side are scanned. */
static UNUSED void
court_hear_change(struct court *c, struct change *change, bool whole)
{
	struct err err = ERR_INIT;

	if (c->commit) {
		memset(change->commit.hex, c->commit[0], 40);
		change->judged = JUDGE_EVERY;
	}
	court_scan(c, &c->added, &change->new_text, whole ? NULL : &change->added,
		   (struct court_filter){change, DIFF_ADDED});
	court_scan(c, &c->removed, &change->old_text, &change->removed,
		   (struct court_filter){change, DIFF_REMOVED});
	const struct scan old = {&change->old_text, NULL, court_is_removed_rule, NULL};
	struct scan now = {&change->new_text, NULL, court_is_removed_rule, NULL};
	const struct guards_seen guards = {&c->removed, &c->guards_old, &c->guards_now};
	match_list_clear(&c->guards_old);
	match_list_clear(&c->guards_now);
	if (change->old_text.nlines > 0)
		assert_int_equal(matcher_scan(c->matcher, &old, &c->guards_old, &err), 0);
	if (c->guards_old.n == 0)
		now.lines = &change->added;
	if (change->new_text.nlines > 0)
		assert_int_equal(matcher_scan(c->matcher, &now, &c->guards_now, &err), 0);
	assert_int_equal(classifier_add(c->classifier, change, &c->added, &guards, &err), 0);
}

/* One file of a comparison, as a listing. */
static UNUSED void
court_hear(struct court *c, const char *old_path, const char *new_path, const char *listing)
{
	struct arena arena = ARENA_INIT;
	struct change change;

	listing_change(&change, &arena, old_path, new_path, listing);
	court_hear_change(c, &change, false);
	arena_release(&arena);
}

static UNUSED void
court_finish(struct court *c)
{
	struct err err = ERR_INIT;

	assert_int_equal(classifier_finish(c->classifier, &c->arena, &c->findings, &c->n, &c->cap, &err), 0);
}

/* One line a finding: "class path:line rule", old line, old path, commit, removed_in where they are set. */
static UNUSED void
court_print(struct buf *out, const struct court *c)
{
	for (size_t i = 0; i < c->n; i++) {
		const struct finding *f = &c->findings[i];
		buf_addf(out, "%s %.*s:%u %.*s", finding_class_name(f->class), (int)f->path.len, f->path.ptr,
			 f->line, (int)f->rule->id.len, f->rule->id.ptr);
		if (f->old_line)
			buf_addf(out, " old=%u", f->old_line);
		if (f->old_path.len)
			buf_addf(out, " from=%.*s", (int)f->old_path.len, f->old_path.ptr);
		if (f->commit.len)
			buf_addf(out, " in=%c", f->commit.ptr[0]);
		if (f->removed_in.len)
			buf_addf(out, " gone=%c", f->removed_in.ptr[0]);
		buf_add_char(out, '\n');
	}
}

/* The verdict so far is exactly this. */
static UNUSED void
court_expect(const struct court *c, const char *expected)
{
	struct buf out = BUF_INIT(1u << 20);

	buf_add_str(&out, "");
	court_print(&out, c);
	assert_true(buf_ok(&out));
	assert_string_equal(out.ptr, expected);
	buf_release(&out);
}

#endif
