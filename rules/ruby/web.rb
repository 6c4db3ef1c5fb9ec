def run(name, host)
  system("ping -c1 #{params[:host]}")
  state = Marshal.load(params[:state])
  klass = params[:type].constantize
  system("ping", "-c1", "127.0.0.1")
  system("ping -c1 #{Shellwords.escape(params[:host])}")
  klass = TYPES.fetch(params[:type])
  # ruleid: ruby-command-interpolated
  system("tar xf #{name}")
  # ruleid: ruby-command-interpolated
  out = `git log #{name}`
  # ok: ruby-command-interpolated
  system("tar", "xf", name)
  # ok: ruby-command-interpolated
  out = `git log`
  # ruleid: ruby-unsafe-load
  job = Marshal.load(blob)
  # ruleid: ruby-unsafe-load
  data = YAML.unsafe_load(text)
  # ok: ruby-unsafe-load
  copy = Marshal.load(Marshal.dump(job))
  # ok: ruby-unsafe-load
  data = YAML.safe_load(text)
  # ruleid: ruby-html-unescaped
  label = "<b>#{name}</b>".html_safe
  # ruleid: ruby-html-unescaped
  render inline: "<p>#{name}</p>"
  # ok: ruby-html-unescaped
  label = "<b>Total</b>".html_safe
  # ok: ruby-html-unescaped
  label = content_tag(:b, name)
  send_file "/srv/files/#{params[:name]}"
  redirect_to params[:next]
  send_file File.join(ROOT, File.basename(params[:name]))
  redirect_to user_path(params[:id])
  # ruleid: ruby-mass-assignment
  user.update(params[:user])
  # ruleid: ruby-mass-assignment
  attributes = params.require(:user).permit!
  # ok: ruby-mass-assignment
  attributes = params.require(:user).permit(:name)
  # ok: ruby-mass-assignment
  user.update(name: params[:name])
  # ruleid: ruby-tls-verify-off
  http.verify_mode = OpenSSL::SSL::VERIFY_NONE
  # ruleid: ruby-tls-verify-off
  RestClient::Resource.new(host, verify_ssl: false)
  # ok: ruby-tls-verify-off
  http.verify_mode = OpenSSL::SSL::VERIFY_PEER
  # ok: ruby-tls-verify-off
  refuse if http.verify_mode != OpenSSL::SSL::VERIFY_PEER
  # ruleid: ruby-weak-secret-handling
  stored = Digest::MD5.hexdigest(password)
  # ruleid: ruby-weak-secret-handling
  reset_token = rand(10**10).to_s
  # ok: ruby-weak-secret-handling
  reset_token = SecureRandom.urlsafe_base64(32)
  # ok: ruby-weak-secret-handling
  etag = Digest::SHA256.hexdigest(body)
  # ruleid: ruby-rescue-swallows
  value = Integer(name) rescue nil
  # ok: ruby-rescue-swallows
  value = Integer(name, exception: false)
  # ruleid: ruby-secret-logged
  logger.info("login #{params.inspect}")
  # ruleid: ruby-secret-logged
  Rails.logger.debug "key #{config.api_key}"
  # ok: ruby-secret-logged
  logger.info("login #{user.name}")
  # ok: ruby-secret-logged
  logger.info("password changed")
end

def careful
  save
# ruleid: ruby-rescue-swallows
rescue Exception => e
  report(e)
end

def quiet
  save
# ruleid: ruby-rescue-swallows
rescue StandardError
end

def fine
  save
# ok: ruby-rescue-swallows
rescue SaveFailed => e
  report(e)
end

begin
  require "zip"
# ok: ruby-rescue-swallows
rescue LoadError
end

class User < ApplicationRecord
  # ruleid: ruby-format-line-anchors
  validates :name, format: { with: /^[a-z]+$/ }
  # ruleid: ruby-format-line-anchors
  validates_format_of :zip, with: /^\d{5}/
  # ok: ruby-format-line-anchors
  validates :name, format: { with: /\A[a-z]+\z/ }
  # ok: ruby-format-line-anchors
  validates :name, presence: true
end

class HooksController < ApplicationController
  # ruleid: ruby-auth-callback-skipped
  skip_before_action :verify_authenticity_token
  # ruleid: ruby-auth-callback-skipped
  skip_before_action :authenticate_user!, only: :show
  # ok: ruby-auth-callback-skipped
  skip_before_action :set_locale
  # ok: ruby-auth-callback-skipped
  protect_from_forgery with: :exception
end

Rails.application.configure do
  # ruleid: ruby-transport-unprotected
  config.force_ssl = false
  # ruleid: ruby-transport-unprotected
  config.consider_all_requests_local = true
  # ok: ruby-transport-unprotected
  config.force_ssl = true
  # ok: ruby-transport-unprotected
  config.eager_load = false
end
