#define API_VERSION "2024-01-01"
// ruleid: c-password-in-code
#define ADMIN_PASSWORD "Tr0ub4dor3"
// ok: c-password-in-code
#define PASSWORD_PROMPT "password"

// ruleid: c-tls-callback-accepts
static int verify_callback(int ok, X509_STORE_CTX *store)
{
	return 1;
}

// ok: c-tls-callback-accepts
static int verify_logged(int ok, X509_STORE_CTX *store)
{
	return ok;
}

void digests(EVP_MD_CTX *ctx, const unsigned char *data, size_t len)
{
	unsigned char out[64];
	// ruleid: c-weak-hash
	EVP_DigestInit_ex(ctx, EVP_md5(), NULL);
	// ruleid: c-weak-hash
	SHA1(data, len, out);
	// ruleid: c-weak-hash
	CryptCreateHash(provider, CALG_MD5, 0, 0, &hash);
	// ruleid: c-weak-hash
	const EVP_MD *md = EVP_get_digestbyname("sha1");
	// ok: c-weak-hash
	EVP_DigestInit_ex(ctx, EVP_sha256(), NULL);
	// ok: c-weak-hash
	SHA256(data, len, out);
	// ok: c-weak-hash
	const EVP_MD *better = EVP_get_digestbyname("sha512");
}

void ciphers(EVP_CIPHER_CTX *ctx, const unsigned char *key, const unsigned char *nonce)
{
	// ruleid: c-weak-cipher
	EVP_EncryptInit_ex(ctx, EVP_des_ede3_cbc(), NULL, key, nonce);
	// ruleid: c-weak-cipher
	RC4_set_key(&rc4, 16, key);
	// ruleid: c-weak-cipher
	CryptDeriveKey(provider, CALG_DES, hash, 0, &derived);
	// ok: c-weak-cipher
	EVP_EncryptInit_ex(ctx, EVP_aes_256_gcm(), NULL, key, nonce);
	// ok: c-weak-cipher
	EVP_EncryptInit_ex(ctx, EVP_chacha20_poly1305(), NULL, key, nonce);
	// ruleid: c-cipher-mode-ecb
	EVP_EncryptInit_ex(ctx, EVP_aes_128_ecb(), NULL, key, NULL);
	// ruleid: c-cipher-mode-ecb
	AES_ecb_encrypt(in, out, &schedule, AES_ENCRYPT);
	// ok: c-cipher-mode-ecb
	EVP_EncryptInit_ex(ctx, EVP_aes_128_gcm(), NULL, key, nonce);
	// ok: c-cipher-mode-ecb
	mode = parse_mode("ecb");
	// ruleid: c-nonce-constant
	EVP_EncryptInit_ex(ctx, EVP_aes_128_gcm(), NULL, key, (unsigned char *)"000000000000");
	// ruleid: c-nonce-constant
	EVP_EncryptInit_ex(ctx, EVP_aes_128_gcm(), NULL, (unsigned char *)"0123456789abcdef", nonce);
	// ok: c-nonce-constant
	EVP_EncryptInit_ex(ctx, EVP_aes_128_gcm(), NULL, key, nonce);
	// ok: c-nonce-constant
	EVP_EncryptInit_ex(ctx, NULL, NULL, key, nonce);
}

void keys(RSA *rsa, BIGNUM *e, EVP_PKEY_CTX *ctx)
{
	// ruleid: c-key-too-short
	RSA_generate_key_ex(rsa, 1024, e, NULL);
	// ruleid: c-key-too-short
	EVP_PKEY_CTX_set_rsa_keygen_bits(ctx, 512);
	// ok: c-key-too-short
	RSA_generate_key_ex(rsa, 3072, e, NULL);
	// ok: c-key-too-short
	EVP_PKEY_CTX_set_rsa_keygen_bits(ctx, bits);
}

void versions(void)
{
	// ruleid: c-tls-version-old
	SSL_CTX *a = SSL_CTX_new(TLSv1_method());
	// ruleid: c-tls-version-old
	SSL_CTX_set_min_proto_version(a, TLS1_VERSION);
	// ruleid: c-tls-version-old
	boost::asio::ssl::context c(boost::asio::ssl::context::sslv3);
	// ok: c-tls-version-old
	SSL_CTX *b = SSL_CTX_new(TLS_method());
	// ok: c-tls-version-old
	SSL_CTX_set_min_proto_version(b, TLS1_2_VERSION);
	// ok: c-tls-version-old
	SSL_CTX *d = SSL_CTX_new(SSLv23_client_method());
}

void peers(void)
{
	// ruleid: cpp-tls-verify-off
	stream.set_verify_mode(boost::asio::ssl::verify_none);
	// ruleid: cpp-tls-verify-off
	configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
	// ruleid: cpp-tls-verify-off
	client.enable_server_certificate_verification(false);
	// ok: cpp-tls-verify-off
	stream.set_verify_mode(boost::asio::ssl::verify_peer);
	// ok: cpp-tls-verify-off
	reply->ignoreSslErrors(expected);
}

