/*
 * taint_rows.h - texts and what is tainted in them; see test_taint.c
 */
#ifndef SLUICE_TESTS_TAINT_ROWS_H
#define SLUICE_TESTS_TAINT_ROWS_H

#define SOURCE "  pattern-sources:\n  - pattern: read(...)\n"
#define SINK   "  pattern-sinks:\n  - pattern: use(...)\n"
#define PLAIN  SOURCE SINK "  pattern-sanitizers:\n  - pattern: clean(...)\n"
#define PARAMETER                                                                                            \
	"  pattern-sources:\n  - patterns:\n    - pattern-inside: |\n        def $F($X, ...): ...\n    "     \
	"- focus-metavariable: $X\n" SINK
#define EFFECT(how)                                                                                          \
	"  pattern-sources:\n  - patterns:\n    - pattern: fill($X)\n    - focus-metavariable: $X\n    "     \
	"by-side-effect: " how "\n" SINK
#define LABELS                                                                                               \
	"  pattern-sources:\n  - {pattern: read(...), label: INPUT}\n"                                       \
	"  - {pattern: $A + $B, label: JOINED, requires: INPUT}\n"                                           \
	"  pattern-sinks:\n  - {pattern: use(...), requires: JOINED}\n"
/* `use` is a word of PHP's own. */
#define PHP                                                                                                  \
	SOURCE "  pattern-sinks:\n  - pattern: take(...)\n  pattern-sanitizers:\n  - pattern: clean(...)\n"
#define PLAIN_NAME "  pattern-sources:\n  - pattern: who\n" SINK
#define GUARDS                                                                                               \
	PLAIN "  pattern-guards:\n  - {pattern: $X.digits(), of: $X}\n"                                      \
	      "  - {pattern: $X.bad(), of: $X, holds: false}\n"
#define MADE                                                                                                 \
	"  pattern-sources:\n  - {pattern: \"'...' + $X\", of: $X}\n" SINK                                   \
	"  pattern-guards:\n  - {pattern: $X.digits(), of: $X}\n"
#define OPTION(o) PLAIN "  options: {" o ": true}\n"

#define PY(name, keys, source, found)                                                                        \
	{                                                                                                    \
		name, "python", keys, source, found                                                          \
	}

