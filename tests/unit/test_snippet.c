/*
 * What is shown of a finding. The secret rule reports the token alone (focus);
 * `whole` reports the whole assignment; `call` is no secret rule.
 */
#include "finding_fixture.h"

#include "finding/snippet.h"

static const struct slice first_group[] = {SLICE_LITERAL("$1")};

static const struct formula token_regex = {.op = OP_REGEX, .text = SLICE_LITERAL("key = (T0K[0-9a-z]+)")};
static const struct rule token_rule = {
	.id = SLICE_LITERAL("token"),
	.message = SLICE_LITERAL("token $1 in the source"),
	.fix = SLICE_LITERAL("env($1)"),
	.languages = LANGUAGE_ANY,
	.area = AREA_SECRETS,
	.formula =
		{.op = OP_ALL, .children = &token_regex, .nchildren = 1, .focus = first_group, .nfocus = 1},
};
static const struct rule whole_rule = {
	.id = SLICE_LITERAL("whole"),
	.message = SLICE_LITERAL("password"),
	.languages = LANGUAGE_ANY,
	.area = AREA_SECRETS,
	.formula = {.op = OP_REGEX, .text = SLICE_LITERAL("passwd *= *\"[^\"]*\"")},
};
static const struct rule call_rule = {
	.id = SLICE_LITERAL("call"),
	.message = SLICE_LITERAL("run of $1; $2"),
	.fix = SLICE_LITERAL("safe($1)"),
	.languages = LANGUAGE_ANY,
	.area = AREA_INPUT_VALIDATION,
	.formula = {.op = OP_REGEX, .text = SLICE_LITERAL("run\\(([^)]*)\\)")},
};
static const struct rule go_rule = {
	.id = SLICE_LITERAL("go"),
	.message = SLICE_LITERAL("two lines"),
	.languages = LANGUAGE_ANY,
	.area = AREA_INPUT_VALIDATION,
	.window = WINDOW_LINES,
	.window_lines = 1,
	.formula = {.op = OP_REGEX, .text = SLICE_LITERAL("go\\([a-z]+,\\n *[a-z]+\\)")},
};
static const struct rule guard_rule = {
	.id = SLICE_LITERAL("guard"),
	.message = SLICE_LITERAL("guard $1 removed"),
	.languages = LANGUAGE_ANY,
	.area = AREA_AUTH,
	.on = DIFF_REMOVED,
	.formula = {.op = OP_REGEX, .text = SLICE_LITERAL("check\\(([^)]*)\\)")},
};
static const struct rule *const rules[] = {&token_rule, &whole_rule, &call_rule, &go_rule, &guard_rule};

/* Every finding: position, message, fix, then its lines with the marked bytes in brackets. */
static void
print_shown(struct buf *out, const struct court *c)
{
	for (size_t i = 0; i < c->n; i++) {
		const struct finding *f = &c->findings[i];
		buf_addf(out, "%u:%u-%u:%u %.*s / %.*s\n", f->line, f->column, f->end_line, f->end_column,
			 (int)f->message.len, f->message.ptr, (int)f->fix.len, f->fix.ptr);
		for (size_t l = 0; l < f->nsnippet; l++) {
			const struct snippet_line *s = &f->snippet[l];
			buf_addf(out, "%c%u ", (char)s->kind, s->number);
			buf_add_slice(out, slice_sub(s->text, 0, s->mark_start));
			if (s->mark_end > s->mark_start) {
				buf_add_char(out, '[');
				buf_add_slice(out, slice_sub(s->text, s->mark_start, s->mark_end));
				buf_add_char(out, ']');
			}
			buf_add_slice(out, slice_sub(s->text, s->mark_end, s->text.len));
			buf_add_char(out, '\n');
		}
	}
}

static void
expect_shown(const struct court *c, const char *expected)
{
	struct buf out = BUF_INIT(1u << 20);

	buf_add_str(&out, "");
	print_shown(&out, c);
	assert_string_equal(out.ptr, expected);
	buf_release(&out);
}

struct row {
	const char *name, *listing, *expected;
};

