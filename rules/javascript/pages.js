// Pages and their addresses, and a few ways of reading files.
// ruleid: js-file-race
if (!fs.existsSync(file)) {
  fs.writeFileSync(file, text);
}
// ok: js-file-race
fs.writeFileSync(file, text, { flag: "wx" });

// ruleid: js-shell-for-file-reading
const text = execSync("cat notes.txt").toString();
// ok: js-shell-for-file-reading
const same = fs.readFileSync("notes.txt", "utf8");

const id = new URLSearchParams(location.search).get("id");
// ruleid: js-page-request-from-address
fetch("/api/users/" + id);
// ok: js-page-request-from-address
fetch("/api/users/" + encodeURIComponent(id));

function leave(nextUrl) {
  // ruleid: js-location-from-parameter
  window.location.href = nextUrl;
}
function leaveSafely(nextUrl) {
  // ok: js-location-from-parameter
  window.location.href = "/go/" + nextUrl;
}

app.post("/xml", (req, res) => {
  // ruleid: js-xml-from-request
  res.json(xml2json.toJson(req.body.text));
  // ok: js-xml-from-request
  res.json(JSON.parse(req.body.text));
});

// ruleid: js-hidden-code-run
eval(atob(blob));
// ok: js-hidden-code-run
show(atob(blob));
