# ruleid: tf-aws-kept-copies-missing
resource "aws_dynamodb_table" "bad1" {
  name = "x"
}

# ok: tf-aws-kept-copies-missing
resource "aws_dynamodb_table" "good1" {
  point_in_time_recovery {
    enabled = var.value
  }
}

# ruleid: tf-aws-kept-copies-missing
resource "aws_dynamodb_table" "bad2" {
  point_in_time_recovery {
    enabled = false
  }
}

# ruleid: tf-aws-kept-copies-missing
resource "aws_db_instance" "bad3" {
  backup_retention_period = 0
}

# ok: tf-aws-kept-copies-missing
resource "aws_db_instance" "good2" {
  backup_retention_period = 7
}

# ruleid: tf-aws-kept-copies-missing
resource "aws_rds_cluster" "bad4" {
  backup_retention_period = 0
}

# ok: tf-aws-kept-copies-missing
resource "aws_rds_cluster" "good3" {
  backup_retention_period = 7
}

# ruleid: tf-aws-kept-copies-missing
resource "aws_docdb_cluster" "bad5" {
  backup_retention_period = 0
}

# ok: tf-aws-kept-copies-missing
resource "aws_docdb_cluster" "good4" {
  backup_retention_period = 7
}

# ruleid: tf-aws-kept-copies-missing
resource "aws_neptune_cluster" "bad6" {
  backup_retention_period = 0
}

# ok: tf-aws-kept-copies-missing
resource "aws_neptune_cluster" "good5" {
  backup_retention_period = 7
}

# ruleid: tf-aws-kept-copies-missing
resource "aws_db_instance" "bad7" {
  name = "x"
}

# ok: tf-aws-kept-copies-missing
resource "aws_elasticache_cluster" "bad8" {
  name = "x"
}

# ok: tf-aws-kept-copies-missing
resource "aws_elasticache_cluster" "good6" {
  snapshot_retention_limit = 5
}

# ok: tf-aws-kept-copies-missing
resource "aws_elasticache_cluster" "bad9" {
  snapshot_retention_limit = 0
}

# ok: tf-aws-kept-copies-missing
resource "aws_elasticache_replication_group" "bad10" {
  snapshot_retention_limit = 0
}

# ruleid: tf-aws-kept-copies-missing
resource "aws_redshift_cluster" "bad11" {
  automated_snapshot_retention_period = 0
}

# ruleid: tf-aws-encryption-missing
resource "aws_athena_workgroup" "bad1" {
  configuration {
    enforce_workgroup_configuration = false
  }
}

# ok: tf-aws-encryption-missing
resource "aws_athena_workgroup" "good1" {
  configuration {
    enforce_workgroup_configuration = true
    result_configuration {
      encryption_configuration {
        encryption_option = "SSE_KMS"
      }
    }
  }
}

# ok: tf-aws-encryption-missing
resource "aws_athena_workgroup" "bad2" {
  name = "x"
}

# ruleid: tf-aws-encryption-missing
resource "aws_glue_data_catalog_encryption_settings" "bad3" {
  name = "x"
}

# ok: tf-aws-encryption-missing
resource "aws_glue_data_catalog_encryption_settings" "good2" {
  data_catalog_encryption_settings {
    connection_password_encryption {
      return_connection_password_encrypted = true
    }
    encryption_at_rest {
      catalog_encryption_mode = "SSE-KMS"
    }
  }
}

# ruleid: tf-aws-encryption-missing
resource "aws_glue_data_catalog_encryption_settings" "bad4" {
  data_catalog_encryption_settings {
    connection_password_encryption {
      return_connection_password_encrypted = false
    }
  }
}

# ruleid: tf-aws-encryption-missing
resource "aws_glue_data_catalog_encryption_settings" "bad5" {
  data_catalog_encryption_settings {
    encryption_at_rest {
      catalog_encryption_mode = "DISABLED"
    }
  }
}

# ruleid: tf-aws-encryption-missing
resource "aws_glue_security_configuration" "bad6" {
  encryption_configuration {
    cloudwatch_encryption {
      cloudwatch_encryption_mode = "DISABLED"
    }
  }
}

# ok: tf-aws-encryption-missing
resource "aws_glue_security_configuration" "good3" {
  encryption_configuration {
    cloudwatch_encryption {
      cloudwatch_encryption_mode = "SSE-KMS"
    }
    job_bookmarks_encryption {
      job_bookmarks_encryption_mode = "CSE-KMS"
    }
    s3_encryption {
      s3_encryption_mode = "SSE-KMS"
    }
  }
}

# ruleid: tf-aws-encryption-missing
resource "aws_glue_security_configuration" "bad7" {
  encryption_configuration {
    job_bookmarks_encryption {
      job_bookmarks_encryption_mode = "DISABLED"
    }
  }
}

# ruleid: tf-aws-encryption-missing
resource "aws_glue_security_configuration" "bad8" {
  encryption_configuration {
    s3_encryption {
      s3_encryption_mode = "DISABLED"
    }
  }
}

