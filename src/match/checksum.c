#include "match/checksum.h"

#include <stdint.h>

#include "base/ascii.h"
#include "base/decode.h"
#include "base/hash.h"
#include "base/json.h"
#include "base/limits.h"
#include "match/armour.h"

#define ROOM (LIMIT_WINDOW_BYTES / 4 * 3 + 3)

/* Offset of the last c in s, or (size_t)-1. */
static size_t
last_of(struct slice s, char c)
{
	for (size_t i = s.len; i > 0; i--)
		if (s.ptr[i - 1] == c)
			return i - 1;
	return (size_t)-1;
}

static struct slice
tail(struct slice s, size_t n)
{
	return slice_sub(s, s.len > n ? s.len - n : 0, s.len);
}

/* --- tokens with a checksum --- */

/* GitHub's (ghp_, gho_ ...) and npm's: "<prefix>_<random><CRC32 of random in 6 digits>". */
static bool
is_crc32_base62(struct slice s)
{
	struct slice random = slice_sub(s, last_of(s, '_') + 1, s.len);
	uint32_t crc;

	if (random.len < 16)
		return false;
	return base62_number(&crc, tail(random, 6)) &&
	       crc == hash_crc32(slice_sub(random, 0, random.len - 6));
}

/* Grafana's: "<prefix>_<random>_<CRC32 of all before in hex>", its least significant byte first. */
static bool
is_crc32_hex(struct slice s)
{
	size_t at = last_of(s, '_');
	struct slice digits = slice_sub(s, at + 1, s.len);
	uint32_t big = 0, little = 0;

	if (at == (size_t)-1 || at < 12 || digits.len != 8)
		return false;
	for (size_t i = 0; i < digits.len; i++) {
		int value = ascii_hex_value(digits.ptr[i]);
		if (value < 0)
			return false;
		big = big << 4 | (uint32_t)value;
	}
	for (unsigned i = 0; i < 4; i++)
		little |= (big >> (8 * i) & 0xff) << (24 - 8 * i);
	uint32_t crc = hash_crc32(slice_sub(s, 0, at));
	return crc == big || crc == little;
}

/*
 * GitHub's fine-grained ones: behind all but the last 16 letters come the
 * first 8 of their SHA-256 in base 32, and 8 more of which nothing is known.
 */
static bool
is_github_pat(struct slice s)
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyz234567";
	uint8_t digest[HASH_BYTES];
	uint64_t bits = 0;

	if (s.len != 93 || !slice_starts(s, "github_pat_"))
		return false;
	hash_sha256(digest, slice_sub(s, 0, s.len - 16));
	for (size_t i = 0; i < 5; i++)
		bits = bits << 8 | digest[i];
	for (unsigned i = 0; i < 8; i++)
		if (ascii_lower(s.ptr[s.len - 16 + i]) != letters[bits >> (35 - 5 * i) & 31])
			return false;
	return true;
}

/* "<16 random bytes><routing lines><their length>": each line is a key of one letter, ':' and a value. */
static bool
is_routing(const uint8_t *bytes, size_t n)
{
	if (n < 16 + 4 || bytes[n - 1] != n - 17)
		return false;
	return ascii_is_alpha((char)bytes[16]) && bytes[17] == ':';
}

/* GitLab's: "<prefix>-<payload>.[<version>.]<length of payload><CRC32 of all before>", numbers in base 36. */
static bool
is_gitlab_routable(struct slice s)
{
	uint8_t bytes[ROOM];
	size_t dot = slice_chr(s, '.'), hyphen = slice_chr(s, '-');
	uint32_t length, crc;

	if (dot == (size_t)-1 || hyphen > dot || s.len < dot + 1 + 9)
		return false;
	if (!base36_number(&crc, tail(s, 7)) || crc != hash_crc32(slice_sub(s, 0, s.len - 7)))
		return false;
	/* Some kinds put words with '-' or '_' between the prefix and the payload. */
	if (!base36_number(&length, slice_sub(s, s.len - 9, s.len - 7)) || length > dot)
		return false;
	size_t n = base64_decode(bytes, sizeof(bytes), slice_sub(s, dot - length, dot));
	return n != DECODE_FAILED && is_routing(bytes, n);
}

/*
 * AWS's unique ids: a kind in four letters and 80 bits in base 32. Since 2019
 * the first bit is set and an account number of 12 digits follows; older
 * ones begin with I or J.
 */
