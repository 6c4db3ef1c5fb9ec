/*
 * dialect.c - which language has which dialect, and what one has by default
 */
#include "syntax/dialect.h"

static const struct dialect *const table[LANG_COUNT] = {
	[LANG_PYTHON] = &dialect_python,
	[LANG_JAVASCRIPT] = &dialect_javascript,
	[LANG_TYPESCRIPT] = &dialect_javascript,
	[LANG_JAVA] = &dialect_java,
	[LANG_GO] = &dialect_go,
	[LANG_PHP] = &dialect_php,
	[LANG_RUBY] = &dialect_ruby,
	[LANG_C] = &dialect_c,
	[LANG_CPP] = &dialect_c,
	[LANG_CSHARP] = &dialect_csharp,
	[LANG_BASH] = &dialect_bash,
	[LANG_DOCKERFILE] = &dialect_dockerfile,
	[LANG_TERRAFORM] = &dialect_terraform,
	[LANG_SOLIDITY] = &dialect_solidity,
	[LANG_HTML] = &dialect_html,
	[LANG_XML] = &dialect_xml,
	[LANG_TOML] = &dialect_toml,
	[LANG_SCALA] = &dialect_scala,
	[LANG_KOTLIN] = &dialect_kotlin,
	[LANG_RUST] = &dialect_rust,
	[LANG_SWIFT] = &dialect_swift,
	[LANG_YAML] = &dialect_yaml,
	[LANG_JSON] = &dialect_json,
};

const struct dialect *
dialect_of(enum language lang)
{
	static const struct dialect plain = {0};

	return table[lang] ? table[lang] : &plain;
}

language_set
dialect_languages(void)
{
	language_set set = 0;

	for (int lang = 0; lang < LANG_COUNT; lang++)
		if (table[lang])
			set |= LANGUAGE_BIT(lang);
	return set;
}

const struct dialect_frame *
dialect_frames(const struct dialect *dialect)
{
	static const struct dialect_frame plain[] = {{"", ""}, {NULL, NULL}};

	return dialect->frames ? dialect->frames : plain;
}

const char *const *
dialect_dots(const struct dialect *dialect)
{
	static const char *const braces[] = {".", ".;", ". ,", ". ,;", ". = ,", ".: ,", ".;;", NULL};

	return dialect->dots ? dialect->dots : braces;
}

const char *const *
dialect_metavariables(const struct dialect *dialect)
{
	static const char *const plain[] = {".", NULL};

	return dialect->metavariables ? dialect->metavariables : plain;
}

bool
import_word(struct slice *rest, struct slice *word)
{
	static const char blank[] = " \t\r\n(),;", single[] = "{}:=";
	size_t n = 0;

	while (rest->len > 0 && memchr(blank, rest->ptr[0], sizeof(blank) - 1))
		*rest = slice_sub(*rest, 1, rest->len);
	while (n < rest->len && !memchr(blank, rest->ptr[n], sizeof(blank) - 1) &&
	       !memchr(single, rest->ptr[n], sizeof(single) - 1))
		n++;
	if (n == 0 && rest->len > 0)
		n = 1;
	*word = slice_sub(*rest, 0, n);
	*rest = slice_sub(*rest, n, rest->len);
	return n > 0;
}

int
import_take(const struct import_taker *taker, struct slice name, struct slice module, struct slice item)
{
	const struct import import = {name, module, item, {NULL, 0}};

	return taker->take(taker->to, &import);
}

/* The last part of a path. */
static struct slice
path_name(struct slice path, const char *joint)
{
	struct slice rest = path;
	size_t at;

	while ((at = slice_find(rest, slice_str(joint))) != (size_t)-1)
		rest = slice_sub(rest, at + strlen(joint), rest.len);
	return rest;
}

/* Takes the next path or word of a list of paths. */
static bool
path_word(struct slice *rest, struct slice *word)
{
	static const char blank[] = " \t\r\n,;}";
	size_t n = 0;

	while (rest->len > 0 && memchr(blank, rest->ptr[0], sizeof(blank) - 1))
		*rest = slice_sub(*rest, 1, rest->len);
	while (n < rest->len && !memchr(blank, rest->ptr[n], sizeof(blank) - 1))
		n++;
	*word = slice_sub(*rest, 0, n);
	*rest = slice_sub(*rest, n, rest->len);
	return n > 0;
}

/* One path; module is what stood before the braces it is in, if any. */
static int
take_path(const struct import_taker *taker, struct slice module, struct slice path, struct slice name,
	  const char *joint)
{
	bool all = slice_eq_str(name, "*") || slice_eq_str(name, "_");

	if (slice_chr(path, '{') != (size_t)-1) /* braces in braces */
		return 0;
	if (all && module.len == 0 && path.len > name.len + strlen(joint))
		module = slice_sub(path, 0, path.len - name.len - strlen(joint));
	if (all || module.len == 0)
		return import_take(taker, all ? slice_of(NULL, 0) : name, all ? module : path,
				   slice_of(NULL, 0));
	return import_take(taker, name, module, path);
}

int
import_take_paths(const struct import_taker *taker, struct slice text, const char *joint, const char *as)
{
	struct slice path, next, module = {NULL, 0};
	size_t open = slice_chr(text, '{');

	if (open != (size_t)-1 && open >= strlen(joint)) {
		module = slice_trim(slice_sub(text, 0, open - strlen(joint)));
		text = slice_sub(text, open + 1, text.len);
	}
	while (path_word(&text, &path)) {
		struct slice rest = text, name = path_name(path, joint);
		if (path_word(&rest, &next) && slice_eq_str(next, as) && path_word(&rest, &next)) {
			name = next;
			text = rest;
		}
		if (take_path(taker, module, path, name, joint) < 0)
			return -1;
	}
	return 0;
}
