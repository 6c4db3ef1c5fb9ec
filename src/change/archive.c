#include "change/archive.h"

#include <stdlib.h>

#include "base/inflate.h"
#include "base/limits.h"
#include "change/text.h"

/* As much as tells text from other content. */
#define SAMPLE_BYTES 8000u

void
archive_init(struct archive *archive)
{
	*archive = (struct archive){.n = 0};
	buf_init(&archive->unpacked, (size_t)LIMIT_ARCHIVE_BYTES + 1);
	arena_init(&archive->arena);
}

void
archive_release(struct archive *archive)
{
	free(archive->entries);
	buf_release(&archive->unpacked);
	arena_release(&archive->arena);
	archive_init(archive);
}

/* 1; 0: it was the last one that may be. */
static int
add_entry(struct archive *out, const struct archive_entry *entry, struct err *err)
{
	void *entries = out->entries;

	if (out->n == LIMIT_ARCHIVE_ENTRIES) {
		out->bound = true;
		return 0;
	}
	if (array_reserve(&entries, &out->cap, out->n + 1, sizeof(*out->entries)) < 0)
		return err_oom(err);
	out->entries = entries;
	out->entries[out->n++] = *entry;
	return 1;
}

/* --- zip --- */

/*
 *	local header, data, local header, data ...	"PK\3\4"
 *	central directory: a header for each		"PK\1\2"
 *	end of central directory			"PK\5\6", within the last 64 KB
 */
#define ZIP_LOCAL_BYTES   30u
#define ZIP_CENTRAL_BYTES 46u
#define ZIP_END_BYTES     22u
#define ZIP_COMMENT_MAX   65535u
#define ZIP_STORED        0u
#define ZIP_DEFLATED      8u

static uint32_t
number_at(struct slice s, size_t at, unsigned bytes)
{
	uint32_t number = 0;

	for (unsigned i = bytes; i-- > 0;)
		number = number << 8 | (unsigned char)s.ptr[at + i];
	return number;
}

/* Where the central directory begins and how many headers it has; false: there is none. */
static bool
find_directory(struct slice zip, size_t *at, size_t *n)
{
	size_t last = zip.len >= ZIP_END_BYTES ? zip.len - ZIP_END_BYTES : 0;
	size_t first = last > ZIP_COMMENT_MAX ? last - ZIP_COMMENT_MAX : 0;

	for (size_t i = last + 1; zip.len >= ZIP_END_BYTES && i-- > first;) {
		if (memcmp(zip.ptr + i, "PK\5\6", 4) != 0)
			continue;
		*n = number_at(zip, i + 10, 2);
		*at = number_at(zip, i + 16, 4);
		return *at <= i;
	}
	return false;
}

/* The data that a central header names; false: it is not there, encrypted, or packed in another way. */
static bool
read_central(struct archive_entry *out, struct slice zip, size_t at)
{
	size_t local = number_at(zip, at + 42, 4), name = number_at(zip, at + 28, 2);
	uint32_t packed = number_at(zip, at + 20, 4), method = number_at(zip, at + 10, 2);

	if (at + ZIP_CENTRAL_BYTES + name > zip.len || local > zip.len || zip.len - local < ZIP_LOCAL_BYTES ||
	    memcmp(zip.ptr + local, "PK\3\4", 4) != 0)
		return false;
	size_t data = local + ZIP_LOCAL_BYTES + number_at(zip, local + 26, 2) + number_at(zip, local + 28, 2);
	if ((number_at(zip, at + 8, 2) & 1) != 0 || (method != ZIP_STORED && method != ZIP_DEFLATED) ||
	    data > zip.len || zip.len - data < packed)
		return false;
	*out = (struct archive_entry){
		.name = slice_sub(zip, at + ZIP_CENTRAL_BYTES, at + ZIP_CENTRAL_BYTES + name),
		.packed = slice_sub(zip, data, data + packed),
		.deflated = method == ZIP_DEFLATED,
		.size = number_at(zip, at + 24, 4),
	};
	return true;
}

