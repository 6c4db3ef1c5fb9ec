<?php
// ruleid: php-request-data-executed
system('ping -c1 ' . $_GET['host']);
// ruleid: php-request-data-executed
$state = unserialize($_COOKIE['state']);
// ruleid: php-request-data-executed
include $_GET['page'] . '.php';
// ruleid: php-request-data-executed
eval($_POST['code']);
// ok: php-request-data-executed
system('ping -c' . (int) $_GET['count'] . ' localhost');
// ok: php-request-data-executed
include 'pages/' . basename($_GET['page']) . '.php';
// ok: php-request-data-executed
$pdo->exec($_GET['name']);
// ok: php-request-data-executed
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
// ruleid: php-request-echoed
echo "<h1>" . $_GET['title'] . "</h1>";
// ruleid: php-request-echoed
print $_POST['name'];
// ruleid: php-request-echoed
?><a href="<?= $_SERVER['PHP_SELF'] ?>">again</a><?php
// ok: php-request-echoed
echo (int) $_GET['page'];
// ok: php-request-echoed
echo "<h1>Title</h1>";
// ruleid: php-request-path
readfile('/srv/files/' . $_GET['name']);
// ruleid: php-request-path
header('Location: ' . $_GET['next']);
// ruleid: php-request-path
$page = file_get_contents($_POST['url']);
// ok: php-request-path
readfile('/srv/files/' . basename($_GET['name']));
// ok: php-request-path
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
