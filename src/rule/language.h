/*
 * language.h - the languages a rule can ask for, and which one a file is in
 */
#ifndef SLUICE_RULE_LANGUAGE_H
#define SLUICE_RULE_LANGUAGE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/slice.h"

/* Index into the table of language.c; a set of languages is a bit mask. */
enum language {
	LANG_NONE, /* unknown file type */
	LANG_PYTHON,
	LANG_JAVASCRIPT,
	LANG_TYPESCRIPT,
	LANG_JAVA,
	LANG_KOTLIN,
	LANG_SCALA,
	LANG_GO,
	LANG_PHP,
	LANG_RUBY,
	LANG_C,
	LANG_CPP,
	LANG_CSHARP,
	LANG_RUST,
	LANG_SWIFT,
	LANG_SOLIDITY,
	LANG_BASH,
	LANG_SQL,
	LANG_DOCKERFILE,
	LANG_TERRAFORM,
	LANG_YAML,
	LANG_JSON,
	LANG_TOML,
	LANG_XML,
	LANG_HTML,
	LANG_INI, /* ini, cfg, conf, properties, env files */
	LANG_NGINX,
	LANG_APACHE,
	LANG_MARKDOWN,
	LANG_MAKEFILE,
	LANG_COUNT
};

typedef uint64_t language_set;
#define LANGUAGE_BIT(l) ((language_set)1 << (l))
#define LANGUAGE_ANY    ((language_set)-1) /* Semgrep's "regex" and "generic" */

/* By a name or alias that rules use ("py", "python3", "ts", "hcl"): LANG_NONE if unknown. */
enum language language_by_name(struct slice name);

/* By file name, then extension, then the #! line of the text; a header is C++ if its text says so. */
enum language language_of_file(struct slice path, struct slice text);

/*
 * True if something runs or compiles the file by its name or first line, whatever bytes it holds besides:
 * PHP, browsers, shells and C compilers pass over a picture's header and NULs. Python runs an archive, too,
 * in which there is nothing to be read as text.
 */
bool language_is_run(struct slice path, struct slice bytes);

const char *language_name(enum language lang); /* canonical, as in rules */

/* How comments are written: prefixes of line comments and pairs of block
 * comments, NULL-terminated; a language without comments has empty lists. */
struct comment_syntax {
	const char *line[4];
	const char *block[3][2];
};
const struct comment_syntax *language_comments(enum language lang);

#endif
