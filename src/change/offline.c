/*
 * offline.c - libgit2 without the half that speaks to other machines
 *
 * This program never opens a connection. Debian's libgit2 is built with HTTP,
 * TLS, SSH and Kerberos for those that do, and a shared one costs every start of the
 * program the loading of 17 libraries (3 ms) and the decoding of all CA
 * certificates of the system (5 ms): twice the review of a small commit.
 *
 * Linked statically (link.sh), the functions here stand for those through which
 * libgit2 enters that half; the linker takes the first definition it meets and
 * leaves the rest of it out. Starting up they have nothing to do; asked for a
 * connection they fail. Their arguments do not matter, and are not declared.
 *
 * Linked to the shared library, the one function that reads certificates is
 * replaced: the linker exports the name (--export-dynamic-symbol), and the loader
 * prefers the program's. Should some build of libgit2 connect nevertheless, it
 * trusts nobody: the failure is on the safe side.
 */
#define NOTHING_TO_START(name)                                                                               \
	int name(void);                                                                                      \
	int name(void)                                                                                       \
	{                                                                                                    \
		return 0;                                                                                    \
	}

#define NO_CONNECTION(name)                                                                                  \
	int name(void);                                                                                      \
	int name(void)                                                                                       \
	{                                                                                                    \
		return -1;                                                                                   \
	}

NOTHING_TO_START(git_mbedtls_stream_global_init)
NOTHING_TO_START(git_openssl_stream_global_init)
NOTHING_TO_START(git_transport_ssh_global_init)
NOTHING_TO_START(git_transport_ssh_libssh2_global_init)

NO_CONNECTION(git_mbedtls__set_cert_location)
NO_CONNECTION(git_mbedtls_stream_new)
NO_CONNECTION(git_mbedtls_stream_wrap)
NO_CONNECTION(git_openssl__set_cert_location)
NO_CONNECTION(git_openssl_stream_new)
NO_CONNECTION(git_openssl_stream_wrap)
NO_CONNECTION(git_http_auth_negotiate)
NO_CONNECTION(git_smart_subtransport_ssh)
NO_CONNECTION(git_smart_subtransport_ssh_libssh2)

NOTHING_TO_START(mbedtls_x509_crt_parse_file)
