<?php
// ruleid: php-hardcoded-password
$dbPassword = 'xK9#plum-42';
// ruleid: php-hardcoded-password
$config = ['api_key' => '9f8e7d6c5b4a39281706'];
// ok: php-hardcoded-password
$password = getenv('DB_PASSWORD');
// ok: php-hardcoded-password
$rules = ['password' => 'required|min:8'];
// ok: php-hardcoded-password
$passwordField = 'user_password';
// ruleid: php-connect-password-literal
$link = mysqli_connect('db', 'app', 'Zx81spectrum');
// ruleid: php-connect-password-literal
$db = new PDO($dsn, 'app', 'Zx81spectrum');
// ok: php-connect-password-literal
$link = mysqli_connect('db', 'app', getenv('PW'));
// ok: php-connect-password-literal
$db = new PDO($dsn, $user, $password);
// ruleid: php-hash-weak
$sum = hash('md5', $data);
// ok: php-hash-weak
$sum = hash('sha256', $data);
// ruleid: php-cipher-weak
$out = openssl_encrypt($data, 'des-ede3-cbc', $key);
// ruleid: php-cipher-weak
$out = openssl_encrypt($data, 'aes-128-ecb', $key);
// ok: php-cipher-weak
$out = openssl_encrypt($data, 'aes-256-gcm', $key, 0, $iv, $tag);
// ruleid: php-password-hash-weak
$hash = password_hash($password, PASSWORD_BCRYPT, ['cost' => 4]);
// ruleid: php-password-hash-weak
$hash = crypt($password, 'ab');
// ok: php-password-hash-weak
$hash = password_hash($password, PASSWORD_DEFAULT);
// ruleid: php-cookie-flags-missing
setcookie('session', $id);
// ruleid: php-cookie-flags-missing
setcookie('session', $id, $end, '/', 'example.com', false, true);
// ok: php-cookie-flags-missing
setcookie('session', $id, $end, '/', 'example.com', true, true);
// ok: php-cookie-flags-missing
setcookie('session', '', time() - 3600);
// ruleid: php-cookie-setting-off
ini_set('session.cookie_httponly', 0);
// ruleid: php-cookie-setting-off
return_config(['secure' => false]);
// ok: php-cookie-setting-off
ini_set('session.cookie_httponly', 1);
// ruleid: php-cors-any-origin
header('Access-Control-Allow-Origin: *');
// ok: php-cors-any-origin
header('Access-Control-Allow-Origin: https://app.example.com');
// ruleid: php-csrf-off
$form = create(['csrf_protection' => false]);
// ok: php-csrf-off
$form = create(['csrf_protection' => true]);
function newToken()
{
    // ruleid: php-random-for-key
    return md5(mt_rand());
}
function pickColour($list)
{
    // ok: php-random-for-key
    return $list[mt_rand(0, 3)];
}
// ruleid: php-openssl-random-weak
$bytes = openssl_random_pseudo_bytes(16);
// ok: php-openssl-random-weak
$bytes = random_bytes(16);
// ruleid: php-jwt-unverified
$claims = JWT::decode($token, null, false);
// ok: php-jwt-unverified
$claims = JWT::decode($token, new Key($key, 'HS256'));
try {
    run();
} catch (Exception $e) {
    // ruleid: php-exception-to-client
    echo $e->getTraceAsString();
    // ruleid: php-exception-to-client
    echo $e->getMessage();
    // ok: php-exception-to-client
    echo 'Something failed';
    // ok: php-exception-to-client
    error_log($e->getMessage());
}
// ruleid: php-secret-logged
error_log('login with ' . $password);
// ruleid: php-secret-logged
Log::info('token', [$user->api_key]);
// ok: php-secret-logged
error_log('login of ' . $name);
// ok: php-secret-logged
Log::info('password was reset for ' . $user->id);
// ruleid: php-mode-for-everyone
chmod($file, 0777);
// ruleid: php-mode-for-everyone
mkdir($dir, 0777, true);
// ok: php-mode-for-everyone
mkdir($dir, 0755, true);
// ruleid: php-debug-setting-on
$settings = ['debug' => true];
// ruleid: php-debug-setting-on
define('WP_DEBUG', true);
// ok: php-debug-setting-on
$settings = ['debug' => env('APP_DEBUG', false)];
function isAllowed($user)
{
    // ruleid: php-fail-open
    try {
        return check($user);
    } catch (Exception $e) {
        return true;
    }
}
function isValid($user)
{
    // ok: php-fail-open
    try {
        return check($user);
    } catch (Exception $e) {
        return false;
    }
}
// ruleid: php-errors-off
error_reporting(0);
// ok: php-errors-off
error_reporting(E_ALL);
// ruleid: php-regexp-code-flag
preg_replace('/(.*)/e', 'strtoupper("\\1")', $text);
// ok: php-regexp-code-flag
preg_replace('/(.*)/i', 'x', $text);
// ok: php-regexp-code-flag
preg_replace('/note/', 'x', $text);
// ruleid: php-loose-role-check
if (strcmp($a, $b) == 0) { go(); }
// ok: php-loose-role-check
if (strcmp($a, $b) === 0) { go(); }
// ruleid: php-redirect-without-exit
if (!isset($_SESSION['user'])) {
    header('Location: /login');
}
// ok: php-redirect-without-exit
if (!isset($_SESSION['user'])) {
    header('Location: /login');
    exit;
}
// ruleid: php-check-commented
// $this->authorize('update', $post);
run();
// ok: php-check-commented
// The post is updated below.
$this->authorize('update', $post);
// ruleid: php-install-unsigned
eval(file_get_contents('https://example.com/install.php'));
// ok: php-install-unsigned
$text = file_get_contents('https://example.com/data.json');
// ok: php-cookie-flags-missing
setcookie("id", $id, ["httponly" => true, "secure" => true]);
