/*
 * fenced.h - what the compiler reads before a source of tree-sitter's or a
 * scanner's (gcc -include): see fence.h
 */
#ifndef SLUICE_SYNTAX_FENCED_H
#define SLUICE_SYNTAX_FENCED_H

#include <assert.h>
#include <stdlib.h>

void *fenced_malloc(size_t size);
void *fenced_calloc(size_t n, size_t size);
void *fenced_realloc(void *ptr, size_t size);
void fenced_free(void *ptr);
_Noreturn void fenced_abort(void);

#ifndef FENCE_ITSELF
#define malloc             fenced_malloc
#define calloc             fenced_calloc
#define realloc            fenced_realloc
#define free               fenced_free
#define abort              fenced_abort
#define __assert_fail(...) fenced_abort() /* what assert() calls in the C libraries of Linux */
#endif

#endif
