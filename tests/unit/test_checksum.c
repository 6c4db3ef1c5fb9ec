/*
 * What proves itself. Tokens are put together at run time: no scanner shall
 * trip on this file.
 */
#include "unit.h"

#include <stdlib.h>

#include "base/buf.h"
#include "base/decode.h"
#include "base/hash.h"
#include "base/json.h"
#include "base/limits.h"
#include "match/checksum.h"

/* --- writing what the program reads --- */

static const char base64_letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

static void
add_base64(struct buf *out, const void *bytes, size_t n, bool padded)
{
	const unsigned char *at = bytes;

	for (size_t i = 0; i < n; i += 3) {
		uint32_t three = (uint32_t)at[i] << 16 | (i + 1 < n ? (uint32_t)at[i + 1] << 8 : 0) |
				 (i + 2 < n ? at[i + 2] : 0);
		for (size_t k = 0; k < 4; k++)
			if (i + k <= n)
				buf_add_char(out, base64_letters[three >> (18 - 6 * k) & 63]);
			else if (padded)
				buf_add_char(out, '=');
	}
}

static void
add_number(struct buf *out, uint32_t number, unsigned base, size_t width)
{
	static const char base62[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
	static const char base36[] = "0123456789abcdefghijklmnopqrstuvwxyz";
	char digits[16];

	for (size_t i = width; i > 0; i--, number /= base)
		digits[i - 1] = (base == 36 ? base36 : base62)[number % base];
	buf_add(out, digits, width);
}

static bool
holds(enum checksum kind, const struct buf *value)
{
	assert_true(buf_ok(value));
	return checksum_holds(kind, buf_slice(value));
}

static bool
holds_str(enum checksum kind, const char *value)
{
	return checksum_holds(kind, slice_str(value));
}

/* The value stays proven only as it is: with any byte changed to another of its kind it is not. */
static void
assert_fragile(enum checksum kind, struct buf *value)
{
	for (size_t i = value->len; i-- > value->len - 8;) {
		char was = value->ptr[i];

		value->ptr[i] = was == 'a' || was == '2' ? 'b' : was >= '0' && was <= '9' ? '2' : 'a';
		assert_false(holds(kind, value));
		value->ptr[i] = was;
	}
	assert_true(holds(kind, value));
	buf_add_char(value, 'a');
	assert_false(holds(kind, value));
}

/* --- tokens with a checksum --- */

static void
test_crc32_base62(void **state)
{
	struct buf token = BUF_INIT(200);

	(void)state;
	/* npm's own example, made when the format was announced */
	buf_add_str(&token, "npm_");
	buf_add_str(&token, "qkJaB6MffYVzZXWqmcoF49yrUxP3wf0LsakP");
	assert_fragile(CHECKSUM_CRC32_BASE62, &token);
	buf_clear(&token);
	buf_add_str(&token, "ghp_");
	buf_add_str(&token, "A1b2C3d4E5f6G7h8I9j0K1l2M3n4O5");
	add_number(&token, hash_crc32(slice_sub(buf_slice(&token), 4, token.len)), 62, 6);
	assert_int_equal(token.len, 40);
	assert_fragile(CHECKSUM_CRC32_BASE62, &token);
	assert_false(holds_str(CHECKSUM_CRC32_BASE62, ""));
	assert_false(holds_str(CHECKSUM_CRC32_BASE62, "ghp_000000"));
	buf_release(&token);
}

static void
test_crc32_hex(void **state)
{
	struct buf token = BUF_INIT(200);

	(void)state;
	for (int little = 0; little < 2; little++) {
		buf_clear(&token);
		buf_add_str(&token, "glsa_");
		buf_add_str(&token, "A1b2C3d4E5f6G7h8I9j0K1l2M3n4O5p6");
		uint32_t crc = hash_crc32(buf_slice(&token));
		if (little)
			crc = __builtin_bswap32(crc);
		buf_addf(&token, "_%08x", crc);
		assert_fragile(CHECKSUM_CRC32_HEX, &token);
	}
	buf_release(&token);
}

static void
test_github_pat(void **state)
{
	static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
	struct buf token = BUF_INIT(200);
	uint8_t digest[HASH_BYTES];

	(void)state;
	buf_add_str(&token, "github_pat_");
	buf_add_str(&token, "11AAAAAAA0a1b2c3d4e5f6_A1b2C3d4E5f6G7h8I9j0K1l2M3n4O5p6Q7r8S9t0U1v");
	assert_int_equal(token.len, 93 - 16);
	hash_sha256(digest, buf_slice(&token));
	uint64_t bits = (uint64_t)digest[0] << 32 | (uint64_t)digest[1] << 24 | (uint64_t)digest[2] << 16 |
			(uint64_t)digest[3] << 8 | digest[4];
	for (unsigned i = 0; i < 8; i++)
		buf_add_char(&token, letters[bits >> (35 - 5 * i) & 31]);
	buf_add_str(&token, "Zz9Yy8Xx");
	assert_true(holds(CHECKSUM_GITHUB_PAT, &token));
	token.ptr[30] = token.ptr[30] == 'x' ? 'y' : 'x';
	assert_false(holds(CHECKSUM_GITHUB_PAT, &token));
	buf_release(&token);
}

static void
add_gitlab(struct buf *token, const char *prefix, const char *routing, const char *version)
{
	char bytes[80] = "0123456789abcdef";
	size_t n = 16 + strlen(routing);
	struct buf payload = BUF_INIT(200);

	memcpy(bytes + 16, routing, n - 16);
	bytes[n] = (char)strlen(routing);
	add_base64(&payload, bytes, n + 1, false);
	buf_clear(token);
	buf_add_str(token, prefix);
	buf_add_slice(token, buf_slice(&payload));
	buf_addf(token, ".%s", version);
	add_number(token, (uint32_t)payload.len, 36, 2);
	add_number(token, hash_crc32(buf_slice(token)), 36, 7);
	buf_release(&payload);
}

static void
test_gitlab_routable(void **state)
{
	struct buf token = BUF_INIT(400);

	(void)state;
	add_gitlab(&token, "glpat-", "o:1\nu:2s", "01.");
	assert_fragile(CHECKSUM_GITLAB_ROUTABLE, &token);
	add_gitlab(&token, "glrt-t1_", "c:1\no:1", "");
	assert_fragile(CHECKSUM_GITLAB_ROUTABLE, &token);
	add_gitlab(&token, "glpat-", "routing", "01.");
	assert_false(holds(CHECKSUM_GITLAB_ROUTABLE, &token));
	assert_false(holds_str(CHECKSUM_GITLAB_ROUTABLE, "glpat-x.0000000000"));
	buf_release(&token);
}

/* The id of an account, as AWS packs it behind the kind. */
static void
add_key_id(struct buf *token, const char *kind, uint64_t account, uint64_t rest)
{
	static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
	uint64_t high = (uint64_t)1 << 39 | account >> 1, low = account << 39 | rest;

	buf_clear(token);
	buf_add_str(token, kind);
	for (unsigned i = 0; i < 8; i++)
		buf_add_char(token, letters[high >> (35 - 5 * i) & 31]);
	for (unsigned i = 0; i < 8; i++)
		buf_add_char(token, letters[(low & 0xffffffffff) >> (35 - 5 * i) & 31]);
}

static void
test_aws_key_id(void **state)
{
	struct buf token = BUF_INIT(200);

	(void)state;
	add_key_id(&token, "AKIA", 123456789012, 12345);
	assert_true(holds(CHECKSUM_AWS_KEY_ID, &token));
	add_key_id(&token, "ASIA", 999999999999, 1);
	assert_true(holds(CHECKSUM_AWS_KEY_ID, &token));
	add_key_id(&token, "ASIA", 1000000000000, 1);
	assert_false(holds(CHECKSUM_AWS_KEY_ID, &token));
	add_key_id(&token, "AKIA", 0, 1);
	assert_false(holds(CHECKSUM_AWS_KEY_ID, &token));
	add_key_id(&token, "AXIA", 123456789012, 12345);
	assert_false(holds(CHECKSUM_AWS_KEY_ID, &token));
	/* one of the manual's, from before accounts were in them */
	assert_true(holds_str(CHECKSUM_AWS_KEY_ID, "AKIA"
						   "IOSFODNN7EXAMPLE"));
	assert_false(holds_str(CHECKSUM_AWS_KEY_ID, "AKIA"
						    "BOSFODNN7EXAMPLE"));
	assert_false(holds_str(CHECKSUM_AWS_KEY_ID, "AKIA"
						    "IOSFODNN1EXAMPLE"));
	assert_false(holds_str(CHECKSUM_AWS_KEY_ID, "AKIA"
						    "IOSFODNN"));
	buf_release(&token);
}

/* --- structures --- */

static void
add_jwt(struct buf *token, const char *header, const char *payload, const char *more)
{
	buf_clear(token);
	add_base64(token, header, strlen(header), false);
	buf_add_char(token, '.');
	add_base64(token, payload, strlen(payload), false);
	buf_add_str(token, more);
}

static void
test_jwt(void **state)
{
	struct buf token = BUF_INIT(400);

	(void)state;
	add_jwt(&token, "{\"typ\":\"JWT\",\"alg\":\"HS256\"}", "{\"sub\":\"1\"}", ".c2lnbmF0dXJl");
	assert_true(holds(CHECKSUM_JWT, &token));
	add_jwt(&token, "{\"typ\":\"JWT\"}", "{\"sub\":\"1\"}", ".c2lnbmF0dXJl");
	assert_false(holds(CHECKSUM_JWT, &token));
	add_jwt(&token, "{\"alg\":\"HS256\"", "{\"sub\":\"1\"}", ".c2lnbmF0dXJl");
	assert_false(holds(CHECKSUM_JWT, &token));
	add_jwt(&token, "{\"a\":{\"alg\":1}}", "{\"sub\":\"1\"}", ".c2lnbmF0dXJl");
	assert_false(holds(CHECKSUM_JWT, &token));
	add_jwt(&token, "{\"alg\":\"HS256\"}", "[1]", ".c2lnbmF0dXJl");
	assert_false(holds(CHECKSUM_JWT, &token));
	add_jwt(&token, "{\"alg\":\"HS256\"}", "{}", "");
	assert_false(holds(CHECKSUM_JWT, &token));
	add_jwt(&token, "{\"alg\":\"dir\",\"enc\":\"A128GCM\"}", "", ".aXYx.Y2lwaGVy.dGFn");
	assert_true(holds(CHECKSUM_JWT, &token));
	add_jwt(&token, "{\"alg\":\"dir\"}", "", ".aXYx.Y2lwaGVy.dGFn");
	assert_false(holds(CHECKSUM_JWT, &token));
	buf_release(&token);
}

static void
test_base64(void **state)
{
	(void)state;
	assert_true(holds_str(CHECKSUM_BASE64, "YWJj"));
	assert_true(holds_str(CHECKSUM_BASE64, "YWI="));
	assert_true(holds_str(CHECKSUM_BASE64, "YWI"));
	assert_true(holds_str(CHECKSUM_BASE64, "YQ=="));
	assert_true(holds_str(CHECKSUM_BASE64, "_-__"));
	assert_true(holds_str(CHECKSUM_BASE64, "/+//"));
	assert_false(holds_str(CHECKSUM_BASE64, "/+/_"));
	assert_false(holds_str(CHECKSUM_BASE64, "YQ="));
	assert_false(holds_str(CHECKSUM_BASE64, "YWJj="));
	assert_false(holds_str(CHECKSUM_BASE64, "YWJjY==="));
	assert_false(holds_str(CHECKSUM_BASE64, "YR=="));
	assert_false(holds_str(CHECKSUM_BASE64, "Y"));
	assert_false(holds_str(CHECKSUM_BASE64, "YWJ j"));
	assert_false(holds_str(CHECKSUM_BASE64, ""));
	assert_true(holds_str(CHECKSUM_BASE64_JSON, "eyJpYXQiOjF9"));
	assert_false(holds_str(CHECKSUM_BASE64_JSON, "eyJpYXQiOjF"));
	assert_false(holds_str(CHECKSUM_BASE64_JSON, "YWJj"));
}

static void
test_base58check(void **state)
{
	struct buf token = BUF_INIT(8000);

	(void)state;
	/* the Bitcoin wiki's example */
	buf_add_str(&token, "5HueCGU8rMjxEXxiPuD5BDku4");
	buf_add_str(&token, "MkFqeZyd4dZ1jvhTVqvbTLvyTJ");
	assert_fragile(CHECKSUM_BASE58CHECK, &token);
	/* leading zeros */
	assert_true(holds_str(CHECKSUM_BASE58CHECK, "1111111111111111111114oLvT2"));
	assert_false(holds_str(CHECKSUM_BASE58CHECK, "111111111111111111114oLvT2"));
	assert_false(holds_str(CHECKSUM_BASE58CHECK, "0"));
	buf_clear(&token);
	for (int i = 0; i < 4096; i++)
		buf_add_char(&token, i % 2 ? '1' : 'z');
	assert_false(holds(CHECKSUM_BASE58CHECK, &token));
	buf_release(&token);
}

/* BIP 173's and 350's own samples. */
static void
test_bech32(void **state)
{
	(void)state;
	assert_true(holds_str(CHECKSUM_BECH32, "A12UEL5L"));
	assert_true(holds_str(CHECKSUM_BECH32, "a12uel5l"));
	assert_true(holds_str(CHECKSUM_BECH32, "abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw"));
	assert_true(holds_str(CHECKSUM_BECH32, "A1LQFN3A"));
	assert_false(holds_str(CHECKSUM_BECH32, "a12UEL5L"));
	assert_false(holds_str(CHECKSUM_BECH32, "abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxx"));
	assert_false(holds_str(CHECKSUM_BECH32, "1qzzfhee"));
	assert_false(holds_str(CHECKSUM_BECH32, "abc"));
}

static void
test_stellar(void **state)
{
	struct buf token = BUF_INIT(200);

	(void)state;
	buf_add_str(&token, "SBU2RRGLXH3E5CQHTD3ODLDF2BWD");
	buf_add_str(&token, "CYUSSBLLZ5GNW7JXHDIYKXZWHOKR");
	assert_fragile(CHECKSUM_STELLAR, &token);
	buf_release(&token);
}

static void
test_macaroon(void **state)
{
	static const char head[] = "\x02\x01\x08pypi.org\x02\x04idid";
	struct buf bytes = BUF_INIT(200), token = BUF_INIT(400);

	(void)state;
	buf_add(&bytes, head, sizeof(head)); /* with the 0 that ends a section */
	buf_add(&bytes, "\x02\x03key\0\0\x06\x20", 9);
	for (int i = 0; i < 32; i++)
		buf_add_char(&bytes, (char)(i * 7));
	buf_add_str(&token, "pypi-");
	add_base64(&token, bytes.ptr, bytes.len, false);
	assert_true(holds(CHECKSUM_MACAROON, &token));
	buf_clear(&token);
	add_base64(&token, bytes.ptr, bytes.len - 1, false);
	assert_false(holds(CHECKSUM_MACAROON, &token));
	bytes.ptr[2] = '\x7f';
	buf_clear(&token);
	add_base64(&token, bytes.ptr, bytes.len, false);
	assert_false(holds(CHECKSUM_MACAROON, &token));
	buf_release(&bytes);
	buf_release(&token);
}

static void
test_discord(void **state)
{
	struct buf token = BUF_INIT(200);

	(void)state;
	add_base64(&token, "123456789012345678", 18, false);
	buf_add_str(&token, ".Gabcde.abcdefghijklmnopqrstuvwxyz0");
	assert_true(holds(CHECKSUM_DISCORD, &token));
	token.ptr[0] = 'x';
	assert_false(holds(CHECKSUM_DISCORD, &token));
	assert_false(holds_str(CHECKSUM_DISCORD, "MTIzNDU2Nzg5MDEyMzQ1Njc4"));
	buf_release(&token);
}

static void
test_luhn(void **state)
{
	(void)state;
	assert_true(holds_str(CHECKSUM_LUHN, "4111"
					     "111111111111"));
	assert_true(holds_str(CHECKSUM_LUHN, "4111 1111-1111 1111"));
	assert_true(holds_str(CHECKSUM_LUHN, "3782"
					     "82246310005"));
	assert_false(holds_str(CHECKSUM_LUHN, "4111"
					      "111111111112"));
	assert_false(holds_str(CHECKSUM_LUHN, "0000"
					      "000000000000"));
	assert_false(holds_str(CHECKSUM_LUHN, "42"));
	assert_false(holds_str(CHECKSUM_LUHN, "4111x111111111111"));
}

/* --- armour --- */

/* A PKCS #1 key of 512 bits, as far as anybody looks at it. */
static void
add_rsa(struct buf *der)
{
	static const char head[] = "\x30\x82\x01\x3a\x02\x01\x00\x02\x41\x00";

	buf_clear(der);
	buf_add(der, head, sizeof(head) - 1);
	while (der->len < 0x13a + 4)
		buf_add_char(der, (char)(der->len * 37));
}

struct armour_row {
	const char *name;
	const char *begin, *between, *end;
	size_t cut; /* bytes that are missing */
	bool holds;
};

#define BEGIN(label) "-----BEGIN " label "-----"
#define END(label)   "-----END " label "-----"
#define RSA          "RSA PRIVATE KEY"

static const struct armour_row armour_rows[] = {
	{"lines", BEGIN(RSA) "\n", "\n", "\n" END(RSA) "\n", 0, true},
	{"CRLF", BEGIN(RSA) "\r\n", "\r\n", "\r\n" END(RSA), 0, true},
	{"one line", BEGIN(RSA), "", END(RSA), 0, true},
	{"escapes", BEGIN(RSA) "\\n", "\\n", "\\n" END(RSA), 0, true},
	{"escaped escapes", BEGIN(RSA) "\\\\n", "\\\\n", "\\\\n" END(RSA), 0, true},
	{"literals that are joined", BEGIN(RSA) "\\n\" +\n  \"", "\\n\" +\n  \"", "\\n\" +\n\"" END(RSA), 0,
	 true},
	{"literals side by side", BEGIN(RSA) "\\n\"\n  \"", "\\n\"\n  \"", "\\n\"\n\"" END(RSA), 0, true},
	{"a comment", BEGIN(RSA) "\n# ", "\n# ", "\n# " END(RSA), 0, true},
	{"indented", BEGIN(RSA) "\n\t", "\n\t", "\n\t" END(RSA), 0, true},
	{"without an end", BEGIN(RSA) "\n", "\n", "", 0, true},
	{"cut by the window", BEGIN(RSA) "\n", "\n", "", 200, true},
	{"too short", BEGIN(RSA) "\n", "\n", "\n" END(RSA), 3, false},
	{"too little", BEGIN(RSA) "\n", "\n", "", 0x13a - 10, false},
	{"dots in place of it", BEGIN(RSA) "\n", "...\n", "\n" END(RSA), 0, false},
	{"another kind", BEGIN("EC PRIVATE KEY") "\n", "\n", "\n" END("EC PRIVATE KEY"), 0, false},
	{"OpenSSH", BEGIN("OPENSSH PRIVATE KEY") "\n", "\n", "\n" END("OPENSSH PRIVATE KEY"), 0, false},
	{"a kind that nobody knows", BEGIN("ANY PRIVATE KEY") "\n", "\n", "\n" END("ANY PRIVATE KEY"), 0,
	 true},
	{"encrypted", BEGIN(RSA) "\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00\n\n", "\n",
	 "\n" END(RSA), 6, true},
	{"encrypted, but no block", BEGIN(RSA) "\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00\n\n", "\n",
	 "\n" END(RSA), 5, false},
	{"no label", "-----BEGIN RSA", "", "", 0, false},
};

static void
test_armour(void **state)
{
	const struct armour_row *row = *state;
	struct buf der = BUF_INIT(1000), letters = BUF_INIT(1000), text = BUF_INIT(4000);

	add_rsa(&der);
	add_base64(&letters, der.ptr, der.len - row->cut, true);
	buf_add_str(&text, row->begin);
	for (size_t at = 0; at < letters.len; at += 64) {
		if (at > 0)
			buf_add_str(&text, row->between);
		buf_add_slice(&text, slice_sub(buf_slice(&letters), at, at + 64));
	}
	buf_add_str(&text, row->end);
	assert_int_equal(holds(CHECKSUM_PEM, &text), row->holds);
	buf_release(&der);
	buf_release(&letters);
	buf_release(&text);
}

struct body_row {
	const char *label, *bytes;
	size_t n;
	bool holds;
};

#define ROW(label, bytes, holds)                                                                             \
	{                                                                                                    \
		label, bytes, sizeof(bytes) - 1, holds                                                       \
	}
#define TEN "0123456789"

static const struct body_row body_rows[] = {
	ROW("OPENSSH PRIVATE KEY", "openssh-key-v1\0\0\0\0\4none\0\0\0\4none", true),
	ROW("OPENSSH PRIVATE KEY", "openssh-key-v2\0\0\0\0\4none\0\0\0\4none", false),
	ROW("EC PRIVATE KEY", "\x30\x25\x02\x01\x01\x04\x20" TEN TEN TEN "01", true),
	ROW("EC PRIVATE KEY", "\x30\x25\x02\x01\x01\x05\x20" TEN TEN TEN "01", false),
	ROW("PRIVATE KEY",
	    "\x30\x2e\x02\x01\x00\x30\x05\x06\x03\x2b\x65\x70\x04\x22\x04\x20" TEN TEN TEN "01", true),
	ROW("PRIVATE KEY",
	    "\x30\x2e\x02\x01\x00\x31\x05\x06\x03\x2b\x65\x70\x04\x22\x04\x20" TEN TEN TEN "01", false),
	ROW("ENCRYPTED PRIVATE KEY",
	    "\x30\x2f\x30\x0b\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x05\x0d\x04\x20" TEN TEN TEN "01", true),
	ROW("PUBLIC KEY", "\x30\x2a\x30\x05\x06\x03\x2b\x65\x70\x03\x21\x00" TEN TEN TEN "01", true),
	ROW("PGP PRIVATE KEY BLOCK", "\x95\x03\xbe\x04" TEN TEN TEN, true),
	ROW("PGP PRIVATE KEY BLOCK", "\xc5\x03\xbe\x04" TEN TEN TEN, true),
	ROW("PGP PRIVATE KEY BLOCK", "\x99\x03\xbe\x04" TEN TEN TEN, false),
	ROW("PGP PUBLIC KEY BLOCK", "\x99\x03\xbe\x04" TEN TEN TEN, true),
	ROW("SSH2 ENCRYPTED PRIVATE KEY", "\x3f\x6f\xf9\xeb" TEN TEN TEN, true),
	ROW("PRIVATE KEY", TEN TEN TEN TEN TEN, false),
	ROW("PRIVATE KEY", "\x30\x84\xff\xff\xff\xff\x02\x01\x00\x30\x05\x06\x03\x2b\x65\x70" TEN TEN, false),
	ROW("PRIVATE KEY", "\x30\x80\x02\x01\x00\x30\x05\x06\x03\x2b\x65\x70" TEN TEN, false),
	ROW("PRIVATE KEY", "\x30", false),
};

static void
test_bodies(void **state)
{
	struct buf text = BUF_INIT(4000);

	(void)state;
	for (size_t i = 0; i < sizeof(body_rows) / sizeof(*body_rows); i++) {
		buf_clear(&text);
		buf_addf(&text, "-----BEGIN %s-----\n", body_rows[i].label);
		add_base64(&text, body_rows[i].bytes, body_rows[i].n, true);
		buf_addf(&text, "\n=abcd\n-----END %s-----\n", body_rows[i].label);
		if (holds(CHECKSUM_PEM, &text) != body_rows[i].holds)
			fail_msg("row %zu", i);
	}
	buf_release(&text);
}

/* --- JSON --- */

struct json_row {
	const char *text, *tokens;
};

static const struct json_row json_rows[] = {
	{"{}", "{}"},
	{" [ ] ", "[]"},
	{"{\"a\": [1, \"b\", true, null], \"c\": {\"d\": -1.5e3}}", "{ka[nsww]kc{kdn}}"},
	{"\"a\\\"b\"", "s"},
	{"", "!"},
	{"{", "{!"},
	{"[1", "[n!"},
	{"[1,]", "[n!"},
	{"{\"a\"}", "{!"},
	{"{\"a\":1,}", "{kan!"},
	{"{\"a\":1 \"b\":2}", "{kan!"},
	{"[1}", "[n!"},
	{"{]", "{!"},
	{"1 2", "n!"},
	{"\"a", "!"},
	{"\"a\\", "!"},
	{"\"a\nb\"", "!"},
	{"nul", "!"},
};

static void
show_tokens(struct buf *out, struct slice text)
{
	static const char marks[] = {'!', '.', '{', '}', '[', ']', 'k', 's', 'n', 'w'};
	struct json_reader r = {.text = text};
	enum json_token token;

	while ((token = json_next(&r)) != JSON_END) {
		buf_add_char(out, marks[token]);
		if (token == JSON_KEY)
			buf_add_slice(out, r.token);
		if (token == JSON_ERROR)
			break;
	}
	assert_int_equal(json_next(&r), token);
}

static void
test_json(void **state)
{
	struct buf out = BUF_INIT(4000), deep = BUF_INIT(4000);

	(void)state;
	for (size_t i = 0; i < sizeof(json_rows) / sizeof(*json_rows); i++) {
		buf_clear(&out);
		show_tokens(&out, slice_str(json_rows[i].text));
		assert_slice_equal(buf_slice(&out), json_rows[i].tokens);
	}
	for (unsigned i = 0; i <= JSON_DEPTH; i++)
		buf_add_char(&deep, '[');
	buf_clear(&out);
	show_tokens(&out, buf_slice(&deep));
	assert_int_equal(out.len, JSON_DEPTH + 1);
	assert_int_equal(out.ptr[JSON_DEPTH], '!');
	buf_release(&out);
	buf_release(&deep);
}

/* Every beginning of a value is judged without reading past it (for the sanitizers). */
static void
test_cut(void **state)
{
	struct buf text = BUF_INIT(4000);

	(void)state;
	buf_addf(&text, "-----BEGIN %s-----\nProc-Type: x\n\nMIIB_._", RSA);
	for (size_t n = 0; n <= text.len; n++)
		for (size_t kind = 0; kind < CHECKSUM_COUNT; kind++) {
			char *copy = malloc(n + 1);
			assert_non_null(copy);
			memcpy(copy + 1, text.ptr, n);
			bool proven = checksum_holds((enum checksum)kind, slice_of(copy + 1, n));
			assert_true(!proven || kind == CHECKSUM_BASE64);
			free(copy);
		}
	buf_release(&text);
}

int
main(void)
{
	enum { ROWS = sizeof(armour_rows) / sizeof(*armour_rows) };
	struct CMUnitTest tests[ROWS + 16];
	size_t n = 0;

	tests[n++] = (struct CMUnitTest)cmocka_unit_test(test_crc32_base62);
	tests[n++] = (struct CMUnitTest)cmocka_unit_test(test_crc32_hex);
	tests[n++] = (struct CMUnitTest)cmocka_unit_test(test_github_pat);
	tests[n++] = (struct CMUnitTest)cmocka_unit_test(test_gitlab_routable);
	tests[n++] = (struct CMUnitTest)cmocka_unit_test(test_aws_key_id);
	tests[n++] = (struct CMUnitTest)cmocka_unit_test(test_jwt);
	tests[n++] = (struct CMUnitTest)cmocka_unit_test(test_base64);
	tests[n++] = (struct CMUnitTest)cmocka_unit_test(test_base58check);
	tests[n++] = (struct CMUnitTest)cmocka_unit_test(test_bech32);
	tests[n++] = (struct CMUnitTest)cmocka_unit_test(test_stellar);
	tests[n++] = (struct CMUnitTest)cmocka_unit_test(test_macaroon);
	tests[n++] = (struct CMUnitTest)cmocka_unit_test(test_discord);
	tests[n++] = (struct CMUnitTest)cmocka_unit_test(test_luhn);
	tests[n++] = (struct CMUnitTest)cmocka_unit_test(test_bodies);
	tests[n++] = (struct CMUnitTest)cmocka_unit_test(test_json);
	tests[n++] = (struct CMUnitTest)cmocka_unit_test(test_cut);
	for (size_t i = 0; i < ROWS; i++)
		tests[n++] = (struct CMUnitTest){.name = armour_rows[i].name,
						 .test_func = test_armour,
						 .initial_state = (void *)(uintptr_t)&armour_rows[i]};
	return _cmocka_run_group_tests("checksum", tests, n, NULL, NULL);
}
