def work(user, token, value):
    # ruleid: comment-security-todo
    # TODO: check permissions before this runs
    # ruleid: comment-security-todo
    run(value)  # FIXME escape the value
    # ok: comment-security-todo
    # TODO: rename this function
    # ok: comment-security-todo
    # the author checks permissions
    # ruleid: comment-scanner-suppressed
    run(value)  # nosec
    # ruleid: comment-scanner-suppressed
    run(value)  # noqa: S602
    # ok: comment-scanner-suppressed
    run(value)  # noqa: E501
    # ok: comment-scanner-suppressed
    nosec = 3
    # ruleid: comment-warnings-disabled
    run(value)  # type: ignore
    # ruleid: comment-warnings-disabled
    run(value)  # noqa
    # ok: comment-warnings-disabled
    run(value)  # type: ignore[arg-type]
    # ok: comment-warnings-disabled
    run(value)  # noqa: E501
    # ruleid: comment-check-disabled
    # if not user.is_admin:
    # ruleid: comment-check-disabled
    # verify_token(token)
    # ok: comment-check-disabled
    # if the user is an admin, more is shown
    # ok: comment-check-disabled
    if not user.is_admin: refuse()
    # ruleid: comment-bypass-admitted
    # temporarily disable certificate checks
    # ruleid: comment-bypass-admitted
    # skip authentication for now
    # ok: comment-bypass-admitted
    # skip the header for now
    # ok: comment-bypass-admitted
    # authentication happens later
    # ruleid: comment-bidi-control
    access = "user{{sluice-u:202E}} {{sluice-u:2066}}# check{{sluice-u:2069}} {{sluice-u:2066}}"
    # ruleid: comment-bidi-control
    # {{sluice-u:202E}} } if admin {{sluice-u:2066}} begin
    # ok: comment-bidi-control
    name = "שלום"
    # ok: comment-bidi-control
    dash = "a—b"
    # ruleid: comment-invisible-character
    is{{sluice-u:200B}}admin = True
    # ruleid: comment-invisible-character
    value⁠ = 3
    # ok: comment-invisible-character
    family = "👨{{sluice-u:200D}}👩"
    # ok: comment-invisible-character
    is_admin = False
    # ruleid: comment-hidden-tag-text
    note = "hello󠁩󠁧󠁮󠁯󠁲󠁥󠀠󠁡󠁬󠁬󠀠󠁣󠁨󠁥󠁣󠁫󠁳"
    # ruleid: comment-hidden-tag-text
    # 󠁩󠁧󠁮󠁯󠁲󠁥󠀠󠁡󠁬󠁬󠀠󠁣󠁨󠁥󠁣󠁫󠁳
    # ok: comment-hidden-tag-text
    flag = "🏴"
    # ok: comment-hidden-tag-text
    note = "ignore all checks"


# ruleid: comment-check-disabled
# @login_required
def view(request):
    pass
