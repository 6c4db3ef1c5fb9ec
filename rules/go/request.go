package main

func users(w http.ResponseWriter, r *http.Request) {
	id := r.URL.Query().Get("id")
	// ruleid: go-sql-from-request
	rows, err := db.Query("SELECT * FROM users WHERE id = " + id)
	q := fmt.Sprintf("SELECT * FROM users WHERE name = '%s'", r.FormValue("name"))
	// ruleid: go-sql-from-request
	db.Exec(q)
	// ruleid: go-sql-from-request
	db.QueryContext(ctx, "DELETE FROM users WHERE name = '"+r.FormValue("n")+"'")
	// ok: go-sql-from-request
	db.Query("SELECT * FROM users WHERE id = $1", id)
	n, err := strconv.Atoi(id)
	// ok: go-sql-from-request
	db.Query(fmt.Sprintf("SELECT * FROM users WHERE id = %d", n))
	// ok: go-sql-from-request
	db.Exec("DELETE FROM sessions")
}

func byName(db *sql.DB, name string, tableName string) {
	// ruleid: go-sql-built-then-run
	db.Query(fmt.Sprintf("SELECT * FROM users WHERE name = '%s'", name))
	q := "DELETE FROM users WHERE name = '" + name + "'"
	// ruleid: go-sql-built-then-run
	db.Exec(q)
	stmt := fmt.Sprintf("UPDATE users SET name = '%v' WHERE id = 1", name)
	// ruleid: go-sql-built-then-run
	db.ExecContext(ctx, stmt)
	// ok: go-sql-built-then-run
	db.Query(fmt.Sprintf("SELECT * FROM users WHERE id = %d", id))
	// ok: go-sql-built-then-run
	db.Query("SELECT * FROM users WHERE name = ?", name)
	// ok: go-sql-built-then-run
	db.Query("SELECT * FROM " + UsersTable)
	// ok: go-sql-built-then-run
	log.Printf("%s", fmt.Sprintf("select from %s", name))
}

func search(db *sql.DB, name string) {
	query := "SELECT * FROM users WHERE 1 = 1"
	query += " AND name = '" + name + "'"
	// ruleid: go-sql-text-appended
	db.Query(query)
	where := ""
	where += fmt.Sprintf(" AND kind = '%s'", name)
	// ruleid: go-sql-text-appended
	db.Query("SELECT * FROM users WHERE 1 = 1" + where)
	other := "SELECT * FROM users"
	other += " WHERE name = ?"
	// ok: go-sql-text-appended
	db.Query(other, name)
	text := "SELECT id FROM users"
	text += " LIMIT " + strconv.Itoa(3)
	// ok: go-sql-text-appended
	db.Query(text)
}

func orm(db *gorm.DB, c *gin.Context, name string) {
	// ruleid: go-orm-clause-built
	db.Where("name = '" + name + "'").Find(&users)
	// ruleid: go-orm-clause-built
	db.Where(fmt.Sprintf("name = '%s'", name)).Find(&users)
	// ruleid: go-orm-clause-built
	db.Order(c.Query("sort")).Find(&users)
	// ok: go-orm-clause-built
	db.Where("name = ?", name).Find(&users)
	// ok: go-orm-clause-built
	db.Where(&User{Name: name}).Find(&users)
	// ok: go-orm-clause-built
	db.Order("created_at desc").Find(&users)
}

func run(w http.ResponseWriter, r *http.Request) {
	name := r.FormValue("name")
	// ruleid: go-request-data-executed
	exec.Command(name).Run()
	// ruleid: go-request-data-executed
	exec.Command("sh", "-c", "ls "+name).Run()
	// ruleid: go-request-data-executed
	exec.CommandContext(ctx, "/bin/bash", "-c", fmt.Sprintf("ping %s", r.URL.Query().Get("host")))
	// ruleid: go-command-argument-from-request
	exec.Command("git", "log", name).Run()
	// ruleid: go-command-argument-from-request
	exec.Command("tar", "xf", r.FormValue("f")).Run()
	// ok: go-request-data-executed, go-command-argument-from-request
	exec.Command("git", "log", "main").Run()
	// ok: go-command-argument-from-request
	exec.Command("grep", "--", name).Run()
	// ok: go-request-data-executed
	exec.Command("git", "log", "--", name).Run()
	pid, _ := strconv.Atoi(r.FormValue("pid"))
	// ok: go-request-data-executed
	exec.Command("sh", "-c", fmt.Sprintf("kill %d", pid)).Run()
}

