/*
 * decode.h - bytes that are written as letters
 *
 * All are strict: a text with a stray letter, a wrong padding or bits left
 * over is not decoded at all, so that a decoder is a test of the form, too.
 */
#ifndef SLUICE_BASE_DECODE_H
#define SLUICE_BASE_DECODE_H

#include <stdint.h>

#include "base/slice.h"

#define DECODE_FAILED ((size_t)-1)

/* 0 to 63 of base64's letters, those of URLs (- and _) among them, or -1. */
int base64_value(char c);

/*
 * RFC 4648, with the letters of either alphabet but not of both. Padding may be missing.
 * Bytes written to out, or DECODE_FAILED: also when there is no room for them.
 */
size_t base64_decode(uint8_t *out, size_t room, struct slice s);

/* RFC 4648 in upper case, without padding. */
size_t base32_decode(uint8_t *out, size_t room, struct slice s);

/* Base 58 with Bitcoin's letters: a number with the most significant digit first, leading 1s are zeros. */
size_t base58_decode(uint8_t *out, size_t room, struct slice s);

/* A number in base 36 (lower case) or 62 (0-9, A-Z, a-z) that fills s; false: it is none, or above 32 bits.
 */
bool base36_number(uint32_t *out, struct slice s);
bool base62_number(uint32_t *out, struct slice s);

#endif
