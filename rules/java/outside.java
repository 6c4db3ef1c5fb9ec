class Outside {
	void run(BufferedReader reader, Statement statement, Properties properties, ResultSet row) throws Exception {
		String name = reader.readLine();
		// ruleid: java-sql-from-outside
		statement.executeQuery("SELECT * FROM users WHERE name = '" + name + "'");
		// ruleid: java-sql-from-outside
		statement.executeQuery("SELECT * FROM users WHERE name = '" + row.getString(1) + "'");
		// ok: java-sql-from-outside
		statement.executeQuery("SELECT * FROM users WHERE id = " + Integer.parseInt(name));
		// ok: java-sql-from-outside
		connection.prepareStatement("SELECT * FROM users WHERE name = ?").setString(1, name);
		// ruleid: java-command-from-outside
		Runtime.getRuntime().exec("ping " + name);
		// ruleid: java-command-from-outside
		Runtime.getRuntime().exec(System.getenv("TOOL") + " -v");
		// ok: java-command-from-outside
		new ProcessBuilder("ping", name).start();
		// ok: java-command-from-outside
		Runtime.getRuntime().exec("uptime");
		// ruleid: java-path-from-outside
		File a = new File("/srv/" + name);
		// ruleid: java-path-from-outside
		FileInputStream b = new FileInputStream(new Scanner(System.in).nextLine());
		// ok: java-path-from-outside
		File c = new File("/srv", FilenameUtils.getName(name));
		// ok: java-path-from-outside
		File d = new File(properties.getProperty("directory"));
	}

	void queries(BufferedReader reader, DirContext context, XPath xpath, Properties properties) throws Exception {
		String name = reader.readLine();
		// ruleid: java-ldap-from-outside
		context.search("ou=users", "(uid=" + name + ")", controls);
		// ruleid: java-ldap-from-outside
		context.search("ou=users", "(uid=" + properties.getProperty("user") + ")", controls);
		// ok: java-ldap-from-outside
		context.search("ou=users", "(uid={0})", new Object[] {name}, controls);
		// ok: java-ldap-from-outside
		context.search("ou=users", "(uid=admin)", controls);
		// ruleid: java-xpath-from-outside
		xpath.evaluate("//user[@name='" + name + "']", document);
		// ruleid: java-xpath-from-outside
		xpath.compile("//user[@name='" + System.getenv("USER") + "']");
		// ok: java-xpath-from-outside
		xpath.evaluate("//user", document);
		// ok: java-xpath-from-outside
		xpath.evaluate("//user[@name=$name]", new InputSource(name));
		// ruleid: java-class-from-outside
		Class.forName(name);
		// ruleid: java-class-from-outside
		Class.forName(properties.getProperty("driver"));
		// ok: java-class-from-outside
		Class.forName("a.B");
		// ok: java-class-from-outside
		names.add(name);
	}

	void page(BufferedReader reader, HttpServletResponse response, ResultSet row) throws Exception {
		// ruleid: java-html-from-outside
		response.getWriter().println("<h1>" + row.getString("title") + "</h1>");
		String line = reader.readLine();
		// ruleid: java-html-from-outside
		response.getWriter().print(line);
		// ok: java-html-from-outside
		response.getWriter().print(Encode.forHtml(line));
		// ok: java-html-from-outside
		response.getWriter().print("<h1>Title</h1>");
		// ruleid: java-format-from-outside
		System.out.printf(line, 1);
		// ruleid: java-format-from-outside
		String.format(reader.readLine(), 1);
		// ok: java-format-from-outside
		System.out.printf("%s", line);
		// ok: java-format-from-outside
		String.format("%s", line);
	}
}
