import peewee
import sqlalchemy


def pieces(cur, out, name, spark):
    # ruleid: python-sql-fragment-built
    cur.copy_expert("COPY " + name + " TO STDOUT", out)
    # ruleid: python-sql-fragment-built
    User.select().where(peewee.SQL("name = '%s'" % name))
    # ruleid: python-sql-fragment-built
    column = sqlalchemy.literal_column(f"'{name}' AS label")
    where = "name = '" + name + "'"
    # ruleid: python-sql-fragment-built
    spark.sql("SELECT * FROM users WHERE " + where)

async def rows(conn, database, name):
    # ruleid: python-sql-fragment-built
    stmt = await conn.prepare("SELECT * FROM t WHERE a = '" + name + "'")
    # ruleid: python-sql-fragment-built
    await database.fetch_all(query=f"SELECT * FROM t WHERE a = '{name}'")

async def rows_by_number(conn, database, name, key):
    # ok: python-sql-fragment-built
    await conn.fetch("SELECT * FROM t WHERE a = $1", name)
    # ok: python-sql-fragment-built
    await database.fetch_all(query="SELECT * FROM t WHERE a = :a", values={"a": name})
    table = "users"
    # ok: python-sql-fragment-built
    await conn.fetch("SELECT count(*) FROM " + table)
    # ok: python-sql-fragment-built
    await conn.fetch(f"SELECT * FROM t LIMIT {int(key)}")
    # ok: python-sql-fragment-built
    await client.fetch("https://example.org/a")


import os
import shlex
import subprocess

import invoke
import pexpect


def remote(client, conn, name, host):
    # ruleid: python-command-text-built
    client.exec_command("ls " + name)
    # ruleid: python-command-text-built
    conn.run(f"rm {name}")
    # ruleid: python-command-text-built
    invoke.run("ls %s" % name)
    # ruleid: python-command-text-built
    pexpect.spawn("ssh " + host)
    # ruleid: python-command-text-built
    subprocess.run(["sh", "-c", "ping " + host])
    line = "ping {}".format(host)
    # ruleid: python-command-text-built
    subprocess.check_output(["/bin/bash", "-c", line])
    # ruleid: python-command-text-built
    os.execl("/bin/sh", "sh", "-c", "ls " + name)

def remote_named(client, conn, name, host):
    # ok: python-command-text-built
    client.exec_command("ls " + shlex.quote(name))
    # ok: python-command-text-built
    conn.run("uptime")
    folder = "/srv"
    # ok: python-command-text-built
    conn.run("ls " + folder)
    # ok: python-command-text-built
    subprocess.run(["ping", host])
    # ok: python-command-text-built
    pexpect.spawn("ssh", [host])
    # ok: python-command-text-built
    test.run(f"case {name}")


def greet(name):
    # ruleid: python-markup-text-built
    return HttpResponse("<h1>Hello " + name + "</h1>")


def greet_formatted(name):
    # ruleid: python-markup-text-built
    return HTMLResponse(f"<h1>{name}</h1>")


def greet_later(name):
    page = "<p>%s</p>" % name
    # ruleid: python-markup-text-built
    return make_response(page)


def greet_twice(name):
    # ruleid: python-markup-text-built
    return format_html("<b>%s</b>" % name)

def greet_safely(name, count):
    page = "<p>%s</p>" % html.escape(name)
    # ok: python-markup-text-built
    return make_response(page)


def greet_many(name, count):
    # ok: python-markup-text-built
    return HttpResponse("<p>%d</p>" % int(count))


def greet_plainly(name):
    # ok: python-markup-text-built
    return HttpResponse("stored " + name, content_type="text/plain")


def greet_by_arguments(name):
    # ok: python-markup-text-built
    return format_html("<b>{}</b>", name)


def selected(root, conn, name):
    # ruleid: python-query-text-built
    root.xpath("//user[@name='" + name + "']")
    path = f"//user[@name='{name}']"
    # ruleid: python-query-text-built
    root.xpath(path)
    # ruleid: python-query-text-built
    conn.search(search_base="dc=a", search_filter="(uid=%s)" % name)
    wanted = "(uid=" + name + ")"
    # ruleid: python-query-text-built
    conn.search_s("dc=a", 2, wanted)

