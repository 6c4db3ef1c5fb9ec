#include "unit.h"

#include "base/buf.h"
#include "match/squeeze.h"

#define COUNT(a) (sizeof(a) / sizeof(*(a)))

static void
test_rows(void **state)
{
	static const struct {
		const char *text, *squeezed;
	} rows_of_text[] = {
		{"", ""},
		{" \n", ""},
		{"os.system(x)", "os.system(x)"},
		{"os . system (x)", "os.system(x)"},
		{"os.\\\n system\t(x)", "os.system(x)"},
		{"os.\\\r\n system\v\f(x)", "os.system(x)"},
		{"os/* a */./**/system(x)", "os.system(x)"},
		{"app\n  // why\n  .use(x)", "app.use(x)"},
		{"f(\n# why\n  x)", "f(x)"},
		{"return  x", "return x"},
		{"a/* b */c", "a c"},
		{"\303\251 \303\251", "\303\251 \303\251"},
		{"q = 1", "q=1"},
		{"x # no line of its own\ny", "x#no line of its own y"},
		{"http://a b", "http://a b"},
		{"a /* no end b . c", "a/*no end b.c"},
		{"/*/ a", "/*/a"},
		{"/* a */", ""},
		{"# a", ""},
		{"a \\", "a\\"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows_of_text); i++) {
		char out[64];
		size_t n = squeeze(out, slice_str(rows_of_text[i].text));
		out[n] = '\0';
		assert_string_equal(out, rows_of_text[i].squeezed);
	}
}

/* Many comments that do not end are looked through once. */
static void
test_open_comments(void **state)
{
	static char text[1u << 20], out[1u << 20];

	(void)state;
	for (size_t i = 0; i < sizeof(text); i++)
		text[i] = "/*x"[i % 3];
	assert_int_equal(squeeze(out, slice_of(text, sizeof(text))), sizeof(text));
	assert_memory_equal(out, text, sizeof(text));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows),
		cmocka_unit_test(test_open_comments),
	};

	return cmocka_run_group_tests_name("squeeze", tests, NULL, NULL);
}
