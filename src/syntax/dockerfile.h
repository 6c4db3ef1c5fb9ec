/*
 * dockerfile.h - shared by dockerfile*.c
 */
#ifndef SLUICE_SYNTAX_DOCKERFILE_H
#define SLUICE_SYNTAX_DOCKERFILE_H

#include "syntax/hand.h"

enum dockerfile_kind {
	DOCKER_NONE,
	DOCKER_FILE,
	DOCKER_WORD,
	DOCKER_STRING,
	DOCKER_ARRAY,
	DOCKER_PARAM,   /* --name=value */
	DOCKER_TAG,     /* of an image, behind ':' */
	DOCKER_DIGEST,  /* behind '@' */
	DOCKER_ALIAS,   /* behind AS */
	DOCKER_GROUP,   /* of a user, behind ':' */
	DOCKER_DEFAULT, /* of an argument, behind '=' */
	DOCKER_PAIRS,
	DOCKER_PAIR,
	DOCKER_SHELL, /* what a shell runs: a command, or an operator with two sides */
	DOCKER_COMMAND,
	DOCKER_ENVIRONMENT, /* NAME=value before a command */
	DOCKER_REDIRECT,
	DOCKER_AND,
	DOCKER_OR,
	DOCKER_PIPE,
	DOCKER_SEQUENCE, /* whatever else parts two commands */
	DOCKER_INSTRUCTIONS,
};

/* Where a Dockerfile is being read. */
struct docker_reader {
	struct hand_tree tree;
	struct slice text;
	uint32_t at;
	char escape;             /* that joins lines */
	struct slice heredoc[4]; /* words that end what is to follow this line */
	unsigned nheredoc;
};

/* Passes over blanks and joined lines, with the comments and empty lines between these. */
void docker_blanks(struct docker_reader *r);

/* At the end of an instruction's last line. */
bool docker_at_end(const struct docker_reader *r);

/*
 * The end of the word that begins here: at a blank, or outside of quotes, ${...} and $(...)
 * at one of the delimiters. Never behind the end of the instruction.
 */
uint32_t docker_word_end(const struct docker_reader *r, const char *delimiters);

/* A word or string up to `end`, as a leaf. */
void docker_word(struct docker_reader *r, uint32_t end);

/* The commands up to the end of the instruction, without the node that is the shell. */
void docker_commands(struct docker_reader *r);

#endif
