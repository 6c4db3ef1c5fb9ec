/*
 * The source for a patch. Every file of it becomes one change whose texts
 * hold the hunks' lines and nothing else:
 *
 *	--- a/f.c               old_text  1 "int a;"   numbers 10
 *	+++ b/f.c                         2 "int b;"           11
 *	@@ -10,2 +10,3 @@       new_text  1 "int a;"           10
 *	 int a;                           2 "int x;"           11
 *	-int b;                           3 "int y;"           12
 *	+int x;                 hunks     old 2,1 new 2,2
 *	+int y;                 added 2-3, removed 2
 *
 * patch_reader.c knows hunks, patch_name.c names, patch_message.c messages,
 * patch_header.c the lines before the hunks; here they become changes.
 */
#include <stdlib.h>

#include "base/ascii.h"
#include "base/limits.h"
#include "change/diff.h"
#include "change/patch_header.h"
#include "change/patch_message.h"
#include "change/source_internal.h"

#define SKIPPED_SUBMODULE "submodule"
#define SKIPPED_ABSENT    "not in the patch: diff named the file only"
/* As `git diff --text` prints it, cut at every byte that looks like a line's end. */
#define SKIPPED_UTF16 "UTF-16 text, of which a patch has no whole characters: review the commit"
#define SKIPPED_LONG  "more lines than are read"

struct patch_source {
	struct source base;
	struct patch_reader reader;
	struct patch_body body;
	struct buf message;
	struct object_id commit; /* of the mail that the files belong to */
	uint32_t group;
	struct slice index_name; /* behind the last "Index: " */
	uint64_t nfiles;
	bool is_empty; /* nothing but white space */
};

/* --- out: a change --- */

static bool
is_gitlink(const struct entry *entry)
{
	return (entry->new_mode != 0 ? entry->new_mode : entry->old_mode) == MODE_GITLINK;
}

static int
fill_texts(struct change *change, struct patch_source *p, struct err *err)
{
	struct arena *arena = &p->base.change_arena;
	const struct patch_side *old_side = &p->body.old_side, *new_side = &p->body.new_side;

	if (text_from_lines(&change->old_text, arena, buf_slice(&old_side->bytes), old_side->numbers, err) <
	    0)
		return -1;
	if (text_from_lines(&change->new_text, arena, buf_slice(&new_side->bytes), new_side->numbers, err) <
	    0)
		return -1;
	change->hunks = p->body.hunks;
	change->nhunks = p->body.nhunks;
	if (diff_added(&change->added, arena, change->hunks, change->nhunks, err) < 0)
		return -1;
	return diff_removed(&change->removed, arena, change->hunks, change->nhunks, err);
}

/* Why the lines that were read are not to be shown, or NULL. */
static const char *
reason_to_skip(struct change *change, const struct patch_body *body, text_filter is_text)
{
	if (is_gitlink(&change->entry))
		return SKIPPED_SUBMODULE;
	if (body->old_side.n > LIMIT_TEXT_LINES || body->new_side.n > LIMIT_TEXT_LINES) {
		change->incomplete = true;
		return SKIPPED_LONG;
	}
	bool stays = change->entry.new_mode != 0;
	struct slice bytes = buf_slice(stays ? &body->new_side.bytes : &body->old_side.bytes);
	if (text_is_wide(bytes)) {
		change->incomplete = true;
		return SKIPPED_UTF16;
	}
	struct slice path = stays ? change->entry.new_path : change->entry.old_path;
	return text_is_binary(bytes) && !(is_text && is_text(path, bytes)) ? "binary" : NULL;
}

/* 1 or -1. */
static int
emit_file(struct patch_source *p, struct change *change, const struct entry *entry, const char *skipped,
	  struct err *err)
{
	if (++p->nfiles > LIMIT_FILES)
		return err_set(err, ERR_LIMIT, "the patch has more than %u files", LIMIT_FILES);
	change->kind = CHANGE_FILE;
	change->judged = JUDGE_TIP | JUDGE_EVERY;
	change->group = p->group;
	change->commit = p->commit;
	change->partial = true;
	change->entry = *entry;
	change->skipped = skipped ? skipped : reason_to_skip(change, &p->body, p->base.is_text);
	return change->skipped || fill_texts(change, p, err) == 0 ? 1 : -1;
}

