#include "rule/requires.h"

#include "base/ascii.h"

int
label_number(struct label_table *labels, struct slice name)
{
	if (labels->n == 0)
		labels->names[labels->n++] = slice_str(LABEL_PLAIN);
	for (size_t i = 0; i < labels->n; i++)
		if (slice_eq(labels->names[i], name))
			return (int)i;
	if (labels->n == REQUIRES_LABELS)
		return -1;
	labels->names[labels->n] = name;
	return (int)labels->n++;
}

/* ---- reading: operators wait on a stack until one that binds less comes ---- */

struct reader {
	struct requires *out;
	struct label_table *labels;
	char waiting[REQUIRES_STEPS]; /* '(', '!', '&', '|' */
	size_t nwaiting;
	bool operand; /* one has just been read */
	bool failed;
};

static void
put(struct reader *r, enum requires_op op, int label)
{
	r->failed |= r->out->n == REQUIRES_STEPS || label < 0;
	if (r->failed)
		return;
	r->out->steps[r->out->n].op = (uint8_t)op;
	r->out->steps[r->out->n++].label = (uint8_t)label;
}

static int
strength(char c)
{
	return c == '!' ? 3 : c == '&' ? 2 : c == '|' ? 1 : 0;
}

/* Puts out what binds as strongly as `least` or more. */
static void
settle(struct reader *r, int least)
{
	while (r->nwaiting > 0 && strength(r->waiting[r->nwaiting - 1]) >= least) {
		char c = r->waiting[--r->nwaiting];
		put(r, c == '!' ? REQUIRES_NOT : c == '&' ? REQUIRES_AND : REQUIRES_OR, 0);
	}
}

static void
wait(struct reader *r, char c)
{
	r->failed |= r->nwaiting == REQUIRES_STEPS;
	if (!r->failed)
		r->waiting[r->nwaiting++] = c;
}

static void
read_operator(struct reader *r, char c)
{
	bool prefix = c == '!' || c == '(';

	r->failed |= prefix == r->operand;
	r->operand = false;
	if (!prefix)
		settle(r, strength(c));
	wait(r, c);
}

static void
read_close(struct reader *r)
{
	settle(r, 1);
	r->failed |= !r->operand || r->nwaiting == 0;
	if (!r->failed)
		r->nwaiting--;
}

static void
read_word(struct reader *r, struct slice word)
{
	if (slice_eq_str(word, "not")) {
		read_operator(r, '!');
	} else if (slice_eq_str(word, "and")) {
		read_operator(r, '&');
	} else if (slice_eq_str(word, "or")) {
		read_operator(r, '|');
	} else {
		r->failed |= r->operand || ascii_is_digit(word.ptr[0]);
		r->operand = true;
		put(r, REQUIRES_LABEL, label_number(r->labels, word));
	}
}

bool
requires_read(struct requires *out, struct slice text, struct label_table *labels)
{
	struct reader r = {.out = out, .labels = labels};

	out->n = 0;
	for (size_t at = 0; at < text.len && !r.failed;) {
		size_t end = at;
		while (end < text.len && (ascii_is_alnum(text.ptr[end]) || text.ptr[end] == '_'))
			end++;
		if (end > at)
			read_word(&r, slice_sub(text, at, end));
		else if (text.ptr[at] == '(')
			read_operator(&r, '(');
		else if (text.ptr[at] == ')')
			read_close(&r);
		else
			r.failed |= !ascii_is_space(text.ptr[at]);
		at = end > at ? end : at + 1;
	}
	settle(&r, 1);
	return !r.failed && r.operand && r.nwaiting == 0;
}

bool
requires_hold(const struct requires *requires, uint32_t present)
{
	bool stack[REQUIRES_STEPS];
	size_t n = 0;

	for (size_t i = 0; i < requires->n; i++) {
		switch ((enum requires_op) requires->steps[i].op) {
		case REQUIRES_LABEL:
			stack[n++] = (present >> requires->steps[i].label) & 1;
			break;
		case REQUIRES_NOT:
			stack[n - 1] = !stack[n - 1];
			break;
		case REQUIRES_AND:
			n--;
			stack[n - 1] = stack[n - 1] && stack[n];
			break;
		case REQUIRES_OR:
			n--;
			stack[n - 1] = stack[n - 1] || stack[n];
			break;
		}
	}
	return n > 0 ? stack[0] : present & 1;
}
