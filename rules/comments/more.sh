# ruleid: comment-suppression-shell-and-docker
# shellcheck disable=SC2086
rm $file
# ruleid: comment-suppression-shell-and-docker
# shellcheck disable=SC2034,SC2046
a=1
# ok: comment-suppression-shell-and-docker
# shellcheck disable=SC2034
b=1
# ok: comment-suppression-shell-and-docker
# shellcheck source=lib.sh
