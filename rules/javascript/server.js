// Settings of servers, cookies, ciphers and windows.
// ruleid: js-cookie-options-weak
app.use(session({ secret: key, cookie: { maxAge: 60000 } }));
// ok: js-cookie-options-weak
app.use(session({ secret: key, cookie: { maxAge: 60000, secure: true, httpOnly: true } }));
// ruleid: js-cookie-options-weak
res.cookie("session", id, { httpOnly: false, secure: true });
// ok: js-cookie-options-weak
res.cookie("session", id, { httpOnly: true, secure: true });
// ok: js-cookie-options-weak
res.cookie("theme", theme, { maxAge: 900000 });

// ruleid: js-session-defaults
app.use(session({ secret: key, resave: false }));
// ok: js-session-defaults
app.use(session({ secret: key, name: "id", cookie: { secure: true, maxAge: 60000 } }));

// ruleid: js-cors-reflects-origin
res.setHeader("Access-Control-Allow-Origin", req.query.origin);
// ok: js-cors-reflects-origin
res.setHeader("Access-Control-Allow-Origin", "https://shop.example.org");
// ruleid: js-cors-reflects-origin
app.use(cors({ origin: /example.com$/ }));
// ok: js-cors-reflects-origin
app.use(cors({ origin: /^https:\/\/shop\.example\.org$/ }));

// ruleid: js-helmet-part-off
app.use(helmet({ referrerPolicy: { policy: "unsafe-url" } }));
// ok: js-helmet-part-off
app.use(helmet());
// ruleid: js-helmet-part-off
const csp = { directives: { scriptSrc: ["'self'", "'unsafe-inline'"] } };
// ok: js-helmet-part-off
const csp2 = { directives: { scriptSrc: ["'self'"] } };

// ruleid: js-files-served-wide
app.use("/files", serveIndex("files"));
// ruleid: js-files-served-wide
app.use(express.static(__dirname));
// ok: js-files-served-wide
app.use(express.static(path.join(__dirname, "public")));

// ruleid: js-upload-unchecked
const upload = multer({ dest: "uploads/" });
// ok: js-upload-unchecked
const upload2 = multer({ dest: "uploads/", limits: { fileSize: 1000000 } });

// ruleid: js-body-limit-large
app.use(express.json({ limit: "200mb" }));
// ok: js-body-limit-large
app.use(express.json({ limit: "1mb" }));

// ruleid: js-graphql-open
const server = new ApolloServer({ schema, introspection: true });
// ok: js-graphql-open
const server2 = new ApolloServer({ schema, introspection: false });

// ruleid: js-jwt-content-or-check
const t1 = jwt.sign({ id: user.id, password: user.password }, key, { expiresIn: "1h" });
// ok: js-jwt-content-or-check
const t2 = jwt.sign({ id: user.id }, key, { expiresIn: "1h" });

// ruleid: js-jwt-without-end
const t3 = jwt.sign({ id: user.id }, key);
// ok: js-jwt-without-end
const t4 = jwt.sign({ id: user.id }, key, { expiresIn: "1h" });
// ok: js-jwt-without-end
const t5 = jwt.sign({ id: user.id, exp: soon }, key);

// ruleid: js-crypto-weak-use
const c1 = CryptoJS.AES.encrypt(text, key, { mode: CryptoJS.mode.ECB });
// ok: js-crypto-weak-use
const c2 = CryptoJS.AES.encrypt(text, key, { mode: CryptoJS.mode.CTR });
// ruleid: js-crypto-weak-use
const r1 = crypto.pseudoRandomBytes(16);
// ok: js-crypto-weak-use
const r2 = crypto.randomBytes(16);

// ruleid: js-gcm-tag-unchecked
const d1 = crypto.createDecipheriv("aes-256-gcm", key, iv);
// ok: js-gcm-tag-unchecked
const d2 = crypto.createDecipheriv("aes-256-gcm", key, iv, { authTagLength: 16 });
// ok: js-gcm-tag-unchecked
const d3 = crypto.createDecipheriv("aes-256-cbc", key, iv);

