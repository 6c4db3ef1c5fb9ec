/*
 * classify.c - from matches to findings, one comparison at a time
 *
 * A match becomes a pending finding at once, for its change goes away. What
 * other files of the comparison know, where a line was moved from, is only
 * known at its end: classifier_finish() settles the class, lets history have
 * its say and hands the findings out in order.
 */
#include <stdlib.h>
#include <sys/random.h>

#include "base/buf.h"
#include "base/limits.h"
#include "finding/classify_internal.h"
#include "finding/touched.h"

/* Lines of one match that are held against the removed ones; a match with more is not moved. */
#define MOVED_LINES 512u

int
classifier_new(struct classifier **out, struct matcher *matcher, struct err *err)
{
	struct line_key key;
	struct classifier *c = calloc(1, sizeof(*c));

	if (!c)
		return err_oom(err);
	if (getrandom(&key, sizeof(key), 0) != (ssize_t)sizeof(key)) {
		free(c);
		return err_set(err, ERR_IO, "the system has no random bytes for a hash key");
	}
	c->matcher = matcher;
	capture_init(&c->capture, matcher);
	before_init(&c->before, matcher);
	lost_init(&c->lost, matcher);
	elsewhere_init(&c->elsewhere, key);
	moved_init(&c->removed, key);
	history_init(&c->history);
	arena_init(&c->arena);
	*out = c;
	return 0;
}

void
classifier_set_reach(struct classifier *c, rule_reach reach, void *ctx, struct deadline *deadline)
{
	c->before.reach = reach;
	c->before.reach_ctx = ctx;
	c->before.deadline = c->later.deadline = c->deadline = deadline;
}

void
classifier_free(struct classifier *c)
{
	if (!c)
		return;
	capture_release(&c->capture);
	moved_release(&c->removed);
	before_release(&c->before);
	later_release(&c->later);
	lost_release(&c->lost);
	elsewhere_release(&c->elsewhere);
	history_release(&c->history);
	free(c->pending);
	free(c->queries);
	free(c->spots);
	free(c->kept);
	arena_release(&c->arena);
	free(c);
}

void
classifier_set_key(struct classifier *c, const char *key)
{
	c->capture.key = slice_str(key);
}

const struct vault *
classifier_vault(const struct classifier *c)
{
	return &c->capture.vault;
}

/* --- taking a change in --- */

struct pending *
next_pending(struct classifier *c, const struct match *match, uint32_t file, struct err *err)
{
	void *pending = c->pending;

	if (c->n >= LIMIT_FINDINGS) {
		err_set(err, ERR_LIMIT, "more than %u findings in one comparison", LIMIT_FINDINGS);
		return NULL;
	}
	if (array_reserve(&pending, &c->cap, c->n + 1, sizeof(*c->pending)) < 0) {
		err_oom(err);
		return NULL;
	}
	c->pending = pending;
	if (c->deadline)
		deadline_hasten(c->deadline, LIMIT_FINDING_US * UINT64_C(1000));
	c->pending[c->n] = (struct pending){.rule = match->rule, .file = file, .first_query = c->nqueries};
	return &c->pending[c->n];
}

static int
add_query(struct classifier *c, struct pending *p, const struct text *text, uint32_t line, struct err *err)
{
	void *queries = c->queries;
	struct slice s = text_line(text, line);

	if (fingerprint_is_trivial(s))
		return 0;
	if (array_reserve(&queries, &c->queries_cap, c->nqueries + 1, sizeof(*c->queries)) < 0)
		return err_oom(err);
	c->queries = queries;
	c->queries[c->nqueries++] = (struct moved_query){
		.hash = fingerprint_line_keyed(s, c->removed.key),
		.file = p->file,
		.line = line,
		.partner = MOVED_NONE,
	};
	p->nqueries++;
	return 0;
}

/* A secret is the same in whatever stands round it; of other matches the part that moved may be harmless
 * alone. */
static bool
needs_its_file(const struct match *match)
{
	return match->rule->area != AREA_SECRETS;
}

/* The added lines that make up a match of a rule on syntax. */
static int
add_own_queries(struct classifier *c, struct pending *p, const struct change *change,
		const struct match *match, struct err *err)
{
	const struct line_set *own = &match->makeup.own;

	if (line_set_count(own) > MOVED_LINES) {
		p->may_move = false;
		return 0;
	}
	for (size_t i = 0; i < own->n; i++)
		for (uint32_t line = own->ranges[i].first; line <= own->ranges[i].last; line++) {
			if (!line_set_has(&change->added, line))
				p->same_file |= needs_its_file(match);
			else if (add_query(c, p, &change->new_text, line, err) < 0)
				return -1;
		}
	p->nreported = p->nqueries;
	return 0;
}

