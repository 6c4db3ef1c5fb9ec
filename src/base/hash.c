#include "base/hash.h"

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

uint32_t
hash_crc32(struct slice s)
{
	return (uint32_t)crc32_z(0, (const Bytef *)s.ptr, s.len);
}

void
hash_parts(char hex[HASH_HEX_LEN + 1], const struct slice *parts, size_t n)
{
	static const char digits[] = "0123456789abcdef";
	uint8_t digest[SHA256_DIGEST_LENGTH];
	SHA2_CTX ctx;

	SHA256Init(&ctx);
	for (size_t i = 0; i < n; i++) {
		uint8_t length[8];
		for (size_t b = 0; b < sizeof(length); b++)
			length[b] = (uint8_t)((uint64_t)parts[i].len >> (8 * b));
		SHA256Update(&ctx, length, sizeof(length));
		SHA256Update(&ctx, (const uint8_t *)parts[i].ptr, parts[i].len);
	}
	SHA256Final(digest, &ctx);
	for (size_t i = 0; i < sizeof(digest); i++) {
		hex[2 * i] = digits[digest[i] >> 4];
		hex[2 * i + 1] = digits[digest[i] & 15];
	}
	hex[HASH_HEX_LEN] = '\0';
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
