#include "policy/assignment.h"

#include <stdlib.h>

#include "base/buf.h"
#include "base/escape.h"

#define SHOWN_BYTES 200u /* of a name or value in a message */

/* "origin:line: variable: what"; foreign bytes escaped. */
int
assignment_refuse(const struct assignment *a, const char *what, struct err *err)
{
	struct buf where = BUF_INIT(4 * SHOWN_BYTES), name = BUF_INIT(4 * SHOWN_BYTES);

	escape_terminal(&where, slice_sub(slice_str(a->origin), 0, SHOWN_BYTES));
	if (a->line > 0)
		buf_addf(&where, ":%u", a->line);
	escape_terminal(&name, slice_sub(slice_str(a->name), 0, SHOWN_BYTES));
	err_set(err, ERR_CONFIG, "%.*s: %.*s: %s", (int)where.len, where.len ? where.ptr : "", (int)name.len,
		name.len ? name.ptr : "", what);
	buf_release(&where);
	buf_release(&name);
	return -1;
}

int
assignment_refuse_value(const struct assignment *a, const char *allowed, struct err *err)
{
	struct buf what = BUF_INIT(4 * SHOWN_BYTES);

	buf_add_char(&what, '\'');
	escape_terminal(&what, slice_sub(slice_str(a->value), 0, SHOWN_BYTES / 2));
	buf_addf(&what, "' is not allowed; %s", allowed);
	assignment_refuse(a, what.len ? what.ptr : allowed, err);
	buf_release(&what);
	return -1;
}

int
assignment_action(enum action *out, const struct assignment *a, struct err *err)
{
	static const enum action all[] = {ACTION_BLOCK, ACTION_WARN, ACTION_OFF};

	for (size_t i = 0; i < sizeof(all) / sizeof(*all); i++) {
		if (slice_eq_nocase(slice_str(a->value), action_name(all[i]))) {
			*out = all[i];
			return 0;
		}
	}
	return assignment_refuse_value(a, "use block, warn or off", err);
}

int
assignment_bool(bool *out, const struct assignment *a, struct err *err)
{
	struct slice value = slice_str(a->value);

	if (!slice_eq_nocase(value, "true") && !slice_eq_nocase(value, "false"))
		return assignment_refuse_value(a, "use true or false", err);
	*out = slice_eq_nocase(value, "true");
	return 0;
}

int
assignment_seconds(double *out, const struct assignment *a, struct err *err)
{
	char *end;

	*out = strtod(a->value, &end);
	if (end == a->value || *end != '\0' || !(*out > 0) || *out > 1e6)
		return assignment_refuse_value(a, "use seconds above 0", err);
	return 0;
}