def selected_by_variable(root, conn, name):
    # ok: python-query-text-built
    root.xpath("//user[@name=$n]", n=name)
    tag = "user"
    # ok: python-query-text-built
    root.xpath("//" + tag)
    wanted = "(uid=%s)" % escape_filter_chars(name)
    # ok: python-query-text-built
    conn.search_s("dc=a", 2, wanted)

def selected_when_plain(root, name, other):
    if "'" in name or not other.isalnum():
        return None
    # ok: python-query-text-built
    root.xpath(f"//user[@name='{other}']")
    # ok: python-query-text-built
    return root.xpath(f"//user[@name='{name}']")


def rows_of(df, name):
    # ruleid: python-expression-text-built
    found = df.query("a == '%s'" % name)
    # ruleid: python-expression-text-built
    found = df.eval(f"total = {name} * 2")
    return found

def rows_by_name(df, name):
    # ok: python-expression-text-built
    found = df.query("a == @name")
    # ok: python-expression-text-built
    found = df.eval("total = price * 2")
    column = "price"
    # ok: python-expression-text-built
    found = df.eval("total = " + column)
    return found


import builtins

import numexpr
import sympy


def value_of(text):
    # ruleid: python-expression-of-variable
    first = sympy.sympify(text)
    # ruleid: python-expression-of-variable
    second = numexpr.evaluate(text)
    # ruleid: python-expression-of-variable
    return builtins.eval(text), first, second

def value_of_constant(text):
    # ok: python-expression-of-variable
    first = sympy.sympify("x + 1")
    # ok: python-expression-of-variable
    return ast.literal_eval(text), first


import django.template
import mako.template
import tornado.template


def pages(text, name):
    # ruleid: python-template-of-variable
    first = django.template.Template(text)
    # ruleid: python-template-of-variable
    second = tornado.template.Template("Hello " + name)
    # ruleid: python-template-of-variable
    third = mako.template.Template(text)
    return first, second, third

def constant_pages(path):
    # ok: python-template-of-variable
    first = django.template.Template("Hello {{ name }}")
    # ok: python-template-of-variable
    second = mako.template.Template(filename="a.html", default_filters=["h"])
    # ok: python-template-of-variable
    third = tornado.template.Template(PAGE)
    return first, second, third


import datasets
import keras
import transformers


def models(path):
    # ruleid: python-model-file-code
    first = keras.models.load_model(path)
    # ruleid: python-model-file-code
    second = transformers.AutoModel.from_pretrained("a/b", trust_remote_code=True)
    # ruleid: python-model-file-code
    third = datasets.load_dataset("a/b", trust_remote_code=True)
    return first, second, third

def checked_models(path):
    # ok: python-model-file-code
    first = keras.models.load_model(path, safe_mode=True)
    # ok: python-model-file-code
    second = transformers.AutoModel.from_pretrained("a/b")
    # ok: python-model-file-code
    third = keras.models.load_model("model.keras")
    return first, second, third


import celery
import yaml

# ruleid: python-unpickle-elsewhere
app = celery.Celery("a", accept_content=["json", "pickle"])
# ruleid: python-unpickle-elsewhere
SESSION_SERIALIZER = "django.contrib.sessions.serializers.PickleSerializer"
# ruleid: python-unpickle-elsewhere
app.conf.task_serializer = "pickle"

def parsed(data):
    # ruleid: python-unpickle-elsewhere
    first = yaml.full_load(data)
    # ruleid: python-unpickle-elsewhere
    second = yaml.load(data, Loader=yaml.UnsafeLoader)
    return first, second

# ok: python-unpickle-elsewhere
worker = celery.Celery("a", accept_content=["json"])
# ok: python-unpickle-elsewhere
SESSION_SERIALIZER = "django.contrib.sessions.serializers.JSONSerializer"

def parsed_safely(data):
    # ok: python-unpickle-elsewhere
    return yaml.load(data, Loader=yaml.SafeLoader)


import elasticsearch
import ldap
import redis


def connections(url, cnopts, client):
    # ruleid: python-peer-unchecked
    first = elasticsearch.Elasticsearch(url, verify_certs=False)
    # ruleid: python-peer-unchecked
    second = redis.Redis(ssl=True, ssl_cert_reqs="none")
    # ruleid: python-peer-unchecked
    ldap.set_option(ldap.OPT_X_TLS_REQUIRE_CERT, ldap.OPT_X_TLS_NEVER)
    # ruleid: python-peer-unchecked
    cnopts.hostkeys = None
    # ruleid: python-peer-unchecked
    client.tls_insecure_set(True)
    return first, second

