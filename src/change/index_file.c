/*
 * index_file.c - the bytes of git's index, taken apart
 *
 *     "DIRC" version count        4 bytes each, the highest first
 *     entry...                    sorted by path, then by stage
 *     extension...                4 letters, 4 bytes of size, as many bytes
 *     checksum                    as long as an id
 *
 * An entry is 40 bytes of stat data, of which the mode counts here, the id, two
 * bytes of flags, two more if the flags say so, and the path. Versions 2 and 3
 * end it with 1 to 8 NULs, so that its length is a multiple of 8. Version 4
 * says how many bytes to drop from the end of the path before, and what to append.
 */
#include "change/index_file.h"

#include <errno.h>
#include <unistd.h>

#include "base/file.h"
#include "base/limits.h"
#include "change/object.h"
#include "change/repository_internal.h"

#define HEADER_BYTES       12u
#define MODE_AT            24u /* within an entry */
#define STAT_BYTES         40u

#define FLAG_EXTENDED      0x4000u
#define FLAG_STAGE         0x3000u
#define FLAG_LENGTH        0x0fffu /* of the path; all bits: so long or longer */
#define FLAG_INTENT_TO_ADD 0x2000u /* of the further two bytes */

struct reader {
	struct index_file *index;
	struct slice rest; /* without the checksum */
	uint32_t version;
	size_t room;       /* entries allocated */
	size_t unpacked;   /* bytes of paths of version 4 */
	struct slice last; /* path of the entry before */
	bool unmerged;
	bool disordered; /* or an entry without a path, as a split index has them: judged at the end */
};

static int
err_damaged(struct err *err)
{
	return err_set(err, ERR_GIT, "the index is damaged: remove it, then run 'git reset'");
}

static uint32_t
read_32(const char *at)
{
	const unsigned char *p = (const unsigned char *)at;

	return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
}

static uint32_t
read_16(const char *at)
{
	const unsigned char *p = (const unsigned char *)at;

	return (uint32_t)p[0] << 8 | p[1];
}

static bool
take(struct slice *out, struct slice *rest, size_t n)
{
	if (n > rest->len)
		return false;
	*out = slice_of(rest->ptr, n);
	*rest = slice_sub(*rest, n, rest->len);
	return true;
}

static bool
take_string(struct slice *out, struct slice *rest)
{
	size_t len = slice_chr(*rest, '\0');

	if (len == (size_t)-1)
		return false;
	*out = slice_of(rest->ptr, len);
	*rest = slice_sub(*rest, len + 1, rest->len);
	return true;
}

/* A number of git's packs: seven bits a byte, each further one counts from where the shorter ones end. */
static bool
take_varint(size_t *out, struct slice *rest)
{
	size_t value = 0;

	for (size_t i = 0; i < rest->len && i < 5; i++) {
		unsigned char c = (unsigned char)rest->ptr[i];
		value = (value << 7) + (c & 127u);
		if (!(c & 128u)) {
			*out = value;
			*rest = slice_sub(*rest, i + 1, rest->len);
			return true;
		}
		value++;
	}
	return false;
}

/* The path of version 4, put together in the arena. 1, 0: malformed, -1. */
static int
take_packed_path(struct slice *out, struct reader *r, struct err *err)
{
	struct slice tail;
	size_t drop;

	if (!take_varint(&drop, &r->rest) || drop > r->last.len || !take_string(&tail, &r->rest))
		return 0;
	size_t keep = r->last.len - drop;
	if (keep + tail.len > LIMIT_PATH_BYTES || (r->unpacked += keep + tail.len) > LIMIT_INDEX_BYTES)
		return err_set(err, ERR_LIMIT, "the paths of the index are longer than %u bytes",
			       LIMIT_INDEX_BYTES);
	char *path = arena_alloc(&r->index->arena, keep + tail.len + 1);
	if (!path)
		return err_oom(err);
	if (keep > 0)
		memcpy(path, r->last.ptr, keep);
	memcpy(path + keep, tail.ptr, tail.len);
	*out = slice_of(path, keep + tail.len);
	return 1;
}

/* The path of versions 2 and 3 behind `before` bytes of its entry, and what fills the entry up. */
static bool
take_padded_path(struct slice *out, struct slice *rest, size_t before)
{
	struct slice fill;

	if (!take_string(out, rest))
		return false;
	size_t length = before + out->len + 1;
	return take(&fill, rest, (8 - length % 8) % 8);
}

