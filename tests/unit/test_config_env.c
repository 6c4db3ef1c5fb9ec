#include "unit.h"

#include <stdio.h>
#include <stdlib.h>

#include "change/repository_internal.h"

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

struct row {
	const char *name;
	const char *parameters; /* GIT_CONFIG_PARAMETERS */
	const char *count, *key, *value;
	const char *expected; /* "<name>=<value>;" for each; NULL: malformed */
};

static const struct row rows[] = {
	{"nothing", NULL, NULL, NULL, NULL, ""},
	{"empty", "", "", NULL, NULL, ""},
	{"new form", "'sluice.a'='b'", NULL, NULL, NULL, "sluice.a=b;"},
	{"new form, no value", "'sluice.a'=", NULL, NULL, NULL, "sluice.a=true;"},
	{"new form, empty value", "'sluice.a'=''", NULL, NULL, NULL, "sluice.a=;"},
	{"old form", "'sluice.a=b=c'", NULL, NULL, NULL, "sluice.a=b=c;"},
	{"old form, no value", "'sluice.a'", NULL, NULL, NULL, "sluice.a=true;"},
	{"old form, empty value", "'sluice.a='", NULL, NULL, NULL, "sluice.a=;"},
	{"old form, spaces round the name", "' sluice.a = b'", NULL, NULL, NULL, "sluice.a= b;"},
	{"both forms, many spaces", " 'x.a=1'  'x.b'='2' ", NULL, NULL, NULL, "x.a=1;x.b=2;"},
	{"quote in the value", "'x.a'='it'\\''s'", NULL, NULL, NULL, "x.a=it's;"},
	{"exclamation mark", "'x.a=hi'\\!''", NULL, NULL, NULL, "x.a=hi!;"},
	{"subsection keeps its case", "'X.Sub.Sub.Name'='V'", NULL, NULL, NULL, "x.Sub.Sub.name=V;"},
	{"counted", NULL, "1", "Sluice.B", "v", "sluice.b=v;"},
	{"counted comes first", "'x.a'='1'", "1", "x.b", "2", "x.b=2;x.a=1;"},
	{"counted, none", NULL, "0", NULL, NULL, ""},
	{"no quotes", "sluice.a=b", NULL, NULL, NULL, NULL},
	{"open quote", "'sluice.a=b", NULL, NULL, NULL, NULL},
	{"open quote of a value", "'sluice.a'='b", NULL, NULL, NULL, NULL},
	{"bytes behind the quote", "'sluice.a'x", NULL, NULL, NULL, NULL},
	{"bytes behind the value", "'sluice.a'='b'c", NULL, NULL, NULL, NULL},
	{"value without quotes", "'sluice.a'=b", NULL, NULL, NULL, NULL},
	{"no section", "'a'='b'", NULL, NULL, NULL, NULL},
	{"no name", "'a.'='b'", NULL, NULL, NULL, NULL},
	{"no section name", "'.a'='b'", NULL, NULL, NULL, NULL},
	{"key missing", NULL, "1", NULL, "v", NULL},
	{"value missing", NULL, "1", "a.b", NULL, NULL},
	{"second key missing", NULL, "2", "a.b", "v", NULL},
	{"count no number", NULL, "one", "a.b", "v", NULL},
	{"count negative", NULL, "-1", "a.b", "v", NULL},
	{"count too large", NULL, "99999999999999999999", "a.b", "v", NULL},
};

static void
set(const char *name, const char *value)
{
	if (value)
		assert_int_equal(setenv(name, value, 1), 0);
	else
		assert_int_equal(unsetenv(name), 0);
}

static int
visit(void *ctx, const char *name, const char *value, const char *origin, struct err *err)
{
	(void)err;
	assert_string_equal(origin, "command line:");
	buf_addf(ctx, "%s=%s;", name, value);
	return 0;
}

static void
test_row(void **state)
{
	const struct row *row = *state;
	struct buf got = BUF_INIT(4096);
	struct err err = ERR_INIT;

	set("GIT_CONFIG_PARAMETERS", row->parameters);
	set("GIT_CONFIG_COUNT", row->count);
	set("GIT_CONFIG_KEY_0", row->key);
	set("GIT_CONFIG_VALUE_0", row->value);
	int rc = config_each_environment(visit, &got, &err);
	assert_int_equal(rc, row->expected ? 0 : -1);
	assert_int_equal(err.code, row->expected ? ERR_NONE : ERR_CONFIG);
	if (row->expected)
		assert_slice_equal(buf_slice(&got), row->expected);
	buf_release(&got);
}

static int
stop(void *ctx, const char *name, const char *value, const char *origin, struct err *err)
{
	(void)name;
	(void)value;
	(void)origin;
	++*(int *)ctx;
	return err_set(err, ERR_CONFIG, "enough");
}

static void
test_visitor_stops(void **state)
{
	struct err err = ERR_INIT;
	int calls = 0;

	(void)state;
	set("GIT_CONFIG_COUNT", NULL);
	set("GIT_CONFIG_PARAMETERS", "'a.b=1' 'a.c=2'");
	assert_int_equal(config_each_environment(stop, &calls, &err), -1);
	assert_int_equal(calls, 1);
	assert_string_equal(err.msg, "enough");
}

int
main(void)
{
	struct CMUnitTest tests[COUNT(rows) + 1];

	for (size_t i = 0; i < COUNT(rows); i++)
		tests[i] =
			(struct CMUnitTest){rows[i].name, test_row, NULL, NULL, (void *)(uintptr_t)&rows[i]};
	tests[COUNT(rows)] = (struct CMUnitTest)cmocka_unit_test(test_visitor_stops);
	return cmocka_run_group_tests_name("config_env", tests, NULL, NULL);
}
