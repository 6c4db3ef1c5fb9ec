/*
 * ruleset.c - the rules of one run, unique by id
 *
 * Memory of a load that failed stays in the arena until the set is released;
 * nothing points at it.
 */
#include "rule/ruleset.h"

#include <stdlib.h>

#include "base/escape.h"
#include "base/limits.h"
#include "rule/load.h"

void
ruleset_init(struct ruleset *set)
{
	*set = (struct ruleset){0};
	arena_init(&set->arena);
}

void
ruleset_release(struct ruleset *set)
{
	free(set->rules);
	free(set->unsupported);
	arena_release(&set->arena);
	ruleset_init(set);
}

const struct rule *
ruleset_find(const struct ruleset *set, struct slice id)
{
	for (size_t i = 0; i < set->n; i++)
		if (slice_eq(set->rules[i]->id, id))
			return set->rules[i];
	return NULL;
}

void
batch_release(struct batch *batch)
{
	free(batch->rules);
	free(batch->unsupported);
	list_shelf_release(&batch->shelf);
	*batch = (struct batch){0};
}

int
batch_add(struct batch *batch, struct loader *ld, const struct rule *rule)
{
	struct rule *copy = arena_alloc(ld->arena, sizeof(*copy));
	void *items = batch->rules;

	if (!copy || array_reserve(&items, &batch->cap, batch->n + 1, sizeof(*batch->rules)) < 0)
		return err_oom(ld->err);
	batch->rules = items;
	*copy = *rule;
	batch->rules[batch->n++] = copy;
	return 0;
}

int
batch_add_unsupported(struct batch *batch, struct loader *ld, const struct rule *rule)
{
	void *items = batch->unsupported;

	if (array_reserve(&items, &batch->unsupported_cap, batch->nunsupported + 1,
			  sizeof(*batch->unsupported)) < 0)
		return err_oom(ld->err);
	batch->unsupported = items;
	batch->unsupported[batch->nunsupported++] = (struct unsupported_rule){
		rule->id, rule->file, ld->unsupported_at, ld->unsupported, rule->languages};
	return 0;
}

/* ---- sorted ids ---- */

struct id_ref {
	struct slice id;
	size_t at; /* index among the rules, then the unsupported ones */
	struct slice file;
	struct rule_position place;
};

static int
compare_refs(const void *a, const void *b)
{
	const struct id_ref *x = a, *y = b;
	int order = slice_cmp(x->id, y->id);

	if (order != 0)
		return order;
	return x->at < y->at ? -1 : x->at > y->at;
}

/* Sorted by id; NULL when memory runs out. The caller frees it. */
static struct id_ref *
sorted_ids(const struct rule *const *rules, size_t n, const struct unsupported_rule *unsupported,
	   size_t nunsupported)
{
	struct id_ref *refs = calloc(n + nunsupported + 1, sizeof(*refs));

	if (!refs)
		return NULL;
	for (size_t i = 0; i < n; i++)
		refs[i] = (struct id_ref){rules[i]->id, i, rules[i]->file, rules[i]->at};
	for (size_t i = 0; i < nunsupported; i++)
		refs[n + i] =
			(struct id_ref){unsupported[i].id, n + i, unsupported[i].file, unsupported[i].at};
	qsort(refs, n + nunsupported, sizeof(*refs), compare_refs);
	return refs;
}

static int
compare_id(const void *id, const void *ref)
{
	return slice_cmp(*(const struct slice *)id, ((const struct id_ref *)ref)->id);
}

static const struct id_ref *
find_id(const struct id_ref *refs, size_t n, struct slice id)
{
	return n == 0 ? NULL : bsearch(&id, refs, n, sizeof(*refs), compare_id);
}

static int
fail_repeated(struct err *err, const struct id_ref *first, const struct id_ref *again)
{
	struct buf name = BUF_INIT(1u << 20);

	escape_terminal(&name, again->file);
	if (buf_ok(&name))
		tree_error(err, name.ptr ? name.ptr : "", again->place,
			   "rule id '%s' is taken by the rule at line %u of %s", shown(again->id).text,
			   first->place.line, shown(first->file).text);
	else
		err_oom(err);
	buf_release(&name);
	return -1;
}

int
batch_check_ids(const struct batch *batch, struct err *err)
{
	size_t n = batch->n + batch->nunsupported, found = 0;
	struct id_ref *refs = sorted_ids(batch->rules, batch->n, batch->unsupported, batch->nunsupported);
	int rc = 0;

	if (!refs)
		return err_oom(err);
	for (size_t i = 1; i < n; i++)
		if (slice_eq(refs[i - 1].id, refs[i].id) && (found == 0 || refs[i].at < refs[found].at))
			found = i;
	if (found > 0)
		rc = fail_repeated(err, &refs[found - 1], &refs[found]);
	free(refs);
	return rc;
}

