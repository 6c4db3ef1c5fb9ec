package main

func secrets() {
	// ruleid: go-hardcoded-password
	password := "xK9#plum-42"
	// ruleid: go-hardcoded-password
	cfg := Config{APIKey: "9f8e7d6c5b4a39281706"}
	// ok: go-hardcoded-password
	dbPassword := os.Getenv("DB_PASSWORD")
	// ok: go-hardcoded-password
	passwordField := "password_hash"
	// ok: go-hardcoded-password
	apiKey := "<your-key>"
	// ruleid: go-signing-key-literal
	token.SignedString([]byte("keyboard cat"))
	// ruleid: go-signing-key-literal
	store := sessions.NewCookieStore([]byte("keyboard cat"))
	// ok: go-signing-key-literal
	token.SignedString([]byte(os.Getenv("KEY")))
	// ok: go-signing-key-literal
	hmac.New(sha256.New, key)
	// ruleid: go-nonce-fixed
	gcm.Seal(nil, []byte("0123456789ab"), data, nil)
	iv := []byte{1, 2, 3}
	// ruleid: go-nonce-fixed
	stream := cipher.NewCTR(block, iv)
	nonce := make([]byte, 12)
	// ok: go-nonce-fixed
	gcm.Seal(nil, nonce, data, nil)
	// ruleid: go-hash-weak
	h := md5.New()
	// ruleid: go-hash-weak
	sum := sha1.Sum(data)
	// ok: go-hash-weak
	good := sha256.Sum256(data)
	// ruleid: go-cipher-weak
	c, err := des.NewCipher(key)
	// ruleid: go-cipher-weak
	rc4.NewCipher(key)
	// ok: go-cipher-weak
	aes.NewCipher(key)
	// ruleid: go-key-too-short
	rsa.GenerateKey(rand.Reader, 1024)
	// ok: go-key-too-short
	rsa.GenerateKey(rand.Reader, 4096)
}

func newToken() string {
	// ruleid: go-math-rand
	return strconv.Itoa(rand.Intn(1000000))
}

func pickColour() int {
	// ok: go-math-rand
	return rand.Intn(3)
}

func serve() {
	// ruleid: go-serve-without-timeout
	http.ListenAndServe(":8080", mux)
	// ruleid: go-serve-without-timeout
	s := &http.Server{Addr: ":8080", Handler: mux}
	// ok: go-serve-without-timeout
	t := &http.Server{Addr: ":8080", ReadHeaderTimeout: time.Second}
	// ruleid: go-client-without-timeout
	client := &http.Client{}
	// ok: go-client-without-timeout
	other := &http.Client{Timeout: time.Second}
	// ruleid: go-listen-everywhere
	net.Listen("tcp", "0.0.0.0:2000")
	// ok: go-listen-everywhere
	net.Listen("tcp", "127.0.0.1:2000")
	// ruleid: go-files-of-root-served
	http.Handle("/", http.FileServer(http.Dir("/")))
	// ok: go-files-of-root-served
	http.Handle("/", http.FileServer(http.Dir("./static")))
	// ruleid: go-temp-file-predictable
	os.WriteFile("/tmp/app.state", data, 0o600)
	// ok: go-temp-file-predictable
	os.CreateTemp("", "app")
	// ok: go-temp-file-predictable
	os.WriteFile("/var/lib/app/state", data, 0o600)
	zr, err := gzip.NewReader(body)
	// ruleid: go-decompress-unbounded
	io.Copy(out, zr)
	// ok: go-decompress-unbounded
	io.CopyN(out, zr, 1<<20)
	// ok: go-decompress-unbounded
	io.Copy(out, file)
}

