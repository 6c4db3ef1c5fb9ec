#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
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
