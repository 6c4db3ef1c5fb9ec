const { exec, execFile, spawn } = require("child_process");
const allowed = ["status", "log"];

app.get("/run", (req, res) => {
  const name = req.query.name;
  // ruleid: js-request-data-executed
  exec("tar xf " + name, done);
  // ruleid: js-request-data-executed
  child_process.exec(`git log ${req.params.branch}`);
  const { file } = req.body;
  // ruleid: js-request-data-executed
  cp.execSync("rm " + file.trim());
  // ruleid: js-request-data-executed
  spawn("sh", ["-c", "ls " + name]);
  const { query } = req;
  // ruleid: js-request-data-executed
  exec(query.command);
  // ok: js-request-data-executed
  execFile("tar", ["xf", name], done);
  // ok: js-request-data-executed
  exec("uptime", done);
  // ok: js-request-data-executed
  exec(`kill ${parseInt(req.query.pid, 10)}`);
  // ok: js-request-data-executed
  const found = /^a/.exec(req.query.name);
  const verb = req.query.verb;
  if (!allowed.includes(verb)) return res.sendStatus(400);
  // ok: js-request-data-executed
  exec("git " + verb);
});

app.post("/calc", (req, res) => {
  // ruleid: js-request-data-evaluated
  const sum = eval(req.body.formula);
  // ruleid: js-request-data-evaluated
  const f = new Function("x", req.body.code);
  const code = req.query.code;
  // ruleid: js-request-data-evaluated
  vm.runInNewContext(code, {});
  // ok: js-request-data-evaluated
  const data = JSON.parse(req.body.formula);
  // ok: js-request-data-evaluated
  vm.runInNewContext("1 + 1", { x: req.body.x });
});

app.get("/page", (req, res) => {
  const tpl = "h1 Hello " + req.query.name;
  // ruleid: js-template-from-request
  const html = pug.compile(tpl)();
  // ruleid: js-template-from-request
  Handlebars.compile(req.body.template);
  // ok: js-template-from-request
  ejs.render("<%= name %>", { name: req.query.name });
  // ruleid: js-module-from-request
  const plugin = require("./plugins/" + req.query.plugin);
  // ruleid: js-module-from-request
  require(req.params.mod);
  // ok: js-module-from-request
  require("./plugins/a");
});

app.get("/users", async (req, res) => {
  const id = req.params.id;
  // ruleid: js-sql-from-request
  await db.query("SELECT * FROM users WHERE id = " + id);
  const text = `SELECT * FROM users WHERE name = '${req.query.name}'`;
  // ruleid: js-sql-from-request
  pool.query(text, cb);
  let sql = "SELECT * FROM t WHERE 1 = 1";
  if (req.query.kind) sql += " AND kind = '" + req.query.kind + "'";
  // ruleid: js-sql-from-request
  connection.execute(sql);
  // ruleid: js-sql-from-request
  knex.raw("select * from t where a = " + req.body.a);
  // ok: js-sql-from-request
  await db.query("SELECT * FROM users WHERE id = $1", [id]);
  // ok: js-sql-from-request
  await db.query("SELECT * FROM users LIMIT " + Number(req.query.limit));
  // ok: js-sql-from-request
  cache.get(req.query.key);
  // ok: js-sql-from-request
  await db.query("SELECT * FROM users WHERE id = " + db.escape(id));
});

function byName(name, id, cb) {
  // ruleid: js-sql-built-then-run
  db.query("SELECT * FROM users WHERE name = '" + name + "'", cb);
  const statement = `DELETE FROM users WHERE id = ${id}`;
  // ruleid: js-sql-built-then-run
  db.execute(statement);
  // ruleid: js-sql-built-then-run
  db.run(util.format("UPDATE users SET name = '%s'", name));
  // ok: js-sql-built-then-run
  db.query("SELECT * FROM users WHERE kind = '" + KIND_DEFAULT + "'", cb);
  // ok: js-sql-built-then-run
  db.query("SELECT * FROM users WHERE name = ?", [name], cb);
  // ok: js-sql-built-then-run
  db.query(`SELECT * FROM users WHERE id IN (${placeholders})`, ids);
  // ok: js-sql-built-then-run
  logger.info("select one from " + name);
}

app.post("/login", async (req, res) => {
  // ruleid: js-nosql-from-request
  const user = await User.findOne({ name: req.body.name, pass: req.body.pass });
  const filter = {};
  filter.name = req.query.name;
  // ruleid: js-nosql-from-request
  users.find(filter).toArray(cb);
  // ruleid: js-nosql-from-request
  User.deleteOne(req.body);
  // ok: js-nosql-from-request
  await User.findOne({ name: String(req.body.name) });
  // ok: js-nosql-from-request
  await User.findOne({ name: { $eq: req.body.name } });
  // ok: js-nosql-from-request
  const one = list.find((x) => x.id === req.body.id);
  // ok: js-nosql-from-request
  await User.findOne({ id: req.params.id });
});

app.get("/file", (req, res) => {
  const file = path.join(ROOT, req.query.file);
  // ruleid: js-path-from-request
  fs.readFile(file, cb);
  // ruleid: js-path-from-request
  res.sendFile("/srv/data/" + req.params.name);
  // ruleid: js-path-from-request
  const data = fs.readFileSync(`./data/${req.body.name}.json`);
  // ok: js-path-from-request
  fs.readFile(path.join(ROOT, path.basename(req.query.file)), cb);
  // ok: js-path-from-request
  res.sendFile(req.params.name, { root: ROOT });
  const full = path.resolve(ROOT, req.query.file);
  if (!full.startsWith(ROOT + path.sep)) return res.sendStatus(403);
  // ok: js-path-from-request
  fs.createReadStream(full).pipe(res);
});

