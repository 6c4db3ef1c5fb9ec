// ruleid: comment-suppression-c
#define _CRT_SECURE_NO_WARNINGS
// ruleid: comment-suppression-c
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
// ruleid: comment-suppression-c
int a = f(); // NOLINT(bugprone-unchecked-optional-access)
// ok: comment-suppression-c
#pragma GCC diagnostic ignored "-Wunused-parameter"
// ok: comment-suppression-c
int b = f(); // NOLINT(readability-magic-numbers)
