/*
 * credential_name.h - whether a name says that its value is a secret
 */
#ifndef SLUICE_MATCH_CREDENTIAL_NAME_H
#define SLUICE_MATCH_CREDENTIAL_NAME_H

#include "base/slice.h"

enum credential_name {
	CREDENTIAL_NAME_NONE,
	CREDENTIAL_NAME_MAYBE,    /* "key", "auth", "cookie": of some things a secret */
	CREDENTIAL_NAME_SALT,     /* "salt", "nonce", "iv" */
	CREDENTIAL_NAME_KEY,      /* "apiKey", "token", "client_secret" */
	CREDENTIAL_NAME_PASSWORD, /* "db_password", "adminPwd" */
};

/* name: an identifier, a path of them, or a few words: "app.db-password", "x-api-key", "API key". */
enum credential_name credential_name_of(struct slice name);

#endif
