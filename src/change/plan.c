#include "change/plan.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "change/history.h"
#include "change/known.h"

static int plan_next(struct source *source, struct change *change, struct err *err);
static bool plan_unread(struct source *source, struct unread *out);
static bool plan_commit_of(const struct source *source, uint32_t group, struct object_id *out);

static void
plan_release(struct source *source)
{
	struct plan *plan = (struct plan *)source;

	if (plan->is_active)
		comparison_release(&plan->comparison);
	blob_release(&plan->message);
	free(plan->steps);
}

static const struct source_ops plan_ops = {plan_next, plan_release, plan_unread, plan_commit_of};

int
plan_new(struct plan **out, struct repository *repo, struct err *err, const char *fmt, ...)
{
	struct plan *plan = calloc(1, sizeof(*plan));
	char text[512];
	va_list ap;

	*out = NULL;
	if (!plan)
		return err_oom(err);
	source_init(&plan->source, &plan_ops);
	plan->repo = repo;
	va_start(ap, fmt);
	vsnprintf(text, sizeof(text), fmt, ap);
	va_end(ap);
	plan->source.scope.description = arena_strndup(&plan->source.arena, text, strlen(text));
	if (!plan->source.scope.description) {
		source_free(&plan->source);
		return err_oom(err);
	}
	*out = plan;
	return 0;
}

int
plan_add(struct plan *plan, const struct step *step, struct err *err)
{
	if (array_reserve((void **)&plan->steps, &plan->cap, plan->nsteps + 1, sizeof(*plan->steps)) < 0)
		return err_oom(err);
	plan->steps[plan->nsteps++] = *step;
	return 0;
}

int
plan_add_commits(struct plan *plan, const struct history *history, const struct origin *origins,
		 struct known *except, struct err *err)
{
	for (size_t i = 0; i < history_count(history); i++) {
		struct step step = {.kind = STEP_COMMIT, .judged = JUDGE_EVERY};
		uint32_t owner = history_owner(history, i);
		step.origin = &origins[owner > 0 ? owner - 1 : 0];
		history_commit(history, i, &step.target);
		if (except && known_has(except, &step.target))
			continue;
		if (plan_add(plan, &step, err) < 0)
			return -1;
		plan->source.scope.commits_planned++;
	}
	return 0;
}

static int
open_comparison(struct plan *plan, const struct step *step, struct err *err)
{
	struct object_id *parents = NULL;
	size_t n = 0;
	int rc;

	if (step->kind != STEP_COMMIT) {
		const struct object_id *target = step->kind == STEP_INDEX ? NULL : &step->target;
		rc = comparison_open(&plan->comparison, plan->repo, step->bases, step->nbases, target, err);
	} else {
		if (repository_parents(&parents, &n, &plan->source.change_arena, plan->repo, &step->target,
				       err) < 0)
			return -1;
		rc = comparison_open(&plan->comparison, plan->repo, parents, n, &step->target, err);
		plan->source.scope.commits += rc == 0;
	}
	plan->is_active = rc == 0;
	return rc;
}

int
plan_open(struct plan *plan, struct err *err)
{
	return open_comparison(plan, &plan->steps[0], err);
}

/* A name that no path in a repository can be mistaken for: "<kind>@<name>". */
static int
set_pseudo_path(struct plan *plan, struct change *change, const char *kind, struct slice name,
		struct err *err)
{
	struct buf path = BUF_INIT((size_t)64 + name.len);

	buf_addf(&path, "%s@", kind);
	buf_add_slice(&path, name);
	bool ok = buf_ok(&path) &&
		  arena_dup(&change->entry.new_path, &plan->source.change_arena, buf_slice(&path)) == 0;
	buf_release(&path);
	return ok ? 0 : err_oom(err);
}

/* Reads the step's target and makes a change of its message, or of all of it. */
static int
fill_from_object(struct plan *plan, struct change *change, const struct step *step, enum object_type type,
		 struct err *err)
{
	struct arena *arena = &plan->source.change_arena;

	blob_release(&plan->message);
	int rc = blob_read(&plan->message, &change->skipped, arena, plan->repo, &step->target, type, err);
	if (rc < 0)
		return -1;
	if (rc == 0) {
		change->entry.status = ENTRY_ADDED;
		change->entry.new_mode = MODE_FILE;
		change->incomplete = true;
		return 1;
	}
	struct slice bytes = plan->message.bytes;
	if (type != OBJECT_BLOB)
		bytes = object_message(bytes); /* never "binary": messages are shown to people */
	else if (text_is_binary(bytes))
		change->skipped = "binary";
	if (change->skipped)
		bytes = slice_of("", 0);
	return change_of_new_text(change, arena, bytes, err) < 0 ? -1 : 1;
}

static int
commit_message(struct plan *plan, struct change *change, const struct step *step, struct err *err)
{
	change->kind = CHANGE_COMMIT_MESSAGE;
	change->judged = JUDGE_TIP | JUDGE_EVERY; /* no net result holds a message: all rules judge it here */
	if (set_pseudo_path(plan, change, "commit-message", slice_of(step->target.hex, 12), err) < 0)
		return -1;
	return fill_from_object(plan, change, step, OBJECT_COMMIT, err);
}

