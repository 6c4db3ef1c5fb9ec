# ruleid: tf-aws-storage-unencrypted
resource "aws_ebs_volume" "bad1" {
  name = "x"
}

# ok: tf-aws-storage-unencrypted
resource "aws_ebs_volume" "good1" {
  name = "x"
  encrypted = true
}

# ruleid: tf-aws-storage-unencrypted
resource "aws_db_instance" "bad2" {
  name = "x"
}

# ok: tf-aws-storage-unencrypted
resource "aws_db_instance" "good2" {
  name = "x"
  storage_encrypted = true
}

# ruleid: tf-aws-storage-unencrypted
resource "aws_rds_cluster" "bad3" {
  name = "x"
}

# ok: tf-aws-storage-unencrypted
resource "aws_rds_cluster" "good3" {
  name = "x"
  storage_encrypted = true
}

# ruleid: tf-aws-storage-unencrypted
resource "aws_efs_file_system" "bad4" {
  name = "x"
}

# ok: tf-aws-storage-unencrypted
resource "aws_efs_file_system" "good4" {
  name = "x"
  encrypted = true
}

# ruleid: tf-aws-block-device-unencrypted
resource "aws_launch_configuration" "bad5" {
  name = "x"
}

# ok: tf-aws-block-device-unencrypted
resource "aws_launch_configuration" "good5" {
  name = "x"
  root_block_device {
    encrypted = true
  }
}

# ruleid: tf-aws-block-device-unencrypted
resource "aws_instance" "bad6" {
  name = "x"
  root_block_device {
    encrypted = false
  }
}

# ok: tf-aws-block-device-unencrypted
resource "aws_instance" "good6" {
  name = "x"
  root_block_device {
    encrypted = true
  }
  ebs_block_device {
    encrypted = true
  }
}

# ruleid: tf-aws-block-device-unencrypted
resource "aws_instance" "bad7" {
  name = "x"
  ebs_block_device {
    encrypted = false
  }
}

# ok: tf-aws-block-device-unencrypted
resource "aws_instance" "good7" {
  name = "x"
  root_block_device {
    encrypted = true
  }
  ebs_block_device {
    encrypted = true
  }
}

# ruleid: tf-aws-block-device-unencrypted
resource "aws_launch_template" "bad8" {
  name = "x"
  block_device_mappings {
    ebs {
      encrypted = false
    }
  }
}

# ok: tf-aws-block-device-unencrypted
resource "aws_launch_template" "good8" {
  name = "x"
  block_device_mappings {
    ebs {
      encrypted = true
    }
  }
}

# ruleid: tf-aws-messages-unencrypted
resource "aws_sns_topic" "bad9" {
  name = "x"
}

# ok: tf-aws-messages-unencrypted
resource "aws_sns_topic" "good9" {
  name = "x"
  kms_master_key_id = "alias/aws/sns"
}

# ruleid: tf-aws-messages-unencrypted
resource "aws_sqs_queue" "bad10" {
  name = "x"
  sqs_managed_sse_enabled = false
}

# ok: tf-aws-messages-unencrypted
resource "aws_sqs_queue" "good10" {
  name = "x"
  sqs_managed_sse_enabled = true
}

# ruleid: tf-aws-messages-unencrypted
resource "aws_kinesis_stream" "bad11" {
  name = "x"
}

# ok: tf-aws-messages-unencrypted
resource "aws_kinesis_stream" "good11" {
  name = "x"
  encryption_type = "KMS"
}

# ruleid: tf-aws-messages-unencrypted
resource "aws_kinesis_firehose_delivery_stream" "bad12" {
  name = "x"
}

# ok: tf-aws-messages-unencrypted
resource "aws_kinesis_firehose_delivery_stream" "good12" {
  name = "x"
  server_side_encryption {
    enabled = true
  }
}

# ruleid: tf-aws-transport-unencrypted
resource "aws_elasticache_replication_group" "bad13" {
  name = "x"
}

