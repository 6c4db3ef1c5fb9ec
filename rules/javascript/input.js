function run(req, res, name, expr) {
  exec("ping -c1 " + req.query.host);
  const value = eval(req.body.expr);
  child_process.execSync(`whois ${req.params.domain}`);
  const f = new Function("x", req.body.code);
  exec("ping -c1 127.0.0.1");
  const m = PATTERN.exec(req.query.host);
  execFile("ping", ["-c1", req.query.host]);
  exec("sync", () => { res.send(req.query.name); });
}

function runNamed(name, expr) {
  // ruleid: js-shell-command-interpolated
  exec(`tar xf ${name}`);
  // ruleid: js-shell-command-interpolated
  child_process.execSync("git log " + name);
  // ok: js-shell-command-interpolated
  execFile("tar", ["xf", name]);
  // ok: js-shell-command-interpolated
  const m2 = /a(b)/.exec(`x ${name}`);
  // ok: js-shell-command-interpolated
  exec("tar xf backup.tar");
  // ruleid: js-eval-dynamic
  const a = eval(expr);
  // ruleid: js-eval-dynamic
  const b = new Function("x", expr);
  // ruleid: js-eval-dynamic
  setTimeout("tick()", 100);
  // ok: js-eval-dynamic
  const c = JSON.parse(expr);
  // ok: js-eval-dynamic
  setTimeout(tick, 100);
  // ok: js-eval-dynamic
  const d = model.eval(expr);
  // ruleid: js-eval-dynamic
  const g = log("a") + eval(expr) + 'it';
  // ruleid: js-eval-dynamic
  setInterval("eval(expr)", 100);
  // ok: js-eval-dynamic
  check("/go?to=javascript:eval(name)", 'javascript:eval(name)');
}

function page(el, name, html, req, res) {
  // ruleid: js-html-sink-dynamic
  el.innerHTML = "<b>" + name + "</b>";
  // ruleid: js-html-sink-dynamic
  el.innerHTML = `<b>${name}</b>`;
  // ruleid: js-html-sink-dynamic
  document.write(html);
  // ruleid: js-html-sink-dynamic
  const x = <div dangerouslySetInnerHTML={{ __html: html }} />;
  // ruleid: js-html-sink-dynamic
  const y = this.sanitizer.bypassSecurityTrustHtml(html);
  // ok: js-html-sink-dynamic
  el.innerHTML = "<b>Total</b>";
  // ruleid: js-html-sink-dynamic
  show('name'), el.innerHTML = '<a href="' + name + '">';
  // ok: js-html-sink-dynamic
  check('/go?to=javascript:document.body.innerHTML=name', "a");
  // ok: js-html-sink-dynamic
  el.innerHTML = "";
  // ok: js-html-sink-dynamic
  el.textContent = name;
  // ok: js-html-sink-dynamic
  if (el.innerHTML === name) return;
  res.send(`<h1>${req.query.title}</h1>`);
  res.send("<h1>" + req.params.title + "</h1>");
  res.json({ title: req.query.title });
  res.send("<h1>Title</h1>");
}

function files(req, res, items) {
  fs.readFile("/srv/" + req.query.name, cb);
  res.sendFile(path.join(ROOT, req.params.name));
  fs.readFile(path.join(ROOT, path.basename(req.query.name)), cb);
  fs.readFile(path.join(ROOT, "index.html"), cb);
  res.redirect(req.query.next);
  res.redirect(302, req.body.url);
  res.redirect("/home");
  res.redirect(allowed(req.query.next) ? next : "/");
  const a = await fetch(req.query.url);
  const b = await axios.get(`${req.body.host}/status`);
  const c = await fetch("https://example.org/status");
  const d = await axios.get(API, { params: req.query });
  const e = items.filter((i) => new RegExp(req.query.q).test(i));
  const f = RegExp("^" + req.body.q);
  const g = new RegExp(escapeRegExp(req.query.q));
  const h = new RegExp("^a+$");
  // ruleid: js-mass-assignment
  const i = await User.create(req.body);
  // ruleid: js-mass-assignment
  const j = new User(req.body);
  // ruleid: js-mass-assignment
  Object.assign(user, req.body);
  // ok: js-mass-assignment
  const k = await User.create({ name: req.body.name });
  // ok: js-mass-assignment
  const l = Schema.parse(req.body);
  // ruleid: js-message-any-origin
  parent.postMessage({ token }, "*");
  // ruleid: js-message-any-origin
  frame.contentWindow.postMessage(data, '*');
  // ok: js-message-any-origin
  parent.postMessage({ token }, "https://example.org");
  // ok: js-message-any-origin
  worker.postMessage(data);
  // ruleid: js-output-escaped-seen
  el.title = DOMPurify.sanitize(html);
  // ruleid: js-output-escaped-seen
  out += escapeHtml(name);
  // ok: js-output-escaped-seen
  out += name;
  // ok: js-output-escaped-seen
  const m = html.trim();
}
