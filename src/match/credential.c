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
#include "match/information.h"

#define KEY_MIN      10u
#define KEY_ONE_CASE 20u /* bytes of a key without digits, or in one case without signs */
#define PASSWORD_MIN 5u
#define PASSWORD_MAX 128u
#define WEAK_MIN     6u
#define DIGITS_MIN   6u /* of a password of digits alone */
#define DIGITS_MAX   10u

/* What is asked of a value whose name may mean a secret, and of one that is made to be short. */
#define MAYBE_MIN 20u
#define SALT_MIN  8u

/* Neighbours in a row that nobody takes for a key of any form: abcdefghijkl. */
#define ROW_MAX 12u

/* Letters of one case that no word is made of. */
#define LONE_MIN  7u
#define LONE_BITS 6.2

#define FIELD_MIN 2u /* letters between the braces of a format */

/* A word is no chance: of random letters one run in ten is as cheap. */
#define WORD_MIN   4u
#define WORD_SHORT 4.7 /* bits a letter, up to five letters */
#define WORD_LONG  5.0

struct traits {
	size_t lower, upper, digits, signs, blanks;
	size_t other;    /* bytes that are no ASCII */
	size_t letters;  /* lower and upper */
	size_t in_words; /* letters that are part of a word */
	size_t distinct;
	size_t run;      /* longest of one byte */
	size_t sequence; /* longest of neighbours: abcd, 4321, qwer */
};

/* --- letters --- */

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

/* --- what is neither key nor password --- */

/* "${name}", "$(name)", "{{ name }}", "#{name}", "<%= name %>", "%(name)s" */
static bool
is_reference_at(struct slice s)
{
	static const struct {
		const char *open, *close;
	} forms[] = {{"${", "}"},  {"$(", ")"}, {"{{", "}}"}, {"#{", "}"},
		     {"<%", "%>"}, {"%(", ")"}, {"@{", "}"},  {"[[", "]]"}};

	for (size_t i = 0; i < sizeof(forms) / sizeof(forms[0]); i++) {
		size_t at = strlen(forms[i].open);
		if (!slice_starts(s, forms[i].open))
			continue;
		while (at < s.len && (ascii_is_alnum(s.ptr[at]) || strchr(" _.:|=?@*#'\"/-", s.ptr[at])))
			at++;
		if (slice_starts(slice_sub(s, at, s.len), forms[i].close))
			return true;
	}
	return false;
}

/* "{name}" of a format, "%s" */
static bool
is_format_at(struct slice s)
{
	size_t at = 1;

	if (s.ptr[0] != '{' && s.ptr[0] != '%')
		return false;
	while (at < s.len && (ascii_is_alnum(s.ptr[at]) || s.ptr[at] == '_' || s.ptr[at] == '.') &&
	       s.ptr[0] == '{')
		at++;
	if (s.ptr[0] == '{')
		return at > FIELD_MIN && at < s.len && s.ptr[at] == '}';
	return s.len == 2 && strchr("sdvqx@", s.ptr[1]);
}

/* One pair of marks round the whole: "<token>", "[token]", "%TOKEN%", "@TOKEN@", "__token__"; "$token". */
static bool
is_marked(struct slice s)
{
	char first = s.ptr[0], last = s.ptr[s.len - 1];

	if ((first == '<' && last == '>') || (first == '[' && last == ']') || (first == '{' && last == '}') ||
	    (first == '(' && last == ')'))
		return true;
	if ((first == '%' || first == '@' || first == '*') && last == first)
		return true;
	if (slice_starts(s, "__") && slice_ends(s, "__"))
		return true;
	return (first == '$' || first == '&' || first == '*') && s.len > 1 &&
	       (ascii_is_alpha(s.ptr[1]) || s.ptr[1] == '_');
}

static bool
is_reference(struct slice s, const struct traits *t)
{
	(void)t;
	if (is_marked(s))
		return true;
	for (size_t i = 0; i < s.len; i++)
		if (is_reference_at(slice_sub(s, i, s.len)) || is_format_at(slice_sub(s, i, s.len)))
			return true;
	return false;
}

