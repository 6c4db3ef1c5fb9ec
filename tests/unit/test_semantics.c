/*
 * What a change makes new and what it takes away, by rules on syntax: every
 * scene below with the small program of every language, reviewed as a whole.
 */
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/buf.h"
#include "change/diff.h"
#include "change/source_internal.h"
#include "review/review.h"
#include "semantics_rows.h"
#include "semantics_samples.h"
#include "syntax/dialect.h"
#include "syntax/syntax.h"

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

/* --- scenes --- */

/* How a function is written, and where a finding is expected in it. */
enum edit {
	NO_BAD = 1,                /* without the bad statement */
	TWO_BAD = 2,               /* with two */
	OTHER_COMMENT = 4,         /* with another comment beside it */
	OTHER_STATEMENT = 8,       /* with another statement elsewhere in it */
	NO_GUARD = 16,             /* without its guard */
	NEW_GUARD = 32,            /* with the guard that it does not have by itself */
	REORDERED = 64,            /* the guard and what stands before it change places */
	WRAPPED = 128,             /* the bad statement on two lines */
	STATEMENT_FOR_GUARD = 256, /* another statement where the guard stood */
	FIND_BAD = 1 << 16,        /* expect the first bad statement */
	FIND_LOST = 1 << 17,       /* expect a removed guard where it stood */
	FIND_HEAD = 1 << 18,       /* expect it at the function's head */
	FIND_END = 1 << 19,        /* expect it behind the function */
};

struct part {
	char block; /* 'B'ad, 'G'uarded, 'P'lain; 0: the end */
	const char *name;
	unsigned edits;
};

#define PARTS 4

enum layout { PLAIN, INDENTED, CRLF };

struct side {
	bool absent;
	enum layout layout;
	struct part parts[PARTS];
};

struct scene {
	const char *name;
	const char *rules;    /* that see it: "bad inside wide", "guard" */
	struct side old, new; /* of the first file */
	bool renamed;         /* to the second file's path */
	bool two;             /* there is a second file */
	struct side other_old, other_new;
};

#define BAD   "bad inside"
#define ALL   "bad inside wide"
#define GUARD "guard"