# ok: tf-aws-transport-unencrypted
resource "aws_elasticache_replication_group" "good13" {
  name = "x"
  transit_encryption_enabled = true
}

# ruleid: tf-aws-transport-unencrypted
resource "aws_memorydb_cluster" "bad14" {
  name = "x"
  tls_enabled = false
}

# ok: tf-aws-transport-unencrypted
resource "aws_memorydb_cluster" "good14" {
  name = "x"
  tls_enabled = true
}

# ruleid: tf-aws-transport-unencrypted
resource "aws_appsync_api_cache" "bad15" {
  name = "x"
}

# ok: tf-aws-transport-unencrypted
resource "aws_appsync_api_cache" "good15" {
  name = "x"
  transit_encryption_enabled = true
}

# ruleid: tf-aws-transport-unencrypted
resource "aws_elasticsearch_domain" "bad16" {
  name = "x"
}

# ok: tf-aws-transport-unencrypted
resource "aws_elasticsearch_domain" "good16" {
  name = "x"
  node_to_node_encryption {
    enabled = true
  }
  domain_endpoint_options {
    enforce_https = true
  }
}

# ruleid: tf-aws-listener-http
resource "aws_lb_listener" "plain" {
  port     = 80
  protocol = "HTTP"
  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.web.arn
  }
}


# ruleid: tf-aws-listener-http
viewer_protocol_policy = "allow-all"

# ok: tf-aws-listener-http
resource "aws_lb_listener" "redirect" {
  port     = 80
  protocol = "HTTP"
  default_action {
    type = "redirect"
    redirect {
      port        = "443"
      protocol    = "HTTPS"
      status_code = "HTTP_301"
    }
  }
}


# ok: tf-aws-listener-http
resource "aws_lb_listener" "tls" {
  port     = 443
  protocol = "HTTPS"
}


# ok: tf-aws-listener-http
viewer_protocol_policy = "redirect-to-https"

# ruleid: tf-aws-tls-policy-old
ssl_policy = "ELBSecurityPolicy-2016-08"

# ruleid: tf-aws-tls-policy-old
security_policy = "TLS_1_0"

# ruleid: tf-aws-tls-policy-old
minimum_protocol_version = "TLSv1"

# ok: tf-aws-tls-policy-old
ssl_policy = "ELBSecurityPolicy-TLS13-1-2-2021-06"

# ok: tf-aws-tls-policy-old
security_policy = "TLS_1_2"

# ok: tf-aws-tls-policy-old
minimum_protocol_version = "TLSv1.2_2021"

# ruleid: tf-aws-log-missing
resource "aws_lb" "bad17" {
  name = "x"
}

# ok: tf-aws-log-missing
resource "aws_lb" "good17" {
  name = "x"
  access_logs {
    enabled = true
  }
}

# ruleid: tf-aws-log-missing
resource "aws_alb" "bad18" {
  name = "x"
}

# ok: tf-aws-log-missing
resource "aws_alb" "good18" {
  name = "x"
  access_logs {
    enabled = true
  }
}

# ruleid: tf-aws-log-missing
resource "aws_elb" "bad19" {
  name = "x"
}

# ok: tf-aws-log-missing
resource "aws_elb" "good19" {
  name = "x"
  access_logs {
    bucket = "logs"
  }
}

# ruleid: tf-aws-log-missing
resource "aws_cloudfront_distribution" "bad20" {
  name = "x"
}

# ok: tf-aws-log-missing
resource "aws_cloudfront_distribution" "good20" {
  name = "x"
  logging_config {
    bucket = "logs"
  }
}

# ruleid: tf-aws-trail-incomplete
resource "aws_cloudtrail" "partial" {
  name                  = "x"
  is_multi_region_trail = true
}

# ruleid: tf-aws-trail-incomplete
resource "aws_cloudtrail" "off" {
  name                       = "x"
  is_multi_region_trail      = false
  enable_log_file_validation = true
}

