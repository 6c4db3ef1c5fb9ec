import os


# ruleid: python-password-default
def connect(host, password="hunter2!"):
    pass


# ruleid: python-password-default
def login(user: str, api_key: str = "9f3kd8s7"):
    pass


# ok: python-password-default
def connect_well(host, password=None):
    pass


# ok: python-password-default
def connect_empty(host, password=""):
    pass


# ok: python-password-default
def field(password_field="passwd", host="localhost"):
    pass


def check(user, password, request):
    # ruleid: python-password-compared
    if password == "letmein1":
        return True
    # ruleid: python-password-compared
    if request.form["password"] == "sesame":
        return True
    # ok: python-password-compared
    if password == "":
        return False
    # ok: python-password-compared
    if password == os.environ["PASSWORD"]:
        return True
    # ok: python-password-compared
    return user == "admin"


def talk(secret):
    # ruleid: python-password-in-call
    psycopg2.connect(host="db", user="app", password="s3cretpw")
    # ruleid: python-password-in-call
    requests.get("https://example.org", auth=("app", "s3cretpw"), timeout=5)
    # ok: python-password-in-call
    psycopg2.connect(host="db", user="app", password=os.environ["DB_PASSWORD"])
    # ok: python-password-in-call
    psycopg2.connect(host="db", user="app", password=secret)
    # ok: python-password-in-call
    psycopg2.connect(host="db", user="app", password="changeme")
    # ruleid: python-password-empty
    psycopg2.connect(host="db", user="app", password="")
    # ruleid: python-password-empty
    redis.Redis(host="db", password="")
    # ok: python-password-empty
    psycopg2.connect(host="db", user="app", password=secret)
    # ok: python-password-empty
    Form(password="")
    # ruleid: python-signing-key-constant
    jwt.encode({"user": 1}, "s3cretkey", algorithm="HS256")
    # ruleid: python-signing-key-constant
    app.secret_key = "s3cretkey"
    # ruleid: python-signing-key-constant
    hmac.new(b"s3cretkey", body, "sha256")
    # ok: python-signing-key-constant
    jwt.encode({"user": 1}, secret, algorithm="HS256")
    # ok: python-signing-key-constant
    app.secret_key = os.environ["SECRET_KEY"]


# ruleid: python-password-assigned
DB_PASSWORD = "s3cretpw"
# ruleid: python-password-assigned
config["api_key"] = "9f3kd8s7"
# ruleid: python-password-assigned
settings = {"user": "app", "password": "s3cretpw"}
# ok: python-password-assigned
DB_PASSWORD = os.environ["DB_PASSWORD"]
# ok: python-password-assigned
PASSWORD = "password"
# ok: python-password-assigned
password_label = "Enter your password:"
# ok: python-password-assigned
password = ""
