/*
 * Which of several matches of one secret is told.
 */
#include "unit.h"

#include <stdio.h>
#include <string.h>

#include "review/once.h"

#define RULE(a, s, c)                                                                                        \
	{                                                                                                    \
		.id = SLICE_LITERAL(#s "-" #c), .area = AREA_##a, .severity = SEVERITY_##s,                  \
		.confidence = CONFIDENCE_##c                                                                 \
	}

static const struct rule proven = RULE(SECRETS, ERROR, HIGH);
static const struct rule shape = RULE(SECRETS, WARNING, HIGH);
static const struct rule named = RULE(SECRETS, WARNING, MEDIUM);
static const struct rule value = RULE(SECRETS, WARNING, MEDIUM);
static const struct rule other = RULE(DATA_EXPOSURE, ERROR, HIGH);

/* Tells the matches of a file and joins the starts of those that are left. `proven` is off below off/. */
static void
assert_told(struct match *matches, size_t n, const char *path, const char *left)
{
	struct policy *policy;
	struct match_list list = {.items = matches, .n = n, .cap = n};
	struct err err = ERR_INIT;
	char said[128] = "";

	assert_int_equal(policy_new(&policy, &err), 0);
	assert_int_equal(policy_set(policy, "sluice.rule.ERROR-HIGH.action", "off", "", &err), 0);
	assert_int_equal(policy_set(policy, "sluice.rule.ERROR-HIGH.path", "off/", "", &err), 0);
	assert_int_equal(once_told(&list, policy, slice_str(path), &err), 0);
	policy_free(policy);
	for (size_t i = 0; i < list.n; i++) {
		const struct match *m = &list.items[i];
		size_t used = strlen(said);
		snprintf(said + used, sizeof(said) - used, "%s%c%u-%u", i ? " " : "",
			 m->rule == &proven  ? 'p'
			 : m->rule == &shape ? 's'
			 : m->rule == &named ? 'n'
			 : m->rule == &value ? 'v'
					     : 'o',
			 m->start, m->end);
	}
	assert_string_equal(said, left);
}

#define M(r, from, to)                                                                                       \
	{                                                                                                    \
		.rule = &(r), .start = (from), .end = (to)                                                   \
	}
#define TOLD_IN(path, left, ...)                                                                             \
	do {                                                                                                 \
		struct match matches[] = {__VA_ARGS__};                                                      \
		assert_told(matches, sizeof(matches) / sizeof(matches[0]), path, left);                      \
	} while (0)
#define TOLD(left, ...) TOLD_IN("a.py", left, __VA_ARGS__)

static void
test_same_place(void **state)
{
	(void)state;
	TOLD("p10-50", M(proven, 10, 50), M(shape, 10, 50), M(value, 10, 50));
	TOLD("p10-50", M(value, 10, 50), M(proven, 10, 50));
	TOLD("s10-50", M(value, 10, 50), M(shape, 10, 50));
	/* alike: the first of the ruleset */
	TOLD("n10-50", M(named, 10, 50), M(value, 10, 50));
}

static void
test_within(void **state)
{
	(void)state;
	TOLD("p10-50", M(proven, 10, 50), M(value, 20, 50));
	/* the surer one is not all of it */
	TOLD("p20-50 v10-60", M(proven, 20, 50), M(value, 10, 60));
	TOLD("p10-50 v40-60", M(proven, 10, 50), M(value, 40, 60));
	TOLD("p10-50 v50-60", M(proven, 10, 50), M(value, 50, 60));
}

static void
test_others_stay(void **state)
{
	(void)state;
	TOLD("p10-50 o10-50", M(proven, 10, 50), M(other, 10, 50));
	TOLD("o10-50 v10-50", M(other, 10, 50), M(value, 10, 50));
	/* one rule tells what it finds */
	TOLD("v10-50 v20-30", M(value, 10, 50), M(value, 20, 30));
	TOLD("v10-50", M(value, 10, 50));
}

/* Of a run of base64 and what it decodes to each is told; escapes stand where they were read. */
static void
test_encoded(void **state)
{
	const struct match run = {
		.rule = &value, .start = 10, .end = 50, .encoding = "base64", .of_run = true};
	const struct match read = {.rule = &value, .start = 10, .end = 50, .encoding = "escapes"};

	(void)state;
	TOLD("p10-50 v10-50", M(proven, 10, 50), run);
	TOLD("p10-50", M(proven, 10, 50), read);
}

/* Nobody would hear of a secret whose surest rule is off there. */
static void
test_off(void **state)
{
	(void)state;
	TOLD_IN("off/a.py", "p10-50 v10-50", M(proven, 10, 50), M(value, 10, 50));
	TOLD_IN("off/a.py", "p10-50 s10-50", M(proven, 10, 50), M(shape, 10, 50), M(value, 20, 50));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_same_place),  cmocka_unit_test(test_within),
		cmocka_unit_test(test_others_stay), cmocka_unit_test(test_encoded),
		cmocka_unit_test(test_off),
	};

	return cmocka_run_group_tests_name("once", tests, NULL, NULL);
}
