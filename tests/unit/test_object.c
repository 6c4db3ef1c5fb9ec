#include "unit.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/buf.h"
#include "change/object.h"

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

#define A        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
#define B        "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"
#define C        "cccccccccccccccccccccccccccccccccccccccc"
#define WIDE     A "000000000000000000000000"
#define RAW      "0123456789abcdefghij" /* an id of 20 bytes */
#define RAW_WIDE RAW "klmnopqrstuv"

struct row {
	const char *name;
	void (*print)(struct buf *out, struct slice input);
	struct slice input;
	const char *expected;
};

static void
print_commit(struct buf *out, struct slice input)
{
	struct object_id parent;
	struct commit c;

	if (!commit_parse(&c, input)) {
		buf_add_str(out, "no commit");
		return;
	}
	buf_addf(out, "%.4s %lld", c.tree.hex, (long long)c.time);
	while (commit_next_parent(&parent, &c.parents))
		buf_addf(out, " %.4s", parent.hex);
	struct slice message = object_message(input);
	buf_addf(out, "|%.*s", (int)message.len, message.ptr);
}

static void
print_tag(struct buf *out, struct slice input)
{
	struct tag t;

	if (tag_parse(&t, input))
		buf_addf(out, "%.4s %s '%.*s'", t.target.hex, object_type_name(t.type), (int)t.name.len,
			 t.name.ptr);
	else
		buf_add_str(out, "no tag");
}

static void
print_tree_of(struct buf *out, struct slice input, size_t id_bytes)
{
	struct tree_entry e;
	int rc;

	while ((rc = tree_next(&e, &input, id_bytes)) == 1)
		buf_addf(out, "%o %.*s %.*s;", e.mode, (int)e.name.len, e.name.ptr, (int)id_bytes, e.id);
	buf_add_str(out, rc < 0 ? "malformed" : "");
}

static void
print_tree(struct buf *out, struct slice input)
{
	print_tree_of(out, input, 20);
}

static void
print_wide_tree(struct buf *out, struct slice input)
{
	print_tree_of(out, input, 32);
}

