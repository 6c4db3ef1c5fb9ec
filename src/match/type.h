/*
 * type.h - the declared types of expressions, as far as one text shows them
 *
 *	void f(java.io.File a, List<String> b) { var c = new Foo(); g(a, b, c, this.d, "x"); }
 *
 * a is a File (java.io.File), b a List<String>, c a Foo, "x" a String. What a function
 * returns is not known.
 */
#ifndef SLUICE_MATCH_TYPE_H
#define SLUICE_MATCH_TYPE_H

#include "match/pattern.h"

/* Whether the expression at node t is of the type that a rule names: "int", "*http.Request", "char *". */
bool type_fits(const struct unit *unit, uint32_t t, struct slice wanted);

/* The type of the expression as the text writes it; empty: it does not say. */
struct slice type_of(const struct unit *unit, uint32_t t);

#endif
