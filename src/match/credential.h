/*
 * credential.h - whether a value looks like a key or a password
 *
 * A name such as api_key or password says that a credential may follow; most
 * of what follows is none: a path, an expression, a type, a label, a place
 * holder. What a program or a person chose as a secret differs from these by
 * its letters, and that is what is asked here.
 */
#ifndef SLUICE_MATCH_CREDENTIAL_H
#define SLUICE_MATCH_CREDENTIAL_H

#include "rule/credential.h"

/* Without the quotes of a literal. */
bool credential_holds(enum credential kind, struct slice value);

/* The same of a value that has a name, which must say so: less is asked where the name says more. */
bool credential_named_holds(enum credential kind, struct slice name, struct slice value);

#endif
