<?php
$rows = $db->query("SELECT * FROM users WHERE name = '" . $_GET['name'] . "'");
mysqli_query($link, "DELETE FROM users WHERE id = $_POST[id]");
$rows = DB::select("SELECT * FROM users WHERE name = '{$_REQUEST['name']}'");
$rows = $db->query("SELECT * FROM users WHERE id = " . (int) $_GET['id']);
$rows = $db->query("SELECT * FROM users WHERE active = 1");
$statement->execute([$_GET['name']]);
// ruleid: php-sql-variable-interpolated
$sql = "SELECT * FROM users WHERE name = '$name'";
// ruleid: php-sql-variable-interpolated
$sql = 'SELECT * FROM users WHERE name = "' . $name . '"';
// ok: php-sql-variable-interpolated
$sql = 'SELECT * FROM users WHERE name = ?';
// ok: php-sql-variable-interpolated
$sql = "SELECT * FROM users WHERE id = " . intval($id);
// ok: php-sql-variable-interpolated
$label = "Select an entry from '$name'";
// ruleid: php-orm-raw-interpolated
$users = User::query()->whereRaw("name = '$name'")->get();
// ruleid: php-orm-raw-interpolated
$users = $query->orderByRaw('field(' . $order . ')')->get();
// ok: php-orm-raw-interpolated
$users = $query->whereRaw('lower(name) = ?', [$name])->get();
// ok: php-orm-raw-interpolated
$count = DB::raw('count(*)');
// ruleid: php-prepared-statement-seen
$statement = $db->prepare('SELECT * FROM users WHERE name = ?');
// ruleid: php-prepared-statement-seen
$statement->bindValue(':name', $name);
// ruleid: php-prepared-statement-seen
$users = User::where('name', $name)->get();
// ok: php-prepared-statement-seen
$statement = $db->prepare($sql);
// ok: php-prepared-statement-seen
$users = $list->filter($name);
