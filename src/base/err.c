#include "base/err.h"

#include <stdarg.h>
#include <stdio.h>

#include "base/escape.h"

int
err_set(struct err *err, enum err_code code, const char *fmt, ...)
{
	va_list args;

	if (err->code != ERR_NONE)
		return -1;
	err->code = code;
	va_start(args, fmt);
	vsnprintf(err->msg, sizeof(err->msg), fmt, args);
	va_end(args);
	/* What did not fit may have been cut within a character. */
	err->msg[utf8_whole(slice_str(err->msg))] = '\0';
	return -1;
}

int
err_oom(struct err *err)
{
	return err_set(err, ERR_MEMORY, "out of memory");
}
