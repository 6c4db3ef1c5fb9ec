#include "change/change.h"

#include "base/ascii.h"

bool
object_id_is_none(const struct object_id *id)
{
	return id->hex[strspn(id->hex, "0")] == '\0';
}

bool
object_id_eq(const struct object_id *a, const struct object_id *b)
{
	return strcmp(a->hex, b->hex) == 0;
}

bool
object_id_parse(struct object_id *out, struct slice hex)
{
	*out = (struct object_id){""};
	if (hex.len != 40 && hex.len != 64)
		return false;
	for (size_t i = 0; i < hex.len; i++)
		if (ascii_hex_value(hex.ptr[i]) < 0)
			return false;
	for (size_t i = 0; i < hex.len; i++)
		out->hex[i] = ascii_lower(hex.ptr[i]);
	return true;
}

void
object_id_from_bytes(struct object_id *out, const void *bytes, size_t n)
{
	static const char digits[] = "0123456789abcdef";
	const unsigned char *p = bytes;

	*out = (struct object_id){""};
	for (size_t i = 0; i < n; i++) {
		out->hex[2 * i] = digits[p[i] >> 4];
		out->hex[2 * i + 1] = digits[p[i] & 15];
	}
}
