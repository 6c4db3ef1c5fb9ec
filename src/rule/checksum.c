#include "rule/checksum.h"

static const char *const names[] = {
	[CHECKSUM_CRC32_BASE62] = "crc32-base62",
	[CHECKSUM_CRC32_HEX] = "crc32-hex",
	[CHECKSUM_GITHUB_PAT] = "github-pat",
	[CHECKSUM_GITLAB_ROUTABLE] = "gitlab-routable",
	[CHECKSUM_AWS_KEY_ID] = "aws-key-id",
	[CHECKSUM_JWT] = "jwt",
	[CHECKSUM_PEM] = "pem",
	[CHECKSUM_BASE64] = "base64",
	[CHECKSUM_BASE64_JSON] = "base64-json",
	[CHECKSUM_BASE58CHECK] = "base58check",
	[CHECKSUM_BECH32] = "bech32",
	[CHECKSUM_STELLAR] = "stellar",
	[CHECKSUM_MACAROON] = "macaroon",
	[CHECKSUM_DISCORD] = "discord",
	[CHECKSUM_LUHN] = "luhn",
};

_Static_assert(sizeof(names) / sizeof(*names) == CHECKSUM_COUNT, "every kind has a name");

const char *
checksum_name(enum checksum kind)
{
	return names[kind];
}

bool
checksum_by_name(enum checksum *out, struct slice name)
{
	for (size_t i = 0; i < CHECKSUM_COUNT; i++) {
		if (slice_eq_str(name, names[i])) {
			*out = (enum checksum)i;
			return true;
		}
	}
	return false;
}
