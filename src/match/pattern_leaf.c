/*
 * pattern_leaf.c - names, text, literals and types: what has no children to compare
 */
#include "base/ascii.h"
#include "match/constant.h"
#include "match/pattern_machine.h"
#include "match/source.h"
#include "match/type.h"
#include "match/unit.h"

/* What the node is a constant of; none when the rule does not want to know. */
static struct constant
constant_of(struct machine *m, uint32_t t)
{
	struct constant constant = {.kind = CONSTANT_NONE};

	if (m->unit->dialect->words_are_text && m->t[t].shape == SHAPE_NAME)
		return (struct constant){.kind = CONSTANT_TEXT, .text = shape_text(&m->unit->shape, t)};
	/* A literal is one without being propagated. */
	if (m->t[t].shape != SHAPE_STRING && !pattern_option(m->pattern, OPTION_CONSTANT_PROPAGATION))
		return constant;
	if (constant_read(&constant, m->arena, m->unit, t, m->err) < 0)
		m->failed = true;
	return constant;
}

/* "$X": the text, where it stands; put together, where the expression stands. */
static bool
bind_text(struct machine *m, uint8_t slot, const struct constant *constant, uint32_t t)
{
	struct slice all = m->unit->shape.text;

	if (constant->folded)
		return machine_bind_constant(m, slot,
					     (struct bound){m->t[t].start, m->t[t].end, constant->text});
	uint32_t start = (uint32_t)(constant->text.ptr - all.ptr);
	return machine_bind(m, slot, start, start + (uint32_t)constant->text.len);
}

static bool
text_is_found(struct machine *m, struct regex *regex, struct slice content)
{
	int rc = regex_finds(m->engine, regex, content, &m->limit, m->err);

	m->failed |= rc < 0;
	return rc > 0;
}

static bool
guard_holds(struct machine *m, struct pattern_guard *guard, struct slice name)
{
	const struct subject subject = {.bytes = name};
	struct regex_walk walk = {0};

	if (!guard->regex &&
	    regex_compile(&guard->regex, guard->text, REGEX_VALUE, &guard->place, m->err) < 0) {
		m->failed = true;
		return false;
	}
	int rc = regex_next(&walk, m->engine, guard->regex, &subject, m->err);
	m->failed |= rc < 0;
	return rc > 0 || walk.limit;
}

/* Of what is not a name the rule's conditions are asked when all is found: its text may be any text. */
bool
machine_guards_hold(struct machine *m, uint8_t slot, uint32_t t)
{
	struct slice name = shape_text(&m->unit->shape, t);

	if (m->pattern->nguards == 0 || m->t[t].shape != SHAPE_NAME || m->t[t].first != NODE_NONE ||
	    name.len > LIMIT_WINDOW_BYTES)
		return true;
	for (size_t i = 0; i < m->pattern->nguards; i++)
		if (m->pattern->guards[i].slot == slot && !guard_holds(m, &m->pattern->guards[i], name))
			return false;
	return true;
}

/* Part of a path in a pattern: a metavariable takes what stands at a byte, other words must be that one. */
static bool
part_fits(struct machine *m, uint32_t p, struct slice word, uint32_t at, uint32_t len)
{
	const struct pattern_node *op = &m->pattern->nodes[p];

	if (op->op == PATTERN_META)
		return machine_bind(m, op->slot, at, at + len);
	return op->op == PATTERN_ANY ||
	       (op->op == PATTERN_NODE && source_equal(shape_text(&m->pattern->shape, p), word));
}

bool
machine_path_fits(struct machine *m, uint32_t p, uint32_t t)
{
	uint32_t module = m->p[p].first, item = module == NODE_NONE ? NODE_NONE : m->p[module].next;
	const struct unit_name *import = unit_import(m->unit, t);

	if (unit_imports(m->unit, t, shape_text(&m->pattern->shape, p)))
		return true;
	return import && item != NODE_NONE && m->p[item].next == NODE_NONE &&
	       part_fits(m, module, import->module, import->module_at, (uint32_t)import->module.len) &&
	       part_fits(m, item, import->item, m->t[t].start, m->t[t].end - m->t[t].start);
}

