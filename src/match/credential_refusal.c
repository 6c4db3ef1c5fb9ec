/*
 * credential_refusal.c - what looks like a secret and is something else
 *
 * A reference, a path, an address, a name, a number, code, a pattern, prose or
 * a row of the same. Each question is small and independent of the others; the
 * order says nothing but that the last, rows, is not asked of every kind.
 */
#include "match/credential_refusal.h"

#include <string.h>

#include "base/ascii.h"
#include "base/decode.h"

#define FIELD_MIN     2u /* letters between the braces of a format */
#define PAIR_MIN      3u /* letters of a name before its sign */
#define PAIR_DIGITS   2u /* of a name before its sign */
#define PAIR_LETTERS  6u /* of such a name in both cases: apiKey */
#define LEET_MIN      2u /* single digits among letters: s3cr3t */
#define ROW_MIN       4u /* letters, and digits, of two rows in one: a1b2c3d4 */

#define ALGORITHM_MAX 48u
#define LOGIN_MAX     48u /* of a name and a password in base64 */

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
		while (at < s.len && (ascii_is_alnum(s.ptr[at]) || strchr(" _.:|=?@*#'\"/[]!-", s.ptr[at])))
			at++;
		if (slice_starts(slice_sub(s, at, s.len), forms[i].close))
			return true;
	}
	return false;
}

/* "{name}" or "{str(name)}" of a format, "%s" */
static bool
is_format_at(struct slice s)
{
	size_t at = 1;

	if (s.ptr[0] != '{' && s.ptr[0] != '%')
		return false;
	while (at < s.len && (ascii_is_alnum(s.ptr[at]) || strchr("_.()[]", s.ptr[at])) && s.ptr[0] == '{')
		at++;
	if (s.ptr[0] == '{')
		return at > FIELD_MIN && at < s.len && s.ptr[at] == '}';
	return s.len == 2 && strchr("sdvqx@", s.ptr[1]);
}

/* "$token", "$user->token", "$user:$token", "&anchor", but not "$up3r$3cr3t!" */
static bool
is_sigil(struct slice s)
{
	if (s.len < 2 || !strchr("$&*", s.ptr[0]) || (!ascii_is_alpha(s.ptr[1]) && s.ptr[1] != '_'))
		return false;
	for (size_t i = 2; i < s.len; i++)
		if (!ascii_is_alnum(s.ptr[i]) && !strchr("_.:->[]()'\"/{},", s.ptr[i]) &&
		    !(s.ptr[i] == '$' && strchr(":(,", s.ptr[i - 1])))
			return false;
	return true;
}

/* "@string/api_key2" */
static bool
is_resource(struct slice s)
{
	size_t at = 1;

	if (s.ptr[0] != '@')
		return false;
	while (at < s.len && s.ptr[at] >= 'a' && s.ptr[at] <= 'z')
		at++;
	return at > 1 && at < s.len && s.ptr[at] == '/';
}

/* One pair of marks round the whole: "<token>", "[token]", "%TOKEN%", "@TOKEN@", "__token__"; a sigil, a
 * resource. */
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
	return is_sigil(s) || is_resource(s);
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
	static const char *const ends[] = {".pem", ".key",  ".json", ".yml",  ".yaml", ".txt", ".crt",
					   ".cer", ".p12",  ".pfx",  ".jks",  ".env",  ".xml", ".html",
					   ".js",  ".php",  ".py",   ".go",   ".java", ".ts",  ".properties",
					   ".png", ".jpg",  ".svg",  ".gif",  ".com",  ".org", ".net",
					   ".io",  ".conf", ".ini",  ".toml", ".enc",  ".csv", ".sql"};

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
	if (slice_eq_str(host, "localhost"))
		return true;
	if (dot == (size_t)-1 || dot == 0 || host.len - dot < 3)
		return false;
	for (size_t i = 0; i < host.len; i++)
		if (!ascii_is_alnum(host.ptr[i]) && host.ptr[i] != '.' && host.ptr[i] != '-')
			return false;
	return true;
}

/* "org.slf4j:jul-to-slf4j": a host's name from its end, and what it publishes */
static bool
is_coordinate(struct slice s, const struct traits *t)
{
	static const char *const tops[] = {"com.", "org.", "io.", "net.", "dev.", "de.", "edu.", "ai."};

	if (t->upper > 0 || slice_chr(s, ':') == (size_t)-1)
		return false;
	for (size_t i = 0; i < sizeof(tops) / sizeof(tops[0]); i++)
		if (slice_starts(s, tops[i]))
			return true;
	return false;
}

