/*
 * hash.h - SHA-256 and SHA-1 (FIPS 180-4, by libmd), CRC-32, and a fast 64-bit hash for tables
 */
#ifndef SLUICE_BASE_HASH_H
#define SLUICE_BASE_HASH_H

#include <stdint.h>

#include "base/slice.h"

#define HASH_BYTES   32
#define HASH_HEX_LEN 64

void hash_sha256(uint8_t out[HASH_BYTES], struct slice s);

#define HASH_SHA1_BYTES 20

/* Only where a format asks for it: it can be made to collide. */
void hash_sha1(uint8_t out[HASH_SHA1_BYTES], struct slice s);

/* CRC-32 of ISO 3309, as of gzip (by zlib). */
uint32_t hash_crc32(struct slice s);

/*
 * SHA-256 over the parts, each preceded by its length so that no two lists of
 * parts collide by concatenation; lower-case hex with a NUL.
 */
void hash_parts(char hex[HASH_HEX_LEN + 1], const struct slice *parts, size_t n);

/*
 * HMAC-SHA-256 (RFC 2104) over the same bytes: nobody without the key can tell what the parts were by trying.
 */
void hash_keyed(uint8_t out[HASH_BYTES], struct slice key, const struct slice *parts, size_t n);

/* Lower-case hex of n bytes, with a NUL. */
void hash_hex(char *out, const uint8_t *bytes, size_t n);

/* FNV-1a, 64 bits. For hash tables over trusted sizes, not for identity. */
uint64_t hash_bytes(const void *ptr, size_t len, uint64_t seed);
#define HASH_SEED 0xcbf29ce484222325u

#endif
