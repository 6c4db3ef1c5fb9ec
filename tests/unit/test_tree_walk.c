#include "unit.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/ascii.h"
#include "base/limits.h"
#include "change/repository_internal.h"

/*
 * A repository of trees that are written here: "a=1 d/=T2" is a file a with
 * the content 1 and a directory d that is the tree 2. Ids are numbers in hex;
 * "@" makes a file a symbolic link, "*" an executable, "+" a submodule.
 */
struct fake {
	const char *name; /* of the tree: a number below 100 */
	const char *entries;
};

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

static const struct fake *fakes;
static size_t nfakes;
static unsigned reads;

static void
add_id(struct buf *out, unsigned long number)
{
	char id[20] = {0};

	id[18] = (char)(number >> 8);
	id[19] = (char)(number & 255);
	buf_add(out, id, sizeof(id));
}

static void
write_entry(struct buf *out, struct slice word)
{
	size_t equals = slice_chr(word, '=');
	struct slice name = slice_sub(word, 0, equals), value = slice_sub(word, equals + 1, word.len);
	bool is_tree = slice_ends(name, "/");
	unsigned long number;

	if (is_tree)
		name.len--;
	const char *mode = is_tree                  ? "40000"
			   : slice_ends(value, "@") ? "120000"
			   : slice_ends(value, "*") ? "100755"
			   : slice_ends(value, "+") ? "160000"
						    : "100644";
	if (!ascii_is_digit(value.ptr[value.len - 1]))
		value.len--;
	assert_true(slice_to_ulong(value, 65535, &number));
	buf_addf(out, "%s %.*s", mode, (int)name.len, name.ptr);
	buf_add_char(out, '\0');
	add_id(out, number);
}

static int
fake_read(struct object *out, struct repository *repo, const struct object_id *id, size_t max,
	  struct err *err)
{
	unsigned long number = strtoul(id->hex + 36, NULL, 16);

	(void)repo;
	(void)max;
	(void)err;
	reads++;
	for (size_t i = 0; i < nfakes; i++) {
		if (!fakes[i].name || strtoul(fakes[i].name, NULL, 10) != number)
			continue;
		struct buf bytes = BUF_INIT(1u << 16);
		struct slice word, rest = slice_str(fakes[i].entries);
		while (slice_next_word(&rest, &word))
			write_entry(&bytes, word);
		assert_true(buf_ok(&bytes));
		*out = (struct object){OBJECT_READ,       OBJECT_TREE, bytes.len,
				       buf_slice(&bytes), bytes.ptr,   free};
		return 0;
	}
	out->state = OBJECT_MISSING;
	return 0;
}

static struct object_id
id_of(unsigned number)
{
	struct object_id id = {""};

	if (number > 0)
		snprintf(id.hex, sizeof(id.hex), "%040x", number);
	return id;
}

/* Walks from tree 1 to tree 2 (0: none) and prints what differs. */
static void
walk(struct buf *out, unsigned from, unsigned to, const struct fake *trees, size_t n)
{
	static const char status[] = {[ENTRY_ADDED] = 'A', [ENTRY_DELETED] = 'D', [ENTRY_MODIFIED] = 'M'};
	static const struct backend backend = {.read = fake_read};
	struct repository repo = {.backend = &backend, .id_bytes = 20};
	struct object_id old_tree = id_of(from), new_tree = id_of(to);
	struct arena arena = ARENA_INIT;
	struct entry_collector c = {.arena = &arena};
	struct entry_list list = {NULL, 0};
	struct err err = ERR_INIT;

	fakes = trees;
	nfakes = n;
	if (tree_walk(&c, &repo, &old_tree, &new_tree, &err) < 0)
		buf_addf(out, "%s", err.msg);
	else
		assert_int_equal(entry_collector_finish(&list, &c, &err), 0);
	for (size_t i = 0; i < list.n; i++) {
		const struct entry *e = &list.items[i];
		struct slice path = e->status == ENTRY_DELETED ? e->old_path : e->new_path;
		buf_addf(out, "%c %.*s %lu-%lu;", status[e->status], (int)path.len, path.ptr,
			 strtoul(e->old_id.hex, NULL, 16), strtoul(e->new_id.hex, NULL, 16));
	}
	entry_collector_release(&c);
	arena_release(&arena);
}

struct row {
	const char *name;
	struct fake trees[6]; /* 1 against 2 */
	const char *expected;
};

