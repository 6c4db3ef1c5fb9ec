/*
 * type.c - which type an expression has, and whether it is the one that is asked for
 *
 * Types are compared by what matters of them:
 *
 *	wanted               declared                    because
 *	File                 java.io.File                the last segments are equal
 *	java.io.File         File                        `import java.io.File`, or no import of File
 *	java.util.Date       Date                        not with `import java.sql.Date`
 *	List                 List<String>                the arguments are not asked for
 *	*http.Request        *http.Request               a pointer is none without its star
 */
#include "match/type.h"

#include "base/ascii.h"
#include "match/declaration.h"
#include "match/source.h"
#include "match/unit.h"

#define HOPS_MAX 16u

/* ---- names of types ---- */

struct type_name {
	struct slice path; /* without what stands round it */
	struct slice arguments;
	unsigned pointers, arrays;
};

static bool
drop_word(struct slice *s, const char *word)
{
	size_t n = strlen(word);

	if (!slice_starts(*s, word) || s->len == n || !ascii_is_space(s->ptr[n]))
		return false;
	*s = slice_trim(slice_sub(*s, n, s->len));
	return true;
}

static struct type_name
read_type(struct slice s)
{
	static const char *const words[] = {"const",    "final",  "readonly", "struct", "class",  "static",
					    "unsigned", "signed", "volatile", "public", "private"};
	struct type_name type = {0};

	s = slice_trim(s);
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]);)
		i = drop_word(&s, words[i]) ? 0 : i + 1;
	while (s.len > 0 && strchr("*&?[ \\", s.ptr[0])) {
		type.pointers += s.ptr[0] == '*';
		if (s.ptr[0] == '[') {
			size_t end = slice_chr(s, ']');
			type.arrays++;
			s = slice_sub(s, end == (size_t)-1 ? s.len : end, s.len);
		}
		s = slice_sub(s, 1, s.len);
	}
	while (s.len > 0 && (strchr("*&?] \t\r\n", s.ptr[s.len - 1]))) {
		type.pointers += s.ptr[s.len - 1] == '*';
		if (s.ptr[s.len - 1] == ']') {
			type.arrays++;
			while (s.len > 1 && s.ptr[s.len - 1] != '[')
				s.len--;
		}
		s.len--;
	}
	size_t open = slice_chr(s, '<');
	if (open != (size_t)-1) {
		type.arguments = slice_sub(s, open, s.len);
		s = slice_trim(slice_sub(s, 0, open));
	}
	type.path = s;
	return type;
}

static size_t
last_separator(struct slice path)
{
	for (size_t i = path.len; i-- > 0;)
		if (path.ptr[i] != '\0' && strchr(".:/\\ ", path.ptr[i]))
			return i;
	return (size_t)-1;
}

static struct slice
last_segment(struct slice path)
{
	size_t at = last_separator(path);

	return at == (size_t)-1 ? path : slice_sub(path, at + 1, path.len);
}

/* Whether `full` is `path`, or ends with it after a separator. */
static bool
ends_with_path(struct slice full, struct slice path)
{
	if (full.len < path.len || !slice_eq(slice_sub(full, full.len - path.len, full.len), path))
		return false;
	return full.len == path.len || strchr("./:\\", full.ptr[full.len - path.len - 1]) != NULL;
}

static bool
paths_fit(const struct unit *unit, struct slice wanted, struct slice declared)
{
	bool wanted_simple = last_separator(wanted) == (size_t)-1;
	bool declared_simple = last_separator(declared) == (size_t)-1;
	struct slice full = unit_import_path(unit, declared);

	if (source_equal(wanted, declared))
		return true;
	if (!declared_simple && !wanted_simple)
		return ends_with_path(declared, wanted) || ends_with_path(wanted, declared);
	if (!wanted_simple && full.len > 0)
		return ends_with_path(full, wanted) || ends_with_path(wanted, full);
	return slice_eq(last_segment(wanted), last_segment(declared)) ||
	       (full.len > 0 && slice_eq(last_segment(full), last_segment(wanted)));
}

static bool
types_fit(const struct unit *unit, struct slice wanted, struct slice declared)
{
	struct type_name a = read_type(wanted), b = read_type(declared);

	if (a.path.len == 0 || b.path.len == 0 || a.pointers != b.pointers || a.arrays != b.arrays)
		return false;
	if (a.arguments.len > 0 && slice_chr(a.arguments, '$') == (size_t)-1 &&
	    slice_find(a.arguments, slice_str("...")) == (size_t)-1 &&
	    !source_equal(a.arguments, b.arguments))
		return false;
	return paths_fit(unit, a.path, b.path);
}

/* ---- expressions ---- */

/* What an expression is, after names were followed. */
struct typed {
	struct slice type;  /* as written */
	struct slice value; /* a literal's bytes, when there is no type */
	bool text;
	bool truth;        /* `a < b` */
	unsigned pointers; /* `&` before it */
};

static bool
is_one_of(const char *name, const char *const *list)
{
	for (; *list; list++)
		if (name && strcmp(name, *list) == 0)
			return true;
	return false;
}

static bool
is_inferred(struct slice type)
{
	return type.len == 0 || slice_eq_str(type, "var") || slice_eq_str(type, "auto") ||
	       slice_eq_str(type, "val") || slice_eq_str(type, "let");
}

/* The node that gives the type of `new T(...)`, `T{...}`, `(T) x`, or NODE_NONE. */
static uint32_t
type_node(const struct unit *unit, uint32_t t)
{
	static const char *const kinds[] = {"object_creation_expression", "new_expression",
					    "composite_literal", "cast_expression", NULL};
	const struct shape_node *nodes = unit->shape.nodes;

	if (nodes[t].shape != SHAPE_NODE || !is_one_of(syntax_kind_name(unit->syntax, nodes[t].kind), kinds))
		return NODE_NONE;
	uint32_t k = nodes[t].first;
	while (k != NODE_NONE && (nodes[k].flags & SHAPE_OPTIONAL || nodes[k].shape == SHAPE_TOKEN))
		k = nodes[k].next;
	return k != NODE_NONE && nodes[k].shape != SHAPE_ARGUMENTS ? k : NODE_NONE;
}

