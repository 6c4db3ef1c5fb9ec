import hashlib
import random
import secrets


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
    digits = "".join(str(random.randrange(10)) for i in range(6))
    # ruleid: python-token-from-random
    user.verification_code = digits
    # ruleid: python-token-from-random
    response.set_cookie("session_id", str(random.random()))
    # ruleid: python-token-from-random
    response.set_cookie(COOKIE, "%030x" % random.getrandbits(120))
    visitor = random.randrange(10**12)
    # ruleid: python-token-from-random
    session["visitor"] = visitor
    # ok: python-token-from-random
    session["visitor"] = secrets.randbelow(10**12)
    # ok: python-token-from-random
    response.set_cookie(COOKIE, random.SystemRandom().randbytes(16))
    # ok: python-token-from-random
    session_id = random.SystemRandom().choice(letters)
    # ok: python-weak-cipher
    cipher = AES.new(key, AES.MODE_GCM)
    # ok: python-weak-cipher
    cipher = ChaCha20_Poly1305.new(key=key)


def hashes(data, password):
    # ruleid: python-weak-hash
    hashlib.md5(data).hexdigest()
    # ruleid: python-weak-hash
    hashlib.new("sha1", data)
    # ok: python-weak-hash
    hashlib.sha256(data).hexdigest()
    # ok: python-weak-hash
    hashlib.md5(data, usedforsecurity=False).hexdigest()
    # ok: python-weak-hash
    hashlib.new("sha512", data)
    # ruleid: python-few-hash-rounds
    hashlib.pbkdf2_hmac("sha256", password, salt, 1000)
    # ruleid: python-few-hash-rounds
    bcrypt.gensalt(4)
    # ok: python-few-hash-rounds
    hashlib.pbkdf2_hmac("sha256", password, salt, 600000)
    # ok: python-few-hash-rounds
    bcrypt.gensalt(12)


def keys(key):
    from cryptography.hazmat.primitives.asymmetric import ec, rsa
    # ruleid: python-weak-key-size
    rsa.generate_private_key(public_exponent=65537, key_size=1024)
    # ruleid: python-weak-key-size
    RSA.generate(512)
    # ok: python-weak-key-size
    rsa.generate_private_key(public_exponent=65537, key_size=3072)
    # ok: python-weak-key-size
    RSA.generate(2048)
    # ruleid: python-weak-curve
    ec.generate_private_key(ec.SECP192R1())
    # ruleid: python-weak-curve
    ec.generate_private_key(ec.SECT163K1())
    # ok: python-weak-curve
    ec.generate_private_key(ec.SECP256R1())
    # ruleid: python-constant-iv
    AES.new(key, AES.MODE_CBC, b"0000000000000000")
    # ruleid: python-constant-iv
    AES.new(key, AES.MODE_GCM, nonce=b"123456789012")
    # ok: python-constant-iv
    AES.new(key, AES.MODE_CBC, os.urandom(16))
    # ok: python-constant-iv
    AES.new(key, AES.MODE_GCM)
