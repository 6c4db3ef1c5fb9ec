#include "change/backend.h"

#include "base/limits.h"
#include "change/repository_internal.h"

int
object_header(struct object *out, struct repository *repo, const struct object_id *id, struct err *err)
{
	*out = (struct object){0};
	return repo->backend->header(out, repo, id, err);
}

int
object_read(struct object *out, struct repository *repo, const struct object_id *id, size_t max,
	    struct err *err)
{
	*out = (struct object){0};
	return repo->backend->read(out, repo, id, max, err);
}

void
object_release(struct object *object)
{
	if (object->release)
		object->release(object->owner);
	*object = (struct object){0};
}

void
object_explain(struct buf *out, const struct object *object, const struct object_id *id, size_t max)
{
	switch (object->state) {
	case OBJECT_READ:
		break;
	case OBJECT_MISSING:
		buf_addf(out, "object %s is missing: in a partial clone 'git cat-file -e %s' fetches it",
			 id->hex, id->hex);
		break;
	case OBJECT_DAMAGED:
		buf_addf(out, "object %s is damaged: run 'git fsck'", id->hex);
		break;
	case OBJECT_TOO_LARGE:
		buf_addf(out, "%zu bytes, more than the %zu that are read", object->size, max);
		break;
	}
}

/* An object that the review cannot do without. */
static int
err_object(struct err *err, const struct object *object, const struct object_id *id, enum object_type type)
{
	struct buf why = BUF_INIT(1024);

	if (object->type != OBJECT_NONE && object->type != type)
		buf_addf(&why, "object %s is a %s, not a %s: run 'git fsck'", id->hex,
			 object_type_name(object->type), object_type_name(type));
	else
		object_explain(&why, object, id, LIMIT_BLOB_BYTES);
	if (!buf_ok(&why))
		err_oom(err);
	else
		err_set(err, object->state == OBJECT_TOO_LARGE ? ERR_LIMIT : ERR_GIT, "%s", why.ptr);
	buf_release(&why);
	return -1;
}

int
object_need(struct object *out, struct repository *repo, const struct object_id *id, enum object_type type,
	    struct err *err)
{
	if (object_read(out, repo, id, LIMIT_BLOB_BYTES, err) < 0)
		return -1;
	if (out->state == OBJECT_READ && out->type == type)
		return 0;
	err_object(err, out, id, type);
	object_release(out);
	return -1;
}

int
err_unmerged(struct err *err)
{
	return err_set(err, ERR_GIT, "the index has unmerged paths: resolve them and 'git add' them first");
}

int
err_owner(struct err *err, struct slice directory)
{
	while (slice_ends(directory, "/"))
		directory.len--;
	return err_set(err, ERR_GIT,
		       "the repository in '%.*s' belongs to another user. To trust it: "
		       "git config --global --add safe.directory <that directory>",
		       (int)directory.len, directory.ptr);
}

int
err_resolve(struct err *err, const char *revision)
{
	struct shown shown;

	return err_set(err, ERR_GIT, "cannot resolve the revision '%s': run 'git fsck'",
		       show_str(&shown, revision));
}

int
object_follow_tag(struct object_id *id, struct repository *repo, struct err *err)
{
	struct object object;
	struct tag tag;

	if (object_read(&object, repo, id, LIMIT_BLOB_BYTES, err) < 0)
		return -1;
	bool is_tag =
		object.state == OBJECT_READ && object.type == OBJECT_TAG && tag_parse(&tag, object.bytes);
	object_release(&object);
	if (is_tag)
		*id = tag.target;
	return is_tag;
}

int
object_peel(struct object_id *out, enum object_type *type, struct repository *repo,
	    const struct object_id *id, struct err *err)
{
	int rc = 1;

	*out = *id;
	*type = OBJECT_NONE;
	for (int depth = 0; rc == 1 && depth < LIMIT_TAG_DEPTH; depth++) {
		struct object object;
		if (object_header(&object, repo, out, err) < 0)
			return -1;
		if (object.state == OBJECT_MISSING || object.state == OBJECT_DAMAGED)
			return 0;
		if (object.type != OBJECT_TAG) {
			*type = object.type;
			return 0;
		}
		rc = object_follow_tag(out, repo, err);
	}
	return rc < 0 ? -1 : 0;
}
