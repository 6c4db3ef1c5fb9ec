/*
 * formula_condition.c - what a metavariable's value must be like, for each range of a list
 *
 * metavariable-pattern is a formula of its own, run on the value: on its part of the
 * file's tree, or, with `language`, on a tree of the value as a text in that language
 * (for generic, on its words).
 * What it binds is bound behind it, so one range can become several.
 */
#include "match/constant.h"
#include "match/formula_steps.h"
#include "match/reading.h"

/* Where the formula of a metavariable-pattern looks. */
static bool
value_of(struct binding *out, const struct range *range, struct slice name)
{
	for (size_t i = 0; i < range->nbindings; i++)
		if (slice_eq(range->bindings[i].name, name)) {
			*out = range->bindings[i];
			return true;
		}
	return false;
}

/* The content of a text, or the bytes of anything else. */
static int
content_of(struct slice *out, bool *folded, const struct binding *value, struct formula_window *w,
	   struct err *err)
{
	struct constant constant = {.kind = CONSTANT_NONE};
	uint32_t t = w->unit ? unit_node_of(w->unit, value->value) : NODE_NONE;

	*out = value->constant.len > 0 ? value->constant : value->value;
	*folded = value->constant.len > 0;
	if (t != NODE_NONE && constant_read(&constant, w->arena, w->unit, t, err) < 0)
		return -1;
	if (constant.kind == CONSTANT_TEXT) {
		*out = constant.text;
		*folded = constant.folded;
	}
	return 0;
}

/* The window for a value in another language; inner->unit is NULL where there is no tree. */
static int
enter_language(struct formula_window *inner, const struct condition *condition, const struct binding *value,
	       struct formula_window *w, bool *folded, struct err *err)
{
	struct slice content;

	if (content_of(&content, folded, value, w, err) < 0)
		return -1;
	inner->text = content;
	inner->subject = (struct subject){.bytes = content};
	inner->unit = NULL;
	inner->language = NULL;
	inner->embedded = true;
	inner->part = true;
	if (w->embedded) {
		w->limit = "a language within a language within another";
		return 0;
	}
	if (!w->reading || condition->generic)
		return 0;
	return reading_embedded(w->reading, &inner->unit, &inner->language, condition->language, content,
				err);
}

static int
enter_value(struct formula_window *inner, struct unit *unit, const struct binding *value,
	    struct formula_window *w)
{
	inner->subject = (struct subject){.bytes = value->value};
	inner->part = true;
	if (!w->unit)
		return 0;
	*unit = *w->unit;
	unit->from = (uint32_t)(value->value.ptr - w->text.ptr);
	unit->to = unit->from + (uint32_t)value->value.len;
	inner->unit = unit;
	return 0;
}

static bool
is_new(const struct range *range, const struct range *found)
{
	struct slice value;

	for (size_t i = 0; i < found->nbindings; i++)
		if (!binding_find(&value, range->bindings, range->nbindings, found->bindings[i].name))
			return true;
	return false;
}

/* Appends the range, once for each way in which the formula binds more. */
static int
add_found(struct range_list *out, const struct range *range, const struct range_list *found, bool flows,
	  struct formula_window *w, struct err *err)
{
	bool plain = false;

	for (size_t i = 0; i < found->n; i++) {
		const struct range *inner = &found->items[i];
		if (!range_agrees(inner, range))
			continue;
		bool more = flows && is_new(range, inner);
		if (!more && plain)
			continue;
		plain |= !more;
		struct range joined = *range;
		if (more && range_take_bindings(&joined, inner, w->arena, err) < 0)
			return -1;
		if (range_list_add(out, &joined, err) < 0)
			return -1;
	}
	return 0;
}

static int
filter_nested(struct range_list *out, const struct step *step, const struct range *range,
	      struct formula_window *w, struct err *err)
{
	const struct condition *condition = step->test.condition;
	struct formula_window inner = *w;
	const struct range_list *found;
	struct binding value;
	struct unit unit;
	bool folded = false;

	if (!value_of(&value, range, condition->metavariable))
		return 0;
	bool other = condition->language != LANG_NONE || (condition->generic && w->unit);
	if (other ? enter_language(&inner, condition, &value, w, &folded, err) < 0
		  : enter_value(&inner, &unit, &value, w) < 0)
		return -1;
	if (formula_evaluate(&found, step->test.nested, &inner, err) < 0)
		return -1;
	if (inner.limit)
		w->limit = inner.limit;
	return add_found(out, range, found, !folded, w, err);
}

int
formula_filter(struct range_list *out, const struct step *step, const struct range_list *in,
	       struct formula_window *w, struct err *err)
{
	struct condition_scope scope = {.engine = w->engine, .arena = w->arena, .unit = w->unit};

	out->n = 0;
	out->full = in->full;
	for (size_t i = 0; i < in->n; i++) {
		const struct range *range = &in->items[i];
		if (step->test.nested) {
			if (filter_nested(out, step, range, w, err) < 0)
				return -1;
			continue;
		}
		int holds = condition_holds(&step->test, &scope, range->bindings, range->nbindings, err);
		if (holds < 0 || (holds && range_list_add(out, range, err) < 0))
			return -1;
	}
	if (scope.limit)
		w->limit = scope.limit;
	return 0;
}