/* A file of which only the name is known. */
static int
emit_skipped(struct patch_source *p, struct change *change, struct slice name, const char *why,
	     struct err *err)
{
	uint32_t mode = strcmp(why, SKIPPED_SUBMODULE) == 0 ? MODE_GITLINK : MODE_FILE;
	struct entry entry = {ENTRY_MODIFIED, mode, mode, .old_path = name, .new_path = name};

	if (name.len == 0)
		return err_set(err, ERR_INPUT, "line %u: a file without a name", p->reader.number);
	patch_advance(&p->reader);
	return emit_file(p, change, &entry, why, err);
}

static int
read_file(struct patch_source *p, struct change *change, bool is_git, struct err *err)
{
	struct patch_header h;

	if (patch_header_read(&h, &p->base.change_arena, &p->reader, is_git, err) < 0)
		return -1;
	if (patch_read_hunks(&p->body, &p->reader, h.crlf, err) < 0)
		return -1;
	patch_header_settle(&h, &p->body);
	return emit_file(p, change, &h.entry, h.skipped, err);
}

/* --- what stands between files --- */

static int
read_message(struct patch_source *p, struct change *change, struct err *err)
{
	struct arena *arena = &p->base.change_arena;

	if (patch_message_read(&p->message, &p->commit, &p->reader, err) < 0)
		return -1;
	p->group++;
	if (++p->base.scope.commits > LIMIT_COMMITS)
		return err_set(err, ERR_LIMIT, "the patch has more than %u commits", LIMIT_COMMITS);
	if (p->message.len == 0)
		return 0;
	char *name = arena_alloc(arena, sizeof("commit-message@") + 12);
	struct hunk *hunk = arena_alloc(arena, sizeof(*hunk));
	if (!name || !hunk)
		return err_oom(err);
	memcpy(name, "commit-message@", strlen("commit-message@"));
	memcpy(name + strlen("commit-message@"), p->commit.hex, 12);
	change->kind = CHANGE_COMMIT_MESSAGE;
	change->judged = JUDGE_TIP | JUDGE_EVERY;
	change->group = p->group;
	change->commit = p->commit;
	change->entry = (struct entry){ENTRY_ADDED, 0, MODE_FILE, .new_path = slice_str(name)};
	if (text_from_lines(&change->new_text, arena, buf_slice(&p->message), NULL, err) < 0)
		return -1;
	*hunk = (struct hunk){1, 0, 1, change->new_text.nlines};
	change->hunks = hunk;
	change->nhunks = 1;
	return diff_added(&change->added, arena, hunk, 1, err) < 0 ? -1 : 1;
}

/* "Binary files <old> and <new> differ" of diff -r. */
static int
read_binary(struct patch_source *p, struct change *change, struct slice line, struct err *err)
{
	struct slice both = slice_sub(line, strlen("Binary files "), line.len - strlen(" differ"));
	size_t at = slice_find(both, slice_str(" and "));

	if (at == (size_t)-1)
		return err_set(err, ERR_INPUT, "line %u: malformed line about binary files",
			       p->reader.number);
	struct patch_names names = {slice_sub(both, 0, at), slice_sub(both, at + 5, both.len)};
	patch_name_strip(&names, false);
	return emit_skipped(p, change, patch_name_is_null(names.new_name) ? names.old_name : names.new_name,
			    PATCH_SKIPPED_BINARY, err);
}

/* "Only in <directory>: <file>" of diff -r without -N. */
static int
read_only_in(struct patch_source *p, struct change *change, struct slice line, struct err *err)
{
	struct slice where = slice_sub(line, strlen("Only in "), line.len);
	size_t colon = slice_find(where, slice_str(": "));
	struct buf name = BUF_INIT(LIMIT_PATCH_BYTES);
	struct slice path = {0};

	if (colon == (size_t)-1)
		return 0;
	buf_add_slice(&name, slice_sub(where, 0, colon));
	buf_add_char(&name, '/');
	buf_add_slice(&name, slice_sub(where, colon + 2, where.len));
	int rc = buf_ok(&name) ? arena_dup(&path, &p->base.change_arena, buf_slice(&name)) : -1;
	buf_release(&name);
	return rc < 0 ? err_oom(err) : emit_skipped(p, change, path, SKIPPED_ABSENT, err);
}

