class More extends HttpServlet {
    void plain() throws Exception {
        Properties settings = new Properties();
        String secret = settings.getProperty("password");
        // ruleid: java-password-read-plain
        Connection a = DriverManager.getConnection(url, "sa", secret);
        // ok: java-password-read-plain
        Connection b = DriverManager.getConnection(url, "sa", vault.read("sa"));
        // ruleid: java-plain-socket
        Socket c = new Socket("host.example.org", 8080);
        // ok: java-plain-socket
        Socket d = sslFactory.createSocket("host.example.org", 8080);
        BufferedReader reader = new BufferedReader(new InputStreamReader(c.getInputStream()));
        String line = reader.readLine();
        // ruleid: java-password-read-plain
        new PasswordAuthentication("user", line.toCharArray());
    }

    void mail() {
        // ruleid: java-host-name-unchecked
        message.setSSLOnConnect(true);
        message.send();
    }

    void mailChecked() {
        message.setSSLCheckServerIdentity(true);
        // ok: java-host-name-unchecked
        message.setSSLOnConnect(true);
        message.send();
    }

    void ciphers() throws Exception {
        // ruleid: java-cipher-suite-weak
        socket.setEnabledCipherSuites(new String[] {"TLS_RSA_WITH_RC4_128_SHA"});
        // ok: java-cipher-suite-weak
        socket.setEnabledCipherSuites(new String[] {"TLS_AES_128_GCM_SHA256"});
        // ruleid: java-cipher-suite-weak
        List<ConnectionSpec> specs = List.of(ConnectionSpec.CLEARTEXT);
        // ruleid: java-hash-unsalted
        byte[] hash = digest.digest(password.getBytes());
        // ruleid: java-hash-unsalted
        KeySpec spec = new PBEKeySpec(password.toCharArray());
        // ok: java-hash-unsalted
        KeySpec good = new PBEKeySpec(password.toCharArray(), salt, 600000, 256);
        // ok: java-hash-unsalted
        byte[] sum = digest.digest(contents);
        // ruleid: java-padding-weak
        Cipher rsa = Cipher.getInstance("RSA/ECB/PKCS1Padding");
        // ok: java-padding-weak
        Cipher oaep = Cipher.getInstance("RSA/ECB/OAEPWithSHA-256AndMGF1Padding");
    }

    void results(File file, InputStream in, byte[] buffer) throws Exception {
        // ruleid: java-file-result-ignored
        file.delete();
        // ruleid: java-file-result-ignored
        in.read(buffer);
        // ok: java-file-result-ignored
        if (!file.delete()) {
            log();
        }
        // ok: java-file-result-ignored
        int n = in.read(buffer);
        // ruleid: java-null-of-lookup
        String name = System.getenv("NAME").trim();
        // ok: java-null-of-lookup
        String other = System.getProperty("user.home").trim();
        // ok: java-null-of-lookup
        String third = Objects.toString(System.getenv("NAME"), "").trim();
    }

    void settings(HttpServletRequest request) throws Exception {
        // ruleid: java-setting-from-outside
        connection.setCatalog(request.getParameter("catalog"));
        // ok: java-setting-from-outside
        connection.setCatalog("shop");
        int id = Integer.parseInt(request.getParameter("id"));
        PreparedStatement s = connection.prepareStatement("select * from invoices where id = ?");
        // ruleid: java-row-of-any-owner
        s.setInt(1, id);
        PreparedStatement t = connection.prepareStatement("select * from invoices where id = ? and owner = ?");
        // ok: java-row-of-any-owner
        t.setInt(1, id);
    }

    void shown(HttpServletResponse response) throws Exception {
        // ruleid: java-environment-to-client
        response.getWriter().println("path " + System.getenv("PATH"));
        // ok: java-environment-to-client
        response.getWriter().println("not found");
        // ruleid: java-environment-to-client
        response.getWriter().println("home " + System.getProperty("user.home"));
    }

    void configure(HttpSecurity http) throws Exception {
        // ruleid: java-session-fixed
        http.sessionManagement().sessionFixation().none();
        // ok: java-session-fixed
        http.sessionManagement().sessionFixation().migrateSession();
        // ruleid: java-endpoint-permitted
        http.authorizeRequests().antMatchers("/actuator/**").permitAll();
        // ok: java-endpoint-permitted
        http.authorizeRequests().antMatchers("/login").permitAll();
    }

    // ruleid: java-verb-not-named
    @RequestMapping("/user/delete")
    String deleteUser(String id) {
        return "ok";
    }

    // ok: java-verb-not-named
    @RequestMapping(value = "/user/delete", method = RequestMethod.POST)
    String removeUser(String id) {
        return "ok";
    }

    void objects(InputStream in) throws Exception {
        // ruleid: java-object-stream-of-parameter
        Object a = new HessianInput(in).readObject();
        // ok: java-object-stream-of-parameter
        Object b = mapper.readValue(in, User.class);
        // ruleid: java-xml-sink-unprotected
        unmarshaller.unmarshal(new StreamSource(in));
        // ok: java-xml-sink-unprotected
        unmarshaller.unmarshal(new SAXSource(reader, source));
    }

    void unpack(File directory, ZipEntry entry) throws Exception {
        // ruleid: java-archive-name-joined
        File target = new File(directory, entry.getName());
        copy(target);
    }

    void unpackChecked(File directory, ZipEntry entry) throws Exception {
        // ok: java-archive-name-joined
        File target = new File(directory, entry.getName());
        if (!target.getCanonicalPath().startsWith(directory.getCanonicalPath())) {
            throw new IOException("outside");
        }
    }

    void android() {
        // ruleid: java-android-web-view-open
        view.getSettings().setAllowFileAccess(true);
        // ok: java-android-web-view-open
        view.getSettings().setAllowFileAccess(false);
        // ruleid: java-android-intent-open
        startActivity((Intent) getIntent().getParcelableExtra("next"));
        // ok: java-android-intent-open
        startActivity(new Intent(this, Next.class));
        // ruleid: java-android-stored-open
        getSharedPreferences("settings", MODE_WORLD_READABLE);
        // ok: java-android-stored-open
        getSharedPreferences("settings", MODE_PRIVATE);
        // ruleid: java-android-external-storage
        File a = Environment.getExternalStorageDirectory();
        // ok: java-android-external-storage
        File b = context.getFilesDir();
    }

    // ruleid: java-android-error-ignored
    public void onReceivedSslError(WebView view, SslErrorHandler handler, SslError error) {
        handler.proceed();
    }

    // ok: java-android-error-ignored
    public void onReceivedSslError(WebView view, SslErrorHandler handler, Object error) {
        handler.cancel();
    }

    void loops(boolean done) {
        // ruleid: java-loop-without-end
        while (true) {
            count++;
        }
    }

    void goodLoops(boolean done) {
        // ok: java-loop-without-end
        while (true) {
            if (done) {
                break;
            }
        }
        // ruleid: java-assignment-as-test
        if (done = true) {
            work();
        }
        // ok: java-assignment-as-test
        if (done == true) {
            work();
        }
    }
}
