/*
 * suppression.c - suppression comments, found line by line
 *
 *	x = eval(s)  # sluice: allow python-eval -- s is a constant until 2027-01-31
 *	             ^ opens the comment         ^ reason           ^ until
 *	               ^ start                                                     ^ end
 *
 * A marker counts only inside a comment. What is a comment is judged by its own line alone:
 * a comment token of the language stands before the marker, outside of quotes.
 * A comment that began on an earlier line is not recognised (its first line is the place
 * for a marker), nor is one behind a string that spans lines. So a mistake of
 * this judgement leaves a finding standing rather than hiding one.
 */
#include "policy/suppression.h"

#include <stdlib.h>

#include "base/ascii.h"
#include "base/buf.h"
#include "base/limits.h"

#define MARKER     "sluice:"
#define GITLEAKS   "gitleaks:allow"
#define NO_OFFSET  ((size_t)-1)
#define DATE_BYTES 10u

/* --- where a comment is --- */

/* For a file of unknown type; a comment_syntax has room for three line comments. */
static const struct comment_syntax usual_comments[] = {
	{{"#", "//", "--"}, {{"/*", "*/"}, {"<!--", "-->"}}},
	{{";", "%"}, {{NULL, NULL}}},
};

/* The ways to write a comment in one file. */
struct syntaxes {
	const struct comment_syntax *items;
	size_t n;
};

/* A comment on one line; closer is NULL for one that runs to the end of the line. */
struct comment {
	size_t start; /* of its token, in the line */
	size_t body;  /* behind the token */
	const char *closer;
};

static bool
token_at(struct slice line, size_t at, const char *token)
{
	return slice_starts(slice_sub(line, at, line.len), token);
}

static bool
opens_as(struct comment *out, const struct comment_syntax *syntax, struct slice line, size_t at)
{
	for (size_t i = 0; i < sizeof(syntax->block) / sizeof(*syntax->block) && syntax->block[i][0]; i++) {
		const char *const *pair = syntax->block[i];
		if (token_at(line, at, pair[0])) {
			*out = (struct comment){at, at + strlen(pair[0]), pair[1]};
			return true;
		}
	}
	for (size_t i = 0; i < sizeof(syntax->line) / sizeof(*syntax->line) && syntax->line[i]; i++) {
		if (token_at(line, at, syntax->line[i])) {
			*out = (struct comment){at, at + strlen(syntax->line[i]), NULL};
			return true;
		}
	}
	return false;
}

/* Does a comment open at this byte of the line? */
static bool
opens_comment(struct comment *out, struct syntaxes syntaxes, struct slice line, size_t at)
{
	for (size_t i = 0; i < syntaxes.n; i++)
		if (opens_as(out, &syntaxes.items[i], line, at))
			return true;
	return false;
}

/*
 * The offset behind the string that opens at `at`, a quote. An apostrophe
 * within a word opens none. A string that does not end before limit is
 * NO_OFFSET: what follows is inside it.
 */
static size_t
skip_string(struct slice line, size_t at, size_t limit)
{
	char quote = line.ptr[at];

	if (quote == '\'' && at > 0 && ascii_is_alnum(line.ptr[at - 1]))
		return at + 1;
	for (size_t i = at + 1; i < limit; i++) {
		if (line.ptr[i] == '\\')
			i++;
		else if (line.ptr[i] == quote)
			return i + 1;
	}
	return NO_OFFSET;
}

/* Offset of a block comment's closer from `from` on, or NO_OFFSET. */
static size_t
find_closer(struct slice line, size_t from, const char *closer)
{
	size_t at = slice_find(slice_sub(line, from, line.len), slice_str(closer));

	return at == NO_OFFSET ? NO_OFFSET : from + at;
}

/* The comment that the byte at marker lies in. */
static bool
comment_around(struct comment *out, struct syntaxes syntaxes, struct slice line, size_t marker)
{
	for (size_t at = 0; at < marker;) {
		char c = line.ptr[at];
		if (opens_comment(out, syntaxes, line, at)) {
			size_t end = out->closer ? find_closer(line, out->body, out->closer) : NO_OFFSET;
			if (out->body > marker)
				return false;
			if (end == NO_OFFSET || end > marker)
				return true;
			at = end + strlen(out->closer);
		} else if (c == '"' || c == '\'' || c == '`') {
			at = skip_string(line, at, marker);
		} else {
			at++;
		}
	}
	return false;
}