/* "Submodule <path> <id>..<id>:" of git diff --submodule. 0: it is no such line. */
static int
read_submodule(struct patch_source *p, struct change *change, struct slice line, struct err *err)
{
	size_t end = slice_find(line, slice_str("..")), digits = 0;

	if (end == (size_t)-1)
		return 0;
	while (end > 0 && ascii_hex_value(line.ptr[end - 1]) >= 0) {
		end--;
		digits++;
	}
	if (digits < 4 || end <= strlen("Submodule ") || line.ptr[end - 1] != ' ')
		return 0;
	return emit_skipped(p, change, slice_sub(line, strlen("Submodule "), end - 1), SKIPPED_SUBMODULE,
			    err);
}

/* Formats that carry changes but are not read: silence would pass them. */
static int
refuse_foreign(const struct patch_reader *r, struct slice line, struct err *err)
{
	if (slice_starts(line, "diff --cc ") || slice_starts(line, "diff --combined ") ||
	    slice_starts(line, "@@@"))
		return err_set(err, ERR_INPUT,
			       "line %u: combined diff of a merge: give the output of `git diff` against one "
			       "parent",
			       r->number);
	if (slice_starts(line, "@@ -"))
		return err_set(err, ERR_INPUT, "line %u: hunk without a file header", r->number);
	if (slice_starts(line, "*** ") && slice_starts(patch_peek(r, 1), "--- ") &&
	    slice_starts(patch_peek(r, 2), "***************"))
		return err_set(err, ERR_INPUT, "line %u: context diff: give the output of `diff -u`",
			       r->number);
	return 0;
}

/* A line that is part of no file. 1: a change came of it, 0, -1. */
static int
read_other(struct patch_source *p, struct change *change, struct slice line, struct err *err)
{
	int rc = refuse_foreign(&p->reader, line, err);

	if (rc == 0 && slice_starts(line, "Binary files ") && slice_ends(line, " differ"))
		return read_binary(p, change, line, err);
	if (rc == 0 && slice_starts(line, "Only in "))
		rc = read_only_in(p, change, line, err);
	else if (rc == 0 && slice_starts(line, "Submodule "))
		rc = read_submodule(p, change, line, err);
	if (rc != 0)
		return rc;
	if (slice_starts(line, "Cannot display: ") && p->index_name.len > 0)
		return emit_skipped(p, change, p->index_name, PATCH_SKIPPED_BINARY, err);
	if (slice_starts(line, "Index: "))
		p->index_name = slice_sub(line, strlen("Index: "), line.len);
	patch_advance(&p->reader);
	return 0;
}

static int
step(struct patch_source *p, struct change *change, struct err *err)
{
	struct slice line = patch_peek(&p->reader, 0);

	p->is_empty = p->is_empty && slice_trim(line).len == 0;
	if (slice_starts(line, "diff --git "))
		return read_file(p, change, true, err);
	if (slice_starts(line, "--- ") && slice_starts(patch_peek(&p->reader, 1), "+++ "))
		return read_file(p, change, false, err);
	if (patch_message_starts(&p->reader))
		return read_message(p, change, err);
	return read_other(p, change, line, err);
}

static int
next(struct source *source, struct change *change, struct err *err)
{
	struct patch_source *p = (struct patch_source *)source;

	patch_body_clear(&p->body);
	while (!p->reader.ended) {
		int rc = step(p, change, err);

		if (rc != 0)
			return rc;
	}
	if (p->nfiles == 0 && !p->is_empty)
		return err_set(err, ERR_INPUT,
			       "no file header in the patch: give the output of `git diff`, "
			       "`git format-patch` or `diff -u`");
	return 0;
}

static void
release(struct source *source)
{
	struct patch_source *p = (struct patch_source *)source;

	patch_body_release(&p->body);
	buf_release(&p->message);
}

int
source_patch(struct source **out, struct repository *repo, struct slice patch, struct err *err)
{
	static const struct source_ops ops = {next, release};
	struct patch_source *p;

	(void)repo; /* nothing of it is asked */
	*out = NULL;
	if (patch.len > LIMIT_PATCH_BYTES)
		return err_set(err, ERR_LIMIT, "the patch has more than %u bytes", LIMIT_PATCH_BYTES);
	p = calloc(1, sizeof(*p));
	if (!p)
		return err_oom(err);
	source_init(&p->base, &ops);
	p->base.scope.description = "patch";
	p->base.scope.is_partial = true;
	p->is_empty = true;
	patch_reader_init(&p->reader, patch);
	patch_body_init(&p->body);
	buf_init(&p->message, LIMIT_PATCH_BYTES);
	*out = &p->base;
	return 0;
}
