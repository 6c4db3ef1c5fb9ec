# ruleid: sh-check-removed-by-true
cp config.new /etc/app.conf || true
# ruleid: sh-check-removed-by-true
npm ci || :
# ok: sh-check-removed-by-true
cp config.new /etc/app.conf
# ok: sh-check-removed-by-true
pkill app || true

# ruleid: sh-error-exit-off
set +e
# ruleid: sh-error-exit-off
set +o pipefail
# ok: sh-error-exit-off
set -e
# ok: sh-error-exit-off
set -o pipefail

# ruleid: sh-argument-run-by-shell
bash -c "convert $1 out.png"
# ruleid: sh-argument-run-by-shell
find . -name '*.txt' -exec sh -c 'wc {}' \;
# ruleid: sh-argument-run-by-shell
su app -c "run $command"
# ok: sh-argument-run-by-shell
sh -c 'convert "$1" out.png' sh "$1"
# ok: sh-argument-run-by-shell
find . -name '*.txt' -exec wc {} \;

# ruleid: sh-remote-command-built
ssh web "rm -f /srv/$name"
# ruleid: sh-remote-command-built
ssh -p 22 web "systemctl restart $1"
# ok: sh-remote-command-built
ssh web "systemctl restart app"
# ok: sh-remote-command-built
ssh "$host" uptime

# ruleid: sh-sql-built
psql -c "SELECT * FROM users WHERE name = '$name'"
# ruleid: sh-sql-built
mysql -e "CREATE USER '$1' IDENTIFIED BY 'x'"
# ok: sh-sql-built
psql -v name="$name" -f query.sql
# ok: sh-sql-built
psql -c "SELECT * FROM users"

# ruleid: sh-password-on-command-line
 curl -u admin:$PASSWORD https://api.example
# ruleid: sh-password-on-command-line
backup --password "$PASSWORD" /srv
# ruleid: sh-password-on-command-line
PGPASSWORD=s3same psql -f query.sql
# ruleid: sh-password-on-command-line
docker login -u bot -p "$TOKEN" registry.example
# ok: sh-password-on-command-line
docker login -u bot --password-stdin registry.example
# ok: sh-password-on-command-line
backup --password-file /run/secrets/backup /srv
# ok: sh-password-on-command-line
 curl --netrc https://api.example

# ruleid: sh-secret-in-script
export DB_PASSWORD="S3same-0pen"
# ruleid: sh-secret-in-script
API_KEY=4f1c2d3e5b6a7c8d
# ok: sh-secret-in-script
DB_PASSWORD=$(cat /run/secrets/db)
# ok: sh-secret-in-script
TOKEN_FILE=/run/secrets/token
# ok: sh-secret-in-script
PASSWORD="$1"

# ruleid: sh-input-read-raw
read -r choice
$choice
# ruleid: sh-input-read-raw
read -p "How many? " many
total=$((many * 2))
# ok: sh-input-read-raw
read -r name
echo "$name"
# ok: sh-input-read-raw
read -r answer
case "$answer" in y) ;; esac

# ruleid: sh-wildcard-as-option
tar czf backup.tgz *
# ruleid: sh-wildcard-as-option
chown app *
# ok: sh-wildcard-as-option
tar czf backup.tgz ./*
# ok: sh-wildcard-as-option
chown app -- *

# ruleid: sh-archive-unpacked-at-root
curl -fsSL https://example.com/a.tgz | tar xz -C /
# ruleid: sh-archive-unpacked-at-root
tar -x -P -f a.tar
# ok: sh-archive-unpacked-at-root
tar xf a.tar -C "$directory"
# ok: sh-archive-unpacked-at-root
curl -fsSL https://example.com/a.tgz | tar xz -C /opt/app

# ruleid: sh-path-from-current-directory
export PATH=.:$PATH
# ruleid: sh-path-from-current-directory
LD_LIBRARY_PATH=/tmp/lib app
# ok: sh-path-from-current-directory
export PATH=/opt/app/bin:$PATH
# ok: sh-path-from-current-directory
LD_LIBRARY_PATH=/opt/app/lib app

# ruleid: sh-firewall-or-guard-off
setenforce 0
# ruleid: sh-firewall-or-guard-off
systemctl disable --now firewalld
# ok: sh-firewall-or-guard-off
setenforce 1
# ok: sh-firewall-or-guard-off
systemctl restart firewalld

# ruleid: sh-sudo-without-password
echo 'app ALL=(ALL) NOPASSWD: ALL' > /etc/sudoers.d/app
# ruleid: sh-sudo-without-password
usermod -aG docker app
# ok: sh-sudo-without-password
echo 'app ALL=(root) NOPASSWD: /usr/bin/systemctl restart app' > /etc/sudoers.d/app
# ok: sh-sudo-without-password
usermod -aG audio app

# ruleid: sh-weak-cryptography
openssl enc -des3 -in a -out b
# ruleid: sh-weak-cryptography
ssh-keygen -t rsa -b 1024 -f key
# ok: sh-weak-cryptography
openssl enc -aes-256-cbc -pbkdf2 -in a -out b
# ok: sh-weak-cryptography
ssh-keygen -t ed25519 -f key

# ruleid: sh-traced-with-secrets
set -x
# ruleid: sh-traced-with-secrets
set -eux
# ok: sh-traced-with-secrets
set -eu
# ok: sh-traced-with-secrets
set +x

# ruleid: sh-removed-quoting-or-trap
umask 077
# ruleid: sh-removed-quoting-or-trap
trap 'rm -rf "$directory"' EXIT
# ok: sh-removed-quoting-or-trap
umask 022
# ok: sh-removed-quoting-or-trap
trap : INT

# ruleid: sh-removed-input-check
if [ "$(id -u)" -ne 0 ]; then
# ruleid: sh-removed-input-check
  [[ $name =~ ^[a-z]+$ ]] || exit 1
fi
# ruleid: sh-removed-input-check
target=${1:?no target}
# ok: sh-removed-input-check
target=${1:-default}
# ok: sh-removed-input-check
if [ -f "$name" ]; then :; fi

# ruleid: sh-container-owns-host
docker run --rm --privileged example/tool
# ruleid: sh-container-owns-host
docker run -v /var/run/docker.sock:/var/run/docker.sock example/tool
# ruleid: sh-container-owns-host
podman run --net=host --rm example/tool
# ok: sh-container-owns-host
docker run --rm -v "$PWD:/work" --network none example/tool
# ok: sh-container-owns-host
docker run --cap-add NET_BIND_SERVICE example/tool
# ruleid: sh-value-as-program
python3 -c "import json; print(json.loads('$1'))"
# ok: sh-value-as-program
python3 -c 'import sys; print(sys.argv[1])' "$1"
# ruleid: sh-value-as-program
nc -l -p 4444 -e /bin/sh
# ruleid: sh-format-from-value
printf "$1"
# ok: sh-format-from-value
printf '%s\n' "$1"
# ok: sh-format-from-value
printf "$format" "$1"
