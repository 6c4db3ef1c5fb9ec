#include "unit.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/buf.h"
#include "change/source.h"

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))
#define ID       "0123456789abcdef0123456789abcdef01234567"

/*
 * What a patch gives, in short: one line per change
 *
 *	<status> <old path>><new path> <old mode>><new mode>[ skipped: <why>]
 *
 * then for its lines "<sign><file line>:<content>" in order of the hunks: '-'
 * and '+' with their own side's number, '|' for context that both sides know,
 * '$' behind a line without LF.
 */
static void
show_line(struct buf *out, char sign, const struct text *text, uint32_t line)
{
	struct slice bytes = slice_sub(text->bytes, text->starts[line - 1], text->starts[line]);
	bool has_lf = slice_ends(bytes, "\n");

	buf_addf(out, "%c%u:", sign, text_number(text, line));
	buf_add_slice(out, slice_sub(bytes, 0, bytes.len - has_lf));
	buf_add_str(out, has_lf ? "\n" : "$\n");
}

static void
show_lines(struct buf *out, const struct change *c)
{
	uint32_t old_line = 1, new_line = 1;

	for (size_t i = 0; i <= c->nhunks; i++) {
		uint32_t until = i < c->nhunks ? c->hunks[i].new_start : c->new_text.nlines + 1;

		for (; new_line < until; new_line++, old_line++) {
			show_line(out, '|', &c->new_text, new_line);
			assert_false(line_set_has(&c->added, new_line));
			assert_false(line_set_has(&c->removed, old_line));
		}
		if (i == c->nhunks)
			break;
		assert_int_equal(c->hunks[i].old_start, old_line);
		for (uint32_t n = c->hunks[i].old_count; n > 0; n--) {
			assert_true(line_set_has(&c->removed, old_line));
			show_line(out, '-', &c->old_text, old_line++);
		}
		for (uint32_t n = c->hunks[i].new_count; n > 0; n--) {
			assert_true(line_set_has(&c->added, new_line));
			show_line(out, '+', &c->new_text, new_line++);
		}
	}
	assert_int_equal(old_line, c->old_text.nlines + 1);
}

static void
show_change(struct buf *out, const struct change *c)
{
	static const char status[] = "ADMRC";

	assert_int_equal(c->judged, JUDGE_TIP | JUDGE_EVERY);
	buf_add_char(out, c->kind == CHANGE_COMMIT_MESSAGE ? 'm' : status[c->entry.status]);
	buf_add_char(out, ' ');
	buf_add_slice(out, c->entry.old_path);
	buf_add_char(out, '>');
	buf_add_slice(out, c->entry.new_path);
	buf_addf(out, " %o>%o", c->entry.old_mode, c->entry.new_mode);
	if (c->skipped)
		buf_addf(out, " skipped: %s", c->skipped);
	buf_add_char(out, '\n');
	if (c->kind == CHANGE_FILE)
		assert_true(c->partial);
	show_lines(out, c);
}

/* 0, or -1 with err; out has what came before. */
static int
read_patch(struct buf *out, struct source **source, struct slice patch, struct err *err)
{
	const struct change *change;
	int rc;

	assert_int_equal(source_patch(source, NULL, patch, err), 0);
	while ((rc = source_next(*source, &change, err)) > 0)
		show_change(out, change);
	return rc;
}

struct row {
	const char *name;
	struct slice patch;
	const char *expected;
};

