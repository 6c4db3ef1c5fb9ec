/*
 * taint_functions.c - functions of a text by name, and the calls between them
 *
 * A function is known by its name: f(x), and self.f(x), this.f(x) or C.f(x) for one of a
 * class, also new C().f(x) and c.f(x) of a c that is made as a C and never anything else.
 * Where several may be meant, none is.
 */
#include "match/taint_functions.h"

#include <stdlib.h>

#include "base/buf.h"
#include "base/limits.h"
#include "match/declaration.h"

#define CLASS_LEVELS 64u  /* between a method and its class */
#define NESTING_MAX  256u /* functions round a call that are said to make it */

/* ---- finding them ---- */

static uint32_t
class_of(const struct text_functions *fs, uint32_t node)
{
	for (unsigned i = 0; i < CLASS_LEVELS && node != NODE_NONE; i++) {
		if (fs->nodes[node].shape == SHAPE_CLASS)
			return node;
		node = fs->nodes[node].parent;
	}
	return NODE_NONE;
}

static struct slice
class_name(const struct text_functions *fs, uint32_t class)
{
	uint32_t name = shape_child(fs->nodes, class, SHAPE_NAME);

	return name == NODE_NONE ? slice_of(NULL, 0) : shape_text(&fs->unit->shape, name);
}

/* Of `int f(...)`, `def f(...)` the name before the parameters; of a lambda that of its variable. */
static struct slice
function_name(const struct text_functions *fs, uint32_t node)
{
	uint32_t found = NODE_NONE, parent = fs->nodes[node].parent;

	if (fs->nodes[node].shape == SHAPE_LAMBDA) {
		if (parent == NODE_NONE || fs->nodes[parent].shape != SHAPE_ASSIGN)
			return slice_of(NULL, 0);
		uint32_t target = flow_target(fs->unit, fs->language, parent);
		if (target == NODE_NONE || fs->nodes[target].shape != SHAPE_NAME)
			return slice_of(NULL, 0);
		return shape_text(&fs->unit->shape, target);
	}
	for (uint32_t k = node + 1; k < fs->nodes[node].subtree_end; k++) {
		if (fs->nodes[k].shape == SHAPE_MODIFIERS) {
			k = fs->nodes[k].subtree_end - 1;
			continue;
		}
		/* The receiver of a Go method stands before its name. */
		if (fs->nodes[k].shape == SHAPE_PARAMETERS && found == NODE_NONE &&
		    fs->language->lang == LANG_GO) {
			k = fs->nodes[k].subtree_end - 1;
			continue;
		}
		if (fs->nodes[k].shape == SHAPE_PARAMETERS || fs->nodes[k].shape == SHAPE_BLOCK)
			break;
		if (fs->nodes[k].shape == SHAPE_NAME)
			found = k;
	}
	return found == NODE_NONE ? slice_of(NULL, 0) : shape_text(&fs->unit->shape, found);
}

/* Bounds what nesting multiplies. */
static bool
has_work(struct text_functions *fs, uint32_t n)
{
	fs->work += n;
	if (fs->work > LIMIT_TAINT_WORK)
		fs->limit = "taint was given up: too many steps";
	return !fs->limit;
}

static int
read_parameters(struct text_functions *fs, struct text_function *f, struct err *err)
{
	uint32_t list = flow_parameters(fs->unit, fs->language, f->node);
	uint32_t p = list == NODE_NONE ? NODE_NONE : fs->nodes[list].first;
	size_t cap = 0;

	for (; p != NODE_NONE; p = fs->nodes[p].next)
		for (uint32_t name = flow_bound_name(fs->unit, fs->language, p, NODE_NONE); name != NODE_NONE;
		     name = flow_bound_name(fs->unit, fs->language, p, name)) {
			if (f->nparameters == cap) {
				uint32_t *more = arena_array(&fs->arena, cap * 2 + 4, sizeof(*more));
				if (!more)
					return err_oom(err);
				if (cap > 0)
					memcpy(more, f->parameters, cap * sizeof(*more));
				f->parameters = more;
				cap = cap * 2 + 4;
			}
			f->parameters[f->nparameters++] = name;
		}
	return 0;
}

