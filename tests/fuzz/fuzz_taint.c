/*
 * The input is a letter for the language and one for what the rule asks, then a text in which
 * read() taints, use() is the sink, clean() and check() sanitize and fill() carries on.
 *
 * What must hold: the prefilter changes nothing; a trace leads from a source to the match
 * within the text; the same text gives the same findings.
 */
#include "scan.h"

#include "rule/taint.h"

#define TEXT_MAX 4000u

static const enum language languages[] = {LANG_PYTHON, LANG_JAVASCRIPT, LANG_JAVA,      LANG_GO,
					  LANG_PHP,    LANG_RUBY,       LANG_C,         LANG_CSHARP,
					  LANG_BASH,   LANG_CPP,        LANG_TYPESCRIPT};

#define PATTERN(s) .formula = {.op = OP_PATTERN, .text = SLICE_LITERAL(s)}

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
	struct scans scans;
	struct arena arena = ARENA_INIT;
	struct err err = ERR_INIT;
	struct text text;

	CHECK(text_from_lines(&text, &arena, slice_of(data + 2, size - 2), NULL, &err) == 0);
	const struct rule *rules[] = {&rule};
	const struct ruleset set = {.rules = rules, .n = 1};
	const struct scan scan = {.text = &text, .lang = lang};
	scans_run(&scans, &set, &scan);
	for (size_t i = 0; scans_ran(&scans) && i < scans.with.n; i++)
		check_trace(&scans.with.items[i], &text);
	if (scans_ran(&scans))
		scans_check_same(&scans);
	scans_release(&scans);
	arena_release(&arena);
	return 0;
}
