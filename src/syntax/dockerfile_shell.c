/*
 * dockerfile_shell.c - the commands of a RUN instruction
 *
 * No more of a shell than rules ask for: commands and what stands between
 * them, which binds from the left, so that a pattern with `... && x` finds x
 * wherever it stands in a chain:
 *
 *	a && b | c || d      OR (AND a, (PIPE b, c)), d
 *
 * The outer node comes first in the tree, so the operators are counted before
 * the commands are read. Words such as `if` and `do`, and brackets, part commands as ';' does.
 */
#include "base/ascii.h"
#include "syntax/dockerfile.h"

#define CHAIN_MAX  500u /* operators that nest; more commands stand beside the chain */
#define DELIMITERS ";&|()<>"

static const struct {
	const char *text;
	uint8_t kind;
} operators[] = {
	{"&&", DOCKER_AND},     {"||", DOCKER_OR},       {"|&", DOCKER_PIPE},
	{"|", DOCKER_PIPE},     {";;", DOCKER_SEQUENCE}, {";", DOCKER_SEQUENCE},
	{"&", DOCKER_SEQUENCE}, {"(", DOCKER_SEQUENCE},  {")", DOCKER_SEQUENCE},
};

/* That stand where a command could begin. */
static const char *const keywords[] = {"if",   "then",  "else",  "elif", "fi", "do",
				       "done", "while", "until", "{",    "}",  "!"};

static struct slice
rest_of(const struct docker_reader *r)
{
	return slice_sub(r->text, r->at, r->text.len);
}

/* The operator here, passed over; DOCKER_NONE if there is none. */
static uint8_t
take_operator(struct docker_reader *r)
{
	for (size_t i = 0; i < sizeof(operators) / sizeof(operators[0]); i++)
		if (slice_starts(rest_of(r), operators[i].text)) {
			r->at += (uint32_t)strlen(operators[i].text);
			return operators[i].kind;
		}
	return DOCKER_NONE;
}

static bool
take_keyword(struct docker_reader *r)
{
	uint32_t end = docker_word_end(r, DELIMITERS);
	struct slice word = slice_sub(r->text, r->at, end);

	for (size_t i = 0; i < sizeof(keywords) / sizeof(keywords[0]); i++)
		if (slice_eq_str(word, keywords[i])) {
			r->at = end;
			return true;
		}
	return false;
}

/* Goes to the next command; *between is the first operator on the way. False at the end. */
static bool
next_command(struct docker_reader *r, uint8_t *between)
{
	*between = DOCKER_NONE;
	for (;;) {
		docker_blanks(r);
		if (docker_at_end(r))
			return false;
		uint8_t kind = take_operator(r);
		if (kind == DOCKER_NONE && take_keyword(r))
			kind = DOCKER_SEQUENCE;
		if (kind == DOCKER_NONE)
			return true;
		if (*between == DOCKER_NONE)
			*between = kind;
	}
}

/* --- the words of a command --- */

/* Notes what ends the text that a "<<EOF" asks for. */
static void
note_heredoc(struct docker_reader *r, struct slice target)
{
	if (target.len > 0 && target.ptr[0] == '-')
		target = slice_sub(target, 1, target.len);
	if (target.len > 1 && (target.ptr[0] == '"' || target.ptr[0] == '\''))
		target = slice_sub(target, 1, target.len - 1);
	if (target.len > 0 && r->nheredoc < sizeof(r->heredoc) / sizeof(r->heredoc[0]))
		r->heredoc[r->nheredoc++] = target;
}

/* "2>&1", "> file", "<<EOF"; r->at is at the '<' or '>'. */
static void
read_redirect(struct docker_reader *r, uint32_t start, bool emit)
{
	uint32_t sign = r->at;

	while (r->at < r->text.len && strchr("<>&|", r->text.ptr[r->at]) && r->text.ptr[r->at] != '\0')
		r->at++;
	bool here = r->at - sign == 2 && r->text.ptr[sign] == '<' && r->text.ptr[sign + 1] == '<';
	uint32_t end = r->at;
	docker_blanks(r);
	if (docker_at_end(r))
		r->at = end;
	uint32_t target = r->at;
	r->at = docker_word_end(r, DELIMITERS);
	if (here && emit)
		note_heredoc(r, slice_sub(r->text, target, r->at));
	if (emit)
		hand_leaf(&r->tree, DOCKER_REDIRECT, start, r->at);
}

