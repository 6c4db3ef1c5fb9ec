/*
 * What a name says of its value.
 */
#include "unit.h"

#include "match/credential_name.h"

struct row {
	const char *name;
	enum credential_name meaning;
};

#define NONE     CREDENTIAL_NAME_NONE
#define MAYBE    CREDENTIAL_NAME_MAYBE
#define SALT     CREDENTIAL_NAME_SALT
#define KEY      CREDENTIAL_NAME_KEY
#define PASSWORD CREDENTIAL_NAME_PASSWORD

static const struct row rows[] = {
	/* cut at signs, digits and cases */
	{"password", PASSWORD},
	{"DB_PASSWORD_2", PASSWORD},
	{"spring.datasource.password", PASSWORD},
	{"adminPwd", PASSWORD},
	{"PASS", PASSWORD},
	{"pass-word", PASSWORD},
	{"mypassword", PASSWORD},
	{"apiKey", KEY},
	{"APIKey", KEY},
	{"apikey", KEY},
	{"X-Api-Key", KEY},
	{"client_secret", KEY},
	{"userAccessToken", KEY},
	{"tokenProd", KEY},
	{"sessionSalt", SALT},
	{"iv", SALT},
	{"key", MAYBE},
	{"row.my_key", MAYBE},
	{"basic auth", MAYBE},
	/* words of their own */
	{"compass", NONE},
	{"bypass", NONE},
	{"monkey", NONE},
	{"author", NONE},
	{"native", NONE},
	{"tokenizer", NONE},
	{"", NONE},
	{"_", NONE},
	/* what stands before and behind */
	{"public_key", NONE},
	{"primaryKey", NONE},
	{"csrfToken", NONE},
	{"next_page_token", NONE},
	{"accessTokenUrl", NONE},
	{"passwordFile", NONE},
	{"password_reset_path", NONE},
	{"tokens", NONE},
	{"secretName", NONE},
	{"passwordValidator", NONE},
	{"passwordLastUsed", NONE},
	{"credentials.username", NONE},
	{"masterKeySpec", NONE},
	{"containsKey", NONE},
	{"Sec-WebSocket-Key", NONE},
	{"nextForwardToken", NONE},
	{"clientRequestToken", NONE},
	{"refresh_token", KEY},
	{"FAKE_SECRET_2", NONE},
	{"requirepass", PASSWORD},
	{"required_password_length", NONE},
	{"config.token", KEY},
	{"stateToken", NONE},
	{"this.state.password", PASSWORD},
	{"primary_password", PASSWORD},
	{"secret_id", MAYBE},
	/* only the end of a long one is read */
	{"a_b_c_d_e_f_g_h_i_j_k_l_m_password", PASSWORD},
	{"password_a_b_c_d_e_f_g_h_i_j_k_l_m", NONE},
};

static void
test_row(void **state)
{
	const struct row *row = *state;

	assert_int_equal(credential_name_of(slice_str(row->name)), row->meaning);
}

int
main(void)
{
	struct CMUnitTest tests[sizeof(rows) / sizeof(rows[0])];

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		tests[i] = (struct CMUnitTest){rows[i].name, test_row, NULL, NULL, (void *)&rows[i]};
	return cmocka_run_group_tests_name("credential_name", tests, NULL, NULL);
}
