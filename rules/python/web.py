import html
import os
import urllib.parse
from urllib.parse import urlparse

import requests
from django.http import HttpResponse
from django.utils.safestring import mark_safe
from flask import Flask, redirect, request, send_file, session
from jinja2 import Environment, select_autoescape
from markupsafe import Markup, escape
from werkzeug.utils import secure_filename

app = Flask(__name__)
PAGES = {"a": "a.html", "b": "b.html"}
HOSTS = {"api.example.org"}


@app.route("/files/<path:name>")
def file(name):
    # ruleid: python-path-from-request
    with open("/srv/files/" + name) as stream:
        stream.read()
    # ruleid: python-path-from-request
    return send_file(os.path.join("/srv", name))


def more_files():
    name = request.args["name"]
    # ruleid: python-path-from-request
    os.remove(os.path.join("/srv", name))
    upload = request.files["file"]
    # ruleid: python-path-from-request
    upload.save(os.path.join("/srv", upload.filename))
    # ok: python-path-from-request
    upload.save(os.path.join("/srv", secure_filename(upload.filename)))
    # ok: python-path-from-request
    open(os.path.join("/srv", os.path.basename(name)))
    # ok: python-path-from-request
    open(PAGES[name])
    # ok: python-path-from-request
    open("/srv/files/index.html")
    # ok: python-path-from-request
    open("/srv/log", "a").write(name)


def checked_file():
    path = os.path.realpath(os.path.join("/srv", request.args["name"]))
    if not path.startswith("/srv/"):
        abort(404)
    # ok: python-path-from-request
    return send_file(path)


def archives(tar, target, archive):
    # ruleid: python-archive-extract-unfiltered
    tar.extractall(target)
    # ruleid: python-archive-extract-unfiltered
    tarfile.open(archive).extractall()
    for member in tar.getmembers():
        # ruleid: python-archive-extract-unfiltered
        tar.extract(member, target)
    # ok: python-archive-extract-unfiltered
    tar.extractall(target, filter="data")
    # ok: python-archive-extract-unfiltered
    tar.extractall(target, members=checked(tar))
    # ok: python-archive-extract-unfiltered
    tar.add(target)


@app.route("/hello")
def hello():
    name = request.args.get("name", "")
    if not name:
        # ok: python-html-from-request
        return "<h1>Hello</h1>"
    if name == "x":
        # ok: python-html-from-request
        return "<h1>Hello " + html.escape(name) + "</h1>"
    # ruleid: python-html-from-request
    return "<h1>Hello " + name + "</h1>"


@app.route("/again")
def again():
    name = request.args.get("name", "")
    # ruleid: python-html-from-request
    return f"<h1>Hello {name}</h1>"


@app.route("/json")
def as_json():
    # ok: python-html-from-request
    return {"name": request.args.get("name")}


def django_view(request, pk):
    # ruleid: python-html-from-request
    first = HttpResponse("<h1>" + request.GET["title"] + "</h1>")
    # ruleid: python-html-from-request
    badge = mark_safe("<b>%s</b>" % request.GET["title"])
    # ok: python-html-from-request
    second = HttpResponse("<h1>" + escape(request.GET["title"]) + "</h1>")
    # ok: python-html-from-request
    return HttpResponse("<h1>%d</h1>" % int(pk))


def markup(name, loader, template):
    # ruleid: python-markup-unescaped
    label = mark_safe(f"<b>{name}</b>")
    # ruleid: python-markup-unescaped
    label = Markup("<b>%s</b>" % name)
    # ruleid: python-markup-unescaped
    label = Markup(name)
    # ok: python-markup-unescaped
    label = mark_safe("<b>Total</b>")
    # ok: python-markup-unescaped
    label = Markup("<b>%s</b>" % escape(name))
    # ok: python-markup-unescaped
    label = format_html("<b>{}</b>", name)
    # ruleid: python-template-autoescape-off
    env = Environment(loader=loader, autoescape=False)
    # ruleid: python-template-autoescape-off
    env = Environment(loader=loader)
    # ok: python-template-autoescape-off
    env = Environment(loader=loader, autoescape=select_autoescape())
    # ok: python-template-autoescape-off
    env = Environment(loader=loader, autoescape=True)


