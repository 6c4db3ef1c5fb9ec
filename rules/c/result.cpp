int reads(FILE *file, char *line, int fd)
{
	// ruleid: c-read-result-ignored
	fgets(line, 80, file);
	// ruleid: c-read-result-ignored
	fscanf(file, "%d", &number);
	// ruleid: c-read-result-ignored
	read(fd, line, 80);
	// ok: c-read-result-ignored
	if (fgets(line, 80, file) == NULL)
		return -1;
	// ok: c-read-result-ignored
	got = read(fd, line, 80);
	// ok: c-read-result-ignored
	reader.read(line, 80);
	return 0;
}

int files(const char *from, const char *to)
{
	// ruleid: c-file-result-ignored
	rename(from, to);
	// ruleid: c-file-result-ignored
	ftruncate(fd, 0);
	// ok: c-file-result-ignored
	if (rename(from, to) != 0)
		return -1;
	// ok: c-file-result-ignored
	(void)unlink(from);
	// ruleid: c-impersonation-result-ignored
	ImpersonateSelf(SecurityImpersonation);
	// ruleid: c-impersonation-result-ignored
	RpcImpersonateClient(0);
	// ok: c-impersonation-result-ignored
	if (!ImpersonateNamedPipeClient(pipe))
		return -1;
	// ok: c-impersonation-result-ignored
	RevertNothing();
	return 0;
}

int compares(char *line, FILE *file)
{
	// ruleid: c-result-compared-wrong
	if (fgets(line, 80, file) < 0)
		return -1;
	// ruleid: c-result-compared-wrong
	if (malloc(10) == -1)
		return -1;
	// ruleid: c-result-compared-wrong
	if (fputs(line, file) == 0)
		return -1;
	// ruleid: c-result-compared-wrong
	if (rename("a", "b") == 0)
		perror("rename failed");
	// ok: c-result-compared-wrong
	if (fgets(line, 80, file) == NULL)
		return -1;
	// ok: c-result-compared-wrong
	if (rename("a", "b") == 0)
		count++;
	// ok: c-result-compared-wrong
	if (read(fd, line, 80) < 0)
		return -1;
	// ruleid: c-verify-result-compared-wrong
	if (!EVP_VerifyFinal(ctx, signature, length, key))
		return -1;
	// ruleid: c-verify-result-compared-wrong
	if (X509_verify_cert(store) < 0)
		return -1;
	// ok: c-verify-result-compared-wrong
	if (EVP_VerifyFinal(ctx, signature, length, key) != 1)
		return -1;
	// ok: c-verify-result-compared-wrong
	if (X509_verify_cert(store) <= 0)
		return -1;
	return 0;
}

int branches(int user, int state, int error)
{
	// ruleid: c-assignment-as-test
	if (user = 0)
		return 1;
	// ruleid: c-assignment-as-test
	if (ready && (state = STATE_ADMIN))
		return 1;
	// ok: c-assignment-as-test
	if (user == 0)
		return 1;
	// ok: c-assignment-as-test
	while ((c = getc(file)) != EOF)
		;
	// ok: c-assignment-as-test
	if ((error = check(user)))
		return error;
	// ruleid: c-empty-branch
	if (user != 0);
	{
		refuse();
	}
	// ok: c-empty-branch
	if (user != 0)
	{
		refuse();
	}
	// ok: c-empty-branch
	while (next(user));
	// ruleid: c-jump-without-condition
	if ((error = update(user)) != 0)
		goto fail;
		goto fail;
	// ruleid: c-jump-without-condition
	if (error)
		return error;
		return error;
	// ok: c-jump-without-condition
	if ((error = update(user)) != 0)
		goto fail;
	if ((error = final(user)) != 0)
		goto fail;
	// ok: c-jump-without-condition
	if (error)
		return error;
	return 0;
fail:
	return error;
}

void exceptions(Response &response)
{
	// ok: cpp-catch-all
	try {
		save();
	// ruleid: cpp-catch-all
	} catch (...) {
		report();
	}
	try {
		save();
	// ok: cpp-catch-all
	} catch (...) {
		release();
		throw;
	}
	try {
		save();
	} catch (const std::exception &e) {
		// ruleid: cpp-exception-sent
		response.send(e.what());
	}
	try {
		save();
	} catch (const std::exception &e) {
		// ok: cpp-exception-sent
		logger.write(e.what());
		// ok: cpp-exception-sent
		response.send("not saved");
	}
}

int drop_wrong(uid_t user, gid_t group)
{
	// ruleid: c-rights-dropped-in-wrong-order
	if (setuid(user) != 0 || setgid(group) != 0)
		return -1;
	return 0;
}

int drop_wrong_too(uid_t user, gid_t group)
{
	// ruleid: c-rights-dropped-in-wrong-order
	if (setuid(user) != 0)
		return -1;
	if (setgid(group) != 0)
		return -1;
	return 0;
}

int drop_right(uid_t user, gid_t group)
{
	if (setgroups(0, NULL) != 0 || setgid(group) != 0)
		return -1;
	// ok: c-rights-dropped-in-wrong-order
	return setuid(user);
}

int become_root(gid_t group)
{
	// ok: c-rights-dropped-in-wrong-order
	if (setuid(0) != 0)
		return -1;
	return setgid(group);
}

int jail(const char *directory)
{
	// ruleid: c-chroot-without-chdir
	if (chroot(directory) != 0)
		return -1;
	return 0;
}

int jail_right(const char *directory)
{
	// ok: c-chroot-without-chdir
	if (chroot(directory) != 0)
		return -1;
	if (chdir("/") != 0)
		return -1;
	return 0;
}

int check_open(const char *path)
{
	// ruleid: c-checked-then-opened
	if (access(path, W_OK) != 0) {
		return -1;
	}
	return open(path, O_WRONLY);
}

int check_open_within(const char *path, struct stat *status)
{
	// ruleid: c-checked-then-opened
	if (stat(path, status) == 0) {
		file = fopen(path, "r");
	}
	return 0;
}

int open_check(const char *path, const char *other)
{
	fd = open(path, O_WRONLY);
	// ok: c-checked-then-opened
	if (fstat(fd, &status) != 0) {
		return -1;
	}
	// ok: c-checked-then-opened
	if (access(path, R_OK) != 0) {
		return -1;
	}
	return open(other, O_WRONLY);
}

void temporary(const char *path)
{
	// ruleid: c-temporary-path-fixed
	FILE *a = fopen("/tmp/report.txt", "w");
	// ruleid: c-temporary-path-fixed
	int b = open("/var/tmp/state", O_WRONLY | O_CREAT, 0600);
	// ok: c-temporary-path-fixed
	FILE *c = fopen("/tmp/report.txt", "r");
	// ok: c-temporary-path-fixed
	FILE *d = fopen(path, "w");
}

void on_term(int number)
{
	// ruleid: c-signal-handler-unsafe
	printf("stopping\n");
	stopped = 1;
}

void on_hangup(int number)
{
	// ok: c-signal-handler-unsafe
	stopped = 1;
}

int start(void)
{
	signal(SIGTERM, on_term);
	signal(SIGHUP, on_hangup);
	// ok: c-signal-handler-unsafe
	printf("started\n");
	return 0;
}
