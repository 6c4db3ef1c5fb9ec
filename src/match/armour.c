/*
 * armour.c - what stands between BEGIN and END
 *
 *	-----BEGIN RSA PRIVATE KEY-----
 *	MIIBOgIBAAJBAK...		30 82 01 3a | 02 01 00 | 02 41 00 ...
 *	...				SEQUENCE of 314 bytes, version, modulus
 *	-----END RSA PRIVATE KEY-----
 *
 * The first bytes tell a key from an example, and the length in them tells a
 * whole key from one that was cut or filled up by hand.
 */
#include "match/armour.h"

#include <stdint.h>

#include "base/ascii.h"
#include "base/decode.h"
#include "base/limits.h"

#define BYTES_MAX (LIMIT_WINDOW_BYTES / 4 * 3)

/* What can be told of a key; less is no key. */
#define BYTES_MIN 24u

/* The decoded text. */
struct body {
	uint8_t bytes[BYTES_MAX];
	size_t n;
	bool whole; /* END was met */
};

/* --- lines to bytes --- */

/* At a quote that ends a literal: the offset behind the one that goes on, or `at` if none does. */
static size_t
skip_joint(struct slice s, size_t at)
{
	char quote = s.ptr[at];

	for (size_t i = at + 1; i < s.len; i++) {
		char c = s.ptr[i];

		if (c == quote)
			return i + 1;
		if (!ascii_is_space(c) && !strchr("+.,&\\()", c))
			break;
	}
	return at;
}

/* What stands in front of a line in a comment, a quoted block, a list of strings. */
static size_t
skip_margin(struct slice s, size_t at)
{
	while (at < s.len && (ascii_is_space(s.ptr[at]) || strchr("#*>|;-'\"`", s.ptr[at])) &&
	       !slice_starts(slice_sub(s, at, s.len), "-----"))
		at++;
	return slice_starts(slice_sub(s, at, s.len), "// ") ? at + 3 : at;
}

/* Behind what is not base64 between two letters of it; `at` when there is nothing to pass over. */
static size_t
skip_noise(struct slice s, size_t at)
{
	char c = s.ptr[at];
	size_t behind = at;

	if (c == '\n' || c == '\r')
		return skip_margin(s, at + 1);
	if (ascii_is_space(c))
		return at + 1;
	if (c == '"' || c == '\'' || c == '`')
		return skip_joint(s, at);
	while (behind < s.len && s.ptr[behind] == '\\')
		behind++;
	if (behind == at || behind == s.len)
		return at;
	if (s.ptr[behind] == 'n' || s.ptr[behind] == 'r' || s.ptr[behind] == 't')
		return behind + 1;
	return s.ptr[behind] == '/' || ascii_is_space(s.ptr[behind]) ? behind : at;
}

/* Letters up to the END line, to a checksum behind the padding, or to the end; false: something else is
 * there. */
static bool
decode_body(struct body *body, struct slice s)
{
	uint32_t held = 0;
	unsigned nheld = 0;
	bool padded = false;

	for (size_t at = 0; at < s.len && body->n < BYTES_MAX;) {
		int value = base64_value(s.ptr[at]);

		if (slice_starts(slice_sub(s, at, s.len), "-----END")) {
			body->whole = true;
			return true;
		}
		if (s.ptr[at] == '=' || (padded && value >= 0)) { /* "=abcd": a PGP checksum */
			padded = true;
			at++;
			continue;
		}
		if (value < 0 || s.ptr[at] == '-' || s.ptr[at] == '_') {
			size_t behind = skip_noise(s, at);
			if (behind == at)
				return false;
			at = behind;
			continue;
		}
		held = held << 6 | (uint32_t)value;
		nheld += 6;
		if (nheld >= 8) {
			nheld -= 8;
			body->bytes[body->n++] = (uint8_t)(held >> nheld);
		}
		at++;
	}
	return true;
}

/* --- DER --- */

#define DER_INTEGER  0x02u
#define DER_OCTETS   0x04u
#define DER_OID      0x06u
#define DER_SEQUENCE 0x30u

struct der {
	const uint8_t *at;
	size_t n;    /* bytes at hand */
	bool broken; /* no DER was met */
};

/* Takes a tag and a length; the length of the content, which may reach behind what is at hand. */
static size_t
der_take(struct der *der, uint8_t tag)
{
	size_t length = der->n >= 2 ? der->at[1] : 0, extra = 0;

	if (length > 0x80) {
		extra = length & 0x7f;
		length = 0;
		for (size_t i = 0; i < extra && extra <= 4 && 2 + i < der->n; i++)
			length = length << 8 | der->at[2 + i];
	}
	if (der->n < 2 + extra || der->at[0] != tag || der->at[1] == 0x80 || extra > 4) {
		der->broken = true;
		return 0;
	}
	der->at += 2 + extra;
	der->n -= 2 + extra;
	return length;
}

/* Takes an element whose content is at most `max` bytes long. */
static void
der_pass(struct der *der, uint8_t tag, size_t max)
{
	size_t length = der_take(der, tag);

	if (length == 0 || length > max || length > der->n)
		der->broken = true;
	if (der->broken)
		return;
	der->at += length;
	der->n -= length;
}

/* What follows the outer SEQUENCE of a kind of key: "i" a small INTEGER, "I" a large one, "(" the head of a
 * SEQUENCE, "o" an OBJECT IDENTIFIER, "s" an OCTET STRING. */
struct der_form {
	const char *label;
	const char *content;
};

