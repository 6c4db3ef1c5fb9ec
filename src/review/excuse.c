#include "review/excuse.h"

#include <stdlib.h>

#include "base/limits.h"
#include "finding/mask.h"

static const char distrusted[] =
	"This suppression comment does not count yet: it comes with the push and is not "
	"on the branch that the server "
	"trusts.";

void
excuses_init(struct excuses *excuses)
{
	*excuses = (struct excuses){0};
	arena_init(&excuses->arena);
	arena_init(&excuses->known_arena);
}

void
excuses_release(struct excuses *excuses)
{
	free(excuses->items);
	free(excuses->known);
	arena_release(&excuses->arena);
	arena_release(&excuses->known_arena);
	excuses_init(excuses);
}

void
excuses_clear(struct excuses *excuses)
{
	excuses->n = excuses->cursor = 0;
	arena_clear(&excuses->arena);
}

/* Does a line with this text (but for white space at its ends) stand in the text? */
static bool
has_line(const struct text *text, struct slice wanted)
{
	for (uint32_t line = 1; line <= text->nlines; line++)
		if (slice_eq(slice_trim(text_line(text, line)), slice_trim(wanted)))
			return true;
	return false;
}

/* The trusted version of a changed file; an empty text where there is none. */
static int
trusted_text(struct text *out, struct arena *arena, struct buf *blob, const struct change *change,
	     struct repository *repo, struct err *err)
{
	struct slice path = change->entry.old_path.len ? change->entry.old_path : change->entry.new_path;

	*out = (struct text){0};
	if (object_id_is_none(&change->trusted))
		return 0;
	int found = repository_file(blob, repo, &change->trusted, path, LIMIT_BLOB_BYTES, err);
	if (found <= 0)
		return found;
	return text_decode(out, arena, buf_slice(blob), err);
}

/* Takes the vote from comments that the trusted commit does not have. */
static int
distrust_new(struct excuses *excuses, size_t from, const struct change *change, struct repository *repo,
	     const struct deadline *deadline, struct err *err)
{
	struct buf blob = BUF_INIT(LIMIT_BLOB_BYTES);
	struct text trusted;
	int rc = trusted_text(&trusted, &excuses->arena, &blob, change, repo, err);

	for (size_t i = from; rc == 0 && i < excuses->n; i++) {
		struct excuse *e = &excuses->items[i];
		struct slice line = text_line(&change->new_text, e->line);
		e->counts = e->counts && !deadline_is_past(deadline) && has_line(&trusted, line);
	}
	buf_release(&blob);
	return rc;
}

/* Which built-in rule reports the comment; NULL: none. */
static const struct rule *
reporting_rule(const struct suppression *s, const struct change *change)
{
	bool added = line_set_has(&change->added, s->line);

	if (s->gitleaks)
		return added ? &suppression_rule_added : NULL;
	if (s->defect != SUPPRESSION_GOOD)
		return added ? &suppression_rule_invalid : NULL;
	if (added)
		return &suppression_rule_added;
	return line_set_has(&change->added, s->applies) ? &suppression_rule_unused : NULL;
}

/* The reported bytes are the comment's; the span reaches to the line it applies to. */
static int
report(struct match_list *matches, const struct rule *rule, const struct suppression *s,
       const struct text *text, struct err *err)
{
	struct binding *binding = arena_alloc(&matches->arena, sizeof(*binding));
	void *items = matches->items;

	if (!binding || array_reserve(&items, &matches->cap, matches->n + 1, sizeof(*matches->items)) < 0)
		return err_oom(err);
	matches->items = items;
	*binding = (struct binding){slice_str("$1"), s->gitleaks      ? s->reason
						     : s->rule_id.len ? s->rule_id
								      : slice_str("?")};
	uint32_t end = s->end;
	if (rule == &suppression_rule_unused && s->applies <= text->nlines) {
		struct slice line = text_line(text, s->applies);
		end = text->starts[s->applies - 1] + (uint32_t)line.len;
	}
	matches->items[matches->n++] = (struct match){
		.rule = rule,
		.start = s->start,
		.end = s->end,
		.span_start = s->start,
		.span_end = end > s->end ? end : s->end,
		.bindings = binding,
		.nbindings = 1,
	};
	return 0;
}

