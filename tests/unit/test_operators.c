/*
 * Chains of one operator, what is written differently and means the same, and
 * the options that change either.
 */
#include "pattern_fixture.h"

/* clang-format off */
static const struct row rows[] = {
	/* associative */
	{PY, "x = a and c", "x = a and b and c\nx = a and c\nx = c and a\n", "2"},
	{PY, "x = $A and c", "x = a and b and c\nx = a and c\nx = c and b\n", "1 2"},
	{PY, "x = a and $B", "x = a and b and c\nx = a and (b and c)\nx = (a and b) and c\n", "1 2 3"},
	{PY, "f($A and $B, $A)", "f(a and b and c, a and b)\nf(a and b and c, a)\nf(a and b and c, b)\n", "1 2"},
	{PY, "$A and ... and $A", "a and b and a\na and b\n", "1"},
	{PY, "a and b", "a or b\na and b\n", "2"},
	{PY, "$X < 1", "a < 1\na > 1\n", "1"},
	{JS, "$A && $B && $C", "x = a && b && c;\nx = a && b;\nx = a || b || c;\n", "1"},
	{JS, "a && $X", "if (a && b && c) d();\nif (b && c) d();\n", "1"},
	/* dots make a chain of any operator */
	{PY, "y = a + ...", "y = a + b + c\ny = a + b\ny = b + a + c\n", "1 2"},
	{PY, "y = a + ... + d", "y = a + b + c + d\ny = a + d\ny = a + b\n", "1 2"},
	{PY, "y = ... + d", "y = a + b + d\ny = d + a\n", "1"},
	{JAVA, "f(\"...\" + ... + $X)", "class A { void m() {\nf(\"a\" + b + \"c\" + d);\nf(b + \"a\");\n}}\n", "2"},
	/* else the order of the tree */
	{PY, "y = $A + $B", "y = a + b + c\n", "1"},
	{PY, "y = a + $B", "y = a + b + c\ny = a + (b + c)\n", "2"},
	/* commutative */
	{PY, "z = C | A", "z = A | C\nz = C | A\nz = A | B | C\nz = A & C\nz = C\n", "1 2 3"},
	{PY, "z = A | A", "z = A | B\nz = A | A\n", "2"},
	/* functions by name */
	{JS, "function $F($X) {...}", "const f = (a) => { b(); };\nconst g = function (a) { b(); };\nconst h = b;\nfunction k(a) {}\n", "1 2 4"},
	{JS, "function $F(...) { ... c($X); ... }", "const f = (a) => { b(); c(a); };\nconst g = () => { b(); };\n", "1"},
	{TS, "function $F(...) {...}", "const f = async (a: string): Promise<void> => { b(); };\n", "1"},
	/* values of functions */
	{JS, "return f($X)", "const g = (a) => f(a);\nh(() => { f(b); });\nfunction k() { return f(c); }\n", "1 3"},
	{"ruby", "def $F(...)\n  ...\n  return a($X)\nend", "def f(b)\n  c\n  a(b)\nend\ndef g(b)\n  a(b)\n  c\nend\n", "1"},
	/* receivers and chains */
	{JS, "$F(1)", "a.b(1);\na?.b(1);\na.b.c(2);\n", "1 2"},
	{JS, "$X.b(...)", "a.b(1);\na?.b(1);\nb(1);\n", "1 2"},
	{JS, "$X.a(). ... .z()", "q.a()?.b().z();\nq.z();\n", "1"},
	{JAVA, "if ($C) { $S; }", "class A { void m() {\nif (a) { b(); }\nif (a) { b(); c(); }\n}}\n", "2"},
	{PY, "if $C:\n  $S\n  return", "if a:\n  b()\n  return\nif a:\n  return\n", "1"},
};

