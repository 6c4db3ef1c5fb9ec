fn statements(db: &Client, name: &str, id: i64) {
    let sql = format!("SELECT * FROM users WHERE name = '{}'", name);
    // ruleid: rust-sql-formatted
    db.query(&sql, &[]);
    // ruleid: rust-sql-formatted
    sqlx::query(&format!("DELETE FROM users WHERE name = '{name}'"));
    // ok: rust-sql-formatted
    db.query("SELECT * FROM users WHERE name = $1", &[&name]);
    // ok: rust-sql-formatted
    sqlx::query("DELETE FROM users WHERE id = ?").bind(id);
}

fn commands(name: &str) {
    // ruleid: rust-shell-command
    Command::new("sh").arg("-c").arg(format!("tar xf {}", name)).status();
    // ruleid: rust-shell-command
    Command::new("/bin/bash").args(["-c", name]).status();
    // ok: rust-shell-command
    Command::new("sh").arg("-c").arg("sync; sync").status();
    // ok: rust-shell-command
    Command::new("tar").arg("xf").arg(name).status();
    let program = std::env::args().nth(1).unwrap();
    // ruleid: rust-command-from-input
    Command::new(program).status();
    let shell = env::var("SHELL").unwrap();
    // ruleid: rust-command-from-input
    Command::new(&shell).status();
    // ok: rust-command-from-input
    Command::new("ls").arg(&shell).status();
    // ok: rust-command-from-input
    Command::new(PROGRAM).status();
}

async fn download(Path(name): Path<String>) -> Vec<u8> {
    let path = PathBuf::from("/srv/files").join(name);
    // ruleid: rust-path-from-request
    tokio::fs::read(path).await
}

async fn page(name: web::Path<String>) -> NamedFile {
    // ruleid: rust-path-from-request
    NamedFile::open(format!("pages/{}", name))
}

async fn fixed(Path(id): Path<u32>) -> String {
    // ok: rust-path-from-request
    std::fs::read_to_string("/srv/files/index.html")
}

async fn counted(Path(name): Path<String>) -> String {
    let number = name.parse::<u32>();
    // ok: rust-path-from-request
    std::fs::read_to_string(format!("/srv/files/{}", number))
}

fn clients(skip: bool) {
    // ruleid: rust-tls-verify-off
    let a = Client::builder().danger_accept_invalid_certs(true).build();
    // ruleid: rust-tls-verify-optional
    let b = Client::builder().danger_accept_invalid_hostnames(skip).build();
    // ruleid: rust-tls-verify-optional
    let d = Client::builder().danger_accept_invalid_certs(options.insecure).build();
    // ok: rust-tls-verify-optional
    let e = Client::builder().danger_accept_invalid_certs(false).build();
    // ok: rust-tls-verify-optional
    let f = Client::builder().add_root_certificate(ca).build();
    // ruleid: rust-tls-verify-off
    let g = Client::builder().danger_accept_invalid_hostnames(true).build();
    // ruleid: rust-tls-verify-off
    connector.set_verify(SslVerifyMode::NONE);
    // ok: rust-tls-verify-off
    let c = Client::builder().danger_accept_invalid_certs(false).build();
    // ok: rust-tls-verify-off
    connector.set_verify(SslVerifyMode::PEER);
}

fn hashes(data: &[u8]) {
    // ruleid: rust-weak-hash
    let mut a = Md5::new();
    // ruleid: rust-weak-hash
    let b = md5::compute(data);
    // ruleid: rust-weak-hash
    let c = Sha1::digest(data);
    // ok: rust-weak-hash
    let d = Sha256::digest(data);
    // ok: rust-weak-hash
    let e = blake3::hash(data);
    // ruleid: rust-weak-cipher
    let f = encrypt(Cipher::des_ede3_cbc(), key, None, data);
    // ruleid: rust-weak-cipher
    let g = encrypt(Cipher::aes_128_ecb(), key, None, data);
    // ok: rust-weak-cipher
    let h = encrypt(Cipher::aes_256_gcm(), key, Some(nonce), data);
    // ok: rust-weak-cipher
    let i = Aes256Gcm::new(key);
    // ruleid: rust-nonce-constant
    let j = Nonce::from_slice(b"unique nonce");
    // ruleid: rust-nonce-constant
    let k = Nonce::assume_unique_for_key([0u8; 12]);
    // ok: rust-nonce-constant
    let l = Nonce::from_slice(&random);
    // ok: rust-nonce-constant
    let m = Aes256Gcm::generate_nonce(&mut OsRng);
}

fn random_numbers() {
    // ruleid: rust-random-for-secret
    let session_token: u64 = SmallRng::from_entropy().gen();
    // ruleid: rust-random-for-secret
    let reset_token = fastrand::u64(..);
    // ok: rust-random-for-secret
    let session_token = OsRng.next_u64();
    // ok: rust-random-for-secret
    let delay = fastrand::u64(1..10);
}

fn tokens(token: &str) {
    let mut validation = Validation::default();
    // ruleid: rust-jwt-unverified
    validation.insecure_disable_signature_validation();
    // ruleid: rust-jwt-unverified
    validation.validate_exp = false;
    // ok: rust-jwt-unverified
    validation.validate_exp = true;
    // ok: rust-jwt-unverified
    let data = decode::<Claims>(token, &key, &Validation::default());
}