static int
note(struct excuses *excuses, const struct suppression *s, const struct change *change, bool push,
     struct err *err)
{
	void *items = excuses->items;

	if (array_reserve(&items, &excuses->cap, excuses->n + 1, sizeof(*excuses->items)) < 0)
		return err_oom(err);
	excuses->items = items;
	struct excuse *e = &excuses->items[excuses->n];
	*e = (struct excuse){
		.line = s->line,
		.applies = s->applies,
		.counts = s->defect == SUPPRESSION_GOOD && !(push && line_set_has(&change->added, s->line)),
		.in_commit = !(change->judged & JUDGE_TIP),
		.gitleaks = s->gitleaks,
	};
	struct slice text = slice_trim(text_line(&change->new_text, s->line));
	if (arena_dup(&e->path, &excuses->arena, change->entry.new_path) < 0 ||
	    arena_dup(&e->text, &excuses->arena, text) < 0 ||
	    arena_dup(&e->rule_id, &excuses->arena, s->rule_id) < 0 ||
	    arena_dup(&e->reason, &excuses->arena, s->reason) < 0)
		return err_oom(err);
	excuses->n++;
	return 0;
}

/* The reason is shown later; a secret in it is not. */
static int
hide_secrets(struct excuse *e, const struct change *change, struct matcher *matcher, struct err *err)
{
	const struct line_range line = {e->line, e->line};
	struct mask mask;

	mask_init(&mask);
	int rc = mask_scan(&mask, matcher, &change->new_text, line, err);
	if (rc == 0 && mask_hides(&mask, e->reason))
		e->reason = slice_str(MASK_TEXT);
	mask_release(&mask);
	return rc;
}

/* Text lines become the file's line numbers (they differ in a patch). */
static void
number_lines(struct excuses *excuses, size_t from, const struct text *text)
{
	for (size_t i = from; i < excuses->n; i++) {
		struct excuse *e = &excuses->items[i];
		e->line = text_number(text, e->line);
		e->applies = text_number(text, e->applies);
	}
}

/* Rules for every commit are silent in the net comparison: there nobody knows whether the comment is used. */
static bool
is_judged(const struct ruleset *rules, const struct suppression *s, unsigned judged)
{
	const struct rule *rule = ruleset_find(rules, s->rule_id);

	if (s->gitleaks)
		return judged & JUDGE_EVERY;
	return !rule || (judged & (rule->commits == COMMITS_EVERY ? JUDGE_EVERY : JUDGE_TIP));
}

/* Remembers a comment that the net comparison reports, so that the commits need not. */
static int
remember(struct excuses *excuses, const struct excuse *e, struct err *err)
{
	void *known = excuses->known;

	if (array_reserve(&known, &excuses->known_cap, excuses->nknown + 1, sizeof(*excuses->known)) < 0)
		return err_oom(err);
	excuses->known = known;
	struct excuse_known *k = &excuses->known[excuses->nknown];
	if (arena_dup(&k->path, &excuses->known_arena, e->path) < 0 ||
	    arena_dup(&k->text, &excuses->known_arena, e->text) < 0)
		return err_oom(err);
	excuses->nknown++;
	return 0;
}

static bool
is_known(const struct excuses *excuses, const struct excuse *e)
{
	for (size_t i = 0; i < excuses->nknown; i++)
		if (slice_eq(excuses->known[i].path, e->path) && slice_eq(excuses->known[i].text, e->text))
			return true;
	return false;
}

/* Makes a match of a comment that is to be reported; excuses_settle() has the last word. */
static int
report_note(struct excuses *excuses, const struct suppression *s, const struct change *change,
	    struct match_list *matches, struct err *err)
{
	const struct rule *rule = reporting_rule(s, change);
	const struct excuse *e = &excuses->items[excuses->n - 1];

