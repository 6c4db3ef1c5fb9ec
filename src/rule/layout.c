/*
 * layout.c - where rules hold pointers, for their image
 *
 * Whoever gives a struct of rule.h or taint.h a new pointer adds it here;
 * test_image.c compares rules with their image.
 */
#include "rule/shipped.h"
#include "rule/taint.h"

/* In the struct TYPE: a slice; an array and how many; one item; a struct. */
#define TEXT(member)                                                                                         \
	{                                                                                                    \
		.kind = IMAGE_TEXT, .at = offsetof(struct TYPE, member)                                      \
	}
#define ARRAY(member, n, layout)                                                                             \
	{                                                                                                    \
		IMAGE_ARRAY, offsetof(struct TYPE, member), offsetof(struct TYPE, n), &(layout)              \
	}
#define ONE(member, layout)                                                                                  \
	{                                                                                                    \
		IMAGE_ONE, offsetof(struct TYPE, member), 0, &(layout)                                       \
	}
#define INSIDE(member, layout)                                                                               \
	{                                                                                                    \
		IMAGE_INSIDE, offsetof(struct TYPE, member), 0, &(layout)                                    \
	}
#define LAYOUT(fields)                                                                                       \
	{                                                                                                    \
		sizeof(struct TYPE), fields, sizeof(fields) / sizeof(*(fields))                              \
	}

static const struct image_layout formula_layout, condition_layout;

#define TYPE formula
static const struct image_field formula_fields[] = {
	TEXT(text),
	ARRAY(children, nchildren, formula_layout),
	ARRAY(conditions, nconditions, condition_layout),
	ARRAY(focus, nfocus, image_slice),
};
static const struct image_layout formula_layout = LAYOUT(formula_fields);
#undef TYPE

#define TYPE condition
static const struct image_field condition_fields[] = {
	TEXT(metavariable),
	TEXT(text),
	ARRAY(words, nwords, image_slice),
	ONE(formula, formula_layout),
};
static const struct image_layout condition_layout = LAYOUT(condition_fields);
#undef TYPE

#define TYPE taint_entry
static const struct image_field entry_fields[] = {
	INSIDE(formula, formula_layout),         TEXT(label), TEXT(requires), TEXT(from), TEXT(to), TEXT(of),
	ARRAY(replaced, nreplaced, image_slice),
};
static const struct image_layout entry_layout = LAYOUT(entry_fields);
#undef TYPE

#define TYPE taint
static const struct image_field taint_fields[] = {
	ARRAY(sources.items, sources.n, entry_layout),
	ARRAY(sinks.items, sinks.n, entry_layout),
	ARRAY(sanitizers.items, sanitizers.n, entry_layout),
	ARRAY(propagators.items, propagators.n, entry_layout),
	ARRAY(guards.items, guards.n, entry_layout),
};
static const struct image_layout taint_layout = LAYOUT(taint_fields);
#undef TYPE

#define TYPE allowance
static const struct image_field allowance_fields[] = {
	ARRAY(commits.items, commits.n, image_slice),
	ARRAY(paths.items, paths.n, image_slice),
	ARRAY(regexes.items, regexes.n, image_slice),
	ARRAY(words.items, words.n, image_slice),
};
static const struct image_layout allowance_layout = LAYOUT(allowance_fields);
#undef TYPE

#define TYPE screen_need
static const struct image_field need_fields[] = {
	TEXT(rule_id),
};
static const struct image_layout need_layout = LAYOUT(need_fields);
#undef TYPE

#define TYPE screen
static const struct image_field screen_fields[] = {
	TEXT(path),
	ARRAY(common, ncommon, allowance_layout),
	ARRAY(allowances, nallowances, allowance_layout),
	ARRAY(needs, nneeds, need_layout),
};
static const struct image_layout screen_layout = LAYOUT(screen_fields);
#undef TYPE

#define TYPE rule
static const struct image_field rule_fields[] = {
	TEXT(id),
	TEXT(message),
	TEXT(fix),
	ARRAY(cwe, ncwe, image_slice),
	ARRAY(references, nreferences, image_slice),
	TEXT(observes),
	ARRAY(include, ninclude, image_slice),
	ARRAY(exclude, nexclude, image_slice),
	ARRAY(keywords, nkeywords, image_slice),
	INSIDE(formula, formula_layout),
	ONE(taint, taint_layout),
	ONE(screen, screen_layout),
	TEXT(partial),
	TEXT(file),
};
const struct image_layout rule_layout = LAYOUT(rule_fields);
#undef TYPE
