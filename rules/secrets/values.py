# ruleid: secret-url-password
REDIS = "redis://cache:{{sluice-mixed:16}}@cache.internal:6379/0"
# ruleid: secret-url-password
FEED = "https://reader:{{sluice-mixed:12}}@feeds.corp.internal/list"
# ok: secret-url-password
REDIS = "redis://cache:password@cache.internal:6379/0"
# ok: secret-url-password
FEED = f"https://reader:{token}@feeds.corp.internal/list"
# ok: secret-url-password
FEED = "https://user:{{sluice-mixed:12}}@example.com/list"
# ruleid: secret-connection-string
DSN = "Server=db.internal;Database=app;User Id=app;Password={{sluice-mixed:16}};"
# ruleid: secret-connection-string
URL = "jdbc:postgresql://db.internal/app?user=app&password={{sluice-mixed:16}}"
# ok: secret-connection-string
DSN = "Server=db.internal;Database=app;User Id=app;Password=changeme;"
# ok: secret-connection-string
URL = "jdbc:postgresql://db.internal/app?user=app"
# ruleid: secret-framework-key
SECRET_KEY = "{{sluice-mixed:50}}"
# ruleid: secret-framework-key
claims = jwt.decode(token, "correct horse battery staple", algorithms=["HS256"])
# ok: secret-framework-key
SECRET_KEY = os.environ["SECRET_KEY"]
# ok: secret-framework-key
claims = jwt.decode(token, key, algorithms=["HS256"])
