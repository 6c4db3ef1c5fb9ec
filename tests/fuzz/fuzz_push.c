/*
 * The input is "count NUL option NUL option NUL ... NUL NUL user NUL lines": what git sets
 * for push options, whom the server takes the pusher for, and the "<old> <new> <ref>" lines that
 * a pre-receive hook reads.
 *
 * What must hold: a list of updates has one for each line and written again is what was
 * read, or the whole push is refused with a message; the reason is that of the first
 * option that asks for one; what is let through stands in the log, a line for each update, of
 * five fields and without a byte that commands a terminal.
 */
#include "oracle.h"

#include <stdio.h>

#include "base/ascii.h"
#include "base/buf.h"
#include "base/escape.h"
#include "change/source.h"
#include "cli/skip.h"

#define OPTIONS 4u
#define FIELDS  5u
#define LOG_MAX (32u << 20)

struct push {
	char *count, *options[OPTIONS], *user;
	size_t noptions;
	struct slice lines;
};

/* The next piece, for the environment; owned by the caller. */
static char *
take(struct slice *rest)
{
	size_t end = slice_chr(*rest, '\0');
	struct slice piece = slice_sub(*rest, 0, end == (size_t)-1 ? rest->len : end);

	*rest = slice_sub(*rest, end == (size_t)-1 ? rest->len : end + 1, rest->len);
	char *copy = strndup(piece.len > 0 ? piece.ptr : "", piece.len);
	CHECK(copy);
	return copy;
}

static void
read_push(struct push *p, struct slice input)
{
	*p = (struct push){.count = take(&input)};
	while (p->noptions < OPTIONS) {
		char *option = take(&input);
		if (*option == '\0') {
			free(option);
			break;
		}
		p->options[p->noptions++] = option;
	}
	p->user = take(&input);
	p->lines = input;
}

static void
set_environment(const struct push *p)
{
	setenv("GIT_PUSH_OPTION_COUNT", p->count, 1);
	setenv("REMOTE_USER", p->user, 1);
	for (size_t i = 0; i < OPTIONS; i++) {
		char name[48];
		snprintf(name, sizeof(name), "GIT_PUSH_OPTION_%zu", i);
		if (i < p->noptions)
			setenv(name, p->options[i], 1);
		else
			unsetenv(name);
	}
}

static void
release_push(struct push *p)
{
	free(p->count);
	free(p->user);
	for (size_t i = 0; i < p->noptions; i++)
		free(p->options[i]);
}

/* --- the reason --- */

static void
check_reason(const struct push *p)
{
	const char *reason = skip_reason(), *expected = NULL;
	size_t n = (size_t)strtoul(p->count, NULL, 10);

	for (size_t i = 0; i < n && i < p->noptions && !expected; i++)
		if (strcmp(p->options[i], "sluice.skip") == 0)
			expected = "";
		else if (strncmp(p->options[i], "sluice.skip=", 12) == 0)
			expected = p->options[i] + 12;
	if (strspn(p->count, "0123456789") != strlen(p->count) || strlen(p->count) > 6)
		return; /* git writes a number */
	CHECK(!expected == !reason);
	CHECK(!expected || strcmp(expected, reason) == 0);
}

/* --- the lines --- */

static size_t
count_lines(struct slice rest)
{
	struct slice line;
	size_t n = 0;

	while (slice_next_line(&rest, &line))
		n++;
	return n;
}

/* Ids may have been written in capitals. */
static void
check_update(const struct ref_update *u, struct slice line)
{
	struct buf again = BUF_INIT(1u << 24);

	buf_addf(&again, "%s %s ", u->old_id.hex, u->new_id.hex);
	buf_add_slice(&again, u->ref);
	CHECK(buf_ok(&again) && again.len == line.len);
	for (size_t i = 0; i < line.len; i++)
		CHECK(i < again.len - u->ref.len ? ascii_lower(line.ptr[i]) == again.ptr[i]
						 : line.ptr[i] == again.ptr[i]);
	buf_release(&again);
}

static void
check_message(const struct err *err)
{
	struct buf escaped = BUF_INIT(1u << 16);

	CHECK(err->code == ERR_INPUT || err->code == ERR_LIMIT);
	escape_terminal(&escaped, slice_str(err->msg));
	CHECK(buf_ok(&escaped) && slice_eq_str(buf_slice(&escaped), err->msg));
	buf_release(&escaped);
}

/* The updates read; 0 when the push was refused. */
static size_t
check_lines(struct slice lines)
{
	struct arena arena = ARENA_INIT;
	struct err err = ERR_INIT;
	struct ref_update *updates;
	struct slice rest = lines, line;
	size_t n;

	if (ref_updates_parse(&updates, &n, &arena, lines, &err) < 0) {
		check_message(&err);
		n = 0;
	} else {
		CHECK(n > 0 && n == count_lines(lines));
		for (size_t i = 0; slice_next_line(&rest, &line); i++)
			check_update(&updates[i], line);
	}
	arena_release(&arena);
	return n;
}

/* --- the log --- */

static void
check_entry(struct slice line)
{
	struct buf escaped = BUF_INIT(1u << 24);
	size_t tabs = 0;

	for (size_t i = 0; i < line.len; i++)
		tabs += line.ptr[i] == '\t';
	CHECK(tabs == FIELDS - 1);
	escape_terminal(&escaped, line);
	CHECK(buf_ok(&escaped) && slice_eq(buf_slice(&escaped), line));
	buf_release(&escaped);
}

static void
check_log(struct slice lines, size_t updates)
{
	struct buf log = BUF_INIT(LOG_MAX);
	struct err err = ERR_INIT;
	struct slice rest, line;
	const char *reason = skip_reason();

	CHECK(skip_entries(&log, lines, reason ? reason : "", &err) == (updates > 0 ? 0 : -1));
	rest = buf_slice(&log);
	CHECK(count_lines(rest) == updates);
	while (slice_next_line(&rest, &line))
		check_entry(line);
	buf_release(&log);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct push push;

	read_push(&push, slice_of(data, size));
	set_environment(&push);
	check_reason(&push);
	check_log(push.lines, check_lines(push.lines));
	release_push(&push);
	return 0;
}
