/*
 * credential.c - what a secret's letters are like
 *
 * A value is cut into words where a letter meets something else and where an
 * upper case letter follows a lower case one, and each word is asked what it
 * costs one who expects English (information.h). Worked examples:
 *
 *	userAccessToken2      user Access Token: all letters in words, no sign     neither
 *	com.example.v1.Key    the same with dots                                  neither
 *	f3a91c07d2b84e6590ab  no word: digits break the letters up                 key
 *	vQx7Lp2mRz9KtW4c      no word                                              key
 *	Winter!2019           Winter is a word, a sign and digits follow it        password
 *	/etc/ssl/key.pem      a path                                               neither
 */
#include "match/credential.h"

#include <string.h>

#include "base/ascii.h"
#include "match/credential_name.h"
#include "match/credential_refusal.h"
#include "match/credential_traits.h"
#include "match/information.h"

#define KEY_MIN      10u
#define KEY_ONE_CASE 20u /* bytes of a key without digits, or in one case without signs */
#define PASSWORD_MIN 5u
#define PASSWORD_MAX 128u
#define WEAK_MIN     6u
#define WEAK_ROW     8u /* neighbours in a row: abcdefgh */
#define DIGITS_MIN   6u /* of a password of digits alone */
#define DIGITS_MAX   10u

/* What is asked of a value whose name may mean a secret, and of one that is made to be short. */
#define MAYBE_MIN 20u
#define SALT_MIN  8u

/* Neighbours in a row that nobody takes for a key of any form: abcdefghijkl. */
#define ROW_MAX     12u
#define PERIOD_MAX  4u /* bytes that are said again and again */
#define REPEATS_MAX 12u

/* Of a key whose name says that it is one: letters alone; letters and digits. */
#define LETTERS_MIN 8u
#define SHORT_MIN   8u

/* Kinds of bytes: lower case, upper case, digits, signs. */
static int
classes(const struct traits *t)
{
	return (t->lower > 0) + (t->upper > 0) + (t->digits > 0) + (t->signs + t->other > 0);
}

/* Few words, many different bytes, and digits among the letters unless it is long. */
static bool
is_key(struct slice s, const struct traits *t)
{
	if (s.len < KEY_MIN || t->blanks > 0 || t->other > 0 || t->in_words * 3 > s.len)
		return false;
	if (t->signs * 4 > s.len || t->distinct * 3 < (s.len < 24 ? s.len : 24))
		return false;
	if (t->digits == 0)
		return s.len >= KEY_ONE_CASE && t->lower > 1 && t->upper > 1 && information_is_high(s);
	if (s.len < 16)
		return classes(t) >= 3 || t->in_words == 0;
	return t->digits >= 2;
}

/* No signs but those that join words. */
static bool
is_joined(struct slice s)
{
	for (size_t i = 0; i < s.len; i++)
		if (!ascii_is_alnum(s.ptr[i]) && !strchr("_-.:", s.ptr[i]))
			return false;
	return true;
}

/* "grpcproxy_integration", "APP_KEY": a name of something */
static bool
is_snake(const struct traits *t, struct slice s)
{
	return t->digits == 0 && (t->upper == 0 || t->lower == 0) && t->signs > 0 && is_joined(s) &&
	       !credential_is_noise(s);
}

/* Anything that is not one word or one word with a number that everybody would try. */
static bool
is_password(struct slice s, const struct traits *t)
{
	if (s.len < PASSWORD_MIN || s.len > PASSWORD_MAX || t->letters + t->digits < 3 || is_snake(t, s))
		return false;
	if (t->in_words * 10 >= t->letters * 6 && is_joined(s))
		return t->digits >= 2 && s.len >= 8 && t->sequence < 3;
	return (classes(t) >= 2 && t->letters < s.len) || credential_is_noise(s);
}

/* "orchid5", "Orchid123", "admin123!" */
static bool
is_weak_password(struct slice s, const struct traits *t)
{
	return s.len >= WEAK_MIN && s.len <= PASSWORD_MAX && t->letters >= 3 && classes(t) >= 2 &&
	       (t->digits > 0 || !is_joined(s)) && t->distinct >= 4 && t->run * 2 <= s.len &&
	       t->sequence < WEAK_ROW && t->other == 0;
}

/* "837261", which is_number() takes for one */
static bool
is_digits(struct slice s, const struct traits *t)
{
	return t->digits == s.len && s.len >= DIGITS_MIN && s.len <= DIGITS_MAX &&
	       !credential_is_monotonous(s, t);
}

/* The longest stretch that repeats its few bytes: 11 of "GR-12312312312". */
static size_t
repeats(struct slice s)
{
	size_t longest = 0;

	for (size_t period = 1; period <= PERIOD_MAX; period++) {
		size_t same = period;
		for (size_t i = period; i < s.len; i++) {
			same = s.ptr[i] == s.ptr[i - period] ? same + 1 : period;
			if (same > longest && same > period)
				longest = same;
		}
	}
	return longest;
}

/* "1234567890abcdefABCDEF": a row, but one that somebody wrote where a key of a form would stand */
static bool
is_filled(struct slice s, const struct traits *t)
{
	if (repeats(s) >= REPEATS_MAX)
		return false;
	return s.len >= KEY_MIN && t->blanks == 0 && t->other == 0 && t->run < 6 && t->sequence < ROW_MAX &&
	       t->digits > 0 && t->distinct * 4 >= (s.len < 40 ? s.len : 40) && t->in_words * 3 <= s.len;
}