static int
tag_message(struct plan *plan, struct change *change, const struct step *step, struct err *err)
{
	struct object object;
	struct tag tag;

	change->kind = CHANGE_TAG_MESSAGE;
	if (object_need(&object, plan->repo, &step->target, OBJECT_TAG, err) < 0)
		return -1;
	int rc = tag_parse(&tag, object.bytes)
			 ? set_pseudo_path(plan, change, "tag-message", tag.name, err)
			 : err_set(err, ERR_GIT, "tag %s is malformed: run 'git fsck'", step->target.hex);
	object_release(&object);
	return rc < 0 ? -1 : fill_from_object(plan, change, step, OBJECT_TAG, err);
}

/* Behind the message: what else people wrote into the commit or tag. */
static int
header_fields(struct plan *plan, struct change *change, const struct step *step, struct err *err)
{
	struct arena *arena = &plan->source.change_arena;
	struct slice rest = plan->message.bytes, field;
	struct buf text = BUF_INIT(plan->message.bytes.len + 1);

	plan->has_header = false;
	plan->at++;
	change->kind = CHANGE_HEADER;
	change->judged = JUDGE_TIP | JUDGE_EVERY;
	while (object_next_field(&field, &rest)) {
		buf_add_slice(&text, field);
		buf_add_char(&text, '\n');
	}
	struct slice bytes = buf_slice(&text);
	int rc = !buf_ok(&text) || arena_dup(&bytes, arena, bytes) < 0 ? err_oom(err) : 0;
	buf_release(&text);
	if (rc == 0)
		rc = set_pseudo_path(plan, change, step->kind == STEP_TAG ? "tag-header" : "commit-header",
				     slice_of(step->target.hex, 12), err);
	return rc < 0 || change_of_new_text(change, arena, bytes, err) < 0 ? -1 : 1;
}

/* What comes of a message; its header is due only when it could be read. */
static int
with_header(struct plan *plan, const struct change *change, int rc)
{
	plan->has_header = rc == 1 && !change->skipped;
	plan->at += !plan->has_header;
	return rc;
}

static struct slice
short_ref_name(struct slice ref)
{
	static const char *const prefixes[] = {"refs/tags/", "refs/heads/", "refs/"};

	for (size_t i = 0; i < sizeof(prefixes) / sizeof(*prefixes); i++)
		if (slice_starts(ref, prefixes[i]))
			return slice_sub(ref, strlen(prefixes[i]), ref.len);
	return ref;
}

static int
tagged_blob(struct plan *plan, struct change *change, const struct step *step, struct err *err)
{
	change->kind = CHANGE_FILE;
	change->entry.new_id = step->target;
	if (set_pseudo_path(plan, change, "tag", short_ref_name(step->origin->ref), err) < 0)
		return -1;
	return fill_from_object(plan, change, step, OBJECT_BLOB, err);
}

/* The next file of the comparison; behind a commit's last one its message and header. 1, 0: the step is done,
 * -1. */
static int
compare_next(struct plan *plan, struct change *change, const struct step *step, struct err *err)
{
	if (!plan->is_active && open_comparison(plan, step, err) < 0)
		return -1;
	plan->comparison.opens_archives = plan->source.opens_archives;
	plan->comparison.is_text = plan->source.is_text;
	int rc = comparison_next(&plan->comparison, &plan->source.change_arena, change, err);
	if (rc != 0)
		return rc;
	comparison_release(&plan->comparison);
	plan->is_active = false;
	if (step->kind == STEP_COMMIT)
		return with_header(plan, change, commit_message(plan, change, step, err));
	plan->at++;
	return 0;
}

static int
step_next(struct plan *plan, struct change *change, const struct step *step, struct err *err)
{
	if (plan->has_header)
		return header_fields(plan, change, step, err);
	switch (step->kind) {
	case STEP_TAG:
		return with_header(plan, change, tag_message(plan, change, step, err));
	case STEP_BLOB:
		plan->at++;
		return tagged_blob(plan, change, step, err);
	default:
		return compare_next(plan, change, step, err);
	}
}

static void
set_origin(struct change *change, const struct step *step, size_t at)
{
	change->judged = step->judged;
	change->group = (uint32_t)at + 1;
	if (step->kind == STEP_COMMIT)
		change->commit = step->target;
	if (step->origin) {
		change->ref = step->origin->ref;
		change->trusted = step->origin->trusted;
	}
}

static int
plan_next(struct source *source, struct change *change, struct err *err)
{
	struct plan *plan = (struct plan *)source;
	int rc = 0;

	while (rc == 0 && plan->at < plan->nsteps) {
		const struct step *step = &plan->steps[plan->at];
		set_origin(change, step, plan->at);
		rc = step_next(plan, change, step, err);
	}
	return rc;
}

static bool
plan_unread(struct source *source, struct unread *out)
{
	struct plan *plan = (struct plan *)source;

	for (; plan->at < plan->nsteps; plan->at++) {
		const struct step *step = &plan->steps[plan->at];
		if (step->kind == STEP_COMMIT)
			out->commit = step->target;
		if (!plan->is_active) {
			plan->at++;
			return true;
		}
		if (comparison_unread(&plan->comparison, &out->path))
			return true;
		comparison_release(&plan->comparison);
		plan->is_active = false;
	}
	return false;
}

static bool
plan_commit_of(const struct source *source, uint32_t group, struct object_id *out)
{
	const struct plan *plan = (const struct plan *)source;

	if (group == 0 || group > plan->nsteps || plan->steps[group - 1].kind != STEP_COMMIT)
		return false;
	*out = plan->steps[group - 1].target;
	return true;
}
