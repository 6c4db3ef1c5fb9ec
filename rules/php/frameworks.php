<?php
function convert($name) {
    // ruleid: php-command-from-parameter
    exec("convert " . $name);
    // ok: php-command-from-parameter
    exec("convert " . escapeshellarg($name));
}
function calculate($formula) {
    // ruleid: php-code-from-parameter
    eval("return " . $formula . ";");
    // ok: php-code-from-parameter
    return json_decode($formula);
}
function show($page) {
    // ruleid: php-include-parameter
    include("pages/" . $page);
    // ok: php-include-parameter
    include("pages/" . basename($page));
}
// ruleid: php-unserialize-not-constant
$state = unserialize($text);
// ok: php-unserialize-not-constant
$state = unserialize($text, ["allowed_classes" => false]);

$class = $_GET["class"];
// ruleid: php-class-from-request
$object = new $class();
$type = TYPES[$_GET["type"]];
// ok: php-class-from-request
$object = new $type();

// ruleid: php-session-key-from-request
$_SESSION[$_GET["key"]] = 1;
// ok: php-session-key-from-request
$_SESSION["cart"] = $_GET["cart"];

while ($row = mysqli_fetch_assoc($result)) {
    // ruleid: php-stored-value-echoed
    echo "<li>" . $row["comment"] . "</li>";
    // ok: php-stored-value-echoed
    echo "<li>" . htmlspecialchars($row["comment"]) . "</li>";
}

// ruleid: php-dangerous-function
$f = create_function('$a', 'return $a;');
// ok: php-dangerous-function
$f = fn ($a) => $a;
// ruleid: php-info-shown
phpinfo();
// ok: php-info-shown
phpversion();
// ruleid: php-ftp-or-plain
$c = ftp_connect("files.example.org");
// ok: php-ftp-or-plain
$c = ftp_ssl_connect("files.example.org");
// ruleid: php-ldap-anonymous
ldap_bind($c);
// ok: php-ldap-anonymous
ldap_bind($c, $dn, $password);
// ruleid: php-hash-compared-loosely
if (md5($password) == $stored) { login(); }
// ok: php-hash-compared-loosely
if (hash_equals($stored, md5($password))) { login(); }
// ruleid: php-crypto-weak-use
$e = openssl_encrypt($text, "aes-256-ecb", $key);
// ok: php-crypto-weak-use
$e = openssl_encrypt($text, "aes-256-gcm", $key, 0, $iv, $tag);
// ruleid: php-random-any-secret
$token = md5(uniqid(rand(), true));
// ok: php-random-any-secret
$token = bin2hex(random_bytes(16));
// ok: php-random-any-secret
$delay = rand(1, 5);
// ruleid: php-tls-old
curl_setopt($ch, CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1);
// ok: php-tls-old
curl_setopt($ch, CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2);
// ruleid: php-cookie-call-weak
setcookie("id", $id, 0, "/", "", false, true);
// ok: php-cookie-call-weak
setcookie("id", $id, 0, "/", "", true, true);
$config = [
    // ruleid: php-laravel-setting-weak
    'http_only' => false,
    // ok: php-laravel-setting-weak
    'http_only' => true,
    // ruleid: php-laravel-setting-weak
    'same_site' => null,
    // ok: php-laravel-setting-weak
    'same_site' => 'lax',
];
class Post extends Model {
    // ruleid: php-model-unguarded
    protected $guarded = [];
    // ok: php-model-unguarded
    protected $fillable = ['title'];
}
// ruleid: php-model-unguarded
Post::create($request->all());
// ok: php-model-unguarded
Post::create($request->validated());
// ruleid: php-orm-text-built
$rows = DB::select("select * from posts where name = '$name'");
// ok: php-orm-text-built
$rows = DB::select("select * from posts where name = ?", [$name]);
// ruleid: php-orm-text-built
$q->where("u.name = '" . $name . "'");
// ok: php-orm-text-built
$q->where("u.name = :name");
// ruleid: php-wordpress-hook-open
add_action("wp_ajax_nopriv_save", "save");
// ok: php-wordpress-hook-open
add_action("wp_ajax_save", "save");
// ruleid: php-wordpress-value-used
wp_redirect($target);
// ok: php-wordpress-value-used
wp_redirect("/done");
// ruleid: php-wordpress-config-weak
define("DISALLOW_FILE_EDIT", false);
// ok: php-wordpress-config-weak
define("DISALLOW_FILE_EDIT", true);
// ruleid: php-ini-weak
ini_set("display_errors", "1");
// ok: php-ini-weak
ini_set("display_errors", "0");
// ruleid: php-header-policy-weak
header("Access-Control-Allow-Origin: *");
// ok: php-header-policy-weak
header("Access-Control-Allow-Origin: https://shop.example.org");
if (password_verify($password, $user["hash"])) {
    // ruleid: php-session-not-renewed
    $_SESSION["user"] = $user["id"];
    // ok: php-session-not-renewed
    $_SESSION["theme"] = $user["theme"];
}
// ruleid: php-upload-unchecked
move_uploaded_file($tmp, "up/" . $_FILES["f"]["name"]);
// ok: php-upload-unchecked
move_uploaded_file($tmp, "up/" . $id . ".png");
// ruleid: php-archive-extracted
$zip->extractTo($dir);
// ok: php-archive-extracted
$zip->extractTo($dir, ["readme.txt"]);
// ruleid: php-file-deleted-variable
unlink($filename);
// ok: php-file-deleted-variable
unlink($this->lock);
// ruleid: php-mass-variables
extract($_POST);
// ok: php-mass-variables
extract($this->defaults);
// ruleid: php-password-plain-call
$db = new mysqli("db", "shop", "p{{sluice:8}}");
// ok: php-password-plain-call
$db = new mysqli("db", "shop", getenv("DB_PASSWORD"));
// ruleid: php-replace-or-check-weak
$path = str_replace("../", "", $path);
// ok: php-replace-or-check-weak
$path = basename($path);
// ruleid: php-log-from-request
error_log("user " . $_GET["user"]);
// ok: php-log-from-request
error_log("user " . json_encode($_GET["user"]));
// ruleid: php-catastrophic-regexp
preg_match("/^(a+)+$/", $text);
// ok: php-catastrophic-regexp
preg_match("/^(ab)+$/", $text);
