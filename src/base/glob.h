/*
 * glob.h - path patterns as .gitignore and Semgrep's paths write them
 *
 * '*' and '?' stop at '/', '**' does not, [a-z] and [!a-z] are classes, '\'
 * quotes. A pattern without '/' (but for a last one) matches at any depth;
 * one that matches a directory matches everything below it.
 */
#ifndef SLUICE_BASE_GLOB_H
#define SLUICE_BASE_GLOB_H

#include <stdbool.h>

#include "base/slice.h"

bool glob_match(struct slice pattern, struct slice path);

#endif