/* In a language without `new`: a call of a name with a capital. */
static uint32_t
called_class(const struct unit *unit, uint32_t t)
{
	const struct shape_node *nodes = unit->shape.nodes;
	uint32_t callee = nodes[t].first;

	if (nodes[t].shape != SHAPE_CALL || callee == NODE_NONE || !unit->dialect->assigning_declares)
		return NODE_NONE;
	struct slice name = last_segment(shape_text(&unit->shape, callee));
	return name.len > 0 && name.ptr[0] >= 'A' && name.ptr[0] <= 'Z' ? callee : NODE_NONE;
}

/* `&x`: the node of x. */
static uint32_t
pointed_at(const struct unit *unit, uint32_t t)
{
	const struct shape_node *nodes = unit->shape.nodes;
	uint32_t sign = nodes[t].first;

	if (nodes[t].shape != SHAPE_NODE || sign == NODE_NONE || nodes[sign].shape != SHAPE_TOKEN ||
	    !slice_eq_str(shape_text(&unit->shape, sign), "&"))
		return NODE_NONE;
	return nodes[sign].next;
}

/* `a == b`, `a && b`, `!a` */
static bool
is_comparison(const struct unit *unit, uint32_t t)
{
	static const char *const operators[] = {"==", "!=", "<",  ">",  "<=",  ">=",  "&&",
						"||", "!",  "in", "is", "===", "!==", NULL};
	const struct shape_node *nodes = unit->shape.nodes;

	if (nodes[t].shape != SHAPE_NODE || !(nodes[t].flags & SHAPE_EXPRESSION))
		return false;
	for (uint32_t k = nodes[t].first; k != NODE_NONE; k = nodes[k].next)
		for (size_t i = 0; nodes[k].shape == SHAPE_TOKEN && operators[i]; i++)
			if (slice_eq_str(shape_text(&unit->shape, k), operators[i]))
				return true;
	return false;
}

/* One step: true when *t is to be asked next. */
static bool
follow(struct typed *out, const struct unit *unit, uint32_t *t)
{
	const struct shape_node *nodes = unit->shape.nodes;
	uint32_t inner = pointed_at(unit, *t);

	if (inner != NODE_NONE) {
		out->pointers++;
		*t = inner;
		return true;
	}
	inner = type_node(unit, *t);
	if (inner == NODE_NONE)
		inner = called_class(unit, *t);
	if (inner != NODE_NONE) {
		out->type = shape_text(&unit->shape, inner);
		return false;
	}
	const struct declaration *d = declaration_of(unit, *t);
	if (d && !is_inferred(declaration_type(d, unit))) {
		out->type = declaration_type(d, unit);
		return false;
	}
	if (d && d->value != NODE_NONE && d->value != *t) {
		*t = d->value;
		return true;
	}
	if (nodes[*t].first == NODE_NONE || nodes[*t].shape == SHAPE_STRING)
		out->value = shape_text(&unit->shape, *t);
	out->truth = is_comparison(unit, *t);
	out->text = nodes[*t].shape == SHAPE_STRING || nodes[*t].shape == SHAPE_TEMPLATE;
	return false;
}

static struct typed
typed_of(const struct unit *unit, uint32_t t)
{
	struct typed out = {0};
	unsigned hops = 0;

	if (!unit->declared)
		return out;
	while (hops++ < HOPS_MAX && follow(&out, unit, &t))
		;
	return out;
}

/* The types of literals. */
static bool
literal_fits(const struct unit *unit, const struct typed *typed, struct slice wanted)
{
	static const char *const texts[] = {"string", "str", "charsequence", NULL};
	static const char *const wholes[] = {"int", "integer", "long", "number", NULL};
	static const char *const fractions[] = {"float", "double", "float64", "number", NULL};
	static const char *const truths[] = {"bool", "boolean", NULL};
	struct type_name type = read_type(wanted);
	struct slice name = last_segment(type.path), value = typed->value;
	const char *const *list = NULL;

	if (typed->text)
		list = type.pointers == 0 ? texts : NULL;
	else if (value.len > 0 && ascii_is_digit(value.ptr[0]))
		list = !unit->dialect->numbers_are_fractions && slice_chr(value, '.') == (size_t)-1
			       ? wholes
			       : fractions;
	else if (typed->truth || slice_eq_nocase(value, "true") || slice_eq_nocase(value, "false"))
		list = truths;
	if (typed->text && type.pointers == 1 && slice_eq_str(name, "char"))
		return true;
	for (; list && *list; list++)
		if (slice_eq_nocase(name, *list))
			return true;
	return false;
}

bool
type_fits(const struct unit *unit, uint32_t t, struct slice wanted)
{
	struct typed typed = typed_of(unit, t);

	if (typed.type.len == 0)
		return literal_fits(unit, &typed, wanted);
	wanted = slice_trim(wanted);
	for (; typed.pointers > 0; typed.pointers--) {
		if (slice_starts(wanted, "*"))
			wanted = slice_trim(slice_sub(wanted, 1, wanted.len));
		else if (slice_ends(wanted, "*"))
			wanted = slice_trim(slice_sub(wanted, 0, wanted.len - 1));
		else
			return false;
	}
	return types_fit(unit, wanted, typed.type);
}

struct slice
type_of(const struct unit *unit, uint32_t t)
{
	return typed_of(unit, t).type;
}
