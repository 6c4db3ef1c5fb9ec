#include "report/report_util.h"

#include <inttypes.h>

#include "base/ascii.h"
#include "base/escape.h"

struct report_counts
report_count_findings(const struct review *review)
{
	struct report_counts counts = {0};

	for (int i = 0; i < AREA_COUNT; i++) {
		const struct area_review *area = &review->areas[i];
		counts.blocking += area->blocking;
		counts.warnings += area->findings - area->blocking;
	}
	return counts;
}

void
report_without_grammar(struct buf *out, const struct review *review)
{
	if (review->rules_without_grammar == 0)
		return;
	buf_add_str(out, "built without grammars: ");
	report_plural(out, review->rules_without_grammar, "rule", "rules");
	buf_add_str(out, " on syntax did not run");
}

void
report_plural(struct buf *out, uint64_t n, const char *one, const char *many)
{
	buf_addf(out, "%" PRIu64 " %s", n, n == 1 ? one : many);
}

void
report_tally(struct buf *out, struct report_counts counts)
{
	if (counts.blocking > 0)
		report_plural(out, counts.blocking, "blocking finding", "blocking findings");
	if (counts.blocking > 0 && counts.warnings > 0)
		buf_add_str(out, ", ");
	if (counts.warnings > 0)
		report_plural(out, counts.warnings, "warning", "warnings");
	if (counts.blocking == 0 && counts.warnings == 0)
		buf_add_str(out, "0 findings");
}

uint64_t
report_changed_lines(const struct review *review)
{
	return review->scope.added_lines + review->scope.removed_lines;
}

struct slice
report_short_id(struct slice hex)
{
	return slice_sub(hex, 0, 12);
}

void
report_fold(struct buf *out, struct slice text)
{
	struct slice word;

	for (bool first = true; slice_next_word(&text, &word); first = false) {
		if (!first)
			buf_add_char(out, ' ');
		escape_terminal(out, word);
	}
}

void
report_path(struct buf *out, struct slice path)
{
	size_t start = out->len, at = 0;

	escape_path(out, path);
	/* GitHub's runner skips white space before a command. */
	while (at < path.len && ascii_is_space(path.ptr[at]))
		at++;
	if (at == path.len || (path.ptr[at] != ':' && path.ptr[at] != '#'))
		return;
	if (buf_ok(out) && out->ptr[start] != '"') { /* it went out as it is */
		out->len = start;
		buf_add_str(out, "./");
		buf_add_slice(out, path);
	}
}

size_t
report_width(struct slice s)
{
	size_t n = 0;

	for (size_t pos = 0; pos < s.len; n++)
		utf8_next(s, &pos);
	return n;
}

const char *
report_silent_name(const struct finding *finding)
{
	if (finding->state == FINDING_VOID)
		return NULL;
	if (finding->class == CLASS_MOVED)
		return "moved";
	if (finding->class == CLASS_EXISTING)
		return "existing";
	if (finding->state == FINDING_SUPPRESSED)
		return "suppressed";
	return finding->state == FINDING_BASELINED ? "baselined" : "off";
}

int
report_done(const struct buf *out, struct err *err)
{
	if (buf_ok(out))
		return 0;
	return err_set(err, ERR_LIMIT, "the report does not fit into memory or into its limit of %zu bytes",
		       out->max);
}
