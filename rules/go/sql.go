package store

func inText(ctx context.Context, db *sql.DB, name, id string) {
	// ruleid: go-sql-value-formatted
	db.Query(fmt.Sprintf("SELECT * FROM users WHERE name = '%s'", name))
	// ruleid: go-sql-value-formatted
	db.QueryRowContext(ctx, "SELECT * FROM users WHERE name = '"+name+"'")
	// ruleid: go-sql-value-formatted
	db.Exec(fmt.Sprintf(
		"DELETE FROM users WHERE name LIKE '%%%s%%'",
		name,
	))
	// ok: go-sql-value-formatted
	db.Query(queries.ByName, name)
	// ok: go-sql-value-formatted
	db.Query(fmt.Sprintf("SELECT * FROM users WHERE id = %d", id))
	// ok: go-sql-value-formatted
	db.Query("SELECT * FROM users WHERE kind = " + DEFAULT_KIND)
	// ok: go-sql-value-formatted
	db.Query("SELECT * FROM users WHERE id = " + strconv.Itoa(n))
	// ok: go-sql-value-formatted
	client.Get("https://example.org/?name=" + name)
	// ruleid: go-sql-text-built
	query := fmt.Sprintf("SELECT * FROM users WHERE name = '%s'", name)
	// ruleid: go-sql-text-built
	sql += " AND owner = '" + name + "'"
	// ruleid: go-sql-text-built
	tx.Where(fmt.Sprintf("name = '%s'", name)).Find(&users)
	// ok: go-sql-text-built
	text := "SELECT * FROM users WHERE name = ?"
	// ok: go-sql-text-built
	tx.Order("name").Find(&users)
	// ruleid: go-sql-parameterised-seen
	db.Query("SELECT * FROM accounts WHERE name = $1", name)
	// ruleid: go-sql-parameterised-seen
	tx.Where("name = ?", name).Find(&users)
	// ok: go-sql-parameterised-seen
	db.Query("SELECT 1")
	// ok: go-sql-parameterised-seen
	db.Query(text, name)
}