/*
 * The added lines of a match, reported ones first: if all of them were removed
 * elsewhere, it moved. Lines that were there before need no evidence, but
 * then the others must come from the same file (white space at a part of a statement).
 */
static int
add_queries(struct classifier *c, struct pending *p, const struct change *change, const struct match *match,
	    struct err *err)
{
	const struct text *text = &change->new_text;
	struct line_range lines = fingerprint_lines(text, match->start, match->end);
	struct line_range span = fingerprint_lines(text, match->span_start, match->span_end);

	if (match->makeup.own.n > 0)
		return add_own_queries(c, p, change, match, err);
	if (span.first > lines.first)
		span.first = lines.first;
	if (span.last < lines.last)
		span.last = lines.last;
	if (span.last - span.first >= MOVED_LINES) {
		p->may_move = false;
		return 0;
	}
	for (uint32_t line = lines.first; line <= lines.last; line++)
		if (line_set_has(&change->added, line) && add_query(c, p, text, line, err) < 0)
			return -1;
	p->nreported = p->nqueries;
	for (uint32_t line = span.first; line <= span.last; line++) {
		if (!line_set_has(&change->added, line))
			p->same_file |= needs_its_file(match);
		else if ((line < lines.first || line > lines.last) && add_query(c, p, text, line, err) < 0)
			return -1;
	}
	return 0;
}

/* A match of this rule and file has taken that old line for its own already. */
static bool
is_taken(const struct classifier *c, const struct pending *p, uint32_t line)
{
	for (const struct pending *q = p; q-- > c->pending && q->rule == p->rule && q->file == p->file;)
		if (q->finding.class == CLASS_TOUCHED && q->finding.old_line == line)
			return true;
	return false;
}

/* Was it there before, with other words round it or another version? Fills in where. */
static bool
is_touched(const struct classifier *c, struct pending *p, const struct change *change,
	   const struct match *match)
{
	const struct text *old = &change->old_text;
	uint32_t line = touched_line(change, match, &c->removed, p->file);

	if (line == 0 && match->rule->area == AREA_DEPENDENCIES)
		for (line = touched_version(change, match, &c->removed, p->file, 0);
		     line != 0 && is_taken(c, p, text_number(old, line));)
			line = touched_version(change, match, &c->removed, p->file, line);
	if (line == 0)
		return false;
	p->touched = fingerprint_line_keyed(text_line(old, line), c->removed.key);
	p->finding.old_line = text_number(old, line);
	return true;
}

bool
is_every(const struct change *change, const struct rule *rule)
{
	return rule->commits == COMMITS_EVERY && change->judged == JUDGE_EVERY &&
	       !object_id_is_none(&change->commit);
}

/* Is any line of the set added? */
static bool
is_added(const struct change *change, const struct line_set *lines)
{
	for (size_t i = 0; i < lines->n; i++)
		if (line_set_touches(&change->added, lines->ranges[i].first, lines->ranges[i].last))
			return true;
	return false;
}

/* What can be said before the comparison is complete. */
static int
first_class(struct classifier *c, struct pending *p, const struct change *change, const struct match *match,
	    const struct match_list *added, struct err *err)
{
	struct line_range span = fingerprint_lines(&change->new_text, match->span_start, match->span_end);
	const struct makeup *makeup = &match->makeup;
	const struct match *old;

	p->finding.class = match->of_file ? CLASS_INTRODUCED : CLASS_EXISTING;
	if (match->of_file)
		return 0;
	if (!line_set_touches(&change->added, span.first, span.last) && !is_added(change, &makeup->own) &&
	    !is_added(change, &makeup->around))
		return 0;
	if (before_find(&old, &c->before, match, added, err) < 0)
		return -1;
	if (old && !is_added(change, &makeup->own) && makeup->setting == old->makeup.setting)
		return 0;
	if (is_touched(c, p, change, match)) {
		p->finding.class = CLASS_TOUCHED;
	} else if (old) {
		p->finding.old_line =
			text_number(&change->old_text, text_line_at(&change->old_text, old->start));
		p->finding.class = makeup->setting == old->makeup.setting ? CLASS_MOVED : CLASS_TOUCHED;
	} else {
		p->finding.class = CLASS_INTRODUCED;
	}
	return 0;
}

static int
take_added(struct classifier *c, const struct change *change, uint32_t file, const struct match *match,
	   const struct match_list *added, struct err *err)
{
	struct pending *p = next_pending(c, match, file, err);

	if (!p || capture_added(&p->finding, &c->arena, &c->capture, match, err) < 0)
		return -1;
	p->every = is_every(change, match->rule);
	p->may_move = change->kind == CHANGE_FILE && !match->of_file;
	if (first_class(c, p, change, match, added, err) < 0)
		return -1;
	if (p->may_move && add_queries(c, p, change, match, err) < 0)
		return -1;
	c->n++;
	return 0;
}

