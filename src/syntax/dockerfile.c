/*
 * dockerfile.c - a reader for Dockerfiles
 *
 *	FROM --platform=x86 base:1.2 AS build     from
 *	                                            param    word, word
 *	                                            word     base
 *	                                            tag      word
 *	                                            alias    word
 *	RUN apt-get update && \                   run
 *	    apt-get install -y curl                 shell
 *	                                              and
 *	                                                command  word, word
 *	                                                command  word, word, word, word
 *
 * Every instruction is understood in its own way (the table below); what Docker
 * would refuse is read as well as it can be. A line that begins with no instruction is
 * taken for commands: the inner lines of a here-document, or a pattern that
 * asks for a command wherever it stands. The format is that of
 * https://docs.docker.com/reference/dockerfile/.
 */
#include "syntax/dockerfile.h"

#include "base/ascii.h"

static void
next_line(struct docker_reader *r)
{
	while (r->at < r->text.len && r->text.ptr[r->at] != '\n')
		r->at++;
	r->at += r->at < r->text.len;
}

static bool
is_blank(char c)
{
	return ascii_is_space(c) && c != '\n';
}

/* --- lines that are joined --- */

/* Behind the line end that is escaped here; 0 if none is. */
static uint32_t
joined(const struct docker_reader *r, uint32_t at)
{
	if (at >= r->text.len || r->text.ptr[at] != r->escape)
		return 0;
	for (at++; at < r->text.len && is_blank(r->text.ptr[at]);)
		at++;
	return at < r->text.len && r->text.ptr[at] == '\n' ? at + 1 : 0;
}

/* Passes over lines that are empty or a comment. */
static void
pass_comments(struct docker_reader *r)
{
	for (;;) {
		uint32_t at = r->at;
		while (at < r->text.len && is_blank(r->text.ptr[at]))
			at++;
		if (at >= r->text.len || (r->text.ptr[at] != '\n' && r->text.ptr[at] != '#'))
			return;
		next_line(r);
	}
}

void
docker_blanks(struct docker_reader *r)
{
	for (;;) {
		uint32_t behind = joined(r, r->at);
		if (behind > 0) {
			r->at = behind;
			pass_comments(r);
		} else if (r->at < r->text.len && is_blank(r->text.ptr[r->at])) {
			r->at++;
		} else {
			return;
		}
	}
}

bool
docker_at_end(const struct docker_reader *r)
{
	return r->at >= r->text.len || r->text.ptr[r->at] == '\n';
}

/* --- words --- */

/* Behind what a quote or bracket at `at` opens, at the latest at the end of the instruction. */
static uint32_t
group_end(const struct docker_reader *r, uint32_t at, char open, char close)
{
	uint32_t depth = 1;

	while (at < r->text.len && depth > 0) {
		char c = r->text.ptr[at];
		uint32_t behind = joined(r, at);
		if (c == '\n')
			return at;
		if (behind > 0 || (c == '\\' && close != '\'')) {
			at = behind > 0 ? behind : at + 2;
			continue;
		}
		depth = c == close ? depth - 1 : c == open ? depth + 1 : depth;
		at++;
	}
	return at < r->text.len ? at : (uint32_t)r->text.len;
}

uint32_t
docker_word_end(const struct docker_reader *r, const char *delimiters)
{
	uint32_t at = r->at;

	while (at < r->text.len) {
		char c = r->text.ptr[at], next = at + 1 < r->text.len ? r->text.ptr[at + 1] : '\0';

		if (ascii_is_space(c) || joined(r, at) > 0 || (c != '\0' && strchr(delimiters, c)))
			return at;
		if (c == '"' || c == '\'' || c == '`')
			at = group_end(r, at + 1, '\0', c);
		else if (c == '$' && next == '(')
			at = group_end(r, at + 2, '(', ')');
		else if (c == '$' && next == '{')
			at = group_end(r, at + 2, '{', '}');
		else
			at += c == '\\' && next != '\n' ? 2 : 1;
	}
	return (uint32_t)r->text.len;
}

void
docker_word(struct docker_reader *r, uint32_t end)
{
	char c = r->text.ptr[r->at];
	bool quoted = (c == '"' || c == '\'') && group_end(r, r->at + 1, '\0', c) == end && end - r->at > 1 &&
		      r->text.ptr[end - 1] == c;

	hand_leaf(&r->tree, quoted ? DOCKER_STRING : DOCKER_WORD, r->at, end);
	r->at = end;
}

/* A node that is `mark` and a word. */
static void
marked_word(struct docker_reader *r, uint16_t kind, uint32_t start, uint32_t end)
{
	uint32_t node = hand_open(&r->tree, kind, start);

	if (r->at < end)
		docker_word(r, end);
	hand_close(&r->tree, node, end);
}

