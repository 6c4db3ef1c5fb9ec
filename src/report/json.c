/*
 * json.c - one object, schema 1 (git-sluice(1) describes it)
 *
 * All numbers but those of timing_ms are the same on each run over the same
 * change.
 */
#include <math.h>

#include "base/version.h"
#include "report/json_emit.h"
#include "report/report.h"
#include "report/report_util.h"

#define SCHEMA 1

static json_t *
number_or_null(uint32_t n)
{
	return n > 0 ? json_integer(n) : json_null();
}

static json_t *
snippet_json(const struct finding *f)
{
	json_t *array = json_array();

	for (size_t i = 0; i < f->nsnippet; i++) {
		const struct snippet_line *line = &f->snippet[i];
		char kind[] = {(char)line->kind, '\0'};
		json_append(&array, json_pack("{s:s, s:I, s:o}", "kind", kind, "number",
					      (json_int_t)line->number, "text", json_of_slice(line->text)));
	}
	return array;
}

static json_t *
trace_json(const struct finding *f)
{
	json_t *array = json_array();

	for (size_t i = 0; i < f->ntrace; i++) {
		const struct trace_step *step = &f->trace[i];
		json_append(&array, json_pack("{s:o, s:I, s:I, s:o}", "path", json_of_slice(step->path),
					      "line", (json_int_t)step->line, "column",
					      (json_int_t)step->column, "note", json_of_slice(step->note)));
	}
	return array;
}

static json_t *
judgement_json(const struct finding *f)
{
	const struct rule *rule = f->rule;

	return json_pack("{s:o, s:s, s:s, s:s, s:s, s:s}", "rule", json_of_slice(rule->id), "area",
			 area_name(rule->area), "severity", severity_name(rule->severity), "confidence",
			 confidence_name(rule->confidence), "verdict", action_name(f->verdict), "class",
			 finding_class_name(f->class));
}

static json_t *
place_json(const struct finding *f)
{
	return json_pack("{s:o, s:I, s:I, s:I, s:I, s:o, s:o, s:o, s:o, s:o}", "path", json_of_slice(f->path),
			 "line", (json_int_t)f->line, "column", (json_int_t)f->column, "end_line",
			 (json_int_t)f->end_line, "end_column", (json_int_t)f->end_column, "old_path",
			 json_of_slice_or_null(f->old_path), "old_line", number_or_null(f->old_line),
			 "commit", json_of_slice_or_null(f->commit), "removed_in",
			 json_of_slice_or_null(f->removed_in), "ref", json_of_slice_or_null(f->ref));
}

static json_t *
text_json(const struct finding *f)
{
	const struct rule *rule = f->rule;

	return json_pack("{s:o, s:o, s:o, s:o, s:s, s:o, s:o}", "message", json_of_slice(f->message), "fix",
			 json_of_slice_or_null(f->fix), "cwe", json_of_slices(rule->cwe, rule->ncwe),
			 "references", json_of_slices(rule->references, rule->nreferences), "fingerprint",
			 f->fingerprint, "snippet", snippet_json(f), "trace", trace_json(f));
}

/* Moves the members of part behind those of object; object is NULL once anything failed. */
static json_t *
joined(json_t *object, json_t *part)
{
	bool ok = object && part && json_object_update(object, part) == 0;

	json_decref(part);
	if (ok)
		return object;
	json_decref(object);
	return NULL;
}

static json_t *
finding_json(const struct finding *f)
{
	return joined(joined(judgement_json(f), place_json(f)), text_json(f));
}

static void
emit_findings(struct json_emit *e, const struct review *review)
{
	json_emit_open(e, "findings", '[');
	for (size_t i = 0; i < review->nactive; i++)
		json_emit_value(e, NULL, finding_json(&review->findings[i]));
	json_emit_close(e, ']');
}

static void
emit_suppressed(struct json_emit *e, const struct review *review)
{
	json_emit_open(e, "suppressed", '[');
	for (size_t i = review->nactive; i < review->n; i++) {
		const struct finding *f = &review->findings[i];
		const char *why = report_silent_name(f);
		if (!why || strcmp(why, "suppressed") != 0)
			continue;
		json_t *reason = json_pack("{s:o}", "reason", json_of_slice_or_null(f->reason));
		json_emit_value(e, NULL, joined(finding_json(f), reason));
	}
	json_emit_close(e, ']');
}

