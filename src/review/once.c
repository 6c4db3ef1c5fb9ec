#include "review/once.h"

#include <stdlib.h>

/* A match by where it starts; weaker ones that it holds are told by it. */
struct secret {
	const struct match *match;
	size_t at; /* in the list */
	bool told;
};

static int
compare(const void *a, const void *b)
{
	const struct secret *x = a, *y = b;

	if (x->match->start != y->match->start)
		return x->match->start < y->match->start ? -1 : 1;
	return x->at < y->at ? -1 : x->at > y->at;
}

/* Whether x is told rather than y. */
static bool
is_surer(const struct secret *x, const struct secret *y)
{
	const struct rule *a = x->match->rule, *b = y->match->rule;

	if (rule_blocks(a) != rule_blocks(b))
		return rule_blocks(a);
	if (a->severity != b->severity)
		return a->severity > b->severity;
	if (a->confidence != b->confidence)
		return a->confidence > b->confidence;
	return x->at < y->at;
}

/* What stands in a run of base64 is none of what the run is. */
static bool
holds(const struct match *outer, const struct match *inner)
{
	return outer->start <= inner->start && outer->end >= inner->end && outer->rule != inner->rule &&
	       outer->of_run == inner->of_run;
}

/* Secrets that overlap are near each other, as no match is longer than a window. */
static void
mark_told(struct secret *secrets, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		const struct match *here = secrets[i].match;

		for (size_t k = i + 1; k < n && secrets[k].match->start < here->end; k++) {
			const struct match *next = secrets[k].match;
			if (holds(here, next) && is_surer(&secrets[i], &secrets[k]))
				secrets[k].told = true;
			else if (holds(next, here) && is_surer(&secrets[k], &secrets[i]))
				secrets[i].told = true;
		}
	}
}

static size_t
collect(struct secret *secrets, const struct match_list *list, const struct policy *policy, struct slice path)
{
	size_t n = 0;

	for (size_t i = 0; i < list->n; i++) {
		const struct rule *rule = list->items[i].rule;
		if (rule->area == AREA_SECRETS && policy_action(policy, rule, path) != ACTION_OFF)
			secrets[n++] = (struct secret){.match = &list->items[i], .at = i};
	}
	return n;
}

/* told is as long as the list. */
static void
take_out(struct match_list *list, const bool *told)
{
	size_t kept = 0;

	for (size_t i = 0; i < list->n; i++)
		if (!told[i])
			list->items[kept++] = list->items[i];
	list->n = kept;
}

int
once_told(struct match_list *list, const struct policy *policy, struct slice path, struct err *err)
{
	if (list->n < 2)
		return 0;
	struct secret *secrets = calloc(list->n, sizeof(*secrets));
	bool *told = calloc(list->n, sizeof(*told));
	int rc = secrets && told ? 0 : err_oom(err);

	if (rc == 0) {
		size_t n = collect(secrets, list, policy, path);
		qsort(secrets, n, sizeof(*secrets), compare);
		mark_told(secrets, n);
		for (size_t i = 0; i < n; i++)
			told[secrets[i].at] = secrets[i].told;
		take_out(list, told);
	}
	free(secrets);
	free(told);
	return rc;
}
