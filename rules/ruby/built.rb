def found(name)
  # ruleid: ruby-sql-pieces-run
  User.where("name = '" + name + "'")
  # ruleid: ruby-sql-pieces-run
  User.where("name = '%s'" % name)
  sql = "SELECT * FROM users WHERE name = '#{name}'"
  # ruleid: ruby-sql-pieces-run
  DB[sql]
  clause = "name = '#{name}'"
  # ruleid: ruby-sql-pieces-run
  User.find_by(clause)
end

def found_by_value(name, id)
  # ok: ruby-sql-pieces-run
  User.where("name = ?", name)
  # ok: ruby-sql-pieces-run
  User.where("id = %d" % id.to_i)
  table = "users"
  # ok: ruby-sql-pieces-run
  conn.exec("SELECT * FROM " + table)
  clause = "id = #{id.to_i}"
  # ok: ruby-sql-pieces-run
  User.find_by(clause)
end


def sealed(cipher, text)
  # ruleid: ruby-key-or-iv-constant
  cipher.key = "abcdefghijklmnop"
  # ruleid: ruby-key-or-iv-constant
  cipher.iv = "1234567890123456"
end

def sealed_well(cipher, text)
  # ok: ruby-key-or-iv-constant
  cipher.key = ENV.fetch("KEY")
  # ok: ruby-key-or-iv-constant
  cipher.iv = cipher.random_iv
end


def show
  # ruleid: ruby-header-from-request
  response.headers["X-Mode"] = params[:mode]
end

def show_fixed
  # ok: ruby-header-from-request
  response.headers["X-Mode"] = "fixed"
  # ok: ruby-header-from-request
  headers["X-Mode"] = MODES.fetch(params[:mode])
end


def trusted
  # ruleid: ruby-secret-compared-early-exit
  return true if params[:token] == api_token
  # ruleid: ruby-secret-compared-early-exit
  request.headers["X-Signature"] == expected_signature
end

def trusted_slowly
  # ok: ruby-secret-compared-early-exit
  return false if params[:token] == nil
  # ok: ruby-secret-compared-early-exit
  return false if params[:tab] == "token"
  # ok: ruby-secret-compared-early-exit
  ActiveSupport::SecurityUtils.secure_compare(params[:token], api_token)
end


# ruleid: ruby-old-protocol
context = OpenSSL::SSL::SSLContext.new(:SSLv3)
# ruleid: ruby-old-protocol
context.min_version = :TLS1

# ok: ruby-old-protocol
context = OpenSSL::SSL::SSLContext.new
# ok: ruby-old-protocol
context.min_version = :TLS1_2


def digest_of(text)
  # ruleid: ruby-hash-of-text-weak
  Digest::MD5.hexdigest(text)
end

def digest_well(text)
  # ok: ruby-hash-of-text-weak
  Digest::SHA256.hexdigest(text)
end


# ruleid: ruby-temporary-name-fixed
File.open("/tmp/x", "w") { |f| f.write(line) }
# ruleid: ruby-temporary-name-fixed
File.write("/tmp/app.log", line)

# ok: ruby-temporary-name-fixed
text = File.open("/tmp/x", "r")
# ok: ruby-temporary-name-fixed
Tempfile.create("x") { |f| f.write(line) }


def remember(value)
  # ruleid: ruby-cookie-without-flags
  cookies[:sid] = value
end

def remember_well(value)
  # ok: ruby-cookie-without-flags
  cookies[:sid] = { value: value, httponly: true, secure: true, same_site: :lax }
  # ok: ruby-cookie-without-flags
  cookies[:theme] = value
end

