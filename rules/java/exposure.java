class Exposure {
	void logged(String password, Config config, String name) {
		// ruleid: java-secret-logged
		log.info("login of {} with {}", name, password);
		// ruleid: java-secret-logged
		System.out.println("key " + config.apiKey);
		// ok: java-secret-logged
		log.info("password of {} changed", name);
		// ok: java-secret-logged
		log.info("key {}", maskedPassword);
	}

	void answer(HttpServletResponse response) throws Exception {
		PrintWriter out = response.getWriter();
		try {
			work();
		} catch (SQLException e) {
			// ruleid: java-exception-to-client
			out.println("failed: " + e.getMessage());
			// ruleid: java-exception-to-client
			response.sendError(500, e.toString());
			// ruleid: java-stack-trace-to-response
			e.printStackTrace(out);
			// ruleid: java-stack-trace-to-response
			e.printStackTrace(response.getWriter());
			// ok: java-exception-to-client
			log.error("failed: " + e.getMessage());
			// ok: java-exception-to-client
			response.sendError(500, "failed");
			// ok: java-stack-trace-to-response
			e.printStackTrace(System.err);
		}
	}

	ResponseEntity<String> entity() {
		try {
			work();
		} catch (Exception e) {
			// ruleid: java-exception-to-client
			return ResponseEntity.status(500).body(e.getMessage());
		}
		// ok: java-exception-to-client
		return ResponseEntity.status(500).body("failed");
	}

	void printed(Exception e, Exception ex, Dump dump) {
		// ruleid: java-stack-trace-printed
		e.printStackTrace();
		// ruleid: java-stack-trace-printed
		ex.printStackTrace();
		// ok: java-stack-trace-printed
		log.error("save failed", e);
		// ok: java-stack-trace-printed
		dump.printStackTraces();
		// ruleid: java-debug-enabled
		adapter.setShowSql(true);
		// ruleid: java-debug-enabled
		WebView.setWebContentsDebuggingEnabled(true);
		// ok: java-debug-enabled
		adapter.setShowSql(false);
	}

	void sent(String token) throws Exception {
		// ruleid: java-transport-not-encrypted
		FTPClient ftp = new FTPClient();
		// ruleid: java-transport-not-encrypted
		email.setSSLOnConnect(false);
		// ok: java-transport-not-encrypted
		FTPSClient ftps = new FTPSClient();
		// ok: java-transport-not-encrypted
		email.setSSLOnConnect(true);
		// ruleid: java-secret-in-url
		get("https://api.example.org/items?token=" + token);
		// ruleid: java-secret-in-url
		get("https://api.example.org/items?a=1&api_key=" + key.text());
		// ok: java-secret-in-url
		get("https://api.example.org/items?name=" + name);
		// ruleid: java-temporary-file-shared
		File report = new File("/tmp/report.txt");
		// ruleid: java-temporary-file-shared
		File other = new File(System.getProperty("java.io.tmpdir"), "report.txt");
		// ok: java-temporary-file-shared
		Path made = Files.createTempFile("report", ".txt");
		// ok: java-temporary-file-shared
		File kept = new File("/srv/report.txt");
	}
}
