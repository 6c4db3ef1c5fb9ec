package main

import (
	// ruleid: go-weak-import
	"crypto/md5"
	// ok: go-weak-import
	"crypto/sha256"
	"math/rand"
	// ruleid: go-pprof-imported
	_ "net/http/pprof"
	// ok: go-pprof-imported
	_ "embed"
	"text/template"
)

func transport() {
	// ruleid: go-tls-version-unset
	a := &tls.Config{ServerName: "a"}
	// ok: go-tls-version-unset
	b := &tls.Config{MinVersion: tls.VersionTLS12}
	// ok: go-tls-version-unset
	c := &tls.Config{ServerName: "c"}
	c.MinVersion = tls.VersionTLS13
	d := &tls.Config{CipherSuites: []uint16{
		// ruleid: go-tls-cipher-weak
		tls.TLS_RSA_WITH_RC4_128_SHA,
		// ok: go-tls-cipher-weak
		tls.TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384,
	}, MinVersion: tls.VersionTLS12}
	// ruleid: go-http-without-tls
	http.ListenAndServe(":8080", mux)
	// ok: go-http-without-tls
	http.ListenAndServe("127.0.0.1:8080", mux)
	// ok: go-http-without-tls
	http.ListenAndServeTLS(":8443", "a", "b", mux)
	// ruleid: go-grpc-without-tls
	conn, err := grpc.Dial(address, grpc.WithInsecure())
	// ruleid: go-grpc-without-tls
	s := grpc.NewServer()
	// ok: go-grpc-without-tls
	t := grpc.NewServer(grpc.Creds(creds))
	// ruleid: go-plain-protocol
	ldap.Dial("tcp", "directory.example.org:389")
	// ruleid: go-plain-protocol, go-address-plain
	http.Get("http://api.example.org/users")
	// ok: go-plain-protocol, go-address-plain
	http.Get("https://api.example.org/users")
	// ok: go-plain-protocol, go-address-plain
	http.Get("http://localhost:8080/users")
	// ruleid: go-address-plain
	base := "http://api.example.org"
	// ok: go-address-plain
	namespace := "http://www.w3.org/2000/svg"
}

func tokens() {
	// ruleid: go-jwt-none
	token := jwt.NewWithClaims(jwt.SigningMethodNone, claims)
	// ok: go-jwt-none
	good := jwt.NewWithClaims(jwt.SigningMethodHS256, claims)
	// ruleid: go-state-constant
	url := config.AuthCodeURL("state")
	// ok: go-state-constant
	other := config.AuthCodeURL(newState())
	// ruleid: go-same-site-none, go-cookie-flags-off
	c := http.Cookie{Name: "a", Value: "b", SameSite: http.SameSiteNoneMode}
	// ok: go-same-site-none, go-cookie-flags-off
	d := http.Cookie{Name: "a", Value: "b", Secure: true, HttpOnly: true, SameSite: http.SameSiteLaxMode}
	// ruleid: go-cookie-flags-off
	ctx.SetCookie("a", "b", 3600, "/", "example.org", false, true)
	// ok: go-cookie-flags-off
	ctx.SetCookie("a", "b", 3600, "/", "example.org", true, true)
	// ruleid: go-random-predictable
	sessionToken := strconv.Itoa(rand.Int())
	// ok: go-random-predictable
	delay := rand.Intn(30)
	// ruleid: go-key-derived-weakly
	k := pbkdf2.Key(password, salt, 1000, 32, sha256.New)
	// ruleid: go-key-derived-weakly
	h, err := bcrypt.GenerateFromPassword(password, 4)
	// ok: go-key-derived-weakly
	h, err = bcrypt.GenerateFromPassword(password, 12)
	// ok: go-key-derived-weakly
	k = pbkdf2.Key(password, salt, 600000, 32, sha256.New)
	// ruleid: go-cipher-mode-weak
	m, err := rsa.EncryptPKCS1v15(rand.Reader, key, text)
	// ok: go-cipher-mode-weak
	n, err := cipher.NewGCM(block)
	// ruleid: go-password-literal-in-call
	req.SetBasicAuth("admin", "s3same-open")
	// ruleid: go-password-literal-in-call
	smtp.PlainAuth("", "bot", "s3same-open", "mail.example.org")
	// ok: go-password-literal-in-call
	req.SetBasicAuth("admin", os.Getenv("PASSWORD"))
	// ok: go-password-literal-in-call
	ssh.Password(secret)
	// ruleid: go-secret-printed
	log.Printf("login with %s", user.Password)
	// ruleid: go-secret-printed
	logger.Info("key", apiKey)
	// ok: go-secret-printed
	log.Printf("login of %s", user.Name)
	// ok: go-secret-printed
	log.Printf("password has %d letters", len(password))
}

