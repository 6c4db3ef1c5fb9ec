/*
 * sarif_rule.h - the rules that a SARIF run has results for
 */
#ifndef SLUICE_REPORT_SARIF_RULE_H
#define SLUICE_REPORT_SARIF_RULE_H

#include <jansson.h>

#include "base/err.h"
#include "rule/rule.h"

/* Zeroed: empty. Rules are borrowed. */
struct sarif_rules {
	const struct rule **items;
	size_t n, cap;
};

int sarif_rules_add(struct sarif_rules *rules, const struct rule *rule, struct err *err)
	__attribute__((warn_unused_result));

/* Orders by id and keeps one of each. */
void sarif_rules_sort(struct sarif_rules *rules);

/* The place of a rule of that id; the set is sorted and has one. */
size_t sarif_rules_index(const struct sarif_rules *rules, const struct rule *rule);
void sarif_rules_release(struct sarif_rules *rules);

/* A reportingDescriptor; NULL when memory ran out. */
json_t *sarif_rule_json(const struct rule *rule);

#endif
