#include "cli/resume.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/file.h"
#include "base/limits.h"
#include "base/version.h"

/* An id, and the end of its line. */
#define ID_LINE 65u

/* What a review depends on besides the commits, in words. */
static int
set_head(struct buf *head, const struct options *options, struct err *err)
{
	*head = (struct buf)BUF_INIT(1u << 20);
	buf_addf(head, "git-sluice %s reviewed\nwith", sluice_version);
	if (options->area >= 0)
		buf_addf(head, " --area=%s", area_name((enum area)options->area));
	for (size_t i = 0; i < options->nrules; i++)
		buf_addf(head, " --%srules=%s", options->only_rules ? "only-" : "", options->rules[i]);
	buf_add_char(head, '\n');
	return buf_ok(head) ? 0 : err_oom(err);
}

static int
add_done(struct resume *resume, const struct object_id *id, struct err *err)
{
	if (array_reserve((void **)&resume->done, &resume->cap, resume->n + 1, sizeof(*resume->done)) < 0)
		return err_oom(err);
	resume->done[resume->n++] = *id;
	return 0;
}

static int
parse(struct resume *resume, struct slice text, const char *path, struct err *err)
{
	struct object_id id;
	struct slice line;

	if (!slice_starts(text, "git-sluice "))
		return err_set(err, ERR_INPUT, "'%s' is not a file that --resume wrote", path);
	if (!slice_eq(slice_sub(text, 0, resume->head.len), buf_slice(&resume->head)))
		return err_set(err, ERR_INPUT,
			       "'%s' is of a review by another version, or with other --rules or --area: "
			       "remove it to start again",
			       path);
	text = slice_sub(text, resume->head.len, text.len);
	while (slice_next_line(&text, &line)) {
		if (!object_id_parse(&id, line))
			return err_set(err, ERR_INPUT, "'%s' has a line that names no commit: remove it",
				       path);
		if (add_done(resume, &id, err) < 0)
			return -1;
	}
	return 0;
}

static int
read_file(struct resume *resume, const char *path, struct err *err)
{
	struct buf text = BUF_INIT((size_t)LIMIT_ALL_COMMITS * ID_LINE);
	int rc = 0;

	if (access(path, F_OK) < 0 && errno == ENOENT)
		return 0;
	if (file_read(&text, path, text.max, err) < 0 || parse(resume, buf_slice(&text), path, err) < 0)
		rc = -1;
	buf_release(&text);
	return rc;
}

int
resume_open(struct resume **out, const struct options *options, struct err *err)
{
	struct resume *resume = calloc(1, sizeof(*resume));

	*out = NULL;
	if (!resume)
		return err_oom(err);
	if (set_head(&resume->head, options, err) < 0 || read_file(resume, options->resume, err) < 0 ||
	    output_open(&resume->output, options->resume, 0644, err) < 0) {
		resume_free(resume);
		return -1;
	}
	*out = resume;
	return 0;
}

int
resume_write(struct resume *resume, const struct source *source, uint32_t ngroups, struct err *err)
{
	struct buf text = BUF_INIT((size_t)LIMIT_ALL_COMMITS * ID_LINE);
	struct object_id id;
	int rc = 0;

	for (uint32_t group = 1; rc == 0 && group <= ngroups; group++)
		if (source_commit_of(source, group, &id))
			rc = add_done(resume, &id, err);
	if (rc < 0)
		return -1;
	buf_add_slice(&text, buf_slice(&resume->head));
	for (size_t i = 0; i < resume->n; i++)
		buf_addf(&text, "%s\n", resume->done[i].hex);
	rc = buf_ok(&text) ? output_commit(&resume->output, buf_slice(&text), err) : err_oom(err);
	buf_release(&text);
	return rc;
}

void
resume_free(struct resume *resume)
{
	if (!resume)
		return;
	output_abort(&resume->output);
	buf_release(&resume->head);
	free(resume->done);
	free(resume);
}
