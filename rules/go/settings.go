package settings

import (
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"strconv"

	"go.mongodb.org/mongo-driver/bson"
)

func find(w http.ResponseWriter, r *http.Request) {
	name := r.URL.Query().Get("name")
	// ruleid: go-nosql-from-request
	users.Find(ctx, bson.M{"$where": "this.name == '" + name + "'"})
	// ok: go-nosql-from-request
	users.Find(ctx, bson.M{"name": name})
	// ok: go-nosql-from-request
	users.Find(ctx, bson.M{"$where": "this.a > this.b"})
}

func show(w http.ResponseWriter, r *http.Request) {
	text := r.FormValue("text")
	// ruleid: go-format-from-request
	line := fmt.Sprintf(text)
	// ok: go-format-from-request
	line = fmt.Sprintf("%q", text)
	fmt.Println(line)
}

func run(w http.ResponseWriter, r *http.Request) {
	// ruleid: go-environment-from-request
	os.Setenv("EDITOR", r.FormValue("editor"))
	count, _ := strconv.Atoi(r.FormValue("count"))
	// ok: go-environment-from-request
	os.Setenv("COUNT", strconv.Itoa(count))
	command := exec.Command("/usr/bin/convert")
	// ruleid: go-environment-from-request
	command.Env = append(os.Environ(), "FORMAT="+r.FormValue("format"))
	// ok: go-environment-from-request
	command.Env = append(os.Environ(), "LANG=C")
}

func all(names []string) error {
	for _, name := range names {
		file, err := os.Open(name)
		if err != nil {
			return err
		}
		// ruleid: go-close-deferred-in-loop
		defer file.Close()
	}
	for _, name := range names {
		err := func() error {
			file, err := os.Open(name)
			if err != nil {
				return err
			}
			// ok: go-close-deferred-in-loop
			defer file.Close()
			return read(file)
		}()
		if err != nil {
			return err
		}
	}
	file, err := os.Open("list")
	if err != nil {
		return err
	}
	// ok: go-close-deferred-in-loop
	defer file.Close()
	return nil
}
