// ruleid: comment-suppression-csharp
#pragma warning disable CA2100
// ruleid: comment-suppression-csharp
[SuppressMessage("Security", "CA5350")]
// ok: comment-suppression-csharp
#pragma warning disable CA1822
// ok: comment-suppression-csharp
[Obsolete("use b")]
class A {}
