/*
 * dialect_markup.c - HTML and XML
 *
 * An element is its tag and what stands in it:
 *
 *	<a href="b">c</a>      RUN
 *	                         DICTIONARY   a, KEYWORD href "b"
 *	                         c
 *
 * As with Semgrep a pattern names some of the attributes, in any order, and the first of
 * what stands in the element, in order: <a/> is any such element.
 */
#include "syntax/dialect.h"

static const struct dialect_kind html[] = {
	{"element", SHAPE_RUN, 0},
	{"script_element", SHAPE_RUN, 0},
	{"style_element", SHAPE_RUN, 0},
	{"start_tag", SHAPE_DICTIONARY, 0},
	{"self_closing_tag", SHAPE_DICTIONARY, 0},
	{"end_tag", SHAPE_DROP, 0},
	{"tag_name", SHAPE_NAME, 0},
	{"attribute", SHAPE_KEYWORD, 0},
	{"attribute_name", SHAPE_NAME, 0},
	{"attribute_value", SHAPE_STRING, 0},
	{"quoted_attribute_value", SHAPE_STRING, 0},
	{"text", SHAPE_NAME, 0},
	{"raw_text", SHAPE_NAME, 0},
	{"entity", SHAPE_NAME, 0},
	{NULL},
};

static const struct dialect_kind xml[] = {
	{"element", SHAPE_RUN, 0},       {"content", SHAPE_THROUGH, 0},
	{"STag", SHAPE_DICTIONARY, 0},   {"EmptyElemTag", SHAPE_DICTIONARY, 0},
	{"ETag", SHAPE_DROP, 0},         {"Name", SHAPE_NAME, 0},
	{"Attribute", SHAPE_KEYWORD, 0}, {"AttValue", SHAPE_STRING, 0},
	{"CharData", SHAPE_NAME, 0},     {"CDSect", SHAPE_NAME, 0},
	{"Comment", SHAPE_DROP, 0},      {NULL},
};

static const char *const dots[] = {".", ".=\",\"", NULL};

const struct dialect dialect_html = {
	.kinds = html,
	.dots = dots,
	.second = SECOND_NEVER,
	.types = TYPES_NONE,
	.blocks_are_records = true,
	.has_tags = true,
};

const struct dialect dialect_xml = {
	.kinds = xml,
	.dots = dots,
	.second = SECOND_NEVER,
	.types = TYPES_NONE,
	.blocks_are_records = true,
	.has_tags = true,
};