static int
add_function(struct text_functions *fs, uint32_t node, struct slice name, struct err *err)
{
	void *items = fs->items;
	size_t had = fs->cap;

	if (array_reserve(&items, &fs->cap, fs->n + 1, sizeof(*fs->items)) < 0)
		return err_oom(err);
	fs->items = items;
	for (size_t i = had; i < fs->cap; i++)
		fs->items[i] = (struct text_function){0};
	struct text_function *f = &fs->items[fs->n++];
	*f = (struct text_function){.node = node,
				    .class = node == 0 ? NODE_NONE : class_of(fs, fs->nodes[node].parent),
				    .name = name,
				    .steps = f->steps};
	return node == 0 ? 0 : read_parameters(fs, f, err);
}

/* Inner functions are part of the outer one's steps; they stand here for calls by name. */
static int
find_functions(struct text_functions *fs, struct err *err)
{
	uint32_t inside = 0;

	if (add_function(fs, 0, slice_of(NULL, 0), err) < 0)
		return -1;
	for (uint32_t i = 1; i < fs->unit->shape.n; i++) {
		uint8_t shape = fs->nodes[i].shape;
		if (shape != SHAPE_FUNCTION && shape != SHAPE_LAMBDA)
			continue;
		struct slice name = function_name(fs, i);
		bool outer = i >= inside && shape == SHAPE_FUNCTION;
		if (i >= inside)
			inside = fs->nodes[i].subtree_end;
		if (!outer && name.len == 0)
			continue;
		/* Steps of inner functions are read again and again with every outer one. */
		if (!has_work(fs, fs->nodes[i].subtree_end - i))
			break;
		if (add_function(fs, i, name, err) < 0)
			return -1;
		fs->items[fs->n - 1].apart = outer;
	}
	return 0;
}

static int
compare_names(const void *a, const void *b, void *ctx)
{
	const struct text_functions *fs = ctx;
	const struct text_function *x = &fs->items[*(const uint32_t *)a];
	const struct text_function *y = &fs->items[*(const uint32_t *)b];

	int order = slice_cmp(x->name, y->name);
	return order ? order : (x->node > y->node) - (x->node < y->node);
}

static int
sort_names(struct text_functions *fs, struct err *err)
{
	fs->by_name = arena_array(&fs->arena, fs->n, sizeof(*fs->by_name));
	if (!fs->by_name)
		return err_oom(err);
	for (size_t i = 0; i < fs->n; i++)
		if (fs->items[i].name.len > 0)
			fs->by_name[fs->nby_name++] = (uint32_t)i;
	qsort_r(fs->by_name, fs->nby_name, sizeof(*fs->by_name), compare_names, fs);
	return 0;
}

/* ---- which one is called ---- */

static size_t
count_arguments(const struct text_functions *fs, uint32_t call)
{
	uint32_t list = text_arguments(fs->unit, call);
	size_t n = 0;

	for (uint32_t k = list == NODE_NONE ? list : fs->nodes[list].first; k != NODE_NONE;
	     k = fs->nodes[k].next)
		n++;
	return n;
}

size_t
text_own_parameters(const struct text_functions *fs, const struct text_function *f)
{
	if (fs->language->lang != LANG_PYTHON || f->nparameters == 0)
		return 0;
	struct slice first = shape_text(&fs->unit->shape, f->parameters[0]);
	return slice_eq_str(first, "self") || slice_eq_str(first, "cls");
}

bool
text_is_self(const struct unit *unit, uint32_t node)
{
	static const char *const names[] = {"self", "this", "$this", "cls", "super", "static"};
	struct slice text = shape_text(&unit->shape, node);

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (slice_eq_str(text, names[i]))
			return true;
	return false;
}

