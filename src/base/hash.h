/*
 * hash.h - SHA-256 (FIPS 180-4, by libmd) and a fast 64-bit hash for tables
 */
#ifndef SLUICE_BASE_HASH_H
#define SLUICE_BASE_HASH_H

#include <stdint.h>

#include "base/slice.h"

#define HASH_HEX_LEN 64

/*
 * SHA-256 over the parts, each preceded by its length so that no two lists of
 * parts collide by concatenation; lower-case hex with a NUL.
 */
void hash_parts(char hex[HASH_HEX_LEN + 1], const struct slice *parts, size_t n);

/* FNV-1a, 64 bits. For hash tables over trusted sizes, not for identity. */
uint64_t hash_bytes(const void *ptr, size_t len, uint64_t seed);
#define HASH_SEED 0xcbf29ce484222325u

#endif
