#include "change/change.h"

bool
object_id_is_none(const struct object_id *id)
{
	return id->hex[strspn(id->hex, "0")] == '\0';
}
