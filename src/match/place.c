#include "match/place.h"

#include <stdarg.h>
#include <stdio.h>

#include "base/escape.h"

int
place_error(struct err *err, const struct place *place, const char *fmt, ...)
{
	char message[512];
	struct buf shown = BUF_INIT(1u << 16);
	va_list args;

	va_start(args, fmt);
	vsnprintf(message, sizeof(message), fmt, args);
	va_end(args);
	escape_terminal(&shown, place->file);
	buf_addf(&shown, ":%u:%u: ", place->at.line, place->at.column);
	escape_terminal(&shown, slice_str(message));
	err_set(err, ERR_RULE, "%s", buf_ok(&shown) ? shown.ptr : "a rule is malformed");
	buf_release(&shown);
	return -1;
}
