/*
 * The input is "options pattern NUL text": one byte for the options, a pattern, and
 * the text it is looked for in: with an odd byte as a Dockerfile, else as
 * generic text.
 *
 * What must hold: the prefilter changes nothing; a match lies in the text, its
 * metavariables in the match or beside it; and the time is bounded: steps
 * are, and libFuzzer ends what takes ten seconds.
 */
#include "scan.h"

#include "match/generic.h"

#define NRULES      3u
#define PATTERN_MAX 600u
#define TEXT_MAX    20000u

struct target {
	struct formula leaves[2];
	struct formula wrapped[NRULES];
	struct formula both[NRULES][2];
	struct rule rules[NRULES];
	const struct rule *list[NRULES];
	struct ruleset set;
};

static struct generic_options
options_of(uint8_t byte)
{
	return (struct generic_options){.on = !(byte & 1),
					.caseless = byte & 2,
					.comments = (enum comment_style)((byte >> 2) & 3),
					.max_span = byte & 16   ? 0
						    : byte & 32 ? 2
								: GENERIC_MAX_SPAN};
}

static void
make_rules(struct target *t, struct slice pattern, struct generic_options options)
{
	static const enum formula_op ops[NRULES] = {OP_PATTERN, OP_INSIDE, OP_NOT};

	*t = (struct target){.leaves = {{.op = OP_PATTERN, .text = pattern},
					{.op = OP_PATTERN, .text = slice_str("$A ... $B")}}};
	for (size_t i = 0; i < NRULES; i++) {
		t->wrapped[i] = (struct formula){.op = ops[i], .children = &t->leaves[0], .nchildren = 1};
		t->both[i][0] = t->leaves[1];
		t->both[i][1] = t->wrapped[i];
		t->rules[i].formula = (struct formula){.op = OP_ALL, .children = t->both[i], .nchildren = 2};
		t->rules[i].generic = options;
		t->list[i] = &t->rules[i];
	}
	t->rules[0].formula = t->leaves[0];
	t->set = (struct ruleset){.rules = t->list, .n = NRULES};
}

static void
check_match(const struct match *m, const struct text *text)
{
	CHECK(m->start < m->end && m->end <= text->bytes.len);
	for (size_t i = 0; i < m->nbindings; i++) {
		struct slice value = m->bindings[i].value;
		CHECK(value.ptr >= text->bytes.ptr &&
		      value.ptr + value.len <= text->bytes.ptr + text->bytes.len);
	}
}

/* Lists hold what follows them, and ends are those of the text. */
static void
check_tree(struct slice text, enum comment_style comments)
{
	struct generic_tree tree = {0};
	struct err err = ERR_INIT;
	uint32_t end = 0;

	CHECK(generic_tree_read(&tree, text, comments, true, &err) == 0);
	CHECK(tree.n > 0 && tree.nodes[0].next == tree.n);
	for (uint32_t i = 1; i < tree.n; i++) {
		const struct generic_node *node = &tree.nodes[i], *up = &tree.nodes[node->up];
		CHECK(node->up < i && up->kind == GENERIC_LIST && node->next <= up->next && node->next > i);
		if (node->kind > GENERIC_MARK)
			continue;
		CHECK(node->start >= end && node->end > node->start && node->end <= text.len);
		end = node->end;
	}
	generic_tree_release(&tree);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct slice input = slice_of(data, size);
	struct scans scans;
	struct arena arena = ARENA_INIT;
	struct err err = ERR_INIT;
	struct text text;
	struct target t;
	size_t border = slice_chr(slice_sub(input, 1, size), '\0');

	if (size < 2 || border == (size_t)-1 || border < 1 || border > PATTERN_MAX || size > TEXT_MAX)
		return 0;
	make_rules(&t, slice_sub(input, 1, border + 1), options_of(data[0]));
	CHECK(text_from_lines(&text, &arena, slice_sub(input, border + 2, size), NULL, &err) == 0);
	check_tree(text.bytes, t.rules[0].generic.comments);
	const struct scan scan = {.text = &text, .lang = t.rules[0].generic.on ? LANG_NONE : LANG_DOCKERFILE};
	scans_run(&scans, &t.set, &scan);
	for (size_t i = 0; scans_ran(&scans) && i < scans.with.n; i++)
		check_match(&scans.with.items[i], &text);
	if (scans_ran(&scans))
		scans_check_same(&scans);
	scans_release(&scans);
	arena_release(&arena);
	return 0;
}
