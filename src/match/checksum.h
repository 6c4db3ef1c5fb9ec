/*
 * checksum.h - whether a value is what its form claims
 *
 * The formats are public: GitHub's and GitLab's token formats, RFC 7519 (JWT),
 * RFC 7468 (PEM), BIP 13 and 173 (Base58Check, Bech32), SEP 23 (Stellar),
 * libmacaroons' second serialisation, AWS's unique identifiers.
 */
#ifndef SLUICE_MATCH_CHECKSUM_H
#define SLUICE_MATCH_CHECKSUM_H

#include "rule/checksum.h"

/* The value has at most LIMIT_WINDOW_BYTES, the whole token with its prefix. */
bool checksum_holds(enum checksum kind, struct slice value);

#endif
