#include "unit.h"

#include <stdio.h>

#include "rule/language.h"
#include "rule/rule.h"

/* ---- files: one named test a row ---- */

struct file_row {
	const char *path;
	const char *text;
	enum language lang;
};

static const struct file_row files[] = {
	{"a.py", "", LANG_PYTHON},
	{"dir.js/a.pyi", "", LANG_PYTHON},
	{"A.PY", "", LANG_PYTHON},
	{"a.mjs", "", LANG_JAVASCRIPT},
	{"a.jsx", "", LANG_JAVASCRIPT},
	{"a.tsx", "", LANG_TYPESCRIPT},
	{"a.d.ts", "", LANG_TYPESCRIPT},
	{"A.java", "", LANG_JAVA},
	{"build.gradle.kts", "", LANG_KOTLIN},
	{"a.sbt", "", LANG_SCALA},
	{"a.go", "", LANG_GO},
	{"a.php", "", LANG_PHP},
	{"views/a.blade.php", "", LANG_PHP},
	{"Gemfile", "", LANG_RUBY},
	{"lib/tasks/x.rake", "", LANG_RUBY},
	{"a.c", "", LANG_C},
	{"a.h", "", LANG_C},
	{"a.h", "/* a class:\n * class A {\n */\nstruct a {\n\tint public;\n};\n", LANG_C},
	{"a.h", "#pragma once\nnamespace a {\n", LANG_CPP},
	{"a.H", "class A : public B {\n", LANG_CPP},
	{"a.h", "struct a {\n  public:\n", LANG_CPP},
	{"a.h", "template <typename T>\nT f(T a);\n", LANG_CPP},
	{"a.c", "class A {\n", LANG_C},
	{"a.hpp", "", LANG_CPP},
	{"a.cs", "", LANG_CSHARP},
	{"a.rs", "", LANG_RUST},
	{"a.swift", "", LANG_SWIFT},
	{"a.sol", "", LANG_SOLIDITY},
	{"a.sh", "", LANG_BASH},
	{".bashrc", "", LANG_BASH},
	{"a.sql", "", LANG_SQL},
	{"Dockerfile", "", LANG_DOCKERFILE},
	{"ops/Dockerfile.prod", "", LANG_DOCKERFILE},
	{"api.dockerfile", "", LANG_DOCKERFILE},
	{"Containerfile", "", LANG_DOCKERFILE},
	{"Dockerfiles", "", LANG_NONE},
	{"main.tf", "", LANG_TERRAFORM},
	{"prod.tfvars", "", LANG_TERRAFORM},
	{"a.yml", "", LANG_YAML},
	{"package.json", "", LANG_JSON},
	{"a.ipynb", "", LANG_JSON},
	{"Cargo.lock", "", LANG_TOML},
	{"pyproject.toml", "", LANG_TOML},
	{"pom.xml", "", LANG_XML},
	{"a.csproj", "", LANG_XML},
	{"a.html", "", LANG_HTML},
	{"a.vue", "", LANG_HTML},
	{"a.html.erb", "", LANG_HTML},
	{"nginx.conf.j2", "", LANG_NGINX},
	{"a.twig", "", LANG_HTML},
	{".env", "", LANG_INI},
	{"app/.env.production", "", LANG_INI},
	{"application.properties", "", LANG_INI},
	{"a.conf", "", LANG_INI},
	{"nginx.conf", "", LANG_NGINX},
	{"site.nginx.conf", "", LANG_NGINX},
	{".htaccess", "", LANG_APACHE},
	{"conf/httpd.conf", "", LANG_APACHE},
	{"README.md", "", LANG_MARKDOWN},
	{"Makefile", "", LANG_MAKEFILE},
	{"rules.mk", "", LANG_MAKEFILE},
	{"requirements.txt", "", LANG_NONE},
	{"LICENSE", "", LANG_NONE},
	{"", "", LANG_NONE},
	{"run", "#!/bin/sh\necho", LANG_BASH},
	{"run", "#! /usr/bin/python3.11 -u\n", LANG_PYTHON},
	{"run", "#!/usr/bin/env node", LANG_JAVASCRIPT},
	{"run", "#!/usr/bin/env -S LANG=C ruby -w", LANG_RUBY},
	{"run", "#!/usr/bin/env -u HOME python3", LANG_PYTHON},
	{"run", "#!/usr/bin/env uv run", LANG_PYTHON},
	{"run", "#!/usr/bin/env", LANG_NONE},
	{"run", "#!", LANG_NONE},
	{"run", "# !/bin/sh", LANG_NONE},
	{"run", "\n#!/bin/sh", LANG_NONE},
	{"a.py", "#!/bin/sh", LANG_PYTHON},
};

static void
test_what_is_run(void **state)
{
	(void)state;
	static const struct {
		const char *path, *bytes;
		bool run;
	} runs[] = {
		{"a.php", "GIF89a", true},      {"a.html", "\1\2", true},      {"a.c", "\1", true},
		{"run", "#!/bin/sh\n\1", true}, {"run", "\1#!/bin/sh", false}, {"a.png", "GIF89a", false},
		{"a.py", "PK\3\4", false},      {"a.py", "PK", true},          {"a.json", "{", false},
		{"a.php", "", false},
	};

	for (size_t i = 0; i < sizeof(runs) / sizeof(runs[0]); i++)
		if (language_is_run(slice_str(runs[i].path), slice_str(runs[i].bytes)) != runs[i].run)
			fail_msg("%s", runs[i].path);
}