/* clang-format off */
static const struct scene scenes[] = {
	{"a new file", ALL, {.absent = true},
		{.parts = {{'P', "one", 0}, {'B', "two", FIND_BAD}}}},
	{"a new function", ALL,
		{.parts = {{'P', "one", 0}}},
		{.parts = {{'P', "one", 0}, {'B', "two", FIND_BAD}}}},
	{"only the bad statement is added", ALL,
		{.parts = {{'P', "one", 0}, {'B', "two", NO_BAD}}},
		{.parts = {{'P', "one", 0}, {'B', "two", FIND_BAD}}}},
	{"the bad statement is added to one of two functions", ALL,
		{.parts = {{'B', "one", 0}, {'B', "two", NO_BAD}}},
		{.parts = {{'B', "one", 0}, {'B', "two", FIND_BAD}}}},
	{"a comment beside it is touched", ALL,
		{.parts = {{'B', "two", 0}}},
		{.parts = {{'B', "two", OTHER_COMMENT}}}},
	{"another statement of the function is touched", ALL,
		{.parts = {{'B', "two", 0}}},
		{.parts = {{'B', "two", OTHER_STATEMENT}}}},
	{"the function moves within the file", ALL,
		{.parts = {{'B', "one", 0}, {'P', "two", 0}, {'P', "three", 0}}},
		{.parts = {{'P', "two", 0}, {'P', "three", 0}, {'B', "one", 0}}}},
	{"the function moves to another file", ALL,
		{.parts = {{'P', "one", 0}, {'B', "two", 0}}},
		{.parts = {{'P', "one", 0}}}, .two = true,
		.other_old = {.parts = {{'P', "three", 0}}},
		.other_new = {.parts = {{'P', "three", 0}, {'B', "two", 0}}}},
	{"the function is copied to another file", ALL,
		{.parts = {{'P', "one", 0}, {'B', "two", 0}}},
		{.parts = {{'P', "four", 0}, {'B', "two", 0}}}, .two = true,
		.other_old = {.parts = {{'P', "three", 0}}},
		.other_new = {.parts = {{'P', "three", 0}, {'B', "two", FIND_BAD}}}},
	{"all is indented", ALL,
		{.parts = {{'P', "one", 0}, {'B', "two", 0}}},
		{.layout = INDENTED, .parts = {{'P', "one", 0}, {'B', "two", 0}}}},
	{"other line ends", ALL,
		{.parts = {{'P', "one", 0}, {'B', "two", 0}}},
		{.layout = CRLF, .parts = {{'P', "one", 0}, {'B', "two", 0}}}},
	{"the function is renamed", ALL,
		{.parts = {{'P', "one", 0}, {'B', "two", 0}}},
		{.parts = {{'P', "one", 0}, {'B', "three", 0}}}},
	{"the file is renamed and edited", ALL,
		{.parts = {{'P', "one", 0}, {'B', "two", 0}}},
		{.parts = {{'P', "one", 0}, {'B', "two", OTHER_COMMENT}}}, .renamed = true},
	{"the same bad statement again above it", BAD,
		{.parts = {{'P', "one", 0}, {'B', "two", 0}}},
		{.parts = {{'P', "one", 0}, {'B', "two", TWO_BAD | FIND_BAD}}}},
	{"the same bad statement again where the function matched before", "wide",
		{.parts = {{'P', "one", 0}, {'B', "two", 0}}},
		{.parts = {{'P', "one", 0}, {'B', "two", TWO_BAD}}}},
	{"the same bad function again under another name", ALL,
		{.parts = {{'P', "one", 0}, {'B', "two", 0}}},
		{.parts = {{'B', "three", FIND_BAD}, {'P', "one", 0}, {'B', "two", 0}}}},
	{"the function goes", ALL,
		{.parts = {{'P', "one", 0}, {'B', "two", 0}}},
		{.parts = {{'P', "one", 0}}}},
	{"one bad function goes, and another with its statement comes", BAD,
		{.parts = {{'B', "two", 0}, {'P', "one", 0}}},
		{.parts = {{'P', "one", 0}, {'P', "five", 0}, {'B', "six", OTHER_STATEMENT}}}},
	{"one bad function goes, and another comes", "wide",
		{.parts = {{'B', "two", 0}, {'P', "one", 0}}},
		{.parts = {{'P', "one", 0}, {'P', "five", 0}, {'B', "six", OTHER_STATEMENT | FIND_BAD}}}},

	{"the guard is deleted", GUARD,
		{.parts = {{'P', "one", 0}, {'G', "two", 0}}},
		{.parts = {{'P', "one", 0}, {'G', "two", NO_GUARD | FIND_LOST}}}},
	{"one of two guards is deleted", GUARD,
		{.parts = {{'G', "one", 0}, {'G', "two", 0}}},
		{.parts = {{'G', "one", NO_GUARD | FIND_LOST}, {'G', "two", 0}}}},
	{"the guard gives way to another statement", GUARD,
		{.parts = {{'P', "one", 0}, {'G', "two", 0}}},
		{.parts = {{'P', "one", 0}, {'G', "two", STATEMENT_FOR_GUARD | FIND_LOST}}}},
	{"the guard goes to another function", GUARD,
		{.parts = {{'P', "one", 0}, {'G', "two", 0}}},
		{.parts = {{'P', "one", NEW_GUARD}, {'G', "two", NO_GUARD | FIND_LOST}}}},
	{"the guard goes to a function behind", GUARD,
		{.parts = {{'G', "two", 0}, {'P', "one", 0}}},
		{.parts = {{'G', "two", NO_GUARD | FIND_LOST}, {'P', "one", NEW_GUARD}}}},
	{"the guard goes to a new function before", GUARD,
		{.parts = {{'P', "one", 0}, {'G', "two", 0}}},
		{.parts = {{'P', "one", 0}, {'G', "three", 0}, {'G', "two", NO_GUARD | FIND_LOST}}}},
	{"the guard goes to another new function before", GUARD,
		{.parts = {{'P', "one", 0}, {'G', "two", 0}}},
		{.parts = {{'P', "one", 0}, {'P', "three", NEW_GUARD}, {'G', "two", NO_GUARD | FIND_LOST}}}},
	{"the guard changes places", GUARD,
		{.parts = {{'P', "one", 0}, {'G', "two", 0}}},
		{.parts = {{'P', "one", 0}, {'G', "two", REORDERED}}}},
	{"the function is edited under its guard", GUARD,
		{.parts = {{'P', "one", 0}, {'G', "two", 0}}},
		{.parts = {{'P', "one", 0}, {'G', "two", OTHER_STATEMENT}}}},
	{"the function goes with its guard", GUARD,
		{.parts = {{'P', "one", 0}, {'G', "two", 0}, {'P', "three", 0}}},
		{.parts = {{'P', "one", 0}, {'P', "three", 0}}}},
	{"the first of two functions goes with its guard", GUARD,
		{.parts = {{'G', "one", 0}, {'G', "two", 0}}},
		{.parts = {{'G', "two", 0}}}},
	{"the last of two functions goes with its guard", GUARD,
		{.parts = {{'G', "one", 0}, {'G', "two", 0}}},
		{.parts = {{'G', "one", 0}}}},
	{"a function without guard takes the place of one that goes with it", GUARD,
		{.parts = {{'G', "one", 0}, {'P', "three", 0}}},
		{.parts = {{'P', "two", 0}, {'P', "three", 0}}}},
	{"the function moves with its guard", GUARD,
		{.parts = {{'G', "two", 0}, {'P', "one", 0}, {'P', "three", 0}}},
		{.parts = {{'P', "one", 0}, {'P', "three", 0}, {'G', "two", 0}}}},
	{"the function moves without its guard", GUARD,
		{.parts = {{'P', "one", 0}, {'P', "three", 0}, {'G', "two", 0}}},
		{.parts = {{'G', "two", NO_GUARD}, {'P', "one", 0}, {'P', "three", FIND_END}}}},
	{"two functions change places", GUARD,
		{.parts = {{'G', "one", 0}, {'G', "two", 0}}},
		{.parts = {{'G', "two", 0}, {'G', "one", 0}}}},
	{"the function moves to another file with its guard", GUARD,
		{.parts = {{'P', "one", 0}, {'G', "two", 0}}},
		{.parts = {{'P', "one", 0}}}, .two = true,
		.other_old = {.parts = {{'P', "three", 0}}},
		.other_new = {.parts = {{'P', "three", 0}, {'G', "two", 0}}}},
	{"the function moves to another file without its guard", GUARD,
		{.parts = {{'P', "one", 0}, {'G', "two", 0}}},
		{.parts = {{'P', "one", FIND_END}}}, .two = true,
		.other_old = {.parts = {{'P', "three", 0}}},
		.other_new = {.parts = {{'P', "three", 0}, {'G', "two", NO_GUARD}}}},
	{"the file goes, its function stands in another without its guard", GUARD,
		{.parts = {{'P', "one", 0}, {'G', "two", 0}}},
		{.absent = true}, .two = true,
		.other_old = {.parts = {{'P', "three", 0}}},
		.other_new = {.parts = {{'P', "three", 0}, {'G', "two", NO_GUARD | FIND_HEAD}}}},
	{"the file goes", GUARD,
		{.parts = {{'P', "one", 0}, {'G', "two", 0}}},
		{.absent = true}},
	{"the function is renamed with its guard", GUARD,
		{.parts = {{'P', "one", 0}, {'G', "two", 0}}},
		{.parts = {{'P', "one", 0}, {'G', "three", 0}}}},
	{"the function is renamed and loses its guard", GUARD,
		{.parts = {{'P', "one", 0}, {'G', "two", 0}}},
		{.parts = {{'P', "one", 0}, {'G', "three", NO_GUARD | FIND_LOST}}}},
	{"all is indented with its guard", GUARD,
		{.parts = {{'P', "one", 0}, {'G', "two", 0}}},
		{.layout = INDENTED, .parts = {{'P', "one", 0}, {'G', "two", 0}}}},
	{"other line ends with its guard", GUARD,
		{.parts = {{'P', "one", 0}, {'G', "two", 0}}},
		{.layout = CRLF, .parts = {{'P', "one", 0}, {'G', "two", 0}}}},
	{"the file is renamed, the guard is deleted", GUARD,
		{.parts = {{'P', "one", 0}, {'P', "three", 0}, {'G', "two", 0}}},
		{.parts = {{'P', "one", 0}, {'P', "three", 0}, {'G', "two", NO_GUARD | FIND_LOST}}}, .renamed = true},
};
/* clang-format on */

