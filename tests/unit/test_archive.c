/*
 * Archives, made here: what is in them, and what a damaged one gives.
 */
#include "unit.h"

#include <git2.h>
#include <stdio.h>
#include <stdlib.h>
#include <zlib.h>

#include "base/hash.h"
#include "base/limits.h"
#include "change/expansion.h"

struct file {
	const char *name, *content;
};

static void
add_little(struct buf *out, uint32_t number, unsigned bytes)
{
	for (unsigned i = 0; i < bytes; i++, number >>= 8)
		buf_add_char(out, (char)(number & 0xff));
}

static void
deflate_raw(struct buf *out, struct slice s)
{
	unsigned char packed[65536];
	z_stream z = {.next_in = (Bytef *)(uintptr_t)s.ptr, .avail_in = (uInt)s.len};

	assert_int_equal(deflateInit2(&z, 9, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY), Z_OK);
	z.next_out = packed;
	z.avail_out = sizeof(packed);
	assert_int_equal(deflate(&z, Z_FINISH), Z_STREAM_END);
	buf_add(out, packed, z.total_out);
	deflateEnd(&z);
}

/* What a local and a central header have in common, from the flags to the lengths of names. */
static void
add_common(struct buf *out, const struct file *file, uint32_t packed, bool deflated)
{
	add_little(out, 0, 2);
	add_little(out, deflated ? 8 : 0, 2);
	add_little(out, 0, 4);
	add_little(out, hash_crc32(slice_str(file->content)), 4);
	add_little(out, packed, 4);
	add_little(out, (uint32_t)strlen(file->content), 4);
	add_little(out, (uint32_t)strlen(file->name), 2);
	add_little(out, 0, 2);
}

static void
make_zip(struct buf *zip, const struct file *files, size_t n, bool deflated)
{
	struct buf directory = BUF_INIT(1u << 20);

	buf_clear(zip);
	for (size_t i = 0; i < n; i++) {
		uint32_t local = (uint32_t)zip->len;
		struct buf data = BUF_INIT(1u << 20);
		if (deflated)
			deflate_raw(&data, slice_str(files[i].content));
		else
			buf_add_str(&data, files[i].content);
		buf_add(zip, "PK\3\4\24\0", 6);
		add_common(zip, &files[i], (uint32_t)data.len, deflated);
		buf_add_str(zip, files[i].name);
		buf_add_slice(zip, buf_slice(&data));
		buf_add(&directory, "PK\1\2\24\0\24\0", 8);
		add_common(&directory, &files[i], (uint32_t)data.len, deflated);
		add_little(&directory, 0, 10);
		add_little(&directory, local, 4);
		buf_add_str(&directory, files[i].name);
		buf_release(&data);
	}
	uint32_t start = (uint32_t)zip->len;
	buf_add_slice(zip, buf_slice(&directory));
	buf_add(zip, "PK\5\6\0\0\0\0", 8);
	add_little(zip, (uint32_t)n, 2);
	add_little(zip, (uint32_t)n, 2);
	add_little(zip, (uint32_t)directory.len, 4);
	add_little(zip, start, 4);
	add_little(zip, 0, 2);
	buf_release(&directory);
}

static void
add_tar_block(struct buf *tar, const char *name, const char *prefix, char type, size_t size)
{
	char block[512] = {0};

	memcpy(block, name, strlen(name) < 100 ? strlen(name) : 100);
	snprintf(block + 124, 12, "%011zo", size);
	block[156] = type;
	memcpy(block + 257,
	       "ustar\0"
	       "00",
	       8);
	memcpy(block + 345, prefix, strlen(prefix));
	buf_add(tar, block, sizeof(block));
}

static void
add_tar(struct buf *tar, const char *name, const char *prefix, char type, const char *content)
{
	static const char zeros[512];

	add_tar_block(tar, name, prefix, type, strlen(content));
	buf_add_str(tar, content);
	buf_add(tar, zeros, (512 - tar->len % 512) % 512);
}

/* "name=text; ..."; a binary or broken file as "name". */
static void
expect(struct slice bytes, int rc, const char *expected)
{
	struct arena arena = ARENA_INIT;
	struct buf shown = BUF_INIT(1u << 20);
	struct err err = ERR_INIT;
	struct archive archive;

	archive_init(&archive);
	assert_int_equal(archive_list(&archive, bytes, &err), rc);
	for (size_t i = 0; i < archive.n; i++) {
		struct slice text = {"", 0};
		int found = archive_text(&text, &arena, &archive.entries[i], 1000, &err);
		buf_add_str(&shown, i ? "; " : "");
		buf_add_slice(&shown, archive.entries[i].name);
		if (found == 1) {
			buf_add_char(&shown, '=');
			buf_add_slice(&shown, text);
		} else {
			buf_addf(&shown, "(%d)", found);
		}
		assert_ptr_equal(archive_find(&archive, archive.entries[i].name), &archive.entries[i]);
	}
	if (archive.bound || archive.damaged)
		buf_add_str(&shown, archive.bound ? " and more" : " ...");
	assert_slice_equal(buf_slice(&shown), expected);
	assert_null(archive_find(&archive, slice_str("no such file")));
	archive_release(&archive);
	arena_release(&arena);
	buf_release(&shown);
}

