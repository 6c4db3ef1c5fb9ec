<?php
// ruleid: php-tls-verify-off
curl_setopt($handle, CURLOPT_SSL_VERIFYPEER, false);
// ruleid: php-tls-verify-off
$options = [CURLOPT_SSL_VERIFYHOST => 0];
// ruleid: php-tls-verify-off
$context = stream_context_create(['ssl' => ['verify_peer' => false]]);
// ok: php-tls-verify-off
curl_setopt($handle, CURLOPT_SSL_VERIFYPEER, true);
// ok: php-tls-verify-off
// curl_setopt($handle, CURLOPT_SSL_VERIFYPEER, false);
// ok: php-tls-verify-off
curl_setopt($handle, CURLOPT_SSL_VERIFYHOST, 2);
// ruleid: php-password-fast-hash
$stored = md5($password);
// ruleid: php-password-fast-hash
$stored = hash('sha256', $salt . $user->password);
// ok: php-password-fast-hash
$stored = password_hash($password, PASSWORD_DEFAULT);
// ok: php-password-fast-hash
$etag = md5($body);
// ruleid: php-token-from-mt-rand
$token = md5(uniqid());
// ruleid: php-token-from-mt-rand
$resetCode = mt_rand(100000, 999999);
// ok: php-token-from-mt-rand
$token = bin2hex(random_bytes(32));
// ok: php-token-from-mt-rand
$delay = mt_rand(1, 10);
// ruleid: php-secret-compared-loosely
if ($signature == $expected) accept();
// ruleid: php-secret-compared-loosely
if (hash_hmac('sha256', $body, $key) != $given) refuse();
// ok: php-secret-compared-loosely
if (hash_equals($expected, $signature)) accept();
// ok: php-secret-compared-loosely
if ($token == null) refuse();
// ruleid: php-debug-output
phpinfo();
// ruleid: php-debug-output
ini_set('display_errors', 1);
// ok: php-debug-output
ini_set('display_errors', 0);
// ok: php-debug-output
$text = print_r($order, true);
// ruleid: php-error-silenced
$data = @file_get_contents($path);
// ruleid: php-error-silenced
@unlink($path);
// ok: php-error-silenced
$data = file_get_contents($path);
// ok: php-error-silenced
$mail = 'file@unlinked.example';

try {
    save($order);
// ruleid: php-empty-catch
} catch (\Exception $e) {
}

try {
    save($order);
// ruleid: php-empty-catch
} catch (InvalidOrder | SaveFailed) { }

try {
    save($order);
// ok: php-empty-catch
} catch (SaveFailed $e) {
    throw new OrderFailed($order, $e);
}

try {
    save($order);
// ok: php-empty-catch
} catch (SaveFailed $e) { log($e); }