/* --- writing a side --- */

struct writer {
	const struct sample *sample;
	const char *rule, *path;
	struct buf text;
	uint32_t lines;
	enum layout layout;
	struct buf *expected;
};

/* One line, or several with LF between them; NAME becomes the name. */
static void
write_line(struct writer *w, struct slice line, const char *name)
{
	if (w->layout == INDENTED)
		buf_add_str(&w->text, "    ");
	for (size_t i = 0; i < line.len; i++) {
		if (slice_starts(slice_sub(line, i, line.len), "NAME")) {
			buf_add_str(&w->text, name);
			i += 3;
			continue;
		}
		w->lines += line.ptr[i] == '\n';
		if (line.ptr[i] == '\n' && w->layout == CRLF)
			buf_add_char(&w->text, '\r');
		buf_add_char(&w->text, line.ptr[i]);
		if (line.ptr[i] == '\n' && w->layout == INDENTED)
			buf_add_str(&w->text, "    ");
	}
	if (w->layout == CRLF)
		buf_add_char(&w->text, '\r');
	buf_add_char(&w->text, '\n');
	w->lines++;
}

static void
expect(struct writer *w, const char *class, uint32_t line)
{
	buf_addf(w->expected, "%s %s:%u\n", class, w->path, line);
}

/* The lines of a block whose first byte is kind. */
static void
write_kind(struct writer *w, const char *block, char kind, const char *name)
{
	struct slice rest = slice_str(block), line;

	while (slice_next_line(&rest, &line))
		if (line.ptr[0] == kind)
			write_line(w, slice_sub(line, 1, line.len), name);
}