/* clang-format off */
#define ROW(name, patch, expected) {name, {patch, sizeof(patch) - 1}, expected}
static const struct row rows[] = {
	ROW("empty", "", ""),
	ROW("white space only", " \n\r\n\t\n", ""),
	ROW("git diff",
	    "diff --git a/f.c b/f.c\nindex 1111111..2222222 100644\n--- a/f.c\n+++ b/f.c\n"
	    "@@ -10,2 +10,3 @@ int f(void)\n int a;\n-int b;\n+int x;\n+int y;\n",
	    "M f.c>f.c 100644>100644\n|10:int a;\n-11:int b;\n+11:int x;\n+12:int y;\n"),
	ROW("without context",
	    "diff --git a/f b/f\nindex 1..2 100755\n--- a/f\n+++ b/f\n"
	    "@@ -0,0 +1 @@\n+first\n@@ -4,2 +4,0 @@\n-x\n-y\n@@ -9 +8 @@\n-old\n+new\n",
	    "M f>f 100755>100755\n+1:first\n-4:x\n-5:y\n-9:old\n+8:new\n"),
	ROW("several changes in one hunk",
	    "diff --git a/f b/f\n--- a/f\n+++ b/f\n@@ -1,5 +1,5 @@\n a\n-b\n+B\n c\n+d\n e\n-f\n",
	    "M f>f 100644>100644\n|1:a\n-2:b\n+2:B\n|3:c\n+4:d\n|5:e\n-5:f\n"),
	ROW("plus before minus", "--- f\n+++ f\n@@ -1,2 +1,2 @@\n+b\n-a\n c\n",
	    "M f>f 100644>100644\n-1:a\n+1:b\n|2:c\n"),
	ROW("lines that look like headers",
	    "diff --git a/f b/f\n--- a/f\n+++ b/f\n@@ -1,3 +1,3 @@\n--- a/x\n+++ b/x\n diff --git a/y b/y\n-@@ -1 +1 @@\n+From x\n",
	    "M f>f 100644>100644\n-1:-- a/x\n+1:++ b/x\n|2:diff --git a/y b/y\n-3:@@ -1 +1 @@\n+3:From x\n"),
	ROW("new file", "diff --git a/n b/n\nnew file mode 100755\nindex 0000000..2222222\n--- /dev/null\n+++ b/n\n@@ -0,0 +1,2 @@\n+a\n+b\n",
	    "A >n 0>100755\n+1:a\n+2:b\n"),
	ROW("new empty file", "diff --git a/n m b/n m\nnew file mode 100644\nindex 0000000..e69de29\n", "A >n m 0>100644\n"),
	ROW("deleted file", "diff --git a/d b/d\ndeleted file mode 100644\nindex 1..0\n--- a/d\n+++ /dev/null\n@@ -1 +0,0 @@\n-a\n",
	    "D d> 100644>0\n-1:a\n"),
	ROW("pure rename", "diff --git a/x y b/z w\nsimilarity index 100%\nrename from x y\nrename to z w\n",
	    "R x y>z w 100644>100644\n"),
	ROW("rename with a hunk",
	    "diff --git a/x b/z\nsimilarity index 90%\nrename from x\nrename to z\nindex 1..2 100644\n--- a/x\n+++ b/z\n@@ -1 +1 @@\n-a\n+b\n",
	    "R x>z 100644>100644\n-1:a\n+1:b\n"),
	ROW("copy", "diff --git a/x b/z\nsimilarity index 100%\ncopy from x\ncopy to z\n", "C x>z 100644>100644\n"),
	ROW("mode only", "diff --git a/s b/s\nold mode 100644\nnew mode 100755\n", "M s>s 100644>100755\n"),
	ROW("symbolic link", "diff --git a/l b/l\nnew file mode 120000\nindex 0..1\n--- /dev/null\n+++ b/l\n@@ -0,0 +1 @@\n+../etc\n\\ No newline at end of file\n",
	    "A >l 0>120000\n+1:../etc$\n"),
	ROW("submodule", "diff --git a/m b/m\nindex 1..2 160000\n--- a/m\n+++ b/m\n@@ -1 +1 @@\n-Subproject commit 1\n+Subproject commit 2\n"
	    "diff --git a/f b/f\n--- a/f\n+++ b/f\n@@ -0,0 +1 @@\n+a\n",
	    "M m>m 160000>160000 skipped: submodule\nM f>f 100644>100644\n+1:a\n"),
	ROW("no submodule any more", "diff --git a/m b/m\nold mode 160000\nnew mode 100644\n--- a/m\n+++ b/m\n@@ -1 +1 @@\n-a\n+b\n", "M m>m 160000>100644\n-1:a\n+1:b\n"),
	ROW("submodule in words", "Submodule lib/x y 1234567..89abcde:\n  > a commit\n", "M lib/x y>lib/x y 160000>160000 skipped: submodule\n"),
	ROW("binary", "diff --git a/i.png b/i.png\nindex 1..2 100644\nBinary files a/i.png and b/i.png differ\n",
	    "M i.png>i.png 100644>100644 skipped: binary: a patch carries no readable content\n"),
	ROW("binary patch", "diff --git a/i b/i\nindex 1..2 100644\nGIT binary patch\nliteral 3\nKcmZQzU|?Wi00961\n\nliteral 0\nHcmV?d00001\n\n"
	    "diff --git a/f b/f\n--- a/f\n+++ b/f\n@@ -0,0 +1 @@\n+a\n",
	    "M i>i 100644>100644 skipped: binary: a patch carries no readable content\nM f>f 100644>100644\n+1:a\n"),
	ROW("git diff --text of binary", "diff --git a/i b/i\n--- a/i\n+++ b/i\n@@ -0,0 +1 @@\n+\0\1\2\3\4\n", "M i>i 100644>100644 skipped: binary\n"),
	ROW("a stray NUL is text", "--- f\n+++ f\n@@ -1 +1 @@\n-a\n+password\0 = more and more\n", NULL),
	ROW("quoted names", "diff --git \"a/t\\303\\244 \\\"\\t\" \"b/t\\303\\244 \\\"\\t\"\n--- \"a/t\\303\\244 \\\"\\t\"\n+++ \"b/t\\303\\244 \\\"\\t\"\n@@ -1 +1 @@\n-a\n+b\n",
	    "M t\xc3\xa4 \"\t>t\xc3\xa4 \"\t 100644>100644\n-1:a\n+1:b\n"),
	ROW("rename to a quoted name", "diff --git a/x y \"b/\\n\"\nsimilarity index 100%\nrename from x y\nrename to \"\\n\"\n", "R x y>\n 100644>100644\n"),
	ROW("rename from a quoted name", "diff --git \"a/\\a\" b/x y\nsimilarity index 100%\nrename from \"\\a\"\nrename to x y\n", "R \a>x y 100644>100644\n"),
	ROW("name with blanks", "diff --git a/x b/x b/x b/x\n--- a/x b/x\t\n+++ b/x b/x\t\n@@ -1 +1 @@\n-a\n+b\n", "M x b/x>x b/x 100644>100644\n-1:a\n+1:b\n"),
	ROW("mnemonic prefixes", "diff --git i/f w/f\n--- i/f\n+++ w/f\n@@ -1 +1 @@\n-a\n+b\n", "M f>f 100644>100644\n-1:a\n+1:b\n"),
	ROW("no prefix", "diff --git a/f a/f\n--- a/f\n+++ a/f\n@@ -1 +1 @@\n-a\n+b\n", "M a/f>a/f 100644>100644\n-1:a\n+1:b\n"),
	ROW("prefixes of one's own", "diff --git old/s/f newer/s/f\n--- old/s/f\n+++ newer/s/f\n@@ -1 +1 @@\n-a\n+b\n", "M s/f>s/f 100644>100644\n-1:a\n+1:b\n"),
	ROW("reversed", "diff --git b/f a/f\n--- b/f\n+++ a/f\n@@ -1 +1 @@\n-a\n+b\n", "M f>f 100644>100644\n-1:a\n+1:b\n"),
	ROW("diff -u", "diff -u x/f y/f\n--- x/f\t2024-01-01 00:00:00.000000000 +0000\n+++ y/f\t2024-01-02 00:00:00.000000000 +0000\n@@ -1 +1 @@\n-a\n+b\n",
	    "M x/f>y/f 100644>100644\n-1:a\n+1:b\n"),
	ROW("diff -u with a/ and b/", "--- a/f\n+++ b/f\n@@ -1 +1 @@\n-a\n+b\n", "M f>f 100644>100644\n-1:a\n+1:b\n"),
	ROW("diff -u with a/ alone", "--- a/f\n+++ a/f\n@@ -1 +1 @@\n-a\n+b\n", "M a/f>a/f 100644>100644\n-1:a\n+1:b\n"),
	ROW("diff -uN, a new file", "--- a/f\t1970-01-01\n+++ b/f\t2024-01-01\n@@ -0,0 +1 @@\n+a\n", "A >f 0>100644\n+1:a\n"),
	ROW("diff -uN, a lost file", "--- a/f\t1970-01-01\n+++ b/f\t2024-01-01\n@@ -1 +0,0 @@\n-a\n", "D f> 100644>0\n-1:a\n"),
	ROW("from /dev/null", "--- /dev/null\n+++ b/f\n@@ -0,0 +1 @@\n+a\n", "A >f 0>100644\n+1:a\n"),
	ROW("files behind each other", "--- f\n+++ f\n@@ -1 +1 @@\n-a\n+b\n--- g\n+++ g\n@@ -1 +1 @@\n-c\n+d\n",
	    "M f>f 100644>100644\n-1:a\n+1:b\nM g>g 100644>100644\n-1:c\n+1:d\n"),
	ROW("diff -r: only names", "Only in x/sub: n.c\nBinary files x/i and y/i differ\n",
	    "M x/sub/n.c>x/sub/n.c 100644>100644 skipped: not in the patch: diff named the file only\n"
	    "M y/i>y/i 100644>100644 skipped: binary: a patch carries no readable content\n"),
	ROW("svn diff", "Index: f.c\n===================================================================\n--- f.c\t(revision 1)\n+++ f.c\t(working copy)\n@@ -1,2 +1,2 @@\n-a\n+b\n c\n\n"
	    "Property changes on: f.c\n___\nAdded: svn:executable\n## -0,0 +1 ##\n+*\n\\ No newline at end of property\n"
	    "Index: i.png\n====\nCannot display: file marked as a binary type.\nsvn:mime-type = image/png\n",
	    "M f.c>f.c 100644>100644\n-1:a\n+1:b\n|2:c\nM i.png>i.png 100644>100644 skipped: binary: a patch carries no readable content\n"),
	ROW("CRLF patch", "diff --git a/f b/f\r\nindex 1..2 100644\r\n--- a/f\r\n+++ b/f\r\n@@ -1,3 +1,3 @@\r\n a\r\n-b\r\n+c\r\n\r\n",
	    "M f>f 100644>100644\n|1:a\n-2:b\n+2:c\n|3:\n"),
	ROW("CRLF file", "diff --git a/f b/f\n--- a/f\n+++ b/f\n@@ -1 +1 @@\n-a\n+a\r\n", "M f>f 100644>100644\n-1:a\n+1:a\r\n"),
	ROW("newline lost", "--- f\n+++ f\n@@ -1,2 +1,2 @@\n a\n-b\n+b\n\\ No newline at end of file\n", "M f>f 100644>100644\n|1:a\n-2:b\n+2:b$\n"),
	ROW("newline gained", "--- f\n+++ f\n@@ -1 +1,2 @@\n-b\n\\ Kein Zeilenumbruch am Dateiende.\n+b\n+c\n", "M f>f 100644>100644\n-1:b$\n+1:b\n+2:c\n"),
	ROW("no newline in context", "--- f\n+++ f\n@@ -1,2 +1 @@\n-a\n b\n\\ No newline at end of file\n", "M f>f 100644>100644\n-1:a\n|1:b$\n"),
	ROW("an empty last line stays a line", "--- f\n+++ f\n@@ -1 +1,2 @@\n a\n+\n\\ No newline at end of file\n", "M f>f 100644>100644\n|1:a\n+2:\n"),
	ROW("context that lost its blank", "--- f\n+++ f\n@@ -1,4 +1,4 @@\n a\n\n-b\n+c\n\n", "M f>f 100644>100644\n|1:a\n|2:\n-3:b\n+3:c\n|4:\n"),
	ROW("the last line without LF", "--- f\n+++ f\n@@ -1 +1 @@\n-a\n+b", "M f>f 100644>100644\n-1:a\n+1:b\n"),
	ROW("text around", "Hello,\nhere it is:\n\n--- f\n+++ f\n@@ -1 +1 @@\n-a\n+b\n\nBye\n-- \nme\n", "M f>f 100644>100644\n-1:a\n+1:b\n"),
	ROW("format-patch",
	    "From " ID " Mon Sep 17 00:00:00 2001\nFrom: A <a@example.org>\nDate: Thu, 1 Jan 2024 00:00:00 +0000\n"
	    "Subject: [PATCH 1/2] first: a subject that is so long that it\n goes on\n\nBody.\n\n more\n---\n f | 2 +-\n 1 file changed\n\n"
	    "diff --git a/f b/f\nindex 1..2 100644\n--- a/f\n+++ b/f\n@@ -1 +1 @@\n-a\n+b\n-- \n2.39.5\n\n"
	    "From abcdef6789abcdef0123456789abcdef01234567 Mon Sep 17 00:00:00 2001\nSubject: [PATCH 2/2] second\n\n---\n"
	    "diff --git a/g b/g\n--- a/g\n+++ b/g\n@@ -1 +1 @@\n-a\n+b\n--\n2.39.5\n",
	    "m >commit-message@0123456789ab 0>100644\n+1:first: a subject that is so long that it goes on\n+2:\n+3:Body.\n+4:\n+5: more\n"
	    "M f>f 100644>100644\n-1:a\n+1:b\n"
	    "m >commit-message@abcdef6789ab 0>100644\n+1:second\n"
	    "M g>g 100644>100644\n-1:a\n+1:b\n"),
	ROW("git log -p",
	    "commit " ID " (HEAD -> main)\nAuthor: A <a@example.org>\nDate:   now\n\n    subject\n    \n    body\n\n"
	    "diff --git a/f b/f\n--- a/f\n+++ b/f\n@@ -1 +1 @@\n-a\n+b\n\n"
	    "commit abcdef6789abcdef0123456789abcdef01234567\nAuthor: A\n\n    last\n",
	    "m >commit-message@0123456789ab 0>100644\n+1:subject\n+2:\n+3:body\nM f>f 100644>100644\n-1:a\n+1:b\n"
	    "m >commit-message@abcdef6789ab 0>100644\n+1:last\n"),
};