static bool
is_path(struct slice s, const struct traits *t)
{
	static const char *const starts[] = {"/",          "./",      "../",     "~/",    "\\\\",  "file:",
					     "classpath:", "env:",    "vault",   "arn:",  "op:",   "ssm:",
					     "ref+",       "data:",   "urn:",    "uuid:", "text/", "C:\\",
					     "kms:",       "secret:", "secrets/"};
	static const char *const ends[] = {".pem", ".key",  ".json", ".yml", ".yaml", ".txt", ".crt",
					   ".cer", ".p12",  ".pfx",  ".jks", ".env",  ".xml", ".html",
					   ".js",  ".php",  ".py",   ".go",  ".java", ".ts",  ".properties",
					   ".png", ".jpg",  ".svg",  ".gif", ".com",  ".org", ".net",
					   ".io",  ".conf", ".ini",  ".toml"};

	if (slice_find(s, slice_str("://")) != (size_t)-1)
		return true;
	for (size_t i = 0; i < sizeof(starts) / sizeof(starts[0]); i++)
		if (slice_starts(s, starts[i]) && (s.ptr[0] != '/' || t->in_words > 0))
			return true;
	for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++)
		if (slice_ends(s, ends[i]))
			return true;
	return false;
}

/* "name@example.org" */
static bool
is_mail_address(struct slice s, const struct traits *t)
{
	size_t at = slice_chr(s, '@');

	(void)t;
	if (at == (size_t)-1 || at == 0)
		return false;
	struct slice host = slice_sub(s, at + 1, s.len);
	size_t dot = slice_chr(host, '.');
	if (dot == (size_t)-1 || dot == 0 || host.len - dot < 3)
		return false;
	for (size_t i = 0; i < host.len; i++)
		if (!ascii_is_alnum(host.ptr[i]) && host.ptr[i] != '.' && host.ptr[i] != '-')
			return false;
	return true;
}

/* A number, a date, a version, an address: digits and what stands between them. */
static bool
is_number(struct slice s, const struct traits *t)
{
	(void)s;
	return t->letters <= 1 && t->other == 0;
}

/* "eyJhbGciOi..." */
static bool
is_shortened(struct slice s, const struct traits *t)
{
	(void)t;
	return slice_ends(s, "...") || slice_starts(s, "...");
}

/* Names joined by what joins names; digits may end one. */
static bool
is_identifier(struct slice s, const struct traits *t)
{
	for (size_t i = 0; i < s.len; i++)
		if (!ascii_is_alnum(s.ptr[i]) && !strchr("_-.:/,; ", s.ptr[i]))
			return false;
	return t->letters > 0 && t->digits * 4 <= s.len && t->in_words * 10 >= t->letters * 6 &&
	       (t->signs + t->blanks > 0 || t->digits == 0);
}

/* What public keys in DER or of OpenSSH begin with, in base64. */
static bool
is_public_key(struct slice s, const struct traits *t)
{
	static const char *const starts[] = {"AAAAB3Nza",  "AAAAC3Nza", "AAAAE2Vj", "MIIBIjANBg",
					     "MIICIjANBg", "MIGfMA0G",  "MFkwEwYH", "MCowBQYDK2Vw",
					     "MHYwEAYH",   "MIGbMBAG"};

	(void)t;
	for (size_t i = 0; i < sizeof(starts) / sizeof(starts[0]); i++)
		if (slice_starts(s, starts[i]))
			return true;
	return false;
}

/* "UTF-8", "SHA256:OhNL391d", "\\xff": how bytes are written, and what they were made into */
static bool
is_encoding(struct slice s, const struct traits *t)
{
	/* lower case */
	static const char *const names[] = {"utf-",  "utf8",    "utf_",    "latin",   "ascii",
					    "iso-8", "windows", "sha256:", "md5:",    "sha1:",
					    "ssh-",  "sha512:", "sha256-", "sha512-", "sha384-"};

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (slice_eq_nocase(slice_sub(s, 0, strlen(names[i])), names[i]))
			return true;
	return slice_starts(s, "\\") && t->distinct < 6;
}

