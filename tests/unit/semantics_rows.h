/*
 * semantics_rows.h - two texts of one file, a rule, and what it says of the change
 */
#ifndef SLUICE_TESTS_SEMANTICS_ROWS_H
#define SLUICE_TESTS_SEMANTICS_ROWS_H

struct text_row {
	const char *name, *path, *rules, *old, *new, *expected;
};

/* clang-format off */
#define RULE(language, rest) \
	"rules:\n- id: r\n  languages: [" language "]\n  severity: ERROR\n  message: m\n" rest
#define GUARD_RULE(language, rest) RULE(language, "  diff: {on: removed}\n" rest)

#define FLOW RULE("python", \
	"  pattern: |\n    $Q = \"...\" + $X\n    ...\n    run($Q)\n")
#define FLOW_INSIDE RULE("python", \
	"  patterns:\n  - pattern: run($Q)\n  - pattern-inside: |\n      $Q = \"...\" + $X\n      ...\n")
#define ROUTE RULE("python", \
	"  patterns:\n  - pattern: eval($X)\n  - pattern-inside: |\n      @app.route($P)\n      def $F(...):\n        ...\n")
#define HANDLER RULE("javascript", "  pattern: app.get(...)\n")
#define BRANCH RULE("python", "  pattern: |\n    if $X:\n      ...\n")
#define VERIFY GUARD_RULE("python", "  pattern: requests.get(..., verify=True, ...)\n")
#define ESCAPE GUARD_RULE("python", "  pattern: escape($X)\n")
#define LOGIN_INSIDE GUARD_RULE("python", \
	"  patterns:\n  - pattern: return $X\n  - pattern-inside: |\n      @login_required\n      def $F(...):\n        ...\n")
#define LOGIN_TEXT GUARD_RULE("python", "  pattern-regex: '@login_required'\n")
#define CHECK_TEXT GUARD_RULE("javascript", "  pattern-regex: 'check\\(\\w+\\)'\n")
#define LEAVE GUARD_RULE("python", "  pattern: |\n    if not $U.is_admin:\n      abort(403)\n")
#define MIDDLEWARE GUARD_RULE("javascript", "  pattern: app.get($P, requireLogin, ...)\n")
#define IMAGE \
	"rules:\n- id: r\n  languages: [yaml]\n  severity: ERROR\n  message: m\n" \
	"  pattern-regex: 'image: [\\w/]+:[\\w.-]+$'\n  metadata: {area: dependencies}\n"