/* ---- taking rules out ---- */

int
ruleset_drop(struct ruleset *set, size_t i, struct rule_position at, const char *reason, struct err *err)
{
	const struct rule *rule = set->rules[i];
	void *items = set->unsupported;

	if (array_reserve(&items, &set->unsupported_cap, set->nunsupported + 1, sizeof(*set->unsupported)) <
	    0)
		return err_oom(err);
	set->unsupported = items;
	set->unsupported[set->nunsupported++] =
		(struct unsupported_rule){rule->id, rule->file, at, slice_str(reason), rule->languages};
	memmove(&set->rules[i], &set->rules[i + 1], (set->n - i - 1) * sizeof(*set->rules));
	set->n--;
	set->prefilter = NULL; /* it was for all of them */
	return 0;
}

static void
drop(struct ruleset *set, const struct rule *rule)
{
	set->unsupported[set->nunsupported++] = (struct unsupported_rule){
		rule->id, rule->file, rule->at, slice_str("built without grammars"), rule->languages};
	set->nwithout_grammars++;
}

int
ruleset_drop_syntax(struct ruleset *set, struct err *err)
{
	void *items = set->unsupported;
	size_t kept = 0;

	if (array_reserve(&items, &set->unsupported_cap, set->nunsupported + set->n,
			  sizeof(*set->unsupported)) < 0)
		return err_oom(err);
	set->unsupported = items;
	for (size_t i = 0; i < set->n; i++) {
		if (set->rules[i]->syntax)
			drop(set, set->rules[i]);
		else
			set->rules[kept++] = set->rules[i];
	}
	if (kept < set->n)
		set->prefilter = NULL; /* it was for all of them */
	set->n = kept;
	return 0;
}

/* ---- taking a batch ---- */

static int
reserve_room(struct ruleset *set, const struct batch *batch, struct err *err)
{
	void *items = set->rules;

	if (set->n + batch->n > LIMIT_RULES)
		return err_set(err, ERR_LIMIT, "more than %u rules in one run", LIMIT_RULES);
	if (array_reserve(&items, &set->cap, set->n + batch->n, sizeof(*set->rules)) < 0)
		return err_oom(err);
	set->rules = items;
	items = set->unsupported;
	if (array_reserve(&items, &set->unsupported_cap, set->nunsupported + batch->nunsupported,
			  sizeof(*set->unsupported)) < 0)
		return err_oom(err);
	set->unsupported = items;
	return 0;
}

static void
take_rules(struct ruleset *set, const struct batch *batch, const struct id_ref *old, size_t nold)
{
	for (size_t i = 0; i < batch->n; i++) {
		const struct id_ref *ref = find_id(old, nold, batch->rules[i]->id);
		if (ref)
			set->rules[ref->at] = batch->rules[i];
		else
			set->rules[set->n++] = batch->rules[i];
	}
}

/* Entries that the batch brings anew, in whatever form, are dropped first. */
static void
take_unsupported(struct ruleset *set, const struct batch *batch, const struct id_ref *fresh)
{
	size_t kept = 0, nfresh = batch->n + batch->nunsupported;

	for (size_t i = 0; i < set->nunsupported; i++)
		if (!find_id(fresh, nfresh, set->unsupported[i].id))
			set->unsupported[kept++] = set->unsupported[i];
	for (size_t i = 0; i < batch->nunsupported; i++)
		set->unsupported[kept++] = batch->unsupported[i];
	set->nunsupported = kept;
}

/* There is room. */
static int
take_in_place(struct ruleset *set, const struct batch *batch, struct err *err)
{
	struct id_ref *old = sorted_ids(set->rules, set->n, NULL, 0);
	struct id_ref *fresh = sorted_ids(batch->rules, batch->n, batch->unsupported, batch->nunsupported);
	int rc = old && fresh ? 0 : err_oom(err);

	if (rc == 0) {
		take_rules(set, batch, old, set->n);
		take_unsupported(set, batch, fresh);
	}
	free(old);
	free(fresh);
	return rc;
}

int
ruleset_take(struct ruleset *set, const struct batch *batch, struct err *err)
{
	if (reserve_room(set, batch, err) < 0)
		return -1;
	set->prefilter = NULL; /* it was for other rules */
	if (set->n > 0 || set->nunsupported > 0)
		return take_in_place(set, batch, err);
	/* Nothing to replace: the shipped rules, each time a hook runs. */
	take_rules(set, batch, NULL, 0);
	take_unsupported(set, batch, NULL);
	return 0;
}
