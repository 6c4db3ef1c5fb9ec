class Code {
	private static final Set<String> CLASSES = Set.of("a.B");

	void read(HttpServletRequest request) throws Exception {
		// ruleid: java-deserialised-from-request
		ObjectInputStream in = new ObjectInputStream(request.getInputStream());
		byte[] bytes = Base64.getDecoder().decode(request.getParameter("state"));
		// ruleid: java-deserialised-from-request
		new ObjectInputStream(new ByteArrayInputStream(bytes)).readObject();
		// ruleid: java-deserialised-from-request
		new Yaml().load(request.getParameter("document"));
		// ok: java-deserialised-from-request
		Order order = mapper.readValue(request.getInputStream(), Order.class);
		// ok: java-deserialised-from-request
		new ObjectInputStream(new FileInputStream("state.bin"));
		// ok: java-deserialised-from-request
		new Yaml(new SafeConstructor(options)).load(request.getParameter("document"));
	}

	void readAnything(InputStream stream, byte[] bytes) throws Exception {
		// ruleid: java-unsafe-deserialization
		ObjectInputStream in = new ObjectInputStream(stream);
		// ruleid: java-unsafe-deserialization
		mapper.enableDefaultTyping();
		// ruleid: java-unsafe-deserialization
		Yaml yaml = new Yaml();
		// ok: java-unsafe-deserialization
		Order order = mapper.readValue(stream, Order.class);
		// ok: java-unsafe-deserialization
		Yaml safe = new Yaml(new SafeConstructor(options));
		// ok: java-unsafe-deserialization
		ObjectOutputStream out = new ObjectOutputStream(target);
	}

	void readFiltered(InputStream stream) throws Exception {
		// ok: java-unsafe-deserialization
		ObjectInputStream in = new ObjectInputStream(stream);
		in.setObjectInputFilter(FILTER);
	}

	void evaluate(HttpServletRequest request, ScriptEngine engine) throws Exception {
		String text = request.getParameter("text");
		// ruleid: java-code-from-request
		engine.eval(text);
		// ruleid: java-code-from-request
		new SpelExpressionParser().parseExpression("name == '" + text + "'");
		// ruleid: java-code-from-request
		Ognl.getValue(text, context);
		// ok: java-code-from-request
		engine.eval("1 + 1");
		// ok: java-code-from-request
		new SpelExpressionParser().parseExpression("name.length()").getValue(text);
		// ruleid: java-class-from-request
		Class.forName(text);
		// ruleid: java-class-from-request
		bean.getClass().getMethod(request.getParameter("method"));
		// ok: java-class-from-request
		Class.forName("a.B");
		if (CLASSES.contains(text)) {
			// ok: java-class-from-request
			Class.forName(text);
		}
	}

	void evaluateOther(String text, ScriptEngine scriptEngine) throws Exception {
		// ruleid: java-expression-dynamic
		Expression i = expressionParser.parseExpression(text);
		// ruleid: java-expression-dynamic
		Object j = scriptEngine.eval(text);
		// ok: java-expression-dynamic
		Expression k = expressionParser.parseExpression("name.length()");
		// ok: java-expression-dynamic
		Object l = scriptEngine.eval("1 + 1");
	}

	void texts(HttpServletRequest request, PrintWriter out) throws Exception {
		String text = request.getParameter("text");
		// ruleid: java-template-from-request
		Velocity.evaluate(context, writer, "tag", "Hello " + text);
		// ruleid: java-template-from-request
		new Template("name", new StringReader(text), configuration);
		// ok: java-template-from-request
		Velocity.evaluate(context, writer, "tag", "Hello $name");
		// ok: java-template-from-request
		context.put("name", text);
		// ruleid: java-format-from-request
		String.format(text, 1);
		// ruleid: java-format-from-request
		System.out.printf("Hello " + text, 1);
		// ok: java-format-from-request
		String.format("Hello %s", text);
		// ok: java-format-from-request
		System.out.printf("Hello %s", text);
		// ruleid: java-regex-from-request
		Pattern.compile("^" + text);
		// ruleid: java-regex-from-request
		name.matches(request.getHeader("X-Pattern"));
		// ok: java-regex-from-request
		Pattern.compile(Pattern.quote(text));
		// ok: java-regex-from-request
		Pattern.compile("^a").matcher(text);
		// ruleid: java-mass-assignment
		BeanUtils.populate(user, request.getParameterMap());
		// ruleid: java-mass-assignment
		BeanUtils.setProperty(user, request.getParameter("field"), text);
		// ok: java-mass-assignment
		BeanUtils.setProperty(user, "name", text);
	}

	void patterns(String text) {
		// ruleid: java-regex-exponential
		Pattern.compile("^(a+)+$");
		// ruleid: java-regex-exponential
		text.matches("([a-z]+)*$");
		// ok: java-regex-exponential
		Pattern.compile("^(ab)+$");
		// ok: java-regex-exponential
		text.matches("[a-z]+");
	}

	void documents() {
		// ruleid: java-xml-external-entities
		DocumentBuilderFactory a = DocumentBuilderFactory.newInstance();
		a.setNamespaceAware(true);
		// ruleid: java-xml-external-entities
		XMLInputFactory b = XMLInputFactory.newInstance();
		read(b);
		// ruleid: java-xml-external-entities
		SAXReader c = new SAXReader();
	}

	void safely() {
		// ok: java-xml-external-entities
		DocumentBuilderFactory a = DocumentBuilderFactory.newInstance();
		a.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
	}

	void safelyStreamed() {
		// ok: java-xml-external-entities
		XMLInputFactory b = XMLInputFactory.newInstance();
		b.setProperty(XMLInputFactory.SUPPORT_DTD, false);
	}
}