# ok: tf-aws-trail-incomplete
resource "aws_cloudtrail" "whole" {
  name                       = "x"
  is_multi_region_trail      = true
  enable_log_file_validation = true
}

# ok: tf-aws-trail-incomplete
resource "aws_cloudwatch_log_group" "other" {
  name = "x"
}

# ruleid: tf-aws-key-not-rotated
resource "aws_kms_key" "bad23" {
  name = "x"
}

# ok: tf-aws-key-not-rotated
resource "aws_kms_key" "good23" {
  name = "x"
  enable_key_rotation = true
}

# ruleid: tf-aws-key-not-rotated
resource "aws_kms_key" "off24" {
  enable_key_rotation = false
}

# ok: tf-aws-key-not-rotated
resource "unrelated_thing" "other24" {
  name = "x"
}

# ruleid: tf-aws-registry-tags-mutable
resource "aws_ecr_repository" "bad25" {
  name = "x"
}

# ok: tf-aws-registry-tags-mutable
resource "aws_ecr_repository" "good25" {
  name = "x"
  image_tag_mutability = "IMMUTABLE"
  image_scanning_configuration {
    scan_on_push = true
  }
}

# ruleid: tf-aws-registry-tags-mutable
resource "aws_ecr_repository" "bad26" {
  name = "x"
  image_scanning_configuration {
    scan_on_push = false
  }
}

# ok: tf-aws-registry-tags-mutable
resource "aws_ecr_repository" "good26" {
  name = "x"
  image_tag_mutability = "IMMUTABLE"
  image_scanning_configuration {
    scan_on_push = true
  }
}

# ruleid: tf-aws-cluster-public
resource "aws_eks_cluster" "bad27" {
  name = "x"
}

# ok: tf-aws-cluster-public
resource "aws_eks_cluster" "good27" {
  name = "x"
  vpc_config {
    endpoint_public_access = false
  }
  vpc_config {
    public_access_cidrs = ["10.0.0.0/8"]
  }
}

# ruleid: tf-aws-cluster-public
resource "aws_eks_cluster" "bad28" {
  name = "x"
  vpc_config {
    public_access_cidrs = ["0.0.0.0/0"]
  }
}

# ok: tf-aws-cluster-public
resource "aws_eks_cluster" "good28" {
  name = "x"
  vpc_config {
    endpoint_public_access = false
  }
  vpc_config {
    public_access_cidrs = ["10.0.0.0/8"]
  }
}

# ruleid: tf-aws-cluster-secrets-plain
resource "aws_eks_cluster" "bad29" {
  name = "x"
}

# ok: tf-aws-cluster-secrets-plain
resource "aws_eks_cluster" "good29" {
  name = "x"
  encryption_config {
    resources = ["secrets"]
  }
}

# ok: tf-aws-cluster-secrets-plain
resource "unrelated_thing" "other29" {
  name = "x"
}

# ruleid: tf-aws-public-entry
authorization_type = "NONE"

# ruleid: tf-aws-public-entry
allow_unauthenticated_identities = true

# ok: tf-aws-public-entry
authorization_type = "AWS_IAM"

# ok: tf-aws-public-entry
allow_unauthenticated_identities = false

# ruleid: tf-aws-method-without-authorization
resource "aws_api_gateway_method" "open" {
  http_method   = "POST"
  authorization = "NONE"
}


# ruleid: tf-aws-method-without-authorization
resource "aws_lambda_permission" "any" {
  action    = "lambda:InvokeFunction"
  principal = "sns.amazonaws.com"
}


# ok: tf-aws-method-without-authorization
resource "aws_api_gateway_method" "preflight" {
  http_method   = "OPTIONS"
  authorization = "NONE"
}


# ok: tf-aws-method-without-authorization
resource "aws_api_gateway_method" "closed" {
  http_method   = "POST"
  authorization = "AWS_IAM"
}