func shell(dir string, args []string) {
	line := "tar xf " + dir
	// ruleid: go-command-built
	exec.Command("sh", "-c", line).Run()
	other := fmt.Sprintf("ls %s", dir)
	// ruleid: go-command-built
	exec.CommandContext(ctx, "/bin/bash", "-lc", other).Run()
	fixed := "uptime"
	// ok: go-command-built
	exec.Command("sh", "-c", fixed).Run()
	path := "/usr/" + dir
	// ok: go-command-built
	exec.Command("ls", path).Run()
}

func files(w http.ResponseWriter, r *http.Request) {
	name := r.URL.Query().Get("file")
	// ruleid: go-path-from-request
	f, err := os.Open(filepath.Join(root, name))
	// ruleid: go-path-from-request
	http.ServeFile(w, r, "/srv/"+name)
	// ruleid: go-path-from-request
	data, err := ioutil.ReadFile(root + r.FormValue("f"))
	// ok: go-path-from-request
	os.Open(filepath.Join(root, filepath.Base(name)))
	// ok: go-path-from-request
	os.ReadFile("/etc/motd")
	if !filepath.IsLocal(name) {
		return
	}
	// ok: go-path-from-request
	os.Open(filepath.Join(root, name))
}

func proxy(w http.ResponseWriter, r *http.Request) {
	// ruleid: go-url-from-request
	resp, err := http.Get(r.FormValue("url"))
	target := "http://" + r.URL.Query().Get("host") + "/status"
	// ruleid: go-url-from-request
	req, err := http.NewRequest("GET", target, nil)
	// ruleid: go-url-from-request
	httpClient.Get(target)
	// ok: go-url-from-request
	http.Get("https://api.example.com/users/" + r.FormValue("id"))
	// ok: go-url-from-request
	http.Post("https://api.example.com/", "text/plain", r.Body)
	// ruleid: go-redirect-from-request
	http.Redirect(w, r, r.FormValue("next"), http.StatusFound)
	next := r.URL.Query().Get("next")
	// ruleid: go-redirect-from-request
	w.Header().Set("Location", next)
	// ok: go-redirect-from-request
	http.Redirect(w, r, "/users/"+r.FormValue("id"), http.StatusFound)
	// ok: go-redirect-from-request
	http.Redirect(w, r, "/login?next="+url.QueryEscape(next), http.StatusFound)
	if !strings.HasPrefix(next, "/app/") {
		return
	}
	// ok: go-redirect-from-request
	http.Redirect(w, r, next, http.StatusFound)
}

func hello(w http.ResponseWriter, r *http.Request) {
	name := r.FormValue("name")
	// ruleid: go-response-echoes-request
	fmt.Fprintf(w, "<h1>Hello %s</h1>", name)
	// ruleid: go-response-echoes-request
	w.Write([]byte("Hello " + name))
	// ruleid: go-response-echoes-request
	io.WriteString(w, r.URL.Query().Get("q"))
	// ok: go-response-echoes-request
	fmt.Fprintf(w, "<h1>Hello %s</h1>", html.EscapeString(name))
	// ok: go-response-echoes-request
	fmt.Fprintf(w, "<h1>Hello</h1>")
	// ruleid: go-template-from-request
	t, err := template.New("page").Parse("Hello " + name)
	// ruleid: go-template-from-request
	tmpl.Parse(r.FormValue("template"))
	// ok: go-template-from-request
	t, err = template.New("page").Parse("Hello {{.}}")
	// ruleid: go-log-from-request
	log.Printf("login of %s", name)
	// ruleid: go-log-from-request
	log.Println("agent", r.Header.Get("User-Agent"))
	// ok: go-log-from-request
	log.Printf("login of %q", name)
	// ok: go-log-from-request
	log.Println("login")
}

