def transport(url, session, ctx, blob):
    # ruleid: python-tls-verify-off
    requests.get(url, verify=False)
    requests.post(
        url,
        data=blob,
        # ruleid: python-tls-verify-off
        verify=False,
    )
    # ruleid: python-tls-verify-off
    ctx = ssl._create_unverified_context()
    # ruleid: python-tls-verify-off
    session.verify = False
    # ruleid: python-tls-context-lax
    ctx.check_hostname = False
    # ruleid: python-tls-context-lax
    ctx.verify_mode = ssl.CERT_NONE
    # ok: python-tls-verify-off
    requests.get(url, verify=True)
    # ok: python-tls-verify-off
    requests.get(url, verify="/etc/ssl/certs/ca.pem")
    # ok: python-tls-verify-off
    serializer.save(verify=False)
    # ok: python-tls-verify-off
    # requests.get(url, verify=False)
    # ok: python-tls-context-lax
    ctx.verify_mode = ssl.CERT_REQUIRED
    # ok: python-tls-context-lax
    ctx.check_hostname = True


def tokens(token, key):
    # ruleid: python-jwt-unverified
    claims = jwt.decode(token, options={"verify_signature": False})
    # ruleid: python-jwt-unverified
    claims = jwt.decode(token, key, algorithms=["none"])
    # ok: python-jwt-unverified
    claims = jwt.decode(token, key, algorithms=["RS256"])
    # ok: python-jwt-unverified
    claims = jwt.decode(token, key, algorithms=["HS256"], options={"verify_exp": True})


def keep(password, data, code):
    # ruleid: python-password-fast-hash
    stored = hashlib.md5(password.encode()).hexdigest()
    # ruleid: python-password-fast-hash
    stored = hashlib.sha256((salt + user.password).encode()).hexdigest()
    # ok: python-password-fast-hash
    etag = hashlib.sha256(data).hexdigest()
    # ok: python-password-fast-hash
    stored = hashlib.scrypt(password.encode(), salt=salt, n=2**14, r=8, p=1)
    # ruleid: python-token-from-random
    reset_token = "".join(random.choice(letters) for _ in range(20))
    # ruleid: python-token-from-random
    otp = random.randint(100000, 999999)
    # ok: python-token-from-random
    reset_token = secrets.token_urlsafe(32)
    # ok: python-token-from-random
    colour = random.choice(colours)
    # ruleid: python-weak-cipher
    cipher = AES.new(key, AES.MODE_ECB)
    # ruleid: python-weak-cipher
    cipher = ARC4.new(key)
    # ok: python-weak-cipher
    cipher = AES.new(key, AES.MODE_GCM)
    # ok: python-weak-cipher
    cipher = ChaCha20_Poly1305.new(key=key)


# ruleid: python-csrf-exempt
@csrf_exempt
def hook(request):
    return HttpResponse("ok")


# ruleid: python-csrf-exempt
@method_decorator(csrf_exempt); csrf.exempt(api)
# ok: python-csrf-exempt
@csrf_protect
def form(request):
    # ok: python-csrf-exempt
    app.config["WTF_CSRF_ENABLED"] = True


def machine(client, path):
    # ruleid: python-ssh-host-key-ignored
    client.set_missing_host_key_policy(paramiko.AutoAddPolicy())
    # ruleid: python-ssh-host-key-ignored
    client.set_missing_host_key_policy(WarningPolicy)
    # ok: python-ssh-host-key-ignored
    client.set_missing_host_key_policy(paramiko.RejectPolicy())
    # ok: python-ssh-host-key-ignored
    client.load_system_host_keys()
    # ruleid: python-file-mode-open
    os.chmod(path, 0o777)
    # ruleid: python-file-mode-open
    os.umask(0)
    # ruleid: python-file-mode-open
    name = tempfile.mktemp(suffix=".txt")
    # ok: python-file-mode-open
    os.chmod(path, 0o640)
    # ok: python-file-mode-open
    os.umask(0o077)
    # ok: python-file-mode-open
    fd, name = tempfile.mkstemp(suffix=".txt")
    # ruleid: python-assert-guards-access
    assert request.user.is_authenticated
    # ruleid: python-assert-guards-access
    assert user.has_perm("app.delete"), "not allowed"
    # ok: python-assert-guards-access
    assert len(items) > 0
    # ok: python-assert-guards-access
    if not request.user.is_authenticated: raise PermissionDenied
