def talk(user, password, api_key, token, resp, e, app):
    # ruleid: python-secret-logged
    logger.info("login %s %s", user.name, password)
    # ruleid: python-secret-logged
    print(f"key is {api_key}")
    # ruleid: python-secret-logged
    logging.debug("settings: %s" % settings.SECRET_KEY)
    line = "token " + user.access_token
    # ruleid: python-secret-logged
    logger.warning(line)
    # ruleid: python-secret-logged
    print("password:", config["db_password"])
    # ok: python-secret-logged
    logger.info("token is %s", mask(user.access_token))
    # ok: python-secret-logged
    logger.info("password changed for %s", user.name)
    # ok: python-secret-logged
    logger.info("key has %d characters", len(api_key))
    # ok: python-secret-logged
    logger.warning("no usable password: %s", has_password)
    # ruleid: python-debug-enabled
    app.run(host="127.0.0.1", debug=True)
    # ruleid: python-debug-enabled
    app.debug = True
    # ok: python-debug-enabled
    app.run(debug=settings.debug)
    # ok: python-debug-enabled
    parser.add_argument("--debug", default=False)
    # ruleid: python-traceback-to-client
    return jsonify(error=traceback.format_exc()), 500
    # ok: python-traceback-to-client
    logger.error(traceback.format_exc())
    # ok: python-traceback-to-client
    return jsonify(error="not found"), 404
    # ruleid: python-cookie-unprotected
    resp.set_cookie("session", token, secure=False)
    # ruleid: python-cookie-unprotected
    app.config["SESSION_COOKIE_HTTPONLY"] = False
    # ok: python-cookie-unprotected
    resp.set_cookie("session", token, secure=True, httponly=True)
    # ok: python-cookie-unprotected
    app.config["SESSION_COOKIE_SECURE"] = True
    # ruleid: python-cors-any-origin
    app.add_middleware(CORSMiddleware, allow_origins=["*"])
    # ruleid: python-cors-any-origin
    resp.headers["Access-Control-Allow-Origin"] = "*"
    # ok: python-cors-any-origin
    app.add_middleware(CORSMiddleware, allow_origins=["https://example.org"])
    # ok: python-cors-any-origin
    resp.headers["Access-Control-Allow-Origin"] = origin


# ruleid: python-debug-enabled
DEBUG = True


@app.route("/report")
def report():
    try:
        return build()
    except Exception as e:
        # ruleid: python-traceback-to-client
        return HttpResponse(str(e), status=500)


@app.route("/report/again")
def report_again():
    try:
        return build()
    except Exception as error:
        # ruleid: python-traceback-to-client
        return f"failed: {error}", 500


@app.route("/report/fixed")
def report_fixed():
    try:
        return build()
    except Exception as error:
        log.exception("report failed")
        # ok: python-traceback-to-client
        return jsonify(error="report failed"), 500


def whole():
    # ruleid: python-request-logged
    logger.debug("headers: %s", request.headers)
    # ruleid: python-request-logged
    print(f"environment {os.environ}")
    # ruleid: python-request-logged
    logger.info(dict(request.form))
    # ok: python-request-logged
    logger.debug("agent: %s", request.headers["User-Agent"])
    # ok: python-request-logged
    logger.debug("path: %s", request.path)


def addresses(token, name):
    # ruleid: python-secret-in-url
    url = f"https://api.example.org/items?token={token}"
    # ruleid: python-secret-in-url
    url = "https://api.example.org/items?api_key=" + settings.key
    # ok: python-secret-in-url
    url = f"https://api.example.org/items?name={name}"
    # ok: python-secret-in-url
    url = "https://api.example.org/items"


def cookies(response, value):
    # ruleid: python-cookie-unprotected
    response.set_cookie("session_id", value)
    # ok: python-cookie-unprotected
    response.set_cookie("theme", value)
    # ok: python-cookie-unprotected
    response.set_cookie("session_id", value, secure=True, httponly=True, samesite="Lax")


