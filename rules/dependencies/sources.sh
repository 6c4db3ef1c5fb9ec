# ruleid: package-installed-from-address
pip install git+https://git.example/tool.git
# ruleid: package-installed-from-address
npm install https://files.example/tool.tgz
# ruleid: package-installed-from-address
go install example.com/tool@latest
# ok: package-installed-from-address
go install example.com/tool@v1.2.3
# ok: package-installed-from-address
pip install git+https://git.example/tool.git@{{sluice-hex:40}}
# ok: package-installed-from-address
pip install flask==3.0.3

# ruleid: downloaded-and-made-executable
curl -fsSL -o tool https://files.example/tool && chmod +x tool
# ok: downloaded-and-made-executable
curl -fsSL -o page.html https://files.example/page
mv a b
cp a b
cp c d
cp e f
cp g h
# ruleid: downloaded-and-made-executable
wget https://files.example/other -O other
chmod 755 other
mv a b
cp a b
cp c d
cp e f
cp g h
# ok: downloaded-and-made-executable
curl -fsSL -o third https://files.example/third
echo "0  third" | sha256sum -c
chmod +x third

# ruleid: package-scripts-from-unknown
npx create-app@latest shop
# ruleid: package-scripts-from-unknown
npx --yes degit example/template
# ok: package-scripts-from-unknown
npx eslint .
# ok: package-scripts-from-unknown
npx create-app@1.2.3 shop

# ruleid: dependency-removed-hash
pip install --require-hashes -r requirements.txt
# ruleid: dependency-removed-hash
npm ci
# ok: dependency-removed-hash
pip install -r requirements.txt
# ok: dependency-removed-hash
npm install

# ruleid: integrity-check-off
export GONOSUMDB=example.com
# ruleid: integrity-check-off
docker pull --disable-content-trust example/web
# ok: integrity-check-off
docker pull example/web
# ok: integrity-check-off
export GOPROXY=direct
