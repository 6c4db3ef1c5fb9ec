#include "report/sarif_rule.h"

#include <stdlib.h>

#include "base/ascii.h"
#include "base/buf.h"
#include "base/escape.h"
#include "report/json_emit.h"
#include "report/report_util.h"

#define DESCRIPTION_CHARACTERS 1024u /* GitHub's limit */
#define CWE_TAGS               8u    /* GitHub keeps ten tags of a rule */

int
sarif_rules_add(struct sarif_rules *rules, const struct rule *rule, struct err *err)
{
	void *items = rules->items;

	/* Findings of one rule tend to follow each other. */
	if (rules->n > 0 && rules->items[rules->n - 1] == rule)
		return 0;
	if (array_reserve(&items, &rules->cap, rules->n + 1, sizeof(struct rule *)) < 0)
		return err_oom(err);
	rules->items = items;
	rules->items[rules->n++] = rule;
	return 0;
}

static int
by_id(const void *a, const void *b)
{
	const struct rule *const *left = a, *const *right = b;

	return slice_cmp((*left)->id, (*right)->id);
}

void
sarif_rules_sort(struct sarif_rules *rules)
{
	size_t kept = 0;

	if (rules->n == 0)
		return;
	qsort(rules->items, rules->n, sizeof(struct rule *), by_id);
	for (size_t i = 1; i < rules->n; i++)
		if (!slice_eq(rules->items[i]->id, rules->items[kept]->id))
			rules->items[++kept] = rules->items[i];
	rules->n = kept + 1;
}

size_t
sarif_rules_index(const struct sarif_rules *rules, const struct rule *rule)
{
	const struct rule **at = bsearch(&rule, rules->items, rules->n, sizeof(struct rule *), by_id);

	return at ? (size_t)(at - rules->items) : 0;
}

void
sarif_rules_release(struct sarif_rules *rules)
{
	free(rules->items);
	*rules = (struct sarif_rules){0};
}

/* CVSS-like; GitHub calls 7.0 to 8.9 high and 4.0 to 6.9 medium. */
static const char *
security_severity(const struct rule *rule)
{
	static const char *const scores[3][3] = {
		[SEVERITY_INFO] = {"1.0", "2.0", "3.0"},
		[SEVERITY_WARNING] = {"4.0", "5.0", "6.5"},
		[SEVERITY_ERROR] = {"7.0", "7.5", "8.8"},
	};

	return scores[rule->severity][rule->confidence];
}

static const char *
precision(const struct rule *rule)
{
	static const char *const names[] = {"low", "medium", "high"};

	return names[rule->confidence];
}

/* "CWE-89: SQL Injection" is number 89; false if it names none. */
static bool
cwe_number(struct slice cwe, unsigned long *out)
{
	size_t end = 4;

	if (!slice_starts(cwe, "CWE-"))
		return false;
	while (end < cwe.len && ascii_is_digit(cwe.ptr[end]))
		end++;
	return slice_to_ulong(slice_sub(cwe, 4, end), 99999, out);
}

static json_t *
json_of_buf(struct buf *text)
{
	json_t *value = buf_ok(text) ? json_of_slice(buf_slice(text)) : NULL;

	buf_release(text);
	return value;
}

/* "external/cwe/cwe-089" is how CodeQL writes it and GitHub shows it. */
static json_t *
tags_json(const struct rule *rule)
{
	json_t *tags = json_pack("[s, s]", "security", area_name(rule->area));
	unsigned long number;

	for (size_t i = 0; i < rule->ncwe && i < CWE_TAGS; i++)
		if (cwe_number(rule->cwe[i], &number))
			json_append(&tags, json_sprintf("external/cwe/cwe-%03lu", number));
	return tags;
}

/* The text on one line, or its first sentence, within GitHub's limit. */
static json_t *
description_json(const struct rule *rule, bool first_sentence)
{
	struct buf folded = BUF_INIT(SIZE_MAX / 2);
	size_t pos = 0;

	report_fold(&folded, rule->message.len > 0 ? rule->message : rule->id);
	struct slice text = buf_slice(&folded);
	for (unsigned n = 0; pos < text.len && n < DESCRIPTION_CHARACTERS; n++) {
		bool stop = text.ptr[pos] == '.' && pos + 1 < text.len && text.ptr[pos + 1] == ' ';
		utf8_next(text, &pos);
		if (stop && first_sentence)
			break;
	}
	json_t *value = buf_ok(&folded) ? json_of_slice(slice_sub(text, 0, pos)) : NULL;
	buf_release(&folded);
	return json_pack("{s:o}", "text", value);
}

static json_t *
help_json(const struct rule *rule)
{
	struct buf text = BUF_INIT(SIZE_MAX / 2);

	buf_add_slice(&text, slice_trim(rule->message.len > 0 ? rule->message : rule->id));
	for (size_t i = 0; i < rule->ncwe; i++) {
		buf_add_str(&text, i == 0 ? "\n\n" : ", ");
		buf_add_slice(&text, rule->cwe[i]);
	}
	for (size_t i = 0; i < rule->nreferences; i++) {
		buf_add_str(&text, i == 0 ? "\n\n" : "\n");
		buf_add_slice(&text, rule->references[i]);
	}
	return json_pack("{s:o}", "text", json_of_buf(&text));
}

/* No byte that RFC 3986 forbids; rule files are foreign. */
static bool
is_uri(struct slice s)
{
	for (size_t i = 0; i < s.len; i++)
		if (s.ptr[i] <= ' ' || s.ptr[i] > '~' || strchr("\"<>\\^`{|}", s.ptr[i]))
			return false;
	return slice_starts(s, "https://");
}

/* The rule's own reference, else its CWE's page; NULL: neither. *failed: no memory. */
static json_t *
help_uri_json(const struct rule *rule, bool *failed)
{
	unsigned long number;
	json_t *uri = NULL;

	if (rule->nreferences > 0 && is_uri(rule->references[0]))
		uri = json_of_slice(rule->references[0]);
	else if (rule->ncwe > 0 && cwe_number(rule->cwe[0], &number))
		uri = json_sprintf("https://cwe.mitre.org/data/definitions/%lu.html", number);
	else
		return NULL;
	*failed = !uri;
	return uri;
}

json_t *
sarif_rule_json(const struct rule *rule)
{
	bool failed = false;
	json_t *descriptor =
		json_pack("{s:o, s:o, s:o, s:o, s:{s:s}, s:{s:s, s:s, s:o}}", "id", json_of_slice(rule->id),
			  "shortDescription", description_json(rule, true), "fullDescription",
			  description_json(rule, false), "help", help_json(rule), "defaultConfiguration",
			  "level", rule_blocks(rule) ? "error" : "warning", "properties", "security-severity",
			  security_severity(rule), "precision", precision(rule), "tags", tags_json(rule));
	json_t *uri = help_uri_json(rule, &failed);

	if (descriptor && uri && json_object_set(descriptor, "helpUri", uri) < 0)
		failed = true;
	json_decref(uri);
	if (!failed)
		return descriptor;
	json_decref(descriptor);
	return NULL;
}