app.get("/go", (req, res) => {
  // ruleid: js-redirect-from-request
  res.redirect(req.query.next);
  const target = req.body.url || "/";
  // ruleid: js-redirect-from-request
  res.redirect(302, target);
  // ruleid: js-redirect-from-request
  res.setHeader("Location", req.query.to);
  // ok: js-redirect-from-request
  res.redirect("/users/" + req.params.id);
  // ok: js-redirect-from-request
  res.redirect(`/users/${req.params.id}/edit`);
  // ok: js-redirect-from-request
  res.redirect(PAGES[req.query.page]);
});

app.get("/fetch", async (req, res) => {
  // ruleid: js-url-from-request
  const reply = await fetch(req.query.url);
  const url = "http://" + req.query.host + "/status";
  // ruleid: js-url-from-request
  axios.get(url);
  // ruleid: js-url-from-request
  http.get(`https://${req.params.host}/x`, cb);
  // ok: js-url-from-request
  await fetch(`https://api.example.com/users/${req.params.id}`);
  // ok: js-url-from-request
  await fetch("https://api.example.com/", { body: req.body.text });
  // ok: js-url-from-request
  await axios.get(`${BASE_URL}/users/${req.params.id}`);
});

app.get("/search", (req, res) => {
  // ruleid: js-regexp-from-request
  const re = new RegExp(req.query.q, "i");
  const word = "\\b" + req.body.word;
  // ruleid: js-regexp-from-request
  new RegExp(word);
  // ok: js-regexp-from-request
  new RegExp(escapeRegExp(req.query.q), "i");
  // ok: js-regexp-from-request
  new RegExp("^a+$").test(req.query.q);
  // ok: js-regexp-from-request
  new RegExp(req.query.q.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
});

app.get("/hello", async (req, res) => {
  // ruleid: js-response-echoes-request
  res.send("<h1>Hello " + req.query.name + "</h1>");
  const name = req.params.name;
  // ruleid: js-response-echoes-request
  res.write(`<p>${name}</p>`);
  // ruleid: js-response-echoes-request
  res.status(404).send("No user " + name);
  // ok: js-response-echoes-request
  res.send("<h1>Hello " + escapeHtml(req.query.name) + "</h1>");
  // ok: js-response-echoes-request
  res.send({ name: req.query.name });
  // ok: js-response-echoes-request
  res.json(req.query.name);
  const user = await User.findById(req.params.id);
  // ok: js-response-echoes-request
  res.send(user);
});

app.post("/settings", (req, res) => {
  // ruleid: js-prototype-pollution-request
  settings[req.body.section][req.body.key] = req.body.value;
  // ruleid: js-prototype-pollution-request
  _.merge(config, req.body);
  // ruleid: js-prototype-pollution-request
  _.set(config, req.body.path, 1);
  // ok: js-prototype-pollution-request
  _.merge(config, { name: "x" });
  const section = req.body.section;
  if (!SECTIONS.includes(section)) return;
  // ok: js-prototype-pollution-request
  settings[section]["a"] = 1;
});

app.post("/load", (req, res) => {
  // ruleid: js-deserialise-request
  const a = serialize.unserialize(req.body.data);
  // ruleid: js-deserialise-request
  const b = unserialize(req.cookies.profile);
  // ok: js-deserialise-request
  const c = JSON.parse(req.body.data);
  // ok: js-deserialise-request
  const d = serialize.unserialize(readConfig());
  // ruleid: js-xml-external-entities
  libxmljs.parseXml(req.body, { noent: true });
  // ruleid: js-xml-external-entities
  xml.parseXmlString(text, { noblanks: true, noent: true });
  // ok: js-xml-external-entities
  libxmljs.parseXml(req.body, { noent: false });
  // ok: js-xml-external-entities
  libxmljs.parseXml(req.body);
  // ruleid: js-xpath-from-request
  xpath.select("//user[@name='" + req.query.name + "']", doc);
  // ruleid: js-xpath-from-request
  xpath.parse(`//user[name='${req.body.name}']`);
  // ok: js-xpath-from-request
  xpath.parse("//user[name=$name]").select({ node: doc, variables: { name: req.body.name } });
  // ruleid: js-ldap-from-request
  client.search("o=example", { filter: `(uid=${req.query.uid})` }, cb);
  // ruleid: js-ldap-from-request
  ldapClient.search(`uid=${req.body.uid},o=example`, { scope: "sub" }, cb);
  // ok: js-ldap-from-request
  client.search("o=example", { filter: "(objectClass=person)" }, cb);
  // ruleid: js-log-from-request
  console.log("user " + req.query.user);
  // ruleid: js-log-from-request
  logger.info(`login of ${req.body.name}`);
  // ok: js-log-from-request
  console.log("user %s", JSON.stringify(req.query.user));
  // ok: js-log-from-request
  logger.info(`${req.query.list.length} entries`);
  // ruleid: js-length-from-request
  const buffer = Buffer.alloc(parseInt(req.query.size));
  // ruleid: js-length-from-request
  "x".repeat(req.query.n);
  // ok: js-length-from-request
  Buffer.alloc(Math.min(req.query.size, 1024));
  // ok: js-length-from-request
  Buffer.alloc(1024, req.query.fill.length);
});

app.get("/parts", ({ query }, res) => {
  // ruleid: js-response-echoes-request
  res.send("<p>" + query["name"]);
  // ruleid: js-request-data-executed
  exec("ls " + query["dir"]);
});

router.get("/koa", async (ctx) => {
  // ruleid: js-response-echoes-request
  ctx.body = "<p>" + ctx.query.name;
  // ok: js-response-echoes-request
  ctx.body = { name: ctx.query.name };
  const parts = ctx.request.url.split("/");
  // ruleid: js-request-data-executed
  exec("ls " + parts[2]);
});
