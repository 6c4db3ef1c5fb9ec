import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.SignatureAlgorithm;

@Controller
class Pages {
	@GetMapping("/pages/{language}")
	String page(@PathVariable String language) {
		// ruleid: java-view-name-from-request
		return "pages/" + language + "/welcome";
	}

	@GetMapping("/section")
	ModelAndView section(@RequestParam String name) {
		ModelAndView page = new ModelAndView();
		// ruleid: java-view-name-from-request
		page.setViewName("welcome :: " + name);
		return page;
	}

	@GetMapping("/account/{id}")
	String account(@PathVariable Long id) {
		// ok: java-view-name-from-request
		return "accounts/" + id;
	}

	@GetMapping("/find")
	String find(@RequestParam String name, Model model) {
		model.addAttribute("found", service.find(name));
		// ok: java-view-name-from-request
		return "found";
	}

	@GetMapping("/raw")
	@ResponseBody
	String raw(@RequestParam String name) {
		// ok: java-view-name-from-request
		return name.trim();
	}

	void libraries(HttpServletRequest request) {
		String name = request.getParameter("codec");
		// ruleid: java-library-from-request
		System.loadLibrary(name);
		// ruleid: java-library-from-request
		System.load("/opt/codecs/" + name + ".so");
		// ok: java-library-from-request
		System.loadLibrary("codec");
	}

	void graph(Session session, String name) {
		// ruleid: java-graph-query-built
		session.run("MATCH (p:Person) WHERE p.name = '" + name + "' RETURN p");
		String query = String.format("MATCH (n:User {name: '%s'}) RETURN n", name);
		// ruleid: java-graph-query-built
		session.run(query);
		// ok: java-graph-query-built
		session.run("MATCH (p:Person) WHERE p.name = $name RETURN p", Map.of("name", name));
		// ok: java-graph-query-built
		session.run("MATCH (p:Person) RETURN p LIMIT " + MAX_ROWS);
	}
}

class Tokens {
	String make(String user, Key key) {
		// ruleid: java-token-not-signed
		String open = Jwts.builder().setSubject(user).compact();
		// ok: java-token-not-signed
		String signed = Jwts.builder().setSubject(user).signWith(key).compact();
		// ok: java-token-not-signed
		String sealed = Jwts.builder().subject(user).encryptWith(key, Jwts.ENC.A256GCM).compact();
		// ruleid: java-jwt-algorithm-none
		String none = Jwts.builder().setSubject(user).signWith(SignatureAlgorithm.NONE, "").compact();
		// ok: java-jwt-algorithm-none
		return Jwts.builder().setSubject(user).signWith(SignatureAlgorithm.HS256, key).compact();
	}

	Object parser(JwtParserBuilder builder) {
		// ruleid: java-jwt-algorithm-none
		return builder.unsecured().build();
	}
}

class Ciphers {
	private static final byte[] IV = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};

	private final byte[] own = new byte[12];

	void run(Cipher cipher, SecretKey key, byte[] fresh) throws Exception {
		// ruleid: java-iv-in-constant-field
		cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(128, IV));
		// ok: java-iv-in-constant-field
		cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(128, fresh));
		// ruleid: java-cipher-obsolete
		SecretKeyFactory old = SecretKeyFactory.getInstance("PBEWithMD5AndDES");
		// ok: java-cipher-obsolete
		SecretKeyFactory good = SecretKeyFactory.getInstance("PBEWithHmacSHA256AndAES_128");
		// ruleid: java-cipher-does-nothing
		Cipher none = new NullCipher();
		// ok: java-cipher-does-nothing
		Cipher gcm = Cipher.getInstance("AES/GCM/NoPadding");
	}

	void keys(KeyPairGenerator pairs) throws Exception {
		// ruleid: java-key-specification-weak
		pairs.initialize(new ECGenParameterSpec("secp112r1"));
		// ok: java-key-specification-weak
		pairs.initialize(new ECGenParameterSpec("secp256r1"));
		// ruleid: java-key-specification-weak
		pairs.initialize(new RSAKeyGenParameterSpec(1024, RSAKeyGenParameterSpec.F4));
		// ok: java-key-specification-weak
		pairs.initialize(new RSAKeyGenParameterSpec(3072, RSAKeyGenParameterSpec.F4));
	}
}

class Settings {
	void program() throws Exception {
		// ruleid: java-certificate-check-switched-off
		System.setProperty("jdk.internal.httpclient.disableHostnameVerification", "true");
		// ruleid: java-certificate-check-switched-off
		System.setProperty("com.sun.net.ssl.checkRevocation", "false");
		// ok: java-certificate-check-switched-off
		System.setProperty("com.sun.net.ssl.checkRevocation", "true");
	}

	void headers(HttpServletResponse response, String id) {
		// ruleid: java-security-header-weak
		response.setHeader("X-Frame-Options", "ALLOWALL");
		// ok: java-security-header-weak
		response.setHeader("X-Frame-Options", "DENY");
		// ruleid: java-security-header-weak
		response.setHeader("Content-Security-Policy", "default-src 'self'; script-src 'self' 'unsafe-inline'");
		// ok: java-security-header-weak
		response.setHeader("Content-Security-Policy", "default-src 'self'; style-src 'unsafe-inline'");
		// ruleid: java-set-cookie-built-without-flags
		response.addHeader("Set-Cookie", "sid=" + id + "; Path=/");
		// ok: java-set-cookie-built-without-flags
		response.addHeader("Set-Cookie", "sid=" + id + "; Path=/; HttpOnly; Secure; SameSite=Lax");
		// ok: java-set-cookie-built-without-flags
		response.addHeader("Set-Cookie", cookie.toString());
	}

	void cookie(Cookie cookie) {
		// ruleid: java-cookie-kept-long
		cookie.setMaxAge(60 * 60 * 24 * 365);
		// ruleid: java-cookie-kept-long
		cookie.setMaxAge(Integer.MAX_VALUE);
		// ok: java-cookie-kept-long
		cookie.setMaxAge(3600);
	}

	void remember(HttpSecurity http) throws Exception {
		// ruleid: java-remember-me-key-constant
		http.rememberMe().key("ourRememberMeKey");
		// ok: java-remember-me-key-constant
		http.rememberMe().key(properties.getKey());
	}

	void web(WebSecurity web) {
		// ruleid: java-debug-of-security
		web.debug(true);
		// ok: java-debug-of-security
		web.debug(false);
	}

	void temporary() throws IOException {
		// ruleid: java-temporary-directory-guessable
		File one = File.createTempFile("upload", ".tmp");
		// ok: java-temporary-directory-guessable
		File two = File.createTempFile("upload", ".tmp", directory);
		// ok: java-temporary-directory-guessable
		Path three = java.nio.file.Files.createTempFile("upload", ".tmp");
	}
}

class Api {
	// ruleid: java-cross-origin-for-all
	@CrossOrigin
	@GetMapping("/rates")
	String rates() {
		return rates.asJson();
	}

	// ok: java-cross-origin-for-all
	@CrossOrigin(origins = "https://shop.example")
	@GetMapping("/prices")
	String prices() {
		return prices.asJson();
	}
}
