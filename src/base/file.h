/*
 * file.h - whole files in, all bytes out
 */
#ifndef SLUICE_BASE_FILE_H
#define SLUICE_BASE_FILE_H

#include "base/buf.h"
#include "base/err.h"

/* Reads a whole file ("-" is standard input); more than max bytes is ERR_LIMIT. */
int file_read(struct buf *out, const char *path, size_t max, struct err *err)
	__attribute__((warn_unused_result));

/* Writes everything to a descriptor, through short writes and EINTR. */
int file_write_fd(int fd, struct slice bytes, const char *name, struct err *err)
	__attribute__((warn_unused_result));

#endif