fn layers() {
    // ruleid: rust-cors-permissive
    let a = app.layer(CorsLayer::permissive());
    // ruleid: rust-cors-permissive
    let b = CorsLayer::new().allow_origin(Any);
    // ok: rust-cors-permissive
    let c = CorsLayer::new().allow_origin("https://shop.example".parse().unwrap());
    // ok: rust-cors-permissive
    let d = Cors::default();
    // ruleid: rust-cookie-flag-off
    let e = Cookie::build(("session", id)).secure(false);
    // ruleid: rust-cookie-flag-off
    let f = SessionManagerLayer::new(store).with_http_only(false);
    // ok: rust-cookie-flag-off
    let g = Cookie::build(("session", id)).secure(true);
    // ok: rust-cookie-flag-off
    let h = Cookie::build(("session", id)).http_only(true);
    // ruleid: rust-limit-off
    let i = app.layer(DefaultBodyLimit::disable());
    // ruleid: rust-limit-off
    let j = to_bytes(body, usize::MAX).await;
    // ok: rust-limit-off
    let k = app.layer(DefaultBodyLimit::max(1024));
    // ok: rust-limit-off
    let l = to_bytes(body, 4096).await;
}

fn pages(name: &str) -> Html<String> {
    // ruleid: rust-html-formatted
    Html(format!("<h1>Hello {}</h1>", name));
    // ruleid: rust-html-formatted
    PreEscaped(name);
    // ok: rust-html-formatted
    Html(format!("<h1>Hello {}</h1>", encode_text(name)));
    // ok: rust-html-formatted
    Html("<h1>Hello</h1>".to_string())
}

async fn fetch(Query(params): Query<Params>) -> String {
    // ruleid: rust-request-to-given-address
    let a = reqwest::get(&params.url).await;
    // ok: rust-request-to-given-address
    let b = reqwest::get("https://api.example/v1").await;
    String::new()
}

async fn webhook(Json(body): Json<Hook>) -> String {
    let target = body.target;
    // ruleid: rust-request-to-given-address
    let a = client.post(&target).await;
    // ok: rust-request-to-given-address
    let b = client.post(&settings.target).await;
    String::new()
}

fn parse(request: &HttpRequest) {
    // ruleid: rust-unwrap-on-input
    let port: u16 = env::args().nth(1).unwrap().parse().unwrap();
    // ruleid: rust-unwrap-on-input
    let value: Value = serde_json::from_str(&body).unwrap();
    // ok: rust-unwrap-on-input
    let value: Value = serde_json::from_str(&body)?;
    // ok: rust-unwrap-on-input
    let lock = mutex.lock().unwrap();
}

fn memory(bytes: &[u8], at: usize) {
    // ruleid: rust-unchecked-memory
    // ruleid: rust-unsafe-without-reason
    let a = unsafe { std::str::from_utf8_unchecked(bytes) };
    let x = 1;
    // ruleid: rust-unchecked-memory
    // ruleid: rust-unsafe-without-reason
    let b: u32 = unsafe { mem::transmute::<[u8; 4], u32>(four) };
    let y = 1;
    // ok: rust-unchecked-memory
    // ok: rust-unsafe-without-reason
    let c = std::str::from_utf8(bytes);
    let d = bytes[at];
    let e = 1;
    // ok: rust-unchecked-memory
    // ok: rust-unsafe-without-reason
    // SAFETY: at was compared with the length above.
    let f = unsafe { bytes.get_unchecked(at) };
}

fn checks(user: &User) -> Result<(), Error> {
    // ruleid: rust-check-result-dropped
    let _ = verify_signature(&message);
    // ruleid: rust-check-result-dropped
    user.authorize("write").ok();
    // ok: rust-check-result-dropped
    verify_signature(&message)?;
    // ok: rust-check-result-dropped
    let _ = file.flush();
    Ok(())
}

fn logs(user: &User, password: &str) {
    // ruleid: rust-secret-logged
    info!("login {} {}", user.name, user.password);
    // ruleid: rust-secret-logged
    println!("password {password}");
    // ok: rust-secret-logged
    info!("login {}", user.name);
    // ok: rust-secret-logged
    info!("password changed for {}", user.name);
}

// ruleid: rust-secret-in-code
const JWT_SECRET: &str = "b4dc0ffee4t2am";
// ok: rust-secret-in-code
const PASSWORD_FIELD: &str = "password";

fn secrets() {
    // ruleid: rust-secret-in-code
    let key = EncodingKey::from_secret(b"s3cr3t-of-mine");
    // ok: rust-secret-in-code
    let key = EncodingKey::from_secret(secret.as_bytes());
}

fn files(path: &str) {
    // ruleid: rust-file-mode-open
    fs::set_permissions(path, Permissions::from_mode(0o777));
    // ruleid: rust-file-mode-open
    options.mode(0o666);
    // ok: rust-file-mode-open
    fs::set_permissions(path, Permissions::from_mode(0o600));
    // ok: rust-file-mode-open
    options.mode(0o755);
    // ruleid: rust-temporary-name-fixed
    let a = File::create("/tmp/state.json");
    // ruleid: rust-temporary-name-fixed
    let b = env::temp_dir().join("state.json");
    // ok: rust-temporary-name-fixed
    let c = NamedTempFile::new();
    // ok: rust-temporary-name-fixed
    let d = File::create(path);
}