/* "api:rc0.15.0_20231217": three numbers with dots between them */
static bool
is_version(struct slice s, const struct traits *t)
{
	unsigned dots = 0;

	(void)t;
	for (size_t i = 1; i + 1 < s.len; i++) {
		if (s.ptr[i] == '.')
			dots = ascii_is_digit(s.ptr[i - 1]) && ascii_is_digit(s.ptr[i + 1]) ? dots + 1 : 0;
		else if (!ascii_is_digit(s.ptr[i]))
			dots = 0;
		if (dots >= 2)
			return true;
	}
	return false;
}

/* "aes128-ctr,aes192-ctr" */
static bool
is_list(struct slice s, const struct traits *t)
{
	size_t commas = 0;

	(void)t;
	for (size_t i = 0; i < s.len; i++)
		commas += s.ptr[i] == ',';
	return commas >= 2;
}

/* "f(x)", "a.b()", "x[0]", "a => b", "a || b" */
static bool
is_expression(struct slice s, const struct traits *t)
{
	size_t at = 0;

	if (slice_find(s, slice_str("=>")) != (size_t)-1 || slice_find(s, slice_str(" + ")) != (size_t)-1 ||
	    slice_find(s, slice_str("||")) != (size_t)-1 || slice_find(s, slice_str("::")) != (size_t)-1 ||
	    slice_find(s, slice_str("->")) != (size_t)-1)
		return t->in_words > 0;
	while (at < s.len && (ascii_is_alnum(s.ptr[at]) || s.ptr[at] == '_' || s.ptr[at] == '.'))
		at++;
	if (at == 0 || at >= s.len || (s.ptr[at] != '(' && s.ptr[at] != '['))
		return false;
	return slice_ends(s, ")") || slice_ends(s, "]") || slice_ends(s, ");") || slice_ends(s, "(");
}

/* Of one byte, of few, of neighbours, or the same again: "aaaa1111", "12345678a", "abcabcabc". */
static bool
is_monotonous(struct slice s, const struct traits *t)
{
	if (t->run >= 5 || t->run * 2 > s.len || t->sequence * 2 > s.len || t->sequence >= 8)
		return true;
	if (t->distinct < 4 || (s.len >= 20 && t->distinct < 7) || (s.len >= 30 && t->distinct < 10))
		return true;
	for (size_t period = 1; period * 2 <= s.len; period++)
		if (memcmp(s.ptr, s.ptr + period, s.len - period) == 0)
			return true;
	return false;
}

/* Words of a sentence or a label. */
static bool
is_prose(struct slice s, const struct traits *t)
{
	(void)s;
	return t->blanks > 0 && (t->blanks >= 3 || t->in_words * 2 >= t->letters);
}

static bool (*const refusals[])(struct slice, const struct traits *) = {
	is_reference, is_path, is_mail_address, is_shortened,  is_identifier, is_number,     is_expression,
	is_encoding,  is_list, is_version,      is_public_key, is_prose,      is_monotonous,
};

static bool
is_refused(struct slice s, const struct traits *t, size_t nrefusals)
{
	for (size_t i = 0; i < nrefusals; i++)
		if (refusals[i](s, t))
			return true;
	return false;
}

#define NREFUSALS (sizeof(refusals) / sizeof(refusals[0]))

/* --- keys and passwords --- */

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

/* "grpcproxy_integration", "APP_KEY": a name of something, though of no known word */
static bool
is_snake(const struct traits *t, struct slice s)
{
	return t->digits == 0 && (t->upper == 0 || t->lower == 0) && t->signs > 0 && is_joined(s);
}

/* Anything that is not one word or one word with a number that everybody would try. */
static bool
is_password(struct slice s, const struct traits *t)
{
	if (s.len < PASSWORD_MIN || s.len > PASSWORD_MAX || t->letters + t->digits < 3 || is_snake(t, s))
		return false;
	if (t->in_words * 10 >= t->letters * 6 && is_joined(s))
		return t->digits >= 2 && s.len >= 8 && t->sequence < 3;
	return classes(t) >= 2 || (s.len >= LONE_MIN && information_of_word(s) > LONE_BITS);
}