static size_t
digits_at(struct slice s, size_t at)
{
	size_t n = 0;

	while (at + n < s.len && ascii_is_digit(s.ptr[at + n]))
		n++;
	return n;
}

/* "2016-09-08T21:47:36Z", and what a signature of today says of itself: "AKID/20160908/eu/s3/aws4_request" */
static bool
is_dated(struct slice s, const struct traits *t)
{
	size_t slash = slice_chr(s, '/');

	(void)t;
	if (digits_at(s, 0) == 4 && digits_at(s, 5) == 2 && digits_at(s, 8) == 2 && s.ptr[4] == '-' &&
	    s.ptr[7] == '-')
		return true;
	return slash != (size_t)-1 && digits_at(s, slash + 1) == 8 && slice_ends(s, "_request");
}

static bool
is_dotted(struct slice s)
{
	for (size_t i = 0; i < s.len; i++)
		if (!ascii_is_alnum(s.ptr[i]) && s.ptr[i] != '.' && s.ptr[i] != '-')
			return false;
	return true;
}

/* "nom.qa": a host of letters */
static bool
is_host(struct slice s, const struct traits *t)
{
	size_t dot = slice_chr(s, '.');

	return t->lower + t->signs == s.len && t->upper == 0 && dot != (size_t)-1 && dot > 0 && is_dotted(s);
}

/* A number, a version, an address: digits and what stands between them. */
static bool
is_number(struct slice s, const struct traits *t)
{
	(void)s;
	return t->letters <= 1 && t->other == 0;
}

/* "eyJhbGciOi...", "MIID/zCC...xoA==" */
static bool
is_shortened(struct slice s, const struct traits *t)
{
	(void)t;
	return slice_find(s, slice_str("...")) != (size_t)-1;
}

/* "^[A-Z0-9]{20}$": a regular expression */
static bool
is_pattern(struct slice s, const struct traits *t)
{
	/* lower case */
	static const char *const parts[] = {"[a-z", "[a-f", "[0-9", "[^", "\\d", "\\w", "\\s",
					    "(?",   ".*",   ".+",   ")$", "]{",  "]+"};
	unsigned n = s.len > 0 && s.ptr[0] == '^';

	(void)t;
	for (size_t i = 0; i < s.len; i++)
		for (size_t k = 0; k < sizeof(parts) / sizeof(parts[0]); k++)
			n += slice_eq_nocase(slice_sub(s, i, i + strlen(parts[k])), parts[k]);
	return n >= 2;
}

/* "sap-client=075", "?bar2=foo": a name, its sign and a value; base64 has the sign at its end only */
static bool
is_pair(struct slice s, size_t at)
{
	return at >= PAIR_MIN && at + 1 < s.len && s.ptr[at] == '=' &&
	       (ascii_is_alnum(s.ptr[at + 1]) || s.ptr[at + 1] == '/');
}

/* The bytes that may be a name, "spring.jpa.ddl2"; 0 where they are too odd. */
static size_t
name_len(struct slice s)
{
	size_t at = 0, digits = 0;

	while (at < s.len && (ascii_is_alnum(s.ptr[at]) || strchr("_.-", s.ptr[at])))
		digits += ascii_is_digit(s.ptr[at++]);
	struct traits t = credential_traits_of(slice_sub(s, 0, at));
	if (at == 0 || !ascii_is_alpha(s.ptr[0]) || digits > PAIR_DIGITS)
		return 0;
	if (t.lower > 0 && t.upper > 0 && t.letters < PAIR_LETTERS)
		return 0;
	return credential_is_noise(slice_sub(s, 0, at)) ? 0 : at;
}

/* "list_item=None", "users#reset_password", "--password=": what programs are told, not a secret */
static bool
is_setting(struct slice s, const struct traits *t)
{
	if (slice_starts(s, "--"))
		return true;
	while (s.len > 0 && strchr("/?&", s.ptr[0]))
		s = slice_sub(s, 1, s.len);
	size_t at = name_len(s);
	if (at == 0 || at == s.len || (s.ptr[at] != '=' && s.ptr[at] != '#'))
		return false;
	struct slice rest = slice_sub(s, at + 1, s.len);
	if (s.ptr[at] == '=')
		return is_pair(s, at) || (rest.len > 0 && (rest.ptr[0] == '"' || rest.ptr[0] == '\''));
	for (size_t i = 0; i < rest.len; i++)
		if (rest.ptr[i] != '_' && (rest.ptr[i] < 'a' || rest.ptr[i] > 'z'))
			return false;
	return t->upper == 0;
}

