/*
 * redos.c - looking for repetitions within repetitions
 *
 * One pass over the expression with a stack of open groups. Of each atom only the
 * set of bytes it can begin with is kept:
 *
 *	(\w+-?)*      round: \w+ repeats, -? may be missing: the next round's \w
 *	              may be this round's as well. Explosive.
 *	(\w+,)*       the comma parts the rounds. Harmless.
 *	(a|ab)*       both begin with a. Explosive.
 */
#include "match/redos.h"

#include <stdint.h>
#include <string.h>

#include "base/ascii.h"

#define DEPTH_MAX 32u
#define ATOMS_MAX 128u

struct byte_set {
	uint64_t words[4];
};

/* An open group: its alternative so far. */
struct group {
	size_t atoms;             /* its first in parser.atoms */
	struct byte_set repeated; /* what repeats without end in this alternative */
	struct byte_set begin;    /* what this alternative can begin with */
	struct byte_set begins;   /* what those before it can */
	bool empty;               /* this alternative can match nothing so far */
	bool any_empty;           /* one of those before it could */
	bool ambiguous;           /* repeating it is explosive */
};

struct parser {
	struct slice s;
	size_t at;
	struct group open[DEPTH_MAX];
	size_t depth;
	struct byte_set atoms[ATOMS_MAX]; /* those that must match, of the open alternatives */
	size_t natoms;
	bool lost;
};

static bool
is_empty(const struct byte_set *set)
{
	return !(set->words[0] | set->words[1] | set->words[2] | set->words[3]);
}

static bool
meet(const struct byte_set *a, const struct byte_set *b)
{
	for (size_t i = 0; i < 4; i++)
		if (a->words[i] & b->words[i])
			return true;
	return false;
}

static void
unite(struct byte_set *a, const struct byte_set *b)
{
	for (size_t i = 0; i < 4; i++)
		a->words[i] |= b->words[i];
}

static void
add_byte(struct byte_set *set, unsigned char c)
{
	set->words[c / 64] |= (uint64_t)1 << (c % 64);
}

static void
invert(struct byte_set *set)
{
	for (size_t i = 0; i < 4; i++)
		set->words[i] = ~set->words[i];
}

/* \w, \D ... or the character itself. */
static void
add_escape(struct byte_set *out, char c)
{
	struct byte_set set = {{0}};

	for (unsigned b = 0; b < 256; b++) {
		char lower = ascii_lower(c), byte = (char)b;
		bool in = lower == 'd'   ? ascii_is_digit(byte)
			  : lower == 'w' ? ascii_is_alnum(byte) || byte == '_'
			  : lower == 's' ? ascii_is_space(byte)
					 : byte == c;
		if (in)
			add_byte(&set, (unsigned char)b);
	}
	if (c == 'D' || c == 'W' || c == 'S')
		invert(&set);
	unite(out, &set);
}

/* [...], behind the bracket. */
static struct byte_set
read_class(struct parser *p)
{
	struct byte_set set = {{0}};
	bool negated = p->at < p->s.len && p->s.ptr[p->at] == '^', first = true;

	p->at += negated;
	for (; p->at < p->s.len && (first || p->s.ptr[p->at] != ']'); p->at++, first = false) {
		unsigned char c = (unsigned char)p->s.ptr[p->at];
		if (c == '\\' && p->at + 1 < p->s.len) {
			add_escape(&set, p->s.ptr[++p->at]);
		} else if (p->at + 2 < p->s.len && p->s.ptr[p->at + 1] == '-' && p->s.ptr[p->at + 2] != ']') {
			for (unsigned b = c; b <= (unsigned char)p->s.ptr[p->at + 2]; b++)
				add_byte(&set, (unsigned char)b);
			p->at += 2;
		} else
			add_byte(&set, c);
	}
	p->lost |= p->at >= p->s.len;
	p->at++;
	if (negated)
		invert(&set);
	return set;
}

