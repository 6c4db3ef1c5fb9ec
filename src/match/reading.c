#include "match/reading.h"

#include <stdlib.h>

#define LANGUAGES_MAX 40u

struct reading {
	struct syntax_parser *parser;
	struct arena arena; /* tables */
	struct arena text;  /* of the unit */
	struct pattern_language languages[LANGUAGES_MAX];
	size_t n;
	struct unit unit;
	struct unit_names names;
};

int
reading_new(struct reading **out, struct err *err)
{
	struct reading *reading = calloc(1, sizeof(*reading));

	*out = NULL;
	if (!reading)
		return err_oom(err);
	arena_init(&reading->arena);
	arena_init(&reading->text);
	if (syntax_parser_new(&reading->parser, NULL, err) < 0) {
		free(reading);
		return -1;
	}
	*out = reading;
	return 0;
}

void
reading_free(struct reading *reading)
{
	if (!reading)
		return;
	syntax_parser_free(reading->parser);
	unit_names_release(&reading->names);
	arena_release(&reading->arena);
	arena_release(&reading->text);
	free(reading);
}

int
reading_language(struct reading *r, const struct pattern_language **out, enum language lang,
		 struct slice path, struct err *err)
{
	const struct syntax_language *syntax = syntax_language(lang, path);

	*out = NULL;
	if (!syntax)
		return 0;
	for (size_t i = 0; i < r->n && !*out; i++)
		if (r->languages[i].syntax == syntax)
			*out = &r->languages[i];
	if (*out || r->n == LANGUAGES_MAX)
		return 0;
	const struct shape_table *table = shape_table_new(&r->arena, lang, syntax);
	if (!table)
		return err_oom(err);
	r->languages[r->n] = (struct pattern_language){syntax, table, dialect_of(lang), r->parser};
	*out = &r->languages[r->n++];
	return 0;
}

int
reading_parse(struct reading *r, const struct unit **unit, const struct pattern_language **language,
	      const char **unread, enum language lang, struct slice path, const struct text *text,
	      struct err *err)
{
	struct syntax_tree tree;

	*unit = NULL;
	*unread = parse_outcome_reason(PARSE_NO_GRAMMAR);
	arena_clear(&r->text);
	r->names.n = 0;
	if (reading_language(r, language, lang, path, err) < 0)
		return -1;
	if (!*language)
		return 0;
	if (syntax_parse(&tree, r->parser, &r->text, (*language)->syntax, text, err) < 0)
		return -1;
	*unread = parse_outcome_reason(tree.outcome);
	if (tree.n == 0)
		return 0;
	r->unit = (struct unit){
		.dialect = (*language)->dialect, .to = (uint32_t)text->bytes.len, .names = &r->names};
	if (shape_build(&r->unit.shape, &r->text, (*language)->table, &tree, err) < 0 ||
	    unit_names_read(&r->names, &r->text, &r->unit, err) < 0)
		return -1;
	*unit = &r->unit;
	return 0;
}