/* The end of the instruction without the blanks before it. */
static uint32_t
rest_end(struct docker_reader *r)
{
	uint32_t start = r->at, end = start;

	for (docker_blanks(r); !docker_at_end(r); docker_blanks(r))
		end = ++r->at;
	r->at = start;
	return end;
}

/* --- the parts of instructions --- */

static void
read_words(struct docker_reader *r)
{
	for (docker_blanks(r); !docker_at_end(r); docker_blanks(r)) {
		uint32_t end = docker_word_end(r, "");
		struct slice word = slice_sub(r->text, r->at, end);
		if (slice_starts(word, "<<") && word.len > 2 && r->nheredoc == 0)
			r->heredoc[r->nheredoc++] = slice_sub(word, 2, word.len);
		docker_word(r, end);
	}
}

static void
read_rest(struct docker_reader *r)
{
	uint32_t end = rest_end(r);

	if (end > r->at)
		docker_word(r, end);
}

/* --name=value ... */
static void
read_params(struct docker_reader *r)
{
	for (docker_blanks(r); slice_starts(slice_sub(r->text, r->at, r->text.len), "--"); docker_blanks(r)) {
		uint32_t node = hand_open(&r->tree, DOCKER_PARAM, r->at);
		docker_word(r, docker_word_end(r, "="));
		if (r->at < r->text.len && r->text.ptr[r->at] == '=') {
			r->at++;
			uint32_t end = docker_word_end(r, "");
			if (end > r->at)
				docker_word(r, end);
		}
		hand_close(&r->tree, node, r->at);
	}
}

/* ["a", "b"], to the end of the instruction; anything else is left alone. */
static bool
read_array(struct docker_reader *r)
{
	uint32_t start = r->at, n = (uint32_t)r->tree.n;

	if (docker_at_end(r) || r->text.ptr[r->at] != '[')
		return false;
	uint32_t node = hand_open(&r->tree, DOCKER_ARRAY, r->at++);
	for (docker_blanks(r); !docker_at_end(r) && r->text.ptr[r->at] != ']'; docker_blanks(r)) {
		uint32_t end = docker_word_end(r, ",]");
		if (end > r->at)
			docker_word(r, end);
		docker_blanks(r);
		if (docker_at_end(r) || (r->text.ptr[r->at] != ',' && r->text.ptr[r->at] != ']'))
			break;
		r->at += r->text.ptr[r->at] == ',';
	}
	bool closed = !docker_at_end(r) && r->text.ptr[r->at] == ']';
	r->at += closed;
	hand_close(&r->tree, node, r->at);
	docker_blanks(r);
	if (closed && docker_at_end(r))
		return true;
	hand_forget(&r->tree, n);
	r->at = start;
	return false;
}

static void
read_shell(struct docker_reader *r)
{
	uint32_t end = rest_end(r);

	if (end == r->at)
		return;
	uint32_t node = hand_open(&r->tree, DOCKER_SHELL, r->at);
	docker_commands(r);
	hand_close(&r->tree, node, end);
}

/* --- instructions --- */

/* base:1.2@sha256:... : the tag is behind the last '/', so that a port is none. */
static void
read_image(struct docker_reader *r)
{
	uint32_t end = docker_word_end(r, ""), from = r->at, at = docker_word_end(r, "@");

	for (uint32_t i = from; i < at; i++)
		if (r->text.ptr[i] == '/')
			r->at = i + 1;
	uint32_t name = docker_word_end(r, ":@");
	r->at = from;
	if (name > from)
		docker_word(r, name);
	r->at = name;
	if (name < at) {
		r->at++;
		marked_word(r, DOCKER_TAG, name, at);
	}
	r->at = at;
	if (at < end) {
		r->at++;
		marked_word(r, DOCKER_DIGEST, at, end);
	}
	r->at = end;
}

static void
read_from(struct docker_reader *r)
{
	read_params(r);
	if (!docker_at_end(r))
		read_image(r);
	docker_blanks(r);
	uint32_t start = r->at, end = docker_word_end(r, "");
	if (slice_eq_nocase(slice_sub(r->text, start, end), "as")) {
		r->at = end;
		docker_blanks(r);
		marked_word(r, DOCKER_ALIAS, start, docker_word_end(r, ""));
	}
	read_words(r);
}

static void
read_user(struct docker_reader *r)
{
	uint32_t end = docker_word_end(r, ""), name = docker_word_end(r, ":");

	if (name > r->at)
		docker_word(r, name);
	r->at = name;
	if (name < end) {
		r->at++;
		marked_word(r, DOCKER_GROUP, name, end);
	}
	r->at = end;
	read_words(r);
}