func pages(w http.ResponseWriter, r *http.Request) {
	// ruleid: go-directory-listed
	http.Handle("/", http.FileServer(http.Dir("static")))
	// ok: go-directory-listed
	http.Handle("/", http.FileServer(embedded))
	// ruleid: go-page-from-text-template
	page.Execute(w, data)
	// ok: go-page-from-text-template
	page.Execute(file, data)
	a := template.HTML(comment)
	b := template.HTML("<br>")
	c := template.HTML(html.EscapeString(comment))
	// ruleid: go-page-put-together
	fmt.Fprintf(w, "<h1>%s</h1>", title)
	// ok: go-page-put-together
	fmt.Fprintf(w, "<h1>%d</h1>", count)
	// ok: go-page-put-together
	fmt.Fprintf(w, "<h1>%s</h1>", html.EscapeString(title))
	var v session
	// ruleid: go-deserialised-from-request
	gob.NewDecoder(r.Body).Decode(&v)
	// ok: go-deserialised-from-request
	gob.NewDecoder(file).Decode(&v)
	// ruleid: go-regex-from-request
	re := regexp.MustCompile(r.FormValue("q"))
	// ok: go-regex-from-request
	re = regexp.MustCompile(regexp.QuoteMeta(r.FormValue("q")))
	// ruleid: go-mail-from-request
	smtp.SendMail(host, auth, from, to, []byte("Hello "+r.FormValue("name")))
	// ok: go-mail-from-request
	smtp.SendMail(host, auth, from, to, []byte("Hello"))
	// ruleid: go-stack-to-client
	w.Write(debug.Stack())
	// ok: go-stack-to-client
	log.Print(debug.Stack())
}

func numbers(text string) {
	n, err := strconv.Atoi(text)
	// ruleid: go-number-narrowed
	a := int32(n)
	// ok: go-number-narrowed
	b := int64(n)
	m, err := strconv.ParseInt(text, 10, 32)
	// ok: go-number-narrowed
	c := int32(m)
	k, err := strconv.Atoi(text)
	if k > math.MaxInt16 {
		return
	}
	// ok: go-number-narrowed
	d := int16(k)
	body, err := json.Marshal(v)
	// ruleid: go-size-overflows
	e := make([]byte, len(body)+8)
	// ok: go-size-overflows
	f := make([]byte, len(body))
}

func checks(text string) {
	// ruleid: go-host-pattern-open
	a := regexp.MustCompile(`^https?://www.example.com/`)
	// ok: go-host-pattern-open
	b := regexp.MustCompile(`^https?://www\.example\.com/`)
	// ok: go-host-pattern-open
	b2 := regexp.MustCompile(`^[a-z]+\.txt$`)
	// ruleid: go-scheme-check-incomplete
	if strings.HasPrefix(text, "javascript:") {
		return
	}
	// ok: go-scheme-check-incomplete
	if strings.HasPrefix(text, "https:") {
		return
	}
}

func safeRedirect(target string) string {
	// ruleid: go-redirect-check-incomplete
	if strings.HasPrefix(target, "/") {
		return target
	}
	return "/"
}

func otherRedirect(target string) string {
	// ok: go-redirect-check-incomplete
	if strings.HasPrefix(target, "/") && !strings.HasPrefix(target, "//") {
		return target
	}
	return "/"
}

func programs(name string) {
	// ruleid: go-program-found-by-path
	exec.Command("sudo", "-n", "true")
	// ok: go-program-found-by-path
	exec.Command("/usr/bin/sudo", "-n", "true")
	// ruleid: go-command-of-variable
	exec.Command(name)
	// ruleid: go-command-of-variable
	syscall.Exec(name, nil, nil)
	// ok: go-command-of-variable
	exec.Command("git", "log", name)
	// ok: go-command-of-variable
	exec.Command("ls")
	// ruleid: go-path-from-outside
	os.Open(filepath.Join("/data", os.Args[1]))
	// ok: go-path-from-outside
	os.Open(filepath.Join("/data", filepath.Base(os.Args[1])))
	// ok: go-path-from-outside
	os.Open("/data/a")
	// ruleid: go-address-of-variable
	http.Get(os.Getenv("TARGET"))
	// ok: go-address-of-variable
	http.Get("https://example.org")
	// ruleid: go-unsafe-used
	p := unsafe.Pointer(&name)
	// ok: go-unsafe-used
	size := unsafe.Sizeof(name)
}

func locks(bad bool) error {
	// ruleid: go-lock-never-released
	mutex.Lock()
	if bad {
		return failed
	}
	mutex.Unlock()
	return nil
}

func goodLocks(bad bool) error {
	// ok: go-lock-never-released
	mutex.Lock()
	defer mutex.Unlock()
	if bad {
		return failed
	}
	return nil
}

func groups() {
	go func() {
		// ruleid: go-group-counted-too-late
		group.Add(1)
		work()
		group.Done()
	}()
	// ok: go-group-counted-too-late
	group.Add(1)
	go func() {
		work()
		group.Done()
	}()
}

func moreCode(name string, text string) {
	// ruleid: go-code-of-variable
	plugin.Open(name)
	// ok: go-code-of-variable
	plugin.Open("a.so")
	// ruleid: go-csrf-cookie-open
	csrf.Protect(key, csrf.Secure(false))
	// ok: go-csrf-cookie-open
	csrf.Protect(key, csrf.Secure(true))
	parts, err := strconv.Atoi(text)
	// ruleid: go-divisor-from-outside
	each := 100 / parts
	others, err := strconv.Atoi(text)
	if others == 0 {
		return
	}
	// ok: go-divisor-from-outside
	each = 100 / others
}
