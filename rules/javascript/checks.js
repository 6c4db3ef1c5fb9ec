// Checks and filters that let something through.
// ruleid: js-replace-first-only
const a = name.replace("'", "''");
// ok: js-replace-first-only
const b = name.replace(/'/g, "''");
// ruleid: js-replace-first-only
const c = name.replace(/</, "&lt;");
// ok: js-replace-first-only
const d = name.replace("world", "all");
// ok: js-replace-first-only
const e = name.replaceAll("'", "''");

// ruleid: js-quote-escaped-half
const q1 = text.replace(/"/g, '\\"');
// ok: js-quote-escaped-half
const q2 = text.replace(/\\/g, "\\\\").replace(/"/g, '\\"');
// ok: js-quote-escaped-half
const q3 = text.replace(/"/g, "&quot;");

// ruleid: js-tag-filter-weak
const t1 = markup.replace(/<script.*?>.*?<\/script>/g, "");
// ok: js-tag-filter-weak
const t2 = DOMPurify.sanitize(markup);
// ruleid: js-tag-filter-weak
const t3 = markup.replace(/<!--.*?-->/g, "");
// ok: js-tag-filter-weak
const t4 = markup.replace(/<br>/g, "\n");

// ruleid: js-unescape-order
const u1 = s.replace(/&amp;/g, "&").replace(/&lt;/g, "<");
// ok: js-unescape-order
const u2 = s.replace(/&lt;/g, "<").replace(/&amp;/g, "&");
// ruleid: js-unescape-order
const u3 = s.replace(/</g, "&lt;").replace(/&/g, "&amp;");
// ok: js-unescape-order
const u4 = s.replace(/&/g, "&amp;").replace(/</g, "&lt;");

// ruleid: js-host-checked-in-text
if (url.indexOf("example.com") !== -1) go(url);
// ok: js-host-checked-in-text
if (new URL(url).host === "example.com") go(url);
// ruleid: js-host-checked-in-text
if (url.startsWith("https://example.com")) go(url);
// ok: js-host-checked-in-text
if (url.startsWith("https://example.com/")) go(url);
// ok: js-host-checked-in-text
if (allowedHosts.includes("example.com")) go(url);

// ruleid: js-host-regexp-dot
if (/^https?:\/\/www.example.com\//.test(url)) go(url);
// ok: js-host-regexp-dot
if (/^https?:\/\/www\.example\.com\//.test(url)) go(url);

// ruleid: js-host-regexp-unanchored
if (/https?:\/\/www\.example\.com\//.test(url)) go(url);
// ok: js-host-regexp-unanchored
if (/^https?:\/\/www\.example\.com\//.test(url)) go(url);

function isSafe(url) {
  // ruleid: js-scheme-check-incomplete
  return !url.startsWith("javascript:");
}
function isSafeToo(url) {
  // ok: js-scheme-check-incomplete
  return !url.startsWith("javascript:") && !url.startsWith("data:") && !url.startsWith("vbscript:");
}

// ruleid: js-regexp-range-wide
const word = /^[A-z0-9]+$/;
// ok: js-regexp-range-wide
const word2 = /^[A-Za-z0-9]+$/;

// ruleid: js-regexp-backtracking
const trimmed = text.replace(/\s+$/, "");
// ok: js-regexp-backtracking
const trimmed2 = text.trimEnd();

// ruleid: js-temporary-name-fixed
fs.writeFileSync("/tmp/report.json", report);
// ok: js-temporary-name-fixed
fs.writeFileSync(path.join(fs.mkdtempSync(prefix), "report.json"), report);

// ruleid: js-download-unprotected
download("http://downloads.example.org/tool.exe", run);
// ok: js-download-unprotected
download("https://downloads.example.org/tool.exe", run);

// ruleid: js-script-from-foreign-host
script.src = "https://cdn.example.org/widget.js";
// ok: js-script-from-foreign-host
script.src = "/widget.js";
