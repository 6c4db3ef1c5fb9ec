# What is encoded is found at the encoded bytes; plain text that decodes to the same is told once.
repo
commit start
key=$(aws_key)
base64=$(printf 'the key is %s.' "$key" | base64)
hex=$(printf 'the key is %s.' "$key" | od -An -v -tx1 | tr -d ' \n')
{
	echo "plain: $key%20"
	echo "data: \"$base64\""
	echo "twice: $(printf %s "$base64" | base64 -w 0)"
	echo "hex: 0x$hex"
	printf 'url: key%%3D%%41%s\n' "${key#A}"
	printf 'json: "\\u0041%s"\n' "${key#A}"
	printf 'html: &#65;%s;\n' "${key#A}"
	echo "gzip: $(printf 'the key is %s.' "$key" | gzip -n | base64 -w 0)"
	echo "removed and added again: $base64"
} >a.txt
git add a.txt
places
sluice | sed -n '/a.txt:2:/,/^$/p'
git commit -q -m one
sed 's/twice/again/' a.txt >b.txt
git mv -f b.txt a.txt 2>/dev/null || mv b.txt a.txt
git add a.txt
sluice
