#include "base/output.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/temporary.h"

/* A device, a pipe, a symbolic link such as /dev/stdout: nothing that a new file may take the place of. */
static bool
is_special(const char *path)
{
	struct stat st;

	return lstat(path, &st) == 0 && !S_ISREG(st.st_mode);
}

static int
open_itself(struct output *out, struct err *err)
{
	out->fd = open(out->path, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOCTTY, (mode_t)out->mode);
	if (out->fd < 0)
		return err_set(err, ERR_IO, "cannot open %s: %s", out->path, strerror(errno));
	return 0;
}

static int
name_temporary(struct output *out, struct err *err)
{
	struct buf name = BUF_INIT(1u << 16);

	buf_addf(&name, "%s.%ld.tmp", out->path, (long)getpid());
	if (!buf_ok(&name)) {
		buf_release(&name);
		return err_oom(err);
	}
	out->temporary = name.ptr;
	return 0;
}

static int
open_temporary(struct output *out, struct err *err)
{
	if (name_temporary(out, err) < 0)
		return -1;
	if (temporary_remember(out->temporary) < 0) {
		free(out->temporary);
		out->temporary = NULL;
		return err_set(err, ERR_LIMIT, "more than %d files are written at once", TEMPORARY_MAX);
	}
	out->fd = open(out->temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, (mode_t)out->mode);
	if (out->fd >= 0)
		return 0;
	if (errno == EEXIST)
		err_set(err, ERR_IO, "%s is in the way: is a report written twice?", out->temporary);
	else
		err_set(err, ERR_IO, "cannot create %s: %s", out->path, strerror(errno));
	temporary_forget(out->temporary);
	free(out->temporary);
	out->temporary = NULL;
	return -1;
}

int
output_open(struct output *out, const char *path, unsigned mode, struct err *err)
{
	*out = (struct output){.path = path, .mode = mode, .fd = -1};
	if ((is_special(path) ? open_itself(out, err) : open_temporary(out, err)) < 0)
		return -1;
	out->open = true;
	return 0;
}

/* Empties a regular file that a symbolic link names; of a device or a pipe: nothing. */
static bool
is_emptied(int fd)
{
	struct stat st;

	return fstat(fd, &st) < 0 || !S_ISREG(st.st_mode) || ftruncate(fd, 0) == 0;
}

static int
write_all(struct output *out, struct slice bytes, struct err *err)
{
	if (!out->temporary && !is_emptied(out->fd))
		return err_set(err, ERR_IO, "cannot write %s: %s", out->path, strerror(errno));
	if (file_write_fd(out->fd, bytes, out->path, err) == 0)
		return 0;
	if (!out->temporary && !is_emptied(out->fd)) /* better nothing than a part */
		err_set(err, ERR_IO, "cannot empty %s", out->path);
	return -1;
}

static int
finish(struct output *out, struct err *err)
{
	int fd = out->fd;

	out->fd = -1;
	if (out->temporary && fchmod(fd, (mode_t)out->mode) < 0) {
		err_set(err, ERR_IO, "cannot set the mode of %s: %s", out->path, strerror(errno));
		close(fd);
		return -1;
	}
	/* A network file system may only now know that the disk is full. */
	if (close(fd) < 0 && errno != EINTR)
		return err_set(err, ERR_IO, "cannot write %s: %s", out->path, strerror(errno));
	if (out->temporary && rename(out->temporary, out->path) < 0)
		return err_set(err, ERR_IO, "cannot replace %s: %s", out->path, strerror(errno));
	return 0;
}

int
output_commit(struct output *out, struct slice bytes, struct err *err)
{
	int rc = write_all(out, bytes, err);

	if (rc == 0)
		rc = finish(out, err);
	if (rc == 0 && out->temporary) {
		temporary_forget(out->temporary);
		free(out->temporary);
		out->temporary = NULL;
	}
	output_abort(out);
	return rc;
}

void
output_abort(struct output *out)
{
	if (!out->open)
		return;
	if (out->fd >= 0)
		close(out->fd);
	if (out->temporary) {
		unlink(out->temporary);
		temporary_forget(out->temporary);
		free(out->temporary);
	}
	*out = (struct output){.fd = -1};
}

int
file_replace(const char *path, struct slice bytes, unsigned mode, struct err *err)
{
	struct output out;

	if (output_open(&out, path, mode, err) < 0)
		return -1;
	return output_commit(&out, bytes, err);
}
