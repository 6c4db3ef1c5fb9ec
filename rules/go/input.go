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
	exec.Command(r.FormValue("tool"), "--version").Run()
	exec.Command("ping", "-c1", r.URL.Query().Get("host")).Run()
	exec.Command("ping", "-c1", "127.0.0.1").Run()
	log.Println(r.FormValue("tool"))
	os.Open("/srv/files/" + r.FormValue("name"))
	http.ServeFile(w, r, filepath.Join(root, r.URL.Path))
	os.Open(filepath.Join(root, filepath.Base(r.FormValue("name"))))
	os.Open(filepath.Join(root, "index.html"))
	target := filepath.Join(dst, f.Name)
	out, err := os.Create(filepath.Join(dst, hdr.Name))
	target := filepath.Join(dst, name)
	target := filepath.Join(f.Name, "x")
	// ruleid: go-html-unescaped
	page.Body = template.HTML(name)
	// ruleid: go-html-unescaped
	page.Link = template.URL(r.Referer())
	// ok: go-html-unescaped
	page.Body = template.HTML("<b>Total</b>")
	// ok: go-html-unescaped
	page.Body = template.HTML(policy.Sanitize(name))
	fmt.Fprintf(w, "<h1>%s</h1>", r.FormValue("title"))
	io.WriteString(w, "not found: "+r.URL.Path)
	fmt.Fprintf(w, "<h1>%s</h1>", html.EscapeString(r.FormValue("title")))
	fmt.Fprintf(os.Stderr, "path %s", r.URL.Path)
	// ruleid: go-unbounded-body
	body, err := io.ReadAll(r.Body)
	// ruleid: go-unbounded-body
	body, err := ioutil.ReadAll(req.Body)
	// ok: go-unbounded-body
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, 1<<20))
	// ok: go-unbounded-body
	body, err := io.ReadAll(file)
	resp, err := http.Get(r.FormValue("url"))
	http.Redirect(w, r, r.URL.Query().Get("next"), http.StatusFound)
	resp, err := http.Get("https://example.org/status")
	http.Redirect(w, r, "/home", http.StatusFound)
}
