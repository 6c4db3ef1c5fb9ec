/*
 * gitleaks_filter.c - what betterleaks discards, as far as it is a list of conditions
 *
 *	filter = '''
 *	entropy(finding["secret"]) <= 3.5 || matchesAny(finding["secret"], [`^x`, "y"]) ||
 *	  !containsAny(...)'''
 *
 * becomes an entropy to be above and an allowance for each of the others. Brackets round conditions say
 * nothing where all are joined by ||; anything else of that language is not understood, and then the whole
 * filter is not.
 */
#include "base/ascii.h"
#include "base/buf.h"
#include "rule/gitleaks_internal.h"

struct parser {
	struct loader *ld;
	struct slice text;
	size_t at;
	struct gitleaks_filter *out;
	unsigned open; /* brackets */
};

/* What a condition looks at. */
enum subject { SUBJECT_SECRET, SUBJECT_MATCH, SUBJECT_LINE, SUBJECT_PATH };

/* White space and comments. */
static void
skip(struct parser *p)
{
	for (;;) {
		struct slice rest = slice_sub(p->text, p->at, p->text.len);
		size_t line = slice_chr(rest, '\n');
		if (rest.len > 0 && ascii_is_space(rest.ptr[0]))
			p->at++;
		else if (slice_starts(rest, "//"))
			p->at += line == (size_t)-1 ? rest.len : line;
		else
			return;
	}
}

/* The words, with white space between them or not. */
static bool
take(struct parser *p, const char *const *words)
{
	size_t before = p->at;

	for (; *words; words++) {
		skip(p);
		if (!slice_starts(slice_sub(p->text, p->at, p->text.len), *words)) {
			p->at = before;
			return false;
		}
		p->at += strlen(*words);
	}
	return true;
}

#define TAKE(p, ...) take(p, (const char *const[]){__VA_ARGS__, NULL})

static bool
take_subject(struct parser *p, enum subject *subject)
{
	bool known = true;

	if (TAKE(p, "finding", "[", "\"secret\"", "]"))
		*subject = SUBJECT_SECRET;
	else if (TAKE(p, "finding", "[", "\"match\"", "]"))
		*subject = SUBJECT_MATCH;
	else if (TAKE(p, "finding", "[", "\"line\"", "]"))
		*subject = SUBJECT_LINE;
	else if (TAKE(p, "get", "(", "attributes", ",", "\"path\"", ",", "\"\"", ")") ||
		 TAKE(p, "(", "attributes", "[", "\"path\"", "]", "?", "?", "\"\"", ")") ||
		 TAKE(p, "attributes", "[", "\"path\"", "]"))
		*subject = SUBJECT_PATH;
	else
		known = false;
	return known;
}

/* The string that begins at the cursor, into the buffer. */
static bool
take_string(struct parser *p, struct buf *out)
{
	skip(p);
	char quote = p->at < p->text.len ? p->text.ptr[p->at] : '\0';

	if (quote != '`' && quote != '"')
		return false;
	for (p->at++; p->at < p->text.len; p->at++) {
		char c = p->text.ptr[p->at];
		if (c == quote) {
			p->at++;
			return true;
		}
		if (c == '\\' && quote == '"') {
			if (++p->at >= p->text.len || !strchr("\"\\", p->text.ptr[p->at]))
				return false;
			c = p->text.ptr[p->at];
		}
		buf_add_char(out, c);
	}
	return false;
}

/* 1: the string is in the list, 0: there is none, -1. */
static int
add_string(struct parser *p, struct slice *items, size_t *n)
{
	struct buf text = BUF_INIT(LIMIT_RULE_FILE_BYTES);
	int rc = take_string(p, &text);

	if (rc > 0 && (!buf_ok(&text) || arena_dup(&items[(*n)++], p->ld->arena, buf_slice(&text)) < 0))
		rc = err_oom(p->ld->err);
	buf_release(&text);
	return rc;
}

