# ruleid: comment-suppression-python
x = eval(text)  # pylint: disable=eval-used
# ruleid: comment-suppression-python
y = run(text)  # noqa: S602
# ok: comment-suppression-python
z = 1  # noqa: E501
# ok: comment-suppression-python
import os  # pylint: disable=unused-import

# ruleid: comment-names-of-secret
# admin password: s3same22x
# ruleid: comment-names-of-secret
x = 1  # api key = 4f1c2d3e5b6a
# ok: comment-names-of-secret
# the password is read from the vault
# ok: comment-names-of-secret
# password: see https://wiki.example/vault

# ruleid: comment-code-never-runs
if True or user.is_admin:
    pass
# ruleid: comment-code-never-runs
if check_token(token) or True:
    pass
# ok: comment-code-never-runs
if user.is_admin or user.is_owner:
    pass
# ok: comment-code-never-runs
if True or debug:
    pass

# ruleid: comment-homoglyph-name
us{{sluice-u:0435}}r_allowed = True
# ruleid: comment-homoglyph-name
{{sluice-u:0430}}dmin = check(user)
# ok: comment-homoglyph-name
user_allowed = True
# ok: comment-homoglyph-name
text = "us{{sluice-u:0435}}r"

# ruleid: comment-removed-warning
# SECURITY: the token must be compared in constant time
# ruleid: comment-removed-warning
# WARNING: never log what this returns, only its length
# ok: comment-removed-warning
# The token is read first.
# ok: comment-removed-warning
# WARNING: slow


def first(name, size):
    """Reads it.

    # ruleid: doc-parameter-missing
    :param limit: the most that is read
    # ok: doc-parameter-missing
    :param name: what is read
    """


def second(name, size):
    """Reads it.

    # ok: doc-parameter-missing
    :param name: what is read
    # ruleid: doc-parameter-missing
    :param limit: the most that is read
    """


# ruleid: doc-default-differs
def third(timeout=60):
    """Waits.

    :param timeout: seconds, defaults to 30
    """


# ruleid: doc-default-differs
def fourth(verify=False):
    """Waits.

    :param verify: whether the certificate is checked (default: True)
    """


# ok: doc-default-differs
def fifth(timeout=60):
    """Waits.

    :param timeout: seconds, defaults to 60
    """


# ok: doc-default-differs
def sixth(timeout):
    """Waits.

    :param timeout: seconds, default 60
    """