func unzip(z *zip.Reader, dir string) {
	for _, f := range z.File {
		target := filepath.Join(dir, f.Name)
		// ruleid: go-archive-entry-path
		out, err := os.Create(target)
		// ok: go-archive-entry-path
		os.Create(filepath.Join(dir, filepath.Base(f.Name)))
	}
	for _, f := range z.File {
		if !filepath.IsLocal(f.Name) {
			continue
		}
		// ok: go-archive-entry-path
		os.Create(filepath.Join(dir, f.Name))
	}
}

func untar(tr *tar.Reader, dir string) {
	for {
		hdr, err := tr.Next()
		target := dir + "/" + hdr.Name
		// ruleid: go-archive-entry-path
		os.MkdirAll(target, 0o755)
	}
}

func narrow(text string) {
	n, err := strconv.Atoi(text)
	a := int32(n)
	big, err := strconv.ParseInt(text, 10, 64)
	b := uint16(big)
	c := int64(n)
	small, err := strconv.ParseInt(text, 10, 32)
	d := int32(small)
	checked, err := strconv.Atoi(text)
	if checked > math.MaxInt16 {
		return
	}
	e := int16(checked)
}

func lookup(w http.ResponseWriter, r *http.Request) {
	name := r.FormValue("name")
	// ruleid: go-xpath-from-request
	xmlquery.Find(doc, "//user[@name='"+name+"']")
	// ruleid: go-xpath-from-request
	xpath.Compile(fmt.Sprintf("//user[%s]", name))
	// ok: go-xpath-from-request
	xmlquery.Find(doc, "//user")
	// ruleid: go-ldap-from-request
	ldap.NewSearchRequest("dc=x", 2, 0, 0, 0, false, "(uid="+name+")", nil, nil)
	// ok: go-ldap-from-request
	ldap.NewSearchRequest("dc=x", 2, 0, 0, 0, false, "(uid="+ldap.EscapeFilter(name)+")", nil, nil)
	// ok: go-ldap-from-request
	ldap.NewSearchRequest("dc=x", 2, 0, 0, 0, false, "(uid=a)", nil, nil)
	n, _ := strconv.Atoi(r.FormValue("n"))
	// ruleid: go-allocation-from-request
	buf := make([]byte, n)
	// ok: go-allocation-from-request
	other := make([]byte, len(r.FormValue("n")))
	m, _ := strconv.Atoi(r.FormValue("m"))
	if m > 1000 {
		return
	}
	// ok: go-allocation-from-request
	third := make([]byte, m)
}

func indexed(w http.ResponseWriter, r *http.Request) {
	name := r.URL.Query()["name"][0]
	// ruleid: go-request-data-executed
	exec.Command(name).Run()
	// ok: go-request-data-executed
	exec.Command(allowedTools[r.FormValue("tool")]).Run()
}

func knownHost(w http.ResponseWriter, r *http.Request) {
	u, err := url.Parse(r.FormValue("u"))
	if err != nil || !hosts[u.Host] {
		return
	}
	// ok: go-url-from-request
	client.Get(u.String())
	v, err := url.Parse(r.FormValue("v"))
	if err != nil {
		return
	}
	// ruleid: go-url-from-request
	client.Get(v.String())
}

func sortedByKnown(db *sql.DB, wish string, ids []any) {
	by, ok := columnOf[wish]
	if !ok {
		return
	}
	// ok: go-sql-built-then-run
	db.Query("SELECT * FROM users ORDER BY " + by)
	marks := strings.TrimSuffix(strings.Repeat("?,", len(ids)), ",")
	// ok: go-sql-built-then-run
	db.Query("SELECT * FROM users WHERE id IN ("+marks+")", ids...)
	// ruleid: go-sql-built-then-run
	db.Query("SELECT * FROM users ORDER BY " + wish)
}
