@RestController
class Users(private val jdbc: JdbcTemplate) {
    @GetMapping("/users")
    fun users(@RequestParam name: String, @RequestParam id: Int): String {
        // ruleid: kotlin-sql-from-request, kotlin-sql-built-then-executed
        jdbc.queryForList("SELECT * FROM users WHERE name = '" + name + "'")
        // ruleid: kotlin-sql-from-request, kotlin-sql-built-then-executed
        jdbc.query("SELECT * FROM users WHERE name = '${name.trim()}'", mapper)
        // ruleid: kotlin-sql-built-then-executed
        jdbc.query("SELECT * FROM users WHERE name = '$name'", mapper)
        // ok: kotlin-sql-from-request, kotlin-sql-built-then-executed
        jdbc.query("SELECT * FROM users WHERE name = ?", mapper, name)
        // ok: kotlin-sql-from-request
        jdbc.query("SELECT * FROM users WHERE id = " + id, mapper)
        // ok: kotlin-sql-built-then-executed
        jdbc.query("SELECT * FROM ${USERS_TABLE} WHERE active", mapper)
        // ruleid: kotlin-command-from-request
        Runtime.getRuntime().exec("ping " + name)
        // ruleid: kotlin-command-from-request
        ProcessBuilder("sh", "-c", "ping ${name}").start()
        // ok: kotlin-command-from-request
        ProcessBuilder("ping", name).start()
        // ok: kotlin-command-from-request
        Runtime.getRuntime().exec("uptime")
        // ruleid: kotlin-path-from-request
        File("/srv", name).readText()
        // ruleid: kotlin-path-from-request
        Paths.get("/srv", name)
        // ok: kotlin-path-from-request
        File("/srv", File(name).name).readText()
        // ok: kotlin-path-from-request
        File("/srv", "index.html").readText()
        // ruleid: kotlin-url-from-request
        URL(name).readText()
        // ruleid: kotlin-url-from-request
        rest.getForObject("http://" + name + "/status", String::class.java)
        // ok: kotlin-url-from-request
        URL("https://example.org/").readText()
        return ""
    }
}

fun Application.module() {
    routing {
        get("/go") {
            val next = call.parameters["next"]
            // ruleid: kotlin-redirect-from-request
            call.respondRedirect(next)
            // ruleid: kotlin-redirect-from-request
            call.respondRedirect(call.request.queryParameters["next"])
            // ok: kotlin-redirect-from-request
            call.respondRedirect("/home")
            // ruleid: kotlin-html-from-request
            call.respondText("<h1>" + next + "</h1>", ContentType.Text.Html)
            // ruleid: kotlin-html-from-request
            call.respondText("<h1>${next.trim()}</h1>", ContentType.Text.Html)
            // ok: kotlin-html-from-request
            call.respondText("<h1>" + next.escapeHTML() + "</h1>", ContentType.Text.Html)
            // ok: kotlin-html-from-request
            call.respondText("<h1>Title</h1>", ContentType.Text.Html)
        }
    }
}

class Other(private val prefs: Prefs) {
    // ruleid: kotlin-password-assigned
    val dbPassword = "s3cretpw"
    // ruleid: kotlin-password-assigned
    private val apiKey: String = "9f3kd8s7"
    // ok: kotlin-password-assigned
    val passwordKey = "db.password"
    // ok: kotlin-password-assigned
    val accessToken = System.getenv("ACCESS_TOKEN")