def checked_connections(url, cnopts, client):
    # ok: python-peer-unchecked
    first = elasticsearch.Elasticsearch(url, ca_certs="/etc/ca.pem")
    # ok: python-peer-unchecked
    second = redis.Redis(ssl=True, ssl_cert_reqs="required")
    # ok: python-peer-unchecked
    ldap.set_option(ldap.OPT_X_TLS_REQUIRE_CERT, ldap.OPT_X_TLS_DEMAND)
    # ok: python-peer-unchecked
    client.tls_insecure_set(False)
    return first, second


import boto3
import grpc


def channels(server):
    # ruleid: python-channel-plain
    first = grpc.insecure_channel("metrics.example.org:50051")
    # ruleid: python-channel-plain
    second = boto3.client("s3", use_ssl=False)
    # ruleid: python-channel-plain
    server.add_insecure_port("[::]:50051")
    return first, second

def secure_channels(server, creds):
    # ok: python-channel-plain
    first = grpc.secure_channel("metrics.example.org:50051", creds)
    # ok: python-channel-plain
    second = boto3.client("s3")
    # ok: python-channel-plain
    third = grpc.insecure_channel("localhost:50051")
    # ok: python-channel-plain
    server.add_secure_port("[::]:50051", creds)
    return first, second, third


import hashlib
import os

import passlib.hash
from passlib.context import CryptContext


def stored(password):
    # ruleid: python-weak-password-scheme
    first = passlib.hash.md5_crypt.hash(password)
    # ruleid: python-weak-password-scheme
    second = hashlib.scrypt(password, salt=os.urandom(16), n=16, r=8, p=1)
    # ruleid: python-weak-password-scheme
    third = generate_password_hash(password, method="sha1")
    return first, second, third


# ruleid: python-weak-password-scheme
pwd_context = CryptContext(schemes=["md5_crypt"])

def stored_well(password):
    # ok: python-weak-password-scheme
    first = passlib.hash.argon2.hash(password)
    # ok: python-weak-password-scheme
    second = hashlib.scrypt(password, salt=os.urandom(16), n=131072, r=8, p=1)
    # ok: python-weak-password-scheme
    third = generate_password_hash(password, method="scrypt")
    return first, second, third


# ok: python-weak-password-scheme
good_context = CryptContext(schemes=["argon2"])


from cryptography.hazmat.primitives.asymmetric import padding, rsa


def sealed(key, text):
    # ruleid: python-rsa-padding-old
    first = key.encrypt(text, padding.PKCS1v15())
    # ruleid: python-rsa-padding-old
    second = rsa.generate_private_key(public_exponent=3, key_size=3072)
    return first, second

def sealed_well(key, text):
    # ok: python-rsa-padding-old
    first = key.encrypt(text, padding.OAEP(mgf=MGF, algorithm=HASH, label=None))
    # ok: python-rsa-padding-old
    second = key.sign(text, padding.PKCS1v15(), HASH)
    # ok: python-rsa-padding-old
    third = rsa.generate_private_key(public_exponent=65537, key_size=3072)
    return first, second, third


import jwt


def claims(token, key):
    # ruleid: python-jwt-claims-unchecked
    first = jwt.decode(token, key, algorithms=["HS256"], options={"verify_exp": False})
    # ruleid: python-jwt-claims-unchecked
    second = jwt.decode(token, key, algorithms=["HS256", "RS256"])
    return first, second

def checked_claims(token, key):
    # ok: python-jwt-claims-unchecked
    first = jwt.decode(token, key, algorithms=["HS256"])
    # ok: python-jwt-claims-unchecked
    second = jwt.decode(token, key, algorithms=["RS256", "ES256"], options={"require": ["exp"]})
    return first, second


def created(request):
    # ruleid: python-django-model-open
    User.objects.create(**request.POST.dict())
    # ruleid: python-django-model-open
    return User.objects.filter(**request.GET.dict())


def created_json():
    # ruleid: python-django-model-open
    user = User(**request.json)
    return user

def created_named(request):
    # ok: python-django-model-open
    User.objects.create(name=request.POST["name"])
    # ok: python-django-model-open
    return User.objects.filter(name=request.GET["name"])


def valid(request):
    # ok: python-django-model-open
    form = UserForm(request.POST)
    return form


