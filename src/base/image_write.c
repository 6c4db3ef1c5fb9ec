/*
 * image_write.c - lays structs out one behind the other
 *
 * What a struct points at is put down before it, so that its own bytes are
 * final when it is:
 *
 *   rule {id "x", nchildren 2, children -> [a, b]}
 *
 *     "x\0"                          at 16
 *     [a, b]                         at 24
 *     {BASE + 16, 1, 2, BASE + 24}   at 200, marked at words 25 and 28
 *
 * Equal bytes of one layout are the same run, wherever they are pointed at
 * from: pointers to equal things are equal by then. Most rules of a file share
 * their lists of paths, classes and references that way.
 */
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/image_format.h"

/* Which no type of ours exceeds. */
#define ALIGNMENT 8u

_Static_assert(offsetof(struct slice, ptr) == 0, "the address of a slice is that of its pointer");

struct run {
	uint64_t hash;
	size_t at, len; /* in bytes of the image; len 0: a free place */
	const struct image_layout *layout;
};

struct writer {
	struct buf image;
	size_t *pointers; /* offsets in the image */
	size_t npointers, cap;
	struct run *runs; /* open addressing; room is a power of 2 */
	size_t nruns, room;
};

const struct image_layout image_u16 = {.size = sizeof(uint16_t)};
const struct image_layout image_u32 = {.size = sizeof(uint32_t)};
static const struct image_layout text_layout = {.size = 1};

static const struct image_field slice_fields[] = {{.kind = IMAGE_TEXT}};
const struct image_layout image_slice = {sizeof(struct slice), slice_fields, 1};

/* ---- runs ---- */

static struct run *
place_of(struct writer *w, uint64_t hash, const char *bytes, size_t len, const struct image_layout *layout)
{
	size_t i = (size_t)hash & (w->room - 1);

	for (;; i = (i + 1) & (w->room - 1)) {
		struct run *run = &w->runs[i];
		if (run->len == 0 || (run->hash == hash && run->len == len && run->layout == layout &&
				      memcmp(w->image.ptr + run->at, bytes, len) == 0))
			return run;
	}
}

static int
make_room(struct writer *w)
{
	struct run *old = w->runs;
	size_t n = w->room;

	if (w->nruns * 2 < n)
		return 0;
	w->room = n > 0 ? 2 * n : 1024;
	w->runs = calloc(w->room, sizeof(*w->runs));
	if (!w->runs) {
		w->runs = old;
		w->room = n;
		return -1;
	}
	for (size_t i = 0; i < n; i++)
		if (old[i].len > 0)
			*place_of(w, old[i].hash, w->image.ptr + old[i].at, old[i].len, old[i].layout) =
				old[i];
	free(old);
	return 0;
}

static void
align(struct buf *image)
{
	static const char zeros[ALIGNMENT];

	buf_add(image, zeros, (ALIGNMENT - image->len % ALIGNMENT) % ALIGNMENT);
}

/* Where bytes stand that were put down before, or are now; *fresh tells. 0: no memory. */
static size_t
put(struct writer *w, const char *bytes, size_t len, const struct image_layout *layout, bool *fresh)
{
	*fresh = false;
	if (make_room(w) < 0)
		return 0;
	uint64_t hash = hash_bytes(bytes, len, HASH_SEED);
	struct run *run = place_of(w, hash, bytes, len, layout);
	if (run->len > 0)
		return run->at;
	if (layout != &text_layout)
		align(&w->image);
	*run = (struct run){hash, w->image.len, len, layout};
	buf_add(&w->image, bytes, len);
	w->nruns++;
	*fresh = true;
	return buf_ok(&w->image) ? run->at : 0;
}

/* ---- pointers ---- */

static int
mark(struct writer *w, size_t at)
{
	void *pointers = w->pointers;

	if (array_reserve(&pointers, &w->cap, w->npointers + 1, sizeof(*w->pointers)) < 0)
		return -1;
	w->pointers = pointers;
	w->pointers[w->npointers++] = at;
	return 0;
}

static void
set_pointer(char *member, size_t at)
{
	uintptr_t address = IMAGE_BASE + at;

	memcpy(member, &address, sizeof(address));
}

/* Marks what is a pointer in an item at `at` of the image: every one but NULL. */
static int
mark_item(struct writer *w, const struct image_layout *layout, const char *item, size_t at)
{
	uintptr_t address;
	int rc = 0;

	for (size_t i = 0; rc == 0 && i < layout->nfields; i++) {
		const struct image_field *f = &layout->fields[i];
		memcpy(&address, item + f->at, sizeof(address));
		if (f->kind == IMAGE_INSIDE)
			rc = mark_item(w, f->of, item + f->at, at + f->at);
		else if (address != 0)
			rc = mark(w, at + f->at);
	}
	return rc;
}

