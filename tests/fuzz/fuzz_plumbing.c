/*
 * Reads the input as what git's plumbing prints and as what objects hold. The
 * first byte chooses: raw changes, batch lines, refs, configuration, a commit,
 * a tag, a tree, two trees to compare.
 *
 * What must hold: whatever is taken lies in the input and moves on in it; what
 * is taken, written again in git's format, is what was read; a list is read to its
 * end or refused; entries of two trees are in order, and each is a difference.
 */
#include "oracle.h"

#include "base/buf.h"
#include "change/index_file.h"
#include "change/plumbing.h"
#include "change/repository_internal.h"

static void
check_id(const struct object_id *id)
{
	size_t len = strlen(id->hex);

	CHECK(len == 40 || len == 64);
	CHECK(strspn(id->hex, "0123456789abcdef") == len);
}

/* Ids may have been written in capitals; all else must be the same. */
static void
check_same(const struct buf *again, struct slice taken)
{
	CHECK(buf_ok(again) && again->len == taken.len);
	for (size_t i = 0; i < taken.len; i++)
		CHECK(again->ptr[i] == taken.ptr[i] || (again->ptr[i] ^ taken.ptr[i]) == 0x20);
}

static void
try_changes(struct slice input)
{
	struct buf again = BUF_INIT(1u << 24);
	struct raw_change c;
	struct slice rest = input;

	while (raw_change_next(&c, &rest) == 1) {
		check_id(&c.old_side.id);
		check_id(&c.new_side.id);
		CHECK(c.path.len > 0 && !memchr(c.path.ptr, '\0', c.path.len));
		CHECK(strchr("ADMTU", c.status));
		buf_addf(&again, ":%06o %06o %s %s %c", c.old_side.mode, c.new_side.mode, c.old_side.id.hex,
			 c.new_side.id.hex, c.status);
		buf_add_char(&again, '\0');
		buf_add_slice(&again, c.path);
		buf_add_char(&again, '\0');
		check_same(&again, slice_sub(input, 0, (size_t)(rest.ptr - input.ptr)));
	}
	buf_release(&again);
}

static void
try_batch_lines(struct slice input)
{
	struct batch_line b;
	struct slice line;

	while (slice_next_line(&input, &line)) {
		if (!batch_line_parse(&b, line) || b.state != BATCH_FOUND)
			continue;
		check_id(&b.id);
		CHECK(b.type != OBJECT_NONE && b.size <= SIZE_MAX / 2);
		CHECK(slice_find(line, slice_str(object_type_name(b.type))) == strlen(b.id.hex) + 1);
	}
}

static void
try_refs(struct slice input)
{
	struct buf again = BUF_INIT(1u << 24);
	struct slice rest = input;
	struct ref_line ref;

	while (ref_line_next(&ref, &rest) == 1) {
		check_id(&ref.id);
		CHECK(ref.name.len > 0 && !memchr(ref.name.ptr, '\n', ref.name.len));
		buf_addf(&again, "%s ", ref.id.hex);
		buf_add_slice(&again, ref.name);
		buf_add_char(&again, '\n');
		check_same(&again, slice_sub(input, 0, (size_t)(rest.ptr - input.ptr)));
	}
	buf_release(&again);
}

static void
try_config(struct slice input)
{
	struct buf again = BUF_INIT(1u << 24);
	struct config_item item;
	struct slice rest = input;

	while (config_item_next(&item, &rest) == 1) {
		CHECK(memchr(item.name.ptr, '.', item.name.len));
		CHECK(item.has_value || item.value.len == 0);
		buf_add_slice(&again, item.scope);
		buf_add_char(&again, '\0');
		buf_add_slice(&again, item.origin);
		buf_add_char(&again, '\0');
		buf_add_slice(&again, item.name);
		buf_add_str(&again, item.has_value ? "\n" : "");
		buf_add_slice(&again, item.value);
		buf_add_char(&again, '\0');
		check_same(&again, slice_sub(input, 0, (size_t)(rest.ptr - input.ptr)));
	}
	buf_release(&again);
}

static void
try_commit(struct slice input)
{
	struct object_id parent;
	struct commit c;

	if (!commit_parse(&c, input))
		return;
	check_id(&c.tree);
	CHECK(c.time >= 0);
	size_t before = c.parents.len;
	while (commit_next_parent(&parent, &c.parents)) {
		check_id(&parent);
		CHECK(c.parents.len < before);
		before = c.parents.len;
	}
	CHECK(c.parents.len == 0);
	CHECK(object_message(input).len + 2 <= input.len || object_message(input).len == 0);
}

static void
try_tag(struct slice input)
{
	struct tag t;

	if (!tag_parse(&t, input))
		return;
	check_id(&t.target);
	CHECK(t.type != OBJECT_NONE && (t.name.len == 0 || !memchr(t.name.ptr, '\n', t.name.len)));
}

static void
try_tree(struct slice input, size_t id_bytes)
{
	struct tree_entry e, last;
	size_t n = 0;
	int rc;

	for (; (rc = tree_next(&e, &input, id_bytes)) == 1; n++) {
		CHECK(e.id + id_bytes == input.ptr || input.len == 0);
		CHECK(e.name.ptr + e.name.len + 1 == e.id);
		CHECK(e.mode == MODE_TREE || e.mode == MODE_FILE || e.mode == MODE_EXECUTABLE ||
		      e.mode == MODE_SYMLINK || e.mode == MODE_GITLINK);
		CHECK(tree_entry_cmp(&e, &e) == 0);
		if (n > 0) {
			int forth = tree_entry_cmp(&last, &e), back = tree_entry_cmp(&e, &last);
			CHECK((forth > 0) == (back < 0) && (forth < 0) == (back > 0));
		}
		last = e;
	}
	CHECK(rc < 0 || input.len == 0);
}