static const struct row rows[] = {
	/* ---- expressions ---- */
	PY("direct", PLAIN, "use(read())\n", "1 < 1 1"),
	PY("no source", PLAIN, "use(1)\nread()\n", ""),
	PY("assigned", PLAIN, "a = read()\nuse(a)\n", "2 < 1 1 2"),
	PY("sanitized", PLAIN, "a = clean(read())\nuse(a)\n", ""),
	PY("sanitized on the way", PLAIN, "a = read()\na = clean(a)\nuse(a)\n", ""),
	PY("sanitized copy", PLAIN, "a = read()\nb = clean(a)\nuse(b)\nuse(a)\n", "4 < 1 1 4"),
	PY("overwritten", PLAIN, "a = read()\na = 1\nuse(a)\n", ""),
	PY("sink before source", PLAIN, "use(a)\na = read()\n", ""),
	PY("concatenation", PLAIN, "a = read()\nuse('x' + a)\n", "2 < 1 1 2"),
	PY("format", PLAIN, "a = read()\nuse('%s' % (1, a))\nuse('{}'.format(a))\nuse(f'{a}')\n",
	   "2 < 1 1 2; 3 < 1 1 3; 4 < 1 1 4"),
	PY("container", PLAIN, "a = read()\nuse([1, a])\nuse({'k': a})\nuse((a,))\n",
	   "2 < 1 1 2; 3 < 1 1 3; 4 < 1 1 4"),
	PY("call", PLAIN, "a = read()\nuse(f(1, k=a))\nuse(a.strip())\nuse(f(1).a)\n",
	   "2 < 1 1 2; 3 < 1 1 3"),
	PY("attribute and element", PLAIN, "a = read()\nuse(a.b)\nuse(a[0])\nuse(b[a])\n",
	   "2 < 1 1 2; 3 < 1 1 3; 4 < 1 1 4"),
	PY("condition decides, is none", PLAIN, "a = read()\nuse(1 if a else 2)\nuse(a if c else 2)\n",
	   "3 < 1 1 3"),
	{"condition of Java decides", "java", PLAIN,
	 "class A {\nvoid f() {\nString a = read();\nuse(a == null ? 1 : 2);\nuse(c ? a : 2);\n"
	 "use(c ? 1 : a.b());\n}\n}\n",
	 "5 < 3 3 5; 6 < 3 3 6"},
	{"condition of JavaScript decides", "javascript", PLAIN,
	 "a = read()\nuse(a ? 1 : 2)\nuse(c ? 1 : a)\n", "3 < 1 1 3"},
	{"statements of Kotlin's lambda", "kotlin", PLAIN,
	 "fun f() {\nrun {\nval a = read()\nval b = Text()\nb.append(a)\nuse(a)\nuse(b)\n}\n}\n",
	 "6 < 3 3 6; 7 < 3 3 5 7"},
	PY("a condition of constants", PLAIN,
	   "a = read()\nn = 86\nif 7 * 42 - n > 200:\n  b = 1\nelse:\n  b = a\nuse(b)\n"
	   "use(a if n > 100 else 1)\nuse(1 if n > 100 else a)\nif n > 100:\n  a = 1\nuse(a)\n",
	   "9 < 1 1 9; 12 < 1 1 12"),
	PY("a number that may change", PLAIN,
	   "a = read()\nn = 86\nif c:\n  n = 300\nuse(1 if n < 100 else a)\n", "5 < 1 1 5"),
	PY("comparison", PLAIN, "a = read()\nuse(a == 1)\nuse(not a)\n", "2 < 1 1 2; 3 < 1 1 3"),
	PY("comprehension", PLAIN, "use([a + 1 for a in read()])\nuse([1 for a in read()])\n", "1 < 1 1 1"),
	PY("walrus", PLAIN, "if (a := read()):\n  use(a)\n", "2 < 1 1 2"),
	PY("in a sanitizer", PLAIN, "clean(use(read()))\n", ""),

	/* ---- variables ---- */
	PY("field", PLAIN, "o.a = read()\nuse(o.a)\nuse(o.b)\nuse(o)\no = 1\nuse(o.a)\n",
	   "2 < 1 1 2; 4 < 1 1 4"),
	PY("clean field", PLAIN, "o = read()\no.a = 1\nuse(o.a)\nuse(o.b)\n", "4 < 1 1 4"),
	PY("element", PLAIN, "o['a'] = read()\no['a'] = 1\nuse(o['b'])\no[c] = read()\nuse(o['b'])\n",
	   "5 < 4 4 5"),
	PY("augmented", PLAIN, "a = 1\na += read()\na += 1\nuse(a)\n", "4 < 2 2 4"),
	PY("tuple", PLAIN, "a, b = read(), 1\nuse(a)\nuse(b)\n(c, d) = read()\nuse(d)\n",
	   "2 < 1 1 2; 5 < 4 4 5"),
	PY("swap", PLAIN, "a = read()\nb = 1\na, b = b, a\nuse(a)\nuse(b)\n", "5 < 1 1 3 5"),
	PY("with", PLAIN, "with open(read()) as a:\n  use(a)\n", "2 < 1 1 2"),
	PY("chain", PLAIN, "a = b = read()\nuse(a)\n", "2 < 1 1 2"),

	/* ---- control ---- */
	PY("one branch", PLAIN, "if c:\n  a = read()\nelse:\n  a = 1\nuse(a)\n", "5 < 2 2 5"),
	PY("both branches clean", PLAIN,
	   "a = read()\nif c:\n  a = 2\nelif d:\n  a = 3\nelse:\n  a = 1\nuse(a)\n", ""),
	PY("a branch is left out", PLAIN, "a = read()\nif c:\n  a = 2\nelif d:\n  a = 3\nuse(a)\n",
	   "6 < 1 1 6"),
	PY("other branch", PLAIN, "if c:\n  a = read()\nelse:\n  use(a)\n", ""),
	PY("returned before", PLAIN, "def f():\n  a = 1\n  if c:\n    a = read()\n    return\n  use(a)\n",
	   ""),
	PY("returned otherwise", PLAIN, "def f():\n  a = read()\n  if c:\n    return\n  use(a)\n",
	   "5 < 2 2 5"),
	PY("next turn of the loop", PLAIN,
	   "def f():\n  b = a = 1\n  while c:\n    use(b)\n    b = a\n    a = read()\n", "4 < 6 6 5 4"),
	PY("loop variable", PLAIN, "for a in read():\n  use(a)\n", "2 < 1 1 2"),
	PY("broken off", PLAIN,
	   "def f():\n  a = 1\n  while c:\n    a = read()\n    break\n    use(a)\n  use(a)\n", "7 < 4 4 7"),
	PY("try", PLAIN, "def f():\n  try:\n    a = read()\n    a = 1\n  except E:\n    use(a)\n  use(a)\n",
	   "6 < 3 3 6; 7 < 3 3 7"),
	PY("finally", PLAIN, "def f():\n  a = 1\n  try:\n    a = read()\n  finally:\n    use(a)\n",
	   "6 < 4 4 6"),
	PY("thrown", PLAIN, "def f():\n  a = read()\n  raise E\n  use(a)\n", ""),
	PY("match", PLAIN, "match c:\n  case 1:\n    a = read()\n  case _:\n    a = 1\nuse(a)\n",
	   "6 < 3 3 6"),

	/* ---- functions ---- */
	PY("parameter is no source", PLAIN, "def f(a):\n  use(a)\n", ""),
	PY("parameter as source", PARAMETER, "def f(a, b):\n  use(b)\n  use(a)\n  a = 1\n  use(a)\n",
	   "3 < 1 3"),
	PY("default value", PLAIN, "def f(a=read()):\n  use(a)\n", "2 < 1 1 2"),
	PY("through a function", PLAIN, "def f(a, b):\n  return a\nuse(f(read(), 1))\nuse(f(1, read()))\n",
	   "3 < 3 1 3"),
	PY("out of a function", PLAIN, "def f():\n  a = read()\n  return a\nuse(f())\n", "4 < 2 2 4 4"),
	PY("into a function", PLAIN, "def f(a):\n  use(a)\ndef g(b):\n  f(b)\ng(read())\nf(1)\n",
	   "2 < 5 3 4 1 2"),
	PY("by name", PLAIN, "def f(a, b):\n  use(b)\nf(b=1, a=read())\n", ""),
	PY("cleaned in a function", PLAIN, "def f(a):\n  return clean(a)\nuse(f(read()))\n", ""),
	PY("recursion", PLAIN, "def f(a):\n  if c:\n    return f(a)\n  return a\nuse(f(read()))\n",
	   "5 < 5 1 5"),
	PY("method", PLAIN,
	   "class C:\n  def f(self, a):\n    use(a)\n  def g(self):\n    self.f(read())\n    other.f(1)\n",
	   "3 < 5 2 3"),
	PY("method of another class", PLAIN,
	   "class C:\n  def f(self, a):\n    use(a)\nclass D:\n  def g(self):\n    self.f(read())\n", ""),
	PY("closure", PLAIN, "def f():\n  a = read()\n  def g():\n    use(a)\n  h = lambda: use(a)\n",
	   "4 < 2 2 4; 5 < 2 2 5"),
	PY("outside functions", PLAIN, "a = read()\ndef f():\n  use(a)\ndef g(a):\n  use(a)\n", "3 < 1 1 3"),
	PY("not between functions", PLAIN, "def f():\n  a = read()\ndef g():\n  use(a)\n", ""),

	/* ---- what a rule can say ---- */
	PY("source within a source", SOURCE SINK, "read(use(1))\n", "1 < 1 1"),
	PY("exact source", "  pattern-sources:\n  - {pattern: read(...), exact: true}\n" SINK,
	   "read(use(1))\n", ""),
	PY("exact sanitizer", SOURCE SINK "  pattern-sanitizers:\n  - {pattern: clean(...), exact: true}\n",
	   "clean(use(read()))\nuse(clean(read()))\n", "1 < 1 1"),
	PY("inexact sink", SOURCE "  pattern-sinks:\n  - {pattern: use(...), exact: false}\n",
	   "a = read()\nuse(1 if a else 2)\n", "2 < 1 1 2"),
	PY("focused sink",
	   SOURCE
	   "  pattern-sinks:\n  - patterns:\n    - pattern: use($X, ...)\n    - focus-metavariable: $X\n",
	   "a = read()\nuse(1, a)\nuse(a, 1)\n", "3 < 1 1 3"),
	PY("source by side effect", EFFECT("true"), "fill(a)\nuse(a)\nfill(b[0])\nuse(b)\n",
	   "2 < 1 2; 4 < 3 4"),
	PY("its own place", EFFECT("true") "  - pattern: fill(...)\n", "fill(a)\n", "1 < 1 1"),
	PY("only by side effect", EFFECT("only") "  - pattern: fill(...)\n", "fill(a)\nuse(a)\n", "2 < 1 2"),
	PY("no side effect", EFFECT("false"), "fill(a)\nuse(a)\n", ""),
	PY("checked",
	   SOURCE SINK "  pattern-sanitizers:\n  - patterns:\n    - pattern: check($X)\n    "
		       "- focus-metavariable: $X\n    by-side-effect: true\n",
	   "a = read()\ncheck(a)\nuse(a)\na = read()\nuse(a)\n", "5 < 4 4 5"),
	PY("not conflicting",
	   SOURCE SINK "  pattern-sanitizers:\n  - {pattern: $F(...), not_conflicting: true}\n",
	   "use(read())\nuse(f(read()))\n", "1 < 1 1"),
	PY("propagator", PLAIN "  pattern-propagators:\n  - {pattern: $A.fill($B), from: $B, to: $A}\n",
	   "a.fill(read())\nuse(a)\nuse(b)\n", "2 < 1 1 2"),
	PY("propagator without side effect",
	   PLAIN
	   "  pattern-propagators:\n  - {pattern: 'copy($B, $A)', from: $B, to: $A, by-side-effect: false}\n",
	   "copy(read(), a)\nuse(a)\n", ""),
	PY("labels", LABELS, "a = read()\nuse(a)\nuse('x' + a)\nuse('x' + b)\n", "3 < 1 1 3 3"),
	PY("label that must not be", LABELS "  - {pattern: give(...), requires: INPUT and not JOINED}\n",
	   "a = read()\ngive(a)\ngive('x' + a)\n", "2 < 1 1 2"),
	PY("unified",
	   "  pattern-sources:\n  - pattern: read($X)\n  pattern-sinks:\n  - pattern: use($X, ...)\n"
	   "  options: {taint_unify_mvars: true}\n",
	   "a = read(k)\nuse(j, a)\nuse(k, a)\n", "3 < 1 1 3"),
	PY("safe functions", OPTION("taint_assume_safe_functions"),
	   "a = read()\nuse(f(a))\nuse(a.f())\nuse(a.b)\n", "4 < 1 1 4"),
	PY("safe indexes", OPTION("taint_assume_safe_indexes"), "a = read()\nuse(b[a])\nuse(a[b])\n",
	   "3 < 1 1 3"),
	PY("safe comparisons", OPTION("taint_assume_safe_comparisons"),
	   "a = read()\nuse(a < 1)\nuse(a + 1)\n", "3 < 1 1 3"),
	PY("safe booleans", OPTION("taint_assume_safe_booleans"),
	   "a = read()\nuse(not a)\nuse(a == b)\nuse(a)\n", "4 < 1 1 4"),
	PY("safe numbers", OPTION("taint_assume_safe_numbers"), "a = read()\nuse(int(a))\nuse(str(a))\n",
	   "3 < 1 1 3"),
	PY("only assignments", OPTION("taint_only_propagate_through_assignments"),
	   "a = read()\nb = a\nuse(b)\nuse(f(a))\nuse(a + 'x')\nuse(a.b)\nuse(a[0])\nfor c in a:\n  use(c)\n",
	   "3 < 1 1 2 3"),
	PY("arithmetic", OPTION("taint_assume_safe_numbers"), "a = read()\nuse(a + 1)\nuse(a + b)\n",
	   "3 < 1 1 3"),

	/* ---- elements of containers ---- */
	{"keys of a map", "java", PLAIN,
	 "class A {\nvoid f() {\nString a = read();\nMap<String, String> m = new HashMap<>();\n"
	 "m.put(\"a\", \"safe\");\nm.put(\"b\", a);\nuse(m.get(\"a\"));\nuse(m.get(\"b\"));\nuse(m.get(k));\n"
	 "use(m.values());\nm.put(\"b\", \"x\");\nuse(m.get(\"b\"));\nm.put(k, "
	 "a);\nuse(m.get(\"a\"));\n}\n}\n",
	 "8 < 3 3 6 8; 9 < 3 3 6 9; 10 < 3 3 6 10; 14 < 3 3 13 14"},
	PY("keys of a dict", PLAIN,
	   "a = read()\nd = {}\nd['a'] = 1\nd['b'] = a\nuse(d['a'])\nuse(d[\"b\"])\nuse(d.get('b'))\n"
	   "use(d.get('a', 1))\nuse(d.get('c', a))\nuse(d[c])\nuse(d)\nd[c] = 1\nuse(d['b'])\n",
	   "6 < 1 1 4 6; 7 < 1 1 4 7; 9 < 1 1 9; 10 < 1 1 4 10; 11 < 1 1 4 11; 13 < 1 1 4 13"),
	PY("a dict written out", PLAIN,
	   "a = read()\nd = {'a': 1, 'b': a}\nuse(d['a'])\nuse(d['b'])\ne = {'a': 1, c: a}\nuse(e['a'])\n",
	   "4 < 1 1 2 4; 6 < 1 1 5 6"),
	PY("section and key", PLAIN,
	   "a = read()\nc = configparser.ConfigParser()\nc.add_section('s')\nc.set('s', 'a', 'x')\n"
	   "c.set('s', 'b', a)\nuse(c.get('s', 'a'))\nuse(c.get('s', 'b'))\nuse(c.get('s', k))\n",
	   "7 < 1 1 5 7; 8 < 1 1 5 8"),
	PY("a dict in a dict", PLAIN, "d['s']['x'] = read()\nuse(d.get('s', 'y'))\nuse(d.get('t', 'y'))\n",
	   "2 < 1 1 2"),
	{"keys of a map", "javascript", PLAIN,
	 "const a = read(), m = new Map();\nm.set('a', 1);\nm.set('b', "
	 "a);\nuse(m.get('a'));\nuse(m.get('b'));\n"
	 "const o = {a: 1, b: a};\nuse(o.a);\nuse(o['b']);\nuse(o[k]);\no[k] = a;\nuse(o.a);\n",
	 "5 < 1 1 3 5; 8 < 1 1 6 8; 9 < 1 1 6 9; 11 < 1 1 10 11"},
	{"keys of an array", "php", PHP,
	 "<?php\n$a = read();\n$x['a'] = 1;\n$x['b'] = $a;\ntake($x['a']);\ntake($x['b']);\n$x[] = 1;\n"
	 "take($x['b']);\n",
	 "6 < 2 2 4 6; 8 < 2 2 4 8"},
	{"keys of a dictionary", "csharp", PLAIN,
	 "class A {\nvoid F() {\nvar a = read();\nvar d = new Dictionary<string, string>();\nd[\"a\"] = "
	 "\"x\";\n"
	 "d.Add(\"b\", a);\nuse(d[\"a\"]);\nuse(d[\"b\"]);\nforeach (var v in d) { use(v); }\n}\n}\n",
	 "8 < 3 3 6 8; 9 < 3 3 6 9 9"},
	{"positions of a list", "java", PLAIN,
	 "class A {\nvoid f() {\nString a = read();\nList<String> l = new ArrayList<>();\n"
	 "l.add(\"safe\");\nl.add(a);\nl.add(\"x\");\nuse(l.get(0));\nuse(l.get(1));\nl.remove(0);\nuse(l."
	 "get(0));\n"
	 "use(l.get(1));\nl.add(0, \"y\");\nuse(l.get(0));\nuse(l.get(1));\nuse(l.get(k));\n"
	 "for (String s : l) { use(s); }\nCollections.shuffle(l);\nuse(l.get(0));\n}\n}\n",
	 "9 < 3 3 6 9; 11 < 3 3 6 11; 15 < 3 3 6 15; 16 < 3 3 6 16; 17 < 3 3 6 17 17; 19 < 3 3 6 19"},
	{"a list that changes on one way", "java", PLAIN,
	 "class A {\nvoid f() {\nString a = read();\nList<String> l = new ArrayList<>();\n"
	 "l.add(\"safe\");\nif (c) l.remove(0);\nl.add(a);\nuse(l.get(0));\n"
	 "List<String> n = new ArrayList<>();\nwhile (c) { n.add(\"x\"); n.add(a); }\nuse(n.get(0));\n}\n}\n",
	 "8 < 3 3 7 8; 11 < 3 3 10 11"},
	PY("positions of a list", PLAIN,
	   "def f():\n  a = read()\n  l = [1, a]\n  l.append(2)\n  use(l[0])\n  use(l[1])\n  l.pop(0)\n  "
	   "use(l[0])\n"
	   "  use(l[1])\n  l.insert(0, 3)\n  use(l[0])\n  del l[c]\n  use(l[0])\n  n = [a, 1]\n  n += [1]\n"
	   "  n.pop()\n  use(n[1])\n",
	   "6 < 2 2 3 6; 8 < 2 2 3 8; 13 < 2 2 3 13; 17 < 2 2 14 17"),
	{"positions of an array", "javascript", PLAIN,
	 "const a = read(), l = "
	 "[];\nl.push('x');\nl.push(a);\nl.push('y');\nuse(l[0]);\nuse(l[1]);\nl.shift();\n"
	 "use(l[0]);\nuse(l[1]);\nl.reverse();\nuse(l[1]);\n",
	 "6 < 1 1 3 6; 8 < 1 1 3 8; 11 < 1 1 3 11"},
	PY("a list outside", PLAIN, "l = ['x']\ndef f():\n  l.append(read())\n  use(l[2])\n", "4 < 3 3 4"),

	/* ---- methods of objects that are made in sight ---- */
	{"methods of a new object", "java", PLAIN,
	 "class A {\nstatic class B {\nString go(String p) { return p; }\nString safe(String p) { return "
	 "\"x\"; }\n}\n"
	 "void f() {\nString a = read();\nuse(new B().safe(a));\nuse(new B().go(a));\nB b = new B();\n"
	 "use(b.safe(a));\nuse(b.go(a));\nB c = make();\nuse(c.safe(a));\nB d = new B();\nd = make();\n"
	 "use(d.safe(a));\nuse(new B(a).safe(c));\nuse(new B() { }.safe(a));\n}\n}\n",
	 "9 < 7 7 9 3 9; 12 < 7 7 12 3 12; 14 < 7 7 14; 17 < 7 7 17; 18 < 7 7 18; 19 < 7 7 19"},
	PY("methods of a new object", PLAIN,
	   "class T:\n  def go(self, p):\n    return p\n  def safe(self, p):\n    return 'x'\ndef f():\n  a "
	   "= read()\n"
	   "  use(T().safe(a))\n  use(T().go(a))\n  t = T()\n  use(t.safe(a))\n  use(t.go(a))\n  "
	   "use(U().safe(a))\n",
	   "9 < 7 7 9 2 9; 12 < 7 7 12 2 12; 13 < 7 7 13"),
	{"array written out", "java", PLAIN,
	 "class A {\nvoid f() {\nString a = read();\nString[] l = new String[] {\"x\", "
	 "a};\nuse(l[0]);\nuse(l[1]);\n"
	 "use(l[k]);\n}\n}\n",
	 "6 < 3 3 4 6; 7 < 3 3 4 7"},
	{"names in text", "kotlin", PLAIN,
	 "fun f() {\nval a = read()\nuse(\"select $a\")\nuse(\"x $a ${b} "
	 "y\")\nuse(\"\\$a\")\nuse(\"$ab\")\nuse(\"a\")\n}\n",
	 "3 < 2 2 3; 4 < 2 2 4"},

	/* ---- what constants decide ---- */
	{"branch on numbers", "java", PLAIN,
	 "class A {\nvoid f() {\nString a = read(), b, c;\nint n = 106;\n"
	 "if ((7 * 18) + n > 200) b = \"safe\"; else b = a;\nuse(b);\n"
	 "if ((7 * 18) - n > 200) c = \"safe\"; else c = a;\nuse(c);\n}\n}\n",
	 "8 < 3 3 7 8"},
	{"a number that changes in a loop", "java", PLAIN,
	 "class A {\nvoid f() {\nString a = read(), b = null;\nint n = 0;\n"
	 "while (c) { if (n > 0) b = a; n = 1; }\nuse(b);\nint k = 1;\nk++;\nuse(k > 1 ? a : b);\n}\n}\n",
	 "6 < 3 3 5 6; 9 < 3 3 9"},
	{"switch on a character", "java", PLAIN,
	 "class A {\nvoid f() {\nString a = read(), b, c;\nString guess = \"ABC\";\n"
	 "char t = guess.charAt(1), u = guess.charAt(2);\n"
	 "switch (t) { case 'A': b = a; break; case 'B': b = \"x\"; break; case 'C': case 'D': b = a; "
	 "break;\n"
	 "default: b = a; }\nuse(b);\n"
	 "switch (u) { case 'A': c = \"x\"; break; case 'B': c = \"x\"; break; case 'C': case 'D': c = a; "
	 "break;\ndefault: c = \"x\"; }\nuse(c);\n}\n}\n",
	 "11 < 3 3 9 11"},
	{"falls through into the next case", "java", PLAIN,
	 "class A {\nvoid f() {\nString a = read(), b = \"\";\nint n = 2;\n"
	 "switch (n) { case 1: b = a; break; case 2: b = \"x\"; case 3: b = a; break; default: }\nuse(b);\n"
	 "switch (n) { case 1: b = a; break; case 2: b = \"x\"; break; default: b = a; }\nuse(b);\n}\n}\n",
	 "6 < 3 3 5 6"},
	{"switch on what is not known", "java", PLAIN,
	 "class A {\nvoid f(int n) {\nString a = read(), b = \"\";\n"
	 "switch (n) { case 1: b = a; break; case 2: b = \"x\"; }\nuse(b);\n}\n}\n",
	 "5 < 3 3 4 5"},
	PY("text in text", PLAIN,
	   "a = read()\nif 'x' in 'const':\n  b = a\nelse:\n  b = 1\nuse(b)\n"
	   "if 'c' in 'const':\n  b = a\nelse:\n  b = 1\nuse(b)\n",
	   "11 < 1 1 8 11"),
	PY("match on a character", PLAIN,
	   "def f():\n  a = read()\n  p = 'ABC'\n  g = p[1]\n  match g:\n    case 'A':\n      b = a\n"
	   "    case 'B':\n      b = 'x'\n    case 'C' | 'D':\n      b = a\n    case _:\n      b = a\n"
	   "  use(b)\n  match p[0]:\n    case 'A':\n      b = a\n    case _:\n      b = 1\n  use(b)\n",
	   "20 < 2 2 17 20"),
	{"condition on text", "javascript", PLAIN,
	 "const a = read(), s = 'ABC';\nuse(s.charAt(0) === 'A' ? 'x' : a);\n"
	 "use(s[0] !== 'A' && true ? 'x' : a);\nuse(s.length > 2 ? 1 : a);\nuse(s + 'D' === 'ABCD' ? 1 : "
	 "a);\n"
	 "let q = 'x';\nfunction g() { q = 'y'; }\nuse(q === 'x' ? 1 : a);\n",
	 "3 < 1 1 3; 5 < 1 1 5; 8 < 1 1 8"},
	{"half a number", "javascript", PLAIN, "const a = read();\nuse(7 / 2 > 3 ? a : 1);\n", "2 < 1 1 2"},

	/* ---- what conditions say of values ---- */
	PY("one of a list", PLAIN,
	   "a = read()\nif a in OK:\n  use(a)\nelse:\n  use(a)\nuse(a)\nif a not in OK:\n  a = 'x'\nuse(a)\n",
	   "5 < 1 1 5; 6 < 1 1 6"),
	PY("one of a list that is tainted itself", PLAIN, "a = read()\nif a in read():\n  use(a)\n",
	   "3 < 1 1 3"),
	PY("left behind the check", PLAIN,
	   "def f():\n  a = read()\n  if a not in OK:\n    return\n  use(a)\n  a = read()\n  use(a)\n",
	   "7 < 6 6 7"),
	PY("a check without an end", PLAIN,
	   "def f():\n  a = read()\n  if a not in OK:\n    log()\n  use(a)\n", "5 < 2 2 5"),
	PY("and, or, not", PLAIN,
	   "a = read()\nif a == 'x' or b:\n  use(a)\nif a == 'x' and b:\n  use(a)\n"
	   "if not (a != 'x' or b):\n  use(a)\nif a == b:\n  use(a)\n",
	   "3 < 1 1 3; 9 < 1 1 9"),
	PY("elif and else", PLAIN,
	   "a = read()\nif a is None:\n  use(a)\nelif a == 'b':\n  use(a)\nelse:\n  use(a)\n", "7 < 1 1 7"),
	PY("within an expression", PLAIN,
	   "a = read()\nuse(a if a in OK else 'd')\nuse('d' if a in OK else a)\na in OK and use(a)\n"
	   "a in OK or use(a)\n",
	   "3 < 1 1 3; 5 < 1 1 5"),
	PY("labels", PLAIN, "a = read()\nmatch a:\n  case 'x' | 'y':\n    use(a)\n  case b:\n    use(a)\n",
	   "6 < 1 1 6"),
	PY("a loop asks again", PLAIN, "a = read()\nwhile a not in OK:\n  a = read()\nuse(a)\n", ""),
	PY("what ends a branch", PLAIN,
	   "a = read()\nif a not in OK:\n  sys.exit(1)\nuse(a)\nexit()\nuse(read())\n", "6 < 6 6"),
	PY("a source that is a name", PLAIN_NAME, "if who not in OK:\n  abort()\nuse(who)\nuse(other)\n", ""),
	PY("guard of the rule", GUARDS,
	   "def f(a):\n  a = read()\n  if not a.digits():\n    return\n  use(a)\ndef g():\n  a = read()\n"
	   "  if a.bad():\n    use(a)\n    return\n  use(a)\n",
	   "9 < 7 7 9"),
	PY("text made of what is known", MADE,
	   "use('x' + a)\nif a in OK:\n  use('x' + a)\nif a.digits():\n  use('x' + a)\n  use('x' + b)\n",
	   "1 < 1 1; 6 < 6 6"),
	PY("an index of constants", PLAIN,
	   "m = {'a': 1, 'b': 2}\nuse(m[read()])\nuse(m.get(read(), 'c'))\nuse(m.get('c', read()))\nn = "
	   "{'a': b}\n"
	   "use(n[read()])\no = {'a': 1}\no['c'] = 2\nuse(o[read()])\n",
	   "4 < 4 4; 6 < 6 6; 9 < 9 9"),
	{"checks", "javascript", PLAIN,
	 "function f() {\nconst a = read();\nif (OK.indexOf(a) === -1) throw e;\nuse(a);\n}\n"
	 "function g() {\nconst o = read();\nif (!OK.has(o.p)) { process.exit(1); "
	 "}\nuse(o.p);\nuse(o.q);\n}\n"
	 "function h() {\nconst a = read();\nswitch (a) { case 'x': use(a); break; case 'y': default: "
	 "use(a); }\n}\n",
	 "10 < 7 7 10; 14 < 13 13 14"},
	{"checks", "php", PHP,
	 "<?php\n$a = read();\nif (!in_array($a, ['x'], true)) { exit; }\ntake($a);\n$b = read();\n"
	 "if (isset($ok[$b])) take($b);\ntake($b);\n$c = ['x' => 1, 'y' => read()];\ntake($c['x']);\n"
	 "take($c['y']);\n",
	 "7 < 5 5 7; 10 < 8 8 10"},
	{"checks", "ruby", PHP,
	 "def f\na = read()\nreturn unless OK.include?(a)\ntake(a)\nend\ndef g\na = read()\n"
	 "take(a) if OK.include?(a)\ntake(a) unless OK.include?(a)\nend\ndef h\na = read()\n"
	 "unless false\ntake(a)\nend\ncase a\nwhen 'x', 'y'\ntake(a)\nwhen b\ntake(a)\nend\n"
	 "k = {x: 1, y: read()}\ntake(k[:x])\ntake(k[:y])\nend\n",
	 "9 < 7 7 9; 14 < 12 12 14; 20 < 12 12 20; 24 < 22 22 24"},
	{"checks", "java", PLAIN,
	 "class A {\nvoid f() {\nString a = read();\nif (!OK.contains(a)) { throw new E(); }\nuse(a);\n}\n"
	 "void g() {\nString a = read();\nif (\"x\".equals(a))\nuse(a);\nelse\nuse(a);\n}\n"
	 "void h() {\nString a = read();\nswitch (a) { case \"x\": case \"y\": use(a); break; default: "
	 "use(a); }\n"
	 "}\n}\n",
	 "12 < 8 8 12; 16 < 15 15 16"},
	{"checks", "go", PLAIN,
	 "package p\nfunc f() {\na := read()\nif !slices.Contains(ok, a) { return }\nuse(a)\n}\n"
	 "func g() {\na := read()\nif a != \"x\" { log.Fatal(1) }\nuse(a)\nb := read()\n"
	 "if b != \"x\" { log.Print(1) }\nuse(b)\n}\n",
	 "13 < 11 11 13"},
	{"checks", "c", PLAIN,
	 "void f(void) {\nchar *a = read();\nif (strcmp(a, \"x\") != 0)\nreturn;\nuse(a);\nchar *b = "
	 "read();\n"
	 "if (!strcmp(b, \"x\"))\nuse(b);\nuse(b);\n}\n",
	 "9 < 6 6 9"},
	{"condition on text", "php", PHP,
	 "<?php\n$a = read();\n$s = 'ABC';\nif ($s[1] == 'B') { $b = 'x'; } else { $b = $a; }\ntake($b);\n"
	 "if ($s[1] == 'C') { $b = 'x'; } else { $b = $a; }\ntake($b);\n",
	 "7 < 2 2 6 7"},
	{"condition on a number", "csharp", PLAIN,
	 "class A {\nvoid F() {\nvar a = read(); int n = 5, k = 5; var b = a;\n"
	 "int.TryParse(c, out k);\nuse(n > 3 ? \"x\" : a);\nuse(k > 3 ? \"x\" : a);\n}\n}\n",
	 "6 < 3 3 6"},
	{"a number by its address", "c", PLAIN,
	 "void f(void) {\nint n = 1, k = 1;\nchar *a = read();\nscanf(f, &n);\nuse(n > 2 ? a : b);\n"
	 "use(k > 2 ? a : b);\n}\n",
	 "5 < 3 3 5"},
	{"helper on constants", "java", PLAIN,
	 "class A {\nstatic String g(String p) {\nint n = 106;\nreturn n > 5 ? \"x\" : p;\n}\n"
	 "static String h(String p) {\nint n = 106;\nreturn n < 5 ? \"x\" : p;\n}\n"
	 "void f() { use(g(read())); use(h(read())); }\n}\n",
	 "10 < 10 6 10"},

	/* ---- languages: a call through a variable, sanitized, overwritten, the other branch ---- */
	{"flow", "javascript", PLAIN,
	 "function f() {\n  let a = read(), b = clean(a);\n  use(`x ${a}`);\n  use(b);\n  a = 1;\n  "
	 "use(a);\n}\n",
	 "3 < 2 2 3"},
	{"branches", "javascript", PLAIN,
	 "function f(c) {\n  let a;\n  if (c) { a = read(); } else if (c.d) use(a);\n  else { use(a); }\n"
	 "  use(a);\n}\n",
	 "5 < 3 3 5"},
	{"destructured", "javascript", PLAIN,
	 "const {a, b: c} = read();\nuse(a);\nuse(c);\nuse(b);\nfor (const d of read()) { use(d); }\n",
	 "2 < 1 1 2; 3 < 1 1 3; 5 < 5 5 5"},
	{"lambdas", "javascript", PLAIN,
	 "const g = x => x + 1;\nread().map(y => use(y));\nuse(g(read()));\nconst h = (x) => { return 1; };\n"
	 "use(h(read()));\n",
	 "2 < 2 2 2; 3 < 3 1 3"},
	{"switch", "javascript", PLAIN,
	 "function f(c) {\n  let a = 1;\n  switch (c) {\n  case 1: a = read();\n  case 2: use(a); break;\n"
	 "  default: use(a);\n  }\n}\n",
	 "5 < 4 4 5"},
	{"parameter", "typescript",
	 "  pattern-sources:\n  - patterns:\n    - pattern-inside: |\n        function $F($X, ...) { ... }\n "
	 "   "
	 "- focus-metavariable: $X\n" SINK,
	 "function f(a: string, b: string) {\n  use(b);\n  const c: string = a;\n  use(c);\n}\n",
	 "4 < 1 3 4"},
	{"field", "typescript", PLAIN,
	 "class C {\n  f() {\n    this.a = read();\n    use(this.b);\n    use(this.a as string);\n  }\n}\n",
	 "5 < 3 3 5"},
	{"flow", "java", PLAIN,
	 "class C {\n  void f() {\n    String a = read(), b = clean(a);\n    use(\"x\" + a);\n    use(b);\n"
	 "    a = \"\";\n    use(a);\n  }\n}\n",
	 "4 < 3 3 4"},
	{"buffer", "java", PLAIN,
	 "class C {\n  void f() {\n    StringBuilder b = new StringBuilder();\n    b.append(read());\n"
	 "    use(b.toString());\n    for (String s : read()) use(s);\n  }\n}\n",
	 "5 < 4 4 5; 6 < 6 6 6"},
	{"methods", "java", PLAIN,
	 "class C {\n  void g(int n, String a) { use(a); }\n  String h(String a) { return \"x\"; }\n"
	 "  void f() { g(1, read()); this.g(1, \"\"); use(h(read())); }\n}\n",
	 "2 < 4 2 2"},
	{"try", "java", PLAIN,
	 "class C {\n  void f() {\n    String a = null;\n    try (R r = open(read())) { a = read(); use(r); "
	 "}\n"
	 "    catch (E e) { use(a); } finally { a = null; }\n    use(a);\n  }\n}\n",
	 "4 < 4 4 4; 5 < 4 4 5"},
	{"flow", "go", PLAIN,
	 "package p\nfunc f() {\n\ta, err := read()\n\tb := clean(a)\n\tuse(\"x\" + a)\n\tuse(b)\n\ta = "
	 "\"\"\n"
	 "\tuse(a)\n}\n",
	 "5 < 3 3 5"},
	{"loops", "go", PLAIN,
	 "package p\nfunc f() {\n\tfor _, a := range read() {\n\t\tuse(a)\n\t}\n\tif b := read(); c {\n"
	 "\t\tuse(b)\n\t}\n}\n",
	 "4 < 3 3 4; 7 < 6 6 7"},
	{"functions", "go", PLAIN,
	 "package p\nfunc g(n int, a string) string {\n\tuse(a)\n\treturn a\n}\nfunc f() {\n\tg(1, "
	 "read())\n}\n",
	 "3 < 7 2 3"},
	{"flow", "php", PHP,
	 "<?php\nfunction f() {\n  $a = read();\n  $b = clean($a);\n  take_($a);\n  take(\"x $a\");\n  "
	 "take($b);\n"
	 "  $a .= 'x';\n  take($a);\n  $a = 1;\n  take($a);\n}\n",
	 "6 < 3 3 6; 9 < 3 3 9"},
	{"loops", "php", PHP,
	 "<?php\nforeach (read() as $k => $v) { take($v); }\n$o->a = read();\ntake($o->b);\ntake($o->a);\n",
	 "2 < 2 2 2; 5 < 3 3 5"},
	{"flow", "ruby", PLAIN,
	 "def f\n  a = read()\n  b = clean(a)\n  use(\"x #{a}\")\n  use(b)\n  a = 1\n  use(a)\nend\n",
	 "4 < 2 2 4"},
	{"blocks", "ruby", PLAIN,
	 "def g(a)\n  a\nend\ndef f\n  read().each do |x|\n    use(x)\n  end\n  use(g(read()))\n  @c = "
	 "read()\n"
	 "  use(@d)\n  use(@c)\n  use(1) unless @c\nend\n",
	 "6 < 5 5 6; 8 < 8 1 8; 11 < 9 9 11"},
	{"rescue", "ruby", PLAIN,
	 "def f\n  begin\n    a = read()\n  rescue E\n    use(a)\n  ensure\n    a = 1\n  end\n  "
	 "use(a)\nend\n",
	 "5 < 3 3 5"},
	{"flow", "csharp", PLAIN,
	 "class C {\n  void F() {\n    var a = read();\n    string b = clean(a);\n    use($\"x {a}\");\n    "
	 "use(b);\n"
	 "    a = \"\";\n    use(a);\n    foreach (var s in read()) { use(s); }\n  }\n}\n",
	 "5 < 3 3 5; 9 < 9 9 9"},
	{"methods", "csharp", PLAIN,
	 "class C {\n  void G(string a) { use(a); }\n  void F() { G(read()); this.G(\"\"); }\n}\n",
	 "2 < 3 2 2"},
	{"goto leaves", "c", PLAIN,
	 "int f(void) {\n\tint a = 1;\n\tif (c) {\n\t\ta = read();\n\t\tgoto "
	 "out;\n\t}\n\tuse(a);\nout:\n\treturn 0;\n}\n",
	 ""},
	{"flow", "c", PLAIN,
	 "void f(void) {\n  char *a = read(), *b = clean(a);\n  use(a + 1);\n  use(b);\n  use(*a);\n  a = "
	 "0;\n"
	 "  use(a);\n  p->x = read();\n  use(p->y);\n  use(p->x);\n}\n",
	 "3 < 2 2 3; 5 < 2 2 5; 10 < 8 8 10"},
	{"functions", "c", PLAIN,
	 "static void g(int n, char *a) { use(a); }\nstatic char *h(char *a) { return a; }\n"
	 "int main(int c, char **v) { g(1, h(read())); do { use(v); v = read(); } while (c); }\n",
	 "1 < 3 2 3 1 1; 3 < 3 3 3"},
	{"block in text", "scala", PLAIN,
	 "object A {\ndef m() = {\nval a = read()\nuse(s\"x ${a}\")\nuse(s\"x $a\")\nuse(s\"x "
	 "${1}\")\n}\n}\n",
	 "4 < 3 3 4; 5 < 3 3 5"},
	{"keyword parameter", "ruby",
	 "  pattern-sources:\n  - patterns:\n    - pattern: job\n    - pattern-inside: |\n        def "
	 "$F(job)\n"
	 "          ...\n        end\n" SINK,
	 "def run(job:)\n  use(job['a'])\nend\ndef go(task:)\n  use(task['a'])\nend\n", "2 < 1 2"},
	{"a focus asks what a call gives", "javascript",
	 "  pattern-sources:\n  - pattern: read()\n  pattern-sinks:\n  - patterns:\n    - pattern: "
	 "use($X)\n    - focus-metavariable: $X\n",
	 "function fixed(x) { return 'a'; }\nfunction same(x) { return x; }\nfunction f() {\n"
	 "  const a = read(), m = new Map();\n  m.set('a', a);\n  use(fixed(a));\n  use(same(a));\n"
	 "  use(m.get('b'));\n  use(m.get('a'));\n  use(other(a));\n}\n",
	 "7 < 4 4 7 2 7; 9 < 4 4 5 9; 10 < 4 4 10"},
	{"a cast is what it casts", "typescript",
	 "  pattern-sources:\n  - pattern: read()\n  pattern-sinks:\n  - pattern: use(...)\n"
	 "  pattern-sanitizers:\n  - patterns:\n    - pattern: $L.includes($X)\n"
	 "    - focus-metavariable: $X\n    by-side-effect: true\n",
	 "const a = read(), b = read();\nif (!list.includes(a as string)) { return; }\n"
	 "use(a);\nuse(b as string);\n",
	 "4 < 1 1 4"},
	{"a text in memory", "python", PLAIN,
	 "def f(fh):\n  s = io.StringIO()\n  s.write(read())\n  use(s.getvalue())\n  fh.write(read())\n"
	 "  use(fh.name)\n",
	 "4 < 3 3 4"},
	PY("one of several constants", PLAIN,
	   "def f():\n  a = read()\n  if a != 'x' and a != 'y':\n    return\n  use(a)\ndef g():\n  a = "
	   "read()\n"
	   "  if a == 'x' or a == 'y' or 'z' == a:\n    use(a)\n  use(a)\ndef h():\n  a = read()\n"
	   "  b = read()\n  if a == 'x' or b == 'y':\n    use(a)\n  if a == 'x' or a == b:\n    use(a)\n",
	   "10 < 7 7 10; 15 < 12 12 15; 17 < 12 12 17"),
	{"one of several constants", "java", PLAIN,
	 "class A {\nvoid f() {\nString a = read();\nif (!a.equals(\"x\") && !\"y\".equals(a)) "
	 "return;\nuse(a);\n"
	 "}\nvoid g() {\nString a = read();\nif (a.equals(\"x\") || \"y\".equals(a)) "
	 "use(a);\nuse(a);\n}\n}\n",
	 "10 < 8 8 10"},
	{"what a method keeps", "java", PLAIN,
	 "class A {\nstatic class B {\nString v, w;\nvoid set(String v) { this.v = v; }\n"
	 "void look(String v) { if (v == w) w = \"\"; }\nString get() { return v; }\n}\nvoid f() {\n"
	 "String a = read();\nB b = new B(), c = new "
	 "B();\nb.set(a);\nc.look(a);\nuse(b.get());\nuse(c.get());\n"
	 "}\n}\n",
	 "13 < 9 9 11 11 13"},
	PY("what a method keeps", PLAIN,
	   "class B:\n  def put(self, v):\n    self.v = v\n  def get(self):\n    return self.v\ndef f():\n"
	   "  b = B()\n  use(b.get())\n  b.put(read())\n  use(b.get())\n",
	   "10 < 9 9 10 4 10"),
	{"strcpy", "c",
	 PLAIN "  pattern-propagators:\n  - {pattern: 'strcpy($TO, $FROM)', from: $FROM, to: $TO}\n",
	 "void f(void) {\n  char b[9];\n  strcpy(b, read());\n  use(b);\n}\n", "4 < 3 3 4"},
};

#endif
