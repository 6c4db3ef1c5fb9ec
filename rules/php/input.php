<?php
system('ping -c1 ' . $_GET['host']);
$state = unserialize($_COOKIE['state']);
include $_GET['page'] . '.php';
eval($_POST['code']);
system('ping -c' . (int) $_GET['count'] . ' localhost');
include 'pages/' . basename($_GET['page']) . '.php';
$pdo->exec($_GET['name']);
system('sync');
// ruleid: php-command-variable
exec("tar xf $name");
// ruleid: php-command-variable
shell_exec('git log ' . $name);
// ok: php-command-variable
exec('sync');
// ok: php-command-variable
$pdo->exec("PRAGMA user_version = $version");
// ruleid: php-code-variable
eval('return ' . $expression . ';');
// ruleid: php-code-variable
include $page . '.php';
// ok: php-code-variable
include __DIR__ . '/pages/home.php';
// ok: php-code-variable
require 'vendor/autoload.php';
// ruleid: php-unserialize-variable
$state = unserialize($blob);
// ruleid: php-unserialize-variable
$state = unserialize(base64_decode($blob));
// ok: php-unserialize-variable
$state = unserialize($blob, ['allowed_classes' => false]);
// ok: php-unserialize-variable
$state = json_decode($blob);
echo "<h1>" . $_GET['title'] . "</h1>";
print $_POST['name'];
?><a href="<?= $_SERVER['PHP_SELF'] ?>">again</a><?php
echo (int) $_GET['page'];
echo "<h1>Title</h1>";
readfile('/srv/files/' . $_GET['name']);
header('Location: ' . $_GET['next']);
$page = file_get_contents($_POST['url']);
readfile('/srv/files/' . basename($_GET['name']));
header('Location: /home');
// ruleid: php-mass-assignment
User::create($request->all());
// ruleid: php-mass-assignment
extract($_POST);
// ok: php-mass-assignment
User::create($request->only(['name', 'email']));
// ok: php-mass-assignment
extract($defaults);
// ruleid: php-output-escaped-seen
$title = htmlspecialchars($title);
// ruleid: php-output-escaped-seen
$cell = '<td>' . esc_html($name) . '</td>';
// ok: php-output-escaped-seen
$cell = '<td>' . $name . '</td>';
// ok: php-output-escaped-seen
$name = trim($name);
