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
