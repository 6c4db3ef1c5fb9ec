# ruleid: tf-any-secret-in-code
password = "Sup3rS3cret"

# ruleid: tf-any-secret-in-code
master_password = "hunter2hunter2"

provider "aws" {
  # ruleid: tf-any-secret-in-code
  secret_key = "wJalrXUtnFEMIbPxRfiCY"
}

# ok: tf-any-secret-in-code
password = var.password

# ok: tf-any-secret-in-code
secret_key_name = "x"

# ok: tf-any-secret-in-code
password = "${random_password.db.result}"

# ok: tf-any-secret-in-code
secret_arn = "arn:aws:secretsmanager:eu-west-1:1:secret:db"

# ruleid: tf-any-state-unencrypted
terraform {
  backend "s3" {
    bucket = "state"
    key    = "shop"
  }
}


# ok: tf-any-state-unencrypted
terraform {
  backend "s3" {
    bucket  = "state"
    key     = "shop"
    encrypt = true
  }
}


# ok: tf-any-state-unencrypted
terraform {
  backend "gcs" {
    bucket = "state"
  }
}


# ruleid: tf-any-state-unencrypted
address = "http://state.internal/shop"

# ruleid: tf-any-module-unversioned
module "vpc" {
  source = "terraform-aws-modules/vpc/aws"
}


# ruleid: tf-any-module-unversioned
source = "git::https://git.example/vpc.git?ref=main"

# ok: tf-any-module-unversioned
module "pinned" {
  source  = "terraform-aws-modules/vpc/aws"
  version = "5.8.1"
}


# ok: tf-any-module-unversioned
module "local" {
  source = "./modules/vpc"
}


# ok: tf-any-module-unversioned
source = "git::https://git.example/vpc.git?ref=4f1c2d3"

provisioner "local-exec" {
  # ruleid: tf-any-command-run
  command = "deploy.sh ${var.name}"
}

# ruleid: tf-any-command-run
data "external" "secret" {
  program = ["sh", "get.sh"]
}


provisioner "local-exec" {
  # ok: tf-any-command-run
  command = "./deploy.sh"
}

# ok: tf-any-command-run
data "aws_ami" "image" {
  owners = ["amazon"]
}


# ruleid: tf-any-repository-open
resource "github_repository" "open" {
  name       = "x"
  visibility = "public"
}


# ruleid: tf-any-repository-open
resource "github_branch_protection" "weak" {
  pattern             = "main"
  allows_force_pushes = true
}


# ok: tf-any-repository-open
resource "github_repository" "closed" {
  name       = "x"
  visibility = "private"
}


# ok: tf-any-repository-open
resource "github_branch_protection" "strong" {
  pattern             = "main"
  allows_force_pushes = false
}

