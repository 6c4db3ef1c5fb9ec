/*
 * What looks like a key or a password. The values are of this file alone.
 */
#include "unit.h"

#include "match/credential.h"

struct row {
	const char *name;
	const char *value;
	bool key, password;
};

static const struct row rows[] = {
	/* chosen by a program */
	{"hexadecimal digits",
	 "f3a91c07d2b8"
	 "4e6590ab",
	 true, true},
	{"letters of both cases and digits",
	 "vQx7Lp2m"
	 "Rz9KtW4c",
	 true, true},
	{"few bytes of three kinds",
	 "x7Kp"
	 "2mQz9w",
	 true, true},
	{"with the signs of base64",
	 "aZ3/kP0+"
	 "xW9vQ1rT==",
	 true, true},
	{"a UUID",
	 "3f2b8c1e-94d7-"
	 "4a60-b5e8-7c19d0a2f364",
	 true, true},
	{"long, without digits",
	 "qWzXvKjH"
	 "bNpTrLmScVgYdFxQ",
	 true, true},
	/* chosen by a person */
	{"a word, a sign and digits",
	 "Winter!"
	 "2019",
	 false, true},
	{"a word and digits",
	 "orchid"
	 "5829",
	 false, true},
	{"letters instead of letters",
	 "w0nd3r"
	 "l4nd",
	 true, true},
	{"a sign in a word",
	 "straw@"
	 "berry",
	 false, true},
	{"letters that make no word",
	 "hkwr"
	 "tzqp",
	 false, true},
	{"letters that might", "xylofoon", false, false},
	/* words */
	{"one word", "orchidee", false, false},
	{"a word and one digit", "orchid5", false, false},
	{"words and a sequence", "orchid-123", false, false},
	{"short words and a sequence", "new-orchid-1234", false, false},
	{"few bytes of a long one", "abcd1234-abcd-1234-abcd-1234abcd1234", false, false},
	{"words joined", "user-access-token", false, false},
	{"words in upper case", "USER_ACCESS_TOKEN", false, false},
	{"words in cases", "userAccessTokenProvider", false, false},
	{"words with a number", "user_access_token_v2", false, false},
	{"a type", "com.example.v1.TokenProvider", false, false},
	{"a sentence", "Please enter the new one", false, false},
	/* what is filled in */
	{"a variable", "${DB_PASSWORD}", false, false},
	{"a variable in the middle", "prefix-${TOKEN}-9x8y", false, false},
	{"a command", "$(cat secret)", false, false},
	{"a template", "{{ vault_password }}", false, false},
	{"a name of a shell", "$DB_PASSWORD_1", false, false},
	{"a format", "%(password)s", false, false},
	{"a field of a format", "abc-{token}-9x8y", false, false},
	{"marks of a place holder", "<your-key-1>", false, false},
	{"braces that hold nothing",
	 "m{{h}o)p$"
	 "{e]nob(ody[f",
	 false, true},
	{"shortened", "eyJhbGciOiJIUzI1NiJ9...", false, false},
	/* what is elsewhere */
	{"a path", "/etc/ssl/private/key1", false, false},
	{"a file", "client-k3y2.pem", false, false},
	{"an address", "https://h7k2.test/a9x3", false, false},
	{"a mail address", "k3y9@mail.example", false, false},
	{"a call", "getenv(TOKEN_1)", false, false},
	{"an element", "config[TOKEN_1]", false, false},
	/* digits and rows */
	{"a number", "20191231235959", false, false},
	{"a version", "1.22.333-4", false, false},
	{"one byte again and again", "aaaaaaaaaaaaaaa1", false, false},
	{"neighbours", "abcdefghijklmnop12", false, false},
	{"neighbours on the keyboard", "qwertyuiop1", false, false},
	{"the same again", "a1B2c3a1B2c3a1B2c3", false, false},
	{"letters and digits in two rows", "a1B2c3D4e5F6", false, false},
	{"a row of letters, a row of digits", "abc123def456", false, false},
	{"nothing", "", false, false},
	{"short", "a1", false, false},
	/* what is about a secret, or what was taken for one */
	{"a value of a template", "$user:$token2", false, false},
	{"a call in a template", "$util.base64Decode($util.escape($in.Token2))", false, false},
	{"an element of a list", "${usernames_extra[i]}", false, false},
	{"a setting", "spring.data.redis.password2=hunter7", false, false},
	{"a query", "/?bar2=foo7", false, false},
	{"a moment", "2016-09-08T21:47:36Z", false, false},
	{"what is signed", "AKID2/19700101/eu-1/s3/aws4_request", false, false},
	{"how it is signed", "XXX4-HMAC-SHA256", false, false},
	{"what is published", "org.slf4j:jul-to-slf4j", false, false},
	{"a class of characters", "[0-9A-Fa-f]{1,4}", false, false},
	{"a word that is called", "required!", false, false},
	{"names of one case and another", "failOnNew", false, false},
	{"a login of manuals",
	 "dXNlcm5hbWU6"
	 "cGFzc3dvcmQ=",
	 false, false},
	{"a login of somebody",
	 "dXNlcm5hbWU6"
	 "dEd4ND9aay4=",
	 true, true},
	{"the other half of a string", ".$connection2['password']", false, false},
	{"what a program makes", "token-{str(uuid.uuid4())}", false, false},
	{"what a program reads", "require('js-beautify2').run", false, false},
	{"an element of a page", "button2[type=", false, false},
	{"a class of digits", "%[a-f0-9]{2}", false, false},
	{"a host", "nom.qa", false, false},
	{"a resource", "@string/api_key2", false, false},
	{"a file that is locked", "KnAM4a_development.yml.enc", false, false},
	{"how a text is written", "base64", false, false},
	{"bytes of a picture", "\xfe~IB\xe2+\xc3\xb1k1\xe7\xe8}y\xf9\t{1\xf0", false, false},
	{"a word of another alphabet", "bar\xe3\x83\xa6\xc2\xa3", false, true},
	{"a word with the end of a line", "second\\r", false, false},
};

