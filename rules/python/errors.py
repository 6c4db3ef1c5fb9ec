def swallow(path, url, token):
    try:
        check(path)
    # ruleid: python-except-pass
    except Exception:
        pass

    try:
        check(path)
    # ruleid: python-except-pass, python-except-everything
    except:  # best effort
        continue

    try:
        check(path)
    # ok: python-except-pass
    except FileNotFoundError:
        pass

    try:
        check(path)
    # ok: python-except-pass
    except Exception:
        log.exception("check failed")
        raise

    try:
        check(path)
    # ruleid: python-except-everything
    except BaseException as e:
        report(e)

    try:
        check(path)
    # ok: python-except-everything
    except (OSError, ValueError) as e:
        report(e)
    # ok: python-except-everything
    print("nothing left except: names")

    try:
        verify(token)
    # ruleid: python-except-returns-true
    except Exception:
        return True

    try:
        verify(token)
    # ruleid: python-except-returns-true
    except SignatureError as e:
        logger.warning("bad signature: %s", e)
        return True

    try:
        verify(token)
    # ok: python-except-returns-true
    except SignatureError:
        return False

    try:
        verify(token)
    # ok: python-except-returns-true
    except SignatureError:
        raise
    return True


def fetch(url, options):
    # ruleid: python-request-without-timeout
    requests.get(url)
    # ruleid: python-request-without-timeout
    requests.post(
        url,
        json={"a": 1},
    )
    # ok: python-request-without-timeout
    requests.get(url, timeout=5)
    # ok: python-request-without-timeout
    requests.post(
        url,
        json={"a": 1},
        timeout=(3, 10),
    )
    # ok: python-request-without-timeout
    requests.get(url, **options)
