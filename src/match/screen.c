/*
 * screen.c - which matches of a rule of gitleaks are secrets
 *
 * Each range of the formula is one match: its secret is named, then path, entropy and allowances
 * are asked, the cheap ones first. All of it costs nothing where the formula finds nothing.
 */
#include "match/screen.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/ascii.h"
#include "base/limits.h"
#include "match/condition.h"

/* The regular expressions of an allowance, NULL until needed. */
struct allowance_program {
	struct regex **paths, **regexes;
};

struct screen_program {
	const struct rule *rule;
	const struct screen *screen;
	struct regex *path;
	struct allowance_program *allowances; /* of the common ones, then of its own */
	size_t n;
	struct range_list passed;
	struct arena arena;
};

static const struct allowance *
allowance_at(const struct screen *screen, size_t i)
{
	return i < screen->ncommon ? &screen->common[i] : &screen->allowances[i - screen->ncommon];
}

int
screen_program_new(struct screen_program **out, const struct rule *rule, struct err *err)
{
	struct screen_program *p = calloc(1, sizeof(*p));

	*out = p;
	if (!p)
		return err_oom(err);
	p->rule = rule;
	p->screen = rule->screen;
	arena_init(&p->arena);
	p->n = p->screen->ncommon + p->screen->nallowances;
	p->allowances = arena_array(&p->arena, p->n, sizeof(*p->allowances));
	if (!p->allowances)
		return err_oom(err);
	memset(p->allowances, 0, p->n * sizeof(*p->allowances));
	for (size_t i = 0; i < p->n; i++) {
		const struct allowance *a = allowance_at(p->screen, i);
		struct allowance_program *to = &p->allowances[i];
		*to = (struct allowance_program){
			.paths = arena_array(&p->arena, a->paths.n, sizeof(*to->paths)),
			.regexes = arena_array(&p->arena, a->regexes.n, sizeof(*to->regexes)),
		};
		if (!to->paths || !to->regexes)
			return err_oom(err);
		memset(to->paths, 0, a->paths.n * sizeof(*to->paths));
		memset(to->regexes, 0, a->regexes.n * sizeof(*to->regexes));
	}
	return 0;
}

static void
free_all(struct regex **regexes, size_t n)
{
	for (size_t i = 0; regexes && i < n; i++)
		regex_free(regexes[i]);
}

void
screen_program_free(struct screen_program *p)
{
	if (!p)
		return;
	regex_free(p->path);
	for (size_t i = 0; p->allowances && i < p->n; i++) {
		const struct allowance *a = allowance_at(p->screen, i);
		free_all(p->allowances[i].paths, a->paths.n);
		free_all(p->allowances[i].regexes, a->regexes.n);
	}
	free(p->passed.items);
	arena_release(&p->arena);
	free(p);
}

/* --- regular expressions --- */

static int
compile(struct regex **regex, const struct screen_program *p, struct slice pattern, uint32_t line,
	struct err *err)
{
	struct place place = {p->rule->file, {line, 1}};

	return *regex ? 0 : regex_compile(regex, pattern, REGEX_WITHIN, &place, err);
}

static int
compile_all(struct regex **regexes, const struct screen_program *p, struct slice_list patterns, uint32_t line,
	    struct err *err)
{
	for (size_t i = 0; i < patterns.n; i++)
		if (compile(&regexes[i], p, patterns.items[i], line, err) < 0)
			return -1;
	return 0;
}

/* Both ends of a value are dear to an allowance: one that is cut is not searched. 1, 0, -1. */
static int
stands_in(struct slice value, struct regex *regex, struct formula_window *w, struct err *err)
{
	struct subject subject = {.bytes = value};
	struct regex_walk walk = {0};

	if (value.len > LIMIT_WINDOW_BYTES)
		return 0;
	int rc = regex_next(&walk, w->engine, regex, &subject, err);
	if (walk.limit)
		w->limit = walk.limit;
	return rc;
}

/* Does one of them match? */
static int
any_stands_in(struct slice value, struct regex **regexes, const struct screen_program *p,
	      struct slice_list patterns, uint32_t line, struct formula_window *w, struct err *err)
{
	for (size_t i = 0; i < patterns.n; i++) {
		if (compile(&regexes[i], p, patterns.items[i], line, err) < 0)
			return -1;
		int rc = stands_in(value, regexes[i], w, err);
		if (rc != 0)
			return rc;
	}
	return 0;
}

/* --- one match --- */

struct candidate {
	struct slice secret, match, line;
};

/* The binding of a group, or nothing where it took no part. */
static struct slice
group_of(const struct range *range, uint32_t group)
{
	char name[16];
	struct slice value;

	snprintf(name, sizeof(name), "$%u", group);
	return binding_find(&value, range->bindings, range->nbindings, slice_str(name)) ? value
											: slice_of(NULL, 0);
}

