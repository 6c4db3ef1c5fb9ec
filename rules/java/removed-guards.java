class Guarded {
	// ruleid: java-removed-auth-guard
	@PreAuthorize("hasRole('ADMIN')")
	// ok: java-removed-auth-guard
	@Transactional
	void remove(long id) {}

	// ruleid: java-removed-auth-guard
	@RolesAllowed("admin")
	// ok: java-removed-auth-guard
	@Deprecated
	void change(long id) {}

	void chain(HttpSecurity http, HttpServletRequest request, String name) {
		// ruleid: java-removed-auth-guard
		http.authorizeHttpRequests(a -> a.anyRequest().authenticated());
		// ruleid: java-removed-auth-guard
		registry.requestMatchers("/admin/**").hasRole("ADMIN");
		// ok: java-removed-auth-guard
		registry.requestMatchers("/login").permitAll();
		// ruleid: java-removed-permission-check
		if (!request.isUserInRole("admin")) {
			// ruleid: java-removed-permission-check
			throw new AccessDeniedException("not yours");
		}
		// ok: java-removed-permission-check
		if (name.isEmpty()) {
			// ok: java-removed-permission-check
			throw new IllegalArgumentException("name");
		}
		// ruleid: java-removed-escaping
		out.print(HtmlUtils.htmlEscape(name));
		// ruleid: java-removed-escaping
		out.print(Encode.forHtml(name));
		// ok: java-removed-escaping
		out.print(name);
		// ok: java-removed-escaping
		out.print(encoder.encode(name));
		// ruleid: java-removed-escaping
		if (htmlEscape(name) == null) {
		}
		// ok: java-removed-escaping
		static String htmlEscape(String text) {
			return text;
		}
		// ruleid: java-removed-validation
		Objects.requireNonNull(name);
		// ruleid: java-removed-validation
		if (name.length() > 80) throw new IllegalArgumentException("name");
		// ok: java-removed-validation
		int n = name.length();
		// ruleid: java-removed-parser-protection
		factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
		// ruleid: java-removed-parser-protection
		factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
		// ok: java-removed-parser-protection
		factory.setNamespaceAware(true);
		// ok: java-removed-parser-protection
		Yaml yaml = new Yaml();
		// ruleid: java-removed-prepared-statement
		PreparedStatement p = c.prepareStatement("SELECT * FROM users WHERE name = ?");
		// ruleid: java-removed-prepared-statement
		statement.setString(1, name);
		// ok: java-removed-prepared-statement
		statement.execute();
		// ok: java-removed-prepared-statement
		view.setString(name);
	}

	// ruleid: java-removed-validation
	void add(@Valid Order order) {}

	// ok: java-removed-validation
	void show(Order order) {}
}
