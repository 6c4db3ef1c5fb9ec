/*
 * The input is "language pattern NUL text": one letter for the language ('0' is Python), a
 * pattern, and the text it is looked for in, whole and in parts of rules.
 *
 * What must hold: the prefilter changes nothing; a match lies in the text and touches
 * the lines; what does not parse never crashes.
 */
#include "scan.h"

#define NRULES      4u
#define PATTERN_MAX 400u
#define TEXT_MAX    6000u

static const enum language languages[] = {
	LANG_PYTHON, LANG_JAVASCRIPT, LANG_JAVA,     LANG_GO,        LANG_PHP,   LANG_RUBY,
	LANG_C,      LANG_CSHARP,     LANG_BASH,     LANG_TERRAFORM, LANG_CPP,   LANG_TYPESCRIPT,
	LANG_SCALA,  LANG_KOTLIN,     LANG_SOLIDITY, LANG_RUST,      LANG_SWIFT, LANG_HTML,
	LANG_XML,    LANG_TOML,       LANG_YAML,     LANG_JSON,
};

struct target {
	struct formula leaves[2];
	struct formula wrapped[NRULES];
	struct formula both[NRULES][2];
	struct rule rules[NRULES];
	const struct rule *list[NRULES];
	struct ruleset set;
};

static void
make_rules(struct target *t, struct slice pattern)
{
	static const enum formula_op ops[] = {OP_PATTERN, OP_INSIDE, OP_NOT, OP_NOT_INSIDE};

	*t = (struct target){.leaves = {{.op = OP_PATTERN, .text = pattern},
					{.op = OP_PATTERN, .text = slice_str("$F(...)")}}};
	for (size_t i = 0; i < NRULES; i++) {
		t->wrapped[i] = (struct formula){.op = ops[i], .children = &t->leaves[0], .nchildren = 1};
		t->both[i][0] = t->leaves[1];
		t->both[i][1] = t->wrapped[i];
		t->rules[i].formula = (struct formula){.op = OP_ALL, .children = t->both[i], .nchildren = 2};
		t->list[i] = &t->rules[i];
	}
	t->rules[0].formula = t->leaves[0];
	t->set = (struct ruleset){.rules = t->list, .n = NRULES};
}

static bool
sets_meet(const struct line_set *lines, const struct line_set *others)
{
	for (size_t i = 0; i < others->n; i++)
		if (line_set_touches(lines, others->ranges[i].first, others->ranges[i].last))
			return true;
	return false;
}

/* A match may be there for what is round it. */
static bool
touches(const struct match *m, const struct text *text, const struct line_set *lines)
{
	uint32_t last = m->span_end > m->span_start ? m->span_end - 1 : m->span_start;

	return line_set_touches(lines, text_line_at(text, m->span_start), text_line_at(text, last)) ||
	       sets_meet(lines, &m->makeup.own) || sets_meet(lines, &m->makeup.around);
}

static void
check_match(const struct match *m, const struct text *text, const struct line_set *lines)
{
	CHECK(m->start <= m->end && m->end <= text->bytes.len);
	CHECK(touches(m, text, lines));
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct slice input = slice_of(data, size);
	struct line_range ranges[] = {{1, 3}, {5, 400}};
	struct line_set lines = {ranges, 2};
	struct scans scans;
	struct arena arena = ARENA_INIT;
	struct err err = ERR_INIT;
	struct text text;
	struct target t;
	size_t border = slice_chr(input, '\0');

	if (border == (size_t)-1 || border < 1 || border > PATTERN_MAX || size > TEXT_MAX)
		return 0;
	enum language lang = languages[(uint8_t)(data[0] - '0') % (sizeof(languages) / sizeof(languages[0]))];
	make_rules(&t, slice_sub(input, 1, border));
	CHECK(text_from_lines(&text, &arena, slice_sub(input, border + 1, size), NULL, &err) == 0);
	const struct scan scan = {.text = &text, .lines = &lines, .lang = lang};
	scans_run(&scans, &t.set, &scan);
	for (size_t i = 0; scans_ran(&scans) && i < scans.with.n; i++)
		check_match(&scans.with.items[i], &text, &lines);
	if (scans_ran(&scans))
		scans_check_same(&scans);
	scans_release(&scans);
	arena_release(&arena);
	return 0;
}
