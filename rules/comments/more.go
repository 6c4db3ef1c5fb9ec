package a

func a() {
	// ruleid: comment-suppression-go
	f.Close() //nolint:errcheck
	// ruleid: comment-suppression-go
	run(x) // #nosec
	// ok: comment-suppression-go
	run(y) //nolint:lll
	// ok: comment-suppression-go
	run(z) // no lint here
}
