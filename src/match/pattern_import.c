/*
 * pattern_import.c - an import of a pattern against an import of a text
 *
 * Languages write imports in many ways that say the same, so what is compared is what they
 * give names to (dialect.h):
 *
 *	import {$X} from 'm'          name $X, module m, item $X
 *	const {a, b: c} = require('m')  name a, item a; name c, item b
 *
 * Each import of the pattern must be one of the text's. A pattern that names a module only
 * is met by whatever comes from it.
 */
#include "match/pattern_machine.h"

#include "base/limits.h"
#include "match/pattern_text.h"

#define IMPORTS_MAX 64u

struct imports {
	struct import items[IMPORTS_MAX];
	size_t n;
};

static int
take(void *to, const struct import *import)
{
	struct imports *imports = to;

	/* What is beyond is not compared. */
	if (imports->n < IMPORTS_MAX)
		imports->items[imports->n++] = *import;
	return 0;
}

static bool
read_imports(const struct machine *m, struct imports *out, const struct shape_tree *tree, uint32_t node)
{
	const struct import_taker taker = {take, out};

	out->n = 0;
	return m->unit->dialect->read_import && shape_text(tree, node).len <= LIMIT_IMPORT_BYTES &&
	       m->unit->dialect->read_import(&taker, tree, node) == 0;
}

/* Binds what stands in the text; a slice that read_import() made up ("default") does not. */
static bool
bind(struct machine *m, struct slice name, struct slice t)
{
	struct slice all = m->unit->shape.text;
	size_t at = (size_t)(t.ptr - all.ptr), i = 0;

	if (slice_eq_str(name, "_"))
		return true;
	if (t.len == 0 || t.ptr < all.ptr || t.ptr >= all.ptr + all.len)
		return false;
	while (i < m->pattern->nslots &&
	       !slice_eq(slice_sub(m->pattern->slots[i], 1, m->pattern->slots[i].len), name))
		i++;
	return i < m->pattern->nslots && machine_bind(m, (uint8_t)i, (uint32_t)at, (uint32_t)(at + t.len));
}

static bool
word_fits(struct machine *m, struct slice p, struct slice t)
{
	struct slice name;
	enum hole hole = pattern_word(&name, p);

	if (hole == HOLE_NONE)
		hole = pattern_hole_of(&name, m->unit->dialect, p);
	if (hole == HOLE_META)
		return bind(m, name, t);
	return hole == HOLE_DOTS || slice_eq(p, t);
}

/* "a/b" of the pattern is "a/b/c" of the text, too. */
static bool
module_fits(struct machine *m, struct slice p, struct slice t)
{
	if (p.len > 0 && p.len < t.len && t.ptr[p.len] == '/' && slice_eq(p, slice_sub(t, 0, p.len)))
		return true;
	return word_fits(m, p, t);
}

static struct slice
next_part(struct slice *path)
{
	size_t dot = slice_chr(*path, '.');
	struct slice part = dot == (size_t)-1 ? *path : slice_sub(*path, 0, dot);

	*path = dot == (size_t)-1 ? slice_of(NULL, 0) : slice_sub(*path, dot + 1, path->len);
	return part;
}

/* a.b of the pattern is a.b.c of the text: module and item are one path. */
static bool
paths_fit(struct machine *m, const struct import *p, const struct import *t)
{
	struct slice ps[2] = {p->module, p->item}, ts[2] = {t->module, t->item};
	size_t i = 0, k = 0;

	for (;;) {
		while (i < 2 && ps[i].len == 0)
			i++;
		while (k < 2 && ts[k].len == 0)
			k++;
		if (i == 2 || k == 2)
			return i == 2;
		struct slice part = next_part(&ps[i]);
		if (!word_fits(m, part, next_part(&ts[k])))
			return false;
	}
}

static bool
ends_in(struct slice s, struct slice end)
{
	return s.len >= end.len && end.len > 0 && s.ptr + s.len == end.ptr + end.len;
}

/* Whether it gives a name of its own: then that stands elsewhere. */
static bool
is_renamed(const struct import *import)
{
	return import->name.len > 0 && !ends_in(import->item, import->name) &&
	       !ends_in(import->module, import->name);
}

static bool
import_fits(struct machine *m, const struct import *p, const struct import *t)
{
	bool path = m->unit->dialect->imports_are_paths;

	if (path && !is_renamed(p))
		return paths_fit(m, p, t);
	if (path && p->item.len == 0)
		return t->item.len == 0 && is_renamed(t) && paths_fit(m, p, t) &&
		       word_fits(m, p->name, t->name);
	if (!module_fits(m, p->module, t->module))
		return false;
	if (p->name.len == 0 || (p->item.len == 0 && !is_renamed(p)))
		return true;
	if (t->name.len == 0 || (p->item.len == 0) != (t->item.len == 0))
		return false;
	/* Without a name of its own in the pattern any will do. */
	if (!is_renamed(p) && is_renamed(t) && p->item.len > 0 && p->item.ptr == p->name.ptr)
		return word_fits(m, p->item, t->item);
	return (p->item.len == 0 || word_fits(m, p->item, t->item)) && word_fits(m, p->name, t->name);
}

bool
solve_import(struct machine *m, const struct goal *goal, uint32_t *next)
{
	struct imports ps, ts;
	size_t i = goal->stop;

	*next = goal->next;
	if (!read_imports(m, &ps, &m->pattern->shape, goal->p) ||
	    !read_imports(m, &ts, &m->unit->shape, goal->t) || ps.n == 0)
		return false;
	while (i < ps.n && pattern_word(&(struct slice){NULL, 0}, ps.items[i].name) == HOLE_DOTS)
		i++;
	if (i == ps.n)
		return true;
	struct goal rest = *goal;
	rest.stop = (uint32_t)i + 1;
	for (size_t k = 0; k < ts.n; k++) {
		uint32_t bound = m->bound;
		struct bound slots[PATTERN_SLOTS];
		memcpy(slots, m->slots, sizeof(slots));
		if (import_fits(m, &ps.items[i], &ts.items[k]))
			machine_attempt(m, rest);
		m->bound = bound;
		memcpy(m->slots, slots, sizeof(slots));
	}
	return false;
}
