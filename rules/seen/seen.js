// ruleid: auth-guard-seen
router.get("/account", requireAuth, account);
// ok: auth-guard-seen
router.get("/authors", authors);
// ruleid: error-handled-seen
save().catch((e) => next(e));
// ok: error-handled-seen
const erroneous = 1;
// ruleid: secret-from-environment-seen
const key = process.env.STRIPE_KEY;
// ok: secret-from-environment-seen
const port = process.env.PORT;
