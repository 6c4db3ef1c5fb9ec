package web

// ruleid: go-profiler-exposed
import _ "net/http/pprof"

// ok: go-profiler-exposed
import "net/http/httptest"

func handle(w http.ResponseWriter, r *http.Request, name, password string) error {
	// ruleid: go-profiler-exposed
	mux.HandleFunc("/debug/pprof/", pprof.Index)
	// ok: go-profiler-exposed
	mux.HandleFunc("/debug/vars", vars)
	// ruleid: go-error-discarded
	n, _ := strconv.Atoi(name)
	// ruleid: go-error-discarded
	_ = json.Unmarshal(body, &v)
	// ruleid: go-error-discarded
	_, _ = rand.Read(key)
	// ok: go-error-discarded
	n, err := strconv.Atoi(name)
	// ok: go-error-discarded
	v, _ := cache[name]
	// ok: go-error-discarded
	for _, name := range names {
	}
	// ruleid: go-error-branch-empty
	if err != nil {
	}
	// ruleid: go-error-branch-empty
	if err := save(); err != nil {}
	// ok: go-error-branch-empty
	if err != nil {
		return err
	}
	// ok: go-error-branch-empty
	if err == nil {
	}
	// ruleid: go-error-to-nil
	if err != nil {
		return nil
	}
	// ruleid: go-error-to-nil
	if err != nil {
		return true
	}
	// ok: go-error-to-nil
	if err != nil {
		return fmt.Errorf("save: %w", err)
	}
	// ok: go-error-to-nil
	if err == nil {
		return nil
	}
	// ruleid: go-error-to-client
	http.Error(w, err.Error(), http.StatusInternalServerError)
	// ruleid: go-error-to-client
	c.JSON(http.StatusInternalServerError, gin.H{"error": err.Error()})
	// ok: go-error-to-client
	http.Error(w, "internal error", http.StatusInternalServerError)
	// ok: go-error-to-client
	log.Print(err.Error())
	// ruleid: go-secret-logged
	log.Printf("login %s %s", name, password)
	// ruleid: go-secret-logged
	fmt.Println(cfg.APIKey)
	// ok: go-secret-logged
	log.Printf("password of %s changed", name)
	// ok: go-secret-logged
	log.Print(hashedPassword)
}
