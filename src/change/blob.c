#include "change/blob.h"

#include "base/limits.h"

int
blob_read(struct blob *out, const char **reason, struct arena *arena, struct repository *repo,
	  const struct object_id *id, enum object_type type, struct err *err)
{
	struct buf why = BUF_INIT(1024);

	*out = (struct blob){0};
	*reason = NULL;
	if (object_read(&out->object, repo, id, LIMIT_BLOB_BYTES, err) < 0)
		return -1;
	if (out->object.state == OBJECT_READ && out->object.type == type) {
		out->bytes = out->object.bytes;
		return 1;
	}
	if (out->object.type != OBJECT_NONE && out->object.type != type)
		buf_addf(&why, "object %s is a %s, not a %s: run 'git fsck'", id->hex,
			 object_type_name(out->object.type), object_type_name(type));
	else
		object_explain(&why, &out->object, id, LIMIT_BLOB_BYTES);
	blob_release(out);
	*reason = buf_ok(&why) ? arena_strndup(arena, why.ptr, why.len) : NULL;
	buf_release(&why);
	return *reason ? 0 : err_oom(err);
}

int
blob_size(size_t *out, struct repository *repo, const struct object_id *id, struct err *err)
{
	struct object object;

	if (object_header(&object, repo, id, err) < 0)
		return -1;
	*out = object.size;
	return 0;
}

void
blob_release(struct blob *blob)
{
	object_release(&blob->object);
	*blob = (struct blob){0};
}
