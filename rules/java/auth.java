class Auth {
	TrustManager[] all = new TrustManager[] { new X509TrustManager() {
		// ruleid: java-tls-verify-off
		public void checkServerTrusted(X509Certificate[] chain, String type) {}
		public X509Certificate[] getAcceptedIssuers() { return null; }
	} };

	TrustManager strict = new X509TrustManager() {
		// ok: java-tls-verify-off
		public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
			delegate.checkServerTrusted(chain, type);
		}
	};

	void go(HttpServletResponse response, HttpSecurity http, String password, Cookie cookie) {
		// ruleid: java-tls-verify-off
		connection.setHostnameVerifier((host, session) -> true);
		// ruleid: java-tls-verify-off
		client.setSSLHostnameVerifier(NoopHostnameVerifier.INSTANCE);
		// ok: java-tls-verify-off
		connection.setHostnameVerifier((host, session) -> NAMES.contains(host));
		// ok: java-tls-verify-off
		client.setSSLHostnameVerifier(new DefaultHostnameVerifier());
		// ruleid: java-weak-cipher
		Cipher a = Cipher.getInstance("DES/CBC/PKCS5Padding");
		// ruleid: java-weak-cipher
		Cipher b = Cipher.getInstance("AES/ECB/PKCS5Padding");
		// ok: java-weak-cipher
		Cipher c = Cipher.getInstance("AES/GCM/NoPadding");
		// ok: java-weak-cipher
		KeyGenerator d = KeyGenerator.getInstance("AES");
		// ruleid: java-password-fast-hash
		String e = DigestUtils.md5Hex(password);
		// ruleid: java-password-fast-hash
		PasswordEncoder f = NoOpPasswordEncoder.getInstance();
		// ok: java-password-fast-hash
		PasswordEncoder g = new BCryptPasswordEncoder();
		// ok: java-password-fast-hash
		String h = DigestUtils.sha256Hex(body);
		// ruleid: java-token-from-random
		String resetToken = "" + new Random().nextLong();
		// ruleid: java-token-from-random
		int otp = new Random().nextInt(1000000);
		float number = new java.util.Random().nextFloat();
		String text = Float.toString(number).substring(2);
		// ruleid: java-token-from-random
		String rememberMeKey = text;
		// ruleid: java-token-from-random
		new Cookie("session", "" + Math.random());
		// ok: java-token-from-random
		String token = encode(secureRandom.generateSeed(32));
		// ok: java-token-from-random
		int delay = new Random().nextInt(100);
		// ruleid: java-csrf-disabled
		http.csrf().disable();
		// ruleid: java-csrf-disabled
		http.csrf(csrf -> csrf.disable());
		// ok: java-csrf-disabled
		http.csrf(withDefaults());
		// ok: java-csrf-disabled
		http.formLogin().disable();
		// ruleid: java-everything-permitted
		http.authorizeHttpRequests(a -> a.anyRequest().permitAll());
		// ruleid: java-everything-permitted
		registry.requestMatchers("/**").permitAll();
		// ok: java-everything-permitted
		registry.requestMatchers("/login").permitAll();
		// ok: java-everything-permitted
		registry.anyRequest().authenticated();
		// ruleid: java-cookie-unprotected
		cookie.setSecure(false);
		// ruleid: java-cookie-unprotected
		sessionCookie.setHttpOnly(false);
		// ok: java-cookie-unprotected
		cookie.setSecure(true);
		// ok: java-cookie-unprotected
		cookie.setHttpOnly(config.httpOnly());
	}

	void crypto(byte[] data, Properties properties, byte[] key) throws Exception {
		String algorithm = properties.getProperty("cipher", "DESede/CBC/PKCS5Padding");
		// ruleid: java-weak-cipher
		Cipher a = Cipher.getInstance(algorithm);
		// ruleid: java-weak-cipher
		Cipher b = Cipher.getInstance("AES");
		// ruleid: java-cipher-without-integrity
		Cipher c = Cipher.getInstance("AES/CBC/PKCS5Padding");
		// ruleid: java-cipher-without-integrity
		Cipher d = Cipher.getInstance("DESede/CBC/PKCS5Padding", "SunJCE");
		// ok: java-cipher-without-integrity, java-weak-cipher
		Cipher e = Cipher.getInstance("AES/GCM/NoPadding");
		// ruleid: java-weak-hash
		MessageDigest f = MessageDigest.getInstance("MD5");
		String hash = properties.getProperty("hash", "SHA1");
		// ruleid: java-weak-hash
		MessageDigest g = MessageDigest.getInstance(hash);
		// ok: java-weak-hash
		MessageDigest h = MessageDigest.getInstance("SHA-256");
		// ok: java-weak-hash
		MessageDigest i = MessageDigest.getInstance(name);
		// ruleid: java-tls-version-old
		SSLContext j = SSLContext.getInstance("SSL");
		// ruleid: java-tls-version-old
		SSLContext k = SSLContext.getInstance("TLSv1");
		// ok: java-tls-version-old
		SSLContext l = SSLContext.getInstance("TLSv1.2");
		KeyPairGenerator pairs = KeyPairGenerator.getInstance("RSA");
		// ruleid: java-weak-key-size
		pairs.initialize(1024);
		// ok: java-weak-key-size
		pairs.initialize(3072);
		KeyGenerator keys = KeyGenerator.getInstance("AES");
		// ruleid: java-weak-key-size
		keys.init(64);
		// ok: java-weak-key-size
		keys.init(256);
		// ruleid: java-weak-key-size
		new ECGenParameterSpec("secp160r1");
		// ok: java-weak-key-size
		new ECGenParameterSpec("secp256r1");
		// ruleid: java-constant-iv
		new IvParameterSpec("0123456789abcdef".getBytes());
		byte[] zero = new byte[16];
		// ruleid: java-constant-iv
		new GCMParameterSpec(128, zero);
		byte[] fresh = new byte[12];
		secureRandom.nextBytes(fresh);
		// ok: java-constant-iv
		new GCMParameterSpec(128, fresh);
		// ok: java-constant-iv
		new IvParameterSpec(data);
		// ruleid: java-few-hash-rounds
		new PBEKeySpec(password, salt, 1000, 256);
		// ruleid: java-few-hash-rounds
		new BCryptPasswordEncoder(4);
		// ok: java-few-hash-rounds
		new PBEKeySpec(password, salt, 600000, 256);
		// ok: java-few-hash-rounds
		new BCryptPasswordEncoder(12);
		SecureRandom random = new SecureRandom();
		// ruleid: java-seed-constant
		random.setSeed(42L);
		// ruleid: java-seed-constant
		SecureRandom seeded = new SecureRandom("seed".getBytes());
		// ok: java-seed-constant
		random.setSeed(random.generateSeed(16));
	}

	void tokens(String token, Algorithm algorithm) {
		// ruleid: java-jwt-unverified
		JWT.require(Algorithm.none()).build().verify(token);
		// ruleid: java-jwt-unverified
		Jwts.parser().setSigningKey(key).parse(token);
		// ok: java-jwt-unverified
		JWT.require(algorithm).build().verify(token);
		// ok: java-jwt-unverified
		Jwts.parser().setSigningKey(key).parseClaimsJws(token);
	}

	void web(HttpSecurity http, HttpServletResponse response, HttpServletRequest request) {
		// ruleid: java-headers-disabled
		http.headers().frameOptions().disable();
		// ruleid: java-headers-disabled
		http.headers(AbstractHttpConfigurer::disable);
		// ok: java-headers-disabled
		http.headers(withDefaults());
		// ok: java-headers-disabled
		http.httpBasic().disable();
		// ruleid: java-cors-origin-echoed
		response.setHeader("Access-Control-Allow-Origin", request.getHeader("Origin"));
		String origin = request.getHeader("Origin");
		// ruleid: java-cors-origin-echoed
		response.addHeader("Access-Control-Allow-Origin", origin);
		if (ORIGINS.contains(origin)) {
			// ok: java-cors-origin-echoed
			response.setHeader("Access-Control-Allow-Origin", origin);
		}
		// ok: java-cors-origin-echoed
		response.setHeader("Access-Control-Allow-Origin", "https://example.org");
		Cookie plain = new Cookie("session", id);
		// ruleid: java-cookie-flags-missing
		response.addCookie(plain);
		Cookie second = new Cookie("remember", id);
		second.setPath("/");
		// ruleid: java-cookie-flags-missing
		response.addCookie(second);
		Cookie safe = new Cookie("session", id);
		safe.setSecure(true);
		safe.setHttpOnly(true);
		// ok: java-cookie-flags-missing
		response.addCookie(safe);
		// ok: java-cookie-flags-missing
		response.addCookie(made);
	}

	void machine(File file, Hashtable<String, Object> env, byte[] signature, byte[] digest) throws Exception {
		// ruleid: java-ldap-anonymous-bind
		env.put(Context.SECURITY_AUTHENTICATION, "none");
		// ruleid: java-ldap-anonymous-bind
		env.put(Context.SECURITY_CREDENTIALS, "");
		// ok: java-ldap-anonymous-bind
		env.put(Context.SECURITY_AUTHENTICATION, "simple");
		// ok: java-ldap-anonymous-bind
		env.put(Context.SECURITY_CREDENTIALS, password);
		// ruleid: java-file-mode-open
		file.setWritable(true, false);
		// ruleid: java-file-mode-open
		PosixFilePermissions.fromString("rwxrwxrwx");
		// ok: java-file-mode-open
		file.setWritable(true);
		// ok: java-file-mode-open
		PosixFilePermissions.fromString("rw-------");
		// ruleid: java-secret-compared-early-exit
		if (Arrays.equals(signature, computed)) return;
		// ruleid: java-secret-compared-early-exit
		if (hmac.equals(sent)) return;
		// ok: java-secret-compared-early-exit
		if (MessageDigest.isEqual(signature, computed)) return;
		// ok: java-secret-compared-early-exit
		if (name.equals(other)) return;
	}

	// ruleid: java-cors-any-origin
	@CrossOrigin(origins = "*")
	String any() { return ""; }

	// ruleid: java-cors-any-origin
	void cors(CorsRegistry registry) { registry.addMapping("/api").allowedOrigins("*"); }

	// ok: java-cors-any-origin
	@CrossOrigin(origins = "https://example.org")
	// ok: java-cors-any-origin
	void some(CorsRegistry registry) { registry.addMapping("/api").allowedOrigins(ORIGINS); }

	void sessions(HttpSession session) {
		// ruleid: java-session-never-expires
		session.setMaxInactiveInterval(-1);
		// ruleid: java-session-never-expires
		session.setMaxInactiveInterval(Duration.ZERO);
		// ok: java-session-never-expires
		session.setMaxInactiveInterval(1800);
		// ok: java-session-never-expires
		session.setAttribute("interval", -1);
	}
}
