class Documents {
	Document upload(Socket peer) throws Exception {
		DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
		DocumentBuilder builder = factory.newDocumentBuilder();
		// ruleid: java-xml-parsed-with-entities
		return builder.parse(peer.getInputStream());
	}

	void events(InputStream in) throws Exception {
		XMLInputFactory factory = XMLInputFactory.newFactory();
		factory.setProperty(XMLInputFactory.IS_COALESCING, true);
		// ruleid: java-xml-parsed-with-entities
		XMLStreamReader reader = factory.createXMLStreamReader(in);
	}

	void old(InputStream in) throws Exception {
		SAXReader reader = new SAXReader();
		// ruleid: java-xml-parsed-with-entities
		reader.read(in);
	}

	void allowed(InputStream in) throws Exception {
		DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
		factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", false);
		// ruleid: java-xml-parsed-with-entities
		factory.newDocumentBuilder().parse(in);
	}

	void style(InputStream in) throws Exception {
		// ruleid: java-xml-parsed-with-entities
		TransformerFactory.newInstance().newTransformer().transform(new StreamSource(in), new StreamResult(System.out));
	}

	void ask(InputStream in) throws Exception {
		XPath path = XPathFactory.newInstance().newXPath();
		// ruleid: java-xml-parsed-with-entities
		path.evaluate("/a", new InputSource(in));
	}

	Document strict(InputStream in) throws Exception {
		DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
		factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
		DocumentBuilder builder = factory.newDocumentBuilder();
		// ok: java-xml-parsed-with-entities
		return builder.parse(in);
	}

	void quiet(InputStream in) throws Exception {
		XMLInputFactory factory = XMLInputFactory.newFactory();
		factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		// ok: java-xml-parsed-with-entities
		factory.createXMLStreamReader(in);
	}

	void print(Document doc) throws Exception {
		// ok: java-xml-parsed-with-entities
		TransformerFactory.newInstance().newTransformer().transform(new DOMSource(doc), new StreamResult(System.out));
	}

	void own() throws Exception {
		DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
		// ok: java-xml-parsed-with-entities
		builder.parse(Documents.class.getResourceAsStream("/menu.xml"));
	}

	void resolved(InputStream in) throws Exception {
		SAXReader reader = new SAXReader();
		reader.setEntityResolver(nothing);
		// ok: java-xml-parsed-with-entities
		reader.read(in);
	}
}