/* clang-format off */
static const struct row rows[] = {
	{"the same", {{"1", "a=9"}, {"2", "a=9"}}, ""},
	{"added, deleted, modified", {{"1", "a=9 b=9 c=9"}, {"2", "b=8 c=9 d=7"}}, "D a 9-0;M b 9-8;A d 0-7;"},
	{"executable", {{"1", "a=9"}, {"2", "a=9*"}}, "M a 9-9;"},
	{"a file becomes a link", {{"1", "a=9"}, {"2", "a=9@"}}, "D a 9-0;A a 0-9;"},
	{"a link becomes a submodule", {{"1", "a=9@"}, {"2", "a=9+"}}, "D a 9-0;A a 0-9;"},
	{"a submodule moves", {{"1", "a=9+"}, {"2", "a=8+"}}, "M a 9-8;"},
	{"a file becomes a directory", {{"1", "a=9"}, {"2", "a/=3"}, {"3", "b=9"}}, "D a 9-0;A a/b 0-9;"},
	{"a directory becomes a file", {{"1", "a/=3"}, {"2", "a=9"}, {"3", "b=8 c=7"}}, "A a 0-9;D a/b 8-0;D a/c 7-0;"},
	{"a name between a file and its directory", {{"1", "a=9 a-b=9"}, {"2", "a-b=8 a/=3"}, {"3", "c=7"}}, "D a 9-0;M a-b 9-8;A a/c 0-7;"},
	{"nested", {{"1", "a/=3 z=9"}, {"2", "a/=4 z=8"}, {"3", "b/=5 c=1"}, {"4", "b/=6 c=2"}, {"5", "x=1"}, {"6", "x=1 y=2"}}, "A a/b/y 0-2;M a/c 1-2;M z 9-8;"},
	{"equal directories are not read", {{"1", "a/=77 b=1"}, {"2", "a/=77 b=2"}}, "M b 1-2;"},
	{"an empty directory", {{"1", "a/=3"}, {"2", "b=1"}, {"3", ""}}, "A b 0-1;"},
	{"not sorted", {{"1", "c=1 a=1 b=1"}, {"2", "b=1 c=2 a=1"}}, "M c 1-2;"},
	{"directory sorted as a file", {{"1", "a/=3 a-b=1"}, {"2", "a/=3 a-b=2"}, {"3", "x=1"}}, "M a-b 1-2;"},
	{"a name twice", {{"1", "a=1"}, {"2", "a=1 a=2"}}, "A a 0-2;"},
	{"a name twice, the other way round", {{"1", "a=1"}, {"2", "a=2 a=1"}}, "M a 1-2;A a 0-1;"},
	{"missing", {{"1", "a/=78"}, {"2", "a/=77"}}, "object 000000000000000000000000000000000000004e is missing: in a partial clone "
	 "'git cat-file -e 000000000000000000000000000000000000004e' fetches it"},
};
/* clang-format on */

static void
test_row(void **state)
{
	const struct row *row = *state;
	struct buf got = BUF_INIT(4096);

	walk(&got, 1, 2, row->trees, COUNT(row->trees));
	assert_true(buf_ok(&got));
	assert_slice_equal(buf_slice(&got), row->expected);
	buf_release(&got);
}

static void
test_against_nothing(void **state)
{
	static const struct fake trees[] = {{"1", "a=9 d/=2"}, {"2", "b=8"}};
	struct buf got = BUF_INIT(4096);

	(void)state;
	walk(&got, 0, 1, trees, COUNT(trees));
	assert_slice_equal(buf_slice(&got), "A a 0-9;A d/b 0-8;");
	buf_clear(&got);
	walk(&got, 1, 0, trees, COUNT(trees));
	assert_slice_equal(buf_slice(&got), "D a 9-0;D d/b 8-0;");
	buf_clear(&got);
	reads = 0;
	walk(&got, 1, 1, trees, COUNT(trees));
	walk(&got, 0, 0, trees, COUNT(trees));
	assert_slice_equal(buf_slice(&got), "");
	assert_int_equal(reads, 0);
	buf_release(&got);
}

/* A tree cannot hold itself, but a fake can: depth is bounded all the same. */
static void
test_depth(void **state)
{
	static const struct fake endless[] = {{"1", "d/=1"}};
	struct buf got = BUF_INIT(4096);

	(void)state;
	walk(&got, 0, 1, endless, COUNT(endless));
	assert_slice_equal(buf_slice(&got), "directories nested deeper than 4096");
	buf_release(&got);
}

/* Ten levels of ten times the same: 10^10 directories without a file. */
static void
test_bomb(void **state)
{
	static const struct fake bomb[] = {
		{"1", "a/=2 b/=2 c/=2 d/=2 e/=2 f/=2 g/=2 h/=2 i/=2 j/=2"},
		{"2", "a/=3 b/=3 c/=3 d/=3 e/=3 f/=3 g/=3 h/=3 i/=3 j/=3"},
		{"3", "a/=4 b/=4 c/=4 d/=4 e/=4 f/=4 g/=4 h/=4 i/=4 j/=4"},
		{"4", "a/=5 b/=5 c/=5 d/=5 e/=5 f/=5 g/=5 h/=5 i/=5 j/=5"},
		{"5", "a/=6 b/=6 c/=6 d/=6 e/=6 f/=6 g/=6 h/=6 i/=6 j/=6"},
		{"6", "a/=7 b/=7 c/=7 d/=7 e/=7 f/=7 g/=7 h/=7 i/=7 j/=7"},
		{"7", "a/=8 b/=8 c/=8 d/=8 e/=8 f/=8 g/=8 h/=8 i/=8 j/=8"},
		{"8", ""},
	};
	struct buf got = BUF_INIT(4096);

	(void)state;
	reads = 0;
	walk(&got, 0, 1, bomb, COUNT(bomb));
	assert_slice_equal(buf_slice(&got), "more than 1000000 directories to be compared");
	assert_int_equal(reads, LIMIT_FILES);
	buf_release(&got);
}

int
main(void)
{
	struct CMUnitTest tests[COUNT(rows) + 3];

	for (size_t i = 0; i < COUNT(rows); i++)
		tests[i] =
			(struct CMUnitTest){rows[i].name, test_row, NULL, NULL, (void *)(uintptr_t)&rows[i]};
	tests[COUNT(rows)] = (struct CMUnitTest)cmocka_unit_test(test_against_nothing);
	tests[COUNT(rows) + 1] = (struct CMUnitTest)cmocka_unit_test(test_depth);
	tests[COUNT(rows) + 2] = (struct CMUnitTest)cmocka_unit_test(test_bomb);
	return cmocka_run_group_tests_name("tree_walk", tests, NULL, NULL);
}
