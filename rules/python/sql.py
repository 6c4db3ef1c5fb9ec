def values_in_the_text(cur, user, name, ids, table):
    # ruleid: python-sql-value-interpolated
    cur.execute(f"SELECT * FROM users WHERE name = '{name}'")
    # ruleid: python-sql-value-interpolated
    cur.execute("SELECT * FROM users WHERE id = %s" % user.id)
    # ruleid: python-sql-value-interpolated
    cur.execute("DELETE FROM users WHERE name = '{}'".format(name))
    # ruleid: python-sql-value-interpolated
    cur.execute("SELECT id FROM users WHERE name = '" + name + "'")
    # ruleid: python-sql-value-interpolated
    cur.execute(
        f"""
        UPDATE users SET seen = now()
        WHERE name LIKE '%{name}%'
        """
    )
    # ok: python-sql-value-interpolated
    cur.execute(f"SELECT * FROM users WHERE kind = {DEFAULT_KIND}")
    # ok: python-sql-value-interpolated
    cur.execute(f"SELECT * FROM users WHERE id = {int(user.id)}")
    # ok: python-sql-value-interpolated
    cur.execute(f"SELECT * FROM users WHERE id = {placeholder}", [user.id])
    # ok: python-sql-value-interpolated
    cur.execute("SELECT * FROM users WHERE active = 1")
    # ok: python-sql-value-interpolated
    runner.execute(f"deploy target={name}")


def names_in_the_text(cur, table, column):
    # ruleid: python-sql-identifier-interpolated
    cur.execute(f"SELECT count(*) FROM {table}")
    # ruleid: python-sql-identifier-interpolated
    cur.execute(f"SELECT id FROM users ORDER BY {column}")
    # ok: python-sql-identifier-interpolated
    cur.execute(f"SELECT count(*) FROM {USERS_TABLE}")
    # ok: python-sql-identifier-interpolated
    cur.execute("SELECT count(*) FROM users")


def text_first(cur, name, ids):
    # ruleid: python-sql-text-built
    query = f"SELECT * FROM users WHERE name = '{name}'"
    # ruleid: python-sql-text-built
    sql = "SELECT * FROM users WHERE name = '%s'" % name
    # ruleid: python-sql-text-built
    sql += " AND owner = '" + name + "'"
    # ok: python-sql-text-built
    sql = "SELECT * FROM users WHERE name = %s"
    # ok: python-sql-text-built
    query = f"SELECT * FROM users WHERE id IN ({','.join('?' * len(ids))})"
    # ok: python-sql-text-built
    query = "SELECT * FROM users WHERE kind = 'a' + 'b'"


def text_first_then_run(cur, session, name, value):
    query = "SELECT * FROM users WHERE name = '%s'" % name
    log(query)
    # ruleid: python-sql-built-then-executed
    cur.execute(query)


def formatted(cur, name):
    sql = "SELECT * FROM users WHERE name = '{}'".format(name)
    # ruleid: python-sql-built-then-executed
    cur.execute(sql)


def in_a_literal(cur, name, value):
    statement = f"UPDATE users SET name = '{name}'"
    if value:
        # ruleid: python-sql-built-then-executed
        cur.execute(statement, [value])


def joined(session, name):
    statement = "SELECT id FROM users WHERE name = " + name
    # ruleid: python-sql-built-then-executed
    session.execute(text(statement))


def with_placeholders(cur, name, table):
    query = "SELECT * FROM users WHERE name = %s"
    # ok: python-sql-built-then-executed
    cur.execute(query, (name,))
    query = "SELECT * FROM users WHERE name = 'a'" + " AND id = 3"
    # ok: python-sql-built-then-executed
    cur.execute(query)
    label = "from %s" % table
    # ok: python-sql-built-then-executed
    cur.execute(label)
    count = "SELECT id FROM users WHERE id = %d" % int(name)
    # ok: python-sql-built-then-executed
    cur.execute(count)


def of_another(cur, query):
    # ok: python-sql-built-then-executed
    cur.execute(query)


def through_the_orm(db, name, order):
    # ruleid: python-orm-raw-interpolated
    User.objects.raw(f"SELECT * FROM app_user WHERE name = '{name}'")
    # ruleid: python-orm-raw-interpolated
    User.objects.raw("SELECT * FROM app_user WHERE name = '%s'" % name)
    # ruleid: python-orm-raw-interpolated
    queryset = queryset.extra(where=[f"name = '{name}'"])
    # ruleid: python-orm-raw-interpolated
    statement = text(f"SELECT * FROM app_user WHERE name = '{name}'")
    # ruleid: python-orm-raw-interpolated
    queryset.annotate(rank=RawSQL("SELECT rank FROM r WHERE n = '%s'" % name, []))
    # ok: python-orm-raw-interpolated
    User.objects.raw("SELECT * FROM app_user WHERE name = %s", [name])
    # ok: python-orm-raw-interpolated
    statement = text("SELECT * FROM app_user WHERE name = :name")
    # ok: python-orm-raw-interpolated
    label = text(f"Hello {name}")


def reassuring(cur, session, name):
    # ruleid: python-orm-query-seen
    User.objects.filter(name=name)
    # ruleid: python-orm-query-seen
    session.query(User).filter_by(name=name).first()
    # ruleid: python-orm-query-seen
    rows = session.scalars(stmt)
    # ok: python-orm-query-seen
    names = filter(str.isalpha, words)
    # ok: python-orm-query-seen
    ready, _, _ = select([sock], [], [], 1)
    # ruleid: python-sql-parameterised-seen
    cur.execute("SELECT * FROM users WHERE name = %s", (name,))
    # ruleid: python-sql-parameterised-seen
    cur.execute("INSERT INTO users (name) VALUES (:name)", {"name": name})
    # ok: python-sql-parameterised-seen
    cur.execute("SELECT * FROM users WHERE active = 1")
    # ok: python-sql-parameterised-seen
    cur.execute(statement, (name,))