/* "orchid5", "Orchid123", "admin123!" */
static bool
is_weak_password(struct slice s, const struct traits *t)
{
	return s.len >= WEAK_MIN && s.len <= PASSWORD_MAX && t->letters >= 3 && classes(t) >= 2 &&
	       (t->digits > 0 || !is_joined(s)) && t->distinct >= 4 && t->run * 2 <= s.len && t->other == 0;
}

/* "837261", which is_number() takes for one */
static bool
is_digits(struct slice s, const struct traits *t)
{
	return t->digits == s.len && s.len >= DIGITS_MIN && s.len <= DIGITS_MAX && !is_monotonous(s, t);
}

static struct traits
traits_of(struct slice value)
{
	struct traits t = {.run = 1, .sequence = 1};

	count_bytes(&t, value);
	count_words(&t, value);
	count_runs(&t, value);
	return t;
}

/* "1234567890abcdefABCDEF": a row, but one that somebody wrote where a key of a form would stand */
static bool
is_filled(struct slice s, const struct traits *t)
{
	return s.len >= KEY_MIN && t->blanks == 0 && t->other == 0 && t->run < 6 && t->sequence < ROW_MAX &&
	       t->digits > 0 && t->distinct * 4 >= (s.len < 40 ? s.len : 40) && t->in_words * 3 <= s.len;
}

static bool
holds(enum credential kind, struct slice value, const struct traits *t)
{
	if (value.len < PASSWORD_MIN)
		return false;
	if (kind == CREDENTIAL_WEAK || kind == CREDENTIAL_FORM) /* may be monotonous */
		return !is_refused(value, t, NREFUSALS - 1) &&
		       (kind == CREDENTIAL_WEAK ? is_weak_password(value, t) : is_filled(value, t));
	if (is_refused(value, t, NREFUSALS))
		return kind == CREDENTIAL_PASSWORD && is_digits(value, t);
	return kind == CREDENTIAL_KEY ? is_key(value, t) : is_password(value, t);
}

bool
credential_holds(enum credential kind, struct slice value)
{
	struct traits t = traits_of(value);

	return holds(kind, value, &t);
}

/* A salt is short, and made of signs as well. */
static bool
is_salt(struct slice s, const struct traits *t)
{
	return s.len >= SALT_MIN && t->blanks == 0 && !is_refused(s, t, NREFUSALS) &&
	       t->in_words * 3 <= s.len && classes(t) >= 2 && t->digits >= 2;
}

/* What somebody thought up where a program should have: "my$3cret-4you" */
static bool
is_thought_up(struct slice s, const struct traits *t)
{
	return s.len >= SALT_MIN && t->digits > 0 && classes(t) >= 3 && holds(CREDENTIAL_PASSWORD, s, t);
}

static bool
is_key_named(enum credential_name name, struct slice value, const struct traits *t)
{
	switch (name) {
	case CREDENTIAL_NAME_KEY:
		return holds(CREDENTIAL_KEY, value, t) || is_thought_up(value, t);
	case CREDENTIAL_NAME_MAYBE:
		return value.len >= MAYBE_MIN && holds(CREDENTIAL_KEY, value, t);
	case CREDENTIAL_NAME_SALT:
		return is_salt(value, t);
	default:
		return false;
	}
}

bool
credential_named_holds(enum credential kind, struct slice name, struct slice value)
{
	enum credential_name meaning = credential_name_of(name);

	if (meaning == CREDENTIAL_NAME_NONE)
		return false;
	struct traits t = traits_of(value);
	if (meaning == CREDENTIAL_NAME_PASSWORD)
		return kind != CREDENTIAL_KEY &&
		       holds(kind == CREDENTIAL_NAMED ? CREDENTIAL_PASSWORD : kind, value, &t);
	return (kind == CREDENTIAL_KEY || kind == CREDENTIAL_NAMED) && is_key_named(meaning, value, &t);
}
