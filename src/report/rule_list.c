#include "report/rule_list.h"

#include "report/json_emit.h"

/* What a finding of the rule does unless configuration says otherwise. */
static const char *
default_verdict(const struct rule *rule)
{
	if (rule->observes.len > 0)
		return "seen";
	return rule_blocks(rule) ? "block" : "warn";
}

static void
add_languages(struct buf *out, const struct rule *rule)
{
	const char *separator = "";

	if (rule->languages == LANGUAGE_ANY) {
		buf_add_str(out, "any");
		return;
	}
	for (int i = 0; i < LANG_COUNT; i++) {
		if (!(rule->languages & LANGUAGE_BIT(i)))
			continue;
		buf_addf(out, "%s%s", separator, language_name((enum language)i));
		separator = ",";
	}
}

static const char *
window_name(const struct rule *rule)
{
	static const char *const names[] = {"line", "lines", "statement", "file"};

	return names[rule->window];
}

void
rule_list_text(struct buf *out, const struct ruleset *rules, int area)
{
	for (size_t i = 0; i < rules->n; i++) {
		const struct rule *rule = rules->rules[i];
		if (area >= 0 && rule->area != (enum area)area)
			continue;
		buf_addf(out, "%-40.*s %-17s %-6s ", (int)rule->id.len, rule->id.ptr, area_name(rule->area),
			 default_verdict(rule));
		add_languages(out, rule);
		buf_add_char(out, '\n');
	}
}

static json_t *
languages_json(const struct rule *rule)
{
	json_t *list = json_array();

	if (rule->languages == LANGUAGE_ANY) {
		json_append(&list, json_string("any"));
		return list;
	}
	for (int i = 0; i < LANG_COUNT; i++)
		if (rule->languages & LANGUAGE_BIT(i))
			json_append(&list, json_string(language_name((enum language)i)));
	return list;
}

int
rule_list_json(struct buf *out, const struct ruleset *rules, int area, struct err *err)
{
	struct json_emit e;

	json_emit_init(&e, out);
	json_emit_open(&e, NULL, '[');
	for (size_t i = 0; i < rules->n; i++) {
		const struct rule *rule = rules->rules[i];
		if (area >= 0 && rule->area != (enum area)area)
			continue;
		json_emit_open(&e, NULL, '{');
		json_emit_value(&e, "id", json_of_slice(rule->id));
		json_emit_value(&e, "area", json_string(area_name(rule->area)));
		json_emit_value(&e, "severity", json_string(severity_name(rule->severity)));
		json_emit_value(&e, "confidence", json_string(confidence_name(rule->confidence)));
		json_emit_value(&e, "verdict", json_string(default_verdict(rule)));
		json_emit_value(&e, "languages", languages_json(rule));
		json_emit_value(&e, "cwe", json_of_slices(rule->cwe, rule->ncwe));
		json_emit_value(&e, "on", json_string(rule->on == DIFF_REMOVED ? "removed" : "added"));
		json_emit_value(&e, "commits", json_string(rule->commits == COMMITS_EVERY ? "every" : "tip"));
		json_emit_value(&e, "window", json_string(window_name(rule)));
		json_emit_value(&e, "message", json_of_slice(rule->message));
		json_emit_close(&e, '}');
	}
	json_emit_close(&e, ']');
	return json_emit_end(&e, err);
}

static void
show_list(struct buf *out, const char *label, const struct slice *items, size_t n)
{
	for (size_t i = 0; i < n; i++)
		buf_addf(out, "%-12s%.*s\n", i == 0 ? label : "", (int)items[i].len, items[i].ptr);
}

static void
show_judged(struct buf *out, const struct rule *rule)
{
	if (rule->names) {
		buf_addf(out, "%-12snames of new files\n", "judges");
		return;
	}
	buf_addf(out, "%-12s%s lines of %s, window %s", "judges",
		 rule->on == DIFF_REMOVED ? "removed" : "added",
		 rule->commits == COMMITS_EVERY ? "every commit" : "the net result", window_name(rule));
	if (rule->window == WINDOW_LINES)
		buf_addf(out, " (%u before and after)", rule->window_lines);
	buf_addf(out, "%s\n", rule->messages ? ", and commit messages" : "");
}

void
rule_show(struct buf *out, const struct rule *rule)
{
	buf_addf(out, "%-12s%.*s\n", "rule", (int)rule->id.len, rule->id.ptr);
	buf_addf(out, "%-12s%s\n", "area", area_name(rule->area));
	buf_addf(out, "%-12s%s, confidence %s: %s\n", "severity", severity_name(rule->severity),
		 confidence_name(rule->confidence), default_verdict(rule));
	buf_addf(out, "%-12s", "languages");
	add_languages(out, rule);
	buf_add_char(out, '\n');
	show_judged(out, rule);
	if (rule->partial.len > 0)
		show_list(out, "left out", &rule->partial, 1);
	show_list(out, "cwe", rule->cwe, rule->ncwe);
	show_list(out, "include", rule->include, rule->ninclude);
	show_list(out, "exclude", rule->exclude, rule->nexclude);
	show_list(out, "keywords", rule->keywords, rule->nkeywords);
	if (rule->fix.len > 0)
		show_list(out, "fix", &rule->fix, 1);
	show_list(out, "references", rule->references, rule->nreferences);
	buf_addf(out, "\n%.*s\n", (int)rule->message.len, rule->message.ptr);
}
