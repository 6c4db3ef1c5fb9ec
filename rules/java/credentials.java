class Credentials {
	// ruleid: java-password-assigned
	private static final String PASSWORD = "s3cretpw";
	// ruleid: java-password-assigned
	String apiKey = "9f3kd8s7";
	// ok: java-password-assigned
	private static final String PASSWORD_KEY = "db.password";
	// ok: java-password-assigned
	String password = "password";
	// ok: java-password-assigned
	String passwordLabel = "Enter your password:";

	void connect(String secret, KeyStore store, InputStream in) throws Exception {
		// ruleid: java-password-in-call
		DriverManager.getConnection("jdbc:h2:mem", "app", "s3cretpw");
		// ruleid: java-password-in-call
		store.load(in, "s3cretpw".toCharArray());
		// ok: java-password-in-call
		DriverManager.getConnection("jdbc:h2:mem", "app", secret);
		// ok: java-password-in-call
		store.load(in, System.getenv("STORE_PASSWORD").toCharArray());
		// ruleid: java-password-empty
		DriverManager.getConnection("jdbc:h2:mem", "app", "");
		// ruleid: java-password-empty
		new UsernamePasswordCredentials("app", "");
		// ok: java-password-empty
		new UsernamePasswordCredentials("app", secret);
		// ruleid: java-key-constant
		new SecretKeySpec("0123456789abcdef".getBytes(), "AES");
		byte[] key = {1, 2, 3, 4};
		String text = "s3cretkey";
		// ruleid: java-key-constant
		Algorithm.HMAC256(text);
		// ok: java-key-constant
		new SecretKeySpec(secret.getBytes("UTF-8"), "AES");
		// ok: java-key-constant
		Algorithm.HMAC256(System.getenv("JWT_KEY"));
	}

	boolean check(String password, User user) {
		// ruleid: java-password-compared
		if (password.equals("letmein1")) return true;
		// ruleid: java-password-compared
		if ("sesame".equals(user.getPassword())) return true;
		// ok: java-password-compared
		if ("".equals(password)) return false;
		// ok: java-password-compared
		return user.getName().equals("admin");
	}
}
