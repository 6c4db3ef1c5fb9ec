/*
 * dialect_yaml.c - YAML: a mapping is a dictionary, a sequence a list
 *
 * A plain word and a quoted one are the same text, but `true`, `1` and `null` are no
 * text; `yes` and `on` are `true`, as in YAML 1.1, which most tools read.
 */
#include "base/ascii.h"
#include "syntax/dialect.h"

static const struct dialect_kind kinds[] = {
	{"document", SHAPE_THROUGH, 0},
	{"block_node", SHAPE_THROUGH, 0},
	{"flow_node", SHAPE_THROUGH, 0},
	{"block_mapping", SHAPE_DICTIONARY, 0},
	{"flow_mapping", SHAPE_DICTIONARY, 0},
	{"block_mapping_pair", SHAPE_PAIR, 0},
	{"flow_pair", SHAPE_PAIR, 0},
	{"block_sequence", SHAPE_LIST, 0},
	{"flow_sequence", SHAPE_LIST, 0},
	{"block_sequence_item", SHAPE_THROUGH, 0},
	{"plain_scalar", SHAPE_THROUGH, 0},
	{"string_scalar", SHAPE_NAME, 0},
	{"boolean_scalar", SHAPE_NAME, 0},
	{"integer_scalar", SHAPE_NAME, 0},
	{"float_scalar", SHAPE_NAME, 0},
	{"null_scalar", SHAPE_NAME, 0},
	{"timestamp_scalar", SHAPE_NAME, 0},
	{"double_quote_scalar", SHAPE_STRING, 0},
	{"single_quote_scalar", SHAPE_STRING, 0},
	{"block_scalar", SHAPE_STRING, 0},
	{"alias", SHAPE_NAME, 0},
	{"anchor", SHAPE_DROP, 0},
	{"tag", SHAPE_DROP, 0},
	{NULL},
};

enum { DOTS_VALUE, DOTS_ENTRY, DOTS_ITEM };
static const char *const dots[] = {[DOTS_VALUE] = ".", [DOTS_ENTRY] = ".: ,", [DOTS_ITEM] = "- .", NULL};

/* A line of a pattern that is not blank. */
struct line {
	size_t column; /* of its first word */
	char first, last;
	bool found;
};

static struct line
line_at(struct slice pattern, size_t begin)
{
	struct slice rest = slice_sub(pattern, begin, pattern.len), line, word;

	while (slice_next_line(&rest, &line)) {
		word = slice_trim(line);
		if (word.len > 0)
			return (struct line){(size_t)(word.ptr - line.ptr), word.ptr[0],
					     word.ptr[word.len - 1], true};
	}
	return (struct line){0};
}

/* The last line before a place that is not blank and no deeper than a column. */
static struct line
line_before(struct slice pattern, size_t end, size_t column)
{
	struct slice rest = slice_sub(pattern, 0, end);

	while (rest.len > 0) {
		size_t begin = rest.len - 1;
		while (begin > 0 && rest.ptr[begin - 1] != '\n')
			begin--;
		struct line line = line_at(rest, begin);
		if (line.found && line.column <= column)
			return line;
		rest.len = begin;
	}
	return (struct line){0};
}

/*
 * On a line of its own `...` stands for entries of a mapping or items of a
 * sequence, as its neighbours in that column are, or for all that a key has.
 */
static unsigned
dots_form(struct slice pattern, size_t at, size_t len)
{
	size_t begin = at;

	while (begin > 0 && pattern.ptr[begin - 1] == ' ')
		begin--;
	if (len == pattern.len || (begin > 0 && pattern.ptr[begin - 1] != '\n'))
		return DOTS_VALUE;
	struct line before = line_before(pattern, begin, at - begin), behind = line_at(pattern, at + len);
	bool begins = !before.found || before.column < at - begin;
	if ((behind.found && behind.column == at - begin && behind.first == '-') ||
	    (!begins && before.first == '-' && before.column == at - begin))
		return DOTS_ITEM;
	return begins && before.last == ':' && (!behind.found || behind.column != at - begin) ? DOTS_VALUE
											      : DOTS_ENTRY;
}

enum plain { PLAIN_TEXT, PLAIN_TRUE, PLAIN_FALSE, PLAIN_NULL, PLAIN_NUMBER };

static enum plain
plain_of(struct slice word)
{
	static const struct {
		const char *word;
		enum plain plain;
	} words[] = {{"true", PLAIN_TRUE}, {"yes", PLAIN_TRUE},  {"on", PLAIN_TRUE},   {"false", PLAIN_FALSE},
		     {"no", PLAIN_FALSE},  {"off", PLAIN_FALSE}, {"null", PLAIN_NULL}, {"~", PLAIN_NULL}};

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (slice_eq_nocase(word, words[i].word))
			return words[i].plain;
	for (size_t i = 0; i < word.len; i++)
		if (!ascii_is_digit(word.ptr[i]) && !strchr("+-.eE_", word.ptr[i]))
			return PLAIN_TEXT;
	return word.len > 0 && ascii_is_digit(word.ptr[word.len - 1]) ? PLAIN_NUMBER : PLAIN_TEXT;
}

static bool
is_quoted(struct slice s)
{
	return s.len >= 2 && (s.ptr[0] == '"' || s.ptr[0] == '\'') && s.ptr[s.len - 1] == s.ptr[0];
}

static bool
names_equal(struct slice a, struct slice b)
{
	bool quoted_a = is_quoted(a), quoted_b = is_quoted(b);
	struct slice x = quoted_a ? slice_sub(a, 1, a.len - 1) : a;
	struct slice y = quoted_b ? slice_sub(b, 1, b.len - 1) : b;
	enum plain plain_x = quoted_a ? PLAIN_TEXT : plain_of(x);
	enum plain plain_y = quoted_b ? PLAIN_TEXT : plain_of(y);

	if (plain_x != plain_y)
		return false;
	return plain_x == PLAIN_TRUE || plain_x == PLAIN_FALSE || plain_x == PLAIN_NULL || slice_eq(x, y);
}

const struct dialect dialect_yaml = {
	.kinds = kinds,
	.dots = dots,
	.dots_form = dots_form,
	.words_are_text = true,
	.words_are_whole = true,
	.root_is_single = true,
	.names_equal = names_equal,
	.types = TYPES_NONE,
};