static bool
is_aws_key_id(struct slice s)
{
	static const char *const kinds[] = {"AKIA", "ASIA", "ABIA", "ACCA", "AGPA", "AIDA", "AIPA",
					    "ANPA", "ANVA", "APKA", "AROA", "ASCA", "A3T"};
	uint8_t bytes[16];
	uint64_t account = 0;
	bool known = false;

	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++)
		known |= slice_starts(s, kinds[i]);
	if (!known || s.len < 20 || base32_decode(bytes, sizeof(bytes), slice_sub(s, 4, 20)) == DECODE_FAILED)
		return false;
	if ((bytes[0] & 0x80) == 0)
		return s.ptr[4] == 'I' || s.ptr[4] == 'J';
	for (size_t i = 0; i < 6; i++)
		account = account << 8 | bytes[i];
	account = (account & 0x7fffffffffff) >> 7;
	return account > 0 && account < 1000000000000;
}

/* --- structures --- */

static bool
is_base64_json(struct slice s, const char *key)
{
	uint8_t bytes[ROOM];
	size_t n = base64_decode(bytes, sizeof(bytes), s);

	return n != DECODE_FAILED && json_is_object_with(slice_of(bytes, n), key);
}

static bool
is_base64(struct slice s)
{
	uint8_t bytes[ROOM];

	return s.len > 0 && base64_decode(bytes, sizeof(bytes), s) != DECODE_FAILED;
}

/* RFC 7519: header.payload.signature; encrypted (RFC 7516) it has five parts, and only the header can be
 * read. */
static bool
is_jwt(struct slice s)
{
	struct slice parts[5];
	size_t n = 0;

	for (bool more = true; more; n++) {
		size_t dot = slice_chr(s, '.');

		if (n == 5)
			return false;
		parts[n] = slice_sub(s, 0, dot);
		more = dot != (size_t)-1;
		s = slice_sub(s, more ? dot + 1 : s.len, s.len);
	}
	if (n == 5)
		return is_base64_json(parts[0], "alg") && is_base64_json(parts[0], "enc") &&
		       is_base64(parts[3]);
	return n == 3 && is_base64_json(parts[0], "alg") && is_base64_json(parts[1], NULL) &&
	       is_base64(parts[2]);
}

/* Bitcoin's private keys and extended keys: the last 4 bytes are those of the doubled hash of the others. */
static bool
is_base58check(struct slice s)
{
	uint8_t bytes[128], digest[HASH_BYTES];
	size_t n = base58_decode(bytes, sizeof(bytes), s);

	if (n == DECODE_FAILED || n < 8)
		return false;
	hash_sha256(digest, slice_of(bytes, n - 4));
	hash_sha256(digest, slice_of(digest, sizeof(digest)));
	return memcmp(digest, bytes + n - 4, 4) == 0;
}

static uint32_t
bech32_step(uint32_t checksum, uint32_t value)
{
	static const uint32_t generator[] = {0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3};
	uint32_t top = checksum >> 25;

	checksum = (checksum & 0x1ffffff) << 5 ^ value;
	for (unsigned i = 0; i < 5; i++)
		checksum ^= top >> i & 1 ? generator[i] : 0;
	return checksum;
}

/* BIP 173 and 350, of any length: age's and Nostr's keys. */
static bool
is_bech32(struct slice s)
{
	static const char letters[] = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
	size_t one = last_of(s, '1');
	uint32_t checksum = 1;
	bool upper = false, lower = false;

	if (one == (size_t)-1 || one == 0 || s.len - one < 7)
		return false;
	for (size_t i = 0; i < s.len; i++) {
		upper |= s.ptr[i] >= 'A' && s.ptr[i] <= 'Z';
		lower |= s.ptr[i] >= 'a' && s.ptr[i] <= 'z';
	}
	for (size_t i = 0; i < one; i++)
		checksum = bech32_step(checksum, (uint32_t)(unsigned char)ascii_lower(s.ptr[i]) >> 5);
	checksum = bech32_step(checksum, 0);
	for (size_t i = 0; i < one; i++)
		checksum = bech32_step(checksum, (uint32_t)ascii_lower(s.ptr[i]) & 31);
	for (size_t i = one + 1; i < s.len; i++) {
		const char *at = s.ptr[i] ? strchr(letters, ascii_lower(s.ptr[i])) : NULL;
		if (!at)
			return false;
		checksum = bech32_step(checksum, (uint32_t)(at - letters));
	}
	return !(upper && lower) && (checksum == 1 || checksum == 0x2bc830a3);
}

