#include "match/place.h"

#include <stdarg.h>
#include <stdio.h>

#include "base/escape.h"

int
place_error(struct err *err, const struct place *place, const char *fmt, ...)
{
	char message[512];
	struct buf file = BUF_INIT(1u << 16), shown = BUF_INIT(1u << 16);
	va_list args;

	va_start(args, fmt);
	vsnprintf(message, sizeof(message), fmt, args);
	va_end(args);
	rule_position_file(&file, place->file, place->at);
	escape_terminal(&shown, buf_slice(&file));
	buf_addf(&shown, ":%u:%u: ", place->at.line, place->at.column);
	escape_terminal(&shown, slice_str(message));
	bool whole = buf_ok(&file) && buf_ok(&shown);
	err_set(err, ERR_RULE, "%s", whole ? shown.ptr : "a rule is malformed");
	buf_release(&file);
	buf_release(&shown);
	return -1;
}
