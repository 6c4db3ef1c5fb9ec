#include "cli/filling.h"

#include <stdint.h>

#include "base/ascii.h"
#include "base/escape.h"
#include "base/hash.h"

#define FILLING_MAX 256u

static const char base62[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
static const char base36[] = "0123456789abcdefghijklmnopqrstuvwxyz";
static const char base32[] = "abcdefghijklmnopqrstuvwxyz234567";

struct alphabet {
	const char *name; /* up to and with the colon */
	const char *digits;
};

static const struct alphabet alphabets[] = {
	{"{{sluice:", "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"},
	{"{{sluice-mixed:", base62},
	{"{{sluice-hex:", "0123456789abcdef"},
	{"{{sluice-upper-hex:", "0123456789ABCDEF"},
	{"{{sluice-lower:", base36},
	{"{{sluice-upper:", "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"},
	{"{{sluice-letters:", "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"},
	{"{{sluice-digits:", "0123456789"},
};

/* Characters that look random and are the same on each run. */
static void
add_random(struct buf *out, const char *digits, unsigned long n, uint64_t seed)
{
	uint64_t state = 0x9e3779b97f4a7c15u ^ seed;
	size_t base = strlen(digits);

	for (unsigned long i = 0; i < n; i++) {
		state = state * 6364136223846793005u + 1442695040888963407u;
		buf_add_char(out, digits[(state >> 33) % base]);
	}
}

static void
add_number(struct buf *out, uint32_t number, const char *digits, size_t width)
{
	uint32_t base = (uint32_t)strlen(digits);
	char written[16];

	for (size_t i = width; i > 0; i--, number /= base)
		written[i - 1] = digits[number % base];
	buf_add(out, written, width);
}

/* --- checksums --- */

/* What stands behind the last blank, quote or sign of an assignment. */
static struct slice
token_of(const struct buf *out)
{
	struct slice s = buf_slice(out);
	size_t at = s.len;

	while (at > 0 && !ascii_is_space(s.ptr[at - 1]) && !strchr("\"'`=:,(", s.ptr[at - 1]))
		at--;
	return slice_sub(s, at, s.len);
}

static struct slice
behind_last(struct slice s, char c)
{
	size_t at = s.len;

	while (at > 0 && s.ptr[at - 1] != c)
		at--;
	return slice_sub(s, at, s.len);
}

static void
sum_crc32_base62(struct buf *out, struct slice token)
{
	add_number(out, hash_crc32(behind_last(token, '_')), base62, 6);
}

static void
sum_crc32_hex(struct buf *out, struct slice token)
{
	uint32_t crc = hash_crc32(token);

	buf_add_char(out, '_');
	add_number(out, crc, "0123456789abcdef", 8);
}

/* Eight letters of the SHA-256 and eight of which nothing is known. */
static void
sum_github_pat(struct buf *out, struct slice token)
{
	uint8_t digest[HASH_BYTES];
	uint64_t bits = 0;

	hash_sha256(digest, token);
	for (size_t i = 0; i < 5; i++)
		bits = bits << 8 | digest[i];
	for (unsigned i = 0; i < 8; i++)
		buf_add_char(out, base32[bits >> (35 - 5 * i) & 31]);
	add_random(out, base32, 8, bits);
}

/* GitLab's: two digits of the payload's length, and the CRC-32 of all before it. */
static void
sum_gitlab(struct buf *out, struct slice token)
{
	struct slice payload = behind_last(slice_sub(token, 0, slice_chr(token, '.')), '-');

	add_number(out, (uint32_t)payload.len, base36, 2);
	add_number(out, hash_crc32(token_of(out)), base36, 7);
}

static const struct {
	const char *name;
	void (*add)(struct buf *out, struct slice token);
} sums[] = {
	{"{{sluice-sum:crc32-base62}}", sum_crc32_base62},
	{"{{sluice-sum:crc32-hex}}", sum_crc32_hex},
	{"{{sluice-sum:github-pat}}", sum_github_pat},
	{"{{sluice-sum:gitlab-routable}}", sum_gitlab},
};

/* --- place holders: each returns the length of the one at the start of rest, or 0 --- */

static size_t
fill_sum(struct buf *out, struct slice rest)
{
	for (size_t i = 0; i < sizeof(sums) / sizeof(sums[0]); i++) {
		if (!slice_starts(rest, sums[i].name))
			continue;
		sums[i].add(out, token_of(out));
		return strlen(sums[i].name);
	}
	return 0;
}

/* "{{sluice-u:202E}}" */
static size_t
fill_character(struct buf *out, struct slice rest)
{
	static const char name[] = "{{sluice-u:";
	size_t at = sizeof(name) - 1, end = slice_find(rest, slice_str("}}"));
	unsigned long code_point = 0;

	if (!slice_starts(rest, name) || end == (size_t)-1 || end - at < 4 || end - at > 6)
		return 0;
	for (; at < end; at++) {
		int digit = ascii_hex_value(rest.ptr[at]);
		if (digit < 0)
			return 0;
		code_point = code_point * 16 + (unsigned long)digit;
	}
	utf8_add(out, code_point);
	return end + 2;
}

static size_t
fill_random(struct buf *out, struct slice rest, uint64_t seed)
{
	for (size_t i = 0; i < sizeof(alphabets) / sizeof(alphabets[0]); i++) {
		if (!slice_starts(rest, alphabets[i].name))
			continue;
		size_t from = strlen(alphabets[i].name), to = slice_find(rest, slice_str("}}"));
		unsigned long n;
		if (to == (size_t)-1 || !slice_to_ulong(slice_sub(rest, from, to), FILLING_MAX, &n))
			return 0;
		add_random(out, alphabets[i].digits, n, seed);
		return to + 2;
	}
	return 0;
}

static size_t
fill_one(struct buf *out, struct slice rest, uint64_t seed)
{
	size_t used = fill_random(out, rest, seed);

	if (used == 0)
		used = fill_sum(out, rest);
	return used > 0 ? used : fill_character(out, rest);
}

static void
fill_line(struct buf *out, struct slice line)
{
	uint64_t seed = hash_bytes(line.ptr, line.len, HASH_SEED);

	for (size_t at = 0; at < line.len;) {
		struct slice rest = slice_sub(line, at, line.len);
		size_t next = slice_find(rest, slice_str("{{sluice"));
		buf_add_slice(out, slice_sub(rest, 0, next));
		if (next == (size_t)-1)
			break;
		at += next;
		size_t used = fill_one(out, slice_sub(line, at, line.len), seed + at);
		if (used == 0)
			buf_add_char(out, line.ptr[at]);
		at += used ? used : 1;
	}
}

void
filling_add(struct buf *out, struct slice text)
{
	while (text.len > 0) {
		size_t end = slice_chr(text, '\n');
		end = end == (size_t)-1 ? text.len : end + 1;
		fill_line(out, slice_sub(text, 0, end));
		text = slice_sub(text, end, text.len);
	}
}
