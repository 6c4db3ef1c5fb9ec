package built

func found(db *sql.DB, name string) {
	var sb strings.Builder
	sb.WriteString("SELECT * FROM u WHERE n = '" + name + "'")
	// ruleid: go-sql-pieces-run
	db.Query(sb.String())
	q := "SELECT * FROM u"
	q += " WHERE n = '" + name + "'"
	// ruleid: go-sql-pieces-run
	db.Exec(q)
}

func foundBound(db *sql.DB, name string, id int) {
	q := "SELECT * FROM u"
	q += " WHERE n = ?"
	// ok: go-sql-pieces-run
	db.Exec(q, name)
	// ok: go-sql-pieces-run
	db.Query(fmt.Sprintf("SELECT * FROM u WHERE id = %d", id))
	const kind = "u"
	// ok: go-sql-pieces-run
	db.Query("SELECT * FROM " + kind)
	// ok: go-sql-pieces-run
	client.Query("/users?n=" + name)
}


func mode(w http.ResponseWriter, r *http.Request) {
	// ruleid: go-header-from-request
	w.Header().Set("X-Mode", r.FormValue("mode"))
}

func modeFixed(w http.ResponseWriter, r *http.Request) {
	// ok: go-header-from-request
	w.Header().Set("X-Mode", "fixed")
	// ok: go-header-from-request
	w.Header().Set("X-Request-Id", r.Header.Get("X-Request-Id"))
}


func open(w http.ResponseWriter) {
	// ruleid: go-cors-for-all
	w.Header().Set("Access-Control-Allow-Origin", "*")
	// ruleid: go-cors-for-all
	handlers.CORS(handlers.AllowedOrigins([]string{"*"}))
}

func named(w http.ResponseWriter) {
	// ok: go-cors-for-all
	w.Header().Set("Access-Control-Allow-Origin", "https://example.org")
	// ok: go-cors-for-all
	handlers.CORS(handlers.AllowedOrigins([]string{"https://example.org"}))
}


func failing(w http.ResponseWriter, r *http.Request) {
	if err := load(); err != nil {
		// ruleid: go-error-text-to-client
		fmt.Fprintln(w, err)
	}
}

func failingQuietly(w http.ResponseWriter, r *http.Request) {
	if err := load(); err != nil {
		log.Print(err)
		// ok: go-error-text-to-client
		http.Error(w, "failed", 500)
	}
}

func report(out io.Writer) {
	if err := load(); err != nil {
		// ok: go-error-text-to-client
		fmt.Fprintln(out, err)
	}
}


func large(r *http.Request) {
	// ruleid: go-form-size-unbounded
	r.ParseMultipartForm(1 << 40)
	// ruleid: go-form-size-unbounded
	r.ParseMultipartForm(10737418240)
}

func small(r *http.Request) {
	// ok: go-form-size-unbounded
	r.ParseMultipartForm(10 << 20)
	// ok: go-form-size-unbounded
	r.ParseMultipartForm(33554432)
}


func unpack(zr *zip.Reader, out io.Writer) {
	for _, f := range zr.File {
		rc, _ := f.Open()
		// ruleid: go-copy-unbounded-archive
		io.Copy(out, rc)
	}
}

func unpackBounded(zr *zip.Reader, out io.Writer) {
	for _, f := range zr.File {
		rc, _ := f.Open()
		// ok: go-copy-unbounded-archive
		io.CopyN(out, rc, 1<<20)
	}
}


func upload(c *gin.Context, file *multipart.FileHeader) {
	// ruleid: go-upload-name-kept
	c.SaveUploadedFile(file, "/srv/"+file.Filename)
	// ruleid: go-upload-name-kept
	os.Create(filepath.Join("/srv", file.Filename))
}

func uploadNamed(c *gin.Context, file *multipart.FileHeader) {
	// ok: go-upload-name-kept
	c.SaveUploadedFile(file, "/srv/"+filepath.Base(file.Filename))
	// ok: go-upload-name-kept
	os.Create(filepath.Join("/srv", uuid.NewString()))
}


func signed(mac []byte, r *http.Request, want string) bool {
	if string(mac) == r.Header.Get("X-Sig") {
		return true
	}
	// ruleid: go-signature-compared-early
	return r.Header.Get("X-Api-Key") == want
}

func signedWell(mac, sig []byte, r *http.Request) bool {
	// ok: go-signature-compared-early
	return hmac.Equal(mac, sig) && r.Header.Get("X-Token") != ""
}


func connect() {
	// ruleid: go-connect-string-with-password
	sql.Open("mysql", "root:hunter2abc@tcp(h)/d")
}

func connectByEnvironment() {
	// ok: go-connect-string-with-password
	sql.Open("mysql", os.Getenv("DSN"))
	// ok: go-connect-string-with-password
	sql.Open("mysql", "root@tcp(h)/d")
}


func page(name string) {
	// ruleid: go-template-of-request-text
	template.New("a").Parse("hi " + name)
	// ruleid: go-template-of-request-text
	template.New("a").Parse(fmt.Sprintf("hi %s", name))
}

func pageConstant(name string) {
	// ok: go-template-of-request-text
	template.New("a").Parse("hi {{.}}")
	// ok: go-template-of-request-text
	template.New("a").Parse(page)
}


func sortedByPiece(db *sql.DB, wish string) {
	by, ok := columnOf[wish]
	if !ok {
		return
	}
	// ok: go-sql-pieces-run
	db.Query("SELECT * FROM users ORDER BY " + by)
	// ruleid: go-sql-pieces-run
	db.Query("SELECT * FROM users ORDER BY " + wish)
}
