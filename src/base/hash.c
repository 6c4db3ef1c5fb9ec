#include "base/hash.h"

#include <errno.h>
#include <sha1.h>
#include <sha2.h>
#include <sys/stat.h>
#include <unistd.h>

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

/* Reads n bytes; false: there are fewer. */
static bool
read_whole(int fd, uint8_t *out, size_t n)
{
	while (n > 0) {
		ssize_t got = read(fd, out, n);
		if (got == 0 || (got < 0 && errno != EINTR))
			return false;
		if (got > 0) {
			out += got;
			n -= (size_t)got;
		}
	}
	return true;
}

bool
hash_ends_file(int fd, size_t hash_bytes)
{
	static const uint8_t zeros[SHA256_DIGEST_LENGTH];
	uint8_t block[16384], digest[SHA256_DIGEST_LENGTH] = {0}, trailer[SHA256_DIGEST_LENGTH];
	const bool is_sha1 = hash_bytes == SHA1_DIGEST_LENGTH;
	struct stat st;
	SHA1_CTX sha1;
	SHA2_CTX sha2;

	if (hash_bytes > sizeof(trailer) || fstat(fd, &st) < 0 || (size_t)st.st_size < hash_bytes ||
	    lseek(fd, 0, SEEK_SET) < 0)
		return false;
	SHA1Init(&sha1);
	SHA256Init(&sha2);
	for (size_t left = (size_t)st.st_size - hash_bytes; left > 0;) {
		size_t n = left < sizeof(block) ? left : sizeof(block);
		if (!read_whole(fd, block, n))
			return false;
		if (is_sha1)
			SHA1Update(&sha1, block, n);
		else
			SHA256Update(&sha2, block, n);
		left -= n;
	}
	if (is_sha1)
		SHA1Final(digest, &sha1);
	else
		SHA256Final(digest, &sha2);
	return read_whole(fd, trailer, hash_bytes) &&
	       (memcmp(trailer, digest, hash_bytes) == 0 || memcmp(trailer, zeros, hash_bytes) == 0);
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
