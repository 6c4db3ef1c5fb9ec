/*
 * guarded.h - what the compiler reads before a source of tree-sitter's or a
 * scanner's (gcc -include): see guard.h
 */
#ifndef SLUICE_SYNTAX_GUARDED_H
#define SLUICE_SYNTAX_GUARDED_H

#include <assert.h>
#include <stdlib.h>

void *guarded_malloc(size_t size);
void *guarded_calloc(size_t n, size_t size);
void *guarded_realloc(void *ptr, size_t size);
void guarded_free(void *ptr);
_Noreturn void guarded_abort(void);

#ifndef GUARD_ITSELF
#define malloc             guarded_malloc
#define calloc             guarded_calloc
#define realloc            guarded_realloc
#define free               guarded_free
#define abort              guarded_abort
#define __assert_fail(...) guarded_abort() /* what assert() calls in the C libraries of Linux */
#endif

#endif
