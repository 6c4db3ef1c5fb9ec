/*
 * match_fixture.h - rules written as C initialisers, run on a text
 */
#ifndef SLUICE_TESTS_MATCH_FIXTURE_H
#define SLUICE_TESTS_MATCH_FIXTURE_H

#include "unit.h"

#include <stdlib.h>

#include "base/buf.h"
#include "base/limits.h"
#include "match/match.h"

#define COUNT(a)  (sizeof(a) / sizeof((a)[0]))
#define UNUSED    __attribute__((unused))
#define S(s)      SLICE_LITERAL(s)
#define LIST(...) ((const struct slice[]){__VA_ARGS__})

#define REGEX(pattern)                                                                                       \
	{                                                                                                    \
		.op = OP_REGEX, .text = S(pattern), .at = { 2, 3 }                                           \
	}
#define NOT_REGEX(pattern)                                                                                   \
	{                                                                                                    \
		.op = OP_NOT_REGEX, .text = S(pattern), .at = { 2, 3 }                                       \
	}
#define FORMULAS(...)   ((const struct formula[]){__VA_ARGS__})
#define CONDITIONS(...) ((const struct condition[]){__VA_ARGS__})
#define NODES(o, ...)                                                                                        \
	.op = (o), .at = {2, 3}, .children = FORMULAS(__VA_ARGS__), .nchildren = COUNT(FORMULAS(__VA_ARGS__))
#define ALL(...)                                                                                             \
	{                                                                                                    \
		NODES(OP_ALL, __VA_ARGS__)                                                                   \
	}
#define ANY(...)                                                                                             \
	{                                                                                                    \
		NODES(OP_ANY, __VA_ARGS__)                                                                   \
	}
#define WITH(...) .conditions = CONDITIONS(__VA_ARGS__), .nconditions = COUNT(CONDITIONS(__VA_ARGS__))

/* A matcher over some rules and what it found. */
struct fixture {
	struct ruleset rules;
	struct matcher *matcher;
	struct match_list list;
	struct arena arena;
	struct err err;
	char shown[4096];
};

static UNUSED void
fixture_begin(struct fixture *f, const struct rule *rules, size_t n)
{
	*f = (struct fixture){.err = ERR_INIT};
	arena_init(&f->arena);
	match_list_init(&f->list);
	f->rules.rules = calloc(n + 1, sizeof(*f->rules.rules));
	assert_non_null(f->rules.rules);
	for (size_t i = 0; i < n; i++)
		f->rules.rules[f->rules.n++] = &rules[i];
	if (matcher_new(&f->matcher, &f->rules, &f->err) < 0)
		fail_msg("%s", f->err.msg);
}

static UNUSED void
fixture_end(struct fixture *f)
{
	matcher_free(f->matcher);
	match_list_release(&f->list);
	arena_release(&f->arena);
	free(f->rules.rules);
}

/* lines NULL: the whole text. */
static UNUSED void
fixture_scan_text(struct fixture *f, const struct text *text, const struct line_set *lines)
{
	struct scan scan = {.text = text, .lines = lines};

	match_list_clear(&f->list);
	if (matcher_scan(f->matcher, &scan, &f->list, &f->err) < 0)
		fail_msg("%s", f->err.msg);
}

static UNUSED void
fixture_scan(struct fixture *f, struct slice bytes, const struct line_set *lines)
{
	struct text *text = arena_alloc(&f->arena, sizeof(*text));

	assert_non_null(text);
	assert_int_equal(text_from_lines(text, &f->arena, bytes, NULL, &f->err), 0);
	fixture_scan_text(f, text, lines);
}

/* "id 3-8 $1=abc $NAME=x; ..." and "; limit id line reason". */
static UNUSED const char *
fixture_show(struct fixture *f)
{
	struct buf out = BUF_INIT(sizeof(f->shown) - 1);

	for (size_t i = 0; i < f->list.n; i++) {
		const struct match *m = &f->list.items[i];

		buf_addf(&out, "%s%.*s %u-%u", i ? "; " : "", (int)m->rule->id.len, m->rule->id.ptr, m->start,
			 m->end);
		for (size_t b = 0; b < m->nbindings; b++)
			buf_addf(&out, " %.*s=%.*s", (int)m->bindings[b].name.len, m->bindings[b].name.ptr,
				 (int)m->bindings[b].value.len, m->bindings[b].value.ptr);
	}
	for (size_t i = 0; i < f->list.nlimits; i++)
		buf_addf(&out, "%slimit %.*s %u %s", out.len ? "; " : "", (int)f->list.limits[i].rule->id.len,
			 f->list.limits[i].rule->id.ptr, f->list.limits[i].line, f->list.limits[i].reason);
	assert_true(buf_ok(&out));
	strncpy(f->shown, out.ptr ? out.ptr : "", sizeof(f->shown) - 1);
	buf_release(&out);
	return f->shown;
}

/* A small generator with a fixed start, so that a failure comes again. */
static UNUSED uint32_t
next_random(uint64_t *state)
{
	*state = *state * 6364136223846793005u + 1442695040888963407u;
	return (uint32_t)(*state >> 33);
}

#endif
