#include "finding/finding.h"

const char *finding_class_name(enum finding_class class)
{
	static const char *const names[] = {
		[CLASS_INTRODUCED] = "introduced",       [CLASS_TOUCHED] = "touched",
		[CLASS_REMOVED_GUARD] = "removed-guard", [CLASS_MOVED] = "moved",
		[CLASS_EXISTING] = "existing",
	};

	return names[class];
}

const char *
action_name(enum action action)
{
	static const char *const names[] = {
		[ACTION_OFF] = "off",
		[ACTION_WARN] = "warn",
		[ACTION_BLOCK] = "block",
	};

	return names[action];
}

bool finding_class_is_silent(enum finding_class class)
{
	return class == CLASS_MOVED || class == CLASS_EXISTING;
}

bool
finding_is_active(const struct finding *finding)
{
	return finding->state == FINDING_ACTIVE && finding->verdict != ACTION_OFF &&
	       !finding_class_is_silent(finding->class);
}
