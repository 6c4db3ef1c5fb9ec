#include "rule/rule.h"

#include "base/buf.h"
#include "base/glob.h"

static const char *const severities[] = {
	[SEVERITY_INFO] = "INFO",
	[SEVERITY_WARNING] = "WARNING",
	[SEVERITY_ERROR] = "ERROR",
};

static const char *const confidences[] = {
	[CONFIDENCE_LOW] = "LOW",
	[CONFIDENCE_MEDIUM] = "MEDIUM",
	[CONFIDENCE_HIGH] = "HIGH",
};

static const char *const areas[AREA_COUNT] = {
	[AREA_SQL_INJECTION] = "sql-injection",
	[AREA_INPUT_VALIDATION] = "input-validation",
	[AREA_ERROR_HANDLING] = "error-handling",
	[AREA_DATA_EXPOSURE] = "data-exposure",
	[AREA_AUTH] = "auth",
	[AREA_COMMENTS] = "comments",
	[AREA_DEPENDENCIES] = "dependencies",
	[AREA_SECRETS] = "secrets",
};

const char *
severity_name(enum severity severity)
{
	return severities[severity];
}

const char *
confidence_name(enum confidence confidence)
{
	return confidences[confidence];
}

const char *
area_name(enum area area)
{
	return areas[area];
}

bool
area_by_name(enum area *out, struct slice name)
{
	for (int i = 0; i < AREA_COUNT; i++)
		if (slice_eq_str(name, areas[i])) {
			*out = (enum area)i;
			return true;
		}
	return false;
}

void
rule_position_file(struct buf *out, struct slice file, struct rule_position at)
{
	size_t dir = at.document == DOCUMENT_LISTS ? file.len : 0;

	while (dir > 0 && file.ptr[dir - 1] != '/')
		dir--;
	if (at.document == DOCUMENT_LISTS) {
		buf_add_slice(out, slice_sub(file, 0, dir));
		buf_add_str(out, LISTS_FILE);
	} else {
		buf_add_slice(out, file);
	}
}

static bool
any_glob(const struct slice *globs, size_t n, struct slice path)
{
	for (size_t i = 0; i < n; i++)
		if (glob_match(globs[i], path))
			return true;
	return false;
}

bool
rule_reads_language(const struct rule *rule, struct slice path, enum language lang)
{
	language_set asked = LANGUAGE_BIT(lang);

	/* A header does not say whether it is C or C++. */
	if ((lang == LANG_C || lang == LANG_CPP) && (slice_ends(path, ".h") || slice_ends(path, ".H")))
		asked |= LANGUAGE_BIT(LANG_C) | LANGUAGE_BIT(LANG_CPP);
	return (rule->languages & asked) != 0;
}

bool
rule_reads(const struct rule *rule, struct slice path, enum language lang)
{
	return rule_reads_language(rule, path, lang) && rule_reads_path(rule, path);
}

bool
rule_reads_path(const struct rule *rule, struct slice path)
{
	if (rule->ninclude > 0 && !any_glob(rule->include, rule->ninclude, path))
		return false;
	return !any_glob(rule->exclude, rule->nexclude, path);
}

bool
rule_needs_syntax(const struct rule *rule)
{
	return rule->syntax || rule->taint || rule->generic.on;
}

bool
rule_decodes(const struct rule *rule)
{
	if (rule_needs_syntax(rule) || rule->on == DIFF_REMOVED)
		return false;
	return rule->decode == DECODE_ALWAYS ||
	       (rule->decode == DECODE_SECRETS && rule->area == AREA_SECRETS);
}

bool
rule_hides(const struct rule *rule)
{
	return rule->area == AREA_SECRETS && !rule->names;
}

bool
rule_blocks(const struct rule *rule)
{
	return rule->severity == SEVERITY_ERROR && rule->confidence == CONFIDENCE_HIGH;
}
