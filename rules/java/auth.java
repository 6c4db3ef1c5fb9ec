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
		int otp = random.nextInt(1000000);
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
		// ruleid: java-secret-logged
		log.info("login of {} with {}", name, password);
		// ruleid: java-secret-logged
		System.out.println("key " + config.apiKey);
		// ok: java-secret-logged
		log.info("password of {} changed", name);
		// ok: java-secret-logged
		log.info("key {}", maskedPassword);
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
}
