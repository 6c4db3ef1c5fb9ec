// ruleid: comment-suppression-rust
#![allow(unsafe_code)]
// ruleid: comment-suppression-rust
#[allow(clippy::unwrap_used)]
// ok: comment-suppression-rust
#[allow(dead_code)]
// ok: comment-suppression-rust
#![deny(unsafe_code)]
fn main() {}
