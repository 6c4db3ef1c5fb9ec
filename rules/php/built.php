<?php

function rows($pdo, $name) {
    $sql = sprintf("SELECT * FROM u WHERE n = '%s'", $name);
    // ruleid: php-sql-pieces-run
    $pdo->query($sql);
    $sql = "SELECT * FROM u";
    $sql .= " WHERE n = '$name'";
    // ruleid: php-sql-pieces-run
    $pdo->query($sql);
}

function rowsBound($pdo, $name) {
    $sql = "SELECT * FROM u";
    $sql .= " WHERE n = ?";
    // ok: php-sql-pieces-run
    $st = $pdo->prepare($sql);
    $sql = sprintf("SELECT * FROM u WHERE id = %d", (int) $name);
    // ok: php-sql-pieces-run
    $pdo->query($sql);
    $sql = "SELECT * FROM u WHERE n = " . $pdo->quote($name);
    // ok: php-sql-pieces-run
    $pdo->query($sql);
    $table = 'u';
    // ok: php-sql-pieces-run
    $pdo->query("SELECT * FROM " . $table);
}


function picked($name, $x) {
    // ruleid: php-function-of-variable
    call_user_func($name, $x);
    // ruleid: php-function-of-variable
    $call = new ReflectionFunction($name);
}

function pickedKnown($name, $x) {
    // ok: php-function-of-variable
    call_user_func('strtoupper', $x);
    // ok: php-function-of-variable
    call_user_func([$this, 'go'], $x);
    // ok: php-function-of-variable
    call_user_func(self::HANDLER, $x);
}


function vars($data, $text) {
    // ruleid: php-extract-of-variable
    extract($data);
    // ruleid: php-extract-of-variable
    parse_str($text);
}

function varsKept($data, $text) {
    // ok: php-extract-of-variable
    extract($data, EXTR_SKIP);
    // ok: php-extract-of-variable
    parse_str($text, $out);
    // ok: php-extract-of-variable
    extract(['a' => 1]);
}


function found($name, $text) {
    // ruleid: php-regexp-of-variable
    return preg_replace("/" . $name . "/", "b", $text);
}

function foundQuoted($name, $text) {
    // ok: php-regexp-of-variable
    $out = preg_replace("/" . preg_quote($name, "/") . "/", "b", $text);
    // ok: php-regexp-of-variable
    return preg_match("/" . self::NAME . "/", $text);
}


// ruleid: php-header-from-request
header("X-Mode: " . $_GET['mode']);
// ok: php-header-from-request
header("X-Mode: " . (int) $_GET['mode']);
// ok: php-header-from-request
header("X-Mode: fixed");
// ok: php-header-from-request
header("Content-Disposition: attachment; filename=" . rawurlencode($_GET['name']));


// ruleid: php-secret-of-the-clock
$session_id = md5(time());
// ruleid: php-secret-of-the-clock
$reset_token = sha1(uniqid() . $user);

// ok: php-secret-of-the-clock
$session_id = bin2hex(random_bytes(16));
// ok: php-secret-of-the-clock
$cacheKey = md5(time());


function login($row) {
    // ruleid: php-password-stored-plain
    return $_POST['password'] == $row['password'];
}

function loginHashed($row) {
    // ok: php-password-stored-plain
    $same = $_POST['password'] === $_POST['password_confirm'];
    // ok: php-password-stored-plain
    return password_verify($_POST['password'], $row['password']) && $row['active'] == 1;
}


// ruleid: php-temporary-name-fixed
file_put_contents("/tmp/app.log", $line);
// ok: php-temporary-name-fixed
file_put_contents(tempnam("/tmp", "a"), $line);
// ok: php-temporary-name-fixed
$text = fopen("/tmp/app.log", "r");


function show($request) {
    // ruleid: php-laravel-path-from-request
    return Storage::get($request->input("file"));
}

function showNamed($request) {
    // ok: php-laravel-path-from-request
    return Storage::get(basename($request->input("file")));
}

