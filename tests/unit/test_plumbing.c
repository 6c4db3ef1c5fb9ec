#include "unit.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/buf.h"
#include "change/plumbing.h"

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

#define A        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
#define B        "00000000000000000000000000000000000000b1"
#define ZERO     "0000000000000000000000000000000000000000"
#define WIDE     A "000000000000000000000000"

struct row {
	const char *name;
	void (*print)(struct buf *out, struct slice input);
	struct slice input;
	const char *expected; /* an item and ';' for each, then "malformed" if it is */
};

static void
print_changes(struct buf *out, struct slice input)
{
	struct raw_change c;
	int rc;

	while ((rc = raw_change_next(&c, &input)) == 1)
		buf_addf(out, "%c %o %o %.4s %.4s %.*s;", c.status, c.old_side.mode, c.new_side.mode,
			 c.old_side.id.hex, c.new_side.id.hex, (int)c.path.len, c.path.ptr);
	buf_add_str(out, rc < 0 ? "malformed" : "");
}

static void
print_batch_line(struct buf *out, struct slice input)
{
	struct batch_line line;

	if (!batch_line_parse(&line, input))
		buf_add_str(out, "malformed");
	else if (line.state == BATCH_FOUND)
		buf_addf(out, "%zu %s %zu %s", strlen(line.id.hex), object_type_name(line.type), line.size,
			 line.id.hex + strlen(line.id.hex) - 2);
	else
		buf_add_str(out, line.state == BATCH_MISSING ? "missing" : "ambiguous");
}

static void
print_refs(struct buf *out, struct slice input)
{
	struct ref_line ref;
	int rc;

	while ((rc = ref_line_next(&ref, &input)) == 1)
		buf_addf(out, "%.4s %.*s;", ref.id.hex, (int)ref.name.len, ref.name.ptr);
	buf_add_str(out, rc < 0 ? "malformed" : "");
}

static void
print_items(struct buf *out, struct slice input)
{
	struct config_item item;
	int rc;

	while ((rc = config_item_next(&item, &input)) == 1)
		buf_addf(out, "%.*s %.*s %.*s%s%.*s;", (int)item.scope.len, item.scope.ptr,
			 (int)item.origin.len, item.origin.ptr, (int)item.name.len, item.name.ptr,
			 item.has_value ? "=" : "", (int)item.value.len,
			 item.value.len ? item.value.ptr : "");
	buf_add_str(out, rc < 0 ? "malformed" : "");
}

