def talk(user, password, api_key, token, resp, e, app):
    # ruleid: python-secret-logged
    logger.info("login %s %s", user.name, password)
    # ruleid: python-secret-logged
    print(f"key is {api_key}")
    # ruleid: python-secret-logged
    logging.debug("settings: %s" % settings.SECRET_KEY)
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
    # ruleid: python-traceback-to-client
    return HttpResponse(str(e), status=500)
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
