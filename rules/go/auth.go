package net

func transport(token *jwt.Token, password string, n int) {
	// ruleid: go-tls-verify-off
	a := &tls.Config{InsecureSkipVerify: true}
	// ruleid: go-tls-verify-off
	cfg.InsecureSkipVerify = true
	// ok: go-tls-verify-off
	b := &tls.Config{InsecureSkipVerify: false}
	// ok: go-tls-verify-off
	c := &tls.Config{InsecureSkipVerify: opts.Insecure}
	// ok: go-tls-verify-off
	// never set InsecureSkipVerify: true here
	// ruleid: go-tls-old-version
	d := &tls.Config{MinVersion: tls.VersionTLS10}
	// ruleid: go-tls-old-version
	cfg.MinVersion = tls.VersionTLS11
	// ok: go-tls-old-version
	e := &tls.Config{MinVersion: tls.VersionTLS13}
	// ok: go-tls-old-version
	if v == tls.VersionTLS10 {
	}
	// ruleid: go-ssh-host-key-ignored
	f := &ssh.ClientConfig{HostKeyCallback: ssh.InsecureIgnoreHostKey()}
	// ruleid: go-ssh-host-key-ignored
	conf.HostKeyCallback = ssh.InsecureIgnoreHostKey()
	// ok: go-ssh-host-key-ignored
	conf.HostKeyCallback = ssh.FixedHostKey(key)
	// ok: go-ssh-host-key-ignored
	conf.HostKeyCallback, err = knownhosts.New(path)
	// ruleid: go-jwt-unverified
	claims, _, err := parser.ParseUnverified(text, &c)
	// ruleid: go-jwt-unverified
	t := jwt.New(jwt.SigningMethodNone)
	// ok: go-jwt-unverified
	t, err := jwt.Parse(text, keyFunc)
	// ok: go-jwt-unverified
	t := jwt.New(jwt.SigningMethodES256)
	// ruleid: go-token-from-math-rand
	resetToken := fmt.Sprint(rand.Int63())
	// ruleid: go-token-from-math-rand
	otp := rand.Intn(1000000)
	// ok: go-token-from-math-rand
	resetToken := randomText(32)
	// ok: go-token-from-math-rand
	delay := rand.Intn(100)
	// ruleid: go-password-fast-hash
	sum := md5.Sum([]byte(password))
	// ruleid: go-password-fast-hash
	sum := sha256.Sum256([]byte(salt + user.Password))
	// ok: go-password-fast-hash
	sum := sha256.Sum256(body)
	// ok: go-password-fast-hash
	hash, err := bcrypt.GenerateFromPassword([]byte(password), 12)
	// ruleid: go-secret-compared-early-exit
	if signature != expected {
	}
	// ruleid: go-secret-compared-early-exit
	return bytes.Equal(mac, sum)
	// ok: go-secret-compared-early-exit
	if signature == "" {
	}
	// ok: go-secret-compared-early-exit
	return hmac.Equal(mac, sum)
	// ruleid: go-file-mode-open
	os.Chmod(path, 0666)
	// ruleid: go-file-mode-open
	os.WriteFile(path, data, 0o777)
	// ok: go-file-mode-open
	os.WriteFile(path, data, 0o600)
	// ok: go-file-mode-open
	os.MkdirAll(path, 0755)
}