/* Paths are sorted, and unique but for the sides of a conflict. */
static bool
is_in_order(const struct reader *r, struct slice path)
{
	int order = r->last.ptr ? slice_cmp(r->last, path) : -1;

	return path.len > 0 && (order < 0 || (order == 0 && r->unmerged));
}

/* A path has the length that the flags say, and ends in '/' for a directory of a sparse index alone. */
static bool
is_path_right(const struct index_entry *e, uint32_t flags)
{
	size_t length = e->path.len < FLAG_LENGTH ? e->path.len : FLAG_LENGTH;

	return length == (flags & FLAG_LENGTH) && (e->mode == MODE_TREE) == slice_ends(e->path, "/");
}

/* 1, 0: malformed, -1. */
static int
take_entry(struct reader *r, struct err *err)
{
	size_t id_bytes = r->index->id_bytes, before = STAT_BYTES + id_bytes + 2;
	struct index_entry *e = &r->index->entries[r->index->n];
	struct slice fixed, more;
	uint32_t flags, extended = 0;
	int rc;

	if (!take(&fixed, &r->rest, before))
		return 0;
	e->mode = mode_canonical(read_32(fixed.ptr + MODE_AT));
	e->id = fixed.ptr + STAT_BYTES;
	flags = read_16(e->id + id_bytes);
	if (flags & FLAG_EXTENDED) {
		if (r->version < 3 || !take(&more, &r->rest, 2))
			return 0;
		extended = read_16(more.ptr);
		before += 2;
	}
	rc = r->version == 4 ? take_packed_path(&e->path, r, err)
			     : take_padded_path(&e->path, &r->rest, before);
	if (rc != 1)
		return rc;
	if (!is_path_right(e, flags))
		return 0;
	r->disordered = r->disordered || !is_in_order(r, e->path);
	r->unmerged = r->unmerged || (flags & FLAG_STAGE);
	r->last = e->path;
	if (!(extended & FLAG_INTENT_TO_ADD))
		r->index->n++;
	return 1;
}

/* 1, 0: malformed, -1. */
static int
take_entries(struct reader *r, uint32_t count, struct err *err)
{
	/* No entry is shorter than this, so a lying count allocates no more than the file's size. */
	if (count > r->rest.len / (STAT_BYTES + r->index->id_bytes + 2))
		return 0;
	r->index->entries = arena_array(&r->index->arena, (size_t)count + 1, sizeof(*r->index->entries));
	if (!r->index->entries)
		return err_oom(err);
	for (uint32_t i = 0; i < count; i++) {
		int rc = take_entry(r, err);
		if (rc != 1)
			return rc;
	}
	return 1;
}

/* A decimal number, -1 among them, up to a byte that ends it. */
static bool
take_decimal(long *out, struct slice *rest, char end)
{
	size_t len = slice_chr(*rest, end);
	bool negative = rest->len > 0 && rest->ptr[0] == '-';
	unsigned long value;

	if (len == (size_t)-1 || !slice_to_ulong(slice_sub(*rest, negative, len), UINT32_MAX, &value))
		return false;
	*out = negative ? -(long)value : (long)value;
	*rest = slice_sub(*rest, len + 1, rest->len);
	return true;
}

/*
 * One directory of the cache tree: name NUL, number of entries (-1: changed
 * since), space, number of directories in it, LF, its id unless it was changed.
 * 1, 0: malformed, -1.
 */
static int
take_cached(struct index_cached *out, struct slice *rest, struct index_file *index, struct err *err)
{
	struct slice id = {NULL, 0};
	long nentries, nchildren;

	if (!take_string(&out->name, rest) || !take_decimal(&nentries, rest, ' ') ||
	    !take_decimal(&nchildren, rest, '\n') || nchildren < 0 ||
	    (nentries >= 0 && !take(&id, rest, index->id_bytes)))
		return 0;
	/* A directory takes five bytes at least. */
	if ((size_t)nchildren > rest->len / 5)
		return 0;
	out->id = id.ptr;
	out->nentries = nentries < 0 ? 0 : (size_t)nentries;
	out->nchildren = (size_t)nchildren;
	out->children = arena_array(&index->arena, out->nchildren, sizeof(*out->children));
	return out->children ? 1 : err_oom(err);
}

/* Where the reading of nested directories stands. */
struct nest {
	struct index_cached *in[LIMIT_TREE_DEPTH];
	size_t next[LIMIT_TREE_DEPTH]; /* child to be read */
	size_t depth;
};

