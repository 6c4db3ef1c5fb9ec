public class ItemsController : Controller
{
    [Authorize]
    public IActionResult All()
    {
        return View();
    }

    // ruleid: csharp-guard-missing-beside-others
    [HttpPost]
    public IActionResult Save(Item item)
    {
        return View();
    }

    // ruleid: csharp-guard-missing-beside-others
    [HttpDelete("{id}")]
    public IActionResult Remove(int id)
    {
        return View();
    }

    // ok: csharp-guard-missing-beside-others
    [HttpPut]
    [Authorize(Roles = "Admin")]
    public IActionResult Change(Item item)
    {
        return View();
    }

    // ok: csharp-guard-missing-beside-others
    [HttpPost]
    [AllowAnonymous]
    public IActionResult Contact(Item item)
    {
        return View();
    }

    // ok: csharp-guard-missing-beside-others
    [HttpGet]
    public IActionResult About()
    {
        return View();
    }
}
