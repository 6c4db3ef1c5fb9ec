resource "aws_security_group" "open" {
  # ruleid: tf-ingress-from-everywhere
  ingress {
    from_port   = 22
    to_port     = 22
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_security_group" "closed" {
  # ok: tf-ingress-from-everywhere
  ingress {
    from_port   = 22
    cidr_blocks = ["10.0.0.0/8"]
  }
  # ok: tf-ingress-from-everywhere
  egress {
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "google_compute_firewall" "ssh" {
  # ruleid: tf-ingress-from-everywhere
  source_ranges = ["0.0.0.0/0"]
}

resource "aws_vpc_security_group_ingress_rule" "ssh" {
  from_port = 22
  # ruleid: tf-ingress-from-everywhere
  cidr_ipv4 = "0.0.0.0/0"
}

resource "aws_vpc_security_group_egress_rule" "out" {
  # ok: tf-ingress-from-everywhere
  cidr_ipv4 = "0.0.0.0/0"
}

module "nodes" {
  ingress_rules = {
    office = { cidr_ipv4 = "10.0.0.0/8" }
  }
  egress_rules = {
    # ok: tf-ingress-from-everywhere
    all = { cidr_ipv4 = "0.0.0.0/0" }
  }
}

resource "azurerm_network_security_rule" "out" {
  direction = "Outbound"
  # ok: tf-ingress-from-everywhere
  source_address_prefix = "*"
}

module "files" {
  # ruleid: tf-storage-public
  acl = "public-read"
  # ok: tf-storage-public
  acl = "private"
}

module "database" {
  # ruleid: tf-storage-public
  publicly_accessible = true
  # ok: tf-storage-public
  publicly_accessible = false
  # ruleid: tf-encryption-off
  storage_encrypted = false
  # ok: tf-encryption-off
  storage_encrypted = true
}

module "accounts" {
  # ruleid: tf-encryption-off
  min_tls_version = "TLS1_0"
  # ok: tf-encryption-off
  min_tls_version = "TLS1_2"
}

data "aws_iam_policy_document" "all" {
  statement {
    # ruleid: tf-iam-wildcard
    actions = ["*"]
  }
  statement {
    # ok: tf-iam-wildcard
    actions = ["s3:GetObject"]
  }
}

resource "google_project_iam_member" "robot" {
  # ruleid: tf-iam-wildcard
  role = "roles/owner"
  # ok: tf-iam-wildcard
  role = "roles/storage.objectViewer"
}

resource "aws_instance" "web" {
  metadata_options {
    # ruleid: tf-metadata-token-optional
    http_tokens = "optional"
    # ok: tf-metadata-token-optional
    http_tokens = "required"
    # ok: tf-metadata-token-optional
    http_endpoint = "enabled"
  }
}

resource "aws_launch_template" "web" {
  # ruleid: tf-metadata-token-optional
  metadata_options { http_tokens = "optional" }
}

module "network" {
  # ruleid: tf-module-unpinned
  source = "git::https://example.org/network.git"
  # ruleid: tf-module-unpinned
  source = "github.com/example/network"
  # ok: tf-module-unpinned
  source = "git::https://example.org/network.git?ref=v1.2.0"
  # ok: tf-module-unpinned
  source = "./modules/network"
}

resource "google_compute_firewall" "denies" {
  deny {
    protocol = "all"
  }
  # ok: tf-ingress-from-everywhere
  source_ranges = ["0.0.0.0/0"]
}

resource "google_compute_firewall" "web" {
  allow {
    protocol = "tcp"
    ports    = ["443"]
  }
  # ok: tf-ingress-from-everywhere
  source_ranges = ["0.0.0.0/0"]
}

resource "azurerm_network_security_rule" "last" {
  access                = "Deny"
  direction             = "Inbound"
  # ok: tf-ingress-from-everywhere
  source_address_prefix = "*"
}

resource "azurerm_network_security_rule" "leaves" {
  # ok: tf-ingress-from-everywhere
  source_address_prefix = "*"
  access                = "Allow"
  direction             = "Outbound"
}

resource "aws_security_group" "web" {
  # ok: tf-ingress-from-everywhere
  ingress {
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
  # ruleid: tf-ingress-from-everywhere
  ingress {
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_security_group_rule" "web" {
  # ok: tf-ingress-from-everywhere
  type        = "ingress"
  from_port   = 443
  to_port     = 443
  cidr_blocks = ["0.0.0.0/0"]
}

# ok: tf-storage-public
# acl = "public-read"

data "aws_iam_policy_document" "tls_only" {
  statement {
    effect = "Deny"
    # ok: tf-iam-wildcard
    actions   = ["*"]
    resources = ["*"]
    principals {
      type        = "*"
      identifiers = ["*"]
    }
  }
  statement {
    # ruleid: tf-iam-wildcard
    actions   = ["*"]
    resources = ["*"]
  }
}
