<?php
$id = $_GET['id'];
// ruleid: php-sql-from-request
$rows = $db->query("SELECT * FROM users WHERE id = $id");
$sql = "SELECT * FROM users WHERE name = '" . $_POST['name'] . "'";
// ruleid: php-sql-from-request
$result = mysqli_query($link, $sql);
// ruleid: php-sql-from-request
DB::select("SELECT * FROM users WHERE name = '" . $request->input('name') . "'");
// ruleid: php-sql-from-request
$users = User::query()->whereRaw("name = '" . $request->name() . $request->get('n') . "'");
// ok: php-sql-from-request
$rows = $db->query("SELECT * FROM users WHERE id = " . (int) $_GET['id']);
// ok: php-sql-from-request
$statement = $db->prepare("SELECT * FROM users WHERE id = ?");
// ok: php-sql-from-request
$statement->execute([$id]);
$name = mysqli_real_escape_string($link, $_POST['name']);
// ok: php-sql-from-request
mysqli_query($link, "SELECT * FROM users WHERE name = '$name'");

function byName($db, $name, $table)
{
    $sql = "SELECT * FROM users WHERE name = '$name'";
    // ruleid: php-sql-built-then-run
    $db->query($sql);
    // ruleid: php-sql-built-then-run
    mysqli_query($db, 'DELETE FROM users WHERE name = "' . $name . '"');
    // ok: php-sql-built-then-run
    $db->query("SELECT * FROM users WHERE id = " . (int) $name);
    // ok: php-sql-built-then-run
    $db->query("SELECT * FROM users WHERE kind = 'a'");
    // ok: php-sql-built-then-run
    $logger->info("SELECT * FROM users WHERE name = '$name'");
}

