/*
 * toml.c - TOML into nodes
 *
 *	[[rules]]
 *	id = "a"
 *	[[rules.allowlists]]
 *	regexes = ['x', 'y']
 *
 * becomes {rules: [{id: a, allowlists: [{regexes: [x, y]}]}]}: a header walks from the top, where a list of
 * tables stands for its last table, and keys go into the table it ends at. Nested values are worked off
 * with the parents that nodes have, so depth costs no stack.
 */
#include "rule/toml.h"

#include "base/buf.h"
#include "base/escape.h"
#include "base/limits.h"

struct reader {
	struct arena *arena;
	const char *name;
	struct slice text;
	size_t at, line_start; /* offsets */
	uint32_t line;
	size_t nodes;
	struct err *err;
};

/* ---- bytes ---- */

static struct rule_position
position(const struct reader *r)
{
	return (struct rule_position){r->line, (uint32_t)(r->at - r->line_start) + 1};
}

static int
fail(const struct reader *r, const char *message)
{
	return tree_error(r->err, r->name, position(r), "not TOML: %s", message);
}

/* The byte at the cursor, '\0' behind the end (a NUL in the text is refused before). */
static char
peek(const struct reader *r)
{
	return r->at < r->text.len ? r->text.ptr[r->at] : '\0';
}

static void
step(struct reader *r)
{
	if (r->text.ptr[r->at++] != '\n')
		return;
	r->line++;
	r->line_start = r->at;
}

static bool
ahead(const struct reader *r, const char *what)
{
	return slice_starts(slice_sub(r->text, r->at, r->text.len), what);
}

static bool
take(struct reader *r, const char *what)
{
	if (!ahead(r, what))
		return false;
	for (size_t n = strlen(what); n > 0; n--)
		step(r);
	return true;
}

static void
skip_blanks(struct reader *r)
{
	while (peek(r) == ' ' || peek(r) == '\t')
		step(r);
}

/* Blanks, line ends and comments. */
static void
skip_lines(struct reader *r)
{
	for (;;) {
		skip_blanks(r);
		if (peek(r) == '#')
			while (r->at < r->text.len && peek(r) != '\n')
				step(r);
		else if (!take(r, "\r\n") && !take(r, "\n"))
			return;
	}
}

static int
end_line(struct reader *r)
{
	uint32_t line = r->line;

	skip_lines(r);
	return r->line == line && r->at < r->text.len ? fail(r, "expected the end of the line") : 0;
}

/* ---- nodes ---- */

static struct tree_node *
new_node(struct reader *r, enum tree_kind kind)
{
	struct tree_node *node = arena_alloc(r->arena, sizeof(*node));

	if (!node) {
		(void)err_oom(r->err);
		return NULL;
	}
	node->kind = kind;
	node->at = position(r);
	if (++r->nodes <= LIMIT_YAML_NODES)
		return node;
	(void)tree_error(r->err, r->name, node->at, "more than %u nodes", LIMIT_YAML_NODES);
	return NULL;
}

/* The last value of a list of tables or of a mapping's key. */
static struct tree_node *
find(const struct tree_node *table, struct slice key)
{
	for (struct tree_node *node = table->first; node; node = node->next->next)
		if (slice_eq(node->value, key))
			return node->next;
	return NULL;
}

static void
append(struct tree_node *parent, struct tree_node *node)
{
	node->parent = parent;
	if (parent->last)
		parent->last->next = node;
	else
		parent->first = node;
	parent->last = node;
	parent->n++;
}

static int
add_pair(struct reader *r, struct tree_node *table, struct tree_node *key, struct tree_node *value)
{
	const struct tree_node *other = find(table, key->value);

	if (other)
		return tree_error(r->err, r->name, key->at, "key '%s' stands here twice, first at line %u",
				  shown(key->value).text, other->at.line);
	if (table->n / 2 >= LIMIT_YAML_KEYS)
		return tree_error(r->err, r->name, key->at, "more than %u keys in one mapping",
				  LIMIT_YAML_KEYS);
	append(table, key);
	append(table, value);
	return 0;
}

/* ---- texts ---- */

static int
hex_digits(struct reader *r, size_t n, uint32_t *out)
{
	*out = 0;
	for (; n > 0; n--) {
		char c = peek(r);
		unsigned digit = c >= '0' && c <= '9'   ? (unsigned)(c - '0')
				 : c >= 'a' && c <= 'f' ? (unsigned)(c - 'a') + 10
				 : c >= 'A' && c <= 'F' ? (unsigned)(c - 'A') + 10
							: 16;
		if (digit == 16)
			return fail(r, "expected a hexadecimal digit");
		*out = *out << 4 | digit;
		step(r);
	}
	return 0;
}

