/*
 * fingerprint.h - the same defect under another line number
 *
 * fingerprint = first 128 bits of SHA-256(rule id, lines, n), where lines is the text of
 * the lines that the match covers with all white space taken out, and n counts
 * the equal runs of lines before it in the same file: unchanged ones first, then
 * added ones in order, so that a copy inserted above an old finding is the new one.
 * Of a line longer than FINGERPRINT_LINE_BYTES only the bytes around the match count.
 *
 * Where the lines hold a secret, this would let anybody who reads a report or a baseline try passwords
 * until one fits. A random key cannot be had: the baseline must fit on the server and at the next
 * developer. So what is written then is made of
 *
 *	rule id, the word before the match, n, 16 bits of a hash of lines
 *
 * which a million guesses leave with a dozen that fit, while another secret in the same place is taken for
 * the old one once in 65,536 times. With sluice.fingerprintKey, which all who share a baseline must
 * have, it is the first 128 bits of HMAC-SHA-256 over rule id, lines and n instead.
 */
#ifndef SLUICE_FINDING_FINGERPRINT_H
#define SLUICE_FINDING_FINGERPRINT_H

#include "base/err.h"
#include "change/change.h"
#include "match/match.h"

#define FINGERPRINT_LINE_BYTES   8192u
#define FINGERPRINT_AROUND_BYTES 1024u

/* new_side: the match lies in the change's new text, else in its old one. */
int fingerprint_match(char out[32 + 1], const struct change *change, bool new_side, const struct match *match,
		      struct err *err) __attribute__((warn_unused_result));

/* Both of one match. */
struct fingerprints {
	char full[32 + 1];   /* says all of the lines */
	char secret[32 + 1]; /* can be written where they hold a secret */
};

/*
 * One side of a change, prepared for many fingerprints: hashes of its lines
 * are made with the first one. The change is borrowed.
 */
struct fingerprint_side {
	const struct text *text;
	const struct line_set *changed; /* added, or removed, lines */
	uint64_t *hashes;               /* one a line; NULL: not yet made */
};

void fingerprint_side_init(struct fingerprint_side *side, const struct change *change, bool new_side);
void fingerprint_side_release(struct fingerprint_side *side);
int fingerprint_in_side(struct fingerprints *out, struct fingerprint_side *side, const struct match *match,
			struct slice key, struct err *err) __attribute__((warn_unused_result));

/* The text lines that bytes [start, end) lie on; an LF belongs to the line it ends. */
struct line_range fingerprint_lines(const struct text *text, uint32_t start, uint32_t end);

/* Whether lines are equal, white space aside. */
bool fingerprint_same_line(struct slice a, struct slice b);

/* A 64-bit hash of a line without any white space, for tables of moved lines. */
uint64_t fingerprint_line(struct slice line);

/*
 * The same under a key (SipHash-1-3). Where an equal hash excuses a line,
 * the key is random: nobody can write a line that collides with a removed one.
 */
struct line_key {
	uint64_t k0, k1;
};
uint64_t fingerprint_line_keyed(struct slice line, struct line_key key);

/* Too common to say where a line came from: under 4 bytes that are no blanks, or punctuation only. */
bool fingerprint_is_trivial(struct slice line);

#endif