/* Is there nothing on the line but comments? */
static bool
only_comments(struct syntaxes syntaxes, struct slice line)
{
	struct comment comment;

	for (size_t at = 0; at < line.len;) {
		if (ascii_is_space(line.ptr[at])) {
			at++;
			continue;
		}
		if (!opens_comment(&comment, syntaxes, line, at))
			return false;
		at = comment.closer ? find_closer(line, comment.body, comment.closer) : NO_OFFSET;
		if (at == NO_OFFSET)
			return true;
		at += strlen(comment.closer);
	}
	return true;
}

/* --- what the comment says --- */

/* Blanks, one or more; *rest moves behind them. */
static bool
take_blanks(struct slice *rest)
{
	size_t n = 0;

	while (n < rest->len && (rest->ptr[n] == ' ' || rest->ptr[n] == '\t'))
		n++;
	*rest = slice_sub(*rest, n, rest->len);
	return n > 0;
}

/* Takes "sluice: allow" off *rest; what follows is a blank or nothing. */
static bool
take_marker(struct slice *rest)
{
	struct slice at = slice_sub(*rest, strlen(MARKER), rest->len);

	if (!slice_starts(*rest, MARKER) || !take_blanks(&at) || !slice_starts(at, "allow"))
		return false;
	*rest = slice_sub(at, strlen("allow"), at.len);
	return rest->len == 0 || rest->ptr[0] == ' ' || rest->ptr[0] == '\t';
}

/* The next marker of ours in a line from `from` on: at the start of a word. */
static size_t
find_own(struct slice line, size_t from)
{
	while (from < line.len) {
		size_t at = slice_find(slice_sub(line, from, line.len), slice_str(MARKER));
		if (at == NO_OFFSET)
			return NO_OFFSET;
		at += from;
		char before = at > 0 ? line.ptr[at - 1] : ' ';
		struct slice rest = slice_sub(line, at, line.len);
		if (!ascii_is_alnum(before) && before != '_' && before != '-' && take_marker(&rest))
			return at;
		from = at + strlen(MARKER);
	}
	return NO_OFFSET;
}

/* The next of either kind. */
static size_t
find_marker(struct slice line, size_t from, bool *gitleaks)
{
	size_t own = find_own(line, from);
	size_t theirs = slice_find(slice_sub(line, from, line.len), slice_str(GITLEAKS));

	*gitleaks = theirs != NO_OFFSET && (own == NO_OFFSET || from + theirs < own);
	return *gitleaks ? from + theirs : own;
}

static bool
is_date(struct slice s)
{
	static const unsigned char days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	unsigned long year, month, day;

	if (s.len != DATE_BYTES || s.ptr[4] != '-' || s.ptr[7] != '-' ||
	    !slice_to_ulong(slice_sub(s, 0, 4), 9999, &year) ||
	    !slice_to_ulong(slice_sub(s, 5, 7), 12, &month) ||
	    !slice_to_ulong(slice_sub(s, 8, 10), 31, &day) || month == 0 || day == 0)
		return false;
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
	return day <= days[month - 1] + (month == 2 && leap ? 1u : 0u);
}

/*
 * Cuts " until <date>" off the reason. A word "until" before something that
 * begins with a digit is always meant as a date: one that is none, or that
 * is followed by more text, must not turn into a suppression for ever.
 */
static enum suppression_defect
take_until(struct suppression *s, const char *today)
{
	struct slice rest = s->reason, word;

	while (slice_next_word(&rest, &word)) {
		struct slice ahead = rest, date;
		if (!slice_eq_str(word, "until") || !slice_next_word(&ahead, &date) ||
		    !ascii_is_digit(date.ptr[0]))
			continue;
		if (!is_date(date) || slice_trim(ahead).len > 0)
			return SUPPRESSION_BAD_DATE;
		memcpy(s->until, date.ptr, DATE_BYTES);
		s->reason = slice_trim(slice_sub(s->reason, 0, (size_t)(word.ptr - s->reason.ptr)));
		if (s->reason.len == 0)
			return SUPPRESSION_NO_REASON;
		return strcmp(s->until, today) < 0 ? SUPPRESSION_EXPIRED : SUPPRESSION_GOOD;
	}
	return SUPPRESSION_GOOD;
}

