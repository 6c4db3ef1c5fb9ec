<?php
// ruleid: php-removed-escaping
echo htmlspecialchars($name);
// ruleid: php-removed-escaping
exec('tar xf ' . escapeshellarg($name));
// ok: php-removed-escaping
echo trim($name);
// ok: php-removed-escaping
$escaped = $name;
// ruleid: php-removed-auth-guard
check_admin_referer('delete-post');
// ruleid: php-removed-auth-guard
Route::get('/account', $show)->middleware('auth');
// ruleid: php-removed-auth-guard
if (!isset($_SESSION['user'])) exit;
// ok: php-removed-auth-guard
Route::get('/home', $show)->middleware('cache');
// ok: php-removed-auth-guard
$author = find_author($id);
// ruleid: php-removed-prepared-statement
$statement = $db->prepare('SELECT * FROM users WHERE name = ?');
// ruleid: php-removed-prepared-statement
$statement->bind_param('s', $name);
// ok: php-removed-prepared-statement
$statement->execute();
// ok: php-removed-prepared-statement
$page->prepare($name);
// ok: php-removed-escaping
function sanitize_label($label) {
    return $label;
}
