public class InputController : Controller
{
    private static readonly HashSet<string> Names = new HashSet<string> { "a", "b" };

    public IActionResult Commands(string host)
    {
        // ruleid: csharp-command-from-request
        Process.Start("cmd.exe", "/c ping " + host);
        // ruleid: csharp-command-from-request
        Process.Start(host);
        var info = new ProcessStartInfo();
        // ruleid: csharp-command-from-request
        info.Arguments = $"-c 'ping {host}'";
        // ok: csharp-command-from-request
        Process.Start("ping", "localhost");
        if (Names.Contains(host))
        {
            // ok: csharp-command-from-request
            Process.Start("ping", host);
        }
        return View();
    }

    public IActionResult Files(string name, IFormFile upload)
    {
        // ruleid: csharp-path-from-request
        var a = System.IO.File.ReadAllText(Path.Combine("/srv", name));
        // ruleid: csharp-path-from-request
        var b = new FileStream("/srv/" + upload.FileName, FileMode.Create);
        // ruleid: csharp-path-from-request
        var c = System.IO.File.ReadAllBytes(Request.Query["file"]);
        // ok: csharp-path-from-request
        var d = System.IO.File.ReadAllText(Path.Combine("/srv", Path.GetFileName(name)));
        // ok: csharp-path-from-request
        var e = System.IO.File.ReadAllText("/srv/index.html");
        return View();
    }

    public IActionResult CheckedFile(string name)
    {
        var full = Path.GetFullPath(Path.Combine("/srv", name));
        if (!full.StartsWith("/srv/"))
        {
            return NotFound();
        }
        // ok: csharp-path-from-request
        return Content(System.IO.File.ReadAllText(full));
    }

    public void Archive(ZipArchive archive, string target)
    {
        foreach (var entry in archive.Entries)
        {
            // ruleid: csharp-archive-entry-path
            entry.ExtractToFile(Path.Combine(target, entry.FullName));
            var path = target + "/" + entry.FullName;
            // ruleid: csharp-archive-entry-path
            File.OpenWrite(path);
            // ok: csharp-archive-entry-path
            entry.ExtractToFile(Path.Combine(target, Path.GetFileName(entry.FullName)));
            // ok: csharp-archive-entry-path
            Console.WriteLine(entry.FullName);
        }
    }

    public IActionResult Page(string title)
    {
        // ruleid: csharp-html-from-request
        Response.Write("<h1>" + title + "</h1>");
        // ruleid: csharp-html-from-request
        var a = new HtmlString($"<h1>{title}</h1>");
        // ruleid: csharp-html-from-request
        lblTitle.Text = Request.QueryString["title"];
        // ok: csharp-html-from-request
        Response.Write("<h1>" + HttpUtility.HtmlEncode(title) + "</h1>");
        // ok: csharp-html-from-request
        Response.Write("<h1>Title</h1>");
        // ruleid: csharp-html-from-request
        return Content("<h1>" + title + "</h1>", "text/html");
    }

    public IActionResult Go(string next)
    {
        if (next == "a")
        {
            // ruleid: csharp-redirect-from-request
            Response.Redirect(Request.QueryString["next"]);
        }
        if (Url.IsLocalUrl(next))
        {
            // ok: csharp-redirect-from-request
            return Redirect(next);
        }
        // ok: csharp-redirect-from-request
        Response.Redirect("/users/" + next);
        // ok: csharp-redirect-from-request
        Response.Redirect($"https://example.org/users/{next}");
        // ruleid: csharp-redirect-from-request
        return Redirect(next);
    }

    public async Task<IActionResult> Fetch(string url)
    {
        // ruleid: csharp-url-from-request
        var a = await client.GetStringAsync(url);
        // ruleid: csharp-url-from-request
        var b = WebRequest.Create("http://" + url + "/status");
        // ok: csharp-url-from-request
        var c = await client.GetStringAsync("https://api.example.org/search?q=" + url);
        // ok: csharp-url-from-request
        var d = await client.GetStringAsync($"https://api.example.org/search?q={url}");
        return View();
    }

