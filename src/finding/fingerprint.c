#include "finding/fingerprint.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/ascii.h"
#include "base/buf.h"
#include "base/hash.h"
#include "base/limits.h"

#define TRIVIAL_BYTES 4u

/* --- hashes of lines --- */

/* SipHash (Aumasson, Bernstein 2012) with one round a word and three at the end. */
struct sip {
	uint64_t v0, v1, v2, v3;
};

static uint64_t
rotate(uint64_t x, int bits)
{
	return x << bits | x >> (64 - bits);
}

static void
sip_round(struct sip *s)
{
	s->v0 += s->v1;
	s->v1 = rotate(s->v1, 13) ^ s->v0;
	s->v0 = rotate(s->v0, 32);
	s->v2 += s->v3;
	s->v3 = rotate(s->v3, 16) ^ s->v2;
	s->v0 += s->v3;
	s->v3 = rotate(s->v3, 21) ^ s->v0;
	s->v2 += s->v1;
	s->v1 = rotate(s->v1, 17) ^ s->v2;
	s->v2 = rotate(s->v2, 32);
}

static void
sip_word(struct sip *s, uint64_t word)
{
	s->v3 ^= word;
	sip_round(s);
	s->v0 ^= word;
}

uint64_t
fingerprint_line_keyed(struct slice line, struct line_key key)
{
	struct sip s = {key.k0 ^ 0x736f6d6570736575u, key.k1 ^ 0x646f72616e646f6du,
			key.k0 ^ 0x6c7967656e657261u, key.k1 ^ 0x7465646279746573u};
	uint64_t word = 0, n = 0;

	for (size_t i = 0; i < line.len; i++) {
		if (ascii_is_space(line.ptr[i]))
			continue;
		word |= (uint64_t)(unsigned char)line.ptr[i] << (8 * (n % 8));
		if (++n % 8 == 0) {
			sip_word(&s, word);
			word = 0;
		}
	}
	sip_word(&s, word | n << 56);
	s.v2 ^= 0xff;
	for (int i = 0; i < 3; i++)
		sip_round(&s);
	return s.v0 ^ s.v1 ^ s.v2 ^ s.v3;
}

uint64_t
fingerprint_line(struct slice line)
{
	return fingerprint_line_keyed(line, (struct line_key){0, 0});
}

/* The next byte that is no white space, or -1. */
static int
next_solid(struct slice line, size_t *at)
{
	while (*at < line.len && ascii_is_space(line.ptr[*at]))
		++*at;
	return *at < line.len ? (unsigned char)line.ptr[(*at)++] : -1;
}

bool
fingerprint_same_line(struct slice a, struct slice b)
{
	size_t i = 0, k = 0;
	int x, y;

	do {
		x = next_solid(a, &i);
		y = next_solid(b, &k);
	} while (x == y && x >= 0);
	return x == y;
}

bool
fingerprint_is_trivial(struct slice line)
{
	size_t solid = 0;
	bool word = false;

	for (size_t i = 0; i < line.len; i++) {
		char c = line.ptr[i];
		solid += !ascii_is_space(c);
		word = word || ascii_is_alnum(c) || (unsigned char)c >= 0x80;
		if (word && solid >= TRIVIAL_BYTES)
			return false;
	}
	return true;
}

/* --- fingerprints --- */

struct line_range
fingerprint_lines(const struct text *text, uint32_t start, uint32_t end)
{
	uint32_t first = text_line_at(text, start);

	return (struct line_range){first, end > start ? text_line_at(text, end - 1) : first};
}

void
fingerprint_side_init(struct fingerprint_side *side, const struct change *change, bool new_side)
{
	*side = (struct fingerprint_side){
		.text = new_side ? &change->new_text : &change->old_text,
		.changed = new_side ? &change->added : &change->removed,
	};
}

void
fingerprint_side_release(struct fingerprint_side *side)
{
	free(side->hashes);
	side->hashes = NULL;
}

static int
hash_lines(struct fingerprint_side *side, struct err *err)
{
	if (side->hashes)
		return 0;
	side->hashes = calloc((size_t)side->text->nlines + 1, sizeof(*side->hashes));
	if (!side->hashes)
		return err_oom(err);
	for (uint32_t line = 1; line <= side->text->nlines; line++)
		side->hashes[line] = fingerprint_line(text_line(side->text, line));
	return 0;
}

/*
 * How many runs of lines equal to this one come before it. A run is new when
 * one of its lines is; new runs come after all old ones.
 *
 *	old copy            unchanged: 0
 *	new copy            added: 2, behind both unchanged ones
 *	old copy            unchanged: 1
 */