/* Numbered groups come first among the bindings, in their order. */
static struct slice
first_group(const struct range *range)
{
	for (size_t i = 0; i < range->nbindings; i++)
		if (range->bindings[i].value.len > 0)
			return range->bindings[i].value;
	return slice_of(NULL, 0);
}

/* The lines from where the match begins to where it ends. */
static struct slice
lines_of(struct slice text, size_t start, size_t end)
{
	size_t low = start > LIMIT_WINDOW_BYTES ? start - LIMIT_WINDOW_BYTES : 0;
	size_t high = text.len - end > LIMIT_WINDOW_BYTES ? end + LIMIT_WINDOW_BYTES : text.len;

	while (start > low && text.ptr[start - 1] != '\n')
		start--;
	while (end < high && text.ptr[end] != '\n')
		end++;
	return slice_sub(text, start, end);
}

/* Where the match would begin if its regular expression had not lost what may stand before it. */
static size_t
begin_of(const struct screen *screen, const struct range *range, struct slice text)
{
	size_t start = range->start, low = start > screen->preamble ? start - screen->preamble : 0;

	while (start > low && (ascii_is_alnum(text.ptr[start - 1]) ||
			       (text.ptr[start - 1] != '\0' && strchr("_.-", text.ptr[start - 1]))))
		start--;
	return start;
}

static struct candidate
candidate_of(const struct screen *screen, const struct range *range, struct slice text)
{
	struct candidate c = {.match = slice_sub(text, begin_of(screen, range, text), range->end)};

	c.secret = screen->group > 0 ? group_of(range, screen->group) : first_group(range);
	if (c.secret.len == 0)
		c.secret = slice_sub(text, range->start, range->end);
	c.line = lines_of(text, range->start, range->end);
	return c;
}

static struct slice
target_of(const struct candidate *c, enum allowance_target target)
{
	return target == TARGET_LINE ? c->line : target == TARGET_MATCH ? c->match : c->secret;
}

static bool
has_commit(struct slice_list commits, struct slice commit)
{
	for (size_t i = 0; i < commits.n && commit.len > 0; i++)
		if (slice_eq(commits.items[i], commit))
			return true;
	return false;
}

/* What the parts of an allowance come to, one after the other. */
struct tally {
	bool all, any, none;
};

/* True when the rest does not matter. */
static bool
count(struct tally *tally, bool holds)
{
	tally->any |= holds;
	tally->none |= !holds;
	return tally->all ? !holds : holds;
}

static bool
sum(const struct tally *tally)
{
	return tally->any && !(tally->all && tally->none);
}

/* The parts that need no regular expression. True when they decide. */
static bool
count_plain(struct tally *tally, const struct allowance *a, const struct candidate *c,
	    const struct formula_window *w)
{
	if (a->commits.n > 0 && count(tally, has_commit(a->commits, w->commit)))
		return true;
	return a->words.n > 0 && count(tally, value_has_word(c->secret, a->words.items, a->words.n));
}

/* 1: the match is allowed, 0, -1. */
static int
allows(const struct screen_program *p, size_t i, const struct candidate *c, struct formula_window *w,
       struct err *err)
{
	const struct allowance *a = allowance_at(p->screen, i);
	struct allowance_program *compiled = &p->allowances[i];
	struct tally tally = {.all = a->all};
	int rc;

	if (count_plain(&tally, a, c, w))
		return sum(&tally);
	if (a->paths.n > 0) {
		rc = w->path.len > 0 ? any_stands_in(w->path, compiled->paths, p, a->paths, a->line, w, err)
				     : 0;
		if (rc < 0)
			return -1;
		if (count(&tally, rc))
			return sum(&tally);
	}
	if (a->regexes.n > 0) {
		rc = any_stands_in(target_of(c, a->target), compiled->regexes, p, a->regexes, a->line, w,
				   err);
		if (rc < 0)
			return -1;
		count(&tally, (rc > 0) != a->inverted);
	}
	return sum(&tally);
}

static bool
is_random(const struct screen *screen, struct slice secret)
{
	double entropy = screen->entropy < 0 ? 0 : entropy_of(secret);

	return screen->entropy < 0 || entropy > screen->entropy ||
	       (screen->entropy_equal && entropy >= screen->entropy);
}

/* 1: the candidate is a secret, 0, -1. */
static int
is_secret(struct screen_program *p, const struct candidate *c, struct formula_window *w, struct err *err)
{
	int rc = 1;

	if (!is_random(p->screen, c->secret))
		return 0;
	if (p->screen->path.len > 0 && w->path.len > 0)
		rc = compile(&p->path, p, p->screen->path, p->rule->at.line, err) < 0
			     ? -1
			     : stands_in(w->path, p->path, w, err);
	for (size_t i = 0; rc > 0 && i < p->n; i++) {
		int allowed = allows(p, i, c, w, err);
		rc = allowed < 0 ? -1 : !allowed;
	}
	return rc;
}

