#include "unit.h"

#include <stdio.h>

#include "change/index_file.h"
#include "change/object.h"

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

/*
 * An index is written here as its paths: "a lib/x lib/y". Behind a path "!" says
 * `git add -N`, "#" a side of a conflict, "/" a directory of a sparse index. Ids
 * are the place in the list, counted from 1.
 */
static void
add_32(struct buf *out, size_t n)
{
	for (int shift = 24; shift >= 0; shift -= 8)
		buf_add_char(out, (char)(n >> shift & 255));
}

static void
add_zeros(struct buf *out, size_t n)
{
	while (n-- > 0)
		buf_add_char(out, '\0');
}

static void
add_id(struct buf *out, size_t number)
{
	add_zeros(out, 19);
	buf_add_char(out, (char)number);
}

static void
add_path(struct buf *out, struct slice path, struct slice last, int version, size_t start)
{
	size_t common = 0;

	if (version == 4) {
		while (common < path.len && common < last.len && path.ptr[common] == last.ptr[common])
			common++;
		assert_true(last.len - common < 128);
		buf_add_char(out, (char)(last.len - common));
	}
	buf_add_slice(out, slice_sub(path, common, path.len));
	buf_add_char(out, '\0');
	while (version < 4 && (out->len - start) % 8 != 0)
		buf_add_char(out, '\0');
}

static void
add_entry(struct buf *out, struct slice word, struct slice last, int version, size_t number)
{
	size_t start = out->len;
	bool is_new = slice_ends(word, "!"), is_side = slice_ends(word, "#");
	struct slice path = slice_sub(word, 0, word.len - (is_new || is_side));

	add_zeros(out, 24);
	add_32(out, slice_ends(path, "/") ? MODE_TREE : MODE_FILE);
	add_zeros(out, 12);
	add_id(out, number);
	size_t flags = path.len | (is_side ? 0x2000 : 0) | (is_new ? 0x4000 : 0);
	buf_add_char(out, (char)(flags >> 8));
	buf_add_char(out, (char)(flags & 255));
	if (is_new) {
		buf_add_char(out, 0x20);
		buf_add_char(out, 0);
	}
	add_path(out, path, last, version, start);
}

static void
add_extension(struct buf *out, const char *name, struct slice bytes)
{
	buf_add(out, name, 4);
	add_32(out, bytes.len);
	buf_add_slice(out, bytes);
}

static void
write_entries(struct buf *out, int version, const char *paths)
{
	struct slice word, rest = slice_str(paths), last = slice_str("");
	size_t n = 0;

	while (slice_next_word(&rest, &word))
		n++;
	buf_add_str(out, "DIRC");
	add_32(out, (size_t)version);
	add_32(out, n);
	rest = slice_str(paths);
	for (n = 1; slice_next_word(&rest, &word); n++) {
		add_entry(out, word, last, version, n);
		last = slice_sub(word, 0, word.len - (slice_ends(word, "!") || slice_ends(word, "#")));
	}
}

/* Depth first, as the walk goes: "a lib/ [x y ]", with "=id" behind what is known. */
static void
print_range(struct buf *out, struct index_range rest)
{
	struct index_range stack[16];
	struct tree_entry entry;
	size_t depth = 0;

	stack[depth++] = rest;
	while (depth > 0) {
		struct index_range below;
		if (!index_next(&entry, &below, &stack[depth - 1])) {
			if (--depth > 0)
				buf_add_str(out, "] ");
			continue;
		}
		buf_add_slice(out, entry.name);
		if (entry.mode == MODE_TREE)
			buf_add_char(out, '/');
		if (entry.id)
			buf_addf(out, "=%d", entry.id[19]);
		buf_add_char(out, ' ');
		if (below.from < below.to) {
			buf_add_str(out, "[ ");
			assert_true(depth < COUNT(stack));
			stack[depth++] = below;
		}
	}
}

static int
print_index(struct buf *out, struct slice bytes)
{
	struct index_file index;
	struct err err = ERR_INIT;
	int rc = index_file_parse(&index, bytes, 20, &err);

	if (rc == 1)
		print_range(out, index_top(&index));
	else
		buf_addf(out, "%d %s", rc, err.msg);
	if (rc == 1)
		index_file_release(&index);
	return rc;
}

struct row {
	const char *name, *paths, *expected;
};

static const struct row rows[] = {
	{"nothing", "", ""},
	{"files", "a b c", "a=1 b=2 c=3 "},
	{"a directory", "a lib/x lib/y z", "a=1 lib/ [ x=2 y=3 ] z=4 "},
	{"nested", "a/b/c a/b/d a/e f", "a/ [ b/ [ c=1 d=2 ] e=3 ] f=4 "},
	{"two that share a start", "ab/x abc/y", "ab/ [ x=1 ] abc/ [ y=2 ] "},
	{"a name between a file and a directory", "a a-b a/c", "a=1 a-b=2 a/ [ c=3 ] "},
	{"git add -N", "a! b lib/x! lib/y", "b=2 lib/ [ y=4 ] "},
	{"a directory of a sparse index", "a lib/ src/x src/y/", "a=1 lib/=2 src/ [ x=3 y/=4 ] "},
	{"a conflict", "a# a# b", "-1 the index has unmerged paths: resolve them and 'git add' them first"},
	{"not sorted", "b a", "-1 the index is damaged: remove it, then run 'git reset'"},
	{"a path twice", "a a", "-1 the index is damaged: remove it, then run 'git reset'"},
};

