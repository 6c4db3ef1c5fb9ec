/*
 * index.h - the index that is about to be committed
 */
#ifndef SLUICE_CHANGE_INDEX_H
#define SLUICE_CHANGE_INDEX_H

#include "change/repository_internal.h"

/*
 * Reads the index file into memory, without entries of git add -N. Errors:
 * see entries_of_index().
 */
int index_open(git_index **out, struct repository *repo, struct err *err) __attribute__((warn_unused_result));

#endif
