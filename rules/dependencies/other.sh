#!/bin/sh
# ruleid: remote-script-piped
curl -sSf https://example.org/install.sh | sh
# ruleid: remote-script-piped
wget -qO- https://example.org/setup.py | sudo python3 -
# ruleid: remote-script-piped
bash <(curl -s https://example.org/install.sh)
# ok: remote-script-piped
curl -sSf https://example.org/data.json | python3 -m json.tool
# ok: remote-script-piped
curl -sSfo install.sh https://example.org/install.sh
# ok: remote-script-piped
curl -s https://example.org/list | sort
# ruleid: registry-plain-http
export GOSUMDB=off
# ruleid: registry-plain-http
GOINSECURE=example.org/tool go build
# ok: registry-plain-http
export GOFLAGS=-mod=readonly
