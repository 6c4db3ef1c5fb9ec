/*
 * Typed metavariables: (int $X), ($X: T).
 */
#include "pattern_fixture.h"

/* clang-format off */
#define JAVA_IN(imports, body) imports "class A { Foo field; void m(String s, java.util.Date d, List<String> l) {\n" body "}}\n"

static const struct row rows[] = {
	{JAVA, "f((String $X))", JAVA_IN("", "f(s);\nf(d);\nf(\"a\");\nf(1);\n"), "2 4"},
	{JAVA, "f((java.lang.String $X))", JAVA_IN("", "f(s);\nf(d);\n"), "2"},
	{JAVA, "f((Date $X))", JAVA_IN("", "f(s);\nf(d);\n"), "3"},
	{JAVA, "f((java.sql.Date $X))", JAVA_IN("", "f(s);\nf(d);\n"), ""},
	{JAVA, "f((List $X))", JAVA_IN("", "f(l);\nf(s);\n"), "2"},
	{JAVA, "f((List<String> $X))", JAVA_IN("", "f(l);\n"), "2"},
	{JAVA, "f((List<Foo> $X))", JAVA_IN("", "f(l);\n"), ""},
	{JAVA, "f((Foo $X))", JAVA_IN("", "f(field);\nf(this.field);\nf(new Foo());\nf((Foo) z);\nf(z);\n"), "2 3 4 5"},
	{JAVA, "f((Foo $X))", JAVA_IN("", "var v = new Foo();\nf(v);\nBar field = null;\nf(field);\n"), "3"},
	{JAVA, "f((a.Foo $X))", JAVA_IN("import a.Foo;\n", "f(field);\n"), "3"},
	{JAVA, "f((b.Foo $X))", JAVA_IN("import a.Foo;\n", "f(field);\n"), ""},
	{JAVA, "(Foo $X).$M(...)", JAVA_IN("", "field.a();\ns.a();\n"), "2"},
	{JAVA, "(String $A) == (String $B)", JAVA_IN("", "x = s == \"a\";\ny = s == 1;\n"), "2"},
	{JAVA, "(int $X) = 1;", JAVA_IN("", "int a = 1;\nlong b = 1;\n"), "2"},
	{JAVA, "f(($T $X), ($T $Y))", JAVA_IN("", "f(field, s);\nf(field, field);\n"), "3"},
	{JAVA, "catch (Exception $E) { ... }", "", ""},
	{JAVA, "void m(Foo $X) { ... }", "class A {\nvoid m(Foo a) { b(); }\nvoid m(Bar a) { b(); }\n}\n", "2"},
	{JAVA, "f((int[] $X))", JAVA_IN("", "int[] a = g();\nf(a);\nint b = g();\nf(b);\n"), "3"},
	{"csharp", "F((Foo $X))", "class A { Foo a; Bar B { get; set; }\nvoid M(Foo p, int q) {\nF(p);\nF(q);\nF(a);\nF(B);\nvar v = new Foo();\nF(v);\n}}\n", "3 5 8"},
	{"csharp", "(Foo $X).G(...)", "class A { Foo a; void M() {\na.G();\nb.G();\n}}\n", "2"},
	{"c", "f((char *$X))", "void g(char *a, char b, const char *c) {\nf(a);\nf(b);\nf(c);\nf(\"x\");\n}\n", "2 4 5"},
	{"c", "f((int $X))", "void g(void) {\nint a = 1;\nchar b[10];\nf(a);\nf(b);\n}\n", "4"},
	{GO, "f(($X : *http.Request))", "package p\nfunc m(r *http.Request, q http.Request, s *Request) {\nf(r)\nf(q)\nf(s)\n}\n", "3 5"},
	{GO, "f(($X : string))", "package p\nfunc m(a, b string, c int) {\nf(a)\nf(b)\nf(c)\nvar d string\nf(d)\n}\n", "3 4 7"},
	{GO, "($X : T).F()", "package p\nfunc m() {\nx := T{A: 1}\nx.F()\ny := &T{}\ny.F()\n}\n", "4"},
	{GO, "($X : *T).F()", "package p\nfunc m() {\nx := T{A: 1}\nx.F()\ny := &T{}\ny.F()\n}\n", "6"},
	{TS, "f(($X: Foo))", "function g(a: Foo, b: Bar, c?: Foo) {\nf(a);\nf(b);\nf(c);\nconst d: Foo = h();\nf(d);\nconst e = new Foo();\nf(e);\n}\n", "2 4 6 8"},
	{TS, "f(($X: Foo))", "class A { private p: Foo; m() {\nf(this.p);\nf(this.q);\n}}\n", "2"},
	{TS, "($X: string) => {...}", "f((a: string) => { b(); });\n", "1"},
	{PY, "f(($X: Foo))", "def g(a: Foo, b: Bar, c: m.Foo = None):\n  f(a)\n  f(b)\n  f(c)\n  d = Foo()\n  f(d)\n  e: Foo = h()\n  f(e)\n", "2 4 6 8"},
	{"php", "f((Foo $X))", "<?php\nfunction g(Foo $a, Bar $b) {\nf($a);\nf($b);\n$c = new Foo();\nf($c);\n}\n", "3 6"},
};
/* clang-format on */

int
main(void)
{
	struct CMUnitTest tests[COUNT(rows)];
	char names[COUNT(rows)][ROW_NAME];

	rows_add(tests, names, rows, COUNT(rows));
	return cmocka_run_group_tests_name("pattern_types", tests, NULL, NULL);
}