/* rest is what stands behind "sluice: allow" up to the end of the comment. */
static enum suppression_defect
parse_words(struct suppression *s, struct slice rest, const char *today)
{
	struct slice dashes;

	if (!slice_next_word(&rest, &s->rule_id) || slice_eq_str(s->rule_id, "--")) {
		s->rule_id = slice_str("");
		return SUPPRESSION_NO_ID;
	}
	if (!slice_next_word(&rest, &dashes) || !slice_eq_str(dashes, "--"))
		return SUPPRESSION_NO_REASON;
	s->reason = slice_trim(rest);
	if (s->reason.len == 0)
		return SUPPRESSION_NO_REASON;
	return take_until(s, today);
}

/* The text of the comment from the marker on, without what closes it. *end is behind the closer. */
static struct slice
marker_text(size_t *end, const struct comment *comment, struct slice line, size_t marker)
{
	size_t closer = comment->closer ? find_closer(line, marker, comment->closer) : NO_OFFSET;

	if (closer == NO_OFFSET) {
		*end = line.len;
		return slice_trim(slice_sub(line, marker, line.len));
	}
	*end = closer + strlen(comment->closer);
	return slice_trim(slice_sub(line, marker, closer));
}

/* --- the whole text --- */

struct search {
	const struct text *text;
	struct syntaxes syntaxes;
	const struct deadline *deadline;
	const char *today;
	struct suppression *items;
	size_t n, cap;
};

static int
add(struct search *s, const struct suppression *found, struct err *err)
{
	void *items = s->items;

	if (array_reserve(&items, &s->cap, s->n + 1, sizeof(*s->items)) < 0)
		return err_oom(err);
	s->items = items;
	s->items[s->n++] = *found;
	return 0;
}

/* What begins at the marker; *behind moves to where it ends in its line. */
static struct suppression
read_own(const struct search *s, uint32_t number, const struct comment *comment, size_t marker, bool alone,
	 size_t *behind)
{
	struct slice line = text_line(s->text, number);
	struct slice body = marker_text(behind, comment, line, marker), rest = body;
	uint32_t base = s->text->starts[number - 1];
	struct suppression found = {
		.line = number,
		.applies = alone ? 0 : number,
		.start = base + (uint32_t)marker,
		.end = base + (uint32_t)(body.ptr + body.len - line.ptr),
	};

	take_marker(&rest);
	found.defect = parse_words(&found, rest, s->today);
	return found;
}

static struct suppression
read_theirs(const struct search *s, uint32_t number, size_t marker, size_t *behind)
{
	uint32_t start = s->text->starts[number - 1] + (uint32_t)marker;

	*behind = marker + strlen(GITLEAKS);
	return (struct suppression){
		.line = number,
		.applies = number,
		.start = start,
		.end = start + (uint32_t)strlen(GITLEAKS),
		.gitleaks = true,
		.reason = slice_str(GITLEAKS),
	};
}

/*
 * Collects the suppressions of one line. Those on a line without anything but
 * comments are left with applies == 0 for settle().
 */
static int
search_line(struct search *s, uint32_t number, struct err *err)
{
	struct slice line = text_line(s->text, number);
	bool alone = only_comments(s->syntaxes, line), gitleaks;
	size_t behind = 0, marker;

	if (line.len > LIMIT_SUPPRESSION_LINE)
		return 0;
	for (unsigned tried = 0; tried < LIMIT_SUPPRESSIONS_PER_LINE; tried++) {
		marker = find_marker(line, behind, &gitleaks);
		if (marker == NO_OFFSET)
			break;
		struct comment comment;
		struct suppression found;
		if (!comment_around(&comment, s->syntaxes, line, marker)) {
			behind = marker + 1;
			continue;
		}
		if (gitleaks)
			found = read_theirs(s, number, marker, &behind);
		else
			found = read_own(s, number, &comment, marker, alone, &behind);
		if (add(s, &found, err) < 0)
			return -1;
	}
	return 0;
}

/*
 * Where the comments that stand alone apply: to the next line, or to what the
 * suppressions of that line apply to when they stand alone too. From the end,
 * so that a stack of comments is resolved in one pass. In a patch the next
 * line must be known to be the next one of the file.
 */
