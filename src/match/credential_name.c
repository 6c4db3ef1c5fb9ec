/*
 * credential_name.c - what a name means by its words
 *
 * A name is cut into words where a sign, a digit or a change of case stands, and
 * read from its end. Worked examples:
 *
 *	DB_PASSWORD_2      db password           the last word of meaning is password    password
 *	userAccessToken    user access token     token                                   key
 *	accessTokenUrl     access token url      an url is no token                      none
 *	public_key         public key            a public one                            none
 *	PublicKeyToken     public key token      of a public one                         none
 *	row.key            row key               a row's                                 none
 *	sort.my_key        sort my key           key alone says little                   maybe
 *	apikey             apikey                ends as a key's name does               key
 */
#include "match/credential_name.h"

#include "base/ascii.h"

#define WORDS_MAX 12u /* of a name, from its end */
#define WORD_MAX  24u

#define COUNT(a)  (sizeof(a) / sizeof(*(a)))

struct word {
	char text[WORD_MAX + 1]; /* lower case, cut */
	size_t len;
	bool dotted; /* a dot stands behind it: it is another name */
};

struct words {
	struct word at[WORDS_MAX]; /* the last one first */
	size_t n;
};

/* --- words --- */

static bool
is_upper(char c)
{
	return c >= 'A' && c <= 'Z';
}

/* Where the word begins that ends before `end`: "userToken" at Token, "HTTPToken" at Token, "TOKEN" at TOKEN.
 */
static size_t
word_start(struct slice name, size_t end)
{
	size_t at = end - 1;

	if (is_upper(name.ptr[at])) {
		while (at > 0 && is_upper(name.ptr[at - 1]))
			at--;
		return at;
	}
	while (at > 0 && ascii_is_alpha(name.ptr[at - 1]) && !is_upper(name.ptr[at - 1]))
		at--;
	return at > 0 && is_upper(name.ptr[at - 1]) ? at - 1 : at;
}

static void
set_word(struct word *out, struct slice text)
{
	out->len = text.len < WORD_MAX ? text.len : WORD_MAX;
	for (size_t i = 0; i < out->len; i++)
		out->text[i] = ascii_lower(text.ptr[text.len - out->len + i]);
	out->text[out->len] = '\0';
}

static void
cut(struct words *out, struct slice name)
{
	size_t end = name.len;
	bool dotted = false;

	out->n = 0;
	while (end > 0 && out->n < WORDS_MAX) {
		if (!ascii_is_alpha(name.ptr[end - 1])) {
			dotted |= name.ptr[--end] == '.';
			continue;
		}
		size_t start = word_start(name, end);
		out->at[out->n].dotted = dotted;
		set_word(&out->at[out->n++], slice_sub(name, start, end));
		dotted = false;
		end = start;
	}
}

static struct slice
text_of(const struct word *word)
{
	return (struct slice){word->text, word->len};
}

static bool
is_one_of(const struct word *word, const char *const *list, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (slice_eq_str(text_of(word), list[i]))
			return true;
	return false;
}

static bool
ends_with_one_of(const struct word *word, const char *const *list, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (slice_ends(text_of(word), list[i]))
			return true;
	return false;
}

static bool
starts_with_one_of(const struct word *word, const char *const *list, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (slice_starts(text_of(word), list[i]))
			return true;
	return false;
}

#define IS(word, list)     is_one_of(word, list, COUNT(list))
#define ENDS(word, list)   ends_with_one_of(word, list, COUNT(list))
#define STARTS(word, list) starts_with_one_of(word, list, COUNT(list))

/* --- what words mean --- */

static const char *const password_words[] = {"pass",       "pw",     "pwd",      "pswd",      "psw",
					     "passw",      "senha",  "passwort", "kennwort",  "mdp",
					     "contrasena", "parola", "haslo",    "wachtwoord"};
static const char *const password_ends[] = {"password", "passwd",      "passphrase", "passwrd", "passcode",
					    "pwd",      "requirepass", "userpass",   "dbpass",  "adminpass",
					    "rootpass", "mypass",      "authpass"};

static const char *const key_words[] = {"cred", "creds", "credential", "credentials",   "jwt",
					"pat",  "otp",   "psk",        "authorization", "authentication"};
static const char *const key_ends[] = {"token",     "secret",        "apikey",     "authkey",   "accesskey",
				       "secretkey", "privatekey",    "appkey",     "sharedkey", "signingkey",
				       "masterkey", "encryptionkey", "licensekey", "aeskey",    "hmackey"};

static const char *const salt_words[] = {"iv", "pepper"};
static const char *const salt_ends[] = {"salt", "nonce"};

static const char *const maybe_words[] = {"key",       "keys",    "auth",    "api",  "cookie", "session",
					  "sessionid", "license", "licence", "seed", "bearer", "apihash",
					  "serial",    "basic",   "webhook", "dsn",  "sas"};

