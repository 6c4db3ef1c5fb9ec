object A {
  // ruleid: scala-sql-interpolated
  val a = statement.executeQuery(s"SELECT * FROM users WHERE name = '$name'")
  // ruleid: scala-sql-interpolated
  val b = sql"SELECT * FROM #$table"
  // ok: scala-sql-interpolated
  val c = sql"SELECT * FROM users WHERE name = $name"
  // ok: scala-sql-interpolated
  val d = connection.prepareStatement("SELECT * FROM users WHERE name = ?")
  // ruleid: scala-command-interpolated
  val e = s"tar xf $name".!
  // ruleid: scala-command-interpolated
  val f = Process(s"tar xf $name")
  // ok: scala-command-interpolated
  val g = Seq("tar", "xf", name).!
  // ok: scala-command-interpolated
  val h = "sync".!
  // ruleid: scala-html-unescaped
  val i = Html(s"<b>$name</b>")
  // ruleid: scala-html-unescaped
  val j = Html(user.bio)
  // ok: scala-html-unescaped
  val k = Html("<b>fixed</b>")
  // ok: scala-html-unescaped
  val l = HtmlFormat.escape(name)
  // ruleid: scala-protection-off
  val m = "play.ws.ssl.loose.acceptAnyCertificate = true"
  // ruleid: scala-protection-off
  val n = CorsSettings.defaultSettings.withAllowedOrigins(HttpOriginMatcher.*)
  // ok: scala-protection-off
  val o = "play.filters.enabled += play.filters.csrf.CSRFFilter"
  // ok: scala-protection-off
  val p = "acceptAnyCertificate = false"
}
