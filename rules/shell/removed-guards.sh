#!/bin/bash
# ruleid: sh-removed-error-exit
set -euo pipefail
# ruleid: sh-removed-error-exit
set -o pipefail
# ok: sh-removed-error-exit
set -x
# ok: sh-removed-error-exit
set -- "$@" extra
# ruleid: sh-removed-verification
sha256sum --check checksums.txt
# ruleid: sh-removed-verification
gpg --batch --verify release.sig release.tar
# ok: sh-removed-verification
sha256sum release.tar > checksums.txt
# ok: sh-removed-verification
gpg --import keys.asc
