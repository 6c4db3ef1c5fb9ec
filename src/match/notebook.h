/*
 * notebook.h - the texts of a Jupyter notebook, as views (see decoded.h)
 *
 *	 7	  "source": [			view 0	password = (
 *	 8	   "password = (\n",			    "sesame")
 *	 9	   "    \"sesame\")"
 *	10	  ],
 *	11	  "text": "one\ntwo"		view 1	one
 *						two
 *
 * A text is a string, or several in an array of which each but the last ends its line: so nbformat writes
 * what a cell says, and what it printed. Which keys they stand under is not asked, but pictures are left out,
 * and so is a string alone without escapes, which the file shows as it is.
 */
#ifndef SLUICE_MATCH_NOTEBOOK_H
#define SLUICE_MATCH_NOTEBOOK_H

#include "base/json.h"
#include "match/decoded.h"

struct notebook {
	struct json_reader reader;
	const struct text *text;
	const struct line_set *lines; /* touched */
	enum json_token token;        /* the last one; JSON_ERROR: behind it nothing was read */
	bool picture;                 /* private: the value is one */
};

/* False: by its path or its first byte the text is no notebook, or only a part is there. Both are borrowed.
 */
bool notebook_begin(struct notebook *notebook, struct slice path, const struct text *text,
		    const struct line_set *lines);

/* The next views that have touched lines, as many as are handled at a time: 1, 0, or -1 as decoded_next(). */
int notebook_next(struct decoded *out, struct notebook *notebook, const struct deadline *deadline,
		  struct err *err) __attribute__((warn_unused_result));

#endif
