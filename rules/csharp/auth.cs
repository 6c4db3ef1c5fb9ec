public class AuthController : Controller
{
    public void Transport(HttpClientHandler handler, HttpResponse response)
    {
        // ruleid: csharp-tls-verify-off
        handler.ServerCertificateCustomValidationCallback = (message, cert, chain, errors) => true;
        // ruleid: csharp-tls-verify-off
        ServicePointManager.ServerCertificateValidationCallback += delegate { return true; };
        // ruleid: csharp-tls-verify-off
        handler.ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator;
        // ok: csharp-tls-verify-off
        handler.ServerCertificateCustomValidationCallback = (message, cert, chain, errors) => errors == SslPolicyErrors.None;
        // ok: csharp-tls-verify-off
        handler.CheckCertificateRevocationList = true;
        // ruleid: csharp-tls-version-old
        ServicePointManager.SecurityProtocol = SecurityProtocolType.Ssl3;
        // ruleid: csharp-tls-version-old
        handler.SslProtocols = SslProtocols.Tls11;
        // ok: csharp-tls-version-old
        handler.SslProtocols = SslProtocols.Tls12;
        // ok: csharp-tls-version-old
        ServicePointManager.SecurityProtocol = SecurityProtocolType.Tls13;
    }

    public void Crypto(byte[] key, byte[] salt, string password, Aes aes)
    {
        // ruleid: csharp-weak-cipher
        var a = new DESCryptoServiceProvider();
        // ruleid: csharp-weak-cipher
        aes.Mode = CipherMode.ECB;
        // ruleid: csharp-weak-cipher
        var b = TripleDES.Create();
        // ok: csharp-weak-cipher
        var c = new AesGcm(key, 16);
        // ok: csharp-weak-cipher
        aes.Mode = CipherMode.CBC;
        // ruleid: csharp-weak-hash
        var d = MD5.Create();
        // ruleid: csharp-weak-hash
        var e = new SHA1Managed();
        // ok: csharp-weak-hash
        var f = SHA256.Create();
        // ok: csharp-weak-hash
        var g = new HMACSHA256(key);
        // ruleid: csharp-token-from-random
        var token = new Random().Next().ToString();
        var random = new Random();
        // ruleid: csharp-token-from-random
        string resetCode = "" + random.Next(100000, 999999);
        // ok: csharp-token-from-random
        var sessionToken = Convert.ToHexString(RandomNumberGenerator.GetBytes(32));
        // ok: csharp-token-from-random
        var delay = random.Next(100);
        // ruleid: csharp-weak-key-size
        var h = new RSACryptoServiceProvider(1024);
        // ruleid: csharp-weak-key-size
        var i = RSA.Create(512);
        // ok: csharp-weak-key-size
        var j = RSA.Create(3072);
        // ok: csharp-weak-key-size
        var k = new RSACryptoServiceProvider(2048);
        // ruleid: csharp-few-hash-rounds
        var l = new Rfc2898DeriveBytes(password, salt, 1000);
        // ruleid: csharp-few-hash-rounds
        var m = KeyDerivation.Pbkdf2(password, salt, KeyDerivationPrf.HMACSHA256, 5000, 32);
        // ok: csharp-few-hash-rounds
        var n = new Rfc2898DeriveBytes(password, salt, 600000, HashAlgorithmName.SHA256);
        // ok: csharp-few-hash-rounds
        var o = Rfc2898DeriveBytes.Pbkdf2(password, salt, 600000, HashAlgorithmName.SHA256, 32);
        // ruleid: csharp-constant-iv
        aes.IV = Encoding.UTF8.GetBytes("0123456789abcdef");
        // ruleid: csharp-constant-iv
        aes.IV = new byte[16];
        // ok: csharp-constant-iv
        aes.IV = RandomNumberGenerator.GetBytes(16);
        // ok: csharp-constant-iv
        aes.GenerateIV();
    }

    public void Tokens(JwtBearerOptions options)
    {
        var a = new TokenValidationParameters
        {
            // ruleid: csharp-jwt-unverified
            ValidateIssuerSigningKey = false,
            // ruleid: csharp-jwt-unverified
            ValidateLifetime = false,
            // ruleid: csharp-jwt-audience-unchecked
            ValidateAudience = false,
            // ruleid: csharp-jwt-audience-unchecked
            ValidateIssuer = false,
        };
        var b = new TokenValidationParameters
        {
            // ok: csharp-jwt-unverified
            ValidateIssuerSigningKey = true,
            // ok: csharp-jwt-unverified
            ValidateLifetime = true,
            // ok: csharp-jwt-audience-unchecked
            ValidateAudience = true,
            // ok: csharp-jwt-audience-unchecked
            ValidateIssuer = options.Checked,
        };
    }

    // ruleid: csharp-csrf-ignored
    [IgnoreAntiforgeryToken]
    public IActionResult Hook() { return Ok(); }

    // ruleid: csharp-csrf-token-missing
    [HttpPost]
    public IActionResult Save(Item item) { return View(); }

    // ruleid: csharp-csrf-token-missing
    [HttpPost]
    public async Task<ActionResult> Remove(int id) { return View(); }

    // ok: csharp-csrf-token-missing, csharp-csrf-ignored
    [HttpPost]
    [ValidateAntiForgeryToken]
    public IActionResult Change(Item item) { return View(); }

    // ok: csharp-csrf-token-missing
    [HttpGet]
    public IActionResult Show(int id) { return View(); }

    public void Web(IApplicationBuilder app, HttpCookie cookie, CorsPolicyBuilder policy, string user, string password)
    {
        // ruleid: csharp-csrf-ignored
        group.DisableAntiforgery();
        // ok: csharp-csrf-ignored
        group.RequireAuthorization();
        // ruleid: csharp-cookie-unprotected
        cookie.Secure = false;
        // ruleid: csharp-cookie-unprotected
        var a = new CookieOptions { HttpOnly = false, Secure = true };
        // ok: csharp-cookie-unprotected
        cookie.HttpOnly = true;
        // ok: csharp-cookie-unprotected
        var b = new CookieOptions { HttpOnly = true, Secure = true };
        var plain = new HttpCookie("session", id);
        // ruleid: csharp-cookie-flags-missing
        Response.Cookies.Add(plain);
        var other = new HttpCookie("remember");
        other.Value = id;
        // ruleid: csharp-cookie-flags-missing
        Response.Cookies.Add(other);
        var safe = new HttpCookie("session", id);
        safe.Secure = true;
        safe.HttpOnly = true;
        // ok: csharp-cookie-flags-missing
        Response.Cookies.Add(safe);
        // ruleid: csharp-cors-any-origin
        policy.AllowAnyOrigin().AllowAnyMethod();
        // ruleid: csharp-cors-any-origin
        Response.Headers.Add("Access-Control-Allow-Origin", "*");
        // ok: csharp-cors-any-origin
        policy.WithOrigins("https://example.org");
        // ok: csharp-cors-any-origin
        Response.Headers.Add("Access-Control-Allow-Origin", "https://example.org");
        // ruleid: csharp-password-rules-weak
        options.Password.RequiredLength = 4;
        // ruleid: csharp-password-rules-weak
        manager.PasswordSignInAsync(user, password, keep, false);
        // ok: csharp-password-rules-weak
        options.Password.RequiredLength = 12;
        // ok: csharp-password-rules-weak
        manager.PasswordSignInAsync(user, password, keep, true);
        // ruleid: csharp-ldap-anonymous-bind
        var c = new DirectoryEntry(path, user, password, AuthenticationTypes.Anonymous);
        // ruleid: csharp-ldap-anonymous-bind
        connection.AuthType = AuthType.Anonymous;
        // ok: csharp-ldap-anonymous-bind
        connection.AuthType = AuthType.Negotiate;
        // ok: csharp-ldap-anonymous-bind
        var d = new DirectoryEntry(path, user, password, AuthenticationTypes.Secure);
    }
}
