class Pieces {
    void find(DSLContext dsl, String n, SQLiteDatabase db) {
        // ruleid: java-sql-fragment-built
        criteria.add(Restrictions.sqlRestriction("n = '" + n + "'"));
        // ruleid: java-sql-fragment-built
        dsl.fetch("select * from u where n = '" + n + "'");
        String sql = String.format("SELECT * FROM u WHERE n = '%s'", n);
        // ruleid: java-sql-fragment-built
        db.rawQuery(sql, null);
    }
}

class BoundPieces {
    void find(DSLContext dsl, String n, SQLiteDatabase db, int id) {
        // ok: java-sql-fragment-built
        dsl.fetch("select * from u where n = ?", n);
        String sql = "SELECT * FROM u WHERE n = ?";
        // ok: java-sql-fragment-built
        db.rawQuery(sql, new String[] {n});
        // ok: java-sql-fragment-built
        db.rawQuery("SELECT * FROM u WHERE id = " + id, null);
        String table = "u";
        // ok: java-sql-fragment-built
        db.rawQuery("SELECT * FROM " + table, null);
    }
}


class Evaluator {
    Object run(String code, Writer w, Context ctx) throws Exception {
        // ruleid: java-expression-of-variable
        new ScriptEngineManager().getEngineByName("js").eval(code);
        // ruleid: java-expression-of-variable
        Velocity.evaluate(ctx, w, "x", code);
        // ruleid: java-expression-of-variable
        return Eval.me(code);
    }
}

class FixedEvaluator {
    Object run(Writer w, Context ctx) throws Exception {
        // ok: java-expression-of-variable
        new ScriptEngineManager().getEngineByName("js").eval("1 + 1");
        // ok: java-expression-of-variable
        Velocity.evaluate(ctx, w, "x", TEMPLATE);
        // ok: java-expression-of-variable
        return Eval.me("1");
    }
}


class Loader {
    void load(String name) throws Exception {
        // ruleid: java-class-of-variable
        Class.forName(name);
        // ruleid: java-class-of-variable
        System.loadLibrary(name);
    }
}

class FixedLoader {
    void load() throws Exception {
        // ok: java-class-of-variable
        Class.forName("a.B");
        // ok: java-class-of-variable
        System.loadLibrary("native");
    }
}


class Reader {
    Object read(ObjectInputStream ois, Kryo kryo, Input i, ObjectMapper mapper) throws Exception {
        // ruleid: java-deserialised-elsewhere
        mapper.activateDefaultTyping(validator);
        // ruleid: java-deserialised-elsewhere
        kryo.readClassAndObject(i);
        // ruleid: java-deserialised-elsewhere
        return ois.readObject();
    }
}

class SafeReader {
    Object read(ValidatingObjectInputStream ois, Kryo kryo, Input i, ObjectMapper mapper) throws Exception {
        // ok: java-deserialised-elsewhere
        kryo.readObject(i, User.class);
        // ok: java-deserialised-elsewhere
        return mapper.readValue(text, User.class);
    }
}


class Cookies {
    void set(Cookie cookie) {
        // ruleid: java-cookie-flag-cleared
        cookie.setSecure(false);
        // ruleid: java-cookie-flag-cleared
        cookie.setHttpOnly(false);
    }
}

class SafeCookies {
    void set(Cookie cookie) {
        // ok: java-cookie-flag-cleared
        cookie.setSecure(true);
        // ok: java-cookie-flag-cleared
        cookie.setHttpOnly(true);
    }
}


class Page {
    void get(HttpServletResponse resp) throws IOException {
        try {
            load();
        } catch (SQLException e) {
            // ruleid: java-exception-text-to-client
            resp.getWriter().println(e.getMessage());
        }
    }
}

class QuietPage {
    void get(HttpServletResponse resp) throws IOException {
        try {
            load();
        } catch (SQLException e) {
            log.error("load", e);
            // ok: java-exception-text-to-client
            resp.getWriter().println("failed");
        }
    }
}


class Digests {
    void of(byte[] data) throws Exception {
        // ruleid: java-digest-of-library-weak
        Hashing.md5();
        // ruleid: java-digest-of-library-weak
        Mac.getInstance("HmacMD5");
        // ruleid: java-digest-of-library-weak
        Signature.getInstance("SHA1withRSA");
    }
}

class GoodDigests {
    void of(byte[] data) throws Exception {
        // ok: java-digest-of-library-weak
        Hashing.sha256();
        // ok: java-digest-of-library-weak
        Mac.getInstance("HmacSHA256");
        // ok: java-digest-of-library-weak
        Signature.getInstance("SHA256withRSA");
    }
}


class Lax {
    void set(SSLContextBuilder b, Session session) throws Exception {
        // ruleid: java-check-of-peer-off
        b.loadTrustMaterial(null, (chain, type) -> true);
        // ruleid: java-check-of-peer-off
        session.setConfig("StrictHostKeyChecking", "no");
        // ruleid: java-check-of-peer-off
        client.setSSLHostnameVerifier(new NoopHostnameVerifier());
    }
}

class Strict {
    void set(SSLContextBuilder b, Session session) throws Exception {
        // ok: java-check-of-peer-off
        b.loadTrustMaterial(null, null);
        // ok: java-check-of-peer-off
        session.setConfig("StrictHostKeyChecking", "yes");
        // ok: java-check-of-peer-off
        client.setSSLHostnameVerifier(new DefaultHostnameVerifier());
    }
}


class Salts {
    byte[] salt() {
        byte[] salt = new byte[16];
        // ruleid: java-secret-from-random-bytes
        new Random().nextBytes(salt);
        return salt;
    }
}

class GoodSalts {
    byte[] salt() {
        byte[] salt = new byte[16];
        // ok: java-secret-from-random-bytes
        new SecureRandom().nextBytes(salt);
        return salt;
    }
}


class Same {
    boolean admin(String user) {
        // ruleid: java-strings-compared-by-identity
        return user == "admin";
    }
}

class Equal {
    boolean admin(String user) {
        // ok: java-strings-compared-by-identity
        return "admin".equals(user);
    }
}


class Codes {
    boolean same(byte[] mac, byte[] expectedMac) {
        // ruleid: java-mac-compared-early
        return Arrays.equals(mac, expectedMac);
    }
}

class SlowCodes {
    boolean same(byte[] mac, byte[] expectedMac) {
        // ok: java-mac-compared-early
        return MessageDigest.isEqual(mac, expectedMac);
    }

    boolean rows(byte[] a, byte[] b) {
        // ok: java-mac-compared-early
        return Arrays.equals(a, b);
    }
}


class Claims {
    String user(String token) {
        // ruleid: java-token-decoded-only
        return JWT.decode(token).getSubject();
    }
}

class CheckedClaims {
    String user(String token) {
        // ok: java-token-decoded-only
        return JWT.require(algorithm).build().verify(token).getSubject();
    }

    String verified(String token) {
        JWT.require(algorithm).build().verify(token);
        // ok: java-token-decoded-only
        return JWT.decode(token).getSubject();
    }
}

