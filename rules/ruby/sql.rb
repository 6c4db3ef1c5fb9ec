def lookup(name, order)
  # ruleid: ruby-sql-value-interpolated
  User.where("name = '#{name}'")
  # ruleid: ruby-sql-value-interpolated
  User.find_by_sql("SELECT * FROM users WHERE name LIKE '%#{params[:name]}%'")
  # ruleid: ruby-sql-value-interpolated
  connection.execute("DELETE FROM users WHERE name = '#{name}'")
  # ok: ruby-sql-value-interpolated
  User.where("age > #{MIN_AGE}")
  # ok: ruby-sql-value-interpolated
  User.where("age > #{params[:age].to_i}")
  # ok: ruby-sql-value-interpolated
  connection.execute("DELETE FROM users WHERE name = #{connection.quote(name)}")
  # ok: ruby-sql-value-interpolated
  puts "where name = #{name}"
  User.order(params[:sort])
  User.order("#{params[:sort]} desc")
  User.order(:name)
  User.order(SORTS.fetch(params[:sort], :name))
  # ruleid: ruby-orm-query-seen
  User.where(name: name)
  # ruleid: ruby-orm-query-seen
  User.where("name = ?", name)
  # ok: ruby-orm-query-seen
  User.where(condition)
  # ok: ruby-orm-query-seen
  list.find(name)
end