    public ActionResult Directory(string user, XmlDocument document, XPathNavigator navigator)
    {
        // ruleid: csharp-ldap-from-request
        var a = new DirectorySearcher("(uid=" + user + ")");
        // ruleid: csharp-ldap-from-request
        searcher.Filter = $"(uid={user})";
        // ok: csharp-ldap-from-request
        searcher.Filter = "(uid=" + Encoder.LdapFilterEncode(user) + ")";
        // ok: csharp-ldap-from-request
        searcher.Filter = "(uid=admin)";
        // ruleid: csharp-xpath-from-request
        var b = document.SelectNodes("//user[@name='" + user + "']");
        // ruleid: csharp-xpath-from-request
        var c = document.SelectSingleNode($"//user[@name='{user}']");
        // ok: csharp-xpath-from-request
        var d = document.SelectNodes("//user");
        // ok: csharp-xpath-from-request
        var e = names.Select(user);
        // ruleid: csharp-log-from-request
        _logger.LogInformation("login of " + user);
        // ruleid: csharp-log-from-request
        log.Info(user);
        // ok: csharp-log-from-request
        _logger.LogInformation("login of " + user.Replace("\n", ""));
        // ok: csharp-log-from-request
        _logger.LogInformation("login");
        // ruleid: csharp-header-from-request
        Response.Headers["X-Name"] = user;
        // ruleid: csharp-header-from-request
        Response.AppendHeader("X-Name", user);
        // ok: csharp-header-from-request
        Response.AppendHeader("X-Name", HttpUtility.UrlEncode(user));
        // ok: csharp-header-from-request
        Response.AppendHeader("X-Frame-Options", "DENY");
        return View();
    }

    public ActionResult Read(string text)
    {
        var formatter = new BinaryFormatter();
        // ruleid: csharp-deserialised-from-request
        var a = formatter.Deserialize(Request.Body);
        // ruleid: csharp-deserialised-from-request
        var b = new LosFormatter().Deserialize(text);
        // ok: csharp-deserialised-from-request
        var c = JsonSerializer.Deserialize<Order>(text);
        // ok: csharp-deserialised-from-request
        var d = formatter.Deserialize(stream);
        // ruleid: csharp-code-from-request
        CSharpScript.EvaluateAsync(text);
        // ruleid: csharp-code-from-request
        Type.GetType(Request.Form["type"]);
        // ok: csharp-code-from-request
        CSharpScript.EvaluateAsync("1 + 1");
        // ok: csharp-code-from-request
        Type.GetType("A.B");
        // ruleid: csharp-regex-from-request
        Regex.IsMatch("subject", text);
        // ruleid: csharp-regex-from-request
        var e = new Regex("^" + text);
        // ok: csharp-regex-from-request
        var f = new Regex(Regex.Escape(text));
        // ok: csharp-regex-from-request
        Regex.IsMatch(text, "^a$");
        return View();
    }

    // ruleid: csharp-request-validation-off
    [ValidateInput(false)]
    public ActionResult Raw(string text) { return View(); }

    // ruleid: csharp-request-validation-off
    [AllowHtml]
    public string Body { get; set; }

    // ok: csharp-request-validation-off
    [ValidateInput(true)]
    public ActionResult Kept(string text) { return View(); }
}

public class Plain
{
    public void Run(string host)
    {
        // ruleid: csharp-command-from-parameter
        Process.Start("cmd.exe", "/c ping " + host);
        // ruleid: csharp-command-from-parameter
        var a = new ProcessStartInfo("/bin/bash", $"-c \"ping {host}\"");
        // ok: csharp-command-from-parameter
        Process.Start("ping", host);
        // ok: csharp-command-from-parameter
        Process.Start("cmd.exe", "/c dir");
    }

    public void Read(XmlReaderSettings settings)
    {
        // ruleid: csharp-unsafe-deserialization
        var a = new BinaryFormatter();
        // ruleid: csharp-unsafe-deserialization
        var b = new JsonSerializerSettings { TypeNameHandling = TypeNameHandling.All };
        // ok: csharp-unsafe-deserialization
        var c = new JsonSerializerSettings { TypeNameHandling = TypeNameHandling.None };
        // ok: csharp-unsafe-deserialization
        var d = new DataContractSerializer(typeof(Order));
        // ruleid: csharp-xml-external-entities
        settings.DtdProcessing = DtdProcessing.Parse;
        // ruleid: csharp-xml-external-entities
        document.XmlResolver = new XmlUrlResolver();
        // ok: csharp-xml-external-entities
        settings.DtdProcessing = DtdProcessing.Prohibit;
        // ok: csharp-xml-external-entities
        document.XmlResolver = null;
    }
}

public class FormatController : Controller
{
    public IActionResult Show(string format, string name)
    {
        // ruleid: csharp-format-from-request
        var a = string.Format(format, 1);
        // ruleid: csharp-format-from-request
        var b = String.Format("Hello " + Request.QueryString["format"], 1);
        // ok: csharp-format-from-request
        var c = string.Format("Hello {0}", name);
        // ok: csharp-format-from-request
        var d = string.Format(Formats.Default, name);
        return View();
    }
}

public class KnownHosts : Controller
{
	public async Task<IActionResult> Known(string address)
	{
		var uri = new Uri(address);
		if (!Hosts.Contains(uri.Host))
		{
			return BadRequest();
		}
		// ok: csharp-url-from-request
		return Ok(await _client.GetStringAsync(uri));
	}

	public async Task<IActionResult> Any(string address)
	{
		var uri = new Uri(address);
		// ruleid: csharp-url-from-request
		return Ok(await _client.GetStringAsync(uri));
	}
}
