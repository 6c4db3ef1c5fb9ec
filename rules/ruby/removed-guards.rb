class AccountsController < ApplicationController
  # ruleid: ruby-removed-auth-guard
  before_action :authenticate_user!
  # ruleid: ruby-removed-auth-guard
  protect_from_forgery with: :exception
  # ok: ruby-removed-auth-guard
  before_action :set_locale

  def show
    # ruleid: ruby-removed-auth-guard
    authorize @account
    # ok: ruby-removed-auth-guard
    author = @account.author
    # ruleid: ruby-removed-escaping
    @title = sanitize(params[:title])
    # ruleid: ruby-removed-escaping
    system("tar xf #{Shellwords.escape(name)}")
    # ok: ruby-removed-escaping
    @title = params[:title]
    # ok: ruby-removed-escaping
    @name = name.strip
  end

  # ok: ruby-removed-escaping
  def sanitize_sql(statement)
    statement
  end

  # ok: ruby-removed-escaping
  def self.sanitize(text)
    text
  end
end
