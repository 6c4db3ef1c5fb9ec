/*
 * place.h - mistakes of a rule, said with the place in its file
 */
#ifndef SLUICE_MATCH_PLACE_H
#define SLUICE_MATCH_PLACE_H

#include "base/err.h"
#include "rule/rule.h"

struct place {
	struct slice file;
	struct rule_position at;
};

/* ERR_RULE "file:line:column: message"; control bytes are escaped. Returns -1. */
int place_error(struct err *err, const struct place *place, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));

#endif
