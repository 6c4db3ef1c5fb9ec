import scala.sys.process._

class Pages(ws: WSClient) extends Controller {
  def file(name: String) = Action { request =>
    // ruleid: scala-path-from-request
    val one = Source.fromFile("/srv/pages/" + name)
    // ruleid: scala-path-from-request
    val two = new File(s"/srv/pages/$name")
    // ok: scala-path-from-request
    val three = new File("/srv/pages", new File(name).getName)
    // ok: scala-path-from-request
    val four = Source.fromFile("/srv/pages/index")
    Ok(views.html.page(one))
  }

  def fetch(address: String) = Action.async { request =>
    // ruleid: scala-url-from-request
    ws.url(address).get()
    // ok: scala-url-from-request
    ws.url(s"https://api.example.com/people/$address").get()
  }

  def away(target: String) = Action { request =>
    // ruleid: scala-redirect-from-request
    Redirect(target)
  }

  def home(name: String) = Action { request =>
    // ok: scala-redirect-from-request
    Redirect(routes.Pages.show(name))
  }

  def run(name: String) = Action { request =>
    // ruleid: scala-command-from-request
    val one = Seq("sh", "-c", name).!
    // ruleid: scala-command-from-request
    val two = Class.forName("example.rules." + name)
    // ok: scala-command-from-request
    val three = Class.forName("example.rules.Default")
    Ok
  }

  def hello(name: String) = Action { request =>
    // ruleid: scala-page-from-request
    Ok("<h1>" + name + "</h1>").as("text/html")
  }

  def greet(name: String) = Action { request =>
    // ok: scala-page-from-request
    Ok("<h1>" + HtmlFormat.escape(name) + "</h1>").as("text/html")
  }

  def plain(name: String) = Action { request =>
    // ok: scala-page-from-request
    Ok("hello " + name).as("text/plain")
  }
}

object Secrets {
  // ruleid: scala-weak-cryptography
  val old = MessageDigest.getInstance("MD5")
  // ruleid: scala-weak-cryptography
  val ecb = Cipher.getInstance("AES/ECB/PKCS5Padding")
  // ok: scala-weak-cryptography
  val gcm = Cipher.getInstance("AES/GCM/NoPadding")
  // ok: scala-weak-cryptography
  val good = MessageDigest.getInstance("SHA-256")

  def make(random: SecureRandom) = {
    // ruleid: scala-random-for-secret
    val token = Random.nextInt()
    // ok: scala-random-for-secret
    val delay = Random.nextInt()
    // ok: scala-random-for-secret
    val secret = random.nextLong()
    // ruleid: scala-setting-weak
    val open = Cookie("sid", token, secure = false)
    // ok: scala-setting-weak
    val closed = Cookie("sid", token, secure = true, httpOnly = true)
    open
  }
}
