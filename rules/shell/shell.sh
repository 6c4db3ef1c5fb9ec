#!/bin/sh
# ruleid: sh-eval-variable
eval "$command"
# ruleid: sh-eval-variable
if ready; then eval $1; fi
# ok: sh-eval-variable
eval "$(ssh-agent -s)"
# ok: sh-eval-variable
"$command" "$@"
# ruleid: sh-remove-unchecked-variable
rm -rf $target/
# ruleid: sh-remove-unchecked-variable
rm -rf "$target/"*
# ok: sh-remove-unchecked-variable
rm -rf "${target:?}"/*
# ok: sh-remove-unchecked-variable
rm -rf build/
# ruleid: sh-error-ignored
sha256sum -c checksums.txt || true
# ruleid: sh-error-ignored
gpg --verify release.sig release.tar || :
# ok: sh-error-ignored
sha256sum -c checksums.txt || exit 1
# ok: sh-error-ignored
mkdir build || true
# ruleid: sh-cd-unchecked
cd "$target"; rm -f ./*
# ruleid: sh-cd-unchecked
cd $target
rm -rf cache
# ok: sh-cd-unchecked
cd "$target" || exit
rm -rf cache
# ok: sh-cd-unchecked
cd "$target"
ls
# ruleid: sh-tls-verify-off
curl -sk https://example.org/status
# ruleid: sh-tls-verify-off
wget --no-check-certificate https://example.org/tool
# ruleid: sh-tls-verify-off
ssh -o StrictHostKeyChecking=no host.example
# ok: sh-tls-verify-off
curl -sSf https://example.org/status
# ok: sh-tls-verify-off
ssh -o StrictHostKeyChecking=accept-new host.example
# ruleid: sh-world-writable
chmod -R 777 /srv/files
# ruleid: sh-world-writable
umask 000
# ok: sh-world-writable
chmod 755 /srv/files
# ok: sh-world-writable
umask 077
# ruleid: sh-predictable-temp-file
sort names > /tmp/names.$$
# ruleid: sh-predictable-temp-file
work=/tmp/build-$RANDOM
# ok: sh-predictable-temp-file
work=$(mktemp -d)
# ok: sh-predictable-temp-file
sort names > "$work/names.$$"
# ruleid: sh-secret-printed
echo "password is $DB_PASSWORD"
# ruleid: sh-secret-printed
mysql -u app -p"$password" -e "select 1"
# ok: sh-secret-printed
echo "$DB_PASSWORD" | login --password-stdin
# ok: sh-secret-printed
echo "token has ${#TOKEN} characters"
# ok: sh-secret-printed
echo "password changed"
