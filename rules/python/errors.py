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
    # ruleid: python-request-without-timeout
    urllib.request.urlopen(url)
    # ruleid: python-request-without-timeout
    requests.get(url, timeout=None)
    # ok: python-request-without-timeout
    urllib.request.urlopen(url, timeout=5)
    # ok: python-request-without-timeout
    session.get(url)


def quietly(path, user):
    # ruleid: python-except-pass
    with contextlib.suppress(Exception):
        check(path)
    # ok: python-except-pass
    with contextlib.suppress(FileNotFoundError):
        os.remove(path)
    try:
        check(path)
    # ok: python-except-everything
    except:
        rollback()
        raise


def delete(user, item, token):
    # ruleid: python-check-error-ignored
    try:
        check_permission(user, item)
    except PermissionError:
        pass
    # ruleid: python-check-error-ignored
    try:
        jwt_service.verify_token(token)
    except Exception as e:
        pass
    # ok: python-check-error-ignored
    try:
        check_permission(user, item)
    except PermissionError:
        return False
    # ok: python-check-error-ignored
    try:
        os.remove(item)
    except FileNotFoundError:
        pass


def closing(stream):
    # ruleid: python-return-in-finally
    try:
        return stream.read()
    finally:
        stream.close()
        return None


def closing_with_handler(stream):
    # ruleid: python-return-in-finally
    try:
        stream.write("x")
    except OSError as e:
        raise Failed from e
    finally:
        return True


def closing_well(stream):
    # ok: python-return-in-finally
    try:
        return stream.read()
    finally:
        stream.close()


def machine(path):
    # ruleid: python-subprocess-result-ignored
    subprocess.run(["gpg", "--verify", path])
    # ruleid: python-subprocess-result-ignored
    os.system("iptables -A INPUT -j DROP")
    # ok: python-subprocess-result-ignored
    subprocess.run(["gpg", "--verify", path], check=True)
    # ok: python-subprocess-result-ignored
    result = subprocess.run(["gpg", "--verify", path])
    # ok: python-subprocess-result-ignored
    subprocess.run(["ls", path])


def page(request):
    # ruleid: python-int-of-request-unchecked
    number = int(request.args["page"])
    # ruleid: python-int-of-request-unchecked
    size = int(request.GET.get("size", 10))
    # ok: python-int-of-request-unchecked
    number = request.args.get("page", 1, type=int)
    try:
        # ok: python-int-of-request-unchecked
        number = int(request.args["page"])
    except ValueError:
        number = 1