static const struct row bad_rows[] = {
	ROW("no header", "just\ntext\n", "no file header in the patch: give the output of `git diff`, `git format-patch` or `diff -u`"),
	ROW("short hunk", "--- f\n+++ f\n@@ -1,3 +1,3 @@\n a\n-b\n+c\n", "line 6: the hunk of line 3 has other lines than its header says"),
	ROW("hunk cut by the next file", "--- f\n+++ f\n@@ -1,3 +1,3 @@\n a\ndiff --git a/g b/g\n", "line 5: the hunk of line 3 has other lines than its header says"),
	ROW("long hunk, added", "--- f\n+++ f\n@@ -1 +1 @@\n-a\n+b\n+c\n", "line 6: the hunk of line 3 has other lines than its header says"),
	ROW("long hunk, removed", "--- f\n+++ f\n@@ -1 +1 @@\n-a\n+b\n-c\n", "line 6: the hunk of line 3 has other lines than its header says"),
	ROW("long hunk, context", "--- f\n+++ f\n@@ -1 +1 @@\n-a\n+b\n c\n", "line 6: the hunk of line 3 has other lines than its header says"),
	ROW("too many removed", "--- f\n+++ f\n@@ -1 +1,2 @@\n-a\n-b\n+c\n+d\n", "line 5: the hunk of line 3 has other lines than its header says"),
	ROW("hunk without numbers", "--- f\n+++ f\n@@ foo @@\n", "line 3: malformed hunk header"),
	ROW("hunk with line 0", "--- f\n+++ f\n@@ -0,1 +1 @@\n-a\n+b\n", "line 3: malformed hunk header"),
	ROW("hunk with a huge number", "--- f\n+++ f\n@@ -1,99999999999 +1 @@\n-a\n+b\n", "line 3: malformed hunk header"),
	ROW("hunks out of order", "--- f\n+++ f\n@@ -5 +5 @@\n-a\n+b\n@@ -2 +2 @@\n-a\n+b\n", "line 6: hunk overlaps the one before it"),
	ROW("line behind the end", "--- f\n+++ f\n@@ -1 +1,2 @@\n-a\n+b\n\\ No newline at end of file\n+c\n", "line 7: a line behind the end of the file"),
	ROW("hunk without a file", "@@ -1 +1 @@\n-a\n+b\n", "line 1: hunk without a file header"),
	ROW("combined diff", "diff --cc f\nindex 1,2..3\n--- a/f\n+++ b/f\n@@@ -1,1 -1,1 +1,1 @@@\n- a\n -b\n++c\n",
	    "line 1: combined diff of a merge: give the output of `git diff` against one parent"),
	ROW("combined hunk", "--- a/f\n+++ b/f\n@@@ -1,1 -1,1 +1,1 @@@\n- a\n", "line 3: combined diff of a merge: give the output of `git diff` against one parent"),
	ROW("context diff", "*** a/f\t2024\n--- b/f\t2024\n***************\n*** 1 ****\n", "line 1: context diff: give the output of `diff -u`"),
	ROW("names that contradict", "diff --git a/f b/f\n--- a/f\n+++ b/g\n", "line 2: names other than those of line 1"),
	ROW("no second name", "diff --git a/f b/f\n--- a/f\n@@ -1 +1 @@\n", "line 3: expected \"+++ \" below \"--- \""),
	ROW("nothing to nothing", "--- /dev/null\n+++ /dev/null\n@@ -1 +1 @@\n", "line 1: both sides are /dev/null"),
	ROW("names that cannot be told", "diff --git a/f x y b/g z\nold mode 100644\nnew mode 100755\n", "line 1: the two names cannot be told apart"),
	ROW("half a rename", "diff --git a/f b/g\nsimilarity index 100%\nrename from f\n", "line 1: rename or copy without both names"),
	ROW("cut off before the hunks", "diff --git a/f b/f\n--- a/f\n+++ b/f\n", "line 3: the file of line 1 has no hunks"),
	ROW("bad mode", "diff --git a/f b/f\nnew file mode 10x\n", "line 2: malformed file mode"),
	ROW("bad escape", "diff --git \"a/\\9\" \"b/\\9\"\n", "line 1: malformed file name"),
	ROW("open quote", "--- \"a/f\n+++ \"b/f\"\n", "line 1: malformed file name"),
};
/* clang-format on */

