#include "change/blob.h"

#include "base/limits.h"

static int
unreadable(const char **reason, struct arena *arena, const struct buf *why, struct err *err)
{
	*reason = buf_ok(why) ? arena_strndup(arena, why->ptr, why->len) : NULL;
	return *reason ? 0 : err_oom(err);
}

/* What to do about an object that libgit2 does not give us. */
static void
explain(struct buf *why, int rc, const char *hex)
{
	struct shown shown;

	if (rc == GIT_ENOTFOUND) {
		buf_addf(why, "object %s is missing: in a partial clone 'git cat-file -e %s' fetches it", hex,
			 hex);
		return;
	}
	buf_addf(why, "object %s cannot be read (%s): run 'git fsck'", hex, show_git_error(&shown));
}

/* Fills why when the object is not to be read. */
static void
read_checked(struct blob *out, struct buf *why, git_odb *odb, const git_oid *oid, const char *hex,
	     git_object_t type)
{
	git_object_t found;
	size_t size;
	int rc = git_odb_read_header(&size, &found, odb, oid);

	if (rc < 0) {
		explain(why, rc, hex);
	} else if (found != type) {
		buf_addf(why, "object %s is a %s, not a %s: run 'git fsck'", hex,
			 git_object_type2string(found), git_object_type2string(type));
	} else if (size > LIMIT_BLOB_BYTES) {
		buf_addf(why, "%zu bytes, more than the %u that are read", size, LIMIT_BLOB_BYTES);
	} else if ((rc = git_odb_read(&out->object, odb, oid)) < 0) {
		explain(why, rc, hex);
	}
}

int
blob_read(struct blob *out, const char **reason, struct arena *arena, struct repository *repo,
	  const struct object_id *id, git_object_t type, struct err *err)
{
	struct buf why = BUF_INIT(1024);
	git_oid oid;
	int rc = 1;

	*out = (struct blob){0};
	*reason = NULL;
	if (object_id_to_git(&oid, id, err) < 0)
		return -1;
	read_checked(out, &why, repo->odb, &oid, id->hex, type);
	if (out->object)
		out->bytes = slice_of(git_odb_object_data(out->object), git_odb_object_size(out->object));
	else
		rc = unreadable(reason, arena, &why, err);
	buf_release(&why);
	return rc;
}

int
blob_size(size_t *out, struct repository *repo, const struct object_id *id, struct err *err)
{
	git_object_t type;
	git_oid oid;

	*out = 0;
	if (object_id_to_git(&oid, id, err) < 0)
		return -1;
	if (git_odb_read_header(out, &type, repo->odb, &oid) < 0)
		*out = 0;
	return 0;
}

void
blob_release(struct blob *blob)
{
	git_odb_object_free(blob->object);
	*blob = (struct blob){0};
}