class UserForm(ModelForm):
    class Meta:
        model = User
        # ruleid: python-form-all-fields
        fields = "__all__"


class UserSerializer(ModelSerializer):
    class Meta:
        model = User
        # ruleid: python-form-all-fields
        exclude = ["secret"]

class NamedForm(ModelForm):
    class Meta:
        model = User
        # ok: python-form-all-fields
        fields = ["name"]


class NamedFilter(FilterSet):
    class Meta:
        model = User
        # ok: python-form-all-fields
        fields = "__all__"


# ruleid: python-settings-lax
app.jinja_env.autoescape = False
# ruleid: python-settings-lax
AUTH_PASSWORD_VALIDATORS = []
# ruleid: python-settings-lax
CORS(app)
# ruleid: python-settings-lax
application = tornado.web.Application([], xsrf_cookies=False)


def framed(response):
    # ruleid: python-settings-lax
    response.headers["X-Frame-Options"] = "ALLOWALL"
    return response

# ok: python-settings-lax
app.jinja_env.autoescape = True
# ok: python-settings-lax
CORS(app, origins=["https://example.org"])
# ok: python-settings-lax
application = tornado.web.Application([], xsrf_cookies=True)


def not_framed(response):
    # ok: python-settings-lax
    response.headers["X-Frame-Options"] = "DENY"
    return response


class Hook(tornado.web.RequestHandler):
    # ruleid: python-xsrf-check-emptied
    def check_xsrf_cookie(self):
        pass


class Session(SessionAuthentication):
    # ruleid: python-xsrf-check-emptied
    def enforce_csrf(self, request):
        return

class Checked(tornado.web.RequestHandler):
    # ok: python-xsrf-check-emptied
    def check_xsrf_cookie(self):
        if not self.is_api():
            super().check_xsrf_cookie()


import os


def made(path):
    # ruleid: python-mode-open-created
    fd = os.open(path, os.O_CREAT | os.O_WRONLY, 0o666)
    # ruleid: python-mode-open-created
    path.mkdir(mode=0o777)
    return fd

def made_private(path):
    # ok: python-mode-open-created
    fd = os.open(path, os.O_CREAT | os.O_WRONLY, 0o600)
    # ok: python-mode-open-created
    path.mkdir(mode=0o755)
    return fd


def unpack(path, to):
    with zipfile.ZipFile(path) as z:
        for entry in z.infolist():
            # ruleid: python-archive-zip-extracted
            with open(os.path.join(to, entry.filename), "wb") as out:
                out.write(z.read(entry))


def unpack_tar(tar, to):
    for member in tar.getmembers():
        # ruleid: python-archive-zip-extracted
        with open(os.path.join(to, member.name), "wb") as out:
            out.write(tar.extractfile(member).read())

def unpack_checked(path, to):
    with zipfile.ZipFile(path) as z:
        for entry in z.infolist():
            if ".." in entry.filename:
                raise ValueError(entry.filename)
            # ok: python-archive-zip-extracted
            with open(os.path.join(to, entry.filename), "wb") as out:
                out.write(z.read(entry))


def unpack_based(path, to):
    with zipfile.ZipFile(path) as z:
        for entry in z.infolist():
            # ok: python-archive-zip-extracted
            with open(os.path.join(to, os.path.basename(entry.filename)), "wb") as out:
                out.write(z.read(entry))


def found(users, text):
    # ruleid: python-mongo-filter-parsed
    first = users.find({"name": json.loads(text)})
    # ruleid: python-mongo-filter-parsed
    return users.find_one(json.loads(text)), first

def found_by_text(users, text):
    # ok: python-mongo-filter-parsed
    first = users.find({"name": str(text)})
    # ok: python-mongo-filter-parsed
    return users.find_one({"name": json.dumps(text)}), first


import time
import uuid


def made_tokens(user):
    # ruleid: python-secret-of-clock-or-host
    secret = uuid.uuid1()
    # ruleid: python-secret-of-clock-or-host
    user.reset_token = str(time.time())
    return secret

def made_numbers(user):
    # ok: python-secret-of-clock-or-host
    secret = uuid.uuid4()
    # ok: python-secret-of-clock-or-host
    started = str(time.time())
    # ok: python-secret-of-clock-or-host
    row_id = uuid.uuid1()
    return secret, started, row_id

