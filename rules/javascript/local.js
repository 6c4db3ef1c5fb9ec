// ruleid: js-hardcoded-password
const dbPassword = "xK9#plum-42";
// ruleid: js-hardcoded-password
connect({ host: "db", password: "s3cr3tly-99" });
function login(user, password = "letmein123") {
  // ruleid: js-hardcoded-password
  if (password === "Adm1n#2024") return true;
}
// ok: js-hardcoded-password
const password = process.env.DB_PASSWORD;
// ok: js-hardcoded-password
const labels = { password: "Password" };
// ok: js-hardcoded-password
const passwordField = "user_password";
// ok: js-hardcoded-password
const apiKey = "<your-key>";

// ruleid: js-token-secret-literal
const token = jwt.sign({ id: user.id }, "keyboard cat");
// ruleid: js-token-secret-literal
app.use(session({ secret: "keyboard cat", resave: false }));
// ok: js-token-secret-literal
jwt.sign({ id: user.id }, process.env.JWT_SECRET);
// ok: js-token-secret-literal
app.use(session({ secret: config.secret }));
// ruleid: js-cipher-key-literal
crypto.createCipheriv("aes-256-gcm", "0123456789abcdef0123456789abcdef", iv);
// ruleid: js-cipher-key-literal
crypto.createHmac("sha256", "keyboard cat");
// ok: js-cipher-key-literal
crypto.createCipheriv("aes-256-gcm", key, crypto.randomBytes(12));
// ok: js-cipher-key-literal
crypto.createHmac("sha256", process.env.KEY);
// ruleid: js-connection-password-literal
const url = "postgres://app:Zx81spectrum@db.internal.net/app";
// ruleid: js-connection-password-literal
mongoose.connect("mongodb+srv://app:qwe7788zz@cluster0.mongodb.net/test");
// ok: js-connection-password-literal
const local = "postgres://app:password@db.internal.net/app";
// ok: js-connection-password-literal
const fromEnv = `postgres://app:${process.env.PW}@db.internal.net/app`;
// ruleid: js-hash-weak
crypto.createHash("md5").update(data).digest("hex");
// ruleid: js-hash-weak
crypto.createHash("sha1");
// ok: js-hash-weak
crypto.createHash("sha256").update(data);
// ok: js-hash-weak
crypto.createHash(algorithm);
// ruleid: js-key-too-short
crypto.generateKeyPairSync("rsa", { modulusLength: 1024 });
// ok: js-key-too-short
crypto.generateKeyPairSync("rsa", { modulusLength: 4096 });
// ruleid: js-password-rounds-few
bcrypt.hash(password, 4, done);
// ruleid: js-password-rounds-few
crypto.pbkdf2Sync(password, salt, 1000, 32, "sha256");
// ok: js-password-rounds-few
bcrypt.hash(password, 12, done);
// ok: js-password-rounds-few
crypto.pbkdf2Sync(password, salt, 600000, 32, "sha256");
function newToken() {
  // ruleid: js-random-for-security
  return Math.random().toString(36).slice(2);
}
function shuffle(list) {
  // ok: js-random-for-security
  return list.sort(() => Math.random() - 0.5);
}
// ruleid: js-tls-old-protocol
tls.connect({ host, secureProtocol: "TLSv1_method" });
// ruleid: js-tls-old-protocol
https.createServer({ key, cert, minVersion: "TLSv1" });
// ok: js-tls-old-protocol
https.createServer({ key, cert, minVersion: "TLSv1.2" });
// ruleid: js-cookie-flags-missing
res.cookie("session_id", id);
// ok: js-cookie-flags-missing
res.cookie("session_id", id, { httpOnly: true, secure: true });
// ok: js-cookie-flags-missing
res.cookie("theme", "dark");
// ruleid: js-cors-credentials-any
app.use(cors({ origin: true, credentials: true }));
// ruleid: js-cors-credentials-any
res.setHeader("Access-Control-Allow-Origin", req.headers.origin);
// ok: js-cors-credentials-any
app.use(cors({ origin: "https://app.example.com", credentials: true }));
// ruleid: js-csrf-off
server({ csrf: false });
// ok: js-csrf-off
server({ csrf: true });
// ruleid: js-web-protection-off
app.use(helmet({ contentSecurityPolicy: false }));
// ruleid: js-web-protection-off
new BrowserWindow({ webPreferences: { nodeIntegration: true } });
// ok: js-web-protection-off
app.use(helmet());
// ok: js-web-protection-off
new BrowserWindow({ webPreferences: { contextIsolation: true } });
// ruleid: js-jwt-decoded-only
const claims = jwt.decode(token);
// ok: js-jwt-decoded-only
jwt.verify(token, key, { algorithms: ["HS256"] });
// ruleid: js-html-autoescape-off
nunjucks.configure("views", { autoescape: false });
// ruleid: js-html-autoescape-off
Handlebars.compile(text, { noEscape: true });
// ok: js-html-autoescape-off
nunjucks.configure("views", { autoescape: true });
// ruleid: js-debug-page-on
app.use(errorhandler());
if (process.env.NODE_ENV === "development") {
  // ok: js-debug-page-on
  app.use(errorhandler());
}
app.get("/", (req, res) => {
  // ruleid: js-error-message-to-client
  run((err) => res.status(500).send(err.message));
  // ruleid: js-error-message-to-client
  run((err) => res.status(500).json({ error: err.stack }));
  // ok: js-error-message-to-client
  run((err) => res.status(500).send("Internal error"));
  // ok: js-error-message-to-client
  res.send(user.message);
});
// ruleid: js-file-for-everyone
fs.chmodSync(file, 0o777);
// ruleid: js-file-for-everyone
fs.writeFileSync(file, data, { mode: 0o666 });
// ok: js-file-for-everyone
fs.chmodSync(file, 0o600);
// ok: js-file-for-everyone
fs.writeFileSync(file, data, { mode: 0o644 });
// ruleid: js-callback-error-ignored
fs.readFile(path, "utf8", (err, data) => {
  use(data);
});
// ruleid: js-callback-error-ignored
jwt.verify(token, key, function (err, claims) {
  req.user = claims;
});
// ok: js-callback-error-ignored
fs.readFile(path, "utf8", (err, data) => {
  if (err) throw err;
  use(data);
});
function isAllowed(user) {
  // ruleid: js-fail-open
  try {
    return check(user);
  } catch (err) {
    return true;
  }
}
function isValid(user) {
  // ok: js-fail-open
  try {
    return check(user);
  } catch (err) {
    return false;
  }
}
// ruleid: js-process-handler-swallows
process.on("uncaughtException", (err) => {
  console.error(err);
});
// ok: js-process-handler-swallows
process.on("uncaughtException", (err) => {
  console.error(err);
  process.exit(1);
});
// ruleid: js-todo-check-commented
// app.use(requireAuth());
start();
// ok: js-todo-check-commented
// The router is used below.
app.use(requireAuth());
// ruleid: js-dependency-from-page
script.src = "https://cdn.example.com/lib.js";
// ok: js-dependency-from-page
script.src = "/static/lib.js";
// ruleid: js-insecure-scheme
fetch("http://api.acme-corp.com/login", { method: "POST" });
// ok: js-insecure-scheme
fetch("https://api.acme-corp.com/login");
// ok: js-insecure-scheme
fetch("http://localhost:3000/login");
// ruleid: js-graphql-introspection
new ApolloServer({ typeDefs, introspection: true });
// ok: js-graphql-introspection
new ApolloServer({ typeDefs, introspection: isDevelopment });
// ruleid: js-buffer-constructor
const raw = new Buffer(size);
// ruleid: js-buffer-constructor
const text = new Buffer(input, "base64");
// ok: js-buffer-constructor
const filled = Buffer.alloc(size);
// ok: js-buffer-constructor
const greeting = new Buffer("hello");