/* The quantifier behind an atom. */
static void
read_quantifier(struct parser *p, bool *optional, bool *endless)
{
	char c = p->at < p->s.len ? p->s.ptr[p->at] : '\0';

	*optional = c == '*' || c == '?';
	*endless = c == '*' || c == '+';
	if (c == '{') {
		size_t end = slice_chr(slice_sub(p->s, p->at, p->s.len), '}');
		struct slice range = slice_sub(p->s, p->at + 1, p->at + (end == (size_t)-1 ? 1 : end));
		*optional = slice_starts(range, "0") || slice_starts(range, ",");
		*endless = slice_ends(range, ",");
		p->at += end == (size_t)-1 ? 0 : end;
	} else if (!*optional && !*endless)
		return;
	p->at++;
	if (p->at < p->s.len && (p->s.ptr[p->at] == '?'))
		p->at++;
	else if (p->at < p->s.len && p->s.ptr[p->at] == '+') {
		p->at++;
		*endless = false; /* possessive: never given back */
	}
}

/* Takes an atom with its quantifier; true when it is explosive. */
static bool
take_atom(struct parser *p, const struct byte_set *set, bool empty, bool ambiguous)
{
	struct group *g = &p->open[p->depth - 1];
	bool optional, endless;

	read_quantifier(p, &optional, &endless);
	if (endless && ambiguous)
		return true;
	if (g->empty)
		unite(&g->begin, set);
	if (endless || ambiguous)
		unite(&g->repeated, set);
	if (optional || empty)
		return false;
	g->empty = false;
	if (endless || ambiguous)
		return false;
	if (p->natoms == ATOMS_MAX)
		p->lost = true;
	else
		p->atoms[p->natoms++] = *set;
	return false;
}

static void
end_alternative(struct parser *p, struct group *g)
{
	bool parted = is_empty(&g->repeated);

	for (size_t i = g->atoms; i < p->natoms; i++)
		parted |= !meet(&p->atoms[i], &g->repeated);
	g->ambiguous |= !parted || meet(&g->begin, &g->begins);
	unite(&g->begins, &g->begin);
	g->any_empty |= g->empty;
	p->natoms = g->atoms;
	g->repeated = g->begin = (struct byte_set){{0}};
	g->empty = true;
}

/* (, (?:, (?<name>, (?=: what stands behind the bracket is passed over. */
static void
open_group(struct parser *p)
{
	if (p->depth == DEPTH_MAX) {
		p->lost = true;
		return;
	}
	p->open[p->depth++] = (struct group){.atoms = p->natoms, .empty = true};
	if (p->at >= p->s.len || p->s.ptr[p->at] != '?')
		return;
	for (p->at++; p->at < p->s.len && !strchr(":>=!)", p->s.ptr[p->at]);)
		p->at++;
	if (p->at < p->s.len && p->s.ptr[p->at] != ')')
		p->at++;
}

static bool
close_group(struct parser *p)
{
	if (p->depth < 2) {
		p->lost = true;
		return false;
	}
	end_alternative(p, &p->open[p->depth - 1]);
	struct group g = p->open[--p->depth];
	return take_atom(p, &g.begins, g.any_empty, g.ambiguous);
}

static bool
step(struct parser *p)
{
	struct byte_set set = {{0}};
	char c = p->s.ptr[p->at++];

	switch (c) {
	case '(':
		open_group(p);
		return false;
	case ')':
		return close_group(p);
	case '|':
		end_alternative(p, &p->open[p->depth - 1]);
		return false;
	case '^':
	case '$':
		return false;
	case '[':
		set = read_class(p);
		break;
	case '.':
		invert(&set);
		break;
	case '\\':
		if (p->at < p->s.len)
			add_escape(&set, p->s.ptr[p->at++]);
		break;
	default:
		add_byte(&set, (unsigned char)c);
	}
	return take_atom(p, &set, false, false);
}

bool
regex_is_explosive(struct slice regex)
{
	struct parser p = {.s = regex, .depth = 1};

	p.open[0] = (struct group){.empty = true};
	while (p.at < p.s.len && !p.lost)
		if (step(&p))
			return true;
	return false;
}
