/*
 * patch_message.h - commit messages between the files of a patch
 *
 * For patch.c. `git format-patch` writes mails into an mbox, `git log -p` and
 * `git show` indent the message by four blanks.
 */
#ifndef SLUICE_CHANGE_PATCH_MESSAGE_H
#define SLUICE_CHANGE_PATCH_MESSAGE_H

#include "change/patch_reader.h"

/* True at "From <object id> Mon Sep 17 ..." or "commit <object id>" before its headers. */
bool patch_message_starts(const struct patch_reader *r);

/*
 * Reads from there up to the end of the message: the subject without its
 * [PATCH n/m], an empty line, the body up to "---" or the first file header,
 * as the commit will have it. What git am drops is dropped.
 */
int patch_message_read(struct buf *message, struct object_id *commit, struct patch_reader *r, struct err *err)
	__attribute__((warn_unused_result));

#endif
