#include "change/patch_header.h"

#include "base/ascii.h"

/* --- the extended headers of git --- */

static int
malformed(const struct patch_reader *r, const char *what, struct err *err)
{
	return err_set(err, ERR_INPUT, "line %u: malformed %s", r->number, what);
}

static int
take_mode(uint32_t *mode, struct patch_reader *r, struct slice s, struct err *err)
{
	uint32_t value = 0;

	for (size_t i = 0; i < s.len; i++) {
		if (s.ptr[i] < '0' || s.ptr[i] > '7' || i >= 7)
			return malformed(r, "file mode", err);
		value = value * 8 + (uint32_t)(s.ptr[i] - '0');
	}
	*mode = value;
	return value > 0 ? 0 : malformed(r, "file mode", err);
}

static int
on_old_mode(struct patch_header *h, struct patch_reader *r, struct slice s, struct err *err)
{
	return take_mode(&h->entry.old_mode, r, s, err);
}

static int
on_new_mode(struct patch_header *h, struct patch_reader *r, struct slice s, struct err *err)
{
	return take_mode(&h->entry.new_mode, r, s, err);
}

static int
on_new_file(struct patch_header *h, struct patch_reader *r, struct slice s, struct err *err)
{
	h->entry.status = ENTRY_ADDED;
	return take_mode(&h->entry.new_mode, r, s, err);
}

static int
on_deleted_file(struct patch_header *h, struct patch_reader *r, struct slice s, struct err *err)
{
	h->entry.status = ENTRY_DELETED;
	return take_mode(&h->entry.old_mode, r, s, err);
}

static int
on_rename(struct patch_header *h, struct patch_reader *r, struct slice s, struct err *err)
{
	struct slice *name = slice_starts(r->line, "rename from ") ? &h->from : &h->to;

	h->entry.status = ENTRY_RENAMED;
	return patch_name_parse(name, h->arena, s, r->number, err);
}

static int
on_copy(struct patch_header *h, struct patch_reader *r, struct slice s, struct err *err)
{
	struct slice *name = slice_starts(r->line, "copy from ") ? &h->from : &h->to;

	h->entry.status = ENTRY_COPIED;
	return patch_name_parse(name, h->arena, s, r->number, err);
}

/* Abbreviated ids name no object for sure. */
static void
take_id(struct object_id *id, struct slice s)
{
	if (s.len != 40 && s.len != 64)
		return;
	for (size_t i = 0; i < s.len; i++)
		if (ascii_hex_value(s.ptr[i]) < 0)
			return;
	memcpy(id->hex, s.ptr, s.len);
}

/* "<id>..<id>[ <mode>]" */
static int
on_index(struct patch_header *h, struct patch_reader *r, struct slice s, struct err *err)
{
	size_t dots = slice_find(s, slice_str("..")), blank = slice_chr(s, ' ');

	if (dots == (size_t)-1 || (blank != (size_t)-1 && blank < dots))
		return malformed(r, "index line", err);
	take_id(&h->entry.old_id, slice_sub(s, 0, dots));
	take_id(&h->entry.new_id, slice_sub(s, dots + 2, blank));
	if (blank == (size_t)-1)
		return 0;
	if (take_mode(&h->entry.new_mode, r, slice_sub(s, blank + 1, s.len), err) < 0)
		return -1;
	h->entry.old_mode = h->entry.new_mode;
	return 0;
}

static int
on_percentage(struct patch_header *h, struct patch_reader *r, struct slice s, struct err *err)
{
	(void)h, (void)r, (void)s, (void)err;
	return 0;
}

static const struct {
	const char *start;
	int (*take)(struct patch_header *h, struct patch_reader *r, struct slice value, struct err *err);
} extended[] = {
	{"index ", on_index},
	{"new file mode ", on_new_file},
	{"deleted file mode ", on_deleted_file},
	{"old mode ", on_old_mode},
	{"new mode ", on_new_mode},
	{"rename from ", on_rename},
	{"rename to ", on_rename},
	{"copy from ", on_copy},
	{"copy to ", on_copy},
	{"similarity index ", on_percentage},
	{"dissimilarity index ", on_percentage},
};

/* 1: taken, 0: the line is none, -1. */
static int
take_extended(struct patch_header *h, struct patch_reader *r, struct err *err)
{
	struct slice line = patch_peek(r, 0);

	for (size_t i = 0; i < sizeof(extended) / sizeof(extended[0]); i++) {
		if (!slice_starts(line, extended[i].start))
			continue;
		struct slice value = slice_sub(line, strlen(extended[i].start), line.len);
		if (extended[i].take(h, r, value, err) < 0)
			return -1;
		patch_advance(r);
		return 1;
	}
	return 0;
}

/* --- names and hunks --- */

/* raw is "/dev/null", or the name with some prefix. */
static bool
agrees(struct slice raw, struct slice name)
{
	return patch_name_is_null(raw) || name.len == 0 ||
	       (raw.len >= name.len && slice_eq(slice_sub(raw, raw.len - name.len, raw.len), name));
}