/* [a, b,]: 1, 0: that is no list of strings, -1. */
static int
take_list(struct parser *p, struct slice_list *out)
{
	size_t room = 1, n = 0;
	int rc = 1;

	for (size_t i = p->at; i < p->text.len; i++)
		room += p->text.ptr[i] == ',';
	struct slice *items = arena_array(p->ld->arena, room, sizeof(*items));
	if (!items)
		return err_oom(p->ld->err);
	if (!TAKE(p, "["))
		return 0;
	while (rc > 0 && !TAKE(p, "]")) {
		rc = n < room ? add_string(p, items, &n) : 0;
		if (rc > 0 && !TAKE(p, ",")) {
			rc = TAKE(p, "]");
			break;
		}
	}
	*out = (struct slice_list){items, n};
	return rc > 0 ? n > 0 : rc;
}

static int
add_allowance(struct parser *p, const struct allowance *allowance)
{
	void *items = p->out->allowances;

	if (array_reserve(&items, &p->out->cap, p->out->n + 1, sizeof(*p->out->allowances)) < 0)
		return err_oom(p->ld->err);
	p->out->allowances = items;
	p->out->allowances[p->out->n++] = *allowance;
	return 1;
}

/* Words of the secret, which gitleaks folds. */
static int
add_words(struct parser *p, struct slice_list words)
{
	struct slice *lower = arena_array(p->ld->arena, words.n, sizeof(*lower));

	if (!lower)
		return err_oom(p->ld->err);
	for (size_t i = 0; i < words.n; i++) {
		lower[i] = words.items[i];
		if (load_lower_case(p->ld, &lower[i], NULL) < 0)
			return -1;
	}
	return add_allowance(p, &(struct allowance){.words = {lower, words.n}});
}

/* matchesAny and containsAny, behind their "(". */
static int
read_any(struct parser *p, bool words, bool inverted)
{
	struct allowance allowance = {.inverted = inverted};
	enum subject subject;
	struct slice_list list;

	if (!take_subject(p, &subject) || !TAKE(p, ","))
		return 0;
	int rc = take_list(p, &list);
	if (rc <= 0)
		return rc;
	if (!TAKE(p, ")"))
		return 0;
	if (words)
		return subject == SUBJECT_SECRET && !inverted ? add_words(p, list) : 0;
	if (subject == SUBJECT_PATH) {
		allowance.paths = list;
		return inverted ? 0 : add_allowance(p, &allowance);
	}
	allowance.regexes = list;
	allowance.target = (enum allowance_target)subject;
	return add_allowance(p, &allowance);
}

/* entropy(...) <= 3.5, behind its "(". One is enough. */
static int
read_entropy(struct parser *p)
{
	double value = 0, unit = 1;
	enum subject subject;
	size_t digits = 0;

	if (!take_subject(p, &subject) || subject != SUBJECT_SECRET || !TAKE(p, ")") || !TAKE(p, "<") ||
	    p->out->entropy >= 0)
		return 0;
	p->out->entropy_equal = !TAKE(p, "=");
	skip(p);
	for (bool fraction = false; p->at < p->text.len && digits < 9; p->at++) {
		char c = p->text.ptr[p->at];
		if (c == '.' && !fraction) {
			fraction = true;
			continue;
		}
		if (!ascii_is_digit(c))
			break;
		value = value * 10 + (c - '0');
		unit *= fraction ? 10 : 1;
		digits++;
	}
	p->out->entropy = value / unit;
	return digits > 0;
}

static int
read_condition(struct parser *p)
{
	while (TAKE(p, "("))
		p->open++;
	bool inverted = TAKE(p, "!");
	(void)TAKE(p, "filter", ".");
	int rc = 0;
	if (TAKE(p, "entropy", "("))
		rc = inverted ? 0 : read_entropy(p);
	else if (TAKE(p, "matchesAny", "("))
		rc = read_any(p, false, inverted);
	else if (TAKE(p, "containsAny", "("))
		rc = read_any(p, true, inverted);
	while (rc > 0 && p->open > 0 && TAKE(p, ")"))
		p->open--;
	return rc;
}

int
gitleaks_filter_read(struct gitleaks_filter *out, struct loader *ld, struct slice text)
{
	struct parser p = {.ld = ld, .text = text, .out = out};
	int rc;

	*out = (struct gitleaks_filter){.entropy = -1};
	do {
		rc = read_condition(&p);
	} while (rc > 0 && TAKE(&p, "||"));
	skip(&p);
	return rc > 0 && (p.at < text.len || p.open > 0) ? 0 : rc;
}
