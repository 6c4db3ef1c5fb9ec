/*
 * sandbox.h - what a run may no longer do once foreign bytes are read
 *
 * By the kernel, best effort: Landlock takes away writing, starting programs
 * and TCP; a small seccomp filter takes away all new sockets, io_uring (a way
 * round it) and, when no program is wanted, execve. Reading stays free: a
 * repository's objects, configuration and alternates lie anywhere. Descriptors
 * that are open stay usable, which is how reports get out:
 *
 *	output_open()      a temporary file beside the report
 *	sandbox_enter()    its directory in wish.replace_in
 *	output_commit()    written through the open descriptor, then renamed
 *
 * What is left to an intruder: to remove or rename files of those directories
 * and below, and to read. Nothing can be taken back, children inherit it.
 */
#ifndef SLUICE_BASE_SANDBOX_H
#define SLUICE_BASE_SANDBOX_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/err.h"

struct sandbox_wish {
	const char *const *replace_in; /* directories where files may be renamed and removed */
	size_t nreplace_in;
	const char *const *programs; /* absolute paths that may be started; with one, execve stays */
	size_t nprograms;
};

struct sandbox {
	int landlock; /* the kernel's ABI number; 0: none */
	bool filter;  /* seccomp */
};

/* What this kernel offers; nothing is changed. */
struct sandbox sandbox_probe(void);

/*
 * Takes rights away from this thread for good, as far as the kernel can; says how
 * far. -1, and nothing is taken away, when what the wish names cannot be opened.
 */
int sandbox_enter(struct sandbox *out, const struct sandbox_wish *wish, struct err *err)
	__attribute__((warn_unused_result));

/* True if the promise of the manual is kept: no writing, no network, no programs. */
bool sandbox_is_complete(const struct sandbox *sandbox);

/* "Landlock 7, seccomp"; "no Landlock, seccomp: the file system is not protected". */
void sandbox_describe(struct buf *out, const struct sandbox *sandbox);

#endif
