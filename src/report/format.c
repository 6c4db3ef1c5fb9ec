#include <string.h>

#include "report/report.h"

static const struct report_format formats[] = {
	{"text", report_text},
	{"json", report_json},
	{"sarif", report_sarif},
};

const struct report_format *
report_format_by_name(const char *name)
{
	for (size_t i = 0; i < sizeof(formats) / sizeof(formats[0]); i++)
		if (strcmp(formats[i].name, name) == 0)
			return &formats[i];
	return NULL;
}

const char *
report_format_names(void)
{
	return "text, json, sarif";
}