/* clang-format off */
static const struct row rows[] = {
	{"two lines of context",
		" a\n b\n c\n+  run(x)\n d\n e\n f\n",
		"4:3-4:9 run of x; $2 / safe(x)\n 2 b\n 3 c\n+4   [run(x)]\n 5 d\n 6 e\n"},
	{"at the top and the end",
		"+run(x)\n", "1:1-1:7 run of x; $2 / safe(x)\n+1 [run(x)]\n"},
	{"added and unchanged lines",
		"+a\n b\n+run(x)\n c\n+d\n",
		"3:1-3:7 run of x; $2 / safe(x)\n+1 a\n 2 b\n+3 [run(x)]\n 4 c\n+5 d\n"},
	{"a match over two lines",
		"+go(x,\n+  y)\n",
		"1:1-2:5 two lines / \n+1 [go(x,]\n+2 [  y)]\n"},
	{"a secret",
		"+key = T0K12345 # x\n",
		"1:7-1:15 token *** in the source / env(***)\n+1 key = [***] # x\n"},
	{"the length does not show",
		"+key = T0K123456789012345 # x\n",
		"1:7-1:25 token *** in the source / env(***)\n+1 key = [***] # x\n"},
	{"a secret at other places",
		" # T0K12345 xT0K12345T0K12345\n+key = T0K12345\n log(T0K12345)\n",
		"2:7-2:15 token *** in the source / env(***)\n 1 # *** x***\n+2 key = [***]\n 3 log(***)\n"},
	{"a secret beside another finding",
		" key = T0K12345\n+run(a)\n",
		"2:1-2:7 run of a; $2 / safe(a)\n 1 key = ***\n+2 [run(a)]\n"},
	{"a secret within another finding",
		" key = T0K12345\n+run(T0K12345, a)\n",
		"2:1-2:17 run of ***; $2 / safe(***)\n 1 key = ***\n+2 [run(***, a)]\n"},
	{"a finding within a secret",
		"+passwd = \"run(a)\"\n",
		"1:1-1:18 password / \n+1 [***]\n"
		"1:11-1:17 run of ***; $2 / safe(***)\n+1 [***]\n"},
	{"the value of an assignment that is reported whole",
		"+passwd = \"hunter22\"\n login(\"hunter22\")\n",
		"1:1-1:20 password / \n+1 [***]\n 2 login(\"***\")\n"},
	{"a secret in other forms",
		" key = T0K12345\n+run(a) VDBLMTIzNDU= eFQwSzEyMzQ1 eHhUMEsxMjM0NQ== 54304b3132333435 54304B3132333435 T0%4b12345 &#84;0K12345 \\x540K12345\n",
		"2:1-2:7 run of a; $2 / safe(a)\n 1 key = ***\n+2 [run(a)] *** *** *** *** *** *** *** ***\n"},
	{"another finding's value in another form",
		" key = T0K12345\n+run(VDBLMTIzNDU=)\n",
		"2:1-2:18 run of ***; $2 / safe(***)\n 1 key = ***\n+2 [run(***)]\n"},
	{"what is only encoded",
		"+x = bXkga2V5ID0gVDBLMTIzNDUgYW5kIG1vcmU=\n log(T0K12345)\n",
		"1:5-1:41 token *** in the source (decoded from base64) / env(***)\n+1 x = [***]\n 2 log(***)\n"},
	{"a removed guard",
		" a\n-check(x)\n+other(x)\n b\n",
		"2:1-2:1 guard x removed / \n-2 [check(x)]\n+2 other(x)\n"},
	{"a removed guard and what stands there now",
		" def f:\n-  check(x)\n   use(x)\n",
		"2:1-2:1 guard x removed / \n-2   [check(x)]\n 2   use(x)\n"},
	{"a removed guard with a secret",
		" key = T0K12345\n-check(T0K12345)\n+key = T0K98765\n",
		"2:1-2:1 guard *** removed / \n-2 [check(***)]\n+2 key = ***\n"
		"2:7-2:15 token *** in the source / env(***)\n 1 key = ***\n+2 key = [***]\n"},
	{"a secret that is only known some lines above",
		" key = T0K12345\n a\n b\n c\n d\n+run(T0K12345)\n",
		"6:1-6:14 run of ***; $2 / safe(***)\n 4 c\n 5 d\n+6 [run(***)]\n"},
};
/* clang-format on */

