public class ErrorsController : Controller
{
    public bool Quiet(string token)
    {
        // ruleid: csharp-empty-catch
        try { Save(); } catch (Exception) { }
        try
        {
            Save();
        }
        // ruleid: csharp-empty-catch
        catch (IOException e)
        {
        }
        // ok: csharp-empty-catch
        try { Save(); } catch (IOException e) { throw new SaveFailed(e); }
        // ok: csharp-empty-catch
        try { Save(); } catch (IOException e) { _logger.LogError(e, "not saved"); }
        // ruleid: csharp-catch-everything
        try { Save(); } catch { Log("failed"); }
        // ruleid: csharp-catch-everything
        try { Save(); } catch (NullReferenceException e) { Log("failed"); }
        // ok: csharp-catch-everything
        try { Save(); } catch { Undo(); throw; }
        // ok: csharp-catch-everything
        try { Save(); } catch (IOException e) { Log("failed"); }
        // ruleid: csharp-catch-grants
        try { Verify(token); } catch (Exception e) { return true; }
        // ruleid: csharp-catch-grants
        try { Verify(token); } catch { Log("failed"); return true; }
        // ok: csharp-catch-grants
        try { Verify(token); } catch (Exception e) { return false; }
        // ok: csharp-catch-grants
        try { Find(token); } catch (FormatException e) { return true; }
        // ruleid: csharp-check-error-ignored
        try { CheckPermission(user); } catch (Exception) { }
        // ruleid: csharp-check-error-ignored
        try { handler.ValidateToken(token); } catch (Exception e) { _logger.LogWarning("bad token"); }
        // ok: csharp-check-error-ignored
        try { CheckPermission(user); } catch (Exception) { return false; }
        // ok: csharp-check-error-ignored
        try { Save(); } catch (IOException e) { _logger.LogError("not saved"); }
        return false;
    }

    public IActionResult Answer()
    {
        try
        {
            Save();
        }
        catch (SqlException e)
        {
            // ruleid: csharp-exception-to-client
            Response.Write(e.ToString());
            // ok: csharp-exception-to-client
            _logger.LogError(e.ToString());
            // ruleid: csharp-exception-to-client
            return StatusCode(500, e.Message);
        }
        // ok: csharp-exception-to-client
        return StatusCode(500, "failed");
    }

    public void Configure(IApplicationBuilder app, IWebHostEnvironment env)
    {
        // ruleid: csharp-developer-page-everywhere
        app.UseDeveloperExceptionPage();
        // ruleid: csharp-developer-page-everywhere
        app.UseDatabaseErrorPage();
        if (env.IsDevelopment())
        {
            // ok: csharp-developer-page-everywhere
            app.UseDeveloperExceptionPage();
        }
        // ok: csharp-developer-page-everywhere
        app.UseExceptionHandler("/error");
    }

    public void Logged(string user, string password, string apiKey)
    {
        // ruleid: csharp-secret-logged
        _logger.LogInformation("login of " + user + " with " + password);
        // ruleid: csharp-secret-logged
        Console.WriteLine($"key {apiKey}");
        // ok: csharp-secret-logged
        _logger.LogInformation("password of {User} changed", user);
        // ok: csharp-secret-logged
        Console.WriteLine(maskedPassword);
        // ruleid: csharp-client-waits-forever
        client.Timeout = Timeout.InfiniteTimeSpan;
        // ruleid: csharp-client-waits-forever
        command.CommandTimeout = 0;
        // ok: csharp-client-waits-forever
        client.Timeout = TimeSpan.FromSeconds(5);
        // ok: csharp-client-waits-forever
        command.CommandTimeout = 30;
        // ruleid: csharp-number-of-request-unchecked
        var page = int.Parse(Request.QueryString["page"]);
        // ruleid: csharp-number-of-request-unchecked
        var size = Convert.ToInt32(Request["size"]);
        // ok: csharp-number-of-request-unchecked
        int.TryParse(Request.QueryString["page"], out page);
        // ok: csharp-number-of-request-unchecked
        var limit = int.Parse(settings["limit"]);
    }
}
