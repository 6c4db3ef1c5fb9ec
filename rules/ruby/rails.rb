# Values from clients and callers, and settings of Rails.
def convert(name)
  # ruleid: ruby-command-from-parameter
  system("convert #{name} out.png")
  # ok: ruby-command-from-parameter
  system("convert", name, "out.png")
end

def calculate(formula)
  # ruleid: ruby-code-from-parameter
  eval(formula)
end
def calculated(formula)
  # ok: ruby-code-from-parameter
  JSON.parse(formula)
end

# ruleid: ruby-open-not-constant
text = open(address).read
# ok: ruby-open-not-constant
text = File.open(address).read
# ok: ruby-open-not-constant
text = open("https://example.com/").read

# ruleid: ruby-attributes-open
params.require(:user).permit(:name, :admin)
# ok: ruby-attributes-open
params.require(:user).permit(:name, :email)
# ruleid: ruby-attributes-open
User.create(params[:user])
# ok: ruby-attributes-open
User.create(user_params)

# ruleid: ruby-model-attributes-unprotected
accepts_nested_attributes_for :comments, allow_destroy: true
# ok: ruby-model-attributes-unprotected
accepts_nested_attributes_for :comments, reject_if: :all_blank

# ruleid: ruby-csrf-setting-off
protect_from_forgery with: :exception, except: [:create]
# ok: ruby-csrf-setting-off
protect_from_forgery with: :exception

# ruleid: ruby-session-setting-weak
Rails.application.config.session_store :cookie_store, key: "_shop", httponly: false
# ok: ruby-session-setting-weak
Rails.application.config.session_store :cookie_store, key: "_shop", secure: true
# ruleid: ruby-session-setting-weak
Rails.application.config.action_dispatch.cookies_serializer = :marshal
# ok: ruby-session-setting-weak
Rails.application.config.action_dispatch.cookies_serializer = :json

# ruleid: ruby-session-key-from-request
value = session[params[:key]]
# ok: ruby-session-key-from-request
value = session[:cart]

# ruleid: ruby-secret-base-literal
config.secret_key_base = "{{sluice-hex:40}}"
# ok: ruby-secret-base-literal
config.secret_key_base = ENV["SECRET_KEY_BASE"]
# ruleid: ruby-secret-base-literal
http_basic_authenticate_with name: "dhh", password: "{{sluice:8}}"
# ok: ruby-secret-base-literal
http_basic_authenticate_with name: "dhh", password: ENV["ADMIN_PASSWORD"]

def page
  # ruleid: ruby-render-from-request
  render params[:page]
end
def other_page
  # ok: ruby-render-from-request
  render :show, locals: { name: params[:name] }
  # ok: ruby-render-from-request
  render json: params[:page]
end

def helper
  # ruleid: ruby-helper-markup-from-request
  link_to("Back", params[:back])
  # ok: ruby-helper-markup-from-request
  link_to(params[:title], posts_path)
end

# ruleid: ruby-escaping-switched-off
ActiveSupport.escape_html_entities_in_json = false
# ok: ruby-escaping-switched-off
ActiveSupport.escape_html_entities_in_json = true

# ruleid: ruby-markup-marked-safe
banner = "<b>#{user.name}</b>".html_safe
# ok: ruby-markup-marked-safe
banner = "<b>ready</b>".html_safe
# ok: ruby-markup-marked-safe
banner = "<b>#{h(user.name)}</b>".html_safe
# ruleid: ruby-markup-marked-safe
shown = raw(comment.body)
# ok: ruby-markup-marked-safe
shown = raw(t("title"))

# ruleid: ruby-routes-open
match ":controller(/:action(/:id))"
# ok: ruby-routes-open
match "posts/:id", to: "posts#show", via: [:get]

def save
  # ruleid: ruby-http-verb-confused
  if request.get?
    show
  else
    change
  end
  # ok: ruby-http-verb-confused
  if request.xhr?
    show
  end
end

