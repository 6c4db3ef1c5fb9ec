/*
 * dialect_bash.c - Bash
 *
 * A command is its words; $x and ${x} are one, and so are a, "a" and 'a'. Redirections
 * stand beside the command, and a pattern need not mention them.
 */
#include "syntax/dialect.h"

static const struct dialect_kind kinds[] = {
	{"word", SHAPE_NAME, 0},
	{"number", SHAPE_NAME, 0},
	{"variable_name", SHAPE_NAME, 0},
	{"special_variable_name", SHAPE_NAME, 0},
	{"command", SHAPE_WHOLE, 0},
	{"pipeline", SHAPE_RUN, 0},
	{"command_name", SHAPE_THROUGH, 0},
	{"redirected_statement", SHAPE_THROUGH, 0},
	{"file_redirect", SHAPE_NODE, SHAPE_OPTIONAL},
	{"heredoc_redirect", SHAPE_NODE, SHAPE_OPTIONAL},
	{"herestring_redirect", SHAPE_NODE, SHAPE_OPTIONAL},
	{"simple_expansion", SHAPE_NODE, SHAPE_TEXT_HOLE, "expansion"},
	{"expansion", SHAPE_NODE, SHAPE_TEXT_HOLE},
	{"command_substitution", SHAPE_NODE, SHAPE_TEXT_HOLE},
	{"arithmetic_expansion", SHAPE_NODE, SHAPE_TEXT_HOLE},
	{"$(", SHAPE_DROP, 0}, /* $(a) is `a` */
	{"do_group", SHAPE_BLOCK, 0},
	{"raw_string", SHAPE_STRING, 0},
	{"ansi_c_string", SHAPE_STRING, 0},
	{"variable_assignment", SHAPE_ASSIGN, 0},
	{"array", SHAPE_LIST, 0},
	{NULL},
};

static const struct dialect_field fields[] = {
	{"body", 0}, /* a command that is redirected is no block */
	{NULL},
};

static const char *const dots[] = {".", ".;", NULL};
/* "$X" is text with a variable in it. */
static const char *const metavariables[] = {".", "$.", NULL};

static struct slice
unquoted(struct slice word)
{
	bool quoted = word.len >= 2 && (word.ptr[0] == '"' || word.ptr[0] == '\'') &&
		      word.ptr[word.len - 1] == word.ptr[0];

	return quoted ? slice_sub(word, 1, word.len - 1) : word;
}

static bool
names_equal(struct slice a, struct slice b)
{
	return slice_eq(unquoted(a), unquoted(b));
}

const struct dialect dialect_bash = {
	.kinds = kinds,
	.fields = fields,
	.dots = dots,
	.metavariables = metavariables,
	.second = SECOND_NEVER,
	.text_quotes = "\"",
	.types = TYPES_NONE,
	.assigning_declares = true,
	.second_in_text = true,
	.dots_prefix = '"',
	.words_are_text = true,
	.root_is_single = true, /* $(a) as a pattern is no command named by it */
	.names_equal = names_equal,
};