/* "S3cr3t": digits that stand for letters, which no name of something has */
static bool
is_leet(struct slice s)
{
	unsigned n = 0;

	for (size_t i = 1; i + 1 < s.len; i++)
		n += ascii_is_digit(s.ptr[i]) && ascii_is_alpha(s.ptr[i - 1]) && s.ptr[i + 1] >= 'a' &&
		     s.ptr[i + 1] <= 'z';
	return n >= LEET_MIN;
}

/* Names joined by what joins names; digits may end one. "@scope/name", "!tag", "required|min:8" as well. */
static bool
is_identifier(struct slice s, const struct traits *t)
{
	size_t at = s.ptr[0] == '@' || s.ptr[0] == '!';

	while (at < s.len && s.ptr[at] == '@')
		at++;
	for (size_t i = at; i < s.len; i++)
		if (!ascii_is_alnum(s.ptr[i]) && !strchr("_-.:/,;| ", s.ptr[i]))
			return false;
	if (is_leet(s))
		return false;
	return t->letters > 0 && t->digits * 4 <= s.len && t->in_words * 10 >= t->letters * 6 &&
	       (t->signs + t->blanks > 0 || t->digits == 0);
}

static bool
is_one_of(struct slice s, const char *const *list, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (slice_eq_nocase(s, list[i]))
			return true;
	return false;
}

/* "A128CBC-HS256", "PBKDF2WithHmacSHA256": names of algorithms and their numbers, nothing else */
static bool
is_algorithm(struct slice s, const struct traits *t)
{
	/* lower case */
	static const char *const names[] = {
		"a",     "aes",    "and",     "aria",        "aws",          "camellia",   "cbc",   "ccm",
		"cfb",   "chacha", "ctr",     "des",         "dh",           "dhe",        "dsa",   "dss",
		"ecb",   "ecdh",   "ecdhe",   "ecdsa",       "ed",           "ede",        "es",    "gcm",
		"gcmkw", "hmac",   "hmacsha", "hs",          "keytripledes", "kw",         "md",    "mgf",
		"null",  "oaep",   "ofb",     "padding",     "pbes",         "pbewithsha", "pbkdf", "pkcs",
		"poly",  "ps",     "psk",     "rs",          "rsa",          "scram",      "sha",   "srp",
		"ssl",   "tls",    "with",    "withhmacsha", "withrsa",      "k"};
	size_t at = 0;

	if (t->digits == 0 || s.len > ALGORITHM_MAX)
		return false;
	while (at < s.len) {
		size_t start = at;
		while (at < s.len && ascii_is_alpha(s.ptr[at]))
			at++;
		if (at > start &&
		    !is_one_of(slice_sub(s, start, at), names, sizeof(names) / sizeof(names[0])))
			return false;
		while (at < s.len && !ascii_is_alpha(s.ptr[at]))
			at++;
	}
	return true;
}

/* ").append(", "],", "; next", ".$name[": what stands behind a quote that was taken for the first */
static bool
is_rest(struct slice s, const struct traits *t)
{
	(void)t;
	return (s.len > 0 && strchr(")]},;", s.ptr[0]) != NULL) || slice_starts(s, ".$");
}