int
screen_filter(const struct range_list **ranges, struct screen_program *p, struct formula_window *w,
	      struct err *err)
{
	const struct range_list *in = *ranges;

	p->passed.n = 0;
	p->passed.full = in->full;
	for (size_t i = 0; i < in->n; i++) {
		struct range range = in->items[i];
		struct candidate c = candidate_of(p->screen, &range, w->text);
		int rc = is_secret(p, &c, w, err);
		range.start = (uint32_t)(c.secret.ptr - w->text.ptr);
		range.end = range.start + (uint32_t)c.secret.len;
		if (rc < 0 || (rc > 0 && range_list_add(&p->passed, &range, err) < 0))
			return -1;
	}
	*ranges = &p->passed;
	return 0;
}

static int
check_range(struct screen_program *p, size_t from, size_t to, struct err *err)
{
	for (size_t i = from; i < to; i++) {
		const struct allowance *a = allowance_at(p->screen, i);
		if (compile_all(p->allowances[i].paths, p, a->paths, a->line, err) < 0 ||
		    compile_all(p->allowances[i].regexes, p, a->regexes, a->line, err) < 0)
			return -1;
	}
	return 0;
}

int
screen_program_check(struct screen_program *p, struct err *err)
{
	if (p->screen->path.len > 0 && compile(&p->path, p, p->screen->path, p->rule->at.line, err) < 0)
		return -1;
	return check_range(p, p->screen->ncommon, p->n, err);
}

int
screen_check_common(const struct rule *rule, struct err *err)
{
	struct screen_program *p;
	int rc = screen_program_new(&p, rule, err);

	if (rc == 0)
		rc = check_range(p, 0, rule->screen->ncommon, err);
	screen_program_free(p);
	return rc;
}

/* --- matches of several rules --- */

static uint32_t
distance(uint32_t a, uint32_t b)
{
	return a > b ? a - b : b - a;
}

static bool
is_near(const struct match *match, const struct match *other, const struct screen_need *need,
	const struct text *text)
{
	uint32_t line = text_line_at(text, match->span_start), at = text_line_at(text, other->span_start);
	uint32_t column = match->span_start - text->starts[line - 1];

	return (need->lines == SCREEN_ANYWHERE || distance(line, at) <= need->lines) &&
	       (need->columns == SCREEN_ANYWHERE ||
		distance(column, other->span_start - text->starts[at - 1]) <= need->columns);
}

/* Matches of one rule in a sorted list. */
struct run_of_rule {
	size_t from, to;
};

static struct run_of_rule
run_at(const struct found_list *found, size_t from)
{
	struct run_of_rule run = {from, from};

	while (run.to < found->n && found->items[run.to].rule == found->items[from].rule)
		run.to++;
	return run;
}

static struct run_of_rule
run_of(const struct found_list *found, struct slice rule_id)
{
	struct run_of_rule run = {0, 0};

	while (run.to < found->n) {
		run = run_at(found, run.to);
		if (slice_eq(found->items[run.from].match.rule->id, rule_id))
			return run;
	}
	return (struct run_of_rule){0, 0};
}

static bool
is_met(const struct screen_need *need, const struct match *match, const struct found_list *found,
       struct run_of_rule others, const struct text *text)
{
	for (size_t i = others.from; i < others.to; i++)
		if (is_near(match, &found->items[i].match, need, text))
			return true;
	return false;
}

static void
settle_run(struct found_list *found, struct run_of_rule run, const struct text *text)
{
	const struct screen *screen = found->items[run.from].match.rule->screen;

	for (size_t k = 0; screen && k < screen->nneeds; k++) {
		struct run_of_rule others = run_of(found, screen->needs[k].rule_id);
		for (size_t i = run.from; i < run.to; i++)
			found->items[i].dropped |=
				!is_met(&screen->needs[k], &found->items[i].match, found, others, text);
	}
	for (size_t i = run.from; screen && screen->helper && i < run.to; i++)
		found->items[i].dropped = true;
}

/* What a match that is dropped was needed for it still serves. */
void
screen_settle(struct found_list *found, const struct text *text)
{
	struct run_of_rule run = {0, 0};
	size_t kept = 0;

	while (run.to < found->n) {
		run = run_at(found, run.to);
		settle_run(found, run, text);
	}
	for (size_t i = 0; i < found->n; i++)
		if (!found->items[i].dropped)
			found->items[kept++] = found->items[i];
	found->n = kept;
}
