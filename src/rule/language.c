/*
 * language.c - one table row per language
 *
 * A file name is tried first ("Dockerfile"; "Dockerfile.*" for a prefix), then
 * the longest suffix of any language (".blade.php" before ".php"), then the
 * interpreter of a #! line. Case does not matter in names and suffixes, since
 * some systems do not keep it.
 *
 * Choices that are not obvious: ".h" is C unless a line of it can only be C++, and
 * rule_reads() offers it to rules of both; templates (.erb, .j2, .twig, .vue ...) are HTML, since what rules
 * look for in them is markup; .blade.php is PHP.
 */
#include "rule/language.h"

#include "base/ascii.h"

struct language_row {
	const char *names[6];         /* canonical first, then aliases */
	const char *files[14];        /* whole file names; a final '*' makes a prefix */
	const char *suffixes[20];     /* with their '.' */
	const char *interpreters[10]; /* of a #! line, without version */
	struct comment_syntax comments;
};

#define C_COMMENTS                                                                                           \
	{                                                                                                    \
		{"//"},                                                                                      \
		{                                                                                            \
			{                                                                                    \
				"/*", "*/"                                                                   \
			}                                                                                    \
		}                                                                                            \
	}
#define HASH_COMMENTS                                                                                        \
	{                                                                                                    \
		{"#"},                                                                                       \
		{                                                                                            \
			{                                                                                    \
				NULL, NULL                                                                   \
			}                                                                                    \
		}                                                                                            \
	}
#define XML_COMMENTS                                                                                         \
	{                                                                                                    \
		{NULL},                                                                                      \
		{                                                                                            \
			{                                                                                    \
				"<!--", "-->"                                                                \
			}                                                                                    \
		}                                                                                            \
	}

