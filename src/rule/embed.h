/*
 * embed.h - the shipped rules as constant data
 *
 * build/rulec loads rules/ with ruleset_load() and prints a C file that
 * defines the two names below; the program links it, so no YAML is read when
 * a hook runs.
 */
#ifndef SLUICE_RULE_EMBED_H
#define SLUICE_RULE_EMBED_H

#include "base/buf.h"
#include "rule/ruleset.h"

extern const struct rule shipped_rules[];
extern const size_t shipped_nrules;
extern const struct prefilter shipped_prefilter; /* over their keywords */

/* Prints the C file for these rules. */
void embed_print(struct buf *out, const struct rule *const *rules, size_t n);

#endif
