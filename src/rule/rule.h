/*
 * rule.h - a rule as the matcher sees it: immutable, shared by threads
 *
 * The model follows Semgrep's rule syntax (https://semgrep.dev/docs/writing-rules/rule-syntax)
 * with our additions `diff`, `keywords`, `metavariable-entropy`,
 * `metavariable-checksum`, `metavariable-credential`, `metavariable-words` and `metadata.area`;
 * git-sluice-rules(5) describes it.
 *
 * Rules live as plain constant data. Shipped ones lie in an image that the
 * build makes of rules/ (see src/rule/shipped.h), others are loaded from YAML into
 * a ruleset's arena (src/rule/load.h); nobody changes one afterwards.
 */
#ifndef SLUICE_RULE_RULE_H
#define SLUICE_RULE_RULE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/slice.h"
#include "rule/checksum.h"
#include "rule/credential.h"
#include "rule/language.h"
#include "rule/screen.h"

enum severity { SEVERITY_INFO, SEVERITY_WARNING, SEVERITY_ERROR };
enum confidence { CONFIDENCE_LOW, CONFIDENCE_MEDIUM, CONFIDENCE_HIGH };

enum area {
	AREA_SQL_INJECTION,
	AREA_INPUT_VALIDATION,
	AREA_ERROR_HANDLING,
	AREA_DATA_EXPOSURE,
	AREA_AUTH,
	AREA_COMMENTS,
	AREA_DEPENDENCIES,
	AREA_SECRETS,
	AREA_COUNT
};

const char *severity_name(enum severity severity);       /* "INFO", "WARNING", "ERROR" */
const char *confidence_name(enum confidence confidence); /* "LOW", "MEDIUM", "HIGH" */
const char *area_name(enum area area);                   /* "sql-injection" */
bool area_by_name(enum area *out, struct slice name);

/* An entry of a named list may stand in lists.yaml beside the file of its rule. */
enum rule_document { DOCUMENT_RULES, DOCUMENT_LISTS };
#define LISTS_FILE "lists.yaml"

/* Where a node of a rule file stands, for messages; from 1. */
struct rule_position {
	uint32_t line, column;
	enum rule_document document;
};

struct buf;

/* Appends the name of the file that a position of a rule in `file` is about. */
void rule_position_file(struct buf *out, struct slice file, struct rule_position at);

/*
 * A formula says which ranges of a text match. `patterns` is OP_ALL with its
 * positive and negative operands as children, `pattern-either` is OP_ANY.
 */
enum formula_op {
	OP_REGEX,     /* pattern-regex: text is a PCRE2 regular expression */
	OP_NOT_REGEX, /* pattern-not-regex */
	OP_ALL,       /* patterns */
	OP_ANY,       /* pattern-either */
	OP_PATTERN,   /* pattern (syntax; text is Semgrep's pattern) */
	OP_NOT,       /* pattern-not: one child */
	OP_INSIDE,    /* pattern-inside: one child */
	OP_NOT_INSIDE /* pattern-not-inside: one child */
};

enum condition_op {
	CONDITION_REGEX,      /* metavariable-regex: text, anchored at its start */
	CONDITION_COMPARISON, /* metavariable-comparison: text is the expression */
	CONDITION_ENTROPY,    /* metavariable-entropy: Shannon entropy >= number (bits a byte) */
	CONDITION_CHECKSUM,   /* metavariable-checksum: the value proves to be of the kind */
	CONDITION_CREDENTIAL, /* metavariable-credential: the value looks like a key or a password */
	CONDITION_WORDS,      /* metavariable-words: the value contains a listed word (negated: none) */
	CONDITION_PATTERN,    /* metavariable-pattern: formula */
	CONDITION_TYPE,       /* metavariable-type: one of words */
	CONDITION_REDOS,      /* metavariable-analysis: a regular expression that can take forever */
	CONDITION_RANDOM,     /* metavariable-analysis: a text that looks chosen at random */
};

struct condition {
	enum condition_op op;
	struct slice metavariable;  /* "$1", "$NAME"; with its '$'; may be empty for a comparison */
	struct slice text;          /* credential: the name's metavariable, or empty */
	double number;              /* entropy: the least; comparison: base, 0 when not given */
	bool strip;                 /* comparison: quotes round the value are taken off first */
	bool negated;               /* words, checksum: negate */
	bool constants;             /* regex: a constant's name is asked for its value */
	enum language language;     /* pattern: of the value; LANG_NONE: the file's */
	enum checksum checksum;     /* checksum: the kind */
	enum credential credential; /* credential: the kind */
	const struct slice *words;  /* lower case; to be found anywhere in the value, case folded */
	size_t nwords;
	const struct formula *formula;
	bool generic; /* pattern: the formula's patterns are generic ones */
	struct rule_position at;
};

struct formula {
	enum formula_op op;
	struct slice text; /* a regular expression or a pattern */
	const struct formula *children;
	size_t nchildren;
	const struct condition *conditions; /* of OP_ALL */
	size_t nconditions;
	const struct slice *focus; /* focus-metavariable of OP_ALL, "$NAME" each; behind an empty one come
				    * those of another operator, which narrows further */
	size_t nfocus;
	struct rule_position at;
};

/*
 * Semgrep's options about patterns. A rule keeps those that it changes, so that one without
 * options has the defaults.
 */
