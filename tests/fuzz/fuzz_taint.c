/*
 * The input is a letter for the language and one for what the rule asks, then a text in which
 * read() taints, use() is the sink, clean() and check() sanitize and fill() carries on.
 *
 * What must hold: the prefilter changes nothing; a trace leads from a source to the match
 * within the text; the same text gives the same findings.
 */
#include "oracle.h"

#include "match/match.h"
#include "rule/taint.h"

#define TEXT_MAX 4000u

static const enum language languages[] = {LANG_PYTHON, LANG_JAVASCRIPT, LANG_JAVA,      LANG_GO,
					  LANG_PHP,    LANG_RUBY,       LANG_C,         LANG_CSHARP,
					  LANG_BASH,   LANG_CPP,        LANG_TYPESCRIPT};

#define PATTERN(s) .formula = {.op = OP_PATTERN, .text = SLICE_LITERAL(s)}

static int
scan(const struct rule *rule, const struct text *text, enum language lang, bool prefilter,
     struct match_list *list)
{
	const struct rule *rules[] = {rule};
	const struct ruleset set = {.rules = rules, .n = 1};
	const struct scan s = {.text = text, .lang = lang};
	struct err err = ERR_INIT;
	struct matcher *matcher;

	match_list_init(list);
	CHECK(matcher_new(&matcher, &set, &err) == 0);
	if (!prefilter)
		matcher_disable_prefilter(matcher);
	int rc = matcher_scan(matcher, &s, list, &err);
	CHECK((rc == 0) == !err_is_set(&err));
	matcher_free(matcher);
	return rc;
}

static void
check_trace(const struct match *m, const struct text *text)
{
	CHECK(m->start <= m->end && m->end <= text->bytes.len);
	CHECK(m->ntrace > 0 && m->ntrace <= 40);
	for (size_t i = 0; i < m->ntrace; i++)
		CHECK(m->trace[i].start <= m->trace[i].end && m->trace[i].end <= text->bytes.len);
	CHECK(strcmp(m->trace[m->ntrace - 1].note, "sink") == 0);
	CHECK(m->ntrace == 1 || strcmp(m->trace[0].note, "source") == 0);
}

static void
check(const struct match_list *with, const struct match_list *without, const struct text *text)
{
	for (size_t i = 0; i < with->n; i++)
		check_trace(&with->items[i], text);
	if (with->nlimits > 0 || without->nlimits > 0)
		return;
	CHECK(with->n == without->n);
	for (size_t i = 0; i < with->n; i++) {
		CHECK(with->items[i].start == without->items[i].start);
		CHECK(with->items[i].ntrace == without->items[i].ntrace);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	if (size < 2 || size > TEXT_MAX)
		return 0;
	const struct taint_entry sources[] = {
		{PATTERN("read(...)"), .exact = data[1] & 1,
		 .effect = data[1] & 2 ? EFFECT_TOO : EFFECT_NONE},
		{PATTERN("$A + $B"), .label = SLICE_LITERAL("SUM"), .requires = SLICE_LITERAL("__SOURCE__")}};
	const struct taint_entry sinks[] = {
		{PATTERN("use(...)"), .exact = !(data[1] & 4)},
		{PATTERN("$A.use($B)"), .exact = true, .requires = SLICE_LITERAL("SUM")}};
	const struct taint_entry sanitizers[] = {{PATTERN("clean(...)"), .not_conflicting = data[1] & 8},
						 {PATTERN("check"), .effect = EFFECT_TOO}};
	const struct taint_entry propagators[] = {{PATTERN("$A.fill($B)"), .from = SLICE_LITERAL("$B"),
						   .to = SLICE_LITERAL("$A"), .effect = EFFECT_TOO}};
	const struct taint taint = {.sources = {sources, 2},
				    .sinks = {sinks, 2},
				    .sanitizers = {sanitizers, 2},
				    .propagators = {propagators, 1},
				    .safe_functions = data[1] & 16,
				    .unify = data[1] & 32};
	const struct rule rule = {
		.id = SLICE_LITERAL("r"), .formula = {.op = OP_ANY}, .taint = &taint, .syntax = true};
	enum language lang = languages[data[0] % (sizeof(languages) / sizeof(languages[0]))];
	struct match_list with, without;
	struct arena arena = ARENA_INIT;
	struct err err = ERR_INIT;
	struct text text;

	CHECK(text_from_lines(&text, &arena, slice_of(data + 2, size - 2), NULL, &err) == 0);
	if (text.nlines > 0) {
		int rc = scan(&rule, &text, lang, true, &with);
		int rc_without = scan(&rule, &text, lang, false, &without);
		if (rc == 0 && rc_without == 0)
			check(&with, &without, &text);
		match_list_release(&with);
		match_list_release(&without);
	}
	arena_release(&arena);
	return 0;
}
