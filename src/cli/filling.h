/*
 * filling.h - place holders in examples of rules
 *
 * An example holds a secret only as a place holder, so that no scanner trips on the file:
 *
 *	{{sluice:20}}              20 characters of A-Z and 2-7
 *	{{sluice-mixed:20}}        of an alphabet by name, see filling.c
 *	{{sluice-sum:crc32-hex}}   the checksum of the token that ends here
 *	{{sluice-u:202E}}          the character U+202E
 */
#ifndef SLUICE_CLI_FILLING_H
#define SLUICE_CLI_FILLING_H

#include "base/buf.h"

/*
 * Appends the text with its place holders filled in; what only looks like one stays. The same
 * line gives the same characters on each run and wherever it stands. Check buf_ok().
 */
void filling_add(struct buf *out, struct slice text);

#endif