static void
test_row(void **state)
{
	const struct row *row = *state;

	assert_int_equal(credential_holds(CREDENTIAL_KEY, slice_str(row->value)), row->key);
	assert_int_equal(credential_holds(CREDENTIAL_PASSWORD, slice_str(row->value)), row->password);
}

struct named {
	const char *name, *value;
	bool key, password, weak, named;
};

static const struct named named[] = {
	{"apiKey",
	 "f3a91c07d2b8"
	 "4e6590ab",
	 true, false, false, true},
	{"api_key_url",
	 "f3a91c07d2b8"
	 "4e6590ab",
	 false, false, false, false},
	{"password",
	 "f3a91c07d2b8"
	 "4e6590ab",
	 false, true, true, true},
	{"password", "orchid5", false, false, true, false},
	{"password", "orchid", false, false, false, false},
	{"password",
	 "837"
	 "261",
	 false, true, false, true},
	{"password", "123456", false, false, false, false},
	{"secret",
	 "my$3cret"
	 "-4you",
	 true, false, false, true},
	/* of what may be none, more is asked */
	{"key",
	 "x7Kp"
	 "2mQz9w",
	 false, false, false, false},
	{"key",
	 "x7Kp2mQz9w"
	 "Lr4TbV8nDs",
	 true, false, false, true},
	{"salt",
	 "f3a9"
	 "1c07",
	 true, false, false, true},
	{"salt", "himalaya", false, false, false, false},
	/* not chosen at all */
	{"password", "utf-8", false, false, false, false},
	{"password", "\\xff\\xff", false, false, false, false},
	{"password", "${@}9", false, false, false, false},
	{"key", "SHA256:OhNL391dbeeFnxxg18AwWVYTAHww", false, false, false, false},
	{"algs_secret", "aes128-ctr,aes192-ctr,aes256-ctr", false, false, false, false},
	{"clientKey", "LWM2M_CLIENT_KEY", false, false, false, false},
	{"labels.clientSecretKey", "import.lwm2m.lwm2m-server-secret-key", false, false, false, false},
	{"session",
	 "3f2b8c1e-94d7-"
	 "4a60-b5e8-7c19d0a2f364",
	 false, false, false, false},
};

static void
test_named(void **state)
{
	const struct named *row = *state;
	struct slice name = slice_str(row->name), value = slice_str(row->value);

	assert_int_equal(credential_named_holds(CREDENTIAL_KEY, name, value), row->key);
	assert_int_equal(credential_named_holds(CREDENTIAL_PASSWORD, name, value), row->password);
	assert_int_equal(credential_named_holds(CREDENTIAL_WEAK, name, value), row->weak);
	assert_int_equal(credential_named_holds(CREDENTIAL_NAMED, name, value), row->named);
}

#define COUNT(a) (sizeof(a) / sizeof(*(a)))

int
main(void)
{
	struct CMUnitTest tests[COUNT(rows) + COUNT(named)];

	for (size_t i = 0; i < COUNT(rows); i++)
		tests[i] = (struct CMUnitTest){rows[i].name, test_row, NULL, NULL, (void *)&rows[i]};
	for (size_t i = 0; i < COUNT(named); i++)
		tests[COUNT(rows) + i] =
			(struct CMUnitTest){named[i].value, test_named, NULL, NULL, (void *)&named[i]};
	return cmocka_run_group_tests_name("credential", tests, NULL, NULL);
}