/* The guard's place: nothing, what is there, or what is to be. */
static void
write_guard(struct writer *w, const struct part *part, const char *block, struct slice line, bool *seen)
{
	if (*seen && (part->block == 'P' || part->edits & (NO_GUARD | REORDERED | STATEMENT_FOR_GUARD)))
		return;
	if (!*seen && part->edits & FIND_LOST)
		expect(w, "removed-guard", w->lines + 1);
	*seen = true;
	if (part->block == 'P' && part->edits & NEW_GUARD)
		write_line(w, slice_str(w->sample->guard), part->name);
	else if (part->edits & STATEMENT_FOR_GUARD)
		write_kind(w, block, '~', "again");
	else if (part->edits & REORDERED)
		write_kind(w, block, '~', part->name);
	else if (part->block == 'G' && !(part->edits & NO_GUARD))
		write_line(w, slice_sub(line, 1, line.len), part->name);
}

static void
write_bad(struct writer *w, const struct part *part, struct slice line, uint32_t head, bool *found)
{
	if (part->edits & NO_BAD)
		return;
	if (part->edits & FIND_BAD && !*found)
		expect(w, "introduced", strcmp(w->rule, "wide") == 0 ? head : w->lines + 1);
	*found = true;
	write_line(w, slice_sub(line, 1, line.len), part->name);
}

/* The bad statement of a function. */
static struct slice
bad_line(const char *block)
{
	struct slice rest = slice_str(block), line;

	while (slice_next_line(&rest, &line) && line.ptr[0] != '!')
		continue;
	return line;
}

static void
write_part(struct writer *w, const struct part *part)
{
	const struct sample *s = w->sample;
	const char *block = part->block == 'B' ? s->bad : part->block == 'G' ? s->guarded : s->plain;
	struct slice rest = slice_str(block), line;
	uint32_t head = 0;
	bool seen = false, found = false;

	while (slice_next_line(&rest, &line)) {
		if (line.ptr[0] == ' ' && head == 0) {
			head = w->lines + 1;
			if (part->edits & FIND_HEAD)
				expect(w, "removed-guard", head);
		}
		if (line.ptr[0] == 'o' && part->edits & TWO_BAD)
			write_bad(w, part, bad_line(block), head, &found);
		if (line.ptr[0] == '?')
			write_guard(w, part, block, line, &seen);
		else if (line.ptr[0] == '!')
			write_bad(w, part, line, head, &found);
		else if (line.ptr[0] == '#' && part->edits & OTHER_COMMENT)
			write_line(w, slice_str(s->comment), part->name);
		else if (line.ptr[0] == 'o' && part->edits & OTHER_STATEMENT)
			write_line(w, slice_str(s->other), part->name);
		else if (line.ptr[0] == '~' && part->edits & REORDERED)
			write_kind(w, block, '?', part->name);
		else
			write_line(w, slice_sub(line, 1, line.len), part->name);
	}
	/* Behind the last line of a file that line is the place. */
	if (part->edits & FIND_END)
		expect(w, "removed-guard", w->lines + (*s->end != '\0'));
}

