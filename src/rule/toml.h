/*
 * toml.h - a TOML document as a small bounded tree
 *
 * TOML 1.0 (https://toml.io/en/v1.0.0) as configuration of scanners uses it: all of it but dotted keys
 * inside inline tables. The bounds and the tree are those of tree.h; numbers, dates and booleans are plain
 * scalars with their bytes, texts are not plain.
 */
#ifndef SLUICE_RULE_TOML_H
#define SLUICE_RULE_TOML_H

#include "rule/tree.h"

/* As tree_parse(). An empty document is a mapping without keys. */
int toml_parse(const struct tree_node **root, struct arena *arena, const char *name, struct slice toml,
	       struct err *err) __attribute__((warn_unused_result));

#endif