static bool
holds(enum credential kind, struct slice value, const struct traits *t)
{
	if (value.len < PASSWORD_MIN)
		return false;
	if (kind == CREDENTIAL_WEAK || kind == CREDENTIAL_FORM) /* may be monotonous */
		return !credential_is_refused(value, t, false) &&
		       (kind == CREDENTIAL_WEAK ? is_weak_password(value, t) : is_filled(value, t));
	if (credential_is_refused(value, t, true))
		return kind == CREDENTIAL_PASSWORD && is_digits(value, t);
	return kind == CREDENTIAL_KEY ? is_key(value, t) : is_password(value, t);
}

/* What a protocol wants behind a line, written as an escape, is no part of it. */
static struct slice
without_line_end(struct slice s)
{
	while (slice_ends(s, "\\r") || slice_ends(s, "\\n"))
		s = slice_sub(s, 0, s.len - 2);
	return s;
}

bool
credential_holds(enum credential kind, struct slice value)
{
	struct slice text = without_line_end(value);
	struct traits t = credential_traits_of(text);

	return holds(kind, text, &t);
}

/* A salt is short, and made of signs as well. */
static bool
is_salt(struct slice s, const struct traits *t)
{
	return s.len >= SALT_MIN && t->blanks == 0 && !credential_is_refused(s, t, true) &&
	       t->in_words * 3 <= s.len && classes(t) >= 2 && t->digits >= 2;
}

/* "OAuth2AccessToken?", "safe-token-123": words, and a number that ends them or a version */
static bool
is_numbered_name(struct slice s, const struct traits *t)
{
	size_t end = s.len, tail;

	if (t->upper > 0 && t->signs <= (s.ptr[s.len - 1] == '?'))
		return t->in_words * 10 >= t->letters * 7 && t->digits <= 2;
	while (end > 0 && ascii_is_digit(s.ptr[end - 1]))
		end--;
	tail = s.len - end;
	return t->upper == 0 && tail == t->digits && tail <= 4 && t->signs > 0 && is_joined(s) &&
	       !credential_is_noise(s);
}

/* What somebody thought up where a program should have: "my$3cret-4you" */
static bool
is_thought_up(struct slice s, const struct traits *t)
{
	return s.len >= SALT_MIN && t->digits > 0 && classes(t) >= 3 && holds(CREDENTIAL_PASSWORD, s, t);
}

/* "qzkvmtwxrbpdlhgs": a password that a program made of letters for another program */
static bool
is_letters(struct slice s, const struct traits *t)
{
	return s.len >= LETTERS_MIN && t->letters == s.len && t->in_words == 0 && credential_is_noise(s) &&
	       !credential_is_refused(s, t, true);
}

/* "k7wq2xzd": short, but made of no word */
static bool
is_short_key(struct slice s, const struct traits *t)
{
	return s.len >= SHORT_MIN && t->letters + t->digits == s.len && t->letters >= 4 && t->digits >= 2 &&
	       t->in_words == 0 && t->distinct >= 6 && !credential_is_refused(s, t, true);
}

/* "4db5efcc-99cb-4d05-a52c-b49acfbb7ea9" */
static bool
is_uuid(struct slice s)
{
	static const size_t dashes[] = {8, 13, 18, 23};

	if (s.len != 36)
		return false;
	for (size_t i = 0; i < sizeof(dashes) / sizeof(dashes[0]); i++)
		if (s.ptr[dashes[i]] != '-')
			return false;
	return true;
}

static bool
is_key_named(enum credential_name name, struct slice value, const struct traits *t)
{
	switch (name) {
	case CREDENTIAL_NAME_KEY:
		if (is_numbered_name(value, t))
			return false;
		return holds(CREDENTIAL_KEY, value, t) || is_thought_up(value, t) || is_letters(value, t) ||
		       is_short_key(value, t);
	case CREDENTIAL_NAME_MAYBE:
		return value.len >= MAYBE_MIN && !is_uuid(value) && holds(CREDENTIAL_KEY, value, t);
	case CREDENTIAL_NAME_SALT:
		return is_salt(value, t);
	default:
		return false;
	}
}

/* "newPassword2", "user_token", "OAUTH2_CLIENT_KEY": a name of the kind that should have one */
static bool
is_variable(struct slice s, const struct traits *t)
{
	bool is_inner = t->digits > ascii_is_digit(s.ptr[s.len - 1]);

	if (t->letters + t->digits + t->signs != s.len || !ascii_is_alpha(s.ptr[0]))
		return false;
	for (size_t i = 0; i < s.len; i++)
		if (!ascii_is_alnum(s.ptr[i]) && !strchr("_-.", s.ptr[i]))
			return false;
	if (is_inner && (t->signs < 2 || t->digits > 2 * t->signs || (t->lower > 0 && t->upper > 0)))
		return false;
	return (t->signs > 0 || (t->lower > 0 && t->upper > 0)) &&
	       credential_name_of(s) != CREDENTIAL_NAME_NONE;
}

/* this.apiKeyDao = apiKeyDao */
static bool
is_own_name(struct slice name, struct slice value)
{
	return value.len <= name.len && slice_eq(slice_sub(name, name.len - value.len, name.len), value);
}

bool
credential_named_holds(enum credential kind, struct slice name, struct slice value)
{
	enum credential_name meaning = credential_name_of(name);

	value = without_line_end(value);
	if (value.len == 0 || meaning == CREDENTIAL_NAME_NONE || is_own_name(name, value))
		return false;
	struct traits t = credential_traits_of(value);
	if (is_variable(value, &t))
		return false;
	if (meaning == CREDENTIAL_NAME_PASSWORD)
		return kind != CREDENTIAL_KEY &&
		       holds(kind == CREDENTIAL_NAMED ? CREDENTIAL_PASSWORD : kind, value, &t);
	return (kind == CREDENTIAL_KEY || kind == CREDENTIAL_NAMED) && is_key_named(meaning, value, &t);
}