static int
list_zip(struct archive *out, struct slice zip, struct err *err)
{
	size_t at, n;

	if (!find_directory(zip, &at, &n))
		return 0;
	for (size_t i = 0; i < n; i++) {
		struct archive_entry entry;

		if (zip.len - at < ZIP_CENTRAL_BYTES || memcmp(zip.ptr + at, "PK\1\2", 4) != 0) {
			out->damaged = true;
			break;
		}
		if (!read_central(&entry, zip, at)) {
			out->damaged = true;
		} else if (!slice_ends(entry.name, "/")) {
			int rc = add_entry(out, &entry, err);
			if (rc <= 0)
				return rc < 0 ? -1 : 1;
		}
		size_t length = (size_t)ZIP_CENTRAL_BYTES + number_at(zip, at + 28, 2) +
				number_at(zip, at + 30, 2) + number_at(zip, at + 32, 2);
		at = zip.len - at < length ? zip.len : at + length;
	}
	return 1;
}

/* --- tar --- */

#define TAR_BLOCK 512u

static bool
is_tar(struct slice s)
{
	return s.len >= TAR_BLOCK && memcmp(s.ptr + 257, "ustar", 5) == 0;
}

/* A text that a NUL may end. */
static struct slice
field(struct slice block, size_t at, size_t len)
{
	struct slice s = slice_sub(block, at, at + len);
	size_t end = slice_chr(s, '\0');

	return slice_sub(s, 0, end);
}

/* Octal digits with blanks round them; false for other ways to write a size, as GNU's of 8 GB and more. */
static bool
octal(size_t *out, struct slice digits)
{
	*out = 0;
	digits = slice_trim(digits);
	for (size_t i = 0; i < digits.len; i++) {
		if (digits.ptr[i] < '0' || digits.ptr[i] > '7')
			return false;
		*out = *out << 3 | (size_t)(digits.ptr[i] - '0');
	}
	return true;
}

static bool
is_end(struct slice block)
{
	for (size_t i = 0; i < block.len; i++)
		if (block.ptr[i] != '\0')
			return false;
	return true;
}

/* What follows is the content of a file: programs extract types that they do not know as files, too. */
static bool
holds_file(char type)
{
	return !type || !strchr("123456gxDKLNVX", type);
}

/* "prefix/name", or the long name that stood before. */
static int
tar_name(struct slice *out, struct arena *arena, struct slice block, struct slice long_name, struct err *err)
{
	struct slice name = field(block, 0, 100), prefix = field(block, 345, 155);
	struct buf whole = BUF_INIT(1024);

	*out = long_name.len > 0 ? long_name : name;
	if (long_name.len > 0 || prefix.len == 0)
		return 0;
	buf_add_slice(&whole, prefix);
	buf_add_char(&whole, '/');
	buf_add_slice(&whole, name);
	int rc = buf_ok(&whole) ? arena_dup(out, arena, buf_slice(&whole)) : -1;
	buf_release(&whole);
	return rc < 0 ? err_oom(err) : 0;
}

static int
list_tar(struct archive *out, struct slice tar, struct err *err)
{
	struct slice long_name = {"", 0};

	for (size_t at = 0; tar.len - at >= TAR_BLOCK;) {
		struct slice block = slice_sub(tar, at, at + TAR_BLOCK);
		char type = block.ptr[156];
		size_t size;

		if (is_end(block))
			break;
		at += TAR_BLOCK;
		if (!octal(&size, field(block, 124, 12)) || size > tar.len - at) {
			out->damaged = true;
			break;
		}
		struct slice content = slice_sub(tar, at, at + size);
		size_t padded = (size + TAR_BLOCK - 1) / TAR_BLOCK * TAR_BLOCK;
		at = tar.len - at < padded ? tar.len : at + padded;
		if (type == 'L') {
			long_name = field(content, 0, content.len);
			continue;
		}
		struct archive_entry entry = {.packed = content, .size = (uint32_t)size};
		if (tar_name(&entry.name, &out->arena, block, long_name, err) < 0)
			return -1;
		long_name.len = 0;
		int rc = holds_file(type) ? add_entry(out, &entry, err) : 1;
		if (rc <= 0)
			return rc < 0 ? -1 : 1;
	}
	return 1;
}

