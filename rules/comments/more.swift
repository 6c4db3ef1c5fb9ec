// ruleid: comment-suppression-swift-solidity
// swiftlint:disable force_try
let a = 1
// ok: comment-suppression-swift-solidity
// swiftlint is used here
let b = 2