/* Whose key is a secret. */
static const char *const key_owners[] = {
	"api",          "app",         "access",  "secret",  "private",   "priv",     "encryption", "encrypt",
	"decrypt",      "decryption",  "signing", "sign",    "signature", "master",   "account",    "shared",
	"storage",      "license",     "licence", "service", "client",    "consumer", "deploy",     "admin",
	"subscription", "function",    "write",   "server",  "session",   "cookie",   "hmac",       "jwt",
	"aes",          "des",         "crypto",  "crypt",   "cipher",    "oauth",    "auth",       "webhook",
	"security",     "rest",        "maps",    "map",     "wallet",    "user",     "developer",  "dev",
	"project",      "integration", "ingest",  "agent",   "token",     "password", "host",       "pre",
	"encr",         "symmetric"};

/* What these say of a key or a token is that it is none to hide. */
static const char *const harmless_before[] = {
	"public",       "pub",          "csrf",        "xsrf",        "next",        "page",
	"continuation", "cancellation", "cancel",      "primary",     "foreign",     "no",
	"sync",         "sort",         "partition",   "idempotency", "forgery",     "authenticity",
	"invalid",      "wrong",        "bad",         "fake",        "dummy",       "mock",
	"incorrect",    "expired",      "cache",       "unique",      "index",       "object",
	"row",          "column",       "hash",        "react",       "translation", "message",
	"label",        "menu",         "hot",         "shortcut",    "arrow",       "registry",
	"dict",         "cell",         "lang",        "i18n",        "group",       "sorting",
	"order",        "list",         "item",        "property",    "config",      "setting",
	"header",       "query",        "param",       "field",       "data",        "metric",
	"routing",      "locale",       "natural",     "spreadsheet", "sheet",       "document",
	"playlist",     "site",         "publishable", "composite",   "missing",     "unknown",
	"unexpected",   "syntax",       "lexer",       "parser",      "delimiter",   "is",
	"has",          "contains",     "socket",      "receipt",     "s",           "object"};
static const char *const harmless_tokens[] = {
	"public",       "pub",    "csrf",   "xsrf",     "next",      "page",         "continuation",
	"cancellation", "cancel", "no",     "sync",     "forgery",   "authenticity", "idempotency",
	"invalid",      "wrong",  "bad",    "fake",     "dummy",     "mock",         "incorrect",
	"expired",      "lexer",  "parser", "missing",  "unknown",   "unexpected",   "syntax",
	"amz",          "is",     "has",    "collapse", "delimiter", "cache",        "concurrency"};
/* As part of the same name, and not of a password. */
static const char *const harmless_parts[] = {
	"recv",    "receive", "trusted", "known", "authorized", "import",  "export",  "list",     "delete",
	"fetch",   "search",  "object",  "sort",  "row",        "primary", "foreign", "config",   "state",
	"request", "action",  "output",  "input", "pattern",    "hex",     "forward", "backward", "change"};

/* What stands behind a secret's name and is none itself. */
static const char *const other_words[] = {
	"dir",         "path",      "uri",       "url",      "urls",      "endpoint",    "host",
	"name",        "names",     "field",     "fields",   "label",     "type",        "types",
	"length",      "len",       "size",      "count",    "limit",     "ttl",         "age",
	"time",        "date",      "timeout",   "format",   "pattern",   "regex",       "regexp",
	"prefix",      "suffix",    "header",    "headers",  "param",     "params",      "parameter",
	"message",     "msg",       "text",      "title",    "hint",      "help",        "desc",
	"description", "error",     "errors",    "invalid",  "valid",     "policy",      "strength",
	"option",      "options",   "enabled",   "required", "class",     "style",       "input",
	"elem",        "element",   "column",    "table",    "attr",      "attribute",   "prop",
	"property",    "selector",  "provider",  "service",  "manager",   "handler",     "factory",
	"store",       "reset",     "hash",      "hashed",   "digest",    "fingerprint", "checksum",
	"algorithm",   "alg",       "method",    "scope",    "scopes",    "issuer",      "audience",
	"grant",       "exchange",  "version",   "ref",      "refs",      "arn",         "env",
	"var",         "variable",  "index",     "idx",      "id",        "ids",         "pub",
	"public",      "mode",      "state",     "status",   "scheme",    "kind",        "event",
	"usage",       "pair",      "board",     "code",     "codes",     "down",        "up",
	"press",       "map",       "mapping",   "set",      "chain",     "ring",        "frame",
	"frames",      "space",     "holder",    "info",     "list",      "view",        "page",
	"form",        "button",    "icon",      "link",     "generator", "parser",      "stream",
	"tree",        "bucket",    "balance",   "price",    "symbol",    "address",     "contract",
	"number",      "position",  "start",     "end",      "group",     "column",      "order",
	"rule",        "rules",     "filter",    "model",    "user",      "owner",       "expected",
	"words",       "word",      "tip",       "config",   "template",  "placeholder", "function",
	"callback",    "module",    "interface", "request",  "response",  "server",      "client",
	"domain",      "region",    "schema",    "size",     "bits",      "rounds",      "iterations",
	"tag",         "source",    "target",    "resource", "operation", "permission",  "js",
	"ts",          "py",        "go",        "rb",       "php",       "java",        "html",
	"json",        "yml",       "yaml",      "xml",      "svg",       "png",         "md",
	"sha",         "object",    "manifest",  "action",   "route",     "role",        "vault",
	"managers",    "only",      "mismatch",  "hook",     "cache",     "attempts",    "history",
	"change",      "changed",   "settings",  "uuid",     "guid",      "sender",      "accessor",
	"duration",    "renewable", "creation",  "gain",     "declared",  "concluded",   "spec",
	"mgr",         "used",      "mtime",     "username", "usernames", "login",       "logins"};
