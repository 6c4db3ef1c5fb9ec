public class Credentials
{
    // ruleid: csharp-password-assigned
    private const string Password = "s3cretpw";
    // ruleid: csharp-password-in-connection-string
    private string connection = "Server=db;Database=app;User Id=app;Password=s3cretpw;";
    // ok: csharp-password-assigned
    private const string PasswordKey = "db.password";
    // ok: csharp-password-in-connection-string
    private string trusted = "Server=db;Database=app;Integrated Security=true;";

    public bool Check(string password, string secret, Aes aes)
    {
        // ruleid: csharp-password-assigned
        var apiKey = "9f3kd8s7";
        // ok: csharp-password-assigned
        var accessToken = Environment.GetEnvironmentVariable("ACCESS_TOKEN");
        // ruleid: csharp-password-in-connection-string
        var other = "Data Source=db;Initial Catalog=app;User ID=sa;Pwd=s3cretpw";
        // ok: csharp-password-in-connection-string
        var built = "Server=db;User Id=app;Password=" + password;
        // ruleid: csharp-password-in-call
        var a = new NetworkCredential("app", "s3cretpw");
        // ruleid: csharp-password-in-call
        aes.Key = Encoding.UTF8.GetBytes("0123456789abcdef");
        // ok: csharp-password-in-call
        var b = new NetworkCredential("app", secret);
        // ok: csharp-password-in-call
        aes.Key = Convert.FromBase64String(secret);
        // ruleid: csharp-password-compared
        if (password == "letmein1") return true;
        // ruleid: csharp-password-compared
        if (password.Equals("sesame")) return true;
        // ok: csharp-password-compared
        if (password == "") return false;
        // ok: csharp-password-compared
        return name == "admin";
    }
}