static void
settle(struct search *s)
{
	for (size_t i = s->n; i-- > 0;) {
		struct suppression *x = &s->items[i];
		const struct suppression *below = i + 1 < s->n ? &s->items[i + 1] : NULL;
		if (x->applies != 0)
			continue;
		if (below && below->line == x->line)
			x->applies = below->applies;
		else if (x->line >= text_contiguous(s->text, x->line).last)
			x->applies = x->line;
		else if (below && below->line == x->line + 1 && below->applies > below->line)
			x->applies = below->applies;
		else
			x->applies = x->line + 1;
	}
}

/* The next marker of a kind at or behind `at`; *next is where it was last found, and moves on only when
 * passed.
 */
static size_t
advance(struct slice bytes, const char *marker, size_t *next, size_t at)
{
	if (*next != NO_OFFSET && *next < at) {
		size_t found = slice_find(slice_sub(bytes, at, bytes.len), slice_str(marker));
		*next = found == NO_OFFSET ? NO_OFFSET : at + found;
	}
	return *next;
}

static int
search_text(struct search *s, struct err *err)
{
	struct slice bytes = s->text->bytes;
	size_t own = slice_find(bytes, slice_str(MARKER)), theirs = slice_find(bytes, slice_str(GITLEAKS));

	for (size_t at = 0; at < bytes.len && s->n <= LIMIT_SUPPRESSIONS;) {
		size_t a = advance(bytes, MARKER, &own, at), b = advance(bytes, GITLEAKS, &theirs, at);
		size_t found = a < b ? a : b;

		if (found == NO_OFFSET || deadline_is_past(s->deadline))
			return 0;
		uint32_t line = text_line_at(s->text, found);
		if (search_line(s, line, err) < 0)
			return -1;
		at = s->text->starts[line];
	}
	return 0;
}

bool
suppressions_may_stand_in(struct slice text)
{
	return slice_find(text, slice_str(MARKER)) != NO_OFFSET ||
	       slice_find(text, slice_str(GITLEAKS)) != NO_OFFSET;
}

int
suppressions_find(struct suppression **out, size_t *n, struct arena *arena, const struct text *text,
		  enum language lang, const char *today, const struct deadline *deadline, struct err *err)
{
	struct search s = {
		.text = text,
		.syntaxes = {language_comments(lang), 1},
		.deadline = deadline,
		.today = today,
	};
	if (lang == LANG_NONE)
		s.syntaxes =
			(struct syntaxes){usual_comments, sizeof(usual_comments) / sizeof(*usual_comments)};
	int rc = search_text(&s, err);
	if (rc == 0) {
		settle(&s);
		*n = s.n;
		*out = arena_array(arena, s.n, sizeof(**out));
		if (!*out)
			rc = err_oom(err);
		else if (s.n > 0)
			memcpy(*out, s.items, s.n * sizeof(**out));
	}
	free(s.items);
	return rc;
}

/* --- the rules that report on suppressions --- */

#define BUILT_IN                                                                                             \
	.severity = SEVERITY_WARNING, .confidence = CONFIDENCE_HIGH, .area = AREA_COMMENTS,                  \
	.languages = LANGUAGE_ANY, .stands = true, .file = SLICE_LITERAL("built in")

const struct rule suppression_rule_added = {
	.id = SLICE_LITERAL("sluice-suppression-added"),
	.message = SLICE_LITERAL("This change adds a suppression comment: a reviewer should agree with "
				 "its reason."),
	BUILT_IN,
};

const struct rule suppression_rule_unused = {
	.id = SLICE_LITERAL("sluice-suppression-unused"),
	.message = SLICE_LITERAL("This suppression comment suppresses nothing: remove it, or correct its "
				 "rule id."),
	BUILT_IN,
};

const struct rule suppression_rule_invalid = {
	.id = SLICE_LITERAL("sluice-suppression-invalid"),
	.message = SLICE_LITERAL("This suppression comment is malformed or has expired and suppresses "
				 "nothing; write: sluice: allow <rule-id> -- <reason> [until YYYY-MM-DD]"),
	BUILT_IN,
};

bool
suppression_rule_is(const struct rule *rule)
{
	return rule == &suppression_rule_added || rule == &suppression_rule_unused ||
	       rule == &suppression_rule_invalid;
}
