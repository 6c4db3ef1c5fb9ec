function go(req, res, next) {
  // ruleid: js-empty-catch
  try { save(req); } catch (e) {}

  // ruleid: js-empty-catch
  save(req).catch(() => {});

  try {
    save(req);
  // ruleid: js-empty-catch
  } catch {
  }

  // ok: js-empty-catch
  save(req).catch((e) => { log(e); });

  try {
    save(req);
  // ok: js-empty-catch
  } catch (e) {
    next(e);
  }

  try {
    verify(req.token);
  // ruleid: js-catch-continues-request
  } catch (err) {
    next();
  }

  try {
    verify(req.token);
  // ruleid: js-catch-continues-request
  } catch (err) {
    console.error(err);
    return true;
  }

  try {
    verify(req.token);
  // ok: js-catch-continues-request
  } catch (err) {
    next(err);
  }

  try {
    verify(req.token);
  // ok: js-catch-continues-request
  } catch (err) {
    return false;
  }
  // ruleid: js-stack-to-client
  res.status(500).send(err.stack);
  // ruleid: js-stack-to-client
  res.json({ error: err.message, trace: err.stack });
  // ok: js-stack-to-client
  console.error(err.stack);
  // ok: js-stack-to-client
  res.status(500).json({ error: "internal error" });
}
