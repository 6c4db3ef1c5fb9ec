/*
 * sarif.c - SARIF 2.1.0 as GitHub's code scanning reads it
 *
 * https://docs.oasis-open.org/sarif/sarif/v2.1.0/ and GitHub's "SARIF support
 * for code scanning": all four numbers of a region, security-severity,
 * precision and tags on the rule, no empty strings, texts of at most 1024
 * characters. Suppressed and baselined findings are results with a
 * suppression; moved and existing ones are none.
 */
#include "base/escape.h"
#include "base/version.h"
#include "report/json_emit.h"
#include "report/report.h"
#include "report/report_util.h"
#include "report/sarif_region.h"
#include "report/sarif_rule.h"

#define SCHEMA_URI "https://json.schemastore.org/sarif-2.1.0.json"

/* Path as a relative URI reference; a part without a path has no place. */
static json_t *
uri_json(struct slice path)
{
	struct buf uri = BUF_INIT(SIZE_MAX / 2);

	escape_uri(&uri, path);
	json_t *value = buf_ok(&uri) ? json_of_slice(buf_slice(&uri)) : NULL;
	buf_release(&uri);
	return value;
}

static json_t *
message_json(struct slice text, struct slice instead)
{
	return json_pack("{s:o}", "text", json_of_slice(slice_trim(text).len > 0 ? text : instead));
}

static json_t *
artifact_json(struct slice path)
{
	return json_pack("{s:o}", "uri", uri_json(path));
}

/* SARIF counts from 1; 0 would make the whole file invalid. */
static json_int_t
from_one(uint32_t n)
{
	return n > 0 ? n : 1;
}

static json_t *
location_json(struct slice path, const struct sarif_region *region)
{
	return json_pack("{s:{s:o, s:{s:I, s:I, s:I, s:I}}}", "physicalLocation", "artifactLocation",
			 artifact_json(path), "region", "startLine", from_one(region->start_line),
			 "startColumn", from_one(region->start_column), "endLine", from_one(region->end_line),
			 "endColumn", from_one(region->end_column));
}

static json_t *
step_json(const struct trace_step *step)
{
	struct sarif_region at = {step->line, step->column, step->line, step->column};
	json_t *location = location_json(step->path, &at);

	if (!location ||
	    json_object_set_new(location, "message", message_json(step->note, slice_str("step"))) < 0) {
		json_decref(location);
		return NULL;
	}
	return json_pack("{s:o}", "location", location);
}

static json_t *
code_flows_json(const struct finding *f)
{
	json_t *steps = json_array();

	for (size_t i = 0; i < f->ntrace; i++)
		json_append(&steps, step_json(&f->trace[i]));
	return json_pack("[{s:[{s:o}]}]", "threadFlows", "locations", steps);
}

static json_t *
suppressions_json(const struct finding *f)
{
	if (f->state == FINDING_ACTIVE)
		return json_array();
	bool comment = f->state == FINDING_SUPPRESSED;
	struct slice why = comment ? f->reason : slice_str("in the baseline");
	return json_pack("[{s:s, s:s, s:o}]", "kind", comment ? "inSource" : "external", "status", "accepted",
			 "justification", json_of_slice(why.len > 0 ? why : slice_str("no reason given")));
}

/* SARIF has no words for these. */
static json_t *
properties_json(const struct finding *f)
{
	return json_pack("{s:s, s:s, s:o, s:o, s:o, s:o, s:o}", "area", area_name(f->rule->area), "class",
			 finding_class_name(f->class), "commit", json_of_slice_or_null(f->commit),
			 "removedIn", json_of_slice_or_null(f->removed_in), "ref",
			 json_of_slice_or_null(f->ref), "oldPath", json_of_slice_or_null(f->old_path), "fix",
			 json_of_slice_or_null(f->fix));
}

static const char *
level_of(const struct finding *f)
{
	bool block = f->state == FINDING_ACTIVE ? f->verdict == ACTION_BLOCK : rule_blocks(f->rule);

	return block ? "error" : "warning";
}

static json_t *
result_json(const struct finding *f, size_t rule_index, bool any_suppressed)
{
	struct sarif_region region = sarif_region_of(f);
	json_t *result = json_pack("{s:o, s:I, s:s, s:o, s:[o], s:{s:s}, s:o}", "ruleId",
				   json_of_slice(f->rule->id), "ruleIndex", (json_int_t)rule_index, "level",
				   level_of(f), "message", message_json(f->message, f->rule->id), "locations",
				   location_json(f->path, &region), "partialFingerprints", "sluice/v1",
				   f->fingerprint, "properties", properties_json(f));

	/* Where one result has suppressions, all must say. */
	if (result && any_suppressed && json_object_set_new(result, "suppressions", suppressions_json(f)) < 0)
		goto failed;
	if (result && f->ntrace > 0 && json_object_set_new(result, "codeFlows", code_flows_json(f)) < 0)
		goto failed;
	return result;
failed:
	json_decref(result);
	return NULL;
}

