/*
 * escape.h - foreign bytes made safe to show
 *
 * A hook's output ends in somebody's terminal, so nothing from a path, a file
 * or a message goes out unescaped: C0 and C1 controls, DEL, bidirectional
 * controls, other invisible format characters and invalid UTF-8 are shown as
 * text.
 */
#ifndef SLUICE_BASE_ESCAPE_H
#define SLUICE_BASE_ESCAPE_H

#include "base/buf.h"
#include "base/slice.h"

/*
 * For one line of a terminal: controls as \x1b, a tab as itself, bidi and
 * invisible characters as <U+202E>, invalid bytes as \xff.
 */
void escape_terminal(struct buf *out, struct slice s);

/*
 * A path as git prints it: as it is when it holds no control byte, quote,
 * backslash or byte that escape_terminal() would change, otherwise in double
 * quotes with C escapes (octal for other bytes).
 */
void escape_path(struct buf *out, struct slice path);

/* A path as a URI reference (RFC 3986): percent-encodes all but unreserved and '/'. */
void escape_uri(struct buf *out, struct slice path);

/*
 * Valid UTF-8 for JSON and XML writers: every invalid byte becomes U+FFFD.
 */
void escape_utf8(struct buf *out, struct slice s);

/*
 * Decodes the code point at s.ptr[*pos] and moves *pos behind it. Returns the
 * code point, or -1 for an invalid byte (then *pos moves by one). Overlong
 * forms, surrogates and values above U+10FFFF are invalid.
 */
long utf8_next(struct slice s, size_t *pos);

/* Bytes of valid UTF-8 that was cut somewhere, without a code point of which only a part is left. */
size_t utf8_whole(struct slice cut);

/* Appends the UTF-8 form of a code point up to U+10FFFF. */
void utf8_add(struct buf *out, unsigned long code_point);

#endif