/* --- all --- */

/* gzip of a tar file, or of one text. */
static int
list_gzip(struct archive *out, struct slice gzip, struct err *err)
{
	int rc = inflate_bytes(&out->unpacked, LIMIT_ARCHIVE_BYTES, gzip, INFLATE_ANY, err);

	if (rc < 0)
		return -1;
	out->bound |= rc == INFLATE_BOUND;
	out->damaged |= rc == INFLATE_BROKEN;
	struct slice bytes = buf_slice(&out->unpacked);
	if (is_tar(bytes))
		return list_tar(out, bytes, err);
	const struct archive_entry whole = {
		.name = SLICE_LITERAL("content"), .packed = bytes, .size = (uint32_t)bytes.len};
	return bytes.len > 0 ? add_entry(out, &whole, err) : 0;
}

static int
compare_names(const void *a, const void *b)
{
	return slice_cmp(((const struct archive_entry *)a)->name, ((const struct archive_entry *)b)->name);
}

static bool
is_zip(struct slice s)
{
	return slice_starts(s, "PK\3\4");
}

static bool
is_gzip(struct slice s)
{
	return slice_starts(s, "\x1f\x8b");
}

bool
archive_is_too_long(struct slice bytes)
{
	return bytes.len > LIMIT_ARCHIVE_BYTES && (is_zip(bytes) || is_gzip(bytes) || is_tar(bytes));
}

int
archive_list(struct archive *out, struct slice bytes, struct err *err)
{
	int rc = 0;

	if (bytes.len > LIMIT_ARCHIVE_BYTES)
		return 0;
	if (is_zip(bytes))
		rc = list_zip(out, bytes, err);
	else if (is_gzip(bytes))
		rc = list_gzip(out, bytes, err);
	else if (is_tar(bytes))
		rc = list_tar(out, bytes, err);
	if (rc == 1 && out->n > 0)
		qsort(out->entries, out->n, sizeof(*out->entries), compare_names);
	return rc;
}

const struct archive_entry *
archive_find(const struct archive *archive, struct slice name)
{
	const struct archive_entry key = {.name = name};

	if (archive->n == 0)
		return NULL;
	return bsearch(&key, archive->entries, archive->n, sizeof(key), compare_names);
}

/* Unpacks at most max bytes. 1, 2: there are more, 3: it is damaged; -1. */
static int
unpack(struct buf *out, const struct archive_entry *entry, size_t max, struct err *err)
{
	int rc = inflate_bytes(out, max, entry->packed, INFLATE_RAW, err);

	return rc < 0 ? -1 : rc == INFLATE_DONE ? 1 : rc == INFLATE_BOUND ? 2 : 3;
}

int
archive_text(struct slice *out, struct arena *arena, const struct archive_entry *entry, size_t max,
	     struct err *err)
{
	struct buf bytes = BUF_INIT((size_t)LIMIT_ARCHIVE_BYTES + 1);

	*out = entry->packed;
	if (!entry->deflated)
		return text_is_binary(entry->packed) ? 0 : entry->packed.len > max ? 2 : 1;
	int rc = unpack(&bytes, entry, SAMPLE_BYTES, err);
	if (rc == 2 && entry->size <= max && !text_is_binary(buf_slice(&bytes))) {
		buf_clear(&bytes);
		rc = unpack(&bytes, entry, entry->size, err);
		if (rc == 2)
			rc = 3; /* more than its header says */
	}
	if (rc >= 0 && text_is_binary(buf_slice(&bytes)))
		rc = 0;
	if (rc == 1 && bytes.len > max)
		rc = 2;
	if (rc == 1 && arena_dup(out, arena, buf_slice(&bytes)) < 0)
		rc = err_oom(err);
	buf_release(&bytes);
	return rc;
}