/* "dXNlcjpwYXNzd29yZA==": a login of manuals, "user:password" */
static bool
is_login_of_manuals(struct slice s, const struct traits *t)
{
	/* lower case */
	static const char *const passwords[] = {"password",    "pass",  "passwd",   "secret", "test",
						"bar",         "admin", "user",     "foo",    "mypassword",
						"pwd",         "boot",  "passwort", "xxx",    "token",
						"open sesame", "1234",  "apikey",   "mypass", "passw0rd"};
	char text[LOGIN_MAX];

	(void)t;
	if (s.len % 4 != 0 || s.len > LOGIN_MAX)
		return false;
	size_t n = base64_decode((uint8_t *)text, sizeof(text), s);
	if (n == DECODE_FAILED)
		return false;
	struct slice login = {text, n};
	size_t colon = slice_chr(login, ':');
	return colon != (size_t)-1 && is_one_of(slice_sub(login, colon + 1, login.len), passwords,
						sizeof(passwords) / sizeof(passwords[0]));
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

/* "\\x6b\\x65\\x79": letters, written as numbers */
static bool
is_escaped_text(struct slice s)
{
	size_t at = 0;

	for (; at + 4 <= s.len && s.ptr[at] == '\\' && (s.ptr[at + 1] == 'x' || s.ptr[at + 1] == 'X');
	     at += 4) {
		int high = ascii_hex_value(s.ptr[at + 2]), low = ascii_hex_value(s.ptr[at + 3]);
		if (high < 2 || high > 7 || low < 0)
			return false;
	}
	return at > 0;
}

/* "UTF-8", "SHA256:OhNL391d", "\\xff": how bytes are written, and what they were made into */
static bool
is_encoding(struct slice s, const struct traits *t)
{
	/* lower case */
	static const char *const names[] = {"utf-",    "utf8",    "utf_",    "latin", "ascii", "iso-8",
					    "windows", "sha256:", "md5:",    "sha1:", "ssh-",  "sha512:",
					    "sha256-", "sha512-", "sha384-", "hmac-"};

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (slice_eq_nocase(slice_sub(s, 0, strlen(names[i])), names[i]))
			return true;
	if (slice_find(s, slice_str("-HMAC-SHA")) != (size_t)-1 || slice_eq_nocase(s, "base64"))
		return true;
	return slice_starts(s, "\\u") || is_escaped_text(s) || (slice_starts(s, "\\") && t->distinct < 6);
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

/* "f(x)", "f('x').a", "a.b()", "x[0]", "x[name=", "a => b", "a || b" */
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
	if (at == 0 || at + 1 >= s.len || (s.ptr[at] != '(' && s.ptr[at] != '['))
		return false;
	if (s.ptr[at + 1] == '\'' || s.ptr[at + 1] == '"' || slice_ends(s, "="))
		return true;
	return slice_ends(s, ")") || slice_ends(s, "]") || slice_ends(s, ");") || slice_ends(s, "(");
}

/* Whether letters rise one by one, and so do the digits among them: "a1b2c3d4", "abc123def456". */
static bool
is_two_rows(struct slice s)
{
	size_t n[2] = {0, 0};
	char last[2] = {0, 0};

	for (size_t i = 0; i < s.len; i++) {
		char c = ascii_lower(s.ptr[i]);
		bool digit = ascii_is_digit(c);
		if (!digit && !ascii_is_alpha(c))
			continue;
		if (n[digit]++ > 0 && c != last[digit] + 1)
			return false;
		last[digit] = c;
	}
	return n[0] >= ROW_MIN && n[1] >= ROW_MIN;
}

/* Of one byte, of few, of neighbours, or the same again: "aaaa1111", "12345678a", "abcabcabc". */
static bool
is_monotonous(struct slice s, const struct traits *t)
{
	if (t->run >= 5 || t->run * 2 > s.len || t->sequence * 2 > s.len || t->sequence >= 8)
		return true;
	if (is_two_rows(s))
		return true;
	if (t->distinct < 4 || (s.len >= 20 && t->distinct < 7) || (s.len >= 30 && t->distinct < 10))
		return true;
	for (size_t period = 1; period * 2 <= s.len; period++)
		if (memcmp(s.ptr, s.ptr + period, s.len - period) == 0)
			return true;
	return false;
}

/* Bytes of a picture or an archive, which are no text at all. */
static bool
is_binary(struct slice s, const struct traits *t)
{
	for (size_t i = 0; i < s.len; i++)
		if ((unsigned char)s.ptr[i] < ' ' || s.ptr[i] == 0x7f)
			return true;
	return t->other * 2 > s.len && t->letters * 4 < s.len;
}

/* Words of a sentence or a label; the last of one, "required!". */
static bool
is_prose(struct slice s, const struct traits *t)
{
	if (t->letters + 1 == s.len && t->in_words == t->letters && t->upper <= 1 &&
	    strchr("!?.", s.ptr[s.len - 1]))
		return true;
	return t->blanks > 0 && (t->blanks >= 3 || t->in_words * 2 >= t->letters);
}

static bool (*const refusals[])(struct slice, const struct traits *) = {
	is_reference,        is_path,     is_mail_address, is_shortened,  is_identifier, is_number,
	is_expression,       is_encoding, is_list,         is_version,    is_public_key, is_prose,
	is_pattern,          is_setting,  is_algorithm,    is_rest,       is_coordinate, is_dated,
	is_login_of_manuals, is_host,     is_binary,       is_monotonous,
};

#define NREFUSALS (sizeof(refusals) / sizeof(refusals[0]))

bool
credential_is_monotonous(struct slice value, const struct traits *traits)
{
	return is_monotonous(value, traits);
}

bool
credential_is_refused(struct slice value, const struct traits *traits, bool rows)
{
	for (size_t i = 0; i < NREFUSALS - !rows; i++)
		if (refusals[i](value, traits))
			return true;
	return false;
}
