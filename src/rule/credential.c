#include "rule/credential.h"

static const char *const names[] = {
	[CREDENTIAL_KEY] = "key",   [CREDENTIAL_PASSWORD] = "password", [CREDENTIAL_WEAK] = "weak-password",
	[CREDENTIAL_FORM] = "form", [CREDENTIAL_NAMED] = "named",
};

_Static_assert(sizeof(names) / sizeof(*names) == CREDENTIAL_COUNT, "every kind has a name");

const char *
credential_name(enum credential kind)
{
	return names[kind];
}

bool
credential_by_name(enum credential *out, struct slice name)
{
	for (size_t i = 0; i < CREDENTIAL_COUNT; i++) {
		if (slice_eq_str(name, names[i])) {
			*out = (enum credential)i;
			return true;
		}
	}
	return false;
}
