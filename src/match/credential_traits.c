/*
 * credential_traits.c - how many letters, digits, signs and words a value has
 */
#include "match/credential_traits.h"

#include <string.h>

#include "base/ascii.h"
#include "match/information.h"

/* A word is no chance: of random letters one run in ten is as cheap. */
#define WORD_MIN   4u
#define WORD_SHORT 4.7 /* bits a letter, up to five letters */
#define WORD_LONG  5.0

/* Letters that no word is made of; of few more is asked. */
#define NOISE_MIN   5u
#define NOISE_SHORT 6.4 /* bits a letter, up to six letters */
#define NOISE_LONG  6.0

static void
count_byte(struct traits *t, char c)
{
	if (c >= 'a' && c <= 'z')
		t->lower++;
	else if (c >= 'A' && c <= 'Z')
		t->upper++;
	else if (ascii_is_digit(c))
		t->digits++;
	else if (ascii_is_space(c))
		t->blanks++;
	else if ((unsigned char)c < 0x80)
		t->signs++;
	else
		t->other++;
}

static void
count_bytes(struct traits *t, struct slice s)
{
	bool seen[256] = {false};

	for (size_t i = 0; i < s.len; i++) {
		count_byte(t, s.ptr[i]);
		t->distinct += !seen[(unsigned char)s.ptr[i]];
		seen[(unsigned char)s.ptr[i]] = true;
	}
	t->letters = t->lower + t->upper;
}

static bool
is_upper(char c)
{
	return c >= 'A' && c <= 'Z';
}

/* The end of the word that begins at `at`: "Word", "WORD" or "word"; HTTPServer is HTTP and Server. */
static size_t
word_end(struct slice s, size_t at)
{
	size_t end = at + 1;

	if (is_upper(s.ptr[at]))
		while (end < s.len && is_upper(s.ptr[end]))
			end++;
	if (end > at + 1 && end < s.len && ascii_is_alpha(s.ptr[end]))
		return end - 1;
	if (end > at + 1)
		return end;
	while (end < s.len && ascii_is_alpha(s.ptr[end]) && !is_upper(s.ptr[end]))
		end++;
	return end;
}

static bool
is_word(struct slice letters)
{
	if (letters.len < WORD_MIN)
		return false;
	return information_of_word(letters) <= (letters.len < 6 ? WORD_SHORT : WORD_LONG);
}

static void
count_words(struct traits *t, struct slice s)
{
	for (size_t at = 0; at < s.len;) {
		if (!ascii_is_alpha(s.ptr[at])) {
			at++;
			continue;
		}
		size_t end = word_end(s, at);
		if (is_word(slice_sub(s, at, end)))
			t->in_words += end - at;
		at = end;
	}
}

/* Neighbours in the alphabet, among the digits or on a keyboard, in one direction. */
static bool
are_neighbours(char a, char b, int step)
{
	static const char rows[] = "qwertyuiop asdfghjkl zxcvbnm";
	const char *at;

	a = ascii_lower(a);
	b = ascii_lower(b);
	if (!ascii_is_alnum(a) || !ascii_is_alnum(b))
		return false;
	if (b - a == step && ascii_is_digit(a) == ascii_is_digit(b))
		return true;
	at = strchr(rows, a);
	return step > 0 && at && at[1] == b;
}

static void
count_runs(struct traits *t, struct slice s)
{
	size_t run = 1, up = 1, down = 1;

	for (size_t i = 1; i < s.len; i++) {
		run = s.ptr[i] == s.ptr[i - 1] ? run + 1 : 1;
		up = are_neighbours(s.ptr[i - 1], s.ptr[i], 1) ? up + 1 : 1;
		down = are_neighbours(s.ptr[i - 1], s.ptr[i], -1) ? down + 1 : 1;
		if (run > t->run)
			t->run = run;
		if (up > t->sequence)
			t->sequence = up;
		if (down > t->sequence)
			t->sequence = down;
	}
}

struct traits
credential_traits_of(struct slice value)
{
	struct traits t = {.run = 1, .sequence = 1};

	count_bytes(&t, value);
	count_words(&t, value);
	count_runs(&t, value);
	return t;
}

bool
credential_is_noise(struct slice value)
{
	char letters[128];
	size_t n = 0;

	for (size_t i = 0; i < value.len && n < sizeof(letters); i++)
		if (ascii_is_alpha(value.ptr[i]))
			letters[n++] = value.ptr[i];
	if (n < NOISE_MIN)
		return false;
	return information_of_word((struct slice){letters, n}) > (n < 7 ? NOISE_SHORT : NOISE_LONG);
}
