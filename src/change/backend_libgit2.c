/*
 * backend_libgit2.c - the repository as libgit2 reads it
 *
 * Opening is in libgit2_open.c, the index in index_file.c, configuration in
 * config_files.c.
 */
#include "change/index_file.h"
#include "change/libgit2.h"

#include <stdarg.h>
#include <stdio.h>

const char *
show_git_error(struct shown *shown)
{
	const git_error *last = git_error_last();

	return show_str(shown, last && last->message ? last->message : "unknown error of libgit2");
}

int
err_git(struct err *err, const char *fmt, ...)
{
	const git_error *last = git_error_last();
	struct shown why;
	char what[512];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(what, sizeof(what), fmt, ap);
	va_end(ap);
	if (last && last->klass == GIT_ERROR_NOMEMORY)
		return err_oom(err);
	return err_set(err, ERR_GIT, "%s: %s", what, show_git_error(&why));
}

static void
id_from_git(struct object_id *out, const git_oid *id)
{
	object_id_from_bytes(out, id->id, GIT_OID_RAWSZ);
}

static bool
id_to_git(git_oid *out, const struct object_id *id)
{
	return strlen(id->hex) == GIT_OID_HEXSZ && git_oid_fromstr(out, id->hex) == 0;
}

static enum object_type
type_from_git(git_object_t type)
{
	switch (type) {
	case GIT_OBJECT_COMMIT:
		return OBJECT_COMMIT;
	case GIT_OBJECT_TREE:
		return OBJECT_TREE;
	case GIT_OBJECT_BLOB:
		return OBJECT_BLOB;
	case GIT_OBJECT_TAG:
		return OBJECT_TAG;
	default:
		return OBJECT_NONE;
	}
}

/* An object that libgit2 did not give. */
static int
not_read(struct object *out, int rc, struct err *err)
{
	const git_error *last = git_error_last();

	*out = (struct object){.state = rc == GIT_ENOTFOUND ? OBJECT_MISSING : OBJECT_DAMAGED};
	return last && last->klass == GIT_ERROR_NOMEMORY ? err_oom(err) : 0;
}

static int
libgit2_header(struct object *out, struct repository *repo, const struct object_id *id, struct err *err)
{
	git_object_t type;
	git_oid oid;

	if (!id_to_git(&oid, id))
		return not_read(out, GIT_ENOTFOUND, err);
	int rc = git_odb_read_header(&out->size, &type, repo->odb, &oid);
	if (rc < 0)
		return not_read(out, rc, err);
	out->type = type_from_git(type);
	return 0;
}

static void
release_odb_object(void *owner)
{
	git_odb_object_free(owner);
}

static int
libgit2_read(struct object *out, struct repository *repo, const struct object_id *id, size_t max,
	     struct err *err)
{
	git_odb_object *object;
	git_oid oid;

	if (libgit2_header(out, repo, id, err) < 0)
		return -1;
	if (out->state != OBJECT_READ || !id_to_git(&oid, id))
		return 0;
	if (out->size > max) {
		out->state = OBJECT_TOO_LARGE;
		return 0;
	}
	int rc = git_odb_read(&object, repo->odb, &oid);
	if (rc < 0)
		return not_read(out, rc, err);
	out->bytes = slice_of(git_odb_object_data(object), git_odb_object_size(object));
	out->owner = object;
	out->release = release_odb_object;
	return 0;
}

static bool
names_head(const char *revision)
{
	return strcmp(revision, "HEAD") == 0 || strcmp(revision, "@") == 0;
}

static int
libgit2_resolve(struct object_id *out, enum revision_state *state, struct repository *repo,
		const char *revision, struct err *err)
{
	git_object *object = NULL;

	if (names_head(revision)) {
		int unborn = git_repository_head_unborn(repo->libgit2);
		if (unborn < 0)
			return err_resolve(err, revision);
		*state = REVISION_UNBORN;
		if (unborn)
			return 0;
	}
	int rc = git_revparse_single(&object, repo->libgit2, revision);
	if (rc == 0) {
		*state = REVISION_FOUND;
		id_from_git(out, git_object_id(object));
		git_object_free(object);
		return 0;
	}
	*state = rc == GIT_EAMBIGUOUS ? REVISION_AMBIGUOUS : REVISION_UNKNOWN;
	if (rc == GIT_EAMBIGUOUS || rc == GIT_ENOTFOUND || rc == GIT_EINVALIDSPEC)
		return 0;
	return err_resolve(err, revision);
}

/* Dangling symbolic refs are common: origin/HEAD after its branch was renamed. They are passed over. */
static int
visit_ref(git_reference *ref, ref_visitor visit, void *ctx, struct err *err)
{
	git_reference *direct = NULL;
	struct object_id id;
	int rc = 0;

	if (git_reference_resolve(&direct, ref) == 0) {
		id_from_git(&id, git_reference_target(direct));
		rc = visit(ctx, git_reference_name(ref), &id, err);
	}
	git_reference_free(direct);
	return rc;
}

static int
libgit2_each_ref(struct repository *repo, const char *prefix, ref_visitor visit, void *ctx, struct err *err)
{
	git_reference_iterator *it = NULL;
	git_reference *ref;
	int rc = 0, found = 0;

	if (git_reference_iterator_new(&it, repo->libgit2) < 0)
		return err_git(err, "cannot list the references");
	while (rc == 0 && (found = git_reference_next(&ref, it)) == 0) {
		if (slice_starts(slice_str(git_reference_name(ref)), prefix))
			rc = visit_ref(ref, visit, ctx, err);
		git_reference_free(ref);
	}
	if (rc == 0 && found != GIT_ITEROVER)
		rc = err_git(err, "cannot list the references");
	git_reference_iterator_free(it);
	return rc;
}

static int
libgit2_merge_bases(struct object_id **out, size_t *n, struct arena *arena, struct repository *repo,
		    const struct object_id *a, const struct object_id *b, struct err *err)
{
	git_oidarray found = {NULL, 0};
	git_oid one, two;

	*n = 0;
	*out = NULL;
	/* In a shallow clone this may run into the cut. */
	if (!id_to_git(&one, a) || !id_to_git(&two, b) ||
	    git_merge_bases(&found, repo->libgit2, &one, &two) < 0)
		return 0;
	*out = arena_array(arena, found.count, sizeof(**out));
	for (size_t i = 0; *out && i < found.count; i++)
		id_from_git(&(*out)[(*n)++], &found.ids[i]);
	git_oidarray_dispose(&found);
	return *out ? 0 : err_oom(err);
}

/*
 * libgit2's own reading of the index refuses more, and ignores the cache tree. The objects of the
 * tree are its affair.
 */
static int
libgit2_index_entries(struct entry_list *out, struct arena *arena, struct repository *repo,
		      const struct object_id *tree, struct err *err)
{
	struct entry_collector c = {.arena = arena};
	struct index_file index;
	int rc = index_file_read(&index, repo->index_path, repo->id_bytes, err);

	if (rc != 1)
		return rc;
	if (tree_walk_index(&c, repo, tree, &index, err) < 0 || entry_collector_finish(out, &c, err) < 0)
		rc = -1;
	entry_collector_release(&c);
	index_file_release(&index);
	return rc;
}

const struct backend backend_libgit2 = {
	.name = "libgit2",
	.open = libgit2_open,
	.close = libgit2_close,
	.header = libgit2_header,
	.read = libgit2_read,
	.resolve = libgit2_resolve,
	.each_ref = libgit2_each_ref,
	.merge_bases = libgit2_merge_bases,
	.index_entries = libgit2_index_entries,
	.config = config_read_files,
};
