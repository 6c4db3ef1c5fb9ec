/*
 * checksum.h - forms of secrets that prove themselves
 *
 * What metavariable-checksum can ask of a value: a checksum that the issuer
 * built in, or a structure that nothing else has. What each means is told in
 * git-sluice-rules(5) and tested in match/checksum.c.
 */
#ifndef SLUICE_RULE_CHECKSUM_H
#define SLUICE_RULE_CHECKSUM_H

#include <stdbool.h>

#include "base/slice.h"

enum checksum {
	CHECKSUM_CRC32_BASE62,
	CHECKSUM_CRC32_HEX,
	CHECKSUM_GITHUB_PAT,
	CHECKSUM_GITLAB_ROUTABLE,
	CHECKSUM_AWS_KEY_ID,
	CHECKSUM_JWT,
	CHECKSUM_PEM,
	CHECKSUM_BASE64,
	CHECKSUM_BASE64_JSON,
	CHECKSUM_BASE58CHECK,
	CHECKSUM_BECH32,
	CHECKSUM_STELLAR,
	CHECKSUM_MACAROON,
	CHECKSUM_DISCORD,
	CHECKSUM_LUHN,
	CHECKSUM_COUNT
};

const char *checksum_name(enum checksum kind); /* "crc32-base62" */
bool checksum_by_name(enum checksum *out, struct slice name);

#endif
