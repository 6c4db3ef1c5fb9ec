package web

func handle(w http.ResponseWriter, r *http.Request, name string, f *zip.File, dst string) {
	// ruleid: go-shell-command-dynamic
	exec.Command("sh", "-c", "tar xf "+name).Run()
	// ruleid: go-shell-command-dynamic
	exec.CommandContext(ctx, "/bin/bash", "-c", fmt.Sprintf("ping %s", name)).Run()
	// ok: go-shell-command-dynamic
	exec.Command("tar", "xf", name).Run()
	// ok: go-shell-command-dynamic
	exec.Command("sh", "-c", "ls | wc -l").Run()
	// ruleid: go-request-data-executed
	exec.Command(r.FormValue("tool"), "--version").Run()
	// ruleid: go-request-data-executed
	exec.Command("ping", "-c1", r.URL.Query().Get("host")).Run()
	// ok: go-request-data-executed
	exec.Command("ping", "-c1", "127.0.0.1").Run()
	// ok: go-request-data-executed
	log.Println(r.FormValue("tool"))
	// ruleid: go-path-from-request
	os.Open("/srv/files/" + r.FormValue("name"))
	// ruleid: go-path-from-request
	http.ServeFile(w, r, filepath.Join(root, r.URL.Path))
	// ok: go-path-from-request
	os.Open(filepath.Join(root, filepath.Base(r.FormValue("name"))))
	// ok: go-path-from-request
	os.Open(filepath.Join(root, "index.html"))
	// ruleid: go-archive-entry-path
	target := filepath.Join(dst, f.Name)
	// ruleid: go-archive-entry-path
	out, err := os.Create(filepath.Join(dst, hdr.Name))
	// ok: go-archive-entry-path
	target := filepath.Join(dst, name)
	// ok: go-archive-entry-path
	target := filepath.Join(f.Name, "x")
	// ruleid: go-html-unescaped
	page.Body = template.HTML(name)
	// ruleid: go-html-unescaped
	page.Link = template.URL(r.Referer())
	// ok: go-html-unescaped
	page.Body = template.HTML("<b>Total</b>")
	// ok: go-html-unescaped
	page.Body = template.HTML(policy.Sanitize(name))
	// ruleid: go-response-echoes-request
	fmt.Fprintf(w, "<h1>%s</h1>", r.FormValue("title"))
	// ruleid: go-response-echoes-request
	io.WriteString(w, "not found: "+r.URL.Path)
	// ok: go-response-echoes-request
	fmt.Fprintf(w, "<h1>%s</h1>", html.EscapeString(r.FormValue("title")))
	// ok: go-response-echoes-request
	fmt.Fprintf(os.Stderr, "path %s", r.URL.Path)
	// ruleid: go-unbounded-body
	body, err := io.ReadAll(r.Body)
	// ruleid: go-unbounded-body
	body, err := ioutil.ReadAll(req.Body)
	// ok: go-unbounded-body
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, 1<<20))
	// ok: go-unbounded-body
	body, err := io.ReadAll(file)
	// ruleid: go-url-from-request
	resp, err := http.Get(r.FormValue("url"))
	// ruleid: go-url-from-request
	http.Redirect(w, r, r.URL.Query().Get("next"), http.StatusFound)
	// ok: go-url-from-request
	resp, err := http.Get("https://example.org/status")
	// ok: go-url-from-request
	http.Redirect(w, r, "/home", http.StatusFound)
}
