void run(CURL *curl, SSL_CTX *ctx, char *p, const char *path, const char *password)
{
	// ruleid: c-privilege-result-ignored
	setuid(uid);
	// ruleid: c-privilege-result-ignored
	(void)chdir("/");
	// ok: c-privilege-result-ignored
	if (setuid(uid) != 0) abort();
	// ok: c-privilege-result-ignored
	rc = setgid(gid);
	// ruleid: c-realloc-loses-pointer
	p = realloc(p, size);
	// ruleid: c-realloc-loses-pointer
	list->items = (int *)realloc(list->items, size);
	// ok: c-realloc-loses-pointer
	q = realloc(p, size);
	// ok: c-realloc-loses-pointer
	p = malloc(size);
	// ruleid: cpp-empty-catch
	try { save(); } catch (...) {}
	// ruleid: cpp-empty-catch
	try { save(); } catch (const std::exception &e) { }
	// ok: cpp-empty-catch
	try { save(); } catch (const std::exception &e) { report(e); }
	// ok: cpp-empty-catch
	try { save(); } catch (...) { throw; }
	// ruleid: c-temporary-name
	name = tmpnam(buf);
	// ruleid: c-temporary-name
	mktemp(template_name);
	// ok: c-temporary-name
	fd = mkstemp(template_name);
	// ok: c-temporary-name
	f = tmpfile();
	// ruleid: c-file-mode-open
	chmod(path, 0777);
	// ruleid: c-file-mode-open
	umask(0);
	// ok: c-file-mode-open
	chmod(path, 0640);
	// ok: c-file-mode-open
	umask(077);
	// ruleid: c-tls-verify-off
	curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 0L);
	// ruleid: c-tls-verify-off
	curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, false);
	// ok: c-tls-verify-off
	curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 1L);
	// ok: c-tls-verify-off
	curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, 2L);
	// ruleid: c-tls-verify-none
	SSL_CTX_set_verify(ctx, SSL_VERIFY_NONE, NULL);
	// ruleid: c-tls-verify-none
	mbedtls_ssl_conf_authmode(&conf, MBEDTLS_SSL_VERIFY_NONE);
	// ok: c-tls-verify-none
	SSL_CTX_set_verify(ctx, SSL_VERIFY_PEER, NULL);
	// ok: c-tls-verify-none
	mode = SSL_CTX_get_verify_mode(ctx);
	// ruleid: c-secret-logged
	printf("password is %s\n", password);
	// ruleid: c-secret-logged
	syslog(LOG_DEBUG, "key %s", config->api_key);
	// ok: c-secret-logged
	printf("password changed\n");
	// ok: c-secret-logged
	printf("%zu\n", password_len);
}
