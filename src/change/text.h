/*
 * text.h - the text of one side of a change, with its lines
 *
 * A text is what rules look at: the blob's bytes, or its UTF-8 form when the
 * blob is UTF-16 or UTF-32 (with BOM, or recognised by its NULs). Lines end
 * at LF alone, so that line numbers are git's. "Text line" n means the n-th
 * line of this text, from 1; in a text made from a patch the file's own line
 * number differs and is asked from text_number().
 *
 * A byte order mark is no part of the text: column 1 of line 1 is the first
 * character behind it. A change that only adds or drops one therefore changes
 * no line here, although git shows the first line as changed.
 *
 * UTF-16 without BOM: among the first 512 code units at least two and 15 in
 * 100 are Latin-1 characters (a byte of text beside a NUL, always on the same
 * side), at most one for 20 of these has a NUL in any other way, and at most
 * half are two bytes of ASCII text.
 * With or without BOM, content is no UTF-16 if it has a run of 24 bytes of ASCII text anywhere, or if (with
 * at least four) pairs of ASCII bytes are more than half of all code units, or more than eight times those
 * that are a Latin-1 character beside a NUL: a mark put before plain source must not turn it
 * into harmless ideographs.
 *
 * UTF-32 has a BOM and at most one code unit in 20 that is no code point, which plain text behind a mark
 * cannot have; or, without one, nine in ten of its first 512 units are Latin-1 characters.
 */
#ifndef SLUICE_CHANGE_TEXT_H
#define SLUICE_CHANGE_TEXT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/slice.h"

enum text_encoding {
	TEXT_BYTES, /* as stored; usually UTF-8, not validated */
	TEXT_UTF8_BOM,
	TEXT_UTF16LE,
	TEXT_UTF16BE,
	TEXT_UTF32LE,
	TEXT_UTF32BE,
};

struct text {
	struct slice bytes;
	uint32_t nlines;
	const uint32_t *starts;  /* nlines + 1 byte offsets; the last is bytes.len */
	const uint32_t *numbers; /* file line numbers of a patch's lines, ascending; NULL: n is line n */
	enum text_encoding encoding;
};

/* An inclusive run of text lines, from 1. */
struct line_range {
	uint32_t first, last;
};

/* Says whether a file is text whatever its bytes look like. */
typedef bool (*text_filter)(struct slice path, struct slice bytes);

/* Sorted, disjoint, not adjacent runs of text lines. */
struct line_set {
	const struct line_range *ranges;
	size_t n;
};

/*
 * Decodes a blob. The result borrows the blob's bytes, or lives in the arena
 * when it had to be transcoded (an unpaired surrogate becomes U+FFFD).
 * ERR_LIMIT when it has more lines or bytes than base/limits.h allows.
 */
int text_decode(struct text *out, struct arena *arena, struct slice blob, struct err *err)
	__attribute__((warn_unused_result));

/*
 * A text of known lines: bytes is split at LF; numbers (nlines entries in
 * strictly ascending order, or NULL) is borrowed. For patches and messages.
 * Bytes may be as many as a whole patch's.
 */
int text_from_lines(struct text *out, struct arena *arena, struct slice bytes, const uint32_t *numbers,
		    struct err *err) __attribute__((warn_unused_result));

/* The text line that holds the byte at offset (bytes.len and beyond: the last line; 1 in an empty text). */
uint32_t text_line_at(const struct text *text, size_t offset);

/* A text line without its LF and without a CR before it. Out of range: empty. */
struct slice text_line(const struct text *text, uint32_t line);

/* The file's line number of a text line; out of range: the line itself. */
uint32_t text_number(const struct text *text, uint32_t line);

/*
 * The run of lines around a line within which text is contiguous in the file:
 * the whole text, or one hunk of a patch.
 */
struct line_range text_contiguous(const struct text *text, uint32_t line);

/*
 * True for content that is no text in any encoding we read: it holds a NUL
 * and, over its first 8000 bytes, more than one byte in ten is a control
 * byte, or more than one in twenty is while three in ten are no valid UTF-8
 * (compressed data has 11 % control bytes, so the first rule alone wavers).
 * A stray NUL in a source file does not make it binary.
 */
bool text_is_binary(struct slice blob);

/* True for content that text_decode() takes for UTF-16 or UTF-32, with or without BOM. */
bool text_is_wide(struct slice blob);

bool line_set_has(const struct line_set *set, uint32_t line);
bool line_set_touches(const struct line_set *set, uint32_t first, uint32_t last);
uint32_t line_set_count(const struct line_set *set); /* lines */

/* Lines in both. The result lives in the arena. */
int line_set_intersect(struct line_set *out, struct arena *arena, const struct line_set *a,
		       const struct line_set *b, struct err *err) __attribute__((warn_unused_result));

#endif
