func a() {
    // ruleid: swift-tls-verify-off
    completionHandler(.useCredential, URLCredential(trust: challenge.protectionSpace.serverTrust!))
    let x = 1
    let y = 1
    // ruleid: swift-tls-verify-off
    let manager = ServerTrustManager(evaluators: ["shop.example": DisabledTrustEvaluator()])
    let z = 1
    // ok: swift-tls-verify-off
    completionHandler(.performDefaultHandling, nil)
    // ok: swift-tls-verify-off
    let other = ServerTrustManager(evaluators: ["shop.example": PinnedCertificatesTrustEvaluator()])
    // ruleid: swift-secret-in-defaults
    UserDefaults.standard.set(token, forKey: "auth_token")
    // ruleid: swift-secret-in-defaults
    UserDefaults.standard.set(user.password, forKey: "p")
    // ok: swift-secret-in-defaults
    UserDefaults.standard.set(theme, forKey: "theme")
    // ok: swift-secret-in-defaults
    keychain.set(token, forKey: "auth_token")
    // ruleid: swift-keychain-always-open
    query[kSecAttrAccessible] = kSecAttrAccessibleAlways
    // ruleid: swift-keychain-always-open
    try data.write(to: url, options: .noFileProtection)
    // ok: swift-keychain-always-open
    query[kSecAttrAccessible] = kSecAttrAccessibleWhenUnlockedThisDeviceOnly
    // ok: swift-keychain-always-open
    try data.write(to: url, options: .completeFileProtection)
    // ruleid: swift-weak-cryptography
    let b = Insecure.MD5.hash(data: data)
    // ruleid: swift-weak-cryptography
    CC_SHA1(bytes, length, &digest)
    // ok: swift-weak-cryptography
    let c = SHA256.hash(data: data)
    // ok: swift-weak-cryptography
    let d = try AES.GCM.seal(data, using: key)
    // ruleid: swift-script-built
    webView.evaluateJavaScript("show('\(name)')")
    // ruleid: swift-script-built
    let e = NSPredicate(format: "name == '\(name)'")
    // ok: swift-script-built
    webView.evaluateJavaScript("show()")
    // ok: swift-script-built
    let f = NSPredicate(format: "name == %@", name)
    // ruleid: swift-secret-in-code
    let apiKey = "4f1c2d3e5b6a7c8d"
    // ruleid: swift-secret-in-code
    let clientSecret: String = "s3same-0pen"
    // ok: swift-secret-in-code
    let apiKey = keychain.get("api")
    // ok: swift-secret-in-code
    let passwordKey = "password"
}
