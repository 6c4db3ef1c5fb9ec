/*
 * renames.h - which added file is a deleted one under another name
 */
#ifndef SLUICE_CHANGE_RENAMES_H
#define SLUICE_CHANGE_RENAMES_H

#include "change/entries.h"

/*
 * Turns additions into renames (of deleted files, whose entries go) and
 * copies (of changed files), and keeps the order by path. Whatever cannot be
 * read stays as it is.
 */
int renames_find(struct entry_list *entries, struct repository *repo, struct err *err)
	__attribute__((warn_unused_result));

#endif