	if (!rule || (e->in_commit && rule != &suppression_rule_added) || (e->gitleaks && !e->judged))
		return 0;
	if (!e->in_commit && !e->gitleaks && rule == &suppression_rule_added && remember(excuses, e, err) < 0)
		return -1;
	return report(matches, rule, s, &change->new_text, err);
}

int
excuses_note(struct excuses *excuses, const struct change *change, const struct excuse_reader *reader,
	     struct match_list *matches, struct err *err)
{
	const struct text *text = &change->new_text;
	struct suppression *found;
	size_t n, from = excuses->n;

	/* A message has no comments: whoever writes one there speaks for himself. */
	if (change->kind != CHANGE_FILE || !suppressions_may_stand_in(text->bytes))
		return 1;
	struct slice path = change->entry.new_path;
	enum language lang = language_of_file(path, text->bytes);
	if (suppressions_find(&found, &n, &excuses->arena, text, lang, reader->today, reader->deadline, err) <
	    0)
		return -1;
	bool all = excuses->n + n <= LIMIT_SUPPRESSIONS;
	for (size_t i = 0; i < n && excuses->n < LIMIT_SUPPRESSIONS && !deadline_is_past(reader->deadline);
	     i++) {
		if (note(excuses, &found[i], change, reader->push_repo != NULL, err) < 0)
			return -1;
		excuses->items[excuses->n - 1].judged = is_judged(reader->rules, &found[i], change->judged);
		struct excuse *e = &excuses->items[excuses->n - 1];
		if (e->counts && hide_secrets(e, change, reader->matcher, err) < 0)
			return -1;
		if (report_note(excuses, &found[i], change, matches, err) < 0)
			return -1;
	}
	if (reader->push_repo &&
	    distrust_new(excuses, from, change, reader->push_repo, reader->deadline, err) < 0)
		return -1;
	number_lines(excuses, from, text);
	return all;
}

static bool
is_about(const struct excuse *e, const struct rule *rule)
{
	return e->gitleaks ? rule->area == AREA_SECRETS : slice_eq(e->rule_id, rule->id);
}

const struct excuse *
excuses_find(struct excuses *excuses, const struct finding *finding)
{
	for (size_t i = 0; i < excuses->n; i++) {
		struct excuse *e = &excuses->items[i];
		if (!is_about(e, finding->rule) || !slice_eq(e->path, finding->path) ||
		    e->applies < finding->line || e->applies > finding->end_line)
			continue;
		e->wanted = true;
		if (e->counts) {
			e->used = true;
			return e;
		}
	}
	return NULL;
}

/* Of several comments on one line, is any in use? */
static bool
is_used_line(const struct excuses *excuses, const struct excuse *e)
{
	for (size_t i = 0; i < excuses->n; i++)
		if (excuses->items[i].used && excuses->items[i].line == e->line &&
		    slice_eq(excuses->items[i].path, e->path))
			return true;
	return false;
}

bool
excuses_settle(struct excuses *excuses, struct finding *finding)
{
	const struct excuse *e = NULL;

	/* Findings come in the order of the comments: the next one is near. */
	for (size_t tried = 0; tried < excuses->n && !e; tried++) {
		const struct excuse *at = &excuses->items[excuses->cursor % excuses->n];
		if (at->line == finding->line && slice_eq(at->path, finding->path))
			e = at;
		else
			excuses->cursor = (excuses->cursor + 1) % excuses->n;
	}
	if (!e)
		return false;
	if (e->gitleaks && !e->wanted)
		return true;
	if (finding->rule != &suppression_rule_invalid && !e->counts)
		finding->message = slice_str(distrusted);
	if (e->in_commit && !e->gitleaks)
		return !is_used_line(excuses, e) || is_known(excuses, e);
	if (finding->rule == &suppression_rule_unused)
		return e->used || !e->judged;
	if (finding->rule == &suppression_rule_added && e->counts && !e->used && e->judged) {
		finding->rule = &suppression_rule_unused;
		finding->message = suppression_rule_unused.message;
	}
	return false;
}
