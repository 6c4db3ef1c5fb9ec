void copy(char *dst, size_t size, const char *src, const char *fmt, char *cmd, sqlite3 *db)
{
	char buf[64], name[64];

	/* ruleid: c-gets */
	gets(buf);
	/* ruleid: c-gets */
	if (gets(name) == NULL)
		return;
	/* ok: c-gets */
	fgets(buf, sizeof(buf), stdin);
	/* ok: c-gets */
	widgets(buf);
	/* ruleid: c-unbounded-copy */
	strcpy(buf, src);
	/* ruleid: c-unbounded-copy */
	sprintf(buf, "name %s", src);
	/* ruleid: c-unbounded-copy */
	strcat(dst, src);
	/* ok: c-unbounded-copy */
	strcpy(buf, "fixed");
	/* ok: c-unbounded-copy */
	sprintf(buf, "%d", 42);
	/* ok: c-unbounded-copy */
	snprintf(buf, sizeof(buf), "name %s", src);
	/* ruleid: c-scanf-unbounded */
	scanf("%s", buf);
	/* ruleid: c-scanf-unbounded */
	sscanf(src, "%d %s", &n, buf);
	/* ok: c-scanf-unbounded */
	scanf("%63s", buf);
	/* ok: c-scanf-unbounded */
	sscanf(src, "%d", &n);
	/* ruleid: c-copy-source-length */
	strncpy(dst, src, strlen(src));
	/* ruleid: c-copy-source-length */
	strncat(buf, src, sizeof(buf));
	/* ok: c-copy-source-length */
	memcpy(dst, src, size);
	/* ok: c-copy-source-length */
	strncpy(buf, src, sizeof(buf) - 1);
	/* ok: c-copy-source-length */
	strncat(buf, src, sizeof(buf) - strlen(buf) - 1);
	/* ruleid: c-copy-source-length */
	strncat(buf, src, sizeof buf);
	/* ruleid: c-format-not-literal */
	printf(src);
	/* ruleid: c-format-not-literal */
	syslog(LOG_ERR, message);
	/* ruleid: c-format-not-literal */
	snprintf(buf, sizeof(buf), src);
	/* ok: c-format-not-literal */
	printf("%s", src);
	/* ok: c-format-not-literal */
	fprintf(stderr, "%s", src);
	/* ok: c-format-not-literal */
	snprintf(buf, sizeof(buf), "%s", src);
	/* ruleid: c-command-not-literal */
	system(cmd);
	/* ruleid: c-command-not-literal */
	f = popen(cmd, "r");
	/* ok: c-command-not-literal */
	system("sync");
	/* ok: c-command-not-literal */
	f = popen("ls", "r");
	/* ruleid: c-allocation-overflow */
	p = malloc(count * size);
	/* ruleid: c-allocation-overflow */
	p = realloc(p, count * width);
	/* ok: c-allocation-overflow */
	p = malloc(sizeof(struct item));
	/* ok: c-allocation-overflow */
	p = calloc(count, size);
	/* ruleid: c-sql-formatted */
	snprintf(sql, sizeof(sql), "SELECT * FROM users WHERE name = '%s'", src);
	/* ruleid: c-sql-formatted */
	sql = sqlite3_mprintf("INSERT INTO users (name) VALUES ('%s')", src);
	/* ok: c-sql-formatted */
	sql = sqlite3_mprintf("INSERT INTO users (name) VALUES (%Q)", src);
	/* ok: c-sql-formatted */
	snprintf(sql, sizeof(sql), "SELECT * FROM users WHERE id = %d", n);
	/* ok: c-sql-formatted */
	printf("Selected name = '%s'", src);
	/* ruleid: c-sql-bound-seen */
	sqlite3_bind_text(stmt, 1, src, -1, SQLITE_TRANSIENT);
	/* ruleid: c-sql-bound-seen */
	sqlite3_prepare_v2(db, "SELECT * FROM users WHERE name = ?", -1, &stmt, NULL);
	/* ok: c-sql-bound-seen */
	sqlite3_exec(db, "VACUUM", NULL, NULL, NULL);
	/* ok: c-sql-bound-seen */
	bind(fd, addr, len);
	// ruleid: c-print-unbounded
	sprintf(buffer, "%d:%d", hours, minutes);
	// ruleid: c-print-unbounded
	sprintf(buffer, "%.2f", share);
	// ok: c-print-unbounded
	snprintf(buffer, sizeof buffer, "%d", hours);
	// ok: c-print-unbounded
	sprintf(buffer, "none");
}

void *checked_array(size_t n, size_t size)
{
	if (size && n > SIZE_MAX / size)
		return NULL;
	/* ok: c-allocation-overflow */
	return malloc(n * size);
}

void *unchecked_array(size_t n, size_t size)
{
	if (n > most)
		return NULL;
	/* ruleid: c-allocation-overflow */
	return malloc(n * size);
}
