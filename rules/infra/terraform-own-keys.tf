# ruleid: tf-aws-own-key-missing
resource "aws_ebs_snapshot_copy" "bad1" {
  name = "x"
}

# ok: tf-aws-own-key-missing
resource "aws_ebs_snapshot_copy" "good1" {
  kms_key_id = aws_kms_key.main.arn
}

# ruleid: tf-aws-own-key-missing
resource "aws_ebs_volume" "bad2" {
  name = "x"
}

# ok: tf-aws-own-key-missing
resource "aws_ebs_volume" "good2" {
  kms_key_id = aws_kms_key.main.arn
}

# ruleid: tf-aws-own-key-missing
resource "aws_efs_file_system" "bad3" {
  name = "x"
}

# ok: tf-aws-own-key-missing
resource "aws_efs_file_system" "good3" {
  kms_key_id = aws_kms_key.main.arn
}

# ruleid: tf-aws-own-key-missing
resource "aws_fsx_lustre_file_system" "bad4" {
  name = "x"
}

# ok: tf-aws-own-key-missing
resource "aws_fsx_lustre_file_system" "good4" {
  kms_key_id = aws_kms_key.main.arn
}

# ruleid: tf-aws-own-key-missing
resource "aws_fsx_ontap_file_system" "bad5" {
  name = "x"
}

# ok: tf-aws-own-key-missing
resource "aws_fsx_ontap_file_system" "good5" {
  kms_key_id = aws_kms_key.main.arn
}

# ruleid: tf-aws-own-key-missing
resource "aws_fsx_openzfs_file_system" "bad6" {
  name = "x"
}

# ok: tf-aws-own-key-missing
resource "aws_fsx_openzfs_file_system" "good6" {
  kms_key_id = aws_kms_key.main.arn
}

# ruleid: tf-aws-own-key-missing
resource "aws_fsx_windows_file_system" "bad7" {
  name = "x"
}

# ruleid: tf-aws-own-key-missing
resource "aws_rds_cluster" "bad8" {
  name = "x"
}

# ruleid: tf-aws-own-key-missing
resource "aws_ecr_repository" "bad9" {
  encryption_configuration {
    encryption_type = "AES256"
  }
}

# ruleid: tf-gcp-own-key-missing
resource "google_pubsub_topic" "bad1" {
  name = "x"
}

# ok: tf-gcp-own-key-missing
resource "google_pubsub_topic" "good1" {
  kms_key_name = var.value
}

# ruleid: tf-gcp-own-key-missing
resource "google_artifact_registry_repository" "bad2" {
  name = "x"
}

# ok: tf-gcp-own-key-missing
resource "google_artifact_registry_repository" "good2" {
  kms_key_name = var.value
}

# ruleid: tf-gcp-own-key-missing
resource "google_dataflow_job" "bad3" {
  name = "x"
}

# ok: tf-gcp-own-key-missing
resource "google_dataflow_job" "good3" {
  kms_key_name = var.value
}

# ruleid: tf-gcp-own-key-missing
resource "google_bigquery_dataset" "bad4" {
  name = "x"
}

# ok: tf-gcp-own-key-missing
resource "google_bigquery_dataset" "good4" {
  default_encryption_configuration {
    kms_key_name = var.value
  }
}

# ruleid: tf-gcp-own-key-missing
resource "google_bigquery_table" "bad5" {
  name = "x"
}

# ok: tf-gcp-own-key-missing
resource "google_bigquery_table" "good5" {
  encryption_configuration {
    kms_key_name = var.value
  }
}

# ruleid: tf-gcp-own-key-missing
resource "google_bigtable_instance" "bad6" {
  name = "x"
}

# ok: tf-gcp-own-key-missing
resource "google_bigtable_instance" "good6" {
  cluster {
    kms_key_name = var.value
  }
}

# ruleid: tf-gcp-own-key-missing
resource "google_spanner_database" "bad7" {
  name = "x"
}

# ruleid: tf-gcp-own-key-missing
resource "google_vertex_ai_dataset" "bad8" {
  name = "x"
}

# ruleid: tf-azure-own-key-missing
resource "azurerm_cognitive_account" "bad1" {
  name = "x"
}

# ok: tf-azure-own-key-missing
resource "azurerm_cognitive_account" "good1" {
  customer_managed_key {
    enabled = true
  }
}

# ruleid: tf-azure-own-key-missing
resource "azurerm_databricks_workspace" "bad2" {
  name = "x"
}

# ok: tf-azure-own-key-missing
resource "azurerm_databricks_workspace" "good2" {
  customer_managed_key {
    enabled = true
  }
}

# ruleid: tf-azure-own-key-missing
resource "azurerm_synapse_workspace" "bad3" {
  name = "x"
}

# ok: tf-azure-own-key-missing
resource "azurerm_synapse_workspace" "good3" {
  customer_managed_key {
    enabled = true
  }
}

# ruleid: tf-azure-own-key-missing
resource "azurerm_servicebus_namespace" "bad4" {
  name = "x"
}

# ok: tf-azure-own-key-missing
resource "azurerm_servicebus_namespace" "good4" {
  customer_managed_key {
    enabled = true
  }
}

# ruleid: tf-azure-own-key-missing
resource "azurerm_storage_account" "bad5" {
  name = "x"
}

# ok: tf-azure-own-key-missing
resource "azurerm_storage_account" "good5" {
  customer_managed_key {
    enabled = true
  }
}

# ruleid: tf-azure-own-key-missing
resource "azurerm_cosmosdb_account" "bad6" {
  name = "x"
}

# ok: tf-azure-own-key-missing
resource "azurerm_cosmosdb_account" "good6" {
  key_vault_key_id = var.value
}

# ruleid: tf-azure-own-key-missing
resource "azurerm_data_factory" "bad7" {
  name = "x"
}

# ruleid: tf-azure-own-key-missing
resource "azurerm_container_group" "bad8" {
  name = "x"
}
