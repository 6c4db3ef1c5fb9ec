/*
 * shape_table.h - the table behind shape.h; for src/syntax alone
 */
#ifndef SLUICE_SYNTAX_SHAPE_TABLE_H
#define SLUICE_SYNTAX_SHAPE_TABLE_H

#include "syntax/dialect.h"

#define SHAPE_KINDS  2048u
#define SHAPE_FIELDS 256u

struct shape_table {
	uint8_t shapes[SHAPE_KINDS];
	uint8_t kind_flags[SHAPE_KINDS];
	uint8_t roles[SHAPE_FIELDS];
	uint8_t tokens[SHAPE_KINDS];  /* anonymous: 1 when it is kept */
	uint16_t merged[SHAPE_KINDS]; /* kinds that are one for a pattern */
	uint8_t flows[SHAPE_KINDS];   /* enum flow */
};

#endif
