#include "review/redact.h"

#include "base/buf.h"
#include "base/limits.h"

void
redactor_init(struct redactor *r, struct matcher *matcher, struct arena *out)
{
	*r = (struct redactor){.matcher = matcher, .out = out};
	mask_init(&r->mask);
}

void
redactor_release(struct redactor *r)
{
	mask_release(&r->mask);
}

static int
write_masked(struct slice *out, struct redactor *r, struct slice name, struct err *err)
{
	const char *at = name.ptr, *end = name.ptr + name.len;
	struct buf masked = BUF_INIT(2 * LIMIT_PATH_BYTES);
	struct mask_range secret;

	while (at < end && mask_next(&secret, &r->mask, at, end)) {
		if (secret.start > at)
			buf_add(&masked, at, (size_t)(secret.start - at));
		buf_add_str(&masked, MASK_TEXT);
		at = secret.end < end ? secret.end : end;
	}
	buf_add(&masked, at, (size_t)(end - at));
	int rc = buf_ok(&masked) && arena_dup(out, r->out, buf_slice(&masked)) == 0 ? 0 : err_oom(err);
	buf_release(&masked);
	return rc;
}

static int
mask_name(struct slice *out, struct redactor *r, struct slice name, struct err *err)
{
	struct arena arena = ARENA_INIT;
	struct text text;
	int rc = text_from_lines(&text, &arena, name, NULL, err);

	*out = name;
	mask_clear(&r->mask);
	if (rc == 0)
		rc = mask_scan(&r->mask, r->matcher, &text, (struct line_range){1, text.nlines}, err);
	if (rc == 0 && r->mask.nranges > 0)
		rc = write_masked(out, r, name, err);
	mask_clear(&r->mask);
	arena_release(&arena);
	return rc;
}

static int
redact(struct slice *name, struct redactor *r, struct err *err)
{
	if (name->len == 0)
		return 0;
	if (!slice_eq(*name, r->last)) {
		if (mask_name(&r->last_masked, r, *name, err) < 0)
			return -1;
		r->last = *name;
	}
	*name = r->last_masked;
	return 0;
}

int
redact_finding(struct redactor *r, struct finding *f, struct err *err)
{
	if (redact(&f->old_path, r, err) < 0 || redact(&f->ref, r, err) < 0)
		return -1;
	return redact(&f->path, r, err);
}

/* All steps are in the finding's file. */
static int
redact_trace(struct redactor *r, struct finding *f, struct err *err)
{
	struct trace_step *steps;

	if (f->ntrace == 0)
		return 0;
	steps = arena_array(r->out, f->ntrace, sizeof(*steps));
	if (!steps)
		return err_oom(err);
	for (size_t i = 0; i < f->ntrace; i++) {
		steps[i] = f->trace[i];
		steps[i].path = f->path;
	}
	f->trace = steps;
	return 0;
}

/* A path by its own form, then by what was found elsewhere. */
static int
redact_path(struct slice *path, struct redactor *r, const struct vault *vault, struct err *err)
{
	return redact(path, r, err) < 0 ? -1 : vault_redact_text(vault, path, r->out, err);
}

/* A reason may quote what was not understood. */
static int
redact_skipped(struct skipped *skipped, size_t n, struct redactor *r, const struct vault *vault,
	       struct err *err)
{
	for (size_t i = 0; i < n; i++)
		if (redact_path(&skipped[i].path, r, vault, err) < 0 ||
		    vault_redact_text(vault, &skipped[i].reason, r->out, err) < 0)
			return -1;
	return 0;
}

static int
redact_seen(struct area_review *area, struct redactor *r, const struct vault *vault, struct err *err)
{
	for (size_t i = 0; i < area->nseen; i++)
		for (size_t p = 0; p < area->seen[i].nplaces; p++)
			if (redact_path(&area->seen[i].places[p].path, r, vault, err) < 0)
				return -1;
	return 0;
}

int
redact_review(struct redactor *r, struct review *review, const struct vault *vault, struct err *err)
{
	for (size_t i = 0; i < review->n; i++)
		if (vault_redact(vault, &review->findings[i], r->out, err) < 0 ||
		    redact_trace(r, &review->findings[i], err) < 0)
			return -1;
	for (size_t a = 0; a < AREA_COUNT; a++)
		if (redact_seen(&review->areas[a], r, vault, err) < 0)
			return -1;
	if (redact_skipped(review->skipped, review->nskipped, r, vault, err) < 0)
		return -1;
	return redact_skipped(review->incomplete, review->nincomplete, r, vault, err);
}
