/*
 * reading.h - texts as patterns see them
 */
#ifndef SLUICE_MATCH_READING_H
#define SLUICE_MATCH_READING_H

#include "match/unit.h"

/* The parser, the tables of the languages met so far, and the texts read last. */
struct reading;
struct generic_tree;

/* store (borrowed): patterns that need not be read, see pattern_store.h; or NULL. */
struct pattern_store;
int reading_new(struct reading **out, const struct pattern_store *store, struct err *err)
	__attribute__((warn_unused_result));
void reading_free(struct reading *reading);

/* Parsing ends then at the latest. Borrowed; NULL: none, as at first. */
void reading_set_deadline(struct reading *reading, const struct deadline *deadline);

/*
 * Reads a text. *unit and *language are borrowed until the next call, NULL
 * when there is no tree; *unread says why not all of it was understood.
 */
int reading_parse(struct reading *reading, const struct unit **unit, const struct pattern_language **language,
		  const char **unread, enum language lang, struct slice path, const struct text *text,
		  struct err *err) __attribute__((warn_unused_result));

/* What reads patterns in a language; NULL in *out: there is no grammar. */
int reading_language(struct reading *reading, const struct pattern_language **out, enum language lang,
		     struct slice path, struct err *err) __attribute__((warn_unused_result));

/*
 * Reads a piece of the text read last in a language of its own; it is borrowed by *unit and stays the same.
 * As reading_parse(), but the unit of the whole text stays, too. NULL in *unit: there is no tree.
 */
int reading_embedded(struct reading *reading, const struct unit **unit,
		     const struct pattern_language **language, enum language lang, struct slice piece,
		     struct err *err) __attribute__((warn_unused_result));

/* For the functions of the text read last; see taint_functions.h. */
struct text_functions;
struct text_functions *reading_functions(struct reading *reading);

/* The patterns read so far. */
struct pattern_cache *reading_patterns(struct reading *reading);

/* A matcher's own. */
struct reading *matcher_reading(struct matcher *matcher);

/*
 * Words and marks of the text read last (whole) or of a part of it; borrowed, a
 * part until the next one is asked for. NULL in *out: it is too long.
 */
int reading_generic(struct reading *reading, const struct generic_tree **out, struct slice text, bool whole,
		    enum comment_style comments, struct err *err) __attribute__((warn_unused_result));

/* Another text comes. */
void reading_forget(struct reading *reading);

#endif