// ruleid: js-iv-constant
const i1 = crypto.createCipheriv("aes-256-cbc", key, Buffer.alloc(16));
// ok: js-iv-constant
const i2 = crypto.createCipheriv("aes-256-cbc", key, crypto.randomBytes(16));

function newToken() {
  // ruleid: js-random-into-secret
  const token = Math.random().toString(36).slice(2);
  // ok: js-random-into-secret
  const delay = Math.random() * 100;
  // ok: js-random-into-secret
  const secret = crypto.randomBytes(16);
}

// ruleid: js-random-biased
const digit = crypto.randomBytes(1)[0] % 10;
// ok: js-random-biased
const digit2 = crypto.randomInt(10);
// ok: js-random-biased
const nibble = crypto.randomBytes(1)[0] % 16;

function store(user, password) {
  const hash = crypto.createHash("sha256");
  // ruleid: js-password-hash-fast-flow
  hash.update(password);
  // ok: js-password-hash-fast-flow
  hash.update(user);
}

const tlsOptions = {
  // ruleid: js-tls-name-unchecked
  checkServerIdentity: () => undefined,
};
const tlsOptions2 = {
  // ok: js-tls-name-unchecked
  checkServerIdentity: (host, cert) => compare(host, cert),
};

// ruleid: js-electron-window-open-wide
const win = new BrowserWindow({ webPreferences: { sandbox: false } });
// ok: js-electron-window-open-wide
const win2 = new BrowserWindow({ webPreferences: { sandbox: true } });

// ruleid: js-secret-stored-plain
localStorage.setItem("login", user.password);
// ok: js-secret-stored-plain
localStorage.setItem("theme", user.theme);
// ok: js-secret-stored-plain
fs.writeFileSync(file, bcrypt.hashSync(user.password, 12));

function trace(user) {
  const line = "login of " + user.name + " with " + user.password;
  // ruleid: js-secret-logged-flow
  console.log(line);
  // ok: js-secret-logged-flow
  console.log("login of " + user.name);
}

app.get("/x", (req, res) => {
  try {
    work();
  } catch (err) {
    const text = "failed: " + err.stack;
    // ruleid: js-error-to-client-flow
    res.send(text);
    // ok: js-error-to-client-flow
    res.send("failed");
  }
});

// ruleid: js-clear-text-protocol
const socket = new WebSocket("ws://feed.shop.org/prices");
// ok: js-clear-text-protocol
const socket2 = new WebSocket("wss://feed.shop.org/prices");

// ruleid: js-credentials-in-call
const pool = mysql.createPool({ host: "db", user: "shop", password: "p{{sluice:8}}" });
// ok: js-credentials-in-call
const pool2 = mysql.createPool({ host: "db", user: "shop", password: process.env.DB_PASSWORD });

// ruleid: js-password-empty
const conn = mysql.createConnection({ host: "db", user: "root", password: "" });
// ok: js-password-empty
const conn2 = mysql.createConnection({ host: "db", user: "root", password: process.env.DB_PASSWORD });

function step() {
  // ruleid: js-debugger-left
  debugger;
  // ok: js-debugger-left
  const debuggerName = "node";
}

// ruleid: js-rate-limit-missing
app.post("/login", (req, res) => login(req, res));
// ok: js-rate-limit-missing
app.post("/login", loginLimiter, (req, res) => login(req, res));
// ok: js-rate-limit-missing
app.post("/comments", (req, res) => comment(req, res));

// ruleid: js-ajv-all-errors
const ajv = new Ajv({ allErrors: true });
// ok: js-ajv-all-errors
const ajv2 = new Ajv({ strict: true });

// ruleid: js-mongo-where-text
users.find({ $where: "this.name == '" + name + "'" });
// ok: js-mongo-where-text
users.find({ name: name });

app.use(express.csrf());
// ruleid: js-method-override-late
app.use(express.methodOverride());
// ok: js-method-override-late
app.use(express.json());
