resource "a" "b" {
  # ruleid: comment-suppression-infrastructure
  # checkov:skip=CKV_AWS_20:public on purpose
  # ruleid: comment-suppression-infrastructure
  acl = "x" #tfsec:ignore:aws-s3-no-public-access
  # ok: comment-suppression-infrastructure
  # checked by hand
  # ok: comment-suppression-infrastructure
  name = "checkov"
}