static const struct file files[] = {{"b/b.txt", "second, second, second"}, {"a.txt", "first"}, {"d/", ""}};

static void
test_zip(void **state)
{
	struct buf zip = BUF_INIT(1u << 20);

	(void)state;
	for (int deflated = 0; deflated < 2; deflated++) {
		make_zip(&zip, files, 3, deflated);
		expect(buf_slice(&zip), 1, "a.txt=first; b/b.txt=second, second, second");
		buf_add_str(&zip, "a comment");
		expect(buf_slice(&zip), 1, "a.txt=first; b/b.txt=second, second, second");
		/* encrypted: the flag of the first central header */
		zip.len -= strlen("a comment");
		size_t directory = slice_find(buf_slice(&zip), slice_str("PK\1\2"));
		zip.ptr[directory + 8] = 1;
		expect(buf_slice(&zip), 1, "a.txt=first ...");
		zip.ptr[directory + 8] = 0;
		zip.ptr[directory + 10] = 14;
		expect(buf_slice(&zip), 1, "a.txt=first ...");
	}
	expect(slice_str("PK\3\4 and no more of it"), 0, "");
	buf_release(&zip);
}

static void
test_zip_bounds(void **state)
{
	char content[3001];
	struct file large = {"large", content};
	struct buf zip = BUF_INIT(1u << 20);

	(void)state;
	memset(content, 'x', sizeof(content) - 1);
	content[3000] = '\0';
	make_zip(&zip, &large, 1, true);
	expect(buf_slice(&zip), 1, "large(2)");
	make_zip(&zip, &large, 1, false);
	expect(buf_slice(&zip), 1, "large(2)");
	content[1000] = '\0';
	make_zip(&zip, &large, 1, true);
	struct buf expected = BUF_INIT(2000);
	buf_addf(&expected, "large=%s", content);
	expect(buf_slice(&zip), 1, expected.ptr);
	buf_release(&expected);
	buf_release(&zip);
}

/* Who says less than there is would have more unpacked than there is room for. */
static void
test_zip_size(void **state)
{
	static char content[20001];
	struct file large = {"large", content};
	struct buf zip = BUF_INIT(1u << 20);

	(void)state;
	memset(content, 'x', sizeof(content) - 1);
	make_zip(&zip, &large, 1, true);
	expect(buf_slice(&zip), 1, "large(2)");
	size_t header = slice_find(buf_slice(&zip), slice_str("PK\1\2"));
	zip.ptr[header + 24] = 100;
	zip.ptr[header + 25] = 0;
	expect(buf_slice(&zip), 1, "large(3)");
	buf_release(&zip);
}

static void
add_gzip(struct buf *out, struct slice s)
{
	unsigned char packed[4096];
	z_stream z = {.next_in = (Bytef *)(uintptr_t)s.ptr, .avail_in = (uInt)s.len};

	assert_int_equal(deflateInit2(&z, 9, Z_DEFLATED, MAX_WBITS + 16, 8, Z_DEFAULT_STRATEGY), Z_OK);
	z.next_out = packed;
	z.avail_out = sizeof(packed);
	assert_int_equal(deflate(&z, Z_FINISH), Z_STREAM_END);
	buf_add(out, packed, z.total_out);
	deflateEnd(&z);
}

static void
test_gzip(void **state)
{
	struct buf gzip = BUF_INIT(1u << 20);

	(void)state;
	add_gzip(&gzip, slice_str("first, "));
	expect(buf_slice(&gzip), 1, "content=first, ");
	add_gzip(&gzip, slice_str("second"));
	expect(buf_slice(&gzip), 1, "content=first, second");
	expect(slice_sub(buf_slice(&gzip), 0, gzip.len - 9), 1, "content=first, second ...");
	buf_add_str(&gzip, "no gzip");
	expect(buf_slice(&gzip), 1, "content=first, second");
	buf_release(&gzip);
}

static void
test_tar(void **state)
{
	struct buf tar = BUF_INIT(1u << 20), zip = BUF_INIT(1u << 20);

	(void)state;
	add_tar(&tar, "b.txt", "", '0', "second");
	add_tar(&tar, "dir", "", '5', "");
	add_tar(&tar, "a.txt", "deep/dir", '0', "first");
	add_tar(&tar, "././@LongLink", "", 'L', "a/long/name");
	add_tar(&tar, "short", "", '0', "third");
	expect(buf_slice(&tar), 1, "a/long/name=third; b.txt=second; deep/dir/a.txt=first");
	expect(slice_sub(buf_slice(&tar), 0, 515), 1, " ...");
	add_gzip(&zip, buf_slice(&tar));
	expect(buf_slice(&zip), 1, "a/long/name=third; b.txt=second; deep/dir/a.txt=first");
	expect(slice_sub(buf_slice(&zip), 0, 10), 0, " ...");
	buf_release(&tar);
	buf_release(&zip);
}

