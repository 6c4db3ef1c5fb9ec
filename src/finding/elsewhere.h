/*
 * elsewhere.h - where a function went that left its file with its guard
 *
 * Added lines of the whole comparison, and the functions in which a rule for
 * removed guards matches an added line. A function is known again by its head
 * (`def f(a, b):`, white space aside) and by one line of its body near it.
 */
#ifndef SLUICE_FINDING_ELSEWHERE_H
#define SLUICE_FINDING_ELSEWHERE_H

#include "base/arena.h"
#include "base/err.h"
#include "change/change.h"
#include "finding/fingerprint.h"
#include "match/definition.h"

#define GONE_LINES 16u /* of a body that are kept */

/* A function that is no longer in its file. */
struct gone {
	uint64_t head;             /* hash of the line of its head; 0: none */
	uint64_t body[GONE_LINES]; /* of lines behind that, its guard's left out */
	uint32_t nbody;
	uint32_t lines; /* how long it was */
};

struct added_line {
	uint64_t hash;
	uint32_t file, line; /* text line */
};

/* A function with a guard. */
struct guarded {
	uint32_t file, line; /* of its head */
	const struct rule *rule;
};

struct elsewhere {
	struct line_key key;
	struct added_line *lines;
	size_t n, cap;
	struct guarded *guarded;
	size_t nguarded, guarded_cap;
	struct slice *paths; /* of files */
	size_t nfiles, files_cap;
	struct arena arena;
	bool sorted;
};

void elsewhere_init(struct elsewhere *elsewhere, struct line_key key);
void elsewhere_release(struct elsewhere *elsewhere);
void elsewhere_clear(struct elsewhere *elsewhere);

/* Takes in the added lines of a change, with the matches in it of rules for removed guards. */
int elsewhere_add(struct elsewhere *elsewhere, const struct change *change, struct matcher *matcher,
		  enum language lang, const struct match_list *guards, struct err *err)
	__attribute__((warn_unused_result));

/* Remembers a function of an old text; the match is its guard. */
void gone_note(struct gone *gone, const struct text *text, const struct definition *definition,
	       const struct match *guard, struct line_key key);

/* True when the function stands elsewhere now and the rule does not match there: *path and *line tell where.
 */
bool elsewhere_is_bare(struct elsewhere *elsewhere, const struct gone *gone, const struct rule *rule,
		       struct slice *path, uint32_t *line);

#endif