# ruleid: tf-aws-encryption-missing
resource "aws_glue_crawler" "bad9" {
  name = "x"
}

# ok: tf-aws-encryption-missing
resource "aws_glue_crawler" "good4" {
  security_configuration = var.value
}

# ruleid: tf-aws-encryption-missing
resource "aws_glue_dev_endpoint" "bad10" {
  name = "x"
}

# ok: tf-aws-encryption-missing
resource "aws_glue_dev_endpoint" "good5" {
  security_configuration = var.value
}

# ruleid: tf-aws-encryption-missing
resource "aws_glue_job" "bad11" {
  name = "x"
}

# ok: tf-aws-encryption-missing
resource "aws_glue_job" "good6" {
  security_configuration = var.value
}

# ruleid: tf-aws-encryption-missing
resource "aws_emr_cluster" "bad12" {
  name = "x"
}

# ok: tf-aws-encryption-missing
resource "aws_backup_vault" "bad13" {
  name = "x"
}

# ok: tf-aws-encryption-missing
resource "aws_sqs_queue" "bad14" {
  name = "x"
}

# ruleid: tf-aws-encryption-missing
resource "aws_codebuild_project" "bad15" {
  artifacts {
    encryption_disabled = true
  }
}

# ruleid: tf-aws-encryption-missing
resource "aws_codebuild_project" "bad16" {
  secondary_artifacts {
    encryption_disabled = true
  }
}

# ok: tf-aws-watching-missing
resource "aws_cloudwatch_log_group" "bad1" {
  name = "x"
}

# ok: tf-aws-watching-missing
resource "aws_cloudwatch_log_group" "good1" {
  retention_in_days = 365
}

# ok: tf-aws-watching-missing
resource "aws_cloudwatch_log_group" "bad2" {
  retention_in_days = 1
}

# ok: tf-aws-watching-missing
resource "aws_cloudwatch_log_group" "bad3" {
  retention_in_days = 3
}

# ok: tf-aws-watching-missing
resource "aws_cloudwatch_log_group" "bad4" {
  retention_in_days = 5
}

# ok: tf-aws-watching-missing
resource "aws_cloudwatch_log_group" "bad5" {
  retention_in_days = 7
}

# ok: tf-aws-watching-missing
resource "aws_cloudwatch_log_group" "bad6" {
  retention_in_days = 0
}

# ok: tf-aws-watching-missing
resource "aws_lambda_function" "bad7" {
  name = "x"
}

# ok: tf-aws-watching-missing
resource "aws_lambda_function" "good2" {
  tracing_config {
    mode = "Active"
  }
}

# ok: tf-aws-watching-missing
resource "aws_lambda_function" "bad8" {
  tracing_config {
    mode = "PassThrough"
  }
}

# ok: tf-aws-watching-missing
resource "aws_api_gateway_stage" "bad9" {
  name = "x"
}

# ok: tf-aws-watching-missing
resource "aws_api_gateway_stage" "good3" {
  xray_tracing_enabled = true
}

# ok: tf-aws-watching-missing
resource "aws_api_gateway_stage" "bad10" {
  xray_tracing_enabled = false
}

# ruleid: tf-aws-watching-missing
resource "aws_api_gateway_method_settings" "bad11" {
  settings {
    logging_level = "OFF"
  }
}

# ok: tf-aws-watching-missing
resource "aws_api_gateway_method_settings" "good4" {
  settings {
    logging_level = "INFO"
  }
}

# ok: tf-aws-watching-missing
resource "aws_redshift_cluster" "bad12" {
  name = "x"
}

# ok: tf-aws-watching-missing
resource "aws_redshift_cluster" "good5" {
  logging {
    enable = var.value
  }
}

# ok: tf-aws-watching-missing
resource "aws_instance" "good6" {
  monitoring = true
}

# ok: tf-aws-watching-missing
resource "aws_s3_bucket" "bad13" {
  name = "x"
}

# ruleid: tf-aws-watching-missing
resource "aws_globalaccelerator_accelerator" "bad14" {
  name = "x"
}

# ok: tf-aws-watching-missing
resource "aws_rds_cluster_instance" "bad15" {
  name = "x"
}

# ok: tf-aws-watching-missing
resource "aws_db_instance" "bad16" {
  name = "x"
}

# ruleid: tf-aws-open-settings
resource "aws_dms_replication_instance" "bad1" {
  publicly_accessible = true
}

# ok: tf-aws-open-settings
resource "aws_dms_replication_instance" "good1" {
  publicly_accessible = false
}

# ruleid: tf-aws-open-settings
resource "aws_redshift_cluster" "bad2" {
  publicly_accessible = true
}

# ok: tf-aws-open-settings
resource "aws_redshift_cluster" "good2" {
  publicly_accessible = false
}

# ruleid: tf-aws-open-settings
resource "aws_rds_cluster_instance" "bad3" {
  publicly_accessible = true
}

