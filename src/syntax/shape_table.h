/*
 * shape_table.h - the table behind shape.h; for src/syntax alone
 */
#ifndef SLUICE_SYNTAX_SHAPE_TABLE_H
#define SLUICE_SYNTAX_SHAPE_TABLE_H

#include "syntax/dialect.h"
#include "syntax/kind_index.h"

#define SHAPE_KINDS  2048u
#define SHAPE_FIELDS 256u

enum token {
	TOKEN_PLAIN,    /* left out where the grammar does not call it an operator: `not in`, `<` */
	TOKEN_OPERATOR, /* `+` */
	TOKEN_NAME,     /* `this`, where the grammar has no node for it */
	TOKEN_MODIFIER, /* `async`: a pattern need not mention it */
};

struct shape_table {
	struct kind_index kinds;
	uint8_t shapes[SHAPE_KINDS];
	uint32_t kind_flags[SHAPE_KINDS];
	uint16_t roles[SHAPE_FIELDS];
	uint8_t tokens[SHAPE_KINDS];             /* anonymous: enum token */
	uint8_t flows[SHAPE_KINDS];              /* enum flow */
	uint16_t same_as[SHAPE_KINDS];           /* the kind it is for a pattern; 0: itself */
	uint16_t open, close, equals, otherwise; /* the kinds of ( ) = else */
};

#endif
