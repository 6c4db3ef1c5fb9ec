/*
 * tree.h - a YAML document as a small bounded tree
 *
 * Rule files may be hostile, so depth, nodes and keys are bounded while
 * libyaml's events come in, and anything that makes a document larger or
 * stranger than it looks (aliases, tags, several documents, repeated keys) is
 * refused. Every node knows where it stands in the file.
 */
#ifndef SLUICE_RULE_TREE_H
#define SLUICE_RULE_TREE_H

#include "base/arena.h"
#include "base/err.h"
#include "rule/rule.h"

enum tree_kind { TREE_SCALAR, TREE_SEQUENCE, TREE_MAPPING };

struct tree_node {
	enum tree_kind kind;
	bool plain;         /* a scalar without quotes or block style */
	struct slice value; /* of a scalar: may hold NUL, a NUL stands behind it */
	struct rule_position at;
	size_t n;                        /* children; of a mapping twice its pairs: key, value, key ... */
	struct tree_node *first, *last;  /* children */
	struct tree_node *next, *parent; /* sibling; NULL at the end and at the top */
};

/*
 * Parses one document into the arena. name stands for the file in messages
 * and must be printable. ERR_RULE (a limit: ERR_LIMIT) as tree_error() words it.
 */
int tree_parse(const struct tree_node **root, struct arena *arena, const char *name, struct slice yaml,
	       struct err *err) __attribute__((warn_unused_result));

/* The value of a mapping's key, or NULL. */
const struct tree_node *tree_get(const struct tree_node *mapping, const char *key);

/* Plain `~`, `null` or nothing at all. */
bool tree_is_null(const struct tree_node *node);

/* Records "name:line:column: message" as ERR_RULE; returns -1. */
int tree_error(struct err *err, const char *name, struct rule_position at, const char *fmt, ...)
	__attribute__((format(printf, 4, 5)));

/* Foreign bytes as a short printable string, for messages: shown(s).text. */
struct shown {
	char text[96];
};
struct shown shown(struct slice s);

#endif