# ok: tf-aws-method-without-authorization
resource "aws_lambda_permission" "topic" {
  action     = "lambda:InvokeFunction"
  principal  = "sns.amazonaws.com"
  source_arn = aws_sns_topic.jobs.arn
}


# ruleid: tf-aws-public-address
associate_public_ip_address = true

# ruleid: tf-aws-public-address
direct_internet_access = "Enabled"

# ok: tf-aws-public-address
associate_public_ip_address = false

# ok: tf-aws-public-address
map_public_ip_on_launch = var.public

# ruleid: tf-aws-metadata-token-missing
resource "aws_launch_template" "bad30" {
  name = "x"
}

# ok: tf-aws-metadata-token-missing
resource "aws_launch_template" "good30" {
  name = "x"
  metadata_options {
    http_tokens = "required"
  }
}

# ruleid: tf-aws-metadata-token-missing
resource "aws_launch_configuration" "bad31" {
  name = "x"
}

# ok: tf-aws-metadata-token-missing
resource "aws_launch_configuration" "good31" {
  name = "x"
  metadata_options {
    http_tokens = "required"
  }
}

# ruleid: tf-aws-metadata-token-missing
resource "aws_instance" "bad32" {
  name = "x"
}

# ok: tf-aws-metadata-token-missing
resource "aws_instance" "good32" {
  name = "x"
  metadata_options {
    http_tokens = "required"
  }
}

# ruleid: tf-aws-policy-admin
policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"

# ruleid: tf-aws-policy-admin
x = { actions = ["iam:*"] }

# ruleid: tf-aws-policy-admin
y = { Action = "s3:*" }

# ok: tf-aws-policy-admin
policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"

# ok: tf-aws-policy-admin
x = { actions = ["s3:GetObject"] }

# ok: tf-aws-policy-admin
y = { Action = "s3:Get*" }

data "aws_iam_policy_document" "wide" {
  statement {
    # ruleid: tf-aws-policy-escalates
    actions   = ["iam:PassRole"]
    resources = ["*"]
  }
}

data "aws_iam_policy_document" "reader" {
  statement {
    effect    = "Allow"
    # ruleid: tf-aws-policy-escalates
    actions   = ["secretsmanager:GetSecretValue", "kms:Decrypt"]
    resources = ["*"]
  }
}

data "aws_iam_policy_document" "narrow" {
  statement {
    # ok: tf-aws-policy-escalates
    actions   = ["iam:PassRole"]
    resources = [aws_iam_role.task.arn]
  }
}

data "aws_iam_policy_document" "list" {
  statement {
    # ok: tf-aws-policy-escalates
    actions   = ["s3:ListAllMyBuckets"]
    resources = ["*"]
  }
}

condition {
  test     = "StringLike"
  # ruleid: tf-aws-github-trust-wide
  variable = "token.actions.githubusercontent.com:sub"
  values   = ["repo:*"]
}

condition {
  test     = "StringLike"
  # ruleid: tf-aws-github-trust-wide
  variable = "token.actions.githubusercontent.com:sub"
  values   = ["*"]
}

condition {
  test     = "StringEquals"
  # ok: tf-aws-github-trust-wide
  variable = "token.actions.githubusercontent.com:sub"
  values   = ["repo:acme/shop:ref:refs/heads/main"]
}

condition {
  test     = "StringEquals"
  # ok: tf-aws-github-trust-wide
  variable = "token.actions.githubusercontent.com:aud"
  values   = ["sts.amazonaws.com"]
}

# ruleid: tf-aws-password-policy-weak
minimum_password_length = 6

# ruleid: tf-aws-password-policy-weak
minimum_length = 8

# ok: tf-aws-password-policy-weak
minimum_password_length = 14

# ok: tf-aws-password-policy-weak
minimum_length = var.length

# ruleid: tf-aws-privileged-container
privileged_mode = true