/* clang-format off */
#define IN(s) {s, sizeof(s) - 1}
#define PEOPLE "author N <m> 7 +0100\ncommitter N <m> 9 -0200\n"
static const struct row rows[] = {
	{"commit: root", print_commit, IN("tree " A "\n" PEOPLE "\nwhy\n"), "aaaa 9|why\n"},
	{"commit: merge", print_commit, IN("tree " A "\nparent " B "\nparent " C "\n" PEOPLE "\n"), "aaaa 9 bbbb cccc|"},
	{"commit: 64 digits", print_commit, IN("tree " WIDE "\nparent " WIDE "\n" PEOPLE "\nx"), "aaaa 9 aaaa|x"},
	{"commit: further headers", print_commit, IN("tree " A "\n" PEOPLE "encoding latin-1\ngpgsig a\n b\n\nwhy\0not"), "aaaa 9|why"},
	{"commit: parents behind the author do not count", print_commit, IN("tree " A "\n" PEOPLE "parent " B "\n\n"), "aaaa 9|"},
	{"commit: a parent in the message does not count", print_commit, IN("tree " A "\n\nparent " B "\n"), "aaaa 0|parent " B "\n"},
	{"commit: no people", print_commit, IN("tree " A "\n"), "aaaa 0|"},
	{"commit: a name of brackets", print_commit, IN("tree " A "\nauthor a\ncommitter <> 1 <m> 5 +0000\n\n"), "aaaa 5|"},
	{"commit: no date", print_commit, IN("tree " A "\nauthor a\ncommitter N <m>\n\n"), "aaaa 0|"},
	{"commit: date before 1970", print_commit, IN("tree " A "\nauthor a\ncommitter N <m> -5 +0000\n\n"), "aaaa 0|"},
	{"commit: date beyond numbers", print_commit, IN("tree " A "\nauthor a\ncommitter N <m> 99999999999999999999 +0000\n\n"), "aaaa 0|"},
	{"commit: the last date", print_commit, IN("tree " A "\nauthor a\ncommitter N <m> 9223372036854775807 +0000\n\n"), "aaaa 9223372036854775807|"},
	{"commit: empty", print_commit, IN(""), "no commit"},
	{"commit: short tree", print_commit, IN("tree aaaa\n" PEOPLE "\n"), "no commit"},
	{"commit: tree and more", print_commit, IN("tree " A " \n" PEOPLE "\n"), "no commit"},
	{"commit: parent first", print_commit, IN("parent " B "\ntree " A "\n"), "no commit"},
	{"commit: no blank", print_commit, IN("tree\t" A "\n"), "no commit"},
	{"commit: a bad parent ends them", print_commit, IN("tree " A "\nparent " B "\nparent x\nparent " C "\n" PEOPLE "\n"), "aaaa 0 bbbb|"},
	{"tag: on a commit", print_tag, IN("object " A "\ntype commit\ntag v1\ntagger N <m> 1 +0000\n\nmessage"), "aaaa commit 'v1'"},
	{"tag: on a tag of 64 digits", print_tag, IN("object " WIDE "\ntype tag\ntag v1\n"), "aaaa tag 'v1'"},
	{"tag: no name", print_tag, IN("object " A "\ntype blob\n\nmessage"), "aaaa blob ''"},
	{"tag: unknown type", print_tag, IN("object " A "\ntype stone\ntag v1\n"), "no tag"},
	{"tag: no type", print_tag, IN("object " A "\ntag v1\n"), "no tag"},
	{"tag: no object", print_tag, IN("type commit\nobject " A "\n"), "no tag"},
	{"tag: empty", print_tag, IN(""), "no tag"},
	{"tree: empty", print_tree, IN(""), ""},
	{"tree: kinds", print_tree, IN("100644 a\0" RAW "100755 b\0" RAW "120000 c\0" RAW "40000 d\0" RAW "160000 e\0" RAW),
	 "100644 a " RAW ";100755 b " RAW ";120000 c " RAW ";40000 d " RAW ";160000 e " RAW ";"},
	{"tree: modes as git reads them", print_tree, IN("100664 a\0" RAW "100700 b\0" RAW "040000 c\0" RAW "120777 d\0" RAW "0 e\0" RAW),
	 "100644 a " RAW ";100755 b " RAW ";40000 c " RAW ";120000 d " RAW ";160000 e " RAW ";"},
	{"tree: ids of 32 bytes", print_wide_tree, IN("100644 a\0" RAW_WIDE "40000 b\0" RAW_WIDE), "100644 a " RAW_WIDE ";40000 b " RAW_WIDE ";"},
	{"tree: a name of anything", print_tree, IN("100644 ../ \n\xff\0" RAW), "100644 ../ \n\xff " RAW ";"},
	{"tree: an empty name", print_tree, IN("100644 \0" RAW), "100644  " RAW ";"},
	{"tree: short id", print_tree, IN("100644 a\0abc"), "malformed"},
	{"tree: id of 32 bytes read as 20", print_tree, IN("100644 a\0" RAW_WIDE), "100644 a " RAW ";malformed"},
	{"tree: no NUL", print_tree, IN("100644 abc"), "malformed"},
	{"tree: no mode", print_tree, IN(" a\0" RAW), "malformed"},
	{"tree: mode of other digits", print_tree, IN("100648 a\0" RAW), "malformed"},
	{"tree: endless mode", print_tree, IN("000000100644 a\0" RAW), "malformed"},
	{"tree: mode alone", print_tree, IN("100644"), "malformed"},
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

static int
order(const char *a, uint32_t a_mode, const char *b, uint32_t b_mode)
{
	struct tree_entry x = {a_mode, slice_str(a), NULL}, y = {b_mode, slice_str(b), NULL};
	int forth = tree_entry_cmp(&x, &y), back = tree_entry_cmp(&y, &x);

	assert_int_equal((forth > 0) - (forth < 0), (back < 0) - (back > 0));
	return (forth > 0) - (forth < 0);
}

static void
test_order(void **state)
{
	(void)state;
	assert_int_equal(order("a", MODE_FILE, "b", MODE_FILE), -1);
	assert_int_equal(order("a", MODE_FILE, "a", MODE_SYMLINK), 0);
	assert_int_equal(order("a", MODE_TREE, "a", MODE_TREE), 0);
	assert_int_equal(order("a", MODE_FILE, "a", MODE_TREE), -1);
	assert_int_equal(order("a", MODE_FILE, "a-b", MODE_FILE), -1);
	assert_int_equal(order("a", MODE_TREE, "a-b", MODE_FILE), 1);
	assert_int_equal(order("a", MODE_TREE, "a0", MODE_FILE), -1);
	assert_int_equal(order("a", MODE_TREE, "a/", MODE_FILE), -1);
	assert_int_equal(order("\x7f", MODE_FILE, "\x80", MODE_FILE), -1);
	assert_int_equal(order("a", MODE_TREE, "a\x80", MODE_FILE), -1);
}

static void
test_ids(void **state)
{
	struct object_id id;

	(void)state;
	assert_true(object_id_parse(&id, slice_str("ABCDEFabcdef0123456789abcdefABCDEF012345")));
	assert_string_equal(id.hex, "abcdefabcdef0123456789abcdefabcdef012345");
	assert_true(object_id_parse(&id, slice_str(WIDE)));
	assert_false(object_id_parse(&id, slice_str(A "0")));
	assert_string_equal(id.hex, "");
	assert_false(object_id_parse(&id, slice_of(A, 39)));
	assert_false(object_id_parse(&id, slice_of("aaaaaaaaaaaaaaaaaaa\0aaaaaaaaaaaaaaaaaaaa", 40)));
	object_id_from_bytes(&id, "\x00\x7f\x80\xff", 4);
	assert_string_equal(id.hex, "007f80ff");
}

int
main(void)
{
	struct CMUnitTest tests[COUNT(rows) + 2];

	for (size_t i = 0; i < COUNT(rows); i++)
		tests[i] =
			(struct CMUnitTest){rows[i].name, test_row, NULL, NULL, (void *)(uintptr_t)&rows[i]};
	tests[COUNT(rows)] = (struct CMUnitTest)cmocka_unit_test(test_order);
	tests[COUNT(rows) + 1] = (struct CMUnitTest)cmocka_unit_test(test_ids);
	return cmocka_run_group_tests_name("object", tests, NULL, NULL);
}
