/*
 * offline.c - libgit2 without the certificates that it will never need
 *
 * When it starts, Debian's libgit2 (built on mbedTLS) reads and decodes every
 * CA certificate of the system: 5 ms, more than the whole review of a small
 * commit. This program never opens a connection, so the function that reads
 * them is replaced by one that finds none. The linker exports the name
 * (--export-dynamic-symbol), and the loader prefers the program's. Should some
 * build of libgit2 connect nevertheless, it trusts nobody: the failure is on
 * the safe side. A libgit2 built on another TLS library never calls this.
 */
int mbedtls_x509_crt_parse_file(void *chain, const char *path);

int
mbedtls_x509_crt_parse_file(void *chain, const char *path)
{
	(void)chain;
	(void)path;
	return 0;
}