int
classifier_add(struct classifier *c, const struct change *change, const struct match_list *added,
	       const struct guards_seen *guards, struct err *err)
{
	enum language old_lang = language_of_side(change, true);
	enum language new_lang = language_of_side(change, false);
	uint32_t file;

	if (deadline_is_past(c->deadline))
		return 0;
	/* What was there before: the lines that go away, and who reported them. */
	if (moved_add(&c->removed, &file, change, old_lang, err) < 0)
		return -1;
	int kept = later_add(&c->later, change, old_lang, file, err);
	if (kept < 0 || before_begin(&c->before, change, old_lang, added, kept > 0, err) < 0 ||
	    moved_add_reports(&c->removed, file, change, &c->before.removed, err) < 0)
		return -1;
	if (elsewhere_add(&c->elsewhere, change, c->matcher, new_lang, guards->now, err) < 0)
		return -1;
	if (change->judged == JUDGE_EVERY)
		memcpy(c->commit, change->commit.hex, sizeof(c->commit));
	if (added->n + guards->removed->n + guards->old->n + guards->now->n == 0)
		return 0;
	capture_begin(&c->capture, change, added);
	int rc = 0;
	for (size_t i = 0; rc == 0 && i < added->n && !deadline_is_past(c->deadline); i++)
		rc = take_added(c, change, file, &added->items[i], added, err);
	if (rc == 0 && !deadline_is_past(c->deadline))
		rc = take_guards(c, change, file, new_lang, guards, err);
	capture_end(&c->capture);
	return rc;
}

/* --- what moved --- */

#define ORDER(a, b) (((a) > (b)) - ((a) < (b)))

static int
compare_rules(const void *a, const void *b)
{
	const struct pending *x = a, *y = b;

	return ORDER((uintptr_t)x->rule, (uintptr_t)y->rule);
}

static bool
has_moved(const struct classifier *c, const struct pending *p)
{
	for (size_t i = 0; i < p->nqueries; i++) {
		const struct moved_query *q = &c->queries[p->first_query + i];
		if (q->partner == MOVED_NONE ||
		    (p->same_file && c->removed.lines[q->partner].file != p->file))
			return false;
	}
	return p->nqueries > 0;
}

static int
set_moved(struct classifier *c, struct pending *p, struct err *err)
{
	const struct moved_query *q = &c->queries[p->first_query];
	const struct removed_line *from = &c->removed.lines[q->partner];
	struct slice path = c->removed.files[from->file].path;

	p->finding.class = CLASS_MOVED;
	p->finding.old_line = from->line;
	if (slice_eq(path, p->finding.path))
		return 0;
	return arena_dup(&p->finding.old_path, &c->arena, path) < 0 ? err_oom(err) : 0;
}

/* A match that has a line which the comparison did not remove is new: it takes no other line for its own. */
static bool
may_have_been(const struct classifier *c, const struct pending *p)
{
	for (size_t i = 0; i < p->nqueries; i++)
		if (!moved_may_have(&c->removed, c->queries[p->first_query + i].hash, p->rule))
			return false;
	return p->may_move;
}

/* Settles the matches of one rule, pending[from, to). */
static int
settle_rule(struct classifier *c, size_t from, size_t to, struct moved_query **queries, uint32_t user,
	    struct err *err)
{
	size_t n = 0;

	for (size_t i = from; i < to; i++) {
		struct pending *p = &c->pending[i];
		p->may_move = may_have_been(c, p);
		for (size_t q = 0; p->may_move && q < p->nqueries; q++)
			queries[n++] = &c->queries[p->first_query + q];
	}
	moved_pair(&c->removed, queries, n, c->pending[from].rule, user);
	for (size_t i = from; i < to; i++) {
		struct pending *p = &c->pending[i];
		if (p->may_move && p->finding.class != CLASS_EXISTING && has_moved(c, p) &&
		    set_moved(c, p, err) < 0)
			return -1;
	}
	return 0;
}

/* Rules on syntax that found something which may have come from elsewhere. */
static bool
may_have_moved(void *ctx, const struct change *change, enum language lang, const struct rule *rule)
{
	const struct classifier *c = ctx;

	for (size_t i = 0; rule->syntax && i < c->n; i++)
		if (c->pending[i].rule == rule && c->pending[i].may_move &&
		    c->pending[i].finding.class != CLASS_EXISTING)
			return before_reads(&c->before, change, lang, rule);
	return false;
}