// ruleid: php-command-from-request
system('ping -c1 ' . $_GET['host']);
$host = $_POST['host'];
// ruleid: php-command-from-request
$out = shell_exec("nslookup $host");
// ruleid: php-command-from-request
$out = `nslookup {$host}`;
// ok: php-command-from-request
system('ping -c1 ' . escapeshellarg($_GET['host']));
// ok: php-command-from-request
system('ping -c' . (int) $_GET['count'] . ' localhost');
// ok: php-command-from-request
$pdo->exec($_GET['name']);
// ruleid: php-code-from-request
eval($_POST['code']);
$callback = $_GET['callback'];
// ruleid: php-code-from-request
call_user_func($callback, 1);
// ruleid: php-code-from-request
preg_replace($_GET['pattern'], 'x', $text);
// ok: php-code-from-request
call_user_func('strtoupper', $_GET['text']);
// ok: php-code-from-request
eval('return 1;');
$page = $_GET['page'];
// ruleid: php-include-from-request
include $page . '.php';
// ruleid: php-include-from-request
require_once('pages/' . $_GET['page']);
// ok: php-include-from-request
include 'pages/' . basename($_GET['page']) . '.php';
// ok: php-include-from-request
require 'vendor/autoload.php';
if (!in_array($page, ['home', 'about'], true)) {
    exit;
}
// ok: php-include-from-request
include "pages/$page.php";
// ruleid: php-unserialize-from-request
$state = unserialize($_COOKIE['state']);
$blob = base64_decode($_POST['blob']);
// ruleid: php-unserialize-from-request
$state = unserialize($blob);
// ok: php-unserialize-from-request
$state = unserialize($blob, ['allowed_classes' => false]);
// ok: php-unserialize-from-request
$state = json_decode($_COOKIE['state']);
// ruleid: php-path-from-request
readfile('/srv/files/' . $_GET['name']);
$file = $_REQUEST['file'];
// ruleid: php-path-from-request
$text = file_get_contents("data/$file");
// ruleid: php-path-from-request
unlink($file);
// ok: php-path-from-request
readfile('/srv/files/' . basename($_GET['name']));
// ok: php-path-from-request
readfile('/srv/files/motd');
// ruleid: php-url-from-request
$curl = curl_init($_GET['url']);
$url = $_POST['url'];
// ruleid: php-url-from-request
curl_setopt($curl, CURLOPT_URL, $url);
// ok: php-url-from-request
$curl = curl_init('https://api.example.com/users/' . $_GET['id']);
// ok: php-url-from-request
curl_setopt($curl, CURLOPT_URL, 'https://api.example.com/');
// ruleid: php-redirect-from-request
header('Location: ' . $_GET['next']);
// ruleid: php-redirect-from-request
redirect($request->input('next'));
// ok: php-redirect-from-request
header('Location: /users/' . $_GET['id']);
// ok: php-redirect-from-request
header('Content-Type: ' . $_GET['type']);
// ok: php-redirect-from-request
header('Location: /login?next=' . urlencode($_GET['next']));
// ruleid: php-request-echoed
echo "<h1>" . $_GET['title'] . "</h1>";
$title = $_POST['title'];
// ruleid: php-request-echoed
print $title;
// ruleid: php-request-echoed
echo "<h1>$title</h1>";
// ok: php-request-echoed
echo htmlspecialchars($title);
// ok: php-request-echoed
echo (int) $_GET['page'];
// ok: php-request-echoed
echo "<h1>Title</h1>";
// ruleid: php-request-echoed-short
?><a href="<?= $_SERVER['PHP_SELF'] ?>">again</a><?php
// ruleid: php-request-echoed-short
?><b><?= $_GET['name'] ?></b><?php
// ok: php-request-echoed-short
?><b><?= htmlspecialchars($_GET['name']) ?></b><?php
// ok: php-request-echoed-short
?><b><?= $name ?></b><?php
$shown = $_GET['shown'];
// ruleid: php-request-echoed
?><b><?= $shown ?></b><?php
// ruleid: php-request-echoed
?><b><?= "Hello " . $shown; ?></b><?php
// ok: php-request-echoed
?><b><?= htmlspecialchars($shown) ?></b><?php
// ok: php-request-echoed
?><b><?= $other ?></b><?php
// ruleid: php-xpath-from-request
$xpath->query("//user[@name='" . $_GET['name'] . "']");
// ruleid: php-xpath-from-request
$xml->xpath("//user[name='{$_POST['name']}']");
// ok: php-xpath-from-request
$xpath->query("//user");
// ruleid: php-ldap-from-request
ldap_search($ldap, 'dc=x', '(uid=' . $_GET['uid'] . ')');
// ruleid: php-ldap-from-request
ldap_bind($ldap, "uid={$_POST['uid']},dc=x", $password);
// ok: php-ldap-from-request
ldap_search($ldap, 'dc=x', '(uid=' . ldap_escape($_GET['uid'], '', LDAP_ESCAPE_FILTER) . ')');
// ruleid: php-template-from-request
$twig->createTemplate('Hello ' . $_GET['name']);
// ruleid: php-template-from-request
Blade::render($_POST['template']);
// ok: php-template-from-request
$twig->render('hello.html', ['name' => $_GET['name']]);
// ok: php-template-from-request
$twig->createTemplate('Hello {{ name }}');
// ruleid: php-xml-entities-loaded
$dom->loadXML($xml, LIBXML_NOENT | LIBXML_DTDLOAD);
// ruleid: php-xml-entities-loaded
simplexml_load_string($xml, 'SimpleXMLElement', LIBXML_NOENT);
// ok: php-xml-entities-loaded
$dom->loadXML($xml, LIBXML_NONET);
// ok: php-xml-entities-loaded
simplexml_load_string($xml);
// ruleid: php-upload-name-kept
move_uploaded_file($_FILES['f']['tmp_name'], 'uploads/' . $_FILES['f']['name']);
// ruleid: php-upload-name-kept
$photo->storeAs('photos', $photo->getClientOriginalName());
// ok: php-upload-name-kept
move_uploaded_file($_FILES['f']['tmp_name'], 'uploads/' . uniqid() . '.png');
// ok: php-upload-name-kept
$photo->store('photos');
// ruleid: php-mail-header-from-request
mail($to, 'Hello', $text, 'From: ' . $_POST['from']);
// ok: php-mail-header-from-request
mail($to, 'Hello', $_POST['text'], 'From: app@example.com');
// ok: php-mail-header-from-request
mail($to, 'Hello', $text, 'From: ' . filter_var($_POST['from'], FILTER_VALIDATE_EMAIL));
// ruleid: php-regexp-from-request
preg_match('/' . $_GET['q'] . '/', $text);
// ok: php-regexp-from-request
preg_match('/' . preg_quote($_GET['q'], '/') . '/', $text);
// ok: php-regexp-from-request
preg_match('/^a+$/', $_GET['q']);
// ruleid: php-variables-from-request
parse_str($_SERVER['QUERY_STRING']);
// ok: php-variables-from-request
parse_str($_SERVER['QUERY_STRING'], $values);
// ruleid: php-code-from-request
$callback($text);
