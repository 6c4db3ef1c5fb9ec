# ruleid: tf-azure-http-allowed
resource "azurerm_app_service" "bad41" {
  name = "x"
}

# ok: tf-azure-http-allowed
resource "azurerm_app_service" "good41" {
  name = "x"
  https_only = true
}

# ruleid: tf-azure-http-allowed
resource "azurerm_linux_web_app" "bad42" {
  name = "x"
}

# ok: tf-azure-http-allowed
resource "azurerm_linux_web_app" "good42" {
  name = "x"
  https_only = true
}

# ruleid: tf-azure-http-allowed
resource "azurerm_windows_web_app" "bad43" {
  name = "x"
}

# ok: tf-azure-http-allowed
resource "azurerm_windows_web_app" "good43" {
  name = "x"
  https_only = true
}

# ruleid: tf-azure-http-allowed
resource "azurerm_function_app" "bad44" {
  name = "x"
}

# ok: tf-azure-http-allowed
resource "azurerm_function_app" "good44" {
  name = "x"
  https_only = true
}

# ruleid: tf-azure-tls-old
min_tls_version = "TLS1_0"

# ruleid: tf-azure-tls-old
minimum_tls_version = "1.1"

# ruleid: tf-azure-tls-old
enable_backend_tls10 = true

# ok: tf-azure-tls-old
min_tls_version = "TLS1_2"

# ok: tf-azure-tls-old
minimum_tls_version = "1.2"

# ok: tf-azure-tls-old
enable_backend_tls10 = false

# ruleid: tf-azure-network-open
resource "azurerm_container_registry" "bad45" {
  name = "x"
}

# ok: tf-azure-network-open
resource "azurerm_container_registry" "good45" {
  name = "x"
  public_network_access_enabled = false
}

# ruleid: tf-azure-network-open
resource "azurerm_key_vault" "bad46" {
  name = "x"
}

# ok: tf-azure-network-open
resource "azurerm_key_vault" "good46" {
  name = "x"
  public_network_access_enabled = false
}

# ruleid: tf-azure-network-open
resource "azurerm_mssql_server" "bad47" {
  name = "x"
}

# ok: tf-azure-network-open
resource "azurerm_mssql_server" "good47" {
  name = "x"
  public_network_access_enabled = false
}

# ruleid: tf-azure-network-open
resource "azurerm_postgresql_server" "bad48" {
  name = "x"
}

# ok: tf-azure-network-open
resource "azurerm_postgresql_server" "good48" {
  name = "x"
  public_network_access_enabled = false
}

# ruleid: tf-azure-default-allow
resource "azurerm_storage_account_network_rules" "open" {
  default_action = "Allow"
}


# ruleid: tf-azure-default-allow
resource "azurerm_storage_container" "open" {
  name                  = "x"
  container_access_type = "blob"
}


# ruleid: tf-azure-default-allow
resource "azurerm_key_vault" "open" {
  name = "x"
  network_acls {
    bypass         = "AzureServices"
    default_action = "Allow"
  }
}


# ok: tf-azure-default-allow
resource "azurerm_storage_account_network_rules" "closed" {
  default_action = "Deny"
}


# ok: tf-azure-default-allow
resource "azurerm_storage_container" "closed" {
  name                  = "x"
  container_access_type = "private"
}


# ruleid: tf-azure-admin-login
admin_enabled = true

# ruleid: tf-azure-admin-login
disable_password_authentication = false

# ruleid: tf-azure-admin-login
local_auth_enabled = true

# ok: tf-azure-admin-login
admin_enabled = false

# ok: tf-azure-admin-login
disable_password_authentication = true

# ok: tf-azure-admin-login
local_auth_enabled = false

# ruleid: tf-azure-local-login-left-on
resource "azurerm_cosmosdb_account" "bad49" {
  name = "x"
}

# ok: tf-azure-local-login-left-on
resource "azurerm_cosmosdb_account" "good49" {
  name = "x"
  local_authentication_disabled = true
}

# ruleid: tf-azure-local-login-left-on
resource "azurerm_cognitive_account" "bad50" {
  name = "x"
}

# ok: tf-azure-local-login-left-on
resource "azurerm_cognitive_account" "good50" {
  name = "x"
  local_auth_enabled = false
}

# ruleid: tf-azure-local-login-left-on
resource "azurerm_eventgrid_topic" "bad51" {
  name = "x"
}

# ok: tf-azure-local-login-left-on
resource "azurerm_eventgrid_topic" "good51" {
  name = "x"
  local_auth_enabled = false
}

