/*
 * shape_table.h - the table behind shape.h; for src/syntax alone
 */
#ifndef SLUICE_SYNTAX_SHAPE_TABLE_H
#define SLUICE_SYNTAX_SHAPE_TABLE_H

#include "syntax/shape.h"

enum role {
	ROLE_OPTIONAL = 1,   /* a pattern need not mention it */
	ROLE_BODY = 2,       /* one statement here is a block of one */
	ROLE_OBJECT = 4,     /* object or name of a SHAPE_METHOD_CALL */
	ROLE_NAME = 8,       /* with ROLE_OBJECT: the name */
	ROLE_PARAMETER = 16, /* one parameter here is a list of one */
	ROLE_OPERATOR = 32,
};

#define SHAPE_KINDS  2048u
#define SHAPE_FIELDS 256u

struct shape_table {
	uint8_t shapes[SHAPE_KINDS];
	uint8_t kind_flags[SHAPE_KINDS];
	uint8_t roles[SHAPE_FIELDS];
	uint8_t tokens[SHAPE_KINDS];  /* anonymous: 1 when it is kept */
	uint16_t merged[SHAPE_KINDS]; /* kinds that are one for a pattern */
};

#endif