def origins(response):
    # ruleid: python-cors-origin-echoed
    response.headers["Access-Control-Allow-Origin"] = request.headers.get("Origin")
    origin = request.headers["Origin"]
    # ruleid: python-cors-origin-echoed
    response["Access-Control-Allow-Origin"] = origin
    if origin in ALLOWED_ORIGINS:
        # ok: python-cors-origin-echoed
        response.headers["Access-Control-Allow-Origin"] = origin
    # ok: python-cors-origin-echoed
    response.headers["Access-Control-Allow-Origin"] = "https://example.org"


def transports(user, password):
    # ruleid: python-transport-not-encrypted
    server = telnetlib.Telnet("host")
    # ruleid: python-transport-not-encrypted
    server = ftplib.FTP("host", timeout=5)
    mail = smtplib.SMTP("host", timeout=5)
    # ruleid: python-transport-not-encrypted
    mail.login(user, password)
    # ok: python-transport-not-encrypted
    server = ftplib.FTP_TLS("host", timeout=5)
    # ruleid: python-credentials-over-http
    requests.get("http://example.org/a", auth=(user, password), timeout=5)
    # ruleid: python-credentials-over-http
    requests.post("http://example.org/login", data={"user": user, "password": password}, timeout=5)
    # ok: python-credentials-over-http
    requests.get("https://example.org/a", auth=(user, password), timeout=5)
    # ok: python-credentials-over-http
    requests.get("http://example.org/a", timeout=5)
    # ok: python-credentials-over-http
    requests.get("http://localhost:8000/a", auth=(user, password), timeout=5)


def encrypted_mail(user, password):
    mail = smtplib.SMTP("host", timeout=5)
    mail.starttls()
    # ok: python-transport-not-encrypted
    mail.login(user, password)


def listening(server, app):
    # ruleid: python-bound-to-all-interfaces
    server.bind(("0.0.0.0", 80))
    # ruleid: python-bound-to-all-interfaces
    app.run(host="0.0.0.0", port=80)
    # ok: python-bound-to-all-interfaces
    server.bind(("127.0.0.1", 80))
    # ok: python-bound-to-all-interfaces
    app.run(host="localhost")
    # ruleid: python-temporary-name
    name = tempfile.mktemp(suffix=".txt")
    # ruleid: python-temporary-name
    report = open("/tmp/report.txt", "w")
    # ok: python-temporary-name
    fd, name = tempfile.mkstemp(suffix=".txt")
    # ok: python-temporary-name
    report = open("/tmp/report.txt")
    # ok: python-temporary-name
    report = open("/srv/report.txt", "w")


# ruleid: python-https-settings-off
SECURE_SSL_REDIRECT = False
# ruleid: python-https-settings-off
ALLOWED_HOSTS = ["*"]
# ok: python-https-settings-off
SECURE_HSTS_SECONDS = 31536000
# ok: python-https-settings-off
ALLOWED_HOSTS = ["example.org"]


@app.route("/trace")
def trace():
    try:
        return build()
    except Exception:
        # ruleid: python-traceback-to-client
        return traceback.format_exc()


def stored(response, password, name):
    with open("/srv/users", "a") as file:
        # ruleid: python-secret-stored
        file.write(name + ":" + password)
        # ok: python-secret-stored
        file.write(name + ":" + hash_password(password))
        # ok: python-secret-stored
        file.write(name)
    # ruleid: python-secret-stored
    response.set_cookie("password", password)


def plain_addresses(query):
    # ruleid: python-http-address
    requests.get("http://example.org/feed", timeout=5)
    # ruleid: python-http-address
    urllib.request.urlopen("http://example.org/feed", timeout=5)
    # ok: python-http-address
    requests.get("https://example.org/feed", timeout=5)
    # ok: python-http-address
    requests.get("http://localhost:8000/feed", timeout=5)
