/*
 * The prefilter against a search that tries every literal at every byte.
 */
#include "match_fixture.h"

#include "base/ascii.h"
#include "match/prefilter.h"

struct row {
	const char *name;
	const char *literals; /* separated by blanks */
	const char *text;
	const char *hits; /* "start:literal", by place of the end, long literals first */
};

/* clang-format off */
static const struct row rows[] = {
	{"a literal", "key", "a key", "2:key"},
	{"none there", "key", "a kez", ""},
	{"every occurrence", "aa", "aaaa", "0:aa 1:aa 2:aa"},
	{"one inside another", "she he hers", "ushers", "1:she 2:he 2:hers"},
	{"the end of another", "secret ret", "secret", "0:secret 3:ret"},
	{"a prefix of another", "pass password", "password", "0:pass 0:password"},
	{"folded, text", "key", "KEY kEy", "0:key 4:key"},
	{"folded, literal", "KeY", "key", "0:key"},
	{"equal ones are one", "key KEY", "key", "0:key"},
	{"a failure in the middle", "abcd bce", "abce", "1:bce"},
	{"failure twice", "aab ab b", "aaab", "1:aab 2:ab 3:b"},
	{"high bytes are not folded", "\xc3\xa4x", "\xc3\x84x \xc3\xa4x", "4:\xc3\xa4x"},
	{"one byte", "x", "axbx", "1:x 3:x"},
	{"at both ends", "ab", "ab..ab", "0:ab 4:ab"},
	{"a long one", "authorization_bearer", "Authorization_Bearer authorization_bear", "0:authorization_bearer"},
	{"long ones that begin alike", "password_a password_ab password_b password", "password_ab", "0:password 0:password_ab 0:password_a"},
	{"no literals", "", "abc", ""},
};
/* clang-format on */

static size_t
split(struct slice *out, const char *s)
{
	struct slice rest = slice_str(s);
	size_t n = 0;

	while (slice_next_word(&rest, &out[n]))
		n++;
	return n;
}

static void
test_row(void **state)
{
	const struct row *row = *state;
	struct slice literals[8], text = slice_str(row->text);
	struct prefilter_hits hits = {0};
	struct buf shown = BUF_INIT(4096);
	struct err err = ERR_INIT;
	struct prefilter *pf;

	size_t n = split(literals, row->literals);
	assert_int_equal(prefilter_new(&pf, literals, n, &err), 0);
	assert_int_equal(prefilter_scan(pf, text, 0, text.len, &hits, &err), 0);
	for (size_t i = 0; i < hits.n; i++) {
		uint32_t len = prefilter_length(pf, hits.items[i].id);
		buf_addf(&shown, "%s%u:", i ? " " : "", hits.items[i].start);
		for (uint32_t k = 0; k < len; k++)
			buf_add_char(&shown, ascii_lower(text.ptr[hits.items[i].start + k]));
	}
	assert_string_equal(shown.ptr ? shown.ptr : "", row->hits);
	buf_release(&shown);
	free(hits.items);
	prefilter_free(pf);
}

/* --- generated --- */

static bool
stands_at(struct slice text, size_t at, struct slice literal)
{
	for (size_t i = 0; i < literal.len; i++)
		if (at + i >= text.len || ascii_lower(text.ptr[at + i]) != ascii_lower(literal.ptr[i]))
			return false;
	return literal.len > 0;
}

static void
assert_all_found(const struct prefilter *pf, const struct slice *literals, size_t n, struct slice text,
		 size_t from, size_t to)
{
	struct prefilter_hits hits = {0};
	struct err err = ERR_INIT;
	struct slice part = slice_sub(text, 0, to);
	size_t expected = 0;

	assert_int_equal(prefilter_scan(pf, text, from, to, &hits, &err), 0);
	for (size_t i = 0; i < hits.n; i++) {
		bool real = false;
		for (size_t k = 0; k < n; k++)
			real |= prefilter_ids(pf)[k] == hits.items[i].id &&
				stands_at(part, hits.items[i].start, literals[k]);
		assert_true(real && hits.items[i].start >= from);
	}
	for (size_t k = 0; k < n; k++) {
		bool first = true;
		for (size_t j = 0; j < k; j++)
			first &= prefilter_ids(pf)[j] != prefilter_ids(pf)[k];
		for (size_t at = from; first && at < to; at++)
			expected += stands_at(part, at, literals[k]);
	}
	assert_int_equal(hits.n, expected);
	free(hits.items);
}

