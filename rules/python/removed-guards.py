# ruleid: python-removed-auth-guard
@login_required
def account(request):
    pass


# ruleid: python-removed-auth-guard
@permission_required("app.change_user", raise_exception=True)
# ok: python-removed-auth-guard
@cache_page(60)
def change(request):
    pass


# ruleid: python-removed-auth-guard
class AccountView(LoginRequiredMixin, DetailView):
    # ok: python-removed-auth-guard
    login_url = "/login/"
    # ruleid: python-removed-auth-guard
    permission_classes = [IsAuthenticated]


# ruleid: python-removed-auth-guard
async def read_me(user: User = Depends(get_current_user)):
    # ok: python-removed-auth-guard
    name = current_user_name()


def act(request, item, user, url, name, cur, form, sock, ctx):
    # ruleid: python-removed-permission-check
    if not request.user.is_staff:
        # ruleid: python-removed-permission-check
        raise PermissionDenied
    # ruleid: python-removed-permission-check
    if not user.has_perm("app.delete"):
        # ruleid: python-removed-permission-check
        abort(403)
    # ok: python-removed-permission-check
    if item is None:
        # ok: python-removed-permission-check
        abort(404)
    # ruleid: python-removed-csrf-protection
    csrf = CSRFProtect(app)
    # ruleid: python-removed-csrf-protection
    "django.middleware.csrf.CsrfViewMiddleware",
    # ok: python-removed-csrf-protection
    "django.middleware.common.CommonMiddleware",
    # ok: python-removed-csrf-protection
    token = get_csrf_from(form)
    # ruleid: python-removed-escaping
    out = html.escape(name)
    # ruleid: python-removed-escaping
    path = os.path.join(ROOT, secure_filename(name))
    # ok: python-removed-escaping
    pattern = re.escape(name)
    # ok: python-removed-escaping
    out = name.strip()
    # ok: python-removed-escaping
    def sanitize_label(label):
        return label
    # ruleid: python-removed-validation
    if form.is_valid():
        pass
    # ruleid: python-removed-validation
    if len(name) > 80:
        raise ValueError(name)
    # ruleid: python-removed-validation
    if not NAME.fullmatch(name):
        return None
    # ok: python-removed-validation
    total = len(name)
    # ok: python-removed-validation
    if name:
        pass
    # ruleid: python-removed-validation
    title = models.CharField(max_length=80)
    body = models.TextField(
        # ruleid: python-removed-validation
        max_length=4000,
    )
    # ruleid: python-removed-validation
    app.config["MAX_CONTENT_LENGTH"] = 1 << 20
    # ok: python-removed-validation
    name = make_random_name(max_length=14, prefix="net")
    # ok: python-removed-validation
    text = shorten(text, max_length=40)
    # ruleid: python-removed-timeout
    requests.get(url, timeout=5)
    # ruleid: python-removed-timeout
    sock.settimeout(3)
    # ok: python-removed-timeout
    requests.get(url)
    # ok: python-removed-timeout
    raise TimeoutError
    # ruleid: python-removed-tls-check
    ctx.verify_mode = ssl.CERT_REQUIRED
    # ruleid: python-removed-tls-check
    requests.get(url, verify="/etc/ssl/ca.pem")
    # ok: python-removed-tls-check
    ctx.verify_mode = ssl.CERT_NONE
    # ok: python-removed-tls-check
    ctx = ssl.SSLContext()
    # ruleid: python-removed-query-parameters
    cur.execute("SELECT * FROM users WHERE name = %s", (name,))
    # ruleid: python-removed-query-parameters
    cur.execute(
        "INSERT INTO users (name) VALUES (?)",
        (name,),
    )
    # ok: python-removed-query-parameters
    cur.execute("SELECT 1")
    # ok: python-removed-query-parameters
    cur.execute(statement, (name,))


# ruleid: python-removed-rate-limit
@limiter.limit("5/minute")
def login(request):
    # ruleid: python-removed-rate-limit
    throttle_classes = [AnonRateThrottle]
    # ok: python-removed-rate-limit
    rows = query.limit(20)
    # ok: python-removed-rate-limit
    limit = 20
