/*
 * archive.h - the files within a file: zip (also jar, docx, whl ...), tar, and either or anything in gzip
 *
 * The bytes may be hostile. Nothing is unpacked to disk, and nothing in an archive is opened as an archive
 * in turn. Formats: APPNOTE.TXT by PKWARE (without zip64 and encryption), POSIX ustar with GNU's long names.
 */
#ifndef SLUICE_CHANGE_ARCHIVE_H
#define SLUICE_CHANGE_ARCHIVE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"

struct archive_entry {
	struct slice name;   /* as it stands there */
	struct slice packed; /* of the archive's bytes */
	bool deflated;
	uint32_t size; /* unpacked, as the archive says */
};

struct archive {
	struct archive_entry *entries; /* by name; names may be equal */
	size_t n, cap;
	bool bound;          /* LIMIT_ARCHIVE_ENTRIES or LIMIT_ARCHIVE_BYTES was met: there are more */
	bool damaged;        /* or encrypted, or packed in a way that is not known: there may be more */
	struct buf unpacked; /* of gzip */
	struct arena arena;
};

void archive_init(struct archive *archive);
void archive_release(struct archive *archive);

/* True if the bytes begin as an archive does and are more than LIMIT_ARCHIVE_BYTES. */
bool archive_is_too_long(struct slice bytes);

/* Lists the files of these bytes, which outlive the archive. 1, 0: they are no archive or too long, -1. */
int archive_list(struct archive *out, struct slice bytes, struct err *err)
	__attribute__((warn_unused_result));

/*
 * The bytes of a text in it. 1; 0: they are binary; 2: they are more than max; 3: damaged, or more than the
 * archive says; -1. They live in the arena, or are the archive's. Not many more bytes than that are
 * unpacked, and none of what is said to be more than max.
 */
int archive_text(struct slice *out, struct arena *arena, const struct archive_entry *entry, size_t max,
		 struct err *err) __attribute__((warn_unused_result));

/* An entry of this name, or NULL. */
const struct archive_entry *archive_find(const struct archive *archive, struct slice name);

#endif
