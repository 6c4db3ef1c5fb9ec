/*
 * dialect_go.c - Go
 */
#include "syntax/dialect.h"

#include "base/ascii.h"

static const struct dialect_kind kinds[] = {
	{"statement_list", SHAPE_THROUGH, 0},
	{"literal_element", SHAPE_THROUGH, 0},
	{"var_declaration", SHAPE_THROUGH, 0},
	{"const_declaration", SHAPE_THROUGH, 0},
	{"var_spec_list", SHAPE_THROUGH, 0},
	{"package_identifier", SHAPE_NAME, 0},
	{"short_var_declaration", SHAPE_ASSIGN, SHAPE_DECLARES | SHAPE_SHORT},
	{"qualified_type", SHAPE_ATTRIBUTE, 0},
	{"method_declaration", SHAPE_FUNCTION, 0},
	{"import_spec_list", SHAPE_THROUGH, 0},
	{"import_declaration", SHAPE_THROUGH, 0},
	{"interpreted_string_literal_content", SHAPE_NAME, 0},
	{"type_conversion_expression", SHAPE_NODE, SHAPE_EXPRESSION},
	{"import_spec", SHAPE_NODE, SHAPE_IMPORT},
	{NULL},
};

static const struct dialect_field fields[] = {
	{"receiver", ROLE_OPTIONAL}, {"initializer", ROLE_OPTIONAL}, {NULL}};

static const struct dialect_frame frames[] = {{"package p\nvar zq = zq{", "}", .entry = true},
					      {"package p\nfunc zq() {\n", "\n}"},
					      {"package p\nvar zq = ", "", .expression = true},
					      {"package p\n", ""},
					      {"", ""},
					      {"package p\ntype zq struct {\n", "\n}"},
					      {NULL, NULL}};

enum { DOTS_VALUE, DOTS_STATEMENT, DOTS_TYPED, DOTS_CASE, DOTS_IMPORT };
static const char *const dots[] = {[DOTS_VALUE] = ".",        [DOTS_STATEMENT] = ".;", [DOTS_TYPED] = ". ,",
				   [DOTS_CASE] = "case ,: .", [DOTS_IMPORT] = "\".\"", NULL};

static unsigned
dots_form(struct slice pattern, size_t at, size_t len)
{
	static const unsigned char forms[PLACE_COUNT] = {
		[PLACE_STATEMENT] = DOTS_STATEMENT, [PLACE_CASE] = DOTS_CASE,
		[PLACE_IMPORT] = DOTS_IMPORT,       [PLACE_MEMBER] = DOTS_TYPED,
		[PLACE_PARAMETER] = DOTS_TYPED,
	};

	return forms[dialect_place(pattern, at, len)];
}

static bool
is_version(struct slice s)
{
	if (s.len < 2 || s.ptr[0] != 'v')
		return false;
	for (size_t i = 1; i < s.len; i++)
		if (!ascii_is_digit(s.ptr[i]))
			return false;
	return true;
}

/* The name of a package: net/http is http, x/z/v2 is z, gopkg.in/yaml.v2 is yaml. */
static struct slice
package_name(struct slice path)
{
	struct slice last = path, before = {NULL, 0};

	for (size_t i = 0; i < path.len; i++)
		if (path.ptr[i] == '/') {
			before = slice_sub(path, (size_t)(last.ptr - path.ptr), i);
			last = slice_sub(path, i + 1, path.len);
		}
	if (is_version(last) && before.len > 0)
		last = before;
	size_t dot = slice_chr(last, '.');
	return dot != (size_t)-1 && is_version(slice_sub(last, dot + 1, last.len)) ? slice_sub(last, 0, dot)
										   : last;
}

/* "net/http"; h "net/http"; . "net/http" */
static int
read_import(const struct import_taker *taker, const struct shape_tree *tree, uint32_t node)
{
	struct slice word, name = {NULL, 0}, text = shape_text(tree, node);

	if (!import_word(&text, &word))
		return 0;
	if (word.ptr[0] != '"' && word.ptr[0] != '`') {
		name = word;
		if (!import_word(&text, &word))
			return 0;
	}
	if (word.len < 3)
		return 0;
	struct slice path = slice_sub(word, 1, word.len - 1);
	if (slice_eq_str(name, ".") || slice_eq_str(name, "_"))
		return import_take(taker, slice_of(NULL, 0), path, slice_of(NULL, 0));
	const struct import import = {
		.name = name.len > 0 ? name : package_name(path), .module = path, .also = package_name(path)};
	return taker->take(taker->to, &import);
}

const struct dialect dialect_go = {
	.kinds = kinds,
	.fields = fields,
	.frames = frames,
	.blocks_are_written = true,
	.dots = dots,
	.dots_form = dots_form,
	.read_import = read_import,
};
