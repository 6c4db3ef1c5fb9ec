resource "aws_db_instance" "main" {
  # ruleid: tf-removed-protection
  deletion_protection = true
  # ruleid: tf-removed-protection
  storage_encrypted = true
  # ok: tf-removed-protection
  deletion_protection = false
  # ok: tf-removed-protection
  multi_az = true
}
