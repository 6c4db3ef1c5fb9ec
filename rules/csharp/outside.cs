using System;
using System.Web;

class Outside
{
    static void Main(string[] args)
    {
        // ruleid: csharp-command-from-outside
        Process.Start(args[0]);
        // ok: csharp-command-from-outside
        Process.Start("notepad.exe");
        int parts = int.Parse(Console.ReadLine());
        // ruleid: csharp-divisor-from-outside
        int each = 100 / parts;
        int other = int.Parse(Console.ReadLine());
        if (other != 0)
        {
            // ok: csharp-divisor-from-outside
            each = 100 / other;
        }
        int size = int.Parse(Console.ReadLine());
        // ruleid: csharp-number-from-outside
        var buffer = new byte[size];
        // ruleid: csharp-number-from-outside
        int twice = size * 2;
        int most = int.Parse(Console.ReadLine());
        if (most > 100)
        {
            return;
        }
        // ok: csharp-number-from-outside
        buffer = new byte[most];
        // ok: csharp-number-from-outside
        twice = 2 * 2;
    }

    void Requests(HttpContext context, Label label)
    {
        // ruleid: csharp-session-from-request
        context.Session["name"] = context.Request.QueryString["name"];
        // ok: csharp-session-from-request
        context.Session["name"] = "guest";
        // ruleid: csharp-setting-from-request
        var a = new SqlConnection("Data Source=" + context.Request.QueryString["server"]);
        // ok: csharp-setting-from-request
        var b = new SqlConnection(settings.Connection);
        // ruleid: csharp-page-shows-request
        label.Text = context.Request.QueryString["name"];
        // ok: csharp-page-shows-request
        label.Text = HttpUtility.HtmlEncode(context.Request.QueryString["name"]);
        // ruleid: csharp-page-shows-request
        context.Response.AppendHeader("X-Name", context.Request.QueryString["name"]);
        // ok: csharp-page-shows-request
        label.Text = "Hello";
        try
        {
            Work();
        }
        catch (Exception e)
        {
            // ruleid: csharp-error-shown
            context.Response.Write(e.StackTrace);
            // ok: csharp-error-shown
            context.Response.Write("failed");
        }
    }

    void Transport(SmtpClient client)
    {
        // ruleid: csharp-code-of-variable
        CSharpScript.EvaluateAsync(text);
        // ok: csharp-code-of-variable
        CSharpScript.EvaluateAsync("1 + 1");
        // ruleid: csharp-derivation-weak
        var k = new PasswordDeriveBytes(password, salt);
        // ruleid: csharp-derivation-weak
        var l = new Rfc2898DeriveBytes(password, Encoding.UTF8.GetBytes("salt"), 600000);
        // ok: csharp-derivation-weak
        var m = new Rfc2898DeriveBytes(password, salt, 600000, HashAlgorithmName.SHA256);
        // ruleid: csharp-unsafe-memory
        Marshal.Copy(source, 0, target, length);
        // ok: csharp-unsafe-memory
        source.CopyTo(target);
        // ruleid: csharp-directory-listed
        app.UseDirectoryBrowser();
        // ok: csharp-directory-listed
        app.UseStaticFiles();
    }
}
