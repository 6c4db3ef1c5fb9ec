/*
 * squeeze.h - a text without what may stand between two tokens
 *
 * Blanks, line ends, continued lines, block comments and lines that are a comment go, unless words
 * would run together: there one blank stays.
 *
 *	os . \
 *	  # lists it
 *	  system (x)	becomes  os.system(x)
 *
 * Made to be asked for the keywords of rules on syntax, beside the text itself: it knows no
 * language, and takes a string for code.
 */
#ifndef SLUICE_MATCH_SQUEEZE_H
#define SLUICE_MATCH_SQUEEZE_H

#include "base/slice.h"

/* out has room for text.len bytes. Returns how many are used. */
size_t squeeze(char *out, struct slice text);

#endif
