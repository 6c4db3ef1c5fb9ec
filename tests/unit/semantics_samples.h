/*
 * semantics_samples.h - one small program a language, and what is bad or guarded in it
 *
 * The first byte of a line says what it is:
 *
 *	' ' as it is		'!' the bad statement	'#' a comment beside it
 *	'?' the guard		'~' what may change places with it
 *	'o' any other statement
 *
 * NAME stands for the name of the function at hand. The file is begin, the functions, end.
 */
#ifndef SLUICE_TESTS_SEMANTICS_SAMPLES_H
#define SLUICE_TESTS_SEMANTICS_SAMPLES_H

struct sample {
	const char *language, *path, *other_path, *begin, *end;
	const char *bad;          /* a function with a bad statement */
	const char *guarded;      /* a function with a guard */
	const char *plain;        /* a function that can have the guard, and has none */
	const char *guard;        /* the guard for it, put before the line that begins with '?' */
	const char *comment;      /* another comment */
	const char *other;        /* another statement, to stand for 'o' */
	const char *open, *close; /* round functions that are indented; NULL: nothing is needed */
	const char *rules;
};

/* clang-format off */
static const struct sample samples[] = {
	{.language = "python", .path = "a.py", .other_path = "b.py",
	 .begin = " import db\n",
	 .end = "",
	 .bad =
		" def NAME(request):\n"
		"o    limit = 10\n"
		"#    # asks the table\n"
		"!    db.run(\"select \" + request.name)\n"
		"     return limit\n",
	 .guarded =
		"~@app.route(\"/NAME\")\n"
		"?@login_required\n"
		" def NAME(request, key):\n"
		"o    found = db.get(key)\n"
		"     return render(found)\n",
	 .plain =
		"?\n"
		" def NAME(request):\n"
		"     count = 0\n"
		"     return count + request.size\n",
	 .guard = "@login_required",
	 .comment = "    # asks it again",
	 .other = "    limit = found = 20",
	 .open = "class Wrapped:",
	 .rules =
		"rules:\n"
		"- {id: bad, languages: [python], severity: ERROR, message: m, pattern: 'db.run(\"...\" + $X)'}\n"
		"- id: wide\n"
		"  languages: [python]\n"
		"  severity: ERROR\n"
		"  message: m\n"
		"  pattern: |\n"
		"    def $F(...):\n"
		"      ...\n"
		"      db.run(\"...\" + $X)\n"
		"      ...\n"
		"- id: inside\n"
		"  languages: [python]\n"
		"  severity: ERROR\n"
		"  message: m\n"
		"  patterns:\n"
		"  - pattern: 'db.run(\"...\" + $X)'\n"
		"  - pattern-inside: |\n"
		"      def $F(...):\n"
		"        ...\n"
		"- id: guard\n"
		"  languages: [python]\n"
		"  severity: ERROR\n"
		"  message: m\n"
		"  diff: {on: removed}\n"
		"  pattern: |\n"
		"    @login_required\n"
		"    def $F(...):\n"
		"      ...\n"},

	{.language = "javascript", .path = "a.js", .other_path = "b.js",
	 .begin = " const db = require(\"db\");\n",
	 .end = "",
	 .bad =
		" function NAME(req, res) {\n"
		"o  const limit = 10;\n"
		"#  // asks the table\n"
		"!  db.run(\"select \" + req.query.name);\n"
		"   res.send(limit);\n"
		" }\n",
	 .guarded =
		" function NAME(req, key) {\n"
		"~  audit(key);\n"
		"?  requireAdmin(req);\n"
		"o  const found = db.get(key);\n"
		"   return render(found);\n"
		" }\n",
	 .plain =
		" function NAME(req) {\n"
		"   let count = 0;\n"
		"?\n"
		"   return count + req.size;\n"
		" }\n",
	 .guard = "  requireAdmin(req);",
	 .comment = "  // asks it again",
	 .other = "  const limit = 20, found = 2;",
	 .open = "if (enabled) {", .close = "}",
	 .rules =
		"rules:\n"
		"- {id: bad, languages: [javascript], severity: ERROR, message: m, pattern: 'db.run(\"...\" + $X)'}\n"
		"- id: wide\n"
		"  languages: [javascript]\n"
		"  severity: ERROR\n"
		"  message: m\n"
		"  pattern: |\n"
		"    function $F(...) {\n"
		"      ...\n"
		"      db.run(\"...\" + $X);\n"
		"      ...\n"
		"    }\n"
		"- id: inside\n"
		"  languages: [javascript]\n"
		"  severity: ERROR\n"
		"  message: m\n"
		"  patterns:\n"
		"  - pattern: 'db.run(\"...\" + $X)'\n"
		"  - pattern-inside: |\n"
		"      function $F(...) {\n"
		"        ...\n"
		"      }\n"
		"- {id: guard, languages: [javascript], severity: ERROR, message: m, diff: {on: removed}, pattern: 'requireAdmin(...)'}\n"},

	{.language = "typescript", .path = "a.ts", .other_path = "b.ts",
	 .begin = " import { db } from \"./db\";\n export class Shop {\n",
	 .end = " }\n",
	 .bad =
		"   NAME(req: Request): number {\n"
		"o    const limit = 10;\n"
		"#    // asks the table\n"
		"!    db.run(\"select \" + req.name);\n"
		"     return limit;\n"
		"   }\n",
	 .guarded =
		"~  @Get(\"NAME\")\n"
		"?  @Secured()\n"
		"   NAME(req: Request, key: string): string {\n"
		"o    const found = db.get(key);\n"
		"     return render(found);\n"
		"   }\n",
	 .plain =
		"?\n"
		"   NAME(req: Request): number {\n"
		"     let count = 0;\n"
		"     return count + req.size;\n"
		"   }\n",
	 .guard = "  @Secured()",
	 .comment = "    // asks it again",
	 .other = "    const limit = 20, found = 2;",
	 .rules =
		"rules:\n"
		"- {id: bad, languages: [typescript], severity: ERROR, message: m, pattern: 'db.run(\"...\" + $X)'}\n"
		"- {id: guard, languages: [typescript], severity: ERROR, message: m, diff: {on: removed}, pattern-regex: '@Secured\\(\\)'}\n"},

	{.language = "java", .path = "A.java", .other_path = "B.java",
	 .begin = " class Shop {\n",
	 .end = " }\n",
	 .bad =
		"   String NAME(Request req) {\n"
		"o    int limit = 10;\n"
		"#    // asks the table\n"
		"!    db.run(\"select \" + req.name());\n"
		"     return show(limit);\n"
		"   }\n",
	 .guarded =
		"~  @GetMapping(\"/NAME\")\n"
		"?  @Secured(\"ADMIN\")\n"
		"   String NAME(Request req, String key) {\n"
		"o    Item found = db.get(key);\n"
		"     return render(found);\n"
		"   }\n",
	 .plain =
		"?\n"
		"   String NAME(Request req) {\n"
		"     int count = 0;\n"
		"     return show(count + req.size());\n"
		"   }\n",
	 .guard = "  @Secured(\"ADMIN\")",
	 .comment = "    // asks it again",
	 .other = "    int limit = 20, found = 2;",
	 .open = "class Inner {", .close = "}",
	 .rules =
		"rules:\n"
		"- {id: bad, languages: [java], severity: ERROR, message: m, pattern: 'db.run(\"...\" + $X)'}\n"
		"- id: wide\n"
		"  languages: [java]\n"
		"  severity: ERROR\n"
		"  message: m\n"
		"  pattern: |\n"
		"    $T $F(...) {\n"
		"      ...\n"
		"      db.run(\"...\" + $X);\n"
		"      ...\n"
		"    }\n"
		"- id: inside\n"
		"  languages: [java]\n"
		"  severity: ERROR\n"
		"  message: m\n"
		"  patterns:\n"
		"  - pattern: 'db.run(\"...\" + $X)'\n"
		"  - pattern-inside: |\n"
		"      $T $F(...) {\n"
		"        ...\n"
		"      }\n"
		"- id: guard\n"
		"  languages: [java]\n"
		"  severity: ERROR\n"
		"  message: m\n"
		"  diff: {on: removed}\n"
		"  pattern: |\n"
		"    @Secured(...)\n"
		"    $T $F(...) {\n"
		"      ...\n"
		"    }\n"},

	{.language = "go", .path = "a.go", .other_path = "b.go",
	 .begin = " package shop\n",
	 .end = "",
	 .bad =
		" func NAME(r *Request) int {\n"
		"o	limit := 10\n"
		"#	// asks the table\n"
		"!	db.Run(\"select \" + r.Name)\n"
		" 	return limit\n"
		" }\n",
	 .guarded =
		" func (s *Server) NAME(r *Request, key string) string {\n"
		"~	audit(key)\n"
		"?	if !allowed(r) {\n"
		"?		return \"\"\n"
		"?	}\n"
		"o	found := db.Get(key)\n"
		" 	return render(found)\n"
		" }\n",
	 .plain =
		" func (s *Server) NAME(r *Request) string {\n"
		" 	count := 0\n"
		"?\n"
		" 	return show(count + r.Size)\n"
		" }\n",
	 .guard = "	if !allowed(r) {\n		return \"\"\n	}",
	 .comment = "	// asks it again",
	 .other = "	limit, found := 20, 2",
	 .rules =
		"rules:\n"
		"- {id: bad, languages: [go], severity: ERROR, message: m, pattern: 'db.Run(\"...\" + $X)'}\n"
		"- id: wide\n"
		"  languages: [go]\n"
		"  severity: ERROR\n"
		"  message: m\n"
		"  pattern: |\n"
		"    func $F(...) $T {\n"
		"      ...\n"
		"      db.Run(\"...\" + $X)\n"
		"      ...\n"
		"    }\n"
		"- {id: guard, languages: [go], severity: ERROR, message: m, diff: {on: removed}, pattern: 'if !allowed($R) { ... }'}\n"},

	{.language = "php", .path = "a.php", .other_path = "b.php",
	 .begin = " <?php\n",
	 .end = "",
	 .bad =
		" function NAME($req) {\n"
		"o    $limit = 10;\n"
		"#    // asks the table\n"
		"!    run(\"select \" . $req->name);\n"
		"     return $limit;\n"
		" }\n",
	 .guarded =
		" function NAME($req, $key) {\n"
		"~    audit($key);\n"
		"?    require_login($req);\n"
		"o    $found = load($key);\n"
		"     return render($found);\n"
		" }\n",
	 .plain =
		" function NAME($req) {\n"
		"     $count = 0;\n"
		"?\n"
		"     return $count + $req->size;\n"
		" }\n",
	 .guard = "    require_login($req);",
	 .comment = "    // asks it again",
	 .other = "    $limit = $found = 20;",
	 .open = "if ($enabled) {", .close = "}",
	 .rules =
		"rules:\n"
		"- {id: bad, languages: [php], severity: ERROR, message: m, pattern: 'run(\"...\" . $X)'}\n"
		"- id: inside\n"
		"  languages: [php]\n"
		"  severity: ERROR\n"
		"  message: m\n"
		"  patterns:\n"
		"  - pattern: 'run(\"...\" . $X)'\n"
		"  - pattern-inside: |\n"
		"      function $F(...) {\n"
		"        ...\n"
		"      }\n"
		"- {id: guard, languages: [php], severity: ERROR, message: m, diff: {on: removed}, pattern: 'require_login(...)'}\n"},

	{.language = "ruby", .path = "a.rb", .other_path = "b.rb",
	 .begin = " class Shop\n",
	 .end = " end\n",
	 .bad =
		"   def NAME(params)\n"
		"o    limit = 10\n"
		"#    # asks the table\n"
		"!    db.run(\"select \" + params.name)\n"
		"     show(limit)\n"
		"   end\n",
	 .guarded =
		"   def NAME(params, key)\n"
		"~    audit(key)\n"
		"?    require_admin(params)\n"
		"o    found = db.get(key)\n"
		"     render(found)\n"
		"   end\n",
	 .plain =
		"   def NAME(params)\n"
		"     count = 0\n"
		"?\n"
		"     show(count + params.size)\n"
		"   end\n",
	 .guard = "    require_admin(params)",
	 .comment = "    # asks it again",
	 .other = "    limit = found = 20",
	 .open = "class Inner", .close = "end",
	 .rules =
		"rules:\n"
		"- {id: bad, languages: [ruby], severity: ERROR, message: m, pattern: 'db.run(\"...\" + $X)'}\n"
		"- {id: guard, languages: [ruby], severity: ERROR, message: m, diff: {on: removed}, pattern: 'require_admin(...)'}\n"},

	{.language = "csharp", .path = "A.cs", .other_path = "B.cs",
	 .begin = " class Shop {\n",
	 .end = " }\n",
	 .bad =
		"   string NAME(Request req) {\n"
		"o    int limit = 10;\n"
		"#    // asks the table\n"
		"!    db.Run(\"select \" + req.Name);\n"
		"     return Show(limit);\n"
		"   }\n",
	 .guarded =
		"~  [HttpGet(\"/NAME\")]\n"
		"?  [Authorize]\n"
		"   string NAME(Request req, string key) {\n"
		"o    var found = db.Get(key);\n"
		"     return Render(found);\n"
		"   }\n",
	 .plain =
		"?\n"
		"   string NAME(Request req) {\n"
		"     int count = 0;\n"
		"     return Show(count + req.Size);\n"
		"   }\n",
	 .guard = "  [Authorize]",
	 .comment = "    // asks it again",
	 .other = "    int limit = 20, found = 2;",
	 .open = "class Inner {", .close = "}",
	 .rules =
		"rules:\n"
		"- {id: bad, languages: [csharp], severity: ERROR, message: m, pattern: 'db.Run(\"...\" + $X)'}\n"
		"- {id: guard, languages: [csharp], severity: ERROR, message: m, diff: {on: removed}, pattern-regex: '\\[Authorize\\]'}\n"},

	{.language = "c", .path = "a.c", .other_path = "b.c",
	 .begin = " #include \"db.h\"\n",
	 .end = "",
	 .bad =
		" int NAME(struct request *req)\n"
		" {\n"
		"o	int limit = 10;\n"
		"#	/* asks the table */\n"
		"!	gets(req->name);\n"
		" 	return limit;\n"
		" }\n",
	 .guarded =
		" int NAME(struct request *req, int key)\n"
		" {\n"
		"~	audit(key);\n"
		"?	check_access(req);\n"
		"o	int found = load(key);\n"
		" 	return render(found);\n"
		" }\n",
	 .plain =
		" int NAME(struct request *req)\n"
		" {\n"
		" 	int count = 0;\n"
		"?\n"
		" 	return count + req->size;\n"
		" }\n",
	 .guard = "	check_access(req);",
	 .comment = "	/* asks it again */",
	 .other = "	int limit = 20, found = 2;",
	 .rules =
		"rules:\n"
		"- {id: bad, languages: [c], severity: ERROR, message: m, pattern: 'gets(...)'}\n"
		"- {id: guard, languages: [c], severity: ERROR, message: m, diff: {on: removed}, pattern: 'check_access(...)'}\n"},
};
/* clang-format on */

#endif
