class Users {
	void inText(Connection c, Statement s, EntityManager em, JdbcTemplate jdbc, String name, String id) {
		// ruleid: java-sql-value-concatenated
		s.executeQuery("SELECT * FROM users WHERE name = '" + name + "'");
		// ruleid: java-sql-value-concatenated
		c.prepareStatement("SELECT * FROM users WHERE id = " + id);
		// ruleid: java-sql-value-concatenated
		em.createQuery("from User u where u.name = '" + name + "'");
		// ruleid: java-sql-value-concatenated
		jdbc.queryForList(String.format("SELECT * FROM users WHERE name = '%s'", name));
		// ruleid: java-sql-value-concatenated
		s.executeUpdate(
			"DELETE FROM users WHERE name LIKE '%" + name + "%'");
		// ok: java-sql-value-concatenated
		s.executeQuery("SELECT * FROM users WHERE kind = " + Users.DEFAULT_KIND);
		// ok: java-sql-value-concatenated
		s.executeQuery("SELECT * FROM users WHERE id = " + Integer.parseInt(id));
		// ok: java-sql-value-concatenated
		s.executeQuery("SELECT * FROM users " + "WHERE active = 1");
		// ok: java-sql-value-concatenated
		map.update("selected mode = " + name);
		// ruleid: java-sql-text-built
		String sql = "SELECT * FROM users WHERE name = '" + name + "'";
		// ruleid: java-sql-text-built
		String query = String.format("SELECT * FROM users WHERE name = '%s'", name);
		// ruleid: java-sql-text-built
		text.append("AND name = '").append(name).append("'");
		// ok: java-sql-text-built
		String plain = "SELECT * FROM users WHERE name = ?";
		// ok: java-sql-text-built
		String other = "SELECT * FROM users WHERE kind = " + KIND;
		// ruleid: java-prepared-statement-seen
		PreparedStatement p = c.prepareStatement("SELECT * FROM users WHERE name = ?");
		// ruleid: java-prepared-statement-seen
		q.setParameter("name", name);
		// ok: java-prepared-statement-seen
		p.setString(1, name);
		// ok: java-prepared-statement-seen
		request.setParameter(name, id);
	}
}
