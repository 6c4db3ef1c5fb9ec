#include <getopt.h>
#include <stdlib.h>
#include <string.h>

#include "cli/cli.h"

enum option_id {
	OPT_STAGED = 256,
	OPT_ALL,
	OPT_RESUME,
	OPT_PATCH,
	OPT_FORMAT,
	OPT_OUTPUT,
	OPT_REPORT,
	OPT_RULES,
	OPT_ONLY_RULES,
	OPT_AREA,
	OPT_FAIL_ON,
	OPT_BASELINE,
	OPT_JOBS,
	OPT_TIME_LIMIT,
	OPT_COLOR,
	OPT_REQUIRE_SANDBOX,
};

static const struct option long_options[] = {
	{"staged", no_argument, NULL, OPT_STAGED},
	{"cached", no_argument, NULL, OPT_STAGED},
	{"all", no_argument, NULL, OPT_ALL},
	{"resume", required_argument, NULL, OPT_RESUME},
	{"patch", required_argument, NULL, OPT_PATCH},
	{"format", required_argument, NULL, OPT_FORMAT},
	{"output", required_argument, NULL, OPT_OUTPUT},
	{"report", required_argument, NULL, OPT_REPORT},
	{"rules", required_argument, NULL, OPT_RULES},
	{"only-rules", required_argument, NULL, OPT_ONLY_RULES},
	{"area", required_argument, NULL, OPT_AREA},
	{"fail-on", required_argument, NULL, OPT_FAIL_ON},
	{"baseline", required_argument, NULL, OPT_BASELINE},
	{"jobs", required_argument, NULL, OPT_JOBS},
	{"time-limit", required_argument, NULL, OPT_TIME_LIMIT},
	{"color", optional_argument, NULL, OPT_COLOR},
	{"require-sandbox", no_argument, NULL, OPT_REQUIRE_SANDBOX},
	{"quiet", no_argument, NULL, 'q'},
	{"verbose", no_argument, NULL, 'v'},
	{NULL, 0, NULL, 0},
};

static int
add_report(struct options *o, const struct report_format *format, const char *path, struct err *err)
{
	if (o->nreports == MAX_REPORTS)
		return err_set(err, ERR_USAGE, "more than %d reports", MAX_REPORTS);
	o->reports[o->nreports++] = (struct report_target){format, path};
	return 0;
}

static const struct report_format *
find_format(const char *name, struct err *err)
{
	const struct report_format *format = report_format_by_name(name);

	if (!format)
		err_set(err, ERR_USAGE, "unknown format '%s'; there are: %s", name, report_format_names());
	return format;
}

/* --report=<format>:<file> */
static int
set_report(struct options *o, const char *value, struct err *err)
{
	char name[32];
	const char *colon = strchr(value, ':');
	size_t len = colon ? (size_t)(colon - value) : 0;

	if (!colon || len >= sizeof(name) || colon[1] == '\0')
		return err_set(err, ERR_USAGE, "--report wants <format>:<file>, not '%s'", value);
	memcpy(name, value, len);
	name[len] = '\0';
	const struct report_format *format = find_format(name, err);
	return format ? add_report(o, format, colon + 1, err) : -1;
}

static int
add_rules(struct options *o, const char *path, struct err *err)
{
	if (o->nrules == MAX_RULE_PATHS)
		return err_set(err, ERR_USAGE, "more than %d rule paths", MAX_RULE_PATHS);
	o->rules[o->nrules++] = path;
	return 0;
}

static int
set_area(struct options *o, const char *value, struct err *err)
{
	enum area area;

	if (!area_by_name(&area, slice_str(value)))
		return err_set(
			err, ERR_USAGE,
			"unknown area '%s'; there are: sql-injection, input-validation, error-handling, "
			"data-exposure, auth, comments, dependencies, secrets",
			value);
	o->area = (int)area;
	return 0;
}

