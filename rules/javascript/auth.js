function transport(url, key, token, res, req, name) {
  // ruleid: js-tls-verify-off
  const agent = new https.Agent({ rejectUnauthorized: false });
  // ruleid: js-tls-verify-off
  process.env.NODE_TLS_REJECT_UNAUTHORIZED = "0";
  // ruleid: js-tls-verify-off
  process.env["NODE_TLS_REJECT_UNAUTHORIZED"] = 0;
  // ok: js-tls-verify-off
  const strict = new https.Agent({ rejectUnauthorized: true });
  // ok: js-tls-verify-off
  // new https.Agent({ rejectUnauthorized: false });
  // ok: js-tls-verify-off
  const configured = new https.Agent({ rejectUnauthorized: config.verify });
  // ruleid: js-jwt-unverified
  const a = jwt.verify(token, key, { algorithms: ["none"] });
  // ruleid: js-jwt-unverified
  const b = jwt.verify(token, key, { ignoreExpiration: true });
  // ok: js-jwt-unverified
  const c = jwt.verify(token, key, { algorithms: ["RS256"] });
  // ok: js-jwt-unverified
  const d = { animation: "none" };
  // ruleid: js-token-from-math-random
  const resetToken = Math.random().toString(36).slice(2);
  // ruleid: js-token-from-math-random
  const sessionId = "s" + Math.floor(Math.random() * 1e9);
  // ok: js-token-from-math-random
  const resetToken2 = crypto.randomBytes(32).toString("hex");
  // ok: js-token-from-math-random
  const delay = Math.random() * 100;
  // ruleid: js-password-fast-hash
  const e = crypto.createHash("sha256").update(password).digest("hex");
  // ruleid: js-password-fast-hash
  const f = md5(user.password);
  // ok: js-password-fast-hash
  const g = crypto.createHash("sha256").update(body).digest("hex");
  // ok: js-password-fast-hash
  const h = await bcrypt.hash(password, 12);
  // ruleid: js-weak-cipher
  const i = crypto.createCipheriv("des-ede3-cbc", key, iv);
  // ruleid: js-weak-cipher
  const j = crypto.createCipheriv("aes-128-ecb", key, null);
  // ok: js-weak-cipher
  const k = crypto.createCipheriv("aes-256-gcm", key, iv);
  // ok: js-weak-cipher
  const l = crypto.createCipheriv(algorithm, key, iv);
}

// ruleid: js-cookie-unprotected
app.use(session({ cookie: { secure: false } }));

// ok: js-cookie-unprotected
app.use(session({ cookie: { secure: true, httpOnly: true } }));

// ok: js-cookie-unprotected
connect({ host, secure: false });






// ruleid: js-cookie-unprotected
res.cookie("session", token, { httpOnly: false });

function browser(res, req, password, token) {
  // ruleid: js-cors-any-origin
  res.setHeader("Access-Control-Allow-Origin", "*");
  // ruleid: js-cors-any-origin
  app.use(cors({ origin: "*", credentials: true }));
  // ok: js-cors-any-origin
  res.setHeader("Access-Control-Allow-Origin", "https://example.org");
  // ok: js-cors-any-origin
  app.use(cors({ origin: ORIGINS }));
  // ruleid: js-secret-logged
  console.log("login", user.name, password);
  // ruleid: js-secret-logged
  logger.debug(`key ${config.apiKey}`);
  // ruleid: js-secret-logged
  console.log(req.headers);
  // ok: js-secret-logged
  console.log("password changed for", user.name);
  // ok: js-secret-logged
  logger.info("token missing");
  // ruleid: js-token-in-web-storage
  localStorage.setItem("token", token);
  // ruleid: js-token-in-web-storage
  sessionStorage.setItem("accessToken", token);
  // ok: js-token-in-web-storage
  localStorage.setItem("theme", "dark");
  // ok: js-token-in-web-storage
  localStorage.removeItem("token");
}
