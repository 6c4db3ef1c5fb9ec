// ruleid: rust-removed-lint
#![forbid(unsafe_code)]
// ruleid: rust-removed-lint
#![deny(clippy::unwrap_used)]
// ok: rust-removed-lint
#![warn(missing_docs)]
// ok: rust-removed-lint
#![allow(unsafe_code)]

async fn update(user: User, body: Bytes) -> Result<(), Error> {
    // ruleid: rust-removed-check
    authorize(&user, "write")?;
    // ruleid: rust-removed-check
    self.keys.verify_signature(&body).await?;
    // ok: rust-removed-check
    let text = read(&body)?;
    // ok: rust-removed-check
    let _ = verify_later(&body);
    // ruleid: rust-removed-limit
    let app = app.layer(DefaultBodyLimit::max(4096));
    // ruleid: rust-removed-limit
    let size = length.checked_mul(4);
    // ok: rust-removed-limit
    let app = app.layer(TraceLayer::new());
    // ok: rust-removed-limit
    let sum = length + 4;
    Ok(())
}