static int
add_code_point(struct reader *r, struct buf *out, uint32_t c)
{
	if (c > 0x10ffff || (c >= 0xd800 && c <= 0xdfff))
		return fail(r, "this is no character");
	utf8_add(out, c);
	return 0;
}

/* Behind a backslash. */
static int
read_escape(struct reader *r, struct buf *out, bool multiline)
{
	static const char names[] = "btnfr\"\\", bytes[] = "\b\t\n\f\r\"\\";
	char c = peek(r);
	const char *name = c != '\0' ? strchr(names, c) : NULL;
	uint32_t code;

	if (multiline && (c == ' ' || c == '\t' || c == '\r' || c == '\n')) {
		while (peek(r) == ' ' || peek(r) == '\t' || peek(r) == '\r' || peek(r) == '\n')
			step(r);
		return 0;
	}
	if (name) {
		buf_add(out, &bytes[name - names], 1);
		step(r);
		return 0;
	}
	if (c != 'u' && c != 'U')
		return fail(r, "unknown escape");
	step(r);
	return hex_digits(r, c == 'u' ? 4 : 8, &code) < 0 ? -1 : add_code_point(r, out, code);
}

static int
read_characters(struct reader *r, struct buf *out, const char *quote, bool multiline)
{
	for (;;) {
		if (r->at >= r->text.len || (!multiline && peek(r) == '\n'))
			return fail(r, "a text without end");
		/* Up to two quotes may stand before the three that end a text. */
		if (ahead(r, quote) &&
		    (!multiline || r->at + 3 >= r->text.len || r->text.ptr[r->at + 3] != *quote)) {
			(void)take(r, quote);
			return 0;
		}
		char c = peek(r);
		step(r);
		if (c == '\\' && *quote == '"') {
			if (read_escape(r, out, multiline) < 0)
				return -1;
		} else {
			buf_add(out, &c, 1);
		}
	}
}

static int
read_text(struct reader *r, struct tree_node *node)
{
	static const char *const quotes[] = {"\"\"\"", "'''", "\"", "'"};
	struct buf out = BUF_INIT(LIMIT_RULE_FILE_BYTES);
	size_t i = 0;

	while (!take(r, quotes[i]))
		i++;
	if (i < 2 && !take(r, "\r\n"))
		(void)take(r, "\n");
	int rc = read_characters(r, &out, quotes[i], i < 2);
	if (rc == 0 && (!buf_ok(&out) || arena_dup(&node->value, r->arena, buf_slice(&out)) < 0))
		rc = err_oom(r->err);
	buf_release(&out);
	return rc;
}

static bool
is_bare(char c, const char *more)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
	       (c != '\0' && strchr(more, c));
}

/* A bare key, a number, a date or a boolean: letters, digits and the bytes of more. */
static int
read_bare(struct reader *r, struct tree_node *node, const char *more)
{
	size_t from = r->at;

	while (is_bare(peek(r), more))
		step(r);
	if (r->at == from)
		return fail(r, "expected a key or a value");
	node->plain = true;
	return arena_dup(&node->value, r->arena, slice_sub(r->text, from, r->at)) < 0 ? err_oom(r->err) : 0;
}

/* ---- keys and values ---- */

static int
read_key(struct reader *r, struct tree_node **out)
{
	*out = new_node(r, TREE_SCALAR);
	if (!*out)
		return -1;
	return peek(r) == '"' || peek(r) == '\'' ? read_text(r, *out) : read_bare(r, *out, "_-");
}

static int
read_one(struct reader *r, struct tree_node **out)
{
	char c = peek(r);

	*out = new_node(r, c == '[' ? TREE_SEQUENCE : c == '{' ? TREE_MAPPING : TREE_SCALAR);
	if (!*out)
		return -1;
	if (c == '"' || c == '\'')
		return read_text(r, *out);
	if (c != '[' && c != '{')
		return read_bare(r, *out, "_-+.:");
	step(r);
	return 0;
}

static int
expect_equals(struct reader *r)
{
	skip_blanks(r);
	if (!take(r, "="))
		return fail(r, "expected '='");
	skip_blanks(r);
	return 0;
}