/* What is written before the name: nothing, the object itself, a class, or an object of one. */
struct callee {
	struct slice name, class;
	bool plain, self;
};

/* The C of `new C(...)`, or of Python's C(...); empty: it is no such thing. */
static struct slice
made_class(const struct text_functions *fs, uint32_t node)
{
	struct slice text = shape_text(&fs->unit->shape, node);
	uint32_t first = fs->nodes[node].first;

	if (fs->language->lang == LANG_PYTHON
		    ? fs->nodes[node].shape != SHAPE_CALL
		    : fs->nodes[node].shape != SHAPE_NODE || !slice_starts(text, "new "))
		return slice_of(NULL, 0);
	/* With a body it is of a class without a name. */
	if (first == NODE_NONE || fs->nodes[first].shape != SHAPE_NAME || !slice_ends(text, ")"))
		return slice_of(NULL, 0);
	return shape_text(&fs->unit->shape, first);
}

static struct slice
class_of_object(const struct text_functions *fs, uint32_t object)
{
	if (!flow_is_variable(&fs->unit->shape, object))
		return made_class(fs, object);
	const struct declaration *only = declaration_only(fs->unit, object);
	struct slice made =
		only && only->value != NODE_NONE ? made_class(fs, only->value) : slice_of(NULL, 0);
	return made.len > 0 ? made : shape_text(&fs->unit->shape, object);
}

static bool
read_callee(const struct text_functions *fs, uint32_t call, struct callee *out)
{
	uint32_t node = fs->nodes[call].first;

	*out = (struct callee){.plain = true};
	if (node == NODE_NONE)
		return false;
	if (fs->nodes[node].shape == SHAPE_NAME) {
		out->name = shape_text(&fs->unit->shape, node);
		return true;
	}
	uint32_t object = fs->nodes[node].first, member = flow_member(&fs->unit->shape, node);
	if (fs->nodes[node].shape != SHAPE_ATTRIBUTE || member == NODE_NONE || object == NODE_NONE)
		return false;
	out->plain = false;
	out->self = text_is_self(fs->unit, object);
	out->class = class_of_object(fs, object);
	out->name = shape_text(&fs->unit->shape, member);
	return out->class.len > 0;
}

/* Where a plain name means a method of the same class. */
static bool
methods_are_plain(enum language lang)
{
	return lang == LANG_JAVA || lang == LANG_CSHARP || lang == LANG_CPP || lang == LANG_RUBY ||
	       lang == LANG_KOTLIN || lang == LANG_SCALA || lang == LANG_SWIFT;
}

static bool
may_be(const struct text_functions *fs, const struct callee *callee, const struct text_function *f,
       size_t arguments, uint32_t class)
{
	size_t parameters = f->nparameters;

	if (callee->plain) {
		if (f->class != NODE_NONE && (!methods_are_plain(fs->language->lang) || f->class != class))
			return false;
	} else if (f->class == NODE_NONE ||
		   !(callee->self ? f->class == class : slice_eq(class_name(fs, f->class), callee->class))) {
		return false;
	}
	if (!callee->plain)
		parameters -= text_own_parameters(fs, f);
	return arguments <= parameters;
}

uint32_t
text_callee(const struct text_functions *fs, uint32_t call, uint32_t class)
{
	struct callee callee;
	uint32_t found = FUNCTION_NONE;
	size_t low = 0, high = fs->nby_name, arguments, exact = 0;

	if (fs->nby_name == 0 || !read_callee(fs, call, &callee))
		return FUNCTION_NONE;
	while (low < high) {
		size_t mid = low + (high - low) / 2;
		if (slice_cmp(fs->items[fs->by_name[mid]].name, callee.name) < 0)
			low = mid + 1;
		else
			high = mid;
	}
	arguments = count_arguments(fs, call);
	for (size_t n = 0; low < fs->nby_name; low++) {
		const struct text_function *f = &fs->items[fs->by_name[low]];
		if (!slice_eq(f->name, callee.name))
			break;
		if (!may_be(fs, &callee, f, arguments, class))
			continue;
		size_t parameters = f->nparameters - (callee.plain ? 0 : text_own_parameters(fs, f));
		bool same = parameters == arguments;
		exact += same;
		if (++n == 1 || (same && exact == 1))
			found = fs->by_name[low];
		else if (exact != 1)
			return FUNCTION_NONE;
	}
	return found;
}

