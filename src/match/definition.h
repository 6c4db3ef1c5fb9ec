/*
 * definition.h - the functions and classes of a text
 *
 * For questions about what a match stands in: a guard protects a function, and
 * is gone when the function stays without it.
 */
#ifndef SLUICE_MATCH_DEFINITION_H
#define SLUICE_MATCH_DEFINITION_H

#include "match/match.h"
#include "syntax/shape.h"

#define DEFINITION_NONE UINT32_MAX

/*
 * A function that is passed to another has that one's name: of
 * `app.get("/a", () => {...})` it is `app.get("/a"`.
 */
struct definition {
	struct slice name;   /* bytes of the list's arena */
	uint32_t start, end; /* bytes of the text; decorators are within */
	uint32_t head;       /* where the declaration itself begins, behind decorators */
	uint32_t parent;     /* what it stands in: an index, or DEFINITION_NONE */
};

/* In the order of the text, so a parent comes before what it holds. */
struct definition_list {
	struct definition *items;
	size_t n, cap;
	bool known; /* the text was read without errors; else n is 0 */
	struct arena arena;
};

void definition_list_init(struct definition_list *list);
void definition_list_release(struct definition_list *list);

/* What the list holds is replaced. */
int definitions_read(struct definition_list *list, struct matcher *matcher, const struct text *text,
		     enum language lang, struct slice path, struct err *err)
	__attribute__((warn_unused_result));

/* The innermost definition that holds the bytes [start, end), or DEFINITION_NONE. */
uint32_t definition_around(const struct definition_list *list, uint32_t start, uint32_t end);

/* The one of the same name in definitions of the same names; DEFINITION_NONE: there is none. */
uint32_t definition_like(const struct definition_list *list, const struct definition_list *other,
			 uint32_t wanted);

/* Whether no other of the list has the same names. */
bool definition_is_single(const struct definition_list *list, uint32_t d);

/* The node of a function's or class's name, or NODE_NONE. */
uint32_t definition_name(const struct shape_tree *tree, uint32_t t);

#endif
