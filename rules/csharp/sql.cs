using System.Data.SqlClient;

public class UsersController : Controller
{
    private static readonly HashSet<string> Columns = new HashSet<string> { "name", "age" };

    public IActionResult ByName(string name, int id)
    {
        // ruleid: csharp-sql-from-request
        var a = new SqlCommand("SELECT * FROM users WHERE name = '" + name + "'", connection);
        // ruleid: csharp-sql-from-request
        var b = new SqlCommand($"SELECT * FROM users WHERE name = '{name}'", connection);
        var command = connection.CreateCommand();
        // ruleid: csharp-sql-from-request
        command.CommandText = string.Format("SELECT * FROM users WHERE name = '{0}'", name);
        // ruleid: csharp-sql-from-request
        var c = context.Users.FromSqlRaw("SELECT * FROM users WHERE name = '" + name + "'");
        // ok: csharp-sql-from-request
        var d = new SqlCommand("SELECT * FROM users WHERE name = @name", connection);
        // ruleid: csharp-sql-parameterised-seen
        d.Parameters.AddWithValue("@name", name);
        // ok: csharp-sql-from-request
        var e = new SqlCommand("SELECT * FROM users WHERE id = " + id, connection);
        // ruleid: csharp-sql-parameterised-seen
        var f = context.Users.FromSqlInterpolated($"SELECT * FROM users WHERE name = {name}");
        // ok: csharp-sql-parameterised-seen
        items.Add(name);
        // ruleid: csharp-orm-query-seen
        var g = _context.Users.Where(u => u.Name == name);
        // ruleid: csharp-orm-query-seen
        var h = db.Users.FirstOrDefault(u => u.Id == id);
        // ok: csharp-orm-query-seen
        var i = names.Where(n => n == name);
        // ruleid: csharp-linq-dynamic-from-request
        var j = users.Where("Name == " + name);
        // ruleid: csharp-linq-dynamic-from-request
        var k = users.OrderBy($"{name} desc");
        // ok: csharp-linq-dynamic-from-request
        var l = users.Where("Name == @0", name);
        return View();
    }

    public ActionResult Sorted()
    {
        string order = Request.QueryString["order"];
        string text = "SELECT * FROM users ORDER BY " + order;
        // ruleid: csharp-sql-from-request
        var adapter = new SqlDataAdapter(text, connection);
        int page = int.Parse(Request.Form["page"]);
        // ok: csharp-sql-from-request
        var paged = new SqlCommand("SELECT * FROM users OFFSET " + page, connection);
        if (!Columns.Contains(order))
        {
            throw new ArgumentException(order);
        }
        // ok: csharp-sql-from-request
        var sorted = new SqlCommand("SELECT * FROM users ORDER BY " + order, connection);
        return View();
    }
}

public class UserStore
{
    public void Find(string name, int age)
    {
        string sql = "SELECT * FROM users WHERE name = '" + name + "'";
        // ruleid: csharp-sql-built-then-executed
        var a = new SqlCommand(sql, connection);
        // ruleid: csharp-sql-built-then-executed
        var b = new NpgsqlCommand($"SELECT * FROM users WHERE name = '{name}'", connection);
        // ruleid: csharp-sql-built-then-executed
        var c = new SqlCommand($@"SELECT * FROM users WHERE name = '{name}'", connection);
        // ruleid: csharp-sql-built-then-executed
        connection.Query<User>("SELECT * FROM users WHERE name = '" + name + "'");
        // ok: csharp-sql-built-then-executed
        connection.Query<User>("SELECT * FROM users WHERE name = @name", new { name });
        // ok: csharp-sql-built-then-executed
        var d = new SqlCommand("SELECT * FROM users WHERE age = " + age, connection);
        // ok: csharp-sql-built-then-executed
        var e = new SqlCommand("SELECT * FROM " + TABLE_NAME, connection);
        // ok: csharp-sql-built-then-executed
        var f = new SqlCommand("SELECT * FROM users WHERE name = @name", connection);
    }
}