/* Before a value in a list or an inline table. 1: it is next, with its key; 0: the end was taken; -1. */
static int
next_value(struct reader *r, const struct tree_node *open, struct tree_node **key)
{
	bool list = open->kind == TREE_SEQUENCE;

	list ? skip_lines(r) : skip_blanks(r);
	if (take(r, list ? "]" : "}"))
		return 0;
	if (open->n > 0 && !take(r, ","))
		return fail(r, "expected ','");
	list ? skip_lines(r) : skip_blanks(r);
	if (list)
		return take(r, "]") ? 0 : 1;
	return read_key(r, key) < 0 || expect_equals(r) < 0 ? -1 : 1;
}

/* The value of key, whatever it contains, into the table. */
static int
read_value(struct reader *r, struct tree_node *table, struct tree_node *key)
{
	struct tree_node *open = table, *value;
	size_t depth = 0;

	for (;;) {
		if (read_one(r, &value) < 0)
			return -1;
		if (open->kind == TREE_SEQUENCE)
			append(open, value);
		else if (add_pair(r, open, key, value) < 0)
			return -1;
		if (value->kind != TREE_SCALAR) {
			open = value;
			if (++depth > LIMIT_YAML_DEPTH)
				return fail(r, "nested too deep");
		}
		int more = 0;
		while (open != table && (more = next_value(r, open, &key)) == 0) {
			open = open->parent;
			depth--;
		}
		if (open == table || more < 0)
			return more;
	}
}

/* ---- tables ---- */

/* The table at a key, made where there is none. many: [[key]], a new table of a list. */
static int
enter(struct reader *r, struct tree_node **table, struct tree_node *key, bool many)
{
	struct tree_node *found = find(*table, key->value), *made;

	if (!found) {
		found = new_node(r, many ? TREE_SEQUENCE : TREE_MAPPING);
		if (!found || add_pair(r, *table, key, found) < 0)
			return -1;
	}
	if (many) {
		if (found->kind != TREE_SEQUENCE)
			return fail(r, "this key is no list of tables");
		made = new_node(r, TREE_MAPPING);
		if (!made)
			return -1;
		append(found, made);
	}
	if (found->kind == TREE_SEQUENCE)
		found = found->last;
	if (!found || found->kind != TREE_MAPPING)
		return fail(r, "this key is no table");
	*table = found;
	return 0;
}

/* a.b.c: enters a and b; the last key is the caller's. */
static int
read_path(struct reader *r, struct tree_node **table, struct tree_node **key)
{
	for (size_t depth = 0; depth < LIMIT_YAML_DEPTH; depth++) {
		skip_blanks(r);
		if (read_key(r, key) < 0)
			return -1;
		skip_blanks(r);
		if (!take(r, "."))
			return 0;
		if (enter(r, table, *key, false) < 0)
			return -1;
	}
	return fail(r, "nested too deep");
}

static int
read_header(struct reader *r, struct tree_node **table)
{
	bool many = take(r, "[[");
	struct tree_node *key;

	if (!many)
		(void)take(r, "[");
	if (read_path(r, table, &key) < 0)
		return -1;
	if (!take(r, many ? "]]" : "]"))
		return fail(r, "expected ']'");
	return enter(r, table, key, many) < 0 ? -1 : end_line(r);
}

static int
read_pair(struct reader *r, struct tree_node *table)
{
	struct tree_node *key;

	if (read_path(r, &table, &key) < 0 || expect_equals(r) < 0)
		return -1;
	return read_value(r, table, key) < 0 ? -1 : end_line(r);
}

int
toml_parse(const struct tree_node **root, struct arena *arena, const char *name, struct slice toml,
	   struct err *err)
{
	struct reader r = {.arena = arena, .name = name, .text = toml, .line = 1, .err = err};
	struct tree_node *top = new_node(&r, TREE_MAPPING), *table = top;
	int rc = top ? 0 : -1;

	*root = top;
	if (rc == 0 && toml.len > LIMIT_RULE_FILE_BYTES)
		return tree_error(err, name, top->at, "larger than %u bytes", LIMIT_RULE_FILE_BYTES);
	if (rc == 0 && slice_chr(toml, '\0') != (size_t)-1)
		return fail(&r, "it holds a NUL byte");
	(void)take(&r, "\xef\xbb\xbf");
	for (skip_lines(&r); rc == 0 && r.at < toml.len;) {
		if (peek(&r) != '[') {
			rc = read_pair(&r, table);
			continue;
		}
		table = top;
		rc = read_header(&r, &table);
	}
	return rc;
}
