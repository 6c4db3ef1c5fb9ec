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
	p = malloc(n);
	/* ruleid: c-removed-result-check */
	if (!p)
		return -1;
	/* ruleid: c-removed-result-check */
	if (setuid(user) != 0)
		return -1;
	node->next = (struct node *)calloc(1,
		  sizeof(*node));
	/* ruleid: c-removed-result-check */
	if (node->next == NULL) {
		log_error("no memory for %s", name);
		return -1;
	}
	/* ruleid: c-removed-result-check */
	if (EVP_DigestVerifyFinal(ctx, signature, length) != 1) {
		report(errno);
		goto out;
	}
	/* ok: c-removed-result-check */
	if (read(fd, buf, n) < 0)
		return -1;
	/* ok: c-removed-result-check */
	if (verbose)
		puts("x");
	/* ok: c-removed-result-check */
	if (!quiet)
		return 0;
	/* ok: c-removed-result-check */
	if (nflags != 0) {
		apply(nflags);
	}
	last = count_of(table) - 1;
	/* ok: c-removed-result-check */
	if (last < 0)
		last = 0;
	/* ok: c-removed-result-check */
	if (stat(name, &st) == 0 && S_ISDIR(st.st_mode))
		return 1;
	/* ok: c-removed-result-check */
	if (q == NULL)
		return -1;
	count = size_of(table);
	/* ok: c-removed-result-check */
	if (!nt)
		return 1;
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

/* ok: c-removed-protection */
void explicit_bzero(void *p, size_t n)
{
	wipe(p, n);
}
