// Values from callers and clients that decide what runs.
function calculate(formula) {
  // ruleid: js-code-from-parameter
  return eval(formula);
}
function calculated(formula) {
  // ok: js-code-from-parameter
  return JSON.parse(formula);
}
function later(name) {
  // ruleid: js-code-from-parameter
  setTimeout("show('" + name + "')", 100);
  // ok: js-code-from-parameter
  setTimeout(() => show(name), 100);
}

function load(plugin) {
  // ruleid: js-module-from-parameter
  return require(plugin);
}
function loaded() {
  // ok: js-module-from-parameter
  return require("./plugin");
}

function find(list, term) {
  // ruleid: js-regexp-from-any-parameter
  return list.filter((x) => new RegExp(term, "i").test(x));
}
function found(list, term) {
  // ok: js-regexp-from-any-parameter
  const pattern = new RegExp(escapeRegExp(term), "i");
  return list.filter((x) => pattern.test(x));
}

// ruleid: js-shell-option
spawn(program, args, { shell: true });
// ok: js-shell-option
spawn(program, args, { shell: false });

function run(name, done) {
  // ruleid: js-command-word-from-parameter
  child_process.exec("convert " + name, done);
  // ok: js-command-word-from-parameter
  child_process.execFile("convert", [name], done);
  // ruleid: js-command-word-from-parameter
  child_process.spawn("sh", ["-c", name]);
  // ok: js-command-word-from-parameter
  child_process.spawn("ls", ["-l", name]);
}

// ruleid: js-command-with-directory
execSync("rm -rf " + path.join(__dirname, "out"));
// ok: js-command-with-directory
execFileSync("rm", ["-rf", path.join(__dirname, "out")]);

app.get("/do/:action", (req, res) => {
  // ruleid: js-method-from-request
  actions[req.params.action](res);
  // ok: js-method-from-request
  actions.list(req.params.action);
});
app.get("/set", (req, res) => {
  // ruleid: js-property-from-request
  settings[req.query.name] = req.query.value;
  // ok: js-property-from-request
  settings["user_" + req.query.name] = req.query.value;
  // ok: js-property-from-request
  settings.name = req.query.value;
});

function put(target, group, key, value) {
  // ruleid: js-prototype-pollution-parameter
  target[group][key] = value;
  // ok: js-prototype-pollution-parameter
  target.groups[key] = value;
}
function paint(grid, x, y, value) {
  // ok: js-prototype-pollution-parameter
  grid[x][y] = value;
}

// ruleid: js-assign-parsed
Object.assign(settings, JSON.parse(text));
// ok: js-assign-parsed
settings.colour = JSON.parse(text).colour;

// ruleid: js-unsafe-deserialise
const state = serialize.unserialize(cookie);
// ok: js-unsafe-deserialise
const state2 = JSON.parse(cookie);
// ruleid: js-unsafe-deserialise
const code = serialize(state, { unsafe: true });
// ok: js-unsafe-deserialise
const safe = serialize(state, { isJSON: true });

app.get("/shot", async (req, res) => {
  // ruleid: js-browser-driven-by-value
  await page.goto(req.query.url);
  // ok: js-browser-driven-by-value
  await page.goto("https://example.com/");
  // ruleid: js-browser-driven-by-value
  await page.evaluate(`find("${req.query.text}")`);
  // ok: js-browser-driven-by-value
  await page.evaluate((text) => find(text), req.query.text);
});

app.get("/log", (req, res) => {
  // ruleid: js-format-from-value
  console.log("user " + req.query.name, new Date());
  // ok: js-format-from-value
  console.log("user %s", req.query.name);
});

app.post("/sum", (req, res) => {
  // ruleid: js-loop-bound-from-request
  for (let i = 0; i < req.body.list.length; i++) { add(i); }
  // ok: js-loop-bound-from-request
  for (let i = 0; i < known.length; i++) { add(i); }
});

app.get("/file", (req, res) => {
  // ruleid: js-type-confusion
  if (req.query.path.indexOf("..") !== -1) return res.sendStatus(400);
  // ok: js-type-confusion
  if (String(req.query.path).includes("..")) return res.sendStatus(400);
});

app.get("/admin", (req, res) => {
  // ruleid: js-check-by-client
  if (req.cookies.isAdmin === "1") { res.render("admin"); }
  // ok: js-check-by-client
  if (req.user.isAdmin) { res.render("admin"); }
});

app.post("/forgot", (req, res) => {
  // ruleid: js-host-header-in-link
  const link = "https://" + req.headers.host + "/reset/" + token;
  // ok: js-host-header-in-link
  const good = config.origin + "/reset/" + token;
});

app.get("/login", (req, res) => {
  // ruleid: js-secret-in-query
  const password = req.query.password;
  // ok: js-secret-in-query
  const page = req.query.page;
});

app.post("/login", (req, res) => {
  const user = check(req.body);
  // ruleid: js-session-fixation
  req.session.user = user;
  res.redirect("/");
});
app.post("/login", (req, res) => {
  const user = check(req.body);
  req.session.regenerate(() => {
    // ok: js-session-fixation
    req.session.user = user;
    res.redirect("/");
  });
});

function byName(name) {
  // ruleid: js-sql-from-parameter
  return db.query("SELECT * FROM users WHERE name = '" + name + "'");
}
function byNameBound(name) {
  // ok: js-sql-from-parameter
  return db.query("SELECT * FROM users WHERE name = ?", [name]);
}

function read(userInput) {
  // ruleid: js-path-from-parameter
  return fs.readFileSync(path.join(root, userInput));
}
function readBase(userInput) {
  // ok: js-path-from-parameter
  return fs.readFileSync(path.join(root, path.basename(userInput)));
}