def go():
    target = request.args.get("next")
    # ruleid: python-redirect-from-request
    response = redirect(target)
    # ruleid: python-redirect-from-request
    response = HttpResponseRedirect(request.GET["next"])
    # ruleid: python-redirect-from-request
    response = redirect(request.args.get("next") or "/")
    # ok: python-redirect-from-request
    response = redirect(url_for("home", page=request.args.get("page")))
    # ok: python-redirect-from-request
    response = redirect("/search?q=" + urllib.parse.quote(target))
    # ok: python-redirect-from-request
    response = redirect("/users/" + target)
    # ok: python-redirect-from-request
    response = redirect("/home")


def go_if_local():
    target = request.args.get("next")
    if url_has_allowed_host_and_scheme(target, allowed_hosts=None):
        # ok: python-redirect-from-request
        return redirect(target)
    return redirect("/")


def go_if_relative():
    target = request.args.get("next", "")
    if urlparse(target).netloc:
        return redirect("/")
    # ok: python-redirect-from-request
    return redirect(target)


def fetch():
    url = request.args["url"]
    # ruleid: python-url-from-request
    page = requests.get(url, timeout=5)
    # ruleid: python-url-from-request
    page = requests.post("https://" + request.form["host"] + "/hook", timeout=5)
    # ruleid: python-url-from-request
    page = urllib.request.urlopen(request.args["url"])
    # ok: python-url-from-request
    page = requests.get("https://api.example.org/search", params={"q": url}, timeout=5)
    # ok: python-url-from-request
    page = requests.get("https://api.example.org/users/" + url, timeout=5)
    # ok: python-url-from-request
    page = requests.get(f"https://api.example.org/users/{url}", timeout=5)


def fetch_allowed():
    url = request.args["url"]
    parsed = urlparse(url)
    if parsed.hostname not in HOSTS:
        abort(400)
    # ok: python-url-from-request
    return requests.get(url, timeout=5).text


def directory(connection, name):
    user = request.args["user"]
    # ruleid: python-ldap-from-request
    connection.search_s("dc=example", ldap.SCOPE_SUBTREE, "(uid=" + user + ")")
    # ruleid: python-ldap-from-request
    connection.search("dc=example", f"(uid={user})", attributes=["cn"])
    # ok: python-ldap-from-request
    connection.search_s("dc=example", ldap.SCOPE_SUBTREE, "(uid=%s)" % escape_filter_chars(user))
    # ok: python-ldap-from-request
    connection.search_s("dc=example", ldap.SCOPE_SUBTREE, "(uid=admin)")


def nodes(tree):
    user = request.args["user"]
    # ruleid: python-xpath-from-request
    tree.xpath("//user[@name='" + user + "']")
    # ruleid: python-xpath-from-request
    tree.findall("./user[@name='%s']" % user)
    # ok: python-xpath-from-request
    tree.xpath("//user[@name=$name]", name=user)
    # ok: python-xpath-from-request
    tree.findall("./user")


def written(response, logger):
    name = request.args["name"]
    # ruleid: python-log-from-request
    logger.info("login of " + name)
    # ruleid: python-log-from-request
    logging.warning("login of %s", request.form["user"])
    # ok: python-log-from-request
    logger.info("login of %s", name.replace("\n", ""))
    # ok: python-log-from-request
    logger.info("login of %r", name)
    # ok: python-log-from-request
    logger.info("login of user %d", int(request.args["id"]))
    # ruleid: python-header-from-request
    response.headers["X-Name"] = name
    # ruleid: python-header-from-request
    response.set_cookie("name", request.args["name"])
    # ok: python-header-from-request
    response.headers["X-Name"] = urllib.parse.quote(name)
    # ok: python-header-from-request
    response.set_cookie("seen", "yes")
    # ruleid: python-session-from-request
    session["user"] = name
    # ruleid: python-session-from-request
    session["role"] = request.form.get("role")
    # ok: python-session-from-request
    session["user"] = int(request.form["id"])
    # ok: python-session-from-request
    session["seen"] = True


def hosts(url, name):
    # ruleid: python-url-checked-by-substring
    if "example.com" in url:
        return True
    # ruleid: python-url-checked-by-substring
    if urlparse(url).hostname is None or url.startswith("https://example.com"):
        return True
    # ok: python-url-checked-by-substring
    if url.startswith("https://example.com/"):
        return True
    # ok: python-url-checked-by-substring
    if urlparse(url).hostname == "example.com":
        return True
    # ok: python-url-checked-by-substring
    return "example" in name