static void
test_versions(void **state)
{
	const struct row *row = *state;

	for (int version = 2; version <= 4; version++) {
		struct buf bytes = BUF_INIT(4096), got = BUF_INIT(4096);
		if (version == 2 && strchr(row->paths, '!'))
			continue; /* version 2 knows no further flags */
		write_entries(&bytes, version, row->paths);
		add_zeros(&bytes, 20);
		print_index(&got, buf_slice(&bytes));
		assert_slice_equal(buf_slice(&got), row->expected);
		buf_release(&bytes);
		buf_release(&got);
	}
}

/* Names and counts as git writes them: "NAME entries children" with ids 101, 102, ... of what is valid. */
static void
add_cached(struct buf *out, const char *name, int nentries, int nchildren, size_t id)
{
	buf_add_str(out, name);
	buf_add_char(out, '\0');
	buf_addf(out, "%d %d\n", nentries, nchildren);
	if (nentries >= 0)
		add_id(out, id);
}

static void
check_cached(const char *paths, const struct buf *tree, const char *expected)
{
	struct buf bytes = BUF_INIT(4096), got = BUF_INIT(4096);

	write_entries(&bytes, 2, paths);
	add_extension(&bytes, "TREE", buf_slice(tree));
	add_zeros(&bytes, 20);
	assert_int_equal(print_index(&got, buf_slice(&bytes)), 1);
	assert_slice_equal(buf_slice(&got), expected);
	buf_release(&bytes);
	buf_release(&got);
}

static void
test_cache_tree(void **state)
{
	static const char paths[] = "a lib/x lib/y/z src/x tests/y";
	struct buf tree = BUF_INIT(4096);

	(void)state;
	add_cached(&tree, "", -1, 3, 0);
	add_cached(&tree, "lib", 2, 1, 101);
	add_cached(&tree, "y", 1, 0, 102);
	add_cached(&tree, "src", -1, 0, 0);
	add_cached(&tree, "tests", 1, 0, 103);
	check_cached(paths, &tree, "a=1 lib/=101 [ x=2 y/=102 [ z=3 ] ] src/ [ x=4 ] tests/=103 [ y=5 ] ");

	/* A count that does not fit the entries: the id is not believed. */
	for (int wrong = 0; wrong < 5; wrong++) {
		buf_clear(&tree);
		add_cached(&tree, "", -1, 1, 0);
		add_cached(&tree, "lib", wrong, 0, 101);
		check_cached(paths, &tree,
			     wrong == 2 ? "a=1 lib/=101 [ x=2 y/ [ z=3 ] ] src/ [ x=4 ] tests/ [ y=5 ] "
					: "a=1 lib/ [ x=2 y/ [ z=3 ] ] src/ [ x=4 ] tests/ [ y=5 ] ");
	}

	/* Malformed: as if there were none. */
	buf_clear(&tree);
	add_cached(&tree, "", -1, 2, 0);
	add_cached(&tree, "lib", 2, 0, 101);
	check_cached("a lib/x lib/y", &tree, "a=1 lib/ [ x=2 y=3 ] ");
	buf_release(&tree);
}

static void
test_extensions(void **state)
{
	static const struct {
		const char *name, *expected;
	} kinds[] = {
		{"REUC", "a=1 "},
		{"sdir", "a=1 "},
		{"link", "0 a split index (core.splitIndex) is not read directly"},
		{"new\n", "0 the index has an unknown extension 'new\\x0a'"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(kinds); i++) {
		struct buf bytes = BUF_INIT(4096), got = BUF_INIT(4096);
		write_entries(&bytes, 2, "a");
		add_extension(&bytes, kinds[i].name, slice_str("anything"));
		add_zeros(&bytes, 20);
		print_index(&got, buf_slice(&bytes));
		assert_slice_equal(buf_slice(&got), kinds[i].expected);
		buf_release(&bytes);
		buf_release(&got);
	}
}

/* Whatever is cut off, the rest is not read as a smaller index. */
static void
test_cut(void **state)
{
	(void)state;
	for (int version = 2; version <= 4; version++) {
		struct buf bytes = BUF_INIT(4096), got = BUF_INIT(4096);
		write_entries(&bytes, version, "a lib/x lib/y z");
		add_extension(&bytes, "TREE", slice_str(""));
		size_t whole = bytes.len + 20, entries = bytes.len - 8;
		add_zeros(&bytes, 20);
		for (size_t len = 0; len < whole; len++) {
			buf_clear(&got);
			int rc = print_index(&got, slice_sub(buf_slice(&bytes), 0, len));
			/* Cut between the entries and the extension it is an index. */
			assert_int_equal(rc, len == entries + 20 ? 1 : -1);
		}
		buf_release(&bytes);
		buf_release(&got);
	}
}

int
main(void)
{
	struct CMUnitTest tests[COUNT(rows) + 3];

	for (size_t i = 0; i < COUNT(rows); i++)
		tests[i] = (struct CMUnitTest){rows[i].name, test_versions, NULL, NULL,
					       (void *)(uintptr_t)&rows[i]};
	tests[COUNT(rows)] = (struct CMUnitTest)cmocka_unit_test(test_cache_tree);
	tests[COUNT(rows) + 1] = (struct CMUnitTest)cmocka_unit_test(test_extensions);
	tests[COUNT(rows) + 2] = (struct CMUnitTest)cmocka_unit_test(test_cut);
	return cmocka_run_group_tests_name("index_file", tests, NULL, NULL);
}