enum rule_option {
	OPTION_CONSTANT_PROPAGATION,     /* on: "..." is a constant's name, too */
	OPTION_SYMBOLIC_PROPAGATION,     /* off: x = g(); f(x) is f(g()) */
	OPTION_AC_MATCHING,              /* on: chains of && || and & | ^ have no brackets */
	OPTION_COMMUTATIVE_BOOLOP,       /* off: && and || have no order */
	OPTION_IMPLICIT_DEEP_EXPRSTMT,   /* on: f() among statements is in `return f()`, too */
	OPTION_IMPLICIT_RETURN,          /* on: return x is in (a) => x */
	OPTION_VARDEF_ASSIGN,            /* on: x = 1 is var x = 1, too */
	OPTION_ARROW_IS_FUNCTION,        /* on: function f() {} is const f = () => {}, too */
	OPTION_LET_IS_VAR,               /* on: var x = 1 is let x = 1, too */
	OPTION_DECORATORS_ORDER_MATTERS, /* off */
	OPTION_COUNT
};

#define OPTIONS_ON                                                                                           \
	(1u << OPTION_CONSTANT_PROPAGATION | 1u << OPTION_AC_MATCHING |                                      \
	 1u << OPTION_IMPLICIT_DEEP_EXPRSTMT | 1u << OPTION_IMPLICIT_RETURN | 1u << OPTION_VARDEF_ASSIGN |   \
	 1u << OPTION_ARROW_IS_FUNCTION | 1u << OPTION_LET_IS_VAR)

struct taint;

enum diff_on { DIFF_ADDED, DIFF_REMOVED };
enum diff_commits { COMMITS_TIP, COMMITS_EVERY };
enum diff_window {
	WINDOW_LINE,      /* the touched line; the default */
	WINDOW_LINES,     /* window_lines lines before and after it */
	WINDOW_STATEMENT, /* the lines of the statement the touched line belongs to */
	WINDOW_FILE,      /* the file, in pieces of at most LIMIT_WINDOW_BYTES that start at a line */
};

/* Whether the rule also reads what is encoded in a touched line. */
enum diff_decode { DECODE_SECRETS /* if its area is secrets */, DECODE_ALWAYS, DECODE_NEVER };

/* What counts as blank in generic mode; the names are those of options.generic_comment_style. */
enum comment_style {
	COMMENTS_NONE,
	COMMENTS_C,     /* block comments of C */
	COMMENTS_CPP,   /* the same, and // to the end of the line */
	COMMENTS_SHELL, /* # to the end of the line */
};

#define GENERIC_MAX_SPAN 10u

/* Semgrep's generic mode: patterns on words and marks instead of syntax. */
struct generic_options {
	bool on;
	bool caseless;
	enum comment_style comments;
	uint32_t max_span; /* lines that one `...` reaches down; GENERIC_MAX_SPAN unless the rule says more */
};

struct rule {
	struct slice id;
	struct slice message; /* may name metavariables: "$1", "$NAME" */
	struct slice fix;     /* empty: none; may name metavariables */
	enum severity severity;
	enum confidence confidence;
	enum area area;
	const struct slice *cwe; /* "CWE-89" */
	size_t ncwe;
	const struct slice *references; /* addresses */
	size_t nreferences;
	language_set languages; /* LANGUAGE_ANY for regex and generic */
	bool messages;          /* metadata.messages: also reads commit and tag messages */
	struct slice
		observes; /* metadata.observes: what is *seen*, no finding ("ORM queries"); empty: a defect */

	const struct slice *include; /* paths.include globs; none: everything */
	size_t ninclude;
	const struct slice *exclude;
	size_t nexclude;

	enum diff_on on;
	enum diff_commits commits;
	enum diff_window window;
	uint32_t window_lines;
	enum diff_decode decode;

	/* Lower-case literals one of which must stand in the window (ASCII case
	 * folded). Written as `keywords`, else derived from the patterns when the
	 * pack is built or the matcher is made; none: the rule runs everywhere. */
	const struct slice *keywords;
	size_t nkeywords;
	bool keywords_derived; /* keywords has been derived already */

	bool stands;               /* built in: neither a comment nor a baseline silences it */
	bool syntax;               /* has patterns: can run only where there is a grammar */
	uint32_t options;          /* set of enum rule_option that are not as in OPTIONS_ON */
	struct formula formula;    /* without operands when the rule follows taint */
	const struct taint *taint; /* mode: taint, see taint.h; NULL: mode: search */
	struct generic_options generic;
	const struct screen
		*screen;      /* of a rule of gitleaks; NULL: a match of the formula is one of the rule */
	bool names;           /* reads the names of new files and nothing else */
	struct slice partial; /* what of a foreign rule could not be kept, so that it warns; empty: nothing */
	struct slice file;    /* the rule file, for messages */
	struct rule_position at;
};

/* Asks whether a rule is on for a path, whoever decides that. */
typedef bool (*rule_reach)(void *ctx, const struct rule *rule, struct slice path);

/* True if the rule reads files of this path and language. A ".h" file is C and C++ alike. */
bool rule_reads(const struct rule *rule, struct slice path, enum language lang);

/* Its two halves. */
bool rule_reads_language(const struct rule *rule, struct slice path, enum language lang);
bool rule_reads_path(const struct rule *rule, struct slice path); /* the globs alone */

/* True if a text must be parsed for it, or cut into the words of generic mode. */
bool rule_needs_syntax(const struct rule *rule);

/* True if it reads what is encoded, too: base64, escapes ... Rules on syntax do not. */
bool rule_decodes(const struct rule *rule);

/* True if what it reports is a secret, to be masked wherever it would be shown. */
bool rule_hides(const struct rule *rule);

/* Severity ERROR with confidence HIGH blocks unless configuration says otherwise. */
bool rule_blocks(const struct rule *rule);

#endif