/* Few letters, so that literals overlap; lengths around the borders of lanes and of the longest literal. */
static void
test_generated(void **state)
{
	uint64_t seed = 7;
	char text[700], letters[20][41];
	struct slice literals[20];

	(void)state;
	for (int round = 0; round < 400; round++) {
		size_t n = next_random(&seed) % 20, len = next_random(&seed) % sizeof(text);
		struct err err = ERR_INIT;
		struct prefilter *pf;

		for (size_t i = 0; i < n; i++) {
			size_t size = next_random(&seed) % (round % 7 == 0 ? 41 : 5);
			for (size_t k = 0; k < size; k++)
				letters[i][k] = "abAB"[next_random(&seed) % 4];
			literals[i] = slice_of(letters[i], size);
		}
		for (size_t i = 0; i < len; i++)
			text[i] = "aabBc"[next_random(&seed) % 5];
		if (n > 0 && len > literals[0].len) /* the long ones would hardly ever stand there */
			memcpy(text + next_random(&seed) % (len - literals[0].len), literals[0].ptr,
			       literals[0].len);
		assert_int_equal(prefilter_new(&pf, literals, n, &err), 0);
		size_t from = len ? next_random(&seed) % len : 0;
		assert_all_found(pf, literals, n, slice_of(text, len), 0, len);
		assert_all_found(pf, literals, n, slice_of(text, len), from, len);
		prefilter_free(pf);
	}
}

/* A match that lies across two lanes, at every place. */
static void
test_lane_borders(void **state)
{
	struct slice literal = slice_str("needle");
	struct err err = ERR_INIT;
	struct prefilter *pf;
	char text[300];

	(void)state;
	assert_int_equal(prefilter_new(&pf, &literal, 1, &err), 0);
	for (size_t at = 0; at + 6 <= sizeof(text); at++) {
		struct prefilter_hits hits = {0};
		memset(text, 'n', sizeof(text));
		memcpy(text + at, "needle", 6);
		assert_int_equal(
			prefilter_scan(pf, slice_of(text, sizeof(text)), 0, sizeof(text), &hits, &err), 0);
		assert_int_equal(hits.n, 1);
		assert_int_equal(hits.items[0].start, at);
		free(hits.items);
	}
	prefilter_free(pf);
}

/* More literals than there are states: the rest is refused, the others are found. */
static void
test_too_many(void **state)
{
	enum { N = 40000 };
	static char letters[N][32];
	static struct slice literals[N];
	struct prefilter_hits hits = {0};
	struct err err = ERR_INIT;
	struct prefilter *pf;
	uint64_t seed = 1;

	(void)state;
	for (size_t i = 0; i < N; i++) {
		for (size_t k = 0; k < sizeof(letters[i]); k++)
			letters[i][k] = (char)('a' + next_random(&seed) % 26);
		literals[i] = slice_of(letters[i], sizeof(letters[i]));
	}
	assert_int_equal(prefilter_new(&pf, literals, N, &err), 0);
	assert_int_not_equal(prefilter_ids(pf)[0], PREFILTER_NONE);
	assert_int_equal(prefilter_ids(pf)[N - 1], PREFILTER_NONE);
	assert_int_equal(prefilter_scan(pf, literals[0], 0, literals[0].len, &hits, &err), 0);
	assert_int_equal(hits.n, 1);
	free(hits.items);
	prefilter_free(pf);
}

/* Literals of all 256 bytes: more than there are classes. */
static void
test_many_bytes(void **state)
{
	static char bytes[256][3];
	struct slice literals[256], text;
	struct err err = ERR_INIT;
	struct prefilter *pf;

	(void)state;
	for (size_t i = 0; i < 256; i++) {
		bytes[i][0] = (char)(unsigned char)i;
		bytes[i][1] = (char)(unsigned char)(255 - i);
		bytes[i][2] = (char)(unsigned char)(i * 7);
		literals[i] = slice_of(bytes[i], 3);
	}
	text = slice_of(bytes, sizeof(bytes));
	assert_int_equal(prefilter_new(&pf, literals, 256, &err), 0);
	assert_all_found(pf, literals, 256, text, 0, text.len);
	prefilter_free(pf);
}

int
main(void)
{
	struct CMUnitTest tests[COUNT(rows) + 4];

	for (size_t i = 0; i < COUNT(rows); i++)
		tests[i] =
			(struct CMUnitTest){rows[i].name, test_row, NULL, NULL, (void *)(uintptr_t)&rows[i]};
	tests[COUNT(rows)] = (struct CMUnitTest)cmocka_unit_test(test_generated);
	tests[COUNT(rows) + 1] = (struct CMUnitTest)cmocka_unit_test(test_lane_borders);
	tests[COUNT(rows) + 2] = (struct CMUnitTest)cmocka_unit_test(test_too_many);
	tests[COUNT(rows) + 3] = (struct CMUnitTest)cmocka_unit_test(test_many_bytes);
	return cmocka_run_group_tests_name("prefilter", tests, NULL, NULL);
}