static void
test_file(void **state)
{
	const struct file_row *row = *state;

	assert_string_equal(language_name(language_of_file(slice_str(row->path), slice_str(row->text))),
			    language_name(row->lang));
}

/* ---- names ---- */

static void
test_names(void **state)
{
	static const struct {
		const char *name;
		enum language lang;
	} rows[] = {
		{"python", LANG_PYTHON}, {"py", LANG_PYTHON},         {"python3", LANG_PYTHON},
		{"ts", LANG_TYPESCRIPT}, {"hcl", LANG_TERRAFORM},     {"C#", LANG_CSHARP},
		{"c++", LANG_CPP},       {"docker", LANG_DOCKERFILE}, {"golang", LANG_GO},
		{"sh", LANG_BASH},       {"none", LANG_NONE},         {"regex", LANG_NONE},
		{"", LANG_NONE},         {"pythonn", LANG_NONE},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		assert_int_equal(language_by_name(slice_str(rows[i].name)), rows[i].lang);
}

static void
test_names_round_trip(void **state)
{
	(void)state;
	for (int lang = LANG_NONE + 1; lang < LANG_COUNT; lang++) {
		const char *name = language_name((enum language)lang);
		assert_non_null(name);
		assert_int_equal(language_by_name(slice_str(name)), lang);
	}
}

static void
test_comments(void **state)
{
	(void)state;
	assert_string_equal(language_comments(LANG_PYTHON)->line[0], "#");
	assert_null(language_comments(LANG_PYTHON)->line[1]);
	assert_null(language_comments(LANG_PYTHON)->block[0][0]);
	assert_string_equal(language_comments(LANG_PHP)->line[1], "#");
	assert_string_equal(language_comments(LANG_C)->block[0][1], "*/");
	assert_null(language_comments(LANG_HTML)->line[0]);
	assert_string_equal(language_comments(LANG_SQL)->line[0], "--");
	assert_null(language_comments(LANG_NONE)->line[0]);
	assert_null(language_comments(LANG_NONE)->block[0][0]);
}

/* ---- which files a rule reads ---- */

static bool
reads(const struct rule *rule, const char *path)
{
	struct slice p = slice_str(path);

	return rule_reads(rule, p, language_of_file(p, slice_str("")));
}

static void
test_rule_reads_language(void **state)
{
	struct rule rule = {.languages = LANGUAGE_BIT(LANG_CPP)};

	(void)state;
	assert_true(reads(&rule, "a.cpp"));
	assert_true(reads(&rule, "a.h"));
	assert_false(reads(&rule, "a.c"));
	rule.languages = LANGUAGE_BIT(LANG_C);
	assert_true(reads(&rule, "a.h"));
	assert_false(reads(&rule, "a.hpp"));
	rule.languages = LANGUAGE_ANY;
	assert_true(reads(&rule, "LICENSE"));
}

static void
test_rule_reads_paths(void **state)
{
	const struct slice include[] = {SLICE_LITERAL("src/"), SLICE_LITERAL("*.txt")};
	const struct slice exclude[] = {SLICE_LITERAL("tests")};
	struct rule rule = {.languages = LANGUAGE_ANY,
			    .include = include,
			    .ninclude = 2,
			    .exclude = exclude,
			    .nexclude = 1};

	(void)state;
	assert_true(reads(&rule, "src/a.py"));
	assert_true(reads(&rule, "doc/a.txt"));
	assert_false(reads(&rule, "doc/a.py"));
	assert_false(reads(&rule, "src/tests/a.py"));
}

static void
test_rule_blocks(void **state)
{
	struct rule rule = {.severity = SEVERITY_ERROR, .confidence = CONFIDENCE_HIGH};

	(void)state;
	assert_true(rule_blocks(&rule));
	rule.confidence = CONFIDENCE_MEDIUM;
	assert_false(rule_blocks(&rule));
	rule.confidence = CONFIDENCE_HIGH;
	rule.severity = SEVERITY_WARNING;
	assert_false(rule_blocks(&rule));
}

static void
test_areas(void **state)
{
	enum area area;

	(void)state;
	for (int i = 0; i < AREA_COUNT; i++) {
		assert_true(area_by_name(&area, slice_str(area_name((enum area)i))));
		assert_int_equal(area, i);
	}
	assert_false(area_by_name(&area, slice_str("sql")));
}

#define NFILES (sizeof(files) / sizeof(*files))

int
main(void)
{
	struct CMUnitTest tests[NFILES + 7] = {
		cmocka_unit_test(test_names),
		cmocka_unit_test(test_names_round_trip),
		cmocka_unit_test(test_comments),
		cmocka_unit_test(test_rule_reads_language),
		cmocka_unit_test(test_rule_reads_paths),
		cmocka_unit_test(test_rule_blocks),
		cmocka_unit_test(test_areas),
		cmocka_unit_test(test_what_is_run),
	};
	static char names[NFILES][80];

	for (size_t i = 0; i < NFILES; i++) {
		snprintf(names[i], sizeof(names[i]), "language of '%s' %.20s", files[i].path, files[i].text);
		for (char *c = names[i]; *c; c++)
			*c = *c == '\n' || *c == '#' ? '~' : *c;
		tests[7 + i] =
			(struct CMUnitTest){names[i], test_file, NULL, NULL, (void *)(uintptr_t)&files[i]};
	}
	return cmocka_run_group_tests_name("language", tests, NULL, NULL);
}
