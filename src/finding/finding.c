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

enum language
language_of_side(const struct change *change, bool old)
{
	const struct entry *entry = &change->entry;
	const struct text *text = old ? &change->old_text : &change->new_text;

	if (change->kind != CHANGE_FILE || (old ? entry->old_mode : entry->new_mode) == MODE_SYMLINK)
		return LANG_NONE;
	return language_of_file(old ? entry->old_path : entry->new_path, text->bytes);
}

const char *
finding_identity(const struct finding *finding)
{
	return finding->holds_secret ? finding->other : finding->fingerprint;
}
