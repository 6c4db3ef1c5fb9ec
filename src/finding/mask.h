/*
 * mask.h - which bytes of a text are secret
 *
 * The rules of area secrets are asked about the lines that a finding shows, those on syntax about
 * the whole text; what they report is secret there and wherever else the same value stands, as it is or
 * in base64, hexadecimal or escapes.
 * Whatever a rule could not judge (a limit was met) is secret as a whole line.
 */
#ifndef SLUICE_FINDING_MASK_H
#define SLUICE_FINDING_MASK_H

#include "base/err.h"
#include "change/text.h"
#include "match/match.h"

/* What stands for a secret; its length says nothing about the secret's. */
#define MASK_TEXT "***"

/* A shorter value is masked where it was found, not looked for elsewhere. */
#define MASK_VALUE_BYTES 6u

struct mask_range {
	const char *start, *end; /* in the bytes of some text */
};

struct mask {
	struct mask_range *ranges; /* in no order, may overlap */
	size_t nranges, ranges_cap;
	struct slice *values; /* secret values, each on one line; borrowed from the text */
	size_t nvalues, values_cap;
	struct match_list list;
	const struct text *files[2];     /* those of mask_file() */
	size_t file_ranges, file_values; /* what was found in them */
	struct slice scanned;            /* the lines of mask_start() */
	size_t base_ranges, base_values; /* with what it found */
	struct arena arena;              /* values that stand nowhere as they are */
};

void mask_init(struct mask *mask);
void mask_release(struct mask *mask);

/* Forgets everything: the texts behind it go away. */
void mask_clear(struct mask *mask);

/* What is kept of a file's secrets to be looked for on all lines that are shown of it. */
#define MASK_FILE_VALUES 256u

/*
 * Takes in, once a text, the secrets that rules on syntax find in it, and those of `found` (NULL: none), for
 * as long as nothing is forgotten.
 */
int mask_file(struct mask *mask, struct matcher *matcher, const struct scan *file,
	      const struct match_list *found, struct err *err) __attribute__((warn_unused_result));

/*
 * Starts anew, with those and with what the matcher's secret rules find in these lines. The
 * answer for the lines asked for last is remembered until mask_clear().
 */
int mask_start(struct mask *mask, struct matcher *matcher, const struct text *text, struct line_range lines,
	       struct err *err) __attribute__((warn_unused_result));

/* Adds what they find in other lines, perhaps of another text. */
int mask_scan(struct mask *mask, struct matcher *matcher, const struct text *text, struct line_range lines,
	      struct err *err) __attribute__((warn_unused_result));

/* Adds the reported bytes of a secret rule's match. */
int mask_match(struct mask *mask, const struct text *text, const struct match *match, struct err *err)
	__attribute__((warn_unused_result));

/* Adds every other place of the known values in these bytes of a text, whatever way they are written there.
 */
int mask_copies(struct mask *mask, struct slice bytes, struct err *err) __attribute__((warn_unused_result));

/* True if the bytes overlap a secret or hold a secret's value. */
bool mask_hides(const struct mask *mask, struct slice bytes);

/*
 * The first secret run that ends behind `from` and starts before `to`, with
 * those that overlap it joined. False when there is none.
 */
bool mask_next(struct mask_range *out, const struct mask *mask, const char *from, const char *to);

#endif