static bool
names_equal(const struct dialect *dialect, struct slice a, struct slice b)
{
	return slice_eq(a, b) || (dialect->names_equal && dialect->names_equal(a, b));
}

bool
machine_leaf_fits(const struct machine *m, uint32_t p, uint32_t t)
{
	struct slice text = shape_text(&m->pattern->shape, p);

	if (names_equal(m->unit->dialect, text, shape_text(&m->unit->shape, t)))
		return true;
	return m->p[p].shape == SHAPE_NAME && m->t[t].shape == SHAPE_NAME && unit_imports(m->unit, t, text);
}

/* The name before the quotes of a text: sql of sql"...". */
static struct slice
text_prefix(struct slice text)
{
	size_t n = 0;

	while (n < text.len && (ascii_is_alnum(text.ptr[n]) || text.ptr[n] == '_'))
		n++;
	return slice_sub(text, 0, n);
}

/* `f"..."` of a pattern: text that is written so, with expressions in it or without. */
static bool
is_template(const struct machine *m, const struct pattern_node *p, struct slice word)
{
	const struct dialect *dialect = m->unit->dialect;

	if (p->op != PATTERN_TEXT || word.len == 0)
		return false;
	return dialect->dots_any_prefix ? text_prefix(word).len > 0
					: dialect->dots_prefix != '\0' && word.ptr[0] == dialect->dots_prefix;
}

static bool
template_fits(const struct machine *m, uint32_t pnode, uint32_t t)
{
	const struct dialect *dialect = m->unit->dialect;
	struct slice text = shape_text(&m->unit->shape, t);

	if ((m->t[t].shape != SHAPE_TEMPLATE && m->t[t].shape != SHAPE_STRING) ||
	    m->t[t].kind != m->p[pnode].kind || text.len == 0)
		return false;
	return dialect->dots_any_prefix
		       ? slice_eq(text_prefix(text), text_prefix(shape_text(&m->pattern->shape, pnode)))
		       : ascii_lower(text.ptr[0]) == dialect->dots_prefix;
}

bool
machine_text_fits(struct machine *m, const struct pattern_node *p, uint32_t pnode, uint32_t t)
{
	struct slice word = shape_text(&m->pattern->shape, pnode);

	if (is_template(m, p, word))
		return template_fits(m, pnode, t);
	struct constant constant = constant_of(m, t);
	if (m->failed)
		return false;
	if (constant.kind == CONSTANT_SOME_TEXT)
		return p->op == PATTERN_TEXT;
	if (constant.kind != CONSTANT_TEXT)
		return false;
	switch (p->op) {
	case PATTERN_TEXT:
		return true;
	case PATTERN_TEXT_META:
		return bind_text(m, p->slot, &constant, t);
	case PATTERN_TEXT_REGEX:
		return text_is_found(m, p->regex, constant.text);
	default:
		/* Where words are text it matters how it is quoted. */
		if (m->unit->dialect->words_are_text)
			return machine_leaf_fits(m, pnode, t);
		return slice_eq(source_unquoted(word), constant.text);
	}
}

bool
machine_type_fits(struct machine *m, const struct pattern_node *op, uint32_t t)
{
	if (!op->type_bound)
		return type_fits(m->unit, t, op->type);
	struct slice type = type_of(m->unit, t);
	uint32_t start = (uint32_t)(type.ptr - m->unit->shape.text.ptr);
	return type.len > 0 && machine_bind(m, op->type_slot, start, start + (uint32_t)type.len);
}

/* `5` and a name whose value is 5. */
bool
machine_literal_fits(struct machine *m, uint32_t p, uint32_t t)
{
	struct slice text = shape_text(&m->pattern->shape, p);

	if ((m->t[t].shape != SHAPE_NAME && m->t[t].shape != SHAPE_ATTRIBUTE) || !constant_is_literal(text))
		return false;
	struct constant constant = constant_of(m, t);
	return !m->failed && constant.kind == CONSTANT_LITERAL && slice_eq(constant.text, text);
}