/* ---- the calls ---- */

static int
add_call(struct text_functions *fs, uint32_t caller, uint32_t callee, struct err *err)
{
	void *calls = fs->calls;

	if (array_reserve(&calls, &fs->calls_cap, fs->ncalls + 1, sizeof(*fs->calls)) < 0)
		return err_oom(err);
	fs->calls = calls;
	fs->calls[fs->ncalls++] = (struct text_call){caller, callee};
	return 0;
}

/* Of each function round the call it is a call, if what is within is part of its steps. */
static int
add_calls(struct text_functions *fs, uint32_t node, const uint32_t *round, size_t n, struct err *err)
{
	for (size_t i = n > 1 && fs->items[round[1]].apart; i < n && has_work(fs, 1); i++) {
		uint32_t callee = text_callee(fs, node, fs->items[round[i]].class);
		if (callee != FUNCTION_NONE && add_call(fs, round[i], callee, err) < 0)
			return -1;
	}
	return 0;
}

static int
find_calls(struct text_functions *fs, struct err *err)
{
	uint32_t round[NESTING_MAX] = {0}; /* functions that the node at hand lies in, the outermost first */
	size_t n = 1;
	uint32_t next = 1;

	for (uint32_t i = 1; i < fs->unit->shape.n && !fs->limit; i++) {
		while (n > 1 && fs->nodes[fs->items[round[n - 1]].node].subtree_end <= i)
			n--;
		if (next < fs->n && fs->items[next].node == i) {
			if (n == NESTING_MAX) {
				fs->limit = "taint was given up: functions are nested too deep";
				return 0;
			}
			round[n++] = next++;
		}
		if (fs->nodes[i].shape == SHAPE_CALL && add_calls(fs, i, round, n, err) < 0)
			return -1;
	}
	return 0;
}

/* ---- a text's ---- */

void
text_functions_release(struct text_functions *fs)
{
	for (size_t i = 0; i < fs->cap; i++)
		flow_steps_release(&fs->items[i].steps);
	free(fs->items);
	free(fs->calls);
	arena_release(&fs->arena);
	*fs = (struct text_functions){0};
}

int
text_functions_find(struct text_functions *fs, const struct unit *unit,
		    const struct pattern_language *language, struct err *err)
{
	if (fs->serial == unit->serial && fs->unit == unit)
		return 0;
	fs->serial = 0;
	fs->unit = unit;
	fs->nodes = unit->shape.nodes;
	fs->language = language;
	fs->n = fs->nby_name = fs->ncalls = 0;
	fs->work = 0;
	fs->limit = NULL;
	arena_clear(&fs->arena);
	if (find_functions(fs, err) < 0 || sort_names(fs, err) < 0 || find_calls(fs, err) < 0)
		return -1;
	fs->serial = unit->serial;
	return 0;
}

int
text_function_steps(const struct flow_steps **out, struct text_functions *fs, uint32_t function,
		    const char **limit, struct err *err)
{
	struct text_function *f = &fs->items[function];

	*out = &f->steps;
	if (!f->read) {
		f->limit = NULL;
		if (flow_steps_read(&f->steps, fs->unit, fs->language, f->node, &f->limit, err) < 0)
			return -1;
		f->read = true;
	}
	if (f->limit)
		*limit = f->limit;
	return 0;
}