void random_numbers(unsigned char *out)
{
	// ruleid: c-random-for-secret
	session_token = rand();
	for (int i = 0; i < 16; i++)
		// ruleid: c-random-for-secret
		key[i] = rand() % 256;
	// ruleid: c-random-for-secret
	RAND_pseudo_bytes(out, 16);
	// ok: c-random-for-secret
	delay = rand() % 10;
	// ok: c-random-for-secret
	RAND_bytes(out, 16);
	// ok: c-random-for-secret
	srand(time(NULL));
	// ruleid: cpp-engine-for-secret
	std::mt19937 token_engine(seed);
	// ok: cpp-engine-for-secret
	std::mt19937 shuffle_engine(seed);
	// ok: cpp-engine-for-secret
	std::random_device session_source;
}

int passwords(const char *password, const char *mode, const std::string &secret)
{
	// ruleid: c-password-compared-with-text
	if (strcmp(password, "s3same") == 0)
		return 1;
	// ruleid: c-password-compared-with-text
	if (secret == "open-sesame")
		return 1;
	// ok: c-password-compared-with-text
	if (strcmp(password, expected) == 0)
		return 1;
	// ok: c-password-compared-with-text
	if (strcmp(mode, "fast") == 0)
		return 1;
	// ok: c-password-compared-with-text
	if (strcmp(password, "") == 0)
		return 1;
	// ruleid: c-password-in-code
	const char *db_password = "Summer2024!";
	// ruleid: c-password-in-code
	strcpy(config->password, "hunter2x");
	// ruleid: c-password-in-code
	mysql_real_connect(db, "localhost", "root", "Qw3rtyui", "shop", 0, NULL, 0);
	// ok: c-password-in-code
	const char *password_help = "at least 12 characters";
	// ok: c-password-in-code
	const char *password_field = "password";
	// ok: c-password-in-code
	mysql_real_connect(db, host, user, password, "shop", 0, NULL, 0);
	return 0;
}

void wipe(char *password, unsigned char *private_key, char *line)
{
	char secret[64];
	use(secret);
	// ruleid: c-secret-wiped-by-memset
	memset(secret, 0, sizeof(secret));
	return;
	// ruleid: c-secret-wiped-by-memset
	memset(password, 0, strlen(password));
	free(password);
	// ok: c-secret-wiped-by-memset
	explicit_bzero(secret, sizeof(secret));
	return;
	// ok: c-secret-wiped-by-memset
	memset(line, 0, sizeof(line));
	return;
	// ok: c-secret-wiped-by-memset
	memset(secret, 0, sizeof(secret));
	read_secret(secret);
}

void release(char *passphrase, char *name)
{
	// ruleid: c-secret-freed-unwiped
	free(passphrase);
	// ok: c-secret-freed-unwiped
	free(name);
}

void release_wiped(char *passphrase)
{
	explicit_bzero(passphrase, strlen(passphrase));
	// ok: c-secret-freed-unwiped
	free(passphrase);
}

void release_grown(char *private_key)
{
	// ruleid: c-secret-freed-unwiped
	private_key = realloc(private_key, 200);
}

int compare(const unsigned char *hmac, const unsigned char *expected, const char *name)
{
	// ruleid: c-secret-compared-early
	if (memcmp(hmac, expected, 32) != 0)
		return -1;
	// ruleid: c-secret-compared-early
	if (strcmp(given, request->api_key))
		return -1;
	// ok: c-secret-compared-early
	if (CRYPTO_memcmp(hmac, expected, 32) != 0)
		return -1;
	// ok: c-secret-compared-early
	return memcmp(name, "GET", 3);
}

void windows(void)
{
	// ruleid: c-everybody-may-open
	file = CreateFileA(name, FILE_ALL_ACCESS, FILE_SHARE_READ, NULL, OPEN_EXISTING, 0, NULL);
	// ruleid: c-everybody-may-open
	SetSecurityDescriptorDacl(&descriptor, TRUE, NULL, FALSE);
	// ok: c-everybody-may-open
	file = CreateFileA(name, GENERIC_READ, FILE_SHARE_READ, NULL, OPEN_EXISTING, 0, NULL);
	// ok: c-everybody-may-open
	SetSecurityDescriptorDacl(&descriptor, TRUE, acl, FALSE);
	// ruleid: c-program-path-unquoted
	CreateProcessA(NULL, "C:\\Program Files\\App\\run.exe now", NULL, NULL, TRUE, 0, NULL, NULL, &si, &pi);
	// ok: c-program-path-unquoted
	CreateProcessA(NULL, "\"C:\\Program Files\\App\\run.exe\" now", NULL, NULL, TRUE, 0, NULL, NULL, &si, &pi);
	// ok: c-program-path-unquoted
	CreateProcessA(NULL, "C:\\App\\run.exe", NULL, NULL, TRUE, 0, NULL, NULL, &si, &pi);
}
