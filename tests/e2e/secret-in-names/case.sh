# Secrets in the names of files, of people and of tags; no name shows one.
repo
server
commit start
push main
key=$(aws_key)
mkdir "of $key"
echo 'x = 1' >"of $key/a.ini"
printf 'a\0\1\2\3\4\5' >"$key.bin"
git add -A
sluice
git -c user.name="$key" commit -q -m names
sluice HEAD~1..HEAD
git mv "of $key" plain
git mv "$key.bin" "new-$key.bin"
GIT_AUTHOR_EMAIL="$key@example.com" git commit -q -m moved
places HEAD~1..HEAD
git -c user.name="$key" tag -a -m 'a tag' v1
git tag -a -m 'a tag' "v$key"
git tag -a -m 'a tag' "v-$key"
git push -q origin main:refs/heads/side 2>&1 | grep -c -- "$key" || :
# a rule that reads names alone
cat >"$TMP/names.yaml" <<'END'
rules:
  - id: test-name
    pattern-regex: '^[^\n]*\.p12$'
    message: a container of keys
    severity: WARNING
    languages: [regex]
    metadata: {area: secrets, names: true}
END
echo 'a.p12' >a.txt
printf 'a\0\1\2\3\4\5' >a.p12
git add -A
sluice --only-rules="$TMP/names.yaml"
git rm -q --cached a.p12
push v1 "v-$key" | sed -n '/error/p;/exits/p'
