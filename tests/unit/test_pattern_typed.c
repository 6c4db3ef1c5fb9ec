/*
 * Patterns of what is particular to languages with types: Java, Go, C#, C and C++.
 */
#include "pattern_fixture.h"

#define C   "c"
#define CPP "cpp"
#define CS  "csharp"

/* clang-format off */
static const struct row rows[] = {
	/* Java: declarations */
	{JAVA, "class $C implements I { ... }", "class A implements H, I { }\nclass B implements J { }\n", "1"},
	{JAVA, "class $C<$T> { ... }", "class A<T extends B> { }\nclass C { }\n", "1"},
	{JAVA, "static class $C { ... }", "public class A {\npublic static final class B { }\n}\n", "2"},
	{JAVA, "interface $I extends R { $T $M($P $X) throws E; }", "interface A extends Q, R {\nint a(int b) throws E;\nint c(D d) throws E;\n}\ninterface B extends R { }\n", "1"},
	{JAVA, "final $T $X = $V;", "class A {\nprivate final int a = 1;\nint b = 1;\n}\n", "2"},
	{JAVA, "class $C { ... $M() { ... } ... int $X; ... }", "class A { int a; A() { } }\nclass B { int b; }\n", ""},
	{JAVA, "$R $M(...) { ... }", "class A {\nA(int a) { }\nvoid f() { }\nvoid g();\nint h = () -> 1;\n}\n", "3"},
	{JAVA, "$M(...) { ... }", "class A {\nA(int a) { }\nvoid f() { }\n}\n", "2 3"},
	{JAVA, "$R $M(..., $X, ...) { ... g($X); ... }", "class A {\nvoid f(B a, C b) { g(b); }\nvoid h(B a) { g(B); }\n}\n", "2"},
	{JAVA, "public $R $M(...) { ... }", "class A {\n@B public static int f() { return 1; }\nint g() { return 1; }\n}\n", "2"},
	{JAVA, "$R $M(...) throws E { ... }", "class A {\nvoid f() throws D, E { }\nvoid g() { }\n}\n", "2"},
	{JAVA, "$R $M(..., @P(...) $T $X, ...) { ... }", "class A {\nvoid f(int a, @P(\"q\") String b) { }\nvoid g(String b) { }\n}\n", "2"},
	{JAVA, "@A({\"x\"})", "class B {\n@C\n@A({\"x\"})\nvoid f() { }\n@A(\"y\")\nvoid g() { }\n}\n", "3"},
	{JAVA, "@A(..., b = $X, ...)\nclass $C { ... }", "@A(a = 1, b = 2)\nclass B { }\n@A(a = 1)\nclass C { }\n", "1"},
	{JAVA, "super($X);", "class A {\nA(int a) {\nsuper(a);\nthis.b(a);\n}\n}\n", "3"},
	/* statements and expressions */
	{JAVA, "if ($X) { ... } else { ... }", "class A { void f() {\nif (a) { b(); }\nif (a) { b(); } else if (c) { d(); }\n}}\n", "3"},
	{JAVA, "if ($X) return null;", "class A { Object f() {\nif (a) return null; else if (b) { c(); }\nreturn null;\n}}\n", "2"},
	{JAVA, "switch ($X) { ... }", "class A { void f() {\nswitch (a) { case 1: b(); break; default: c(); }\n}}\n", "2"},
	{JAVA, "for (...) { ... }", "class A { void f() {\nfor (int i = 0; i < 3; i++) { g(); }\n}}\n", "2"},
	{JAVA, "new $T() { ... }", "class A { Object a = new B() { };\nObject b = new B(); }\n", "1"},
	{JAVA, "new $T() { ... public void m(A[] a, String b) { ... throw new E(...); ... } ... }", "class A { Object a =\nnew B() { int c; public void m(A[] a, String b) { throw new E(1); } };\n}\n", "2"},
	{JAVA, "new A(...)", "class B { Object a = new A<>(1);\nObject b = new A<C>();\nObject c = new D<A>(); }\n", "1 2"},
	{JAVA, "B.g($X)", "class A { Object a =\nB.<C>g(1);\n}\n", "2"},
	{JAVA, "$X -> { ... }", "class A { Object a = () -> f();\nObject b = c -> { d(); };\n}\n", "2"},
	{JAVA, "return $X;", "class A { int f() {\nObject a = () -> g();\nreturn 1;\n}}\n", "3"},
	{JAVA, "$R $M(...) {\n  ...\n  Q $Q = ...;\n  ...\n  $Q.f(..., $X);\n  ...\n}", "class A {\nvoid a(int x) { Q q = r(); q.f(1, x); }\nvoid b(int x) { R q = r(); q.f(1, x); }\n}\n", "2"},
	{JAVA, "f();\n...\n(Q $X).g($Y);", "class A { void a(Q q, R r) {\nf();\nr.g(1);\nq.g(2);\n}}\n", "2"},
	{JAVA, "f(\"=~/ab/i\")", "class A { Object a = f(\"xABx\");\nObject b = f(\"a\"); }\n", "1"},
	{JAVA, "f((boolean $X))", "class A { Object a = f(b == c);\nObject d = f(b + c); }\n", "1"},
	/* Go */
	{GO, "func ($R $T) $F(...) (..., error) { ... }", "package p\nfunc (t *T) m(a int) (int, error) { b() }\nfunc n() (int, error) { b() }\n", "2"},
	{GO, "func $F(..., $X *q.T, ...) { ... }", "package p\nfunc m(a int, b *q.T) { c() }\nfunc n(a int) { c() }\n", "2"},
	{GO, "func $F(...) $R { ... }", "package p\nfunc m() (int, error) { a() }\nfunc n() { a() }\n", "2"},
	{GO, "func $F(...) { ... }", "package p\nfunc m() {\na := func() { b() }\n}\n", "2"},
	{GO, "$X := $Y", "package p\nfunc m() {\na := 1\nvar b = 2\nc = 3\n}\n", "3"},
	{GO, "var $X = $Y", "package p\nfunc m() {\na := 1\nvar b = 2\nc = 3\n}\n", "4"},
	{GO, "if $X { ... } else { ... }", "package p\nfunc m() {\nif a { b() }\nif a { b() } else { c() }\n}\n", "4"},
	{GO, "F: $X", "package p\nvar a = b{\nF: c,\nG: d,\n}\n", "3"},
	{GO, "$X, ... := f(...)", "package p\nfunc m() {\na, err := f(1)\na, err := g(1)\n}\n", "3"},
	{GO, "q.T{\n  ...\n}", "package p\nvar a = &q.T{F: 1}\nvar b = q.U{F: 1}\n", "2"},
	{GO, "import (\n  ...\n  \"$I\"\n)\n...\nf(\"$I\")", "package p\nimport (\n\"a\"\n\"b\"\n)\nfunc m() {\nf(\"b\")\n}\n", "3"},
	{GO, "[]string{\"a\", ...}", "package p\nvar a = []string{\"a\", b}\nvar c = []string{b, \"a\"}\n", "2"},
	{GO, "[]string{$X, ..., $X}", "package p\nvar a = []string{b, c, b}\nvar d = []string{b, b, c}\n", "2"},
	{GO, "go func(...) { ... }(...)", "package p\nfunc m() {\ngo func(a int) { b(a) }(1)\ngo b(1)\n}\n", "3"},
	{GO, "defer $X.f(...)", "package p\nfunc m() {\ndefer a.f()\na.f()\n}\n", "3"},
	{GO, "map[string]int{..., \"a\": $X, ...}", "package p\nvar a = map[string]int{\"b\": 1, \"a\": 2}\nvar b = map[string]int{\"b\": 1}\n", "2"},
	{GO, "$X.(*T)", "package p\nvar a = b.(*T)\nvar c = b.(*U)\n", "2"},
	{GO, "switch $X { ... }", "package p\nfunc m() {\nswitch a {\ncase 1:\nb()\n}\n}\n", "3"},
	/* C# */
	{CS, "class $C : I { ... }", "class A : B, I { int a; }\nclass C : B { }\n", "1"},
	{CS, "static class $C { ... $T $M(...) { ... } ... }", "public static class A { int a; void F() { } }\nclass B { void F() { } }\n", "1"},
	{CS, "namespace $N { ... }", "namespace A { class B { } }\n", "1"},
	{CS, "interface $I { ... }", "interface A { void F(); }\nclass B { }\n", "1"},
	{CS, "readonly string $F = \"...\";", "class A {\nprivate readonly string a = \"b\";\nstring c = \"d\";\n}\n", "2"},
	{CS, "$T $X = new A();", "class B {\nA a = new A();\nvoid F() {\nA b = new A();\nG(new A());\n}\n}\n", "2 4"},
	{CS, "[A(B = $X)]\nclass $C { ... }", "[A(B = 1)]\nclass C { }\n[A]\nclass D { }\n", "1"},
	{CS, "$T $F(..., $X, ...)\n{\n  ...\n  G(<... $X ...>);\n}", "class A {\nvoid F(string a, int b) { H(); G(\"c\" + b); }\nvoid F(string a) { G(\"a\"); }\n}\n", "2"},
	{CS, "$T $F($X)\n{\n  ...\n  ... $Y.G(<... $X ...>);\n}", "class A {\nvoid F(B a) { H(); try { c.G(a + 1).I(); } catch (E e) { } }\nvoid F(B a) { c.G(1); }\n}\n", "2"},
	{CS, "this.$F = $X", "class A { void F() {\nthis.a = 1;\nbase.a = 1;\nb.a = 1;\n}}\n", "2"},
	{CS, "lock ($X) { ... }", "class A { void F() {\nlock (this) { G(); }\n}}\n", "2"},
	{CS, "$X.F(...)", "class A { void F() {\na?.F(1);\nb.F<int>(1);\nF(1);\n}}\n", "2 3"},
	{CS, "$X.F<int>(...)", "class A { void F() {\na.F(1);\nb.F<int>(1);\n}}\n", "3"},
	{CS, "(A $X). ...;", "class B { void F(A a, C c) {\na.G(1);\nc.G(1);\na.H().I();\n}}\n", "2 4"},
	{CS, "return $X;", "class A { void F() {\nB(c => d);\nreturn 1;\n}}\n", "3"},
	{CS, "new A { ..., B = $X, ... }", "class C { object a = new A { D = 1, B = 2 };\nobject b = new A { D = 1 }; }\n", "1"},
	{CS, "await $X", "class A { async void F() {\nvar a = await G();\nvar b = G();\n}}\n", "2"},
	{CS, "foreach (var $X in $Y) { ... }", "class A { void F() {\nforeach (var a in b) { G(a); }\n}}\n", "2"},
	{CS, "using (var $X = F(...)) { ... }", "class A { void F() {\nusing (var a = F(1)) { G(a); }\nusing (var a = H(1)) { G(a); }\n}}\n", "2"},
	/* C and C++ */
	{C, "int $X;", "int f(void) {\nint a;\nint b = 1;\n}\n", "2"},
	{C, "$T $F(..., char *$P, ...) { ... }", "int f(int a, char *b) { c(); }\nint g(int a) { c(); }\n", "1"},
	{C, "$T *$P = ($T *)malloc(...);\n...\nfree($P);", "void f(void) {\nchar *a = (char *)malloc(1);\ng();\nfree(a);\n}\n", "2"},
	{C, "$P->q = $X", "void f(void) {\na->q = 1;\na->r = 1;\n}\n", "2"},
	{C, "sizeof(int)", "int a = sizeof(int);\nint b = sizeof(c);\n", "1"},
	{C, "if ($P == NULL) { ... }", "void f(void) {\nif (a == NULL) return;\nif (a) return;\n}\n", "2"},
	{C, "f($X);", "void g(void) {\n#ifdef A\nf(1);\n#endif\nf(2, 3);\n}\n", "3"},
	{C, "switch ($X) { ... }", "void g(void) {\nswitch (a) { case 1: b(); break; default: c(); }\n}\n", "2"},
	{CPP, "class $C : public B { ... }", "class A : public B { int a; };\nclass C { int a; };\n", "1"},
	{CPP, "std::$F(...)", "void f() {\nstd::system(a);\nq::system(a);\n}\n", "2"},
	{CPP, "$T *$X = new $T(...);", "void f() {\nA *a = new A(1);\nA *b = c();\n}\n", "2"},
	{CPP, "for (auto &$X : $Y) { ... }", "void f() {\nfor (auto &a : b) { g(a); }\n}\n", "2"},
	{CPP, "std::cout << $X", "void f() {\nstd::cout << a;\nq << a;\n}\n", "2"},
	{CPP, "try { ... } catch (const E &$X) { ... }", "void f() {\ntry { a(); } catch (const E &b) { c(); }\n}\n", "2"},
	{CPP, "namespace $N { ... }", "namespace a { int b; }\n", "1"},
	{CPP, "std::make_shared<A>(...)", "void f() {\nauto a = std::make_shared<A>(1);\nauto b = std::make_shared<B>(1);\n}\n", "2"},
};
/* clang-format on */

int
main(void)
{
	struct CMUnitTest tests[COUNT(rows)];
	char names[COUNT(rows)][ROW_NAME];

	rows_add(tests, names, rows, COUNT(rows));
	return cmocka_run_group_tests_name("pattern_typed", tests, NULL, NULL);
}
