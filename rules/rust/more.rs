use std::env;

fn surroundings() {
    // ruleid: rust-surroundings-trusted
    let all: Vec<String> = env::args().collect();
    // ruleid: rust-surroundings-trusted
    let program = env::current_exe();
    // ok: rust-surroundings-trusted
    let home = env::var("HOME");
    // ruleid: rust-header-not-sensitive
    headers.insert(header::AUTHORIZATION, token);
    secret.set_sensitive(true);
    // ok: rust-header-not-sensitive
    headers.insert(header::AUTHORIZATION, secret);
    // ok: rust-header-not-sensitive
    headers.insert(header::ACCEPT, kind);
}

fn files(directory: &Path) {
    let name = env::var("NAME").unwrap();
    // ruleid: rust-file-of-input
    let a = File::open(directory.join(name));
    let other = env::var("NAME").unwrap();
    if other.contains("..") {
        return;
    }
    // ok: rust-file-of-input
    let b = File::open(directory.join(other));
    // ok: rust-file-of-input
    let c = File::open(directory.join("names"));
    let mut line = String::new();
    stdin().read_line(&mut line);
    // ruleid: rust-pattern-from-input
    let e = Regex::new(&line);
    // ok: rust-pattern-from-input
    let f = Regex::new(&regex::escape(&line));
    // ruleid: rust-log-from-input
    info!("read {}", line);
    // ok: rust-log-from-input
    info!("read {}", "a line");
    let count = line.trim().parse::<usize>().unwrap();
    // ruleid: rust-amount-from-input
    let g: Vec<u8> = Vec::with_capacity(count);
    let most = line.trim().parse::<usize>().unwrap();
    if most > 100 {
        return;
    }
    // ok: rust-amount-from-input
    let h: Vec<u8> = Vec::with_capacity(most);
}

fn keys() {
    // ruleid: rust-key-constant
    let a = Key::from_slice(b"an example very very secret key.");
    // ruleid: rust-key-constant
    const KEY: [u8; 4] = [1, 2, 3, 4];
    // ok: rust-key-constant
    let b = Key::from_slice(&secret);
    // ok: rust-key-constant
    const SIZE: usize = 16;
    // ruleid: rust-address-plain
    let c = reqwest::get("http://api.example.org/a");
    // ok: rust-address-plain
    let d = reqwest::get("https://api.example.org/a");
    // ok: rust-address-plain
    let e = reqwest::get("http://localhost:8080/a");
}

async fn run(request: HttpRequest) -> Answer {
    let name = request.query_string();
    // ruleid: rust-program-with-arguments-of-input
    Command::new("tar").arg(name);
    // ok: rust-program-with-arguments-of-input
    Command::new("tar").arg("-x");
    answer()
}
