import ast
import importlib
import json
import pickle
import re

import jinja2
import torch
import yaml
from flask import Flask, render_template, render_template_string, request
from lxml import etree

app = Flask(__name__)
MODULES = {"csv": "export.csv", "xml": "export.xml"}


@app.route("/calc/<expression>")
def calculate(expression):
    # ruleid: python-code-from-request
    value = eval(expression)
    # ruleid: python-code-from-request
    exec("result = " + request.form["code"])
    # ruleid: python-code-from-request
    importlib.import_module(request.args.get("module"))
    # ok: python-code-from-request
    value = ast.literal_eval(expression)
    # ok: python-code-from-request
    value = eval("1 + %d" % int(expression))
    # ok: python-code-from-request
    importlib.import_module(MODULES[expression])
    # ok: python-code-from-request
    model.eval(expression)


def load():
    data = request.get_data()
    # ruleid: python-deserialised-from-request
    pickle.loads(data)
    # ruleid: python-deserialised-from-request
    yaml.load(request.data, Loader=yaml.Loader)
    import base64
    # ruleid: python-deserialised-from-request
    state = pickle.loads(base64.b64decode(request.cookies.get("state")))
    # ok: python-deserialised-from-request
    yaml.safe_load(request.data)
    # ok: python-deserialised-from-request
    yaml.load(request.data, Loader=yaml.SafeLoader)
    # ok: python-deserialised-from-request
    json.loads(data)
    # ok: python-deserialised-from-request
    pickle.loads(CACHED)


@app.route("/hello/<name>")
def hello(name):
    # ruleid: python-template-from-request
    render_template_string("<p>Hello " + name + "</p>")
    # ruleid: python-template-from-request
    return render_template_string(f"<p>Hello {name}</p>")


def hello_again():
    name = request.args.get("name")
    # ruleid: python-template-from-request
    page = jinja2.Template("Hello %s" % name).render()
    # ruleid: python-template-from-request
    jinja2.Environment().from_string(name)
    # ok: python-template-from-request
    page = jinja2.Template("Hello {{ name }}").render(name=name)
    # ok: python-template-from-request
    render_template_string("<p>Hello {{ name }}</p>", name=name)
    # ok: python-template-from-request
    return render_template("hello.html", name=name)


def page_of(title, parts):
    # ruleid: python-template-built
    render_template_string(f"<p>Hello {title}</p>")
    # ruleid: python-template-built
    render_template_string("<p>Hello %s</p>" % title)
    text = "<p>" + title
    # ruleid: python-template-built
    jinja2.Template(text)
    # ok: python-template-built
    render_template_string("<p>Hello {{ title }}</p>", title=title)
    # ok: python-template-built
    jinja2.Template(PAGE).render(title=title)
    # ok: python-template-built
    render_template("page.html", text=f"Hello {title}")


def formatted(user):
    # ruleid: python-format-text-from-request
    greeting = request.args["greeting"].format(user=user)
    text = request.form.get("text")
    # ruleid: python-format-text-from-request
    ("Dear {user}, " + text).format(user=user)
    # ok: python-format-text-from-request
    "Dear {}, {}".format(user, text)
    # ok: python-format-text-from-request
    greeting = request.args["day"].strftime("%d")


def matching(lines):
    term = request.args["q"]
    # ruleid: python-regex-from-request
    re.search(term, lines)
    # ruleid: python-regex-from-request
    re.compile("^" + request.args.get("prefix") + ".*")
    # ok: python-regex-from-request
    re.search(re.escape(term), lines)
    # ok: python-regex-from-request
    re.search(r"^\w+$", term)
    # ruleid: python-regex-exponential
    re.match(r"^(a+)+$", lines)
    # ruleid: python-regex-exponential
    WORDS = re.compile(r"(\w+\s?)*$")
    # ok: python-regex-exponential
    re.match(r"^(ab)+$", lines)
    # ok: python-regex-exponential
    re.match(r"^[a-z]+$", lines)


def change(user):
    for key, value in request.json.items():
        # ruleid: python-attributes-from-request
        setattr(user, key, value)
    # ruleid: python-attributes-from-request
    User(**request.get_json())
    # ruleid: python-attributes-from-request
    getattr(user, request.args["action"])()
    # ok: python-attributes-from-request
    user.name = request.json["name"]
    # ok: python-attributes-from-request
    setattr(user, "name", request.json["name"])
    # ok: python-attributes-from-request
    UserSchema(**request.get_json())
    field = request.args["field"]
    if field in ("name", "city"):
        # ok: python-attributes-from-request
        setattr(user, field, request.args["value"])


def order_document():
    import xml.etree.ElementTree
    # ruleid: python-xml-from-request
    xml.etree.ElementTree.fromstring(request.data)
    body = request.get_data()
    # ruleid: python-xml-from-request
    etree.fromstring(body)
    # ok: python-xml-from-request
    defusedxml.ElementTree.fromstring(body)
    # ok: python-xml-from-request
    etree.fromstring(body, parser=etree.XMLParser(resolve_entities=False))
    # ok: python-xml-from-request
    xml.etree.ElementTree.fromstring(CONFIG)


def dynamic(expr, blob, model, path):
    # ruleid: python-eval-dynamic
    result = eval(expr)
    # ruleid: python-eval-dynamic
    exec(f"x = {expr}")
    # ok: python-eval-dynamic
    result = eval("1 + 1")
    # ok: python-eval-dynamic
    model.eval()
    # ok: python-eval-dynamic
    result = ast.literal_eval(expr)
    # ok: python-eval-dynamic
    exec(compile(open(path).read(), path, "exec"))
    # ruleid: python-unpickle-data
    job = pickle.loads(blob)
    # ruleid: python-unpickle-data
    weights = torch.load(path)
    # ok: python-unpickle-data
    blob = pickle.dumps(job)
    # ok: python-unpickle-data
    weights = torch.load(path, weights_only=True)
    # ok: python-unpickle-data
    copy = pickle.loads(pickle.dumps(job))
    # ok: python-unpickle-data
    job = json.loads(blob)


def documents(stream):
    # ruleid: python-yaml-unsafe-load
    yaml.load(stream)
    # ruleid: python-yaml-unsafe-load
    yaml.load(stream, Loader=yaml.Loader)
    # ruleid: python-yaml-unsafe-load
    yaml.unsafe_load(stream)
    # ok: python-yaml-unsafe-load
    yaml.safe_load(stream)
    # ok: python-yaml-unsafe-load
    yaml.load(stream, yaml.SafeLoader)
    # ok: python-yaml-unsafe-load
    yaml.load(
        stream,
        Loader=yaml.CSafeLoader,
    )
    # ruleid: python-xml-entities-resolved
    parser = etree.XMLParser(resolve_entities=True)
    # ruleid: python-xml-entities-resolved
    parser = etree.XMLParser(no_network=False)
    # ruleid: python-xml-entities-resolved
    parser.setFeature(xml.sax.handler.feature_external_ges, True)
    # ok: python-xml-entities-resolved
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    # ok: python-xml-entities-resolved
    parser.setFeature(xml.sax.handler.feature_external_ges, False)
    # ok: python-xml-entities-resolved
    parser.setFeature(xml.sax.handler.feature_namespaces, True)