def admin
  # ruleid: ruby-check-by-client
  show if params[:admin]
  # ok: ruby-check-by-client
  show if current_user.admin?
end

# ruleid: ruby-tls-check-off-client
HTTParty.get(url, verify: false)
# ok: ruby-tls-check-off-client
HTTParty.get(url, timeout: 5)
# ruleid: ruby-tls-check-off-client
Faraday.new(url, ssl: { verify: false })
# ok: ruby-tls-check-off-client
Faraday.new(url, ssl: { verify: true })

# ruleid: ruby-replace-first-only
clean = name.sub("'", "''")
# ok: ruby-replace-first-only
clean = name.gsub("'", "''")
# ok: ruby-replace-first-only
clean = name.sub("Mr ", "")

# ruleid: ruby-quote-escaped-half
quoted = text.gsub('"', '\\"')
# ok: ruby-quote-escaped-half
quoted = text.gsub('\\', '\\\\\\\\').gsub('"', '\\"')

# ruleid: ruby-tag-filter-weak
plain = markup.gsub(/<script.*?>.*?<\/script>/m, "")
# ok: ruby-tag-filter-weak
plain = sanitize(markup)

# ruleid: ruby-host-checked-in-text
ok = url.include?("example.com")
# ok: ruby-host-checked-in-text
ok = URI.parse(url).host == "example.com"
# ok: ruby-host-checked-in-text
ok = allowed_hosts.include?("example.com")

# ruleid: ruby-host-regexp-loose
ok = url =~ /^https?:\/\/www.example.com\//
# ok: ruby-host-regexp-loose
ok = url =~ /\Ahttps?:\/\/www\.example\.com\//

# ruleid: ruby-regexp-range-wide
word = /\A[A-z0-9]+\z/
# ok: ruby-regexp-range-wide
word = /\A[A-Za-z0-9]+\z/

# ruleid: ruby-regexp-exponential
slow = /\A(a+)+\z/
# ok: ruby-regexp-exponential
fast = /\A(ab)+\z/

def message
  # ruleid: ruby-format-from-request
  format(params[:format_text], secret)
  # ok: ruby-format-from-request
  format("%s", params[:text])
end

zip.each do |entry|
  # ruleid: ruby-archive-entry-path
  File.open(File.join(dir, entry.name), "wb")
  # ok: ruby-archive-entry-path
  File.open(File.join(dir, File.basename(entry.name)), "wb")
end

# ruleid: ruby-bomb-extracted
data = Zlib.gunzip(upload)
# ok: ruby-bomb-extracted
data = Zlib.gzip(upload)

# ruleid: ruby-secret-printed
logger.info("login with #{password}")
# ok: ruby-secret-printed
logger.info("login of #{name}")
# ok: ruby-secret-printed
logger.info("password_changed")

# ruleid: ruby-clear-text-protocol
ftp = Net::FTP.new("files.example.org")
# ok: ruby-clear-text-protocol
sftp = Net::SFTP.start("files.example.org", name)

# ruleid: ruby-header-policy-weak
policy.script_src :self, :unsafe_inline
# ok: ruby-header-policy-weak
policy.script_src :self, :https

# ruleid: ruby-link-new-window
link_to "Partner", partner_url, target: "_blank"
# ok: ruby-link-new-window
link_to "Partner", partner_url, target: "_blank", rel: "noopener"

# ruleid: ruby-jwt-secret-or-content
token = JWT.encode(payload, "{{sluice:12}}", "HS256")
# ok: ruby-jwt-secret-or-content
token = JWT.encode(payload, Rails.application.credentials.key, "HS256")

# ruleid: ruby-shell-download
fetch("http://downloads.example.org/tool.sh")
# ok: ruby-shell-download
fetch("https://downloads.example.org/tool.sh")

# ruleid: ruby-data-run-as-code
eval(Base64.decode64(text))
# ok: ruby-data-run-as-code
show(Base64.decode64(text))

# ruleid: ruby-permission-world
File.chmod(0777, path)
# ok: ruby-permission-world
File.chmod(0600, path)
