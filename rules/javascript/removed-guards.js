// ruleid: js-removed-auth-guard
router.get("/account", requireAuth, account);
// ruleid: js-removed-auth-guard
app.use("/api", passport.authenticate("jwt", { session: false }));
// ruleid: js-removed-auth-guard
app.delete("/users/:id", isAdmin, removeUser);
// ok: js-removed-auth-guard
router.get("/health", health);
// ok: js-removed-auth-guard
app.use("/auth", authRoutes);
// ok: js-removed-auth-guard
app.use(express.static("author"));

function act(req, res, user, err, name) {
  // ruleid: js-removed-permission-check
  if (!req.user.isAdmin) {
    // ruleid: js-removed-permission-check
    return res.status(403).end();
  }
  // ruleid: js-removed-permission-check
  if (!user.hasRole("editor")) return next();
  // ok: js-removed-permission-check
  if (name === "admin") rename();
  // ok: js-removed-permission-check
  return res.status(404).end();
  // ruleid: js-removed-web-protection
  app.use(helmet());
  // ruleid: js-removed-web-protection
  app.use(csrfProtection);
  // ruleid: js-removed-web-protection
  const limiter = rateLimit({ max: 5 });
  // ok: js-removed-web-protection
  app.use(express.json());
  // ok: js-removed-web-protection
  const limiter = 5;
  // ruleid: js-removed-escaping
  el.innerHTML = DOMPurify.sanitize(name);
  // ruleid: js-removed-escaping
  out += "<b>" + escapeHtml(name) + "</b>";
  // ok: js-removed-escaping
  out += "<b>" + name + "</b>";
  // ok: js-removed-escaping
  const value = decodeURIComponent(name);
  // ok: js-removed-escaping
  function escapeHtml(text) {
    return text;
  }
  // ruleid: js-removed-validation
  const body = UserSchema.parse(req.body);
  // ruleid: js-removed-validation
  if (name.length > 80) throw new Error("too long");
  // ruleid: js-removed-validation
  body("email").isEmail(),
  // ok: js-removed-validation
  const data = JSON.parse(text);
  // ok: js-removed-validation
  const n = name.length;
  // ruleid: js-removed-error-branch
  if (err) return next(err);
  // ruleid: js-removed-error-branch
  if (!response.ok) {
    fail();
  }
  // ok: js-removed-error-branch
  if (name) return next();
  // ok: js-removed-error-branch
  if (response.ok) done();
}

class Page {
  // ok: js-removed-escaping
  escapeHtml(text) {
    // ruleid: js-removed-escaping
    if (escapeHtml(text)) {
      show();
    }
  }
}
