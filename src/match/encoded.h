/*
 * encoded.h - runs of a text that are another text, written differently
 *
 *	auth: "dXNlcjpzZXNhbWU="	base64	user:sesame
 *	url = q%3Dsesame		escapes	url = q=sesame
 *
 * A run is decoded when its first bytes look like text, or like something compressed or
 * in UTF-16 that is then looked at in turn. Pictures, hashes and names of
 * functions are not.
 */
#ifndef SLUICE_MATCH_ENCODED_H
#define SLUICE_MATCH_ENCODED_H

#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"

enum encoding { ENCODING_NONE, ENCODING_ESCAPES, ENCODING_BASE64, ENCODING_HEX, ENCODING_NOTEBOOK };

const char *encoding_name(enum encoding encoding); /* "base64" */

/* Bytes [start, end) of a text. */
struct encoded_run {
	size_t start, end;
	enum encoding encoding;
};

/*
 * The next run of base64 or hexadecimal digits that begins at *at or behind it and before `end`, and moves
 * *at behind it. Base64 in lines is one run. What it decodes to is added to out, of what is compressed
 * at most max bytes. 1, 0: there is none, 2: as 1, but the bound was met; -1.
 */
int encoded_next(struct encoded_run *run, struct buf *out, size_t max, struct slice text, size_t *at,
		 size_t end, struct err *err) __attribute__((warn_unused_result));

/* Where decoded bytes came from: origins[i] is the offset of what became byte i. */
struct origins {
	uint32_t *items;
	size_t n, cap;
};

/*
 * Adds the line with escapes replaced: %41, \x41, \u0041, \U00000041, \u{41}, \101, \n, \", &#65;, &#x41;,
 * &lt;. `base` is the line's offset in the text. 1, 0: it has none, and nothing was added; -1.
 */
int encoded_unescape(struct buf *out, struct origins *origins, struct slice line, size_t base,
		     struct err *err) __attribute__((warn_unused_result));

/*
 * Adds what a string of JSON stands for: of the escapes only those with a backslash are replaced, and what
 * sets a terminal's colours (ESC [ 31 m) is left out. `base` is the string's offset in the text.
 */
int encoded_add_string(struct buf *out, struct origins *origins, struct slice string, size_t base,
		       struct err *err) __attribute__((warn_unused_result));

#endif
