package example

@RestController
class Pages(private val names: List<String>) {
	@GetMapping("/rule")
	fun rule(@RequestParam text: String, @RequestParam count: Int): Any? {
		// ruleid: kotlin-code-from-request
		SpelExpressionParser().parseExpression(text)
		// ruleid: kotlin-code-from-request
		Class.forName("example.rules.$text")
		// ok: kotlin-code-from-request
		SpelExpressionParser().parseExpression("name.length > $count")
		// ok: kotlin-code-from-request
		return Class.forName("example.rules.Default")
	}

	@GetMapping("/person")
	fun person(@RequestParam name: String, context: DirContext) {
		// ruleid: kotlin-query-of-names-from-request
		context.search("dc=example", "(uid=$name)", controls)
		// ok: kotlin-query-of-names-from-request
		context.search("dc=example", "(uid={0})", arrayOf(name), controls)
		// ruleid: kotlin-query-of-names-from-request
		xpath.evaluate("//person[@name='" + name + "']", document)
		// ok: kotlin-query-of-names-from-request
		xpath.evaluate("//person[@name=\$name]", document)
		// ruleid: kotlin-regex-from-request
		names.filter { Regex(name).matches(it) }
		// ok: kotlin-regex-from-request
		names.filter { Regex(Regex.escape(name)).containsMatchIn(it) }
		// ruleid: kotlin-log-of-request-data
		logger.info("asked for $name")
		// ok: kotlin-log-of-request-data
		logger.info("asked for " + name.replace("\n", "_"))
	}

	@GetMapping("/hello")
	fun hello(@RequestParam name: String): String {
		// ruleid: kotlin-page-returned-from-request
		return "<h1>$name</h1>"
	}

	@GetMapping("/escaped")
	fun escaped(@RequestParam name: String): String {
		// ok: kotlin-page-returned-from-request
		return "<h1>" + HtmlUtils.htmlEscape(name) + "</h1>"
	}

	fun settings(cookie: Cookie) {
		// ruleid: kotlin-protection-switched-off
		SSLContext.getInstance("SSLv3")
		// ok: kotlin-protection-switched-off
		SSLContext.getInstance("TLSv1.3")
		// ruleid: kotlin-protection-switched-off
		cookie.isHttpOnly = false
		// ok: kotlin-protection-switched-off
		cookie.isHttpOnly = true
	}
}
