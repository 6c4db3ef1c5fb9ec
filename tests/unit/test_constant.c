/*
 * Constant text and literals: what a name, a sum or a field stands for.
 */
#include "pattern_fixture.h"

/* clang-format off */
static const struct row rows[] = {
	/* sums */
	{PY, "f(\"ab\")", "f('a' + 'b')\nf('a' 'b')\nf('a' + c)\nf('ab')\n", "1 2 4"},
	{PY, "f(\"abc\")", "A = 'b'\nf('a' + A + 'c')\nf('a' + (A + 'c'))\nf(A)\n", "2 3"},
	{PY, "f(\"...\")", "f('a' % b)\nf('a' + b)\nf(g('a'))\n", ""},
	{PY, "f(\"=~/^ab$/\")", "B = 'b'\nf('a' + B)\nf('b' + B)\n", "2"},
	{PY, "f(\"axb\")", "X = 'x'\nf(f'a{X}b')\nf(f'a{Y}b')\n", "2"},
	{PY, "f(\"$X\", \"$X\")", "f('a' + 'b', 'ab')\nf('a' + 'b', 'abc')\n", "1"},
	{JS, "f(\"ab\")", "const a = 'a';\nf(a + 'b');\nf(`${a}b`);\nf(`${c}b`);\n", "2 3"},
	{JAVA, "f(\"ab\")", "class A { static final String B = \"b\"; void m() {\nf(\"a\" + B);\nf(\"a\" + c);\n}}\n", "2"},
	{GO, "f(\"ab\")", "package p\nconst b = \"b\"\nfunc m() {\nf(\"a\" + b)\nf(b)\n}\n", "4"},
	{"php", "f('ab')", "<?php\nf('a' . 'b');\nf('a' . $b);\n", "2"},
	{"csharp", "F(\"ab\")", "class A { const string B = \"b\"; void M() {\nF(\"a\" + B);\nF(B);\n}}\n", "2"},
	/* literals */
	{PY, "f(5)", "N = 5\nf(N)\nf(5)\nf(M)\n", "2 3"},
	{PY, "f(x=False)", "OFF = False\nf(x=OFF)\nf(x=ON)\n", "2"},
	{JS, "f({a: true})", "const on = true;\nf({a: on});\nf({a: off});\n", "2"},
	{JAVA, "f(1024)", "class A { int n = 1024; void m() {\nf(n);\nf(o);\n}}\n", "2"},
	/* where an assignment holds */
	{PY, "f(\"a\")", "x = 'a'\nx = 'b'\nf(x)\nx = 'a'\nf(x)\n", "5"},
	{PY, "f(\"...\")", "x = 'a'\nif c:\n  x = 'b'\nf(x)\n", "4"},
	{PY, "f(\"a\")", "x = 'a'\nif c:\n  x = 'b'\nf(x)\n", ""},
	{PY, "f(\"...\")", "x = 'a'\nif c:\n  x = g()\nf(x)\n", ""},
	{PY, "f(\"...\")", "x = 'a'\nx += g()\nf(x)\n", ""},
	{PY, "f(\"...\")", "x = 'a'\ndef g(x):\n  f(x)\ndef h():\n  f(x)\n", "5"},
	{PY, "f(\"...\")", "x = 'a'\nfor x in y:\n  f(x)\n", ""},
	{PY, "f(\"...\")", "x = 'a'\nx, y = g()\nf(x)\n", ""},
	{JS, "f(\"...\")", "let x = 'a';\nfunction g() { x = h(); }\nf(x);\nfunction k() { f(x); }\n", "3"},
	{JS, "f(\"...\")", "let x = 'a';\nfunction k() { f(x); }\n", "2"},
	{JS, "f(\"...\")", "let x = 'a';\nfunction g() { x = h(); }\nfunction k() { f(x); }\n", ""},
	/* fields */
	{JAVA, "f(\"...\")", "class A { private String k = \"a\"; void m() {\nf(k);\nf(this.k);\nf(A.k);\nf(b.k);\n}}\n", "2 3 4"},
	{JAVA, "f(\"...\")", "class A { String k = \"a\"; void m() {\nf(k);\nthis.k = g();\n}}\n", ""},
	{PY, "f(\"...\")", "class A:\n  k = 'a'\n  def m(self):\n    f(self.k)\n    f(k)\n", "4"},
	{PY, "f(\"...\")", "class A:\n  def __init__(self):\n    self.k = 'a'\n  def m(self):\n    f(self.k)\n", "5"},
	{PY, "f(\"...\")", "class A:\n  def __init__(self, k):\n    self.k = 'a'\n  def m(self):\n    self.k = g()\n    f(self.k)\n", ""},
	{"php", "f('...')", "<?php\nclass A { private $k = 'a'; function m() {\nf($this->k);\nf($k);\n}}\n", "3"},
	{TS, "f(\"...\")", "class A { private k = 'a'; m() {\nf(this.k);\nf(k);\n}}\n", "2"},
	{"csharp", "F(\"...\")", "class A { string k = \"a\"; void M() {\nF(k);\nF(l);\n}}\n", "2"},
	{"ruby", "f(\"...\")", "class A\n  def i\n    @k = 'a'\n  end\n  def m\n    f(@k)\n    f(k)\n  end\nend\n", "6"},
	/* no end of names */
	{PY, "f(\"...\")", "a = b\nb = a\nf(a)\n", ""},
	{PY, "f(\"...\")", "a = 'x'\na = a + a\na = a + a\nf(a)\n", "4"},
};
/* clang-format on */

int
main(void)
{
	struct CMUnitTest tests[COUNT(rows)];
	char names[COUNT(rows)][ROW_NAME];

	rows_add(tests, names, rows, COUNT(rows));
	return cmocka_run_group_tests_name("constant", tests, NULL, NULL);
}