static const struct der_form forms[] = {
	{"RSA PRIVATE KEY", "iI"},
	{"DSA PRIVATE KEY", "iI"},
	{"EC PRIVATE KEY", "is"},
	{"ENCRYPTED PRIVATE KEY", "(o"},
	{"PRIVATE KEY", "i(o"},
	{"RSA PUBLIC KEY", "I"},
	{"PUBLIC KEY", "(o"},
	{"CERTIFICATE", "("},
	{"TRUSTED CERTIFICATE", "("},
	{"CERTIFICATE REQUEST", "(i"},
	{"NEW CERTIFICATE REQUEST", "(i"},
	{"X509 CERTIFICATE", "("},
	{"X509 CRL", "("},
	{"DH PARAMETERS", "I"},
};

/* The smallest number that anybody's modulus has been: 384 bits. */
#define MODULUS_MIN 48u

static void
der_follow(struct der *der, char what)
{
	size_t length;

	switch (what) {
	case 'i':
		der_pass(der, DER_INTEGER, 1);
		break;
	case 'I':
		length = der_take(der, DER_INTEGER);
		der->broken |= length < MODULUS_MIN;
		break;
	case 'o':
		der_pass(der, DER_OID, 16);
		break;
	case 's':
		length = der_take(der, DER_OCTETS);
		der->broken |= length < 16 || length > 80;
		break;
	default:
		length = der_take(der, DER_SEQUENCE);
		der->broken |= length == 0;
	}
}

static bool
is_der(const struct body *body, struct slice label)
{
	struct der der = {body->bytes, body->n, false};
	size_t length = der_take(&der, DER_SEQUENCE);
	const char *content = "";

	if (der.broken || length < der.n || (body->whole && length != der.n))
		return false;
	for (size_t i = 0; i < sizeof(forms) / sizeof(*forms); i++)
		if (slice_eq_str(label, forms[i].label))
			content = forms[i].content;
	for (; *content && !der.broken; content++)
		der_follow(&der, *content);
	return !der.broken;
}

/* --- others --- */

static bool
is_openssh(const struct body *body)
{
	static const char magic[] = "openssh-key-v1"; /* with its NUL */

	return body->n > sizeof(magic) + 4 && memcmp(body->bytes, magic, sizeof(magic)) == 0 &&
	       memcmp(body->bytes + sizeof(magic), "\0\0\0", 3) == 0;
}

/* RFC 4880, 4.2: the tag of the first packet, in the old or the new form. */
static bool
is_pgp(const struct body *body, unsigned tag)
{
	uint8_t first = body->bytes[0];

	if ((first & 0xc0) == 0xc0)
		return (first & 0x3f) == tag;
	return (first & 0x80) != 0 && (first >> 2 & 0xf) == tag;
}

static bool
is_ssh2(const struct body *body)
{
	return memcmp(body->bytes, "\x3f\x6f\xf9\xeb", 4) == 0;
}

#define PGP_SECRET_KEY 5u
#define PGP_PUBLIC_KEY 6u

static bool
fits(const struct body *body, struct slice label, bool encrypted)
{
	if (body->n < BYTES_MIN)
		return false;
	if (slice_eq_str(label, "OPENSSH PRIVATE KEY"))
		return is_openssh(body);
	if (slice_eq_str(label, "PGP PRIVATE KEY BLOCK"))
		return is_pgp(body, PGP_SECRET_KEY);
	if (slice_eq_str(label, "PGP PUBLIC KEY BLOCK"))
		return is_pgp(body, PGP_PUBLIC_KEY);
	if (slice_starts(label, "SSH2 "))
		return is_ssh2(body);
	return encrypted ? !body->whole || body->n % 8 == 0 : is_der(body, label);
}

/* --- the armour --- */

/* Behind all that is passed over. */
static size_t
skip_gap(struct slice s, size_t at)
{
	size_t from;

	do {
		from = at;
		if (at < s.len)
			at = skip_noise(s, at);
	} while (at > from);
	return at;
}

/* As a byte or as an escape. */
static bool
is_line_end(struct slice s)
{
	return slice_starts(s, "\n") || slice_starts(s, "\r") || slice_starts(s, "\\");
}

/* Takes lines of "Name: value" off, as of an encrypted key or of PGP; a blank line ends them. */
static void
take_headers(struct slice *rest, bool *encrypted)
{
	for (;;) {
		size_t end = 0;

		*rest = slice_sub(*rest, skip_gap(*rest, 0), rest->len);
		while (end < rest->len && !is_line_end(slice_sub(*rest, end, rest->len)))
			end++;
		struct slice line = slice_sub(*rest, 0, end);
		if (slice_find(line, slice_str(": ")) == (size_t)-1)
			return;
		*encrypted |= slice_starts(line, "Proc-Type:") &&
			      slice_find(line, slice_str("ENCRYPTED")) != (size_t)-1;
		*rest = slice_sub(*rest, end, rest->len);
	}
}

bool
armour_holds(struct slice text)
{
	static const char begin[] = "-----BEGIN ";
	struct body body = {.n = 0};
	bool encrypted = false;

	text = slice_sub(text, 0, LIMIT_WINDOW_BYTES);
	if (!slice_starts(text, begin))
		return false;
	struct slice rest = slice_sub(text, sizeof(begin) - 1, text.len);
	size_t end = slice_find(rest, slice_str("-----"));
	if (end == (size_t)-1)
		return false;
	struct slice label = slice_sub(rest, 0, end);
	rest = slice_sub(rest, end + 5, rest.len);
	take_headers(&rest, &encrypted);
	return decode_body(&body, rest) && fits(&body, label, encrypted);
}
