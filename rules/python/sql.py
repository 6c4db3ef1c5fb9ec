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
    # ruleid: python-sql-built-then-executed
    cur.execute(f"SELECT count(*) FROM {table}")
    # ruleid: python-sql-built-then-executed
    cur.execute(f"SELECT id FROM users ORDER BY {column}")
    # ruleid: python-sql-built-then-executed
    cur.execute(f"SELECT {ID_COLUMN} FROM {table}")
    # ok: python-sql-built-then-executed
    cur.execute(f"SELECT count(*) FROM {USERS_TABLE}")
    # ok: python-sql-built-then-executed
    cur.execute("SELECT count(*) FROM users")
    # ok: python-sql-built-then-executed
    cur.execute(sql.SQL("SELECT count(*) FROM {}").format(sql.Identifier(table)))


def text_first(name, ids):
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


def text_returned(name):
    # ruleid: python-sql-text-built
    return f"SELECT * FROM users WHERE name = '{name}'"


def text_that_is_reported_where_it_runs(cur, name):
    # ok: python-sql-text-built
    query = f"SELECT * FROM users WHERE name = '{name}'"
    cur.execute(query)


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


from flask import Flask, request

app = Flask(__name__)
KINDS = {"a": "SELECT * FROM a", "b": "SELECT * FROM b"}
SAFE_ORDER = ("name", "age")


@app.route("/users/<name>")
def user_by_path(name: str, page: int):
    # ruleid: python-sql-from-request
    db.execute("SELECT * FROM users WHERE name = '" + name + "'")
    # ruleid: python-sql-from-request
    db.session.execute(text(f"SELECT * FROM users WHERE name = '{name}'"))
    # ok: python-sql-from-request
    db.execute("SELECT * FROM users WHERE name = ?", (name,))
    # ok: python-sql-from-request
    db.session.execute(text("SELECT * FROM users WHERE name = :name"), {"name": name})


def user_by_argument(cursor):
    name = request.args.get("name", "")
    parts = ["SELECT * FROM users WHERE 1 = 1"]
    parts.append("AND name = '%s'" % name)
    # ruleid: python-sql-from-request
    cursor.execute(" ".join(parts))
    statement = "SELECT * FROM users"
    if name:
        statement += " WHERE name = '{}'".format(name)
    # ruleid: python-sql-from-request
    cursor.execute(statement)
    # ruleid: python-sql-from-request
    User.objects.raw("SELECT * FROM users WHERE name = '%s'" % request.POST["name"])
    # ruleid: python-sql-from-request
    User.objects.extra(where=["name = '" + name + "'"])
    # ok: python-sql-from-request
    cursor.execute("SELECT * FROM users WHERE name = %s", [name])
    # ok: python-sql-from-request
    cursor.execute("SELECT * FROM users WHERE id = %d" % int(name))
    # ok: python-sql-from-request
    cursor.execute(KINDS[name])
    # ok: python-sql-from-request
    cursor.execute(KINDS.get(name, "SELECT 1"))
    name = "fixed"
    # ok: python-sql-from-request
    cursor.execute("SELECT * FROM users WHERE name = '%s'" % name)


def order_from_a_list(cursor):
    order = request.args["order"]
    if order not in SAFE_ORDER:
        abort(400)
    # ok: python-sql-from-request
    cursor.execute("SELECT * FROM users ORDER BY " + order)


def build(name):
    return "SELECT * FROM users WHERE name = '" + name + "'"


def by_helper(cursor):
    # ruleid: python-sql-from-request
    cursor.execute(build(request.cookies.get("name")))


def documents(collection):
    # ruleid: python-nosql-from-request
    collection.find_one({"user": request.json["user"], "password": request.json["password"]})
    wanted = json.loads(request.args["filter"])
    # ruleid: python-nosql-from-request
    collection.find(wanted)
    # ruleid: python-nosql-from-request
    collection.delete_many(request.get_json())
    # ok: python-nosql-from-request
    collection.find_one({"user": str(request.json["user"])})
    # ok: python-nosql-from-request
    collection.find_one({"_id": ObjectId(request.json["id"])})
    # ok: python-nosql-from-request
    collection.find_one({"active": True})


def by_script(collection, name):
    # ruleid: python-mongo-where-built
    collection.find({"$where": "this.name == '" + name + "'"})
    # ruleid: python-mongo-where-built
    collection.find({"$where": f"this.name == '{name}'", "active": True})
    # ok: python-mongo-where-built
    collection.find({"$where": "this.credits == this.debits"})
    # ok: python-mongo-where-built
    collection.find({"name": name})