static void
write_side(struct writer *w, const struct side *side)
{
	const struct sample *s = w->sample;

	w->layout = side->layout == CRLF ? CRLF : PLAIN;
	write_kind(w, s->begin, ' ', "");
	if (side->layout == INDENTED && s->open)
		write_line(w, slice_str(s->open), "");
	w->layout = side->layout;
	for (size_t i = 0; i < PARTS && side->parts[i].block; i++)
		write_part(w, &side->parts[i]);
	w->layout = side->layout == CRLF ? CRLF : PLAIN;
	if (side->layout == INDENTED && s->close)
		write_line(w, slice_str(s->close), "");
	write_kind(w, s->end, ' ', "");
}

/* --- a source of changes --- */

struct stage {
	struct source source;
	struct change changes[2];
	size_t n, at;
};

static int
stage_next(struct source *source, struct change *change, struct err *err)
{
	struct stage *stage = (struct stage *)source;

	(void)err;
	if (stage->at == stage->n)
		return 0;
	*change = stage->changes[stage->at++];
	return 1;
}

static const struct source_ops stage_ops = {stage_next, NULL};

static void
decode(struct text *out, struct arena *arena, const struct sample *sample, const struct side *side,
       const char *rule, const char *path, struct buf *expected)
{
	struct writer w = {sample, rule, path, BUF_INIT(1u << 16), 0, PLAIN, expected};
	struct err err = ERR_INIT;
	struct slice bytes;

	if (side->absent)
		return;
	write_side(&w, side);
	assert_true(buf_ok(&w.text));
	assert_int_equal(arena_dup(&bytes, arena, buf_slice(&w.text)), 0);
	assert_int_equal(text_decode(out, arena, bytes, &err), 0);
	buf_release(&w.text);
}

static void
compare(struct change *change, struct arena *arena)
{
	struct err err = ERR_INIT;
	struct hunk *hunks;

	assert_int_equal(
		diff_texts(&hunks, &change->nhunks, arena, &change->old_text, &change->new_text, &err), 0);
	change->hunks = hunks;
	assert_int_equal(diff_added(&change->added, arena, hunks, change->nhunks, &err), 0);
	assert_int_equal(diff_removed(&change->removed, arena, hunks, change->nhunks, &err), 0);
}

static void
add_change(struct stage *stage, const struct sample *sample, const struct scene *scene, const char *rule,
	   bool second, struct buf *expected)
{
	struct arena *arena = &stage->source.arena;
	struct change *change = &stage->changes[stage->n++];
	const struct side *old = second ? &scene->other_old : &scene->old;
	const struct side *new = second ? &scene->other_new : &scene->new;
	const char *path = second ? sample->other_path : sample->path;
	const char *new_path = scene->renamed ? sample->other_path : path;
	struct buf nothing = BUF_INIT(1u << 16);

	*change = (struct change){.kind = CHANGE_FILE, .judged = JUDGE_TIP | JUDGE_EVERY};
	decode(&change->old_text, arena, sample, old, rule, path, &nothing);
	decode(&change->new_text, arena, sample, new, rule, new_path, expected);
	buf_release(&nothing);
	compare(change, arena);
	change->entry = (struct entry){.status = old->absent      ? ENTRY_ADDED
						 : new->absent    ? ENTRY_DELETED
						 : scene->renamed ? ENTRY_RENAMED
								  : ENTRY_MODIFIED,
				       .old_mode = old->absent ? 0 : MODE_FILE,
				       .new_mode = new->absent ? 0 : MODE_FILE,
				       .old_path = slice_str(old->absent ? "" : path),
				       .new_path = slice_str(new->absent ? "" : new_path)};
}

/* --- the test --- */

struct row {
	const struct sample *sample;
	const struct scene *scene;
	const char *rule;
	char name[160];
};

/* "class path:line" of the active findings of a rule. */
static void
show(struct buf *out, const struct review *review, const char *rule)
{
	for (size_t i = 0; i < review->n; i++) {
		const struct finding *f = &review->findings[i];
		if (slice_eq_str(f->rule->id, rule) && finding_is_active(f))
			buf_addf(out, "%s %.*s:%u\n", finding_class_name(f->class), (int)f->path.len,
				 f->path.ptr, f->line);
	}
	for (size_t i = 0; i < review->nincomplete; i++)
		buf_addf(out, "incomplete: %.*s\n", (int)review->incomplete[i].reason.len,
			 review->incomplete[i].reason.ptr);
}

