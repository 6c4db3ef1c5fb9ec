package web

func routes(mux *chi.Mux, r *gin.Engine, name string, mac, sum []byte) error {
	// ruleid: go-removed-auth-guard
	r.Use(authMiddleware())
	// ruleid: go-removed-auth-guard
	mux.With(RequireAdmin).Get("/users", list)
	// ruleid: go-removed-auth-guard
	r.GET("/account", middleware.JWT(key), account)
	// ok: go-removed-auth-guard
	r.Use(gin.Logger())
	// ok: go-removed-auth-guard
	r.GET("/authors", authors)
	// ruleid: go-removed-error-check
	if err != nil {
		return err
	}
	// ruleid: go-removed-error-check
	if err := save(name); err != nil {
		return err
	}
	// ok: go-removed-error-check
	if err == nil {
		return nil
	}
	// ok: go-removed-error-check
	if name != "" {
	}
	// ruleid: go-removed-error-check
	if !ok || len(name) == 0 {
		return errMissing
	}
	// ruleid: go-removed-error-check
	if user, ok := users[name]; !ok {
		return errMissing
	}
	// ok: go-removed-error-check
	if len(name) == 0 {
		return errMissing
	}
	// ok: go-removed-error-check
	require.NoError(t, err)
	// ruleid: go-removed-escaping
	fmt.Fprint(w, html.EscapeString(name))
	// ruleid: go-removed-escaping
	name = filepath.Base(name)
	// ok: go-removed-escaping
	fmt.Fprint(w, name)
	// ok: go-removed-escaping
	name = filepath.Join(root, name)
	// ruleid: go-removed-limit
	r.Body = http.MaxBytesReader(w, r.Body, 1<<20)
	// ruleid: go-removed-limit
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	// ruleid: go-removed-limit
	srv := &http.Server{ReadHeaderTimeout: time.Second}
	// ok: go-removed-limit
	ctx, cancel := context.WithCancel(ctx)
	// ok: go-removed-limit
	srv := &http.Server{Addr: name}
	// ruleid: go-removed-constant-time
	return hmac.Equal(mac, sum)
	// ruleid: go-removed-constant-time
	if subtle.ConstantTimeCompare(mac, sum) != 1 {
	}
	// ok: go-removed-constant-time
	return bytes.Equal(mac, sum)
	// ok: go-removed-constant-time
	mac := hmac.New(sha256.New, key)
}