static const struct language_row table[LANG_COUNT] = {
	[LANG_NONE] = {{"none"}, {NULL}, {NULL}, {NULL}, {{NULL}, {{NULL, NULL}}}},
	[LANG_PYTHON] = {{"python", "py", "python2", "python3"},
			 {"SConstruct", "SConscript", "wscript"},
			 {".py", ".pyi", ".pyw", ".pyx", ".wsgi", ".bzl"},
			 {"python", "pypy", "uv"},
			 HASH_COMMENTS},
	[LANG_JAVASCRIPT] = {{"javascript", "js"},
			     {NULL},
			     {".js", ".jsx", ".mjs", ".cjs"},
			     {"node", "nodejs", "bun"},
			     C_COMMENTS},
	[LANG_TYPESCRIPT] = {{"typescript", "ts"},
			     {NULL},
			     {".ts", ".tsx", ".mts", ".cts"},
			     {"deno", "ts-node", "tsx"},
			     C_COMMENTS},
	[LANG_JAVA] = {{"java"}, {NULL}, {".java"}, {NULL}, C_COMMENTS},
	[LANG_KOTLIN] = {{"kotlin", "kt"}, {NULL}, {".kt", ".kts", ".ktm"}, {"kotlin"}, C_COMMENTS},
	[LANG_SCALA] = {{"scala"}, {NULL}, {".scala", ".sc", ".sbt"}, {"scala"}, C_COMMENTS},
	[LANG_GO] = {{"go", "golang"}, {NULL}, {".go"}, {NULL}, C_COMMENTS},
	[LANG_PHP] = {{"php"},
		      {NULL},
		      {".php", ".phtml", ".php3", ".php4", ".php5", ".php7", ".inc.php", ".blade.php"},
		      {"php"},
		      {{"//", "#"}, {{"/*", "*/"}}}},
	[LANG_RUBY] = {{"ruby", "rb"},
		       {"Gemfile", "Rakefile", "Vagrantfile", "Podfile", "Fastfile", "Capfile", "Guardfile",
			"Brewfile", "Berksfile"},
		       {".rb", ".rake", ".gemspec", ".ru", ".podspec", ".jbuilder"},
		       {"ruby", "jruby", "rake"},
		       {{"#"}, {{"=begin", "=end"}}}},
	[LANG_C] = {{"c"}, {NULL}, {".c", ".h"}, {"tcc"}, C_COMMENTS},
	[LANG_CPP] = {{"cpp", "c++"},
		      {NULL},
		      {".cpp", ".cc", ".cxx", ".c++", ".hpp", ".hh", ".hxx", ".h++", ".ipp", ".inl", ".tpp",
		       ".ino", ".cu", ".cuh"},
		      {NULL},
		      C_COMMENTS},
	[LANG_CSHARP] = {{"csharp", "c#", "cs"}, {NULL}, {".cs", ".csx"}, {NULL}, C_COMMENTS},
	[LANG_RUST] = {{"rust", "rs"}, {NULL}, {".rs"}, {"rust-script"}, C_COMMENTS},
	[LANG_SWIFT] = {{"swift"}, {NULL}, {".swift"}, {"swift"}, C_COMMENTS},
	[LANG_SOLIDITY] = {{"solidity", "sol"}, {NULL}, {".sol"}, {NULL}, C_COMMENTS},
	[LANG_BASH] = {{"bash", "sh", "shell"},
		       {".bashrc", ".bash_profile", ".bash_aliases", ".profile", ".zshrc", ".zprofile",
			".zshenv", ".kshrc", "PKGBUILD", "APKBUILD"},
		       {".sh", ".bash", ".zsh", ".ksh", ".bats", ".ebuild"},
		       {"sh", "bash", "dash", "ash", "zsh", "ksh", "mksh", "bats"},
		       HASH_COMMENTS},
	[LANG_SQL] = {{"sql"},
		      {NULL},
		      {".sql", ".psql", ".pgsql", ".plsql", ".ddl", ".dml", ".pks", ".pkb"},
		      {NULL},
		      {{"--"}, {{"/*", "*/"}}}},
	[LANG_DOCKERFILE] = {{"dockerfile", "docker"},
			     {"Dockerfile", "Dockerfile.*", "Containerfile", "Containerfile.*"},
			     {".dockerfile", ".containerfile"},
			     {NULL},
			     HASH_COMMENTS},
	[LANG_TERRAFORM] = {{"terraform", "tf", "hcl"},
			    {NULL},
			    {".tf", ".tfvars", ".hcl", ".tofu", ".nomad"},
			    {NULL},
			    {{"#", "//"}, {{"/*", "*/"}}}},
	[LANG_YAML] = {{"yaml", "yml"}, {".clang-format"}, {".yaml", ".yml"}, {NULL}, HASH_COMMENTS},
	[LANG_JSON] = {{"json"},
		       {"composer.lock", "Pipfile.lock", ".babelrc", ".eslintrc", ".prettierrc", ".jshintrc"},
		       {".json", ".jsonc", ".json5", ".ipynb", ".webmanifest", ".geojson", ".tfstate",
			".jsonl"},
		       {NULL},
		       C_COMMENTS},
	[LANG_TOML] = {{"toml"},
		       {"Pipfile", "Cargo.lock", "poetry.lock", "uv.lock", "Gopkg.lock"},
		       {".toml"},
		       {NULL},
		       HASH_COMMENTS},
	[LANG_XML] = {{"xml"},
		      {NULL},
		      {".xml", ".xsd", ".xsl", ".xslt", ".svg", ".plist", ".wsdl", ".csproj", ".vbproj",
		       ".fsproj", ".props", ".targets", ".nuspec", ".resx", ".xaml", ".config", ".pom",
		       ".storyboard", ".xib"},
		      {NULL},
		      XML_COMMENTS},
	[LANG_HTML] = {{"html"},
		       {NULL},
		       {".html", ".htm", ".xhtml", ".vue", ".svelte", ".astro", ".ejs", ".erb", ".jinja",
			".jinja2", ".j2", ".twig", ".hbs", ".mustache", ".liquid", ".njk", ".jsp", ".cshtml",
			".tmpl"},
		       {NULL},
		       {{NULL}, {{"<!--", "-->"}, {"{#", "#}"}}}},
	[LANG_INI] = {{"ini", "properties", "dotenv"},
		      {".env", ".env.*", ".npmrc", ".yarnrc", ".pypirc", ".netrc", ".gitconfig",
		       ".gitmodules", ".editorconfig", ".flaskenv", ".coveragerc", ".my.cnf"},
		      {".ini", ".cfg", ".conf", ".cnf", ".properties", ".env", ".prefs", ".desktop",
		       ".service", ".socket", ".timer"},
		      {NULL},
		      {{"#", ";", "!"}, {{NULL, NULL}}}},
	[LANG_NGINX] = {{"nginx"},
			{"nginx.conf", "nginx.conf.*"},
			{".nginx", ".nginx.conf", ".nginxconf", ".vhost"},
			{NULL},
			HASH_COMMENTS},
	[LANG_APACHE] = {{"apache", "apacheconf"},
			 {".htaccess", "httpd.conf", "apache2.conf", "apache.conf", "httpd-*"},
			 {".htaccess", ".httpd.conf", ".apache.conf", ".apache"},
			 {NULL},
			 HASH_COMMENTS},
	[LANG_MARKDOWN] =
		{{"markdown", "md"}, {NULL}, {".md", ".markdown", ".mdx", ".mkd"}, {NULL}, XML_COMMENTS},
	[LANG_MAKEFILE] = {{"makefile", "make"},
			   {"Makefile", "GNUmakefile", "BSDmakefile", "Makefile.*"},
			   {".mk", ".mak", ".make"},
			   {"make", "gmake"},
			   HASH_COMMENTS},
};

#define EACH(item, list)                                                                                     \
	const char *const *item = (list);                                                                    \
	item < (list) + sizeof(list) / sizeof(*(list)) && *item;                                             \
	item++

enum language
language_by_name(struct slice name)
{
	for (int lang = LANG_NONE + 1; lang < LANG_COUNT; lang++)
		for (EACH(alias, table[lang].names))
			if (slice_eq_nocase(name, *alias))
				return (enum language)lang;
	return LANG_NONE;
}

