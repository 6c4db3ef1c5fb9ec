-- ruleid: sql-grant-all
GRANT ALL PRIVILEGES ON *.* TO 'app'@'localhost';
-- ruleid: sql-grant-all
ALTER USER app WITH SUPERUSER;
-- ok: sql-grant-all
GRANT SELECT, INSERT ON orders TO app;
-- ok: sql-grant-all
CREATE ROLE app WITH LOGIN NOSUPERUSER;

-- ruleid: sql-grant-to-everybody
GRANT SELECT ON users TO PUBLIC;
-- ruleid: sql-grant-to-everybody
GRANT UPDATE ON orders TO anon;
-- ok: sql-grant-to-everybody
GRANT SELECT ON users TO reader;
-- ok: sql-grant-to-everybody
REVOKE ALL ON users FROM PUBLIC;

-- ruleid: sql-execute-built
EXECUTE 'SELECT * FROM ' || table_name;
-- ruleid: sql-execute-built
EXECUTE IMMEDIATE 'DELETE FROM users WHERE name = ''' || p_name || '''';
-- ruleid: sql-execute-built
EXEC('SELECT * FROM users WHERE name = ''' + @name + '''');
-- ruleid: sql-execute-built
EXECUTE format('SELECT * FROM %s', table_name);
-- ok: sql-execute-built
EXECUTE format('SELECT * FROM %I WHERE id = $1', table_name) USING id;
-- ok: sql-execute-built
EXECUTE 'SELECT * FROM ' || quote_ident(table_name);
-- ok: sql-execute-built
EXEC sp_executesql N'SELECT * FROM users WHERE name = @name', N'@name nvarchar(40)', @name;

-- ruleid: sql-definer-without-search-path
CREATE FUNCTION get_user(id int) RETURNS users
LANGUAGE sql SECURITY DEFINER
AS 'SELECT 1';
-- ok: sql-definer-without-search-path
CREATE FUNCTION get_order(id int) RETURNS orders
LANGUAGE sql SECURITY DEFINER SET search_path = app, pg_temp
AS 'SELECT 1';
-- ok: sql-definer-without-search-path
CREATE FUNCTION get_item(id int) RETURNS items
LANGUAGE sql SECURITY INVOKER
AS 'SELECT 1';

CREATE TABLE users (
  -- ruleid: sql-password-column-plain
  password VARCHAR(30),
  -- ruleid: sql-password-column-plain
  card_number char(16),
  -- ok: sql-password-column-plain
  password_hash VARCHAR(100),
  -- ok: sql-password-column-plain
  name VARCHAR(30)
);

-- ruleid: sql-password-in-script
CREATE USER app IDENTIFIED BY 'S3same-0pen';
-- ruleid: sql-password-in-script
CREATE ROLE app LOGIN PASSWORD 'S3same-0pen';
-- ok: sql-password-in-script
CREATE ROLE app LOGIN PASSWORD :'app_password';
-- ok: sql-password-in-script
CREATE ROLE app LOGIN PASSWORD '${APP_PASSWORD}';

-- ruleid: sql-weak-hash
UPDATE users SET hash = md5(password) WHERE id = 1;
-- ruleid: sql-weak-hash
SELECT HASHBYTES('SHA1', name);
-- ok: sql-weak-hash
UPDATE users SET hash = crypt(password, gen_salt('bf', 12)) WHERE id = 1;
-- ok: sql-weak-hash
SELECT md5(body) FROM pages;

-- ruleid: sql-runs-programs-or-files
EXEC xp_cmdshell 'dir';
-- ruleid: sql-runs-programs-or-files
COPY users TO PROGRAM 'gzip > /tmp/users.gz';
-- ok: sql-runs-programs-or-files
COPY users TO STDOUT;
-- ok: sql-runs-programs-or-files
SELECT 1 INTO result;

-- ruleid: sql-change-of-every-row
DELETE FROM sessions;
-- ruleid: sql-change-of-every-row
UPDATE users SET active = false;
-- ok: sql-change-of-every-row
DELETE FROM sessions WHERE expired;
-- ok: sql-change-of-every-row
UPDATE users SET active = false WHERE id = 3;

-- ruleid: sql-row-security-off
ALTER TABLE orders DISABLE ROW LEVEL SECURITY;
-- ruleid: sql-row-security-off
CREATE POLICY open ON orders USING (true);
-- ok: sql-row-security-off
ALTER TABLE orders ENABLE ROW LEVEL SECURITY;
-- ok: sql-row-security-off
CREATE POLICY own ON orders USING (owner = current_user);

-- ruleid: sql-removed-guard
ALTER TABLE accounts ENABLE ROW LEVEL SECURITY;
-- ruleid: sql-removed-guard
REVOKE ALL ON accounts FROM PUBLIC;
-- ok: sql-removed-guard
GRANT SELECT ON accounts TO reader;
-- ok: sql-removed-guard
CREATE INDEX accounts_name ON accounts (name);
