#include "base/inflate.h"

#include <limits.h>
#include <stdbool.h>
#include <stdint.h>
#include <zlib.h>

/* A file of gzip may have several streams one behind the other. */
static bool
has_more(const z_stream *z, enum inflate_form form)
{
	return form == INFLATE_ANY && z->avail_in > 2 && z->next_in[0] == 0x1f && z->next_in[1] == 0x8b;
}

static int
pump(z_stream *z, struct buf *out, size_t max, enum inflate_form form, struct err *err)
{
	unsigned char chunk[16384];

	for (size_t added = 0;;) {
		z->next_out = chunk;
		z->avail_out = sizeof(chunk);
		int rc = inflate(z, Z_NO_FLUSH);
		size_t n = sizeof(chunk) - z->avail_out, room = max - added;
		buf_add(out, chunk, n < room ? n : room);
		if (!buf_ok(out) || rc == Z_MEM_ERROR)
			return err_oom(err);
		if (n > room)
			return INFLATE_BOUND;
		added += n;
		if (rc == Z_STREAM_END && has_more(z, form))
			rc = inflateReset(z);
		else if (rc == Z_STREAM_END)
			return INFLATE_DONE;
		if (rc != Z_OK || (n == 0 && z->avail_in == 0))
			return INFLATE_BROKEN;
	}
}

int
inflate_bytes(struct buf *out, size_t max, struct slice s, enum inflate_form form, struct err *err)
{
	z_stream z = {.next_in = (Bytef *)(uintptr_t)s.ptr, .avail_in = (uInt)s.len};

	if (s.len > UINT_MAX)
		return INFLATE_BOUND;
	if (inflateInit2(&z, form == INFLATE_RAW ? -MAX_WBITS : MAX_WBITS + 32) != Z_OK)
		return err_oom(err);
	int rc = pump(&z, out, max, form, err);
	inflateEnd(&z);
	return rc;
}