static void
test_row(void **state)
{
	const struct row *row = *state;
	struct buf out = BUF_INIT(1 << 20);
	struct err err = ERR_INIT;
	struct source *source;

	int rc = read_patch(&out, &source, row->patch, &err);
	if (rc < 0)
		fail_msg("%s", err.msg);
	if (row->expected)
		assert_slice_equal(buf_slice(&out), row->expected);
	else /* a NUL in it: the row only says that nothing is skipped */
		assert_int_equal(slice_find(buf_slice(&out), slice_str("skipped")), (size_t)-1);
	assert_true(source_scope(source)->is_partial);
	assert_string_equal(source_scope(source)->description, "patch");
	source_free(source);
	buf_release(&out);
}

static void
test_bad_row(void **state)
{
	const struct row *row = *state;
	struct buf out = BUF_INIT(1 << 20);
	struct err err = ERR_INIT;
	struct source *source;

	assert_int_equal(read_patch(&out, &source, row->patch, &err), -1);
	assert_int_equal(err.code, ERR_INPUT);
	assert_string_equal(err.msg, row->expected);
	source_free(source);
	buf_release(&out);
}

static void
test_scope(void **state)
{
	(void)state;
	struct slice patch = slice_str("From " ID " Mon Sep 17 00:00:00 2001\nSubject: s\n\n---\n"
				       "diff --git a/f b/f\n--- a/f\n+++ b/f\n@@ -1,2 +1 @@\n-a\n-b\n+c\n"
				       "diff --git a/g b/g\n--- a/g\n+++ b/g\n@@ -0,0 +1,3 @@\n+a\n+b\n+c\n");
	struct buf out = BUF_INIT(1 << 20);
	struct err err = ERR_INIT;
	struct source *source;

	assert_int_equal(read_patch(&out, &source, patch, &err), 0);
	assert_int_equal(source_scope(source)->commits, 1);
	assert_int_equal(source_scope(source)->files, 2);
	assert_int_equal(source_scope(source)->added_lines, 4);
	assert_int_equal(source_scope(source)->removed_lines, 2);
	assert_false(source_scope(source)->is_push);
	source_free(source);
	buf_release(&out);
}