static bool
is_number(struct slice s)
{
	for (size_t i = 0; i < s.len; i++)
		if (!ascii_is_digit(s.ptr[i]))
			return false;
	return true;
}

/* NAME=... */
static bool
is_environment(struct slice word)
{
	size_t n = 0;

	while (n < word.len && (ascii_is_alnum(word.ptr[n]) || word.ptr[n] == '_'))
		n++;
	return n > 0 && n < word.len && word.ptr[n] == '=' && !ascii_is_digit(word.ptr[0]);
}

/* One word or redirection; false where the command ends. */
static bool
read_word(struct docker_reader *r, bool *first, bool emit)
{
	docker_blanks(r);
	if (docker_at_end(r))
		return false;
	uint32_t start = r->at, end = docker_word_end(r, DELIMITERS);
	struct slice word = slice_sub(r->text, start, end);
	char behind = end < r->text.len ? r->text.ptr[end] : '\0';
	bool redirects = behind == '<' || behind == '>';

	if (redirects && is_number(word)) {
		r->at = end;
		read_redirect(r, start, emit);
		return true;
	}
	if (word.len == 0)
		return false;
	if (*first && is_environment(word)) {
		if (emit)
			hand_leaf(&r->tree, DOCKER_ENVIRONMENT, start, end);
		r->at = end;
		return true;
	}
	*first = false;
	if (emit)
		docker_word(r, end);
	r->at = end;
	return true;
}

static void
read_command(struct docker_reader *r, bool emit)
{
	uint32_t end = r->at, node = emit ? hand_open(&r->tree, DOCKER_COMMAND, r->at) : NODE_NONE;
	bool first = true;

	while (read_word(r, &first, emit))
		end = r->at;
	if (emit)
		hand_close(&r->tree, node, end);
	r->at = end;
}

/* --- chains --- */

/* What stands between the commands from here on. */
static size_t
count_chain(struct docker_reader *r, uint8_t *chain)
{
	uint32_t start = r->at;
	uint8_t between;
	size_t n = 0;

	for (bool first = true; next_command(r, &between); first = false) {
		if (!first && n == CHAIN_MAX)
			break;
		if (!first)
			chain[n++] = between ? between : DOCKER_SEQUENCE;
		read_command(r, false);
	}
	r->at = start;
	return n;
}

/* How closely an operator binds. */
static unsigned
level_of(uint8_t kind)
{
	switch (kind) {
	case DOCKER_PIPE:
		return 2;
	case DOCKER_AND:
	case DOCKER_OR:
		return 1;
	default:
		return 0;
	}
}

/* The commands [from, to] of a chain; operators of this level and above stand between them. */
static void
read_chain(struct docker_reader *r, const uint8_t *chain, size_t from, size_t to, unsigned level)
{
	uint32_t nodes[CHAIN_MAX];
	uint8_t between;
	size_t begin = from;

	if (!next_command(r, &between))
		return;
	if (from == to) {
		read_command(r, true);
		return;
	}
	for (size_t i = to; i-- > from;)
		if (level_of(chain[i]) == level)
			nodes[i] = hand_open(&r->tree, chain[i], r->at);
	for (size_t i = from; i <= to; i++) {
		if (i < to && level_of(chain[i]) != level)
			continue;
		read_chain(r, chain, begin, i, level + 1); /* at most three deep */
		if (begin > from)
			hand_close(&r->tree, nodes[begin - 1], r->at);
		begin = i + 1;
	}
}

void
docker_commands(struct docker_reader *r)
{
	uint8_t chain[CHAIN_MAX];

	for (docker_blanks(r); !docker_at_end(r); docker_blanks(r)) {
		uint32_t before = r->at;
		read_chain(r, chain, 0, count_chain(r, chain), 0);
		r->at += r->at == before;
	}
}