    fun read(stream: InputStream) {
        // ruleid: kotlin-unsafe-deserialization
        val a = ObjectInputStream(stream).readObject()
        // ruleid: kotlin-unsafe-deserialization
        mapper.enableDefaultTyping()
        // ok: kotlin-unsafe-deserialization
        val b = Json.decodeFromString<Order>(text)
        // ok: kotlin-unsafe-deserialization
        val c = ObjectOutputStream(stream)
        // ruleid: kotlin-weak-cipher
        val d = Cipher.getInstance("DES/CBC/PKCS5Padding")
        // ruleid: kotlin-weak-cipher
        val e = Cipher.getInstance("AES/ECB/PKCS5Padding")
        // ok: kotlin-weak-cipher
        val f = Cipher.getInstance("AES/GCM/NoPadding")
        // ok: kotlin-weak-cipher
        val g = KeyGenerator.getInstance("AES")
        // ruleid: kotlin-weak-hash
        val h = MessageDigest.getInstance("MD5")
        // ruleid: kotlin-weak-hash
        val i = MessageDigest.getInstance("SHA-1")
        // ok: kotlin-weak-hash
        val j = MessageDigest.getInstance("SHA-256")
        // ok: kotlin-weak-hash
        val k = MessageDigest.getInstance(name)
        // ruleid: kotlin-token-from-random
        val resetToken = Random.nextLong().toString()
        // ruleid: kotlin-token-from-random
        val otp = (1..6).map { ('0'..'9').random() }
        // ok: kotlin-token-from-random
        val token = SecureRandom().nextLong().toString()
        // ok: kotlin-token-from-random
        val colour = Random.nextInt()
        // ruleid: kotlin-webview-javascript-bridge
        view.addJavascriptInterface(Bridge(), "bridge")
        // ruleid: kotlin-webview-javascript-bridge
        view.settings.allowUniversalAccessFromFileURLs = true
        // ok: kotlin-webview-javascript-bridge
        view.settings.allowUniversalAccessFromFileURLs = false
        // ok: kotlin-webview-javascript-bridge
        view.loadUrl("https://example.org/")
    }

    fun failures() {
        // ruleid: kotlin-run-catching-dropped
        runCatching { save() }
        // ruleid: kotlin-run-catching-dropped
        runCatching { verify(token) }.getOrNull()
        // ok: kotlin-run-catching-dropped
        val result = runCatching { save() }
        // ok: kotlin-run-catching-dropped
        runCatching { save() }.onFailure { log.error("not saved", it) }
        // ruleid: kotlin-exception-to-client
        call.respondText("failed: ${e.message}")
        // ruleid: kotlin-exception-to-client
        call.respond(HttpStatusCode.InternalServerError, e.stackTraceToString())
        // ok: kotlin-exception-to-client
        call.respondText("failed")
        // ok: kotlin-exception-to-client
        log.error("failed: ${e.message}")
        // ruleid: kotlin-query-seen
        db.rawQuery("SELECT * FROM users WHERE name = ?", arrayOf(name))
        // ruleid: kotlin-query-seen
        Users.select { Users.name eq name }
        // ok: kotlin-query-seen
        db.rawQuery("SELECT * FROM users", null)
        // ok: kotlin-query-seen
        names.select { it.isNotEmpty() }
    }

    private val filler00 = "a line that keeps the two functions more than a window apart"
    private val filler01 = "a line that keeps the two functions more than a window apart"
    private val filler02 = "a line that keeps the two functions more than a window apart"
    private val filler03 = "a line that keeps the two functions more than a window apart"
    private val filler04 = "a line that keeps the two functions more than a window apart"
    private val filler05 = "a line that keeps the two functions more than a window apart"
    private val filler06 = "a line that keeps the two functions more than a window apart"
    private val filler07 = "a line that keeps the two functions more than a window apart"
    private val filler08 = "a line that keeps the two functions more than a window apart"
    private val filler09 = "a line that keeps the two functions more than a window apart"
    private val filler10 = "a line that keeps the two functions more than a window apart"
    private val filler11 = "a line that keeps the two functions more than a window apart"
    private val filler12 = "a line that keeps the two functions more than a window apart"

    fun documents() {
        // ruleid: kotlin-xml-external-entities
        val a = DocumentBuilderFactory.newInstance()
        // ruleid: kotlin-xml-external-entities
        val b = SAXParserFactory.newInstance()
    }

    private val filler20 = "a line that keeps the two functions more than a window apart"
    private val filler21 = "a line that keeps the two functions more than a window apart"
    private val filler22 = "a line that keeps the two functions more than a window apart"
    private val filler23 = "a line that keeps the two functions more than a window apart"
    private val filler24 = "a line that keeps the two functions more than a window apart"
    private val filler25 = "a line that keeps the two functions more than a window apart"
    private val filler26 = "a line that keeps the two functions more than a window apart"
    private val filler27 = "a line that keeps the two functions more than a window apart"
    private val filler28 = "a line that keeps the two functions more than a window apart"
    private val filler29 = "a line that keeps the two functions more than a window apart"
    private val filler30 = "a line that keeps the two functions more than a window apart"
    private val filler31 = "a line that keeps the two functions more than a window apart"
    private val filler32 = "a line that keeps the two functions more than a window apart"

    fun documentsSafely() {
        // ok: kotlin-xml-external-entities
        val a = DocumentBuilderFactory.newInstance()
        a.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true)
    }
}
