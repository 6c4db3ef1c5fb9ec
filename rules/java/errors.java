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
		// ruleid: java-empty-catch
		try { save(); } catch (IOException e) { /* nothing to do */ }
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
		return false;
	}

	void broad() {
		// ruleid: java-catch-throwable
		try { save(); } catch (Throwable t) { log.error("save", t); }
		// ruleid: java-catch-throwable
		try { save(); } catch (NullPointerException e) { log.error("save", e); }
		// ok: java-catch-throwable
		try { save(); } catch (IOException e) { log.error("save", e); }
		// ok: java-catch-throwable
		try { save(); } catch (Throwable t) { rollback(); throw t; }
		// ruleid: java-check-error-ignored
		try { checkPermission(user); } catch (AccessDeniedException e) { }
		// ruleid: java-check-error-ignored
		try { verifier.verifyToken(token); } catch (JwtException e) { log.warn("bad token", e); }
		// ok: java-check-error-ignored
		try { checkPermission(user); } catch (AccessDeniedException e) { throw new Forbidden(e); }
		// ok: java-check-error-ignored
		try { save(); } catch (IOException e) { log.warn("not saved", e); }
	}

	int last(InputStream stream) throws Exception {
		// ruleid: java-return-in-finally
		try {
			return stream.read();
		} finally {
			stream.close();
			return -1;
		}
	}

	int lastCaught(InputStream stream) throws Exception {
		// ruleid: java-return-in-finally
		try {
			return stream.read();
		} catch (IOException e) {
			throw new Failed(e);
		} finally {
			return -1;
		}
	}

	int lastFine(InputStream stream) throws Exception {
		// ok: java-return-in-finally
		try {
			return stream.read();
		} finally {
			stream.close();
		}
	}

	void results(File file, HttpServletRequest request) throws Exception {
		// ruleid: java-result-ignored
		file.delete();
		// ruleid: java-result-ignored
		new File("a").mkdirs();
		// ok: java-result-ignored
		if (!file.delete()) throw new IOException("not deleted");
		// ok: java-result-ignored
		boolean made = new File("a").mkdirs();
		// ruleid: java-client-without-timeout
		RestTemplate rest = new RestTemplate();
		// ruleid: java-client-without-timeout
		connection.setReadTimeout(0);
		// ok: java-client-without-timeout
		RestTemplate timed = new RestTemplate(factory);
		// ok: java-client-without-timeout
		connection.setReadTimeout(5000);
		// ruleid: java-number-of-request-unchecked
		int page = Integer.parseInt(request.getParameter("page"));
		// ruleid: java-number-of-request-unchecked
		long id = Long.parseLong(request.getParameter("id"));
		// ok: java-number-of-request-unchecked
		int size = Integer.parseInt(config.get("size"));
		try {
			// ok: java-number-of-request-unchecked
			page = Integer.parseInt(request.getParameter("page"));
		} catch (NumberFormatException e) {
			page = 1;
		}
	}
}
