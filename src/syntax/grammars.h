/*
 * grammars.h - the rows of the language table; for src/syntax/ alone
 *
 * SLUICE_SYNTAX is defined, as the runtime's version in quotes, by grammars.mk when
 * it has the grammars.
 */
#ifndef SLUICE_SYNTAX_GRAMMARS_H
#define SLUICE_SYNTAX_GRAMMARS_H

#include "base/arena.h"
#include "rule/language.h"

struct TSLanguage;
struct hand_grammar;

struct syntax_language {
	enum language language;
	const char *suffix;                        /* of the paths it is for; NULL: all others */
	const char *name;                          /* of the grammar */
	const struct TSLanguage *(*grammar)(void); /* NULL: hand */
	const struct hand_grammar *hand;
	int (*respell)(struct slice *out, struct arena *arena,
		       struct slice text); /* see respell.h; or NULL */
};

#endif