static const struct change *
next_change(struct source *source)
{
	const struct change *change;
	struct err err = ERR_INIT;

	assert_int_equal(source_next(source, &change, &err), 1);
	return change;
}

static void
test_ids(void **state)
{
	(void)state;
	struct slice patch = slice_str("From " ID " Mon Sep 17 00:00:00 2001\nSubject: s\n\n---\n"
				       "diff --git a/f b/f\nindex " ID "..89abcdef 100644\n"
				       "--- a/f\n+++ b/f\n@@ -1 +1 @@\n-a\n+c\n");
	struct err err = ERR_INIT;
	struct source *source;

	assert_int_equal(source_patch(&source, NULL, patch, &err), 0);
	assert_int_equal(next_change(source)->kind, CHANGE_COMMIT_MESSAGE);
	const struct change *file = next_change(source);
	assert_string_equal(file->commit.hex, ID);
	assert_int_equal(file->group, 1);
	assert_string_equal(file->entry.old_id.hex, ID);
	assert_true(object_id_is_none(&file->entry.new_id)); /* abbreviated: no id */
	assert_true(object_id_is_none(&file->trusted));
	assert_int_equal(file->ref.len, 0);
	source_free(source);
}

static void
test_contiguous(void **state)
{
	(void)state;
	struct slice patch =
		slice_str("--- f\n+++ f\n@@ -1,2 +1,3 @@\n a\n+b\n c\n@@ -10,2 +11,2 @@\n d\n-e\n+E\n");
	struct err err = ERR_INIT;
	struct source *source;

	assert_int_equal(source_patch(&source, NULL, patch, &err), 0);
	const struct change *file = next_change(source);
	assert_int_equal(text_contiguous(&file->new_text, 2).first, 1);
	assert_int_equal(text_contiguous(&file->new_text, 2).last, 3);
	assert_int_equal(text_contiguous(&file->new_text, 4).first, 4);
	assert_int_equal(text_contiguous(&file->new_text, 4).last, 5);
	assert_int_equal(text_number(&file->new_text, 5), 12);
	assert_int_equal(text_number(&file->old_text, 4), 11);
	source_free(source);
}

int
main(void)
{
	static const struct CMUnitTest fixed[] = {
		cmocka_unit_test(test_scope),
		cmocka_unit_test(test_ids),
		cmocka_unit_test(test_contiguous),
	};
	struct CMUnitTest tests[COUNT(fixed) + COUNT(rows) + COUNT(bad_rows)];
	char names[COUNT(rows) + COUNT(bad_rows)][80];
	size_t n = 0;

	for (size_t i = 0; i < COUNT(rows); i++, n++) {
		snprintf(names[n], sizeof(names[n]), "patch: %s", rows[i].name);
		tests[n] = (struct CMUnitTest){names[n], test_row, NULL, NULL, (void *)(uintptr_t)&rows[i]};
	}
	for (size_t i = 0; i < COUNT(bad_rows); i++, n++) {
		snprintf(names[n], sizeof(names[n]), "refused: %s", bad_rows[i].name);
		tests[n] = (struct CMUnitTest){names[n], test_bad_row, NULL, NULL,
					       (void *)(uintptr_t)&bad_rows[i]};
	}
	memcpy(tests + n, fixed, sizeof(fixed));
	return cmocka_run_group_tests_name("patch", tests, NULL, NULL);
}
