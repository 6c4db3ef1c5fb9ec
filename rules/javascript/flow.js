function show() {
  const name = new URLSearchParams(window.location.search).get("name");
  // ruleid: js-dom-xss
  document.getElementById("hello").innerHTML = "Hello " + name;
  // ruleid: js-dom-xss
  document.write(location.hash.substring(1));
  // ruleid: js-dom-xss
  $("#out").html(document.referrer);
  // ruleid: js-dom-xss
  eval(location.hash.slice(1));
  // ok: js-dom-xss
  document.getElementById("hello").textContent = name;
  // ok: js-dom-xss
  document.getElementById("hello").innerHTML = DOMPurify.sanitize(name);
  // ok: js-dom-xss
  document.getElementById("hello").innerHTML = "<b>Hello</b>";
  // ok: js-dom-xss
  $("#count").html(parseInt(name));
  const next = new URL(window.location.href).searchParams.get("next");
  // ruleid: js-dom-redirect
  window.location.href = next;
  // ruleid: js-dom-redirect
  location.replace(location.hash.slice(1));
  // ok: js-dom-redirect
  window.location.href = "/login?next=" + encodeURIComponent(next);
  // ok: js-dom-redirect
  window.location = "/home";
}

// ruleid: js-message-origin-unchecked
window.addEventListener("message", (event) => {
  render(event.data);
});
// ruleid: js-message-origin-unchecked
window.onmessage = function (e) {
  run(e.data);
};
// ok: js-message-origin-unchecked
window.addEventListener("message", (event) => {
  if (event.origin !== "https://app.example.com") return;
  render(event.data);
});
// ok: js-message-origin-unchecked
window.addEventListener("resize", (event) => {
  render(event.data);
});

function clone(url, dir, cb) {
  const command = "git clone " + url + " " + dir;
  // ruleid: js-command-from-parameter
  exec(command, cb);
  const cmd = `ls ${dir}`;
  // ruleid: js-command-from-parameter
  child_process.execSync(cmd);
  const other = "ls " + DIR_DEFAULT;
  // ok: js-command-from-parameter
  exec(other, cb);
  // ok: js-command-from-parameter
  execFile("git", ["clone", url, dir], cb);
  const n = "kill " + parseInt(dir);
  // ok: js-command-from-parameter
  exec(n);
}

module.exports = function (file, cb) {
  // ruleid: js-command-parameter-whole
  exec("convert " + file, cb);
  // ok: js-command-parameter-whole
  execFile("convert", [file], cb);
};
exports.run = (command) => {
  // ruleid: js-command-parameter-whole
  execSync(command);
  // ok: js-command-parameter-whole
  execSync("uptime");
};

zip.on("entry", (entry) => {
  const target = path.join(dir, entry.path);
  // ruleid: js-archive-entry-path
  entry.pipe(fs.createWriteStream(target));
  // ruleid: js-archive-entry-path
  fs.writeFileSync(dir + "/" + entry.fileName, data);
  // ok: js-archive-entry-path
  fs.writeFileSync(path.join(dir, path.basename(entry.path)), data);
  const safe = path.resolve(dir, entry.path);
  if (!safe.startsWith(dir + path.sep)) throw new Error("bad entry");
  // ok: js-archive-entry-path
  fs.writeFileSync(safe, data);
});

http.createServer((req, res) => {
  // ruleid: js-server-path-unchecked
  const file = path.join(root, url.parse(req.url).pathname);
  // ruleid: js-server-path-unchecked
  const other = path.resolve(root, "." + req.url);
  // ok: js-server-path-unchecked
  const third = path.join(root, path.basename(req.url));
  const name = url.parse(req.url).pathname;
  if (name.includes("..")) return res.end();
  // ok: js-server-path-unchecked
  const fourth = path.join(root, name);
});

function merge(target, source) {
  // ruleid: js-prototype-pollution-merge
  for (const key in source) {
    if (isObject(target[key]) && isObject(source[key])) {
      merge(target[key], source[key]);
    } else {
      target[key] = source[key];
    }
  }
  return target;
}
function mergeKeys(target, source) {
  // ruleid: js-prototype-pollution-merge
  Object.keys(source).forEach((key) => {
    target[key] = mergeKeys(target[key], source[key]);
  });
}
function mergeSafely(target, source) {
  // ok: js-prototype-pollution-merge
  for (const key in source) {
    if (key === "__proto__" || key === "constructor") continue;
    target[key] = mergeSafely(target[key], source[key]);
  }
}
function copy(target, source) {
  // ok: js-prototype-pollution-merge
  for (const key in source) {
    target[key] = source[key];
  }
}

function setPath(obj, path, value) {
  const keys = path.split(".");
  const last = keys.pop();
  for (const key of keys) {
    // ruleid: js-prototype-pollution-path
    obj = obj[key];
  }
  obj[last] = value;
}
function setSafely(obj, path, value) {
  const keys = path.split(".");
  const last = keys.pop();
  if (keys.includes("__proto__")) return;
  for (const key of keys) {
    // ok: js-prototype-pollution-path
    obj = obj[key];
  }
  obj[last] = value;
}
function getPath(obj, path) {
  for (const key of path.split(".")) {
    // ok: js-prototype-pollution-path
    obj = obj[key];
  }
  return obj;
}

// ruleid: js-regexp-exponential
const email = /^([a-zA-Z0-9]+)*@example\.com$/;
// ruleid: js-regexp-exponential
const list = new RegExp("^(a|a)*$");
// ok: js-regexp-exponential
const word = /^[a-z]+(?:-[a-z]+)*$/;
// ok: js-regexp-exponential
const digits = /^\d+$/;

function find(list, query, flags) {
  // ruleid: js-regexp-from-parameter
  const a = new RegExp("^" + query, "i");
  // ruleid: js-regexp-from-parameter
  const b = new RegExp(`\\b${query}\\b`);
  // ok: js-regexp-from-parameter
  const c = new RegExp("^" + escapeRegExp(query));
  // ok: js-regexp-from-parameter
  const d = new RegExp("^abc", flags);
}
