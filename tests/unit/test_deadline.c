#include "unit.h"

#include <math.h>

#include "base/deadline.h"

static void
test_none_is_never_past(void **state)
{
	struct deadline none = deadline_in(0);

	(void)state;
	assert_false(deadline_is_past(NULL));
	assert_false(deadline_is_past(&none));
	assert_int_equal(deadline_left_ms(NULL, 7), 7);
	assert_int_equal(deadline_left_ms(&none, 7), 7);
	deadline_hasten(&none, 5);
	assert_int_equal(none.at, 0);
	assert_int_equal(deadline_in(-1.0).at, 0);
	assert_int_equal(deadline_in((double)INFINITY).at, 0);
	assert_int_equal(deadline_in((double)NAN).at, 0);
}

static void
test_it_comes_and_stays_past(void **state)
{
	struct deadline soon = deadline_in(0.002), later = deadline_in(1000);

	(void)state;
	assert_false(deadline_is_past(&later));
	assert_int_equal(deadline_left_ms(&later, 7), 7);
	while (deadline_clock() < soon.at)
		;
	assert_true(deadline_is_past(&soon));
	assert_int_equal(deadline_left_ms(&soon, 7), 0);
}

static void
test_what_is_kept_for_the_end_never_makes_it_endless(void **state)
{
	struct deadline d = {1000};

	(void)state;
	deadline_hasten(&d, 1);
	assert_int_equal(d.at, 999);
	deadline_hasten(&d, 1000);
	assert_int_equal(d.at, 1);
	deadline_hasten(&d, UINT64_MAX);
	assert_int_equal(d.at, 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_none_is_never_past),
		cmocka_unit_test(test_it_comes_and_stays_past),
		cmocka_unit_test(test_what_is_kept_for_the_end_never_makes_it_endless),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
