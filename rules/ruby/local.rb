# ruleid: ruby-hardcoded-password
db_password = "xK9#plum-42"
# ruleid: ruby-hardcoded-password
client = Client.new(api_key: "9f8e7d6c5b4a39281706")
# ok: ruby-hardcoded-password
password = ENV["DB_PASSWORD"]
# ok: ruby-hardcoded-password
label = { password: "Password" }
# ok: ruby-hardcoded-password
password_field = "user_password"
# ruleid: ruby-signing-key-literal
JWT.encode(payload, "keyboard cat", "HS256")
# ruleid: ruby-signing-key-literal
http_basic_authenticate_with name: "admin", password: "topcat"
# ok: ruby-signing-key-literal
JWT.encode(payload, Rails.application.credentials.key, "HS256")
# ok: ruby-signing-key-literal
http_basic_authenticate_with name: "admin", password: ENV["PW"]
# ruleid: ruby-jwt-unverified
JWT.decode(token, nil, false)
# ok: ruby-jwt-unverified
JWT.decode(token, key, true, algorithm: "HS256")
# ruleid: ruby-hash-weak
Digest::SHA1.hexdigest(data)
# ruleid: ruby-hash-weak
OpenSSL::Digest.new("MD5")
# ok: ruby-hash-weak
Digest::SHA256.hexdigest(data)
# ruleid: ruby-cipher-weak
OpenSSL::Cipher.new("des-ede3-cbc")
# ruleid: ruby-cipher-weak
OpenSSL::Cipher.new("aes-128-ecb")
# ok: ruby-cipher-weak
OpenSSL::Cipher.new("aes-256-gcm")
# ruleid: ruby-key-too-short
OpenSSL::PKey::RSA.new(1024)
# ok: ruby-key-too-short
OpenSSL::PKey::RSA.new(4096)
def new_token
  # ruleid: ruby-random-for-key
  rand(1_000_000).to_s
end
def pick_colour
  # ok: ruby-random-for-key
  rand(3)
end
# ruleid: ruby-bcrypt-cost-low
BCrypt::Password.create(password, cost: 4)
# ok: ruby-bcrypt-cost-low
BCrypt::Password.create(password, cost: 12)
# ruleid: ruby-cors-any-origin
origins "*"
# ruleid: ruby-cors-any-origin
response.headers["Access-Control-Allow-Origin"] = "*"
# ok: ruby-cors-any-origin
origins "https://app.example.com"
# ruleid: ruby-cookie-plain
cookies[:remember_token] = user.token
# ok: ruby-cookie-plain
cookies.encrypted[:remember_token] = user.token
# ok: ruby-cookie-plain
cookies[:theme] = "dark"
begin
  run
rescue StandardError => e
  # ruleid: ruby-error-to-client
  render json: { error: e.backtrace }
  # ruleid: ruby-error-to-client
  render json: { error: e.message }, status: 500
  # ok: ruby-error-to-client
  render json: { error: "failed" }, status: 500
end
# ruleid: ruby-guard-rescued
def is_admin?(user)
  check(user)
rescue StandardError
  true
end
# ok: ruby-guard-rescued
def is_owner?(user)
  check(user)
rescue StandardError
  false
end
# ruleid: ruby-timeout-missing
http.read_timeout = nil
# ok: ruby-timeout-missing
http.read_timeout = 5
# ruleid: ruby-mode-for-everyone
File.chmod(0777, path)
# ruleid: ruby-mode-for-everyone
FileUtils.mkdir_p(dir, mode: 0777)
# ok: ruby-mode-for-everyone
File.chmod(0600, path)
# ruleid: ruby-secret-in-params-log
config.filter_parameters = []
# ok: ruby-secret-in-params-log
config.filter_parameters += [:password]
# ruleid: ruby-csrf-not-raised
protect_from_forgery with: :reset_session
# ok: ruby-csrf-not-raised
protect_from_forgery with: :exception
# ruleid: ruby-host-check-off
config.hosts.clear
# ok: ruby-host-check-off
config.hosts << "app.example.com"
# ruleid: ruby-constant-time-missing
return if params[:token] == user.token
# ok: ruby-constant-time-missing
return if secure_compare(params[:token], user.token)
# ok: ruby-constant-time-missing
return if params[:token] == nil
# ruleid: ruby-open-with-pipe
open(address).read
# ruleid: ruby-open-with-pipe
URI.open("#{base}/x")
# ok: ruby-open-with-pipe
open("config.yml")
# ok: ruby-open-with-pipe
File.open(address)
# ruleid: ruby-link-from-model
link_to user.name, user.website
# ok: ruby-link-from-model
link_to user.name, user_path(user)
# ruleid: ruby-unsafe-reflection-user
"#{kind}Job".constantize
# ok: ruby-unsafe-reflection-user
"MailJob".constantize
# ruleid: ruby-gem-source-plain
source "http://rubygems.org"
# ok: ruby-gem-source-plain
source "https://rubygems.org"
# ruleid: ruby-check-commented
# before_action :authenticate_user!
run
# ok: ruby-check-commented
# The user is looked up below.
before_action :authenticate_user!
# ruleid: ruby-removed-validation
validates :name, presence: true
# ok: ruby-removed-validation
validate_all(:name)
# ruleid: ruby-removed-limit
rate_limit to: 10, within: 3.minutes
# ok: ruby-removed-limit
rate = limit(10)
# ruleid: ruby-removed-parameter-filter
params.require(:user).permit(:name)
# ok: ruby-removed-parameter-filter
params.require(:user)
# ruleid: ruby-removed-transaction
User.transaction { user.save! }
# ok: ruby-removed-transaction
user.save!
# ruleid: ruby-output-escaped-seen
sanitize(text)
# ok: ruby-output-escaped-seen
strip(text)
# ruleid: ruby-params-permitted-seen
params.require(:user).permit(:name)
# ok: ruby-params-permitted-seen
params.require(:user)