/* ---- structs ---- */

static int
put_text(struct writer *w, char *member)
{
	bool fresh;
	struct slice text;

	memcpy(&text, member, sizeof(text));
	if (text.len == 0) {
		memset(member, 0, sizeof(text));
		return 0;
	}
	char *copy = malloc(text.len + 1);
	if (!copy)
		return -1;
	memcpy(copy, text.ptr, text.len);
	copy[text.len] = '\0';
	size_t at = put(w, copy, text.len + 1, &text_layout, &fresh);
	free(copy);
	text.ptr = NULL;
	memcpy(member, &text, sizeof(text));
	set_pointer(member, at);
	return at > 0 ? 0 : -1;
}

static size_t
count_of(const struct image_field *field, const char *item)
{
	uint32_t narrow;
	size_t wide;

	memcpy(&narrow, item + field->count, sizeof(narrow));
	if (field->kind == IMAGE_ARRAY32)
		return narrow;
	memcpy(&wide, item + field->count, sizeof(wide));
	return wide;
}

static size_t put_items(struct writer *w, const struct image_layout *layout, const void *items, size_t n);

/* Replaces the pointers of a copy of an item by what they are in the image. */
static int
put_members(struct writer *w, const struct image_layout *layout, char *item)
{
	for (size_t i = 0; i < layout->nfields; i++) {
		const struct image_field *f = &layout->fields[i];
		char *member = item + f->at;
		const void *target;
		size_t n = 1;
		if (f->kind == IMAGE_TEXT || f->kind == IMAGE_INSIDE) {
			if ((f->kind == IMAGE_TEXT ? put_text(w, member) : put_members(w, f->of, member)) < 0)
				return -1;
			continue;
		}
		if (f->kind == IMAGE_ARRAY || f->kind == IMAGE_ARRAY32)
			n = count_of(f, item);
		memcpy(&target, member, sizeof(target));
		memset(member, 0, sizeof(target));
		if (n == 0 || !target || f->kind == IMAGE_NULL)
			continue;
		size_t at = put_items(w, f->of, target, n);
		if (at == 0)
			return -1;
		set_pointer(member, at);
	}
	return 0;
}

/* Returns where they stand, or 0 without memory. */
static size_t
put_items(struct writer *w, const struct image_layout *layout, const void *items, size_t n)
{
	char *copy = malloc(n * layout->size);
	size_t at = 0;
	bool fresh = false;
	int rc = copy ? 0 : -1;

	if (copy)
		memcpy(copy, items, n * layout->size);
	for (size_t i = 0; rc == 0 && i < n; i++)
		rc = put_members(w, layout, copy + i * layout->size);
	if (rc == 0)
		at = put(w, copy, n * layout->size, layout, &fresh);
	for (size_t i = 0; at > 0 && fresh && i < n; i++)
		if (mark_item(w, layout, copy + i * layout->size, at + i * layout->size) < 0)
			at = 0;
	free(copy);
	return at;
}

/* ---- the whole ---- */

static int
put_marks(struct writer *w)
{
	size_t n = w->image.len / IMAGE_WORD / 8 + 1;
	unsigned char *marks = calloc(n, 1);

	if (!marks)
		return -1;
	for (size_t i = 0; i < w->npointers; i++) {
		size_t word = w->pointers[i] / IMAGE_WORD;
		marks[word / 8] |= (unsigned char)(1u << word % 8);
	}
	buf_add(&w->image, marks, n);
	free(marks);
	return 0;
}

static void
fill_page(struct buf *image)
{
	while (image->len % IMAGE_PAGE != 0 && buf_ok(image))
		buf_add_char(image, '\0');
}

static int
write_image(struct writer *w, const struct image_layout *layout, const void *root)
{
	struct image_header header = {0, 0};

	buf_add(&w->image, &header, sizeof(header));
	header.root = put_items(w, layout, root, 1);
	if (header.root == 0)
		return -1;
	align(&w->image);
	header.marks = w->image.len;
	if (put_marks(w) < 0)
		return -1;
	fill_page(&w->image);
	if (!buf_ok(&w->image))
		return -1;
	memcpy(w->image.ptr, &header, sizeof(header));
	return 0;
}

int
image_write(struct buf *out, const struct image_layout *layout, const void *root, struct err *err)
{
	struct writer w = {.image = BUF_INIT(1u << 30)};
	int rc = write_image(&w, layout, root);

	if (rc == 0) {
		buf_add_slice(out, buf_slice(&w.image));
		rc = buf_ok(out) ? 0 : -1;
	}
	buf_release(&w.image);
	free(w.pointers);
	free(w.runs);
	return rc < 0 ? err_oom(err) : 0;
}
