#include "change/plumbing.h"

#include <stdint.h>

#include "base/ascii.h"

/* Takes what stands before the next c off *rest, and the c. */
static bool
take_until(struct slice *out, struct slice *rest, char c)
{
	size_t at = slice_chr(*rest, c);

	if (at == (size_t)-1)
		return false;
	*out = slice_sub(*rest, 0, at);
	*rest = slice_sub(*rest, at + 1, rest->len);
	return true;
}

static bool
parse_mode(uint32_t *out, struct slice digits)
{
	*out = 0;
	for (size_t i = 0; i < digits.len; i++) {
		if (digits.ptr[i] < '0' || digits.ptr[i] > '7')
			return false;
		*out = *out * 8 + (uint32_t)(digits.ptr[i] - '0');
	}
	return digits.len == 6;
}

static bool
take_mode(uint32_t *out, struct slice *rest)
{
	struct slice word;

	return take_until(&word, rest, ' ') && parse_mode(out, word);
}

static bool
take_id(struct object_id *out, struct slice *rest)
{
	struct slice word;

	return take_until(&word, rest, ' ') && object_id_parse(out, word);
}

/* The modes must say what the status says. */
static bool
is_consistent(const struct raw_change *c)
{
	bool was = c->old_side.mode != 0, is = c->new_side.mode != 0;

	switch (c->status) {
	case 'A':
		return !was && is;
	case 'D':
		return was && !is;
	case 'M':
	case 'T':
		return was && is;
	default:
		return c->status == 'U';
	}
}

int
raw_change_next(struct raw_change *out, struct slice *rest)
{
	struct slice status;

	if (rest->len == 0)
		return 0;
	*out = (struct raw_change){0};
	if (rest->ptr[0] != ':')
		return -1;
	*rest = slice_sub(*rest, 1, rest->len);
	if (!take_mode(&out->old_side.mode, rest) || !take_mode(&out->new_side.mode, rest) ||
	    !take_id(&out->old_side.id, rest) || !take_id(&out->new_side.id, rest) ||
	    !take_until(&status, rest, '\0') || status.len != 1 || !take_until(&out->path, rest, '\0'))
		return -1;
	out->status = status.ptr[0];
	return out->path.len > 0 && is_consistent(out) ? 1 : -1;
}

bool
batch_line_parse(struct batch_line *out, struct slice line)
{
	struct slice rest = line, type;
	unsigned long size;

	*out = (struct batch_line){.state = BATCH_FOUND};
	if (take_id(&out->id, &rest) && take_until(&type, &rest, ' ') &&
	    slice_to_ulong(rest, SIZE_MAX / 2, &size)) {
		out->type = object_type_of(type);
		out->size = size;
		return out->type != OBJECT_NONE;
	}
	*out = (struct batch_line){.state = BATCH_MISSING};
	if (slice_ends(line, " ambiguous"))
		out->state = BATCH_AMBIGUOUS;
	/* "submodule": so a newer git says of what a gitlink names. */
	return out->state == BATCH_AMBIGUOUS || slice_ends(line, " missing") ||
	       slice_ends(line, " submodule");
}

int
ref_line_next(struct ref_line *out, struct slice *rest)
{
	struct slice line;

	*out = (struct ref_line){0};
	if (rest->len == 0)
		return 0;
	if (!take_until(&line, rest, '\n') || !take_id(&out->id, &line) || line.len == 0)
		return -1;
	out->name = line;
	return 1;
}

int
config_item_next(struct config_item *out, struct slice *rest)
{
	struct slice item;

	*out = (struct config_item){0};
	if (rest->len == 0)
		return 0;
	if (!take_until(&out->scope, rest, '\0') || !take_until(&out->origin, rest, '\0') ||
	    !take_until(&item, rest, '\0'))
		return -1;
	out->has_value = take_until(&out->name, &item, '\n');
	if (out->has_value)
		out->value = item;
	else
		out->name = item;
	return slice_chr(out->name, '.') == (size_t)-1 ? -1 : 1;
}