const char *
language_name(enum language lang)
{
	return table[lang].names[0];
}

const struct comment_syntax *
language_comments(enum language lang)
{
	return &table[lang].comments;
}

/* A whole name, or a prefix when the entry ends in '*'. */
static bool
name_matches(struct slice name, const char *entry)
{
	size_t len = strlen(entry);

	if (entry[len - 1] != '*')
		return slice_eq_nocase(name, entry);
	if (name.len < len)
		return false;
	for (size_t i = 0; i + 1 < len; i++)
		if (ascii_lower(name.ptr[i]) != ascii_lower(entry[i]))
			return false;
	return true;
}

static enum language
by_file_name(struct slice name)
{
	for (int lang = 0; lang < LANG_COUNT; lang++)
		for (EACH(entry, table[lang].files))
			if (name_matches(name, *entry))
				return (enum language)lang;
	return LANG_NONE;
}

/* Suffixes begin with a dot and a letter, so that two bytes tell most of them apart. */
static enum language
with_suffix(struct slice suffix)
{
	char second = suffix.len > 1 ? ascii_lower(suffix.ptr[1]) : '\0';

	for (int lang = 0; lang < LANG_COUNT; lang++)
		for (EACH(known, table[lang].suffixes))
			if ((*known)[1] == second && slice_eq_nocase(suffix, *known))
				return (enum language)lang;
	return LANG_NONE;
}

/* The longest that is known: ".blade.php" before ".php". */
static enum language
by_suffix(struct slice name)
{
	enum language lang = LANG_NONE;

	for (size_t at = 0; at < name.len && lang == LANG_NONE; at++)
		if (name.ptr[at] == '.')
			lang = with_suffix(slice_sub(name, at, name.len));
	return lang;
}

/* "python3.11" is python. */
static struct slice
without_version(struct slice name)
{
	while (name.len > 0 && (ascii_is_digit(name.ptr[name.len - 1]) || name.ptr[name.len - 1] == '.'))
		name.len--;
	return name;
}

static enum language
by_interpreter(struct slice path)
{
	struct slice program = without_version(slice_base_name(path));

	for (int lang = 0; lang < LANG_COUNT; lang++)
		for (EACH(name, table[lang].interpreters))
			if (slice_eq_str(program, *name))
				return (enum language)lang;
	return LANG_NONE;
}

/* In "#!/usr/bin/env -S -u HOME LANG=C python3 -u" the first word that is an interpreter. */
static enum language
by_first_line(struct slice text)
{
	struct slice line, word;

	if (!slice_starts(text, "#!") || !slice_next_line(&text, &line))
		return LANG_NONE;
	struct slice rest = slice_sub(line, 2, line.len);
	if (!slice_next_word(&rest, &word))
		return LANG_NONE;
	enum language lang = by_interpreter(word);
	if (!slice_eq_str(slice_base_name(word), "env"))
		return lang;
	while (lang == LANG_NONE && slice_next_word(&rest, &word))
		lang = by_interpreter(word);
	return lang;
}

/* `namespace a {`, `class A : public B {`, `private:`: C has no line like that outside comments. */
static bool
is_cpp_line(struct slice line)
{
	static const char *const words[] = {"namespace ",       "class ",  "template <", "template<",
					    "using namespace ", "public:", "private:",   "protected:"};

	line = slice_trim(line);
	if (line.len == 0 || !strchr("{:;>", line.ptr[line.len - 1]))
		return false;
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (slice_starts(line, words[i]))
			return true;
	return false;
}

static bool
is_cpp(struct slice text)
{
	struct slice line;

	while (slice_next_line(&text, &line))
		if (is_cpp_line(line))
			return true;
	return false;
}

enum language
language_of_file(struct slice path, struct slice text)
{
	struct slice name = slice_base_name(path);
	enum language lang = by_file_name(name);

	if (lang == LANG_NONE)
		lang = by_suffix(name);
	if (lang == LANG_C && (slice_ends(name, ".h") || slice_ends(name, ".H")) && is_cpp(text))
		return LANG_CPP;
	return lang == LANG_NONE ? by_first_line(text) : lang;
}

/* What is data, and what no program reads past a NUL in it. */
static bool
is_run(enum language lang)
{
	switch (lang) {
	case LANG_NONE:
	case LANG_SQL:
	case LANG_TERRAFORM:
	case LANG_YAML:
	case LANG_JSON:
	case LANG_TOML:
	case LANG_XML:
	case LANG_INI:
	case LANG_NGINX:
	case LANG_APACHE:
	case LANG_MARKDOWN:
	case LANG_COUNT:
		return false;
	default:
		return true;
	}
}

bool
language_is_run(struct slice path, struct slice bytes)
{
	struct slice line, rest = bytes;

	if (!slice_next_line(&rest, &line))
		return false;
	enum language lang = language_of_file(path, line);
	return is_run(lang) && !(lang == LANG_PYTHON && slice_starts(bytes, "PK\3\4"));
}
