# ruleid: tf-gcp-sql-open
resource "google_sql_database_instance" "open" {
  settings {
    tier = "db-f1-micro"
    ip_configuration {
      ipv4_enabled = true
    }
  }
}


# ruleid: tf-gcp-sql-open
resource "google_sql_database_instance" "anyone" {
  settings {
    ip_configuration {
      ipv4_enabled = false
      authorized_networks {
        value = "0.0.0.0/0"
      }
    }
  }
}


# ok: tf-gcp-sql-open
resource "google_sql_database_instance" "closed" {
  settings {
    ip_configuration {
      ipv4_enabled = false
      ssl_mode     = "ENCRYPTED_ONLY"
    }
  }
}


# ok: tf-gcp-sql-open
resource "google_storage_bucket" "other" {
  name = "x"
}


database_flags {
  # ruleid: tf-gcp-sql-flag-weak
  name  = "local_infile"
  value = "on"
}

database_flags {
  # ruleid: tf-gcp-sql-flag-weak
  name  = "log_connections"
  value = "off"
}

database_flags {
  # ok: tf-gcp-sql-flag-weak
  name  = "local_infile"
  value = "off"
}

database_flags {
  # ok: tf-gcp-sql-flag-weak
  name  = "log_connections"
  value = "on"
}

# ruleid: tf-gcp-bucket-access-by-object
resource "google_storage_bucket" "bad62" {
  name = "x"
}

# ok: tf-gcp-bucket-access-by-object
resource "google_storage_bucket" "good62" {
  name = "x"
  uniform_bucket_level_access = true
  public_access_prevention = "enforced"
}

# ruleid: tf-gcp-bucket-access-by-object
resource "google_storage_bucket" "bad63" {
  name = "x"
  public_access_prevention = "inherited"
}

# ok: tf-gcp-bucket-access-by-object
resource "google_storage_bucket" "good63" {
  name = "x"
  uniform_bucket_level_access = true
  public_access_prevention = "enforced"
}

# ruleid: tf-gcp-instance-default-identity
resource "google_compute_instance" "all" {
  service_account {
    scopes = ["cloud-platform"]
  }
}


# ruleid: tf-gcp-instance-default-identity
email = "123456789012-compute@developer.gserviceaccount.com"

# ok: tf-gcp-instance-default-identity
resource "google_compute_instance" "own" {
  service_account {
    email  = google_service_account.web.email
    scopes = ["cloud-platform"]
  }
}


# ok: tf-gcp-instance-default-identity
email = "web@shop.iam.gserviceaccount.com"

# ruleid: tf-gcp-instance-exposed
resource "google_compute_instance" "public" {
  network_interface {
    network = "default"
    access_config {
    }
  }
}


# ruleid: tf-gcp-instance-exposed
serial-port-enable = true

# ruleid: tf-gcp-instance-exposed
enable-oslogin = "false"

# ok: tf-gcp-instance-exposed
resource "google_compute_instance" "private" {
  network_interface {
    network = "inner"
  }
}


# ok: tf-gcp-instance-exposed
serial-port-enable = false

# ok: tf-gcp-instance-exposed
enable-oslogin = "true"

# ruleid: tf-gcp-cluster-weak
resource "google_container_cluster" "old" {
  enable_legacy_abac = true
}


# ruleid: tf-gcp-cluster-weak
resource "google_container_cluster" "quiet" {
  logging_service = "none"
}


# ok: tf-gcp-cluster-weak
resource "google_container_cluster" "new" {
  enable_legacy_abac = false
}


# ok: tf-gcp-cluster-weak
resource "google_container_cluster" "logged" {
  logging_service = "logging.googleapis.com/kubernetes"
}


# ruleid: tf-gcp-cluster-open
resource "google_container_cluster" "bad64" {
  name = "x"
}

# ok: tf-gcp-cluster-open
resource "google_container_cluster" "good64" {
  name = "x"
  master_authorized_networks_config {
    cidr_blocks {}
  }
}

# ok: tf-gcp-cluster-open
resource "unrelated_thing" "other64" {
  name = "x"
}

# ruleid: tf-gcp-key-not-rotated
resource "google_kms_crypto_key" "bad65" {
  name = "x"
}

# ok: tf-gcp-key-not-rotated
resource "google_kms_crypto_key" "good65" {
  name = "x"
  rotation_period = "7776000s"
}

# ok: tf-gcp-key-not-rotated
resource "unrelated_thing" "other65" {
  name = "x"
}

# ruleid: tf-gcp-cache-open
resource "google_redis_instance" "bad66" {
  name = "x"
}

# ok: tf-gcp-cache-open
resource "google_redis_instance" "good66" {
  name = "x"
  auth_enabled = true
  transit_encryption_mode = "SERVER_AUTHENTICATION"
}

# ruleid: tf-gcp-cache-open
resource "google_redis_instance" "bad67" {
  name = "x"
  transit_encryption_mode = "DISABLED"
}

# ok: tf-gcp-cache-open
resource "google_redis_instance" "good67" {
  name = "x"
  auth_enabled = true
  transit_encryption_mode = "SERVER_AUTHENTICATION"
}

# ruleid: tf-gcp-tls-old
min_tls_version = "TLS_1_0"

# ruleid: tf-gcp-tls-old
profile = "COMPATIBLE"

# ok: tf-gcp-tls-old
min_tls_version = "TLS_1_2"

# ok: tf-gcp-tls-old
profile = "MODERN"

# ruleid: tf-gcp-subnet-unlogged
resource "google_compute_subnetwork" "bad68" {
  name = "x"
}

# ok: tf-gcp-subnet-unlogged
resource "google_compute_subnetwork" "good68" {
  name = "x"
  log_config {
    aggregation_interval = "INTERVAL_10_MIN"
  }
}

# ok: tf-gcp-subnet-unlogged
resource "unrelated_thing" "other68" {
  name = "x"
}

# ruleid: tf-gcp-role-wide
role = "roles/editor"

# ruleid: tf-gcp-role-wide
role = "roles/iam.serviceAccountTokenCreator"

# ok: tf-gcp-role-wide
role = "roles/storage.objectViewer"

# ok: tf-gcp-role-wide
role = "roles/logging.logWriter"
