async fn hello(Query(asked): Query<Asked>) -> Html<String> {
    // ruleid: rust-request-value-used
    Html(asked.name)
}

async fn escaped(Query(asked): Query<Asked>) -> Html<String> {
    // ok: rust-request-value-used
    Html(html_escape::encode_text(&asked.name).to_string())
}

async fn away(asked: web::Query<Asked>) -> HttpResponse {
    // ruleid: rust-request-value-used
    HttpResponse::Found().append_header(("Location", asked.next.clone())).finish()
}

async fn find(Path(text): Path<String>) -> String {
    // ruleid: rust-request-value-used
    let own = Regex::new(&text);
    // ok: rust-request-value-used
    let quoted = Regex::new(&regex::escape(&text));
    list(own, quoted)
}

async fn page(Path(number): Path<u32>) -> Redirect {
    // ok: rust-request-value-used
    Redirect::to(&format!("/pages/{}", number))
}

fn listen() {
    // ruleid: rust-listens-everywhere
    let open = TcpListener::bind("0.0.0.0:8080");
    // ok: rust-listens-everywhere
    let own = TcpListener::bind("127.0.0.1:8080");
    // ok: rust-listens-everywhere
    let any = UdpSocket::bind("0.0.0.0:0");
}

fn unpack(mut archive: Archive<File>, target: &Path) -> io::Result<()> {
    for entry in archive.entries().unwrap() {
        // ruleid: rust-archive-entry-joined
        let path = target.join(entry.path().unwrap());
        write(&path, &entry)?;
    }
    for entry in archive.entries().unwrap() {
        // ok: rust-archive-entry-joined
        entry.unpack_in(target)?;
    }
    for entry in fs::read_dir(target)? {
        // ok: rust-archive-entry-joined
        let path = target.join(entry.path());
        list(path);
    }
    Ok(())
}
