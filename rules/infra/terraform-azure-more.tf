# ruleid: tf-azure-more-open
resource "azurerm_storage_account" "bad1" {
  public_network_access_enabled = true
}

# ok: tf-azure-more-open
resource "azurerm_storage_account" "good1" {
  public_network_access_enabled = false
  network_rules {
    default_action = "Deny"
  }
  allow_nested_items_to_be_public = false
  allow_blob_public_access = false
  shared_access_key_enabled = false
  enable_https_traffic_only = true
  https_traffic_only_enabled = true
}

# ok: tf-azure-more-open
resource "azurerm_key_vault" "bad2" {
  public_network_access_enabled = true
}

# ok: tf-azure-more-open
resource "azurerm_key_vault" "good2" {
  public_network_access_enabled = false
  network_acls {
    default_action = "Deny"
    enabled = true
  }
}

# ruleid: tf-azure-more-open
resource "azurerm_container_registry" "bad3" {
  public_network_access_enabled = true
}

# ok: tf-azure-more-open
resource "azurerm_container_registry" "good3" {
  public_network_access_enabled = false
  admin_enabled = false
  anonymous_pull_enabled = false
}

# ruleid: tf-azure-more-open
resource "azurerm_cosmosdb_account" "bad4" {
  public_network_access_enabled = true
}

# ok: tf-azure-more-open
resource "azurerm_cosmosdb_account" "good4" {
  public_network_access_enabled = false
}

# ruleid: tf-azure-more-open
resource "azurerm_mssql_server" "bad5" {
  public_network_access_enabled = true
}

# ok: tf-azure-more-open
resource "azurerm_mssql_server" "good5" {
  public_network_access_enabled = false
}

# ruleid: tf-azure-more-open
resource "azurerm_postgresql_server" "bad6" {
  public_network_access_enabled = true
}

# ok: tf-azure-more-open
resource "azurerm_postgresql_server" "good6" {
  public_network_access_enabled = false
}

# ruleid: tf-azure-more-open
resource "azurerm_mysql_server" "bad7" {
  public_network_access_enabled = true
}

# ruleid: tf-azure-more-open
resource "azurerm_mariadb_server" "bad8" {
  public_network_access_enabled = true
}

# ok: tf-azure-more-open
resource "azurerm_redis_cache" "bad9" {
  name = "x"
}

# ok: tf-azure-more-open
resource "azurerm_batch_account" "bad10" {
  name = "x"
}

# ok: tf-azure-more-open
resource "azurerm_iothub" "bad11" {
  name = "x"
}

# ok: tf-azure-more-open
resource "azurerm_kusto_cluster" "bad12" {
  name = "x"
}

# ok: tf-azure-more-open
resource "azurerm_linux_web_app" "bad13" {
  name = "x"
}

# ok: tf-azure-more-open
resource "azurerm_windows_web_app" "bad14" {
  name = "x"
}

# ok: tf-azure-more-open
resource "azurerm_linux_function_app" "bad15" {
  name = "x"
}

# ok: tf-azure-more-open
resource "azurerm_windows_function_app" "bad16" {
  name = "x"
}

# ruleid: tf-azure-guard-missing
resource "azurerm_app_service" "bad1" {
  name = "x"
}

# ok: tf-azure-guard-missing
resource "azurerm_app_service" "good1" {
  identity {
    type = "SystemAssigned"
  }
  logs {
    detailed_error_messages_enabled = true
    failed_request_tracing_enabled = true
    http_logs {
      enabled = true
    }
  }
  site_config {
    http2_enabled = true
    min_tls_version = "1.2"
  }
  storage_account {
    enabled = true
  }
}

# ruleid: tf-azure-guard-missing
resource "azurerm_linux_web_app" "bad2" {
  name = "x"
}

# ok: tf-azure-guard-missing
resource "azurerm_linux_web_app" "good2" {
  identity {
    type = "SystemAssigned"
  }
  logs {
    detailed_error_messages = true
    failed_request_tracing = true
    http_logs {
      enabled = true
    }
  }
  site_config {
    http2_enabled = true
    minimum_tls_version = "1.2"
  }
}

# ruleid: tf-azure-guard-missing
resource "azurerm_windows_web_app" "bad3" {
  name = "x"
}

# ok: tf-azure-guard-missing
resource "azurerm_windows_web_app" "good3" {
  identity {
    type = "SystemAssigned"
  }
  logs {
    detailed_error_messages = true
    failed_request_tracing = true
    http_logs {
      enabled = true
    }
  }
  site_config {
    http2_enabled = true
    minimum_tls_version = "1.2"
  }
}

# ok: tf-azure-guard-missing
resource "azurerm_function_app" "bad4" {
  name = "x"
}

# ok: tf-azure-guard-missing
resource "azurerm_function_app" "good4" {
  identity {
    type = "SystemAssigned"
  }
  site_config {
    http2_enabled = true
    min_tls_version = "1.2"
  }
  enable_builtin_logging = true
}

# ok: tf-azure-guard-missing
resource "azurerm_linux_function_app" "bad5" {
  name = "x"
}

# ok: tf-azure-guard-missing
resource "azurerm_linux_function_app" "good5" {
  identity {
    type = "SystemAssigned"
  }
  site_config {
    http2_enabled = true
    minimum_tls_version = "1.2"
  }
  builtin_logging_enabled = true
}

# ok: tf-azure-guard-missing
resource "azurerm_windows_function_app" "bad6" {
  name = "x"
}

# ok: tf-azure-guard-missing
resource "azurerm_windows_function_app" "good6" {
  identity {
    type = "SystemAssigned"
  }
  site_config {
    http2_enabled = true
    minimum_tls_version = "1.2"
  }
  builtin_logging_enabled = true
}

# ok: tf-azure-guard-missing
resource "azurerm_data_factory" "bad7" {
  name = "x"
}

# ok: tf-azure-guard-missing
resource "azurerm_container_group" "bad8" {
  name = "x"
}

# ruleid: tf-azure-guard-missing
resource "azurerm_app_service" "bad9" {
  logs {
    detailed_error_messages_enabled = false
  }
}

# ruleid: tf-azure-guard-missing
resource "azurerm_linux_web_app" "bad10" {
  logs {
    detailed_error_messages = false
  }
}

# ruleid: tf-azure-guard-missing
resource "azurerm_windows_web_app" "bad11" {
  logs {
    detailed_error_messages = false
  }
}

# ruleid: tf-azure-guard-missing
resource "azurerm_app_service" "bad12" {
  logs {
    failed_request_tracing_enabled = false
  }
}

# ruleid: tf-azure-guard-missing
resource "azurerm_linux_web_app" "bad13" {
  logs {
    failed_request_tracing = false
  }
}

# ruleid: tf-azure-guard-missing
resource "azurerm_windows_web_app" "bad14" {
  logs {
    failed_request_tracing = false
  }
}

# ruleid: tf-azure-guard-missing
resource "azurerm_app_service" "bad15" {
  site_config {
    http2_enabled = false
  }
}

# ok: tf-azure-guard-missing
resource "azurerm_function_app" "bad16" {
  site_config {
    http2_enabled = false
  }
}