/* The findings that are results: active ones, and the silenced that have a defect. */
static bool
is_result(const struct review *review, size_t i)
{
	const char *why;

	if (i < review->nactive)
		return true;
	why = report_silent_name(&review->findings[i]);
	return why && (strcmp(why, "suppressed") == 0 || strcmp(why, "baselined") == 0);
}

static void
emit_results(struct json_emit *e, const struct review *review, const struct sarif_rules *rules)
{
	bool any_suppressed = review->suppressed + review->baselined > 0;

	json_emit_open(e, "results", '[');
	for (size_t i = 0; i < review->n; i++) {
		const struct finding *f = &review->findings[i];
		if (is_result(review, i))
			json_emit_value(e, NULL,
					result_json(f, sarif_rules_index(rules, f->rule), any_suppressed));
	}
	json_emit_close(e, ']');
}

static json_t *
notification_json(const struct skipped *part, const char *level)
{
	json_t *n = json_pack("{s:s, s:o}", "level", level, "message",
			      message_json(part->reason, slice_str("not analysed")));

	if (!n || part->path.len == 0)
		return n;
	json_t *locations =
		json_pack("[{s:{s:o}}]", "physicalLocation", "artifactLocation", artifact_json(part->path));
	if (json_object_set_new(n, "locations", locations) == 0)
		return n;
	json_decref(n);
	return NULL;
}

/* About how the tool was built, not about what it read. */
static void
emit_without_grammar(struct json_emit *e, const struct review *review)
{
	struct buf text = BUF_INIT(1u << 10);

	report_without_grammar(&text, review);
	json_emit_open(e, "toolConfigurationNotifications", '[');
	json_emit_value(
		e, NULL,
		json_pack("{s:s, s:o}", "level", "warning", "message",
			  buf_ok(&text) ? message_json(buf_slice(&text), slice_str("built without grammars"))
					: NULL));
	json_emit_close(e, ']');
	buf_release(&text);
}

static void
emit_invocation(struct json_emit *e, const struct review *review)
{
	json_emit_open(e, "invocations", '[');
	json_emit_open(e, NULL, '{');
	json_emit_value(e, "executionSuccessful", json_boolean(review->verdict != VERDICT_INCOMPLETE));
	json_emit_open(e, "toolExecutionNotifications", '[');
	for (size_t i = 0; i < review->nincomplete; i++)
		json_emit_value(e, NULL, notification_json(&review->incomplete[i], "error"));
	for (size_t i = 0; i < review->nskipped; i++)
		json_emit_value(e, NULL, notification_json(&review->skipped[i], "note"));
	json_emit_close(e, ']');
	if (review->rules_without_grammar > 0)
		emit_without_grammar(e, review);
	json_emit_close(e, '}');
	json_emit_close(e, ']');
}

static void
emit_tool(struct json_emit *e, const struct sarif_rules *rules)
{
	json_emit_open(e, "tool", '{');
	json_emit_open(e, "driver", '{');
	json_emit_value(e, "name", json_string("git-sluice"));
	json_emit_value(e, "version", json_string(sluice_version));
	json_emit_value(e, "semanticVersion", json_string(sluice_version));
	json_emit_open(e, "rules", '[');
	for (size_t i = 0; i < rules->n; i++)
		json_emit_value(e, NULL, sarif_rule_json(rules->items[i]));
	json_emit_close(e, ']');
	json_emit_close(e, '}');
	json_emit_close(e, '}');
}

static void
emit_run(struct json_emit *e, const struct review *review, const struct sarif_rules *rules)
{
	json_emit_open(e, NULL, '{');
	emit_tool(e, rules);
	json_emit_value(e, "automationDetails", json_pack("{s:s}", "id", "git-sluice/"));
	json_emit_value(e, "columnKind", json_string("unicodeCodePoints"));
	emit_invocation(e, review);
	emit_results(e, review, rules);
	json_emit_close(e, '}');
}

static int
collect_rules(struct sarif_rules *rules, const struct review *review, struct err *err)
{
	for (size_t i = 0; i < review->n; i++)
		if (is_result(review, i) && sarif_rules_add(rules, review->findings[i].rule, err) < 0)
			return -1;
	sarif_rules_sort(rules);
	return 0;
}

int
report_sarif(struct buf *out, const struct review *review, const struct report_options *options,
	     struct err *err)
{
	struct sarif_rules rules = {0};
	struct json_emit e;
	int rc = collect_rules(&rules, review, err);

	(void)options;
	if (rc == 0) {
		json_emit_init(&e, out);
		json_emit_open(&e, NULL, '{');
		json_emit_value(&e, "$schema", json_string(SCHEMA_URI));
		json_emit_value(&e, "version", json_string("2.1.0"));
		json_emit_open(&e, "runs", '[');
		emit_run(&e, review, &rules);
		json_emit_close(&e, ']');
		json_emit_close(&e, '}');
		rc = json_emit_end(&e, err);
	}
	sarif_rules_release(&rules);
	return rc;
}
