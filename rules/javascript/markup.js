// Markup in the browser and in templates.
// ruleid: js-dom-stored-markup
box.innerHTML = "<b>" + localStorage.getItem("nick") + "</b>";
// ok: js-dom-stored-markup
box.textContent = localStorage.getItem("nick");
$.get("/news", function (data) {
  // ruleid: js-dom-stored-markup
  $("#news").html(data);
});
$.get("/news", function (data) {
  // ok: js-dom-stored-markup
  $("#news").html(DOMPurify.sanitize(data));
});

// ruleid: js-dom-text-as-markup
$("#preview").html($("#editor").val());
// ok: js-dom-text-as-markup
$("#preview").text($("#editor").val());
field.addEventListener("input", (e) => {
  // ruleid: js-dom-text-as-markup
  out.innerHTML = "You typed " + e.target.value;
});
field.addEventListener("input", (e) => {
  // ok: js-dom-text-as-markup
  out.innerHTML = "You typed " + escapeHtml(e.target.value);
});
// ok: js-dom-text-as-markup
formData.append("q", $("#q").val());

function greet(name) {
  // ruleid: js-markup-from-parameter
  document.getElementById("hello").innerHTML = "<b>" + name + "</b>";
  // ok: js-markup-from-parameter
  document.getElementById("hello").textContent = name;
  // ruleid: js-markup-from-parameter
  $("#hello").append(`<li>${name}</li>`);
  // ok: js-markup-from-parameter
  $("#hello").append(`<li>${escapeHtml(name)}</li>`);
}

function show(message) {
  // ruleid: js-jquery-markup-from-parameter
  $("#flash").html(message);
  // ok: js-jquery-markup-from-parameter
  $("#flash").text(message);
}
function place(element) {
  // ok: js-jquery-markup-from-parameter
  $("#flash").append(element);
}

$.fn.carousel = function (options) {
  // ruleid: js-jquery-plugin-selector
  const target = $(options.target);
  // ok: js-jquery-plugin-selector
  const same = $(document).find(options.target);
};

// ruleid: js-script-tag-with-value
page = `<html><script>var user = "${user.name}";</script></html>`;
// ok: js-script-tag-with-value
page = `<html><script>var user = ${JSON.stringify(user)};</script></html>`;
// ok: js-script-tag-with-value
page = `<script src="/app.js"></script><p>${text}</p>`;

// ruleid: js-script-url
link.href = "javascript:open('" + id + "')";
// ok: js-script-url
link.href = "javascript:void(0)";

function Profile(props) {
  return (
    // ruleid: js-react-link-from-value
    <a href={props.website}>Site</a>
  );
}
function Safe(props) {
  return (
    // ok: js-react-link-from-value
    <a href={sanitizeUrl(props.websiteUrl)}>Site</a>
  );
}
function Named(props) {
  return (
    // ok: js-react-link-from-value
    <a className={props.linkClass} href="/home">Home</a>
  );
}

// ruleid: js-react-raw-markup
const a = <Markdown escapeHtml={false} source={text} />;
// ok: js-react-raw-markup
const b = <Markdown source={text} />;
// ruleid: js-react-raw-markup
const md = new MarkdownIt({ html: true });
// ok: js-react-raw-markup
const plain = new MarkdownIt({ linkify: true });

// ruleid: js-angular-trusted-value
$scope.page = $sce.trustAsHtml($scope.text);
// ok: js-angular-trusted-value
$scope.page = $sce.trustAsHtml("<b>ready</b>");
// ok: js-angular-trusted-value
$scope.page = $sce.trustAsHtml(DOMPurify.sanitize($scope.text));

// ruleid: js-angular-escaping-off
$sceProvider.enabled(false);
// ok: js-angular-escaping-off
$sceProvider.enabled(true);

// ruleid: js-angular-element-markup
angular.element(node).html(text);
// ok: js-angular-element-markup
angular.element(node).html("<br>");
// ok: js-angular-element-markup
angular.element(node).text(text);

// ruleid: js-window-opener
const out = <a href="https://partner.example.com/" target="_blank">Partner</a>;
// ok: js-window-opener
const ours = <a href="https://partner.example.com/" target="_blank" rel="noopener">Partner</a>;
// ok: js-window-opener
const home = <a href="/home">Home</a>;

app.get("/page", (req, res) => {
  // ruleid: js-template-name-from-request
  res.render(req.query.page);
  // ok: js-template-name-from-request
  res.render("page", { title: req.query.title });
  // ruleid: js-template-name-from-request
  res.render("page", req.query);
});

// ruleid: js-output-unescaped-engine
const html = ejs.render("<p><%- name %></p>", data);
// ok: js-output-unescaped-engine
const good = ejs.render("<p><%= name %></p>", data);
// ruleid: js-output-unescaped-engine
Mustache.escape = (text) => text;
// ok: js-output-unescaped-engine
const shown = Mustache.render("{{name}}", data);
