/*
 * tree.c - libyaml's events into nodes
 *
 * libyaml numbers lines at CR, NEL and U+2028 too and counts columns in code
 * points; editors and git do neither. So of its marks only the index (code
 * points from the start) is used, and a cursor that runs along the bytes turns
 * it into a line that ends at LF and a column in bytes. Marks come almost in
 * order, so the cursor walks little.
 */
#include "rule/tree.h"

#include <stdarg.h>
#include <stdio.h>
#include <yaml.h>

#include "base/escape.h"
#include "base/limits.h"

struct cursor {
	struct slice bytes;
	size_t index;      /* code points before it */
	size_t offset;     /* bytes before it */
	size_t line_start; /* offset of its line */
	uint32_t line;     /* from 1 */
};

struct builder {
	yaml_parser_t parser;
	struct arena *arena;
	const char *name;
	struct err *err;
	struct cursor cursor;
	struct tree_node *root;
	struct tree_node *open; /* the innermost collection that is not closed */
	size_t depth, nodes;
};

/* ---- positions ---- */

static bool
is_continuation(struct slice bytes, size_t at)
{
	return at < bytes.len && ((unsigned char)bytes.ptr[at] & 0xc0u) == 0x80u;
}

static void
step_forward(struct cursor *c)
{
	bool line_end = c->bytes.ptr[c->offset] == '\n';

	c->offset++;
	while (is_continuation(c->bytes, c->offset))
		c->offset++;
	c->index++;
	if (line_end) {
		c->line++;
		c->line_start = c->offset;
	}
}

static void
step_back(struct cursor *c)
{
	c->offset--;
	while (c->offset > 0 && is_continuation(c->bytes, c->offset))
		c->offset--;
	c->index--;
	if (c->bytes.ptr[c->offset] != '\n')
		return;
	const char *before = memrchr(c->bytes.ptr, '\n', c->offset);
	c->line_start = before ? (size_t)(before - c->bytes.ptr) + 1 : 0;
	c->line--;
}

static struct rule_position
position_of_cursor(const struct cursor *c)
{
	return (struct rule_position){c->line, (uint32_t)(c->offset - c->line_start) + 1};
}

static struct rule_position
position_at_index(struct cursor *c, size_t index)
{
	while (c->index < index && c->offset < c->bytes.len)
		step_forward(c);
	while (c->index > index && c->offset > 0)
		step_back(c);
	return position_of_cursor(c);
}

static struct rule_position
position_at_offset(struct cursor *c, size_t offset)
{
	while (c->offset < offset && c->offset < c->bytes.len)
		step_forward(c);
	while (c->offset > offset)
		step_back(c);
	return position_of_cursor(c);
}

/* ---- messages ---- */

int
tree_error(struct err *err, const char *name, struct rule_position at, const char *fmt, ...)
{
	char message[640];
	size_t len = strlen(name), max = 340;
	va_list args;

	va_start(args, fmt);
	vsnprintf(message, sizeof(message), fmt, args);
	va_end(args);
	/* Of a name that leaves no room for the message its end is kept. */
	return err_set(err, ERR_RULE, "%s%s:%u:%u: %s", len > max ? "..." : "",
		       len > max ? name + len - max : name, at.line, at.column, message);
}

struct shown
shown(struct slice s)
{
	struct shown out;
	struct buf b = BUF_INIT(4096);

	escape_terminal(&b, slice_sub(s, 0, 64));
	if (s.len > 64)
		buf_add_str(&b, "...");
	snprintf(out.text, sizeof(out.text), "%s", b.ptr ? b.ptr : "");
	out.text[utf8_whole(slice_str(out.text))] = '\0';
	buf_release(&b);
	return out;
}

static int
fail_at(struct builder *b, yaml_mark_t mark, const char *message)
{
	return tree_error(b->err, b->name, position_at_index(&b->cursor, mark.index), "%s", message);
}

static int
parser_error(struct builder *b)
{
	const yaml_parser_t *p = &b->parser;
	const char *problem = p->problem ? p->problem : "malformed";

	if (p->error == YAML_MEMORY_ERROR)
		return err_oom(b->err);
	struct rule_position at = p->error == YAML_READER_ERROR
					  ? position_at_offset(&b->cursor, p->problem_offset)
					  : position_at_index(&b->cursor, p->problem_mark.index);
	if (p->context)
		return tree_error(b->err, b->name, at, "not YAML: %s %s", p->context, problem);
	return tree_error(b->err, b->name, at, "not YAML: %s", problem);
}

/* ---- nodes ---- */

static int
check_key(struct builder *b, const struct tree_node *mapping, const struct tree_node *key)
{
	if (key->kind != TREE_SCALAR)
		return tree_error(b->err, b->name, key->at, "a key must be text");
	if (mapping->n / 2 >= LIMIT_YAML_KEYS)
		return tree_error(b->err, b->name, key->at, "more than %u keys in one mapping",
				  LIMIT_YAML_KEYS);
	for (const struct tree_node *other = mapping->first; other; other = other->next->next)
		if (slice_eq(other->value, key->value))
			return tree_error(b->err, b->name, key->at,
					  "key '%s' stands here twice, first at line %u",
					  shown(key->value).text, other->at.line);
	return 0;
}

static int
append(struct builder *b, struct tree_node *node)
{
	struct tree_node *parent = b->open;

	node->parent = parent;
	if (!parent) {
		b->root = node;
		return 0;
	}
	if (parent->kind == TREE_MAPPING && parent->n % 2 == 0 && check_key(b, parent, node) < 0)
		return -1;
	if (parent->last)
		parent->last->next = node;
	else
		parent->first = node;
	parent->last = node;
	parent->n++;
	return 0;
}

