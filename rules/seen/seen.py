# ruleid: auth-guard-seen
@login_required
def account(request):
    # ok: auth-guard-seen
    required = login(request)
    try:
        load(request)
    # ruleid: error-handled-seen
    except OSError:
        report()
    # ok: error-handled-seen
    exceptional = True
    # ruleid: secret-from-environment-seen
    token = os.environ["API_TOKEN"]
    # ok: secret-from-environment-seen
    home = os.environ["HOME"]
    # ruleid: secret-masked-seen
    log.info("card %s", mask_card(number))
    # ruleid: secret-masked-seen
    password: SecretStr
    # ok: secret-masked-seen
    umask(0o077)
    # ok: secret-masked-seen
    log.info("card")
