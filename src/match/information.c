/*
 * information.c - what a text says to one who expects English
 *
 * Letters come after each other with known odds. pair_cost[a][b] is what b costs
 * behind a, in half bits from 'a' (none) on: behind q a u costs nothing, a z 12 bits.
 * The odds were counted in ten million words of manuals. Worked example, "the9":
 *
 *	the   t + (h behind t) + (e behind h)   3.5 + 1.5 + 1    a third of it is one letter's
 *	he9   h + e + 9                         5 + 3.1 + 6      not all letters: each on its own
 *	e9    e + 9                                              a half
 *	9     6
 */
#include "match/information.h"

#include "base/ascii.h"

#define LETTERS 26u
#define UNLIKE  5.954 /* log2 62: a byte that is no letter */
#define NOTHING 1.0

/* Bits of each letter on its own. */
static const double letter_cost[LETTERS] = {
	3.73, 5.75, 4.57, 4.61, 3.06, 5.25, 5.57, 4.95, 3.80, 8.09, 6.99, 4.50, 5.19,
	3.90, 3.80, 4.96, 9.38, 4.01, 3.82, 3.46, 5.09, 6.59, 6.41, 7.24, 6.32, 9.41,
};

static const char pair_cost[LETTERS][LETTERS + 1] = {
	"vkijtpkvkxmgjfylthhflkrqmw", "hqnoerotiltgorhnwjjoguwphu", "hsmrguugjxihpveoujogktvxnz",
	"hjqidrqrgsnlpphoxliojqswoz", "joiglknrpuukkgrlofgismnjnx", "ijqqijvwezvkttelzhmljzwymz",
	"ksiieqmjgxukoiknvhikisrzrs", "fsstcvxwgzxqpsiozjqknyszry", "lkilkjkzvzqikehmqlggwmzmzn",
	"dvrifrtwnuurrqintshgjpuzzz", "hnoocnlqgvtmnlmmvpgmktoxrv", "hqrjeqqwfstgttgmzrjjjqqyiw",
	"ekpoeuxvhwtliqggzulrkvtvoz", "itighlgsktnnqmhoythflnvxnw", "omkjpinwnrojheljzfljhlkssx",
	"fvolgrpkjzphrqgizglhjyuwmx", "tpqrrutyqzzjtqtrtqklasvwzz", "hrlldolugzlnklgpykjilnqykz",
	"jukreqtjhzolpqijsoheisqxlz", "hvmqfqvegztnotgmzijlmxntlx", "lkkiinlzjzvhjgqizgggwxzpzs",
	"dwqvcqsyfzytmqjpzvpstxzwyz", "gvsqhuqfdzsoukgtzjksuzozzz", "isjqgpqrhzqpkvpeyqifqtuonr",
	"mmmpkpotjxtkiigfwlehoumxrp", "frrqcrrpgyvlnsitxqntlxrxnj",
};

static unsigned
letter(char c)
{
	return ascii_is_alpha(c) ? (unsigned)(ascii_lower(c) - 'a') : LETTERS;
}

static double
cost_alone(char c)
{
	return letter(c) < LETTERS ? letter_cost[letter(c)] : UNLIKE;
}

static double
cost_behind(char before, char c)
{
	return (pair_cost[letter(before)][letter(c)] - 'a') / 2.0;
}

/* What a byte costs with the two behind it, as far as there are any. */
static double
cost_here(struct slice s, size_t at)
{
	const char *p = s.ptr + at;

	if (s.len - at == 1)
		return cost_alone(p[0]);
	if (s.len - at == 2)
		return (cost_alone(p[0]) + cost_alone(p[1])) / 2;
	if (!ascii_is_alpha(p[0]) || !ascii_is_alpha(p[1]) || !ascii_is_alpha(p[2]))
		return (cost_alone(p[0]) + cost_alone(p[1]) + cost_alone(p[2])) / 3;
	return (cost_alone(p[0]) + cost_behind(p[0], p[1]) + cost_behind(p[1], p[2])) / 3;
}

static bool
is_one_byte(struct slice s)
{
	for (size_t i = 1; i < s.len; i++)
		if (s.ptr[i] != s.ptr[0])
			return false;
	return s.len > 0;
}

double
information_of(struct slice s)
{
	double bits = 0;

	if (is_one_byte(s))
		return NOTHING;
	for (size_t i = 0; i < s.len; i++)
		bits += cost_here(s, i);
	return bits;
}

bool
information_is_high(struct slice s)
{
	double bits = information_of(s);

	return bits > INFORMATION_BITS && bits > INFORMATION_DENSITY * (double)s.len;
}

double
information_of_word(struct slice letters)
{
	double bits = 0;

	for (size_t i = 1; i < letters.len; i++)
		bits += cost_behind(letters.ptr[i - 1], letters.ptr[i]);
	return bits / (double)(letters.len - 1);
}