/* What tar would extract is read, or it is said that it was not. */
static void
test_tar_hiding(void **state)
{
	struct buf tar = BUF_INIT(1u << 20);

	(void)state;
	add_tar(&tar, "a.txt", "", 'Z', "type Z");
	add_tar(&tar, "b.txt", "", '7', "type 7");
	add_tar(&tar, "", "", '0', "no name");
	add_tar(&tar, "c.txt", "", 'x', "9 path=d");
	expect(buf_slice(&tar), 1, "=no name; a.txt=type Z; b.txt=type 7");
	/* a size in base 256, as of files of 8 GB */
	memcpy(tar.ptr + 124, "\x80\0\0\0\0\0\0\0\0\0\0\6", 12);
	expect(buf_slice(&tar), 1, " ...");
	buf_release(&tar);
}

/* "path, path: what is said of the archive" */
static void
expect_changes(const struct buf *old, const struct buf *now, const char *expected)
{
	const struct entry entry = {.status = ENTRY_MODIFIED, .new_path = SLICE_LITERAL("a.zip")};
	struct buf shown = BUF_INIT(1000);
	struct arena arena = ARENA_INIT;
	struct err err = ERR_INIT;
	struct expansion x;

	assert_int_equal(expansion_begin(&x, &entry, buf_slice(old), buf_slice(now), &err), 1);
	while (x.active) {
		struct change change = {.kind = CHANGE_FILE};
		assert_int_equal(expansion_next(&x, &arena, &change, &err), 1);
		buf_add_slice(&shown, change.entry.new_path);
		buf_addf(&shown, "%s%s", x.active ? ", " : ": ", x.active ? "" : change.skipped);
	}
	assert_slice_equal(buf_slice(&shown), expected);
	arena_release(&arena);
	buf_release(&shown);
}

static void
test_unchanged(void **state)
{
	const struct file was = {"a.txt", "key = 1"}, is = {"a.txt", "key = 2"};
	struct buf old = BUF_INIT(1u << 20), now = BUF_INIT(1u << 20);

	(void)state;
	make_zip(&old, &was, 1, false);
	make_zip(&now, &was, 1, true);
	expect_changes(&old, &now, "a.zip: an archive: of its 1 files, 0 new texts were read for secrets");
	make_zip(&now, &is, 1, false);
	size_t header = slice_find(buf_slice(&now), slice_str("PK\1\2"));
	memcpy(now.ptr + header + 16, old.ptr + header + 16, 4); /* the checksum of another text */
	expect_changes(&old, &now,
		       "a.zip!a.txt, a.zip: an archive: of its 1 files, 1 new texts were read for secrets");
	buf_release(&old);
	buf_release(&now);
}

/* Nothing is read beyond a beginning, or by a changed byte (for the sanitizers). */
static void
test_damaged(void **state)
{
	struct buf zip = BUF_INIT(1u << 20), tar = BUF_INIT(1u << 20);
	const struct buf *all[] = {&zip, &tar};
	struct err err = ERR_INIT;

	(void)state;
	make_zip(&zip, files, 3, true);
	add_tar(&tar, "b.txt", "", '0', "second");
	add_tar(&tar, "a.txt", "", 'L', "first");
	for (size_t k = 0; k < 2; k++)
		for (size_t i = 0; i < 2 * all[k]->len; i++) {
			struct slice whole = buf_slice(all[k]);
			size_t n = i < whole.len ? i : whole.len;
			char *copy = malloc(n + 1);
			struct archive archive;
			struct arena arena = ARENA_INIT;
			assert_non_null(copy);
			memcpy(copy, whole.ptr, n);
			if (i >= whole.len)
				copy[i - whole.len] = (char)(copy[i - whole.len] ^ 0xff);
			archive_init(&archive);
			assert_true(archive_list(&archive, slice_of(copy, n), &err) >= 0);
			for (size_t e = 0; e < archive.n; e++) {
				struct slice text;
				assert_true(archive_text(&text, &arena, &archive.entries[e], 100, &err) >= 0);
			}
			archive_release(&archive);
			arena_release(&arena);
			free(copy);
		}
	buf_release(&zip);
	buf_release(&tar);
}

/* Texts are compared by libgit2. */
static int
start(void **state)
{
	(void)state;
	return git_libgit2_init() < 0 ? -1 : 0;
}

static int
stop(void **state)
{
	(void)state;
	git_libgit2_shutdown();
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_zip),       cmocka_unit_test(test_zip_bounds),
		cmocka_unit_test(test_zip_size),  cmocka_unit_test(test_gzip),
		cmocka_unit_test(test_tar),       cmocka_unit_test(test_tar_hiding),
		cmocka_unit_test(test_unchanged), cmocka_unit_test(test_damaged),
	};

	return cmocka_run_group_tests(tests, start, stop);
}