static const char *const other_starts[] = {"file",   "expir",   "encod",     "rotat", "validat", "confirmed",
					   "requir", "generat", "refreshed", "verif", "protect"};
/* "tokenize", "secretary", "passwordless", "keyboard" are words of their own, but "tokens" and "passwords"
 * not. */
static const char *const plurals[] = {"tokens", "secrets", "passwords"};

/* --- reading --- */

static bool
is_other(const struct word *word)
{
	if (slice_eq_str(text_of(word), "requirepass")) /* Redis' name for its password */
		return false;
	return IS(word, other_words) || STARTS(word, other_starts) || IS(word, plurals);
}

/* "public_key.key", "PublicKeyToken" */
static bool
is_of_public(const struct words *words, size_t at)
{
	return at + 2 < words->n && slice_eq_str(text_of(&words->at[at + 2]), "public");
}

static enum credential_name
meaning_of_key(const struct words *words, size_t at)
{
	const struct word *before = at + 1 < words->n ? &words->at[at + 1] : NULL;

	if (before && IS(before, harmless_before))
		return CREDENTIAL_NAME_NONE;
	if (is_of_public(words, at))
		return CREDENTIAL_NAME_NONE;
	return before && IS(before, key_owners) ? CREDENTIAL_NAME_KEY : CREDENTIAL_NAME_MAYBE;
}

static bool
is_harmless(const struct word *before, enum credential_name name)
{
	if (IS(before, harmless_tokens))
		return true;
	return name != CREDENTIAL_NAME_PASSWORD && !before->dotted && IS(before, harmless_parts);
}

static enum credential_name
meaning(const struct words *words, size_t at)
{
	const struct word *word = &words->at[at];
	const struct word *before = at + 1 < words->n ? &words->at[at + 1] : NULL;

	if (slice_eq_str(text_of(word), "key"))
		return meaning_of_key(words, at);
	enum credential_name name = CREDENTIAL_NAME_NONE;
	if (IS(word, password_words) || ENDS(word, password_ends))
		name = CREDENTIAL_NAME_PASSWORD;
	else if (IS(word, key_words) || ENDS(word, key_ends))
		name = CREDENTIAL_NAME_KEY;
	else if (IS(word, salt_words) || ENDS(word, salt_ends))
		name = CREDENTIAL_NAME_SALT;
	else if (IS(word, maybe_words))
		name = CREDENTIAL_NAME_MAYBE;
	if (is_of_public(words, at))
		return CREDENTIAL_NAME_NONE;
	return before && is_harmless(before, name) ? CREDENTIAL_NAME_NONE : name;
}

/* Telegram's name for an application's key */
static bool
is_api_hash(const struct words *words, size_t at)
{
	return at + 1 < words->n && slice_eq_str(text_of(&words->at[at]), "hash") &&
	       slice_eq_str(text_of(&words->at[at + 1]), "api");
}

/* Vault's and Tencent's name for half of a pair */
static bool
is_secret_id(const struct words *words, size_t at)
{
	return at + 1 < words->n && slice_eq_str(text_of(&words->at[at]), "id") &&
	       slice_eq_str(text_of(&words->at[at + 1]), "secret");
}

/* "pass-word", "passWord" */
static bool
is_pass_word(const struct words *words, size_t at)
{
	return at + 1 < words->n && slice_eq_str(text_of(&words->at[at]), "word") &&
	       slice_eq_str(text_of(&words->at[at + 1]), "pass");
}

/* "FAKE_SECRET_ID": what says so is none */
static bool
is_of_a_double(const struct words *words)
{
	static const char *const doubles[] = {"fake", "dummy", "mock", "mocked", "bogus", "placeholder"};

	for (size_t i = 0; i < words->n; i++)
		if (IS(&words->at[i], doubles))
			return true;
	return false;
}

enum credential_name
credential_name_of(struct slice name)
{
	struct words words;

	cut(&words, name);
	if (is_of_a_double(&words))
		return CREDENTIAL_NAME_NONE;
	for (size_t i = 0; i < words.n; i++) {
		if (is_pass_word(&words, i))
			return CREDENTIAL_NAME_PASSWORD;
		if (is_api_hash(&words, i))
			return CREDENTIAL_NAME_KEY;
		if (is_secret_id(&words, i))
			return CREDENTIAL_NAME_MAYBE;
		if (is_other(&words.at[i]))
			return CREDENTIAL_NAME_NONE;
		enum credential_name found = meaning(&words, i);
		if (found != CREDENTIAL_NAME_NONE)
			return found;
	}
	return CREDENTIAL_NAME_NONE;
}
