#include "change/patch_message.h"

#include <stdint.h>

#include "base/ascii.h"

#define LOG_INDENT "    "

/* Copies the object id that s starts with; its length, or 0 if there is none. */
static size_t
take_id(struct object_id *id, struct slice s)
{
	size_t n = 0;

	while (n < s.len && ascii_hex_value(s.ptr[n]) >= 0)
		n++;
	if (n != 40 && n != 64)
		return 0;
	*id = (struct object_id){0};
	for (size_t i = 0; i < n; i++)
		id->hex[i] = ascii_lower(s.ptr[i]);
	return n;
}

/* The date never varies: it is what file(1) knows such a mail by. */
static bool
is_mail(struct slice line, struct object_id *id)
{
	if (!slice_starts(line, "From "))
		return false;
	struct slice rest = slice_sub(line, 5, line.len);
	size_t n = take_id(id, rest);
	return n > 0 && slice_starts(slice_sub(rest, n, rest.len), " Mon Sep 17 ");
}

static bool
is_log_entry(const struct patch_reader *r, struct object_id *id)
{
	struct slice line = patch_peek(r, 0);

	if (!slice_starts(line, "commit "))
		return false;
	struct slice rest = slice_sub(line, 7, line.len), next = patch_peek(r, 1);
	size_t n = take_id(id, rest);
	return n > 0 && (n == rest.len || rest.ptr[n] == ' ') &&
	       (slice_starts(next, "Author:") || slice_starts(next, "Merge:") || slice_starts(next, "tree "));
}

bool
patch_message_starts(const struct patch_reader *r)
{
	struct object_id id;

	return is_mail(patch_peek(r, 0), &id) || is_log_entry(r, &id);
}

/* As patchbreak() of git's mailinfo.c. */
static bool
ends_mail_body(const struct patch_reader *r)
{
	struct slice line = patch_peek(r, 0);
	struct object_id id;

	if (r->ended || slice_starts(line, "diff -") || slice_starts(line, "Index: ") || is_mail(line, &id))
		return true;
	if (!slice_starts(line, "---"))
		return false;
	struct slice behind = slice_sub(line, 3, line.len);
	return slice_trim(behind).len == 0 ||
	       (behind.len > 1 && behind.ptr[0] == ' ' && !ascii_is_space(behind.ptr[1]));
}

/* Without "[PATCH 1/2] " and whatever else stands in brackets before it. */
static struct slice
bare_subject(struct slice s)
{
	for (s = slice_trim(s); slice_starts(s, "[");) {
		size_t end = slice_chr(s, ']');

		if (end == (size_t)-1)
			break;
		s = slice_trim(slice_sub(s, end + 1, s.len));
	}
	return s;
}

static void
add_subject(struct buf *message, struct patch_reader *r)
{
	buf_add_slice(message, bare_subject(slice_sub(patch_peek(r, 0), strlen("Subject:"), SIZE_MAX)));
	for (;;) {
		struct slice next = patch_peek(r, 1);

		if (next.len == 0 || (next.ptr[0] != ' ' && next.ptr[0] != '\t'))
			break;
		patch_advance(r);
		buf_add_char(message, ' ');
		buf_add_slice(message, slice_trim(next));
	}
	buf_add_str(message, "\n\n");
}

static void
skip_empty(struct patch_reader *r)
{
	while (!r->ended && slice_trim(r->line).len == 0)
		patch_advance(r);
}

static void
read_mail(struct buf *message, struct patch_reader *r)
{
	for (; !r->ended && patch_peek(r, 0).len > 0; patch_advance(r))
		if (message->len == 0 && slice_starts(r->line, "Subject:"))
			add_subject(message, r);
	skip_empty(r);
	for (; !ends_mail_body(r); patch_advance(r)) {
		buf_add_slice(message, patch_peek(r, 0));
		buf_add_char(message, '\n');
	}
}

static void
read_log_entry(struct buf *message, struct patch_reader *r)
{
	while (!r->ended && patch_peek(r, 0).len > 0)
		patch_advance(r);
	skip_empty(r);
	for (; !r->ended; patch_advance(r)) {
		struct slice line = patch_peek(r, 0);

		if (line.len > 0 && !slice_starts(line, LOG_INDENT))
			return;
		buf_add_slice(message, slice_sub(line, strlen(LOG_INDENT), line.len));
		buf_add_char(message, '\n');
	}
}

/* The message ends in one LF, or is empty. */
static void
trim_end(struct buf *message)
{
	size_t len = message->len;

	while (len > 0 && ascii_is_space(message->ptr[len - 1]))
		len--;
	message->len = len;
	if (len > 0)
		buf_add_char(message, '\n');
}

int
patch_message_read(struct buf *message, struct object_id *commit, struct patch_reader *r, struct err *err)
{
	bool mail = is_mail(patch_peek(r, 0), commit);

	if (!mail && !is_log_entry(r, commit))
		return err_set(err, ERR_INPUT, "line %u: no commit message", r->number);
	buf_clear(message);
	patch_advance(r);
	if (mail)
		read_mail(message, r);
	else
		read_log_entry(message, r);
	trim_end(message);
	return buf_ok(message) ? 0 : err_oom(err);
}