/* The "---" line and the "+++" line at hand. */
static int
read_names(struct patch_header *h, struct patch_reader *r, struct err *err)
{
	uint32_t line = r->number;
	struct slice minus = patch_peek(r, 0), plus = patch_peek(r, 1);
	struct patch_names raw;

	if (!slice_starts(plus, "+++ "))
		return err_set(err, ERR_INPUT, "line %u: expected \"+++ \" below \"--- \"", line + 1);
	if (patch_name_parse(&raw.old_name, h->arena, slice_sub(minus, 4, minus.len), line, err) < 0 ||
	    patch_name_parse(&raw.new_name, h->arena, slice_sub(plus, 4, plus.len), line + 1, err) < 0)
		return -1;
	bool no_old = patch_name_is_null(raw.old_name), no_new = patch_name_is_null(raw.new_name);
	if (no_old && no_new)
		return err_set(err, ERR_INPUT, "line %u: both sides are /dev/null", line);
	if (!agrees(raw.old_name, h->names.old_name) || !agrees(raw.new_name, h->names.new_name))
		return err_set(err, ERR_INPUT, "line %u: names other than those of line %u", line, h->line);
	if (h->names.new_name.len == 0) {
		h->names = raw;
		patch_name_strip(&h->names, h->is_git);
	}
	if (no_old || no_new)
		h->entry.status = no_old ? ENTRY_ADDED : ENTRY_DELETED;
	patch_advance(r);
	patch_advance(r);
	return 0;
}

static bool
has_cr(const struct patch_reader *r)
{
	return r->line.len > 0 && r->line.ptr[r->line.len - 1] == '\r';
}

/* The names of the "diff --git" line, or of the rename below it. */
static int
settle_git_names(struct patch_header *h, int split, struct err *err)
{
	bool moved = h->entry.status == ENTRY_RENAMED || h->entry.status == ENTRY_COPIED;

	if (moved && (h->from.len == 0 || h->to.len == 0))
		return err_set(err, ERR_INPUT, "line %u: rename or copy without both names", h->line);
	if (moved)
		h->names = (struct patch_names){h->from, h->to};
	else if (split > 0)
		patch_name_strip(&h->names, true);
	else
		h->names = (struct patch_names){0};
	return 0;
}

static int
read_git_header(struct patch_header *h, struct patch_reader *r, struct err *err)
{
	struct slice line = patch_peek(r, 0);
	struct slice both = slice_sub(line, strlen("diff --git "), line.len);
	int rc, split = patch_name_split(&h->names, h->arena, both, h->line, err);

	if (split < 0)
		return -1;
	patch_advance(r);
	while ((rc = take_extended(h, r, err)) > 0)
		;
	if (rc < 0 || settle_git_names(h, split, err) < 0)
		return -1;
	line = patch_peek(r, 0);
	if (slice_starts(line, "--- ")) {
		if (read_names(h, r, err) < 0)
			return -1;
		/* git writes the names for hunks only, so the patch was cut off here. */
		return slice_starts(r->line, "@@")
			       ? 0
			       : err_set(err, ERR_INPUT, "line %u: the file of line %u has no hunks",
					 r->number, h->line);
	}
	if (slice_starts(line, "Binary files ") || slice_starts(line, "GIT binary patch")) {
		h->skipped = PATCH_SKIPPED_BINARY;
		patch_advance(r);
	}
	if (h->names.new_name.len == 0)
		return err_set(err, ERR_INPUT, "line %u: the two names cannot be told apart", h->line);
	return 0;
}

/* Outside git's format, a side without lines is one that does not exist. */
static void
settle_status(struct patch_header *h, const struct patch_body *body)
{
	if (h->is_git || h->entry.status != ENTRY_MODIFIED)
		return;
	if (body->from_none)
		h->entry.status = ENTRY_ADDED;
	else if (body->to_none)
		h->entry.status = ENTRY_DELETED;
}

static void
settle_entry(struct patch_header *h)
{
	struct entry *entry = &h->entry;

	entry->old_path = h->names.old_name;
	entry->new_path = h->names.new_name;
	if (entry->old_mode == 0)
		entry->old_mode = entry->new_mode ? entry->new_mode : MODE_FILE;
	if (entry->new_mode == 0)
		entry->new_mode = entry->old_mode;
	if (entry->status == ENTRY_ADDED) {
		entry->old_mode = 0;
		entry->old_path = slice_of("", 0);
	} else if (entry->status == ENTRY_DELETED) {
		entry->new_mode = 0;
		entry->new_path = slice_of("", 0);
	}
}

void
patch_header_settle(struct patch_header *h, const struct patch_body *body)
{
	settle_status(h, body);
	settle_entry(h);
}

int
patch_header_read(struct patch_header *out, struct arena *arena, struct patch_reader *r, bool is_git,
		  struct err *err)
{
	*out = (struct patch_header){.entry = {.status = ENTRY_MODIFIED},
				     .arena = arena,
				     .line = r->number,
				     .is_git = is_git,
				     .crlf = has_cr(r)};
	return is_git ? read_git_header(out, r, err) : read_names(out, r, err);
}
