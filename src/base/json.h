/*
 * json.h - reads JSON (RFC 8259) piece by piece, with the place of each
 *
 *	{"a": [1]}	OBJECT KEY(a) ARRAY NUMBER(1) ARRAY_END OBJECT_END END
 *
 * Nothing is allocated and nothing recurses: the kinds of the containers that
 * are open are bits of one word, which bounds their depth.
 */
#ifndef SLUICE_BASE_JSON_H
#define SLUICE_BASE_JSON_H

#include <stdint.h>

#include "base/buf.h"

#define JSON_DEPTH 64u

enum json_token {
	JSON_ERROR, /* no JSON from reader->at on, or deeper than JSON_DEPTH; comes again */
	JSON_END,   /* of the text; comes again */
	JSON_OBJECT,
	JSON_OBJECT_END,
	JSON_ARRAY,
	JSON_ARRAY_END,
	JSON_KEY,
	JSON_STRING,
	JSON_NUMBER,
	JSON_WORD, /* true, false, null */
};

enum json_state {
	JSON_NEEDS_VALUE,
	JSON_NEEDS_VALUE_OR_END, /* behind [ */
	JSON_NEEDS_KEY_OR_END,   /* behind { */
	JSON_BEHIND_VALUE,
	JSON_BROKEN,
};

struct json_reader {
	struct slice text;
	size_t at;
	struct slice token; /* of the last piece: a string's bytes without its quotes, escapes as they are */
	unsigned depth;
	uint64_t objects; /* private: bit n is 1 when the container at depth n + 1 is an object */
	enum json_state state;
};

/* A reader starts as {.text = text}. */
enum json_token json_next(struct json_reader *reader);

/* The bytes that a string or key stands for, in UTF-8; half a surrogate pair becomes U+FFFD. */
void json_text(struct buf *out, struct slice token);

/* Whether the text is one object, and has the key; NULL: any. */
bool json_is_object_with(struct slice text, const char *key);

#endif