static size_t
count_before(const struct fingerprint_side *side, struct line_range run)
{
	const uint64_t *hashes = side->hashes;
	uint32_t length = run.last - run.first;
	bool is_new = line_set_touches(side->changed, run.first, run.last);
	size_t n = 0;

	for (uint32_t line = 1; line + length <= side->text->nlines; line++) {
		if (hashes[line] != hashes[run.first] || line == run.first ||
		    memcmp(&hashes[line], &hashes[run.first], (length + 1) * sizeof(*hashes)) != 0)
			continue;
		bool other_is_new = line_set_touches(side->changed, line, line + length);
		n += is_new == other_is_new ? line < run.first : is_new;
	}
	return n;
}

/* The lines of the run without white space. */
static void
add_solid_bytes(struct buf *out, const struct text *text, struct line_range run, const struct match *match)
{
	for (uint32_t line = run.first; line <= run.last; line++) {
		struct slice s = text_line(text, line);
		if (s.len > FINGERPRINT_LINE_BYTES) {
			size_t base = text->starts[line - 1];
			size_t from = match->start > base + FINGERPRINT_AROUND_BYTES
					      ? match->start - base - FINGERPRINT_AROUND_BYTES
					      : 0;
			size_t to = match->end > base ? match->end - base + FINGERPRINT_AROUND_BYTES : 0;
			s = slice_sub(s, from, to);
		}
		for (size_t i = 0; i < s.len; i++)
			if (!ascii_is_space(s.ptr[i]))
				buf_add_char(out, s.ptr[i]);
	}
}

/* The last word of letters that ends before the match, but for what parts a name from its value. */
static struct slice
word_before(const struct text *text, const struct match *match)
{
	static const char between[] = " \t\"'`=:>({[,";
	size_t start = text->starts[text_line_at(text, match->start) - 1], end = match->start;

	while (end > start && memchr(between, text->bytes.ptr[end - 1], sizeof(between) - 1))
		end--;
	size_t from = end;
	while (from > start &&
	       (ascii_is_alpha(text->bytes.ptr[from - 1]) || text->bytes.ptr[from - 1] == '_'))
		from--;
	return slice_sub(text->bytes, from, end);
}

/* What can be written of a secret; see fingerprint.h. */
static void
make_secret(char out[32 + 1], const struct text *text, const struct match *match, struct slice lines,
	    struct slice n, struct slice key)
{
	const struct slice check = slice_str("check"), all[] = {match->rule->id, lines, n};
	uint8_t digest[HASH_BYTES], check_digest[HASH_BYTES];

	if (key.len > 0) {
		hash_keyed(digest, key, all, 3);
	} else {
		hash_keyed(check_digest, check, &lines, 1);
		const struct slice parts[] = {match->rule->id, word_before(text, match), n,
					      slice_of(check_digest, 2)};
		hash_keyed(digest, key, parts, 4);
	}
	hash_hex(out, digest, 16);
}

int
fingerprint_in_side(struct fingerprints *out, struct fingerprint_side *side, const struct match *match,
		    struct slice key, struct err *err)
{
	struct line_range run = fingerprint_lines(side->text, match->start, match->end);
	struct buf lines = BUF_INIT(LIMIT_BLOB_BYTES);
	char hex[HASH_HEX_LEN + 1], n[24];

	if (hash_lines(side, err) < 0)
		return -1;
	snprintf(n, sizeof(n), "%zu", count_before(side, run));
	add_solid_bytes(&lines, side->text, run, match);
	if (!buf_ok(&lines)) {
		buf_release(&lines);
		return err_oom(err);
	}
	const struct slice parts[] = {match->rule->id, buf_slice(&lines), slice_str(n)};
	hash_parts(hex, parts, 3);
	memcpy(out->full, hex, 32);
	out->full[32] = '\0';
	make_secret(out->secret, side->text, match, parts[1], parts[2], key);
	buf_release(&lines);
	return 0;
}

int
fingerprint_match(char out[32 + 1], const struct change *change, bool new_side, const struct match *match,
		  struct err *err)
{
	struct fingerprint_side side;
	struct fingerprints prints = {"", ""};

	fingerprint_side_init(&side, change, new_side);
	int rc = fingerprint_in_side(&prints, &side, match, slice_of("", 0), err);
	fingerprint_side_release(&side);
	memcpy(out, prints.full, sizeof(prints.full));
	return rc;
}
