class More {
    fun cookies(response: HttpServletResponse) {
        val a = Cookie("a", "b")
        // ruleid: kotlin-cookie-flags-missing
        response.addCookie(a)
        val b = Cookie("a", "b")
        b.setSecure(true)
        b.setHttpOnly(true)
        // ok: kotlin-cookie-flags-missing
        response.addCookie(b)
    }

    fun sockets() {
        // ruleid: kotlin-plain-socket
        val a = Socket("host.example.org", 80)
        // ruleid: kotlin-plain-socket
        val b = URL("http://api.example.org/a")
        // ok: kotlin-plain-socket
        val c = URL("https://api.example.org/a")
        // ok: kotlin-plain-socket
        val d = sslFactory.createSocket("host.example.org", 443)
    }

    fun keys() {
        // ruleid: kotlin-key-short
        val a = KeyPairGenerator.getInstance("RSA").apply { initialize(1024) }
        // ok: kotlin-key-short
        val b = KeyPairGenerator.getInstance("RSA").apply { initialize(4096) }
    }

    fun settings() {
        // ruleid: kotlin-weak-setting
        env[Context.SECURITY_AUTHENTICATION] = "none"
        // ok: kotlin-weak-setting
        env[Context.SECURITY_AUTHENTICATION] = "simple"
        // ruleid: kotlin-weak-setting
        val iv = IvParameterSpec(ByteArray(16))
        // ok: kotlin-weak-setting
        val good = IvParameterSpec(fresh)
        // ruleid: kotlin-secret-in-settings
        System.setProperty("javax.net.ssl.keyStorePassword", "s3same-open")
        // ok: kotlin-secret-in-settings
        System.setProperty("javax.net.ssl.keyStorePassword", password)
        // ruleid: kotlin-hash-to-text-loses-zeros
        text.append(Integer.toHexString(bytes[i]))
        // ok: kotlin-hash-to-text-loses-zeros
        text.append("%02x".format(bytes[i]))
    }

    fun android() {
        // ruleid: kotlin-android-open
        startActivity(intent.getParcelableExtra("next"))
        // ok: kotlin-android-open
        startActivity(Intent(this, Next::class.java))
        // ruleid: kotlin-android-open
        val a = getSharedPreferences("a", Context.MODE_WORLD_READABLE)
        // ok: kotlin-android-open
        val b = getSharedPreferences("a", Context.MODE_PRIVATE)
        // ruleid: kotlin-secret-printed
        Log.d("login", "with ${user.password}")
        // ruleid: kotlin-secret-printed
        logger.info("with $apiKey")
        // ok: kotlin-secret-printed
        Log.d("login", "of ${user.name}")
        // ok: kotlin-secret-printed
        logger.info("password changed")
        // ruleid: kotlin-log-from-request
        logger.info("name " + call.parameters["name"])
        // ok: kotlin-log-from-request
        logger.info("name " + name)
    }
}
