class Runner
{
    void Run(string name, Process p)
    {
        // ruleid: csharp-process-from-variable
        p.StartInfo.FileName = name;
        // ruleid: csharp-process-from-variable
        p.StartInfo.Arguments = "/c " + name;
    }
}

class FixedRunner
{
    void Run(string name, Process p)
    {
        // ok: csharp-process-from-variable
        p.StartInfo.FileName = "git";
        // ok: csharp-process-from-variable
        p.StartInfo.Arguments = "status";
        // ok: csharp-process-from-variable
        p.StartInfo.ArgumentList.Add(name);
    }
}


class Maker
{
    object Make(string name)
    {
        // ruleid: csharp-type-of-variable
        return Activator.CreateInstance(Type.GetType(name));
    }
}

class KnownMaker
{
    object Make()
    {
        // ok: csharp-type-of-variable
        return Activator.CreateInstance(Type.GetType("A.B"));
    }
}


class Reader
{
    void Read(string text, JsonSerializerSettings settings)
    {
        // ruleid: csharp-deserialised-with-types
        var first = fastJSON.JSON.ToObject(text);
        // ruleid: csharp-deserialised-with-types
        settings.TypeNameHandling = TypeNameHandling.Auto;
    }
}

class PlainReader
{
    void Read(string text, JsonSerializerSettings settings)
    {
        // ok: csharp-deserialised-with-types
        var first = JsonSerializer.Deserialize<User>(text);
        // ok: csharp-deserialised-with-types
        settings.TypeNameHandling = TypeNameHandling.None;
    }
}


class Finder
{
    bool Find(string text, string expression)
    {
        // ruleid: csharp-regex-of-variable
        return Regex.IsMatch(text, expression);
    }
}

class FixedFinder
{
    bool Find(string text, string name)
    {
        // ok: csharp-regex-of-variable
        var a = Regex.IsMatch(text, "^[a-z]+$");
        // ok: csharp-regex-of-variable
        return a && Regex.IsMatch(text, Regex.Escape(name));
    }
}


class Page : ControllerBase
{
    IActionResult Get()
    {
        try { return Ok(Load()); }
        catch (Exception ex)
        {
            // ruleid: csharp-exception-text-to-client
            return StatusCode(500, ex.ToString());
        }
    }
}

class QuietPage : ControllerBase
{
    IActionResult Get()
    {
        try { return Ok(Load()); }
        catch (Exception ex)
        {
            _logger.LogError(ex, "load");
            // ok: csharp-exception-text-to-client
            return StatusCode(500, "failed");
        }
    }
}


class Lax
{
    void Set(JwtBearerOptions options, Stream s)
    {
        // ruleid: csharp-check-switched-off
        options.RequireHttpsMetadata = false;
        // ruleid: csharp-check-switched-off
        ServicePointManager.CheckCertificateRevocationList = false;
        // ruleid: csharp-check-switched-off
        var stream = new SslStream(s, false, (a, b, c, d) => true);
    }
}

class Strict
{
    void Set(JwtBearerOptions options, Stream s)
    {
        // ok: csharp-check-switched-off
        options.RequireHttpsMetadata = true;
        // ok: csharp-check-switched-off
        ServicePointManager.CheckCertificateRevocationList = true;
        // ok: csharp-check-switched-off
        var stream = new SslStream(s, false);
    }
}


class Sealer
{
    byte[] Seal(RSA rsa, byte[] data)
    {
        // ruleid: csharp-padding-old
        return rsa.Encrypt(data, RSAEncryptionPadding.Pkcs1);
    }
}

class OaepSealer
{
    byte[] Seal(RSA rsa, byte[] data)
    {
        // ok: csharp-padding-old
        return rsa.Encrypt(data, RSAEncryptionPadding.OaepSHA256);
    }
}


class Cookies
{
    void Set(string id)
    {
        // ruleid: csharp-cookie-object-plain
        var cookie = new HttpCookie("sid", id);
        Response.Cookies.Add(cookie);
    }
}

class SafeCookies
{
    void Set(string id)
    {
        // ok: csharp-cookie-object-plain
        var cookie = new HttpCookie("sid", id) { Secure = true, HttpOnly = true };
        // ok: csharp-cookie-object-plain
        var second = new HttpCookie("sid", id);
        second.Secure = true;
        second.HttpOnly = true;
    }
}


class Server
{
    void Start()
    {
        // ruleid: csharp-listens-everywhere
        var listener = new TcpListener(IPAddress.Any, 8080);
    }
}

class LocalServer
{
    void Start()
    {
        // ok: csharp-listens-everywhere
        var listener = new TcpListener(IPAddress.Loopback, 8080);
    }
}


class Unzip
{
    void All(ZipArchive zip, string dir)
    {
        foreach (var e in zip.Entries)
        {
            // ruleid: csharp-archive-entry-extracted
            e.ExtractToFile(Path.Combine(dir, e.FullName));
        }
    }
}

class CheckedUnzip
{
    void All(ZipArchive zip, string dir)
    {
        foreach (var e in zip.Entries)
        {
            var path = Path.GetFullPath(Path.Combine(dir, e.FullName));
            if (!path.StartsWith(dir)) throw new Exception();
            // ok: csharp-archive-entry-extracted
            e.ExtractToFile(path);
        }
    }
}


class Selector
{
    object Find(XPathNavigator nav, string name)
    {
        // ruleid: csharp-xpath-put-together
        return nav.Compile("//u[@n='" + name + "']");
    }
}

class FixedSelector
{
    object Find(XPathNavigator nav)
    {
        // ok: csharp-xpath-put-together
        return nav.Compile("//u[@n='a']");
    }
}


class Old
{
    void Make()
    {
        // ruleid: csharp-cipher-class-old
        var c = new RijndaelManaged();
    }
}

class New
{
    void Make()
    {
        // ok: csharp-cipher-class-old
        var c = Aes.Create();
    }
}