/* 1, 0: malformed or nested too deep, -1. */
static int
take_nest(struct nest *nest, struct slice *rest, struct index_file *index, struct err *err)
{
	int rc = take_cached(index->cached, rest, index, err);

	nest->in[0] = index->cached;
	for (nest->depth = 1; rc == 1 && nest->depth > 0;) {
		struct index_cached *in = nest->in[nest->depth - 1];
		size_t *next = &nest->next[nest->depth - 1];
		if (*next == in->nchildren) {
			nest->depth--;
			continue;
		}
		struct index_cached *child = &in->children[(*next)++];
		if (nest->depth == LIMIT_TREE_DEPTH)
			return 0;
		rc = take_cached(child, rest, index, err);
		nest->in[nest->depth] = child;
		nest->next[nest->depth++] = 0;
	}
	return rc;
}

/* The extension "TREE". It saves time alone: a malformed one is left, as git leaves it. 0 or -1. */
static int
read_cache_tree(struct index_file *index, struct slice bytes, struct err *err)
{
	struct nest *nest = arena_alloc(&index->arena, sizeof(*nest));

	index->cached = arena_alloc(&index->arena, sizeof(*index->cached));
	if (!nest || !index->cached)
		return err_oom(err);
	int rc = take_nest(nest, &bytes, index, err);
	if (rc == 0)
		index->cached = NULL;
	return rc < 0 ? -1 : 0;
}

/* What an extension that changes the meaning of the entries means for us: 1 nothing, 0 refused. */
static int
check_required(const char *name, struct err *err)
{
	struct shown shown;

	if (memcmp(name, "sdir", 4) == 0)
		return 1;
	if (memcmp(name, "link", 4) == 0)
		err_set(err, ERR_GIT, "a split index (core.splitIndex) is not read directly");
	else
		err_set(err, ERR_GIT, "the index has an unknown extension '%s'",
			show(&shown, slice_of(name, 4)));
	return 0;
}

/* 1; 0 with err: refused; 0 without: malformed; -1. */
static int
take_extensions(struct reader *r, struct err *err)
{
	struct slice head, bytes;

	while (r->rest.len > 0) {
		if (!take(&head, &r->rest, 8) || !take(&bytes, &r->rest, read_32(head.ptr + 4)))
			return 0;
		if (!(head.ptr[0] >= 'A' && head.ptr[0] <= 'Z') && check_required(head.ptr, err) == 0)
			return 0;
		if (memcmp(head.ptr, "TREE", 4) == 0 && read_cache_tree(r->index, bytes, err) < 0)
			return -1;
	}
	return 1;
}

int
index_file_parse(struct index_file *out, struct slice bytes, size_t id_bytes, struct err *err)
{
	struct reader r = {.index = out, .rest = slice_sub(bytes, HEADER_BYTES, bytes.len)};

	*out = (struct index_file){.id_bytes = id_bytes, .arena = ARENA_INIT};
	if (bytes.len < HEADER_BYTES + id_bytes || memcmp(bytes.ptr, "DIRC", 4) != 0)
		return err_damaged(err);
	r.version = read_32(bytes.ptr + 4);
	if (r.version < 2 || r.version > 4)
		return err_damaged(err);
	r.rest.len -= id_bytes;
	int rc = take_entries(&r, read_32(bytes.ptr + 8), err);
	if (rc == 1)
		rc = take_extensions(&r, err);
	if ((rc == 0 && !err_is_set(err)) || (rc == 1 && r.disordered))
		rc = err_damaged(err);
	if (rc == 1 && r.unmerged)
		rc = err_unmerged(err);
	if (rc != 1)
		index_file_release(out);
	return rc;
}

int
index_file_read(struct index_file *out, const char *path, size_t id_bytes, struct err *err)
{
	struct buf bytes = BUF_INIT(LIMIT_INDEX_BYTES);
	int rc = -1;

	*out = (struct index_file){.id_bytes = id_bytes, .arena = ARENA_INIT};
	if (access(path, F_OK) < 0 && errno == ENOENT)
		return 1;
	if (file_read(&bytes, path, bytes.max, err) == 0)
		rc = index_file_parse(out, buf_slice(&bytes), id_bytes, err);
	if (rc == 1)
		out->bytes = bytes;
	else
		buf_release(&bytes);
	return rc;
}

void
index_file_release(struct index_file *index)
{
	arena_release(&index->arena);
	buf_release(&index->bytes);
	*index = (struct index_file){.arena = ARENA_INIT};
}
