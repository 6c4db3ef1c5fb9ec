async function inText(db: Pool, name: string, id: string, ids: number[]) {
  // ruleid: js-sql-value-interpolated
  await db.query(`SELECT * FROM users WHERE name = '${name}'`);
  // ruleid: js-sql-value-interpolated
  await db.query("SELECT * FROM users WHERE id = " + id);
  // ruleid: js-sql-value-interpolated
  await db.execute('DELETE FROM users WHERE name = "' + name + '"');
  // ruleid: js-sql-value-interpolated
  await db.query(
    `UPDATE users SET seen = now()
     WHERE name LIKE '%${name}%'`,
  );
  // ok: js-sql-value-interpolated
  await db.query(`SELECT * FROM users WHERE kind = ${DEFAULT_KIND}`);
  // ok: js-sql-value-interpolated
  await db.query("SELECT * FROM users WHERE id = " + Number(id));
  // ok: js-sql-value-interpolated
  await db.query(`SELECT * FROM users WHERE id = ${mysql.escape(id)}`);
  // ok: js-sql-value-interpolated
  await db.query(sql`SELECT * FROM users WHERE name = ${name}`);
  // ok: js-sql-value-interpolated
  await api.get(`/users?name=${name}`);
  // ruleid: js-sql-text-built
  const query = `SELECT * FROM users WHERE name = '${name}'`;
  // ruleid: js-sql-text-built
  let sql = "SELECT * FROM users WHERE name = '" + name + "'";
  // ok: js-sql-text-built
  const queryText = "SELECT * FROM users WHERE name = $1";
  // ok: js-sql-text-built
  const statement = `SELECT * FROM users WHERE id IN (${ids.map(() => "?")})`;
}

async function raw(prisma: PrismaClient, knex: Knex, order: string, name: string, text: string) {
  // ruleid: js-orm-raw-dynamic
  await prisma.$queryRawUnsafe(text);
  // ruleid: js-orm-raw-dynamic
  await knex("users").orderByRaw(`${order} desc`);
  // ruleid: js-orm-raw-dynamic
  await repo.createQueryBuilder("u").where(`u.name = '${name}'`).getMany();
  // ruleid: js-orm-raw-dynamic
  const label = sequelize.literal("count(" + name + ")");
  // ok: js-orm-raw-dynamic
  await prisma.$queryRaw`SELECT * FROM users WHERE name = ${name}`;
  // ok: js-orm-raw-dynamic
  await knex("users").whereRaw("lower(name) = ?", [name]);
  // ok: js-orm-raw-dynamic
  const total = sequelize.literal("count(*)");
}

async function documents(req: Request) {
  // ruleid: js-nosql-request-filter
  const a = await User.find(req.body);
  // ruleid: js-nosql-request-filter
  const b = await users.findOne({ name: req.body.name, password: req.body.password });
  // ruleid: js-nosql-request-filter
  const c = await users.find({ $where: `this.name == '${req.query.name}'` });
  // ok: js-nosql-request-filter
  const d = await users.findOne({ name: String(req.body.name) });
  // ok: js-nosql-request-filter
  const e = await users.findOne({ name: session.name });
}

async function seen(prisma: PrismaClient, db: Pool, name: string) {
  // ruleid: js-orm-query-seen
  await prisma.user.findMany({ where: { name } });
  // ruleid: js-orm-query-seen
  await User.findAll({ where: { name } });
  // ruleid: js-orm-query-seen
  await this.userRepository.findOneBy({ name });
  // ok: js-orm-query-seen
  names.find((n) => n === name);
  // ok: js-orm-query-seen
  await cache.update(name);
  // ruleid: js-sql-parameterised-seen
  await db.query("SELECT * FROM users WHERE name = $1", [name]);
  // ruleid: js-sql-parameterised-seen
  await db.execute("INSERT INTO users (name) VALUES (?)", [name]);
  // ok: js-sql-parameterised-seen
  await db.query("SELECT * FROM users");
  // ok: js-sql-parameterised-seen
  await db.query(text, [name]);
}