/* clang-format off */
#define IN(s) {s, sizeof(s) - 1}
static const struct row rows[] = {
	{"change: none", print_changes, IN(""), ""},
	{"change: modified", print_changes, IN(":100644 100755 " A " " B " M\0a.py\0"), "M 100644 100755 aaaa 0000 a.py;"},
	{"change: added, then deleted", print_changes,
	 IN(":000000 100644 " ZERO " " A " A\0a\0:100644 000000 " A " " ZERO " D\0b\0"), "A 0 100644 0000 aaaa a;D 100644 0 aaaa 0000 b;"},
	{"change: kind", print_changes, IN(":100644 120000 " A " " B " T\0a\0"), "T 100644 120000 aaaa 0000 a;"},
	{"change: unmerged", print_changes, IN(":100644 000000 " A " " ZERO " U\0a\0"), "U 100644 0 aaaa 0000 a;"},
	{"change: 64 digits", print_changes, IN(":100644 100644 " WIDE " " WIDE " M\0a\0"), "M 100644 100644 aaaa aaaa a;"},
	{"change: a path of anything", print_changes, IN(":100644 100644 " A " " B " M\0:\t\n\" \xff\0"), "M 100644 100644 aaaa 0000 :\t\n\" \xff;"},
	{"change: no path", print_changes, IN(":100644 100644 " A " " B " M\0"), "malformed"},
	{"change: empty path", print_changes, IN(":100644 100644 " A " " B " M\0\0"), "malformed"},
	{"change: path without end", print_changes, IN(":100644 100644 " A " " B " M\0a.py"), "malformed"},
	{"change: cut in the second", print_changes, IN(":100644 100644 " A " " B " M\0a\0:100644 100"), "M 100644 100644 aaaa 0000 a;malformed"},
	{"change: no colon", print_changes, IN("100644 100644 " A " " B " M\0a\0"), "malformed"},
	{"change: two colons (combined)", print_changes, IN("::100644 100644 100644 " A " " B " " A " MM\0a\0"), "malformed"},
	{"change: short mode", print_changes, IN(":10064 100644 " A " " B " M\0a\0"), "malformed"},
	{"change: long mode", print_changes, IN(":1006440 100644 " A " " B " M\0a\0"), "malformed"},
	{"change: mode of other digits", print_changes, IN(":100648 100644 " A " " B " M\0a\0"), "malformed"},
	{"change: abbreviated id", print_changes, IN(":100644 100644 aaaa " B " M\0a\0"), "malformed"},
	{"change: no id", print_changes, IN(":100644 100644 gaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa " B " M\0a\0"), "malformed"},
	{"change: rename with its score", print_changes, IN(":100644 100644 " A " " B " R100\0a\0b\0"), "malformed"},
	{"change: unknown status", print_changes, IN(":100644 100644 " A " " B " X\0a\0"), "malformed"},
	{"change: added, but it was there", print_changes, IN(":100644 100644 " A " " B " A\0a\0"), "malformed"},
	{"change: deleted, but it is there", print_changes, IN(":100644 100644 " A " " B " D\0a\0"), "malformed"},
	{"change: modified out of nothing", print_changes, IN(":000000 100644 " A " " B " M\0a\0"), "malformed"},
	{"change: LF for NUL", print_changes, IN(":100644 100644 " A " " B " M\ta.py\n"), "malformed"},
	{"batch: blob", print_batch_line, IN(B " blob 12"), "40 blob 12 b1"},
	{"batch: 64 digits", print_batch_line, IN(WIDE " commit 0"), "64 commit 0 00"},
	{"batch: missing", print_batch_line, IN(A " missing"), "missing"},
	{"batch: ambiguous", print_batch_line, IN("abcd ambiguous"), "ambiguous"},
	{"batch: submodule", print_batch_line, IN(A " submodule"), "missing"},
	{"batch: a revision that reads like an answer", print_batch_line, IN(A " blob 12 missing"), "missing"},
	{"batch: a revision with spaces", print_batch_line, IN(":/blob 3 missing"), "missing"},
	{"batch: unknown type", print_batch_line, IN(A " stone 12"), "malformed"},
	{"batch: no size", print_batch_line, IN(A " blob"), "malformed"},
	{"batch: empty size", print_batch_line, IN(A " blob "), "malformed"},
	{"batch: negative size", print_batch_line, IN(A " blob -1"), "malformed"},
	{"batch: size beyond memory", print_batch_line, IN(A " blob 9223372036854775808"), "malformed"},
	{"batch: size beyond numbers", print_batch_line, IN(A " blob 99999999999999999999999"), "malformed"},
	{"batch: something behind", print_batch_line, IN(A " blob 12 x"), "malformed"},
	{"batch: empty", print_batch_line, IN(""), "malformed"},
	{"batch: missing alone", print_batch_line, IN("missing"), "malformed"},
	{"refs: none", print_refs, IN(""), ""},
	{"refs: two", print_refs, IN(A " refs/heads/a\n" B " refs/heads/\xc3\xa4\n"), "aaaa refs/heads/a;0000 refs/heads/\xc3\xa4;"},
	{"refs: no name", print_refs, IN(A " \n"), "malformed"},
	{"refs: no space", print_refs, IN(A "\n"), "malformed"},
	{"refs: no id", print_refs, IN("refs/heads/a\n"), "malformed"},
	{"refs: cut", print_refs, IN(A " refs/heads/a\n" A " refs/he"), "aaaa refs/heads/a;malformed"},
	{"config: none", print_items, IN(""), ""},
	{"config: a value", print_items, IN("local\0file:c\0a.b\nx=y\0"), "local file:c a.b=x=y;"},
	{"config: a value of lines", print_items, IN("local\0file:c\0a.b\nx\ny\0"), "local file:c a.b=x\ny;"},
	{"config: an empty value", print_items, IN("local\0file:c\0a.b\n\0"), "local file:c a.b=;"},
	{"config: no value", print_items, IN("local\0file:c\0a.b\0global\0file:d\0e.f.g\n1\0"), "local file:c a.b;global file:d e.f.g=1;"},
	{"config: empty origin", print_items, IN("command\0\0a.b\n1\0"), "command  a.b=1;"},
	{"config: no end", print_items, IN("local\0file:c\0a.b\n1"), "malformed"},
	{"config: scope alone", print_items, IN("local\0"), "malformed"},
	{"config: a name without dot", print_items, IN("local\0file:c\0ab\n1\0"), "malformed"},
};
/* clang-format on */

static void
test_row(void **state)
{
	const struct row *row = *state;
	struct buf got = BUF_INIT(4096);

	row->print(&got, row->input);
	assert_true(buf_ok(&got));
	assert_slice_equal(buf_slice(&got), row->expected);
	buf_release(&got);
}

int
main(void)
{
	struct CMUnitTest tests[COUNT(rows)];

	for (size_t i = 0; i < COUNT(rows); i++)
		tests[i] =
			(struct CMUnitTest){rows[i].name, test_row, NULL, NULL, (void *)(uintptr_t)&rows[i]};
	return cmocka_run_group_tests_name("plumbing", tests, NULL, NULL);
}