# ok: tf-aws-open-settings
resource "aws_rds_cluster_instance" "good3" {
  publicly_accessible = false
}

# ruleid: tf-aws-open-settings
resource "aws_db_instance" "bad4" {
  publicly_accessible = true
}

# ok: tf-aws-open-settings
resource "aws_db_instance" "good4" {
  publicly_accessible = false
}

# ruleid: tf-aws-open-settings
resource "aws_redshiftserverless_workgroup" "bad5" {
  publicly_accessible = true
}

# ok: tf-aws-open-settings
resource "aws_redshiftserverless_workgroup" "good5" {
  publicly_accessible = false
}

# ruleid: tf-aws-open-settings
resource "aws_redshift_cluster" "bad6" {
  name = "x"
}

# ruleid: tf-aws-open-settings
resource "aws_mq_broker" "bad7" {
  publicly_accessible = true
}

# ok: tf-aws-open-settings
resource "aws_mq_broker" "good6" {
  publicly_accessible = false
}

# ruleid: tf-aws-open-settings
resource "aws_transfer_server" "bad8" {
  name = "x"
}

# ruleid: tf-aws-open-settings
resource "aws_transfer_server" "bad9" {
  endpoint_type = "PUBLIC"
}

# ruleid: tf-aws-open-settings
resource "aws_sagemaker_notebook_instance" "bad10" {
  name = "x"
}

# ruleid: tf-aws-open-settings
resource "aws_sagemaker_notebook_instance" "bad11" {
  direct_internet_access = "Enabled"
}

# ruleid: tf-aws-open-settings
resource "aws_sagemaker_notebook_instance" "bad12" {
  name = "x"
}

# ruleid: tf-aws-open-settings
resource "aws_s3_bucket_public_access_block" "bad13" {
  name = "x"
}

# ruleid: tf-aws-open-settings
resource "aws_s3_bucket_public_access_block" "bad14" {
  name = "x"
}

# ruleid: tf-aws-open-settings
resource "aws_s3_bucket_public_access_block" "bad15" {
  name = "x"
}

# ruleid: tf-aws-open-settings
resource "aws_s3_bucket_public_access_block" "bad16" {
  name = "x"
}

# ruleid: tf-aws-guard-missing
resource "aws_db_instance" "bad1" {
  name = "x"
}

# ok: tf-aws-guard-missing
resource "aws_db_instance" "good1" {
  deletion_protection = true
  auto_minor_version_upgrade = true
  multi_az = true
  copy_tags_to_snapshot = true
  iam_database_authentication_enabled = true
}

# ruleid: tf-aws-guard-missing
resource "aws_rds_cluster" "bad2" {
  name = "x"
}

# ok: tf-aws-guard-missing
resource "aws_rds_cluster" "good2" {
  deletion_protection = true
  copy_tags_to_snapshot = true
  iam_database_authentication_enabled = true
}

# ok: tf-aws-guard-missing
resource "aws_docdb_cluster" "bad3" {
  name = "x"
}

# ok: tf-aws-guard-missing
resource "aws_docdb_cluster" "good3" {
  deletion_protection = true
}

# ok: tf-aws-guard-missing
resource "aws_neptune_cluster" "bad4" {
  name = "x"
}

# ok: tf-aws-guard-missing
resource "aws_neptune_cluster" "good4" {
  deletion_protection = true
}

# ok: tf-aws-guard-missing
resource "aws_rds_global_cluster" "bad5" {
  name = "x"
}

# ok: tf-aws-guard-missing
resource "aws_rds_global_cluster" "good5" {
  deletion_protection = true
}

# ruleid: tf-aws-guard-missing
resource "aws_db_instance" "bad6" {
  deletion_protection = false
}

# ruleid: tf-aws-guard-missing
resource "aws_rds_cluster" "bad7" {
  deletion_protection = false
}

# ruleid: tf-aws-guard-missing
resource "aws_docdb_cluster" "bad8" {
  deletion_protection = false
}

# ruleid: tf-aws-guard-missing
resource "aws_neptune_cluster" "bad9" {
  deletion_protection = false
}

# ok: tf-aws-guard-missing
resource "aws_rds_global_cluster" "bad10" {
  deletion_protection = false
}

# ok: tf-aws-guard-missing
resource "aws_lb" "bad11" {
  name = "x"
}

# ok: tf-aws-guard-missing
resource "aws_lb" "good6" {
  enable_deletion_protection = true
}

# ok: tf-aws-guard-missing
resource "aws_alb" "bad12" {
  name = "x"
}

# ruleid: tf-aws-guard-missing
resource "aws_lb" "bad13" {
  enable_deletion_protection = false
}

# ruleid: tf-aws-guard-missing
resource "aws_alb" "bad14" {
  enable_deletion_protection = false
}

# ruleid: tf-aws-guard-missing
resource "aws_networkfirewall_firewall" "bad15" {
  delete_protection = false
}

# ok: tf-aws-guard-missing
resource "aws_mq_broker" "bad16" {
  name = "x"
}
