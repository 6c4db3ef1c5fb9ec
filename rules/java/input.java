class Input {
	void run(HttpServletRequest request, HttpServletResponse response, String host, ZipEntry entry) {
		// ruleid: java-command-concatenated
		Runtime.getRuntime().exec("ping -c1 " + host);
		// ruleid: java-command-concatenated
		new ProcessBuilder("sh", "-c", "ping -c1 " + host).start();
		// ok: java-command-concatenated
		new ProcessBuilder("ping", "-c1", host).start();
		// ok: java-command-concatenated
		Runtime.getRuntime().exec("sync");
		// ok: java-command-concatenated
		pool.exec(host + "x");
		// ruleid: java-unsafe-deserialization
		ObjectInputStream in = new ObjectInputStream(request.getInputStream());
		// ruleid: java-unsafe-deserialization
		mapper.enableDefaultTyping();
		// ok: java-unsafe-deserialization
		Order order = mapper.readValue(request.getInputStream(), Order.class);
		// ok: java-unsafe-deserialization
		Yaml yaml = new Yaml(new SafeConstructor(options));
		// ruleid: java-path-from-request
		File a = new File("/srv/files/" + request.getParameter("name"));
		// ruleid: java-path-from-request
		Path b = Paths.get(root, upload.getOriginalFilename());
		// ok: java-path-from-request
		File c = new File(root, FilenameUtils.getName(request.getParameter("name")));
		// ok: java-path-from-request
		File d = new File(root, "index.html");
		// ruleid: java-archive-entry-path
		File e = new File(target, entry.getName());
		// ruleid: java-archive-entry-path
		Path f = target.resolve(zipEntry.getName());
		// ok: java-archive-entry-path
		Path g = target.resolve(entry.getName()).normalize();
		// ok: java-archive-entry-path
		String h = entry.getName();
		// ruleid: java-response-echoes-request
		response.getWriter().println("<h1>" + request.getParameter("title") + "</h1>");
		// ruleid: java-response-echoes-request
		out.print(req.getHeader("Referer"));
		// ok: java-response-echoes-request
		out.print(Encode.forHtml(request.getParameter("title")));
		// ok: java-response-echoes-request
		out.print("<h1>Title</h1>");
		// ruleid: java-redirect-from-request
		response.sendRedirect(request.getParameter("next"));
		// ruleid: java-redirect-from-request
		return "redirect:" + nextUrl;
		// ok: java-redirect-from-request
		response.sendRedirect("/home");
		// ok: java-redirect-from-request
		return "redirect:" + "/home";
		// ruleid: java-expression-dynamic
		Expression i = expressionParser.parseExpression(text);
		// ruleid: java-expression-dynamic
		Object j = scriptEngine.eval(text);
		// ok: java-expression-dynamic
		Expression k = expressionParser.parseExpression("name.length()");
		// ok: java-expression-dynamic
		Object l = scriptEngine.eval("1 + 1");
	}

	void documents() {
		// ruleid: java-xml-external-entities
		DocumentBuilderFactory a = DocumentBuilderFactory.newInstance();
		a.setNamespaceAware(true);
		// ruleid: java-xml-external-entities
		XMLInputFactory b = XMLInputFactory.newInstance();
		read(b);
	}

	private static final String FILLER_00 = "a line that keeps the two methods more than a window apart";
	private static final String FILLER_01 = "a line that keeps the two methods more than a window apart";
	private static final String FILLER_02 = "a line that keeps the two methods more than a window apart";
	private static final String FILLER_03 = "a line that keeps the two methods more than a window apart";
	private static final String FILLER_04 = "a line that keeps the two methods more than a window apart";
	private static final String FILLER_05 = "a line that keeps the two methods more than a window apart";
	private static final String FILLER_06 = "a line that keeps the two methods more than a window apart";
	private static final String FILLER_07 = "a line that keeps the two methods more than a window apart";
	private static final String FILLER_08 = "a line that keeps the two methods more than a window apart";
	private static final String FILLER_09 = "a line that keeps the two methods more than a window apart";
	private static final String FILLER_10 = "a line that keeps the two methods more than a window apart";
	private static final String FILLER_11 = "a line that keeps the two methods more than a window apart";
	private static final String FILLER_12 = "a line that keeps the two methods more than a window apart";
	private static final String FILLER_13 = "a line that keeps the two methods more than a window apart";
	private static final String FILLER_14 = "a line that keeps the two methods more than a window apart";
	private static final String FILLER_15 = "a line that keeps the two methods more than a window apart";

	void safely() {
		// ok: java-xml-external-entities
		DocumentBuilderFactory a = DocumentBuilderFactory.newInstance();
		a.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
		// ok: java-xml-external-entities
		XMLInputFactory b = XMLInputFactory.newInstance();
		b.setProperty(XMLInputFactory.SUPPORT_DTD, false);
	}
}
