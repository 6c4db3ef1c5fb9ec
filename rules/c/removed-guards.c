int parse(const char *p, size_t len, size_t offset, char *key)
{
	/* ruleid: c-removed-bounds-check */
	if (len > sizeof(buf))
		return -1;
	/* ruleid: c-removed-bounds-check */
	if (offset >= MAX_OFFSET)
		return -1;
	/* ok: c-removed-bounds-check */
	total += len;
	/* ok: c-removed-bounds-check */
	if (kind == FIRST)
		return 0;
	/* ruleid: c-removed-result-check */
	if (!p)
		return -1;
	/* ruleid: c-removed-result-check */
	if (read(fd, buf, n) < 0)
		return -1;
	/* ruleid: c-removed-result-check */
	if (f == NULL)
		return -1;
	/* ok: c-removed-result-check */
	if (verbose)
		puts("x");
	/* ok: c-removed-result-check */
	return 0;
	/* ruleid: c-removed-protection */
	explicit_bzero(key, 32);
	/* ruleid: c-removed-protection */
	ok = X509_check_host(cert, name, 0, 0, NULL) == 1;
	/* ok: c-removed-protection */
	memset(buf, 0, 32);
	/* ok: c-removed-protection */
	free(key);
}
