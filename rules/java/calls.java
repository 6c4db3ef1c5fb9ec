class More {
	void cookies(HttpServletResponse response, String id) {
		Cookie open = new Cookie("sid", id);
		open.setSecure(true);
		// ruleid: java-cookie-script-readable
		response.addCookie(open);
		Cookie closed = new Cookie("sid", id);
		closed.setHttpOnly(true);
		// ok: java-cookie-script-readable
		response.addCookie(closed);
		Cookie look = new Cookie("theme", "dark");
		// ok: java-cookie-script-readable
		response.addCookie(look);
	}

	void broadcasts(Context context, Intent intent) {
		// ruleid: java-broadcast-for-everybody
		context.sendBroadcast(intent);
		// ok: java-broadcast-for-everybody
		context.sendBroadcast(intent, "com.shop.permission.RECEIVE");
		// ok: java-broadcast-for-everybody
		LocalBroadcastManager.getInstance(context).sendBroadcast(intent);
		// ruleid: java-receiver-for-everybody
		context.registerReceiver(receiver, filter);
		// ok: java-receiver-for-everybody
		context.registerReceiver(receiver, filter, "com.shop.permission.SEND", null);
		// ok: java-receiver-for-everybody
		context.registerReceiver(null, new IntentFilter(Intent.ACTION_BATTERY_CHANGED));
	}

	// ruleid: java-own-cryptography
	static class Digest extends MessageDigest {
	}

	// ok: java-own-cryptography
	static class Sums extends AbstractList<MessageDigest> {
	}

	void programs(String[] arguments) throws IOException {
		// ruleid: java-program-sought-in-path
		Runtime.getRuntime().exec("make all");
		// ruleid: java-program-sought-in-path
		new ProcessBuilder("git", "gc");
		// ok: java-program-sought-in-path
		new ProcessBuilder("/usr/bin/git", "gc");
		// ok: java-program-sought-in-path
		new ProcessBuilder(arguments);
	}

	void addresses(String host) throws IOException {
		// ruleid: java-http-address
		new URL("http://shop.example.com/prices");
		// ok: java-http-address
		new URL("https://shop.example.com/prices");
		// ok: java-http-address
		new URL("http://localhost:8080/prices");
	}

	void lengths(HttpServletRequest request) throws Exception {
		int n = Integer.parseInt(request.getParameter("n"));
		// ruleid: java-length-from-request
		byte[] room = new byte[n];
		int m = Math.min(Integer.parseInt(request.getParameter("m")), 100);
		// ok: java-length-from-request
		byte[] less = new byte[m];
	}

	void checked(HttpServletRequest request) throws Exception {
		int n = Integer.parseInt(request.getParameter("n"));
		if (n > 1000) {
			throw new IllegalArgumentException();
		}
		// ok: java-length-from-request
		byte[] room = new byte[n];
	}

	Object objects(Socket peer, byte[] ours) throws Exception {
		// ruleid: java-deserialised-from-outside
		ObjectInputStream in = new ObjectInputStream(peer.getInputStream());
		// ok: java-deserialised-from-outside
		ObjectInputStream own = new ObjectInputStream(new ByteArrayInputStream(ours));
		return in.readObject();
	}

	void documents(String text) throws Exception {
		// ruleid: java-xml-text-parsed
		DocumentHelper.parseText(text);
		// ok: java-xml-text-parsed
		DocumentHelper.parseText("<a/>");
	}
}
