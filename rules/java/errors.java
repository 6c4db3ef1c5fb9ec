class Errors {
	boolean go(String token) {
		// ruleid: java-empty-catch
		try { save(); } catch (IOException e) {}
		try {
			save();
		// ruleid: java-empty-catch
		} catch (IOException | SQLException e) {
			// nothing to do
		}
		// ok: java-empty-catch
		try { save(); } catch (IOException ignored) {}
		try {
			save();
		// ok: java-empty-catch
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		try {
			verify(token);
		// ruleid: java-catch-grants
		} catch (JwtException e) {
			return true;
		}
		try {
			verify(token);
		// ruleid: java-catch-grants
		} catch (Exception e) {
			log.warn("no verdict", e);
			return true;
		}
		try {
			verify(token);
		// ok: java-catch-grants
		} catch (JwtException e) {
			return false;
		}
		try {
			verify(token);
		// ok: java-catch-grants
		} catch (NumberFormatException e) {
			return true;
		}
		// ruleid: java-stack-trace-printed
		e.printStackTrace();
		// ruleid: java-stack-trace-printed
		ex.printStackTrace(response.getWriter());
		// ok: java-stack-trace-printed
		log.error("save failed", e);
		// ok: java-stack-trace-printed
		dump.printStackTraces();
	}
}
