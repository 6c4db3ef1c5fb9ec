# Binary content is not read, and the report says so.
repo
commit start
head -c 4096 /dev/zero | tr '\0' '\1' >a.bin
printf '\0\0\0\0' >>a.bin
head -c 100 /dev/zero >>a.bin
printf '\0\1\2\0\1\2\0\1\2%s' "$(aws_key)" >b.bin
git add .
run git-sluice review --only-rules="$RULES"
