/*
 * Imports of all languages, and patterns of what is particular to those of scripts.
 */
#include "pattern_fixture.h"

/* clang-format off */
static const struct row rows[] = {
	/* imports of Python */
	{PY, "import a", "import a.b\nfrom a.c import d\nimport ab\nimport x, a\n", "1 2 4"},
	{PY, "import a.b", "import a\nfrom a import b\nfrom a import c\n", "2"},
	{PY, "from a import b", "from a import c, b\nfrom a import b as d\nimport a.b\nfrom z import b\n", "1 2 3"},
	{PY, "from a import $X", "from a import b\nfrom z import b\n", "1"},
	{PY, "import a as $X\n...\n$X.f()", "import a as q\nq.f()\n", "1"},
	{PY, "import a as $X", "import a\nfrom a import b as c\n", ""},
	{PY, "a.b.f(1)", "from a.b import *\nf(1)\ng(1)\n", "2"},
	{PY, "a.f(1)", "from a import g as f\nf(1)\nfrom a import f\nf(1)\n", "4"},
	/* imports of JavaScript */
	{JS, "import 'm'", "import 'm';\nimport a from 'm';\nimport * as b from 'm';\nconst c = require('m');\nimport d from 'n';\n", "1 2 3 4"},
	{JS, "import $X from 'm'", "import a from 'm';\nimport {b} from 'm';\nimport * as c from 'm';\n", "1"},
	{JS, "import {$X} from 'm'", "import {a, b as c} from 'm';\nimport d from 'n';\nconst {e: f} = require('m');\n", "1 3"},
	{JS, "import {a} from 'm'", "import {b, a} from 'm';\nimport {c} from 'm';\nimport {a as d} from 'm';\n", "1 3"},
	{JS, "import * as $X from 'm';\n...\n$X.f();", "import * as q from 'm';\nq.f();\n", "1"},
	{JS, "import {..., $X, ...} from 'm';\n...\n$X();", "import {a, b} from 'm';\nb();\n", "1"},
	{JS, "m.f(1)", "import * as q from 'm';\nq.f(1);\n", "2"},
	{JS, "m.f(1)", "const q = require('m');\nq.f(1);\n", "2"},
	{JS, "m.f(1)", "const {f: g} = require('m');\ng(1);\nf(1);\n", "2"},
	{JS, "m.f(1)", "import {f as g} from 'm';\ng(1);\nf(1);\n", "2"},
	{JS, "m.k.f(1)", "const q = require('m').k;\nq.f(1);\n", "2"},
	{TS, "m.f(1)", "import q = require('m');\nq.f(1);\n", "2"},
	{JS, "m.f(1)", "import q from 'm';\nq.f(1);\n", ""},
	/* and of others */
	{GO, "http.Get($X)", "package p\nimport h \"net/http\"\nfunc f() {\nh.Get(a)\n}\n", "4"},
	{GO, "yaml.F()", "package p\nimport q \"gopkg.in/yaml.v2\"\nfunc f() {\nq.F()\n}\n", "4"},
	{GO, "z.F()", "package p\nimport q \"x.y/z/v2\"\nfunc f() {\nq.F()\n}\n", "4"},
	{GO, "import \"$X\"", "package p\nimport (\n\"a/b\"\nc \"d\"\n)\n", "3 4"},
	{GO, "import $X \"a\"", "package p\nimport b \"a\"\nimport c \"d\"\n", "2"},
	{JAVA, "a.b.K.f()", "import a.b.*;\nclass C { void m() {\nK.f();\nL.f();\n}}\n", "3"},
	{JAVA, "new a.b.K()", "import a.b.K;\nclass C { Object o =\nnew K();\n}\n", "3"},
	{JAVA, "a.b.K.f(1)", "import static a.b.K.f;\nclass C { void m() {\nf(1);\ng(1);\n}}\n", "3"},
	{JAVA, "import a;", "import a.b.C;\nimport d.a;\n", "1"},
	{JAVA, "import a.$X;", "import a.b.C;\nimport d.E;\n", "1"},
	{"csharp", "A.B.K.F()", "using A.B;\nclass C { void M() {\nK.F();\nL.G();\n}}\n", "3"},
	{"csharp", "X.Y.F()", "using Q = X.Y;\nclass C { void M() {\nQ.F();\n}}\n", "3"},
	{"csharp", "using A.B;", "using A.B;\nusing C;\n", "1"},
	/* JSX */
	{JS, "<$E a={$X} />", "x = <p a={1} />;\nx = <p b a={f()}>t</p>;\nx = <p b />;\n", "1 2"},
	{JS, "<p ... a={$X} ...>...</p>", "x = <p b a={1}>t<i /></p>;\nx = <q a={1} />;\n", "1"},
	{JS, "<$E a=\"$X\" />", "x = <p a=\"t\" />;\nx = <p a={t} />;\n", "1"},
	{JS, "<$E a=... />", "x = <p a={1} />;\nx = <p b={1} />;\n", "1"},
	{JS, "<$E>$M</$E>", "x = <p>t</p>;\nx = <p>{t}</p>;\nx = <p />;\n", "1"},
	{JS, "<$E {...$X} />", "x = <p a={1} {...q} />;\nx = <p a={1} />;\n", "1"},
	{JS, "f(...$X)", "f(...a);\nf(a);\n", "1"},
	/* objects, functions and classes of JavaScript */
	{JS, "f({a: $X})", "f({b: 1, a: 2});\nf({a});\nf({b});\n", "1 2"},
	{JS, "function $F({a}) {...}", "function f({b, a}) { }\nfunction g({b}) { }\n", "1"},
	{JS, "a: 'x'", "q = {b: 1, a: 'x'};\nq = {a: 'y'};\n", "1"},
	{JS, "a: {\n  $F(b) { ... }\n}", "q = {a: {f(b) { g(); }}};\nq = {c: {f(b) { }}};\n", "1"},
	{JS, "function $F(a) {...}", "export default function f(a) { }\nexport function g(a) { }\nasync function h(a = 1) { }\n", "1 2 3"},
	{JS, "async function $F(...) {...}", "async function f() { }\nfunction g() { }\n", "1"},
	{JS, "for (...) {...}", "for (let i = 0; i < 1; i++) { f(); }\nfor (const x of y) { f(); }\nwhile (z) { f(); }\n", "1 2"},
	{JS, "`...${...}...`", "f(`a${b}c`);\nf(`a`);\n", "1"},
	{TS, "$X = f()", "a = f() as any;\nb = await f();\n", "1"},
	{TS, "f($X)", "f<string>(a);\nf(b!);\n", "1 2"},
	{TS, "f<$T>($X)", "f<string>(a);\nf(b);\n", "1"},
	{TS, "class $C {\n  ...\n  @D('x')\n  $M(...) {...}\n  ...\n}", "@Q()\nexport class A {\n  @D('x')\n  m() { }\n}\nclass B {\n  m() { }\n}\n", "1"},
	{TS, "function $F($X) {...}", "function f(@D() a: string = 'b') { }\n", "1"},
	/* Python */
	{PY, "def $F(..., $P=$D, ...): ...", "def f(a, b=1): pass\ndef g(a: int): pass\ndef h(a: int = 2): pass\n", "1 3"},
	{PY, "def $F($X: int): ...", "def f(a: int = 1): pass\ndef g(a): pass\n", "1"},
	{PY, "async def $F(...): ...", "async def f(): pass\ndef g(): pass\n", "1"},
	{PY, "$X in $Y", "a in b\na not in b\na < b\na is b\n", "1"},
	{PY, "$X < $Y", "a < b\na > b\n", "1"},
	{PY, "$X and $Y", "a and b\na or b\n", "1"},
	{PY, "$X[$Y]", "a[b]\na[b:c]\n", "1"},
	{PY, "@d(...)\ndef $F(...): ...", "@d\ndef f(): pass\n@d(1)\ndef g(): pass\n@e\ndef h(): pass\n", "1 3"},
	{PY, "@d(..., a=1)\ndef $F(...): ...", "@d\ndef f(): pass\n@d(a=1)\ndef g(): pass\n", "3"},
	{PY, "class $C(B): ...", "class X(A, B, metaclass=M): pass\nclass Y(A): pass\n", "1"},
	{PY, "if $X: ...", "if a:\n  f()\nelif b:\n  g()\nelse:\n  h()\n", "1 3"},
	{PY, "try: ...\nexcept: ...", "try:\n  f()\nexcept:\n  g()\nfinally:\n  h()\n", ""},
	{PY, "raise $X", "raise E from F\n", "1"},
	{PY, "$X = f()", "if (a := f()): pass\n", "1"},
	{PY, "a.b.$F(1)", "from a.b import f\nimport a.b as q\nf(1)\nq.g(1)\nh(1)\n", "3 4"},
	{PY, "f(f\"...\")", "f(f'a{b}')\nf(f'a')\nf('a')\n", "1 2"},
	{PY, "class $C(...): ...", "class A: pass\nclass B(A): pass\n", "1 2"},
	{PY, "class $C:\n  x = 1", "class A:\n  y = 2\n  x = 1\n  z = 3\nclass B:\n  y = 2\n", "1"},
	{PY, "def $F():\n  ...\n  a()", "def f():\n  b()\n  a()\n  c()\ndef g():\n  c()\n", "1"},
	{PY, "def $F():\n  a()", "def f():\n  a()\n  b()\ndef g():\n  a()\n", "4"},
	{PY, "try: ...\nfinally: ...", "try:\n  f()\nexcept E:\n  g()\nfinally:\n  h()\n", "1"},
	{PY, "a.b(...)", "from a import b\n@b\ndef f(): pass\n", "2"},
	{JS, "f(`...`)", "f(`a`);\nf(`a${b}`);\nf('a');\n", "1 2"},
	{JS, "export default $X", "export default a;\nf();\n", "1"},
	{JS, "new $C(...)", "a = new B;\na = new B(1);\n", "1 2"},
	{JS, "/.../", "a = /b/g;\na = 'b';\n", "1"},
	{JS, "$X = {...}", "class A {\n  b = {c: 1};\n}\n", "2"},
	{JS, "{...$X}", "f({...a, b: 1});\nf({b: 1});\n", "1"},
	{JS, "($X) => {...}", "f(async a => { b(); });\nf(function (a) { b(); });\n", "1 2"},
	/* PHP and Ruby */
	{"php", "$X->m(...)", "<?php\n$a?->m(1);\n$a->n(1);\n", "2"},
	{"php", "if ($X) { ... }", "<?php\nif ($a) { f(); } elseif ($b) { g(); } else { h(); }\n", "2"},
	{"php", "f(\"...\")", "<?php\nf(<<<EOT\ntext\nEOT\n);\nf(<<<EOT\ntext $x\nEOT\n);\n", "2"},
	{"php", "$X = [];", "<?php\nclass A { protected $a = []; }\n", "2"},
	{"php", "function (...) { ... }", "<?php\n$f = function ($a) use ($b) { return 1; };\n", "2"},
	{"ruby", "f($X)", "f(a: 1)\nf(:b)\n", "2"},
	{"ruby", "f(:a)", "f(:a)\nf(a)\n", "1"},
	{"ruby", "f(..., a: $X, ...)", "f 1, :b => 2, :a => 3\nf(c: 1)\n", "1"},
	{"ruby", "$X.m", "a.m.n\na&.m\na.n\n", "1 2"},
	{"ruby", "if $X\n  ...\nend", "if a\n  f\nelsif b\n  g\nelse\n  h\nend\n", "1 3"},
	{PY, "f($...A)", "f(1, b=2)\nf()\n", "1 2"},
	{PY, "{..., $X: $A, ..., $X: $B, ...}", "d = {1: 2, 3: 4}\nd = {1: 2, 1: 3}\n", "2"},
	{PY, "a.f(1)", "f(1)\nfrom a import f\nf(1)\n", "3"},
	{PY, "$X.f(1)", "from m import f as g, h\ng(1)\nh(1)\nf(1)\n", "2"},
	{JS, "$X.f(1)", "const {f} = require('m');\nf(1);\ng(1);\n", "2"},
	{"php", "f(\"...$X...\")", "<?php\nf(\"a $b c\");\nf(\"a {$b} c\");\nf(\"a\");\n", "2 3"},
	{"php", "f('a')", "<?php\nf(\"a\");\nf('a');\nf('b');\n", "2 3"},
	{"php", "class $C extends B { ... }", "<?php\nclass A extends B { private $a; }\nclass D { }\n", "2"},
	{"php", "new A\\B()", "<?php\nuse A\\B as C;\n$a = new C();\n$a = new B();\n", "3"},
	{"ruby", ":$K => \"$V\"", "f(:a => 'b')\nh = {:c => 'd'}\nh = {:c => d}\n", "1 2"},
	{PY, "f(f\"...{...}...\")", "f(f'a{b}c')\nf('a')\n", "1"},
	{"ruby", "return $X", "def f\n  return g\nend\n", "2"},
	{"ruby", "def f(...)\n  ...\nend", "def f\n  g\nend\ndef h\n  g\nend\n", "1"},
	{"ruby", "if a\n  ...\nelse\n  ...\nend", "if a\n  # none\nelse\n  f\nend\n", "1"},
	/* Java and Go */
	{JAVA, "try { ... } catch ($E $X) { ... }", "class A { void m() {\ntry { a(); } catch (E e) { b(); } finally { c(); }\ntry { a(); } catch (E e) { b(); }\n}}\n", "3"},
	{JAVA, "List $X = $Y;", "class A { void m() {\nList<String> a = b;\nSet<String> c = d;\n}}\n", "2"},
	{JAVA, "$X = f();", "class A { void m() {\na = (int) f();\n}}\n", "2"},
	{GO, "func $F(...) { ... }", "package p\nfunc (t *T) m(a int) { b() }\n", "2"},
	{GO, "if $X { ... }", "package p\nfunc f() {\nif err := g(); err != nil { h() }\n}\n", "3"},
};
/* clang-format on */

int
main(void)
{
	struct CMUnitTest tests[COUNT(rows)];
	char names[COUNT(rows)][ROW_NAME];

	rows_add(tests, names, rows, COUNT(rows));
	return cmocka_run_group_tests_name("pattern_script", tests, NULL, NULL);
}