# ruleid: tf-aws-privileged-container
privileged = true

# ruleid: tf-aws-privileged-container
host_network = true

# ok: tf-aws-privileged-container
privileged_mode = false

# ok: tf-aws-privileged-container
privileged = var.privileged

# ok: tf-aws-privileged-container
root_access = "Disabled"

# ruleid: tf-aws-snapshot-or-image-shared
resource "aws_ami_launch_permission" "bad33" {
  name = "x"
  group = "all"
}

# ok: tf-aws-snapshot-or-image-shared
resource "aws_ami_launch_permission" "good33" {
  name = "x"
  group = "x"
}

# ruleid: tf-aws-snapshot-or-image-shared
resource "aws_db_snapshot" "bad34" {
  name = "x"
  shared_accounts = ["all"]
}

# ok: tf-aws-snapshot-or-image-shared
resource "aws_db_snapshot" "good34" {
  name = "x"
  shared_accounts = ["123456789012"]
}

# ruleid: tf-aws-snapshot-or-image-shared
resource "aws_emr_block_public_access_configuration" "bad35" {
  name = "x"
  block_public_security_group_rules = false
}

# ok: tf-aws-snapshot-or-image-shared
resource "aws_emr_block_public_access_configuration" "good35" {
  name = "x"
  block_public_security_group_rules = true
}

# ruleid: tf-aws-headers-unchecked
resource "aws_lb" "bad36" {
  name = "x"
}

# ok: tf-aws-headers-unchecked
resource "aws_lb" "good36" {
  name = "x"
  drop_invalid_header_fields = true
}

# ruleid: tf-aws-headers-unchecked
resource "aws_alb" "bad37" {
  name = "x"
}

# ok: tf-aws-headers-unchecked
resource "aws_alb" "good37" {
  name = "x"
  drop_invalid_header_fields = true
}

# ruleid: tf-aws-database-login-only-password
resource "aws_db_instance" "bad38" {
  name = "x"
  iam_database_authentication_enabled = false
}

# ok: tf-aws-database-login-only-password
resource "aws_db_instance" "good38" {
  name = "x"
  iam_database_authentication_enabled = true
}

# ruleid: tf-aws-database-login-only-password
resource "aws_rds_cluster" "bad39" {
  name = "x"
  iam_database_authentication_enabled = false
}

# ok: tf-aws-database-login-only-password
resource "aws_rds_cluster" "good39" {
  name = "x"
  iam_database_authentication_enabled = true
}

# ruleid: tf-aws-database-login-only-password
resource "aws_neptune_cluster" "bad40" {
  name = "x"
}

# ok: tf-aws-database-login-only-password
resource "aws_neptune_cluster" "good40" {
  name = "x"
  iam_database_authentication_enabled = true
}

# ruleid: tf-aws-deletable
deletion_protection = false

# ruleid: tf-aws-deletable
backup_retention_period = 0

# ok: tf-aws-deletable
deletion_protection = true

# ok: tf-aws-deletable
backup_retention_period = 7

# ruleid: tf-aws-network-acl-open
resource "aws_network_acl_rule" "ssh" {
  rule_action = "allow"
  from_port   = 22
  to_port     = 22
  cidr_block  = "0.0.0.0/0"
}


# ok: tf-aws-network-acl-open
resource "aws_network_acl_rule" "office" {
  rule_action = "allow"
  from_port   = 22
  to_port     = 22
  cidr_block  = "10.0.0.0/8"
}


# ok: tf-aws-network-acl-open
resource "aws_network_acl_rule" "none" {
  rule_action = "deny"
  from_port   = 22
  to_port     = 22
  cidr_block  = "0.0.0.0/0"
}


resource "aws_kms_key" "own" {
  enable_key_rotation = true
  policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::111122223333:root" }
      # ok: tf-aws-policy-admin
      Action    = "kms:*"
      Resource  = "*"
    }]
  })
}