static const struct text_row text_rows[] = {
	/* the line that turns an old call into a defect */
	{"flow: the assignment is added above an old call", "a.py", FLOW,
		"def f(x, q):\n    y = 1\n    run(q)\n",
		"def f(x, q):\n    y = 1\n    q = \"a\" + x\n    run(q)\n", "introduced a.py:3\n"},
	{"flow, inside: the assignment is added above an old call", "a.py", FLOW_INSIDE,
		"def f(x, q):\n    y = 1\n    run(q)\n",
		"def f(x, q):\n    y = 1\n    q = \"a\" + x\n    run(q)\n", "introduced a.py:4\n"},
	{"flow: the call is added below an old assignment", "a.py", FLOW,
		"def f(x):\n    q = \"a\" + x\n    y = 1\n",
		"def f(x):\n    q = \"a\" + x\n    y = 1\n    run(q)\n", "introduced a.py:2\n"},
	{"flow, inside: the call is added below an old assignment", "a.py", FLOW_INSIDE,
		"def f(x):\n    q = \"a\" + x\n    y = 1\n",
		"def f(x):\n    q = \"a\" + x\n    y = 1\n    run(q)\n", "introduced a.py:4\n"},
	{"flow: a statement between is added", "a.py", FLOW,
		"def f(x):\n    q = \"a\" + x\n    run(q)\n",
		"def f(x):\n    q = \"a\" + x\n    y = 1\n    run(q)\n", ""},
	{"flow, inside: a statement between is added", "a.py", FLOW_INSIDE,
		"def f(x):\n    q = \"a\" + x\n    run(q)\n",
		"def f(x):\n    q = \"a\" + x\n    y = 1\n    run(q)\n", ""},
	{"flow: a comment between is touched", "a.py", FLOW,
		"def f(x):\n    q = \"a\" + x\n    # one\n    run(q)\n",
		"def f(x):\n    q = \"a\" + x\n    # two\n    run(q)\n", ""},
	{"flow: the assignment takes something else", "a.py", FLOW,
		"def f(x, y):\n    q = \"a\" + x\n    run(q)\n",
		"def f(x, y):\n    q = \"a\" + y\n    run(q)\n", "introduced a.py:2\n"},
	{"flow, inside: the assignment takes something else", "a.py", FLOW_INSIDE,
		"def f(x, y):\n    q = \"a\" + x\n    run(q)\n",
		"def f(x, y):\n    q = \"a\" + y\n    run(q)\n", "touched a.py:3\n"},
	{"flow: a second assignment is added above the first", "a.py", FLOW,
		"def f(x):\n    q = \"a\" + x\n    run(q)\n",
		"def f(x):\n    q = \"a\" + x\n    y = 1\n    q = \"a\" + x\n    run(q)\n", "introduced a.py:2\n"},
	{"flow: both lines move down", "a.py", FLOW,
		"def f(x):\n    q = \"a\" + x\n    run(q)\n    one()\n    two()\n    three()\n",
		"def f(x):\n    one()\n    two()\n    three()\n    q = \"a\" + x\n    run(q)\n", ""},
	{"flow: the call moves into a block", "a.py", FLOW,
		"def f(x):\n    q = \"a\" + x\n    run(q)\n",
		"def f(x):\n    q = \"a\" + x\n    if x:\n        run(q)\n", ""},

	/* what a match is made of */
	{"wrapped: one line becomes three", "a.py", RULE("python", "  pattern: eval($X, $Y)\n"),
		"eval(a, b)\n", "eval(\n    a,\n    b)\n", ""},
	{"a comment among the arguments is touched", "a.py", RULE("python", "  pattern: eval(...)\n"),
		"eval(\n    # one\n    a)\n", "eval(\n    # two\n    a)\n", ""},
	{"an argument on a line of its own changes", "a.py", RULE("python", "  pattern: eval(...)\n"),
		"eval(\n    a,\n    b)\n", "eval(\n    a,\n    c)\n", "introduced a.py:1\n"},
	{"the line goes on otherwise", "a.py", RULE("python", "  pattern: eval($X)\n"),
		"y = eval(a)\n", "y = eval(a) + 1\n", "touched a.py:1\n"},
	{"the body of a handler changes", "a.js", HANDLER,
		"app.get(\"/a\", (req, res) => {\n  one();\n  two();\n});\n",
		"app.get(\"/a\", (req, res) => {\n  one();\n  three();\n});\n", ""},
	{"the path of a handler changes", "a.js", HANDLER,
		"app.get(\"/a\", (req, res) => {\n  one();\n  two();\n});\n",
		"app.get(\"/b\", (req, res) => {\n  one();\n  two();\n});\n", "introduced a.js:1\n"},
	{"the body of a branch changes", "a.py", BRANCH,
		"if a:\n    one()\n    two()\nelse:\n    three()\n",
		"if a:\n    one()\n    four()\nelse:\n    three()\n", ""},
	{"another branch is added", "a.py", BRANCH,
		"if a:\n    one()\n", "if a:\n    one()\nelse:\n    three()\n", ""},
	{"the condition changes", "a.py", BRANCH,
		"if a:\n    one()\n", "if b:\n    one()\n", "introduced a.py:1\n"},
	{"another decorator is added above", "a.py",
		RULE("python", "  pattern: |\n    def $F(...):\n      ...\n      eval($X)\n"),
		"@one\ndef f(a):\n    eval(a)\n", "@one\n@two\ndef f(a):\n    eval(a)\n", ""},
	{"a class-wide match, one method is added", "a.py",
		RULE("python", "  pattern: |\n    class $C:\n      ...\n      debug = True\n      ...\n"),
		"class A:\n    debug = True\n    def f(self):\n        one()\n",
		"class A:\n    debug = True\n    def f(self):\n        one()\n    def g(self):\n        two()\n", ""},
	{"what is round it reads otherwise", "a.py", ROUTE,
		"@app.route(\"/a\")\ndef f(x):\n    eval(x)\n",
		"@app.route(\"/b\")\ndef f(x):\n    eval(x)\n", "touched a.py:3\n"},
	{"what makes it bad is put round it", "a.py", ROUTE,
		"def f(x):\n    eval(x)\n", "@app.route(\"/b\")\ndef f(x):\n    eval(x)\n", "introduced a.py:3\n"},
	{"a parameter more in what is round it", "a.py", ROUTE,
		"@app.route(\"/a\")\ndef f(x):\n    eval(x)\n",
		"@app.route(\"/a\")\ndef f(x, y):\n    eval(x)\n", ""},
	{"not inside: the call is added where nothing guards it", "a.py",
		RULE("python", "  patterns:\n  - pattern: drop($X)\n  - pattern-not-inside: |\n"
			"      check($U)\n      ...\n"),
		"def f(u):\n    check(u)\n    drop(u)\ndef g(u):\n    one(u)\n",
		"def f(u):\n    check(u)\n    drop(u)\ndef g(u):\n    one(u)\n    drop(u)\n", "introduced a.py:6\n"},

	/* guards in and round values */
	{"verify: taken out of one of two calls", "a.py", VERIFY,
		"def f():\n    requests.get(a, verify=True)\n    requests.get(b, verify=True)\n",
		"def f():\n    requests.get(a)\n    requests.get(b, verify=True)\n", "removed-guard a.py:2\n"},
	{"verify: another call of the function gets it", "a.py", VERIFY,
		"def f():\n    requests.get(a, verify=True)\n    one()\n    two()\n    three()\n",
		"def f():\n    requests.get(a)\n    one()\n    two()\n    three()\n    requests.get(b, verify=True)\n",
		"removed-guard a.py:2\n"},
	{"verify: other arguments", "a.py", VERIFY,
		"def f():\n    requests.get(a, verify=True)\n", "def f():\n    requests.get(a, verify=True, timeout=3)\n", ""},
	{"escape: taken from round one of two values", "a.py", ESCAPE,
		"def f(a, b):\n    show(escape(a))\n    show(escape(b))\n",
		"def f(a, b):\n    show(escape(a))\n    show(b)\n", "removed-guard a.py:3\n"},
	{"escape: the value gets a name", "a.py", ESCAPE,
		"def f(a):\n    one()\n    two()\n    show(escape(a))\n",
		"def f(a):\n    safe = escape(a)\n    one()\n    two()\n    show(safe)\n", ""},
	{"inside: what was round it goes", "a.py", LOGIN_INSIDE,
		"@login_required\ndef f():\n    one()\n    return 1\n",
		"def f():\n    one()\n    return 1\n", "removed-guard a.py:1\n"},
	{"inside: what is round it stays", "a.py", LOGIN_INSIDE,
		"@login_required\ndef f():\n    one()\n    return 1\n",
		"@cached\n@login_required\ndef f(a):\n    two()\n    return 1\n", ""},
	{"leave: the condition goes", "a.py", LEAVE,
		"def f(u):\n    if not u.is_admin:\n        abort(403)\n    return secret()\n",
		"def f(u):\n    return secret()\n", "removed-guard a.py:2\n"},
	{"leave: only what it does goes", "a.py", LEAVE,
		"def f(u):\n    if not u.is_admin:\n        abort(403)\n    return secret()\n",
		"def f(u):\n    if not u.is_admin:\n        log(u)\n    return secret()\n", "removed-guard a.py:3\n"},
	{"leave: the block round it goes with it", "a.py", LEAVE,
		"def f(u):\n    if debug:\n        if not u.is_admin:\n            abort(403)\n        dump()\n    return 1\n",
		"def f(u):\n    return 1\n", ""},
	{"leave: moved down in the function", "a.py", LEAVE,
		"def f(u):\n    if not u.is_admin:\n        abort(403)\n    one()\n    two()\n    three()\n    return 1\n",
		"def f(u):\n    one()\n    two()\n    three()\n    if not u.is_admin:\n        abort(403)\n    return 1\n", ""},
	{"text: to the method of that name in another class", "a.py", LOGIN_TEXT,
		"class A:\n    @login_required\n    def get(self):\n        return 1\nclass B:\n    def get(self):\n        return 2\n",
		"class A:\n    def get(self):\n        return 1\nclass B:\n    @login_required\n    def get(self):\n        return 2\n",
		"removed-guard a.py:2\n"},
	{"text: among other decorators", "a.py", LOGIN_TEXT,
		"@one\n@login_required\n@two\ndef f():\n    return 1\n",
		"@login_required\n@one\n@two\ndef f():\n    return 1\n", ""},
	{"text: of a class", "a.py", LOGIN_TEXT,
		"@login_required\nclass A:\n    def get(self):\n        return 1\n",
		"class A:\n    def get(self):\n        return 1\n", "removed-guard a.py:1\n"},
	{"text: the file cannot be parsed", "a.py", LOGIN_TEXT,
		"def (:\n@login_required\ndef f():\n    return 1\n", "def (:\ndef f():\n    return 1\n",
		"removed-guard a.py:2\n"},
	{"callbacks: from one handler to another", "a.js", CHECK_TEXT,
		"app.get(\"/a\", (req, res) => {\n  check(req);\n  one();\n});\napp.get(\"/b\", (req, res) => {\n  two();\n});\n",
		"app.get(\"/a\", (req, res) => {\n  one();\n});\napp.get(\"/b\", (req, res) => {\n  check(req);\n  two();\n});\n",
		"removed-guard a.js:2\n"},
	{"callbacks: the handlers change places", "a.js", CHECK_TEXT,
		"app.get(\"/a\", (req, res) => {\n  check(req);\n  one();\n});\napp.get(\"/b\", (req, res) => {\n  two();\n});\n",
		"app.get(\"/b\", (req, res) => {\n  two();\n});\napp.get(\"/a\", (req, res) => {\n  check(req);\n  one();\n});\n",
		""},
	{"functions in variables: from one to another", "a.js", CHECK_TEXT,
		"const a = (req) => {\n  check(req);\n  one();\n};\nconst b = (req) => {\n  two();\n};\n",
		"const a = (req) => {\n  one();\n};\nconst b = (req) => {\n  check(req);\n  two();\n};\n",
		"removed-guard a.js:2\n"},
	{"outside of functions: taken out of a call", "a.js", MIDDLEWARE,
		"app.get(\"/a\", requireLogin, show);\napp.get(\"/b\", requireLogin, show);\n",
		"app.get(\"/a\", show);\napp.get(\"/b\", requireLogin, show);\n", "removed-guard a.js:1\n"},

	/* versions */
	{"a version is raised", "a.yaml", IMAGE,
		"image: shop/web:1.2\n", "image: shop/web:1.3\n", "touched a.yaml:1\n"},
	{"a version is raised beside other lines", "a.yaml", IMAGE,
		"name: a\nimage: shop/web:1.2-alpine\n", "name: b\nimage: shop/web:1.10-alpine\n", "touched a.yaml:2\n"},
	{"another image of that version", "a.yaml", IMAGE,
		"image: shop/web:1.2\n", "image: shop/api:1.2\n", "introduced a.yaml:1\n"},
	{"an image is added", "a.yaml", IMAGE,
		"image: shop/web:1.2\n", "image: shop/web:1.2\nimage: shop/web:1.3\n", "introduced a.yaml:2\n"},
	{"two images for one", "a.yaml", IMAGE,
		"image: shop/web:1.2\n", "image: shop/web:1.3\nimage: shop/web:1.4\n",
		"touched a.yaml:1\nintroduced a.yaml:2\n"},
};
/* clang-format on */

#endif
