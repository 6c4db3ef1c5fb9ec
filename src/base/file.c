#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#define CHUNK_BYTES 65536u

static int
read_all(struct buf *out, int fd, const char *name, size_t max, struct err *err)
{
	char chunk[CHUNK_BYTES];

	for (;;) {
		ssize_t got = read(fd, chunk, sizeof(chunk));
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return err_set(err, ERR_IO, "cannot read %s: %s", name, strerror(errno));
		if (got == 0)
			return buf_ok(out) ? 0 : err_oom(err);
		if ((size_t)got > max - out->len)
			return err_set(err, ERR_LIMIT, "%s is larger than %zu bytes", name, max);
		buf_add(out, chunk, (size_t)got);
	}
}

int
file_read(struct buf *out, const char *path, size_t max, struct err *err)
{
	buf_clear(out);
	if (strcmp(path, "-") == 0)
		return read_all(out, STDIN_FILENO, "standard input", max, err);
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return err_set(err, ERR_IO, "cannot open %s: %s", path, strerror(errno));
	int rc = read_all(out, fd, path, max, err);
	close(fd);
	return rc;
}

int
file_write_fd(int fd, struct slice bytes, const char *name, struct err *err)
{
	while (bytes.len > 0) {
		ssize_t done = write(fd, bytes.ptr, bytes.len);
		if (done < 0 && errno == EINTR)
			continue;
		if (done < 0)
			return err_set(err, ERR_IO, "cannot write %s: %s", name, strerror(errno));
		bytes = slice_sub(bytes, (size_t)done, bytes.len);
	}
	return 0;
}

/* name is what the temporary file is to become, for messages. */
static int
write_new(const char *path, const char *name, struct slice bytes, unsigned mode, struct err *err)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, (mode_t)mode);

	if (fd < 0)
		return err_set(err, ERR_IO, "cannot create %s: %s", name, strerror(errno));
	int rc = file_write_fd(fd, bytes, name, err);
	if (rc == 0 && fchmod(fd, (mode_t)mode) < 0)
		rc = err_set(err, ERR_IO, "cannot set the mode of %s: %s", name, strerror(errno));
	if (close(fd) < 0 && rc == 0)
		rc = err_set(err, ERR_IO, "cannot write %s: %s", name, strerror(errno));
	return rc;
}

/* A device, a pipe, a symbolic link such as /dev/stdout: nothing that a new file may take the place of. */
static bool
is_special(const char *path)
{
	struct stat st;

	return lstat(path, &st) == 0 && !S_ISREG(st.st_mode);
}

static int
write_through(const char *path, struct slice bytes, unsigned mode, struct err *err)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, (mode_t)mode);

	if (fd < 0)
		return err_set(err, ERR_IO, "cannot open %s: %s", path, strerror(errno));
	int rc = file_write_fd(fd, bytes, path, err);
	if (close(fd) < 0 && rc == 0)
		rc = err_set(err, ERR_IO, "cannot write %s: %s", path, strerror(errno));
	return rc;
}

int
file_replace(const char *path, struct slice bytes, unsigned mode, struct err *err)
{
	struct buf temporary;

	if (is_special(path))
		return write_through(path, bytes, mode, err);
	buf_init(&temporary, 1u << 16);
	buf_addf(&temporary, "%s.%ld.tmp", path, (long)getpid());
	if (!buf_ok(&temporary)) {
		buf_release(&temporary);
		return err_oom(err);
	}
	int rc = write_new(temporary.ptr, path, bytes, mode, err);
	if (rc == 0 && rename(temporary.ptr, path) < 0)
		rc = err_set(err, ERR_IO, "cannot replace %s: %s", path, strerror(errno));
	if (rc < 0)
		unlink(temporary.ptr);
	buf_release(&temporary);
	return rc;
}