/* --- two trees, in a repository that has no others --- */

struct fuzz_repository {
	struct repository repo;
	struct slice
		trees[2]; /* named 1 and 2, which may name themselves; every other object is an empty tree */
	unsigned reads;
};

static int
fake_read(struct object *out, struct repository *repo, const struct object_id *id, size_t max,
	  struct err *err)
{
	struct fuzz_repository *fuzz = (struct fuzz_repository *)repo;
	char last = id->hex[strlen(id->hex) - 1];

	(void)max;
	(void)err;
	*out = (struct object){.type = OBJECT_TREE};
	if (++fuzz->reads > 2000)
		*out = (struct object){.state = OBJECT_MISSING};
	else if (strspn(id->hex, "0") == 39 && (last == '1' || last == '2')) {
		out->bytes = fuzz->trees[last - '1'];
		out->size = out->bytes.len;
	}
	return 0;
}

static void
check_entries(const struct entry_list *list)
{
	for (size_t i = 0; i < list->n; i++) {
		const struct entry *e = &list->items[i];
		CHECK(e->status == ENTRY_ADDED || e->status == ENTRY_DELETED || e->status == ENTRY_MODIFIED);
		CHECK(e->status != ENTRY_MODIFIED || e->old_mode != e->new_mode ||
		      !object_id_eq(&e->old_id, &e->new_id));
		CHECK((e->status == ENTRY_ADDED) == (e->old_mode == 0));
		CHECK((e->status == ENTRY_DELETED) == (e->new_mode == 0));
		CHECK(e->old_mode != MODE_TREE && e->new_mode != MODE_TREE);
	}
}

/* What the one direction adds, the other deletes. */
static size_t
walk(struct fuzz_repository *fuzz, const struct object_id *from, const struct object_id *to)
{
	struct arena arena = ARENA_INIT;
	struct entry_collector c = {.arena = &arena};
	struct entry_list list = {NULL, 0};
	struct err err = ERR_INIT;

	fuzz->reads = 0;
	int rc = tree_walk(&c, &fuzz->repo, from, to, &err);
	CHECK((rc < 0) == err_is_set(&err));
	CHECK(rc == 0 || err.code == ERR_GIT || err.code == ERR_LIMIT);
	if (rc == 0)
		CHECK(entry_collector_finish(&list, &c, &err) == 0);
	check_entries(&list);
	size_t n = rc == 0 ? list.n : SIZE_MAX;
	entry_collector_release(&c);
	arena_release(&arena);
	return n;
}

static void
try_two_trees(struct slice input)
{
	static const struct backend backend = {.read = fake_read};
	struct object_id one = {"0000000000000000000000000000000000000001"},
			 two = {"0000000000000000000000000000000000000002"};
	size_t half = input.len > 0 ? (unsigned char)input.ptr[0] : 0;
	struct fuzz_repository fuzz = {.repo = {.backend = &backend, .id_bytes = 20}};

	fuzz.trees[0] = slice_sub(input, 1, 1 + half);
	fuzz.trees[1] = slice_sub(input, 1 + half, input.len);
	CHECK(walk(&fuzz, &one, &two) == walk(&fuzz, &two, &one));
	CHECK(walk(&fuzz, &one, &one) == 0);
}

/* Against nothing every entry is added, in order, whatever the cache tree says. */
static void
try_index(struct slice input)
{
	static const struct backend backend = {.read = fake_read};
	struct fuzz_repository fuzz = {.repo = {.backend = &backend, .id_bytes = 20}};
	struct object_id none = {""};
	struct arena arena = ARENA_INIT;
	struct entry_collector c = {.arena = &arena};
	struct err err = ERR_INIT;
	struct index_file index;
	bool sparse = false;

	int rc = index_file_parse(&index, input, 20, &err);
	CHECK((rc == 1) == !err_is_set(&err));
	if (rc != 1)
		return;
	for (size_t i = 0; i < index.n; i++)
		sparse = sparse || index.entries[i].mode == MODE_TREE;
	if (!sparse && tree_walk_index(&c, &fuzz.repo, &none, &index, &err) == 0) {
		CHECK(c.n == index.n);
		for (size_t i = 0; i < c.n; i++)
			CHECK(slice_eq(c.items[i].new_path, index.entries[i].path));
	}
	entry_collector_release(&c);
	arena_release(&arena);
	index_file_release(&index);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct slice input = slice_of(data, size);

	if (size == 0)
		return 0;
	input = slice_sub(input, 1, size);
	/* '0' to '9' in the corpus. */
	switch ((data[0] + 2) % 10) {
	case 0:
		try_config(input);
		break;
	case 1:
		try_commit(input);
		break;
	case 2:
		try_tag(input);
		break;
	case 3:
		try_tree(input, 20);
		break;
	case 4:
		try_tree(input, 32);
		break;
	case 5:
		try_two_trees(input);
		break;
	case 6:
		try_changes(input);
		break;
	case 7:
		try_batch_lines(input);
		break;
	case 8:
		try_refs(input);
		break;
	default:
		try_index(input);
	}
	return 0;
}
