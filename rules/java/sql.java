class Users {
	void inText(Connection c, Statement s, EntityManager em, JdbcTemplate jdbc, String name, String id) {
		// ruleid: java-sql-value-concatenated, java-sql-built-then-executed
		s.executeQuery("SELECT * FROM users WHERE name = '" + name + "'");
		// ruleid: java-sql-value-concatenated, java-sql-built-then-executed
		c.prepareStatement("SELECT * FROM users WHERE id = " + id);
		// ruleid: java-sql-value-concatenated
		em.createQuery("from User u where u.name = '" + name + "'");
		// ruleid: java-sql-value-concatenated
		jdbc.queryForList(String.format("SELECT * FROM users WHERE name = '%s'", name));
		// ruleid: java-sql-value-concatenated
		s.executeUpdate(
			"DELETE FROM users WHERE name LIKE '%" + name + "%'");
		// ok: java-sql-value-concatenated, java-sql-built-then-executed
		s.executeQuery("SELECT * FROM users WHERE kind = " + Users.DEFAULT_KIND);
		// ok: java-sql-value-concatenated, java-sql-built-then-executed
		s.executeQuery("SELECT * FROM users WHERE id = " + Integer.parseInt(id));
		// ok: java-sql-value-concatenated, java-sql-built-then-executed
		s.executeQuery("SELECT * FROM users " + "WHERE active = 1");
		// ok: java-sql-value-concatenated
		map.update("selected mode = " + name);
		// ruleid: java-prepared-statement-seen
		PreparedStatement p = c.prepareStatement("SELECT * FROM users WHERE name = ?");
		// ruleid: java-prepared-statement-seen
		q.setParameter("name", name);
		// ok: java-prepared-statement-seen
		p.setString(1, name);
		// ok: java-prepared-statement-seen
		request.setParameter(name, id);
		// ruleid: java-repository-query-seen
		userRepository.findByName(name);
		// ruleid: java-repository-query-seen
		cb.equal(root.get("name"), name);
		// ok: java-repository-query-seen
		list.find(name);
	}

	void later(Statement s, JdbcTemplate jdbc, EntityManager em, String name, int age) {
		String sql = "SELECT * FROM users WHERE name = '" + name + "'";
		// ruleid: java-sql-built-then-executed
		s.executeQuery(sql);
		String query = String.format("SELECT * FROM users WHERE name = '%s'", name);
		// ruleid: java-sql-built-then-executed
		em.createNativeQuery(query);
		StringBuilder text = new StringBuilder("SELECT * FROM users WHERE name = '");
		text.append(name).append("'");
		// ruleid: java-sql-built-then-executed
		jdbc.queryForList(text.toString());
		String order = "SELECT * FROM users";
		order += " ORDER BY " + name;
		// ruleid: java-sql-built-then-executed
		jdbc.query(order, mapper);
		String plain = "SELECT * FROM users WHERE name = ?";
		// ok: java-sql-built-then-executed
		jdbc.query(plain, mapper, name);
		// ok: java-sql-built-then-executed
		s.executeQuery("SELECT * FROM users WHERE age = " + age);
		// ok: java-sql-built-then-executed
		s.executeQuery("SELECT * FROM " + Users.TABLE_NAME + " WHERE active");
		// ok: java-sql-built-then-executed
		executor.execute("select " + name);
	}
}

class UserServlet extends HttpServlet {
	private static final Set<String> COLUMNS = Set.of("name", "age");
	private static final Map<String, String> QUERIES = Map.of("a", "SELECT 1");

	protected void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {
		String name = request.getParameter("name");
		Statement statement = connection.createStatement();
		// ruleid: java-sql-from-request
		statement.executeQuery("SELECT * FROM users WHERE name = '" + name + "'");
		String sql = "SELECT * FROM users WHERE name = '" + trimmed(request, name) + "'";
		// ruleid: java-sql-from-request
		connection.prepareStatement(sql);
		String theCookie = "";
		for (Cookie cookie : request.getCookies()) {
			if (cookie.getName().equals("user"))
				theCookie = URLDecoder.decode(cookie.getValue(), "UTF-8");
		}
		StringBuilder text = new StringBuilder("SELECT * FROM users WHERE name = '");
		text.append(theCookie).append("'");
		// ruleid: java-sql-from-request
		statement.execute(text.toString());
		// ok: java-sql-from-request
		PreparedStatement safe = connection.prepareStatement("SELECT * FROM users WHERE name = ?");
		safe.setString(1, name);
		// ok: java-sql-from-request
		safe.executeQuery();
		int age = Integer.parseInt(request.getParameter("age"));
		// ok: java-sql-from-request
		statement.executeQuery("SELECT * FROM users WHERE age > " + age);
		// ok: java-sql-from-request
		statement.executeQuery(QUERIES.get(name));
		if (!COLUMNS.contains(name)) {
			throw new IllegalArgumentException();
		}
		// ok: java-sql-from-request
		statement.executeQuery("SELECT * FROM users ORDER BY " + name);
	}

	private static String trimmed(HttpServletRequest request, String value) {
		return value == null ? "" : value.trim();
	}
}

@RestController
class UserController {
	@GetMapping("/users/{name}")
	List<User> byName(@PathVariable String name, @RequestParam("id") int id, JdbcTemplate jdbc) {
		// ruleid: java-sql-from-request
		jdbc.query("SELECT * FROM users WHERE name = '" + name + "'", mapper);
		// ok: java-sql-from-request
		jdbc.query("SELECT * FROM users WHERE id = " + id, mapper);
		// ok: java-sql-from-request
		return jdbc.query("SELECT * FROM users WHERE name = ?", mapper, name);
	}

	@GET
	String other(@QueryParam("name") String name, EntityManager em) {
		// ruleid: java-sql-from-request
		return em.createQuery("from User where name = '" + name + "'").getSingleResult();
	}

	void documents(HttpServletRequest request) {
		// ruleid: java-nosql-from-request
		mongo.find(new BasicQuery("{ name: '" + request.getParameter("name") + "' }"), User.class);
		// ruleid: java-nosql-from-request
		query.put("$where", "this.name == '" + request.getParameter("name") + "'");
		// ok: java-nosql-from-request
		query.put("name", request.getParameter("name"));
		// ok: java-nosql-from-request
		mongo.find(new BasicQuery("{ active: true }"), User.class);
	}
}

interface UserMapper {
	// ruleid: java-query-annotation-concatenated
	@Select("SELECT * FROM users WHERE name = '${name}'")
	User byName(String name);

	// ruleid: java-query-annotation-concatenated
	@Select("SELECT * FROM users ORDER BY ${column}")
	List<User> ordered(String column);

	// ok: java-query-annotation-concatenated
	@Select("SELECT * FROM users WHERE name = #{name}")
	User byNameSafely(String name);

	// ok: java-query-annotation-concatenated
	@Query("SELECT u FROM User u WHERE u.name = :name")
	User byNameInSpring(String name);
}

class Sorting {
	List<User> sorted(String wish, List<Long> ids) {
		String column = COLUMNS.getOrDefault(wish, "id");
		// ok: java-sql-built-then-executed
		jdbcTemplate.query("SELECT * FROM users ORDER BY " + column, mapper);
		// ruleid: java-sql-built-then-executed
		return jdbcTemplate.query("SELECT * FROM users ORDER BY " + wish, mapper);
	}
}
