/*
 * config_env.c - configuration that travels in the environment
 *
 * GIT_CONFIG_COUNT with GIT_CONFIG_KEY_<n> and GIT_CONFIG_VALUE_<n>
 * (git-config(1)), and GIT_CONFIG_PARAMETERS, in which `git -c` hands its
 * settings to the processes below it, in either of two forms:
 *
 *   'user.name=A' 'core.x'              git before 2.31
 *   'user.name'='A' 'core.x'=           since
 */
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/ascii.h"
#include "change/repository_internal.h"

/* Settings of one environment; more is somebody's mistake. */
#define MAX_SETTINGS 100000u

static const char origin[] = "command line:";

/* One variable whose name the environment spelt in its own way. */
static int
visit_setting(struct slice name, const char *value, config_visitor visit, void *ctx, struct err *err)
{
	struct shown shown;
	size_t dot = slice_chr(name, '.');

	if (dot == (size_t)-1 || dot == 0 || name.ptr[name.len - 1] == '.')
		return err_set(err, ERR_CONFIG, "'%s' in git's environment is no configuration variable",
			       show(&shown, name));
	char *canonical = strndup(name.ptr, name.len);
	if (!canonical)
		return err_oom(err);
	config_canonical_name(canonical);
	int rc = visit(ctx, canonical, value ? value : "true", origin, err);
	free(canonical);
	return rc;
}

static const char *
numbered(const char *prefix, unsigned long n)
{
	char name[64];

	snprintf(name, sizeof(name), "%s%lu", prefix, n);
	return getenv(name);
}

static int
visit_counted(config_visitor visit, void *ctx, struct err *err)
{
	const char *text = getenv("GIT_CONFIG_COUNT");
	unsigned long count;

	if (!text || !*text)
		return 0;
	if (!slice_to_ulong(slice_str(text), MAX_SETTINGS, &count))
		return err_set(err, ERR_CONFIG, "GIT_CONFIG_COUNT is no number, or too large");
	for (unsigned long i = 0; i < count; i++) {
		const char *key = numbered("GIT_CONFIG_KEY_", i);
		const char *value = numbered("GIT_CONFIG_VALUE_", i);
		if (!key || !value)
			return err_set(err, ERR_CONFIG, "GIT_CONFIG_%s_%lu is missing", key ? "VALUE" : "KEY",
				       i);
		if (visit_setting(slice_str(key), value, visit, ctx, err) < 0)
			return -1;
	}
	return 0;
}

/*
 * Takes one '...' off *rest into out, as git's sq_dequote_step(): outside the
 * quotes only \' and \! may stand, and a quote must follow them.
 */
static bool
dequote(struct buf *out, const char **rest)
{
	const char *p = *rest;

	buf_clear(out);
	while (*p == '\'') {
		size_t len = strcspn(p + 1, "'");
		buf_add(out, p + 1, len);
		p += 1 + len;
		if (*p++ != '\'')
			return false;
		if (p[0] != '\\' || (p[1] != '\'' && p[1] != '!') || p[2] != '\'') {
			*rest = p;
			return true;
		}
		buf_add_char(out, p[1]);
		p += 2;
	}
	return false;
}

static bool
at_end_of_setting(const char *p)
{
	return *p == '\0' || ascii_is_space(*p);
}

/* 'name=value' or 'name', already without its quotes. */
static int
visit_old_form(struct slice text, config_visitor visit, void *ctx, struct err *err)
{
	size_t equals = slice_chr(text, '=');
	struct slice name = slice_trim(slice_sub(text, 0, equals));

	/* text ends in the NUL of its buffer, so the value is a string. */
	return visit_setting(name, equals == (size_t)-1 ? NULL : text.ptr + equals + 1, visit, ctx, err);
}

/* One setting at *rest. */
static int
visit_parameter(struct buf *name, struct buf *value, const char **rest, config_visitor visit, void *ctx,
		struct err *err)
{
	if (!dequote(name, rest))
		goto malformed;
	if (at_end_of_setting(*rest))
		return buf_ok(name) ? visit_old_form(buf_slice(name), visit, ctx, err) : err_oom(err);
	if (*(*rest)++ != '=')
		goto malformed;
	bool has_value = **rest == '\'';
	if ((has_value && !dequote(value, rest)) || !at_end_of_setting(*rest))
		goto malformed;
	if (!buf_ok(name) || !buf_ok(value))
		return err_oom(err);
	const char *string = value->len > 0 ? value->ptr : "";
	return visit_setting(buf_slice(name), has_value ? string : NULL, visit, ctx, err);
malformed:
	return err_set(err, ERR_CONFIG, "GIT_CONFIG_PARAMETERS is malformed");
}

static int
visit_parameters(config_visitor visit, void *ctx, struct err *err)
{
	const char *rest = getenv("GIT_CONFIG_PARAMETERS");
	int rc = 0;

	if (!rest)
		return 0;
	struct buf name = BUF_INIT(strlen(rest) + 1), value = BUF_INIT(strlen(rest) + 1);
	while (rc == 0) {
		while (ascii_is_space(*rest))
			rest++;
		if (!*rest)
			break;
		rc = visit_parameter(&name, &value, &rest, visit, ctx, err);
	}
	buf_release(&name);
	buf_release(&value);
	return rc;
}

int
config_each_environment(config_visitor visit, void *ctx, struct err *err)
{
	if (visit_counted(visit, ctx, err) < 0)
		return -1;
	return visit_parameters(visit, ctx, err);
}