/* NAME or NAME=value ... */
static void
read_argument(struct docker_reader *r)
{
	for (docker_blanks(r); !docker_at_end(r); docker_blanks(r)) {
		uint32_t end = docker_word_end(r, ""), name = docker_word_end(r, "=");
		if (name > r->at)
			docker_word(r, name);
		r->at = name;
		if (name < end) {
			r->at++;
			marked_word(r, DOCKER_DEFAULT, name, end);
		}
		r->at = end;
	}
}

static void
read_pair(struct docker_reader *r)
{
	uint32_t end = docker_word_end(r, ""), name = docker_word_end(r, "=");

	if (name == end) {
		docker_word(r, end);
		return;
	}
	uint32_t node = hand_open(&r->tree, DOCKER_PAIR, r->at);
	if (name > r->at)
		docker_word(r, name);
	r->at = name + 1;
	if (r->at < end)
		docker_word(r, end);
	hand_close(&r->tree, node, end);
}

/* ENV name all the rest */
static void
read_old_pair(struct docker_reader *r)
{
	uint32_t node = hand_open(&r->tree, DOCKER_PAIR, r->at);

	docker_word(r, docker_word_end(r, ""));
	docker_blanks(r);
	uint32_t end = rest_end(r);
	read_rest(r);
	hand_close(&r->tree, node, end);
}

/* ENV a=b c=d; without any '=' it is one pair. */
static void
read_pairs(struct docker_reader *r)
{
	uint32_t end = rest_end(r);
	bool old = true;

	if (end == r->at)
		return;
	uint32_t start = r->at, node = hand_open(&r->tree, DOCKER_PAIRS, start);
	for (; !docker_at_end(r) && old; docker_blanks(r)) {
		old = docker_word_end(r, "=") == docker_word_end(r, "");
		r->at = docker_word_end(r, "");
	}
	r->at = start;
	if (old)
		read_old_pair(r);
	for (; !docker_at_end(r); docker_blanks(r))
		read_pair(r);
	hand_close(&r->tree, node, end);
}

static void
read_run(struct docker_reader *r)
{
	read_params(r);
	if (!read_array(r))
		read_shell(r);
}

static void
read_copy(struct docker_reader *r)
{
	read_params(r);
	if (!read_array(r))
		read_words(r);
}

enum form {
	FORM_WORDS,
	FORM_REST,
	FORM_FROM,
	FORM_RUN,
	FORM_COPY,
	FORM_PAIRS,
	FORM_ARG,
	FORM_USER,
	FORM_OUTER
};

static const struct instruction {
	const char *name; /* its kind's, too */
	enum form form;
} instructions[] = {
	{"from", FORM_FROM},        {"run", FORM_RUN},       {"cmd", FORM_RUN},
	{"entrypoint", FORM_RUN},   {"env", FORM_PAIRS},     {"label", FORM_PAIRS},
	{"arg", FORM_ARG},          {"copy", FORM_COPY},     {"add", FORM_COPY},
	{"volume", FORM_COPY},      {"shell", FORM_COPY},    {"expose", FORM_WORDS},
	{"user", FORM_USER},        {"workdir", FORM_REST},  {"maintainer", FORM_REST},
	{"stopsignal", FORM_WORDS}, {"onbuild", FORM_OUTER}, {"healthcheck", FORM_OUTER},
};

#define NINSTRUCTIONS (sizeof(instructions) / sizeof(instructions[0]))

static void
read_arguments(struct docker_reader *r, enum form form)
{
	docker_blanks(r);
	switch (form) {
	case FORM_WORDS:
		read_words(r);
		break;
	case FORM_REST:
		read_rest(r);
		break;
	case FORM_FROM:
		read_from(r);
		break;
	case FORM_RUN:
		read_run(r);
		break;
	case FORM_COPY:
		read_copy(r);
		break;
	case FORM_PAIRS:
		read_pairs(r);
		break;
	case FORM_ARG:
		read_argument(r);
		break;
	case FORM_USER:
		read_user(r);
		break;
	case FORM_OUTER: /* its instruction comes next */
		read_params(r);
		break;
	}
}

/* The instruction whose name stands here; NULL: none. */
static const struct instruction *
instruction_here(const struct docker_reader *r)
{
	struct slice word = slice_sub(r->text, r->at, docker_word_end(r, ""));

	for (size_t i = 0; i < NINSTRUCTIONS; i++)
		if (slice_eq_nocase(word, instructions[i].name))
			return &instructions[i];
	return NULL;
}

