/*
 * grammars.c - which grammar reads which language
 *
 * Adding one: its package into package.json and the lock file, its directory
 * into grammars.mk, a row here, a sample into tests/unit/test_syntax.c. For patterns
 * in it see dialect.h.
 *
 * Not here, for want of a grammar or of a use: SQL, INI and the server
 * configurations, Markdown, Makefile.
 */
#include "syntax/grammars.h"

#include "syntax/hand.h"
#include "syntax/respell.h"
#include "syntax/syntax.h"

#ifdef SLUICE_SYNTAX

/* Each grammar is one function that hands out its tables. */
const struct TSLanguage *tree_sitter_python(void);
const struct TSLanguage *tree_sitter_javascript(void);
const struct TSLanguage *tree_sitter_tsx(void);
const struct TSLanguage *tree_sitter_typescript(void);
const struct TSLanguage *tree_sitter_java(void);
const struct TSLanguage *tree_sitter_kotlin(void);
const struct TSLanguage *tree_sitter_scala(void);
const struct TSLanguage *tree_sitter_go(void);
const struct TSLanguage *tree_sitter_php(void);
const struct TSLanguage *tree_sitter_ruby(void);
const struct TSLanguage *tree_sitter_c(void);
const struct TSLanguage *tree_sitter_cpp(void);
const struct TSLanguage *tree_sitter_c_sharp(void);
const struct TSLanguage *tree_sitter_rust(void);
const struct TSLanguage *tree_sitter_swift(void);
const struct TSLanguage *tree_sitter_solidity(void);
const struct TSLanguage *tree_sitter_bash(void);
const struct TSLanguage *tree_sitter_hcl(void);
const struct TSLanguage *tree_sitter_yaml(void);
const struct TSLanguage *tree_sitter_json(void);
const struct TSLanguage *tree_sitter_toml(void);
const struct TSLanguage *tree_sitter_xml(void);
const struct TSLanguage *tree_sitter_html(void);

/* A dialect stands before the language's other files. */
static const struct syntax_language table[] = {
	{LANG_PYTHON, NULL, "python", tree_sitter_python},
	{LANG_JAVASCRIPT, NULL, "javascript", tree_sitter_javascript},
	{LANG_TYPESCRIPT, ".tsx", "tsx", tree_sitter_tsx},
	{LANG_TYPESCRIPT, NULL, "typescript", tree_sitter_typescript},
	{LANG_JAVA, NULL, "java", tree_sitter_java},
	{LANG_KOTLIN, NULL, "kotlin", tree_sitter_kotlin},
	{LANG_SCALA, NULL, "scala", tree_sitter_scala, .respell = respell_scala},
	{LANG_GO, NULL, "go", tree_sitter_go},
	{LANG_PHP, NULL, "php", tree_sitter_php},
	{LANG_RUBY, NULL, "ruby", tree_sitter_ruby},
	{LANG_C, NULL, "c", tree_sitter_c},
	{LANG_CPP, NULL, "cpp", tree_sitter_cpp},
	{LANG_CSHARP, NULL, "c_sharp", tree_sitter_c_sharp},
	{LANG_RUST, NULL, "rust", tree_sitter_rust},
	{LANG_SWIFT, NULL, "swift", tree_sitter_swift},
	{LANG_SOLIDITY, NULL, "solidity", tree_sitter_solidity},
	{LANG_BASH, NULL, "bash", tree_sitter_bash},
	{LANG_TERRAFORM, NULL, "hcl", tree_sitter_hcl},
	{LANG_YAML, NULL, "yaml", tree_sitter_yaml},
	{LANG_JSON, NULL, "json", tree_sitter_json},
	{LANG_TOML, NULL, "toml", tree_sitter_toml},
	{LANG_XML, NULL, "xml", tree_sitter_xml},
	{LANG_HTML, NULL, "html", tree_sitter_html},
	{LANG_DOCKERFILE, NULL, "dockerfile", NULL, &hand_dockerfile},
};

/* In any case of letters, as language_of_file() takes suffixes. */
static bool
ends_with(struct slice path, const char *suffix)
{
	size_t len = strlen(suffix);

	return path.len >= len && slice_eq_nocase(slice_sub(path, path.len - len, path.len), suffix);
}

bool
syntax_available(void)
{
	return true;
}

const char *
syntax_description(void)
{
	return "tree-sitter " SLUICE_SYNTAX;
}

const struct syntax_language *
syntax_language(enum language lang, struct slice path)
{
	for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++) {
		const struct syntax_language *row = &table[i];
		if (row->language != lang)
			continue;
		if (!row->suffix || ends_with(path, row->suffix))
			return row;
	}
	return NULL;
}

const char *
syntax_language_name(const struct syntax_language *language)
{
	return language->name;
}

#endif
