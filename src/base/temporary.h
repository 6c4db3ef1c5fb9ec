/*
 * temporary.h - files that must not outlive the run
 *
 * Names of unfinished files, where a signal handler finds them. The one state
 * that the whole process shares: a handler has no other way to know.
 */
#ifndef SLUICE_BASE_TEMPORARY_H
#define SLUICE_BASE_TEMPORARY_H

#define TEMPORARY_MAX 32

/* Takes the path over until temporary_forget(); -1: TEMPORARY_MAX are known. The string must stay. */
int temporary_remember(const char *path) __attribute__((warn_unused_result));
void temporary_forget(const char *path);

/* Unlinks all of them; may be called from a signal handler. */
void temporary_remove_all(void);

#endif