static json_t *
places_json(const struct observation *seen)
{
	json_t *array = json_array();

	for (size_t i = 0; i < seen->nplaces; i++)
		json_append(&array, json_pack("{s:o, s:I}", "path", json_of_slice(seen->places[i].path),
					      "line", (json_int_t)seen->places[i].line));
	return array;
}

static json_t *
seen_json(const struct area_review *area)
{
	json_t *array = json_array();

	for (size_t i = 0; i < area->nseen; i++)
		json_append(&array, json_pack("{s:o, s:o, s:o}", "what", json_of_slice(area->seen[i].what),
					      "count", json_of_count(area->seen[i].count), "places",
					      places_json(&area->seen[i])));
	return array;
}

static void
emit_areas(struct json_emit *e, const struct review *review)
{
	json_emit_open(e, "areas", '[');
	for (int i = 0; i < AREA_COUNT; i++) {
		const struct area_review *area = &review->areas[i];
		json_emit_value(e, NULL,
				json_pack("{s:s, s:o, s:o, s:o, s:o, s:s?}", "area", area_name(area->area),
					  "rules", json_of_count(area->rules), "applied",
					  json_of_count(area->applied), "seen", seen_json(area), "findings",
					  json_of_count(area->findings), "verdict",
					  /* No rule read the change: nothing is claimed. */
					  area->applied ? verdict_name(area->verdict) : NULL));
	}
	json_emit_close(e, ']');
}

static void
emit_parts(struct json_emit *e, const char *key, const struct skipped *parts, size_t n)
{
	json_emit_open(e, key, '[');
	for (size_t i = 0; i < n; i++)
		json_emit_value(e, NULL,
				json_pack("{s:o, s:o, s:o}", "path", json_of_slice_or_null(parts[i].path),
					  "commit", json_of_slice_or_null(parts[i].commit), "reason",
					  json_of_slice(parts[i].reason)));
	json_emit_close(e, ']');
}

static void
emit_count(struct json_emit *e, const char *key, uint64_t n)
{
	json_emit_value(e, key, json_of_count(n));
}

static void
emit_scope(struct json_emit *e, const struct review *review)
{
	const struct source_scope *scope = &review->scope;

	json_emit_open(e, "scope", '{');
	json_emit_value(e, "source", json_of_slice(slice_str(scope->description)));
	emit_count(e, "commits", scope->commits);
	emit_count(e, "files", scope->files);
	emit_count(e, "added_lines", scope->added_lines);
	emit_count(e, "removed_lines", scope->removed_lines);
	emit_count(e, "reviewed_lines", review->reviewed_lines);
	json_emit_value(e, "partial", json_boolean(scope->is_partial));
	emit_parts(e, "skipped", review->skipped, review->nskipped);
	emit_count(e, "rules", review->rules);
	emit_count(e, "unsupported_rules", review->unsupported_rules);
	emit_count(e, "rules_without_grammar", review->rules_without_grammar);
	emit_parts(e, "incomplete", review->incomplete, review->nincomplete);
	emit_count(e, "moved", review->moved);
	emit_count(e, "existing", review->existing);
	emit_count(e, "suppressed", review->suppressed);
	emit_count(e, "baselined", review->baselined);
	emit_count(e, "off", review->off);
	json_emit_close(e, '}');
}

int
report_json(struct buf *out, const struct review *review, const struct report_options *options,
	    struct err *err)
{
	struct json_emit e;

	(void)options;
	json_emit_init(&e, out);
	json_emit_open(&e, NULL, '{');
	emit_count(&e, "schema", SCHEMA);
	json_emit_value(&e, "tool",
			json_pack("{s:s, s:s, s:o, s:o}", "name", "git-sluice", "version", sluice_version,
				  "rules", json_of_count(review->rules), "unsupported_rules",
				  json_of_count(review->unsupported_rules)));
	json_emit_value(&e, "verdict", json_string(verdict_name(review->verdict)));
	emit_findings(&e, review);
	emit_suppressed(&e, review);
	emit_areas(&e, review);
	emit_scope(&e, review);
	json_emit_value(&e, "timing_ms",
			json_pack("{s:o}", "total", json_real(round(review->ms_total * 1000) / 1000)));
	json_emit_close(&e, '}');
	return json_emit_end(&e, err);
}
