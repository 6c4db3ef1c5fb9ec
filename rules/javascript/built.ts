function rowsOf(knex, con, prisma, name) {
  // ruleid: js-sql-fragment-built
  knex("u").whereRaw("n = '" + name + "'");
  let q = "SELECT * FROM u";
  q += " WHERE n = '" + name + "'";
  // ruleid: js-sql-fragment-built
  con.query(q);
  // ruleid: js-sql-fragment-built
  con.query("SELECT * FROM u WHERE n = '%s'".replace("%s", name));
  // ruleid: js-sql-fragment-built
  prisma.$queryRawUnsafe(`SELECT * FROM u WHERE n = '${name}'`);
  // ruleid: js-sql-fragment-built
  con.query({ text: "SELECT * FROM u WHERE n = '" + name + "'" });
}

function rowsByPlaceholder(knex, con, prisma, name) {
  // ok: js-sql-fragment-built
  knex("u").whereRaw("n = ?", [name]);
  let q = "SELECT * FROM u";
  q += " WHERE n = ?";
  // ok: js-sql-fragment-built
  con.query(q, [name]);
  // ok: js-sql-fragment-built
  prisma.$queryRaw`SELECT * FROM u WHERE n = ${name}`;
  // ok: js-sql-fragment-built
  con.query("SELECT * FROM u LIMIT " + Number(name));
  const table = "u";
  // ok: js-sql-fragment-built
  con.query("SELECT * FROM " + table);
  // ok: js-sql-fragment-built
  client.query("/users?name=" + name);
}


function page(name) {
  // ruleid: js-template-text-built
  ejs.render("Hello " + name);
  const text = `p Hello ${name}`;
  // ruleid: js-template-text-built
  pug.render(text);
  // ruleid: js-template-text-built
  nunjucks.renderString("Hello " + name, {});
}

function pageOf(name) {
  // ok: js-template-text-built
  ejs.render("Hello <%= name %>", { name });
  // ok: js-template-text-built
  pug.render("p= name", { name });
  // ok: js-template-text-built
  nunjucks.renderString("Hello {{ name }}", { name });
}


function compiled(text: string) {
  // ruleid: js-template-of-variable
  const first = Handlebars.compile(text);
  // ruleid: js-template-of-variable
  const second = pug.compile(text);
  return [first, second];
}

function compiledConstant(path: string) {
  // ok: js-template-of-variable
  const first = Handlebars.compile("Hello {{ name }}");
  // ok: js-template-of-variable
  const second = pug.compile(fs.readFileSync(path, "utf8"));
  // ok: js-template-of-variable
  const third = Handlebars.compile(PAGE);
  return [first, second, third];
}


import * as crypto from "crypto";

function keyOf(password: string) {
  // ruleid: js-salt-constant
  const first = crypto.scryptSync(password, "salt", 32);
  const salt = "pepper";
  // ruleid: js-salt-constant
  const second = crypto.pbkdf2Sync(password, salt, 600000, 32, "sha256");
  return [first, second];
}

function keyOfSalted(password: string, salt: Buffer) {
  // ok: js-salt-constant
  const first = crypto.scryptSync(password, salt, 32);
  // ok: js-salt-constant
  const second = crypto.pbkdf2Sync(password, crypto.randomBytes(16), 600000, 32, "sha256");
  return [first, second];
}


function keyFast(password: string, salt: Buffer) {
  // ruleid: js-hash-rounds-of-library
  const first = CryptoJS.PBKDF2(password, salt, { keySize: 8, iterations: 100 });
  // ruleid: js-hash-rounds-of-library
  const second = crypto.scryptSync(password, salt, 32, { N: 1024 });
  return [first, second];
}

function keySlow(password: string, salt: Buffer) {
  // ok: js-hash-rounds-of-library
  const first = CryptoJS.PBKDF2(password, salt, { keySize: 8, iterations: 600000 });
  // ok: js-hash-rounds-of-library
  const second = crypto.scryptSync(password, salt, 32, { N: 131072 });
  return [first, second];
}


function trusted(req, sig, key, body) {
  // ruleid: js-secret-compared-early-exit
  if (sig === crypto.createHmac("sha256", key).update(body).digest("hex")) return true;
  // ruleid: js-secret-compared-early-exit
  return req.headers["x-api-key"] === apiKey;
}

function trustedSlowly(req, sig, key, body) {
  // ok: js-secret-compared-early-exit
  if (crypto.timingSafeEqual(sig, digestOf(key, body))) return true;
  // ok: js-secret-compared-early-exit
  if (req.headers["x-api-key"] === undefined) return false;
  // ok: js-secret-compared-early-exit
  return req.headers["x-mode"] === mode;
}


function wired(el: Element, name: string) {
  // ruleid: js-attribute-runs-value
  el.setAttribute("onclick", name);
  // ruleid: js-attribute-runs-value
  el.setAttribute("href", "javascript:" + name);
  // ruleid: js-attribute-runs-value
  document.domain = name;
}

function wiredSafely(el: Element, name: string) {
  // ok: js-attribute-runs-value
  el.setAttribute("onclick", "go()");
  // ok: js-attribute-runs-value
  el.setAttribute("title", name);
  // ok: js-attribute-runs-value
  el.setAttribute("href", "/users/" + name);
}


function made(size: number) {
  // ruleid: js-buffer-uninitialised
  return Buffer.allocUnsafe(size);
}

function madeOld(size) {
  // ruleid: js-buffer-uninitialised
  return Buffer(size);
}

function madeClear(size: number) {
  // ok: js-buffer-uninitialised
  return Buffer.alloc(size);
}

function madeOf(text: string) {
  // ok: js-buffer-uninitialised
  return Buffer.from(text);
}


app.get("/x", (req, res) => {
  // ruleid: js-header-from-value
  res.header("X-Mode", req.query.mode);
  // ruleid: js-header-from-value
  res.setHeader("X-Name", "n " + req.body.name);
});

app.get("/y", (req, res) => {
  // ok: js-header-from-value
  res.header("X-Mode", "fixed");
  // ok: js-header-from-value
  res.setHeader("X-Name", encodeURIComponent(req.body.name));
  // ok: js-header-from-value
  res.setHeader("X-Id", req.id);
});


// ruleid: js-listens-everywhere
app.listen(3000, "0.0.0.0");
// ruleid: js-listens-everywhere
fastify.listen({ port: 3000, host: "0.0.0.0" });

// ok: js-listens-everywhere
app.listen(3000, "127.0.0.1");
// ok: js-listens-everywhere
app.listen(3000);


async function loaded(name: string) {
  // ruleid: js-import-of-variable
  return import(name);
}

async function loadedPlugin(name: string) {
  // ruleid: js-import-of-variable
  return import("plugin-" + name);
}

async function loadedKnown() {
  // ok: js-import-of-variable
  return import("./page");
}

async function loadedBelow(name: string) {
  // ok: js-import-of-variable
  return import(`./locales/${name}.js`);
}

