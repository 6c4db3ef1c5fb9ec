/*
 * credential.h - what metavariable-credential can ask of a value
 */
#ifndef SLUICE_RULE_CREDENTIAL_H
#define SLUICE_RULE_CREDENTIAL_H

#include <stdbool.h>

#include "base/slice.h"

enum credential {
	CREDENTIAL_KEY,      /* chosen by a program: random letters and digits */
	CREDENTIAL_PASSWORD, /* chosen by anybody */
	CREDENTIAL_WEAK,     /* chosen by anybody, and easily guessed: a word with a number */
	CREDENTIAL_FORM,     /* a key, or the letters of one in a row: where a form or a name proves enough */
	CREDENTIAL_NAMED,    /* a key or a password, as the name says */
	CREDENTIAL_COUNT
};

const char *credential_name(enum credential kind); /* "key" */
bool credential_by_name(enum credential *out, struct slice name);

#endif