static void
test_row(void **state)
{
	const struct row *row = *state;
	struct court court;

	court_init(&court, rules, sizeof(rules) / sizeof(*rules));
	court_hear(&court, "a.py", "a.py", row->listing);
	court_finish(&court);
	expect_shown(&court, row->expected);
	court_release(&court);
}

/* --- long lines --- */

/* A line of `before` bytes, the match, `after` bytes; how much is shown, and where the mark is. */
static void
check_long(size_t before, size_t after, size_t mark)
{
	struct buf listing = BUF_INIT(1u << 20);
	struct court court;

	buf_add_char(&listing, '+');
	for (size_t i = 0; i < before; i++)
		buf_add_char(&listing, 'a');
	buf_add_str(&listing, "run(x)");
	for (size_t i = 0; i < after; i++)
		buf_add_char(&listing, 'b');
	buf_add_char(&listing, '\n');
	court_init(&court, rules, sizeof(rules) / sizeof(*rules));
	court_hear(&court, "a.py", "a.py", listing.ptr);
	court_finish(&court);
	assert_int_equal(court.n, 1);
	const struct snippet_line *line = &court.findings[0].snippet[0];
	assert_int_equal(court.findings[0].column, before + 1);
	assert_int_equal(line->text.len, SNIPPET_BYTES);
	assert_int_equal(line->mark_start, mark);
	assert_slice_equal(slice_sub(line->text, line->mark_start, line->mark_end), "run(x)");
	court_release(&court);
	buf_release(&listing);
}

static void
test_long_lines(void **state)
{
	(void)state;
	check_long(0, 1000, 0);
	check_long(1000, 1000, 60);
	check_long(1000, 0, SNIPPET_BYTES - 6);
}

/* A cut does not split a character. */
static void
test_cut_utf8(void **state)
{
	struct buf listing = BUF_INIT(65536);
	struct court court;

	(void)state;
	buf_add_str(&listing, "+.");
	for (int i = 0; i < 200; i++)
		buf_add_str(&listing, "\xe2\x82\xac");
	buf_add_str(&listing, "run(x)");
	for (int i = 0; i < 200; i++)
		buf_add_str(&listing, "\xe2\x82\xac");
	court_init(&court, rules, sizeof(rules) / sizeof(*rules));
	court_hear(&court, "a.py", "a.py", listing.ptr);
	court_finish(&court);
	const struct snippet_line *line = &court.findings[0].snippet[0];
	assert_true(line->text.len <= SNIPPET_BYTES && line->text.len > SNIPPET_BYTES - 6);
	assert_int_equal((line->mark_start) % 3, 0);
	assert_int_equal((line->text.len - line->mark_end) % 3, 0);
	assert_slice_equal(slice_sub(line->text, line->mark_start, line->mark_end), "run(x)");
	court_release(&court);
	buf_release(&listing);
}

/* --- no piece of a secret anywhere --- */

#define PIECE 6u

static bool
holds_piece(struct slice s, struct slice secret)
{
	for (size_t i = 0; i + PIECE <= secret.len; i++)
		if (slice_find(s, slice_sub(secret, i, i + PIECE)) != (size_t)-1)
			return true;
	return false;
}

static void
check_silent(const struct finding *f, struct slice secret)
{
	assert_false(holds_piece(f->message, secret));
	assert_false(holds_piece(f->fix, secret));
	assert_false(holds_piece(f->path, secret));
	for (size_t i = 0; i < f->nsnippet; i++) {
		const struct snippet_line *line = &f->snippet[i];
		assert_false(holds_piece(line->text, secret));
		assert_true(line->text.len <= SNIPPET_BYTES);
		assert_true(line->mark_start <= line->mark_end && line->mark_end <= line->text.len);
	}
}

static uint32_t
next_random(uint32_t *state)
{
	*state = *state * 1664525u + 1013904223u;
	return *state >> 8;
}