/* SEP 23: a kind, 32 bytes and CRC16 (XMODEM, its low byte first) in base 32. */
static bool
is_stellar(struct slice s)
{
	uint8_t bytes[35];
	uint32_t crc = 0;

	if (s.len != 56 || base32_decode(bytes, sizeof(bytes), s) != sizeof(bytes))
		return false;
	for (size_t i = 0; i < 33; i++) {
		crc ^= (uint32_t)bytes[i] << 8;
		for (int bit = 0; bit < 8; bit++)
			crc = crc & 0x8000 ? (crc << 1 ^ 0x1021) & 0xffff : crc << 1 & 0xffff;
	}
	return bytes[33] == (crc & 0xff) && bytes[34] == crc >> 8;
}

/* A field of a macaroon: its type, its length in groups of 7 bits, its bytes. False: it is cut. */
static bool
macaroon_field(const uint8_t *bytes, size_t n, size_t *at, uint8_t *type)
{
	size_t length = 0;
	unsigned shift = 0;

	*type = bytes[(*at)++];
	if (*type == 0)
		return true;
	for (bool more = true; more; shift += 7) {
		if (*at == n || shift > 14)
			return false;
		more = (bytes[*at] & 0x80) != 0;
		length |= (size_t)(bytes[(*at)++] & 0x7f) << shift;
	}
	if (length > n - *at)
		return false;
	*at += length;
	return true;
}

/* Version 2: fields in sections that a 0 ends; the last field is a signature of 32 bytes (PyPI's tokens). */
static bool
is_macaroon(struct slice s)
{
	uint8_t bytes[ROOM], type = 0;
	size_t at = 1;

	if (slice_starts(s, "pypi-"))
		s = slice_sub(s, 5, s.len);
	size_t n = base64_decode(bytes, sizeof(bytes), s);
	if (n == DECODE_FAILED || n < 40 || bytes[0] != 2)
		return false;
	while (at < n)
		if (!macaroon_field(bytes, n, &at, &type))
			return false;
	return type == 6 && bytes[n - 33] == 32;
}

/* Discord's bot tokens: "<base64 of the bot's number>.<time>.<signature>". */
static bool
is_discord(struct slice s)
{
	uint8_t bytes[24];
	size_t dot = slice_chr(s, '.');
	size_t n = base64_decode(bytes, sizeof(bytes), slice_sub(s, 0, dot));

	if (dot == (size_t)-1 || n == DECODE_FAILED || n < 17 || n > 20)
		return false;
	for (size_t i = 0; i < n; i++)
		if (!ascii_is_digit((char)bytes[i]))
			return false;
	return slice_chr(slice_sub(s, dot + 1, s.len), '.') != (size_t)-1;
}

/* ISO/IEC 7812: numbers of cards, with spaces or hyphens between groups. */
static bool
is_luhn(struct slice s)
{
	unsigned sum = 0, ndigits = 0;
	bool same = true;
	char last = '\0';

	for (size_t i = s.len; i > 0; i--) {
		char c = s.ptr[i - 1];

		if (c == ' ' || c == '-')
			continue;
		if (!ascii_is_digit(c))
			return false;
		unsigned digit = (unsigned)(c - '0') * (ndigits % 2 + 1);
		sum += digit / 10 + digit % 10;
		same &= ndigits == 0 || c == last;
		last = c;
		ndigits++;
	}
	return ndigits >= 12 && ndigits <= 19 && !same && sum % 10 == 0;
}

bool
checksum_holds(enum checksum kind, struct slice value)
{
	switch (kind) {
	case CHECKSUM_CRC32_BASE62:
		return is_crc32_base62(value);
	case CHECKSUM_CRC32_HEX:
		return is_crc32_hex(value);
	case CHECKSUM_GITHUB_PAT:
		return is_github_pat(value);
	case CHECKSUM_GITLAB_ROUTABLE:
		return is_gitlab_routable(value);
	case CHECKSUM_AWS_KEY_ID:
		return is_aws_key_id(value);
	case CHECKSUM_JWT:
		return is_jwt(value);
	case CHECKSUM_PEM:
		return armour_holds(value);
	case CHECKSUM_BASE64:
		return is_base64(value);
	case CHECKSUM_BASE64_JSON:
		return is_base64_json(value, NULL);
	case CHECKSUM_BASE58CHECK:
		return is_base58check(value);
	case CHECKSUM_BECH32:
		return is_bech32(value);
	case CHECKSUM_STELLAR:
		return is_stellar(value);
	case CHECKSUM_MACAROON:
		return is_macaroon(value);
	case CHECKSUM_DISCORD:
		return is_discord(value);
	case CHECKSUM_LUHN:
		return is_luhn(value);
	default:
		return false;
	}
}
