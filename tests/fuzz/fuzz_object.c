/*
 * Writes the input as a commit, tree or tag (the first byte says) into an object database
 * in memory, where libgit2 reads it: the other reader of git's objects.
 *
 * What must hold: what libgit2 takes, ours takes too (or refuses a tree), so that nothing passes
 * unread, and both say the same of it: tree, parents, time and message; entries with their modes, names
 * and ids; target, type and name.
 */
#include "oracle.h"

#include <git2.h>
#include <git2/sys/mempack.h>
#include <git2/sys/odb_backend.h>
#include <git2/sys/repository.h>

#include "base/buf.h"
#include "change/object.h"

#define INPUT_MAX 20000u

struct store {
	git_repository *repo;
	git_odb *odb;
	git_odb_backend *memory;
};

/* libgit2 1.5 forgets what it has read of a commit that it then refuses. */
const char *__lsan_default_suppressions(void);
const char *
__lsan_default_suppressions(void)
{
	return "leak:libgit2.so";
}

/* One for the whole run; emptied behind each input. */
static struct store *
store_get(void)
{
	static struct store store;

	if (store.repo)
		return &store;
	CHECK(git_libgit2_init() > 0);
	/* The objects that ours name need not be there. */
	CHECK(git_libgit2_opts(GIT_OPT_ENABLE_STRICT_OBJECT_CREATION, 0) == 0);
	/* As change/libgit2_open.c has it. */
	CHECK(git_libgit2_opts(GIT_OPT_ENABLE_CACHING, 0) == 0);
	CHECK(git_odb_new(&store.odb) == 0);
	CHECK(git_mempack_new(&store.memory) == 0);
	CHECK(git_odb_add_backend(store.odb, store.memory, 1) == 0);
	CHECK(git_repository_wrap_odb(&store.repo, store.odb) == 0);
	return &store;
}

static void
check_same_id(const git_oid *theirs, const struct object_id *ours)
{
	char hex[GIT_OID_HEXSZ + 1];

	git_oid_tostr(hex, sizeof(hex), theirs);
	CHECK(strcmp(hex, ours->hex) == 0);
}

/* --- commits --- */

static void
check_commit(const git_commit *theirs, struct slice bytes)
{
	struct commit ours;
	struct object_id parent;
	unsigned n = 0;

	CHECK(commit_parse(&ours, bytes));
	check_same_id(git_commit_tree_id(theirs), &ours.tree);
	for (; commit_next_parent(&parent, &ours.parents); n++) {
		CHECK(n < git_commit_parentcount(theirs));
		check_same_id(git_commit_parent_id(theirs, n), &parent);
	}
	CHECK(n == git_commit_parentcount(theirs));
	/* Theirs is a C string. */
	struct slice message = object_message(bytes);
	CHECK(slice_eq_str(slice_sub(message, 0, slice_chr(message, '\0')), git_commit_message_raw(theirs)));
}

/* --- trees --- */

/* What is none of these is a submodule for git and for ours, a file for libgit2. */
static bool
is_kind(unsigned mode)
{
	mode &= MODE_KIND;
	return mode == (MODE_FILE & MODE_KIND) || mode == MODE_SYMLINK || mode == MODE_TREE ||
	       mode == MODE_GITLINK;
}

static void
check_entry(const git_tree_entry *theirs, const struct tree_entry *ours)
{
	CHECK(slice_eq_str(ours->name, git_tree_entry_name(theirs)));
	CHECK(memcmp(git_tree_entry_id(theirs)->id, ours->id, GIT_OID_RAWSZ) == 0);
	unsigned mode = (unsigned)git_tree_entry_filemode_raw(theirs);
	CHECK((ours->mode & MODE_KIND) == (is_kind(mode) ? mode & MODE_KIND : MODE_GITLINK));
}

static void
check_tree(const git_tree *theirs, struct slice bytes)
{
	struct tree_entry ours;
	size_t n = 0;
	int rc;

	for (; (rc = tree_next(&ours, &bytes, GIT_OID_RAWSZ)) == 1; n++) {
		CHECK(n < git_tree_entrycount(theirs));
		check_entry(git_tree_entry_byindex(theirs, n), &ours);
	}
	/* git, too, refuses a mode that is not octal; libgit2 reads "400-0". */
	CHECK(rc < 0 || n == git_tree_entrycount(theirs));
}

/* --- tags --- */

static void
check_tag(const git_tag *theirs, struct slice bytes)
{
	struct tag ours;

	CHECK(tag_parse(&ours, bytes));
	check_same_id(git_tag_target_id(theirs), &ours.target);
	CHECK(strcmp(object_type_name(ours.type), git_object_type2string(git_tag_target_type(theirs))) == 0);
	CHECK(slice_eq_str(slice_sub(ours.name, 0, slice_chr(ours.name, '\0')), git_tag_name(theirs)));
}

static void
check_object(const git_object *theirs, git_object_t type, struct slice bytes)
{
	if (type == GIT_OBJECT_COMMIT)
		check_commit((const git_commit *)theirs, bytes);
	else if (type == GIT_OBJECT_TREE)
		check_tree((const git_tree *)theirs, bytes);
	else
		check_tag((const git_tag *)theirs, bytes);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const git_object_t types[] = {GIT_OBJECT_COMMIT, GIT_OBJECT_TREE, GIT_OBJECT_TAG};
	struct store *store = store_get();
	git_object *theirs = NULL;
	git_oid id;

	if (size < 1 || size > INPUT_MAX)
		return 0;
	struct slice bytes = slice_of(data + 1, size - 1);
	git_object_t type = types[data[0] % 3];
	CHECK(git_odb_write(&id, store->odb, bytes.ptr, bytes.len, type) == 0);
	if (git_object_lookup(&theirs, store->repo, &id, type) == 0)
		check_object(theirs, type, bytes);
	git_object_free(theirs);
	CHECK(git_mempack_reset(store->memory) == 0);
	return 0;
}