func web(w http.ResponseWriter, r *http.Request) {
	// ruleid: go-cookie-flags-missing
	http.SetCookie(w, &http.Cookie{Name: "session", Value: id, Secure: false})
	// ruleid: go-cookie-flags-missing
	c := http.Cookie{Name: "a", Value: id, HttpOnly: false}
	// ok: go-cookie-flags-missing
	http.SetCookie(w, &http.Cookie{Name: "session", Value: id, Secure: true, HttpOnly: true})
	// ok: go-cookie-flags-missing
	http.SetCookie(w, &http.Cookie{Name: "theme", Value: "dark"})
	// ruleid: go-cors-credentials-any
	w.Header().Set("Access-Control-Allow-Origin", r.Header.Get("Origin"))
	// ruleid: go-cors-credentials-any
	x := cors.Config{AllowAllOrigins: true, AllowCredentials: true}
	// ok: go-cors-credentials-any
	w.Header().Set("Access-Control-Allow-Origin", "https://app.example.com")
	// ruleid: go-websocket-any-origin
	upgrader.CheckOrigin = func(r *http.Request) bool { return true }
	// ok: go-websocket-any-origin
	upgrader.CheckOrigin = func(r *http.Request) bool { return sameHost(r) }
	// ruleid: go-jwt-algorithm-unchecked
	jwt.Parse(text, func(t *jwt.Token) (interface{}, error) {
		return key, nil
	})
	// ok: go-jwt-algorithm-unchecked
	jwt.Parse(text, func(t *jwt.Token) (interface{}, error) {
		if _, ok := t.Method.(*jwt.SigningMethodHMAC); !ok {
			return nil, errBadMethod
		}
		return key, nil
	})
}

func swallow() {
	// ruleid: go-recover-swallows
	defer func() { recover() }()
	// ok: go-recover-swallows
	defer func() {
		if r := recover(); r != nil {
			log.Println(r)
		}
	}()
}

func isUserAllowed(id string) bool {
	ok, err := lookup(id)
	// ruleid: go-auth-fails-open
	if err != nil {
		return true
	}
	return ok
}

func isAdminUser(id string) bool {
	ok, err := lookup(id)
	// ok: go-auth-fails-open
	if err != nil {
		return false
	}
	return ok
}

func remove(w http.ResponseWriter, r *http.Request) {
	// ruleid: go-handler-error-without-return
	if !isAdmin(r) {
		http.Error(w, "forbidden", http.StatusForbidden)
	}
	db.Delete(r.FormValue("id"))
}

func removeSafely(w http.ResponseWriter, r *http.Request) {
	// ok: go-handler-error-without-return
	if !isAdmin(r) {
		http.Error(w, "forbidden", http.StatusForbidden)
		return
	}
	db.Delete(r.FormValue("id"))
}

func misc(names []string) {
	// ruleid: go-security-result-ignored
	_ = bcrypt.CompareHashAndPassword(hash, password)
	// ok: go-security-result-ignored
	err := bcrypt.CompareHashAndPassword(hash, password)
	// ruleid: go-password-in-url
	u := fmt.Sprintf("https://api.acme-corp.com/login?password=%s", pw)
	// ok: go-password-in-url
	v := fmt.Sprintf("https://api.acme-corp.com/login?user=%s", user)
	// ruleid: go-connection-password-literal
	sql.Open("mysql", "app:Zx81spectrum@tcp(db.internal.net:3306)/app")
	// ok: go-connection-password-literal
	sql.Open("mysql", "app:password@tcp(db.internal.net:3306)/app")
	// ok: go-connection-password-literal
	sql.Open("mysql", fmt.Sprintf("app:%s@tcp(db.internal.net:3306)/app", pw))
	// ruleid: go-debug-mode
	gin.SetMode(gin.DebugMode)
	// ok: go-debug-mode
	gin.SetMode(gin.ReleaseMode)
	// ruleid: go-unsafe-pointer
	h := (*reflect.SliceHeader)(unsafe.Pointer(&names))
	// ok: go-unsafe-pointer
	n := unsafe.Sizeof(names)
	// ruleid: go-module-from-fork
	exec.Command("go", "install", "example.com/tool@latest")
	// ok: go-module-from-fork
	exec.Command("go", "install", "example.com/tool@v1.2.3")
	// ruleid: go-check-commented
	// router.Use(authMiddleware)
	start()
	// ok: go-check-commented
	// The router is used below.
	router.Use(authMiddleware)
}

func orm(db *gorm.DB, name string) {
	// ruleid: go-orm-query-seen
	db.Where("name = ?", name)
	// ruleid: go-orm-query-seen
	db.First(&user, 1)
	// ok: go-orm-query-seen
	db.Where("name = '" + name + "'")
	// ruleid: go-output-escaped-seen
	text := html.EscapeString(name)
	// ok: go-output-escaped-seen
	other := strings.ToUpper(name)
}
