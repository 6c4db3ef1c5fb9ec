#include "change/object.h"

#include "base/ascii.h"

static const char *const type_names[] = {"object", "commit", "tree", "blob", "tag"};

const char *
object_type_name(enum object_type type)
{
	return type_names[type];
}

enum object_type
object_type_of(struct slice name)
{
	for (int type = OBJECT_COMMIT; type <= OBJECT_TAG; type++)
		if (slice_eq_str(name, type_names[type]))
			return (enum object_type)type;
	return OBJECT_NONE;
}

/* Takes the line "<key> <value>" off *rest; false (nothing moved): another line stands there. */
static bool
take_header(struct slice *value, struct slice *rest, const char *key)
{
	struct slice line, after = *rest;
	size_t len = strlen(key);

	if (!slice_next_line(&after, &line) || !slice_starts(line, key) || line.len <= len ||
	    line.ptr[len] != ' ')
		return false;
	*value = slice_sub(line, len + 1, line.len);
	*rest = after;
	return true;
}

static bool
take_id(struct object_id *out, struct slice *rest, const char *key)
{
	struct slice value;

	return take_header(&value, rest, key) && object_id_parse(out, value);
}

/* Seconds of "A U Thor <mail> 1700000000 +0100"; git, too, takes what it cannot read for 0. */
static int64_t
time_of(struct slice person)
{
	const char *end = person.len > 0 ? memrchr(person.ptr, '>', person.len) : NULL;
	struct slice rest = end ? slice_sub(person, (size_t)(end + 1 - person.ptr), person.len) : person;
	unsigned long seconds;
	struct slice word;

	if (!end || !slice_next_word(&rest, &word) || !slice_to_ulong(word, INT64_MAX, &seconds))
		return 0;
	return (int64_t)seconds;
}

bool
commit_parse(struct commit *out, struct slice object)
{
	struct slice rest = object, person;
	struct object_id parent;

	*out = (struct commit){0};
	if (!take_id(&out->tree, &rest, "tree"))
		return false;
	out->parents = rest;
	while (take_id(&parent, &rest, "parent"))
		;
	out->parents.len = (size_t)(rest.ptr - out->parents.ptr);
	if (take_header(&person, &rest, "author") && take_header(&person, &rest, "committer"))
		out->time = time_of(person);
	return true;
}

bool
commit_next_parent(struct object_id *out, struct slice *parents)
{
	return take_id(out, parents, "parent");
}

bool
tag_parse(struct tag *out, struct slice object)
{
	struct slice rest = object, type;

	*out = (struct tag){0};
	if (!take_id(&out->target, &rest, "object") || !take_header(&type, &rest, "type"))
		return false;
	out->type = object_type_of(type);
	if (!take_header(&out->name, &rest, "tag"))
		out->name = slice_of("", 0);
	return out->type != OBJECT_NONE;
}

/* Names of objects, and armour that is no secret. */
static bool
is_plain_header(struct slice line)
{
	static const char *const names[] = {"tree ", "parent ", "object ",
					    "type ", "gpgsig ", "gpgsig-sha256 "};

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (slice_starts(line, names[i]))
			return true;
	return false;
}

/* A header and its continuation lines, which begin with a space. */
static bool
take_field(struct slice *out, struct slice *rest)
{
	struct slice line;
	const char *start = rest->ptr;

	if (!slice_next_line(rest, &line) || line.len == 0)
		return false;
	while (rest->len > 0 && rest->ptr[0] == ' ')
		if (!slice_next_line(rest, &line))
			break;
	*out = slice_of(start, (size_t)(line.ptr + line.len - start));
	return true;
}

bool
object_next_field(struct slice *out, struct slice *rest)
{
	while (take_field(out, rest))
		if (!is_plain_header(*out))
			return true;
	return false;
}

struct slice
object_message(struct slice object)
{
	size_t at = slice_find(object, slice_str("\n\n"));

	return at == (size_t)-1 ? slice_of("", 0) : slice_sub(object, at + 2, object.len);
}

uint32_t
mode_canonical(uint32_t mode)
{
	switch (mode & MODE_KIND) {
	case 0100000u:
		return mode & 0100u ? MODE_EXECUTABLE : MODE_FILE;
	case MODE_SYMLINK:
	case MODE_TREE:
		return mode & MODE_KIND;
	default:
		return MODE_GITLINK;
	}
}

/* Octal digits and a space; more digits than any mode has are malformed. */
static bool
take_mode(uint32_t *out, struct slice *rest)
{
	uint32_t mode = 0;
	size_t i = 0;

	for (; i < rest->len && i < 8 && rest->ptr[i] >= '0' && rest->ptr[i] <= '7'; i++)
		mode = mode * 8 + (uint32_t)(rest->ptr[i] - '0');
	if (i == 0 || i == rest->len || rest->ptr[i] != ' ')
		return false;
	*out = mode_canonical(mode);
	*rest = slice_sub(*rest, i + 1, rest->len);
	return true;
}

int
tree_next(struct tree_entry *out, struct slice *rest, size_t id_bytes)
{
	if (rest->len == 0)
		return 0;
	if (!take_mode(&out->mode, rest))
		return -1;
	size_t len = slice_chr(*rest, '\0');
	if (len == (size_t)-1 || rest->len - len - 1 < id_bytes)
		return -1;
	out->name = slice_sub(*rest, 0, len);
	out->id = rest->ptr + len + 1;
	*rest = slice_sub(*rest, len + 1 + id_bytes, rest->len);
	return 1;
}

/* The byte at an offset of an entry's name, as it is sorted. */
static unsigned char
byte_at(const struct tree_entry *e, size_t at)
{
	if (at < e->name.len)
		return (unsigned char)e->name.ptr[at];
	return e->mode == MODE_TREE ? '/' : '\0';
}

int
tree_entry_cmp(const struct tree_entry *a, const struct tree_entry *b)
{
	size_t common = a->name.len < b->name.len ? a->name.len : b->name.len;
	int order = common > 0 ? memcmp(a->name.ptr, b->name.ptr, common) : 0;

	if (order != 0)
		return order;
	order = byte_at(a, common) - byte_at(b, common);
	if (order != 0 || a->name.len == b->name.len)
		return order;
	return a->name.len < b->name.len ? -1 : 1; /* a name with a '/' in it, against a directory */
}