static void
judge(struct buf *out, struct stage *stage, const char *yaml, const char *rule)
{
	const struct review_options options = {.only_area = -1, .today = "2026-01-01"};
	struct ruleset rules;
	struct review review;
	struct err err = ERR_INIT;

	ruleset_init(&rules);
	rules.syntax = dialect_languages();
	if (ruleset_load_bytes(&rules, "rules", slice_str(yaml), &err) < 0 ||
	    review_run(&review, &stage->source, NULL, &rules, &options, &err) < 0)
		fail_msg("%s", err.msg);
	assert_int_equal(rules.nunsupported, 0);
	show(out, &review, rule);
	review_release(&review);
	ruleset_release(&rules);
}

static void
test_row(void **state)
{
	const struct row *row = *state;
	struct stage *stage = calloc(1, sizeof(*stage));
	struct buf expected = BUF_INIT(1u << 16), found = BUF_INIT(1u << 16);

	if (!syntax_available()) {
		free(stage);
		return;
	}
	assert_non_null(stage);
	source_init(&stage->source, &stage_ops);
	buf_add_str(&expected, "");
	buf_add_str(&found, "");
	add_change(stage, row->sample, row->scene, row->rule, false, &expected);
	if (row->scene->two)
		add_change(stage, row->sample, row->scene, row->rule, true, &expected);
	judge(&found, stage, row->sample->rules, row->rule);
	assert_string_equal(found.ptr, expected.ptr);
	buf_release(&expected);
	buf_release(&found);
	source_free(&stage->source);
}

/* --- texts --- */

static void
test_texts(void **state)
{
	const struct text_row *row = *state;
	struct stage *stage = calloc(1, sizeof(*stage));
	struct change *change;
	struct buf found = BUF_INIT(1u << 16);
	struct err err = ERR_INIT;

	assert_non_null(stage);
	source_init(&stage->source, &stage_ops);
	buf_add_str(&found, "");
	change = &stage->changes[stage->n++];
	*change = (struct change){.kind = CHANGE_FILE, .judged = JUDGE_TIP | JUDGE_EVERY};
	change->entry = (struct entry){ENTRY_MODIFIED, MODE_FILE, MODE_FILE, .old_path = slice_str(row->path),
				       .new_path = slice_str(row->path)};
	struct arena *arena = &stage->source.arena;
	assert_int_equal(text_decode(&change->old_text, arena, slice_str(row->old), &err), 0);
	assert_int_equal(text_decode(&change->new_text, arena, slice_str(row->new), &err), 0);
	compare(change, arena);
	if (syntax_available()) {
		judge(&found, stage, row->rules, "r");
		assert_string_equal(found.ptr, row->expected);
	}
	buf_release(&found);
	source_free(&stage->source);
}

static bool
has_word(const char *words, const char *word)
{
	const char *at = strstr(words, word);

	return at && (at[strlen(word)] == ' ' || at[strlen(word)] == '\0');
}

/* Whether the sample has the rule and can show the scene. */
static bool
fits(const struct sample *sample, const struct scene *scene, const char *rule)
{
	char id[32];

	snprintf(id, sizeof(id), "id: %s", rule);
	return has_word(scene->rules, rule) && strstr(sample->rules, id);
}

int
main(void)
{
	static const char *const rules[] = {"bad", "inside", "wide", "guard"};
	static struct row rows[COUNT(samples) * COUNT(scenes) * COUNT(rules)];
	static struct CMUnitTest tests[COUNT(rows) + COUNT(text_rows)];
	size_t n = 0;

	for (size_t i = 0; i < COUNT(samples) * COUNT(scenes) * COUNT(rules); i++) {
		const struct sample *sample = &samples[i / COUNT(rules) / COUNT(scenes)];
		const struct scene *scene = &scenes[i / COUNT(rules) % COUNT(scenes)];
		const char *rule = rules[i % COUNT(rules)];
		if (!fits(sample, scene, rule))
			continue;
		rows[n] = (struct row){.sample = sample, .scene = scene, .rule = rule};
		snprintf(rows[n].name, sizeof(rows[n].name), "%s, %s: %s", sample->language, rule,
			 scene->name);
		tests[n] = (struct CMUnitTest){
			.name = rows[n].name, .test_func = test_row, .initial_state = &rows[n]};
		n++;
	}
	for (size_t i = 0; i < COUNT(text_rows); i++)
		tests[n++] = (struct CMUnitTest){.name = text_rows[i].name,
						 .test_func = test_texts,
						 .initial_state = (void *)(uintptr_t)&text_rows[i]};
	return _cmocka_run_group_tests("semantics", tests, n, NULL, NULL);
}
