class UsersController < ApplicationController
  def index
    name = params[:name]
    # ruleid: ruby-sql-from-request
    User.where("name = '#{name}'")
    # ruleid: ruby-sql-from-request
    User.find_by_sql("SELECT * FROM users WHERE name = '" + params[:name] + "'")
    # ruleid: ruby-sql-from-request
    ActiveRecord::Base.connection.execute("DELETE FROM users WHERE id = #{params[:id]}")
    # ok: ruby-sql-from-request
    User.where("name = ?", name)
    # ok: ruby-sql-from-request
    User.where(name: params[:name])
    # ok: ruby-sql-from-request
    User.where("id = #{params[:id].to_i}")
    # ok: ruby-sql-from-request
    User.where("active")
    # ruleid: ruby-sql-clause-from-params
    User.order(params[:sort])
    # ruleid: ruby-sql-clause-from-params
    User.order("#{params[:column]} desc")
    # ok: ruby-sql-clause-from-params
    User.order(COLUMNS[params[:sort]])
    # ok: ruby-sql-clause-from-params
    User.order(:name)
    # ok: ruby-sql-clause-from-params
    User.order(created_at: :desc)
  end

  def by_name(db, name)
    # ruleid: ruby-sql-built-then-run
    db.execute("SELECT * FROM users WHERE name = '#{name}'")
    sql = "DELETE FROM users WHERE name = '" + name + "'"
    # ruleid: ruby-sql-built-then-run
    db.execute(sql)
    # ok: ruby-sql-built-then-run
    db.execute("SELECT * FROM users WHERE name = ?", [name])
    # ok: ruby-sql-built-then-run
    db.execute("SELECT * FROM users WHERE name = #{db.quote(name)}")
    # ok: ruby-sql-built-then-run
    logger.info("SELECT * FROM users WHERE name = '#{name}'")
  end

  def run
    file = params[:file]
    # ruleid: ruby-command-from-request
    system("tar xf #{file}")
    # ruleid: ruby-command-from-request
    out = `ls #{params[:dir]}`
    # ruleid: ruby-command-from-request
    IO.popen("cat " + file)
    # ok: ruby-command-from-request
    system("tar", "xf", file)
    # ok: ruby-command-from-request
    system("tar xf #{Shellwords.escape(file)}")
    # ok: ruby-command-from-request
    `kill #{params[:pid].to_i}`
    # ruleid: ruby-code-from-request
    eval(params[:code])
    # ruleid: ruby-code-from-request
    params[:type].classify.constantize.new
    # ruleid: ruby-code-from-request
    user.send(params[:field])
    # ok: ruby-code-from-request
    user.send(:name)
    # ok: ruby-code-from-request
    TYPES.fetch(params[:type]).new
    field = params[:field]
    return unless FIELDS.include?(field)
    # ok: ruby-code-from-request
    user.public_send(field)
  end

  def load
    # ruleid: ruby-deserialise-request
    Marshal.load(Base64.decode64(params[:data]))
    text = request.body.read
    # ruleid: ruby-deserialise-request
    YAML.unsafe_load(text)
    # ok: ruby-deserialise-request
    JSON.parse(params[:data])
    # ok: ruby-deserialise-request
    YAML.safe_load(text)
    # ruleid: ruby-path-from-request
    send_file("/srv/files/#{params[:name]}")
    path = Rails.root.join("files", params[:name])
    # ruleid: ruby-path-from-request
    File.read(path)
    # ruleid: ruby-path-from-request
    File.delete(params[:path])
    # ok: ruby-path-from-request
    send_file("/srv/files/#{File.basename(params[:name])}")
    # ok: ruby-path-from-request
    File.read("/srv/files/motd")
    # ruleid: ruby-url-from-request
    Net::HTTP.get(URI(params[:url]))
    # ruleid: ruby-url-from-request
    HTTParty.get("http://#{params[:host]}/status")
    # ok: ruby-url-from-request
    HTTParty.get("https://api.example.com/users/#{params[:id]}")
    # ok: ruby-url-from-request
    Net::HTTP.get(URI("https://api.example.com/"))
  end

  def go
    # ruleid: ruby-redirect-from-request
    redirect_to params[:next]
    target = params[:url] || root_path
    # ruleid: ruby-redirect-from-request
    redirect_to target
    # ok: ruby-redirect-from-request
    redirect_to user_path(params[:id])
    # ok: ruby-redirect-from-request
    redirect_to url_from(params[:next])
    # ok: ruby-redirect-from-request
    redirect_to "/users/#{params[:id]}"
    # ruleid: ruby-markup-from-request
    render inline: "<h1>#{params[:title]}</h1>"
    # ruleid: ruby-markup-from-request
    @title = params[:title].html_safe
    # ruleid: ruby-markup-from-request
    raw(params[:title])
    # ok: ruby-markup-from-request
    raw(sanitize(params[:title]))
    # ok: ruby-markup-from-request
    render html: "<b>a</b>"
    # ruleid: ruby-regexp-from-request
    Regexp.new(params[:q])
    # ruleid: ruby-regexp-from-request
    Regexp.new("^" + params[:q])
    # ok: ruby-regexp-from-request
    Regexp.new(Regexp.escape(params[:q]))
    # ruleid: ruby-log-from-request
    logger.info("user #{params[:user]}")
    # ruleid: ruby-log-from-request
    Rails.logger.warn("agent: " + request.headers["User-Agent"])
    # ok: ruby-log-from-request
    logger.info("user #{params[:user].inspect}")
    # ok: ruby-log-from-request
    logger.info("user")
    # ruleid: ruby-xml-entities-loaded
    Nokogiri::XML(text, nil, nil, Nokogiri::XML::ParseOptions::NOENT)
    # ruleid: ruby-xml-entities-loaded
    Nokogiri::XML(text) { |config| config.noent }
    # ok: ruby-xml-entities-loaded
    Nokogiri::XML(text) { |config| config.strict.nonet }
    # ok: ruby-xml-entities-loaded
    Nokogiri::XML(text)
    # ruleid: ruby-xpath-from-request
    doc.xpath("//user[@name='#{params[:name]}']")
    # ruleid: ruby-xpath-from-request
    doc.at_xpath("//user[" + params[:filter] + "]")
    # ok: ruby-xpath-from-request
    doc.xpath("//user[@name=$name]", nil)
    # ruleid: ruby-ldap-from-request
    Net::LDAP::Filter.construct("(uid=#{params[:uid]})")
    # ruleid: ruby-ldap-from-request
    ldap.search(base: "dc=x", filter: "(uid=#{params[:uid]})")
    # ok: ruby-ldap-from-request
    ldap.search(base: "dc=x", filter: Net::LDAP::Filter.eq("uid", params[:uid]))
  end
end

def by_text
  # ruleid: ruby-sql-from-request
  User.find_by("name = '#{params[:name]}'")
  # ok: ruby-sql-from-request
  User.find_by(name: params[:name])
  user = User.find_by(name: params[:name])
  # ok: ruby-markup-from-request
  raw(user.badge)
end
