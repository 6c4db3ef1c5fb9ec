#include "base/hash.h"

#include <sha1.h>
#include <sha2.h>
#include <zlib.h>

_Static_assert(HASH_BYTES == SHA256_DIGEST_LENGTH, "SHA-256's");

void
hash_sha256(uint8_t out[HASH_BYTES], struct slice s)
{
	SHA2_CTX ctx;

	SHA256Init(&ctx);
	SHA256Update(&ctx, (const uint8_t *)s.ptr, s.len);
	SHA256Final(out, &ctx);
}

void
hash_sha1(uint8_t out[HASH_SHA1_BYTES], struct slice s)
{
	SHA1_CTX ctx;

	SHA1Init(&ctx);
	SHA1Update(&ctx, (const uint8_t *)s.ptr, s.len);
	SHA1Final(out, &ctx);
}

uint32_t
hash_crc32(struct slice s)
{
	return (uint32_t)crc32_z(0, (const Bytef *)s.ptr, s.len);
}

static void
add_parts(SHA2_CTX *ctx, const struct slice *parts, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		uint8_t length[8];
		for (size_t b = 0; b < sizeof(length); b++)
			length[b] = (uint8_t)((uint64_t)parts[i].len >> (8 * b));
		SHA256Update(ctx, length, sizeof(length));
		SHA256Update(ctx, (const uint8_t *)parts[i].ptr, parts[i].len);
	}
}

void
hash_hex(char *out, const uint8_t *bytes, size_t n)
{
	static const char digits[] = "0123456789abcdef";

	for (size_t i = 0; i < n; i++) {
		out[2 * i] = digits[bytes[i] >> 4];
		out[2 * i + 1] = digits[bytes[i] & 15];
	}
	out[2 * n] = '\0';
}

void
hash_parts(char hex[HASH_HEX_LEN + 1], const struct slice *parts, size_t n)
{
	uint8_t digest[SHA256_DIGEST_LENGTH];
	SHA2_CTX ctx;

	SHA256Init(&ctx);
	add_parts(&ctx, parts, n);
	SHA256Final(digest, &ctx);
	hash_hex(hex, digest, sizeof(digest));
}

/* Begins a hash with a block of the key, each byte with `mark` over it. */
static void
begin_keyed(SHA2_CTX *ctx, const uint8_t key[SHA256_BLOCK_LENGTH], uint8_t mark)
{
	uint8_t block[SHA256_BLOCK_LENGTH];

	for (size_t i = 0; i < sizeof(block); i++)
		block[i] = key[i] ^ mark;
	SHA256Init(ctx);
	SHA256Update(ctx, block, sizeof(block));
}

void
hash_keyed(uint8_t out[HASH_BYTES], struct slice key, const struct slice *parts, size_t n)
{
	uint8_t block[SHA256_BLOCK_LENGTH] = {0};
	SHA2_CTX ctx;

	if (key.len > sizeof(block))
		hash_sha256(block, key);
	else if (key.len > 0)
		memcpy(block, key.ptr, key.len);
	begin_keyed(&ctx, block, 0x36);
	add_parts(&ctx, parts, n);
	SHA256Final(out, &ctx);
	begin_keyed(&ctx, block, 0x5c);
	SHA256Update(&ctx, out, HASH_BYTES);
	SHA256Final(out, &ctx);
}

uint64_t
hash_bytes(const void *ptr, size_t len, uint64_t seed)
{
	const unsigned char *at = ptr;
	uint64_t hash = seed;

	for (size_t i = 0; i < len; i++)
		hash = (hash ^ at[i]) * 0x100000001b3u;
	return hash;
}