# ruleid: tf-azure-local-login-left-on
resource "azurerm_eventgrid_domain" "bad52" {
  name = "x"
}

# ok: tf-azure-local-login-left-on
resource "azurerm_eventgrid_domain" "good52" {
  name = "x"
  local_auth_enabled = false
}

# ruleid: tf-azure-cluster-open
resource "azurerm_kubernetes_cluster" "open" {
  name = "x"
}


# ruleid: tf-azure-cluster-open
resource "azurerm_kubernetes_cluster" "no_roles" {
  name                              = "x"
  private_cluster_enabled           = true
  role_based_access_control_enabled = false
}


# ok: tf-azure-cluster-open
resource "azurerm_kubernetes_cluster" "private" {
  name                    = "x"
  private_cluster_enabled = true
}


# ok: tf-azure-cluster-open
resource "azurerm_kubernetes_cluster" "known" {
  name = "x"
  api_server_access_profile {
    authorized_ip_ranges = ["198.51.100.0/24"]
  }
}


# ruleid: tf-azure-app-unauthenticated
resource "azurerm_app_service" "bad53" {
  name = "x"
}

# ok: tf-azure-app-unauthenticated
resource "azurerm_app_service" "good53" {
  name = "x"
  auth_settings {
    enabled = true
  }
}

# ruleid: tf-azure-app-unauthenticated
resource "azurerm_linux_web_app" "bad54" {
  name = "x"
  auth_settings {
    enabled = false
  }
}

# ok: tf-azure-app-unauthenticated
resource "azurerm_linux_web_app" "good54" {
  name = "x"
  auth_settings {
    enabled = true
  }
}

# ruleid: tf-azure-app-unauthenticated
resource "azurerm_windows_web_app" "bad55" {
  name = "x"
  auth_settings {
    enabled = false
  }
}

# ok: tf-azure-app-unauthenticated
resource "azurerm_windows_web_app" "good55" {
  name = "x"
  auth_settings {
    enabled = true
  }
}

# ruleid: tf-azure-app-debug
remote_debugging_enabled = true

# ruleid: tf-azure-app-debug
ftps_state = "AllAllowed"

# ruleid: tf-azure-app-debug
allowed_origins = ["*"]

# ok: tf-azure-app-debug
remote_debugging_enabled = false

# ok: tf-azure-app-debug
ftps_state = "FtpsOnly"

# ok: tf-azure-app-debug
allowed_origins = ["https://shop.example"]

# ruleid: tf-azure-disk-unencrypted
resource "azurerm_managed_disk" "bad56" {
  name = "x"
}

# ok: tf-azure-disk-unencrypted
resource "azurerm_managed_disk" "good56" {
  name = "x"
  disk_encryption_set_id = "x"
}

# ruleid: tf-azure-disk-unencrypted
resource "azurerm_windows_virtual_machine" "bad57" {
  name = "x"
}

# ok: tf-azure-disk-unencrypted
resource "azurerm_windows_virtual_machine" "good57" {
  name = "x"
  encryption_at_host_enabled = true
}

# ruleid: tf-azure-disk-unencrypted
resource "azurerm_linux_virtual_machine_scale_set" "bad58" {
  name = "x"
}

# ok: tf-azure-disk-unencrypted
resource "azurerm_linux_virtual_machine_scale_set" "good58" {
  name = "x"
  encryption_at_host_enabled = true
}

# ruleid: tf-azure-disk-unencrypted
resource "azurerm_windows_virtual_machine_scale_set" "bad59" {
  name = "x"
}

# ok: tf-azure-disk-unencrypted
resource "azurerm_windows_virtual_machine_scale_set" "good59" {
  name = "x"
  encryption_at_host_enabled = true
}

# ruleid: tf-azure-vault-purge
resource "azurerm_key_vault" "bad60" {
  name = "x"
}

# ok: tf-azure-vault-purge
resource "azurerm_key_vault" "good60" {
  name = "x"
  purge_protection_enabled = true
}

# ruleid: tf-azure-vault-purge
resource "azurerm_app_configuration" "bad61" {
  name = "x"
}

# ok: tf-azure-vault-purge
resource "azurerm_app_configuration" "good61" {
  name = "x"
  purge_protection_enabled = true
}

# ok: tf-azure-network-open
resource "azurerm_key_vault" "limited" {
  network_acls {
    default_action = "Deny"
    bypass         = "AzureServices"
  }
}
