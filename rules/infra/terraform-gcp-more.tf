# ruleid: tf-gcp-more-open
resource "google_storage_bucket_iam_member" "bad1" {
  member = "allUsers"
}

# ok: tf-gcp-more-open
resource "google_storage_bucket_iam_member" "good1" {
  member = "group:ops@example.org"
}

# ruleid: tf-gcp-more-open
resource "google_storage_bucket_iam_member" "bad2" {
  member = "allAuthenticatedUsers"
}

# ruleid: tf-gcp-more-open
resource "google_storage_bucket_iam_binding" "bad3" {
  members = ["allUsers"]
}

# ok: tf-gcp-more-open
resource "google_storage_bucket_iam_binding" "good2" {
  members = ["group:ops@example.org"]
}

# ruleid: tf-gcp-more-open
resource "google_storage_bucket_iam_binding" "bad4" {
  members = ["allAuthenticatedUsers"]
}

# ruleid: tf-gcp-more-open
resource "google_cloud_run_service_iam_member" "bad5" {
  member = "allUsers"
}

# ok: tf-gcp-more-open
resource "google_cloud_run_service_iam_member" "good3" {
  member = "group:ops@example.org"
}

# ruleid: tf-gcp-more-open
resource "google_cloud_run_service_iam_member" "bad6" {
  member = "allAuthenticatedUsers"
}

# ruleid: tf-gcp-more-open
resource "google_cloud_run_service_iam_binding" "bad7" {
  members = ["allUsers"]
}

# ok: tf-gcp-more-open
resource "google_cloud_run_service_iam_binding" "good4" {
  members = ["group:ops@example.org"]
}

# ruleid: tf-gcp-more-open
resource "google_cloud_run_service_iam_binding" "bad8" {
  members = ["allAuthenticatedUsers"]
}

# ok: tf-gcp-more-open
resource "google_cloud_run_v2_service_iam_member" "good5" {
  member = "group:ops@example.org"
}

# ok: tf-gcp-more-open
resource "google_cloud_run_v2_service_iam_binding" "good6" {
  members = ["group:ops@example.org"]
}

# ok: tf-gcp-more-open
resource "google_project" "bad9" {
  name = "x"
}

# ruleid: tf-gcp-more-open
resource "google_notebooks_instance" "bad10" {
  name = "x"
}

# ruleid: tf-gcp-more-open
resource "google_data_fusion_instance" "bad11" {
  name = "x"
}

# ruleid: tf-gcp-more-open
resource "google_cloudbuild_worker_pool" "bad12" {
  name = "x"
}

# ok: tf-gcp-guard-missing
resource "google_storage_bucket" "bad1" {
  name = "x"
}

# ok: tf-gcp-guard-missing
resource "google_storage_bucket" "good1" {
  logging {
    enabled = true
  }
  versioning {
    enabled = true
  }
  public_access_prevention = "enforced"
}

# ok: tf-gcp-guard-missing
resource "google_storage_bucket" "bad2" {
  name = "x"
}

# ruleid: tf-gcp-guard-missing
resource "google_storage_bucket" "bad3" {
  versioning {
    enabled = false
  }
}

# ok: tf-gcp-guard-missing
resource "google_storage_bucket" "bad4" {
  name = "x"
}

# ok: tf-gcp-guard-missing
resource "google_kms_crypto_key" "bad5" {
  name = "x"
}

# ok: tf-gcp-guard-missing
resource "google_kms_crypto_key" "good2" {
  lifecycle {
    enabled = true
  }
}

# ok: tf-gcp-guard-missing
resource "google_bigtable_instance" "bad6" {
  deletion_protection = false
}

# ok: tf-gcp-guard-missing
resource "google_bigtable_instance" "good3" {
  deletion_protection = true
}

# ok: tf-gcp-guard-missing
resource "google_bigquery_table" "bad7" {
  deletion_protection = false
}

# ok: tf-gcp-guard-missing
resource "google_bigquery_table" "good4" {
  deletion_protection = true
}

# ok: tf-gcp-guard-missing
resource "google_spanner_database" "bad8" {
  deletion_protection = false
}

# ok: tf-gcp-guard-missing
resource "google_spanner_database" "good5" {
  deletion_protection = true
  enable_drop_protection = true
}

# ok: tf-gcp-guard-missing
resource "google_spanner_database" "bad9" {
  name = "x"
}

# ok: tf-gcp-guard-missing
resource "google_spanner_database" "bad10" {
  enable_drop_protection = false
}

# ruleid: tf-gcp-guard-missing
resource "google_sql_database_instance" "bad11" {
  name = "x"
}

# ok: tf-gcp-guard-missing
resource "google_sql_database_instance" "good6" {
  settings {
    backup_configuration {
      enabled = true
    }
    ip_configuration {
      private_network = var.value
      require_ssl = var.value
    }
  }
}

# ruleid: tf-gcp-guard-missing
resource "google_sql_database_instance" "bad12" {
  settings {
    backup_configuration {
      enabled = false
    }
  }
}

# ruleid: tf-gcp-guard-missing
resource "google_sql_database_instance" "bad13" {
  name = "x"
}

# ruleid: tf-gcp-guard-missing
resource "google_sql_database_instance" "bad14" {
  name = "x"
}

# ruleid: tf-gcp-guard-missing
resource "google_compute_subnetwork" "bad15" {
  private_ip_google_access = false
}

# ruleid: tf-gcp-guard-missing
resource "google_compute_ssl_policy" "bad16" {
  profile = "COMPATIBLE"
}