static int
add_node(struct builder *b, const yaml_event_t *event, enum tree_kind kind)
{
	struct tree_node *node = arena_alloc(b->arena, sizeof(*node));

	if (!node)
		return err_oom(b->err);
	node->kind = kind;
	node->at = position_at_index(&b->cursor, event->start_mark.index);
	if (++b->nodes > LIMIT_YAML_NODES)
		return tree_error(b->err, b->name, node->at, "more than %u nodes", LIMIT_YAML_NODES);
	if (kind == TREE_SCALAR) {
		const char *text = (const char *)event->data.scalar.value;
		node->plain = event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
		if (arena_dup(&node->value, b->arena, slice_of(text, event->data.scalar.length)) < 0)
			return err_oom(b->err);
		return append(b, node);
	}
	if (++b->depth > LIMIT_YAML_DEPTH)
		return tree_error(b->err, b->name, node->at, "nested deeper than %u levels",
				  LIMIT_YAML_DEPTH);
	if (append(b, node) < 0)
		return -1;
	b->open = node;
	return 0;
}

static int
refuse_extras(struct builder *b, yaml_mark_t mark, const yaml_char_t *anchor, const yaml_char_t *tag)
{
	if (anchor)
		return fail_at(b, mark, "anchors and aliases are not supported; write the value out");
	if (tag)
		return fail_at(b, mark, "tags are not supported");
	return 0;
}

/* 1: go on, 0: the stream is read, -1: error. */
static int
handle_event(struct builder *b, const yaml_event_t *e)
{
	int rc = 0;

	switch (e->type) {
	case YAML_DOCUMENT_START_EVENT:
		if (b->root)
			rc = fail_at(b, e->start_mark, "a rule file is one document; this starts another");
		break;
	case YAML_ALIAS_EVENT:
		rc = refuse_extras(b, e->start_mark, e->data.alias.anchor, NULL);
		break;
	case YAML_SCALAR_EVENT:
		rc = refuse_extras(b, e->start_mark, e->data.scalar.anchor, e->data.scalar.tag);
		rc = rc < 0 ? rc : add_node(b, e, TREE_SCALAR);
		break;
	case YAML_SEQUENCE_START_EVENT:
		rc = refuse_extras(b, e->start_mark, e->data.sequence_start.anchor,
				   e->data.sequence_start.tag);
		rc = rc < 0 ? rc : add_node(b, e, TREE_SEQUENCE);
		break;
	case YAML_MAPPING_START_EVENT:
		rc = refuse_extras(b, e->start_mark, e->data.mapping_start.anchor, e->data.mapping_start.tag);
		rc = rc < 0 ? rc : add_node(b, e, TREE_MAPPING);
		break;
	case YAML_SEQUENCE_END_EVENT:
	case YAML_MAPPING_END_EVENT:
		b->open = b->open->parent;
		b->depth--;
		break;
	default:
		break;
	}
	if (rc < 0)
		return -1;
	return e->type != YAML_STREAM_END_EVENT;
}

static int
read_events(struct builder *b)
{
	int rc = 1;

	while (rc > 0) {
		yaml_event_t event;
		if (!yaml_parser_parse(&b->parser, &event))
			return parser_error(b);
		rc = handle_event(b, &event);
		yaml_event_delete(&event);
	}
	return rc;
}

/* libyaml compares every %TAG line with every other before its first event. */
static int
refuse_directives(struct builder *b)
{
	struct slice rest = b->cursor.bytes, line;
	struct rule_position at = {0, 1};

	while (slice_next_line(&rest, &line)) {
		at.line++;
		if (slice_starts(line, "%TAG"))
			return tree_error(b->err, b->name, at, "tag directives are not supported");
	}
	return 0;
}

int
tree_parse(const struct tree_node **root, struct arena *arena, const char *name, struct slice yaml,
	   struct err *err)
{
	struct builder b = {.arena = arena, .name = name, .err = err};
	struct rule_position top = {1, 1};

	if (slice_starts(yaml, "\xef\xbb\xbf"))
		yaml = slice_sub(yaml, 3, yaml.len);
	if (yaml.len > LIMIT_RULE_FILE_BYTES)
		return tree_error(err, name, top, "larger than %u bytes", LIMIT_RULE_FILE_BYTES);
	b.cursor = (struct cursor){.bytes = yaml, .line = 1};
	if (refuse_directives(&b) < 0)
		return -1;
	if (!yaml_parser_initialize(&b.parser))
		return err_oom(err);
	yaml_parser_set_encoding(&b.parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&b.parser, (const unsigned char *)(yaml.len ? yaml.ptr : ""), yaml.len);
	int rc = read_events(&b);
	yaml_parser_delete(&b.parser);
	if (rc == 0 && !b.root)
		return tree_error(err, name, top, "the file is empty");
	*root = b.root;
	return rc;
}

/* ---- reading ---- */

const struct tree_node *
tree_get(const struct tree_node *mapping, const char *key)
{
	if (mapping->kind != TREE_MAPPING)
		return NULL;
	for (const struct tree_node *node = mapping->first; node; node = node->next->next)
		if (slice_eq_str(node->value, key))
			return node->next;
	return NULL;
}

bool
tree_is_null(const struct tree_node *node)
{
	if (node->kind != TREE_SCALAR || !node->plain)
		return false;
	return node->value.len == 0 || slice_eq_str(node->value, "~") || slice_eq_str(node->value, "null");
}
