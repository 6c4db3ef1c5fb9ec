/*
 * absent.c - syntax.h in a build without grammars: no language is known
 */
#include "syntax/syntax.h"

#ifndef SLUICE_SYNTAX

bool
syntax_available(void)
{
	return false;
}

const char *
syntax_description(void)
{
	return "none (built without grammars)";
}

const struct syntax_language *
syntax_language(enum language lang, struct slice path)
{
	(void)lang, (void)path;
	return NULL;
}

const char *
syntax_language_name(const struct syntax_language *language)
{
	(void)language;
	return "none";
}

uint16_t
syntax_kind(const struct syntax_language *language, struct slice name, bool named)
{
	(void)language, (void)name, (void)named;
	return 0;
}

const char *
syntax_kind_name(const struct syntax_language *language, uint16_t kind)
{
	(void)language, (void)kind;
	return NULL;
}

uint16_t
syntax_nkinds(const struct syntax_language *language)
{
	(void)language;
	return 0;
}

bool
syntax_kind_is(const struct syntax_language *language, uint16_t kind, bool named)
{
	(void)language, (void)kind, (void)named;
	return false;
}

uint16_t
syntax_field(const struct syntax_language *language, struct slice name)
{
	(void)language, (void)name;
	return 0;
}

const char *
syntax_field_name(const struct syntax_language *language, uint16_t field)
{
	(void)language, (void)field;
	return NULL;
}

int
syntax_parser_new(struct syntax_parser **out, const struct parse_limits *limits, struct err *err)
{
	(void)limits, (void)err;
	*out = NULL;
	return 0;
}

void
syntax_parser_free(struct syntax_parser *parser)
{
	(void)parser;
}

void
syntax_parser_set_deadline(struct syntax_parser *parser, const struct deadline *deadline)
{
	(void)parser, (void)deadline;
}

int
syntax_parse(struct syntax_tree *out, struct syntax_parser *parser, struct arena *arena,
	     const struct syntax_language *language, const struct text *text, struct err *err)
{
	(void)parser, (void)arena, (void)language, (void)err;
	*out = (struct syntax_tree){.outcome = PARSE_NO_GRAMMAR, .text = text->bytes};
	return 0;
}

#endif
