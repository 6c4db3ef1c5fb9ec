/*
 * reading.c - texts are parsed once, as long as they are asked for in turn
 *
 * A change is scanned several times: its new text for defects, then for guards, its old
 * text for what was there before, then for guards that went. So the two texts read
 * last are kept, with a copy of their bytes: a text with equal ones is the same,
 * wherever it stands in memory.
 */
#include "match/reading.h"

#include <stdlib.h>

#include "base/limits.h"
#include "match/declaration.h"
#include "match/generic.h"
#include "match/pattern_cache.h"
#include "match/taint_functions.h"
#include "match/trigram.h"

#define LANGUAGES_MAX 40u
#define KEPT_TEXTS    2u /* both sides of a change */

/* A text that was read. */
struct kept {
	struct arena arena;                      /* of all below */
	struct slice bytes;                      /* a copy */
	const struct pattern_language *language; /* NULL: nothing is kept */
	const char *unread;
	struct unit unit; /* its shape's text is the one asked for last */
	struct trigrams trigrams;
	struct unit_names names;
	struct declarations declared;
	struct text_functions functions; /* if a rule asked for them */
	bool has_unit;
};

struct reading {
	struct syntax_parser *parser;
	struct pattern_cache *patterns;
	uint64_t serial;    /* of the texts, counted */
	struct arena arena; /* tables */
	struct pattern_language languages[LANGUAGES_MAX];
	size_t n;
	struct kept kept[KEPT_TEXTS];
	size_t last;                                   /* which was asked for last */
	struct kept part;                              /* a piece of that one */
	struct arena lines;                            /* of the piece */
	struct generic_tree words[COMMENTS_SHELL + 1]; /* of the text, by what is a comment */
	bool known[COMMENTS_SHELL + 1];                /* which of them are read */
	struct generic_tree part_words;
};

int
reading_new(struct reading **out, const struct pattern_store *store, struct err *err)
{
	struct reading *reading = calloc(1, sizeof(*reading));

	*out = NULL;
	if (!reading)
		return err_oom(err);
	arena_init(&reading->arena);
	for (size_t i = 0; i < KEPT_TEXTS; i++)
		arena_init(&reading->kept[i].arena);
	arena_init(&reading->part.arena);
	arena_init(&reading->lines);
	if (pattern_cache_new(&reading->patterns, store, err) < 0 ||
	    syntax_parser_new(&reading->parser, NULL, err) < 0) {
		pattern_cache_free(reading->patterns);
		free(reading);
		return -1;
	}
	*out = reading;
	return 0;
}

static void
release_text(struct kept *k)
{
	unit_names_release(&k->names);
	declarations_release(&k->declared);
	text_functions_release(&k->functions);
	arena_release(&k->arena);
}

void
reading_free(struct reading *reading)
{
	if (!reading)
		return;
	pattern_cache_free(reading->patterns);
	syntax_parser_free(reading->parser);
	for (size_t i = 0; i < KEPT_TEXTS; i++)
		release_text(&reading->kept[i]);
	release_text(&reading->part);
	for (size_t i = 0; i <= COMMENTS_SHELL; i++)
		generic_tree_release(&reading->words[i]);
	generic_tree_release(&reading->part_words);
	arena_release(&reading->lines);
	arena_release(&reading->arena);
	free(reading);
}

void
reading_set_deadline(struct reading *reading, const struct deadline *deadline)
{
	syntax_parser_set_deadline(reading->parser, deadline);
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
	r->languages[r->n] = (struct pattern_language){syntax, table, dialect_of(lang), r->parser, lang};
	*out = &r->languages[r->n++];
	return 0;
}

/* Reads a text for the first time. */
static int
read_text(struct reading *r, struct kept *k, const struct pattern_language *language, const struct text *text,
	  struct err *err)
{
	struct syntax_tree tree;

	k->language = NULL;
	k->has_unit = false;
	k->names.n = 0;
	arena_clear(&k->arena);
	if (arena_dup(&k->bytes, &k->arena, text->bytes) < 0)
		return err_oom(err);
	if (syntax_parse(&tree, r->parser, &k->arena, language->syntax, text, err) < 0)
		return -1;
	k->unread = parse_outcome_reason(tree.outcome);
	if (tree.n > 0) {
		k->unit = (struct unit){.dialect = language->dialect,
					.to = (uint32_t)text->bytes.len,
					.syntax = language->syntax,
					.names = &k->names,
					.trigrams = &k->trigrams,
					.declared = &k->declared};
		tree.text = k->bytes; /* names outlive the text */
		if (shape_build(&k->unit.shape, &k->arena, language->table, &tree, err) < 0 ||
		    unit_names_read(&k->names, &k->arena, &k->unit, err) < 0 ||
		    declarations_read(&k->declared, &k->unit, err) < 0)
			return -1;
		trigrams_of(&k->trigrams, k->bytes);
		k->has_unit = true;
	}
	k->language = language;
	return 0;
}

int
reading_parse(struct reading *r, const struct unit **unit, const struct pattern_language **language,
	      const char **unread, enum language lang, struct slice path, const struct text *text,
	      struct err *err)
{
	struct kept *k = NULL;

	*unit = NULL;
	*unread = parse_outcome_reason(PARSE_NO_GRAMMAR);
	if (reading_language(r, language, lang, path, err) < 0)
		return -1;
	if (!*language)
		return 0;
	for (size_t i = 0; i < KEPT_TEXTS && !k; i++)
		if (r->kept[i].language == *language && slice_eq(r->kept[i].bytes, text->bytes))
			k = &r->kept[i];
	if (!k) {
		k = &r->kept[(r->last + 1) % KEPT_TEXTS];
		if (read_text(r, k, *language, text, err) < 0)
			return -1;
	}
	r->last = (size_t)(k - r->kept);
	*unread = k->unread;
	if (!k->has_unit)
		return 0;
	if (k->unit.serial == 0 || k->unit.shape.text.ptr != text->bytes.ptr)
		k->unit.serial = ++r->serial; /* what was found in it points into the text */
	k->unit.shape.text = text->bytes;
	*unit = &k->unit;
	return 0;
}

struct text_functions *
reading_functions(struct reading *r)
{
	return &r->kept[r->last].functions;
}

struct pattern_cache *
reading_patterns(struct reading *r)
{
	return r->patterns;
}

int
reading_embedded(struct reading *r, const struct unit **unit, const struct pattern_language **language,
		 enum language lang, struct slice piece, struct err *err)
{
	struct text text;

	*unit = NULL;
	arena_clear(&r->lines);
	if (reading_language(r, language, lang, slice_of(NULL, 0), err) < 0)
		return -1;
	if (!*language)
		return 0;
	if (text_from_lines(&text, &r->lines, piece, NULL, err) < 0 ||
	    read_text(r, &r->part, *language, &text, err) < 0)
		return -1;
	if (!r->part.has_unit)
		return 0;
	r->part.unit.shape.text = piece;
	*unit = &r->part.unit;
	return 0;
}

void
reading_forget(struct reading *r)
{
	memset(r->known, 0, sizeof(r->known));
}

int
reading_generic(struct reading *r, const struct generic_tree **out, struct slice text, bool whole,
		enum comment_style comments, struct err *err)
{
	struct generic_tree *tree = whole ? &r->words[comments] : &r->part_words;

	*out = NULL;
	if (text.len > LIMIT_PARSE_BYTES)
		return 0;
	if (!(whole && r->known[comments]) && generic_tree_read(tree, text, comments, true, err) < 0)
		return -1;
	r->known[comments] |= whole;
	*out = tree;
	return 0;
}
