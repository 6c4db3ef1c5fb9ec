/*
 * rule_list.h - what rules there are
 */
#ifndef SLUICE_REPORT_RULE_LIST_H
#define SLUICE_REPORT_RULE_LIST_H

#include "base/buf.h"
#include "base/err.h"
#include "rule/ruleset.h"

/* One line a rule: "<id>  <area>  block|warn|seen  <languages>". area: an enum area, or -1 for all. */
void rule_list_text(struct buf *out, const struct ruleset *rules, int area);

/* An array of objects, one a rule; git-sluice-rules(5) names the members. */
int rule_list_json(struct buf *out, const struct ruleset *rules, int area, struct err *err)
	__attribute__((warn_unused_result));

/* Everything about one rule, as text. */
void rule_show(struct buf *out, const struct rule *rule);

#endif