static int
set_fail_on(struct options *o, const char *value, struct err *err)
{
	if (strcmp(value, "block") != 0 && strcmp(value, "warn") != 0)
		return err_set(err, ERR_USAGE, "--fail-on wants block or warn, not '%s'", value);
	o->fail_on_warn = value[0] == 'w';
	return 0;
}

static int
set_time_limit(struct options *o, const char *value, struct err *err)
{
	char *end;

	o->time_limit = strtod(value, &end);
	if (end == value || *end != '\0' || !(o->time_limit > 0) || o->time_limit > 1e6)
		return err_set(err, ERR_USAGE, "--time-limit wants seconds above 0, not '%s'", value);
	return 0;
}

static int
set_color(struct options *o, const char *value, struct err *err)
{
	if (!value || strcmp(value, "always") == 0)
		o->color = COLOR_ALWAYS;
	else if (strcmp(value, "never") == 0)
		o->color = COLOR_NEVER;
	else if (strcmp(value, "auto") == 0)
		o->color = COLOR_AUTO;
	else
		return err_set(err, ERR_USAGE, "--color wants auto, always or never, not '%s'", value);
	return 0;
}

static int
check_jobs(const char *value, struct err *err)
{
	unsigned long jobs;

	if (!slice_to_ulong(slice_str(value), 1024, &jobs) || jobs == 0)
		return err_set(err, ERR_USAGE, "--jobs wants a number from 1 to 1024, not '%s'", value);
	return 0; /* an upper bound; the review runs on one thread */
}

/* What --format and --output say about the first report. */
struct main_report {
	const struct report_format *format;
	const char *path;
};

static int
apply(struct options *o, struct main_report *report, int id, const char *value, struct err *err)
{
	switch (id) {
	case OPT_STAGED:
		o->staged = true;
		return 0;
	case OPT_ALL:
		o->all = true;
		return 0;
	case OPT_RESUME:
		o->resume = value;
		return 0;
	case OPT_PATCH:
		o->patch = value;
		return 0;
	case OPT_FORMAT:
		report->format = find_format(value, err);
		return report->format ? 0 : -1;
	case OPT_OUTPUT:
		report->path = value;
		return 0;
	case OPT_REPORT:
		return set_report(o, value, err);
	case OPT_ONLY_RULES:
		o->only_rules = true;
		return add_rules(o, value, err);
	case OPT_RULES:
		return add_rules(o, value, err);
	case OPT_AREA:
		return set_area(o, value, err);
	case OPT_FAIL_ON:
		return set_fail_on(o, value, err);
	case OPT_BASELINE:
		o->baseline = value;
		return 0;
	case OPT_JOBS:
		return check_jobs(value, err);
	case OPT_TIME_LIMIT:
		return set_time_limit(o, value, err);
	case OPT_COLOR:
		return set_color(o, value, err);
	case OPT_REQUIRE_SANDBOX:
		o->require_sandbox = true;
		return 0;
	case 'q':
		o->quiet = true;
		return 0;
	case 'v':
		o->verbose = true;
		return 0;
	default:
		return err_set(err, ERR_USAGE, "unknown option");
	}
}

int
options_parse(struct options *options, int argc, char **argv, struct err *err)
{
	struct main_report report = {report_format_by_name("text"), NULL};
	int id;

	*options = (struct options){.area = -1, .started = deadline_clock()};
	opterr = 0;
	optind = 1;
	while ((id = getopt_long(argc, argv, ":qv", long_options, NULL)) != -1) {
		if (id == '?' || id == ':')
			return err_set(err, ERR_USAGE, "%s '%s'",
				       id == ':' ? "a value is missing after" : "unknown option",
				       argv[optind - 1]);
		if (apply(options, &report, id, optarg, err) < 0)
			return -1;
	}
	options->rest = optind;
	/* The main report comes first, whatever --report asked for besides. */
	if (add_report(options, report.format, report.path, err) < 0)
		return -1;
	struct report_target last = options->reports[options->nreports - 1];
	memmove(&options->reports[1], &options->reports[0],
		(options->nreports - 1) * sizeof(options->reports[0]));
	options->reports[0] = last;
	return 0;
}
