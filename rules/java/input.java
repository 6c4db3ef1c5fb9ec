class Input extends HttpServlet {
	private static final Map<String, String> COMMANDS = Map.of("a", "uptime");
	private static final Set<String> NAMES = Set.of("a", "b");

	void run(String host, String level) throws Exception {
		// ruleid: java-command-concatenated, java-command-from-parameter
		Runtime.getRuntime().exec("ping -c1 " + host);
		// ruleid: java-command-concatenated, java-command-from-parameter
		new ProcessBuilder("sh", "-c", "ping -c1 " + host).start();
		String command = String.format("ping -c1 %s", host);
		// ruleid: java-command-from-parameter
		Runtime.getRuntime().exec(command);
		// ok: java-command-concatenated, java-command-from-parameter
		new ProcessBuilder("ping", "-c1", host).start();
		// ok: java-command-concatenated, java-command-from-parameter
		Runtime.getRuntime().exec("sync");
		// ok: java-command-from-parameter
		Runtime.getRuntime().exec("nice -n " + Integer.parseInt(level) + " true");
		// ok: java-command-from-parameter
		Runtime.getRuntime().exec(new String[] {"ping", "-c1", host});
		// ok: java-command-concatenated
		pool.exec(host + "x");
	}

	protected void doPost(HttpServletRequest request, HttpServletResponse response) throws Exception {
		String host = request.getParameter("host");
		// ruleid: java-command-from-request
		Runtime.getRuntime().exec("ping -c1 " + host);
		List<String> arguments = new ArrayList<>();
		arguments.add("sh");
		arguments.add("-c");
		arguments.add("ping -c1 " + request.getHeader("X-Host"));
		ProcessBuilder builder = new ProcessBuilder();
		// ruleid: java-command-from-request
		builder.command(arguments);
		// ruleid: java-command-from-request
		new ProcessBuilder("/bin/sh", "-c", "ping " + host).start();
		// ok: java-command-from-request
		new ProcessBuilder("ping", "-c1", host).start();
		// ok: java-command-from-request
		Runtime.getRuntime().exec(COMMANDS.get(host));
		// ok: java-command-from-request
		Runtime.getRuntime().exec("uptime");
		if (NAMES.contains(host)) {
			// ok: java-command-from-request
			Runtime.getRuntime().exec("ping -c1 " + host);
		}
	}

	void files(HttpServletRequest request, Path root) throws Exception {
		String name = request.getParameter("name");
		// ruleid: java-path-from-request
		File a = new File("/srv/files/" + name);
		// ruleid: java-path-from-request
		FileInputStream b = new FileInputStream("/srv/files/" + request.getHeader("X-Name"));
		// ruleid: java-path-from-request
		byte[] c = Files.readAllBytes(Paths.get("/srv", name));
		// ok: java-path-from-request
		File d = new File("/srv/files", FilenameUtils.getName(name));
		// ok: java-path-from-request
		File e = new File("/srv/files", "index.html");
		// ok: java-path-from-request
		Files.write(target, bytes);
	}

	void upload(MultipartFile upload, String root) {
		// ruleid: java-path-from-request
		Path b = Paths.get(root, upload.getOriginalFilename());
	}

	File checked(HttpServletRequest request, String base) throws Exception {
		String name = request.getParameter("name");
		if (name.contains("..")) {
			throw new IllegalArgumentException();
		}
		// ok: java-path-from-request
		return new File(base, name);
	}

	void archive(File target, ZipEntry entry, Path to) {
		// ruleid: java-archive-entry-path
		File e = new File(target, entry.getName());
		// ruleid: java-archive-entry-path
		Path f = to.resolve(entry.getName());
		String name = entry.getName();
		// ruleid: java-archive-entry-path
		FileOutputStream out = new FileOutputStream("/srv/" + name);
		// ok: java-archive-entry-path
		File g = new File(target, new File(entry.getName()).getName());
		// ok: java-archive-entry-path
		log(name);
	}

	void archiveChecked(File target, ZipEntry entry) {
		// ok: java-archive-entry-path
		File file = new File(target, entry.getName());
		if (!file.toPath().normalize().startsWith(target.toPath())) {
			throw new IllegalArgumentException();
		}
	}

	void page(HttpServletRequest request, HttpServletResponse response) throws Exception {
		String title = request.getParameter("title");
		// ruleid: java-html-from-request
		response.getWriter().println("<h1>" + title + "</h1>");
		PrintWriter out = response.getWriter();
		// ruleid: java-html-from-request
		out.print(request.getHeader("Referer"));
		// ruleid: java-html-from-request
		response.getWriter().printf("<h1>%s</h1>", title);
		// ok: java-html-from-request
		out.print(Encode.forHtml(title));
		// ok: java-html-from-request
		out.print("<h1>Title</h1>");
		// ok: java-html-from-request
		out.print(Integer.parseInt(title));
		// ok: java-html-from-request
		System.out.println(title);
	}

	void redirects(HttpServletRequest request, HttpServletResponse response) throws Exception {
		// ruleid: java-redirect-from-request
		response.sendRedirect(request.getParameter("next"));
		String next = request.getParameter("next");
		// ruleid: java-redirect-from-request
		response.setHeader("Location", next);
		// ok: java-redirect-from-request
		response.sendRedirect("/home");
		// ok: java-redirect-from-request
		response.sendRedirect("/users/" + next);
		// ok: java-redirect-from-request
		response.sendRedirect("https://example.org/login?next=" + next);
		if (next.startsWith("/")) {
			// ok: java-redirect-from-request
			response.sendRedirect(next);
		}
	}

	@GetMapping("/go")
	String go(@RequestParam String target) {
		// ruleid: java-redirect-from-request
		return "redirect:" + target;
	}

	void fetch(HttpServletRequest request, RestTemplate rest) throws Exception {
		String url = request.getParameter("url");
		// ruleid: java-url-from-request
		new URL(url).openStream();
		// ruleid: java-url-from-request
		rest.getForObject("http://" + request.getParameter("host") + "/x", String.class);
		// ok: java-url-from-request
		rest.getForObject("https://api.example.org/search?q=" + url, String.class);
		// ok: java-url-from-request
		new URL("https://api.example.org/").openStream();
	}

	void directory(HttpServletRequest request, DirContext context) throws Exception {
		String user = request.getParameter("user");
		// ruleid: java-ldap-from-request
		context.search("ou=users", "(uid=" + user + ")", controls);
		String filter = "(&(uid=" + user + ")(active=1))";
		// ruleid: java-ldap-from-request
		context.search("ou=users", filter, new Object[] {}, controls);
		// ok: java-ldap-from-request
		context.search("ou=users", "(uid={0})", new Object[] {user}, controls);
		// ok: java-ldap-from-request
		context.search("ou=users", "(uid=" + LdapEncoder.filterEncode(user) + ")", controls);
	}

	void names(HttpServletRequest request, InitialContext context) throws Exception {
		// ruleid: java-jndi-lookup-from-request
		context.lookup(request.getParameter("name"));
		// ruleid: java-jndi-lookup-from-request
		new InitialContext().lookup("java:comp/" + request.getHeader("X-Name"));
		// ok: java-jndi-lookup-from-request
		context.lookup("java:comp/env/jdbc/users");
		// ok: java-jndi-lookup-from-request
		cache.lookup(request.getParameter("name"));
	}

	void nodes(HttpServletRequest request, XPath xpath, Document document) throws Exception {
		String user = request.getParameter("user");
		// ruleid: java-xpath-from-request
		xpath.evaluate("//user[@name='" + user + "']", document);
		// ruleid: java-xpath-from-request
		xpath.compile("//user[@name='" + user + "']");
		// ok: java-xpath-from-request
		xpath.evaluate("//user[@name=$name]", document);
		// ok: java-xpath-from-request
		xpath.evaluate("//user", new InputSource(user));
	}

	void written(HttpServletRequest request, HttpServletResponse response) {
		String name = request.getParameter("name");
		// ruleid: java-log-from-request
		log.info("login of " + name);
		// ruleid: java-log-from-request
		logger.warn("login of {}", request.getHeader("X-User"));
		// ok: java-log-from-request
		log.info("login of {}", name.replaceAll("[\r\n]", ""));
		// ok: java-log-from-request
		log.info("login");
		// ruleid: java-header-from-request
		response.setHeader("X-Name", name);
		// ruleid: java-header-from-request
		Cookie cookie = new Cookie("name", name);
		// ok: java-header-from-request
		response.setHeader("X-Name", URLEncoder.encode(name, "UTF-8"));
		// ok: java-header-from-request
		response.setHeader("X-Frame-Options", "DENY");
		// ruleid: java-session-from-request
		request.getSession().setAttribute("user", name);
		// ruleid: java-session-from-request
		request.getSession().putValue(request.getParameter("key"), "10");
		// ok: java-session-from-request
		request.getSession().setAttribute("seen", "yes");
		// ok: java-session-from-request
		request.setAttribute("user", name);
	}

	boolean hosts(String url, String name) {
		// ruleid: java-url-checked-by-substring
		if (url.contains("example.com")) return true;
		// ruleid: java-url-checked-by-substring
		if (url.startsWith("https://example.com")) return true;
		// ok: java-url-checked-by-substring
		if (url.startsWith("https://example.com/")) return true;
		// ok: java-url-checked-by-substring
		return name.contains("example");
	}
}

@Controller
class Places {
	@GetMapping("/fetch")
	@ResponseBody
	String fetch(@RequestParam String address) throws Exception {
		URI uri = URI.create(address);
		if (!HOSTS.contains(uri.getHost())) {
			throw new IllegalArgumentException("host");
		}
		// ok: java-url-from-request
		return rest.getForObject(uri, String.class);
	}

	@GetMapping("/any")
	@ResponseBody
	String any(@RequestParam String address) throws Exception {
		URI uri = URI.create(address);
		if (!"http".equals(uri.getScheme())) {
			throw new IllegalArgumentException("scheme");
		}
		// ruleid: java-url-from-request
		return rest.getForObject(uri, String.class);
	}

	@GetMapping("/away")
	String away(@RequestParam String to) {
		if (!to.startsWith("/") || to.startsWith("//")) {
			return "redirect:/";
		}
		// ok: java-redirect-from-request
		return "redirect:" + to;
	}

	@GetMapping("/out")
	String out(@RequestParam String to) {
		// ruleid: java-redirect-from-request
		return "redirect:" + to;
	}
}