/* A word alone may be an argument of any instruction, but not what begins with an operator. */
static void
read_bare(struct docker_reader *r)
{
	uint32_t word = docker_word_end(r, "");

	if (rest_end(r) == word && docker_word_end(r, ";&|") > r->at)
		docker_word(r, word);
	else
		docker_commands(r);
}

/* One instruction, with those it gives way to: ONBUILD RUN ..., HEALTHCHECK CMD ... */
static void
read_statement(struct docker_reader *r)
{
	uint32_t nodes[NINSTRUCTIONS];
	size_t n = 0;
	const struct instruction *found = NULL;
	uint32_t end = rest_end(r);

	do {
		found = instruction_here(r);
		if (!found)
			break;
		nodes[n++] =
			hand_open(&r->tree, (uint16_t)(DOCKER_INSTRUCTIONS + (found - instructions)), r->at);
		r->at = docker_word_end(r, "");
		read_arguments(r, found->form);
		docker_blanks(r);
	} while (found->form == FORM_OUTER && !docker_at_end(r) && n < NINSTRUCTIONS);
	if (!docker_at_end(r))
		read_bare(r);
	while (n > 0)
		hand_close(&r->tree, nodes[--n], end);
}

/* Passes over the text that "<<EOF" asked for; its lines are read as commands. */
static void
read_heredoc(struct docker_reader *r, struct slice word)
{
	while (r->at < r->text.len) {
		uint32_t start = r->at;
		next_line(r);
		if (slice_eq(slice_trim(slice_sub(r->text, start, r->at)), word))
			return;
		r->at = start;
		docker_blanks(r);
		if (!docker_at_end(r))
			docker_commands(r);
		next_line(r);
	}
}

/* "# escape=`" in the first lines. */
static void
read_directives(struct docker_reader *r)
{
	struct slice rest = r->text, line;

	while (slice_next_line(&rest, &line) && slice_starts(slice_trim(line), "#")) {
		struct slice directive = slice_trim(slice_sub(slice_trim(line), 1, line.len));
		size_t equals = slice_chr(directive, '=');
		struct slice value = slice_trim(slice_sub(directive, equals + 1, directive.len));
		if (equals == (size_t)-1)
			return;
		if (slice_eq_nocase(slice_trim(slice_sub(directive, 0, equals)), "escape") && value.len == 1)
			r->escape = value.ptr[0];
	}
}

static int
read_file(struct syntax_tree *out, struct arena *arena, uint32_t max_nodes, struct err *err)
{
	struct docker_reader r = {.text = out->text, .escape = '\\'};

	r.tree = (struct hand_tree){.text = out->text, .max = max_nodes, .parent = NODE_NONE};
	uint32_t root = hand_open(&r.tree, DOCKER_FILE, 0);
	read_directives(&r);
	for (pass_comments(&r); r.at < r.text.len && !r.tree.cut; pass_comments(&r)) {
		docker_blanks(&r);
		if (!docker_at_end(&r))
			read_statement(&r);
		next_line(&r);
		for (unsigned i = 0; i < r.nheredoc; i++)
			read_heredoc(&r, r.heredoc[i]);
		r.nheredoc = 0;
	}
	hand_close(&r.tree, root, (uint32_t)r.text.len);
	return hand_finish(out, &r.tree, arena, err);
}

static const char *const kinds[DOCKER_INSTRUCTIONS + NINSTRUCTIONS] = {
	[DOCKER_FILE] = "source_file",
	[DOCKER_WORD] = "word",
	[DOCKER_STRING] = "string",
	[DOCKER_ARRAY] = "array",
	[DOCKER_PARAM] = "param",
	[DOCKER_TAG] = "tag",
	[DOCKER_DIGEST] = "digest",
	[DOCKER_ALIAS] = "alias",
	[DOCKER_GROUP] = "group",
	[DOCKER_DEFAULT] = "default",
	[DOCKER_PAIRS] = "pairs",
	[DOCKER_PAIR] = "pair",
	[DOCKER_SHELL] = "commands",
	[DOCKER_COMMAND] = "command",
	[DOCKER_ENVIRONMENT] = "environment",
	[DOCKER_REDIRECT] = "redirect",
	[DOCKER_AND] = "and",
	[DOCKER_OR] = "or",
	[DOCKER_PIPE] = "pipe",
	[DOCKER_SEQUENCE] = "sequence",
	"from",
	"run",
	"cmd",
	"entrypoint",
	"env",
	"label",
	"arg",
	"copy",
	"add",
	"volume",
	"shell",
	"expose",
	"user",
	"workdir",
	"maintainer",
	"stopsignal",
	"onbuild",
	"healthcheck",
};

const struct hand_grammar hand_dockerfile = {kinds, DOCKER_INSTRUCTIONS + NINSTRUCTIONS, read_file};
