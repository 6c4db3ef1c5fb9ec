// ruleid: csharp-removed-auth-guard
[Authorize(Roles = "Admin")]
public class AdminController : Controller
{
    // ruleid: csharp-removed-csrf-protection
    [ValidateAntiForgeryToken]
    // ok: csharp-removed-auth-guard, csharp-removed-csrf-protection, csharp-removed-rate-limit
    [HttpPost]
    // ruleid: csharp-removed-rate-limit
    [EnableRateLimiting("login")]
    public IActionResult Save(Item item)
    {
        // ruleid: csharp-removed-permission-check
        if (!User.IsInRole("Admin"))
        {
            // ruleid: csharp-removed-permission-check
            return Forbid();
        }
        // ok: csharp-removed-permission-check
        if (item.Name == "a") return View();
        // ruleid: csharp-removed-validation
        if (!ModelState.IsValid) return BadRequest();
        // ok: csharp-removed-validation
        if (item.Count == 0) return BadRequest();
        // ruleid: csharp-removed-escaping
        var name = HttpUtility.HtmlEncode(item.Name);
        // ruleid: csharp-removed-escaping
        var file = Path.GetFileName(item.File);
        // ok: csharp-removed-escaping
        var path = Path.Combine("a", file);
        // ruleid: csharp-removed-parameter
        command.Parameters.AddWithValue("@name", name);
        // ok: csharp-removed-parameter
        parameters.Add(name);
        return View();
    }

    public void Configure(IApplicationBuilder app)
    {
        // ruleid: csharp-removed-https
        app.UseHttpsRedirection();
        // ruleid: csharp-removed-https
        app.UseHsts();
        // ok: csharp-removed-https
        app.UseStaticFiles();
        // ruleid: csharp-removed-auth-guard
        app.UseAuthentication();
        // ruleid: csharp-removed-csrf-protection
        app.UseAntiforgery();
        // ruleid: csharp-removed-rate-limit
        app.UseRateLimiter();
    }

    // ruleid: csharp-removed-validation
    [StringLength(100)]
    public string Name { get; set; }
}