static void
add_noise(struct buf *out, uint32_t *random, uint32_t max)
{
	static const char noise[] = "abc () ,;+-= \"'#\t";

	for (uint32_t n = next_random(random) % max; n > 0; n--)
		buf_add_char(out, noise[next_random(random) % (sizeof(noise) - 1)]);
}

/* Some lines in which the secret stands once as the rule knows it, and anywhere else. */
static void
build_listing(struct buf *out, struct slice secret, uint32_t *random)
{
	static const char kinds[] = " ++-";
	uint32_t lines = 1 + next_random(random) % 6, known = next_random(random) % lines;

	for (uint32_t i = 0; i < lines; i++) {
		buf_add_char(out, i == known ? '+' : kinds[next_random(random) % 4]);
		for (uint32_t n = next_random(random) % 4; n > 0; n--) {
			add_noise(out, random, next_random(random) % 2 ? 8 : 150);
			buf_add_slice(out, next_random(random) % 4 ? secret : slice_str("run(a)"));
		}
		add_noise(out, random, 8);
		if (i == known) {
			buf_add_str(out, " key = ");
			buf_add_slice(out, secret);
			buf_add_str(out, next_random(random) % 2 ? " run(" : " check(");
			buf_add_slice(out, secret);
			buf_add_str(out, ")");
		}
		buf_add_char(out, '\n');
	}
}

static void
test_no_piece(void **state)
{
	struct buf listing = BUF_INIT(65536);
	struct court court;
	uint32_t random = 1;
	size_t seen = 0;

	(void)state;
	court_init(&court, rules, sizeof(rules) / sizeof(*rules));
	for (int round = 0; round < 400; round++) {
		char secret[80] = "T0K";
		size_t len = 8 + next_random(&random) % 60;
		for (size_t i = 3; i < len; i++)
			secret[i] = "0123456789klmnopq"[next_random(&random) % 17];
		secret[len] = '\0';
		buf_clear(&listing);
		build_listing(&listing, slice_str(secret), &random);
		court_hear(&court, "a.py", "a.py", listing.ptr);
		court_finish(&court);
		for (; seen < court.n; seen++)
			check_silent(&court.findings[seen], slice_str(secret));
	}
	assert_true(seen > 800);
	court_release(&court);
	buf_release(&listing);
}

/* A secret that begins or ends beyond what is shown of a line leaves no piece at the cut. */
static void
test_no_piece_at_a_cut(void **state)
{
	const struct slice secret = slice_str("T0K0123456789klmnopqrstuvwxyz");
	struct buf listing = BUF_INIT(65536);
	struct court court;

	(void)state;
	court_init(&court, rules, sizeof(rules) / sizeof(*rules));
	for (size_t gap = 0; gap < 260; gap++) {
		buf_clear(&listing);
		buf_addf(&listing, " key = %.*s\n+%300s", (int)secret.len, secret.ptr, "");
		buf_add_slice(&listing, secret);
		for (size_t i = 0; i < gap; i++)
			buf_add_char(&listing, '.');
		buf_add_str(&listing, "run(a)");
		for (size_t i = 0; i < gap; i++)
			buf_add_char(&listing, '.');
		buf_add_slice(&listing, secret);
		buf_addf(&listing, "%300s\n", "");
		court_hear(&court, "a.py", "a.py", listing.ptr);
		court_finish(&court);
	}
	assert_int_equal(court.n, 260);
	for (size_t i = 0; i < court.n; i++)
		check_silent(&court.findings[i], secret);
	court_release(&court);
	buf_release(&listing);
}

/* --- where a match ends --- */

