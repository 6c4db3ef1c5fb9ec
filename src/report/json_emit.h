/*
 * json_emit.h - JSON documents of any size
 *
 * Lists of findings are written as they are met; only the object in hand is a
 * jansson value. The text is indented by two and, but for the values, the same on each
 * run: keys stay in the order in which they were added. It is pure ASCII, so that a
 * report shown in a terminal steers nothing.
 */
#ifndef SLUICE_REPORT_JSON_EMIT_H
#define SLUICE_REPORT_JSON_EMIT_H

#include <jansson.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/err.h"

#define JSON_EMIT_DEPTH 8u

struct json_emit {
	struct buf *out;
	unsigned depth;               /* of open objects and arrays */
	bool filled[JSON_EMIT_DEPTH]; /* the one at this depth has a member */
	bool failed;
};

void json_emit_init(struct json_emit *e, struct buf *out);

/* Opens '{' or '[' as a member: key is NULL in an array and for the document. */
void json_emit_open(struct json_emit *e, const char *key, char bracket);
void json_emit_close(struct json_emit *e, char bracket); /* '}' or ']' */

/* Takes over value; NULL stands for memory that ran out. */
void json_emit_value(struct json_emit *e, const char *key, json_t *value);

/* Ends the document with LF. 0, or -1 if any of it is missing. */
int json_emit_end(struct json_emit *e, struct err *err) __attribute__((warn_unused_result));

/* New references, NULL when memory ran out. */
json_t *json_of_slice(struct slice s);         /* invalid UTF-8 becomes U+FFFD */
json_t *json_of_slice_or_null(struct slice s); /* JSON's null for an empty one */
json_t *json_of_count(uint64_t n);

/* An array of strings. */
json_t *json_of_slices(const struct slice *items, size_t n);

/* Appends value, which is taken over, to *array; on failure *array becomes NULL. */
void json_append(json_t **array, json_t *value);

#endif