static const struct rule_row rule_rows[] = {
	/* what metavariable-regex asks of a name is asked before the name is taken, of anything else afterwards */
	{"a name that is asked for",
	 "  patterns:\n  - pattern: $F($X)\n  - metavariable-regex: {metavariable: $F, regex: '(open|(?i)read)$'}\n",
	 PY, "open(1)\nreopen(1)\nREAD(1)\nopens(1)\nos.open(1)\n", "1 3"},
	{"a path that is asked for",
	 "  patterns:\n  - pattern: $F($X)\n  - metavariable-regex: {metavariable: $F, regex: 'os\\.open$'}\n",
	 PY, "os.open(1)\nopen(1)\n", "1"},
	{"two conditions on one name",
	 "  patterns:\n  - pattern: $F($X)\n  - metavariable-regex: {metavariable: $F, regex: 'a'}\n"
	 "  - metavariable-regex: {metavariable: $F, regex: '.b'}\n",
	 PY, "ab(1)\nac(1)\nbb(1)\n", "1"},
	{"the name round a match",
	 "  patterns:\n  - pattern-inside: |\n      def $F(...):\n        ...\n  - pattern: use($X)\n"
	 "  - metavariable-regex: {metavariable: $F, regex: 'handle'}\n",
	 PY, "def handle(a):\n  use(a)\ndef other(a):\n  use(a)\n", "2"},
	{"alternatives, one of them without the name",
	 "  patterns:\n  - pattern-either:\n    - pattern: $F(1)\n    - pattern: f(2)\n"
	 "  - metavariable-regex: {metavariable: $F, regex: 'f'}\n",
	 PY, "f(1)\nf(2)\ng(1)\n", "1"},
	{"what is taken away is not asked",
	 "  patterns:\n  - pattern: f($X, $Y)\n  - pattern-not: f($Y, $Y)\n"
	 "  - metavariable-regex: {metavariable: $X, regex: 'a'}\n",
	 PY, "f(a, b)\nf(a, a)\nf(b, b)\n", "1"},
	{"a constant that is asked for by its value",
	 "  patterns:\n  - pattern: f($X)\n"
	 "  - metavariable-regex: {metavariable: $X, regex: 'http', constant-propagation: true}\n",
	 PY, "A = 'http'\nB = 'ftp'\nf(A)\nf(B)\n", "3"},
	/* what cannot be seen at a glance */
	{"a name that stands for a call",
	 "  pattern: if_(<... g(...) ...>)\n  options: {symbolic_propagation: true}\n",
	 PY, "x = g(1)\nif_(x)\nif_(h(x))\nif_(y)\n", "2 3"},
	{"ac_matching off",
	 "  pattern: x = a and $B\n  options: {ac_matching: false}\n",
	 PY, "x = a and b and c\nx = a and b\n", "2"},
	{"commutative_boolop on",
	 "  pattern: x = a and b\n  options: {commutative_boolop: true}\n",
	 PY, "x = b and a\nx = b or a\n", "1"},
	{"constant_propagation off",
	 "  pattern: f(\"...\")\n  options: {constant_propagation: false}\n",
	 PY, "A = 'a'\nf(A)\nf('a')\n", "3"},
	{"symbolic_propagation off is the default",
	 "  pattern: f(g(...))\n",
	 PY, "x = g(1)\nf(x)\nf(g(2))\n", "3"},
	{"symbolic_propagation on",
	 "  pattern: f(g(...))\n  options: {symbolic_propagation: true}\n",
	 PY, "x = g(1)\nf(x)\nf(g(2))\nx = h()\nf(x)\n", "2 3"},
	{"implicit_deep_exprstmt off",
	 "  pattern: |\n    a()\n    b()\n  options: {implicit_deep_exprstmt: false}\n",
	 PY, "a()\nx = b()\na()\nb()\n", "3"},
	{"implicit_return off",
	 "  pattern: return f($X)\n  options: {implicit_return: false}\n",
	 JS, "const g = (a) => f(a);\nfunction k() { return f(c); }\n", "2"},
	{"vardef_assign off",
	 "  pattern: $X = 1\n  options: {vardef_assign: false}\n",
	 JS, "let a = 1;\na = 1;\n", "2"},
	{"arrow_is_function off",
	 "  pattern: function $F(...) {...}\n  options: {arrow_is_function: false}\n",
	 JS, "const f = (a) => { b(); };\nfunction k(a) {}\n", "2"},
	{"let_is_var off",
	 "  pattern: var $X = 1\n  options: {let_is_var: false}\n",
	 JS, "let a = 1;\nvar b = 1;\n", "2"},
	{"decorators_order_matters on",
	 "  pattern: |\n    @a\n    @b\n    def $F(...): ...\n  options: {decorators_order_matters: true}\n",
	 PY, "@b\n@a\ndef f(): pass\n@a\n@b\ndef g(): pass\n", "4"},
};
/* clang-format on */

int
main(void)
{
	struct CMUnitTest tests[COUNT(rows) + COUNT(rule_rows)];
	char names[COUNT(rows)][ROW_NAME];

	rows_add(tests, names, rows, COUNT(rows));
	rule_rows_add(tests + COUNT(rows), rule_rows, COUNT(rule_rows));
	return cmocka_run_group_tests_name("operators", tests, NULL, NULL);
}