/* What one text gave away is taken out of what was shown of another. */
static void
test_vault(void **state)
{
	struct snippet_line line = {.text = SLICE_LITERAL("a Zx81Qw92Er b Zx81Qw92 c Zx81Qw92Er"),
				    .mark_start = 15,
				    .mark_end = 36};
	struct finding f = {.message = SLICE_LITERAL("Zx81Qw92Er"), .snippet = &line, .nsnippet = 1};
	struct arena arena = ARENA_INIT;
	struct err err = ERR_INIT;
	struct vault vault;

	(void)state;
	vault_init(&vault);
	assert_int_equal(vault_redact(&vault, &f, &arena, &err), 0);
	assert_slice_equal(f.message, "Zx81Qw92Er");
	assert_int_equal(vault_add(&vault, slice_str("Zx81Qw92"), &err), 0);
	assert_int_equal(vault_add(&vault, slice_str("Zx81Qw92Er"), &err), 0);
	assert_int_equal(vault_add(&vault, slice_str("Zx81Qw92Er"), &err), 0);
	assert_int_equal(vault_add(&vault, slice_str("aaaaaaaaaaaa"), &err), 0);
	assert_int_equal(vault_add(&vault, slice_str("Zx81"), &err), 0);
	assert_int_equal(vault.n, 2);
	assert_int_equal(vault_redact(&vault, &f, &arena, &err), 0);
	assert_slice_equal(f.message, "***");
	assert_slice_equal(f.snippet[0].text, "a *** b *** c ***");
	assert_int_equal(f.snippet[0].mark_start, 8);
	assert_int_equal(f.snippet[0].mark_end, 17);
	vault_release(&vault);
	arena_release(&arena);
}

static void
test_ends_with_its_line(void **state)
{
	static const struct rule line_rule = {.id = SLICE_LITERAL("line"), .message = SLICE_LITERAL("m")};
	struct match match = {.rule = &line_rule, .start = 2, .end = 6, .span_start = 2, .span_end = 6};
	struct arena arena = ARENA_INIT;
	struct capture capture;
	struct err err = ERR_INIT;
	struct change change;
	struct court court;
	struct finding f;

	(void)state;
	court_init(&court, rules, sizeof(rules) / sizeof(*rules));
	listing_change(&change, &arena, "a", "a", "+x\n+abc\n+y\n");
	capture_init(&capture, court.matcher);
	capture_begin(&capture, &change, NULL);
	assert_int_equal(capture_added(&f, &arena, &capture, &match, &err), 0);
	assert_int_equal(f.line, 2);
	assert_int_equal(f.column, 1);
	assert_int_equal(f.end_line, 2);
	assert_int_equal(f.end_column, 4);
	capture_release(&capture);
	court_release(&court);
	arena_release(&arena);
}

/* --- patches --- */

static void
test_patch(void **state)
{
	static const uint32_t numbers[] = {10, 11, 50, 51};
	struct arena arena = ARENA_INIT;
	struct err err = ERR_INIT;
	struct change change;
	struct court court;

	(void)state;
	court_init(&court, rules, sizeof(rules) / sizeof(*rules));
	listing_change(&change, &arena, "a.py", "a.py", " a\n+run(x)\n+b\n c\n");
	assert_int_equal(
		text_from_lines(&change.new_text, &arena, slice_str("a\nrun(x)\nb\nc\n"), numbers, &err), 0);
	court_hear_change(&court, &change, false);
	court_finish(&court);
	expect_shown(&court, "11:1-11:7 run of x; $2 / safe(x)\n 10 a\n+11 [run(x)]\n");
	court_release(&court);
	arena_release(&arena);
}

#define ROWS (sizeof(rows) / sizeof(*rows))

int
main(void)
{
	static const struct CMUnitTest singles[] = {
		cmocka_unit_test(test_long_lines), cmocka_unit_test(test_cut_utf8),
		cmocka_unit_test(test_no_piece),   cmocka_unit_test(test_no_piece_at_a_cut),
		cmocka_unit_test(test_patch),      cmocka_unit_test(test_ends_with_its_line),
		cmocka_unit_test(test_vault),
	};
	struct CMUnitTest tests[ROWS + sizeof(singles) / sizeof(*singles)];

	for (size_t i = 0; i < ROWS; i++)
		tests[i] =
			(struct CMUnitTest){rows[i].name, test_row, NULL, NULL, (void *)(uintptr_t)&rows[i]};
	memcpy(tests + ROWS, singles, sizeof(singles));
	return cmocka_run_group_tests(tests, NULL, NULL);
}
