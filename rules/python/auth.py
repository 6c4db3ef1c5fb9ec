def transport(url, session, ctx, blob):
    # ruleid: python-tls-verify-off
    requests.get(url, verify=False)
    # ruleid: python-tls-verify-off
    requests.post(
        url,
        data=blob,
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


# ruleid: python-csrf-exempt
@csrf_exempt
def hook(request):
    return HttpResponse("ok")


# ruleid: python-csrf-exempt
csrf.exempt(api)


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
    os.makedirs(path, mode=0o777)
    # ruleid: python-file-mode-open
    os.chmod(path, stat.S_IRUSR | stat.S_IWOTH)
    # ruleid: python-umask-open
    os.umask(0)
    # ruleid: python-umask-open
    os.umask(0o000)
    # ok: python-file-mode-open
    os.chmod(path, 0o640)
    # ok: python-file-mode-open
    os.chmod(path, 0o755)
    # ok: python-umask-open
    os.umask(0o077)
    # ok: python-umask-open
    os.umask(old)
    # ruleid: python-assert-guards-access
    assert request.user.is_authenticated
    # ruleid: python-assert-guards-access
    assert user.has_perm("app.delete"), "not allowed"
    # ok: python-assert-guards-access
    assert len(items) > 0
    # ok: python-assert-guards-access
    if not request.user.is_authenticated: raise PermissionDenied


def versions(context):
    # ruleid: python-tls-version-old
    context = ssl.SSLContext(ssl.PROTOCOL_SSLv3)
    # ruleid: python-tls-version-old
    context.minimum_version = ssl.TLSVersion.TLSv1
    # ok: python-tls-version-old
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    # ok: python-tls-version-old
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    # ruleid: python-tls-context-lax
    pool = urllib3.HTTPSConnectionPool("host", cert_reqs="CERT_NONE")
    # ok: python-tls-context-lax
    pool = urllib3.HTTPSConnectionPool("host", cert_reqs="CERT_REQUIRED")


def directory(connection, user, password):
    # ruleid: python-ldap-anonymous-bind
    connection.simple_bind_s(user, "")
    # ruleid: python-ldap-anonymous-bind
    connection.simple_bind_s(user)
    # ok: python-ldap-anonymous-bind
    connection.simple_bind_s(user, password)
    # ok: python-ldap-anonymous-bind
    connection.unbind_s()


# ruleid: python-django-weak-hasher
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# ruleid: python-django-weak-hasher
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.UnsaltedSHA1PasswordHasher",
]
# ok: python-django-weak-hasher
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]


class Items(APIView):
    # ruleid: python-permission-allow-any
    permission_classes = [AllowAny]


class OtherItems(APIView):
    # ruleid: python-permission-allow-any
    permission_classes = []
    # ok: python-permission-allow-any
    parser_classes = []


class KeptItems(APIView):
    # ok: python-permission-allow-any
    permission_classes = [IsAuthenticated]


def compare(signature, body, sent, state):
    # ruleid: python-secret-compared-early-exit
    if signature == hmac.new(KEY, body, "sha256").hexdigest():
        return True
    # ruleid: python-secret-compared-early-exit
    if sent.api_key != state.api_key:
        return False
    # ok: python-secret-compared-early-exit
    if hmac.compare_digest(signature, sent):
        return True
    # ok: python-secret-compared-early-exit
    if sent.api_key is None or signature == "":
        return False
    # ok: python-secret-compared-early-exit
    return state.count == sent.count