static int
settle_moves(struct classifier *c, struct err *err)
{
	struct moved_query **queries = calloc(c->nqueries + 1, sizeof(*queries));
	uint32_t user = 0;
	int rc = queries ? later_scan(&c->later, &c->removed, c->matcher, may_have_moved, c, err)
			 : err_oom(err);

	if (rc == 0)
		rc = moved_sort(&c->removed, err);

	qsort(c->pending, c->n, sizeof(*c->pending), compare_rules);
	for (size_t from = 0, to; rc == 0 && from < c->n; from = to) {
		for (to = from + 1; to < c->n && c->pending[to].rule == c->pending[from].rule;)
			to++;
		rc = settle_rule(c, from, to, queries, ++user, err);
	}
	free(queries);
	return rc;
}

/* --- history --- */

/* The removed lines that a moved or touched match of an every-rule excuses. */
static int
collect_kept(struct classifier *c, struct err *err)
{
	void *kept = c->kept;

	c->nkept = 0;
	if (array_reserve(&kept, &c->kept_cap, c->nqueries + c->n, sizeof(*c->kept)) < 0)
		return err_oom(err);
	c->kept = kept;
	for (size_t i = 0; i < c->n; i++) {
		const struct pending *p = &c->pending[i];
		if (!p->every)
			continue;
		if (p->finding.class == CLASS_TOUCHED)
			c->kept[c->nkept++] = (struct kept_line){p->touched, p->rule};
		for (size_t q = 0; p->finding.class == CLASS_MOVED && q < p->nqueries; q++)
			c->kept[c->nkept++] =
				(struct kept_line){c->queries[p->first_query + q].hash, p->rule};
	}
	return 0;
}

static int
update_history(struct classifier *c, struct arena *arena, struct finding_list findings, struct err *err)
{
	struct slice commit;

	if (c->commit[0] == '\0' || !history_watches(&c->history, &c->removed))
		return 0;
	if (collect_kept(c, err) < 0 || moved_sort(&c->removed, err) < 0)
		return -1;
	if (arena_dup(&commit, arena, slice_str(c->commit)) < 0)
		return err_oom(err);
	history_remove(&c->history, findings, &c->removed, c->kept, c->nkept, commit);
	return 0;
}

/* --- handing out --- */

static int
compare_pending(const void *a, const void *b)
{
	const struct pending *p = a, *q = b;
	const struct finding *x = &p->finding, *y = &q->finding;
	int order = slice_cmp(x->path, y->path);

	if (order == 0)
		order = ORDER(x->line, y->line);
	if (order == 0)
		order = ORDER(x->column, y->column);
	if (order == 0)
		order = slice_cmp(x->rule->id, y->rule->id);
	if (order == 0)
		order = ORDER(x->old_line, y->old_line);
	return order ? order : ORDER(p->first_query, q->first_query);
}

static int
remember(struct classifier *c, struct finding_list findings, const struct pending *p, struct err *err)
{
	uint64_t lines[MOVED_LINES];

	for (size_t i = 0; i < p->nreported; i++)
		lines[i] = c->queries[p->first_query + i].hash;
	return history_add(&c->history, findings, findings.n - 1, lines, p->nreported, c->removed.key, err);
}

static int
hand_out(struct classifier *c, const struct pending *p, struct arena *arena, struct finding **findings,
	 size_t *n, size_t *cap, struct err *err)
{
	bool watched = p->every && !finding_class_is_silent(p->finding.class);
	struct finding *earlier = NULL;
	void *items = *findings;

	if (watched)
		earlier = history_find(&c->history, (struct finding_list){*findings, *n}, &p->finding,
				       c->removed.key);
	if (earlier) {
		earlier->removed_in = slice_of("", 0);
		return 0;
	}
	if (array_reserve(&items, cap, *n + 1, sizeof(**findings)) < 0)
		return err_oom(err);
	*findings = items;
	if (finding_copy(&(*findings)[*n], arena, &p->finding, err) < 0)
		return -1;
	++*n;
	return watched ? remember(c, (struct finding_list){*findings, *n}, p, err) : 0;
}

static void
start_next(struct classifier *c)
{
	c->n = c->nqueries = c->nspots = c->nkept = 0;
	c->commit[0] = '\0';
	moved_clear(&c->removed);
	elsewhere_clear(&c->elsewhere);
	later_clear(&c->later);
	arena_clear(&c->arena);
}

int
classifier_finish(struct classifier *c, struct arena *arena, struct finding **findings, size_t *n,
		  size_t *cap, struct err *err)
{
	bool late = deadline_is_past(c->deadline);
	int rc = 0;

	if (c->n > 0 && !late) {
		rc = settle_moves(c, err);
		if (rc == 0)
			rc = settle_guards(c, err);
	}
	if (rc == 0 && !late)
		rc = update_history(c, arena, (struct finding_list){*findings, *n}, err);
	if (c->n > 0)
		qsort(c->pending, c->n, sizeof(*c->pending), compare_pending);
	for (size_t i = 0; rc == 0 && i < c->n; i++)
		rc = hand_out(c, &c->pending[i], arena, findings, n, cap, err);
	start_next(c);
	return rc;
}
